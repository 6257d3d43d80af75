"""The sources of a story side by side: what each tells, whom it quotes, how it speaks of whom."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from dateline.charts import style
from dateline.charts.naming import say_interval

LABELS = 4.6  # inches for the words of events and for names
ROW = 0.34  # inches
HEADS = {
    "event": "Tells (number: how often)",
    "quoted": "Quotes (number: statements)",
    "tone": "Speaks of (number: mean tone in its own words)",
}
SOURCES = 5  # columns that can be read
TITLE = "What each source tells, whom it quotes, how it sounds"


def source_cells(rows: pd.DataFrame, events: int = 12, names: int = 7) -> pd.DataFrame:
    """Choose what the chart of sources shows: the sources of most articles, and the items told most.

    Parameters
    ----------
    rows : DataFrame
        What `compare_sources` gave back.
    events, names : int
        At most so many events, and so many speakers and so many of those spoken about.

    Returns
    -------
    DataFrame
        Those rows; events in order of their days, speakers and those spoken about with most first.
    """
    shown = rows["source"].drop_duplicates()[:SOURCES]
    parts = []
    for kind, most in (("event", events), ("quoted", names), ("tone", names)):
        of = rows[rows["kind"] == kind]
        part = of[of["item"].isin(of["item"].drop_duplicates()[:most]) & of["source"].isin(shown)]
        parts.append(
            part.sort_values("first", kind="stable", na_position="last") if kind == "event" else part
        )
    return pd.concat(parts, ignore_index=True)


@style.styled
def plot_sources(
    rows: pd.DataFrame, ax: Axes | None = None, *, events: int = 12, names: int = 7, source: str = ""
) -> Axes:
    """Draw the sources as columns: the events each tells or leaves out, whom it quotes, its tone toward whom.

    Parameters
    ----------
    rows : DataFrame
        What `compare_sources` gave back, or some of its rows.
    ax : Axes, optional
        Draw here; else on a new figure as high as the rows need.
    events, names : int
        At most so many events, and so many speakers and so many of those spoken about.
    source : str
        Ends the source line.

    Returns
    -------
    Axes
    """
    cells = source_cells(rows, events, names)
    if cells.empty:
        return style.nothing(ax, TITLE, "No events, quotations or tones to compare.")
    columns = list(dict.fromkeys(rows["source"]))[:SOURCES]
    blocks = [(kind, list(dict.fromkeys(part["item"]))) for kind, part in cells.groupby("kind", sort=False)]
    total = ROW * sum(len(items) + 1.35 for _, items in blocks)
    ax = style.axes_of(ax, total, left=LABELS + 0.25, right=0.25, top=1.25, bottom=0.45)
    ax.set_xlim(-0.5, len(columns) - 0.5)
    ax.set_ylim(total, 0)
    ax.set_axis_off()
    width = style.size_of(ax)[0] / len(columns) - 0.12
    for x, name in enumerate(columns):
        words = "\n".join(style.wrap(name, width, 2, style.NORMAL))
        ax.annotate(
            words, (x, 1), (0, 4), xycoords=("data", "axes fraction"), textcoords="offset points", ha="center",
            va="bottom", weight="bold", size=style.NORMAL,
        )  # fmt: skip
    y = 0.0
    for kind, items in blocks:
        y += ROW * 0.95
        _left(ax, HEADS[kind], y - ROW * 0.3, color=style.GREY, weight="bold", size=style.SMALL)
        part = cells[cells["kind"] == kind].set_index(["item", "source"])
        for item in items:
            _row(ax, kind, part.loc[item], columns, y + ROW / 2)
            y += ROW
        y += ROW * 0.4
    return _finish(ax, cells, columns, rows["source"].nunique(), source)


def _left(ax: Axes, words: str, y: float, **look) -> None:
    ax.annotate(
        words, (0, y), (-LABELS * 72, 0), xycoords=("axes fraction", "data"), textcoords="offset points", ha="left",
        va="center_baseline", annotation_clip=False, **look,
    )  # fmt: skip


def _row(ax: Axes, kind: str, of: pd.DataFrame, columns: list[str], y: float) -> None:
    """Draw one item: its words, and in each column what that source has of it."""
    first = of.iloc[0]
    name = first["name"][:1].upper() + first["name"][1:]
    day = f"  ({say_interval(first['first'], first['last'])})" if not pd.isna(first["first"]) else ""
    room = LABELS - 0.15 - style.inches(day, style.NORMAL)
    _left(ax, style.shorten(name, room) + day, y)
    for x, column in enumerate(columns):
        cell = of.loc[column]
        if not cell["n"]:
            ax.text(x, y, "–", ha="center", va="center", color=style.GREY)
        elif kind == "tone":
            _tone(ax, x, y, cell)
        else:
            size = min(21.0, 11.0 + 1.6 * float(cell["n"]) ** 0.5)
            marker, face = ("o", style.BLUE) if kind == "event" else ("s", style.GREEN)
            ax.plot([x], [y], marker, markersize=size, color=face, zorder=3)
            ax.text(
                x,
                y,
                str(cell["n"]),
                ha="center",
                va="center",
                size=7.5,
                color="white",
                weight="bold",
                zorder=4,
            )


def _tone(ax: Axes, x: int, y: float, cell: pd.Series) -> None:
    pale = 0.45 if cell["n"] < 3 else 1.0
    colour = tuple(1 - pale + pale * part for part in style.DIVERGING((cell["score"] + 1) / 2)[:3])
    ink = "white" if 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2] < 0.5 else style.INK
    ax.add_patch(Rectangle((x - 0.46, y - ROW * 0.46), 0.92, ROW * 0.92, facecolor=colour, linewidth=0))
    words = f"{cell['score']:+z.2f}".replace("-", "−") + f"  (n = {cell['n']})"
    ax.text(x, y, words, ha="center", va="center", size=style.SMALL, color=ink)


def _finish(ax: Axes, cells: pd.DataFrame, columns: list[str], sources: int, source: str) -> Axes:
    told = cells[cells["kind"] == "event"]
    only = told[told["n"] > 0].groupby("item")["source"].nunique()
    both = int((only > 1).sum())
    events = style.count(told["item"].nunique(), "event")
    more = f" of {sources}" if sources > len(columns) else ""
    shown = f"{len(columns)}{more} sources; of the {events} told most, {both} stand in more than one"
    style.headline(ax, TITLE, shown, left=LABELS, above=0.62)
    note = "– : not in these articles · pale: one or two mentions"
    style.footer(ax, note, source=source, left=LABELS, below=0.25)
    tones = cells[(cells["kind"] == "tone") & (cells["n"] > 2)].head(6).itertuples()
    sounds = "; ".join(f"{tone.source} of {tone.name} {tone.score:+.2f} (n = {tone.n})" for tone in tones)
    return style.describe(ax, f"Table of {shown}. Tone: {sounds or 'none'}.")
