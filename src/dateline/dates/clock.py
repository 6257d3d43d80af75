"""Times of day: 8 p.m. EST, 17:00, noon, Thursday evening."""

from __future__ import annotations

from dateline.dates.phrase import Context, Phrase, Reading, dated
from dateline.dates.vocabulary import CARDINALS, DAYPARTS

_FIGURES = ("day", "number", "cardinal", "year")


def timed(reading: Reading, phrase: Phrase) -> Reading:
    """Add the part of the day that a phrase names to the day it names."""
    code = DAYPARTS.get(phrase.word("daypart", "noon", "overnight").removesuffix("s"), "")
    if "tonight" in phrase.words:
        code = "NI"
    if not code or "T" in reading.value:
        return reading
    return reading._replace(type="TIME", value=f"{reading.value}T{code}")


def on_day(day: Reading | None, phrase: Phrase) -> Reading | None:
    """Put the time of day of a phrase on the day that stands beside it."""
    time = clock(phrase)
    if day is None or not time:
        return None
    return day._replace(type="TIME", value=f"{day.value.partition('T')[0]}T{time}")


def time_alone(phrase: Phrase, context: Context) -> Reading | None:
    """Read a time of day that stands alone: on the day told just before, or else on the day of publication."""
    time = clock(phrase)
    if not time:
        return None
    told = context.told
    if context.near and told and told.interval and told.interval.grain == "day":
        value = f"{told.value.partition('T')[0]}T{time}"
        return Reading("TIME", value, told.interval, told.value, told=False)
    if context.published:
        day = dated(context.published.isoformat(), "published", "TIME", told=False)
        return day._replace(value=f"{day.value}T{time}")
    return Reading("TIME", f"XXXX-XX-XXT{time}", told=False)


def clock(phrase: Phrase) -> str:
    """Read a time of day as HH:MM, "" when the figures cannot be one.

    >>> clock(Phrase("time-of-day", ["8", "p.m."], ["day", "ampm"]))
    '20:00'
    """
    named = phrase.word("noon")
    if named:
        return "24:00" if named == "midnight" else "12:00"
    half_day = phrase.word("ampm").replace(".", "").replace(" ", "")
    if phrase.has("daypart", "in") and not half_day:
        half_day = "am" if phrase.has("daypart") and "morning" in phrase.words else "pm"
    word = _figures(phrase)
    if not word.replace(":", "").isdecimal():  # "1,000 am", "2.5 pm"
        return ""
    if ":" not in word:
        word = f"{word[:-2]}:{word[-2:]}" if len(word) > 2 else f"{word}:00"
    hour, minute = (int(part) for part in word.split(":")[:2])
    if (half_day and not 1 <= hour <= 12) or hour > 24 or minute > 59:
        return ""
    if half_day.startswith("p"):
        hour = hour % 12 + 12
    elif half_day.startswith("a"):
        hour %= 12
    return f"{hour:02d}:{minute:02d}"


def without_clock(phrase: Phrase) -> Phrase:
    """Take the time of day off a phrase that also names a day: "5 p.m. on 3 May" leaves "on 3 May"."""
    kinds, kept = phrase.kinds, []
    for at, kind in enumerate(kinds):
        following = kinds[at + 1 : at + 4]
        told = following[:1] in (["ampm"], ["o"], ["gmt"]) or following == ["in", "the", "daypart"]
        if kind != "clock" and not (kind in _FIGURES and told):
            kept.append(at)
    return Phrase(phrase.rule, [phrase.words[at] for at in kept], [kinds[at] for at in kept], phrase.after)


def _figures(phrase: Phrase) -> str:
    """Give the figures of the time: before a.m. or p.m., before a zone, or the first ones."""
    kinds = phrase.kinds
    ends = [at for at, kind in enumerate(kinds) if kind in ("ampm", "zone", "gmt", "oclock")]
    figures = [at for at, kind in enumerate(kinds) if kind in ("clock", *_FIGURES)]
    clocks = [at for at in figures if kinds[at] == "clock"]
    figures = clocks or figures
    before = [at for at in figures if ends and at < ends[0]]
    word = phrase.words[before[-1] if before else figures[0]]
    return str(CARDINALS.get(word, word)).replace(".", ":")
