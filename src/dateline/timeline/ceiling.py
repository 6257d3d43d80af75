"""How likely two mentions can be one event at most, from their words and articles alone.

Nearly all pairs that are looked at lie so far below what is asked that their sentences, parties and days need not be
compared. What the words alone say is the same wherever they stand, and is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.events.rows.weights import Weights, probability
from dateline.timeline.signals import Read, of_story, of_words, related_by
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
_KEPT = 200_000  # pairs of words
_SAME = ("same word", "same stem")
_ROUNDED = 1e-6  # more than sums can differ by their order

Word = tuple[str, ...]


class Ceiling:
    """The highest probability that pairs of mentions of different articles can have by one model."""

    def __init__(self, model: Weights) -> None:
        self._model = model
        self._rest = model.base + _ROUNDED
        self._rest += sum(
            most * max(0.0, *(model.of.get(name, 0.0) for name in names)) for names, most in _BESIDE
        )
        self._words: dict[tuple[Word, Word], tuple[float, bool] | None] = {}
        self._articles: dict[int, tuple[float, float]] = {}

    def look(self, near: Mapping[int, Likeness]) -> None:
        """Take the articles with which the next ones are compared."""
        self._articles = {
            number: (self._sum(dict(of_story(story, ""))), self._sum(dict(of_story(story, _SAME[0]))))
            for number, story in near.items()
        }

    def is_reached(self, some: Sequence[Read], others: Sequence[Read], least: float) -> bool:
        """Tell whether the mean over all pairs can be above the least; those whose words share nothing count 0."""
        articles, words = self._articles, self._words
        total = 0.0
        for one in some:
            story = articles.get(one.told.number)
            if story is None:  # nothing is known of it
                continue
            for other in others:
                key = (one.word, other.word)
                if key not in words:
                    self._keep(key, one, other)
                told = words[key]
                if told is not None:
                    total += probability(told[0] + story[told[1]])
        return total > least * len(some) * len(others)

    def _keep(self, key: tuple[Word, Word], one: Read, other: Read) -> None:
        if len(self._words) >= _KEPT:
            self._words.clear()
        self._words[key] = self._of_words(one, other)

    def _of_words(self, one: Read, other: Read) -> tuple[float, bool] | None:
        related = related_by(one, other)
        if not related:
            return None
        return self._rest + self._sum(of_words(one, other, related)), related in _SAME

    def _sum(self, signals: Mapping[str, float]) -> float:
        return sum(self._model.of.get(name, 0.0) * value for name, value in signals.items())
