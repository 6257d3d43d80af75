"""Mentions along the text: who enters when, who stays, and under which kind of words."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.naming import entity_name, entity_names

ROW = 0.3  # inches
NAMES = 2.2  # inches for the names
TITLE = "Where each name stands in the text"


def one_article(rows: pd.DataFrame, drawing: str) -> str:
    """Give the id of the only article in the rows.

    Raises
    ------
    ValueError
        The rows come from several articles, which the chart would mix up.
    """
    found = sorted(rows["article"].unique())
    if len(found) > 1:
        some = ", ".join(found[:3]) + (", ..." if len(found) > 3 else "")
        raise ValueError(
            f"{drawing} draws one article; these rows hold {len(found)} ({some}). "
            f'Choose one: rows[rows["article"] == "{found[0]}"]'
        )
    return found[0] if found else ""


def mention_marks(
    mentions: pd.DataFrame, entities: pd.DataFrame | None = None, limit: int = 14
) -> pd.DataFrame:
    """List the mentions of the most named entities of one article, the most named first.

    Returns
    -------
    DataFrame
        `name`, `entity`, `kind`, `form`, `text`, `article`, `start`, `end`, in order of entity, then text.
    """
    known = mentions[mentions["entity"] != ""]
    counts = known.groupby("entity").agg(n=("start", "size"), begin=("start", "min")).reset_index()
    counts = counts.sort_values(["n", "begin", "entity"], ascending=[False, True, True]).head(limit)
    order = {entity: number for number, entity in enumerate(counts["entity"])}
    names = entity_names(entities)
    marks = known[known["entity"].isin(order)].copy()
    marks["name"] = [entity_name(entity, names) for entity in marks["entity"]]
    marks = marks.assign(at=marks["entity"].map(order)).sort_values(["at", "start", "end"], kind="stable")
    return marks[["name", "entity", "kind", "form", "text", "article", "start", "end"]].reset_index(drop=True)


@style.styled
def plot_mentions(
    rows: pd.DataFrame, ax: Axes | None = None, *, entities: pd.DataFrame | None = None,
    articles: pd.DataFrame | None = None, limit: int = 14, source: str = "",
) -> Axes:  # fmt: skip
    """Draw one line an entity and one mark a mention, from the first character of the text to the last.

    Full marks are names, hollow ones descriptions and pronouns.

    Parameters
    ----------
    rows : DataFrame
        The `mentions` of one article.
    ax : Axes, optional
        Draw here; else on a new figure as high as the names need.
    entities, articles : DataFrame, optional
        For names, and for the paragraphs of the text (pale rules).
    limit : int
        At most so many entities.
    source : str
        Ends the source line.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        The rows come from several articles.
    """
    article = one_article(rows, "plot_mentions")
    limit = style.rows_that_fit(limit, ax, 0.25)
    marks = mention_marks(rows, entities, limit)
    if marks.empty:
        return style.nothing(ax, TITLE, "No names found.")
    order = list(dict.fromkeys(marks["entity"]))
    ax = style.axes_of(ax, ROW * len(order) + 0.1, left=NAMES + 0.25, right=0.55, top=1.1, bottom=0.7)
    end = draw_paragraphs(ax, articles, article, int(rows["end"].max()))
    ax.set_ylim(len(order) - 0.5, -0.5)
    ax.set_yticks([])
    for y, entity in enumerate(order):
        _line(ax, y, marks[marks["entity"] == entity], end)
    notes = "pale rules: paragraphs" if articles is not None else ""
    return _finish(ax, marks, rows.loc[rows["entity"] != "", "entity"].nunique(), notes, source)


def draw_paragraphs(ax: Axes, articles: pd.DataFrame | None, article: str, end: int) -> int:
    """Make the x axis the text of an article, with a pale rule at each paragraph; give back its length."""
    breaks: list[int] = []
    if articles is not None and (articles["article"] == article).any():
        text = articles.loc[articles["article"] == article, "text"].iloc[0]
        end = max(end, len(text))
        at = text.find("\n\n")
        while at >= 0:
            breaks.append(at + 1)
            at = text.find("\n\n", at + 2)
    for at in breaks if len(breaks) <= 80 else []:
        ax.axvline(at, color="#E4E4E4", linewidth=0.8, zorder=0)
    ax.set_xlim(-0.01 * end, 1.01 * end)
    ax.set_xticks([0, end / 2, end], ["first word", "middle", "last word"])
    ax.tick_params(axis="x", length=0)
    sides: tuple[Literal["left", "center", "right"], ...] = ("left", "center", "right")
    for label, side in zip(ax.get_xticklabels(), sides, strict=True):
        label.set_horizontalalignment(side)
    return end


def _line(ax: Axes, y: int, marks: pd.DataFrame, end: int) -> None:
    """Draw one entity: its name, its marks, how many."""
    sign = style.KIND.get(marks["kind"].mode().iloc[0], style.UNKNOWN)
    ax.plot([0, end], [y, y], color=style.PALE, linewidth=0.8, zorder=1)
    middle = (marks["start"] + marks["end"]) / 2
    unnamed = marks["form"].isin(["nominal", "pronoun"])
    look = {**style.look(sign, 7), "markeredgewidth": 1.2}
    ax.plot(
        middle[~unnamed],
        [y] * int((~unnamed).sum()),
        **{**look, "markeredgecolor": "white", "markeredgewidth": 0.6},
    )
    ax.plot(middle[unnamed], [y] * int(unnamed.sum()), **{**look, "markerfacecolor": "white"})
    at: dict[str, Any] = {
        "xycoords": ("axes fraction", "data"),
        "textcoords": "offset points",
        "va": "center_baseline",
        "annotation_clip": False,
    }
    ax.annotate(style.shorten(marks["name"].iloc[0], NAMES - 0.15), (0, y), (-NAMES * 72, 0), ha="left", **at)
    ax.annotate(str(len(marks)), (1, y), (16, 0), ha="right", color=style.GREY, **at)


def _finish(ax: Axes, marks: pd.DataFrame, found: int, notes: str, source: str) -> Axes:
    """Write headline, key and last line."""
    shown_names = marks["entity"].nunique()
    kinds = [sign for kind, sign in style.KIND.items() if (marks["kind"] == kind).any()]
    hollow = style.Sign("o", "white", style.GREY, "", "hollow: he, she, the president …")
    unnamed = marks["form"].isin(["nominal", "pronoun"]).any()
    most = "" if found == shown_names else f"the {shown_names} most mentioned of "
    shown = f"{style.count(len(marks), 'mention')} of {most}{style.count(found, 'name')}"
    style.headline(
        ax, TITLE, f"{shown}, from the first word of the article to the last", left=NAMES, above=0.52
    )
    style.key(ax, [*kinds, hollow] if unnamed else kinds, left=NAMES, above=0.17)
    style.footer(
        ax, f"n = {style.count(len(marks), 'mention')}", notes, source=source, left=NAMES, below=0.48
    )
    top = ", ".join(f"{name} {n}" for name, n in marks.groupby("name", sort=False).size().head(5).items())
    return style.describe(ax, f"{shown} along the text of {marks['article'].iloc[0]}. Most mentioned: {top}.")
