"""HTML and Markdown to plain paragraphs, with the title and date that the markup names."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})((?:[^<>\"']++|\"[^\"]{0,5000}+\"|'[^']{0,5000}+')*+)>|<!"
)
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w:-]{0,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_UNREAD = ("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "textarea", "select")
_SKIPPED = ("nav", "footer", "aside", "form", "button", "menu", "dialog")
_SELDOM_STORY = ("footer", "aside", "button", "menu", "dialog")  # where the rest is empty
_INLINE = (
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
    ),
    *(
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "link",
        "meta",
        "source",
    ),
)  # every other tag ends a paragraph
_DATE_NAMES = ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "dcterms.created")
_LITTLE = 200  # characters
_JSON_DATE = re.compile(r"\"datePublished\"\s{0,9}:\s{0,9}\"([^\"]{8,40})\"")


class Marked(NamedTuple):
    """The text of a marked-up article and what its markup says of it."""

    text: str
    title: str = ""
    published: str = ""
    section: str = ""
    source: str = ""
    url: str = ""


class Paragraph(NamedTuple):
    """A paragraph of a page and where it stands."""

    article: int  # number of the article element it stands in, 0 for none
    main: bool  # stands in the main element
    tag: str
    words: str


class _Page:
    """The paragraphs of a page as they come, each with the article element and the tag it stands in."""

    def __init__(self, skipped: tuple[str, ...]) -> None:
        self.skipped = skipped
        self.paragraphs: list[Paragraph] = []
        self.meta: dict[str, str] = {}
        self.words: list[str] = []
        self.tag = ""
        self.skipping: list[str] = []
        self.articles: list[int] = []
        self.seen = 0
        self.main = 0

    def break_paragraph(self) -> None:
        words = " ".join("".join(self.words).split())
        self.words.clear()
        if words and not self.skipping:
            article = self.articles[0] if self.articles else 0
            self.paragraphs.append(Paragraph(article, self.main > 0, self.tag, words))

    def open(self, tag: str, attributes: str) -> None:
        if tag not in _INLINE:
            self.break_paragraph()
            if tag != "br":
                self.tag = tag
        if tag in self.skipped:
            self.break_paragraph()
            self.skipping.append(tag)
        elif tag == "article":
            self.seen += 1
            self.articles.append(self.seen)
        elif tag == "main":
            self.main += 1
        elif tag in ("meta", "time", "link"):
            self._note(tag, attributes)

    def close(self, tag: str) -> None:
        if tag not in _INLINE:
            self.break_paragraph()
            self.tag = ""
        if self.skipping and tag == self.skipping[-1]:
            self.words.clear()
            self.skipping.pop()
        elif tag == "article" and self.articles:
            self.articles.pop()
        elif tag == "main" and self.main:
            self.main -= 1

    def _note(self, tag: str, attributes: str) -> None:
        found = {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(attributes)}
        if tag == "time":
            self.meta.setdefault("time", found.get("datetime", ""))
        elif tag == "link" and found.get("rel", "").lower() == "canonical":
            self.meta.setdefault("canonical", found.get("href", ""))
        elif tag == "meta":
            name = (found.get("property") or found.get("name") or found.get("itemprop") or "").lower()
            self.meta.setdefault("date" if name in _DATE_NAMES else name, found.get("content", ""))


def from_html(page: str) -> Marked:
    """Take the article out of a page: paragraphs of its main part, without scripts, menus and forms.

    Captions (figcaption) come as "Caption: ..." so that they are known as such.

    Examples
    --------
    >>> from_html("<title>Rain</title><nav>Home</nav><p>It rained.<script>x()</script></p><p>A lot.</p>")
    Marked(text='Rain\\n\\nIt rained.\\n\\nA lot.', title='Rain', published='', section='', source='', url='')
    """
    found = _walk(page)
    if _told(found.paragraphs) < _LITTLE:  # a form round the whole page, a menu that is never closed
        found = max(found, _walk(page, _SELDOM_STORY), key=lambda walked: _told(walked.paragraphs))
    kept = _main_part(found.paragraphs)
    first = next((words for _, _, tag, words in found.paragraphs if tag == "h1"), "")
    title = (
        first
        or found.meta.get("og:title", "")
        or next((w for _, _, t, w in found.paragraphs if t == "title"), "")
    )
    lines = [f"Caption: {words}" if tag == "figcaption" else words for tag, words in kept]
    if title and title not in lines[:3]:
        lines.insert(0, title)
    dated = _JSON_DATE.search(page)
    published = found.meta.get("date") or (dated[1] if dated else "") or found.meta.get("time", "")
    meta = found.meta
    return Marked(
        "\n\n".join(lines),
        title,
        published,
        meta.get("article:section", ""),
        meta.get("og:site_name", ""),
        meta.get("canonical") or meta.get("og:url", ""),
    )


def _told(paragraphs: list[Paragraph]) -> int:
    """Count the characters of paragraphs that are no labels."""
    return sum(len(one.words) for one in paragraphs if one.tag != "title" and len(one.words) >= 60)


def page_paragraphs(page: str) -> list[Paragraph]:
    """List the paragraphs of a page outside its menus, forms and footers, in their order."""
    found = [one for one in _walk(page).paragraphs if one.tag != "title"]
    return found or [one for one in _walk(page, _SELDOM_STORY).paragraphs if one.tag != "title"]


def every_paragraph(page: str) -> list[str]:
    """Give every paragraph of a page with an empty line behind each.

    Examples
    --------
    >>> every_paragraph("<p>One <b>and</b> two</p><div>Three</div>")
    ['One and two', '', 'Three', '']
    """
    return [line for one in _walk(page, ()).paragraphs if one.tag != "title" for line in (one.words, "")]


def _walk(page: str, skipped: tuple[str, ...] = _SKIPPED) -> _Page:
    found = _Page(skipped)
    lowered = page.lower()
    if len(lowered) != len(page):  # a few capitals grow when lowered, and offsets would move
        lowered = "".join(c.lower() if c < "\x80" else c for c in page)
    at = 0
    while match := _TAG.search(page, at):
        found.words.append(html.unescape(page[at : match.start()]))
        at = match.end()
        tag = (match[2] or "").lower()
        if not tag:
            closing = "-->" if page.startswith("<!--", match.start()) else ">"
            end = page.find(closing, at)
            at = end + len(closing) if end >= 0 else len(page)
        elif match[1]:
            found.close(tag)
        elif tag in _UNREAD and not match[3].endswith("/"):
            end = lowered.find(f"</{tag}", at)
            at = end if end >= 0 else len(page)
        else:
            found.open(tag, match[3])
    found.words.append(html.unescape(page[at:]))
    found.break_paragraph()
    return found


def _main_part(paragraphs: list[Paragraph]) -> list[tuple[str, str]]:
    """Keep the longest article element, else the main element, else everything but the title."""
    shown = [paragraph for paragraph in paragraphs if paragraph[2] != "title"]
    sizes: dict[int, int] = {}
    for article, _, _, words in shown:
        sizes[article] = sizes.get(article, 0) + len(words)
    longest = max((article for article in sizes if article), key=lambda article: sizes[article], default=0)
    if longest and sizes[longest] >= 200:
        shown = [paragraph for paragraph in shown if paragraph[0] == longest]
    elif any(main for _, main, _, _ in shown):
        shown = [paragraph for paragraph in shown if paragraph[1]]
    return [(tag, words) for _, _, tag, words in shown]


_FRONT = re.compile(r"---[ \t]*\n((?:[^\n]{0,2000}\n){0,100}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_MARKS = (
    (re.compile(r"^ {0,3}#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:[-*_] ?){3,200}$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:=|-){3,200}$", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,1000}\)"), ""),
    (re.compile(r"\[([^\]\[\n]{1,500})\]\([^)\n]{0,1000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n*_]{1,500})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^\n*_]{1,500})(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
)


def from_markdown(text: str) -> Marked:
    """Take the marks out of Markdown and read title and date from its front matter.

    Examples
    --------
    >>> marked = from_markdown("---\\ndate: 2021-06-01\\n---\\n# Rain\\n\\nIt *rained*, [says](a.html) Ann.")
    >>> marked.title, marked.published, marked.text
    ('Rain', '2021-06-01', 'Rain\\n\\nIt rained, says Ann.')
    """
    text = text.replace("\r\n", "\n")
    named: dict[str, str] = {}
    if front := _FRONT.match(text):
        for line in front[1].splitlines():
            name, colon, value = line.partition(":")
            if colon:
                named[name.strip().lower()] = value.strip().strip("\"'")
        text = text[front.end() :]
    heading = re.search(r"^ {0,3}# +([^\n]{1,500})", text, re.MULTILINE)
    for pattern, kept in _MARKS:
        text = pattern.sub(kept, text)
    title = named.get("title") or (heading[1].strip(" #") if heading else "")
    text = text.strip()
    if title and not heading:
        text = f"{title}\n\n{text}"
    published = named.get("date") or named.get("published") or ""
    return Marked(
        text, title, published, named.get("section", ""), named.get("source", ""), named.get("url", "")
    )
