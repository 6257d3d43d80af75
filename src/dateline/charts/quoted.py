"""Who is quoted when: a row a speaker, a circle for each period with statements."""

from __future__ import annotations

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.course import PERIODS
from dateline.charts.naming import entity_name, entity_names
from dateline.charts.speakers import NAMES, draw_name
from dateline.charts.time_axis import DAY, date_ticks, not_dated, publication_days

ROW = 0.4  # inches
TITLE = "Who is quoted when"


def quoted_over_time(
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    entities: pd.DataFrame | None = None,
    limit: int = 12,
    freq: str = "",
) -> pd.DataFrame:
    """Count the statements of each speaker in each period, by the day of publication.

    Parameters
    ----------
    quotes, articles : DataFrame
        Those tables; statements within another one, in copies and of unknown speakers don't count.
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        The speakers with most statements.
    freq : {"", "D", "W", "M", "Q", "Y"}
        The period; chosen by the time that is spanned if left out.

    Returns
    -------
    DataFrame
        A row a speaker and period with statements, the speaker with most first: `name`, `speaker`, `first`, `last`
        (days, closed), `n`, `direct` (of them word for word) and `articles`.
    """
    if "copy_of" in articles:
        articles = articles[articles["copy_of"] == ""]
    day = articles.set_index("article")["published"]
    said = quotes[(quotes["speaker"] != "") & ~quotes["inside"]]
    said = said.assign(published=day.reindex(said["article"]).to_numpy())
    said = said[said["published"].notna()]
    most = said["speaker"].value_counts().rename_axis("speaker").reset_index()
    most = most.sort_values(["count", "speaker"], ascending=[False, True])["speaker"].tolist()[:limit]
    said = said[said["speaker"].isin(most)]
    period = pd.PeriodIndex(said["published"].to_numpy("datetime64[ns]"), freq=freq or period_of(articles)[0])
    names = entity_names(entities)
    rows = [
        {
            "name": entity_name(speaker, names), "speaker": speaker, "first": when.start_time.normalize(),
            "last": when.end_time.normalize(), "n": len(part), "direct": int((part["style"] == "direct").sum()),
            "articles": part["article"].nunique(),
        }
        for (speaker, when), part in said.groupby([said["speaker"], period], sort=True)
    ]  # fmt: skip
    columns = ["name", "speaker", "first", "last", "n", "direct", "articles"]
    order = {speaker: number for number, speaker in enumerate(most)}
    rows.sort(key=lambda row: (order[row["speaker"]], row["first"]))
    return pd.DataFrame(rows, columns=columns)


def period_of(articles: pd.DataFrame) -> tuple[str, str]:
    """Choose the period by the time between the first and the last day of publication."""
    days = publication_days(articles["published"])
    spanned = (days[-1] - days[0]).days if days else 0
    return next(((freq, word) for freq, most, word in PERIODS if spanned <= most), ("Y", "year"))


@style.styled
def plot_quoted(
    rows: pd.DataFrame, articles: pd.DataFrame, ax: Axes | None = None, *, entities: pd.DataFrame | None = None,
    limit: int = 12, freq: str = "", source: str = "",
) -> Axes:  # fmt: skip
    """Draw when each speaker is quoted: a circle a period, the larger the more statements (their number inside).

    Parameters
    ----------
    rows : DataFrame
        The `quotes` table, or some of its rows.
    articles : DataFrame
        That table, for the days.
    ax : Axes, optional
        Draw here; else on a new figure as high as the speakers need.
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        At most so many speakers.
    freq : {"", "D", "W", "M", "Q", "Y"}
        The period; chosen by the time that is spanned if left out.
    source : str
        Ends the source line.

    Returns
    -------
    Axes
    """
    limit = style.rows_that_fit(limit, ax, 0.3)
    said = quoted_over_time(rows, articles, entities, limit, freq)
    if said.empty:
        return style.nothing(ax, TITLE, "No quotations with a known speaker and a day.")
    speakers = list(dict.fromkeys(said["speaker"]))
    ax = style.axes_of(ax, ROW * len(speakers) + 0.1, left=NAMES + 0.25, right=0.75, top=0.9)
    low, high = said["first"].min(), said["last"].max() + DAY
    margin = max((high - low) * 0.04, DAY)
    ax.set_xlim(low - margin, high + margin)
    ax.set_ylim(len(speakers) - 0.5, -0.5)
    ax.set_yticks([])
    ticks, labels = date_ticks(low - margin, high + margin)
    ax.set_xticks(ticks, labels)
    for y, speaker in enumerate(speakers):
        of = said[said["speaker"] == speaker]
        draw_name(ax, y, of["name"].iloc[0], f"n = {of['n'].sum()}")
        ax.axhline(y, color="#EFEFEF", linewidth=0.8, zorder=0)
        for period in of.itertuples():
            _circle(ax, period, y)
    return _finish(ax, said, speakers, articles, freq, source)


def _circle(ax: Axes, period, y: float) -> None:
    middle = mdates.date2num(period.first + (period.last + DAY - period.first) / 2)
    size = min(26.0, 7.0 + 3.4 * period.n**0.5)
    ax.plot([middle], [y], "o", markersize=size, color=style.BLUE, markeredgecolor="white", zorder=3)
    ax.annotate(
        str(period.n), (middle, y), ha="center", va="center", size=7, color="white", weight="bold", zorder=4
    )  # fmt: skip


def _finish(
    ax: Axes, said: pd.DataFrame, speakers: list[str], articles: pd.DataFrame, freq: str, source: str
) -> Axes:
    word = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}
    period = word.get(freq[:1], "period") if freq else period_of(articles)[1]
    n = int(said["n"].sum())
    shown = f"{style.count(n, 'statement')} of {style.count(len(speakers), 'speaker')}"
    style.headline(
        ax, TITLE, f"{shown}; each circle is one {period}, its number the statements", left=NAMES, above=0.3
    )
    note = "direct and indirect speech, by the day of publication"
    style.footer(
        ax, f"n = {n}", note, not_dated(articles["published"]), source=source, left=NAMES, below=0.62
    )
    sums = said.groupby("name", sort=False)["n"].sum().head(5)
    most = "; ".join(f"{name} {count}" for name, count in sums.items())
    return style.describe(ax, f"When each speaker is quoted, {shown} by {period}: {most}.")
