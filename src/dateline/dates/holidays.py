"""Holidays by name: where their words stand in a text, and on which day of a year they fall.

Days are reckoned, not listed: a fixed day, a weekday of a month, or a distance from Easter. Holidays that follow
the moon of other calendars are left out, since no arithmetic gives their day as it is kept in every country.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from dateline.intervals import easter, nth_weekday
from dateline.lexicons import read_facts

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RULE = re.compile(r"(easter|(\d\d)-(?:(\d\d)|([a-z]{3})-(\d|last)))([+-]\d+)?\Z")
_PARTS = re.compile(r"[^\W\d_]+|['’]s\b|[^\w\s]")


@cache
def _rules() -> dict[tuple[str, ...], str]:
    return {parts_of(row["name"]): row["day"] for row in read_facts("holidays.csv")}


@cache
def first_words() -> dict[str, list[tuple[str, ...]]]:
    """List the holidays by the first word of their name, as it is written, longest names first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for parts in sorted(_rules(), key=lambda parts: (-len(parts), parts)):
        found.setdefault(parts[0].capitalize(), []).append(parts)
        found.setdefault(parts[0].upper(), []).append(parts)
    return found


def parts_of(name: str) -> tuple[str, ...]:
    """Cut a name into the pieces that a text has: words, possessives, marks; in lower case.

    >>> parts_of("New Year’s Eve")
    ('new', 'year', "'s", 'eve')
    """
    return tuple(part.lower().replace("’", "'") for part in _PARTS.findall(name))


def holiday_in(name: str, year: int) -> date | None:
    """On which day of a year does a holiday fall?

    >>> holiday_in("Thanksgiving Day", 2021), holiday_in("Good Friday", 2022)
    (datetime.date(2021, 11, 25), datetime.date(2022, 4, 15))
    """
    match = _RULE.match(_rules().get(parts_of(name), ""))
    if match is None or not 1 <= year <= 9998:
        return None
    rule, month, day, weekday, nth, offset = match.groups()
    if rule == "easter":
        found = easter(year)
    elif day:
        found = date(year, int(month), int(day))
    else:
        found = nth_weekday(year, int(month), _NAMES.index(weekday), -1 if nth == "last" else int(nth))
    return found + timedelta(int(offset or 0))


@cache
def _named_days() -> dict[str, tuple[frozenset[str], date]]:
    return {
        row["day"]: (frozenset(row["words"].split()), date.fromisoformat(row["date"]))
        for row in read_facts("named_days.csv")
    }


def named_day(month: int, day: int, after: str) -> date | None:
    """Tell the day that has become a name, as in "the September 11 attacks": with its own year.

    >>> named_day(9, 11, "attacks"), named_day(9, 11, "meeting")
    (datetime.date(2001, 9, 11), None)
    """
    words, found = _named_days().get(f"{month:02d}-{day:02d}", (frozenset(), None))
    return found if after in words else None
