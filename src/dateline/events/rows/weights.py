"""Learned weights of named signals, read from a file that anyone can read: lexicons/row_weights.csv.

Six small logistic models stand in it: `tells` (does the word tell an event of a chronology?), `best` (and better
than other words of its article?), `alike` (do two words tell one event?), `row` (does it earn a row, given what surer
ones tell already?), `day` (is a day that the article tells elsewhere that of an event which nothing dates?) and `held`
(is the day that grammar gives to an event its own?). Made again by `python -m dateline.events.rows.training`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from itertools import islice, repeat
from operator import mul
from typing import NamedTuple

from dateline.lexicons import read_facts

FILE = "row_weights.csv"
BASE = "(always)"  # the signal that every case has


class Weights(NamedTuple):
    """One logistic model: weight of each signal, and that of the case without any."""

    base: float
    of: Mapping[str, float]

    def logit(self, signals: Mapping[str, float]) -> float:
        """Add up what speaks for it, as log-odds; unknown signals count nothing."""
        # fsum is exact, so that the order of a set, which changes from run to run, does not count
        weights = map(self.of.get, signals, repeat(0.0))
        return math.fsum([self.base, *map(mul, weights, signals.values())])

    def strongest(
        self, signals: Mapping[str, float], most: int = 3, without: tuple[str, ...] = ()
    ) -> list[str]:
        """Name the signals that speak most for it, the strongest first, but for those that begin so."""
        return self._heaviest(signals, 1.0, most, without)

    def weakest(
        self, signals: Mapping[str, float], most: int = 3, without: tuple[str, ...] = ()
    ) -> list[str]:
        """Name the signals that speak most against it, the strongest first, but for those that begin so."""
        return self._heaviest(signals, -1.0, most, without)

    def _heaviest(
        self, signals: Mapping[str, float], sign: float, most: int, without: tuple[str, ...]
    ) -> list[str]:
        shares = [(-sign * self.of[name] * value, name) for name, value in signals.items() if name in self.of]
        ordered = sorted(share for share in shares if share[0] < 0)
        return list(islice((name for _, name in ordered if not name.startswith(without)), most))


@cache
def weights() -> dict[str, Weights]:
    """Read every model of the package, by name."""
    return read_weights(FILE)


def read_weights(file: str) -> dict[str, Weights]:
    """Read the models that stand in one file of the facts (columns model, signal, weight), by name."""
    found: dict[str, dict[str, float]] = {}
    for row in read_facts(file):
        found.setdefault(row["model"], {})[row["signal"]] = float(row["weight"])
    return {name: Weights(of.pop(BASE, 0.0), of) for name, of in found.items()}


def probability(logit: float) -> float:
    """Turn log-odds into a probability.

    Examples
    --------
    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def log_odds(probability: float) -> float:
    """Turn a probability into log-odds, of at most 30 on either side.

    Examples
    --------
    >>> log_odds(0.5)
    0.0
    """
    if probability <= 0 or probability >= 1:
        return math.copysign(30.0, probability - 0.5)
    return max(-30.0, min(30.0, math.log(probability / (1 - probability))))
