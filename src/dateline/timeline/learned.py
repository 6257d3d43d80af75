"""Learned weights of the signals of a pair: lexicons/folding_weights.csv, made again by `make folding-weights`.

A small logistic model stands in it, of two mentions of two articles: `across`.
"""

from __future__ import annotations

from functools import cache

from dateline.events.rows.weights import Weights, read_weights

FILE = "folding_weights.csv"
MODEL = "across"


@cache
def weights() -> Weights:
    """Read the model of the package."""
    return read_weights(FILE)[MODEL]
