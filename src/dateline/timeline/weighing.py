"""How likely groups of mentions of two articles tell one event: the mean over their pairs, for many groups at once.

The signals of a pair fall into parts, each of which reads little of the two mentions (their words, who takes part, days
and status, figures), so that most pairs are weighed by what is known of others. Nearly all pairs lie so far below what
is kept, by their words and articles alone, that the rest need not be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from dateline.events.rows.weights import Weights, probability
from dateline.timeline.index import spans
from dateline.timeline.signals import (
    SAME,
    Read,
    of_claims,
    of_figures,
    of_parties,
    of_shared,
    of_story,
    of_words,
    related_by,
)
from dateline.timeline.stories import Likeness

_DAYS = ("same day", "other day", "days overlap")
# Signals of which a pair has one at most, and the most that each can be; the rest of what is compared.
_BESIDE = (
    (("words shared",), 2.0), (("words shared of the shorter",), 1.0), (("weight of words shared",), 2.0),
    (("words shared, other word",), 1.0), (("somebody in both, other word",), 1.0),
    (("no word shared",), 1.0), (("same figure", "other figures"), 1.0),
    (("same actor", "shared actor", "other actor", "actor of one country"), 1.0),
    (("same target", "shared target", "other target", "target of one country"), 1.0),
    (("same place", "shared place", "other place"), 1.0),
    (("somebody in both", "one country in both", "nobody in both"), 1.0),
    (("same day", "other day", "days overlap", *(f"{how}, told elsewhere" for how in _DAYS), "one dated only",
      "no day"), 1.0),
    (("same status", "one real, one not"), 1.0), (("one denied",), 1.0), (("both in rows",), 1.0),
)  # fmt: skip
_KEPT = 200_000  # pairs of which the weight of a part is known
_ROUNDED = 1e-6  # more than sums can differ by their order
_FAR = -1000.0  # log-odds of what can't be one event
_OTHER = ""  # stands for all relations of words that are not SAME


class Page(NamedTuple):
    """The groups of mentions of an article, as numbers that many are compared by at once."""

    size: np.ndarray  # mentions of each group
    mentions: np.ndarray  # a row each: numbers of its words, parties, claim, figures
    sums: np.ndarray  # weight of its sentence
    lengths: np.ndarray  # words of its sentence
    words: np.ndarray  # all, one sentence after the other
    weights: np.ndarray

    @staticmethod
    def joined(pages: Sequence[Page]) -> Page:
        """Put pages one behind the other."""
        return Page(*(np.concatenate(column) for column in zip(*pages, strict=True)))


class _Part:
    """The weight of one part of the signals, by what it reads of two mentions; what was weighed once is kept."""

    def __init__(
        self, key: Callable[[Read], Hashable], weigh: Callable[[Read, Read], tuple[float, float]]
    ) -> None:
        self._key, self._weigh = key, weigh
        self._number: dict[Hashable, int] = {}
        self._read: list[Read] = []
        self._known: dict[int, tuple[float, float]] = {}

    def number(self, read: Read) -> int:
        """Number what it reads of a mention."""
        key = self._key(read)
        if key not in self._number:
            self._number[key] = len(self._read)
            self._read.append(read)
        return self._number[key]

    def weights(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Weigh pairs: two columns, what `weigh` gives for each."""
        pair = (np.minimum(one, other).astype(np.int64) << 32) | np.maximum(one, other)  # either way round
        pairs, place = np.unique(pair, return_inverse=True)
        known, found = self._known, []
        for pair in pairs.tolist():
            if pair not in known:
                if len(known) >= _KEPT:
                    known.clear()
                known[pair] = self._weigh(self._read[pair >> 32], self._read[pair & 0xFFFFFFFF])
            found.append(known[pair])
        return np.array(found).reshape(-1, 2)[place]


class Scales:
    """Weighs groups of mentions by one model."""

    def __init__(self, model: Weights) -> None:
        self._model = model
        self._rest = _ROUNDED + sum(
            most * max(0.0, *(model.of.get(name, 0.0) for name in names)) for names, most in _BESIDE
        )
        self._vocabulary: dict[str, int] = {}
        self._parts = (
            _Part(lambda read: read.word, self._of_words),
            _Part(lambda read: read.parties, self._of_parties),
            _Part(lambda read: read.claim, self._of_claims),
            _Part(lambda read: read.figures, self._of_figures),
        )

    def page(self, groups: Sequence[Sequence[Read]]) -> Page:
        """Lay out what is compared of the groups of an article."""
        reads = [read for group in groups for read in group]
        number = self._vocabulary
        words = [number.setdefault(word, len(number)) for read in reads for word in read.words]
        return Page(
            np.array([len(group) for group in groups], np.int32),
            np.array(
                [[part.number(read) for part in self._parts] for read in reads], np.int32
            ).reshape(-1, len(self._parts)),
            np.array([read.sum for read in reads], float),
            np.array([len(read.words) for read in reads], np.int32),
            np.array(words, np.int32),
            np.array([weight for read in reads for weight in read.words.values()], float),
        )  # fmt: skip

    def likely(
        self, known: Page, stories: tuple[np.ndarray, Sequence[Likeness]], page: Page,
        pairs: tuple[np.ndarray, np.ndarray], least: float,
    ) -> list[tuple[int, float]]:  # fmt: skip
        """Say which pairs of groups are more likely one event than the least, and how likely.

        Parameters
        ----------
        known, page : Page
            Of the groups that are compared: those of earlier articles, and those of one.
        stories : array of int, sequence of Likeness
            For each group of `known` the number of its article, and how alike each article is to the one of `page`.
        pairs : two arrays of int
            A group of `known`, and one of `page`.
        least : float
            What is not likelier is left out.

        Returns
        -------
        list of (int, float)
            The number of a pair, and the mean probability over its mentions; those whose words share nothing count 0.
        """
        at, one, other, story = _mentions(known, page, pairs, stories[0])
        words = self._parts[0].weights(known.mentions[one, 0], page.mentions[other, 0])
        same = words[:, 1].astype(int)
        logits = words[:, 0] + self._of_stories(stories[1])[story, same]
        sizes = np.bincount(at, minlength=len(pairs[0]))
        most = np.bincount(at, _probabilities(logits + self._rest), len(sizes))
        kept = (most > least * sizes)[at] & (words[:, 0] > _FAR)
        at, one, other, same, logits = (column[kept] for column in (at, one, other, same, logits))
        logits += self._of_sentences(known, one, page, other, same)
        for number, part in enumerate(self._parts[1:], 1):
            weights = part.weights(known.mentions[one, number], page.mentions[other, number])
            logits += weights[np.arange(len(same)), same]
        most = np.bincount(at, _probabilities(logits + _ROUNDED), len(sizes))
        kept = (most > least * sizes)[at]
        total = np.bincount(at[kept], list(map(probability, logits[kept].tolist())), len(sizes))
        found = np.flatnonzero(total > least * sizes)
        return list(zip(found.tolist(), (total[found] / sizes[found]).tolist(), strict=True))

    def _sum(self, signals: Mapping[str, Any]) -> Any:
        known = self._model.of
        return sum([known.get(name, 0.0) * value for name, value in signals.items()])

    def _of_words(self, one: Read, other: Read) -> tuple[float, float]:
        """Weigh the words, and tell whether they are the same."""
        related = related_by(one, other)
        if not related:
            return _FAR, 0.0
        return self._model.base + self._sum(of_words(one, other, related)), float(related in SAME)

    def _of_parties(self, one: Read, other: Read) -> tuple[float, float]:
        same = of_parties(one, other, SAME[0])
        differs = "somebody in both" in same  # else the words that tell the deed do not count
        weight = self._sum(same)
        return (self._sum(of_parties(one, other, _OTHER)) if differs else weight), weight

    def _of_claims(self, one: Read, other: Read) -> tuple[float, float]:
        return (self._sum(of_claims(one, other)),) * 2

    def _of_figures(self, one: Read, other: Read) -> tuple[float, float]:
        return (self._sum(of_figures(one, other)),) * 2

    def _of_stories(self, stories: Sequence[Likeness]) -> np.ndarray:
        return np.array(
            [[self._sum(of_story(story, kind)) for kind in (_OTHER, SAME[0])] for story in stories]
        )

    def _of_sentences(
        self, known: Page, one: np.ndarray, page: Page, other: np.ndarray, same: np.ndarray
    ) -> np.ndarray:
        """Weigh what the sentences of pairs of mentions share."""
        shared = _shared(known, one, page, other)
        sums = known.sums[one], page.sums[other]
        by_kind = [self._sum(of_shared(shared, *sums, kind)) for kind in (_OTHER, SAME[0])]
        return np.where(same == 1, by_kind[1], by_kind[0])


def _mentions(
    known: Page, page: Page, pairs: tuple[np.ndarray, np.ndarray], story: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Pair every mention of one group with every one of the other: number of the pair, the two, the story."""
    one, other = pairs
    ones, others = known.size[one], page.size[other]
    count = ones * others
    at = np.repeat(np.arange(len(one)), count)
    within = spans(np.zeros(len(one), int), count)
    row, column = np.divmod(within, others[at])
    first = (np.cumsum(sizes) - sizes for sizes in (known.size, page.size))
    return at, next(first)[one][at] + row, next(first)[other][at] + column, story[one][at]


def _probabilities(logits: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(logits, -700, 30)))


def _shared(known: Page, one: np.ndarray, page: Page, other: np.ndarray) -> np.ndarray:
    """Sum up for each pair the words that both sentences have, with the weight that the shorter sentence gives them."""
    place = np.full(max(known.words.max(initial=0), page.words.max(initial=0)) + 1, -1, np.int32)
    vocabulary = np.unique(page.words)
    place[vocabulary] = np.arange(len(vocabulary))
    table = np.zeros((len(page.lengths), len(vocabulary)))
    table[np.repeat(np.arange(len(page.lengths)), page.lengths), place[page.words]] = page.weights
    lengths = known.lengths[one]
    entry = spans((np.cumsum(known.lengths) - known.lengths)[one], lengths)
    pair = np.repeat(np.arange(len(one)), lengths)
    column = place[known.words[entry]]
    there = column >= 0
    entry, pair, column = entry[there], pair[there], column[there]
    theirs = table[other[pair], column]
    of_known = (lengths <= page.lengths[other])[pair]
    weight = np.where(of_known & (theirs > 0), known.weights[entry], theirs)
    return np.bincount(pair, weight, len(one))
