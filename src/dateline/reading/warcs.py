"""Web archives (.warc, .warc.gz): the pages in them, by warcio."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from dateline.problems import FAILED, Problem, UnreadableError
from dateline.reading.decode import decode
from dateline.reading.drafts import Draft
from dateline.reading.sources import Source, source_of_bytes
from dateline.reading.texts import one_article

_LARGEST_PAGE = 20_000_000  # bytes
_LONGEST_LINE = 1_000_000  # bytes
_LONGEST_NAME = 120  # characters


class ArchivedPage(NamedTuple):
    """A page as it was fetched, with its place in the archive."""

    url: str
    content: bytes
    charset: str
    origin: str
    number: int  # of its record, counted from 1


def from_warc(source: Source) -> Iterator[Draft | Problem]:
    """Read the pages of a web archive, one after the other; other records are passed over.

    Raises
    ------
    UnreadableError
        Where the file holds no page.
    """
    for found in pages_in(source):
        if isinstance(found, ArchivedPage):
            yield from article_of(found)
        else:
            yield found


def pages_in(source: Source) -> Iterator[ArchivedPage | Problem]:
    """Give the pages that were fetched with success as they stand, without holding more than one.

    Raises
    ------
    UnreadableError
        Where the file holds none.
    """
    from warcio.archiveiterator import ArchiveIterator

    pages = number = 0
    with source.open() as stream:
        records = ArchiveIterator(_AsItComes(stream))
        while True:
            try:
                if (record := next(records, None)) is None:
                    break
                number += 1
                page = _page(record, source.origin, number)
            except Exception as error:  # a damaged record raises whatever its headers make of it
                told = f"is broken behind record {number} ({str(error)[:100] or type(error).__name__})"
                yield Problem(FAILED, told, "What stood before it was read. Fetch it again.", source.origin)
                break
            if page is not None:
                pages += 1
                yield page
    if not pages:
        raise UnreadableError("holds no page", "Look whether it is a web archive with responses.")


class _AsItComes:
    """Gives the bytes that are there at once, so that damage further on costs none before it."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._unbroken = stream, 0

    def read(self, size: int = -1) -> bytes:
        """Read some bytes, at least one but at the end.

        Raises
        ------
        ValueError
            A line has no end, as where a disk left nothing but zeros; it would be looked for through the whole file.
        """
        data = self._stream.read1(size)
        end = data.rfind(b"\n")
        self._unbroken = self._unbroken + len(data) if end < 0 else len(data) - end - 1
        if self._unbroken > _LONGEST_LINE:
            raise ValueError("a line of it has no end")
        return data


def _page(record, origin: str, number: int) -> ArchivedPage | Problem | None:
    """Take the page out of a record; None for what is no page, or an answer such as "not found"."""
    http = record.http_headers
    if record.rec_type not in ("response", "resource") or (http and http.get_statuscode() != "200"):
        return None
    kind = ((http or record.rec_headers).get_header("Content-Type") or "").lower()
    if "html" not in kind:
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")[:2000]
    data = record.content_stream().read(_LARGEST_PAGE + 1)
    if len(data) > _LARGEST_PAGE:
        told = f"{url[:200]}: is larger than any page of news"
        return Problem(FAILED, told, "Save the story alone.", origin, number)
    return ArchivedPage(url, data, kind.partition("charset=")[2].strip("\"' ;"), origin, number)


def article_of(page: ArchivedPage) -> Iterator[Draft | Problem]:
    """Read the article of a page like that of a saved one; one that is damaged costs no other anything."""
    from dateline.reading.pages import from_page

    try:
        marked, note = from_page(decode(page.content, page.charset)[0], page.url)
        inside = source_of_bytes(id_of(page.url), page.origin, b"")
        for found in one_article(inside, marked, (note,) if note else ()):
            found = found._replace(line=page.number)
            yield found._replace(name=id_of(page.url)) if isinstance(found, Draft) else found
    except Exception as error:
        reason, advice = f"is damaged ({type(error).__name__})", "Fetch it again."
        if isinstance(error, UnreadableError):
            reason, advice = error.reason, error.advice
        yield Problem(FAILED, f"{page.url[:200]}: {reason}", advice, page.origin, page.number)


def id_of(url: str) -> str:
    """Name an article of a web archive by its address, as many sites call a page the same.

    Examples
    --------
    >>> id_of("https://www.example.org/2022/03/a-story.html?x=1"), id_of("")
    ('example.org-2022-03-a-story', 'page')
    """
    parts = urlsplit(url)
    host = (parts.netloc.rpartition("@")[2].partition(":")[0]).lower().removeprefix("www.")
    path = re.sub(r"\.x?html?$", "", parts.path, flags=re.IGNORECASE)
    return re.sub(r"[^\w.]+", "-", f"{host}{path}")[:_LONGEST_NAME].strip("-.") or "page"


def name_of(url: str) -> str:
    """Name the file that an address leads to.

    Examples
    --------
    >>> name_of("https://example.org/news/bridge-shut.html?a=1"), name_of("https://example.org/")
    ('bridge-shut.html', 'example.org')
    """
    parts = urlsplit(url)
    name = posixpath.basename(parts.path.rstrip("/"))
    return name or parts.netloc.rpartition("@")[2] or "page"
