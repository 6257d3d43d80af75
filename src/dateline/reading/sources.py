"""A file to be read, wherever it lies: on the disk, in an archive, behind an address."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from dateline.problems import UnreadableError

LARGEST = 64_000_000  # bytes of a file that holds one article, a page or a document
_FREE = 50_000_000  # bytes that anything may unpack to
_RATIO = 300  # how many times its size a file may unpack to; JSON packs to a twentieth


class Source(NamedTuple):
    """One file: what it is called, how it is opened, and what is known of it."""

    name: str  # "story.txt", tells the kind
    origin: str  # as told to the user: "news.zip/story.txt"
    open: Callable[[], Any]  # a binary stream
    size: int | None = None  # bytes, None where unknown
    path: Path | None = None  # where it is a file of its own
    charset: str = ""  # as a server or a mail declares it
    url: str = ""
    depth: int = 0  # archives round it
    wished: tuple[tuple[str, str], ...] = ()  # columns that the user named
    follow: bool = False  # addresses without a text are kept, to be read later

    @property
    def suffix(self) -> str:
        """The ending in lower case, with its dot."""
        return Path(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return Path(self.name).stem

    def data(self, most: int = LARGEST) -> bytes:
        """Read it whole, where it is no larger than `most` bytes."""
        if self.size is not None and self.size > most:
            raise too_large(self.size, most)
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise too_large(len(data), most)
        return data

    def head(self, count: int = 4096) -> bytes:
        """Read its first bytes."""
        with self.open() as stream:
            return stream.read(count)


def source_of(path: Path, wished: tuple[tuple[str, str], ...] = (), *, follow: bool = False) -> Source:
    """Make a source of a file on the disk."""
    size, name, origin = path.stat().st_size, in_letters(path.name), in_letters(str(path))
    return Source(name, origin, lambda: path.open("rb"), size, path, wished=wished, follow=follow)


def in_letters(name: str) -> str:
    """Give the name of a file in letters, also where the system's language knows none beyond ASCII.

    Examples
    --------
    >>> in_letters("M\\udcc3\\udcb8lde.txt"), in_letters("caf\\udce9.txt")
    ('Mølde.txt', 'caf\ufffd.txt')
    """
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half a character, as Windows allows
        return name


def source_of_bytes(name: str, origin: str, data: bytes, **known: Any) -> Source:
    """Make a source of bytes; `known` are further fields of it."""
    return Source(name, origin, lambda: io.BytesIO(data), len(data), **known)


def too_large(size: int, most: int) -> UnreadableError:
    """Say that a file is larger than one article can be."""
    reason = f"is a file of {size / 1e6:,.0f} MB, and one article has no more than {most / 1e6:,.0f} MB"
    return UnreadableError(reason, "Split it into articles, or pass them as .jsonl or .csv, one a row.")


class Unpacked(io.RawIOBase):
    """The unpacked bytes of an archive, which may not become many times what they were (a "bomb").

    Raises `UnreadableError` while reading where they do.
    """

    def __init__(self, stream: Any, packed: int) -> None:
        self._stream = stream
        self._most = max(_FREE, _RATIO * packed)
        self._read = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer, and count; what is there at once, so that damage further on costs none before it."""
        data = self._stream.read1(len(buffer))
        buffer[: len(data)] = data
        self._read += len(data)
        if self._read > self._most:
            raise UnreadableError(
                f"unpacks to more than {self._most / 1e6:,.0f} MB", "Unpack it yourself and look at it."
            )
        return len(data)

    def close(self) -> None:
        """Close what it reads from."""
        if not self.closed:
            self._stream.close()
        super().close()


def unpacked(stream: Any, packed: int) -> BinaryIO:
    """Guard a stream of unpacked bytes."""
    return io.BufferedReader(Unpacked(stream, packed), 1 << 16)
