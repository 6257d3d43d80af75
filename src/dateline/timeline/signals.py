"""Do two mentions tell one event? Named signals of a pair; their weights are learned (see `learned`)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dateline.timeline.kin import Kin, kin_of, relation
from dateline.timeline.rarity import rarity, weighed_words
from dateline.timeline.stories import Likeness
from dateline.timeline.tellings import Told

REAL = ("happened", "ongoing")
ROW = 0.5  # weight from which the choice of rows gives a row of its own
_SAME = ("same word", "same stem")
_NEAR = 3  # sentences


class Read(NamedTuple):
    """A mention with what is compared of it, read once."""

    told: Told
    kin: Kin
    words: dict[str, float]  # of its sentence, without its own
    sum: float
    figures: frozenset[str]
    rarity: float
    members: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    place: frozenset[str]
    word: tuple[str, ...]  # all that signals of the words alone know: action, type and class


def read_of(told: Told) -> Read:
    """Read of a mention what is compared."""
    words = _words_of(told.line or told.what, told.text)
    head = told.action.split()[0] if told.action else ""
    return Read(
        told, kin_of(told.action), words, sum(words.values()) or 1.0,
        frozenset(word for word in words if word[0].isdigit()), rarity(head),
        _set(told.actors + told.targets), _set(told.actors), _set(told.targets), _set(told.place),
        _word(told.action, told.type, told.kind),
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _set(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)  # one for all that name the same


@lru_cache(maxsize=65536)
def _word(*word: str) -> tuple[str, ...]:
    return word


@lru_cache(maxsize=4096)
def _words_of(line: str, leaving: str) -> dict[str, float]:
    return weighed_words(line, leaving)


def signals_of(one: Read, other: Read, story: Likeness | None) -> dict[str, float] | None:
    """Read the signals of two mentions, of one article or (with `story`) of two; None where their words share nothing.

    Examples
    --------
    >>> from dateline.timeline.tellings import telling
    >>> one, other = (read_of(telling(action=action, line="Oslo port")) for action in ("close", "closure"))
    >>> signals_of(one, other, None)["words shared of the shorter"]
    1.0
    """
    related = related_by(one, other)
    a, b = one.told, other.told
    together = story is None and a.key == b.key
    if not related and not together:
        return None
    found = {related or "unlike words": 1.0}
    readers = (_of_kin(one, other), _of_context(one, other), _of_parties(one, other), _of_days(a, b))
    for reader in readers:
        found.update(reader)
    found.update(_of_article(a, b, related, together) if story is None else of_story(story, related))
    return found


def related_by(one: Read, other: Read) -> str:
    """Name what makes two mentions' words ones that can tell the same deed, "" where nothing does."""
    related = relation(one.kin, other.kin)
    return "same type" if not related and one.told.type and one.told.type == other.told.type else related


def of_words(one: Read, other: Read, related: str) -> dict[str, float]:
    """Read the signals of the two words alone, which are the same wherever these stand."""
    return {related: 1.0, **dict(_of_kin(one, other))}


def _of_kin(one: Read, other: Read) -> Iterator[tuple[str, float]]:
    a, b = one.told, other.told
    if one.kin.deed == other.kin.deed:
        yield "agree in deed", 1.0
    if one.kin.senses & other.kin.senses:
        yield "agree in a sense", 1.0
    if one.kin.groups & other.kin.groups:
        yield "agree in a list", 1.0
    if one.kin.families & other.kin.families:
        yield "agree in family", 1.0
    if a.type and b.type:
        yield ("agree in type" if a.type == b.type else "types differ"), 1.0
    yield "rarity of the word", min(one.rarity, other.rarity) / 5
    if a.kind == b.kind:
        yield "same class", 1.0
    if "REPORTING" in (a.kind, b.kind):
        yield "saying", 1.0
    if "STATE" in (a.kind, b.kind) or "I_STATE" in (a.kind, b.kind):
        yield "state", 1.0


def _of_context(one: Read, other: Read) -> Iterator[tuple[str, float]]:
    few, many = (one.words, other.words) if len(one.words) <= len(other.words) else (other.words, one.words)
    shared = sum(weight for word, weight in few.items() if word in many)
    yield "words shared", shared / math.sqrt(one.sum * other.sum) * 2
    yield "words shared of the shorter", shared / min(one.sum, other.sum)
    yield "weight of words shared", min(shared, 20.0) / 10
    if not shared:
        yield "no word shared", 1.0
    if one.figures and other.figures:
        yield ("same figure" if one.figures & other.figures else "other figures"), 1.0


def _of_parties(one: Read, other: Read) -> Iterator[tuple[str, float]]:
    for name, a, b in (
        ("actor", one.actors, other.actors), ("target", one.targets, other.targets), ("place", one.place, other.place),
    ):  # fmt: skip
        if a and b:
            yield f"{'same' if a == b else 'shared' if a & b else 'other'} {name}", 1.0
    if one.members and other.members:
        yield ("somebody in both" if one.members & other.members else "nobody in both"), 1.0


def _of_days(a: Told, b: Told) -> Iterator[tuple[str, float]]:
    if a.first is not None and b.first is not None:
        same = (a.first, a.last) == (b.first, b.last)
        apart = a.last < b.first or b.last < a.first
        yield ("same day" if same else "other day" if apart else "days overlap"), 1.0
    elif a.first is not None or b.first is not None:
        yield "one dated only", 1.0
    else:
        yield "no day", 1.0
    if a.status == b.status:
        yield "same status", 1.0
    elif (a.status in REAL) != (b.status in REAL):
        yield "one real, one not", 1.0
    if (a.status == "denied") != (b.status == "denied"):
        yield "one denied", 1.0
    if a.weight >= ROW and b.weight >= ROW:
        yield "both in rows", 1.0


def _of_article(a: Told, b: Told, related: str, together: bool) -> Iterator[tuple[str, float]]:
    apart = abs(a.sentence - b.sentence)
    yield ("one sentence" if not apart else "near sentences" if apart < _NEAR else "far sentences"), 1.0
    if not together:
        yield "other row", 1.0
    elif not apart:
        yield "one row, one sentence", 1.0
    else:
        yield f"one row, apart{', same word' if related in _SAME else ''}", 1.0
    if related in _SAME and apart:
        yield "same word apart", 1.0


def of_story(story: Likeness, related: str) -> Iterator[tuple[str, float]]:
    """Read the signals of the two articles, which their mentions have in common."""
    yield "story", story.story
    yield "words of the articles", story.words * 5
    if related in _SAME:
        yield "same word, story", story.story
    if story.words < 0.1:
        yield "articles unlike", 1.0
    elif story.words > 0.3:
        yield "articles alike", 1.0
    if story.both:
        yield "names of the articles", story.names * 3
        if story.names < 0.1:
            yield "articles of other names", 1.0
        elif story.names > 0.4:
            yield "articles of the same names", 1.0
