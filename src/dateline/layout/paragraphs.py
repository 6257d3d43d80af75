"""The paragraphs of a text: lines, or what blank lines part where the lines were wrapped."""

from __future__ import annotations

import itertools
import re

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ENDED = re.compile(r"[.!?…:;|][\"”’')\]]*$")
_LIST_ITEM = re.compile(r"[-*•·▪–—]\s|\(?\d{1,3}[.)]\s")
_WIDEST_WRAP = 110  # characters; longer lines are paragraphs and not the lines of a mail or a wire


def paragraphs(text: str) -> list[tuple[int, int]]:
    """List the paragraphs of a text as [start, end), with lines that were wrapped joined again.

    Examples
    --------
    >>> paragraphs("One.\\n\\nTwo.\\nThree.")
    [(0, 4), (6, 10), (11, 17)]
    """
    lines = _lines(text)
    width = _wrap_width(text, lines)
    spans: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(lines):
        if number and _continues(text, lines[number - 1], (start, end), width):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    for match in _LINE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            lines.append((start, end))
    return lines


def _continues(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Does the line go on with the sentence of the line before it (one line break between them)?"""
    gap = text[before[1] : line[0]]
    if len(gap) > 400 or len(_NEWLINE.findall(gap)) != 1 or _LIST_ITEM.match(text, line[0]):
        return False
    if width:
        return before[1] - before[0] + 1 + _first_word(text, line) > width
    return text[line[0]].islower() and not _ENDED.search(text[max(before[0], before[1] - 4) : before[1]])


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """Width at which the lines were wrapped, 0 where they are paragraphs."""
    pairs = [
        (a, b)
        for a, b in itertools.pairwise(lines)
        if b[0] - a[1] < 400 and len(_NEWLINE.findall(text[a[1] : b[0]])) == 1
    ]
    if len(pairs) < 4:
        return 0
    widest = max(end - start for start, end in lines)
    if widest > _WIDEST_WRAP:
        return 0
    # At a wrap the next word did not fit; a ragged hand leaves some room, so a tenth is granted.
    width = round(widest * 0.9)
    full = sum(a[1] - a[0] + 1 + _first_word(text, b) > width for a, b in pairs)
    broken = sum(text[b[0]].islower() for a, b in pairs)
    return width if full >= 0.6 * len(pairs) and broken >= 0.3 * len(pairs) else 0


def _first_word(text: str, line: tuple[int, int]) -> int:
    words = text[line[0] : min(line[1], line[0] + 60)].split(maxsplit=1)
    return len(words[0]) if words else 0
