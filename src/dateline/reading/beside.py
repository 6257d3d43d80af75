"""articles.csv beside text files: their titles, dates, sections, sources and addresses."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dateline.problems import UnreadableError
from dateline.reading.csvs import csv_frame
from dateline.reading.sources import Source, source_of

METADATA = "articles.csv"
_COLUMNS = ("article", "title", "published", "section", "source", "url")


def told_beside(source: Source) -> dict[str, str]:
    """Give what articles.csv beside a file says of it; {} for nothing.

    Raises
    ------
    UnreadableError
        Where that file can't be read.
    """
    if source.path is None:
        return {}
    beside = source.path.parent / METADATA
    if not beside.is_file():
        return {}
    state = beside.stat()
    told = _rows(str(beside), state.st_mtime_ns, state.st_size)
    return told.get(source.name) or told.get(source.stem) or {}


def is_metadata(path: Path) -> bool:
    """Say whether a CSV holds no articles and only tells of the text files beside it."""
    if path.name != METADATA:
        return False
    try:
        return "text" not in csv_frame(source_of(path))
    except (UnreadableError, OSError):
        return False


@lru_cache(maxsize=8)
def _rows(path: str, _changed: int, _size: int) -> dict[str, dict[str, str]]:
    try:
        frame = csv_frame(source_of(Path(path)))
    except UnreadableError as error:
        raise UnreadableError(f"has beside it an {METADATA} that {error.reason}", error.advice) from None
    if "text" in frame:
        return {}
    known = [column for column in _COLUMNS if column in frame]
    rows: dict[str, dict[str, str]] = {}
    for row in frame.to_dict("records"):
        for key in ("file", "article", "id"):
            if row.get(key):
                rows.setdefault(row[key], {column: row[column].strip() for column in known})
    return rows
