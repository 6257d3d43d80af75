"""Sets and vague references: every Friday, twice a year, daily; now, recently, the future."""

from __future__ import annotations

from dateline.dates.days import WEEKDAY_KINDS
from dateline.dates.phrase import Context, Phrase, Reading
from dateline.dates.vocabulary import CARDINALS, DAYPARTS, MONTHS, SEASONS, SETS, WEEKDAYS
from dateline.dates.years import MONTH_KINDS, ordinal_of

_LENGTHS = {
    "second": "PT1S", "minute": "PT1M", "hour": "PT1H", "day": "P1D", "week": "P1W", "fortnight": "P2W",
    "month": "P1M", "quarter": "P1Q", "year": "P1Y", "decade": "P10Y", "century": "P100Y",
    "weekend": "XXXX-WXX-WE",
}  # fmt: skip


def repeated(phrase: Phrase, context: Context) -> Reading | None:
    """Read a set of times as the length or the calendar pattern that repeats."""
    if phrase.has(*WEEKDAY_KINDS, "weekdays") and not phrase.has("other", "ordinal", "second"):
        part = DAYPARTS.get(phrase.word("daypart").removesuffix("s"), "")
        number = WEEKDAYS[phrase.word(*WEEKDAY_KINDS, "weekdays").removesuffix("s")] + 1
        return Reading("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), told=False)
    if phrase.has(*MONTH_KINDS):
        return Reading("SET", f"XXXX-{MONTHS[phrase.word(*MONTH_KINDS)]:02d}", told=False)
    if phrase.has("season"):
        return Reading("SET", f"XXXX-{SEASONS[phrase.word('season').removesuffix('s')]}", told=False)
    if phrase.has("daypart"):
        return Reading("SET", f"XXXX-XX-XXT{DAYPARTS[phrase.word('daypart').removesuffix('s')]}", told=False)
    if phrase.has("setword"):
        return Reading("SET", SETS[phrase.word("setword")], told=False)
    length = "P1W" if phrase.has(*WEEKDAY_KINDS) else _LENGTHS.get(phrase.unit())
    if length is None:
        return None
    count = (
        CARDINALS.get(phrase.word("cardinal"), 0)
        or ordinal_of(phrase)
        or (2 if "other" in phrase.words else 1)
    )
    if phrase.has("times", "once") or count == 1 or not length.startswith("P"):
        return Reading("SET", length, told=False)
    return Reading("SET", length.replace("1", str(count), 1), told=False)


def present(phrase: Phrase, context: Context) -> Reading | None:
    """Read a vague reference to the present."""
    return Reading("DATE", "PRESENT_REF", told=False)


def past(phrase: Phrase, context: Context) -> Reading | None:
    """Read a vague reference to the past."""
    return Reading("DATE", "PAST_REF", told=False)


def future(phrase: Phrase, context: Context) -> Reading | None:
    """Read a vague reference to the future."""
    return Reading("DATE", "FUTURE_REF", told=False)
