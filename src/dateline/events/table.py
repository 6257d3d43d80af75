"""The events table: one row for every mention of an event in every article."""

from __future__ import annotations

import pandas as pd

from dateline.cells import as_cells
from dateline.events.find import events_in
from dateline.events.records import Event
from dateline.language.tokens import Tokens
from dateline.mentions import spoken_of
from dateline.parses import parse_article
from dateline.tables import conform


def find_events(
    articles: pd.DataFrame,
    mentions: pd.DataFrame | None = None,
    dates: pd.DataFrame | None = None,
    quotes: pd.DataFrame | None = None,
    parses: dict[str, Tokens] | None = None,
) -> pd.DataFrame:
    """What happened or is planned, who did it, to whom, where, when, and did it really happen?

    Parameters
    ----------
    articles : DataFrame
        The articles table: `article`, `text`, and `published` where it is known.
    mentions, dates, quotes : DataFrame, optional
        The tables of the steps before; without mentions there are no actors, without dates no days.
    parses : dict of str to Tokens, optional
        The tokens of articles by id, where they were made before; the others are parsed here.

    Returns
    -------
    DataFrame
        The events table, one row a trigger word: `action` (lemma), `class` (TimeML), `type` (PLOVER, or ""),
        `actor`, `target`, `place` (entities joined by "; "), the closed interval `first` to `last` (NaT when no date
        is told) with its `grain` and the characters of the phrase that told it, `status` (happened, ongoing,
        planned, hypothetical, denied), `said_by` (entity, or "" when the article itself says so) and `score` in
        [-10, 10] from conflict to co-operation (missing without a type). `importance` ranks the rows.
    """
    earlier = [_by_article(table) for table in (mentions, dates, quotes)]
    rows = []
    for article in articles.itertuples(index=False):
        tokens = (parses or {}).get(article.article) or parse_article(
            article.text, getattr(article, "text_start", 0)
        )
        published = getattr(article, "published", None)
        day = None if pd.isna(published) else pd.Timestamp(published).date()
        mentioned, dated, quoted = (groups.get(article.article, []) for groups in earlier)
        unnamed = spoken_of(tokens, day).unnamed if mentioned else ()
        for event in events_in(tokens, mentioned, dated, quoted, day, unnamed=unnamed):
            rows.append(row_of(article.article, event))
    return conform(rows, "events")


def row_of(article: str, event: Event) -> dict:
    """Make the row of an event; `event` becomes the key of the article's row that it tells."""
    return {"article": article, **as_cells(event), "event": f"{article}:{event.event}"}


def _by_article(table: pd.DataFrame | None) -> dict[str, list]:
    """Group the rows of an earlier table by article; days as datetime.date, None where missing."""
    if table is None or table.empty:
        return {}
    table = table.copy()
    for column in ("first", "last"):
        if column in table:
            days = [None if pd.isna(day) else day.date() for day in table[column]]
            table[column] = pd.Series(days, index=table.index, dtype=object)
    return {
        str(name): list(group.itertuples(index=False)) for name, group in table.groupby("article", sort=False)
    }
