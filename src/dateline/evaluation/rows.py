"""Predictions for the rows scorer: the timeline of each article by itself, its rows from weight 0.5 on."""

from __future__ import annotations

import pandas as pd

from dateline.analysis import analyze
from dateline.cells import listed
from dateline.reading import read_articles
from dateline.tables import ROW, Tables


def predict(gold: list[dict]) -> list[dict]:
    """Analyse every article by itself and give the rows of its timeline."""
    return [{"id": line["id"], "rows": rows_of(analyze(article_of(line)))} for line in gold]


def article_of(line: dict) -> pd.DataFrame:
    """Make an articles table of one gold line."""
    given = {name: line[name] for name in ("id", "text", "published") if line.get(name)}
    return read_articles(pd.DataFrame([given]))


def rows_of(tables: Tables, least: float = ROW) -> list[dict]:
    """Write the rows of a timeline as the scorer reads them: days in ISO form, actors by name, the sentence's span."""
    names = dict(zip(tables.entities["entity"], tables.entities["name"], strict=True))
    rows = tables.timeline[tables.timeline["weight"] >= least]
    return [
        {
            "what": row["what"],
            "first": _day(row["first"]),
            "last": _day(row["last"]),
            "status": row["status"],
            "actors": [names.get(actor, actor) for actor in listed(row["actors"])],
            "start": row["start"],
            "end": row["end"],
        }
        for row in rows.to_dict("records")
    ]


def _day(day: pd.Timestamp) -> str | None:
    return None if pd.isna(day) else day.date().isoformat()
