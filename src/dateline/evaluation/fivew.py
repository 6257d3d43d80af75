"""Predictions for the 5W1H scorer: title, description and text of each article as one text."""

from __future__ import annotations

from datetime import date

from dateline.evaluation.pipeline import run_steps
from dateline.five_ws import answers_in

LONGEST = 9000  # characters read of an article; the answers stand at its beginning


def text_of(line: dict) -> str:
    """Join title, description and text as an article with headline and standfirst."""
    parts = (line.get("title"), line.get("description"), line["text"])
    return "\n\n".join(part.strip() for part in parts if part)[:LONGEST]


def predict(gold: list[dict]) -> list[dict]:
    """Predict the six answers of every article."""
    rows = []
    for line in gold:
        found = run_steps(text_of(line), line.get("published"))
        published = line.get("published")
        day = date.fromisoformat(published[:10]) if published else None
        answers = answers_in(found.tokens, found.mentions, found.dates, day)
        row = {"id": line["id"], **{answer.question: answer.text for answer in answers}}
        days = {phrase.start: phrase.first for phrase in found.dates if phrase.first}
        when = next((days.get(answer.start) for answer in answers if answer.question == "when"), None)
        rows.append({**row, "when_date": when.isoformat() if when else None})
    return rows
