"""Web archives (.warc, .warc.gz): the pages in them, by warcio."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from dateline.problems import FAILED, Problem, UnreadableError
from dateline.reading.decode import decode
from dateline.reading.drafts import Draft
from dateline.reading.sources import Source, source_of_bytes
from dateline.reading.texts import one_article

_LARGEST_PAGE = 20_000_000  # bytes


def from_warc(source: Source) -> Iterator[Draft | Problem]:
    """Read the pages of a web archive, one after the other; other records are passed over.

    Raises
    ------
    UnreadableError
        Where the file holds no page.
    """
    from warcio.archiveiterator import ArchiveIterator

    pages = number = 0
    with source.open() as stream:
        records = ArchiveIterator(stream)
        while True:
            try:
                record = next(records, None)
            except Exception as error:  # a damaged record raises whatever its headers make of it
                told = f"is broken behind record {number} ({str(error)[:100] or type(error).__name__})"
                yield Problem(FAILED, told, "Fetch it again.", source.origin)
                break
            if record is None:
                break
            number += 1
            if record.rec_type not in ("response", "resource"):
                continue
            headers = record.http_headers or record.rec_headers
            kind = (headers.get_header("Content-Type") or "").lower()
            if "html" in kind:
                pages += 1
                yield from _from_record(record, kind, source, number)
    if not pages:
        raise UnreadableError("holds no page", "Look whether it is a web archive with responses.")


def _from_record(record, kind: str, source: Source, number: int) -> Iterator[Draft | Problem]:
    from dateline.reading.pages import from_page

    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")[:2000]
    try:
        data = record.content_stream().read(_LARGEST_PAGE + 1)
        if len(data) > _LARGEST_PAGE:
            raise UnreadableError("is larger than any page of news", "Save the story alone.")
        marked, note = from_page(decode(data, kind.partition("charset=")[2].strip("\"' ;"))[0], url)
        inside = source_of_bytes(name_of(url), source.origin, b"")
        for found in one_article(inside, marked, (note,) if note else ()):
            yield found._replace(line=number)
    except Exception as error:  # this page is lost, the others are not
        reason = (
            error.reason if isinstance(error, UnreadableError) else f"is damaged ({type(error).__name__})"
        )
        advice = error.advice if isinstance(error, UnreadableError) else "Fetch it again."
        yield Problem(FAILED, f"{url[:200]}: {reason}", advice, source.origin, number)


def name_of(url: str) -> str:
    """Name an article by its address.

    Examples
    --------
    >>> name_of("https://example.org/news/bridge-shut.html?a=1"), name_of("https://example.org/")
    ('bridge-shut.html', 'example.org')
    """
    parts = urlsplit(url)
    name = posixpath.basename(parts.path.rstrip("/"))
    return name or parts.netloc.rpartition("@")[2] or "page"
