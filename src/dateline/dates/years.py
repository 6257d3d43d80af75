"""Months, seasons, years, decades and centuries, with the year said or taken from publication."""

from __future__ import annotations

from dateline.dates.phrase import Context, Phrase, Reading, dated
from dateline.dates.vocabulary import CARDINALS, DECADES, MONTHS, ORDINALS, SEASONS, number_of
from dateline.intervals import part_of, value_of, year_near

_PARTS = {
    "early": "early", "late": "late", "mid": "mid", "middle": "mid", "start": "start", "beginning": "start",
    "end": "end",
}  # fmt: skip
MONTH_KINDS = ("month", "namemonth", "shortmonth")


def ordinal_of(phrase: Phrase) -> int:
    """Give the first ordinal number of a phrase, 0 if none."""
    word = phrase.word("ordinal", "second", "ordnum")
    return int(word[:-2]) if word[:-2].isdecimal() else ORDINALS.get(word, 0)


def narrowed(reading: Reading, phrase: Phrase) -> Reading:
    """Narrow a reading to the part (early, mid, end of ...) that the phrase names."""
    part = _PARTS.get(phrase.word("early", "mid", "late", "middle", "start", "end"), "")
    if reading.interval and part and reading.interval.grain not in ("day", "weekend"):
        return reading._replace(interval=part_of(reading.interval, part))
    return reading


def year_of(phrase: Phrase, context: Context) -> int | None:
    """Give the year a phrase names, outright or as this, last, next or that year."""
    word = phrase.word("year")
    if word:
        return int(word)
    if phrase.has("centuryword"):
        spelled = spelled_year(phrase, context)
        return int(spelled.value) if spelled else None
    if phrase.has("ago") and phrase.has("units") and phrase.unit() == "year":
        return _years_back(phrase, context)
    if not phrase.has("yearunit"):
        return None
    if phrase.has("before"):  # the year before last
        return context.published.year - 2 if context.published else None
    if phrase.has("that", "the") and context.told_day:
        return context.told_day.year
    if context.published is None or phrase.has("that"):
        return None
    return context.published.year + phrase.has("next") - phrase.has("last", "ago", "earlier")


def _years_back(phrase: Phrase, context: Context) -> int | None:
    """Read the "five years ago" of "April 9 five years ago"."""
    at = phrase.kinds.index("units")
    number = number_of([word for word, kind in zip(phrase.words[:at], phrase.kinds[:at], strict=True)
                        if kind in ("cardinal", "couple", "dozen")] or phrase.words[at - 1 : at])  # fmt: skip
    if context.published is None or number is None or number != int(number):
        return None
    return context.published.year - int(number)


def month_alone(phrase: Phrase, context: Context) -> Reading | None:
    """Read a month, with or without its year: by last, next, this, else by tense and distance."""
    month = MONTHS[phrase.word(*MONTH_KINDS)]
    year, anchor = year_of(phrase, context), ""
    if year is None and not (phrase.has("that") and phrase.has("yearunit")):
        year, anchor = _year_of_month(month, phrase, context)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}", told=False)
    return narrowed(dated(f"{year:04d}-{month:02d}", anchor), phrase)


def _year_of_month(month: int, phrase: Phrase, context: Context) -> tuple[int | None, str]:
    told, published = context.told_day, context.published
    if phrase.has("following", "previous", "that") and told:
        passed = month <= told.month if phrase.has("following") else month >= told.month
        step = 0 if phrase.has("that") else 1 if phrase.has("following") else -1
        return told.year + (step if passed else 0), context.told_value
    if published is None:
        return None, ""
    if phrase.has("last"):
        # "last February" said in March is the one of the year before, else it would be "last month".
        return published.year - (month >= published.month - 1), "published"
    if phrase.has("past"):
        return published.year - (month > published.month), "published"
    if phrase.has("next", "coming"):
        return published.year + (month <= published.month), "published"
    return year_near(published, month, 0, context.direction()), "published"


def season(phrase: Phrase, context: Context) -> Reading | None:
    """Read a season with its year: named, or last, this, next."""
    name = SEASONS[phrase.word("season").removesuffix("s")]
    year, anchor = year_of(phrase, context), ""
    if year is None and context.published is None:
        return Reading("DATE", f"XXXX-{name}", told=False)
    if year is None:
        year, anchor = _year_of_season(name, phrase, context), "published"
    return narrowed(dated(f"{year:04d}-{name}", anchor), phrase)


def _year_of_season(name: str, phrase: Phrase, context: Context) -> int:
    published = context.day
    current = value_of(published, "season")
    if current.endswith(name):
        return int(current[:4]) + phrase.has("next", "coming") - phrase.has("last")
    found = dated(f"{published.year:04d}-{name}").days
    if phrase.has("last", "past"):
        return published.year - (found.first > published)
    if phrase.has("next", "coming"):
        return published.year + (found.last < published)
    return year_near(published, found.first.month, 0, context.direction())


def year(phrase: Phrase, context: Context) -> Reading | None:
    """Read a year that stands alone or as a fiscal year."""
    return narrowed(dated(phrase.word("year")), phrase)


def year_range(phrase: Phrase, context: Context) -> Reading | None:
    """Read 2014-15 or 1994-1997 as one interval."""
    begin, end = phrase.all("year", "day", "number")[:2]
    if len(end) == 2:
        end = begin[:2] + end
    if len(end) != 4 or not int(begin) < int(end) < int(begin) + 100:
        return None
    return dated(f"{begin}/{end}")


def spelled_year(phrase: Phrase, context: Context) -> Reading | None:
    """Read a year in words: nineteen ninety-six, the year two thousand and one."""
    words = phrase.all("centuryword", "cardinal", "year")
    if words[0].isdecimal():
        return dated(words[0])
    if phrase.has("scale"):
        number = number_of(phrase.all("cardinal", "scale"))
        return dated(f"{number:04d}") if number and 1000 <= number < 2200 else None
    rest = sum(CARDINALS[word] for word in words[1:])
    return dated(f"{CARDINALS[words[0]]}{rest:02d}") if 10 <= rest < 100 else None


def decade(phrase: Phrase, context: Context) -> Reading | None:
    """Read a decade: the 1990s, the '80s, the late nineties, the 1990's."""
    if phrase.has("year"):
        number = phrase.word("year")
        return narrowed(dated(number if number[-1] != "0" else number[:3]), phrase)
    word = phrase.word("decadenum", "decade")
    near = context.published.year if context.published else 2000
    digits = word.strip("'’‘`s")
    begin = int(digits) if digits.isdecimal() else 10 * DECADES[word]
    if begin < 100:
        begin += near // 100 * 100
        begin -= 100 if begin > near else 0
    if begin % 100 == 0 and len(digits) == 4 and begin < 2000:
        return narrowed(dated(f"{begin // 100:02d}"), phrase)
    return narrowed(dated(f"{begin // 10:03d}"), phrase)


def century(phrase: Phrase, context: Context) -> Reading | None:
    """Read a century by its ordinal number."""
    number = ordinal_of(phrase) + CARDINALS.get(phrase.word("cardinal"), 0)
    return narrowed(dated(f"{number - 1:02d}"), phrase) if 2 <= number <= 30 else None


def half(phrase: Phrase, context: Context) -> Reading | None:
    """Read a half of a year or of a decade."""
    number = int(phrase.word("day")) if phrase.has("h") else ordinal_of(phrase) or 2
    if phrase.has("decadenum", "decade"):
        whole = decade(phrase, context)
        return whole and whole._replace(interval=part_of(whole.days, "early" if number == 1 else "late"))
    year = year_of(phrase, context)
    return (
        dated(f"{year:04d}-H{number}", "" if phrase.word("year") else "published")
        if year and number < 3
        else None
    )
