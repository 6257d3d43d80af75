"""The articles of the report with what was found marked in them, each sentence a place that links can reach."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dateline.explaining.terms import say_day, say_days
from dateline.report.markup import element, said
from dateline.report.material import ReportMaterial
from dateline.tables import Row

_DEPTH = 3  # marks on one character


class _Mark(NamedTuple):
    start: int
    end: int
    classes: str
    title: str


def articles_section(material: ReportMaterial, room: int) -> str:
    """Every article with its marks, as far as there is room (in bytes); the others by title."""
    parts = [element("h2", "The articles", id="articles-h"), _KEY]
    left = []
    for row in material.tables.articles.itertuples(index=False):
        body = _article(material, row)
        size = len(body.encode("utf-8"))
        if size <= room:
            room -= size
            parts.append(body)
        else:
            left.append(row)
    if left:
        few = f"{len(left)} articles are left out here to keep the page small enough to send"
        told = "".join(element("li", said(_headline(row))) for row in left)
        note = f"{few}; their findings are above:"
        parts += [element("p", note, class_="help"), element("ul", told, class_="left")]
    return "".join(parts)


_KEY = element(
    "p",
    "".join(
        element("span", word, class_=f"m {look}") + " "
        for look, word in (
            ("p", "person"),
            ("o", "organisation"),
            ("l", "place"),
            ("d", "date"),
            ("e", "event"),
            ("e planned", "planned"),
            ("q", "quotation"),
        )
    ),
    class_="help",
)


def _headline(row: Row) -> str:
    day = say_day(row.published)
    return ", ".join(filter(None, [row.title or row.article, row.source, day]))


def _article(material: ReportMaterial, row: Row) -> str:
    who = {m.entity for m in material.shelf.rows("mentions", row.article) if m.entity}
    text = _marked(material, row)
    link = ""
    if row.url.startswith(("https://", "http://")):
        link = element("p", element("a", said(row.url), href=row.url, rel="noopener noreferrer nofollow"))
    inner = element("summary", said(_headline(row))) + link + element("div", text, class_="text")
    number = material.article_number(row.article)
    few = len(material.tables.articles) <= 3
    return element(
        "details",
        inner,
        class_="item article",
        id=f"a{number}",
        open=few,
        data_who=material.numbers(*sorted(who)),
    )


def _marked(material: ReportMaterial, row: Row) -> str:
    """The text with its marks, and an id at the beginning of every sentence."""
    number, text = material.article_number(row.article), row.text
    marks = [mark for mark in _marks(material, row.article) if 0 <= mark.start < mark.end <= len(text)]
    begins = {s.start for s in material.shelf.rows("sentences", row.article)}
    cuts = sorted({0, len(text), *begins, *(m.start for m in marks), *(m.end for m in marks)})
    starting: dict[int, list[_Mark]] = {}
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        starting.setdefault(mark.start, []).append(mark)
    out: list[str] = []
    now: list[_Mark] = []
    for begin, end in pairwise(cuts):
        now = [mark for mark in now if mark.end > begin] + starting.get(begin, [])
        if begin in begins:
            out.append(f'<i id="a{number}s{begin}"></i>')
        words = said(text[begin:end])
        if now:
            classes = " ".join(dict.fromkeys(" ".join(mark.classes for mark in now[-_DEPTH:]).split()))
            title = "; ".join(dict.fromkeys(mark.title for mark in now[-_DEPTH:] if mark.title))
            words = element("span", words, class_=f"m {classes}", title=title or None)
        out.append(words)
    return "".join(out)


def _marks(material: ReportMaterial, article: str) -> Iterator[_Mark]:
    shelf = material.shelf
    for row in shelf.rows("quotes", article):
        yield _Mark(row.start, row.end, "q", f"said by {shelf.name(row.speaker)}" if row.speaker else "")
    for row in shelf.rows("mentions", article):
        name = shelf.name(row.entity)
        look = {"PERSON": "p", "ORG": "o", "PLACE": "l"}.get(row.kind, "x")
        yield _Mark(row.start, row.end, look, name if name != row.text else "")
    for row in shelf.rows("dates", article):
        yield _Mark(row.start, row.end, "d", say_days(row.first, row.last))
    for row in shelf.rows("events", article):
        if row.type or row.first is not None:
            yield _Mark(row.start, row.end, f"e {row.status}", f"{row.status} {row.type.lower()}".strip())
