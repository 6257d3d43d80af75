"""SQLite: every table in one file, with keys, indexes and full-text search; opens in Datasette."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pandas as pd

from dateline.outputs import whole_file
from dateline.tables import COLUMNS, DAY, FLAG, MAYBE_SPAN, SCORE, SPAN, Tables

_TYPES = {SPAN: "INTEGER", MAYBE_SPAN: "INTEGER", FLAG: "INTEGER", SCORE: "REAL"}
_KEYS = {
    "articles": ("article",),
    "entities": ("entity",),
    "sentences": ("article", "sentence"),
    "tokens": ("article", "token"),
}
_TO_ENTITY = {"mentions": "entity", "quotes": "speaker", "sentiment": "entity"}  # one entity or none
_INDEXES = {
    "articles": ("published", "source"), "mentions": ("article", "entity"), "dates": ("article", "first"),
    "quotes": ("article", "speaker"), "events": ("article", "type", "first"), "sentiment": ("article", "entity"),
    "timeline": ("first", "article"), "entities": ("kind",),
}  # fmt: skip


def export_sqlite(source: Tables | str | Path, path: str | Path) -> Path:
    """Write every table into one SQLite file.

    Parameters
    ----------
    source : Tables or path
        Tables, or the folder of tables or of a corpus, which is then copied part by part.
    path : path
        Such as news.db.

    Returns
    -------
    Path
        The file. Columns are those of the tables; days are ISO text, what is unknown is NULL. Foreign keys lead from
        `article` to articles and from `entity` and `speaker` to entities; the text of articles can be searched
        (table articles_fts). `datasette news.db` shows it in the browser.
    """
    path = Path(path)
    with whole_file(path) as beside:
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            for table, columns in COLUMNS.items():
                database.execute(_create(table, columns))
            for table, frame in _frames(source):
                _insert(database, table, frame)
            for table, indexed in _INDEXES.items():
                for column in indexed:
                    database.execute(f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")')
            database.execute('CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content="articles")')
            database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
            database.commit()
            database.execute("ANALYZE")
            database.execute("VACUUM")
    return path


def _frames(source: Tables | str | Path) -> Iterator[tuple[str, pd.DataFrame]]:
    if isinstance(source, Tables):
        yield from source._asdict().items()
        return
    from dateline.storage import table_parts

    for table in COLUMNS:
        for frame in table_parts(source, table):
            yield table, frame


def _create(table: str, columns: dict[str, str]) -> str:
    lines = [f'"{column}" {_TYPES.get(dtype, "TEXT")}' for column, dtype in columns.items()]
    if key := _KEYS.get(table):
        lines.append(f"PRIMARY KEY ({_list(key)})")
    if "article" in columns and table != "articles":
        lines.append('FOREIGN KEY ("article") REFERENCES "articles" ("article")')
    if column := _TO_ENTITY.get(table):
        lines.append(f'FOREIGN KEY ("{column}") REFERENCES "entities" ("entity")')
    return f'CREATE TABLE "{table}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _insert(database: sqlite3.Connection, table: str, frame: pd.DataFrame) -> None:
    unknown = {_TO_ENTITY[table]} if table in _TO_ENTITY else set()
    values = [_plain(frame[column], empty_is_null=column in unknown) for column in frame]
    marks = ", ".join("?" * len(values))
    database.executemany(
        f'INSERT INTO "{table}" ({_list(frame.columns)}) VALUES ({marks})', zip(*values, strict=True)
    )


def _plain(values: pd.Series, *, empty_is_null: bool) -> list:
    if values.dtype == DAY:
        values = values.dt.strftime("%Y-%m-%d")
    if values.dtype == SCORE:  # the shortest decimal that gives the score back
        return [None if pd.isna(value) else float(str(value)) for value in values]
    known = values.astype(object).where(values.notna(), None)
    if empty_is_null:
        known = known.where(known != "", None)
    return known.tolist()


def _list(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
