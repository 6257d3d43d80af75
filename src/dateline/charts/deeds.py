"""Deeds against words: whether they sound as they act."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes

from dateline.cells import listed
from dateline.charts import style
from dateline.charts.naming import entity_name, entity_names, worth_printing
from dateline.charts.speakers import NAMES, draw_name, draw_tone_axis
from dateline.knowledge.countries import country_name
from dateline.sentiment.summaries import bootstrap_interval

ROW = 0.5  # inches
TITLE = "Deeds against words"
WORDS = style.Sign("o", "white", style.BLUE, "", "words: tone of the quotations")
DEEDS = style.Sign(
    "s", style.VERMILLION, style.VERMILLION, "", "deeds: cooperation (+) and conflict (−), score / 10"
)


def deeds_and_words(
    events: pd.DataFrame,
    sentiment: pd.DataFrame,
    entities: pd.DataFrame | None = None,
    limit: int = 10,
    level: str = "entity",
    least: float = 0.5,
) -> pd.DataFrame:
    """Compare how those who act and speak do the one and the other.

    Parameters
    ----------
    events : DataFrame
        The `timeline` (actors) or the `events` table (actor); denied and hypothetical ones don't count.
    sentiment : DataFrame
        The `sentiment` table; its quotations with a speaker count.
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        At most so many, those with most deeds and words.
    level : {"entity", "country"}
        "country" counts persons, organisations and places as their country; those of no known country don't count.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    DataFrame
        `name`, `entity`, `deeds` (mean score / 10), `deeds_low`, `deeds_high`, `deeds_n`, `words` (mean tone),
        `words_low`, `words_high`, `words_n`; means and bounds in [-1, 1]. Only those with both.
    """
    done: dict[str, list[float]] = {}
    said: dict[str, list[float]] = {}
    one_of = _counted_as(entities, level)
    column = "actors" if "actors" in events.columns else "actor"
    events = worth_printing(events, least)
    real = events[~events["status"].isin(["denied", "hypothetical"]) & events["score"].notna()]
    for actors, score in real[[column, "score"]].itertuples(index=False, name=None):
        for actor in dict.fromkeys(one_of(actor) for actor in listed(actors)):
            done.setdefault(actor, []).append(float(score) / 10)
    quotes = sentiment[
        (sentiment["unit"] == "quote") & sentiment["speaker"].ne("") & sentiment["score"].notna()
    ]
    for speaker, score in quotes[["speaker", "score"]].itertuples(index=False, name=None):
        said.setdefault(one_of(speaker), []).append(float(score))
    both = sorted((done.keys() & said.keys()) - {""}, key=lambda e: (-len(done[e]) - len(said[e]), e))[:limit]
    names = entity_names(entities)
    rows = []
    for entity in both:
        row: dict = {"name": country_name(entity) or entity_name(entity, names), "entity": entity}
        for what, scores in (("deeds", done[entity]), ("words", said[entity])):
            low, high = bootstrap_interval(scores)
            mean = sum(scores) / len(scores)
            row |= {what: mean, f"{what}_low": low, f"{what}_high": high, f"{what}_n": len(scores)}
        rows.append(row)
    ends = [f"{what}{end}" for what in ("deeds", "words") for end in ("", "_low", "_high", "_n")]
    return pd.DataFrame(rows, columns=["name", "entity", *ends]).round(3)


def _counted_as(entities: pd.DataFrame | None, level: str) -> Callable[[str], str]:
    """Give the function that says as what an entity is counted: itself or its country, "" if that is not known."""
    if level not in ("entity", "country"):
        raise ValueError(f'level is {level!r}; use "entity" or "country".')
    if level == "country" and entities is None:
        raise ValueError('level="country" needs the entities table; pass entities=tables.entities.')
    if level == "entity" or entities is None:
        return lambda entity: entity
    countries = dict(zip(entities["entity"], entities["country"], strict=True))
    return lambda entity: countries.get(entity, "")


@style.styled
def plot_deeds(
    rows: pd.DataFrame, sentiment: pd.DataFrame, ax: Axes | None = None, *, entities: pd.DataFrame | None = None,
    limit: int = 10, level: str = "entity", source: str = "", least: float = 0.5,
) -> Axes:  # fmt: skip
    """Draw for each who acts and speaks the mean score of the deeds and the mean tone of the words.

    Parameters
    ----------
    rows : DataFrame
        The `timeline` or the `events` table, or some of its rows.
    sentiment : DataFrame
        The `sentiment` table.
    ax : Axes, optional
        Draw here; else on a new figure.
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        At most so many actors.
    level : {"entity", "country"}
        "country" counts persons, organisations and places as their country; those of no known country don't count.
    source : str
        Ends the source line.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    Axes
    """
    limit = style.rows_that_fit(limit, ax, 0.35)
    both = deeds_and_words(rows, sentiment, entities, limit, level, least)
    if both.empty:
        return style.nothing(ax, TITLE, "Nobody both acts and is quoted.")
    counts = [
        f"{style.count(row.deeds_n, 'deed')}, {style.count(row.words_n, 'quote')}"
        for row in both.itertuples()
    ]
    right = max(1.35, max(style.inches(words, style.SMALL) for words in counts) + 0.25)
    ax = style.axes_of(ax, ROW * len(both) + 0.1, left=NAMES + 0.25, right=right, top=1.1)
    draw_tone_axis(ax, len(both))
    for y, row in enumerate(both.itertuples()):
        draw_name(ax, y, row.name, counts[y])
        ax.plot(
            [row.words, row.deeds], [y, y], color=style.PALE, linewidth=3, zorder=1, solid_capstyle="butt"
        )
        for sign, up, mean, low, high in (
            (WORDS, -0.13, row.words, row.words_low, row.words_high),
            (DEEDS, 0.13, row.deeds, row.deeds_low, row.deeds_high),
        ):
            if low == low:
                ax.plot([low, high], [y + up, y + up], color=sign.edge, linewidth=1.2, zorder=2)
            ax.plot([mean], [y + (up if low == low else 0)], **style.look(sign, 8))
    one, many = ("country", "countries") if level == "country" else ("actor", "actors")
    shown = style.count(len(both), one, many) + " seen to act and quoted"
    style.headline(
        ax,
        TITLE,
        f"{shown}; thin lines: where the mean lies in 19 of 20 draws (from three on)",
        left=NAMES,
        above=0.52,
    )
    style.key(ax, [WORDS, DEEDS], left=NAMES, above=0.17)
    n = f"n = {style.count(int(both['deeds_n'].sum()), 'deed')}, {style.count(int(both['words_n'].sum()), 'quotation')}"
    style.footer(ax, n, source=source, left=NAMES, below=0.62)
    most = "; ".join(
        f"{r.name} deeds {r.deeds:+.2f}, words {r.words:+.2f}" for r in both.head(5).itertuples()
    )
    return style.describe(ax, f"Deeds against words of {shown}, both from -1 to 1: {most}.")
