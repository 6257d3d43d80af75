"""The lines of a file of records, one after the other, so that a large file is never held whole."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import UnreadableError
from dateline.reading.decode import decode
from dateline.reading.drafts import LONGEST_TEXT
from dateline.reading.sources import Source

LONGEST_LINE = 4 * LONGEST_TEXT  # bytes
TOO_LONG = f"holds more than {LONGEST_LINE:,} bytes in one line, more than any article"
_HEAD = 1 << 16
_HALF = bytes(range(0x80, 0x100))  # bytes of a character that may be cut in two
_NOT_UTF8 = "read as Windows-1252, as it is not UTF-8"


class Lines:
    """The lines of a source with their line ends; None for a line longer than any article.

    Attributes
    ----------
    note : str
        What to say of the encoding once all is read ("" for UTF-8).
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.note = ""

    def __iter__(self) -> Iterator[str | None]:
        head = self.source.head(_HEAD)
        old_mac = b"\n" not in head and b"\r" in head
        if len(head) < _HEAD or b"\0" in head[:4000] or old_mac:  # few lines, UTF-16, or old line ends
            text, self.note = decode(self.source.data(), self.source.charset)
            yield from _split(text)
            return
        whole = head[: head.rfind(b"\n") + 1] or head.rstrip(_HALF)  # a first line may be longer than that
        _, self.note = decode(whole, self.source.charset)
        with self.source.open() as stream:
            first = True
            while line := stream.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                        pass
                    yield None
                    continue
                yield self._decoded(line.removeprefix(b"\xef\xbb\xbf") if first else line)
                first = False

    def _decoded(self, line: bytes) -> str:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self.note = self.note or _NOT_UTF8
        try:
            return decode(line, self.source.charset)[0]
        except UnreadableError:
            return line.decode("cp1252", "replace")


def _split(text: str) -> Iterator[str]:
    """Part a text at its line feeds, or at carriage returns where it has only these."""
    end = "\n" if "\n" in text else "\r"
    at = 0
    while at < len(text):
        stop = text.find(end, at) + 1 or len(text)
        yield text[at:stop]
        at = stop
