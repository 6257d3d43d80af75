"""RSS and Atom: one draft an entry, whole or with its teaser alone."""

from __future__ import annotations

import io
from collections.abc import Iterator

from dateline.problems import Problem, UnreadableError
from dateline.reading.clean import clean
from dateline.reading.drafts import Draft, note_garbled
from dateline.reading.markup import from_html
from dateline.reading.sources import Source

_WHOLE = 600  # characters from which a summary may be a story
TEASER = (
    "is a feed's teaser and no whole article",
    "Follow the addresses to read the articles (follow=True, --follow).",
)


def from_feed(source: Source) -> Iterator[Draft | Problem]:
    """Read the entries of a feed; teasers are noted, `follow` says that the story stands at the address.

    Raises
    ------
    UnreadableError
        Where it is no feed, or an empty one.
    """
    import feedparser

    data = source.data()
    headers = {"content-type": f"application/xml; charset={source.charset}"} if source.charset else {}
    try:
        feed = feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # what stands in a feed may be anything
        raise UnreadableError(f"is no readable feed ({type(error).__name__})", "Save it again.") from None
    if not feed.entries:
        raise UnreadableError("is a feed without entries, or none", "Open it and look.")
    title = _plain(feed.feed.get("title", ""))
    for number, entry in enumerate(feed.entries, 1):
        contents = [str(content.get("value") or "") for content in entry.get("content", ())]
        body = max([*contents, str(entry.get("summary", ""))], key=len)
        text = clean(from_html(body).text if "<" in body else body)
        head = _plain(entry.get("title", ""))
        teaser = not (any(contents) and len(text) >= _WHOLE // 2) and len(text) < _WHOLE
        if not text and not head:
            continue
        text = text or head
        yield Draft(
            name="",
            text=text,
            title=head,
            published=entry.get("published") or entry.get("updated") or "",
            section=_plain(next((tag.get("term") or "" for tag in entry.get("tags", ())), "")),
            source=title,
            url=str(entry.get("link", "")),
            origin=source.origin,
            line=number,
            notes=(TEASER,) * teaser + note_garbled(text),
            follow=teaser,
        )


def _plain(words: object) -> str:
    words = str(words or "")
    return " ".join(clean(from_html(words).text if "<" in words else words).split())
