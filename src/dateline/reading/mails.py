"""Mails (.eml) and pages saved with their pictures (.mhtml): the part that holds the story."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage

from dateline.problems import NOTED, Problem, UnreadableError
from dateline.reading.clean import clean
from dateline.reading.decode import decode
from dateline.reading.drafts import Draft
from dateline.reading.markup import Marked, from_html
from dateline.reading.sources import Source
from dateline.reading.texts import one_article

_MOST_PARTS = 1000
_ENOUGH = 200  # characters of a plain part that is more than a pointer to the other


def from_mail(source: Source) -> Iterator[Draft | Problem]:
    """Read a mail as one article: subject as title, sender as source; attachments are named and left out."""
    message = _parsed(source)
    plain, page, attached = "", "", []
    for part in _parts(message):
        name = _safely(part.get_filename)
        if name or part.get_content_disposition() == "attachment":
            attached.append(clean(str(name or part.get_content_type()))[:80])
        elif part.get_content_type() == "text/plain" and not plain:
            plain = _text(part)
        elif part.get_content_type() == "text/html" and not page:
            page = _text(part)
    if attached:
        reason = f"has {len(attached)} attachments, which were left out (first: {attached[0]!r})"
        yield Problem(NOTED, reason, "Save what you need of them and pass it.", source.origin)
    text = plain if len(plain.strip()) >= _ENOUGH or not page else from_html(page).text
    subject, sender = (_header(message, name) for name in ("subject", "from"))
    text = clean(text)
    sent = _header(message, "date")
    yield from one_article(
        source, Marked(text, subject, sent, "", sender.partition("<")[0].strip(' "') or sender)
    )


def from_mhtml(source: Source) -> Iterator[Draft | Problem]:
    """Read a page that a browser saved in one file."""
    from dateline.reading.pages import from_page

    message = _parsed(source)
    page = next((_text(part) for part in _parts(message) if part.get_content_type() == "text/html"), "")
    if not page:
        raise UnreadableError("holds no page", "Save the page again, as .html.")
    url = _header(message, "snapshot-content-location") or _header(message, "content-location")
    marked, note = from_page(page, url if url.startswith("http") else "")
    yield from one_article(source, marked, (note,) if note else ())


def _parsed(source: Source) -> EmailMessage:
    data = source.data()
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except Exception as error:  # the parser of the standard library trips over odd headers
        raise UnreadableError(f"is no readable mail ({type(error).__name__})", "Save it again.") from None
    if not message.keys():
        raise UnreadableError("is no readable mail (it has no headers)", "Save it again.")
    return message


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    try:
        for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False):
            if not part.is_multipart():
                yield part
    except (RecursionError, AttributeError):
        return


def _text(part: EmailMessage) -> str:
    try:
        data = part.get_payload(decode=True)
        return decode(data if isinstance(data, bytes) else b"", str(_safely(part.get_content_charset) or ""))[
            0
        ]
    except (UnreadableError, ValueError, LookupError, TypeError):
        return ""


def _header(message: EmailMessage, name: str) -> str:
    value = _safely(lambda: message.get(name))
    return " ".join(clean(str(value or "")).split())[:1000]


def _safely(function) -> object:
    """Call what the standard library raises all sorts of errors from, on headers that are broken."""
    try:
        return function()
    except Exception:
        return ""
