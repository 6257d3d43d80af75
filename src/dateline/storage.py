"""Tables to files and back, exactly: the same tables make the same bytes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds

from dateline.outputs import (
    OutputError,
    changed_files,
    finish,
    is_output,
    is_unfinished,
    read_manifest,
    whole_folder,
)
from dateline.selection import select_tables
from dateline.tables import (
    ASSUMED,
    COLUMNS,
    DAY,
    FLAG,
    MAYBE_SPAN,
    SCORE,
    SPAN,
    TEXT,
    TableError,
    Tables,
    conform,
)

FORMATS = ("parquet", "csv", "jsonl")
KIND = "tables"  # of a folder
TRIES = 5  # while another process writes


def write_tables(tables: Tables, folder: str | Path, format: str | Sequence[str] = "parquet") -> list[Path]:
    """Write every table to a file of its own, named for it, in a folder of their own.

    Parameters
    ----------
    tables : Tables
    folder : path
        Made if it is not there. It must be new, empty or written by this function before: all tables are replaced,
        or, if anything goes wrong on the way, none.
    format : {"parquet", "csv", "jsonl"} or several of these
        CSV is UTF-8 with dates in ISO; unknown dates and numbers are empty cells (in JSONL null).

    Returns
    -------
    list of Path
        The files, in order of the tables. The same tables give the same bytes, and `read_tables` gives
        back equal tables.

    Raises
    ------
    TableError
        If the format is none of these.
    OutputError
        A ValueError: the folder holds other files, or can't be written to.
    """
    with whole_folder(folder, KIND, about_tables(format)) as stage:
        names = [path.name for path in put_tables(tables, stage, format)]
    return [Path(folder) / name for name in names]


def put_tables(tables: Tables, stage: Path, format: str | Sequence[str]) -> list[Path]:
    """Write the tables into a folder that `whole_folder` gave."""
    paths = []
    for form in _formats(format):
        for table in COLUMNS:
            path = stage / f"{table}.{form}"
            frame = getattr(tables, table)
            if form == "parquet":
                frame.to_parquet(path, index=False)
            else:
                # newline="" and bytes: no platform may turn a line break within an article into another
                text = _to_csv(frame) if form == "csv" else _to_jsonl(frame)
                path.write_bytes(text.encode("utf-8"))
            paths.append(path)
    return paths


def about_tables(format: str | Sequence[str]) -> dict:
    """Say in the manifest of a folder what the tables are written as."""
    return {"formats": _formats(format)}


def _formats(format: str | Sequence[str]) -> list[str]:
    formats = [format] if isinstance(format, str) else list(format)
    wrong = [form for form in formats if form not in FORMATS]
    if wrong or not formats:
        raise TableError(f"format={format!r}: tables can be written as {', '.join(FORMATS)}")
    return formats


def read_tables(
    folder: str | Path,
    *,
    tables: Sequence[str] | None = None,
    where: Mapping | None = None,
    format: str | None = None,
    changed: bool = False,
) -> Tables:
    """Read the tables that `write_tables` or `analyze_corpus` wrote, or of a big corpus as much as is asked for.

    Parameters
    ----------
    folder : path
    tables : sequence of str, optional
        Names of the tables to read; the others come back empty.
    where : mapping, optional
        Which articles to read the rows of; all conditions hold: `article` and `source` (a name or several),
        `entity` (articles that mention one of these), `published` (a day, month or year such as "2022-03", or the
        first and the last as a pair). Entities are those that these articles mention, counted over all; the
        timeline keeps the events whose best sentence stands in one of them.
    format : {"parquet", "csv", "jsonl"}, optional
        Which to read where the folder holds several; the first of these if left out.
    changed : bool
        Read files that were changed since they were written, too.

    Returns
    -------
    Tables
        With the columns and dtypes of the contract, whatever the format.

    Raises
    ------
    FileNotFoundError
        If the folder lacks a table.
    OutputError
        A ValueError: the files are not those of one run, or were changed since.
    TableError
        A ValueError: there is no such table or condition.

    Examples
    --------
    >>> import tempfile
    >>> from dateline.tables import empty
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = write_tables(Tables(*map(empty, COLUMNS)), folder, "csv")
    ...     len(read_tables(folder).events)
    0
    """
    folder = Path(folder)
    if is_output(folder) and read_manifest(folder)["kind"] == "corpus":
        from dateline.corpus.store import Store

        return select_tables(Store(folder).dataset, tables, where)
    whole = _read_whole(folder, format, changed)
    if tables is None and where is None:
        return whole
    frames = whole._asdict()
    return select_tables(lambda table: ds.dataset(pa.Table.from_pandas(frames[table])), tables, where)


def table_parts(folder: str | Path, table: str) -> Iterator[pd.DataFrame]:
    """Read one table part by part where the folder is a corpus, else at once."""
    folder = Path(folder)
    if is_output(folder) and read_manifest(folder)["kind"] == "corpus":
        from dateline.corpus.store import Store

        for batch in Store(folder).dataset(table).to_batches():
            yield conform(batch.to_pandas(), table)
    else:
        yield getattr(read_tables(folder), table)


def _read_whole(folder: Path, format: str | None, changed: bool) -> Tables:
    for _ in range(TRIES):
        finish(folder)
        form = _format_there(folder, format)
        before = _checked(folder, form, changed)
        tables = Tables(*(_read(folder / f"{table}.{form}", form) for table in COLUMNS))
        if before is None or (before == read_manifest(folder) and not is_unfinished(folder)):
            return tables
    raise OutputError(
        f"read_tables: {folder} is being written again and again by another process. Try later."
    )


def _format_there(folder: Path, format: str | None) -> str:
    """Choose the format that all tables are there in."""
    wanted = FORMATS if format is None else _formats(format)
    there = {form: [f"{t}.{form}" for t in COLUMNS if (folder / f"{t}.{form}").is_file()] for form in wanted}
    whole = [form for form in wanted if len(there[form]) == len(COLUMNS)]
    some = [form for form in wanted if there[form]]
    if not whole and some:
        missing = [f"{t}.{some[0]}" for t in COLUMNS if f"{t}.{some[0]}" not in there[some[0]]]
        raise FileNotFoundError(f"read_tables: {folder} lacks {', '.join(missing)}. Write the tables again.")
    if not whole:
        raise FileNotFoundError(
            f"read_tables: no tables in {folder}. Write some with write_tables or `dateline tables`."
        )
    if len(some) > 1 and not is_output(folder):
        raise OutputError(
            f"read_tables: {folder} holds tables as {' and '.join(some)}, and nothing tells whether they are of one "
            f'run. Say which to read: format="{whole[0]}".'
        )
    return whole[0]


def _checked(folder: Path, form: str, changed: bool) -> dict | None:
    """Give the manifest once the tables are as it says; None where there is none."""
    if not is_output(folder):
        return None
    manifest = read_manifest(folder)
    ours = {f"{table}.{form}" for table in COLUMNS}
    wrong = [name for name in changed_files(folder) if name in ours]
    wrong += sorted(ours - set(manifest["files"]))
    if wrong and not changed:
        raise OutputError(
            f"read_tables: {folder / wrong[0]} was changed since it was written, or is of another run. "
            "Write the tables again, or pass changed=True to read it as it is."
        )
    return manifest


def _read(path: Path, format: str) -> pd.DataFrame:
    if format == "parquet":
        return conform(pd.read_parquet(path), path.stem)
    if format == "csv":
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
        return _typed(frame, path.stem)
    lines = path.read_bytes().decode("utf-8").split("\n")[:-1]
    return conform(pd.DataFrame([json.loads(line) for line in lines], dtype=object), path.stem)


def _typed(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Turn the cells of a CSV, all text, into what they stand for."""
    columns = {}
    for column, dtype in COLUMNS[table].items():
        if column not in frame and (table, column) in ASSUMED:
            continue
        values = frame[column].astype(object)
        if dtype != TEXT:
            values = values.where(values != "", None)
        if dtype in (SPAN, MAYBE_SPAN):
            values = values.map(int, na_action="ignore")
        elif dtype == SCORE:
            values = values.map(float, na_action="ignore")
        elif dtype == FLAG:
            values = values.map({"True": True, "False": False}.get, na_action="ignore")
        columns[column] = values
    return conform(pd.DataFrame(columns), table)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Write dates as ISO days, so that no format of a library decides."""
    return frame.assign(**{column: _days(frame[column]) for column in frame if frame[column].dtype == DAY})


def _days(values: pd.Series) -> pd.Series:
    """Say days with four figures for the year, which strftime doesn't do before the year 1000 on every system.

    >>> _days(pd.Series(["0999-01-01", None], dtype="datetime64[ms]")).tolist()
    ['0999-01-01', nan]
    """
    said = np.datetime_as_string(values.to_numpy("datetime64[D]"))
    return pd.Series(said, index=values.index, dtype=TEXT).where(values.notna())


def _to_csv(frame: pd.DataFrame) -> str:
    texts = [column for column in frame if frame[column].dtype == TEXT]
    # A lone carriage return is left unquoted by the csv module, and would end the row for a reader.
    risky = any(frame[column].str.contains("\r", regex=False).any() for column in texts)
    quoting = csv.QUOTE_NONNUMERIC if risky else csv.QUOTE_MINIMAL
    return _plain(frame).to_csv(index=False, lineterminator="\n", quoting=quoting)


def _to_jsonl(frame: pd.DataFrame) -> str:
    plain = _plain(frame)
    columns = [_json_values(plain[column], column in plain.select_dtypes(SCORE)) for column in plain]
    rows = (dict(zip(plain.columns, values, strict=True)) for values in zip(*columns, strict=True))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _json_values(values: pd.Series, scores: bool) -> list:
    """Plain Python values; a score as the shortest decimal that gives it back."""
    plain = [
        None if missing else value for value, missing in zip(values.tolist(), values.isna(), strict=True)
    ]
    if scores:
        shortest = values.astype(str).tolist()
        return [
            value if value is None else float(short) for value, short in zip(plain, shortest, strict=True)
        ]
    return plain
