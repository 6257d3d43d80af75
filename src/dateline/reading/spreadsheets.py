"""Tables of articles, a row each: CSV whatever parts its cells, Excel, Parquet and frames."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from dateline.problems import FAILED, NOTED, Problem, UnreadableError
from dateline.reading.columns import NAMES, TEASERS, plain, taken_for
from dateline.reading.drafts import LONGEST_TEXT, ONLY_ADDRESSES, Draft, Record, from_record
from dateline.reading.lines import TOO_LONG, Lines
from dateline.reading.sources import Source

_QUOTES = "Check quotation marks and separators; a text with a separator in it stands in quotation marks."
_RETRIES = 100  # open quotation marks after which a file is given up
_KNOWN = frozenset(plain(name) for names in NAMES.values() for name in names)
_GDELT_COLUMNS = 61  # of an event table without a header
_SHEETS = 200_000_000  # bytes that a workbook may unpack to


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
            header = _header(row, source)
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


def _header(row: list[str], source: Source) -> list[str]:
    header = [column.strip().lstrip("\ufeff") for column in row]
    if not any(header):
        raise UnreadableError("is empty", "Put a header with 'text' and the articles in.")
    if len(header) >= _GDELT_COLUMNS - 3 and header[-1].startswith("http"):  # has no header, so no names
        raise UnreadableError(
            "is a table of GDELT events, which holds addresses and no texts",
            "Pass the addresses in its last column, as a list.",
        )
    twice = [column for column, count in Counter(header).items() if count > 1 and column]
    if twice:
        raise UnreadableError(f"has the column {twice[0]!r} twice", "Give each column a name of its own.")
    check_columns(header, source.wished, follow=source.follow)
    return header


def check_columns(
    header: Iterable[object], wished: tuple[tuple[str, str], ...], *, follow: bool = False
) -> None:
    """Refuse a table without a column that may hold the text, or the addresses if these are to be followed.

    Raises
    ------
    UnreadableError
        Names the columns that there are.
    """
    names = [str(column) for column in header]
    has = f"it has: {', '.join(names[:12]) or 'none'}"
    for field, column in wished:
        if column not in names:
            raise UnreadableError(
                f"has no column {column!r} to take for {field} ({has})", "Name one of these."
            )
    columns = taken_for(tuple(names), wished)
    if columns["text"] or any(plain(name) in TEASERS for name in names):
        return
    if columns["url"]:
        if follow:
            return
        raise UnreadableError(
            f"is a list of addresses and holds no texts, as those of Media Cloud and GDELT ({has})",
            ONLY_ADDRESSES,
        )
    raise UnreadableError(
        f"has no column 'text' ({has})", 'Name the column that holds the article: columns={"text": "..."}.'
    )


def from_frame(
    frame: pd.DataFrame,
    origin: str,
    first_row: int = 1,
    wished: tuple[tuple[str, str], ...] = (),
    *,
    follow: bool = False,
) -> Iterator[Draft | Problem]:
    """Read the rows of a frame."""
    for found in frame_records(frame, origin, first_row, wished, follow=follow):
        yield from_record(*found, wished, follow=follow)


def frame_records(
    frame: pd.DataFrame,
    origin: str,
    first_row: int = 1,
    wished: tuple[tuple[str, str], ...] = (),
    *,
    follow: bool = False,
) -> Iterator[Record]:
    """Give the rows of a frame as they stand.

    Raises
    ------
    UnreadableError
        Where no column may hold a text, or two have one name.
    """
    names = [str(column) for column in frame.columns]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise UnreadableError(f"has the column {twice[0]!r} twice", "Give each column a name of its own.")
    check_columns(names, wished, follow=follow)
    for number, values in enumerate(
        zip(*(frame[column] for column in frame.columns), strict=True), first_row
    ):
        yield Record(dict(zip(names, values, strict=True)), origin, number)


def from_parquet(source: Source) -> Iterator[Draft | Problem]:
    """Read a Parquet file, some thousand rows at a time."""
    for found in parquet_records(source):
        yield from_record(*found, source.wished, follow=source.follow)


def parquet_records(source: Source) -> Iterator[Record]:
    """Give the rows of a Parquet file as they stand, some thousand at a time.

    Raises
    ------
    UnreadableError
        Where it is none, or no column may hold a text.
    """
    import pyarrow
    import pyarrow.parquet

    try:
        where = str(source.path) if source.path else io.BytesIO(source.data(1_000_000_000))
        file = pyarrow.parquet.ParquetFile(where)
        row = 1
        check_columns(file.schema_arrow.names, source.wished, follow=source.follow)
        for batch in file.iter_batches(batch_size=2000):
            frame = batch.to_pandas()
            yield from frame_records(frame, source.origin, row, source.wished, follow=source.follow)
            row += len(frame)
    except (pyarrow.ArrowException, ValueError, OSError) as error:
        if isinstance(error, UnreadableError) or (isinstance(error, OSError) and error.errno):
            raise
        told = (str(error).splitlines() or [type(error).__name__])[0][:120]
        raise UnreadableError(f"is no readable Parquet ({told})", "Write it again.") from None


def from_xlsx(source: Source) -> Iterator[Draft | Problem]:
    """Read the first sheet of a workbook that has a column for the text."""
    import openpyxl

    from dateline.reading.archives import check_package

    data = source.data()
    check_package(data, _SHEETS)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
        refused = None
        for sheet in sheets:
            rows = sheet.iter_rows(values_only=True)
            header = next(rows, None) or ()
            try:
                named = _header([str(cell) if cell is not None else "" for cell in header], source)
            except UnreadableError as error:
                refused = refused or error
                continue
            for number, row in enumerate(rows, 2):
                if any(cell is not None for cell in row):
                    record = {name: cell for name, cell in zip(named, row, strict=False) if name}
                    yield from_record(record, source.origin, number, source.wished, follow=source.follow)
            return
    except UnreadableError:
        raise
    except Exception as error:  # openpyxl raises whatever its parts raise
        told = type(error).__name__
        raise UnreadableError(f"is no readable Excel workbook ({told})", "Save it as .csv.") from None
    raise refused or UnreadableError("is an empty workbook", "Put a header with 'text' and the articles in.")
