"""Write a correction down, so that it is there on every later run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd

from dateline.corrections.lines import SHEET, check_corrections, read_corrections
from dateline.corrections.places import find_words
from dateline.problems import UnreadableError
from dateline.sheets import mark_of


def correct(
    row: pd.Series,
    tables,
    column: str,
    value: str = "",
    *,
    note: str = "",
    file: str | Path = "corrections.csv",
) -> pd.DataFrame:
    """Write one correction into a file, for the row in hand.

    Parameters
    ----------
    row : Series
        A row of one of the tables, such as `tables.events.loc[3]`.
    tables : Tables
        The tables it stands in.
    column, value : str
        What is wrong, and what it should be. "drop" takes the row out; for entities "merge" makes it one with
        the entity named in `value`.
    note : str
        Anything you want to remember.
    file : path
        Made if it is not there; the line is added at the end.

    Returns
    -------
    DataFrame
        All corrections in the file.

    Raises
    ------
    UnreadableError
        The correction makes no sense; nothing is written.

    Notes
    -----
    Give the file to every run: `analyze(..., corrections="corrections.csv")` or `--corrections`.
    """
    line = line_for(row, tables, column, value, note)
    check_corrections(pd.DataFrame([line]))
    path = Path(file)
    before, heading, mark = b"", list(SHEET), ","
    if path.exists() and path.stat().st_size:
        read_corrections(path)  # a file that can't be read is left as it is
        before = path.read_bytes()
        before += b"" if before.endswith(b"\n") else b"\n"
        mark = mark_of(before.decode("utf-8-sig"))
        first = before.decode("utf-8-sig").splitlines()[0]
        heading = [name.strip().lower() for name in next(csv.reader([first], delimiter=mark))]
        if lost := [name for name in SHEET if line[name] and name not in heading]:
            raise UnreadableError(
                f"correct: {path} has no column {lost[0]}", f"Let its first line be {','.join(SHEET)}."
            )
    out = io.StringIO()
    writer = csv.DictWriter(out, heading, extrasaction="ignore", delimiter=mark, lineterminator="\n")
    if not before:
        writer.writeheader()
    writer.writerow(line)
    path.write_bytes(before + out.getvalue().encode("utf-8"))
    return read_corrections(path)


def line_for(row: pd.Series, tables, column: str, value: str = "", note: str = "") -> dict[str, str]:
    """Make the line that names a row by its words and the words round them."""
    table = table_of(row)
    told = {"table": table, "column": column, "value": value, "note": note}
    if table in ("entities", "articles"):
        own = (
            {"article": row["article"], "text": row["title"]}
            if table == "articles"
            else {"article": "", "text": row["entity"]}
        )
        return {"near": "", **own, **told}
    if table == "timeline":
        return {"article": row["article"], "text": row["what"], "near": "", **told}
    text = dict(zip(tables.articles["article"], tables.articles["text"], strict=True))[row["article"]]
    words = " ".join(text[row["start"] : row["end"]].split())
    return {"article": row["article"], "text": words, "near": _near(text, row["start"], row["end"]), **told}


def _near(text: str, start: int, end: int) -> str:
    """Words round a span that tell it from the same words elsewhere; "" where it stands only once."""
    words = text[start:end]
    if len(find_words(text, words)) < 2:
        return ""
    tries = [(start - reach, end + reach) for reach in (25, 50)] + [(start, end + 80), (start - 80, end)]
    told = [_whole_words(text, max(0, begin), min(len(text), stop)) for begin, stop in tries]
    return next((near for near in told if find_words(text, words, near) == [(start, end)]), told[0])


def _whole_words(text: str, begin: int, stop: int) -> str:
    while begin > 0 and not text[begin - 1].isspace():
        begin -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return " ".join(text[begin:stop].split())


def table_of(row: pd.Series) -> str:
    """Tell by its columns which table a row comes from.

    Raises
    ------
    ValueError
        None has all of these columns.
    """
    from dateline.tables import COLUMNS

    marks = {
        "articles": {"published_by"}, "entities": {"first_seen"}, "timeline": {"what", "actors"},
        "events": {"action"}, "quotes": {"style"}, "sentiment": {"unit"}, "mentions": {"form", "entity"},
        "dates": {"anchor", "rule"}, "tokens": {"lemma"}, "sentences": {"part"},
    }  # fmt: skip
    for table, columns in marks.items():
        if columns <= set(row.index):
            return table
    raise ValueError(
        f"a row with the columns {', '.join(map(str, row.index))} is of no table; the tables are {', '.join(COLUMNS)}. "
        "Take a whole row, such as tables.events.loc[3]."
    )
