"""Predictions for the attribution scorer: the quotes table in the shape of the PolNeAR gold.

Nothing is mended on the way: rows with `inside` are left out, as the gold has no attribution within an
attribution, and rows of one cue are one attribution.
"""

from __future__ import annotations

import pandas as pd

from dateline.quotes import find_quotes


def attributions_of(quotes: pd.DataFrame) -> list[dict]:
    """Gather the rows of one article by cue: {"source", "cue", "content"}, lists of [start, end]."""
    found: dict[object, dict] = {}
    for row in quotes[~quotes["inside"]].itertuples():
        cued = not pd.isna(row.cue_start)
        one = found.setdefault(
            (row.cue_start, row.cue_end) if cued else row.Index,
            {
                "source": []
                if pd.isna(row.speaker_start)
                else [[int(row.speaker_start), int(row.speaker_end)]],
                "cue": [[int(row.cue_start), int(row.cue_end)]] if cued else [],
                "content": [],
            },
        )
        one["content"].append([int(row.start), int(row.end)])
    return list(found.values())


def predict(gold: list[dict]) -> list[dict]:
    """Predict the attributions of gold lines ({"id", "text"}), one line each."""
    articles = pd.DataFrame(
        {"article": [line["id"] for line in gold], "text": [line["text"] for line in gold]}
    )
    quotes = dict(list(find_quotes(articles).groupby("article", sort=False)))
    return [
        {
            "id": line["id"],
            "attributions": attributions_of(quotes[line["id"]]) if line["id"] in quotes else [],
        }
        for line in gold
    ]
