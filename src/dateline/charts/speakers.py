"""Tone by speaker: how what each of them is quoted with sounds, and how sure that is."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.naming import entity_name, entity_names
from dateline.sentiment.summaries import summarize_tone

ROW = 0.36  # inches
NAMES = 2.3  # inches
TITLE = "How each speaker sounds"


def tone_by_speaker(
    sentiment: pd.DataFrame, entities: pd.DataFrame | None = None, limit: int = 12
) -> pd.DataFrame:
    """Compute the mean tone of what each speaker is quoted with.

    Parameters
    ----------
    sentiment : DataFrame
        The `sentiment` table; its rows of unit "quote" with a speaker count.
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        The speakers with most quotations.

    Returns
    -------
    DataFrame
        A row a speaker, most quoted first: `name`, `speaker`, `n`, `mean`, `low`, `high` (bootstrap, 95 %;
        empty below three quotations) and `scores`, all in [-1, 1].
    """
    said = sentiment[sentiment["score"].notna()].sort_values(["article", "start"], kind="stable")
    tones = summarize_tone(said, by="speaker", unit="quote").head(limit).rename(columns={"score": "mean"})
    single = said[said["unit"] == "quote"].groupby("speaker")["score"].agg(list)
    names = entity_names(entities)
    tones.insert(0, "name", [entity_name(speaker, names) for speaker in tones["speaker"]])
    tones["scores"] = [[round(float(score), 3) for score in single[speaker]] for speaker in tones["speaker"]]
    return tones[["name", "speaker", "n", "mean", "low", "high", "scores"]].round(3)


@style.styled
def plot_speakers(
    rows: pd.DataFrame,
    ax: Axes | None = None,
    *,
    entities: pd.DataFrame | None = None,
    limit: int = 12,
    source: str = "",
) -> Axes:
    """Draw the tone of each speaker's quotations: small points single ones, the large one their mean.

    The bar is the bootstrap interval of the mean; below three quotations there is none.

    Parameters
    ----------
    rows : DataFrame
        The `sentiment` table, or some of its rows.
    ax : Axes, optional
        Draw here; else on a new figure as high as the speakers need.
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        At most so many speakers.
    source : str
        Ends the source line.

    Returns
    -------
    Axes
    """
    limit = style.rows_that_fit(limit, ax, 0.28)
    tones = tone_by_speaker(rows, entities, limit)
    if tones.empty:
        return style.nothing(ax, TITLE, "No quotations with a known speaker.")
    ax = style.axes_of(ax, ROW * len(tones) + 0.1, left=NAMES + 0.25, right=0.75, top=0.9)
    draw_tone_axis(ax, len(tones))
    for y, tone in enumerate(tones.itertuples()):
        draw_name(ax, y, tone.name, f"n = {tone.n}")
        ax.plot([-1, 1], [y, y], color="#EFEFEF", linewidth=0.8, zorder=0)
        if tone.low == tone.low:
            ax.plot(
                [tone.low, tone.high],
                [y, y],
                color=style.GREY,
                linewidth=2.2,
                zorder=2,
                solid_capstyle="butt",
            )
        ax.plot(tone.scores, [y] * tone.n, "|", color=style.GREY, markersize=9, markeredgewidth=1, zorder=3)
        face = style.DIVERGING((tone.mean + 1) / 2)
        ax.plot(
            [tone.mean], [y], "o", markersize=10, markerfacecolor=face, markeredgecolor=style.INK, zorder=4
        )
    n = int(tones["n"].sum())
    shown = f"{style.count(n, 'quotation')} of {style.count(len(tones), 'speaker')}"
    style.headline(
        ax, TITLE, f"{shown}; strokes are single quotations, circles their mean", left=NAMES, above=0.3
    )
    note = "grey bar: where the mean lies in 19 of 20 draws (none below 3 quotations)"
    style.footer(ax, f"n = {n}", note, source=source, left=NAMES, below=0.62)
    most = "; ".join(f"{t.name} {t.mean:+.2f} (n = {t.n})" for t in tones.head(5).itertuples())
    return style.describe(ax, f"Mean tone of {shown}, from -1 to 1: {most}.")


def draw_tone_axis(ax: Axes, rows: int) -> None:
    """Set an x axis of fixed [-1, 1] that says which side is which, for so many rows."""
    ax.set_ylim(rows - 0.5, -0.5)
    ax.set_xlim(-1.04, 1.04)
    ax.set_yticks([])
    ax.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1\nnegative", "−0.5", "0\nneutral", "0.5", "1\npositive"])
    ax.axvline(0, color=style.GREY, linewidth=0.8, zorder=1)


def draw_name(ax: Axes, y: float, name: str, n: str) -> None:
    """Write a row's name on the left and its number on the right of the axes."""
    at: dict[str, Any] = {
        "xycoords": ("axes fraction", "data"),
        "textcoords": "offset points",
        "va": "center_baseline",
        "annotation_clip": False,
    }
    ax.annotate(style.shorten(name, NAMES - 0.15), (0, y), (-NAMES * 72, 0), ha="left", **at)
    ax.annotate(n, (1, y), (6, 0), ha="left", color=style.GREY, size=style.SMALL, **at)
