"""explain(row): why a row of any table is there, in words."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pandas as pd

from dateline.corrections.writing import table_of
from dateline.explaining import deeds, rows
from dateline.explaining.shelf import Lookup
from dateline.explaining.terms import quoted
from dateline.tables import Tables


class Explanation(str):
    """Words on a row; a notebook shows them as a list, `print` line by line."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        first, *rest = self.splitlines() or [""]
        items = "".join(f"<li>{escape(line)}</li>" for line in rest)
        return f"<p><b>{escape(first)}</b></p><ul>{items}</ul>"

    def __repr__(self) -> str:
        return str(self)


def explain(row: pd.Series | pd.DataFrame, tables: Tables | Lookup | None = None) -> Explanation:
    """Say in words why a row is there: the rule, the sentence, the anchor, who was taken for whom and why.

    Parameters
    ----------
    row : Series, or DataFrame of one row
        A row of any table of an analysis, such as `tables.dates.loc[3]`.
    tables : Tables, optional
        The tables it stands in; without them only what the row itself tells is said.

    Returns
    -------
    Explanation
        Text, one statement a line, the first saying what the row is.

    Raises
    ------
    ValueError
        The row is of no table, or there are several rows.

    Examples
    --------
    >>> row = pd.Series({"article": "a", "start": 0, "end": 7, "text": "in June", "type": "DATE", "value": "2021-06",
    ...     "first": pd.Timestamp("2021-06-01"), "last": pd.Timestamp("2021-06-30"), "grain": "month",
    ...     "anchor": "published", "rule": "month"})
    >>> print(explain(row))
    “in June” means 1 to 30 June 2021
    Rule month: a month.
    It is counted from the day of publication.
    """
    if isinstance(row, pd.DataFrame):
        if len(row) != 1:
            raise ValueError(f"explain: {len(row)} rows; give one, such as rows.iloc[0]")
        row = row.iloc[0]
    shelf = tables if isinstance(tables, Lookup) else Lookup(tables) if tables is not None else None
    table = table_of(row)
    lines = [line for line in _BY_TABLE[table](row, shelf) if line]
    if shelf is not None and "start" in row.index and table not in ("sentences", "articles", "timeline"):
        lines.append(f"The sentence: {quoted(shelf.sentence(row['article'], row['start']))}")
    return Explanation("\n".join(lines))


_BY_TABLE: dict[str, Callable[[pd.Series, Lookup | None], list[str]]] = {
    "articles": rows.of_article,
    "sentences": rows.of_sentence,
    "tokens": rows.of_token,
    "mentions": rows.of_mention,
    "entities": rows.of_entity,
    "dates": rows.of_date,
    "quotes": rows.of_quote,
    "sentiment": rows.of_sentiment,
    "events": deeds.of_event,
    "timeline": deeds.of_timeline,
}
