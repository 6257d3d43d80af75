"""The items of a list that runs on in one paragraph, and the marks before them."""

from __future__ import annotations

import re

_BULLETS = "*•·▪●◦‣"
_BULLET = re.compile(
    rf"(?<=\s)[{_BULLETS}][^\S\n]{{1,9}}(?=[A-Z\"“‘'(])|^[{_BULLETS}][^\S\n]{{1,9}}(?=[\w\"“‘'(])"
)
_DASH = re.compile(r"(?:(?<=[.!?;]\s)|^)[-–—][^\S\n]{1,9}(?=[A-Z0-9\"“‘'(])")
_FEWEST = 2  # a lone star within a paragraph may be a note or a product


def items(line: str) -> list[tuple[int, int]]:
    """Cut a paragraph that lists things into its items, without the marks before them.

    Parameters
    ----------
    line : str
        A paragraph.

    Returns
    -------
    list of (int, int)
        Half-open offsets into `line`, in order; the whole paragraph where nothing is listed.

    Examples
    --------
    >>> line = "* Acme buys Molde Corp. * Bergen delays its plant."
    >>> [line[a:b] for a, b in items(line)]
    ['Acme buys Molde Corp.', 'Bergen delays its plant.']
    >>> items("Rooms of 3 * 4 metres")
    [(0, 21)]
    """
    marks = [m for mark in (_BULLET, _DASH) if (m := list(mark.finditer(line))) and _lists(m)]
    if not marks:
        return [(0, len(line))]
    found = marks[0]
    begins = [(0, 0)] if found[0].start() else []
    begins += [match.span() for match in found]
    ends = [*(start for start, _ in begins[1:]), len(line)]
    spans = ((after, end) for (_, after), end in zip(begins, ends, strict=True))
    return [(a, a + len(words)) for a, b in spans if (words := line[a:b].rstrip())]


def _lists(marks: list[re.Match[str]]) -> bool:
    """Tell marks of a list: one opens the paragraph, or there are several."""
    return marks[0].start() == 0 or len(marks) >= _FEWEST
