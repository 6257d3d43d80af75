"""Which day told elsewhere in the article reaches an event whose own sentence dates it not, or not by grammar.

Every day that the article tells is a candidate. Named signals say where the
day is told, what else happened on it, and in which form the event is told; learned weights (`weights`, model `day`)
add them up, and the likeliest day is taken if it is likely enough. Everything else stays undated.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dateline.events.limits import Dated
from dateline.events.records import Event
from dateline.events.rows.likeness import Telling
from dateline.events.rows.signals import Setting
from dateline.events.rows.syntax import is_definite, position
from dateline.events.rows.weights import Weights, probability
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group

REACHED = 0.55  # a day this likely is taken
KEPT = 0.1  # events of less weight have no row, so that no day is looked for
_DAYS = 12  # candidates of one event at most, the nearest told
_NEAR = 8  # dated events looked at on either side
_TYPES = ("DATE", "TIME", "DURATION")


class Candidate(NamedTuple):
    """Days that the article tells: where, and which events are known to be of them."""

    first: date
    last: date
    grain: str
    phrases: tuple[Dated, ...]
    sentences: tuple[int, ...]  # of the phrases
    events: tuple[int, ...]  # dated so already


class Found(NamedTuple):
    """What was learned of an event: how it is told, and how surely it tells others of its article."""

    telling: Telling
    alike: Mapping[int, float]


class Reach(NamedTuple):
    """What the signals of every pair of event and day are read from."""

    tree: Tree
    setting: Setting
    found: Mapping[int, Found]
    candidates: tuple[Candidate, ...]
    dated: tuple[int, ...]  # events with days, in order of the text
    starts: tuple[int, ...]  # where those begin
    lead: tuple[date, date] | None
    story: tuple[date, date] | None  # the day of most deeds


def reach_of(
    tree: Tree,
    setting: Setting,
    found: Mapping[int, Found],
    dates: Iterable[Dated],
) -> Reach:
    """Gather the days of an article and what is known of them."""
    events, published = setting.events, setting.published
    sentences = tree.tokens.sentences
    starts = [sentence.start for sentence in sentences]
    told: dict[tuple[date, date], list[Dated]] = {}
    by: dict[tuple[date, date], list[int]] = {}
    for phrase in dates:
        if phrase.type in _TYPES and phrase.first and phrase.last:
            told.setdefault((phrase.first, phrase.last), []).append(phrase)
    known = {phrase.start: phrase for phrases in told.values() for phrase in phrases}
    for number, event in enumerate(events):
        if event.first and event.last and event.date_start in known:
            by.setdefault((event.first, event.last), []).append(number)
            told.setdefault((event.first, event.last), [known[event.date_start]])
    candidates = []
    for (first, last), phrases in sorted(told.items()):
        where = tuple(bisect_right(starts, phrase.start) - 1 for phrase in phrases)
        one = Candidate(
            first, last, phrases[0].grain, tuple(phrases), where, tuple(by.get((first, last), ()))
        )
        candidates.append(one)
    order = sorted(number for numbers in by.values() for number in numbers)
    order.sort(key=lambda number: events[number].start)
    opening = [n for n in order if events[n].sentence in setting.parse.opening]
    lead = (events[opening[0]].first, events[opening[0]].last) if opening else None
    story = _day_of_story([events[n] for n in order], published)
    return Reach(
        tree, setting, found, tuple(candidates), tuple(order),
        tuple(events[n].start for n in order), lead, story,
    )  # fmt: skip


def _day_of_story(dated: list[Event], published: date | None) -> tuple[date, date] | None:
    """Find the day of most deeds that are done; of several the one told first."""
    deeds = [event for event in dated if not _is_speech(event) and event.grain == "day"]
    deeds = [event for event in deeds if not (published and event.first > published)]
    often = Counter((event.first, event.last) for event in deeds)
    return max(often, key=often.__getitem__, default=None)


def form_of(tree: Tree, token: int) -> str:
    """Say in which form an event is told, as far as it tells when."""
    if not tree.is_verb(token) and not tree.kids(token, "cop"):
        return "noun"
    group = verb_group(tree, token)
    if group.tense == "FUTURE" or group.modal:
        return "future or modal"
    if group.aspect.startswith("PERFECTIVE"):
        return "pluperfect" if group.tense == "PAST" else "perfect"
    if group.aspect == "PROGRESSIVE" and group.tense in ("PAST", "PRESENT"):
        return f"{group.tense.lower()} progressive"
    return _FORMS.get(group.tense, "other form")


_FORMS = {
    "PAST": "past",
    "PRESENT": "present",
    "INFINITIVE": "infinitive",
    "PRESPART": "-ing",
    "PASTPART": "participle",
}


def pairs_of(r: Reach, number: int) -> list[tuple[Candidate, dict[str, float]]]:
    """Read the signals of one event and every day that may be its own."""
    event = r.setting.events[number]
    token = r.setting.parse.at[event.start]
    possible = [candidate for candidate in r.candidates if _can_be(r, event, candidate)]
    near = sorted(possible, key=lambda c: _distance(c, event.sentence))[:_DAYS]
    form = form_of(r.tree, token)
    place = position(r.setting.parse, event.start)
    kind = "noun" if form == "noun" else "main" if place in ("main", "aside") else "inner"
    before, after = _neighbours(r, number)
    out = []
    for rank, candidate in enumerate(near):
        found: dict[str, float] = {}
        for name in _of_place(r, event, candidate, form, kind, rank):
            found[name] = 1.0
        for name in _of_neighbours(r, number, candidate, before, after, form, kind):
            found[name] = 1.0
        for name in _of_time(r, event, candidate, form):
            found[name] = 1.0
        for name, value in _of_likeness(r, number, candidate):
            found[name] = value
        out.append((candidate, found))
    return out


def _can_be(r: Reach, event: Event, candidate: Candidate) -> bool:
    """Tell a day that can be its own: grammar has judged those of its sentence; what is done is of no day to come."""
    published = r.setting.published
    if event.sentence in candidate.sentences:
        return False
    return published is None or candidate.first <= published or event.status not in ("happened", "ongoing")


def _distance(candidate: Candidate, sentence: int) -> tuple:
    return min(abs(s - sentence) for s in candidate.sentences), candidate.first, candidate.last


def _neighbours(r: Reach, number: int) -> tuple[int, int]:
    """Find the dated events before and behind an event (-1: none)."""
    events = r.setting.events
    speech = _is_speech(events[number])
    at = bisect_left(r.starts, events[number].start)
    before = (n for n in reversed(r.dated[max(0, at - _NEAR) : at]) if _is_speech(events[n]) == speech)
    behind = (n for n in r.dated[at : at + _NEAR] if _is_speech(events[n]) == speech and n != number)
    return next(before, -1), next(behind, -1)


def _is_speech(event: Event) -> bool:
    return event.class_ == "REPORTING"


def _of_place(r: Reach, event: Event, candidate: Candidate, form: str, kind: str, rank: int) -> Iterator[str]:
    """Say where the day is told, seen from the event."""
    here = event.sentence
    told = candidate.sentences
    nearest = min(told, key=lambda s: (abs(s - here), s))
    gap = here - nearest
    known = {1: "in the sentence before", 2: "two sentences before", -1: "in the next sentence"}
    where = known.get(gap, "well before" if gap > 4 else "before" if gap > 0 else "further on")
    first, second = sorted((nearest, here))
    text, sentences = r.tree.tokens.text, r.tree.tokens.sentences
    if abs(gap) == 1 and "\n" not in text[sentences[first].end : sentences[second].start]:
        yield f"{where}, same paragraph"
    yield where
    yield f"{form}, told {where}"
    yield f"{kind}, told {where}"
    parts = {r.setting.parts[s] for s in told}
    if parts == {"dateline"}:
        yield "told in the dateline only"
    if "headline" in parts:
        yield "told in the headline"
    if rank == 0:
        yield "nearest day"
    if len(r.candidates) == 1:
        yield "only day of the article"
    if not candidate.events:
        yield "day of no event"
    if any(here in other.sentences for other in r.candidates):
        yield "its sentence tells another day"
    yield f"grain {candidate.grain}"
    yield f"{kind} grain {candidate.grain}"


def _of_neighbours(
    r: Reach, number: int, candidate: Candidate, before: int, after: int, form: str, kind: str
) -> Iterator[str]:
    """Say what happened on that day, and how far from the event it is told."""
    events = r.setting.events
    days = candidate.first, candidate.last
    speech = _is_speech(events[number])
    said = bool(events[number].said_by)
    what = "speech" if speech else f"said, {form}" if said else form
    both = all(n >= 0 and (events[n].first, events[n].last) == days for n in (before, after))
    if both:
        yield "between two of that day"
        yield f"{what}: between two of that day"
    if r.story == days:
        yield "day of the story"
        yield f"{what}: day of the story"
        yield f"{kind}{', said' if said else ''}: day of the story"
        yield f"{events[number].status}: day of the story"
        if is_definite(r.setting.parse, events[number].start):
            yield "definite: day of the story"
        if len(r.candidates) <= 2:
            yield "day of the story, one of two"
    if not speech and candidate.events and all(_is_speech(events[n]) for n in candidate.events):
        yield "day of words alone"
        yield f"{form}: day of words alone"
    for side, other in (("before", before), ("behind", after)):
        if other < 0 or (events[other].first, events[other].last) != days:
            continue
        gap = abs(events[other].sentence - events[number].sentence)
        far = "same sentence" if gap == 0 else "next sentence" if gap == 1 else "near" if gap < 5 else "far"
        yield f"day of the dated event {side}"
        yield f"day of the dated event {side}, {far}"
        yield f"{what}: day of the dated event {side}"
        if gap <= 1:
            same = form_of(r.tree, r.setting.parse.at[events[other].start]) == form
            yield f"day of the dated event {side}, {'same' if same else 'other'} form"
            yield f"{kind}: day of the dated event {side}, {far}"
        if speech:
            yield f"speech: day of the speech {side}"
    most = max(len(c.events) for c in r.candidates)
    if candidate.events and len(candidate.events) == most:
        yield "day of most events"
        yield f"{form}: day of most events"
    if r.lead == days:
        yield "day of the lead"
        yield f"{form}: day of the lead"
    telling = r.found[number].telling
    others = [r.found[n].telling for n in candidate.events if n in r.found]
    if any(other.members & telling.members for other in others):
        yield "somebody of it acts on that day"


def _of_time(r: Reach, event: Event, candidate: Candidate, form: str) -> Iterator[str]:
    """Say how the day lies to publication, and whether form and status can be of it."""
    yield f"form {form}"
    yield f"status {event.status}"
    yield f"class {event.class_}"
    if r.setting.quoted[r.setting.parse.at[event.start]]:
        yield "in quotation marks"
    published = r.setting.published
    if published is None:
        return
    days = (published - candidate.last).days
    lag = (
        "ahead" if days < 0 else "the same day" if days == 0 else "the day before" if days == 1
        else "days before" if days < 8 else "weeks before" if days < 60 else "long before"
    )  # fmt: skip
    yield f"day {lag}"
    yield f"{form}, day {lag}"
    yield f"{event.status}, day {lag}"


def _of_likeness(r: Reach, number: int, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Say how surely an event of that day, or of another, is the event itself."""
    alike = r.found[number].alike
    same = max((alike.get(n, 0.0) for n in candidate.events), default=0.0)
    own = set(candidate.events)
    other = max((p for n, p in alike.items() if n not in own and r.setting.events[n].first), default=0.0)
    if same:
        yield "told again of that day", same
        if same > 0.3:
            yield "surely told again of that day", 1.0
    if other:
        yield "told again of another day", other


def with_days(
    events: list[Event],
    tree: Tree,
    setting: Setting,
    found: Mapping[int, Found],
    dates: Iterable[Dated],
    model: Weights,
) -> list[Event]:
    """Give rows that nothing dates the day that reaches the event that tells them best.

    Parameters
    ----------
    events : list of Event
        In order of the text, with their weights and the key of their row.
    tree, setting
        The parse and what the signals of a row were read from.
    found : mapping of int to Found
        What was learned of each: the telling, and how surely it tells other events.
    dates : iterable of Dated
        The date phrases of the article.
    model : Weights
    """
    r = reach_of(tree, setting, found, dates)
    if not r.candidates:
        return events
    dated = {event.event for event in events if event.date_start is not None}
    telling: dict[str, int] = {}  # of each row, the event that tells it best
    for number in sorted(found, key=lambda number: (-events[number].weight, number)):
        telling.setdefault(events[number].event, number)
    out = list(events)
    for key, number in telling.items():
        if key not in dated and events[number].weight >= KEPT:
            candidate = reached(r, number, model)
            out[number] = events[number] if candidate is None else _dated(events[number], candidate)
    return out


def reached(r: Reach, number: int, model: Weights) -> Candidate | None:
    """Find the day that reaches an event, if one is likely enough."""
    sums = [
        (model.logit(signals), -rank, candidate)
        for rank, (candidate, signals) in enumerate(pairs_of(r, number))
    ]
    most, _, candidate = max(sums, key=lambda one: one[:2], default=(-1e9, 0, None))
    return candidate if probability(most) >= REACHED else None


def _dated(event: Event, candidate: Candidate) -> Event:
    """Date an event by the words that tell the day: the nearest before it, else the first."""
    before = [phrase for phrase in candidate.phrases if phrase.start < event.start]
    phrase = before[-1] if before else candidate.phrases[0]
    return event._replace(
        first=candidate.first, last=candidate.last, grain=candidate.grain, date_start=phrase.start,
        date_end=phrase.end,
    )  # fmt: skip
