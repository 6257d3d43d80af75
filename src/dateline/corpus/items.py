"""A source of any size as a stream of small items, each read on its own."""

from __future__ import annotations

import csv
import glob
import gzip
import io
import json
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple

import pandas as pd

from dateline.corpus.warc import Page, pages_of
from dateline.outputs import outside_outputs
from dateline.problems import FAILED, NOTED, Problem, UnreadableError, problem_table
from dateline.reading import Reading, read_sources

WHOLE = 4_000_000  # bytes; a file up to this size is read as it is, larger ones record by record
LINE = 50_000_000  # characters; a longer line is no article
CHUNK = 50  # items read in one go, at most
CHUNK_SIZE = 2_000_000  # characters or bytes of them, about
_STREAMED = (".jsonl", ".ndjson", ".csv", ".tsv")
_ARTICLES = (".txt", ".text", ".md", ".markdown", ".html", ".htm")  # one article a file
_READ = (*_ARTICLES, *_STREAMED, ".json", ".parquet", ".warc")


class Item(NamedTuple):
    """A file, or one record of a large file, with its place."""

    source: object  # what `read_sources` reads: a path, a record, or a problem found on the way
    origin: str = ""
    line: int | None = None
    size: int = 0


def items_of(source: object) -> Iterator[Item]:
    """Take a source apart into items in its own order, without ever holding more than one.

    Parameters
    ----------
    source : path, pattern, frame, iterable of records or of these
        Files (JSON Lines, CSV, TSV, Parquet, WARC; plain or .gz) larger than a few megabytes are streamed record by
        record, all others are items as they are.

    Raises
    ------
    UnreadableError
        The source is nothing that can be read.
    """
    if isinstance(source, str | Path):
        files = _files(source)
        if files is None:
            yield Item(source, size=len(str(source)))
            return
        for file in files:
            if _kind(file) in _READ or len(files) == 1:
                yield from _of_file(file)
            else:
                reason = f"was left out, as files that end in '{file.suffix}' are not read"
                yield Item(Problem(NOTED, reason, "Save it as text if it holds an article.", str(file)))
    elif isinstance(source, Mapping):
        yield Item(dict(source), size=len(str(source.get("text", ""))))
    elif isinstance(source, pd.DataFrame):
        for number, record in enumerate(source.to_dict("records")):
            yield Item(record, "the frame", number, len(str(record.get("text", ""))))
    elif isinstance(source, Iterable) and not isinstance(source, bytes):
        for one in source:
            yield from items_of(one)
    else:
        raise UnreadableError(f"can't read a {type(source).__name__}", "Pass a path, records or a frame.")


def count_articles(source: object) -> int | None:
    """Count the articles of a source roughly and fast, None where that takes too long; for the bar only."""
    if isinstance(source, str | Path):
        files = _files(source)
        counts = [None] if files is None else [_count(file) for file in files]
    elif isinstance(source, pd.DataFrame):
        return len(source)
    elif isinstance(source, list | tuple):
        counts = [count_articles(one) for one in source]
    else:
        return 1 if isinstance(source, Mapping) else None
    return None if None in counts else sum(counts)


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


def read_items(items: list[Item], published: object = None) -> list[Reading]:
    """Read items into articles and problems that name their place.

    Records are read together, and one by one only where something is to be told of one of them.
    """
    if all(isinstance(item.source, Mapping) for item in items):
        together = read_sources(*(item.source for item in items), published=published)
        if together.problems.empty:
            return [together]
    return [_read(item, published) for item in items]


def _read(item: Item, published: object) -> Reading:
    if isinstance(item.source, Problem):
        return Reading(read_sources().articles, problem_table([item.source]))
    if isinstance(item.source, Page):
        return _read_page(item.source, published)
    articles, problems = read_sources(item.source, published=published)
    if item.origin:
        line = item.line if item.line is not None else pd.NA
        problems = problems.assign(source=item.origin, line=pd.array([line] * len(problems), dtype="Int32"))
    return Reading(articles, problems)


def _read_page(page: Page, published: object) -> Reading:
    """Read a page as if it had been saved, so that it is read like any other page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_bytes(page.content)
        articles, problems = read_sources(path, published=published)
    told = articles.assign(article=page.name, url=articles["url"].where(articles["url"] != "", page.url))
    return Reading(told, problems.assign(source=page.url, article=""))


def _files(source: str | Path) -> list[Path] | None:
    """List the files of a folder, a pattern or a file, by name; None where the source is something else."""
    text = str(source)
    try:
        path = Path(source).expanduser()
        if path.is_dir():
            return outside_outputs(sorted(file for file in path.rglob("*") if _wanted(file)), path)
        if path.is_file():
            return [path]
        if "\n" not in text and glob.has_magic(text):
            return (
                sorted(file for file in map(Path, glob.glob(text, recursive=True)) if file.is_file()) or None
            )
    except (OSError, ValueError):  # too long for a path: a text
        pass
    return None


def _wanted(file: Path) -> bool:
    """Pass over hidden files, the folder's README, and the articles.csv that only tells of the texts beside it."""
    if not file.is_file() or file.name.startswith((".", "~")) or file.name.lower() == "readme.md":
        return False
    if file.name != "articles.csv":
        return True
    with _text(file, zipped=False) as lines:
        header = next(csv.reader([lines.readline(10_000)]), [])
    return "text" in (column.strip() for column in header)


def _kind(file: Path) -> str:
    name = file.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _of_file(file: Path) -> Iterator[Item]:
    kind, zipped = _kind(file), file.name.lower().endswith(".gz")
    size = file.stat().st_size
    streamed = kind == ".warc" or (kind in (*_STREAMED, ".parquet") and (zipped or size > WHOLE))
    if not streamed:
        yield Item(file, size=size)
        return
    try:
        if kind == ".parquet":
            yield from _parquet(file)
        elif kind == ".warc":
            for page in pages_of(file):
                yield Item(page, page.url, size=len(page.content))
        else:
            with _text(file, zipped) as lines:
                yield from (_lines if kind in (".jsonl", ".ndjson") else _rows)(lines, str(file), kind)
    except UnreadableError as error:
        yield Item(Problem(FAILED, error.reason, error.advice, str(file)))
    except (OSError, EOFError, csv.Error, ValueError, zlib.error) as error:
        reason = f"can't be read on from here ({str(error)[:120]})"
        yield Item(Problem(FAILED, reason, "What stood before it was read. Write the file again.", str(file)))


def _text(file: Path, zipped: bool) -> IO[str]:
    return io.TextIOWrapper(_binary(file, zipped), encoding="utf-8-sig", errors="replace", newline="")


def _binary(file: Path, zipped: bool) -> IO[bytes]:
    return gzip.GzipFile(file, "rb") if zipped else file.open("rb")


def _lines(lines: IO[str], origin: str, _kind: str) -> Iterator[Item]:
    advice = 'Each line is one object such as {"id": "a1", "text": "...", "published": "2021-12-29"}.'
    number = 0
    while line := lines.readline(LINE):
        number += 1
        if len(line) == LINE and not line.endswith("\n"):
            while (more := lines.readline(LINE)) and not more.endswith("\n"):
                pass
            yield Item(Problem(FAILED, f"is longer than {LINE:,} characters", advice, origin, number))
        elif line.strip():
            try:
                yield Item(json.loads(line), origin, number, len(line))
            except (ValueError, RecursionError) as error:
                yield Item(Problem(FAILED, f"is no JSON ({str(error)[:80]})", advice, origin, number))


def _rows(lines: IO[str], origin: str, kind: str) -> Iterator[Item]:
    csv.field_size_limit(LINE)
    rows = csv.reader(
        (line.replace("\0", "\ufffd") for line in lines), delimiter="\t" if kind == ".tsv" else ","
    )
    header = [column.strip() for column in next(rows, [])]
    advice = "Check quotes and separators; texts with commas stand in quotes."
    for number, row in enumerate(rows, 2):
        if len(row) > len(header):
            reason = "has more cells than the header has columns"
            yield Item(Problem(FAILED, reason, advice, origin, number))
        elif row:
            yield Item(dict(zip(header, row, strict=False)), origin, number, sum(map(len, row)))


def _parquet(file: Path) -> Iterator[Item]:
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(file) as table:
        number = 0
        for batch in table.iter_batches(batch_size=CHUNK):
            for record in batch.to_pylist():
                number += 1
                yield Item(record, str(file), number, len(str(record.get("text", ""))))


def _count(file: Path) -> int | None:
    kind, zipped = _kind(file), file.name.lower().endswith(".gz")
    if kind == ".parquet":
        import pyarrow

        try:
            import pyarrow.parquet

            return pyarrow.parquet.read_metadata(file).num_rows
        except (OSError, pyarrow.ArrowException):
            return None
    if kind in (".jsonl", ".ndjson"):
        try:
            with _binary(file, zipped) as binary:
                return sum(block.count(b"\n") for block in iter(lambda: binary.read(1 << 20), b""))
        except (OSError, EOFError):
            return None
    return 1 if kind in _ARTICLES else 0 if kind not in _READ else None
