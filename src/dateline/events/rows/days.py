"""The days that an article tells, as candidates for its events: where each is told, and what is of it already."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import numpy as np

from dateline.events.attachment import phrase_head
from dateline.events.limits import Dated
from dateline.events.records import Event
from dateline.events.rows.encoded import DayReading, middles_of
from dateline.events.rows.likeness import Telling
from dateline.events.rows.own_days import Held, held_days
from dateline.events.rows.setting import Setting
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree

_DAYS = 12  # candidates of one event at most, the nearest told
_TYPES = ("DATE", "TIME", "DURATION")
_NAMING = (rel.POSSESSOR, rel.COMPOUND, rel.DESCRIPTION, rel.BARE_NOUN_MODIFIER)


class Candidate(NamedTuple):
    """Days that the article tells: where, and which events are known to be of them."""

    first: date
    last: date
    grain: str
    phrases: tuple[Dated, ...]
    sentences: tuple[int, ...]  # of the phrases
    events: tuple[int, ...]  # dated so already
    since: bool = False  # from a day told to publication
    own: bool = False  # told in the sentence of the event
    heads: tuple[int, ...] = ()  # the word that stands for each phrase (-1: none)
    occasion: bool = False  # it names what was held: "Sunday's Grand Prix"
    of_words: bool = False  # all that is known to be of it is said
    members: frozenset[str] = frozenset()  # who takes part in its events


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
    held: Mapping[int, list[Held]]  # the days of each sentence
    told: frozenset[int]  # sentences that tell a day
    most: int  # events of one day
    deeds: int  # with days, and the share of them that are of the day of the story
    share: float
    reading: DayReading | None = None  # scores of what the encoder takes an event and a day for
    middles: np.ndarray | None = None  # what its middle layer makes of each word


def reach_of(
    tree: Tree,
    setting: Setting,
    found: Mapping[int, Found],
    dates: Iterable[Dated],
    reading: DayReading | None = None,
) -> Reach:
    """Gather the days of an article and what is known of them."""
    events, published = setting.events, setting.published
    sentences = tree.tokens.sentences
    starts = [sentence.start for sentence in sentences]
    told: dict[tuple[date, date], list[Dated]] = {}
    by: dict[tuple[date, date], list[int]] = {}
    dates = list(dates)
    for phrase in dates:
        if phrase.type in _TYPES and phrase.first and phrase.last:
            told.setdefault((phrase.first, phrase.last), []).append(phrase)
    known = {phrase.start: phrase for phrases in told.values() for phrase in phrases}
    for number, event in enumerate(events):
        if event.first and event.last and event.date_start in known:
            by.setdefault((event.first, event.last), []).append(number)
            told.setdefault((event.first, event.last), [known[event.date_start]])
    candidates = []
    for days, phrases in sorted(told.items()):
        where = tuple(bisect_right(starts, phrase.start) - 1 for phrase in phrases)
        one = Candidate(*days, phrases[0].grain, tuple(phrases), where, tuple(by.get(days, ())))
        candidates.append(_described(one, tree, events, found))
    order = sorted(number for numbers in by.values() for number in numbers)
    order.sort(key=lambda number: events[number].start)
    opening = [n for n in order if events[n].sentence in setting.parse.opening]
    lead = events[opening[0]].days if opening else None
    story = _day_of_story([events[n] for n in order], published)
    deeds = [events[n] for n in order if not is_speech(events[n])]
    return Reach(
        tree, setting, found, tuple(candidates), tuple(order),
        tuple(events[n].start for n in order), lead, story, held_days(tree, setting, dates),
        frozenset(sentence for one in candidates for sentence in one.sentences),
        max((len(one.events) for one in candidates), default=0),
        len(deeds), sum(event.days == story for event in deeds) / max(1, len(deeds)), reading,
        middles_of(tree.tokens) if reading and candidates else None,
    )  # fmt: skip


def _described(
    candidate: Candidate, tree: Tree, events: list[Event], found: Mapping[int, Found]
) -> Candidate:
    """Add to a day what every event asks of it."""
    heads = tuple(phrase_head(tree, phrase.start, phrase.end) for phrase in candidate.phrases)
    own = candidate.events
    return candidate._replace(
        heads=heads, occasion=any(_names_an_occasion(tree, head) for head in heads),
        of_words=bool(own) and all(is_speech(events[n]) for n in own),
        members=frozenset(one for n in own if n in found for one in found[n].telling.members),
    )  # fmt: skip


def _names_an_occasion(tree: Tree, head: int) -> bool:
    """Tell "Sunday's Grand Prix", "the Tuesday primary": the day names what was held."""
    if head < 0 or not tree.stands_as(head, *_NAMING):
        return False
    noun = tree.governor(head)
    return noun > head and tree.is_noun(noun)


def _day_of_story(dated: list[Event], published: date | None) -> tuple[date, date] | None:
    """Find the day of most deeds that are done; of several the one told first."""
    days = [event.days for event in dated if not is_speech(event) and event.grain == "day"]
    often = Counter(day for day in days if day is not None and not (published and day[0] > published))
    return max(often, key=often.__getitem__, default=None)


def candidates_of(r: Reach, event: Event) -> list[Candidate]:
    """List the days that may be those of an event, the nearest told first, and the stretches up to publication."""
    possible = [candidate for candidate in r.candidates if _can_be(r, event, candidate)]
    near = sorted(possible, key=lambda c: _distance(c, event.sentence))[:_DAYS]
    return near + _since(r, event, possible)


def _can_be(r: Reach, event: Event, candidate: Candidate) -> bool:
    """Tell a day that can be its own: grammar has judged those of its sentence; what is done is of no day to come."""
    return event.sentence not in candidate.sentences and is_possible(r, event, candidate.first)


def is_possible(r: Reach, event: Event, first: date | None) -> bool:
    """Tell a day on which an event can be: what is done is of no day to come."""
    published = r.setting.published
    return first is not None and (
        published is None or first <= published or event.status not in ("happened", "ongoing")
    )


def own_candidate(held: Held, sentence: int) -> Candidate:
    """Take a day of an event's own sentence for a candidate."""
    phrase = held.phrase
    if phrase.first is None or phrase.last is None:
        raise ValueError("a phrase without days is of no event")
    return Candidate(
        phrase.first, phrase.last, phrase.grain, (phrase,), (sentence,), (), own=True, heads=(held.head,)
    )


def phrase_of(candidate: Candidate, start: int) -> Dated:
    """Find the words that tell a day to an event that begins at a character: the nearest before it, else the first."""
    return candidate.phrases[_nearest_before(candidate, start)]


def _nearest_before(candidate: Candidate, start: int) -> int:
    before = [number for number, phrase in enumerate(candidate.phrases) if phrase.start < start]
    return before[-1] if before else 0


def head_of(tree: Tree, candidate: Candidate, token: int) -> int:
    """Find the word that stands for a day beside an event word (-1: none)."""
    return candidate.heads[_nearest_before(candidate, tree.tokens.start[token])]


def nearest_sentence(candidate: Candidate, sentence: int) -> int:
    """Find the sentence nearest to another that tells a day; of two the earlier."""
    told = candidate.sentences
    return told[0] if len(told) == 1 else min(told, key=lambda one: (abs(one - sentence), one))


def _since(r: Reach, event: Event, possible: list[Candidate]) -> list[Candidate]:
    """List the stretches from a day told to publication in which an event can lie."""
    published = r.setting.published
    if published is None:
        return []
    before = [c for c in possible if c.grain == "day" and c.first < published]
    chosen = [c for c in before if r.story == (c.first, c.last) or r.lead == (c.first, c.last)]
    told = sorted(
        (c for c in before if min(c.sentences) <= event.sentence), key=lambda c: _distance(c, event.sentence)
    )
    chosen += [c for c in told[:1] if c not in chosen]
    if not chosen:
        chosen = sorted(before, key=lambda c: _distance(c, event.sentence))[:1]
    return [c._replace(last=published, since=True) for c in chosen]


def _distance(candidate: Candidate, sentence: int) -> tuple:
    return abs(nearest_sentence(candidate, sentence) - sentence), candidate.first, candidate.last


def is_speech(event: Event) -> bool:
    return event.class_ == "REPORTING"
