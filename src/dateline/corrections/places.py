"""Where the words of a line stand in a text, and which rows they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

REACH = 300  # characters to either side that count as near

Span = tuple[int, int]


def find_words(text: str, words: str, near: str = "") -> list[Span]:
    """Find some words in a text, whatever the white space between them, nearest to others where these are told.

    Each place of `near` chooses the one place of `words` that lies in it or closest to it.

    >>> find_words("They met in Oslo and met in\\nRome.", "met", "in Rome")
    [(21, 24)]
    """
    spans = _places(text, words)
    if not near or not spans:
        return spans
    chosen = set()
    for start, end in _places(text, near):
        distance, span = min((max(s - end, start - e, 0), (s, e)) for s, e in spans)
        inside = [(s, e) for s, e in spans if start <= s and e <= end]
        if inside:
            chosen.update(inside[:1])
        elif distance <= REACH:
            chosen.add(span)
    return sorted(chosen)


def _places(text: str, words: str) -> list[Span]:
    parts = words.split()
    if not parts:
        return []
    pattern = r"\s+".join(map(re.escape, parts))
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    after = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    return [match.span() for match in re.finditer(before + pattern + after, text)]


def rows_at(spans: Sequence[Span], words: Sequence[Span]) -> tuple[list[int], int]:
    """Choose the rows (by their spans) that some words mean, and count the places where several would fit.

    Rows on exactly these words; else the one row within them; else the shortest that holds them.
    """
    chosen: list[int] = []
    unsure = 0
    for start, end in words:
        same = [row for row, span in enumerate(spans) if span == (start, end)]
        within = [row for row, (s, e) in enumerate(spans) if start <= s and e <= end]
        around = [row for row, (s, e) in enumerate(spans) if s <= start and end <= e]
        shortest = min((spans[row][1] - spans[row][0] for row in around), default=0)
        around = [row for row in around if spans[row][1] - spans[row][0] == shortest]
        if same:
            chosen += same
        elif len({spans[row] for row in within}) > 1:
            unsure += 1
        else:
            chosen += within or around
    return list(dict.fromkeys(chosen)), unsure
