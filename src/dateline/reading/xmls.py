"""XML: feeds, trafilatura's own XML and TEI, NITF; another kind is refused by the name of its root."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Problem, UnreadableError
from dateline.reading.drafts import Draft
from dateline.reading.feeds import from_feed
from dateline.reading.markup import Marked
from dateline.reading.sources import Source
from dateline.reading.texts import from_html_file, one_article

_PARAGRAPHS = ("p", "head", "item", "quote", "hl1", "hl2", "ab", "cell", "code")


def from_xml(source: Source) -> Iterator[Draft | Problem]:
    """Read XML by what its root says it is.

    Raises
    ------
    UnreadableError
        Where it is broken, or of a kind that isn't known.
    """
    from lxml import etree

    data = source.data()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
        kind = etree.QName(root).localname.lower()
    except (etree.XMLSyntaxError, ValueError) as error:
        head = data[:2000].lower()
        if b"<rss" in head or b"<feed" in head or b"<rdf" in head:
            yield from from_feed(source)
            return
        raise UnreadableError(f"is no readable XML ({str(error)[:100]})", "Save it again.") from None
    if kind in ("rss", "feed", "rdf"):
        yield from from_feed(source)
    elif kind == "html":
        yield from from_html_file(source)
    elif kind in ("doc", "tei", "nitf"):
        yield from one_article(source, _document(root, kind))
    else:
        raise UnreadableError(
            f"is XML of a kind that isn't known (its root is <{kind[:40]}>)",
            "Known are RSS, Atom, NITF and trafilatura's; else write .jsonl or .csv.",
        )


def _document(root, kind: str) -> Marked:
    """Read trafilatura's XML (<doc title= date=>), its TEI, and the papers' NITF."""
    for element in root.iter("*"):
        element.tag = _local(element)
    if kind == "doc":
        body = root.find("main")
        title, published, source, url = (
            root.get(name) or "" for name in ("title", "date", "sitename", "source")
        )
    elif kind == "tei":
        body = root.find(".//text")
        title = root.findtext(".//titleStmt/title") or ""
        dated = root.find(".//publicationStmt//date")
        dated = root.find(".//sourceDesc//date") if dated is None else dated
        published = "" if dated is None else dated.get("when") or dated.text or ""
        source, url = root.findtext(".//publisher") or "", _attribute(root, ".//ptr", "target")
    else:
        body = root.find(".//body.content")
        body = root.find(".//body") if body is None else body
        title = root.findtext(".//hl1") or root.findtext(".//title") or ""
        published = _attribute(root, ".//date.issue", "norm") or _attribute(
            root, ".//pubdata", "date.publication"
        )
        source, url = _attribute(root, ".//pubdata", "name"), _attribute(root, ".//pubdata", "ex-ref")
    title, source = (" ".join(words.split()) for words in (title, source))
    lines = [] if body is None else [" ".join("".join(p.itertext()).split()) for p in body.iter(*_PARAGRAPHS)]
    if body is not None and not any(lines):
        lines = [" ".join(line.split()) for line in "".join(body.itertext()).split("\n")]
    if title and title not in lines[:2]:
        lines.insert(0, title)
    return Marked("\n\n".join(line for line in lines if line), title, published, "", source, url)


def _local(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else element.tag


def _attribute(root, path: str, name: str) -> str:
    found = root.find(path)
    return "" if found is None else found.get(name) or ""
