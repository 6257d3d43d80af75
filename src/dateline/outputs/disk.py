"""Files and the disk: a file whole or not at all, all of it on the disk, and one who writes at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import IO


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Give a path to write to; the file takes the place of `path` at the end, or goes if the block raises.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole_file(Path(folder, "note.txt")) as path:
    ...         _ = path.write_text("rain")
    ...     [path.name for path in Path(folder).iterdir()]
    ['note.txt']
    """
    path = Path(path)
    beside = path.with_name(f".{path.name[:100]}.unfinished-{os.getpid()}")
    try:
        yield beside
        flush(beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Bring a file from memory to the disk; a full disk shows here at the latest."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_names(folder: Path) -> None:
    """Bring the names of a folder's files to the disk."""
    with suppress(OSError):  # not every system knows such a thing
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def set_aside(path: Path) -> None:
    """Keep a file that a user changed (or put there) under another name."""
    names = (path.with_name(f"{path.name}.changed{number or ''}") for number in count())
    path.rename(next(name for name in names if not name.exists()))


def made(folder: Path) -> list[Path]:
    """Make a folder and those above it; give back which were made, from above."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def locked(path: Path) -> IO[bytes]:
    """Take a lock, which the system gives back when the process ends in whatever way.

    Raises
    ------
    BlockingIOError
        Another process has it.
    """
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise BlockingIOError(f"{path} is locked") from error
    return file
