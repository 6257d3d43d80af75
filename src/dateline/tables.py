"""The columns and dtypes of every table; the one place that says what a table is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

TEXT, DAY, SPAN, MAYBE_SPAN, SCORE = "str", "datetime64[ms]", "int32", "Int32", "float32"
FLAG = "bool"
KEPT = 0.1  # weight from which events have a row; lighter ones stand in the events table alone
ROW = 0.5  # weight from which charts and notebooks take events: an editor would rather print them
Row = Any  # a row of a table, as `itertuples` gives it: its fields are the columns, which no checker knows
_SPAN = {"article": TEXT, "start": SPAN, "end": SPAN}

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "article": TEXT, "title": TEXT, "published": DAY, "published_by": TEXT, "dateline": TEXT,
        "section": TEXT, "source": TEXT, "url": TEXT, "copy_of": TEXT, "text_start": SPAN, "text": TEXT,
    },
    "sentences": {**_SPAN, "sentence": SPAN, "part": TEXT, "text": TEXT},
    "tokens": {
        **_SPAN, "sentence": SPAN, "token": SPAN, "text": TEXT, "lemma": TEXT, "tag": TEXT,
        "head": SPAN, "relation": TEXT,
    },
    "mentions": {**_SPAN, "text": TEXT, "kind": TEXT, "form": TEXT, "entity": TEXT, "rule": TEXT},
    "entities": {
        "entity": TEXT, "name": TEXT, "kind": TEXT, "role": TEXT, "country": TEXT, "aliases": TEXT,
        "mentions": SPAN, "articles": SPAN, "first_seen": DAY, "last_seen": DAY,
    },
    "dates": {
        **_SPAN, "text": TEXT, "type": TEXT, "value": TEXT, "first": DAY, "last": DAY, "grain": TEXT,
        "anchor": TEXT, "rule": TEXT,
    },
    "quotes": {
        **_SPAN, "text": TEXT, "style": TEXT, "speaker": TEXT, "speaker_start": MAYBE_SPAN,
        "speaker_end": MAYBE_SPAN, "cue_start": MAYBE_SPAN, "cue_end": MAYBE_SPAN, "inside": FLAG, "rule": TEXT,
    },
    "events": {
        **_SPAN, "text": TEXT, "sentence": SPAN, "action": TEXT, "class": TEXT, "type": TEXT,
        "actor": TEXT, "target": TEXT, "place": TEXT, "first": DAY, "last": DAY, "grain": TEXT,
        "date_start": MAYBE_SPAN, "date_end": MAYBE_SPAN, "status": TEXT, "status_rule": TEXT,
        "type_rule": TEXT, "said_by": TEXT, "score": SCORE, "what": TEXT, "weight": SCORE, "why": TEXT, "event": TEXT,
    },
    "sentiment": {
        **_SPAN, "unit": TEXT, "text": TEXT, "entity": TEXT, "speaker": TEXT, "score": SCORE,
        "label": TEXT, "words": TEXT,
    },
    "timeline": {
        "event": TEXT, "first": DAY, "last": DAY, "grain": TEXT, "what": TEXT, "type": TEXT, "status": TEXT,
        "was_planned": TEXT, "planned_note": TEXT, "disputed": TEXT, "folded": TEXT,
        "actors": TEXT, "targets": TEXT, "place": TEXT, "said_by": TEXT, "articles": TEXT,
        "mentions": SPAN, "score": SCORE, "weight": SCORE, "why": TEXT,
        "article": TEXT, "start": SPAN, "end": SPAN,
    },
}  # fmt: skip

ASSUMED = {("articles", "text_start"): 0}  # where the column is not there: tables made before there was one

ENTITY_COLUMNS = (
    "entity",
    "speaker",
    "actor",
    "target",
    "place",
    "said_by",
    "actors",
    "targets",
)  # hold slugs


class Tables(NamedTuple):
    """Every table of one analysis; fields in the order in which they are made."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    dates: pd.DataFrame
    quotes: pd.DataFrame
    events: pd.DataFrame
    sentiment: pd.DataFrame
    timeline: pd.DataFrame

    def __repr__(self) -> str:
        """Say of each table, one a line, how many rows it has and which columns; and which articles have no day."""
        width = max(len(f"{len(frame):,}") for frame in self)
        lines = [_line(name, frame, width) for name, frame in zip(self._fields, self, strict=True)]
        return "\n".join(lines + _undated(self.articles))


def _undated(articles: pd.DataFrame) -> list[str]:
    """Say how many articles have no day of publication, and what to do, in a line if there are any."""
    unknown = int(articles["published"].isna().sum()) if "published" in articles else 0
    if not unknown:
        return []
    return [
        f"{unknown:,} not dated: the day of publication is unknown. Give it with published=, or in a column."
    ]


def _line(name: str, frame: pd.DataFrame, width: int, longest: int = 110) -> str:
    """Say a table in one line, its columns cut at a comma."""
    rows = "row " if len(frame) == 1 else "rows"
    line = f"{name:<10}{len(frame):>{width},} {rows}  {', '.join(map(str, frame.columns))}"
    return line if len(line) <= longest else line[: line.rindex(",", 0, longest - 4)] + ", ..."


class TableError(ValueError):
    """A table breaks the contract of its columns; says which, where and what to do."""


def empty(table: str) -> pd.DataFrame:
    """Make the named table with all its columns and no rows.

    Examples
    --------
    >>> list(empty("sentences").columns)
    ['article', 'start', 'end', 'sentence', 'part', 'text']
    """
    return pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in _columns(table).items()})


def conform(rows: pd.DataFrame | Iterable[Mapping], table: str) -> pd.DataFrame:
    """Give rows the columns, their order and the dtypes of the named table.

    Parameters
    ----------
    rows : DataFrame or iterable of mappings
        Columns that are missing come out empty ("" for text, NaT, <NA>, NaN or False); a field `class_` is the
        column `class`. A frame may bring further columns, which are left out; a mapping may not.
    table : str
        One of `COLUMNS`.

    Returns
    -------
    DataFrame
        The table, with rows numbered from 0.

    Raises
    ------
    TableError
        If a column must have a value and has none, or a value does not fit its dtype.

    Examples
    --------
    >>> conform([{"article": "a", "start": 0, "end": 4, "text": "Oslo"}], "mentions").kind.tolist()
    ['']
    """
    columns = _columns(table)
    given = isinstance(rows, pd.DataFrame)
    frame: pd.DataFrame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows), dtype=object)
    frame = frame.rename(columns={"class_": "class"})
    unknown = [str(column) for column in frame.columns if column not in columns]
    if unknown and not given:
        raise TableError(f"{table}: no column {unknown[0]!r}; the columns are {', '.join(columns)}")
    out = {}
    for column, dtype in columns.items():
        assumed = ASSUMED.get((table, column), pd.NA)
        values = frame[column] if column in frame else pd.Series(assumed, index=frame.index, dtype=object)
        out[column] = _cast(values, dtype, f"{table}: column {column!r}")
    return pd.DataFrame(out).reset_index(drop=True)


def _columns(table: str) -> dict[str, str]:
    if table not in COLUMNS:
        raise TableError(f"no table {table!r}; the tables are {', '.join(COLUMNS)}")
    return COLUMNS[table]


def _cast(values: pd.Series, dtype: str, what: str) -> pd.Series:
    if values.dtype == dtype and not (dtype == TEXT and values.hasnans):
        return values
    missing = values.isna()
    if dtype == TEXT:
        return text_column(values.astype(object).where(~missing, ""))
    if dtype == FLAG:
        values = values.astype(object).where(~missing, False)
        if values.isin([True, False]).all():
            return values.astype(dtype)
        raise TableError(f"{what} must be true or false; {_rows(~values.isin([True, False]))} neither")
    if dtype == SPAN and missing.any():
        raise TableError(f"{what} needs a value in every row; {_rows(missing)} none")
    try:
        if dtype == DAY:
            return pd.to_datetime(values.where(~missing, pd.NaT), format="ISO8601").astype(dtype)
        if dtype == MAYBE_SPAN:
            values = values.astype(object).where(~missing, pd.NA)
        elif dtype == SCORE:
            values = values.astype(object).where(~missing, float("nan"))
        return values.astype(dtype)
    except (TypeError, ValueError, OverflowError) as error:
        reason = str(error).splitlines()[0]
        raise TableError(f"{what} does not fit {dtype}: {reason}") from None


def text_column(values: pd.Series) -> pd.Series:
    """Make a column of text; what no file can hold (half a character, as in a name that is not UTF-8) is U+FFFD.

    Examples
    --------
    >>> text_column(pd.Series(["caf\\udce9.txt"], dtype=object)).tolist()
    ['caf\ufffd.txt']
    """
    try:
        return values.astype(TEXT)
    except UnicodeEncodeError:
        halves = re.compile("[\ud800-\udfff]")
        return values.map(lambda value: halves.sub("\ufffd", str(value))).astype(TEXT)


def _rows(wrong: pd.Series) -> str:
    """Name the rows that are true: "rows 3, 8 have"."""
    numbers = [str(number) for number, is_wrong in enumerate(wrong) if is_wrong]
    listed = ", ".join(numbers[:5]) + (f" and {len(numbers) - 5} more" if len(numbers) > 5 else "")
    return f"row {listed} has" if len(numbers) == 1 else f"rows {listed} have"
