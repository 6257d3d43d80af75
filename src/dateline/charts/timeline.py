"""The timeline: what happened and what is planned, each event as precise as the text dates it."""

from __future__ import annotations

from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke

from dateline.cells import all_listed
from dateline.charts import style
from dateline.charts.naming import say_interval, worth_printing
from dateline.charts.time_axis import (
    DAY,
    date_ticks,
    draw_publication,
    not_dated,
    publication_days,
    sets_scale,
)
from dateline.charts.timeline_marks import timeline_marks

LABELS = 3.75  # inches for the words of the events
AXIS = 0.85  # inches for the time axis between the dated events and the others
OFF_SCALE = 0.9  # inches beside the axis for what is too far off to be drawn to scale
OPEN = 0.4  # inches of the arrow of an interval with an open end
GRID = "#EFEFEF"
TITLE = "What happened, and what is planned"


@style.styled
def plot_timeline(
    rows: pd.DataFrame,
    ax: Axes | None = None,
    *,
    published=None,
    limit: int = 40,
    source: str = "",
    least: float = 0.5,
) -> Axes:
    """Draw the events in the order of their dates, as precise as the text dates them.

    A point is a day; a bar is the interval the text allows (a week, a month, "since April"). Marker and
    hatching tell the status. Right of the publication date lies what was still to come.

    Parameters
    ----------
    rows : DataFrame
        The `timeline` table, or some of its rows.
    ax : Axes, optional
        Draw here, as many events as fit; else on a new figure as high as the events need.
    published : date, or sequence of dates (such as `articles["published"]`), optional
        Drawn as a rule.
    limit : int
        At most so many events.
    source : str
        Ends the source line.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    Axes
    """
    rows = worth_printing(rows, least)
    days = publication_days(published)
    limit = style.rows_that_fit(limit, ax, 0.5, AXIS)
    marks = timeline_marks(rows, limit, days, least)
    if marks.empty:
        return style.nothing(ax, TITLE, "No events found.")
    dated = marks["place_on_axis"] != "none"
    lines = [
        style.wrap(_capital(what), LABELS - 0.2, 3)
        if with_date
        else [style.shorten(_capital(what), style.WIDTH - 0.8)]
        for what, with_date in zip(marks["what"], dated, strict=True)
    ]
    heights = [
        (0.15 if with_date else 0.1) + style.LINE * len(label)
        for label, with_date in zip(lines, dated, strict=True)
    ]
    floor = sum(height for height, with_date in zip(heights, dated, strict=True) if with_date)
    total = sum(heights) + (AXIS if 0 < floor < sum(heights) else 0)
    ax = style.axes_of(ax, total, left=LABELS + 0.25, top=1.2, bottom=0.85 if all(dated) else 0.5)
    ax.set_ylim(total, 0)
    low, high = _scale(ax, marks, days, floor)
    top = 0.0
    for mark, label, height in zip(marks.itertuples(), lines, heights, strict=True):
        if mark.place_on_axis == "none":
            _listed(ax, mark, label[0], top + (total - sum(heights)) + height / 2)
        else:
            _label(ax, label, top + height / 2)
            _mark(ax, mark, top + height / 2, low, high)
            ax.axhline(top + height, color=GRID, linewidth=0.7, zorder=0)
        top += height
    if days and floor:
        draw_publication(ax, days, low, high, floor / total)
    return _finish(ax, marks, rows, published, source)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _scale(
    ax: Axes, marks: pd.DataFrame, days: list[pd.Timestamp], floor: float
) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Set the time axis under the dated events; give back its ends."""
    inside = marks[marks["place_on_axis"] == "inside"]
    inside = inside[sets_scale(inside["first"], inside["last"])]
    known = [*inside["first"].dropna(), *inside["last"].dropna(), *(days if floor else [])]
    ax.set_yticks([])
    if not known:
        ax.set_xlim(0, 1)
        ax.set_xticks([])
        ax.spines["bottom"].set_visible(False)
        return pd.Timestamp(0), pd.Timestamp(1)
    low, high = min(known), max(known) + DAY
    margin = max((high - low) * 0.06, 2.5 * DAY)
    beside = OFF_SCALE / style.size_of(ax)[0] * (high - low + 2 * margin) * 1.25
    near, far = low - margin, high + margin
    low = near - (beside if (marks["place_on_axis"] == "earlier").any() else 0 * DAY)
    high = far + (beside if (marks["place_on_axis"] == "later").any() else 0 * DAY)
    ax.set_xlim(low, high)
    for start, end in ((low, near), (far, high)):
        if start < end:
            begin, width = mdates.date2num(start), mdates.date2num(end) - mdates.date2num(start)
            ax.add_patch(Rectangle((begin, 0), width, floor, facecolor="#F4F4F4", linewidth=0, zorder=-0.5))
    ax.spines["bottom"].set_position(("data", floor))
    ticks, labels = date_ticks(near, far)
    ax.set_xticks(ticks, labels)
    ax.vlines(ticks, 0, floor, color=GRID, linewidth=0.8, zorder=0)
    return low, high


def _label(ax: Axes, lines: list[str], y: float) -> None:
    ax.annotate(
        "\n".join(lines), (0, y), (-LABELS * 72, 0), xycoords=("axes fraction", "data"),
        textcoords="offset points", ha="left", va="center", linespacing=1.15, annotation_clip=False,
    )  # fmt: skip


def _listed(ax: Axes, mark, words: str, y: float) -> None:
    """List an event without a date under the axis: its sign, its words."""
    sign = style.STATUS.get(mark.status, style.UNKNOWN)
    width = style.size_of(ax)[0]
    ax.plot((0.06 - LABELS) / width, y, transform=ax.get_yaxis_transform(), clip_on=False, **style.look(sign))
    ax.annotate(
        words, (0, y), ((0.2 - LABELS) * 72, 0), xycoords=("axes fraction", "data"),
        textcoords="offset points", ha="left", va="center_baseline", annotation_clip=False,
    )  # fmt: skip


def _mark(ax: Axes, mark, y: float, low: pd.Timestamp, high: pd.Timestamp) -> None:
    """Draw one event: a point for a day, else a bar; at the edge what is off the scale."""
    sign = style.STATUS.get(mark.status, style.UNKNOWN)
    inch = (high - low) / style.size_of(ax)[0]
    words = mark.when if mark.mentions < 2 else f"{mark.when}  (told {mark.mentions}×)"
    if mark.place_on_axis != "inside":
        early = mark.place_on_axis == "earlier"
        words = f"◂ {words}" if early else f"{words} ▸"
        first = low + 0.08 * inch if early else high - 0.3 * inch
        last = first + 0.22 * inch
    else:
        first = mark.last + DAY - OPEN * inch if pd.isna(mark.first) else mark.first
        last = mark.first + OPEN * inch if pd.isna(mark.last) else mark.last + DAY
        words = f"{'◂ ' * (first < low)}{words}{' ▸' * (last > high)}"
        first, last = max(first, low), min(last, high)
    if mark.first == mark.last:
        first = last = first + (last - first) / 2
    draw_span(ax, sign, first, last, y, opens=int(pd.isna(mark.last)) - int(pd.isna(mark.first)))
    width = (style.inches(words, style.SMALL) + 0.2) * inch
    if high - last > width or mark.place_on_axis == "earlier":
        _words(ax, words, last, y, 8)
    elif last - first > width:
        _words(ax, words, first + (last - first) / 2, y, 0)
    else:
        _words(ax, words, first if first - low > width else low + width, y, -8)


def draw_span(
    ax: Axes, sign: style.Sign, first: pd.Timestamp, last: pd.Timestamp, y: float, opens: int = 0
) -> None:
    """Draw a point (first equals last), a bar, or an arrow that opens to the right (1) or to the left (-1)."""
    if opens:
        start, tip = (first, last) if opens > 0 else (last, first)
        arrow = {"arrowstyle": "-|>", "color": sign.edge, "linewidth": 1.5, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", (tip, y), (start, y), arrowprops=arrow, zorder=3, annotation_clip=False)
        first = last = start
    if first == last:
        ax.plot([first], [y], **style.look(sign))
        return
    begin, end = mdates.date2num(first), mdates.date2num(last)
    least = 0.11 / style.size_of(ax)[0] * (ax.get_xlim()[1] - ax.get_xlim()[0])
    begin, end = min(begin, (begin + end - least) / 2), max(end, (begin + end + least) / 2)
    face = "white" if sign.face == style.INK else sign.face
    look: dict[str, Any] = {"facecolor": face, "edgecolor": sign.edge, "hatch": sign.hatch, "linewidth": 1.2}
    ax.add_patch(Rectangle((begin, y - 0.07), end - begin, 0.14, zorder=3, **look))


def _words(ax: Axes, words: str, x: pd.Timestamp, y: float, points: int) -> None:
    """Write the date right of its mark (points > 0), left of it, or on it (0)."""
    text = ax.annotate(
        words, (x, y), (points, 0), textcoords="offset points", va="center_baseline", size=style.SMALL,
        ha="center" if not points else "left" if points > 0 else "right", color=style.GREY, zorder=5,
        annotation_clip=False,
    )  # fmt: skip
    if points:
        text.set_path_effects([withStroke(linewidth=2.5, foreground="white")])
    else:
        text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1.5})


def _finish(ax: Axes, marks: pd.DataFrame, rows: pd.DataFrame, published, source: str) -> Axes:
    days = publication_days(published)
    shown = (
        style.count(len(marks), "event")
        if len(marks) == len(rows)
        else f"The {len(marks)} most told of {len(rows):,} events"
    )
    told = rows["articles"].where(rows["articles"] != "", rows["article"])
    articles = style.count(len({*all_listed(told)}), "article")
    dated = marks[marks["place_on_axis"] != "none"]
    how = (
        "a point is a day, a bar the interval the text allows"
        if len(dated)
        else "the text dates none of them"
    )
    style.headline(ax, TITLE, f"{shown} from {articles}; {how}", left=LABELS, above=0.62)
    style.key(
        ax,
        [s for status, s in style.STATUS.items() if (marks["status"] == status).any()],
        left=LABELS,
        above=0.27,
    )
    undated = len(marks) - len(dated)
    if 0 < undated < len(marks):
        _divide(ax, undated)
    n = f"n = {style.count(len(marks), 'event')}" + (f", {undated} without a date" if undated else "")
    if (dated["place_on_axis"] != "inside").any():
        n += " · on grey: too far off to be drawn to scale"
    style.footer(ax, n, not_dated(published), source=source, left=LABELS, below=0.3 if undated else 0.6)
    by = ", ".join(
        f"{n} {style.sign_words(status)}" for status, n in marks["status"].value_counts().sort_index().items()
    )
    span = f" Dated from {dated['when'].iloc[0]} to {dated['when'].iloc[-1]}." if len(dated) else ""
    seen = f" Published {say_interval(days[0], days[-1])}." if days else ""
    last = f" The last is: {dated['what'].iloc[-1]} ({dated['when'].iloc[-1]})." if len(dated) else ""
    return style.describe(ax, f"Timeline of {shown} from {articles}: {by}.{span}{seen}{last}")


def _divide(ax: Axes, undated: int) -> None:
    """Head the list of events without a date."""
    floor = float(ax.spines["bottom"].get_position()[1])
    ax.annotate(
        f"{undated} without a date in the text", (0, floor + AXIS - 0.16), (-LABELS * 72, 0), size=style.SMALL,
        xycoords=("axes fraction", "data"), textcoords="offset points", ha="left", va="center_baseline",
        color=style.GREY, weight="bold", annotation_clip=False,
    )  # fmt: skip
