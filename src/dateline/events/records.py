"""What the event step hands on: an event found in a text, and the trigger that it stands on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

HAPPENED, ONGOING, PLANNED, HYPOTHETICAL, DENIED = "happened", "ongoing", "planned", "hypothetical", "denied"
UNREAL = (PLANNED, HYPOTHETICAL, DENIED)


class Trigger(NamedTuple):
    """A word that names an event: its token, its TimeML class, how sure the judgement is (log-odds)."""

    token: int
    class_: str
    odds: float


class Event(NamedTuple):
    """One mention of an event; the columns of the events table without `article`.

    `actor`, `target` and `place` list entities; the table joins them. `first` and `last` are closed limits, None
    when no date is told. `status` is happened, ongoing, planned, hypothetical or denied. `score` is cooperation (10)
    to conflict (-10), or None when the event has no PLOVER type. `what`, `weight`, `why` and `event` are filled last
    (see `events.rows`).
    """

    start: int
    end: int
    text: str
    sentence: int
    action: str
    class_: str
    type: str
    actor: tuple[str, ...]
    target: tuple[str, ...]
    place: tuple[str, ...]
    first: date | None
    last: date | None
    grain: str
    date_start: int | None
    date_end: int | None
    status: str
    status_rule: str  # names the rule that gave the status; see docs/rules.md
    type_rule: str  # the same of the type: a rule, or its entry in the lists of words
    said_by: str
    score: float | None
    what: str = ""
    weight: float = 0.0
    why: str = ""
    event: str = ""

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day, None where none is told."""
        return None if self.first is None or self.last is None else (self.first, self.last)

    @property
    def date_phrase(self) -> tuple[int, int] | None:
        """The characters [start, end) of the phrase that tells the days, None where none does."""
        return None if self.date_start is None or self.date_end is None else (self.date_start, self.date_end)
