"""Who speaks how about whom: a row a speaker, a column a target."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.naming import entity_name, entity_names
from dateline.charts.speakers import NAMES, draw_name
from dateline.knowledge.countries import country_name
from dateline.sentiment.summaries import tone_matrix

NARRATOR = "(the article itself)"
TITLE = "Who speaks how about whom"


def tone_between(
    sentiment: pd.DataFrame, entities: pd.DataFrame | None = None, limit: int = 8, level: str = "entity"
) -> pd.DataFrame:
    """Compute how each speaker, and the article itself, speaks about each entity.

    Parameters
    ----------
    sentiment : DataFrame
        The `sentiment` table; its rows of unit "mention" count.
    entities : DataFrame, optional
        The `entities` table, for names; needed for `level="country"`.
    limit : int
        At most so many speakers and so many targets, those with most mentions.
    level : {"entity", "country"}
        "country" counts persons and organisations as their country.

    Returns
    -------
    DataFrame
        `speaker_name`, `target_name`, `speaker`, `target`, `n`, `mean` in [-1, 1]; the article's own voice
        is the speaker "(the article itself)".
    """
    rows = sentiment[sentiment["score"].notna()]
    cells = tone_matrix(rows, entities, level, writer=NARRATOR)
    cells = cells.rename(columns={"entity": "target", "score": "mean"})
    for column in ("speaker", "target"):
        sums = cells.groupby(column)["n"].sum().reset_index()
        sums = sums.sort_values(["n", column], ascending=[False, True]).head(limit)
        order = {one: number for number, one in enumerate(sums[column])}
        cells = cells[cells[column].isin(order)]
        cells = cells.assign(**{f"{column}_at": cells[column].map(order)})
    cells = cells.sort_values(["speaker_at", "target_at"], kind="stable").round({"mean": 3})
    names = entity_names(entities)
    for column in ("speaker", "target"):
        cells[f"{column}_name"] = [_name(one, names, level) for one in cells[column]]
    return cells[["speaker_name", "target_name", "speaker", "target", "n", "mean"]].reset_index(drop=True)


def _name(one: str, names: dict[str, str], level: str) -> str:
    if one == NARRATOR:
        return one
    return country_name(one) or one if level == "country" else entity_name(one, names)


@style.styled
def plot_tone_between(
    rows: pd.DataFrame,
    ax: Axes | None = None,
    *,
    entities: pd.DataFrame | None = None,
    limit: int = 8,
    level: str = "entity",
    source: str = "",
) -> Axes:
    """Draw who speaks how about whom as a table: a row a speaker, a column a target, the mean tone and its n.

    Parameters
    ----------
    rows : DataFrame
        The `sentiment` table, or some of its rows.
    ax : Axes, optional
        Draw here; else on a new figure.
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        At most so many speakers and targets.
    level : {"entity", "country"}
        "country" counts persons and organisations as their country.
    source : str
        Ends the source line.

    Returns
    -------
    Axes
    """
    cells = tone_between(rows, entities, limit, level)
    if cells.empty:
        return style.nothing(ax, TITLE, "No mentions with a tone.")
    speakers = list(dict.fromkeys(cells["speaker"]))
    sums = cells.groupby("target")["n"].sum()
    targets = sorted(sums.index, key=lambda target: (-sums[target], target))
    ax = style.axes_of(ax, 0.5 * len(speakers), left=NAMES + 0.25, right=0.35, top=1.35, bottom=0.5)
    _grid(ax, cells, speakers, targets)
    for cell in cells.itertuples():
        _cell(ax, targets.index(cell.target), speakers.index(cell.speaker), cell)
    n = int(cells["n"].sum())
    style.headline(
        ax,
        TITLE,
        f"mean tone of {style.count(n, 'mention')} from −1 to 1: row = who speaks, column = about whom",
        left=NAMES,
        above=0.72,
    )
    style.footer(ax, f"n = {n}", "pale cells: one or two mentions only", source=source, left=NAMES, below=0.3)
    top = cells.sort_values(["n", "speaker", "target"], ascending=[False, True, True]).head(4).itertuples()
    most = "; ".join(f"{c.speaker_name} about {c.target_name} {c.mean:+z.2f} (n = {c.n})" for c in top)
    return style.describe(
        ax, f"Table of the mean tone between {len(speakers)} speakers and {len(targets)} targets: {most}."
    )


def _grid(ax: Axes, cells: pd.DataFrame, speakers: list[str], targets: list[str]) -> None:
    """Write the names of rows and columns."""
    ax.set_xlim(-0.5, len(targets) - 0.5)
    ax.set_ylim(len(speakers) - 0.5, -0.5)
    ax.set_axis_off()
    column = style.size_of(ax)[0] / len(targets) - 0.08
    names = dict(zip(cells["target"], cells["target_name"], strict=True))
    for x, target in enumerate(targets):
        words = "\n".join(style.wrap(names[target], column, 2, style.SMALL))
        ax.annotate(
            words,
            (x, 1),
            (0, 6),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            ha="center",
            va="bottom",
            size=style.SMALL,
        )
    names = dict(zip(cells["speaker"], cells["speaker_name"], strict=True))
    for y, speaker in enumerate(speakers):
        draw_name(ax, y, names[speaker], "")


def _cell(ax: Axes, x: int, y: int, cell) -> None:
    pale = 0.45 if cell.n < 3 else 1.0
    red, green, blue = (1 - pale + pale * part for part in style.DIVERGING((cell.mean + 1) / 2)[:3])
    ink = "white" if 0.3 * red + 0.59 * green + 0.11 * blue < 0.5 else style.INK
    ax.fill_between([x - 0.48, x + 0.48], y - 0.46, y + 0.46, color=(red, green, blue), linewidth=0)
    ax.text(x, y - 0.06, f"{cell.mean:+z.2f}".replace("-", "−"), ha="center", va="bottom", color=ink)
    ax.text(x, y + 0.06, f"n = {cell.n}", ha="center", va="top", color=ink, size=7)
