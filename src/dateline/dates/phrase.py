"""A found phrase, its reading, and what it may be counted from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dateline.dates.vocabulary import PLURALS
from dateline.intervals import Interval, interval_of


class DatePhrase(NamedTuple):
    """One expression of time; the fields are the columns of the dates table without `article`."""

    start: int
    end: int
    text: str
    type: str  # DATE, TIME, DURATION or SET
    value: str  # TIMEX3
    first: date | None
    last: date | None
    grain: str
    anchor: str  # "", "published", or the value of the earlier phrase it was counted from
    rule: str


class Reading(NamedTuple):
    """What a phrase means: TIMEX3 type and value, the days it covers, what it was counted from."""

    type: str
    value: str
    interval: Interval | None = None
    anchor: str = ""
    told: bool = True  # whether later phrases may be counted from it

    @property
    def days(self) -> Interval:
        """Give the days it covers; ask only what covers some."""
        if self.interval is None:
            raise ValueError(f"{self.value} covers no days that are known")
        return self.interval


class Phrase:
    """The pieces of one match of the grammar: words in lower case with their classes."""

    __slots__ = ("after", "kinds", "rule", "words")

    def __init__(self, rule: str, words: list[str], kinds: list[str], after: str = "") -> None:
        self.rule, self.words, self.kinds = rule, words, kinds
        self.after = after  # the word that follows

    def has(self, *kinds: str) -> bool:
        """Tell whether a piece of one of the classes is there."""
        return any(kind in self.kinds for kind in kinds)

    def word(self, *kinds: str) -> str:
        """Give the first word of one of the classes, or ""."""
        for word, kind in zip(self.words, self.kinds, strict=True):
            if kind in kinds:
                return word
        return ""

    def all(self, *kinds: str) -> list[str]:
        """List the words of the classes in order."""
        return [word for word, kind in zip(self.words, self.kinds, strict=True) if kind in kinds]

    def unit(self) -> str:
        """Give the unit of time in the singular, or ""."""
        word = self.word(
            "unit",
            "fortnight",
            "units",
            "dayunit",
            "week",
            "monthunit",
            "yearunit",
            "century",
            "quarter",
            "quarters",
            "weekend",
            "period",
        )
        word = word or ("second" if "second" in self.kinds else "")
        return PLURALS.get(word, word.removesuffix("s") if word == "weekends" else word)


@dataclass
class Context:
    """What a phrase may be counted from: publication, the date told before, and the tense around it."""

    published: date | None
    told: Reading | None
    direction: Callable[[], float]  # -1 past, 1 future, 0 unknown; asked only when needed
    is_of_a_noun: Callable[[], bool]  # whether it stands behind a noun: "a strike on Thursday"
    near: bool = True  # whether what was told last stands close before
    period: Reading | None = None  # the quarter or year that figures are reported of

    @property
    def told_day(self) -> date | None:
        """Give the first day told last, if any."""
        return self.told.interval.first if self.told and self.told.interval else None

    @property
    def told_grain(self) -> str:
        """Give the grain of what was told last, "" if none."""
        return self.told.interval.grain if self.told and self.told.interval else ""

    @property
    def day(self) -> date:
        """Give the day of publication; ask only where it is known."""
        if self.published is None:
            raise ValueError("the day of publication is not known")
        return self.published

    @property
    def told_value(self) -> str:
        """Give the value told last, "" if none."""
        return self.told.value if self.told else ""


def dated(value: str, anchor: str = "", kind: str = "DATE", told: bool = True) -> Reading:
    """Read a calendar value as a date with its days."""
    return Reading(kind, value, interval_of(value), anchor, told)
