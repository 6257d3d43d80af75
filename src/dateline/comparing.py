"""Who tells what: the outlets of a story side by side, by what they tell, whom they quote and how they sound."""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd

from dateline.sentiment.summaries import bootstrap_interval
from dateline.tables import Tables

COLUMNS = {
    "kind": "str", "item": "str", "name": "str", "first": "datetime64[ms]", "last": "datetime64[ms]", "source": "str",
    "n": "int32", "articles": "int32", "score": "float32", "low": "float32", "high": "float32",
}  # fmt: skip
UNKNOWN = "(no source given)"


def compare_sources(
    tables: Tables, *, least: float = 0.5, sources: int = 20, events: int = 1000, limit: int = 50
) -> pd.DataFrame:
    """Compare the outlets of a story: which events each tells and leaves out, whom it quotes, in what tone it speaks.

    Parameters
    ----------
    tables : Tables
        What `analyze` or `read_tables` gave back. The outlet is `articles.source`; where that is empty, the host of
        `url`. An article known as a copy of another is left out.
    least : float
        Events of less weight are left out (see `timeline.weight`).
    sources, events, limit : int
        At most so many sources, those with most articles; so many events, those of most articles; and so many speakers
        and of those spoken about, the most frequent. To compare others, keep their articles alone:
        `read_tables(folder, where={"source": ...})`.

    Returns
    -------
    DataFrame
        A row for each item and each source, those with n = 0 too, which this source leaves out:

        - `kind`: "event" (a row of the timeline), "quoted" (a speaker) or "tone" (somebody spoken about)
        - `item`: the key of the event, or the entity; `name`: its words or name; `first`, `last`: of the event
        - `source`: the outlet
        - `n`: how often it tells the event; how many of the speaker's statements it has; how often it names the one
          spoken about in its own words (not in a quotation); `articles`: in how many of its articles
        - `score`, `low`, `high`: of "tone", the mean in [-1, 1] and its 95 % bootstrap interval (NaN under three)

        Events first, those of most articles first, then speakers and tones, the most frequent first; sources in
        order of their number of articles.

    Examples
    --------
    >>> import dateline
    >>> from dateline.reading import read_articles
    >>> both = pd.DataFrame({
    ...     "text": ["Ann Lie resigned on Monday.", "Ann Lie resigned on Monday. Ships left."],
    ...     "source": ["Post", "Herald"], "published": "2022-04-20"})
    >>> rows = compare_sources(dateline.analyze(both), least=0)
    >>> rows[rows["kind"] == "event"].pivot(index="name", columns="source", values="n").to_dict("index")
    {'Ann Lie resigned': {'Herald': 1, 'Post': 1}, 'Ships left': {'Herald': 1, 'Post': 0}}
    """
    articles = tables.articles
    if "copy_of" in articles:
        articles = articles[articles["copy_of"] == ""]
    outlets = [_outlet(source, url) for source, url in zip(articles["source"], articles["url"], strict=True)]
    source = dict(zip(articles["article"], outlets, strict=True))
    counts = pd.Series(outlets, dtype="str").value_counts().rename_axis("source").reset_index()
    order = counts.sort_values(["count", "source"], ascending=[False, True])["source"].tolist()[:sources]
    source = {article: outlet for article, outlet in source.items() if outlet in set(order)}
    names = dict(zip(tables.entities["entity"], tables.entities["name"], strict=True))
    parts = [
        _events(tables, source, order, least, events),
        _quoted(tables, source, order, names, limit),
        _tones(tables, source, order, names, limit),
    ]
    rows = pd.concat(parts, ignore_index=True)
    return rows.astype(COLUMNS)[list(COLUMNS)]


def _outlet(source: str, url: str) -> str:
    return source or (urlsplit(url).hostname or "").removeprefix("www.") or UNKNOWN


def _counted(
    rows: pd.DataFrame, item: str, source: dict[str, str], order: list[str], most: int, by: str
) -> pd.DataFrame:
    """Count rows and articles of each item by source, zeros too; only of so many items, those with most `by`."""
    rows = rows[rows["article"].isin(source)]
    rows = pd.DataFrame(
        {"item": rows[item], "article": rows["article"], "source": rows["article"].map(source).astype("str")}
    )
    counts = rows.groupby(["item", "source"])["article"].agg(n="size", articles="nunique")
    sums = rows.groupby("item")["article"].agg(total="size", spread="nunique").reset_index()
    sums = sums.sort_values([by, "total", "item"], ascending=[False, False, True])[:most]
    every = pd.MultiIndex.from_product([sums["item"], order], names=["item", "source"])
    counts = counts.reindex(every, fill_value=0).reset_index()
    place = counts["source"].map({one: number for number, one in enumerate(order)})
    return counts.assign(place=place).merge(sums, on="item")


def _events(
    tables: Tables, source: dict[str, str], order: list[str], least: float, events: int
) -> pd.DataFrame:
    timeline = tables.timeline
    timeline = timeline[(timeline["weight"] >= least) | timeline["weight"].isna()].set_index("event")
    told = tables.events[tables.events["event"].isin(timeline.index)]
    rows = _counted(told, "event", source, order, events, "spread")
    whole = {
        column: dict(zip(timeline.index, timeline[column], strict=True))
        for column in ("what", "first", "last")
    }
    rows = rows.assign(kind="event", name=rows["item"].map(whole["what"]))
    rows = rows.assign(**{day: pd.to_datetime(rows["item"].map(whole[day])) for day in ("first", "last")})
    by = ["spread", "total", "first", "item", "place"]
    return _blank(rows.sort_values(by, ascending=[False, False, True, True, True]))


def _quoted(
    tables: Tables, source: dict[str, str], order: list[str], names: dict[str, str], limit: int
) -> pd.DataFrame:
    said = tables.quotes[(tables.quotes["speaker"] != "") & ~tables.quotes["inside"]]
    return _of_entities(_counted(said, "speaker", source, order, limit, "total"), "quoted", names)


def _tones(
    tables: Tables, source: dict[str, str], order: list[str], names: dict[str, str], limit: int
) -> pd.DataFrame:
    rows = tables.sentiment
    own = (
        (rows["unit"] == "mention") & (rows["speaker"] == "") & (rows["entity"] != "") & rows["score"].notna()
    )
    rows = rows[own & rows["article"].isin(source)]
    out = _of_entities(_counted(rows, "entity", source, order, limit, "total"), "tone", names)
    scores = rows["score"].astype("float64").groupby([rows["entity"], rows["article"].map(source)])
    single = {key: part.to_numpy() for key, part in scores}
    nothing = (float("nan"),) * 3
    means = [
        (float(single[key].mean()), *bootstrap_interval(single[key])) if key in single else nothing
        for key in zip(out["item"], out["source"], strict=True)
    ]
    return out.assign(
        **{name: [mean[at] for mean in means] for at, name in enumerate(("score", "low", "high"))}
    )


def _of_entities(rows: pd.DataFrame, kind: str, names: dict[str, str]) -> pd.DataFrame:
    rows = rows.sort_values(["total", "item", "place"], ascending=[False, True, True])
    return _blank(rows.assign(kind=kind, name=[names.get(one, one) for one in rows["item"]]))


def _blank(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the columns that this kind of row leaves empty."""
    days = ("first", "last")
    missing = [column for column in COLUMNS if column not in rows]
    return rows.assign(**{column: pd.NaT if column in days else float("nan") for column in missing})
