"""Are two articles of one story? Shared names and words, the rarer and the oftener told the heavier."""

from __future__ import annotations

import math
import re
from collections import Counter, deque
from typing import NamedTuple

from dateline.timeline.rarity import counted_words, rarity, stem, words_in

WORDS, NAMES, MAIN = 150, 40, 8  # kept of an article
LEAD = 250  # characters
FEW = 20  # words of weight; articles of fewer are alike by chance
LATEST = 100  # articles kept under each name or word; keeps long runs linear
COMPARED = 80  # articles of most votes that are compared at all
NEAREST = 40  # articles that one is compared with
_NAME = re.compile(r"(?<![.!?:] )(?<![\n“\"])(?<!^)\b[A-Z][A-Za-z'’-]+")
_CAPITAL = re.compile(r"\b[A-Z][A-Za-z'’-]+")
_NAMING = 1.5  # rarity from which a word with a capital is a name of weight


class Gist(NamedTuple):
    """What an article is about: its heaviest words and names."""

    words: dict[str, float]
    length: float  # of the vector of words
    names: dict[str, float]
    reach: float  # of the vector of names
    main: tuple[str, ...]
    lead: frozenset[str]


class Likeness(NamedTuple):
    """How alike two articles are, each figure from 0 to 1; whether both hold names, and whether one is but a line."""

    words: float
    names: float
    lead: float
    both: bool
    short: bool = False

    @property
    def story(self) -> float:
        """All three in one figure from 0 to 2.5."""
        return min(6.3 * self.words + 4.2 * self.names + 1.2 * self.lead, 5.0) / 2


def gist_of(text: str) -> Gist:
    """Take the gist of an article's text."""
    told = [word for word in words_in(text) if rarity(word) > 0]
    heaviest = counted_words(told, WORDS)
    words: dict[str, float] = {}
    for word, weight in heaviest.items():
        words[stem(word)] = max(weight, words.get(stem(word), 0.0))
    names = counted_words(
        [name for name in map(_small, _NAME.findall(text)) if rarity(name) > _NAMING], NAMES
    )
    lead = frozenset(map(_small, _CAPITAL.findall(text[:LEAD]))) & names.keys()
    main = (*list(names)[:MAIN], *[f"~{word}" for word in list(words)[:MAIN]])
    return Gist(words, _size(words), names, _size(names), main, lead)


def _small(name: str) -> str:
    return name.lower().replace("’", "'").removesuffix("'s")


def _size(weights: dict[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0


def likeness_of(one: Gist, other: Gist) -> Likeness:
    """Compare two articles."""
    words = _product(one.words, other.words) / one.length / other.length
    names = _product(one.names, other.names) / one.reach / other.reach
    lead = len(one.lead & other.lead) / max(1, min(len(one.lead), len(other.lead)))
    short = min(len(one.words), len(other.words)) < FEW
    return Likeness(words, names, lead, bool(one.names and other.names), short)


def _product(one: dict[str, float], other: dict[str, float]) -> float:
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum([weight * many[word] for word, weight in few.items() if word in many])


class Shelf:
    """Articles by what they are about, in the order in which they come; finds those that tell the same story.

    An article that stands under no name or word any more, as so many later ones do, is found no more and not kept.
    """

    def __init__(self) -> None:
        self._gists: dict[int, Gist] = {}
        self._under: dict[str, deque[int]] = {}
        self._places: Counter[int] = Counter()  # names and words that an article stands under
        self._left: list[int] = []

    def left(self) -> list[int]:
        """Give the articles that can't be found any more, each once."""
        left, self._left = self._left, []
        return left

    def nearest(self, number: int, text: str) -> dict[int, Likeness]:
        """Put an article on the shelf, and give the earlier ones that are most like it, the most alike first."""
        gist = gist_of(text)
        votes: Counter[int] = Counter()
        for name in gist.main:
            votes.update(self._under.get(name, ()))
        chosen = sorted(votes, key=lambda other: (-votes[other], -other))[:COMPARED]
        alike = {other: likeness_of(self._gists[other], gist) for other in chosen}
        kept = sorted(alike, key=lambda other: (-alike[other].story, -other))[:NEAREST]
        self._put(number, gist)
        return {other: alike[other] for other in kept}

    def _put(self, number: int, gist: Gist) -> None:
        if not gist.main:
            self._left.append(number)
            return
        self._gists[number], self._places[number] = gist, len(gist.main)
        for name in gist.main:
            under = self._under.setdefault(name, deque())
            under.append(number)
            if len(under) > LATEST:
                self._leave(under.popleft())

    def _leave(self, number: int) -> None:
        self._places[number] -= 1
        if not self._places[number]:
            del self._places[number], self._gists[number]
            self._left.append(number)
