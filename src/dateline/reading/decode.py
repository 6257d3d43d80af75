"""Bytes to text: UTF-8, else the charset that is declared, else UTF-16 or Windows-1252 where the bytes say so."""

from __future__ import annotations

import codecs
import re

from dateline.problems import UnreadableError

_FORMATS = (
    (b"%PDF", "a PDF file", "Save its text as .txt first (for example with pdftotext), and look it over."),
    (b"PK\x03\x04", "a zip, Word or Excel file", "Give it its own ending: .zip, .docx or .xlsx."),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word, Excel or Outlook file",
        "Save it as .docx, .xlsx, .eml or plain text.",
    ),
    (b"\x1f\x8b", "a gzip archive", "Give it the ending .gz."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"\x89PNG", "a picture", "Pass the article's text, not a picture of it."),
    (b"\xff\xd8\xff", "a picture", "Pass the article's text, not a picture of it."),
    (b"GIF8", "a picture", "Pass the article's text, not a picture of it."),
    (b"SQLite format 3", "an SQLite database", "Write its table of articles as .csv."),
)
_BINARY = ("a binary file and no text", "Pass plain text in UTF-8 (.txt), .md, .html, .jsonl or .csv.")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TYPOGRAPHIC = frozenset("‘’“”–—…•€™‚„†‰‹›£©®°·§«»½¼¾²³´µ \xa0\xad")


_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}?charset\s*=\s*|<\?xml[^>]{0,100}?encoding\s*=\s*)[\"']?\s*([A-Za-z0-9_.:-]{2,30})",
    re.IGNORECASE,
)
_AS_WINDOWS = ("ascii", "iso8859-1", "latin-1", "us-ascii")  # what pages call Windows-1252, as browsers know
_NO_CHARSETS = ("utf-7", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined")
_MOJIBAKE = re.compile(r"â€|Ã[\u0080-\u00bf©¨¼¶¤±³]|Â[ £«»°·\u00a0]|ï»¿")


def decode(data: bytes, charset: str = "") -> tuple[str, str]:
    """Decode the bytes of a file.

    Parameters
    ----------
    data : bytes
        What the file holds.
    charset : str, optional
        What a mail or a server declares; pages and XML declare theirs inside. It counts where the bytes
        are no UTF-8.

    Returns
    -------
    tuple of (str, str)
        The text, and a note on the encoding where it was neither UTF-8 nor declared ("" otherwise).

    Raises
    ------
    UnreadableError
        For binary files and for encodings that the bytes don't give away.

    Examples
    --------
    >>> decode("\\u201cNo\\u201d".encode("cp1252"))[1]
    'read as Windows-1252, as it is not UTF-8'
    >>> decode("Привет".encode("koi8-r"), "koi8-r")
    ('Привет', '')
    """
    for start, what, advice in _FORMATS:
        if data.startswith(start):
            raise UnreadableError(f"is {what}", advice)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), "" if encoding == "utf-8" else "read as UTF-16"
    if encoding := _wide(data[:4000]):
        return _strictly(data, encoding), "read as UTF-16"
    declared = _declared(data, charset)
    if declared.startswith(("iso2022", "hz")):  # these are plain ASCII bytes
        return data.decode(declared, "replace"), ""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared in (*_AS_WINDOWS, "cp1252"):
            text = data.decode("cp1252", "replace")
            _refuse_binary(text)
            return text, ""
        if declared and declared != "utf-8":
            text = data.decode(declared, "replace")
            if text.count("\ufffd") <= 0.001 * len(text) + 1:
                _refuse_binary(text)
                return text, ""
        return _windows(data, error.start), "read as Windows-1252, as it is not UTF-8"
    _refuse_binary(text)
    return text, "null bytes were taken out" if "\0" in text else ""


def garbled(text: str) -> str:
    """Give the first words that were decoded wrongly before they got here ("itâ€™s"), "" for none.

    Examples
    --------
    >>> garbled("The mayor said itâ€™s late. â€œNo.â€\x9d"), garbled("Ã la carte")
    ('itâ€™s', '')
    """
    found = [match.start() for match, _ in zip(_MOJIBAKE.finditer(text[:200_000]), range(2), strict=False)]
    if len(found) < 2:
        return ""
    before = text[max(0, found[0] - 20) : found[0]].split(" ")[-1].split("\n")[-1]
    return (before + text[found[0] : found[0] + 20]).split()[0]


def _declared(data: bytes, charset: str) -> str:
    found = None if charset else _DECLARED.search(data[:4096])
    name = charset or (found[1].decode("ascii") if found else "")
    try:
        known = codecs.lookup(name.strip("\"' ")).name if name else ""
        b"".decode(known or "utf-8")
    except (LookupError, ValueError, UnicodeError):
        return ""
    return "" if known in _NO_CHARSETS else known


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
