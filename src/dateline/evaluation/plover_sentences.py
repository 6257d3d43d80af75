"""Predictions for the scorer of PLOVER types in single sentences: the records of the public `code_events`."""

from __future__ import annotations

from dateline import analyze, code_events
from dateline.cells import listed
from dateline.evaluation.rows import article_of


def predict(gold: list[dict]) -> list[dict]:
    """Predict every sentence: type, whether it is the main act, and the names of both sides."""
    out = []
    for line in gold:
        tables = analyze(article_of(line))
        names = dict(zip(tables.entities["entity"], tables.entities["name"], strict=True))
        events = [
            {"type": row.type, "main": bool(row.main), "source": _named(row.source, names),
             "target": _named(row.target, names)}
            for row in code_events(tables).itertuples(index=False)
        ]  # fmt: skip
        out.append({"id": line["id"], "events": events})
    return out


def _named(side: str, names: dict[str, str]) -> list[str]:
    return [names.get(entity, entity) for entity in listed(side)]
