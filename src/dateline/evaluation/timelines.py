"""Predictions for the timelines scorer (SemEval-2015, task 4): one entity's events in order, over several articles."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dateline.evaluation.pipeline import Found, run_steps
from dateline.events import Event

_MONTH, _YEAR = 20, 80  # days from which an interval is written as its month, as its year


class Ranked(NamedTuple):
    """An event to be ranked, the article that tells it, and that article's day."""

    event: Event
    article: str
    published: date


def predict(gold: list[dict]) -> list[dict]:
    """Predict each entity's timeline: the events that it is actor or target of, told in the articles of the line.

    Lines carry `entity`, `docs`, and `texts`: for each article its `text` and day (`published`).
    """
    found: dict[str, Found] = {}
    for line in gold:
        for name, article in line["texts"].items():
            if name not in found:
                found[name] = run_steps(article["text"], article["published"])
    return [{"id": line["id"], "timeline": timeline_of(line, found)} for line in gold]


def timeline_of(line: dict, found: dict[str, Found]) -> list[dict]:
    """Rank one entity's events by day; those that have happened on no day told rank with their article's day.

    What is only planned, possible or denied and has no day gets rank 0: it can't be ordered. Only days that the text
    tells are given as dates.
    """
    told = [
        Ranked(event, name, date.fromisoformat(line["texts"][name]["published"][:10]))
        for name in line["docs"]
        for event in _events_of(line["entity"], found[name])
    ]
    days = {row: _days(row) for row in told}
    ranks = {span: rank for rank, span in enumerate(sorted(set(filter(None, days.values()))), start=1)}
    rows = [
        {
            "rank": ranks[span] if (span := days[row]) else 0,
            "date": _written(row.event),
            "events": [_mention(row)],
        }
        for row in told
    ]
    return sorted(rows, key=lambda row: row["rank"])


def _events_of(entity: str, found: Found) -> list[Event]:
    """List the events of one article whose actor or target has all words of the entity's name in a mention."""
    words = set(entity.lower().split())
    same = {
        mention.entity
        for mention in found.mentions
        if mention.entity and words <= set(mention.text.lower().split())
    }
    return [event for event in found.events if same & set(f"{event.actor}; {event.target}".split("; "))]


def _days(row: Ranked) -> tuple[date, date] | None:
    event = row.event
    if event.first:
        return event.first, event.last or event.first
    return (row.published, row.published) if event.status == "happened" else None


def _written(event: Event) -> str | None:
    """Write the interval of an event as a day, a month or a year."""
    if event.first is None or event.last is None:
        return None
    length = (event.last - event.first).days
    return event.first.isoformat()[: 10 if length < _MONTH else 7 if length < _YEAR else 4]


def _mention(row: Ranked) -> dict:
    return {"doc": row.article, "start": row.event.start, "end": row.event.end}
