"""The lines of corrections.csv: which columns they may correct, and whether they make sense."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.corrections.values import ValueProblem, value_of
from dateline.sheets import LINE, read_sheet, refuse, sheet_of

SHEET = ("article", "text", "near", "table", "column", "value", "note")
DROP, MERGE, ADD = "drop", "merge", "add"
# What a line may correct, table by table; offsets and words are the article's own and stay.
CORRECTABLE = {
    "articles": ("title", "published", "dateline", "section", "source", "url"),
    "sentences": ("part",),
    "mentions": ("entity", "kind", "form", DROP, ADD),
    "entities": ("name", "kind", "role", "country", MERGE, DROP),
    "dates": ("value", "first", "last", "grain", "type", DROP),
    "quotes": ("speaker", "style", DROP),
    "events": (
        "status", "first", "last", "grain", "actor", "target", "place", "said_by", "type", "score", "class",
        "what", "weight", DROP,
    ),
    "sentiment": ("score", "label", "entity", "speaker", DROP),
    "timeline": (
        "what", "status", "first", "last", "actors", "targets", "place", "said_by", "type", "score", "weight",
        DROP,
    ),
}  # fmt: skip


class Correction(NamedTuple):
    """One line: where (article, words, words near them), what (table, column) and what it should be."""

    line: int
    article: str
    text: str
    near: str
    table: str
    column: str
    value: str
    note: str


def read_corrections(path: str | Path) -> pd.DataFrame:
    """Read your corrections from a CSV.

    Parameters
    ----------
    path
        A CSV with the columns article, text, near, table, column, value, note. `text` are the words that the
        row stands on (for entities their name or id), `near` some words round them where they stand more than
        once, `table` and `column` what is wrong and `value` what it should be ("" for unknown). The column
        `drop` takes a row out, `merge` (entities) makes one entity of two, `add` (mentions) adds a name that
        was missed. An empty article means every article.

    Returns
    -------
    DataFrame
        The columns above, all text, and line, the number of the line in the file.

    Raises
    ------
    UnreadableError
        A ValueError: a column is missing, or lines name a table, a column or a value that can't be; each is
        named with what could stand there.
    """
    needed = ("text", "table", "column")
    return check_corrections(read_sheet(path, SHEET, needed, "read_corrections"))


def check_corrections(frame: pd.DataFrame) -> pd.DataFrame:
    """Check a frame of corrections, and refuse it where a line makes no sense."""
    frame = sheet_of(frame, SHEET, "corrections")
    wrong = [(line.line, reason) for line in corrections_of(frame) if (reason := _fault(line))]
    refuse(wrong, frame.attrs["source"], "read_corrections")
    return frame


def corrections_of(frame: pd.DataFrame | None) -> tuple[Correction, ...]:
    """Turn checked rows into lines."""
    if frame is None:
        return ()
    frame = sheet_of(frame, SHEET, "corrections")
    rows = frame[[LINE, *SHEET]].itertuples(index=False, name=None)
    return tuple(
        Correction(line, article, text, near, table.lower(), column.lower(), value, note)
        for line, article, text, near, table, column, value, note in rows
    )


def _fault(line: Correction) -> str:
    """Say why a line makes no sense, "" if it does."""
    if line.table not in CORRECTABLE:
        return f"no table {line.table!r} can be corrected; write one of {', '.join(CORRECTABLE)}"
    columns = CORRECTABLE[line.table]
    if line.column not in columns:
        return (
            f"no column {line.column!r} of {line.table} can be corrected; write one of {', '.join(columns)}"
        )
    if not line.text and not (line.table == "articles" and line.article):
        return "text is empty; write the words that the row stands on"
    if line.near and line.table in ("entities", "articles"):
        return f"near means nothing for {line.table}; leave it empty"
    try:
        value_of(line.table, line.column, line.value)
    except ValueProblem as problem:
        return str(problem)
    return ""
