"""What a page says of itself: title, day, section, source and address, from its metadata before its looks.

The order of trust: JSON-LD of the story, `meta` elements made for the purpose, the `time` element of the story,
and last htmldate's search through the page. Every day comes with the name of the sign that gave it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

_STORIES = re.compile(r"(?:[A-Za-z]*Article|[A-Za-z]*Posting|Report|Review|PressRelease)$")
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished"),
    *(
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "article.published",
        "dc.date.issued",
    ),
    *(
        "dcterms.issued",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "pub_date",
    ),
    *("article_date_original", "originalpublicationdate", "displaydate", "date.created", "datecreated"),
    *("dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "citation_publication_date", "ptime"),
    *("article.created", "date", "rnews:datepublished", "lp.article:published_time", "analytics-date"),
)
_ASIDE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::form[@role='search']"
_CHANGED = re.compile(r"updat|modif|chang|revis|crawl|current|clock|event|comment|countdown", re.IGNORECASE)
_ADDRESS_DAY = re.compile(r"[/_-]((?:19|20)\d\d)[/-]?(0\d|1[0-2])[/-]?([0-3]\d)(?:[/_.-]|$)")
_UTC = re.compile(r"T\d\d:\d\d.*(?:Z|[+-]00:?00)$")
_JOINTS = (" | ", " - ", " – ", " — ", " · ", " » ", " :: ")


class Facts(NamedTuple):
    """What a page says of its story."""

    title: str = ""
    published: str = ""
    published_rule: str = ""  # json-ld, meta, url, time, search or ""
    section: str = ""
    source: str = ""
    url: str = ""
    deck: str = ""
    body: str = ""  # articleBody of JSON-LD


def page_facts(page: str, url: str = "") -> Facts:
    """Read the facts of a page from its markup.

    Examples
    --------
    >>> found = page_facts('<meta property="og:title" content="Rain | Post"><meta name="date" content="2021-06-01">'
    ...                    '<meta property="og:site_name" content="Post"><h1>Post</h1><p>It rained.</p>')
    >>> found.title, found.published, found.published_rule
    ('Rain', '2021-06-01', 'meta')
    """
    from trafilatura.utils import load_html

    tree = load_html(page)
    if tree is None:
        return Facts()
    meta = _meta(tree)
    story = _story(_linked_data(page), _words(meta.get("og:title", "")))
    source = meta.get("og:site_name") or _named(story.get("publisher"))
    address = url or _canonical(tree) or meta.get("og:url", "")
    published, rule = _day(tree, meta, story, address)
    return Facts(
        title=_title(tree, meta, story, source, address),
        published=published,
        published_rule=rule,
        section=meta.get("article:section") or _words(story.get("articleSection")),
        source=source or urlsplit(address).netloc.removeprefix("www."),
        url=address,
        deck=_words(meta.get("og:description") or meta.get("description") or story.get("description")),
        body=_body(story.get("articleBody")),
    )


def _meta(tree) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content") or ""
        if name and content.strip() and len(content) < 5000:
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _canonical(tree) -> str:
    links = tree.xpath("//link[translate(@rel, 'CANONILR', 'canonilr')='canonical']/@href")
    return next((str(link).strip() for link in links if str(link).startswith("http")), "")


def _linked_data(page: str, most: int = 40) -> Iterator[Mapping]:
    """Give every object of JSON-LD in the page, those in lists and graphs too."""
    at = 0
    for _ in range(most):
        at = page.find("application/ld+json", at)
        start = page.find(">", at) + 1
        end = page.find("</script", start)
        if at < 0 or not start or end < 0:
            return
        at = end
        try:
            waiting = [json.loads(page[start:end].strip().removesuffix(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(500):
            if not waiting:
                break
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting = one[:200] + waiting
            elif isinstance(one, Mapping):
                yield one
                waiting += [one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one]


def _story(objects: Iterator[Mapping], title: str) -> Mapping:
    """Choose the object that is the story: the one with the page's title, else the first that is an article."""
    stories = []
    for one in objects:
        kinds = one.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _STORIES.match(kind) for kind in kinds):
            stories.append(one)
    titled = [one for one in stories if title and _words(one.get("headline")) == title]
    return next(iter(titled + stories), {})


def _words(value: object) -> str:
    from html import unescape

    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), "")
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _named(value: object) -> str:
    if isinstance(value, list):
        value = next(iter(value), "")
    return _words(value.get("name") if isinstance(value, Mapping) else value)


def _body(value: object) -> str:
    from html import unescape

    if isinstance(value, list):
        value = "\n\n".join(one for one in value if isinstance(one, str))
    if not isinstance(value, str):
        return ""
    value = unescape(value)
    if re.search(r"</?(?:p|br|div)\b", value[:20_000]):
        value = re.sub(r"<(?:/p|br ?/?|/div)>", "\n\n", value)
        value = re.sub(r"<[^<>]{0,500}>", "", value)
    return "\n\n".join(line for line in (" ".join(line.split()) for line in value.splitlines()) if line)


def _title(tree, meta: Mapping, story: Mapping, source: str, address: str) -> str:
    """The title of the metadata without the site's name; an h1 only where there is no other."""
    h1s = [_begin(element) for element in islice(tree.iterfind(".//h1"), 20)]
    named = [
        _words(story.get("headline")),
        _words(meta.get("og:title")),
        _words(meta.get("twitter:title")),
        _words(tree.findtext(".//title")),
    ]
    host = urlsplit(address).netloc.removeprefix("www.").split(".")[0]
    titles = [_without_site(title, source, host) for title in named if title]
    for title in titles:  # the headline as it is shown, where the metadata know the same
        if shown := next((h1 for h1 in h1s if len(h1.split()) >= 3 and _same(h1, title)), ""):
            return shown
    return titles[0] if titles else next((h1 for h1 in h1s if h1), "")


def _begin(element) -> str:
    """Give the first words of an element as one line."""
    return " ".join(" ".join(islice(element.itertext(), 50)).split())[:500]


def _same(shown: str, named: str) -> bool:
    letters = [re.sub(r"\W+", "", words).lower() for words in (shown, named)]
    short, long = sorted(letters, key=len)
    return len(short) >= 8 and long.startswith(short)


def _without_site(title: str, source: str, host: str) -> str:
    """Cut the name of the site from the end of a title."""
    for joint in _JOINTS:
        head, found, tail = title.rpartition(joint)
        if found and len(head.split()) >= 1 and _is_site(tail, source, host):
            return _without_site(head.strip(), source, host)
    return title


def _is_site(tail: str, source: str, host: str) -> bool:
    plain, name, host = (re.sub(r"\W+", "", words).lower() for words in (tail, source, host))
    return bool(plain) and (plain in (name, host) or (len(host) > 3 and (host in plain or plain in host)))


def _day(tree, meta: Mapping, story: Mapping, url: str) -> tuple[str, str]:
    from dateline.reading.days import parse_day

    for key in ("datePublished", "dateCreated"):
        if parse_day(value := _words(story.get(key))):
            return _as_there(value, "json-ld", url)
    for name in _PUBLISHED:
        if parse_day(meta.get(name, "")):
            return _as_there(meta[name], "meta", url)
    if told := _time_element(tree):
        return told, "time"
    if found := _search(tree, url):
        return found, "search"
    return "", ""


def _as_there(value: str, rule: str, url: str) -> tuple[str, str]:
    """Give the day where the page was published: of a UTC stamp, the day beside it that the address names."""
    from dateline.reading.days import parse_day

    told = _ADDRESS_DAY.search(url)
    if told and _UTC.search(value):
        there, stamped = parse_day("-".join(told.groups())), parse_day(value)
        if there and stamped and abs((there - stamped).days) == 1:
            return there.isoformat(), "url"
    return value, rule


def _time_element(tree) -> str:
    """The time element of the story: not of a teaser, a comment, a change or a clock."""
    from dateline.reading.days import parse_day

    marked = tree.xpath("//*[@itemprop='datePublished' or @pubdate][@datetime or @content]")
    stories = tree.xpath("//article[not(ancestor::aside)][.//h1]//time[@datetime]")
    headed = tree.xpath("//h1/following::time[@datetime][position() <= 2]")
    for element in [*marked[:20], *stories[:20], *headed[:20]]:
        signs = " ".join(
            [
                element.get("class") or "",
                element.get("itemprop") or "",
                element.getparent().get("class") or "",
            ]
        )
        before = _begin(element.getparent())[:200]
        if _CHANGED.search(signs) or _CHANGED.search(before) or element.xpath(_ASIDE):
            continue
        value = element.get("datetime") or element.get("content") or ""
        if parse_day(value):
            return value
    return ""


def _search(tree, url: str) -> str:
    """The day that htmldate finds in what the page shows; a bare year made 1 January is no day."""
    from copy import deepcopy

    from htmldate import find_date

    try:
        found = find_date(deepcopy(tree), original_date=True, url=url or None) or ""
    except Exception:
        return ""
    return "" if found.endswith("-01-01") and not _tells_new_year(tree, url) else found


def _tells_new_year(tree, url: str) -> bool:
    page = " ".join(tree.itertext())[:500_000] + " ".join(tree.xpath("//@datetime|//meta/@content")) + url
    new_year = r"\b(?:Jan(?:uary|\.)? 1(?:st)?\b|1(?:st)? Jan|0?1[./]0?1[./]\d\d|\d{4}[-/]?0?1[-/]?0?1\b)"
    return re.search(new_year, page) is not None
