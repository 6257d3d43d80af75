"""Lengths of time: ten years, two-day, several months, a while; and the past three months, the next two weeks."""

from __future__ import annotations

import math
from datetime import date

from dateline.dates.phrase import Context, Phrase, Reading
from dateline.dates.vocabulary import number_of
from dateline.intervals import Interval, shift

CODES = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
_SMALLER = {
    "century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "week": ("day", 7), "day": ("hour", 24),
    "hour": ("minute", 60), "minute": ("second", 60),
}  # fmt: skip
CLOCK_UNITS = ("second", "minute", "hour")
_NUMBERS = (
    "cardinal", "centuryword", "scale", "day", "number", "year", "few", "couple", "dozen", "half", "slash", "a",
)  # fmt: skip


def count_of(phrase: Phrase) -> float | None:
    """Give the number in a phrase, None when it is vague (few, several) or missing.

    Of a span of numbers (two or three, 12 to 18) the first counts.
    """
    if phrase.words[:4] == ["a", "quarter", "of", "a"]:
        return 0.25
    words: list[str] = []
    for word, kind in zip(phrase.words, phrase.kinds, strict=True):
        span = kind == "hyphen" and words[-1:] and words[-1][0].isdecimal() and not phrase.has("slash")
        if words and (kind in ("to", "or", "and", "of") or span):
            break
        if kind in _NUMBERS:
            words.append(word)
    if "half" in phrase.kinds and "and" in phrase.kinds:
        return (number_of([word for word in words if word != "half"]) or 1) + 0.5
    return number_of(words) if words else None


def length_value(count: float | None, unit: str) -> str:
    """Write a length as a TIMEX3 value; a vague count is X.

    >>> length_value(2.5, "year"), length_value(None, "week"), length_value(90, "minute")
    ('P2Y6M', 'PXW', 'PT90M')
    """
    time = "T" if unit in CLOCK_UNITS else ""
    if count is None:
        return f"P{time}X{CODES[unit]}"
    if unit in ("decade", "century", "fortnight", "quarter"):
        count *= {"decade": 10, "century": 100, "fortnight": 2, "quarter": 3}[unit]
        unit = {"fortnight": "week", "quarter": "month"}.get(unit, "year")
    whole, rest = int(count), count - int(count)
    if rest and unit in _SMALLER:
        smaller, times = _SMALLER[unit]
        head = f"{whole}{CODES[unit]}" if whole else ""
        mark = "T" if smaller in CLOCK_UNITS and not time else ""
        return f"P{time}{head}{mark}{round(rest * times)}{CODES[smaller]}"
    return f"P{time}{whole}{CODES[unit]}"


def duration(phrase: Phrase, context: Context) -> Reading | None:
    """Read a length of time that is tied to no day."""
    unit = "century" if phrase.has("century") else phrase.unit()
    if not unit:
        return Reading("DURATION", "PXM" if phrase.has("some") else "PXX", told=False)
    count = count_of(phrase)
    if count is None and not phrase.has("few", "units", "quarters", "couple", "dozen"):
        count = 1
    return Reading("DURATION", length_value(count, unit), told=False)


def stretch(phrase: Phrase, context: Context) -> Reading | None:
    """Read a counted stretch that touches publication, or the first months of a year."""
    unit, count = phrase.unit(), count_of(phrase)
    value = length_value(count, unit)
    published = context.published
    if unit == "hour" and count is not None and published is not None:
        return _hours(phrase, value, published, count)
    whole = None if count is None or count != int(count) or unit in CLOCK_UNITS else int(count)
    if whole is None:
        return Reading("DURATION", value, told=False)
    if phrase.has("ordinal") and phrase.has("of") and phrase.word("year"):
        first = date(int(phrase.word("year")), 1, 1)
        end = shift(first, unit, whole)
        return Reading("DURATION", value, _between(first, end and shift(end, "day", -1), unit), told=False)
    if phrase.words[:2] == ["the", "first"] and unit in ("month", "quarter") and context.period is not None:
        return Reading("DURATION", value, _of_the_year(context.period, unit, whole, phrase.after), told=False)
    if published is None:
        return Reading("DURATION", value, told=False)
    if phrase.has("last", "past", "latest", "recent"):
        days = _between(shift(published, unit, -whole), published, unit)
        return Reading("DURATION", value, days, "published", told=False)
    if phrase.has("next", "coming"):
        days = _between(published, shift(published, unit, whole), unit)
        return Reading("DURATION", value, days, "published", told=False)
    return Reading("DURATION", value, told=False)


def _of_the_year(period: Reading, unit: str, count: int, after: str) -> Interval | None:
    """Read the first nine months in a report of figures: those of its year; "of the war" counts from elsewhere."""
    if period.interval is None or after == "of":
        return None
    first = date(period.interval.first.year, 1, 1)
    after_it = shift(first, unit, count)
    last = shift(after_it, "day", -1) if after_it else None
    return _between(first, last, unit) if last and last.year == first.year else None


def _hours(phrase: Phrase, value: str, published: date, count: float) -> Reading:
    """Read the last 48 hours, the next 24 hours: the days that they touch."""
    far = shift(published, "day", math.ceil(count / 24) * (1 if phrase.has("next", "coming") else -1))
    if far is None or not phrase.has("next", "coming", "last", "past", "latest", "recent"):
        return Reading("DURATION", value, told=False)
    days = _between(min(far, published), max(far, published), "day")
    return Reading("DURATION", value, days, "published", told=False)


def _between(first: date | None, last: date | None, unit: str) -> Interval | None:
    return Interval(first, last, unit) if first and last and first <= last else None


def past_unit(unit: str, anchor: date) -> Reading:
    """Read the past year, the past week: the stretch of one unit that ends at the anchor."""
    days = _between(shift(anchor, unit, -1), anchor, unit)
    return Reading("DURATION", length_value(1, unit), days, "published", told=False)
