"""Every chart of an analysis, written as PNG with the plotted rows beside it as CSV."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.course import course_of, plot_course
from dateline.charts.deeds import deeds_and_words, plot_deeds
from dateline.charts.mentions import mention_marks, plot_mentions
from dateline.charts.plans import plans_of, plot_plans
from dateline.charts.quoted import plot_quoted, quoted_over_time
from dateline.charts.sentiment import plot_sentiment, tone_along
from dateline.charts.sources import plot_sources, source_cells
from dateline.charts.speakers import plot_speakers, tone_by_speaker
from dateline.charts.swimlanes import lane_marks, plot_swimlanes
from dateline.charts.ties import plot_network, ties
from dateline.charts.timeline import plot_timeline
from dateline.charts.timeline_marks import timeline_marks
from dateline.charts.tone_between import plot_tone_between, tone_between
from dateline.comparing import compare_sources
from dateline.outputs import whole_folder
from dateline.progress import with_bar
from dateline.tables import Tables
from dateline.timeline.copies import without_copies

KIND = "charts"  # of a folder
FEW = 9  # charts that are quickly drawn, those of one article
ARTICLES = 12  # more articles than this get no chart of their own


class Chart(NamedTuple):
    """A file name without its ending, the rows it shows, and how to draw it."""

    name: str
    rows: pd.DataFrame
    draw: Callable[[], Axes]


def charts_of(tables: Tables) -> Iterator[Chart]:
    """List the charts of an analysis in order: those of all articles together, then those of each.

    Yields
    ------
    Chart
        Nothing is drawn until its `draw` is called.
    """
    t = tables
    source, tones = _source(t.articles), without_copies(t.sentiment, t.articles)
    days, names = t.articles["published"], {"entities": t.entities, "source": source}
    yield Chart(
        "timeline",
        timeline_marks(t.timeline, published=days),
        lambda: plot_timeline(t.timeline, published=days, source=source),
    )
    yield Chart(
        "swimlanes",
        lane_marks(t.timeline, t.entities),
        lambda: plot_swimlanes(t.timeline, published=days, **names),
    )
    yield Chart("network", ties(t.timeline, t.entities), lambda: plot_network(t.timeline, **names))
    yield Chart(
        "speakers",
        _flat(tone_by_speaker(tones, t.entities)),
        lambda: plot_speakers(tones, **names),
    )
    yield Chart("tone_between", tone_between(tones, t.entities), lambda: plot_tone_between(tones, **names))
    yield Chart(
        "deeds_and_words",
        deeds_and_words(t.timeline, tones, t.entities, level="country"),
        lambda: plot_deeds(t.timeline, tones, level="country", **names),
    )
    yield Chart(
        "deeds_and_words_over_time",
        course_of(t.events, t.sentiment, t.articles),
        lambda: plot_course(t.events, t.sentiment, t.articles, source=source),
    )
    if len(t.articles) > 1:
        yield from _charts_of_many(t, names)
    if len(t.articles) <= ARTICLES:
        for article in t.articles["article"]:
            yield from _charts_of_one(t, article)


def _charts_of_many(t: Tables, names: dict) -> Iterator[Chart]:
    source = names["source"]
    yield Chart(
        "plans",
        plans_of(t.timeline, t.events, t.articles),
        lambda: plot_plans(t.timeline, t.events, t.articles, source=source),
    )
    yield Chart(
        "quoted_over_time",
        quoted_over_time(t.quotes, t.articles, t.entities),
        lambda: plot_quoted(t.quotes, t.articles, **names),
    )
    compared = compare_sources(t)
    if compared["source"].nunique() > 1:
        yield Chart("sources", source_cells(compared), lambda: plot_sources(compared, source=source))


def _charts_of_one(t: Tables, article: str) -> Iterator[Chart]:
    mentions, sentiment, quotes = (
        rows[rows["article"] == article] for rows in (t.mentions, t.sentiment, t.quotes)
    )
    look = {"articles": t.articles, "source": article}
    yield Chart(
        f"mentions-{article}",
        mention_marks(mentions, t.entities),
        lambda: plot_mentions(mentions, entities=t.entities, **look),
    )
    yield Chart(
        f"tone-{article}",
        tone_along(sentiment, quotes),
        lambda: plot_sentiment(sentiment, quotes=quotes, **look),
    )


def draw_charts(
    tables: Tables,
    folder: str | Path,
    *,
    svg: bool = False,
    progress: Callable[[str], None] | bool | None = None,
) -> list[Path]:
    """Draw every chart of an analysis into a folder: PNG, and the plotted rows as CSV beside each.

    The same tables give the same bytes: no time of day is written anywhere. Each PNG carries its alt text
    in its metadata ("Description").

    Parameters
    ----------
    tables : Tables
        What `analyze` gave back.
    folder : path
        Made if it isn't there. It must be new, empty or written by this function before: all charts are
        replaced, those of articles no longer there go, and if anything goes wrong on the way all stay as they were.
    svg : bool
        Write each chart as SVG too, which can be printed at any size.
    progress : bool or callable, optional
        Show a progress bar; if left out, in a terminal or a notebook where it takes more than a moment. A callable
        is told the name of each chart once it is written.

    Returns
    -------
    list of Path
        The PNG files, in order.

    Raises
    ------
    OutputError
        A ValueError: the folder holds other files, such as tables, or can't be written to.
    """
    with whole_folder(folder, KIND) as stage:
        names = [path.name for path in put_charts(tables, stage, svg=svg, progress=progress)]
    return [Path(folder) / name for name in names]


def put_charts(
    tables: Tables, stage: Path, *, svg: bool = False, progress: Callable[[str], None] | bool | None = None
) -> list[Path]:
    """Draw every chart into a folder that `whole_folder` gave."""
    written: list[Path] = []
    taken: set[str] = set()
    charts = list(charts_of(tables))
    bar = False if callable(progress) else progress
    for chart in with_bar(charts, len(charts), "chart", bar, few=FEW):
        name = _file_name(chart.name, taken)
        chart.rows.to_csv(stage / f"{name}.csv", index=False, lineterminator="\n", date_format="%Y-%m-%d")
        written.append(save_chart(chart.draw(), stage / f"{name}.png", svg=svg))
        if callable(progress):
            progress(name)
    return written


def save_chart(ax: Axes, path: str | Path, *, svg: bool = False) -> Path:
    """Write a chart as PNG, and as SVG beside it if asked for, its alt text in the metadata, and close its figure."""
    path = Path(path)
    figure, words = style.figure_of(ax), style.alt_text(ax)
    with style.only_style():
        figure.savefig(path, dpi=style.RESOLUTION, metadata={"Software": None, "Description": words})
        if svg:
            # ids of shapes are made from the salt, so that the same chart gives the same bytes
            with mpl.rc_context({"svg.hashsalt": "dateline", "svg.fonttype": "path"}):
                about = {"Date": None, "Creator": None, "Description": words}
                figure.savefig(path.with_suffix(".svg"), metadata=about)
    plt.close(figure)
    return path


def _source(articles: pd.DataFrame) -> str:
    """Say in a source line which articles stand behind a chart."""
    if len(articles) != 1:
        return f"source: {len(articles):,} articles"  # those without a day are counted by the chart itself
    one = articles.iloc[0]
    return "source: " + " · ".join(filter(None, [one["source"], one["title"] or one["article"]]))


def _file_name(name: str, taken: set[str]) -> str:
    """Turn a chart's name into that of a file on any system, with a number where another chart has it.

    >>> taken = set()
    >>> [_file_name(name, taken) for name in ("tone-a b", "tone-a/b", "tone-A b")]
    ['tone-a-b', 'tone-a-b-2', 'tone-A-b-3']
    """
    safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in unicodedata.normalize("NFC", name))
    base = safe.encode("utf-8")[:120].decode("utf-8", "ignore").strip("-.")
    numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
    free = next(
        name for name in numbered if name.casefold() not in taken
    )  # disks that fold case have one file
    taken.add(free.casefold())
    return free


def _flat(tones: pd.DataFrame) -> pd.DataFrame:
    return tones.assign(scores=["; ".join(f"{score:g}" for score in scores) for scores in tones["scores"]])
