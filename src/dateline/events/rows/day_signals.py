"""Is a day that the article tells that of an event? Named signals of every pair; the weights are learned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from dateline.events.records import Event
from dateline.events.rows.days import (
    Candidate,
    Reach,
    candidates_of,
    head_of,
    is_possible,
    is_speech,
    nearest_sentence,
    own_candidate,
)
from dateline.events.rows.encoded import day_scores
from dateline.events.rows.families import families_of
from dateline.events.rows.own_days import form_of, is_days_apart, is_of_the_resolve, own_signals
from dateline.events.rows.syntax import is_definite, position
from dateline.grammar import relations as rel

_NEAR = 8  # dated events looked at on either side
_WHERE = {1: "in the sentence before", 2: "two sentences before", -1: "in the next sentence"}
_THEN = frozenset(
    "then also later afterwards afterward meanwhile again immediately soon finally eventually".split()
)
_BEFORE = frozenset("previously earlier already ever never once before formerly yet recently since".split())


def pairs_of(r: Reach, number: int) -> list[tuple[Candidate, dict[str, float]]]:
    """Read the signals of one event and every day that may be its own."""
    event = r.setting.events[number]
    token = r.setting.parse.at[event.start]
    near = candidates_of(r, event)
    form = form_of(r.tree, token)
    place = position(r.setting.parse, event.start)
    kind = "noun" if form == "noun" else "main" if place in ("main", "aside") else "inner"
    before, after = _neighbours(r, number)
    own = own_pairs(r, event, number)
    beside = ["its sentence tells days"] if own else []
    always = [*_of_event(r, event, token, form), *beside]
    out = []
    for rank, candidate in enumerate(near):
        if candidate.since:
            names = chain(beside, _of_since(r, number, candidate, form, kind))
            out.append((candidate, dict.fromkeys(names, 1.0)))
            continue
        names = chain(
            always,
            _of_place(r, event, candidate, form, kind, rank),
            _of_neighbours(r, number, candidate, before, after, form, kind),
            _of_time(r, event, candidate, form),
            _of_telling(r, candidate, form, kind),
        )
        out.append((candidate, dict.fromkeys(names, 1.0) | dict(_of_likeness(r, number, candidate))))
    return _with_scores(r, token, out + own)


def own_pairs(r: Reach, event: Event, number: int) -> list[tuple[Candidate, dict[str, float]]]:
    """Read the signals of one event and every day of its own sentence that may be its own."""
    held = [] if is_days_apart(r.tree, r.setting, number) else r.held.get(event.sentence, [])
    return [
        (own_candidate(one, event.sentence), own_signals(r.tree, r.setting, number, one, len(held)))
        for one in held
        if is_possible(r, event, one.phrase.first) and not is_of_the_resolve(r.tree, r.setting, number, one)
    ]


def grammar_signals(r: Reach, number: int) -> dict[str, float] | None:
    """Read the signals of one event and the day of its own sentence that dates it; None where there is none."""
    event = r.setting.events[number]
    if event.first is None or event.date_start is None or event.start not in r.setting.parse.at:
        return None
    held = r.held.get(event.sentence, [])
    own = next((one for one in held if one.phrase.start == event.date_start), None)
    return own_signals(r.tree, r.setting, number, own, len(held)) if own else None


def _with_scores(
    r: Reach, token: int, pairs: list[tuple[Candidate, dict[str, float]]]
) -> list[tuple[Candidate, dict[str, float]]]:
    """Add what the encoder takes each pair for."""
    if r.reading is None or r.middles is None:
        return pairs
    heads = [(head_of(r.tree, candidate, token), candidate.own) for candidate, _ in pairs]
    scores = day_scores(r.reading, r.middles, token, heads)
    return [
        (candidate, {**signals, **score}) for (candidate, signals), score in zip(pairs, scores, strict=True)
    ]


def _neighbours(r: Reach, number: int) -> tuple[int, int]:
    """Find the dated events before and behind an event (-1: none)."""
    events = r.setting.events
    speech = is_speech(events[number])
    at = bisect_left(r.starts, events[number].start)
    before = (n for n in reversed(r.dated[max(0, at - _NEAR) : at]) if is_speech(events[n]) == speech)
    behind = (n for n in r.dated[at : at + _NEAR] if is_speech(events[n]) == speech and n != number)
    return next(before, -1), next(behind, -1)


def _of_since(r: Reach, number: int, candidate: Candidate, form: str, kind: str) -> Iterator[str]:
    """Say what speaks for the stretch from a day told to publication."""
    event = r.setting.events[number]
    yield "since a day"
    for about in (f"form {form}", f"status {event.status}", f"class {event.class_}", kind):
        yield f"since a day: {about}"
    day = (candidate.first, candidate.phrases[0].last)
    names = []
    if r.story == day:
        names.append("of the story")
    if r.lead == day:
        names.append("of the lead")
    if event.sentence in r.told:
        names.append("its sentence tells a day")
    if r.setting.quoted[r.setting.parse.at[event.start]]:
        names.append("in quotation marks")
    if event.said_by:
        names.append("said")
    if (published := r.setting.published) is not None:
        lag = _lag((published - candidate.first).days)
        names.append("day before" if lag == "the day before" else lag)
    if len([c for c in r.candidates if c.grain == "day"]) == 1:
        names.append("only day")
    for name in names:
        yield f"since a day: {name}"
        yield f"since a day: {name}, {form}"


def _of_place(r: Reach, event: Event, candidate: Candidate, form: str, kind: str, rank: int) -> Iterator[str]:
    """Say where the day is told, seen from the event."""
    here = event.sentence
    nearest = nearest_sentence(candidate, here)
    gap = here - nearest
    where = _WHERE.get(gap, "well before" if gap > 4 else "before" if gap > 0 else "further on")
    first, second = sorted((nearest, here))
    text, sentences = r.tree.tokens.text, r.tree.tokens.sentences
    if abs(gap) == 1 and "\n" not in text[sentences[first].end : sentences[second].start]:
        yield f"{where}, same paragraph"
    yield where
    yield f"{form}, told {where}"
    yield f"{kind}, told {where}"
    parts = {r.setting.parts[s] for s in candidate.sentences}
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
    if here in r.told:
        yield "its sentence tells another day"
    yield f"grain {candidate.grain}"
    yield f"{kind} grain {candidate.grain}"


def _of_neighbours(
    r: Reach, number: int, candidate: Candidate, before: int, after: int, form: str, kind: str
) -> Iterator[str]:
    """Say what happened on that day, and how far from the event it is told."""
    events = r.setting.events
    days = candidate.first, candidate.last
    speech = is_speech(events[number])
    said = bool(events[number].said_by)
    what = "speech" if speech else f"said, {form}" if said else form
    of_it = [n >= 0 and (events[n].first, events[n].last) == days for n in (before, after)]
    if all(of_it):
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
    if not speech and candidate.of_words:
        yield "day of words alone"
        yield f"{form}: day of words alone"
    for side, other, same_day in zip(("before", "behind"), (before, after), of_it, strict=True):
        if not same_day:
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
    if candidate.events and len(candidate.events) == r.most:
        yield "day of most events"
        yield f"{form}: day of most events"
    if r.lead == days:
        yield "day of the lead"
        yield f"{form}: day of the lead"
    if not candidate.members.isdisjoint(r.found[number].telling.members):
        yield "somebody of it acts on that day"


def _of_time(r: Reach, event: Event, candidate: Candidate, form: str) -> Iterator[str]:
    """Say how the day lies to publication, and whether form and status can be of it."""
    published = r.setting.published
    if published is None:
        return
    lag = _lag((published - candidate.last).days)
    yield f"day {lag}"
    yield f"{form}, day {lag}"
    yield f"{event.status}, day {lag}"


def _lag(days: int) -> str:
    """Say how long before publication a day lies."""
    if days < 2:
        return "ahead" if days < 0 else "the day before" if days else "the same day"
    return "days before" if days < 8 else "weeks before" if days < 60 else "long before"


def _of_event(r: Reach, event: Event, token: int, form: str) -> Iterator[str]:
    """Say how an event is told, and what the words round it tell of its day, whichever that is."""
    yield f"form {form}"
    yield f"status {event.status}"
    yield f"class {event.class_}"
    if r.setting.quoted[token]:
        yield "in quotation marks"
    if event.sentence in r.setting.parse.opening:
        yield "in the opening"
        yield f"in the opening, {form}"
    words = r.tree.words_under(token, rel.ADVERB)
    if words & _THEN:
        yield "with then, later or the like"
    if words & _BEFORE:
        yield "with earlier, already or the like"
    for family in families_of(event.action):
        yield f"verb or noun of {family}"


def _of_telling(r: Reach, candidate: Candidate, form: str, kind: str) -> Iterator[str]:
    """Say what the article is about, and what was held on that day."""
    if r.story == (candidate.first, candidate.last):
        much = "all" if r.share == 1 else "most" if r.share >= 0.6 else "some"
        yield f"story of {much} deeds"
        yield f"story of {much} deeds: {form}"
        yield f"story of {r.deeds if r.deeds < 3 else 'many'} dated deeds"
    if candidate.occasion:
        yield "day of an occasion"
        yield f"day of an occasion: {form}"
        yield f"day of an occasion: {kind}"


def _of_likeness(r: Reach, number: int, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Say how surely an event of that day, or of another, is the event itself."""
    alike = r.found[number].alike
    if not alike:
        return
    same = max((alike.get(n, 0.0) for n in candidate.events), default=0.0)
    own = set(candidate.events)
    other = max((p for n, p in alike.items() if n not in own and r.setting.events[n].first), default=0.0)
    if same:
        yield "told again of that day", same
        if same > 0.3:
            yield "surely told again of that day", 1.0
    if other:
        yield "told again of another day", other
