"""What each paragraph of an article is: headline, dateline, body, photo caption or credit.

Only the outside of the words is looked at (line breaks, capitals, marks, set phrases), so that the
language engine can be told what it reads.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.layout.furniture import (
    LONGEST,
    credit_tail,
    dateline_length,
    disclaimers,
    embedded_captions,
    is_caption,
    is_credit_line,
    is_date_line,
)
from dateline.layout.items import items
from dateline.layout.paragraphs import paragraphs

_LONGEST_HEADLINE = 250  # characters
_ENDED = re.compile(r"[.!?…:;][\"”’')\]]*$")
_TOLD = re.compile(r"\b(?:said|told|added|according to|has been|have been|was|were|had)\b")
_BARE_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_ARTICLE = re.compile(r"\b(?:the|an?)\b", re.IGNORECASE)
_WORD = re.compile(r"\w{4,}")
_JOINT = re.compile(r"\w[:;] \w| [|–—-] ")


class Block(NamedTuple):
    """A paragraph or a piece of one: its characters [start, end) and what it is."""

    start: int
    end: int
    part: str  # headline, dateline, body, caption or credit


def blocks(text: str, text_start: int = 0) -> list[Block]:
    """Say of each paragraph of an article whether it is headline, dateline, body, caption or credit.

    Parameters
    ----------
    text : str
        The article; paragraphs are lines, or what blank lines part where lines are wrapped.
    text_start : int
        Where the text begins as it was given; a title that stands before it is the headline.

    Returns
    -------
    list of Block
        In order of the text, without overlap; only white space and marks of lists lie between them.
        `part` is "headline" (the first line when it reads like one, with its deck), "dateline" (place and
        date before the story or on a line of their own), "caption", "credit" (bylines, photo credits, copyright
        lines, what an outlet says it has not checked) or "body".

    Examples
    --------
    >>> text = "Storm hits coast\\n\\nLISBON (AP) - Roads are shut.\\n\\nWaves todayPhoto: Ana Silva / EPA"
    >>> for block in blocks(text):
    ...     print(block.part, "|", text[block.start : block.end])
    headline | Storm hits coast
    dateline | LISBON (AP) -
    body | Roads are shut.
    caption | Waves today
    credit | Photo: Ana Silva / EPA
    """
    if text_start > 0:
        told = _blocks(text[text_start:], titled=True)
        rest = [Block(one.start + text_start, one.end + text_start, one.part) for one in told]
        return [*_trimmed(text[:text_start], 0, text_start, "headline"), *rest]
    return _blocks(text)


def _blocks(text: str, titled: bool = False) -> list[Block]:
    """Take a text apart; `titled`: its headline stands before it."""
    spans = paragraphs(text)
    heads = _headline(text, spans)
    found: list[Block] = []
    begun = False
    for number, (start, end) in enumerate(spans):
        if number in heads:
            pieces = [(start, end, "headline")]
        elif (number - 1 in heads or (titled and not number)) and _is_byline(
            text, spans[number : number + 2]
        ):
            pieces = [(start, end, "credit")]
        else:
            photo = not begun and number < len(spans) - 1
            pieces = _pieces(text[start:end], start, lead=not begun, photo=photo)
        for piece in pieces:
            found.extend(_trimmed(text, *piece))
        begun = begun or any(part == "body" for _, _, part in pieces)
    return found


def _headline(text: str, spans: list[tuple[int, int]]) -> set[int]:
    """Number the paragraphs that are the headline and its deck."""
    first = next((number for number, span in enumerate(spans[:3]) if not _is_furniture(text, span)), None)
    if first is None or not (following := _following(text, spans, first)):
        return set()
    words = text[slice(*spans[first])]
    announced = _is_furniture(text, spans[first + 1]) or dateline_length(text[slice(*spans[first + 1])]) > 0
    if len(words) > _LONGEST_HEADLINE or (dateline_length(words) and not announced):
        return set()
    if _headline_points(words, following) + 2 * announced < 3:
        return set()
    heads = {first}
    for number in range(first + 1, min(first + 3, len(spans) - 1)):
        line = text[slice(*spans[number])]
        if (
            len(line) > _LONGEST_HEADLINE
            or _is_furniture(text, spans[number])
            or dateline_length(line, lead=True)
            or credit_tail(line, lead=True) >= 0
            or is_caption(line, lead=True)
        ):
            break
        bare = not _ENDED.search(line) and len(line.split()) >= 4
        if not (words.endswith((";", ":")) or (bare and _ENDED.search(_following(text, spans, number)))):
            break
        heads.add(number)
        words = line
    return heads


def _following(text: str, spans: list[tuple[int, int]], number: int) -> str:
    """Give the first paragraph after this one that is no byline, date or label of a section."""
    for start, end in spans[number + 1 : number + 5]:
        if text.count(" ", start, end) >= 3 and not _is_furniture(text, (start, end)):
            return text[start : min(end, start + 2000)]
    return ""


def _headline_points(words: str, following: str) -> int:
    """Weigh what tells a headline from a first sentence: marks, capitals, small words, tense, length."""
    tokens = words.split()
    if len(tokens) > 30 or words[0].islower() or not any(map(str.isalpha, words)):
        return -9
    content = [token for token in tokens[1:] if len(token) > 3 and token[0].isalpha()]
    titled = len(content) >= 2 and sum(token[0].isupper() for token in content) >= 0.8 * len(content)
    points = 3 if not _ENDED.search(words) or words.endswith((";", ":")) else 2 * words.endswith(("?", "!"))
    points += 2 * titled + 3 * words.isupper()
    points += len(tokens) <= 12
    points += bool(_JOINT.search(words))
    points += len(following) > 1.5 * len(words)
    points += len(_stems(words) & _stems(following)) >= 2  # the lead tells again what the headline told
    points -= bool(_ARTICLE.search(words)) + 2 * bool(_TOLD.search(words))
    points -= words.endswith((",", "-")) + words.startswith(("“", '"', "``")) + (len(tokens) > 20)
    return points


def _stems(words: str) -> set[str]:
    return {word[:5].lower() for word in _WORD.findall(words)}


def _is_furniture(text: str, span: tuple[int, int]) -> bool:
    start, end = span
    return end - start <= LONGEST and (is_credit_line(text[start:end]) or is_date_line(text[start:end]))


def _is_byline(text: str, spans: list[tuple[int, int]]) -> bool:
    """Is this a bare name between headline and dateline?"""
    line, then = (text[slice(*span)][:LONGEST] for span in (spans[0], spans[-1]))
    return bool(_BARE_NAME.fullmatch(line)) and (is_date_line(then) or dateline_length(then, lead=True) > 0)


def _pieces(line: str, start: int, *, lead: bool, photo: bool = False) -> list[tuple[int, int, str]]:
    """Cut one paragraph, which begins at `start`, into its dateline, body, captions and credits.

    `photo`: it stands between the headline and the story, where pictures have their captions.
    """
    end = start + len(line)
    if is_date_line(line):
        return [(start, end, "dateline")]
    if is_credit_line(line):
        return [(start, end, "credit")]
    if "Image caption " in line or "Media caption " in line:
        return [
            (start + first, start + last, part) for first, last, part in embedded_captions(line, 0, len(line))
        ]
    if (tail := credit_tail(line, lead=photo)) >= 0:
        return [(start, start + tail, "caption"), (start + tail, end, "credit")]
    if is_caption(line, lead=photo):
        return [(start, end, "caption")]
    if line.startswith("Photo ") and dateline_length(line[6:]):
        return [(start, start + 6, "credit"), *_pieces(line[6:], start + 6, lead=lead)]
    story = start + dateline_length(line, lead=lead)
    return [(start, story, "dateline"), *_told(line[story - start :], story)]


def _told(story: str, start: int) -> list[tuple[int, int, str]]:
    """Cut a paragraph of the story, which begins at `start`: the items that it lists, the outlet's own words."""
    pieces = []
    for first, last in items(story):
        at = first
        for a, b in disclaimers(story[first:last]):
            pieces += [(at, first + a, "body"), (first + a, first + b, "credit")]
            at = first + b
        pieces.append((at, last, "body"))
    return [(start + a, start + b, part) for a, b, part in pieces]


def _trimmed(text: str, start: int, end: int, part: str) -> list[Block]:
    """Make a block of a piece without the white space at its ends; none where nothing is left."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    return [Block(first, last, part)] if first < last else []
