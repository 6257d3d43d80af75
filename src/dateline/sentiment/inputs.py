"""What the target model reads: a sentence as numbers, the target hidden behind one mark, names without name.

No name reaches the model: the target is one mark, every other name another. So the tone cannot depend on
who it is, nor on the nationality or gender that a name suggests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.language.marks import plain_marks

PAD, UNKNOWN, NAME, TARGET, NUMBER = range(5)
MARKS = ("<pad>", "<unknown>", "<name>", "<target>", "<number>")
WINDOW = 40  # words read on each side of the target
MARGIN = 1200  # characters on each side in which those words are looked for
_TOKEN = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)+|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+|[^\w\s]", re.IGNORECASE
)
_OPENING = frozenset('.!?:;“”"(–—')
_STRAIGHT = plain_marks(double=True)  # the tone must not hang on the marks that a site prints
_HEADLINE = 0.6  # share of capitalised words above which capitals say nothing


class Piece(NamedTuple):
    """A word of the sentence: where it stands and its number in the model's vocabulary."""

    start: int
    end: int
    number: int


def number_words(text: str, vocabulary: Mapping[str, int]) -> list[Piece]:
    """Split a sentence and look its words up; names, unknown words and numbers become their mark.

    A capitalised word is a name where the vocabulary lacks it (it holds words that news writes small), or
    where its neighbour within the same run of capitals is one: "Hope Hicks" as "Ann Lee".

    >>> [piece.number for piece in number_words("Lee won 3 seats", {"won": 5, "seats": 6})]
    [2, 5, 4, 6]
    """
    found = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    words = [word for _, _, word in found if word[0].isalpha()]
    shouting = len(words) > 3 and sum(word[0].isupper() for word in words) > _HEADLINE * len(words)
    numbers, runs, run, opening = [], [], [], True
    for i, (_, _, word) in enumerate(found):
        capital = word[0].isupper()
        number = vocabulary.get(word.lower().translate(_STRAIGHT))
        if number is None:
            number = NAME if capital else NUMBER if word[0].isdigit() else UNKNOWN
        if capital and not (opening and number != NAME) and not shouting and len(word) > 1:
            run.append(i)
        elif run:
            runs.append(run)
            run = []
        opening = word in _OPENING
        numbers.append(number)
    for places in [*runs, run]:
        if any(numbers[i] == NAME for i in places):
            for i in places:
                numbers[i] = NAME
    return [Piece(start, end, number) for (start, end, _), number in zip(found, numbers, strict=True)]


def mark_target(pieces: Sequence[Piece], start: int, end: int) -> tuple[list[int], int]:
    """List the numbers round a target given as characters [start, end), and where the target's mark stands.

    Names of several words are one mark. A target that meets no word is put in front.

    >>> mark_target([Piece(0, 3, 2), Piece(4, 7, 2), Piece(8, 11, 7)], 8, 11)
    ([2, 3], 1)
    """
    numbers: list[int] = []
    at = None
    for piece in pieces:
        if piece.start < end and piece.end > start:
            if at is None:
                at = len(numbers)
                numbers.append(TARGET)
        elif piece.number != NAME or not numbers or numbers[-1] != NAME:
            numbers.append(piece.number)
    if at is None:
        at, numbers = 0, [TARGET, *numbers]
    first = max(0, at - WINDOW)
    return numbers[first : at + WINDOW + 1], at - first


def around(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long text to the characters near the target, so that cost does not grow with the text.

    >>> around("Lee won", 0, 3)
    ('Lee won', 0, 3)
    """
    first, last = max(0, start - MARGIN), min(len(text), end + MARGIN)
    return text[first:last], start - first, end - first
