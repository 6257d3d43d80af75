"""Word and rich text: the paragraphs of one article, or the articles of an export of a news archive."""

from __future__ import annotations

import io
from collections.abc import Iterator

from dateline.problems import Problem, UnreadableError
from dateline.reading.archives import check_package
from dateline.reading.decode import decode
from dateline.reading.drafts import Draft
from dateline.reading.sources import Source
from dateline.reading.texts import from_paragraphs

_HEADINGS = ("title", "heading 1")


def from_docx(source: Source) -> Iterator[Draft | Problem]:
    """Read a Word file: its paragraphs and tables in their order; the title is a heading's."""
    data = source.data()
    check_package(data)
    try:
        import docx

        document = docx.Document(io.BytesIO(data))
        lines, title = [], ""
        for item in document.iter_inner_content():
            if hasattr(item, "rows"):
                lines += [" ".join(_cells(row)) for row in item.rows]
                continue
            words = item.text.strip()
            if not title and words and (item.style.name or "").lower() in _HEADINGS if item.style else False:
                title = words
            lines.append(words)
    except UnreadableError:
        raise
    except Exception as error:  # python-docx raises whatever its parts raise
        told = type(error).__name__
        raise UnreadableError(f"is no readable Word file ({told})", "Save it again, or as .txt.") from None
    yield from from_paragraphs(source, lines, title)


def _cells(row) -> list[str]:
    """Give the words of a row's cells; a cell that spans several stands once."""
    words: list[str] = []
    for cell in row.cells:
        text = " ".join(cell.text.split())
        if text and (not words or words[-1] != text):
            words.append(text)
    return words


def from_rtf(source: Source) -> Iterator[Draft | Problem]:
    """Read rich text, such as an export of Factiva."""
    from striprtf.striprtf import rtf_to_text

    data = source.data(8_000_000)
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="replace")
    except Exception as error:
        told = type(error).__name__
        raise UnreadableError(f"is no readable rich text ({told})", "Save it as .docx or .txt.") from None
    yield from from_paragraphs(source, decode(text.encode("utf-8", "replace"))[0].split("\n"))
