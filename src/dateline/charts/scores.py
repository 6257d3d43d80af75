"""How right it is: the measured figures beside those of another tool on the same texts."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style

ROW, NAMES = 0.4, 4.1  # inches
TITLE = "How right each kind of finding is"


@style.styled
def plot_scores(rows: pd.DataFrame, ax: Axes | None = None, *, source: str = "") -> Axes:
    """Draw each figure as a point, the other tool's as a ring, and a line between them.

    Parameters
    ----------
    rows : DataFrame
        Figures as in `data/scores.csv`: question, dateline, peer, peer_score; rows without a question are left
        out, and so are those in which less is better.
    ax : Axes, optional
        Draw here; else on a new figure as high as the figures need.
    source : str
        Ends the source line.

    Returns
    -------
    Axes
    """
    told = rows[
        rows["question"].fillna("").ne("") & ~rows["question"].fillna("").str.contains("less is better")
    ]
    ours, theirs = pd.to_numeric(told["dateline"]), pd.to_numeric(told["peer_score"])
    if told.empty:
        return style.nothing(ax, TITLE, "No figures.")
    ax = style.axes_of(ax, ROW * len(told) + 0.1, left=NAMES + 0.25, right=0.4, top=0.95, bottom=0.7)
    ax.set_ylim(len(told) - 0.5, -0.5)
    ax.set_xlim(0, 100)
    ax.set_yticks([])
    ax.set_xticks([0, 25, 50, 75, 100])
    for y, (question, own, other, peer) in enumerate(
        zip(told["question"], ours, theirs, told["peer"].fillna(""), strict=True)
    ):
        _row(ax, y, question, own, other, str(peer))
    style.headline(
        ax, TITLE, "per cent of public gold sets; filled: dateline, ring: another tool on the same texts",
        left=NAMES, above=0.3,
    )  # fmt: skip
    style.footer(
        ax, f"{len(told)} questions", "made again by make scores", source=source, left=NAMES, below=0.5
    )
    best = "; ".join(
        f"{question} {own:.0f}" + ("" if pd.isna(other) else f" (another tool {other:.0f})")
        for question, own, other in zip(told["question"], ours, theirs, strict=True)
    )
    return style.describe(ax, f"Figures in per cent on public gold sets: {best}.")


def _row(ax: Axes, y: int, question: str, own: float, other: float, peer: str) -> None:
    ax.plot([0, 100], [y, y], color="#EFEFEF", linewidth=0.8, zorder=0)
    at: dict[str, Any] = {
        "xycoords": ("axes fraction", "data"),
        "textcoords": "offset points",
        "annotation_clip": False,
    }
    lines = style.wrap(question, NAMES - 0.2)
    ax.annotate("\n".join(lines), (0, y), (-NAMES * 72, 0), va="center", ha="left", linespacing=1.05, **at)
    ax.plot([own], [y], "o", markersize=9, color=style.BLUE, zorder=4)
    if pd.isna(other):
        return
    ax.plot([own, other], [y, y], color=style.GREY, linewidth=1.2, zorder=2)
    ax.plot(
        [other], [y], "o", markersize=8, markerfacecolor="white", markeredgecolor=style.VERMILLION, zorder=3
    )
    left = other <= own
    room = 72 * (style.size_of(ax)[0] * (other if left else 100 - other) / 100) - 10
    words = style.shorten(peer, room / 72, style.SMALL) if room > 40 else ""
    ax.annotate(words, (other, y), (-8 if left else 8, 0), textcoords="offset points", size=style.SMALL,
                color=style.GREY, va="center", ha="right" if left else "left")  # fmt: skip
