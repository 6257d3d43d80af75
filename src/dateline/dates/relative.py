"""Phrases counted from another day: today, last week, two years ago, three days later, the quarter."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.dates.absolute import full_year, narrowed, ordinal_of, timed, year_of
from dateline.dates.phrase import Context, Phrase, Reading, dated
from dateline.dates.words import CARDINALS, ORDINALS, number_of
from dateline.intervals import Interval, interval_of, shift, value_of

_CODES = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
NUMBER_KINDS = ("cardinal", "scale", "day", "number", "year", "few", "couple", "dozen", "half", "slash", "a")


def today(phrase: Phrase, context: Context) -> Reading | None:
    """Read today, yesterday, tomorrow, tonight, last night, this morning, the day before yesterday."""
    name, anchor = "published", context.published
    step = {"yesterday": -1, "tomorrow": 1}.get(phrase.word("today"), 0)
    if phrase.has("dayunit"):
        step += 1 if phrase.has("after") else -1
    elif phrase.has("last"):
        step = -1
    elif phrase.has("previous", "next", "following"):
        step = -1 if phrase.has("previous") else 1
        anchor, name = context.told_day, context.told.value if context.told else ""
    if anchor is None:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    return timed(dated((anchor + timedelta(step)).isoformat(), name), phrase)


def ago(phrase: Phrase, context: Context) -> Reading | None:
    """Read so many units before (ago) or after (from now, hence) publication."""
    sign = -1 if phrase.has("ago") else 1
    unit, count = phrase.unit(), _count(phrase)
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", told=False)
    if context.published is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", told=False)
    if unit == "year" and count == 1 and sign < 0 and context.comparing:
        return _same_period(context.comparing, -1)
    return _counted(context.published, unit, sign * count, "published")


def later(phrase: Phrase, context: Context) -> Reading | None:
    """Read so many units after or before the date told last."""
    sign = -1 if phrase.has("earlier", "before", "previous") else 1
    unit, count = phrase.unit(), _count(phrase) if phrase.has(*NUMBER_KINDS) else 1
    told = context.told
    if unit == "year" and count == 1 and context.comparing and sign < 0:
        return _same_period(context.comparing, -1)
    if count is None or told is None or told.interval is None:
        return (
            Reading("DURATION", duration_of(phrase), told=False)
            if phrase.has(*NUMBER_KINDS)
            else Reading("DATE", "XXXX-XX-XX", told=False)
        )
    return _counted(told.interval.first, unit, sign * count, told.value, told.interval.grain)


def _same_period(told: Reading, years: int) -> Reading | None:
    first = shift(told.interval.first, "year", years)
    return dated(value_of(first, told.interval.grain), told.value) if first else None


def _counted(start: date, unit: str, count: float, anchor: str, grain: str = "day") -> Reading | None:
    """Count from a day; the answer is as exact as its unit, and as what it was counted from."""
    if unit in ("second", "minute", "hour"):
        hours = {"hour": 24, "minute": 1440, "second": 86400}[unit]
        day = shift(start, "day", int(count / hours))
        return dated(day.isoformat(), anchor) if day else None
    if count != int(count):
        twelfths = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}.get(
            unit, ("day", 7)
        )
        unit, count = twelfths[0], int(count * twelfths[1])
    day = shift(start, unit, int(count))
    if day is None:
        return None
    of = {"fortnight": "week", "decade": "year", "century": "year", "millennium": "year"}.get(unit, unit)
    if unit == "day" and grain in ("week", "month", "quarter", "season", "year", "decade", "century"):
        of = grain
    return dated(value_of(day, of), anchor)


def _count(phrase: Phrase) -> float | None:
    words = phrase.all(*NUMBER_KINDS)
    return number_of(words) if words else None


def deictic(phrase: Phrase, context: Context) -> Reading | None:
    """Read last week, this month, next year, that day, the following quarter, the weekend."""
    unit = phrase.unit()
    if phrase.has("units", "quarters"):
        return _vague_units(phrase, unit)
    if unit == "period":
        return context.comparing or None
    if unit in ("second", "minute", "hour"):
        return Reading("DURATION", f"PT1{_CODES[unit]}", told=False)
    if unit == "quarter":
        return _deictic_quarter(phrase, context)
    anchor, name = context.published, "published"
    step = 0
    if phrase.has("last", "past"):
        step = -1
    elif phrase.has("next", "coming"):
        step = 1
    elif phrase.has("that", "same", "previous", "following"):
        anchor, name = context.told_day, context.told.value if context.told else ""
        step = phrase.has("following") - phrase.has("previous")
    elif phrase.words[0] == "the" and phrase.words[1] == unit and unit != "weekend":
        return _bare_unit(phrase, context, unit)
    if anchor is None:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    if phrase.has("past") and not phrase.has("this"):
        return _past_unit(phrase, unit, anchor)
    if unit == "day" and phrase.has("next"):
        anchor, name = context.told_day or anchor, context.told.value if context.told else name
    if unit == "weekend":
        return _weekend(phrase, context, anchor, step)
    day = shift(anchor, unit, step)
    if day is None:
        return None
    grain = {"fortnight": "week", "millennium": "century"}.get(unit, unit)
    if (phrase.has("hyphen", "end") and phrase.words[-1] == "end") or "end" in phrase.kinds:
        return narrowed(dated(value_of(day, grain), name), phrase)
    return narrowed(dated(value_of(day, grain), name), phrase)


def _weekend(phrase: Phrase, context: Context, anchor: date, step: int) -> Reading:
    direction = context.direction()
    if step == 0 and anchor.weekday() < 5 and direction < 0 and not phrase.has("this"):
        step = -1
    if step < 0 and anchor.weekday() >= 5 and not phrase.has("last"):
        step = 0
    return dated(value_of(anchor + timedelta(7 * step), "weekend"), "published")


def _bare_unit(phrase: Phrase, context: Context, unit: str) -> Reading | None:
    told = context.told
    if unit in ("year",) and not phrase.has("end", "early", "late", "middle", "start", "earlier", "later"):
        return Reading("DURATION", "P1Y", told=False)
    if context.published is None and not (told and told.interval):
        return Reading("DURATION", f"P1{_CODES[unit]}", told=False)
    anchor, name = context.published, "published"
    if anchor is None or (unit == "day" and told):
        anchor, name = context.told_day, told.value
    return narrowed(dated(value_of(anchor, unit), name), phrase)


def _past_unit(phrase: Phrase, unit: str, anchor: date) -> Reading:
    """Read the past year or the past week: the stretch of one unit that ends at the anchor."""
    first = shift(anchor, unit, -1)
    return Reading(
        "DURATION",
        f"P1{_CODES[unit]}" if unit != "decade" else "P10Y",
        Interval(first, anchor, unit),
        "published",
        False,
    )


def _vague_units(phrase: Phrase, unit: str) -> Reading:
    if phrase.has("these"):
        return Reading("DATE", "PRESENT_REF", told=False)
    time = "T" if unit in ("second", "minute", "hour") else ""
    if phrase.has("recent", "past", "last", "previous"):
        return (
            Reading("DATE", "PAST_REF", told=False)
            if unit == "year"
            else Reading("DURATION", f"P{time}X{_CODES[unit]}", told=False)
        )
    if phrase.has("coming", "next", "following", "future"):
        return Reading("DATE", "FUTURE_REF", told=False)
    return Reading("DURATION", f"P{time}X{_CODES[unit]}", told=False)


def _deictic_quarter(phrase: Phrase, context: Context) -> Reading | None:
    told, step = context.comparing, 0
    if phrase.has("next", "coming"):
        step = 1
    elif phrase.has("last", "past", "previous"):
        step = -1
    elif told and not phrase.has("current"):
        return told
    base, name = context.published, "published"
    if phrase.has("following", "previous") and told:
        base, name, step = told.interval.first, told.value, phrase.has("following") - phrase.has("previous")
    if base is None:
        return Reading("DATE", "XXXX-QX", told=False)
    if step == 0 and not phrase.has("this", "current"):
        return Reading("DATE", f"{base.year:04d}-QX", told=False)
    return dated(value_of(shift(base, "quarter", step), "quarter"), name)


def quarter(phrase: Phrase, context: Context) -> Reading | None:
    """Read a quarter by its number and year, a year-ago quarter, or several quarters of a year."""
    number = ordinal_of(phrase) or (int(phrase.word("day") or 0) if phrase.has("q") else 0)
    told = context.comparing
    if phrase.has("quarters"):
        count = CARDINALS.get(phrase.word("cardinal"), 0)
        of_year = year_of(phrase, context)
        return dated(f"{of_year}-H{1 if number == 1 else 2}") if count == 2 and of_year else None
    if phrase.has("ago", "earlier"):
        if number and context.published:
            return dated(f"{context.published.year - 1}-Q{number}", "published")
        if told:
            return _same_period(told, -1)
        if context.published is None:
            return Reading("DATE", "PAST_REF", told=False)
        return dated(f"{context.published.year - 1:04d}", "published")
    if not number:
        of_year = year_of(phrase, context)
        if not of_year:
            return None
        if told and told.interval.grain == "quarter":
            return dated(f"{of_year:04d}-{told.value[-2:]}", told.value)
        return dated(f"{of_year:04d}")
    if number > 4:
        return None
    of_year, anchor = year_of(phrase, context), ""
    if phrase.has("yearunit") and not phrase.has("this", "last", "next", "that"):
        of_year = of_year if phrase.has("year") else None
    if of_year is None and context.published:
        of_year, anchor = _year_of_quarter(number, context), "published"
    if of_year is None:
        return Reading("DATE", f"XXXX-Q{number}", told=False)
    return dated(f"{of_year:04d}-Q{number}", anchor)


def _year_of_quarter(number: int, context: Context) -> int:
    published = context.published
    begin = date(published.year, 3 * number - 2, 1)
    if context.direction() > 0:
        return published.year + (interval_of(f"{published.year:04d}-Q{number}").last < published)
    return published.year - (begin > published and (begin - published).days > 120)


def span_of_time(phrase: Phrase, context: Context) -> Reading | None:
    """Read the past three months, the next two weeks, the last decade: stretches that touch publication."""
    unit, count = phrase.unit(), _count(phrase)
    value = duration_of(phrase)
    published = context.published
    if count is None or published is None or unit in ("second", "minute", "hour") or count != int(count):
        return Reading("DURATION", value, told=False)
    if phrase.has("last", "past", "latest", "recent"):
        first = shift(published, unit, -int(count))
        return Reading("DURATION", value, first and Interval(first, published, unit), "published", False)
    if phrase.has("next", "coming"):
        last = shift(published, unit, int(count))
        return Reading("DURATION", value, last and Interval(published, last, unit), "published", False)
    return Reading("DURATION", value, told=False)


def duration(phrase: Phrase, context: Context) -> Reading | None:
    """Read a length of time: ten years, two-day, several months, a while."""
    return Reading("DURATION", duration_of(phrase), told=False)


def duration_of(phrase: Phrase) -> str:
    """Write the length that a phrase names as a TIMEX3 value: P3M, PT2H, PXY, P2Y6M."""
    unit = phrase.unit()
    if not unit:
        return "PXM" if phrase.has("some") else "PXX"
    time = "T" if unit in ("second", "minute", "hour") else ""
    words = phrase.all(*NUMBER_KINDS)
    count = number_of(words) if words else (None if phrase.has("units", "quarters") else 1)
    if phrase.has("half") and phrase.has("and") and count is not None:
        count = (number_of([word for word in words if word != "half"][:1]) or 1) + 0.5
    if count is None:
        return f"P{time}X{_CODES[unit]}"
    if unit in ("decade", "century", "fortnight"):
        count, unit = (
            count * {"decade": 10, "century": 100, "fortnight": 2}[unit],
            {"fortnight": "week"}.get(unit, "year"),
        )
    if count != int(count):
        smaller = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60), "day": ("TH", 24)}.get(unit)
        if smaller and count * smaller[1] == int(count * smaller[1]):
            whole = f"{int(count)}{_CODES[unit]}" if count >= 1 else ""
            rest = f"{round(count % 1 * smaller[1])}{smaller[0][-1]}"
            return f"P{time}{whole}{'T' if smaller[0] == 'TH' else ''}{rest}"
    if unit == "quarter":
        count, unit = count * 3, "month"
    return f"P{time}{int(count) if count == int(count) else count}{_CODES[unit]}"


__all__ = ["ago", "deictic", "duration", "full_year", "later", "quarter", "span_of_time", "today"]
_ = ORDINALS
