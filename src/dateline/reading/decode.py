"""Bytes to text: UTF-8, else UTF-16 or Windows-1252 where the bytes say so, else a refusal that explains."""

from __future__ import annotations

import codecs
import re

from dateline.problems import UnreadableError

_FORMATS = (
    (b"%PDF", "a PDF file", "Save its text as .txt first (for example with pdftotext)."),
    (
        b"PK\x03\x04",
        "a zip, Word or Excel file",
        "Save the article as plain text (.txt) or the table as .csv.",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "Save it as plain text (.txt)."),
    (b"{\\rtf", "a rich-text (RTF) file", "Save it as plain text (.txt)."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"\x89PNG", "a picture", "Pass the article's text, not a picture of it."),
    (b"\xff\xd8\xff", "a picture", "Pass the article's text, not a picture of it."),
    (b"GIF8", "a picture", "Pass the article's text, not a picture of it."),
)
_BINARY = ("a binary file and no text", "Pass plain text in UTF-8 (.txt), .md, .html, .jsonl or .csv.")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TYPOGRAPHIC = frozenset("‘’“”–—…•€™‚„†‰‹›£©®°·§«»½¼¾²³´µ \xa0\xad")


def decode(data: bytes) -> tuple[str, str]:
    """Decode the bytes of a file.

    Returns
    -------
    tuple of (str, str)
        The text, and a note on the encoding where it was not UTF-8 ("" otherwise).

    Raises
    ------
    UnreadableError
        For binary files and for encodings that the bytes don't give away.

    Examples
    --------
    >>> decode("\\u201cNo\\u201d".encode("cp1252"))[1]
    'read as Windows-1252, as it is not UTF-8'
    """
    for start, what, advice in _FORMATS:
        if data.startswith(start):
            raise UnreadableError(f"is {what}", advice)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), "" if encoding == "utf-8" else "read as UTF-16"
    if encoding := _wide(data[:4000]):
        return _strictly(data, encoding), "read as UTF-16"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows(data, error.start), "read as Windows-1252, as it is not UTF-8"
    _refuse_binary(text)
    return text, "null bytes were taken out" if "\0" in text else ""


def _wide(head: bytes) -> str:
    """Name UTF-16 without a mark: every other byte of Latin text is null."""
    half = len(head) // 2
    if half >= 4 and head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half >= 4 and head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"is broken {encoding.upper()} at byte {error.start}", "Save it as UTF-8."
        ) from None
    _refuse_binary(text)
    return text


def _windows(data: bytes, at: int) -> str:
    """Decode as Windows-1252 where the outcome looks like English; the bytes never say it themselves."""
    _refuse_binary(data[:100_000].decode("latin-1"))
    advice = "Save it as UTF-8 (in most editors: Save as, Encoding: UTF-8)."
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(f"is neither UTF-8 (byte {at} is invalid) nor Windows-1252", advice) from None
    letters = sum(character.isalpha() for character in text)
    foreign = sum(character.isalpha() and character > "\x7f" for character in text)
    odd = sum(
        character > "\x7f" and not character.isalpha() and character not in _TYPOGRAPHIC for character in text
    )
    if foreign > 0.15 * letters or odd > 0.02 * len(text) + 2:
        raise UnreadableError(f"is not UTF-8 (byte {at} is invalid), and its encoding can't be told", advice)
    return text


def _refuse_binary(text: str) -> None:
    sample = text[:100_000]
    if len(_CONTROLS.findall(sample)) > 0.02 * len(sample) + 1:
        raise UnreadableError(f"is {_BINARY[0]}", _BINARY[1])
