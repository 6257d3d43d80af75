"""What a cell of corrections.csv stands for, and whether it can stand in that column."""

from __future__ import annotations

import re
from datetime import date

from dateline.intervals import Interval, interval_of
from dateline.sheets import country_code

STATUSES = ("happened", "ongoing", "planned", "hypothetical", "denied")
KINDS = ("PERSON", "ORG", "PLACE", "MISC")
_CHOICES = {
    "status": STATUSES,
    "kind": KINDS,
    "form": ("name", "short", "title", "nominal", "pronoun"),
    "style": ("direct", "indirect", "mixed"),
    "label": ("negative", "neutral", "positive"),
    "part": ("headline", "dateline", "body", "caption", "credit"),
    "grain": ("", *"day weekend week fortnight month quarter season half year decade century".split()),
    "class": ("OCCURRENCE", "STATE", "I_ACTION", "I_STATE", "REPORTING", "PERCEPTION", "ASPECTUAL"),
}  # fmt: skip
_DATE_TYPES = ("DATE", "TIME", "DURATION", "SET")
ENTITY_COLUMNS = frozenset("entity speaker actor target place said_by actors targets merge add".split())
_NEEDED = frozenset("entity kind form style label part status class name what title merge add".split())


class ValueProblem(ValueError):
    """A value that can't stand in its column; says what can."""


def value_of(table: str, column: str, value: str) -> object:
    """Give the value of a cell: text, a day, an interval of days, or a number.

    Raises
    ------
    ValueProblem
        The value can't stand in that column.

    Examples
    --------
    >>> value_of("events", "status", "Planned"), value_of("dates", "first", "2021-06")
    ('planned', datetime.date(2021, 6, 1))
    """
    if column == "drop":
        return None
    if not value and column in _NEEDED and (table, column) != ("mentions", "entity"):
        raise ValueProblem(f"value is empty; {column} needs one")
    if column in _CHOICES:
        return _chosen(column, value, _CHOICES[column])
    if (table, column) == ("dates", "type"):
        return _chosen(column, value, _DATE_TYPES)
    if column == "type":
        return _ontology_type(value)
    if column in ("first", "last", "published"):
        return _day(column, value)
    if column in ("score", "weight"):
        return _number(table, column, value)
    return _country(value) if column == "country" else value


def days_of(value: str) -> Interval | None:
    """The interval of a TIMEX3 value, None where it names no days.

    >>> days_of("2021-06").grain
    'month'
    """
    return interval_of(value)


def _chosen(column: str, value: str, choices: tuple[str, ...]) -> str:
    for choice in choices:
        if choice.casefold() == value.casefold():
            return choice
    raise ValueProblem(f"{column} is {value!r}; it must be one of {', '.join(filter(None, choices))}")


def _ontology_type(value: str) -> str:
    from dateline.lexicons import read_facts

    types = sorted({row["type"] for row in read_facts("plover_scores.csv")})
    return _chosen("type", value, ("", *types))


def _day(column: str, value: str) -> date | None:
    if not value:
        return None
    days = interval_of(value)
    if days is None or days.first.year < 1678 or days.last.year > 2261:
        raise ValueProblem(f"{column} is {value!r}; write a day like 2021-12-29, or nothing if not known")
    return days.last if column == "last" else days.first


def _number(table: str, column: str, value: str) -> float | None:
    low, high = (0, 1) if column == "weight" else (-1, 1) if table == "sentiment" else (-10, 10)
    if not value and table != "sentiment":
        return None
    if re.fullmatch(r"[-+]?\d{1,3}(?:\.\d{1,6})?", value) and low <= float(value) <= high:
        return float(value)
    raise ValueProblem(f"{column} is {value!r}; it must be a number from {low} to {high}")


def _country(value: str) -> str:
    if not value or country_code(value):
        return country_code(value)
    raise ValueProblem(f"country is {value!r}; write it in three letters, such as NOR")
