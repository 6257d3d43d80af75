"""What of a folder of tables is wanted: some tables, and the rows of some articles."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from dateline.cells import all_listed
from dateline.tables import COLUMNS, TableError, Tables, conform, empty

KEYS = ("article", "source", "published", "entity")
_NAMED = ("actors", "targets", "place", "said_by")  # columns of the timeline with entities
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def select_tables(
    table_of: Callable[[str], ds.Dataset], tables: Iterable[str] | None = None, where: Mapping | None = None
) -> Tables:
    """Bring back the tables that are asked for, with the rows of the articles that are asked for.

    Parameters
    ----------
    table_of : callable
        Gives the dataset of a table by its name.
    tables : iterable of str, optional
        Names of tables; the others come back empty.
    where : mapping, optional
        See `read_tables`.

    Raises
    ------
    TableError
        No such table, or no such condition.
    """
    wanted = list(COLUMNS) if tables is None else [tables] if isinstance(tables, str) else list(tables)
    for table in wanted:
        if table not in COLUMNS:
            raise TableError(f"no table {table!r}; the tables are {', '.join(COLUMNS)}")
    articles = None if not where else _articles(table_of, where)
    frames = {table: empty(table) for table in COLUMNS}
    for table in wanted:
        if table != "entities" or articles is None:
            frames[table] = _rows(table_of(table), table, articles)
    if "entities" in wanted and articles is not None:
        frames["entities"] = _entities(table_of, articles, frames["timeline"])
    return Tables(**frames)


def _rows(rows: ds.Dataset, table: str, articles: pa.Array | None) -> pd.DataFrame:
    kept = None if articles is None else pc.is_in(ds.field("article"), value_set=articles)
    return conform(rows.to_table(columns=list(COLUMNS[table]), filter=kept).to_pandas(), table)


def _entities(
    table_of: Callable[[str], ds.Dataset], articles: pa.Array, timeline: pd.DataFrame
) -> pd.DataFrame:
    """Give the entities that the articles mention, as counted over all articles."""
    inside = pc.is_in(ds.field("article"), value_set=articles)
    mentioned = set(table_of("mentions").to_table(columns=["entity"], filter=inside)["entity"].to_pylist())
    for column in _NAMED:
        mentioned.update(all_listed(timeline[column]))
    kept = pc.is_in(ds.field("entity"), value_set=pa.array(sorted(mentioned - {""}), pa.large_string()))
    return conform(table_of("entities").to_table(filter=kept).to_pandas(), "entities")


def _articles(table_of: Callable[[str], ds.Dataset], where: Mapping) -> pa.Array:
    """Find the articles that meet every condition."""
    unknown = [key for key in where if key not in KEYS]
    if unknown:
        raise TableError(f"where: no condition {unknown[0]!r}; there are {', '.join(KEYS)}")
    kept = pc.scalar(True)
    for key in ("article", "source"):
        if key in where:
            kept &= pc.is_in(ds.field(key), value_set=_texts(where[key]))
    if "published" in where:
        first, last = _interval(where["published"])
        kept &= ds.field("published") >= pa.scalar(first, pa.timestamp("ms"))
        kept &= ds.field("published") <= pa.scalar(last, pa.timestamp("ms"))
    found = table_of("articles").to_table(columns=["article"], filter=kept)["article"].combine_chunks()
    if "entity" in where:
        named = pc.is_in(ds.field("entity"), value_set=_texts(where["entity"]))
        told = table_of("mentions").to_table(columns=["article"], filter=named)["article"].unique()
        found = found.filter(
            pc.is_in(found, value_set=told.combine_chunks() if hasattr(told, "combine_chunks") else told)
        )
    return found.cast(pa.large_string())


def _texts(given: str | Iterable[str]) -> pa.Array:
    return pa.array([given] if isinstance(given, str) else [str(one) for one in given], pa.large_string())


def _interval(given: object) -> tuple[dt.datetime, dt.datetime]:
    """Read a year, month or day, or the first and the last of them, as a closed interval.

    >>> [day.isoformat()[:10] for day in _interval(("2022-02", "2022"))]
    ['2022-02-01', '2022-12-31']
    """
    first, last = given if isinstance(given, tuple | list) and len(given) == 2 else (given, given)
    return _period("0001-01-01" if first is None else first)[0], _period(
        "9999-12-31" if last is None else last
    )[1]


def _period(given: object) -> tuple[dt.datetime, dt.datetime]:
    text = given.strftime("%Y-%m-%d") if isinstance(given, dt.date) else str(given)
    found = _PERIOD.fullmatch(text)
    try:
        year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
        first = dt.datetime(year, month or 1, day or 1)
        if day:
            return first, first
        after = dt.datetime(
            year + (not month or month == 12), 1 if not month or month == 12 else month + 1, 1
        )
        return first, after - dt.timedelta(days=1)
    except ValueError:
        raise TableError(
            f"where: published={given!r} is no day, month or year; write 2022-03-14, 2022-03, 2022 or a pair of them"
        ) from None
