"""The axis of time: which part of it is drawn to scale, its dates, and the days of publication on it."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.naming import say_interval

DAY = pd.Timedelta(days=1)
LONG = 92 * DAY  # "in 2022" tells little of when; what is longer than a quarter doesn't set the scale
FEW = 6  # days of publication that each get a rule


def publication_days(published) -> list[pd.Timestamp]:
    """List the distinct publication days, in order."""
    if published is None:
        return []
    values = published if isinstance(published, (pd.Series, pd.Index, list, tuple)) else [published]
    return sorted({pd.Timestamp(day).normalize() for day in values if not pd.isna(day)})


def not_dated(published) -> str:
    """Say how many articles have no day, and the remedy; "" where all have one.

    >>> not_dated([pd.Timestamp("2022-03-01"), pd.NaT])
    '1 article not dated (give its day with published=, or in articles.csv)'
    """
    values = published if isinstance(published, (pd.Series, pd.Index, list, tuple)) else []
    unknown = sum(1 for day in values if pd.isna(day))
    if not unknown:
        return ""
    whose = "its day" if unknown == 1 else "their days"
    return f"{style.count(unknown, 'article')} not dated (give {whose} with published=, or in articles.csv)"


def window_of(
    first: pd.Series, last: pd.Series, published: Sequence[pd.Timestamp] = (), most: float = 0.25
) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Choose the part of time drawn to scale: leave out far-off ends when that lets the others spread out.

    Parameters
    ----------
    first, last : Series of datetime
        The days of what is drawn; NaT where an interval is open.
    published : list of Timestamp
        Always inside.
    most : float
        At most this share is left out on either side.

    Returns
    -------
    (low, high) : Timestamps; all of time where nothing has a day.
    """
    scale = sets_scale(first, last)
    begin, end = first.fillna(last)[scale], last.fillna(first)[scale]
    begins, ends = sorted([*begin.dropna(), *published]), sorted([*end.dropna(), *published])
    if not begins:
        return pd.Timestamp.min, pd.Timestamp.max
    low, high = begins[0], ends[-1]
    spare = max(1, int(len(begin) * most)) if len(begin) > 3 else 0
    for cut in range(1, spare + 1):
        near = min(begins[cut], published[0]) if published else begins[cut]
        if (ends[-1] - near) * 3 < high - low:
            low = near
    for cut in range(1, spare + 1):
        near = max(ends[-1 - cut], published[-1]) if published else ends[-1 - cut]
        if (near - low) * 3 < high - low:
            high = near
    return low, high


def sets_scale(first: pd.Series, last: pd.Series) -> pd.Series:
    """Say which intervals set the scale of time: not the long ones, unless most are long."""
    short = (last.fillna(first) - first.fillna(last)) <= LONG
    return short if short.sum() * 2 >= len(short) else short | True


def date_ticks(low: pd.Timestamp, high: pd.Timestamp) -> tuple[list[float], list[str]]:
    """Choose three to seven dates for an axis and word them; the first always names month and year."""
    locator = mdates.AutoDateLocator(minticks=3, maxticks=7)
    year_too = ["", "%b\n%Y", "%b\n%Y", "%d %b", "%H:%M", "%S"]
    formatter = mdates.ConciseDateFormatter(locator, zero_formats=year_too, show_offset=False)
    begin, end = mdates.date2num(low), mdates.date2num(high)
    ticks = [tick for tick in locator.tick_values(low, high) if begin < tick < end]
    labels = formatter.format_ticks(ticks)
    if labels and "\n" not in labels[0] and len(labels[0]) < 4:
        labels[0] += mdates.num2date(ticks[0]).strftime("\n%b %Y" if labels[0].isdigit() else "\n%Y")
    return ticks, labels


def draw_publication(
    ax: Axes, days: list[pd.Timestamp], low: pd.Timestamp, high: pd.Timestamp, share: float = 1.0
) -> None:
    """Draw a few publication dates as rules and several as a span; right of the last lies the articles' future."""
    noon = [day + DAY / 2 for day in days]
    for day in noon if len(noon) <= FEW else noon[-1:]:
        ax.axvline(day, 1 - share, 1, color=style.INK, linewidth=1, zorder=2)
    ax.axvspan(noon[-1], high, 1 - share, 1, color=style.WASH, zorder=-1, linewidth=0)
    words = f"published {say_interval(days[0], days[-1])}"
    middle = noon[-1]
    if len(noon) > 1:
        ax.plot(
            [noon[0], noon[-1]], [1, 1], transform=ax.get_xaxis_transform(), color=style.INK, linewidth=3.5,
            solid_capstyle="butt", clip_on=False, zorder=3,
        )  # fmt: skip
        middle = noon[0] + (noon[-1] - noon[0]) / 2
    half = style.inches(words, style.SMALL) / 2 / style.size_of(ax)[0]
    at = min(max((middle - low) / (high - low), half), 1 - half)
    ax.annotate(
        words, (at, 1), (0, 4), xycoords="axes fraction", textcoords="offset points",
        ha="center", va="bottom", size=style.SMALL, color=style.INK,
    )  # fmt: skip
