"""Archives and what is packed: zip, gzip, bzip2, xz; nothing may unpack without bound."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from dateline.problems import FAILED, Problem, UnreadableError
from dateline.reading.sources import LARGEST, Source, unpacked

DEEPEST = 3  # archives in archives
_MOST_FILES = 100_000
_MOST_UNPACKED = 4_000_000_000  # bytes
_OPENERS: dict[str, Callable[..., Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
)


def inside_packed(source: Source) -> Source:
    """Give the one file that a .gz, .bz2 or .xz holds.

    Raises
    ------
    UnreadableError
        Where archives lie in archives without end.
    """
    if source.depth >= DEEPEST:
        raise UnreadableError("is an archive in an archive in an archive", "Unpack it first.")
    opener = _OPENERS[source.suffix]
    packed = source.size or len(source.data())
    name = source.name[: -len(source.suffix)]
    return source._replace(
        name=name if "." in name else f"{name}.txt",
        open=lambda: unpacked(opener(source.open(), "rb"), packed),
        size=None,
        path=None,
        depth=source.depth + 1,
    )


def inside_zip(source: Source) -> Iterator[Source | Problem]:
    """Give the files in a zip, by name."""
    if source.depth >= DEEPEST:
        raise UnreadableError("is an archive in an archive in an archive", "Unpack it first.")
    try:
        # a zip is read from its end, which a packed stream can't give
        archive = zipfile.ZipFile(source.open() if source.path else io.BytesIO(source.data()))
    except BROKEN as error:
        raise UnreadableError(f"is no readable zip ({_told(error)})", "Pack it again.") from None
    with archive:
        members = sorted(
            (member for member in archive.infolist() if not member.is_dir()), key=lambda one: one.filename
        )
        if len(members) > _MOST_FILES or sum(one.file_size for one in members) > _MOST_UNPACKED:
            raise UnreadableError(
                f"holds {len(members):,} files of {sum(one.file_size for one in members) / 1e6:,.0f} MB",
                "Unpack it and pass the folder.",
            )
        for member in members:
            path = PurePosixPath(member.filename.replace("\\", "/"))
            origin = f"{source.origin}/{path}"
            if any(part.startswith((".", "~", "__MACOSX")) for part in path.parts):
                continue
            if member.flag_bits & 1:
                yield Problem(FAILED, "is locked with a password", "Unpack it first.", origin)
                continue
            yield Source(
                path.name,
                origin,
                partial(_opened, archive, member),
                member.file_size,
                depth=source.depth + 1,
                wished=source.wished,
                follow=source.follow,
            )


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    return unpacked(archive.open(member), max(member.compress_size, 1))


def check_package(data: bytes, most: int = 4 * LARGEST) -> None:
    """Refuse a Word or Excel file that unpacks to more than such a file does.

    Raises
    ------
    UnreadableError
        For bombs, and for what is no such package.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(member.file_size for member in package.infolist())
    except BROKEN as error:
        raise UnreadableError(f"is broken ({_told(error)})", "Save it again.") from None
    if size > most or size > max(50_000_000, 200 * len(data)):
        raise UnreadableError(
            f"unpacks to {size / 1e6:,.0f} MB, more than any article", "Save its text as .txt or .csv."
        )


def _told(error: BaseException) -> str:
    return str(error)[:100] or type(error).__name__
