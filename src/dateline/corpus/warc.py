"""Pages out of WARC files, as web archives and crawlers write them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from dateline.problems import UnreadableError

_PAGES = ("text/html", "application/xhtml+xml")
LARGEST = 20_000_000  # bytes; a larger page is no article


class Page(NamedTuple):
    """A page as it was fetched."""

    url: str
    content: bytes

    @property
    def name(self) -> str:
        """Name the article for its address.

        >>> Page("https://www.example.org/2022/03/a-story.html?x=1", b"").name
        'example.org-2022-03-a-story'
        """
        parts = urlsplit(self.url)
        host = (parts.hostname or "").removeprefix("www.")
        path = re.sub(r"\.x?html?$", "", parts.path, flags=re.I)
        return re.sub(r"[^\w.]+", "-", f"{host}{path}")[:120].strip("-.") or "page"


def pages_of(file: Path) -> Iterator[Page]:
    """Give the HTML pages of a WARC file (plain or .gz) that were fetched with success, one after the other.

    Raises
    ------
    UnreadableError
        The file is none, or is damaged from some record on.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with file.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream):
                http = record.http_headers
                if record.rec_type != "response" or http is None or http.get_statuscode() != "200":
                    continue
                kind = (http.get_header("Content-Type") or "").partition(";")[0].strip().lower()
                if (
                    kind in _PAGES
                    and (content := record.content_stream().read(LARGEST + 1))
                    and len(content) <= LARGEST
                ):
                    yield Page(record.rec_headers.get_header("WARC-Target-URI") or "", content)
        except (ArchiveLoadFailed, zlib.error) as error:
            reason = f"is no readable WARC file from here on ({str(error)[:80]})"
            raise UnreadableError(reason, "What stood before it was read. Fetch the file again.") from None
