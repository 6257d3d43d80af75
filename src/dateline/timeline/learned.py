"""Learned weights of the signals of a pair: lexicons/folding_weights.csv, made again by `make folding-weights`.

A small logistic model stands in it: `across` (two mentions of two articles).
"""

from __future__ import annotations

from functools import cache

from dateline.events.rows.weights import Weights, read_weights

FILE = "folding_weights.csv"
MODELS = ("across",)


@cache
def weights() -> dict[str, Weights]:
    """Read the model of the package, by name."""
    return read_weights(FILE)
