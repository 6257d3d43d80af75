"""Predictions for the coded-events scorer: what the public `code_events` writes of each sentence."""

from __future__ import annotations

from itertools import product

import pandas as pd

from dateline import analyze, code_events
from dateline.cells import listed
from dateline.evaluation.rows import article_of


def predict(gold: list[dict]) -> list[dict]:
    """Predict every line of the gold."""
    return [{"id": line["id"], "events": records_of(code_events(analyze(article_of(line))))} for line in gold]


def records_of(coded: pd.DataFrame) -> list[dict]:
    """Write the records as the scorer reads them; parties of a joint act without a target are paired both ways."""
    records = []
    for row in coded.itertuples(index=False):
        source, target = list(listed(row.source_country)), list(listed(row.target_country))
        record = {"type": row.type, "source": source, "target": target}
        if not target and len(source) > 1:
            record["pairs"] = [[a, b] for a, b in product(source, source) if a != b]
        records.append(record)
    return records
