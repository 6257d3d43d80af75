"""TimelineJS: the JSON that Knight Lab's storytelling timeline draws (timeline.knightlab.com/docs/json-format)."""

from __future__ import annotations

import calendar
import html
import json
from pathlib import Path

import pandas as pd

from dateline.cells import listed
from dateline.outputs import whole_file
from dateline.tables import ROW, Tables

_GROUPS = {"happened": "happened", "ongoing": "happened", "planned": "planned"}
LIKELY = 0.5  # rows that an editor would rather not print stay out, where the table weighs them


def export_timelinejs(tables: Tables, path: str | Path, *, title: str = "", text: str = "") -> Path:
    """Write the dated events of the timeline that an editor would print as slides for TimelineJS.

    Parameters
    ----------
    tables : Tables
        The timeline, and the articles for the sentence and its source.
    path : path
        Of the JSON file.
    title, text : str
        Headline and words of the first slide; without a title there is none.

    Returns
    -------
    Path
        The file. A slide is one event: its words, the sentence that tells it, who says so and in which article.
        Months and years stay months and years; other intervals have a first and a last day. Events are grouped by
        what happened, what is planned, and what is possible or denied. All text is escaped. Events without a day
        can't be drawn and are left out.
    """
    rows = tables.timeline[tables.timeline["first"].notna() & ~(tables.timeline["weight"] < ROW)]
    if "weight" in rows:
        rows = rows[rows["weight"] >= LIKELY]
    articles = tables.articles.set_index("article")
    slides: dict[str, object] = {"events": [_slide(row, articles) for row in rows.to_dict("records")]}
    if title:
        slides = {"title": {"text": {"headline": html.escape(title), "text": html.escape(text)}}} | slides
    path = Path(path)
    with whole_file(path) as beside:
        beside.write_text(json.dumps(slides, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _slide(row: dict, articles: pd.DataFrame) -> dict:
    start, end, shown = _days(row["first"], row["last"])
    key = row.get("event") or f"{row['article']}:{row['start']}:{row['first']:%Y-%m-%d}:{row['what']}"
    slide = {
        "start_date": start,
        "text": {"headline": html.escape(row["what"]), "text": _words(row, articles)},
        "group": _GROUPS.get(row["status"], "possible or denied"),
        "unique_id": html.escape(key),
        "autolink": False,
    }
    if end:
        slide["end_date"] = end
    if shown:
        slide["display_date"] = shown
    return slide


def _days(first: pd.Timestamp, last: pd.Timestamp) -> tuple[dict, dict | None, str]:
    """Give start, end and words of an interval; a whole month or year has no day, so that none is made up."""
    year = {"year": first.year}
    month = year | {"month": first.month}
    whole_month = (first.year, first.month) == (last.year, last.month) and (first.day, last.day) == (
        1,
        calendar.monthrange(last.year, last.month)[1],
    )
    if first == last:
        return month | {"day": first.day}, None, ""
    if (first.year, first.month, first.day) == (last.year, 1, 1) and (last.month, last.day) == (12, 31):
        return year, None, str(first.year)
    if whole_month:
        return month, None, f"{calendar.month_name[first.month]} {first.year}"
    return month | {"day": first.day}, {"year": last.year, "month": last.month, "day": last.day}, ""


def _words(row: dict, articles: pd.DataFrame) -> str:
    article = articles.loc[row["article"]]
    sentence = " ".join(article["text"][row["start"] : row["end"]].split())
    source = ", ".join(filter(None, [article["title"] or row["article"], article["source"]]))
    named = html.escape(source)
    if article["url"].startswith(("http://", "https://")):
        named = f'<a href="{html.escape(article["url"])}">{named}</a>'
    others = len(listed(row["articles"])) - 1
    often = f" and {others} more" if others > 0 else ""
    return f"<p>{html.escape(sentence)}</p><p>{named}{often} ({html.escape(row['status'])})</p>"
