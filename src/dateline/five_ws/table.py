"""The answers of many articles as a table, from the tables of an analysis."""

from __future__ import annotations

import pandas as pd

from dateline.five_ws.answers import answers_in
from dateline.parses import tokens_of
from dateline.tables import Tables

_DTYPES = {
    "article": "str",
    "question": "str",
    "start": "int32",
    "end": "int32",
    "text": "str",
    "entity": "str",
}


def five_ws(tables: Tables) -> pd.DataFrame:
    """Who did what, when, where, why and how? The six questions of journalism answered for each article.

    Parameters
    ----------
    tables : Tables
        The tables of an analysis; read are articles, sentences, tokens, mentions and dates.

    Returns
    -------
    DataFrame
        One row an answer, in the order of the articles and of the questions: `article`, `question` (who, what,
        when, where, why, how), the characters `start` to `end` and their `text`, and for who and where the
        `entity` named ("" when none). A question that the text does not answer has no row.
    """
    groups = {name: _groups(getattr(tables, name)) for name in ("sentences", "tokens", "mentions", "dates")}
    rows = []
    for article in tables.articles.itertuples(index=False):
        parts = {name: group.get(article.article) for name, group in groups.items()}
        if parts["tokens"] is None:
            continue
        tokens = tokens_of(article.text, parts["tokens"], parts["sentences"])
        mentions, dates = _rows(parts["mentions"]), _dated(parts["dates"])
        day = None if pd.isna(article.published) else article.published.date()
        rows += [
            {"article": article.article, **answer._asdict()}
            for answer in answers_in(tokens, mentions, dates, day)
        ]
    return pd.DataFrame(rows, columns=list(_DTYPES)).astype(_DTYPES)


def _groups(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {str(name): group for name, group in table.groupby("article", sort=False)}


def _rows(table: pd.DataFrame | None) -> list:
    return [] if table is None else list(table.itertuples(index=False))


def _dated(table: pd.DataFrame | None) -> list:
    """List the dates that tell days, as days of the calendar."""
    told = [row for row in _rows(table) if not pd.isna(row.first)]
    return [row._replace(first=row.first.date(), last=row.last.date()) for row in told]
