"""Who speaks how about whom: a row a speaker, a column a target."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.naming import entity_name, entity_names
from dateline.charts.speakers import NAMES, draw_name

NARRATOR = "(the article itself)"
TITLE = "Who speaks how about whom"


def tone_between(
    sentiment: pd.DataFrame, entities: pd.DataFrame | None = None, limit: int = 8
) -> pd.DataFrame:
    """Compute how each speaker, and the article itself, speaks about each entity.

    Parameters
    ----------
    sentiment : DataFrame
        The `sentiment` table; its rows of unit "mention" count.
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        At most so many speakers and so many targets, those with most mentions.

    Returns
    -------
    DataFrame
        `speaker_name`, `target_name`, `speaker` ("" is the article itself), `target`, `n`, `mean` in [-1, 1].
    """
    about = sentiment[
        (sentiment["unit"] == "mention") & (sentiment["entity"] != "") & sentiment["score"].notna()
    ]
    names = entity_names(entities)
    cells = about.groupby(["speaker", "entity"])["score"].agg(n="size", mean="mean").reset_index()
    cells = cells.rename(columns={"entity": "target"})
    for column, most in (("speaker", limit), ("target", limit)):
        sums = (
            cells.groupby(column)["n"].sum().reset_index().sort_values(["n", column], ascending=[False, True])
        )
        order = {entity: number for number, entity in enumerate(sums[column].head(most))}
        cells = cells[cells[column].isin(order)].assign(
            **{f"{column}_at": lambda c, col=column, o=order: c[col].map(o)}
        )
    cells = cells.sort_values(["speaker_at", "target_at"], kind="stable")
    cells["speaker_name"] = [entity_name(s, names) if s else NARRATOR for s in cells["speaker"]]
    cells["target_name"] = [entity_name(t, names) for t in cells["target"]]
    cells["mean"] = cells["mean"].astype(float).round(3)
    return cells[["speaker_name", "target_name", "speaker", "target", "n", "mean"]].reset_index(drop=True)


@style.styled
def plot_tone_between(
    rows: pd.DataFrame,
    ax: Axes | None = None,
    *,
    entities: pd.DataFrame | None = None,
    limit: int = 8,
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
    source : str
        Ends the source line.

    Returns
    -------
    Axes
    """
    cells = tone_between(rows, entities, limit)
    if cells.empty:
        return style.nothing(ax, TITLE, "No mentions with a tone.")
    speakers = list(dict.fromkeys(cells["speaker"]))
    sums = cells.groupby("target")["n"].sum()
    targets = sorted(sums.index, key=lambda target: (-sums[target], target))
    ax = (
        ax
        if ax is not None
        else style.new_axes(0.5 * len(speakers), left=NAMES + 0.25, right=0.35, top=1.35, bottom=0.5)
    )
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
    style.footer(
        ax,
        " · ".join(
            filter(None, [f"n = {n}", "pale cells: one or two mentions only", source, "drawn by dateline"])
        ),
        left=NAMES,
        below=0.3,
    )
    top = cells.sort_values(["n", "speaker", "target"], ascending=[False, True, True]).head(4).itertuples()
    most = "; ".join(f"{c.speaker_name} about {c.target_name} {c.mean:+.2f} (n = {c.n})" for c in top)
    return style.describe(
        ax, f"Table of the mean tone between {len(speakers)} speakers and {len(targets)} targets: {most}."
    )


def _cell(ax: Axes, x: int, y: int, cell) -> None:
    pale = 0.45 if cell.n < 3 else 1.0
    red, green, blue = (1 - pale + pale * part for part in style.DIVERGING((cell.mean + 1) / 2)[:3])
    ink = "white" if 0.3 * red + 0.59 * green + 0.11 * blue < 0.5 else style.INK
    ax.fill_between([x - 0.48, x + 0.48], y - 0.46, y + 0.46, color=(red, green, blue), linewidth=0)
    ax.text(x, y - 0.06, f"{cell.mean:+.2f}".replace("-", "−"), ha="center", va="bottom", color=ink)
    ax.text(x, y + 0.06, f"n = {cell.n}", ha="center", va="top", color=ink, size=7)
