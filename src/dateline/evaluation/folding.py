"""Predictions for the folding scorer (ECB+): which mentions of events the public tables put into one row."""

from __future__ import annotations

import pandas as pd

from dateline.analysis import analyze
from dateline.reading import read_articles


def predict(gold: list[dict]) -> list[dict]:
    """Analyse the documents of every topic together, and give the mentions of each row by `events.event`."""
    return [{"topic": line["topic"], "rows": rows_of(analyze(articles_of(line)).events)} for line in gold]


def articles_of(line: dict) -> pd.DataFrame:
    """Make an articles table of the documents of a topic."""
    names = ("id", "text", "published", "url")
    given = [{name: d[name] for name in names if d.get(name)} for d in line["documents"]]
    return read_articles(pd.DataFrame(given))


def rows_of(events: pd.DataFrame) -> list[dict]:
    """Write the mentions of each row as the scorer reads them; events without a row are left out.

    Parameters
    ----------
    events : DataFrame
        The events table.

    Returns
    -------
    list of dict
        One a row of the timeline, in order of its first mention: `mentions`, each `doc`, `start` and `end`.
    """
    rows: dict[str, list[dict]] = {}
    for article, start, end, event in events[["article", "start", "end", "event"]].itertuples(
        index=False, name=None
    ):
        if event:
            rows.setdefault(event, []).append({"doc": article, "start": int(start), "end": int(end)})
    return [{"mentions": mentions} for mentions in rows.values()]
