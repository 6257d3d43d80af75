"""Pair quotation marks of any style, so that words in marks have a beginning and an end.

Curly, straight, single, guillemet and German marks are read in one pass over each paragraph with a stack,
so a missing or a superfluous mark costs at most a paragraph and never the rest of the article.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚'`]")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_CLIPPED = re.compile(r"(?:em|til|tis|twas|cause|round|bout|n|\d\d?0?s)\b", re.IGNORECASE)  # 'em, 'til, '90s
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_BEFORE_OPEN = "([{—–-/…“‘\"'«„"
_AFTER_CLOSE = ")]}—–-/….,;:!?”’\"'»"
_DEPTH = 8  # how deep a closing mark looks for its opening mark


class MarkedWords(NamedTuple):
    """Words in quotation marks: the characters [start, end) with their marks, and where they stand.

    `closed` is False when the closing mark is missing; `paragraph` counts paragraphs from 0; `run` is the
    number of the speech: paragraphs that carry on one speech share it.
    """

    start: int
    end: int
    closed: bool
    paragraph: int
    run: int


class _Mark(NamedTuple):
    start: int
    end: int
    family: str  # double, angle or single
    role: str  # open, close or either
    glyph: str


class _Paired(NamedTuple):
    spans: list[tuple[int, int, bool]]  # outermost stretches of one paragraph
    open_at: int | None  # an opening mark that the paragraph does not close
    stray_close: int | None  # end of a closing mark that comes before anything is open


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """List the lines of a text that hold words, as [start, end)."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def marked_spans(text: str, paragraphs: list[tuple[int, int]] | None = None) -> list[MarkedWords]:
    """Find the outermost stretches of text in quotation marks, in order of the text.

    Parameters
    ----------
    text : str
        Any text; an odd number of marks is fine.
    paragraphs : list of (start, end), optional
        Paragraph limits; lines when not given. A stretch ends with its paragraph, unless the next one
        opens again with a mark or holds just the missing closing mark.

    Returns
    -------
    list of MarkedWords

    Examples
    --------
    >>> text = '“We are ready,” he said, “to answer.”'
    >>> [text[span.start:span.end] for span in marked_spans(text)]
    ['“We are ready,”', '“to answer.”']
    """
    marked: list[MarkedWords] = []
    run = 0
    waiting = False  # the last stretch is open at the end of its paragraph
    for number, (start, end) in enumerate(paragraphs_of(text) if paragraphs is None else paragraphs):
        spans, open_at, stray_close = _pair(text, start, end)
        opens = spans[0][0] if spans else open_at
        first = _first_word(text, start, end)
        if waiting and opens != first:
            if stray_close is not None:
                marked.append(MarkedWords(first, stray_close, True, number, run))
            else:
                marked[-1] = _cut(text, marked[-1])
            waiting = False
        if open_at is not None:
            spans = [*spans, (open_at, end, False)]
        for begin, stop, closed in spans:
            run += 0 if waiting else 1
            waiting = False
            marked.append(MarkedWords(begin, stop, closed, number, run))
        waiting = open_at is not None
    if waiting:
        marked[-1] = _cut(text, marked[-1])
    return [span for span in marked if any(map(str.isalnum, text[span.start : span.end]))]


def _first_word(text: str, start: int, end: int) -> int:
    """Find the first character of a paragraph that is not white space."""
    while start < end and text[start].isspace():
        start += 1
    return start


def _cut(text: str, span: MarkedWords) -> MarkedWords:
    """End a stretch that nothing closes or carries on where its first sentence ends."""
    stop = _SENTENCE_END.search(text, span.start + 1, span.end)
    return span._replace(end=stop.end()) if stop else span


def _pair(text: str, start: int, end: int) -> _Paired:
    """Pair the marks of one paragraph."""
    stack: list[_Mark] = []
    spans: list[tuple[int, int, bool]] = []
    stray_close = None
    marks = _roles(text, start, end)
    for place, mark in enumerate(marks):
        level = _level(mark, stack)
        if _opens(mark, stack, level):
            stack.append(mark)
        elif level is None:
            if mark.family != "single" and not spans and not stack and stray_close is None:
                stray_close = mark.end
        elif not _possessive(text, marks, place):
            opener = stack[level]
            del stack[level:]
            while spans and spans[-1][0] > opener.start:
                spans.pop()
            spans.append((opener.start, mark.end, True))
    left = next((mark.start for mark in stack if mark.family != "single"), None)
    if left is not None and spans and spans[-1][0] > left:
        return _Paired(_close_early(text, spans, left), None, stray_close)
    return _Paired(spans, left, stray_close)


def _close_early(text: str, spans: list[tuple[int, int, bool]], left: int) -> list[tuple[int, int, bool]]:
    """Place an unclosed mark before later stretches: it ends with its sentence, or is dropped."""
    place = next(place for place, span in enumerate(spans) if span[0] > left)
    stop = _SENTENCE_END.search(text, left + 1, spans[place][0])
    return [*spans[:place], *([(left, stop.end(), False)] if stop else []), *spans[place:]]


def _level(mark: _Mark, stack: list[_Mark]) -> int | None:
    """Find the open mark that a closing mark would close: the innermost of its family."""
    for level in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEPTH), -1):
        if stack[level].family == mark.family:
            return level
    return None


def _opens(mark: _Mark, stack: list[_Mark], level: int | None) -> bool:
    """Decide between opening and closing, knowing what is open."""
    if level is not None and stack[level].glyph == "„":
        return mark.glyph == "„"
    if mark.role == "either" or mark.family == "angle":
        return level is None or (mark.family == "angle" and mark.glyph == stack[level].glyph)
    return mark.role == "open"


def _possessive(text: str, marks: list[_Mark], place: int) -> bool:
    """Tell the apostrophe of "the workers' rights" from a closing mark: another one follows."""
    mark = marks[place]
    if mark.family != "single" or text[mark.start - 1] != "s" or not text[mark.end : mark.end + 1].isspace():
        return False
    later = next((other for other in marks[place + 1 : place + 1 + _DEPTH] if other.family == "single"), None)
    return later is not None and later.role == "close"


def _roles(text: str, start: int, end: int) -> list[_Mark]:
    """List the quotation marks of a paragraph with the role that glyph and neighbours give them."""
    marks = []
    for match in _MARK.finditer(text, start, end):
        at, stop, glyph = match.start(), match.end(), match.group()
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        free_before = before.isspace() or before in _BEFORE_OPEN
        free_after = after.isspace() or after in _AFTER_CLOSE
        if glyph in "«»":
            marks.append(_Mark(at, stop, "angle", "either", glyph))
        elif glyph in "'‘’‚‹›`":
            role = _single_role(text, match, before, after, free_before, free_after)
            if role:
                marks.append(_Mark(at, stop, "single", role, glyph))
        else:
            role = _double_role(glyph, before, after, free_before, free_after)
            if role:
                marks.append(_Mark(at, stop, "double", role, glyph))
    return marks


def _double_role(glyph: str, before: str, after: str, free_before: bool, free_after: bool) -> str | None:
    """Say what a double mark does; nothing for inches."""
    if glyph in ("“", "‟", "„", "``"):
        return "close" if free_after and not free_before and not after.isalnum() else "open"
    if glyph in ("”", "''"):
        return "open" if free_before and after.isalnum() else "close"
    if before == "=":
        return None  # an attribute of HTML
    if free_before != free_after:
        return "open" if free_before else "close"
    return None if before.isdigit() else "either"


def _single_role(
    text: str, match: re.Match, before: str, after: str, free_before: bool, free_after: bool
) -> str | None:
    """Say what a single mark does; nothing for the far more frequent apostrophe."""
    glyph = match.group()
    if before == "=" or (before.isalnum() and after.isalnum()):
        return None
    if free_before and (after.isalnum() or after in '“"[(…') and glyph != "›":
        return None if glyph != "‘" and _CLIPPED.match(text, match.end()) else "open"
    return "close" if free_after and not free_before and glyph not in "‘‚`" else None
