"""Do two words of one article tell one event? Named signals of a pair; the weights are learned (see `weights`)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dateline.events.records import Event
from dateline.events.rows.families import LEANING, families_of
from dateline.events.rows.synonyms import deed_of, like_words, lines_of, same_deed
from dateline.events.rows.syntax import Parse, counted, is_definite
from dateline.grammar.clauses import is_clausal

_CONTENT = ("NN", "VB", "CD", "JJ")
_STEM = 5  # letters that a verb and its noun share
_DONE = ("happened", "ongoing")
_CHAIN = 6  # heads looked at above a word


class Telling(NamedTuple):
    """What is compared of one event: its words as sets, who takes part, where it stands."""

    number: int  # of the event in its article
    event: Event
    token: int
    part: str
    order: int  # of its sentence
    kept: frozenset[int]
    content: frozenset[str]  # lemmas of weight in its clause, without its own
    beginnings: frozenset[str]  # their first letters
    stems: frozenset[str]
    families: frozenset[str]
    members: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    counted: frozenset[str]
    definite: bool
    verbal: bool
    above: tuple[tuple[int, str], ...]  # heads and the relation under them, nearest first


def telling_of(parse: Parse, number: int, event: Event, kept: frozenset[int], part: str) -> Telling:
    """Gather what is compared of an event."""
    t, token = parse.tokens, parse.at[event.start]
    words = [word for word in kept if word != token and t.tag[word].startswith(_CONTENT)]
    actors, targets = frozenset(event.actor), frozenset(event.target)
    above, here = [], token
    for _ in range(_CHAIN):
        if parse.is_root(here):
            break
        above.append((parse.governor(here), parse.relation(here).partition(":")[0]))
        here = parse.governor(here)
    content = frozenset(parse.lemma(word) for word in words)
    return Telling(
        number, event, token, part, event.sentence, kept, content, frozenset(word[:_STEM] for word in content),
        frozenset(word[:_STEM] for word in event.action.split()[:1]), frozenset(families_of(event.action)),
        actors | targets, actors, targets, counted(parse, event.start), is_definite(parse, event.start),
        is_clausal(parse, token), tuple(above),
    )  # fmt: skip


def keys_of(telling: Telling) -> list[tuple[str, object]]:
    """List under which keys others that may tell the same are looked for: its sentence, word, deed, family, type."""
    keys: list[tuple[str, object]] = [("sentence", telling.order), ("deed", deed_of(telling.event.action))]
    keys += [("stem", stem) for stem in sorted(telling.stems)]
    keys += [("like", line) for line in sorted(lines_of(telling.event.action))]
    keys += [("family", family) for family in sorted(telling.families - _LEANING)]
    keys += [("type", telling.event.type)] if telling.event.type else []
    return keys


def contradict(one: Telling, other: Telling) -> bool:
    """Tell two events that can't be one: on other days, of other tolls, one done and one not, or of strangers."""
    a, b = one.event, other.event
    if on_other_days(one, other):
        return True
    if one.counted and other.counted and not one.counted & other.counted:
        return True
    if (a.status in _DONE) != (b.status in _DONE):
        return True
    return bool(one.order != other.order and one.actors and other.actors and not one.members & other.members)


def on_other_days(one: Telling, other: Telling) -> bool:
    """Tell two events of other days; of "in May" and "on 3 May" also those of other parties."""
    a, b = one.event.days, other.event.days
    if a is None or b is None or a == b:
        return False
    return a[1] < b[0] or b[1] < a[0] or one.members != other.members


def likeness_of(one: Telling, other: Telling) -> dict[str, float]:
    """Read the signals of two tellings of one article, the earlier in the text first."""
    place = _of_syntax if one.order == other.order else _of_distance
    return dict(
        chain(_of_words(one, other), _of_parties(one, other), _of_days(one, other), place(one, other))
    )


def _of_words(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    near = "in one sentence" if one.order == other.order else "apart"
    same = one.event.action == other.event.action
    if same:
        yield f"same word {near}", 1.0
    elif one.stems & other.stems:
        yield f"same stem {near}", 1.0
    elif same_deed(one.event.action, other.event.action):
        yield f"synonyms {near}", 1.0
    elif like_words(one.event.action, other.event.action):
        yield f"like words {near}", 1.0
    elif one.families & other.families:
        yield f"same family {near}", 1.0
    else:
        yield f"unlike words {near}", 1.0
    if one.event.type and one.event.type == other.event.type:
        yield f"same type {near}", 1.0
    elif one.event.type and other.event.type:
        yield f"different types {near}", 1.0
    if one.event.class_ == other.event.class_:
        yield "same class", 1.0
    yield f"{'verb' if one.verbal else 'noun'} and {'verb' if other.verbal else 'noun'} {near}", 1.0
    shared = len(one.content & other.content)
    if one.content and other.content:
        share = shared / min(len(one.content), len(other.content))
        yield f"words shared {near}", share
        yield f"words shared of both {near}", shared / len(one.content | other.content)
        if same:
            yield f"same word and words shared {near}", share
    a, b = one.event.action[:_STEM], other.event.action[:_STEM]
    if not same and (a in other.beginnings or b in one.beginnings):
        yield f"one told in the other's words {near}", 1.0
    if one.counted and other.counted:
        yield ("same number" if one.counted & other.counted else "other number") + f" {near}", 1.0
    for telling in (one, other):
        for family in telling.families & _LEANING:
            yield f"one of {family} {near}", 1.0


_LEANING = LEANING | {"offering"}


def _of_parties(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    near = "in one sentence" if one.order == other.order else "apart"
    for name, a, b in (("actors", one.actors, other.actors), ("targets", one.targets, other.targets)):
        if a and b:
            yield f"{'same' if a == b else 'shared' if a & b else 'other'} {name} {near}", 1.0
        elif a or b:
            yield f"{name} of one only {near}", 1.0
    if one.members & other.members:
        yield f"somebody in both {near}", 1.0
    if one.event.place and one.event.place == other.event.place:
        yield f"same place {near}", 1.0


def _of_days(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    a, b = one.event, other.event
    days, others = a.days, b.days
    if days and others:
        same = days == others
        apart = days[1] < others[0] or others[1] < days[0]
        yield "same day" if same else "other day" if apart else "days overlap", 1.0
        if same and a.date_start == b.date_start:
            yield "dated by the same words", 1.0
    elif days or others:
        yield "one dated only", 1.0
    yield "same status" if a.status == b.status else "other status", 1.0
    if (a.status in _DONE) != (b.status in _DONE):
        yield "one real, one not", 1.0


def _of_syntax(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """Say how two words of one sentence hang together."""
    yield "in one sentence", 1.0
    for upper, lower in ((one, other), (other, one)):
        heads = [head for head, _ in lower.above]
        if upper.token in heads:
            steps = heads.index(upper.token)
            path = " ".join(relation for _, relation in lower.above[: steps + 1])
            yield f"below by {path}" if steps == 0 else f"below by {steps + 1} steps", 1.0
            for family in upper.families & _LEANING:
                yield f"{lower.above[steps][1]} of {family}", 1.0
    shared = len(one.kept & other.kept)
    if shared:
        yield "clause share", shared / min(len(one.kept), len(other.kept))
    if other.token in one.kept:
        yield "later within the earlier's clause", 1.0
    if one.token in other.kept:
        yield "earlier within the later's clause", 1.0
    if other.token in one.kept and one.token in other.kept:
        yield "each within the other's clause", 1.0
    yield "words between", min(abs(other.token - one.token), 20) / 10


def _of_distance(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """Say how far apart two sentences stand."""
    if one.part == "headline" and other.part != "headline":
        yield "headline and body", 1.0
    distance = abs(other.order - one.order)
    yield "next sentence" if distance == 1 else "near sentences" if distance < 5 else "far sentences", 1.0
    if other.definite:
        yield "later points back", 1.0
        if one.event.type and one.event.type == other.event.type:
            yield "later points back to the same type", 1.0
