"""Deeds and words over time: when it turned to conflict, and whether the words did too."""

from __future__ import annotations

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.deeds import DEEDS, WORDS
from dateline.charts.naming import say_interval
from dateline.charts.time_axis import DAY, date_ticks, not_dated, publication_days, window_of
from dateline.sentiment.summaries import deeds_against_words

HEIGHT = 2.8  # inches
TITLE = "Deeds and words over time"
PERIODS = (("D", 45, "day"), ("W", 200, "week"), ("M", 1400, "month"), ("Q", 4000, "quarter"))

LONGEST = {
    "D": 0,
    "W": 6,
    "M": 30,
    "Q": 91,
}  # days from the first to the last of a deed that falls into the period


def course_of(
    events: pd.DataFrame, sentiment: pd.DataFrame, articles: pd.DataFrame, freq: str = ""
) -> pd.DataFrame:
    """Average the events' scores and the tone of quotations in each period.

    Parameters
    ----------
    events, sentiment, articles : DataFrame
        Those tables, or rows of them: keep the events of two actors to follow these.
    freq : {"", "D", "W", "M", "Q", "Y"}
        The period; chosen by the time that is spanned if left out.

    Returns
    -------
    DataFrame
        A row a period with anything in it: `first`, `last`, `deeds` (mean score / 10) and `words` (mean tone)
        in [-1, 1], each with `_low`, `_high` (bootstrap, 95 %) and `_n`. A deed dated more roughly than to such a
        period falls into none.
    """
    freq = freq or _freq(events, articles)[0]
    events = events[
        events["last"].fillna(events["first"]) - events["first"] <= LONGEST.get(freq[:1], 366) * DAY
    ]
    rows = deeds_against_words(events, sentiment, articles, freq)
    for end in ("", "_low", "_high"):
        rows[f"deeds{end}"] = (rows[f"deeds{end}"] / 10).round(3)
        rows[f"words{end}"] = rows[f"words{end}"].round(3)
    return rows


def _freq(events: pd.DataFrame, articles: pd.DataFrame) -> tuple[str, str]:
    """Choose the period by the time that is spanned; far-off events don't count."""
    low, high = _window(events, articles)
    if low == pd.Timestamp.min:
        return "M", "month"
    spanned = (high - low).days
    return next(((freq, word) for freq, most, word in PERIODS if spanned <= most), ("Y", "year"))


def _window(events: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Choose the time to draw: that of publication, and of nearly all deeds."""
    deeds = events[events["status"].isin(["happened", "ongoing"]) & events["score"].notna()]
    deeds = deeds[deeds["first"].notna()]
    days = publication_days(articles["published"])
    return window_of(deeds["first"], deeds["last"], days, most=0.15)


@style.styled
def plot_course(
    rows: pd.DataFrame, sentiment: pd.DataFrame, articles: pd.DataFrame, ax: Axes | None = None, *, freq: str = "",
    source: str = "",
) -> Axes:  # fmt: skip
    """Draw the mean score of deeds and the mean tone of words in each period, one above the other.

    Deeds count where they happened (planned, possible and denied ones don't), words where they were published. A few
    far-off deeds don't squeeze the others: they are told in the last line.

    Parameters
    ----------
    rows : DataFrame
        The `events` table, or some of its rows.
    sentiment, articles : DataFrame
        Those tables.
    ax : Axes, optional
        Draw here; else on a new figure.
    freq : {"", "D", "W", "M", "Q", "Y"}
        The period; chosen by the time that is spanned if left out.
    source : str
        Ends the source line.

    Returns
    -------
    Axes
    """
    course = course_of(rows, sentiment, articles, freq)
    if course.empty:
        return style.nothing(ax, TITLE, "No dated deeds with a score and no dated quotations.")
    period = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}
    word = period.get(freq[:1], "period") if freq else _freq(rows, articles)[1]
    low, high = _window(rows, articles)
    near = (course["last"] >= low) & (course["first"] <= high)
    course, far = course[near], course[~near]
    ax = style.axes_of(ax, HEIGHT, left=0.95, right=0.35, top=1.1, bottom=0.8 if far.empty else 1.0)
    _axes(ax, course)
    for sign, what in ((WORDS, "words"), (DEEDS, "deeds")):
        for point in course[course[f"{what}_n"] > 0].to_dict("records"):
            _point(ax, sign, point, what)
    deeds, words = int(course["deeds_n"].sum()), int(course["words_n"].sum())
    n = f"{style.count(deeds, 'deed')}, {style.count(words, 'quotation')}"
    style.headline(
        ax,
        TITLE,
        f"{n}; each sign is the mean of one {word}, larger where more stand behind it",
        left=0.7,
        above=0.52,
    )
    style.key(ax, [WORDS, DEEDS], left=0.7, above=0.17)
    note = "thin lines: where the mean lies in 19 of 20 draws (from three on)"
    style.footer(ax, f"n = {n}", note, not_dated(articles["published"]), source=source, left=0.7, below=0.6)
    if len(far):
        _say_far(ax, far)
    told = "; ".join(
        f"{say_interval(p.first, p.last)} {p.deeds:+.2f} (n = {p.deeds_n})"
        for p in course.itertuples()
        if p.deeds_n
    )
    return style.describe(
        ax, f"{n} by {word}, from -1 (conflict, negative) to 1. Deeds: {told or 'none'}."[:900]
    )


def _say_far(ax: Axes, far: pd.DataFrame) -> None:
    """Tell in words, year by year, what is too far off to be drawn to scale."""
    told = []
    for year, rows in far[far["deeds_n"] > 0].groupby(far["last"].dt.year):
        n = int(rows["deeds_n"].sum())
        told.append(f"{year} {(rows['deeds'] * rows['deeds_n']).sum() / n:+.2f} (n = {n})")
    words = f"Too far off to be drawn to scale: {', '.join(told)}".replace("-", "−")
    ax.annotate(
        style.shorten(words, style.WIDTH - 0.5, style.SMALL), (0, 0), (-0.7 * 72, -0.82 * 72),
        xycoords="axes fraction", textcoords="offset points", size=style.SMALL, color=style.GREY,
        ha="left", va="baseline",
    )  # fmt: skip


def _axes(ax: Axes, course: pd.DataFrame) -> None:
    low, high = course["first"].min(), course["last"].max() + DAY
    margin = max((high - low) * 0.04, pd.Timedelta(days=2))
    ax.set_xlim(low - margin, high + margin)
    ticks, labels = date_ticks(low - margin, high + margin)
    ax.set_xticks(ticks, labels)
    ax.set_ylim(-1.12, 1.12)
    ax.set_yticks([-1, -0.5, 0, 0.5, 1], ["−1\nconflict", "−0.5", "0", "0.5", "1\ncooperation"])
    ax.axhline(0, color=style.GREY, linewidth=0.8, zorder=1)


def _point(ax: Axes, sign: style.Sign, point: dict, what: str) -> None:
    """Draw one mean, its interval, and the size of what stands behind it."""
    beside = 0.005 * (ax.get_xlim()[1] - ax.get_xlim()[0]) * (1 if what == "deeds" else -1)
    middle = mdates.date2num(point["first"] + (point["last"] - point["first"]) / 2) + 0.5 + beside
    low, high, mean = (point[f"{what}{end}"] for end in ("_low", "_high", ""))
    if low == low:
        ax.plot([middle, middle], [low, high], color=sign.edge, linewidth=1.2, zorder=2)
    size = min(14.0, 5.0 + 1.6 * point[f"{what}_n"] ** 0.5)
    ax.plot([middle], [mean], **style.look(sign, size))
