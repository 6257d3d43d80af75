"""From one file or record to drafts: what stands there, before ids are made unique and dates are read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.problems import FAILED, NOTED, Problem, UnreadableError
from dateline.reading.clean import clean, keep
from dateline.reading.decode import decode
from dateline.reading.markup import Marked, from_html, from_markdown

TEXT_FILES = (".txt", ".text", ".md", ".markdown", ".html", ".htm")
RECORD_FILES = (".jsonl", ".ndjson", ".json", ".csv", ".parquet")
METADATA = "articles.csv"  # beside text files: their titles, dates, sections, sources, addresses
_IDS = ("id", "article")
_FIELDS = ("title", "section", "source", "url")


class Draft(NamedTuple):
    """An article as its source gives it; `published` may still be anything."""

    name: str
    text: str
    title: str = ""
    published: object = ""
    section: str = ""
    source: str = ""
    url: str = ""
    origin: str = ""  # file, address or frame it comes from
    line: int | None = None


def from_file(path: Path) -> Iterator[Draft | Problem]:
    """Read one file of any known kind; a file that can't be read comes back as a problem."""
    suffix = path.suffix.lower()
    try:
        if suffix == ".parquet":
            yield from from_frame(_parquet(path), str(path))
            return
        text, note = decode(path.read_bytes())
        if note:
            yield Problem(NOTED, note, "Check accents and quotation marks, or save it as UTF-8.", str(path))
        if suffix in (".jsonl", ".ndjson"):
            yield from from_lines(text, str(path))
        elif suffix == ".json":
            yield from _from_json(text, str(path))
        elif suffix == ".csv":
            yield from from_frame(_csv(text), str(path), first_row=2)
        else:
            yield from _from_text(path, text, suffix)
    except UnreadableError as error:
        yield Problem(FAILED, error.reason, error.advice, str(path))
    except OSError as error:
        yield Problem(FAILED, f"can't be opened ({error.strerror})", "Check that you may read it.", str(path))


def _from_text(path: Path, text: str, suffix: str) -> Iterator[Draft | Problem]:
    if suffix in (".html", ".htm") or (suffix not in (".md", ".markdown") and _is_page(text)):
        marked = from_html(text)
    elif suffix in (".md", ".markdown"):
        marked = from_markdown(text)
    else:
        marked = Marked(text)
    words = clean(marked.text)
    if not words:
        raise UnreadableError("holds no text", "Leave it out or put the article in.")
    found = {name: value for name, value in marked._asdict().items() if name != "text" and value}
    told = _metadata_beside(path)
    row = told.get(path.name) or told.get(path.stem) or {}
    found.update({name: value for name, value in row.items() if value})
    name = str(found.pop("article", "")) or path.stem
    yield Draft(name=name, text=words, origin=str(path), **found)


def _is_page(text: str) -> bool:
    head = text[:300].lstrip().lower()
    return head.startswith(("<!doctype html", "<html"))


def _metadata_beside(path: Path) -> dict[str, dict[str, str]]:
    """Read articles.csv beside a text file: per file name or article id, what it says of the article."""
    beside = path.parent / METADATA
    if not beside.is_file():
        return {}
    state = beside.stat()
    return _metadata(str(beside), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _metadata(path: str, _changed: int, _size: int) -> dict[str, dict[str, str]]:
    try:
        frame = _csv(decode(Path(path).read_bytes())[0])
    except UnreadableError as error:
        raise UnreadableError(f"has beside it an {METADATA} that {error.reason}", error.advice) from None
    if "text" in frame:
        return {}
    known = [
        column for column in ("article", "title", "published", "section", "source", "url") if column in frame
    ]
    rows: dict[str, dict[str, str]] = {}
    for row in frame.to_dict("records"):
        for key in ("file", "article", "id"):
            if row.get(key):
                rows.setdefault(row[key], {column: row[column].strip() for column in known})
    return rows


def is_metadata(path: Path) -> bool:
    """Say whether a CSV holds no articles and only tells of the text files beside it."""
    if path.name != METADATA:
        return False
    try:
        return "text" not in _csv(decode(path.read_bytes())[0])
    except UnreadableError:
        return False


def from_lines(text: str, origin: str) -> Iterator[Draft | Problem]:
    """Read JSON Lines; a broken line is named, the others are read."""
    advice = 'Each line is one object such as {"id": "a1", "text": "...", "published": "2021-12-29"}.'
    found = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = True
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = (
                f"is no JSON ({error.msg} at character {error.pos + 1})"
                if hasattr(error, "pos")
                else "is no JSON"
            )
            yield Problem(FAILED, reason, advice, origin, number)
            continue
        yield from_record(record, origin, number)
    if not found:
        raise UnreadableError("holds no text", "Leave it out or put the articles in, one JSON object a line.")


def _from_json(text: str, origin: str) -> Iterator[Draft | Problem]:
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"is no JSON ({error})", "Use .jsonl with one object a line.") from None
    for number, record in enumerate(records if isinstance(records, list) else [records], 1):
        yield from_record(record, origin, number)


def from_frame(frame: pd.DataFrame, origin: str, first_row: int = 1) -> Iterator[Draft | Problem]:
    """Read the rows of a table with a column `text`."""
    if "text" not in frame.columns:
        columns = ", ".join(map(str, frame.columns[:12])) or "none"
        raise UnreadableError(
            f"has no column 'text' (it has: {columns})", "Rename the column with the article to 'text'."
        )
    columns = [column for column in (*_IDS, "text", "published", *_FIELDS) if column in frame.columns]
    for number, values in enumerate(zip(*(frame[column] for column in columns), strict=True), first_row):
        yield from_record(dict(zip(columns, values, strict=True)), origin, number)


def from_record(record: object, origin: str, line: int | None) -> Draft | Problem:
    """Take one record {"id", "text", "published"?, "title"?, "url"?, ...}; its text stays as it stands."""
    if not isinstance(record, Mapping):
        reason = f"is a {type(record).__name__} and no object"
        return Problem(FAILED, reason, 'Use objects such as {"id": "a1", "text": "..."}.', origin, line)
    text = record.get("text")
    if not isinstance(text, str):
        reason = (
            "has no 'text'" if _missing(text) else f"has a 'text' that is {type(text).__name__}, not words"
        )
        return Problem(FAILED, reason, "Put the article into 'text'.", origin, line)
    if not text.strip("\0 \t\r\n\xa0\ufeff\u200b"):
        return Problem(FAILED, "holds no text", "Leave it out or put the article in.", origin, line)
    name = next((str(record[key]).strip() for key in _IDS if not _missing(record.get(key))), "")
    fields = {key: "" if _missing(record.get(key)) else keep(str(record[key])) for key in _FIELDS}
    published = "" if _missing(record.get("published")) else record["published"]
    return Draft(name=keep(name), text=keep(text), published=published, origin=origin, line=line, **fields)


def _missing(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _csv(text: str) -> pd.DataFrame:
    advice = "Check quotes and separators; columns are parted by commas, texts with commas stand in quotes."
    if not text.strip():
        raise UnreadableError("is empty", "Put a header with 'text' and the articles in.")
    try:
        csv.field_size_limit(2**31 - 1)
        rows = list(csv.reader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), strict=True))
    except csv.Error as error:
        raise UnreadableError(f"is no readable CSV ({error})", advice) from None
    header = [column.strip() for column in rows[0]]
    broken = next((number for number, row in enumerate(rows, 1) if row and len(row) > len(header)), 0)
    if broken:
        raise UnreadableError(f"has more cells in row {broken} than its header has columns", advice)
    full = [row + [""] * (len(header) - len(row)) for row in rows[1:] if row]
    return pd.DataFrame(full, columns=header, dtype=object)


def _parquet(path: Path) -> pd.DataFrame:
    import pyarrow

    try:
        return pd.read_parquet(path)
    except (pyarrow.ArrowException, ValueError) as error:
        raise UnreadableError(
            f"is no readable Parquet ({str(error).splitlines()[0][:120]})", "Write it again."
        ) from None
