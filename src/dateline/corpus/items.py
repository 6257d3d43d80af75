"""A source of any size as a stream of small items, each read on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.problems import FAILED, Problem, UnreadableError
from dateline.reading.archives import BROKEN, inside_packed, inside_zip
from dateline.reading.csvs import csv_records
from dateline.reading.days import in_figures, order_of
from dateline.reading.drafts import Draft, Record, from_record, published_of
from dateline.reading.files import PACKED, from_source, left_out
from dateline.reading.gather import Wishes, files_of, followed, is_list, is_place, refused, taken_apart
from dateline.reading.jsons import records_in_lines
from dateline.reading.rows import Row, rows_of
from dateline.reading.sources import Source, source_of, source_of_bytes
from dateline.reading.spreadsheets import frame_records, parquet_records
from dateline.reading.warcs import ArchivedPage, article_of, pages_in

WHOLE = 4_000_000  # bytes; a file up to this size is read as it is, larger ones record by record
CHUNK = 50  # items read in one go, at most
CHUNK_SIZE = 2_000_000  # characters or bytes of them, about
_AHEAD = 50  # records whose days tell whether the order of day and month has to be looked for in all
_STREAMED: dict[str, Callable[[Source], Iterator]] = {
    **dict.fromkeys((".jsonl", ".ndjson"), records_in_lines),
    **dict.fromkeys((".csv", ".tsv", ".tab"), csv_records),
    ".parquet": parquet_records,
    ".warc": pages_in,
}


class Packed(NamedTuple):
    """A file out of an archive."""

    name: str
    origin: str
    content: bytes


class Item(NamedTuple):
    """A file, a page, or one record, and how much it is about."""

    source: object  # what `taken_apart` reads, a Record, Page or Packed, or a problem found on the way
    size: int = 0
    order: str | None = (
        None  # of day and month, as all records of its source prove it; None: look at this one
    )


def items_of(source: object, wishes: Wishes | None = None) -> Iterator[Item]:
    """Take a source apart into items in its own order, without ever holding more than one.

    Parameters
    ----------
    source : path, pattern, frame, iterable of records or of these
        Files of records (JSON Lines, CSV, TSV, Parquet, WARC), plain, packed or in a zip, are streamed record by
        record where they are larger than a few megabytes; all others are items as they are. What can't be read is
        an item too, which says so.
    wishes : Wishes, optional
        Columns that the user names, and whether addresses are followed.
    """
    wishes = wishes or Wishes()
    try:
        if isinstance(source, pd.DataFrame):
            yield from _ordered(
                lambda: frame_records(source, "the frame", 0, wishes.columns, follow=wishes.follow), wishes
            )
        elif isinstance(source, Mapping):
            yield _item(Record(dict(source), ""))
        elif is_place(source):
            for file in files_of(source):
                yield from _of_file(file, wishes)
        elif isinstance(source, list | tuple) and all(isinstance(one, Mapping) for one in source):
            yield from _ordered(lambda: (Record(dict(one), "") for one in source), wishes)
        elif is_list(source):
            for one in source:
                yield from items_of(one, wishes)
        else:
            yield Item(source, len(str(source)[:CHUNK_SIZE]))
    except UnreadableError as error:
        yield Item(refused(source, error))


def count_articles(source: object) -> int | None:
    """Count the articles of a source roughly and fast, None where that takes too long; for the bar only."""
    try:
        if isinstance(source, pd.DataFrame):
            return len(source)
        if isinstance(source, Mapping):
            return 1
        if is_place(source):
            counts = [_count(file) for file in files_of(source) if isinstance(file, Path)]
        elif isinstance(source, list | tuple):
            counts = [count_articles(one) for one in source]
        else:
            return 1 if isinstance(source, str) else None
    except (UnreadableError, *BROKEN):
        return None
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Put items together into lists that one process reads in one go."""
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += item.size
        if len(chunk) >= CHUNK or size >= CHUNK_SIZE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def read_items(
    items: list[Item], wishes: Wishes | None = None, default: date | None = None
) -> list[Row | Problem]:
    """Read items into rows of the articles table and problems, exactly as `read_articles` reads them."""
    wishes = wishes or Wishes()
    found = chain.from_iterable(_drafts(item, wishes) for item in items)
    orders = {place_of(item)[0]: item.order for item in items if item.order is not None}
    return rows_of(followed(found, wishes) if wishes.follow else found, default, orders)


def place_of(item: Item) -> tuple[str, int | None]:
    """Say where an item stands: file or address, and line."""
    source = item.source
    if isinstance(source, Record):
        return source.origin, source.line
    if isinstance(source, ArchivedPage):
        return source.origin, source.number
    if isinstance(source, Packed):
        return source.origin, None
    return (str(source) if is_place(source) else ""), None


def _drafts(item: Item, wishes: Wishes) -> Iterator[Draft | Problem]:
    source = item.source
    if isinstance(source, Problem):
        yield source
    elif isinstance(source, Record):
        yield from_record(*source, wishes.columns, follow=wishes.follow)
    elif isinstance(source, ArchivedPage):
        yield from article_of(source)
    elif isinstance(source, Packed):
        inside = source_of_bytes(*source, wished=wishes.columns, follow=wishes.follow, depth=1)
        yield from from_source(inside)
    else:
        yield from taken_apart(source, wishes)


def _item(one: Record | ArchivedPage | Problem, order: str = "") -> Item:
    if isinstance(one, Problem):
        return Item(one)
    content = one.content if isinstance(one, ArchivedPage) else one.value
    if isinstance(content, Mapping):
        size = sum(len(value) for value in content.values() if isinstance(value, str))
    else:
        size = len(content) if isinstance(content, bytes) else 0
    return Item(one, size, order)


def _of_file(file: Path | Problem, wishes: Wishes) -> Iterator[Item]:
    """Stream a large file of records; any other is one item."""
    if isinstance(file, Problem):
        yield Item(file)
        return
    try:
        source = source_of(file, wishes.columns, follow=wishes.follow)
        size = source.size or 0
        small = size <= WHOLE
        kind = _suffix(file)
        if kind == ".zip" and not small:
            yield from _of_zip(source, wishes)
        elif kind in _STREAMED and not small:
            yield from _streamed(source, wishes)
        else:
            yield Item(file, size=size)
    except UnreadableError as error:
        yield Item(Problem(FAILED, error.reason, error.advice, str(file)))
    except OSError:
        yield Item(file)  # whoever reads it says why it can't be read


def _suffix(file: Path) -> str:
    """Give the ending of what a file holds: ".jsonl" for news.jsonl.gz."""
    return next((end.lower() for end in reversed(file.suffixes) if end.lower() not in PACKED), "")


def _of_zip(source: Source, wishes: Wishes) -> Iterator[Item]:
    for inside in inside_zip(source):
        if isinstance(inside, Problem):
            yield Item(inside)
        elif left := left_out(inside.name, inside.origin):
            yield Item(left)
        elif _suffix(Path(inside.name)) in _STREAMED and (inside.size or 0) > WHOLE:
            yield from _streamed(inside, wishes)
        else:
            try:
                content = inside.data()
                yield Item(Packed(inside.name, inside.origin, content), len(content))
            except UnreadableError as error:
                yield Item(Problem(FAILED, error.reason, error.advice, inside.origin))
            except BROKEN as error:
                yield Item(_broken(inside, error))


def _streamed(source: Source, wishes: Wishes) -> Iterator[Item]:
    """Give the records or pages of a file one after the other; a damaged one ends with a problem."""
    try:
        while source.suffix in PACKED:
            source = inside_packed(source)
        reader = _STREAMED[source.suffix]
        yield from _ordered(lambda: reader(source), wishes)
    except UnreadableError as error:
        yield Item(Problem(FAILED, error.reason, error.advice, source.origin))
    except Exception as error:  # whatever a damaged file makes a library stumble over
        yield Item(_broken(source, error))


def _broken(source: Source, error: BaseException) -> Problem:
    reason = f"can't be read on from here ({type(error).__name__}: {str(error)[:100]})"
    return Problem(FAILED, reason, "What stood before it was read. Fetch or write it again.", source.origin)


def _ordered(read: Callable[[], Iterator], wishes: Wishes) -> Iterator[Item]:
    """Give records with the order of day and month that all of them prove, where some need it ("03/04/2021")."""
    records = read()
    first = list(islice(records, _AHEAD))
    order = ""
    if any(in_figures(day) for day in _days(first, wishes)):
        order = order_of(_days(read(), wishes))
    for one in chain(first, records):
        yield _item(one, order)


def _days(records: Iterable[object], wishes: Wishes) -> Iterator[object]:
    for one in records:
        if isinstance(one, Record):
            yield published_of(one.value, wishes.columns)


def _count(file: Path) -> int | None:
    kind = _suffix(file)
    if kind == ".parquet":
        import pyarrow
        import pyarrow.parquet

        try:
            return pyarrow.parquet.read_metadata(file).num_rows
        except (OSError, pyarrow.ArrowException):
            return None
    if kind in (".jsonl", ".ndjson"):
        source = source_of(file)
        while source.suffix in PACKED:
            source = inside_packed(source)
        with source.open() as binary:
            return sum(block.count(b"\n") for block in iter(lambda: binary.read(1 << 20), b""))
    return None if kind in (*_STREAMED, ".zip", ".json", ".xlsx", ".xlsm") else 1
