"""Phrases counted from another day: today, last week, two years ago, three days later, that year."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.dates.clock import timed
from dateline.dates.lengths import CLOCK_UNITS, CODES, count_of, length_value, past_unit
from dateline.dates.periods import running_quarter, year_back
from dateline.dates.phrase import Context, Phrase, Reading, dated
from dateline.dates.years import narrowed
from dateline.intervals import shift, value_of

_UNKNOWN = Reading("DATE", "XXXX-XX-XX", told=False)
_YEARS = ("year", "decade", "century")  # told some way off, no "week later" is counted from them
_COARSE = ("week", "month", "quarter", "half", "season", "year", "decade", "century")


def today(phrase: Phrase, context: Context) -> Reading | None:
    """Read today, yesterday, tomorrow, tonight, last night, this morning, overnight."""
    name, anchor = "published", context.published
    step = {"yesterday": -1, "tomorrow": 1}.get(phrase.word("today"), 0)
    if phrase.has("last"):
        step = -1
    elif phrase.has("previous", "next", "following"):
        step = -1 if phrase.has("previous") else 1
        anchor, name = context.told_day, context.told_value
        if _is_coarser(context, "day"):
            anchor = None
    elif phrase.has("mid") and context.told_day and not _is_coarser(context, "day"):
        anchor, name = context.told_day, context.told_value
    if phrase.words[0] in ("dawn", "dusk"):
        exact = context.told_day and not _is_coarser(context, "day")
        anchor, name = (context.told_day, context.told_value) if exact else (None, "")
    if anchor is None:
        return timed(_UNKNOWN, phrase)
    reading = timed(dated((anchor + timedelta(step)).isoformat(), name), phrase)
    # "Today" often means these days: no story goes on from it.
    return reading._replace(told="today" not in phrase.words)


def ago(phrase: Phrase, context: Context) -> Reading | None:
    """Read so many units before (ago) or after (from now, hence) publication."""
    sign = -1 if phrase.has("ago", "back") else 1
    unit, count = phrase.unit(), count_of(phrase)
    if count is None or context.published is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", told=False)
    if phrase.has("today") and count == int(count) and unit not in CLOCK_UNITS:
        day = shift(context.published, unit, sign * int(count))  # "six months ago today": to the day
        step = {"yesterday": -1, "tomorrow": 1}.get(phrase.word("today"), 0)
        return dated((day + timedelta(step)).isoformat(), "published") if day else None
    if unit == "year" and count == 1 and sign < 0 and context.period:
        return year_back(context.period)
    return counted(context.published, unit, sign * count, "published")


def later(phrase: Phrase, context: Context) -> Reading | None:
    """Read so many units after or before what was told last; without that, only the length is known."""
    sign = -1 if phrase.has("earlier", "before", "previous") else 1
    unit, told = phrase.unit(), context.told
    count = 1 if phrase.words[0] == "the" else count_of(phrase)
    if unit == "year" and count == 1 and sign < 0 and context.period:
        return year_back(context.period)
    if unit in CLOCK_UNITS and context.published and (told is None or not context.near):
        today = dated(context.published.isoformat()).interval
        return Reading("DURATION", length_value(count, unit), today, "published", told=False)
    far = told is not None and not context.near and unit != "year" and context.told_grain in _YEARS
    if count is None or told is None or told.interval is None or far:
        return Reading("DURATION", length_value(count, unit), told=False)
    if unit == "year" and count == 1 and told.interval.grain in ("month", "quarter", "half", "season"):
        return year_back(told, sign)
    if unit == "period":
        return None
    if unit in CLOCK_UNITS:
        day = told.interval if told.interval.grain == "day" else None
        return Reading("DURATION", length_value(count, unit), day, told.value if day else "", told=False)
    found = counted(told.interval.first, unit, sign * count, told.value, told.interval.grain)
    ahead = found and found.interval and context.published and found.interval.first > context.published
    if ahead and told.interval.first <= context.day and context.direction() <= 0:
        # What is told as done can't lie ahead: it was counted from something else.
        return Reading("DURATION", length_value(count, unit), told=False)
    return found


def counted(start: date, unit: str, count: float, anchor: str, grain: str = "day") -> Reading | None:
    """Count from a day; the answer is as exact as its unit, and as what it was counted from."""
    if unit in CLOCK_UNITS:
        hours = {"hour": 24, "minute": 1440, "second": 86400}[unit]
        day = shift(start, "day", int(count / hours))
        return dated(day.isoformat(), anchor) if day else None
    if count != int(count):
        smaller, times = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}.get(
            unit, ("day", 7)
        )
        unit, count = smaller, count * times
    day = shift(start, unit, int(count))
    if day is None:
        return None
    of = {"fortnight": "week", "decade": "year", "century": "year", "millennium": "year"}.get(unit, unit)
    if grain in _COARSE and (of not in _COARSE or _COARSE.index(grain) > _COARSE.index(of)):
        of = grain
    return dated(value_of(day, of), anchor)


def deictic(phrase: Phrase, context: Context) -> Reading | None:
    """Read last week, this month, next year, that day, the following year, the weekend, the end of the year."""
    unit = phrase.unit()
    if phrase.has("units", "quarters"):
        return _vague_units(phrase, unit)
    if unit == "period":
        return context.period if phrase.has("latest", "same", "that", "current") else None
    if unit in CLOCK_UNITS:
        return _moment(phrase, unit)
    if unit == "quarter":
        return running_quarter(phrase, context)
    if unit == "weekend":
        return _weekend(phrase, context)
    if phrase.kinds[-1] == "end" and unit == "year" and phrase.has("hyphen"):
        if context.published is None:
            return _UNKNOWN
        return dated(f"{context.published.year - (context.direction() < 0):04d}-12-31", "published")
    step, anchor, name = _step(phrase, context, unit)
    if anchor is None:
        return _UNKNOWN
    if phrase.has("past") and not phrase.has("this"):
        return past_unit(unit, anchor)
    if name == context.told_value and _is_coarser(context, unit):
        return narrowed(dated(context.told_value, name), phrase) if not step else _UNKNOWN
    if phrase.words[:2] == ["the", unit] and unit == "year" and len(phrase.words) == 2:
        return Reading("DURATION", "P1Y", told=False)
    day = shift(anchor, unit, step)
    grain = {"fortnight": "week", "millennium": "century"}.get(unit, unit)
    return (
        _beside_today(narrowed(dated(value_of(day, grain), name), phrase), phrase, context) if day else None
    )


def _beside_today(reading: Reading, phrase: Phrase, context: Context) -> Reading:
    """End "earlier this week" on the day before publication, begin "later this month" on the day after."""
    whole, today = reading.interval, context.published
    if whole is None or today is None or not phrase.has("this") or not whole.first < today < whole.last:
        return reading
    if phrase.kinds[0] == "earlier":
        return reading._replace(interval=whole._replace(last=today - timedelta(1)))
    if phrase.kinds[0] == "later":
        return reading._replace(interval=whole._replace(first=today + timedelta(1)))
    return reading


def _is_coarser(context: Context, unit: str) -> bool:
    """Tell whether what was told last is no more exact than a unit: no day follows from a year."""
    grain = context.told.interval.grain if context.told and context.told.interval else "day"
    return grain in _COARSE and (unit not in _COARSE or _COARSE.index(grain) > _COARSE.index(unit))


def _step(phrase: Phrase, context: Context, unit: str) -> tuple[int, date | None, str]:
    """Tell how many units to go from which day: from publication, or from what was told last."""
    told = context.told_day
    if phrase.has("last", "past"):
        return -1, context.published, "published"
    if phrase.has("next", "coming"):
        grain = context.told_grain
        after = grain == "day" or (unit == "year" and grain in _COARSE and context.direction() < 0)
        if phrase.words[0] == "the" and told and after:
            return 1, told, context.told_value
        return 1, context.published, "published"
    if phrase.has("that", "same", "previous", "following"):
        return phrase.has("following") - phrase.has("previous"), told, context.told_value
    if unit == "day":
        return 0, told or context.published, context.told_value or "published"
    return 0, context.published, "published"


def _moment(phrase: Phrase, unit: str) -> Reading:
    if phrase.has("last", "that", "same", "previous", "following"):
        return Reading("DURATION", f"PT1{CODES[unit]}", told=False)
    return Reading("DATE", "PRESENT_REF", told=False)


def _weekend(phrase: Phrase, context: Context) -> Reading:
    """Read a weekend: past tense on a weekday means the one before; on its own days, this one."""
    anchor = context.published
    if phrase.has("that", "same", "previous", "following"):
        step, anchor, name = _step(phrase, context, "weekend")
        return dated(value_of(anchor + timedelta(7 * step), "weekend"), name) if anchor else _UNKNOWN
    if anchor is None:
        return Reading("DATE", "XXXX-WXX-WE", told=False)
    inside = anchor.weekday() >= 5
    if phrase.has("last"):
        step = -1
    elif phrase.has("next"):
        step = 1
    elif phrase.has("coming"):
        step = int(inside)
    elif phrase.has("past") or (not phrase.has("this") and context.direction() <= 0):
        step = 0 if inside else -1
    else:
        step = -1 if phrase.has("this") and anchor.weekday() < 2 and context.direction() < 0 else 0
    return dated(value_of(anchor + timedelta(7 * step), "weekend"), "published")


def _vague_units(phrase: Phrase, unit: str) -> Reading:
    if phrase.has("these"):
        return Reading("DATE", "PRESENT_REF", told=False)
    if phrase.has("recent", "past", "last", "previous") and unit == "year":
        return Reading("DATE", "PAST_REF", told=False)
    if phrase.has("coming", "next", "following") and unit in ("year", "month", "quarter", "decade"):
        return Reading("DATE", "FUTURE_REF", told=False)
    return Reading("DURATION", length_value(None, unit), told=False)
