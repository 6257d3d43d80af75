"""Corrections of an article itself: its title, its day, its source, and what its paragraphs are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dateline.corrections.lines import Correction
from dateline.corrections.places import find_words
from dateline.corrections.rows import FITS, Corrected, Verdicts, correct_rows
from dateline.corrections.values import value_of
from dateline.language.sentences import split_sentences
from dateline.tables import Row


def correct_article(article: Row, lines: Sequence[Correction]) -> Corrected:
    """Give an article the title, day and source that the user knows; before it is read, so that all follows.

    A line fits an article of its id, or whose title is its text.
    """
    verdicts: Verdicts = {}
    for line in lines:
        if line.table != "articles" or line.text not in ("", article.title):
            if line.table == "articles" and line.article:
                verdicts[line.line] = f"the title of {line.article!r} is {article.title!r}"
            continue
        value = value_of("articles", line.column, line.value)
        if line.column == "published":
            day = pd.NaT if value is None else pd.Timestamp(value)
            article = article._replace(published=day, published_by="given" if value else "none")
        else:
            article = article._replace(**{line.column: value})
        verdicts[line.line] = FITS
    return Corrected(article, verdicts)


def correct_parts(parts: Sequence, text: str, lines: Sequence[Correction]) -> Corrected:
    """Say of paragraphs what they are (headline, body, caption ...), before the text is parsed."""
    lines = [line for line in lines if line.table == "sentences"]
    for line in lines:
        for start, end in find_words(text, line.text, line.near):
            parts = [piece for part in parts for piece in _pieces(part, text, start, end)]
    return correct_rows("sentences", parts, text, lines, {})


def _pieces(part: Any, text: str, start: int, end: int) -> list:
    """Cut a paragraph round the sentences that hold some words of it; no cut where they fill it, or lie elsewhere."""
    if not part.start <= start < end <= part.end:
        return [part]
    held = [(a, b) for a, b in split_sentences(text, part.start, part.end) if a < end and start < b]
    first, last = held[0][0], held[-1][1]
    pieces = [(part.start, first), (first, last), (last, part.end)]
    trimmed = [_trimmed(text, *piece) for piece in pieces]
    return [part._replace(start=a, end=b) for a, b in trimmed if a < b]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space at both ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
