"""The dates table: one row for every expression of time in every article."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.dates.find import dates_in
from dateline.language.tokens import Tokens
from dateline.parses import parse_article
from dateline.tables import TableError, conform


def find_dates(articles: pd.DataFrame, *, parses: Mapping[str, Tokens] | None = None) -> pd.DataFrame:
    """When? Find the expressions of time in articles and the days they mean.

    Parameters
    ----------
    articles : DataFrame
        The articles table; `article` and `text` are read, and `published` where given.
    parses : mapping of str to Tokens, optional
        Parses at hand by article id; the others are made here.

    Returns
    -------
    DataFrame
        The dates table, one row an expression: `text`, TIMEX3 `type` (DATE, TIME, DURATION, SET) and
        `value`, the closed interval `first` to `last` (NaT when the text gives none), its `grain` (day,
        week, weekend, month, quarter, half, season, year, decade, century; a time of day has grain day),
        `anchor` ("" when the phrase stands on its own, "published", or the value of the earlier phrase it
        was counted from) and the `rule`.

    Raises
    ------
    TableError
        When the articles have no `article` or no `text`.

    Examples
    --------
    >>> text = "The two will speak on Thursday."
    >>> days = pd.DataFrame({"article": ["a"], "text": [text], "published": [pd.Timestamp("2021-12-29")]})
    >>> find_dates(days)[["text", "value", "anchor", "rule"]].values.tolist()
    [['Thursday', '2021-12-30', 'published', 'weekday']]
    """
    for column in ("article", "text"):
        if column not in articles:
            raise TableError(f"find_dates: articles have no column {column!r}; make them with read_articles.")
    rows = []
    for article in articles.itertuples(index=False):
        tokens = (parses or {}).get(article.article) or parse_article(
            article.text, getattr(article, "text_start", 0)
        )
        published = getattr(article, "published", None)
        day = None if pd.isna(published) else pd.Timestamp(published).date()
        rows += [{"article": article.article, **phrase._asdict()} for phrase in dates_in(tokens, day)]
    return conform(rows, "dates")
