"""Swimlanes: what each actor did and plans, side by side."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from dateline.cells import joined, listed
from dateline.charts import style
from dateline.charts.naming import entity_name, entity_names, last_names, without_actor
from dateline.charts.time_axis import (
    DAY,
    date_ticks,
    draw_publication,
    not_dated,
    publication_days,
    sets_scale,
)
from dateline.charts.timeline import OPEN, draw_span
from dateline.charts.timeline_marks import timeline_marks

LANES = 1.75  # inches for the names of the actors
STEP = 0.27  # inches from one row of marks to the next within a lane
BRIEF = 3.1  # inches at most for the words beside a mark
TITLE = "Who did what, and when"


def lane_marks(
    timeline: pd.DataFrame,
    entities: pd.DataFrame | None = None,
    lanes: int = 10,
    limit: int = 40,
    least: float = 0.5,
) -> pd.DataFrame:
    """List the dated events of the busiest actors: a row a mark, one event in the lane of each who took part.

    Parameters
    ----------
    timeline : DataFrame
        The `timeline` table or some of its rows.
    entities : DataFrame, optional
        The `entities` table, for names.
    lanes, limit : int
        At most so many actors and so many events, those told most often.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    DataFrame
        The columns of `timeline_marks`, and `lane` (a name), `entity`, `part` (actor, target), `event` (number of the
        event, the same in each of its lanes) and `persons` (names of those in it), the busiest lane first.
    """
    dated = timeline[timeline["first"].notna() | timeline["last"].notna()]
    marks = timeline_marks(dated[(dated["actors"] != "") | (dated["targets"] != "")], limit, least=least)
    names = entity_names(entities)
    rows = []
    for event, mark in enumerate(marks.itertuples(index=False)):
        actors = listed(mark.actors)
        targets = [entity for entity in listed(mark.targets) if entity not in actors]
        persons = [entity_name(one, names) for one in (*actors, *targets) if one.startswith("person:")]
        here = {**mark._asdict(), "event": event, "persons": joined(persons)}
        for part, members in (("actor", actors), ("target", targets)):
            rows += [{**here, "part": part, "entity": entity} for entity in members]
    columns = [*marks.columns.drop(["actors", "targets"]), "event", "persons", "part", "entity"]
    frame = pd.DataFrame(rows, columns=columns)
    order = {entity: number for number, entity in enumerate(_order(frame, lanes))}
    frame = frame[frame["entity"].isin(order)]
    frame.insert(0, "lane", [entity_name(entity, names) for entity in frame["entity"]])
    by_lane = frame["entity"].map(order)
    return (
        frame.assign(by_lane=by_lane)
        .sort_values(["by_lane", "event"], kind="stable")
        .drop(columns="by_lane")
        .reset_index(drop=True)
    )


def _order(frame: pd.DataFrame, lanes: int) -> list[str]:
    """Take the busiest actors; put next to each other those who share events, so that few lines cross lanes."""
    events = {entity: set(rows["event"]) for entity, rows in frame.groupby("entity")}
    left = sorted(events, key=lambda entity: (-len(events[entity]), entity))[:lanes]
    order = left[:1]
    left = left[1:]
    while left:
        near, placed = events[order[-1]], set().union(*(events[entity] for entity in order))
        left.sort(key=lambda e: (-len(events[e] & near), -len(events[e] & placed), -len(events[e]), e))
        order.append(left.pop(0))
    return order


@style.styled
def plot_swimlanes(
    rows: pd.DataFrame,
    ax: Axes | None = None,
    *,
    entities: pd.DataFrame | None = None,
    published=None,
    lanes: int = 10,
    limit: int = 40,
    source: str = "",
    least: float = 0.5,
) -> Axes:
    """Draw one lane an actor with its dated events; a line joins the lanes of those who took part in one event.

    Parameters
    ----------
    rows : DataFrame
        The `timeline` table, or some of its rows.
    ax : Axes, optional
        Draw here; else on a new figure as high as the lanes need.
    entities : DataFrame, optional
        The `entities` table, for names.
    published : date, or sequence of dates, optional
        Drawn as rules, or, where they are many, as a span.
    lanes, limit : int
        At most so many actors and so many events, those told most often.
    source : str
        Ends the source line.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    Axes
    """
    marks = lane_marks(rows, entities, lanes, limit, least)
    if marks.empty:
        return style.nothing(ax, TITLE, "No dated events with a known actor.")
    days = publication_days(published)
    width = style.size_of(ax)[0] if ax is not None else style.WIDTH - LANES - 0.6
    low, high = _ends(marks, days)
    placed = _place(marks, low, high, width)
    heights = _heights(placed)
    tops = dict(zip(heights.index, heights.cumsum().shift(fill_value=0), strict=True))
    total = float(heights.sum())
    ax = style.axes_of(ax, total, left=LANES + 0.25, top=1.2)
    ax.set_ylim(total, 0)
    ax.set_xlim(low, high)
    ax.set_yticks([])
    ticks, labels = date_ticks(low, high)
    ax.set_xticks(ticks, labels)
    ax.grid(axis="x", color="#EFEFEF", linewidth=0.8)
    placed["y"] = placed["entity"].map(tops) + 0.1 + STEP * (placed["row"] + 0.5)
    _lanes(ax, placed, tops, heights)
    _joins(ax, placed)
    for mark in placed.itertuples():
        _mark(ax, mark)
    if days:
        draw_publication(ax, days, low, high)
    return _finish(ax, placed, not_dated(published), source)


def _ends(marks: pd.DataFrame, days: list[pd.Timestamp]) -> tuple[pd.Timestamp, pd.Timestamp]:
    known = [*marks["first"].dropna(), *marks["last"].dropna(), *days]
    inside = marks[marks["place_on_axis"] == "inside"]
    inside = inside[sets_scale(inside["first"], inside["last"])]
    near = [*inside["first"].dropna(), *inside["last"].dropna(), *days] or known
    low, high = min(near), max(near) + DAY
    margin = max((high - low) * 0.06, 2.5 * DAY)
    beside = (high - low + 2 * margin) * 0.12
    early, late = (int((marks["place_on_axis"] == side).any()) for side in ("earlier", "later"))
    return low - margin - beside * early, high + margin + beside * late


def _place(marks: pd.DataFrame, low: pd.Timestamp, high: pd.Timestamp, width: float) -> pd.DataFrame:
    """Give every mark its row within its lane, so that no mark and no words stand on others."""
    out = marks.copy()
    inch = (high - low) / width
    first = (
        out["first"]
        .fillna(out["last"] + DAY - OPEN * inch)
        .clip(lower=low + 0.12 * inch, upper=high - 0.12 * inch)
    )
    last = (
        (out["last"] + DAY)
        .fillna(out["first"] + OPEN * inch)
        .clip(lower=low + 0.3 * inch, upper=high - 0.12 * inch)
    )
    point = out["first"] == out["last"]
    middle = first + (last - first) / 2
    off = out["place_on_axis"].ne("inside") & point
    out["begin"] = first.where(~point, middle).where(~off, first)
    out["to"] = last.where(~point, middle).where(~off, first)
    named = (
        out.sort_values("part", kind="stable")["event"].drop_duplicates().index
    )  # in an actor's lane first
    shown = out.index.isin(named)
    persons = sorted({name for cell in out["persons"] for name in listed(cell)})
    taken: dict[tuple[str, int], list[tuple[float, float]]] = {}
    rows, sides, words = [], [], []
    for mark, show in zip(out.itertuples(), shown, strict=True):
        begin, end = (mark.begin - low) / inch, (mark.to - low) / inch
        brief, right = _brief(mark, begin, end, width, persons) if show else ("", True)
        needs = style.inches(brief, style.SMALL) + 0.2 if brief else 0.1
        span = (begin - 0.12, end + needs) if right else (begin - needs, end + 0.12)
        row = 0
        while any(a < span[1] and span[0] < b for a, b in taken.get((mark.entity, row), [])):
            row += 1
        taken.setdefault((mark.entity, row), []).append(span)
        rows.append(row)
        sides.append(right)
        words.append(brief)
    return out.assign(row=rows, right=sides, words=words)


def _brief(mark, begin: float, end: float, width: float, persons: list[str]) -> tuple[str, bool]:
    """Word an event beside its mark, on the side where more of it can be read."""
    away = {"earlier": ("◂ ", f" ({mark.when})"), "later": ("", f" ({mark.when}) ▸"), "inside": ("", "")}
    before, after = away[mark.place_on_axis]
    around = style.inches(before + after, style.SMALL) + 0.2
    what = without_actor(mark.what, mark.lane) if mark.part == "actor" else mark.what
    what = last_names(what, persons)
    needs = min(BRIEF, style.inches(what[:200], style.SMALL))
    right = needs <= width - end - around or width - end > begin
    room = (width - end if right else begin) - around
    return before + style.shorten(what, max(0.3, min(BRIEF, room)), style.SMALL) + after, right


def _lane_words(lane: pd.DataFrame) -> list[str]:
    return [*style.wrap(lane["lane"].iloc[0], LANES - 0.15), style.count(lane["event"].nunique(), "event")]


def _heights(placed: pd.DataFrame) -> pd.Series:
    """Measure each lane: room for its rows of marks, and for its name."""
    lanes = placed.groupby("entity", sort=False)
    names = {entity: 0.14 + style.LINE * len(_lane_words(lane)) for entity, lane in lanes}
    return (lanes["row"].max() * STEP + STEP + 0.2).clip(lower=pd.Series(names))


def _lanes(ax: Axes, placed: pd.DataFrame, tops: dict[str, float], heights: pd.Series) -> None:
    for number, (entity, top) in enumerate(tops.items()):
        height = heights[entity]
        if number % 2:
            ax.axhspan(top, top + height, color="#F7F7F7", zorder=-2, linewidth=0)
        here = placed[placed["entity"] == entity]
        words = _lane_words(here)
        ax.annotate(
            "\n".join(words), (0, top + height / 2), (-LANES * 72, 0), xycoords=("axes fraction", "data"),
            textcoords="offset points", ha="left", va="center", linespacing=1.15, annotation_clip=False,
        )  # fmt: skip


def _joins(ax: Axes, placed: pd.DataFrame) -> None:
    for _, together in placed.groupby("event"):
        if len(together) > 1:
            middle = together["begin"] + (together["to"] - together["begin"]) / 2
            ax.plot(middle, together["y"], color="#9A9A9A", linewidth=1, zorder=2)


def _mark(ax: Axes, mark) -> None:
    sign = style.STATUS.get(mark.status, style.UNKNOWN)
    opens = int(pd.isna(mark.last)) - int(pd.isna(mark.first))
    draw_span(ax, sign, mark.begin, mark.to, mark.y, opens)
    if not mark.words:
        return
    text = ax.annotate(
        mark.words, (mark.to if mark.right else mark.begin, mark.y), (8 if mark.right else -8, 0),
        textcoords="offset points", ha="left" if mark.right else "right", va="center_baseline",
        size=style.SMALL, zorder=5, annotation_clip=False,
    )  # fmt: skip
    text.set_path_effects([withStroke(linewidth=2.5, foreground="white")])


def _finish(ax: Axes, placed: pd.DataFrame, note: str, source: str) -> Axes:
    events = style.count(placed["event"].nunique(), "dated event")
    lanes = style.count(placed["entity"].nunique(), "actor")
    style.headline(
        ax,
        TITLE,
        f"{events} of the {lanes} with most of them; a line joins those who took part in one",
        left=LANES,
        above=0.62,
    )
    style.key(
        ax,
        [s for status, s in style.STATUS.items() if (placed["status"] == status).any()],
        left=LANES,
        above=0.27,
    )
    style.footer(ax, f"n = {events}", note, source=source, left=LANES)
    by = ", ".join(f"{lane} {n}" for lane, n in placed.groupby("lane", sort=False)["event"].nunique().items())
    return style.describe(ax, f"Swimlanes of {events}, one lane an actor: {by}.")
