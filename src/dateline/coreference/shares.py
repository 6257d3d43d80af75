"""How likely each option is: a listwise logistic model.

Each option's signals add up to a score, and the scores of all options, "nothing" among them, to probabilities. Weights
stand in lexicons/coreference_weights.csv, a row a group of words and signal.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from dateline.coreference.choice import Choice
from dateline.coreference.discourse import Thing
from dateline.coreference.options import SOMEBODY_ELSE
from dateline.lexicons import read_facts

_NEW = 0.8  # how likely a phrase must bring in something new to be taken so, whatever suits it

Weights = dict[str, dict[str, float]]


@cache
def weights() -> Weights:
    """Read the learned weights: group of words, then signal."""
    found: Weights = {}
    for row in read_facts("coreference_weights.csv"):
        found.setdefault(row["group"], {})[row["signal"]] = float(row["weight"])
    return found


def probabilities(choice: Choice, weights: Weights) -> list[float]:
    """Give each option its probability."""
    return shares_of(choice.place.group, [option.signals for option in choice.options], weights)


def shares_of(group: str, options: Sequence[Sequence[str]], weights: Weights) -> list[float]:
    """Give options of a group of words, by their signals, their probabilities."""
    known = weights.get(group, {})
    scores = [sum([known.get(signal, 0.0) for signal in signals]) for signals in options]
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    total = sum(odds)
    return [odd / total for odd in odds]


def likeliest(choice: Choice, shares: Sequence[float]) -> tuple[Thing | None, float]:
    """Give the likeliest option and its probability."""
    best = max(range(len(shares)), key=lambda k: (shares[k], -k))
    return choice.options[best].thing, shares[best]


def so_called(choice: Choice, shares: Sequence[float]) -> tuple[Thing, float] | None:
    """Give who is called by the very sort of thing it is ("the carmaker" after Toyota), if one is by far the likeliest.

    With no word to say which one is meant, such a phrase hardly ever brings in something new.
    """
    if not choice.place.sort:
        return None
    rest = sum(shares[:-1])
    best = max(range(len(shares) - 1), key=lambda k: (shares[k], -k), default=-1)
    if best < 0 or shares[-1] > _NEW or "sort fits bare" not in choice.options[best].signals:
        return None
    if choice.place.sort == "person" and SOMEBODY_ELSE in choice.options[-1].signals:
        return None  # "A man was held, Inspector Brown said. The 54-year-old ..." is not Brown
    thing = choice.options[best].thing
    return None if thing is None else (thing, shares[best] / rest)
