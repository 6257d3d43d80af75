"""Predictions for the timelines scorer (SemEval-2015, task 4): one entity's events in order, over several articles."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd

from dateline import analyze
from dateline.cells import listed
from dateline.evaluation.rows import article_of
from dateline.tables import Row, Tables

_FEWEST = 2  # words of a longer name that still name the same
_MONTH, _YEAR = 20, 80  # days from which an interval is written as its month, as its year


class Ranked(NamedTuple):
    """An event to be ranked: where it is told, its status and days, and its article's day."""

    article: str
    start: int
    end: int
    status: str
    days: tuple[date, date] | None
    published: date


def predict(gold: list[dict]) -> list[dict]:
    """Predict each entity's timeline: the events that it is actor or target of, told in the articles of the line.

    Lines carry `entity`, `docs`, and `texts`: for each article its `text` and day (`published`).
    """
    found: dict[str, Tables] = {}
    for line in gold:
        for name, article in line["texts"].items():
            if name not in found:
                given = {"id": name, "text": article["text"], "published": article["published"]}
                found[name] = analyze(article_of(given))
    return [{"id": line["id"], "timeline": timeline_of(line, found)} for line in gold]


def timeline_of(line: dict, found: dict[str, Tables]) -> list[dict]:
    """Rank one entity's events by day; those that have happened on no day told rank with their article's day.

    What is only planned, possible or denied and has no day gets rank 0: it can't be ordered. Only days that the text
    tells are given as dates.
    """
    told = [
        Ranked(name, event.start, event.end, event.status, _days_of(event), published)
        for name in line["docs"]
        for published in [date.fromisoformat(line["texts"][name]["published"][:10])]
        for event in _events_of(line["entity"], found[name])
    ]
    days = {row: _days(row) for row in told}
    ranks = {span: rank for rank, span in enumerate(sorted(set(filter(None, days.values()))), start=1)}
    rows = [
        {
            "rank": ranks[span] if (span := days[row]) else 0,
            "date": _written(row.days),
            "events": [{"doc": row.article, "start": row.start, "end": row.end}],
        }
        for row in told
    ]
    return sorted(rows, key=lambda row: row["rank"])


def _events_of(entity: str, tables: Tables) -> list[Row]:
    """List the events of one article whose actor or target is the entity of this name."""
    same = _named(entity, tables.mentions)
    events = tables.events.itertuples(index=False)
    return [event for event in events if same & {*listed(event.actor), *listed(event.target)}]


def _named(entity: str, mentions: pd.DataFrame) -> set[str]:
    """Find who is mentioned with all words of a name, else with most of them and no others: two at least.

    So "Beatles Apple Corps" is who an article calls "Apple Corps", and "Ayr 4" not who it calls "Ayr".
    """
    asked = set(entity.lower().split())
    told = [
        (who, set(text.lower().split()))
        for who, text in zip(mentions["entity"], mentions["text"], strict=True)
        if who
    ]
    found = {who for who, words in told if asked <= words}
    most = max((len(words) for _, words in told if words < asked), default=0)
    if found or most < _FEWEST:
        return found
    return {who for who, words in told if words < asked and len(words) == most}


def _days_of(event: Row) -> tuple[date, date] | None:
    return None if pd.isna(event.first) else (event.first.date(), event.last.date())


def _days(row: Ranked) -> tuple[date, date] | None:
    return row.days or ((row.published, row.published) if row.status == "happened" else None)


def _written(days: tuple[date, date] | None) -> str | None:
    """Write an interval as a day, a month or a year."""
    if days is None:
        return None
    length = (days[1] - days[0]).days
    return days[0].isoformat()[: 10 if length < _MONTH else 7 if length < _YEAR else 4]
