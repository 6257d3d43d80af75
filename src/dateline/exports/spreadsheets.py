"""For spreadsheets: one Excel workbook with a sheet a table, or one CSV file a table."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pandas as pd

from dateline.outputs import whole_file, whole_folder
from dateline.tables import DAY, MAYBE_SPAN, SCORE, SPAN, Tables

KIND = "spreadsheets"  # of a folder
CELL, ROWS = 32_767, 1_048_575  # what Excel holds: characters in a cell, rows of a sheet below its header
_FIRST = ("timeline", "entities", "quotes", "events", "articles")  # sheets in the order of interest
_WIDE = {"text": 60, "what": 60, "title": 40, "words": 40, "aliases": 30, "name": 25, "url": 30}
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # also full-width, which some take for them


def export_xlsx(tables: Tables, path: str | Path) -> Path:
    """Write every table as a sheet of one Excel workbook.

    Parameters
    ----------
    tables : Tables
    path : path
        Such as news.xlsx.

    Returns
    -------
    Path
        The file. Headers stay in sight and filter; days are dates; every text is a text, never a formula or a link. A
        text longer than the 32,767 characters that a cell holds is cut and says so; a table of more than 1,048,575
        rows goes on in a further sheet. The same tables give the same bytes.
    """
    import xlsxwriter

    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    }  # fmt: skip
    path = Path(path)
    with whole_file(path) as beside, xlsxwriter.Workbook(str(beside), options) as book:
        book.set_properties(
            {"created": dt.datetime(2000, 1, 1), "author": "", "comments": "written by dateline"}
        )
        head, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for table in sorted(
            tables._fields, key=lambda t: (t not in _FIRST, _FIRST.index(t) if t in _FIRST else 0)
        ):
            frame = getattr(tables, table)
            for number, first in enumerate(range(0, max(1, len(frame)), ROWS)):
                name = table if number == 0 else f"{table} {number + 1}"
                _fill(book.add_worksheet(name), frame.iloc[first : first + ROWS], head, day)
    return path


def _fill(sheet, frame: pd.DataFrame, head, day) -> None:
    sheet.freeze_panes(1, 0)
    if len(frame.columns):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    for place, column in enumerate(frame):
        sheet.set_column(place, place, _WIDE.get(column, 14))
        sheet.write_string(0, place, column, head)
    numbers = [frame[column].dtype in (SPAN, MAYBE_SPAN, SCORE) for column in frame]
    days = [frame[column].dtype == DAY for column in frame]
    for line, values in enumerate(frame.itertuples(index=False, name=None), 1):
        for place, value in enumerate(values):
            if value is None or value is pd.NA or value != value or value == "":
                continue
            if days[place]:
                _write_day(sheet, line, place, value, day)
            elif numbers[place]:
                sheet.write_number(line, place, float(str(value)))
            else:
                sheet.write_string(line, place, _cut(str(value)))


def _write_day(sheet, line: int, place: int, value: pd.Timestamp, day) -> None:
    if value.year >= 1900:
        sheet.write_datetime(line, place, value.to_pydatetime(), day)
    else:  # Excel knows no day before 1900
        sheet.write_string(line, place, f"{value:%Y-%m-%d}")


def _cut(text: str) -> str:
    """Cut a text to what a cell holds; a cell counts in UTF-16.

    >>> len(_cut("x" * 40_000)), _cut("x" * 40_000)[-34:]
    (32767, ' … (cut: 40,000 characters in all)')
    """
    if 2 * len(text) <= CELL or len(text) + sum(c > "\uffff" for c in text) <= CELL:
        return text
    note = f" … (cut: {len(text):,} characters in all)"
    data = text.encode("utf-16-le")[: 2 * (CELL - len(note))]
    return data.decode("utf-16-le", "ignore") + note


def export_csv(tables: Tables, folder: str | Path) -> list[Path]:
    """Write every table as a CSV file that a spreadsheet opens as it should.

    Parameters
    ----------
    tables : Tables
    folder : path
        New, empty or written by this function before.

    Returns
    -------
    list of Path
        One file a table, UTF-8 with a byte-order mark, so that Excel reads accents right. A text that begins with
        = + - @ (full-width too), a tab or a line break has an apostrophe before it, so that no spreadsheet takes it
        for a formula. For programs, `write_tables(..., format="csv")` writes the texts as they are.
    """
    names = []
    with whole_folder(folder, KIND) as stage:
        for table, frame in tables._asdict().items():
            names.append(f"{table}.csv")
            harmless(frame).to_csv(
                stage / names[-1], index=False, lineterminator="\r\n", encoding="utf-8-sig",
                date_format="%Y-%m-%d", quoting=csv.QUOTE_MINIMAL,
            )  # fmt: skip
    return [Path(folder) / name for name in names]


def harmless(frame: pd.DataFrame) -> pd.DataFrame:
    """Put an apostrophe before texts that a spreadsheet would take for formulas; headers and numbers stay."""
    texts = [column for column in frame if frame[column].dtype == "str"]
    risky = {column: frame[column].str.startswith(_FORMULA) for column in texts}
    return frame.assign(**{c: frame[c].where(~risky[c], "'" + frame[c]) for c in texts if risky[c].any()})
