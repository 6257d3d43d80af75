"""Learned weights of the signals of a pair: lexicons/folding_weights.csv, made again by `make folding-weights`.

Two small logistic models stand in it: `again` (two mentions of one article) and `across` (of two articles).
"""

from __future__ import annotations

from functools import cache

from dateline.events.rows.weights import Weights, read_weights

FILE = "folding_weights.csv"
MODELS = ("again", "across")


@cache
def weights() -> dict[str, Weights]:
    """Read both models of the package, by name."""
    return read_weights(FILE)
