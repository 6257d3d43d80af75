"""An article from an address; the only module that reaches the network, and only when asked to."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from dateline.problems import UnreadableError
from dateline.reading.clean import clean
from dateline.reading.drafts import Draft


def fetch(url: str) -> Draft:
    """Fetch a page and take its article out with trafilatura.

    Raises
    ------
    UnreadableError
        If the `web` extra is not installed, the page can't be had, or it holds no article.
    """
    try:
        import trafilatura
    except ImportError:
        advice = (
            "Install the extra with: pip install 'dateline[web]'; or save the page as .html and read that."
        )
        raise UnreadableError("reading addresses needs trafilatura, which is not installed", advice) from None
    page = trafilatura.fetch_url(url)
    if not page:
        raise UnreadableError(
            "the page can't be had", "Check the address; or save the page as .html and read that."
        )
    found = trafilatura.extract(
        page, url=url, output_format="json", with_metadata=True, include_comments=False
    )
    record = json.loads(found) if found else {}
    text = clean(record.get("text") or "")
    if not text:
        raise UnreadableError("no article was found on the page", "Paste its text instead.")
    title = clean(record.get("title") or "")
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    path = [piece for piece in urlsplit(url).path.split("/") if piece]
    return Draft(
        name=(path[-1].rsplit(".", 1)[0] if path else "") or urlsplit(url).netloc,
        text=text,
        title=title,
        published=record.get("date") or "",
        source=record.get("source-hostname") or record.get("hostname") or "",
        url=url,
        origin=url,
    )
