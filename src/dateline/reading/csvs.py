"""Tables of articles as CSV, a row each, whatever parts the cells; a broken row costs no other anything."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

import pandas as pd

from dateline.problems import FAILED, NOTED, Problem, UnreadableError
from dateline.reading.columns import NAMES, plain
from dateline.reading.drafts import LONGEST_TEXT, Draft, Record, from_record
from dateline.reading.headers import header_of
from dateline.reading.lines import TOO_LONG, Lines
from dateline.reading.sources import Source

_QUOTES = "Check quotation marks and separators; a text with a separator in it stands in quotation marks."
_RETRIES = 100  # open quotation marks after which a file is given up
_KNOWN = frozenset(plain(name) for names in NAMES.values() for name in names)


def from_csv(source: Source) -> Iterator[Draft | Problem]:
    """Read a CSV with a header; cells parted by commas, semicolons, tabs or bars, as the header tells.

    A row with more cells than the header has columns, or with a quotation mark that is never closed, is
    named and costs no other row anything.

    Examples
    --------
    >>> from dateline.reading.sources import source_of_bytes
    >>> source = source_of_bytes("a.csv", "a.csv", b"id;text\\na;Rain, at last.\\nb;too;many\\n")
    >>> [found.text if isinstance(found, Draft) else found.reason for found in from_csv(source)]
    ['Rain, at last.', 'has 3 cells, and the header has 2 columns']
    """
    for found in csv_records(source):
        if isinstance(found, Record):
            yield from_record(*found, source.wished, follow=source.follow)
        else:
            yield found


def csv_records(source: Source) -> Iterator[Record | Problem]:
    """Give the rows of a CSV as they stand, one after the other.

    Raises
    ------
    UnreadableError
        Where no column may hold a text.
    """
    lines = Lines(source)
    header: list[str] = []
    for number, row in _rows(lines, source.suffix):
        if isinstance(row, str):
            yield Problem(FAILED, row, _QUOTES, source.origin, number)
        elif not header:
            header = header_of(row, source)
        elif len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
            reason = f"has {len(row)} cells, and the header has {len(header)} columns"
            yield Problem(FAILED, reason, _QUOTES, source.origin, number)
        elif row:
            record = dict(zip(header, row + [""] * (len(header) - len(row)), strict=False))
            yield Record(record, source.origin, number)
    if not header:
        raise UnreadableError("is empty", "Put a header with 'text' and the articles in.")
    if lines.note:
        yield Problem(
            NOTED, lines.note, "Check accents and quotation marks, or save it as UTF-8.", source.origin
        )


def csv_frame(source: Source) -> pd.DataFrame:
    """Read a CSV of facts (articles.csv) as a frame of words; ragged rows are refused.

    Raises
    ------
    UnreadableError
        Where it is empty, ragged, or has an open quotation mark.
    """
    rows = []
    for number, row in _rows(Lines(source), source.suffix):
        if isinstance(row, str):
            raise UnreadableError(f"is no readable CSV (row {number} {row})", _QUOTES)
        rows.append(row)
    if not rows:
        raise UnreadableError("is empty", "Put a header and rows in.")
    header = [column.strip() for column in rows[0]]
    broken = next((number for number, row in enumerate(rows, 1) if len(row) > len(header)), 0)
    if broken:
        raise UnreadableError(f"has more cells in row {broken} than its header has columns", _QUOTES)
    full = [row + [""] * (len(header) - len(row)) for row in rows[1:] if row]
    frame = pd.DataFrame(full, columns=header, dtype=object)
    return frame.loc[:, ~frame.columns.duplicated()]


class _Replayed:
    """Lines for a csv reader, which remembers those of the row that it is in."""

    def __init__(self, lines: Iterable[str | None]) -> None:
        self._lines = iter(lines)
        self._again: list[str] = []
        self.row: list[str] = []
        self.length = 0

    def __iter__(self) -> _Replayed:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        if line is None:
            raise csv.Error(TOO_LONG)
        self.row.append(line)
        self.length += len(line)
        if self.length > 2 * LONGEST_TEXT:
            raise csv.Error("opens a quotation mark that is never closed")
        return line.replace("\0", "\ufffd")

    def begin(self) -> None:
        """A row begins."""
        self.row, self.length = [], 0

    def leave_first(self) -> None:
        """Go on behind the first line of the row."""
        self._again += reversed(self.row[1:])
        self.begin()


def _rows(lines: Lines, suffix: str) -> Iterator[tuple[int, list[str] | str]]:
    """Give the rows of a CSV with their numbers (the header is row 1); words in place of a broken row."""
    csv.field_size_limit(4 * LONGEST_TEXT)
    replayed = _Replayed(lines)
    delimiter = ""
    number = broken = 0
    reader = None
    while True:
        number += 1
        replayed.begin()
        try:
            if not delimiter:
                first = next(replayed)
                delimiter = _delimiter(first, suffix)
                replayed._again.append(first)
                replayed.begin()
            reader = reader or csv.reader(replayed, delimiter=delimiter, strict=True)
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            broken += 1
            if broken > _RETRIES or not replayed.row:
                yield (
                    number,
                    f"is no readable CSV from here on ({error})" if broken > _RETRIES else str(error),
                )
                if broken > _RETRIES:
                    return
            else:
                yield number, _told(str(error))
                replayed.leave_first()
            reader = None
            continue
        if row or number == 1:
            yield number, row


def _told(error: str) -> str:
    if "unexpected end of data" in error:
        return "opens a quotation mark that is never closed"
    return error if error.startswith(("opens", "holds")) else f"is no readable CSV ({error})"


def _delimiter(header: str, suffix: str) -> str:
    """Say what parts the cells: what makes most of the header's pieces names of columns."""
    if suffix in (".tsv", ".tab"):
        return "\t"
    best, points = ",", -1
    for mark in (",", ";", "\t", "|"):
        try:
            cells = next(csv.reader([header], delimiter=mark))
        except (csv.Error, StopIteration):
            continue
        known = sum(plain(cell) in _KNOWN for cell in cells)
        if (score := 100 * known + len(cells)) > points:
            best, points = mark, score
    return best
