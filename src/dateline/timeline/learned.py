"""Learned weights of the signals of a pair: lexicons/folding_weights.csv, made again by `make folding-weights`.

Two small logistic models stand in it: `again` (two mentions of one article) and `across` (of two articles).
"""

from __future__ import annotations

from functools import cache

from dateline.events.rows.weights import BASE, Weights
from dateline.lexicons import read_facts

FILE = "folding_weights.csv"
MODELS = ("again", "across")


@cache
def weights() -> dict[str, Weights]:
    """Read both models of the package, by name."""
    found: dict[str, dict[str, float]] = {name: {} for name in MODELS}
    for row in read_facts(FILE):
        found[row["model"]][row["signal"]] = float(row["weight"])
    return {name: Weights(of.pop(BASE, 0.0), of) for name, of in found.items()}
