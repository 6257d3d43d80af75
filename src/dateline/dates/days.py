"""Days: December 7th, Tuesday, Christmas Eve, 12/29/2021, the week of March 6; and lists of days.

Where the year is left out it comes from publication, by nearness and by the tense of the verb.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

from dateline.dates.clock import timed
from dateline.dates.holidays import holiday_in, named_day
from dateline.dates.phrase import Context, Phrase, Reading, dated
from dateline.dates.vocabulary import MONTHS, ORDINALS, WEEKDAYS
from dateline.dates.years import MONTH_KINDS, narrowed, year_of
from dateline.intervals import nearest, shift, value_of, weekday_near, year_near
from dateline.language.tokens import Tokens

WEEKDAY_KINDS = ("weekday", "shortday")
DAY_KINDS = ("day", "ordnum", "ordinal", "second")


def month_day(phrase: Phrase, context: Context) -> Reading | None:
    """Read a month and day, with or without the weekday and the year."""
    if (short := _short_year(phrase, context)) is not None:
        return short
    numbers = days_named(phrase)
    return day_of_month(phrase, context, numbers[0]) if numbers else None


def _short_year(phrase: Phrase, context: Context) -> Reading | None:
    """Read 19-Nov-12 and 19 Nov 12; None for any other form."""
    parts = [at for at, kind in enumerate(phrase.kinds) if kind not in ("hyphen", "dot", "approx", "daypart")]
    kinds = [phrase.kinds[at] for at in parts]
    if (
        len(parts) != 3
        or kinds[0] != "day"
        or kinds[1] not in MONTH_KINDS
        or kinds[2] not in ("day", "number")
    ):
        return None
    day, month, year = (phrase.words[at] for at in parts)
    if len(year) != 2:
        return None
    found = dated(f"{_full_year(year, context)}-{MONTHS[month]:02d}-{int(day):02d}")
    return found if found.interval else None


def _full_year(year: str, context: Context) -> str:
    """Write the two figures of a year in full: not more than twenty years after publication."""
    near = context.published.year if context.published else 2000
    return f"{near // 100}{year}" if int(year) <= near % 100 + 20 else f"{near // 100 - 1}{year}"


def day_of_month(phrase: Phrase, context: Context, day: int) -> Reading | None:
    """Read one day of the month that a phrase names."""
    month, year, anchor = MONTHS[phrase.word(*MONTH_KINDS)], year_of(phrase, context), ""
    if year is None:
        name = named_day(month, day, phrase.after)
        if name and (context.published is None or name <= context.published):
            return timed(dated(name.isoformat()), phrase)
    if year is None and context.published:
        year, anchor = _year_by_weekday(phrase, context, month, day), "published"
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", told=False) if 1 <= day <= 31 else None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return timed(dated(found.isoformat(), anchor), phrase)


def day_alone(phrase: Phrase, context: Context) -> Reading | None:
    """Read the 7th: of the month told last, or else of the month of publication by the tense."""
    number = int(phrase.word("ordnum")[:-2])
    told, published = context.told_day, context.published
    if told and context.told_grain in ("day", "month"):
        return _day_in_month(told.year, told.month, number, context.told_value)
    if published is None or not 1 <= number <= 31:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    months = [shift(published.replace(day=1), "month", step) for step in (0, -1, 1)]
    read = [_day_in_month(month.year, month.month, number, "published") for month in months if month]
    days = [day for day in read if day]
    near = nearest(published, [day.days.first for day in days], context.direction()) if days else None
    return next((day for day in days if day.days.first == near), None)


def day_of_named_month(phrase: Phrase, context: Context) -> Reading | None:
    """Read the 14th of last month, the 5th of next month, the 2nd of the same month."""
    number = int(phrase.word("ordnum")[:-2])
    if phrase.has("that", "same"):
        base, name = context.told_day, context.told_value
    else:
        step = phrase.has("next") - phrase.has("last")
        base = context.published and shift(context.published.replace(day=1), "month", step)
        name = "published"
    if base is None or not 1 <= number <= 31:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    return _day_in_month(base.year, base.month, number, name)


def is_counted(tokens: Tokens, end: int) -> bool:
    """Tell "on 19 Nov 12 men met", where the last number counts, from "19 Nov 12"."""
    token = bisect_left(tokens.start, end)
    return (
        token < len(tokens.tag)
        and tokens.tag[token][:2] in ("NN", "JJ", "CD", "RB", "VB")
        and (tokens.tag[token] not in ("VBD", "VBZ", "VBP") or tokens.word[token].islower() is False)
    )


def _day_in_month(year: int, month: int, day: int, anchor: str) -> Reading | None:
    reading = dated(f"{year:04d}-{month:02d}-{day:02d}", anchor)
    return reading if reading.interval else None


def named(phrase: Phrase, context: Context) -> Reading | None:
    """Read 9/11, which names one day of one year."""
    day = named_day(9, 11, "attacks")
    return dated(day.isoformat()) if day else None


def _year_by_weekday(phrase: Phrase, context: Context, month: int, day: int) -> int:
    """Choose the year of a month and day, so that the weekday beside it is right if it can be."""
    direction = phrase.has("next", "coming") - phrase.has("last", "past")
    year = year_near(context.day, month, day, direction or context.direction())
    weekday = phrase.word(*WEEKDAY_KINDS)
    if weekday:
        for near in (year, year - 1, year + 1, year - 2, year + 2):
            if _falls_on(near, month, day, WEEKDAYS[weekday]):
                return near
    return year


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def days_named(phrase: Phrase) -> list[int]:
    """List the days of the month that stand beside the month: after it, or else before it."""
    at = next(number for number, kind in enumerate(phrase.kinds) if kind in MONTH_KINDS)
    after = [
        _number(phrase.words[i]) for i in range(at + 1, len(phrase.kinds)) if phrase.kinds[i] in DAY_KINDS
    ]
    before = [_number(phrase.words[i]) for i in range(at) if phrase.kinds[i] in DAY_KINDS]
    return after or before


def _number(word: str) -> int:
    return int(word.rstrip("stndrh")) if word[0].isdecimal() else ORDINALS[word]


_NEXT_DAY = 6  # days back to the weekday of tomorrow; of 309 weekdays in news two were that far back


def weekday(phrase: Phrase, context: Context) -> Reading | None:
    """Read a weekday: by last, next, this, else by the tense of the verb around publication."""
    number = WEEKDAYS[phrase.word(*WEEKDAY_KINDS)]
    anchor, name = context.published, "published"
    if phrase.has("following", "previous", "same", "that") and context.told_day:
        if context.told_grain != "day":
            return timed(Reading("DATE", f"XXXX-WXX-{number + 1}", told=False), phrase)
        anchor, name = context.told_day, context.told_value
        way = 1 if phrase.has("following") else -1
        start = anchor + timedelta(way) if phrase.has("following", "previous") else anchor
        return timed(dated(weekday_near(start, number, way).isoformat(), name), phrase)
    if anchor is None:
        return timed(Reading("DATE", f"XXXX-WXX-{number + 1}", told=False), phrase)
    day = _weekday_from(anchor, number, phrase, context)
    return timed(dated(day.isoformat(), name), phrase)


def _weekday_from(anchor: date, number: int, phrase: Phrase, context: Context) -> date:
    if phrase.has("last", "past", "previous", "latest"):
        return weekday_near(anchor - timedelta(1), number, -1)
    if phrase.has("next", "coming", "following"):
        return weekday_near(anchor + timedelta(1), number, 1)
    day = weekday_near(anchor, number, context.direction() or (1 if phrase.has("this") else -1))
    if (anchor - day).days == _NEXT_DAY and context.is_of_a_noun():
        return day + timedelta(7)  # "called for a strike on Thursday", told on Wednesday: tomorrow
    return day


def holiday(phrase: Phrase, context: Context) -> Reading | None:
    """Read a holiday by name: Christmas Eve, last Thanksgiving, Easter 2021, Easter week."""
    name, year, anchor = phrase.word("holiday"), year_of(phrase, context), ""
    if year is not None:
        day = holiday_in(name, year)
    elif context.published is None:
        return Reading("DATE", "XXXX-XX-XX", told=False)
    else:
        day, anchor = _holiday_near(name, phrase, context), "published"
    if day is None:
        return None
    grain = "week" if phrase.has("week") else "weekend" if phrase.has("weekend") else "day"
    return timed(dated(value_of(day, grain), anchor), phrase)


def _holiday_near(name: str, phrase: Phrase, context: Context) -> date | None:
    published = context.day
    days = [day for year in range(published.year - 1, published.year + 2) if (day := holiday_in(name, year))]
    if phrase.has("last", "past"):
        days = [day for day in days if day < published]
        return days[-1] if days else None
    if phrase.has("next", "coming"):
        days = [day for day in days if day > published]
        return days[0] if days else None
    return nearest(published, days, context.direction()) if days else None


def week_of(phrase: Phrase, context: Context) -> Reading | None:
    """Read the week of March 6, the weekend of March 5."""
    day, grain = month_day(phrase, context), "weekend" if phrase.has("weekend") else "week"
    return dated(value_of(day.interval.first, grain), day.anchor) if day and day.interval else None


def part_of_day(phrase: Phrase, context: Context) -> Reading | None:
    """Read the night of October 23, the morning of Friday."""
    day = (month_day if phrase.has(*MONTH_KINDS) else weekday)(phrase, context)
    return timed(narrowed(day, phrase), phrase) if day else None


def written(phrase: Phrase, context: Context) -> Reading | None:
    """Read a date in figures: 2021-12-29, 29.12.2021, 12/29/2021.

    Where both orders of day and month are possible and differ, the one close to publication is taken, and
    without that only the year is known.
    """
    word = phrase.words[0]
    if phrase.kinds[0] == "iso":
        reading = dated(word[:10])
        time = word[10:16].upper()
        reading = reading._replace(type="TIME", value=reading.value + time) if time else reading
        return reading if reading.interval else None
    left, right, year = word.replace(".", "/").split("/")
    if len(year) == 2:
        year = _full_year(year, context)
    orders = [(right, left)] if "." in word else [(left, right), (right, left)]
    readings = [dated(f"{year}-{int(month):02d}-{int(day):02d}") for month, day in orders]
    found = list({reading.value: reading for reading in readings if reading.interval}.values())
    if len(found) < 2:
        return found[0] if found else None
    close = _close(found, context)
    return close[0] if len(close) == 1 else dated(year)


def _close(found: list[Reading], context: Context) -> list[Reading]:
    """Keep the readings within a month of publication, on the side that the tense tells."""
    if context.published is None:
        return []
    close = [one for one in found if abs((one.days.first - context.day).days) <= 31]
    way = context.direction() if len(close) > 1 else 0
    return [one for one in close if (one.days.first - context.day).days * way >= 0]
