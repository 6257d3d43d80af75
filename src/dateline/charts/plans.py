"""Plans against deeds: what was announced for which day, and what was told of it afterwards."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from dateline.cells import BETWEEN
from dateline.charts import style
from dateline.charts.naming import say_interval, worth_printing
from dateline.charts.time_axis import (
    DAY,
    date_ticks,
    draw_publication,
    not_dated,
    publication_days,
    window_of,
)
from dateline.charts.timeline import LABELS, draw_span

YEAR = 366 * DAY  # what is told for a longer time is no plan that can be held against deeds
TITLE = "What was planned, and what came of it"
COLUMNS = ["what", "told", "first", "last", "outcome", "when", "event", "articles", "article", "start", "end"]
COUNTED = ["event", "article", "status", "weight", "what"]  # of the events table
OUTCOMES = {
    "happened": style.STATUS["happened"]._replace(words="told as done later"),
    "denied": style.STATUS["denied"]._replace(words="told as off later"),
    "open": style.STATUS["planned"]._replace(words="still to come"),
    "nothing": style.UNKNOWN._replace(words="nothing told since"),
}
TOLD = style.Sign("|", style.VERMILLION, style.VERMILLION, "", "day of the article that plans it")


def plans_of(
    timeline: pd.DataFrame, events: pd.DataFrame, articles: pd.DataFrame, limit: int = 25, least: float = 0.5
) -> pd.DataFrame:
    """Follow each dated plan: when it was told, for which day, and what the articles told of it later.

    Parameters
    ----------
    timeline, events, articles : DataFrame
        Those tables; rows of the timeline may be left out.
    limit : int
        At most so many plans: those told in most articles, of these the newest.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    DataFrame
        A row a plan told before its (last) day, in order of the days: `what` (the plan's words),
        `told` (the day of the first article that plans it), `first` and `last` (the planned days, closed), `outcome`
        (happened or denied: a later article tells it so; open: its day comes after the newest article; nothing:
        neither), `when` (the days in words), `event` (its key), `articles`, and `article`, `start`, `end` of its best
        sentence.
    """
    day = dict(zip(articles["article"], articles["published"], strict=True))
    newest = articles["published"].max()
    told = events[
        (events["event"] != "") & events["status"].isin(["planned", "happened", "ongoing", "denied"])
    ]
    tellings: dict[str, list] = {}
    for key, article, status, weight, what in told[COUNTED].itertuples(index=False, name=None):
        if not pd.isna(day.get(article)):
            tellings.setdefault(key, []).append((day[article], article, status, weight, what))
    rows = []
    worth = worth_printing(timeline, least)
    for row in worth[worth["first"].notna() | worth["last"].notna()].itertuples():
        plans = [one for one in tellings.get(row.event, ()) if one[2] == "planned"]
        begin, end = row.first, row.first if pd.isna(row.last) else row.last
        if not plans or (not pd.isna(begin) and end - begin > YEAR):
            continue
        since, article = min(one[:2] for one in plans)
        if end > since:
            later = [one for one in tellings[row.event] if one[0] >= since and one[1] != article]
            what = max((one for one in plans if one[:2] == (since, article)), key=lambda one: one[3])[4]
            outcome = _outcome(later, end, newest)
            rows.append({**row._asdict(), "what": what or row.what, "told": since, "outcome": outcome})
    found = pd.DataFrame(rows, columns=[*worth.columns, "told", "outcome"])
    notes = found["planned_note"] if "planned_note" in found else [""] * len(found)
    found["when"] = [
        say_interval(a, b) + " (moved)" * note.startswith("first for")
        for a, b, note in zip(found["first"], found["last"], notes, strict=True)
    ]
    spread = found.assign(
        spread=found["articles"].str.count(BETWEEN), begin=found["first"].fillna(found["last"])
    )
    kept = spread.sort_values(["spread", "begin"], ascending=False, kind="stable").index[:limit]
    order = spread.loc[kept].sort_values(["begin", "told", "article", "start"], kind="stable").index
    return found.loc[order, COLUMNS].reset_index(drop=True)


def _outcome(later: list, end: pd.Timestamp, newest: pd.Timestamp) -> str:
    """Say what became of a plan by the newest of the later tellings that is no plan any more."""
    done = max((one for one in later if one[2] != "planned"), default=None)
    if done is not None:
        return "denied" if done[2] == "denied" else "happened"
    return "open" if end > newest else "nothing"


@style.styled
def plot_plans(
    rows: pd.DataFrame, events: pd.DataFrame, articles: pd.DataFrame, ax: Axes | None = None, *, limit: int = 25,
    source: str = "", least: float = 0.5,
) -> Axes:  # fmt: skip
    """Draw each dated plan from the day it was told to the day it was for, and what was told of it afterwards.

    Parameters
    ----------
    rows : DataFrame
        The `timeline` table, or some of its rows.
    events, articles : DataFrame
        Those tables.
    ax : Axes, optional
        Draw here; else on a new figure as high as the plans need.
    limit : int
        At most so many plans: those told in most articles, of these the newest.
    source : str
        Ends the source line.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    Axes
    """
    limit = style.rows_that_fit(limit, ax, 0.5)
    plans = plans_of(rows, events, articles, limit, least)
    if plans.empty:
        return style.nothing(ax, TITLE, "No plans with a day in these articles.")
    lines = [style.wrap(what[:1].upper() + what[1:], LABELS - 0.2, 3) for what in plans["what"]]
    heights = [0.15 + style.LINE * len(label) for label in lines]
    ax = style.axes_of(ax, sum(heights), left=LABELS + 0.25, top=1.2)
    ax.set_ylim(sum(heights), 0)
    ax.set_yticks([])
    days = publication_days(articles["published"])
    low, high = _scale(ax, plans, days)
    top = 0.0
    for plan, label, height in zip(plans.itertuples(), lines, heights, strict=True):
        ax.annotate(
            "\n".join(label), (0, top + height / 2), (-LABELS * 72, 0), xycoords=("axes fraction", "data"),
            textcoords="offset points", ha="left", va="center", linespacing=1.15, annotation_clip=False,
        )  # fmt: skip
        _plan(ax, plan, top + height / 2, low, high)
        top += height
        ax.axhline(top, color="#EFEFEF", linewidth=0.7, zorder=0)
    draw_publication(ax, days, low, high)
    return _finish(ax, plans, articles, source)


def _scale(ax: Axes, plans: pd.DataFrame, days: list[pd.Timestamp]) -> tuple[pd.Timestamp, pd.Timestamp]:
    near, far = window_of(plans["first"], plans["last"], days)
    near = max(near, min(plans["told"].min(), *days))
    margin = max((far - near) * 0.06, 2.5 * DAY)
    low, high = near - margin, far + DAY + margin
    ax.set_xlim(low, high)
    ticks, labels = date_ticks(low, high)
    ax.set_xticks(ticks, labels)
    ax.grid(axis="x", color="#EFEFEF", linewidth=0.8)
    return low, high


def _plan(ax: Axes, plan, y: float, low: pd.Timestamp, high: pd.Timestamp) -> None:
    """Draw one plan: the day it was told, a line, its own day with the sign of what came of it."""
    inch = (high - low) / style.size_of(ax)[0]
    told = plan.told + DAY / 2
    begin = plan.first if not pd.isna(plan.first) else plan.last
    end = (plan.last if not pd.isna(plan.last) else plan.first) + DAY
    words = f"{'◂ ' * (begin < low)}{plan.when}{' ▸' * (end > high)}"
    begin, end = min(max(begin, low), high - 0.2 * inch), max(min(end, high), low + 0.2 * inch)
    if plan.first == plan.last:
        begin = end = begin + (end - begin) / 2
    ax.plot([told], [y], **style.look(TOLD, 11))
    ax.plot([told, begin], [y, y], color=style.VERMILLION, linewidth=1.2, zorder=2)
    draw_span(ax, OUTCOMES[plan.outcome], begin, end, y)
    room = (style.inches(words, style.SMALL) + 0.3) * inch
    if high - max(told, end) > room:
        at, points, side = max(told, end), 8, "left"
    elif min(told, begin) - low > room:
        at, points, side = min(told, begin), -8, "right"
    else:
        at, points, side = begin + (end - begin) / 2, 0, "center"
    text = ax.annotate(
        words, (at, y), (points, 0), textcoords="offset points", ha=side, va="center_baseline", size=style.SMALL,
        color=style.GREY, zorder=5, annotation_clip=False,
    )  # fmt: skip
    if not points:
        text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1.5})


def _finish(ax: Axes, plans: pd.DataFrame, articles: pd.DataFrame, source: str) -> Axes:
    counts = plans["outcome"].value_counts()
    told = ", ".join(f"{counts[name]} {sign.words}" for name, sign in OUTCOMES.items() if name in counts)
    shown = style.count(len(plans), "dated plan")
    style.headline(
        ax, TITLE, f"{shown} from {style.count(len(articles), 'article')}: {told}", left=LABELS, above=0.62
    )
    signs = [sign for name, sign in OUTCOMES.items() if name in counts]
    style.key(ax, [TOLD, *signs], left=LABELS, above=0.27)
    note = "that nothing is told since does not mean that it did not happen"
    notes = [note] if "nothing" in counts else []
    style.footer(
        ax, f"n = {len(plans)}", *notes, not_dated(articles["published"]), source=source, left=LABELS
    )
    last = plans.iloc[-1]
    return style.describe(ax, f"{shown}: {told}. The last is: {last['what']} ({last['when']}).")
