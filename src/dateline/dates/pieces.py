"""Cut a text into the pieces that the grammar of dates reads: one symbol and one span a piece."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.dates.holidays import first_words
from dateline.dates.vocabulary import FIXED, MONTHS, NAME_MONTHS, SYMBOL, WEEKDAYS

_PIECE = re.compile(
    r"""[AaPp]\.\s?[Mm]\b\.?
    |[^\W\d_]+
    |(?:['’‘`]\d0|\d0|\d{3}0)s\b
    |\b9/11\b
    |\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d])
    |\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)
    |\d{1,2}\.\d{1,2}\.\d{4}(?!\d)
    |\d{1,2}:\d\d(?::\d\d)?(?!\d)
    |\d{1,2}\.\d\d(?=\s?[AaPp]\.?[Mm]\b)
    |\d+(?:st|nd|rd|th)\b
    |\d+(?:,\d{3})*(?:\.\d+)?
    |['’]s\b
    |\n[ \t\r]*\n
    |[^\w\s]""",
    re.VERBOSE,
)


def pieces_of(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Cut a text into pieces: one symbol a piece in one string, and the [start, end) of each piece.

    The name of a holiday is one piece, however many words it has.
    """
    spans: list[tuple[int, int]] = []
    symbols: list[str] = []
    openings: list[int] = []
    opening = first_words()
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece in opening:
            openings.append(len(spans))
        spans.append(match.span())
        symbols.append(symbol_of(piece))
    if openings:
        return _with_holidays(text, spans, symbols, openings)
    return "".join(symbols), spans


def _with_holidays(
    text: str, spans: list[tuple[int, int]], symbols: list[str], openings: list[int]
) -> tuple[str, list[tuple[int, int]]]:
    """Join the pieces of each holiday's name into one piece."""
    new_spans: list[tuple[int, int]] = []
    new_symbols: list[str] = []
    done = 0
    for begin in openings:
        if begin < done:
            continue
        size = _holiday_at(text, spans, begin)
        if size:
            new_spans += spans[done:begin]
            new_symbols += symbols[done:begin]
            new_spans.append((spans[begin][0], spans[begin + size - 1][1]))
            new_symbols.append(SYMBOL["holiday"])
            done = begin + size
    return "".join(new_symbols + symbols[done:]), new_spans + spans[done:]


def _holiday_at(text: str, spans: list[tuple[int, int]], begin: int) -> int:
    """Count the pieces of the holiday whose name begins at a piece, 0 if none does."""
    first = text[slice(*spans[begin])]
    for parts in first_words()[first]:
        words = (text[start:end] for start, end in spans[begin : begin + len(parts)])
        if tuple(word.lower().replace("’", "'") for word in words) == parts:
            return len(parts)
    return 0


@lru_cache(65536)
def symbol_of(piece: str) -> str:
    """Give the symbol of one piece of text."""
    return SYMBOL[_class_of(piece)]


def _class_of(piece: str) -> str:
    low = piece.lower()
    if piece[0].isdecimal() or (piece[-1] == "s" and piece[:2].strip("'’‘`").isdecimal()):
        return _number_class(low)
    if low in MONTHS:
        if not piece[0].isupper():
            return "month" if len(low) > 4 and low not in NAME_MONTHS else "plain"
        return (
            "namemonth" if low in NAME_MONTHS else "month" if len(low) > 4 or low == "july" else "shortmonth"
        )
    if low in WEEKDAYS:
        return "weekday" if low.endswith("day") else "shortday" if piece[0].isupper() else "plain"
    if low in ("'s", "’s"):
        return "possessive"
    if low[0] == "\n":
        return "paragraph"
    if low[0] in "ap" and "." in low:
        return "ampm"
    return FIXED.get(low, "plain")


def _number_class(piece: str) -> str:
    if piece.isdecimal():
        if len(piece) < 3:
            return "day" if 1 <= int(piece) <= 31 else "number"
        return "year" if len(piece) == 4 and "1000" <= piece < "2200" else "number"
    if piece[4:5] == "-":
        return "iso"
    if piece[-1] == "s":
        return "decadenum"
    if piece[-1] in "tdh":
        return "ordnum" if len(piece) < 5 else "plain"
    if piece == "9/11":
        return "nineeleven"
    if "/" in piece or piece.count(".") == 2:
        return "slashed"
    return "clock" if ":" in piece else "number"
