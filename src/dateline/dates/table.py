"""The dates table: one row for every expression of time in every article."""

from __future__ import annotations

import pandas as pd

from dateline.dates.find import dates_in
from dateline.language.tokens import Tokens
from dateline.tables import conform


def find_dates(articles: pd.DataFrame, parses: dict[str, Tokens] | None = None) -> pd.DataFrame:
    """When? Find the expressions of time in articles and the days they mean.

    Parameters
    ----------
    articles
        The articles table: `article`, `text`, and `published` where it is known.
    parses
        The tokens of articles by id, where they were made before; the others are parsed here.

    Returns
    -------
    DataFrame
        The dates table, one row an expression: `text`, TIMEX3 `type` (DATE, TIME, DURATION, SET) and
        `value`, the closed interval `first` to `last` (NaT when the text gives none), its `grain` (day,
        week, weekend, month, quarter, half, season, year, decade, century; a time of day has grain day),
        `anchor` ("" when the phrase stands on its own, "published", or the value of the earlier phrase it
        was counted from) and the `rule`.
    """
    rows = []
    for article in articles.itertuples(index=False):
        tokens = (parses or {}).get(article.article) or _parse(article.text)
        published = getattr(article, "published", None)
        day = None if pd.isna(published) else pd.Timestamp(published).date()
        rows += [{"article": article.article, **phrase._asdict()} for phrase in dates_in(tokens, day)]
    return conform(rows, "dates")


def _parse(text: str) -> Tokens:
    from dateline.language import parse

    return parse(text)
