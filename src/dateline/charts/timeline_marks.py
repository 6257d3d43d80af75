"""What the timeline draws: which events, in which order, and how much of time is drawn to scale."""

from __future__ import annotations

import pandas as pd

from dateline.cells import BETWEEN
from dateline.charts.naming import say_interval, worth_printing
from dateline.charts.time_axis import publication_days, window_of

MARK_COLUMNS = [
    "what", "first", "last", "grain", "when", "status", "place_on_axis", "actors", "targets", "mentions",
    "article", "start", "end",
]  # fmt: skip


def timeline_marks(
    timeline: pd.DataFrame, limit: int = 40, published=None, least: float = 0.5
) -> pd.DataFrame:
    """Choose and order what the timeline draws: dated events by date, then those without a date.

    Parameters
    ----------
    timeline : DataFrame
        The `timeline` table or some of its rows.
    limit : int
        At most so many events: those told in most articles and most often stay, the newest of them first; of events
        without a date at most a quarter, as long as there are others.
    published : date, or sequence of dates, optional
        Stays inside the part of time that is drawn to scale.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    DataFrame
        A row a mark: the words, the interval, its wording (`when`), the status, `place_on_axis` (inside,
        earlier or later than the part of time drawn to scale, or none) and where it stands in the text.
    """
    rows = worth_printing(timeline, least).copy()
    rows["undated"] = rows["first"].isna() & rows["last"].isna()
    rows = rows.loc[sorted(most_told(rows, limit))]
    rows["begin"] = rows["first"].fillna(rows["last"])
    rows = rows.sort_values(
        ["undated", "begin", "last", "article", "start"], kind="stable", na_position="last"
    )
    rows["when"] = [say_interval(a, b) for a, b in zip(rows["first"], rows["last"], strict=True)]
    dated = rows[~rows["undated"]]
    low, high = window_of(dated["first"], dated["last"], publication_days(published))
    rows["place_on_axis"] = [
        "none" if none else "earlier" if end < low else "later" if begin > high else "inside"
        for none, begin, end in zip(
            rows["undated"], rows["begin"], rows["last"].fillna(rows["first"]), strict=True
        )
    ]
    return rows[MARK_COLUMNS].reset_index(drop=True)


def most_told(rows: pd.DataFrame, limit: int) -> list[int]:
    """Choose the rows worth their room: told in most articles, then most often, then the newest.

    Parameters
    ----------
    rows : DataFrame
        Rows of the timeline table.
    limit : int
        At most so many; of those without a date at most a quarter, as long as there are others.

    Returns
    -------
    list
        Their index, those with a date first.
    """
    undated = rows["first"].isna() & rows["last"].isna()
    worth = rows.assign(
        undated=undated,
        told=rows["articles"].str.count(BETWEEN),
        typed=rows["type"] != "",
        begin=rows["first"].fillna(rows["last"]),
    )
    by = ["told", "mentions", "typed", "begin"]
    worth = worth.sort_values(by, ascending=False, kind="stable", na_position="last")
    dated, undated = worth.index[~worth["undated"]], worth.index[worth["undated"]]
    room = max(limit - len(dated), limit // 4) if len(undated) else 0
    return [*dated[: limit - min(room, len(undated))], *undated[:room]]
