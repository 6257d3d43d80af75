"""Periods of reports: quarters, halves, the year-ago quarter, the same period last year.

Figures are told of one period and compared with the same one of another year: "the quarter", "the latest
period" and "a year earlier" are counted from the period that the text reports on.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.dates.lengths import count_of, length_value
from dateline.dates.phrase import Context, DatePhrase, Phrase, Reading, dated
from dateline.dates.vocabulary import CARDINALS
from dateline.dates.years import ordinal_of, year_of
from dateline.intervals import shift, value_of

_ENDING = frozenset(("ended", "ending", "that ended", "which ended", "ended on", "ending on"))
_WEEK = 7
_MONTHS = {"quarter": 3, "half": 6, "year": 12}
_LENGTH = re.compile(r"P(\d{1,2})([MW])")


def quarter(phrase: Phrase, context: Context) -> Reading | None:
    """Read a quarter by its number, with or without its year; or the first two quarters of a year."""
    of_year, anchor = _year_named(phrase, context), ""
    if phrase.has("quarters"):
        return _quarters_of(phrase, of_year)
    number = int(phrase.word("day")) if phrase.has("q") else ordinal_of(phrase)
    if not number and of_year and phrase.has("quarter", "period"):
        if context.period is None:
            return dated(f"{of_year:04d}")
        return year_back(context.period, of_year - context.period.days.first.year)
    if not 1 <= number <= 4:
        return None
    if phrase.has("ago", "earlier") and context.published:
        of_year = of_year or context.published.year - 1
    if of_year is None and context.published:
        of_year, anchor = _year_of_quarter(number, context), "published"
    if of_year is None:
        return Reading("DATE", f"XXXX-Q{number}", told=False)
    return dated(f"{of_year:04d}-Q{number}", anchor)


def _year_named(phrase: Phrase, context: Context) -> int | None:
    if phrase.has("year", "yearunit") and not phrase.has("ago", "earlier"):
        return year_of(phrase, context)
    return None


def _quarters_of(phrase: Phrase, of_year: int | None) -> Reading | None:
    count, begin = CARDINALS.get(phrase.word("cardinal"), 0), 1
    if not of_year or not 1 <= count <= 4:
        return None
    if phrase.has("last"):
        begin = 5 - count
    if count == 2 and begin in (1, 3):
        return dated(f"{of_year:04d}-H{1 if begin == 1 else 2}")
    return dated(f"{of_year:04d}-Q{begin}/{of_year:04d}-Q{begin + count - 1}")


def _year_of_quarter(number: int, context: Context) -> int:
    """Take the quarter of this year, or last year's when this one is far off and nothing looks ahead."""
    published = context.day
    begin = date(published.year, 3 * number - 2, 1)
    last = dated(f"{published.year:04d}-Q{number}").days.last
    if begin > published:
        way = context.direction()
        return published.year - (way <= -1 or ((begin - published).days > 100 and way <= 0))
    return published.year + ((published - last).days > 150 and context.direction() > 0)


def same_period(phrase: Phrase, context: Context) -> Reading | None:
    """Read the same period last year, the corresponding quarter a year earlier."""
    told = context.period or context.told
    if phrase.has("units"):
        return Reading("DURATION", length_value(count_of(phrase), phrase.unit()), told=False)
    of_year = int(phrase.word("year") or 0)
    if not told and context.published and phrase.has("monthunit", "week"):
        unit = "month" if phrase.has("monthunit") else "week"
        told = dated(value_of(context.published, unit), "published")
    if not told:
        return dated(f"{of_year:04d}") if of_year else Reading("DATE", "PAST_REF", told=False)
    if phrase.has("this"):
        return told
    years = of_year - told.days.first.year if of_year else -1
    return year_back(told, years)


def year_ago(phrase: Phrase, context: Context) -> Reading | None:
    """Read the year-ago quarter, the year-earlier period, year-earlier results."""
    number = ordinal_of(phrase)
    if number and context.published:
        return dated(f"{context.published.year - 1:04d}-Q{number}", "published") if number < 5 else None
    if context.period:
        return year_back(context.period)
    if context.published is None:
        return Reading("DATE", "PAST_REF", told=False)
    return dated(f"{context.published.year - 1:04d}", "published")


def year_back(told: Reading, years: int = -1) -> Reading | None:
    """Move a reading by whole years, keeping its grain."""
    first = shift(told.days.first, "year", years)
    return dated(value_of(first, told.days.grain), told.value) if first else None


def running_quarter(phrase: Phrase, context: Context) -> Reading | None:
    """Read the quarter, this quarter, the latest quarter, next quarter, the previous quarter."""
    period, base, name = context.period, context.published, "published"
    step = phrase.has("next", "coming", "following") - phrase.has("last", "past", "previous")
    if not phrase.has("current", "next", "last", "past") and period and "-Q" in period.value:
        if not step:
            return period
        base, name = period.days.first, period.value
    if base is None:
        return Reading("DATE", "XXXX-QX", told=False)
    if not step and not phrase.has("this", "current"):
        return Reading("DATE", f"{base.year:04d}-QX", told=False)
    day = shift(base, "quarter", step)
    return dated(value_of(day, "quarter"), name) if day else None


def ended_on(phrase: DatePhrase, end: DatePhrase, between: str) -> DatePhrase | None:
    """Read a period by its last day: "the quarter ended Sept. 30", "the nine months ended June 30".

    Parameters
    ----------
    phrase, end : DatePhrase
        What may name a period, and the next phrase.
    between : str
        The text between them.

    Returns
    -------
    DatePhrase or None
        The period with its days; a numbered quarter keeps its number, which firms count from elsewhere. None where
        the second phrase does not end the first.
    """
    if between.strip(" ,").lower() not in _ENDING or end.last is None or end.grain not in ("day", "month"):
        return None
    unit = phrase.text.lower().replace("-", " ").split()[-1]
    length = _LENGTH.fullmatch(phrase.value)
    if unit == "week" or (length and length.group(2) == "W"):
        weeks = int(length.group(1)) if length else 1
        first = shift(end.last, "day", 1 - _WEEK * weeks)
    elif count := _MONTHS.get(unit) or (int(length.group(1)) if length else 0):
        first = _months_up_to(end.last, count)
    else:
        return None
    if first is None:
        return None
    phrase = phrase._replace(
        first=first, last=end.last, anchor=end.value, grain=phrase.grain or unit.rstrip("s")
    )
    if unit == "quarter":
        return _of_the_calendar(phrase, first, end.last)
    if unit in ("year", "week"):
        return phrase._replace(type="DURATION", value=f"P1{unit[0].upper()}", grain=unit)
    return phrase


def _of_the_calendar(phrase: DatePhrase, first: date, last: date) -> DatePhrase:
    """Name a quarter by the calendar where it has no number; one that ends by weeks keeps within its calendar's."""
    value = value_of(first + (last - first) / 2, "quarter")
    if phrase.value != value and not phrase.value.endswith("-QX"):
        return phrase
    days = dated(value).days
    if abs(days.last - last).days < _WEEK:
        first, last = max(first, days.first), min(last, days.last)
    return phrase._replace(value=value, first=first, last=last, grain="quarter")


def _months_up_to(last: date, count: int) -> date | None:
    """Find the first of so many months that end with a day: of whole months the first of one."""
    after = shift(last, "day", 1)
    if after is None or after.day > 1:
        return after and shift(after, "month", -count)
    return shift(last.replace(day=1), "month", 1 - count)
