"""From attributions to rows: one stretch of text a row, the rule that found it, and what lies inside what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from dateline.grammar.phrases import trim
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution, Span
from dateline.quotes.cues import UNSPOKEN
from dateline.quotes.joining import MARKS
from dateline.quotes.speech import Speech, is_name

_BESIDE = 40  # words between a quotation and its cue
_MOST = 500  # stretches in marks that one content is asked for
_VAGUE = frozenset(("preposition", "infinitive"))  # "talked about a “long list”"
_LED = frozenset(("lead_in", "colon"))  # rules whose cue stands in the paragraph before


class Stretch(NamedTuple):
    """A row to be: characters [start, end), its style, the rule that found it, the place of its attribution."""

    start: int
    end: int
    style: str
    rule: str
    place: int


def stretches_of(tokens: Tokens, attributions: list[Attribution], speeches: list[Speech]) -> list[Stretch]:
    """List the contents of all attributions, and the words in marks inside them once, with one owner.

    In "an official said that Biden wanted a “path forward”" the marked words are the official's: of the
    attributions round them, the innermost that is spoken in so many words.
    """
    stretches = []
    owners: dict[tuple[int, int], tuple[tuple, int, str]] = {}
    for place, attribution in enumerate(attributions):
        for number, (first, last) in enumerate(_uncut(tokens, attribution)):
            (start, end, style), *inner = _styled(tokens, first, last, speeches)
            rule = _rule(tokens, attribution, first, last, number)
            if style == "name" and attribution.speaker < 0:
                continue  # a storm, dubbed “Big Ida”
            if style in ("direct", "name"):
                inner = [(start, end)]
            else:
                stretches.append(Stretch(start, end, style, rule, place))
                rule = "marks"
            rank = (attribution.group in UNSPOKEN, attribution.rule in _VAGUE, end - start)
            for span in inner:
                if span not in owners or rank < owners[span][0]:
                    owners[span] = (rank, place, rule)
    stretches.extend(Stretch(*span, "direct", rule, place) for span, (_, place, rule) in owners.items())
    return stretches


def _rule(tokens: Tokens, attribution: Attribution, first: int, last: int, number: int) -> str:
    """Name the rule behind a content: quoted sentences away from the cue go on with it."""
    if attribution.frame != "quote" or (number == 0 and attribution.rule in _LED):
        return attribution.rule
    cue = attribution.cue[0]
    near = tokens.sentence[first] <= tokens.sentence[cue] <= tokens.sentence[last - 1]
    beside = 0 <= cue - last <= _BESIDE and all(
        cue < one or other <= last for one, other in attribution.contents
    )
    return attribution.rule if near or beside else "goes_on"


def _uncut(tokens: Tokens, attribution: Attribution) -> list[Span]:
    """Give the contents in order, without the cue and the speaker that stand in the middle of one.

    "The deal" + "to be dead" round the cue "seems" stay one stretch.
    """
    contents = sorted(attribution.contents)
    if attribution.frame == "raising":
        edges = [contents[0][1], contents[-1][0]]
        return (
            [(contents[0][0], contents[1][1])]
            if len(contents) == 2 and edges == [*attribution.cue]
            else contents
        )
    holes = sorted(span for span in (attribution.cue, attribution.source) if span and span[0] < span[1])
    if attribution.verb < 0:
        holes = [span for span in holes if span != attribution.cue]
    for hole in holes:
        contents = [_begun(tokens, piece) for span in contents for piece in _without(span, hole)]
    return [span for span in contents if span[0] < span[1]]


def _begun(tokens: Tokens, span: Span) -> Span:
    """Trim a piece, and take off a closing mark that it begins with."""
    first, last = trim(tokens, *span)
    if last - first > 1 and tokens.tag[first] == "''" and tokens.end[first] < tokens.start[first + 1]:
        return trim(tokens, first + 1, last)
    return first, last


def _without(span: Span, hole: Span) -> list[Span]:
    """Cut a hole out of a span."""
    if hole[1] <= span[0] or span[1] <= hole[0]:
        return [span]
    return [piece for piece in ((span[0], hole[0]), (hole[1], span[1])) if piece[0] < piece[1]]


def _styled(tokens: Tokens, first: int, last: int, speeches: list[Speech]) -> list[tuple]:
    """Say how much of a content stands in quotation marks; a mark at its edge belongs to it."""
    start, end = tokens.start[first], tokens.end[last - 1]
    inner = []
    place = bisect_right(speeches, first, key=lambda speech: speech.last)
    stop = bisect_right(speeches, last - 1, key=lambda speech: speech.first)
    for speech in speeches[place : min(stop, place + _MOST)]:
        marked = speech.marked
        if (
            marked.start <= start + 1
            and end <= marked.end + 1
            and last - first + 2 >= speech.last - speech.first
        ):
            style = "name" if is_name(tokens, speech) else "direct"
            return [(marked.start, marked.end, style)]
        if marked.start <= start and end <= marked.end:
            marks = tokens.word[first] in MARKS and tokens.word[last - 1] in MARKS
            return [(start, end, "direct" if marks else "indirect")]  # by somebody whom a quotation tells of
        if speech.first + 1 >= first and speech.last <= last + 1:
            start, end = min(start, marked.start), max(end, marked.end)
            if not is_name(tokens, speech):
                inner.append((marked.start, marked.end))
    return [(start, end, "mixed" if inner else "indirect"), *inner]


def inside_of(rows: Sequence[tuple[int, int, int | None]]) -> list[bool]:
    """Say of each row (start, end, start of its cue or None) whether it lies within another statement.

    It does when a longer row holds it, or when the row of another cue holds its cue. Of two that hold each
    other's cue the first in the text stays outside.

    Examples
    --------
    >>> inside_of([(0, 30, 40), (5, 9, 40), (50, 60, 20), (70, 80, None)])
    [False, True, True, False]
    """
    order = sorted(range(len(rows)), key=lambda row: (rows[row][0], -rows[row][1]))
    inside = [False] * len(rows)
    furthest = -1
    for place, row in enumerate(order):
        start, end, _ = rows[row]
        same = place > 0 and rows[order[place - 1]][:2] == (start, end)
        inside[row] = inside[order[place - 1]] if same else furthest >= end
        furthest = max(furthest, end)
    outer = [row for row in order if not inside[row]]
    starts = [rows[row][0] for row in outer]
    for place, row in enumerate(outer):
        start, end, cue = rows[row]
        if cue is None:
            continue
        for other in range(bisect_left(starts, cue + 1) - 1, max(-1, bisect_left(starts, cue + 1) - 4), -1):
            begin, stop, theirs = rows[outer[other]]
            mutual = theirs is not None and start <= theirs < end and place < other
            if theirs != cue and begin <= cue < stop and not mutual:
                inside[row] = True
    return inside
