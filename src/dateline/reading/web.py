"""Pages and feeds from addresses; the only module that reaches the network, and only when asked to.

Bounded in size, in time and in redirects; addresses inside the own network (and file:) are refused unless
the user allows them, so that a list of addresses from elsewhere can't look round there.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit, urlunsplit

from dateline.problems import FAILED, NOTED, Problem, UnreadableError
from dateline.reading.drafts import Draft
from dateline.reading.sources import Source, source_of_bytes

LARGEST = 20_000_000  # bytes of a page
PATIENCE = 60.0  # seconds for one address, redirects included
_CONNECT = 15.0  # seconds
_REDIRECTS = 5
_AGENT = "dateline (reads one page for its user)"
_KINDS = (
    (("html",), ".html"),
    (("rss", "atom", "xml"), ".xml"),
    (("json",), ".json"),
    (("csv",), ".csv"),
    (("text/plain",), ".txt"),
    (("pdf",), ".pdf"),
    (("wordprocessingml",), ".docx"),
)


def from_address(url: str, *, follow: bool = False, private: bool = False) -> Iterator[Draft | Problem]:
    """Read what stands at an address: a page, a feed, or a file of articles.

    Parameters
    ----------
    url : str
        Begins with http:// or https://.
    follow : bool
        Keep the rows of a list that have an address alone, to be read by `story_of`.
    private : bool
        Allow addresses inside the own network, such as localhost.

    Raises
    ------
    UnreadableError
        If it can't be had, is too large or too slow, or lies inside the own network.
    """
    from dateline.reading.files import from_source

    for found in from_source(fetch(url, private=private)._replace(follow=follow)):
        if isinstance(found, Draft):
            yield found._replace(url=found.url or without_password(url))
        else:
            yield found


def story_of(draft: Draft, *, private: bool = False) -> Iterator[Draft | Problem]:
    """Read the article at the address of a teaser; where that fails the teaser, if there is one, stays."""
    kind = NOTED if draft.text else FAILED
    address = without_password(draft.url)[:200]
    try:
        found = list(from_address(draft.url, private=private))
    except UnreadableError as error:
        reason = f"{address} could not be followed: {error.reason}"
        yield Problem(kind, reason, error.advice, draft.origin, draft.line)
        found = None
    drafts = [one for one in found or () if isinstance(one, Draft)]
    yield from (one._replace(kind=kind) for one in found or () if isinstance(one, Problem))
    if len(drafts) != 1:
        if draft.text:
            yield draft
        elif drafts:
            reason = f"{address} holds {len(drafts)} articles"
            yield Problem(kind, reason, "Pass that address by itself.", draft.origin, draft.line)
        return
    told = {name: getattr(drafts[0], name) or getattr(draft, name) for name in ("title", "section", "source")}
    published = draft.published or drafts[0].published
    yield drafts[0]._replace(**told, published=published, line=draft.line)


def fetch(url: str, *, private: bool = False) -> Source:
    """Fetch an address as a source.

    Raises
    ------
    UnreadableError
        Says why it can't be had.
    """
    timer = _Timer()
    at = url
    try:
        for _ in range(_REDIRECTS + 1):
            status, headers, data = _get(at, private, timer)
            if status in (301, 302, 303, 307, 308) and headers.get("Location"):
                at = urljoin(at, headers["Location"].strip())
                continue
            if status != 200:
                told = http.client.responses.get(status, "no answer")
                raise UnreadableError(
                    f"the page can't be had (the server says {status}, {told})",
                    "Open it in a browser, save it as .html and read that.",
                )
            return _source(at, headers, data)
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        if isinstance(error, UnreadableError):
            raise
        told = "it took too long" if timer.over else str(error)[:100] or type(error).__name__
        advice = "Check the address and the connection; or save the page as .html and read that."
        raise UnreadableError(f"the page can't be had ({told})", advice) from None
    finally:
        timer.stop()
    raise UnreadableError(
        f"the page can't be had (it redirects more than {_REDIRECTS} times)", "Check the address."
    )


def without_password(url: str) -> str:
    """Take name and password out of an address.

    Examples
    --------
    >>> without_password("https://ann:secret@example.org:8080/a?b=1")
    'https://example.org:8080/a?b=1'
    """
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


class _Timer:
    """Shuts the connection down when the time for an address is over, however slowly it drips."""

    def __init__(self) -> None:
        self.over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(PATIENCE, self._end)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, connection: socket.socket) -> None:
        self._socket = connection
        if self.over:
            self._end()

    def stop(self) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.over = True
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _get(url: str, private: bool, timer: _Timer) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Ask for one address, without following it."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnreadableError(
            f"is an address of {parts.scheme or 'no'}: kind", "Only http:// and https:// are read."
        )
    connection = _connected(parts, private, timer)
    try:
        path = urlunsplit(("", "", re.sub(r"[^\x21-\x7e]", _quoted, parts.path) or "/", parts.query, ""))
        headers = {"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "gzip"}
        connection.request("GET", re.sub(r"[^\x21-\x7e]", _quoted, path), headers=headers)
        answer = connection.getresponse()
        data = b"" if 300 <= answer.status < 400 else _body(answer)
        if timer.over:
            raise TimeoutError
        return answer.status, answer.headers, data
    finally:
        connection.close()


def _quoted(match: re.Match) -> str:
    from urllib.parse import quote

    return quote(match[0])


def _connected(parts, private: bool, timer: _Timer) -> http.client.HTTPConnection:
    """Connect, and look with whom: a name may lead into the own network."""
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=_CONNECT)
    open_socket = socket.create_connection((parts.hostname, port), timeout=_CONNECT)
    connection.sock = open_socket
    try:
        reached = ipaddress.ip_address(open_socket.getpeername()[0].partition("%")[0])
        reached = getattr(reached, "ipv4_mapped", None) or reached
        if not private and not reached.is_global:
            raise UnreadableError(
                f"leads into your own network ({parts.hostname} is {reached})",
                "Where you mean it, pass private=True (--private).",
            )
        if secure:
            connection.sock = ssl.create_default_context().wrap_socket(
                open_socket, server_hostname=parts.hostname
            )
        timer.watch(connection.sock)
    except BaseException:
        open_socket.close()
        raise
    return connection


def _body(answer: http.client.HTTPResponse) -> bytes:
    unpack = (
        zlib.decompressobj(47) if answer.headers.get("Content-Encoding", "") in ("gzip", "deflate") else None
    )
    pieces, size = [], 0
    while piece := answer.read1(1 << 16):
        while piece:
            out = unpack.decompress(piece, LARGEST) if unpack else piece
            size += len(out)
            if size > LARGEST:
                raise UnreadableError(
                    f"the page has more than {LARGEST / 1e6:.0f} MB, more than any page of news",
                    "Save the story alone.",
                )
            pieces.append(out)
            piece = unpack.unconsumed_tail if unpack else b""
    return b"".join(pieces)


def _source(url: str, headers: http.client.HTTPMessage, data: bytes) -> Source:
    from dateline.reading.warcs import name_of

    kind = headers.get_content_type()
    url = without_password(url)
    suffix = next((ending for words, ending in _KINDS if any(word in kind for word in words)), "")
    name = name_of(url)
    if suffix and not name.lower().endswith((suffix, ".gz", ".zip", ".jsonl", ".parquet", ".warc")):
        name = f"{name.rpartition('.')[0] or name}{suffix}"
    return source_of_bytes(name, url, data, charset=headers.get_content_charset() or "", url=url)
