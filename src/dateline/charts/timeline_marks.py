"""What the timeline draws: which events, in which order, and how much of time is drawn to scale."""

from __future__ import annotations

import pandas as pd

from dateline.charts.naming import say_interval, worth_printing

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
        At most so many events; those told most often and dated most closely stay.
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
    worth = rows.assign(typed=rows["type"] != "", dated=~rows["undated"])
    kept = worth.sort_values(["mentions", "dated", "typed"], ascending=False, kind="stable").index[:limit]
    rows = rows.loc[sorted(kept)]
    rows["begin"] = rows["first"].fillna(rows["last"])
    rows = rows.sort_values(
        ["undated", "begin", "last", "article", "start"], kind="stable", na_position="last"
    )
    rows["when"] = [say_interval(a, b) for a, b in zip(rows["first"], rows["last"], strict=True)]
    low, high = _window(rows[~rows["undated"]], publication_days(published))
    rows["place_on_axis"] = [
        "none" if none else "earlier" if end < low else "later" if begin > high else "inside"
        for none, begin, end in zip(
            rows["undated"], rows["begin"], rows["last"].fillna(rows["first"]), strict=True
        )
    ]
    return rows[MARK_COLUMNS].reset_index(drop=True)


def publication_days(published) -> list[pd.Timestamp]:
    """List the distinct publication days, in order."""
    if published is None:
        return []
    values = published if isinstance(published, (pd.Series, pd.Index, list, tuple)) else [published]
    return sorted({pd.Timestamp(day).normalize() for day in values if not pd.isna(day)})


def _window(dated: pd.DataFrame, published: list[pd.Timestamp]) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Choose the part of time drawn to scale: drop far-off events when that lets the others spread out."""
    begins = sorted([*dated["begin"], *published])
    ends = sorted([*dated["last"].fillna(dated["first"]), *published])
    if not begins:
        return pd.Timestamp.min, pd.Timestamp.max
    low, high = begins[0], ends[-1]
    spare = max(1, len(dated) // 4) if len(dated) > 3 else 0
    for cut in range(1, spare + 1):
        near = min(begins[cut], published[0]) if published else begins[cut]
        if (ends[-1] - near) * 3 < high - low:
            low = near
    for cut in range(1, spare + 1):
        near = max(ends[-1 - cut], published[-1]) if published else ends[-1 - cut]
        if (near - low) * 3 < high - low:
            high = near
    return low, high
