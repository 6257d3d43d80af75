"""Counted parts of a named period: the first three months of 2022, the last week of August, the final quarter."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.dates.lengths import length_value
from dateline.dates.phrase import Context, Phrase, Reading, dated
from dateline.dates.vocabulary import number_of
from dateline.dates.years import MONTH_KINDS, month_alone, ordinal_of, year_of
from dateline.intervals import Interval, shift, value_of

_NAMED = ("day", "month", "quarter")  # parts that the calendar names; a week of a month is only counted


def part_of_period(phrase: Phrase, context: Context) -> Reading | None:
    """Read the first three months of 2022, the last week of August, the second day of next month.

    Counted from the first or the last day of the period; a part that leaves it is no part.
    """
    at = next(number for number, kind in enumerate(phrase.kinds) if kind in ("of", "in"))
    left = Phrase(phrase.rule, phrase.words[:at], phrase.kinds[:at])
    right = Phrase(phrase.rule, phrase.words[at + 1 :], phrase.kinds[at + 1 :], phrase.after)
    whole, unit = _period(right, context), left.unit()
    numbers = left.all("cardinal", "day")
    count = int(number_of(numbers) or 1) if numbers else 1
    value = length_value(count, unit)
    if whole is None or whole.interval is None or (not numbers and left.has("units", "quarters")):
        return Reading("DURATION", value, told=False)
    days = _counted(whole.interval, unit, count, ordinal_of(left))
    if days is None:
        return Reading("DURATION", value, told=False)
    if numbers:
        return Reading("DURATION", value, days, whole.anchor, told=False)
    if unit == "weekend":
        return dated(value_of(days.first, "weekend"), whole.anchor)
    if unit in _NAMED:
        return dated(value_of(days.first, unit), whole.anchor)
    return Reading("DATE", value_of(days.first + timedelta(3), "week"), days, whole.anchor)


def _period(phrase: Phrase, context: Context) -> Reading | None:
    if phrase.has(*MONTH_KINDS):
        return month_alone(phrase, context)
    if phrase.has("monthunit"):
        step = phrase.has("next") - phrase.has("last")
        day = context.published and shift(context.published.replace(day=1), "month", step)
        return dated(value_of(day, "month"), "published") if day else None
    year = year_of(phrase, context)
    return dated(f"{year:04d}", "" if phrase.has("year") else "published") if year else None


def _counted(whole: Interval, unit: str, count: int, nth: int) -> Interval | None:
    """Count units from the start of a period (nth 1: the first ones), or back from its end (nth 0)."""
    if unit == "weekend":
        first = _weekend(whole, nth)
        return Interval(first, first + timedelta(1), "weekend") if first else None
    if nth:
        first = shift(whole.first, unit, (nth - 1) * count)
        after = first and shift(first, unit, count)
    else:
        after = whole.last + timedelta(1)
        first = shift(after, unit, -count)
    if first is None or after is None:
        return None
    last = after - timedelta(1)
    return Interval(first, last, unit) if whole.first <= first and last <= whole.last else None


def _weekend(whole: Interval, nth: int) -> date | None:
    """Find the nth Saturday of a period, or its last one (nth 0)."""
    if not nth:
        found = whole.last - timedelta((whole.last.weekday() - 5) % 7)
    else:
        found = whole.first + timedelta((5 - whole.first.weekday()) % 7 + 7 * (nth - 1))
    return found if whole.first <= found <= whole.last else None
