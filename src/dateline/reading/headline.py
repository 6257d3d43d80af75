"""A given title becomes the headline of the text, where the text does not have it."""

from __future__ import annotations

import html
import re

_FIRST_LINES = 10  # lines among which a headline stands, below a label of the section or a letterhead
_LETTERS = re.compile(r"[\W_]+")
_LINES = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]+")
_MARKUP = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_LONGEST = 1000  # characters; a longer title is no headline
GAP = "\n\n"


def with_headline(text: str, title: str) -> tuple[str, int]:
    """Put a title in front of a text that neither begins with it nor has it among its first lines.

    Case, marks and spaces make no difference, nor does what a title is cut off with ("...").

    Parameters
    ----------
    text, title : str
        As given; not a character of the text is changed.

    Returns
    -------
    tuple of (str, int)
        The article, and the character of it at which the given text begins (0 where nothing was put in front).

    Examples
    --------
    >>> with_headline("It rained in Oslo.", "Rain  in Oslo")
    ('Rain in Oslo\\n\\nIt rained in Oslo.', 14)
    >>> with_headline("RAIN IN OSLO\\nIt rained in Oslo.", "Rain in Oslo")
    ('RAIN IN OSLO\\nIt rained in Oslo.', 0)
    """
    headline = " ".join(_MARKUP.sub(" ", html.unescape(title)).split())
    if not text.strip() or not 0 < len(headline) <= _LONGEST or _has(text, headline):
        return text, 0
    return headline + GAP + text, len(headline) + len(GAP)


def _has(text: str, headline: str) -> bool:
    plain = _letters(headline)
    head = text.lstrip()[: 20 * _LONGEST]
    lines = [line for line in _LINES.split(head) if line.strip()][:_FIRST_LINES]
    return not plain or _letters(head).startswith(plain) or any(_letters(line) == plain for line in lines)


def _letters(words: str) -> str:
    return _LETTERS.sub("", html.unescape(words)).casefold()
