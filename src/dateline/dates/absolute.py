"""Phrases with a place in the calendar of their own: dates, months, years, decades, centuries, times of day.

Where the year or the day is left out, it is taken from publication by nearness and by the tense of the verb.
"""

from __future__ import annotations

from datetime import date

from dateline.dates.phrase import Context, Phrase, Reading, dated
from dateline.dates.words import CARDINALS, DAYPARTS, DECADES, MONTHS, ORDINALS, SEASONS, WEEKDAYS
from dateline.intervals import interval_of, part_of, value_of, weekday_near, year_near

_PARTS = {"early": "early", "earlier": "", "late": "late", "later": "", "mid": "mid", "middle": "mid",
          "start": "start", "beginning": "start", "end": "end"}  # fmt: skip
MONTH_KINDS = ("month", "namemonth", "shortmonth")
WEEKDAY_KINDS = ("weekday", "shortday")


def ordinal_of(phrase: Phrase) -> int:
    """Give the first ordinal number of a phrase, 0 if none."""
    word = phrase.word("ordinal", "second", "ordnum")
    if word[:1].isdigit():
        return int(word[:-2])
    return ORDINALS.get(word, 0)


def full_year(word: str, near: int = 2000) -> int:
    """Read a year of two or four digits; two digits fall within fifty years of `near`."""
    year = int(word.strip("'’‘`s"))
    if year < 100:
        year += near // 100 * 100
        if year - near > 50:
            year -= 100
        elif near - year >= 50:
            year += 100
    return year


def narrowed(reading: Reading, phrase: Phrase) -> Reading:
    """Narrow a reading to the part (early, mid, end of ...) that the phrase names."""
    part = _PARTS.get(phrase.word("early", "mid", "late", "middle", "start", "end"), "")
    if reading.interval and part and reading.interval.grain != "day":
        return reading._replace(interval=part_of(reading.interval, part))
    return reading


def timed(reading: Reading, phrase: Phrase) -> Reading:
    """Add the part of the day that the phrase names."""
    code = DAYPARTS.get(phrase.word("daypart", "noon", "overnight").removesuffix("s"), "")
    if phrase.word("today") == "tonight":
        code = "NI"
    return reading._replace(type="TIME", value=f"{reading.value}T{code}") if code else reading


def year_of(phrase: Phrase, context: Context) -> int | None:
    """Give the year a phrase names, outright or as this, last, next or that year."""
    word = phrase.word("year")
    if word:
        return int(word)
    if not phrase.has("yearunit"):
        return None
    if phrase.has("that", "the") and context.told_day:
        return context.told_day.year
    if context.published is None:
        return None
    return context.published.year + phrase.has("next") - phrase.has("last")


def month_day(phrase: Phrase, context: Context) -> Reading | None:
    """Read a month and day, with or without the weekday and the year."""
    month = MONTHS[phrase.word(*MONTH_KINDS)]
    word = phrase.word("ordnum", "day", "ordinal")
    day = int(word.rstrip("stndrh")) if word[:1].isdigit() else ORDINALS.get(word, 0)
    year, anchor = year_of(phrase, context), ""
    if day == 0 or day > 31:
        return None
    if year is None and context.published:
        year, anchor = year_near(context.published, month, day, context.direction()), "published"
        weekday = phrase.word(*WEEKDAY_KINDS)
        if weekday:
            years = (year, year - 1, year + 1)
            fits = [y for y in years if _falls(y, month, day, WEEKDAYS[weekday])]
            year = fits[0] if fits else year
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", told=False)
    try:
        date(year, month, day)
    except ValueError:
        return None
    return timed(dated(f"{year:04d}-{month:02d}-{day:02d}", anchor), phrase)


def _falls(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def month_alone(phrase: Phrase, context: Context) -> Reading | None:
    """Read a month, with or without its year: by last, next, this, else by tense and distance."""
    month = MONTHS[phrase.word(*MONTH_KINDS)]
    year, anchor = year_of(phrase, context), ""
    if year is None:
        year, anchor = _year_of_month(month, phrase, context)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}", told=False)
    return narrowed(dated(f"{year:04d}-{month:02d}", anchor), phrase)


def _year_of_month(month: int, phrase: Phrase, context: Context) -> tuple[int | None, str]:
    told = context.told_day
    if phrase.has("following", "previous", "that") and told:
        passed = month <= told.month if phrase.has("following") else month >= told.month
        step = 0 if phrase.has("that") else 1 if phrase.has("following") else -1
        return told.year + (step if passed else 0), context.told.value
    published = context.published
    if published is None:
        return None, ""
    if phrase.has("last", "past"):
        return published.year - (month >= published.month), "published"
    if phrase.has("next", "coming"):
        return published.year + (month <= published.month), "published"
    return year_near(published, month, 0, context.direction()), "published"


def weekday(phrase: Phrase, context: Context) -> Reading | None:
    """Read a weekday: by last, next, this, else by the tense of the verb around publication."""
    number = WEEKDAYS[phrase.word(*WEEKDAY_KINDS)]
    anchor, name = context.published, "published"
    if phrase.has("following", "previous", "same", "that") and context.told_day:
        anchor, name = context.told_day, context.told.value
        way = 1 if phrase.has("following") else -1
        start = anchor.fromordinal(anchor.toordinal() + (way if not phrase.has("same", "that") else 0))
        return timed(dated(weekday_near(start, number, way).isoformat(), name), phrase)
    if anchor is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}", told=False)
    day = _weekday_from(anchor, number, phrase, context)
    return timed(dated(day.isoformat(), name), phrase)


def _weekday_from(anchor: date, number: int, phrase: Phrase, context: Context) -> date:
    if phrase.has("last", "past", "previous", "latest"):
        return weekday_near(anchor.fromordinal(anchor.toordinal() - 1), number, -1)
    if phrase.has("next", "coming", "following"):
        return weekday_near(anchor.fromordinal(anchor.toordinal() + 1), number, 1)
    return weekday_near(anchor, number, context.direction() or (1 if phrase.has("this") else -1))


def year(phrase: Phrase, context: Context) -> Reading | None:
    """Read a year that stands alone, in a range, or as a fiscal year."""
    words = phrase.all("year", "day", "number")
    if phrase.rule == "year-range":
        begin = int(words[0])
        end = int(words[1]) if len(words[1]) == 4 else begin // 100 * 100 + int(words[1])
        if len(words[1]) not in (2, 4) or not begin < end < begin + 100:
            return dated(words[0])
        return dated(f"{begin}/{end}")
    return narrowed(dated(words[0]), phrase)


def decade(phrase: Phrase, context: Context) -> Reading | None:
    """Read a decade: the 1990s, the '80s, the late nineties."""
    word = phrase.word("decadenum", "decade")
    near = context.published.year if context.published else 2000
    if word in DECADES:
        begin = near // 100 * 100 + 10 * DECADES[word]
        begin -= 100 if begin > near else 0
    else:
        digits = word.strip("'’‘`s")
        begin = int(digits) if len(digits) == 4 else full_year(digits, near - 20)
    if begin % 100 == 0:
        return narrowed(dated(f"{begin // 100:02d}"), phrase)
    return narrowed(dated(f"{begin // 10:03d}"), phrase)


def century(phrase: Phrase, context: Context) -> Reading | None:
    """Read a century by its ordinal number."""
    number = ordinal_of(phrase)
    return narrowed(dated(f"{number - 1:02d}"), phrase) if 1 <= number <= 30 else None


def half(phrase: Phrase, context: Context) -> Reading | None:
    """Read a half of a year or of a decade."""
    number = ordinal_of(phrase) or 2
    if phrase.has("decadenum", "decade"):
        whole = decade(phrase, context)
        part = part_of(whole.interval, "early" if number == 1 else "late")
        return whole._replace(interval=part)
    of_year = year_of(phrase, context)
    return dated(f"{of_year:04d}-H{number}") if of_year and number < 3 else None


def season(phrase: Phrase, context: Context) -> Reading | None:
    """Read a season with its year: named, or last, this, next."""
    name = SEASONS[phrase.word("season").removesuffix("s")]
    of_year, published, anchor = year_of(phrase, context), context.published, ""
    if of_year is None and published is None:
        return Reading("DATE", f"XXXX-{name}", told=False)
    if of_year is None:
        of_year, anchor = _year_of_season(name, phrase, context), "published"
    return narrowed(dated(f"{of_year:04d}-{name}", anchor), phrase)


def _year_of_season(name: str, phrase: Phrase, context: Context) -> int:
    published = context.published
    found = interval_of(f"{published.year:04d}-{name}")
    now = value_of(published, "season").endswith(name)
    of_now = int(value_of(published, "season")[:4]) if now else published.year
    if phrase.has("last"):
        return of_now - 1 if now else published.year - (found.first > published)
    if phrase.has("next", "coming"):
        return of_now + 1 if now else published.year + (found.last < published)
    if now:
        return of_now
    if phrase.has("past"):
        return published.year - (found.first > published)
    middle = found.first.month + 1 if found.first.month < 12 else 12
    return year_near(published, middle, 0, context.direction())


def written(phrase: Phrase, context: Context) -> Reading | None:
    """Read a date in figures: 2021-12-29 or 12/29/2021 (day first where month first cannot be)."""
    word = phrase.words[0]
    if phrase.kinds[0] == "iso":
        return dated(word) if interval_of(word) else None
    left, right = (int(part) for part in word.split("/")[:2])
    of_year = full_year(word.split("/")[2], context.published.year if context.published else 2000)
    month, day = (right, left) if left > 12 else (left, right)
    value = f"{of_year:04d}-{month:02d}-{day:02d}"
    return dated(value) if interval_of(value) else None


def clock(phrase: Phrase) -> str:
    """Read a time of day as HH:MM, "" when it cannot be one."""
    named = phrase.word("noon")
    if named:
        return {"midnight": "24:00"}.get(named, "12:00")
    word, half_day = phrase.word("clock"), phrase.word("ampm").replace(".", "").strip()
    if not word:
        word = phrase.word("year", "number", "cardinal") if phrase.has("zone") and not half_day else ""
        word = (
            word
            or phrase.words[next(i for i, k in enumerate(phrase.kinds) if k in ("day", "number", "cardinal"))]
        )
    word = str(CARDINALS.get(word, word)).replace(".", ":")
    if ":" not in word:
        word = f"{word[:-2]}:{word[-2:]}" if len(word) > 2 else f"{word}:00"
    hour, minute = int(word.split(":")[0]), int(word.split(":")[1])
    if (half_day and not 1 <= hour <= 12) or hour > 24 or minute > 59:
        return ""
    if half_day.startswith("p"):
        hour = hour % 12 + 12
    elif half_day.startswith("a"):
        hour %= 12
    return f"{hour:02d}:{minute:02d}"
