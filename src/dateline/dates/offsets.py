"""Days counted from a day that stands in the same phrase: the day before yesterday, a week from Tuesday,
the Monday after Easter, the last Friday of October."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.dates.days import WEEKDAY_KINDS, holiday, month_day, weekday
from dateline.dates.lengths import CLOCK_UNITS, count_of
from dateline.dates.phrase import Context, Phrase, Reading, dated
from dateline.dates.vocabulary import WEEKDAYS
from dateline.dates.years import MONTH_KINDS, month_alone, ordinal_of
from dateline.intervals import nth_weekday, shift, value_of, weekday_near

_SIGNS = {"before": -1, "after": 1, "from": 1}


def offset(phrase: Phrase, context: Context) -> Reading | None:
    """Read so many units, or a weekday, before or after a day named in the phrase."""
    at = next(number for number, kind in enumerate(phrase.kinds) if kind in _SIGNS)
    sign = _SIGNS[phrase.kinds[at]]
    left = Phrase(phrase.rule, phrase.words[:at], phrase.kinds[:at])
    right = Phrase(phrase.rule, phrase.words[at + 1 :], phrase.kinds[at + 1 :], phrase.after)
    base = _day_named(right, context)
    if base is None or base.interval is None or base.interval.grain != "day":
        return Reading("DATE", "XXXX-XX-XX", told=False)
    day = base.interval.first
    if left.has(*WEEKDAY_KINDS):
        near = weekday_near(day + timedelta(sign), WEEKDAYS[left.word(*WEEKDAY_KINDS)], sign)
        return dated(near.isoformat(), base.anchor)
    unit = left.unit()
    count = count_of(left) if left.words[0] not in ("the", unit) else 1
    if count is None or count != int(count) or unit in CLOCK_UNITS:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    found = shift(day, unit, sign * int(count))
    # A week from Tuesday is a Tuesday; the week after Easter is a week.
    grain = unit if left.words[0] in ("the", unit) or unit not in ("day", "week") else "day"
    return dated(value_of(found, grain), base.anchor) if found else None


def _day_named(phrase: Phrase, context: Context) -> Reading | None:
    if phrase.has("holiday"):
        return holiday(phrase, context)
    if phrase.has(*MONTH_KINDS):
        return month_day(phrase, context)
    if phrase.has(*WEEKDAY_KINDS):
        return weekday(phrase, context)
    if context.published is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(phrase.word("today"), 0)
    return dated((context.published + timedelta(step)).isoformat(), "published")


def week_after(phrase: Phrase, context: Context) -> Reading | None:
    """Read a week on Tuesday, Tuesday week, a week today: seven days after the next one."""
    if context.published is None:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    days = 14 if phrase.has("fortnight") else 7
    if phrase.has(*WEEKDAY_KINDS):
        number = WEEKDAYS[phrase.word(*WEEKDAY_KINDS)]
        base = weekday_near(context.published + timedelta(1), number, 1)
    else:
        named = _day_named(phrase, context)
        if named is None:
            return None
        base = named.days.first
    return dated((base + timedelta(days)).isoformat(), "published")


def before_last(phrase: Phrase, context: Context) -> Reading | None:
    """Read the Saturday before last, the week before last."""
    if context.published is None:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    if phrase.has(*WEEKDAY_KINDS):
        last = weekday_near(context.published - timedelta(1), WEEKDAYS[phrase.word(*WEEKDAY_KINDS)], -1)
        return dated((last - timedelta(7)).isoformat(), "published")
    day = shift(context.published, phrase.unit(), -2)
    return dated(value_of(day, phrase.unit()), "published") if day else None


def weekday_of_month(phrase: Phrase, context: Context) -> Reading | None:
    """Read the last Friday of October, the second Tuesday in March 2020, the first Monday of the month."""
    month = _month(phrase, context)
    if month is None or month.interval is None:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    first: date = month.interval.first
    nth = ordinal_of(phrase) or -1
    day = nth_weekday(first.year, first.month, WEEKDAYS[phrase.word(*WEEKDAY_KINDS)], nth)
    return dated(day.isoformat(), month.anchor) if day.month == first.month else None


def _month(phrase: Phrase, context: Context) -> Reading | None:
    if phrase.has(*MONTH_KINDS):
        at = next(number for number, kind in enumerate(phrase.kinds) if kind in MONTH_KINDS)
        return month_alone(Phrase("month", phrase.words[at:], phrase.kinds[at:]), context)
    if context.published is None:
        return None
    at = phrase.kinds.index("monthunit")
    step = (phrase.kinds[at - 1] == "next") - (phrase.kinds[at - 1] == "last")
    day = shift(context.published, "month", step)
    return dated(value_of(day, "month"), "published") if day else None
