"""Tables of articles that say what their cells are, a row each: frames, Parquet, Excel."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pandas as pd

from dateline.problems import Problem, UnreadableError
from dateline.reading.drafts import Draft, Record, from_record
from dateline.reading.headers import check_columns, check_once, header_of
from dateline.reading.sources import Source

_SHEETS = 200_000_000  # bytes that a workbook may unpack to


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
    check_once(names)
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
                named = header_of([str(cell) if cell is not None else "" for cell in header], source)
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
