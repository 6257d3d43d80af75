"""Corrections of an article itself: its title, its day, its source, and what its paragraphs are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from dateline.corrections.lines import Correction
from dateline.corrections.rows import FITS, Corrected, Verdicts, correct_rows
from dateline.corrections.values import value_of


def correct_article(article: NamedTuple, lines: Sequence[Correction]) -> Corrected:
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
    return correct_rows("sentences", parts, text, lines, {})
