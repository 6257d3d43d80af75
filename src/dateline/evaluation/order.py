"""Predictions for the order scorer (MATRES): events of a text ranked by status and class of the events table."""

from __future__ import annotations

import pandas as pd

from dateline.analysis import analyze
from dateline.evaluation.rows import article_of

_LATER = ("planned", "hypothetical")


def predict(gold: list[dict]) -> list[dict]:
    """Rank the events of every text."""
    return [{"id": line["id"], "events": ranked(analyze(article_of(line)).events)} for line in gold]


def ranked(events: pd.DataFrame) -> list[dict]:
    """Rank the events of one article: what is told comes before its telling, plans come last, else as the text goes.

    Parameters
    ----------
    events : DataFrame
        The events table of one article.

    Returns
    -------
    list of dict
        `start`, `end` and `rank` of each, the earliest 0.
    """
    rows = list(events.itertuples(index=False))
    classes = events["class"].tolist()
    keys = [(_side(row.status, kind), row.start) for row, kind in zip(rows, classes, strict=True)]
    ranks = {number: rank for rank, number in enumerate(sorted(range(len(rows)), key=keys.__getitem__))}
    return [{"start": row.start, "end": row.end, "rank": ranks[n]} for n, row in enumerate(rows)]


def _side(status: str, kind: str) -> int:
    """Tell what came before the telling from the telling itself and from what is still to come."""
    if status in _LATER:
        return 2
    return 1 if kind == "REPORTING" or status == "ongoing" else 0
