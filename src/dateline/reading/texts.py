"""Plain text, Markdown and pages: one article a file, or the articles of an export of a news archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.problems import NOTED, Problem, UnreadableError
from dateline.reading.beside import told_beside
from dateline.reading.clean import clean
from dateline.reading.decode import decode
from dateline.reading.drafts import LONGEST_TEXT, Draft, note_garbled, too_long
from dateline.reading.exports import articles_of, export_kind, lines_of_page
from dateline.reading.jsons import ENCODING
from dateline.reading.markup import Marked, from_markdown
from dateline.reading.sources import Source


def from_text(source: Source) -> Iterator[Draft | Problem]:
    """Read a text file as one article; exports of Nexis, Factiva and ProQuest as theirs."""
    text, note = decode(source.data(), source.charset)
    if note:
        yield Problem(NOTED, note, ENCODING, source.origin)
    if kind := export_kind(text):
        yield from articles_of(kind, text.splitlines(), source)
        return
    yield from one_article(source, Marked(text))


def from_markdown_file(source: Source) -> Iterator[Draft | Problem]:
    """Read Markdown as one article."""
    text, note = decode(source.data(), source.charset)
    if note:
        yield Problem(NOTED, note, ENCODING, source.origin)
    yield from one_article(source, from_markdown(text))


def from_html_file(source: Source) -> Iterator[Draft | Problem]:
    """Read a saved page as one article; an export of Factiva or Nexis as theirs."""
    from dateline.reading.pages import from_page

    text, note = decode(source.data(), source.charset)
    if note:
        yield Problem(NOTED, note, ENCODING, source.origin)
    lines = lines_of_page(text)
    if kind := export_kind("\n".join(lines)):
        yield from articles_of(kind, lines, source)
        return
    marked, found = from_page(text, source.url)
    yield from one_article(source, marked, (found,) if found else ())


def from_paragraphs(source: Source, lines: list[str], title: str = "") -> Iterator[Draft | Problem]:
    """Read the paragraphs of a document: exports of news archives, else one article."""
    if kind := export_kind("\n".join(lines)):
        yield from articles_of(kind, lines, source)
        return
    yield from one_article(source, Marked("\n\n".join(line for line in lines if line.strip()), title))


def one_article(
    source: Source, marked: Marked, notes: tuple[tuple[str, str], ...] = ()
) -> Iterator[Draft | Problem]:
    """Make a draft of a file that is one article, with what articles.csv beside it tells."""
    words = clean(marked.text)
    if not words:
        raise UnreadableError("holds no text", "Leave it out or put the article in.")
    if len(words) > LONGEST_TEXT:
        yield too_long(len(words), source.origin)
        return
    found: dict[str, Any] = {
        name: clean(value) for name, value in marked._asdict().items() if name != "text" and value
    }
    try:
        row = told_beside(source)
    except UnreadableError as error:  # its titles and dates are lost, the article is not
        row, notes = {}, (*notes, (error.reason, error.advice))
    found.update({name: value for name, value in row.items() if value})
    name = str(found.pop("article", "")) or source.stem
    notes = (*notes, *note_garbled(words))
    yield Draft(name=name, text=words, origin=source.origin, notes=notes, **found)
