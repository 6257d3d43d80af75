"""Tables to files and back, exactly: the same tables make the same bytes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pandas as pd

from dateline.tables import COLUMNS, DAY, MAYBE_SPAN, SCORE, SPAN, TEXT, TableError, Tables, conform

FORMATS = ("parquet", "csv", "jsonl")


def write_tables(tables: Tables, folder: str | Path, format: str = "parquet") -> list[Path]:
    """Write every table to a file of its own, named for it.

    Parameters
    ----------
    tables : Tables
    folder : path
        Made if it is not there; files of the same name are replaced.
    format : {"parquet", "csv", "jsonl"}
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
    """
    if format not in FORMATS:
        raise TableError(f"format={format!r}: tables can be written as {', '.join(FORMATS)}")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for table in COLUMNS:
        path = folder / f"{table}.{format}"
        frame = getattr(tables, table)
        if format == "parquet":
            frame.to_parquet(path, index=False)
        else:
            # newline="" and bytes: no platform may turn a line break within an article into another
            text = _to_csv(frame) if format == "csv" else _to_jsonl(frame)
            path.write_bytes(text.encode("utf-8"))
        paths.append(path)
    return paths


def read_tables(folder: str | Path) -> Tables:
    """Read the tables that `write_tables` wrote.

    Returns
    -------
    Tables
        With the columns and dtypes of the contract, whatever the format.

    Raises
    ------
    FileNotFoundError
        If the folder lacks a table.

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
    for format in FORMATS:
        paths = [folder / f"{table}.{format}" for table in COLUMNS]
        missing = [path.name for path in paths if not path.is_file()]
        if not missing:
            return Tables(*(_read(path, format) for path in paths))
        if len(missing) < len(paths):
            raise FileNotFoundError(
                f"read_tables: {folder} lacks {', '.join(missing)}. Write the tables again."
            )
    raise FileNotFoundError(
        f"read_tables: no tables in {folder}. Write some with write_tables or `dateline tables`."
    )


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
        values = frame[column].astype(object)
        if dtype != TEXT:
            values = values.where(values != "", None)
        if dtype in (SPAN, MAYBE_SPAN):
            values = values.map(int, na_action="ignore")
        elif dtype == SCORE:
            values = values.map(float, na_action="ignore")
        columns[column] = values
    return conform(pd.DataFrame(columns), table)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Write dates as ISO days, so that no format of a library decides."""
    days = {column: frame[column].dt.strftime("%Y-%m-%d") for column in frame if frame[column].dtype == DAY}
    return frame.assign(**days)


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
