"""Predictions for the 5W1H scorer: the answers of `five_ws`, each article given with its title and its standfirst."""

from __future__ import annotations

import pandas as pd

from dateline.analysis import analyze
from dateline.five_ws import QUESTIONS, five_ws


def record_of(line: dict) -> dict:
    """Make a record as users have it: the title apart, the standfirst as the first paragraph of the text."""
    parts = (line.get("description"), line["text"])
    text = "\n\n".join(part.strip() for part in parts if part)
    return {"id": line["id"], "title": line.get("title"), "text": text, "published": line.get("published")}


def predict(gold: list[dict]) -> list[dict]:
    """Predict the six answers of every article."""
    tables = analyze([record_of(line) for line in gold])
    found = five_ws(tables)
    days = {
        (row.article, row.start): row.first for row in tables.dates.itertuples() if not pd.isna(row.first)
    }
    answers: dict[str, dict] = {line["id"]: {} for line in gold}
    for row in found.itertuples():
        told = answers[row.article]
        told[row.question] = row.text
        if row.question == "when" and (day := days.get((row.article, row.start))) is not None:
            told["when_date"] = day.date().isoformat()
    return [
        {"id": line["id"], **dict.fromkeys((*QUESTIONS, "when_date")), **answers[line["id"]]} for line in gold
    ]
