"""Which day that the article tells reaches a row that grammar dates not.

Every day that the article tells is a candidate, and so is the stretch from such a day to publication. Named signals
say where the day is told, what else happened on it, in which form the event is told, and what the encoder takes both
words for; learned weights (`weights`,
model `day`) add them up, and the likeliest is taken if it is likely enough. Everything else stays undated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.events.limits import Dated
from dateline.events.records import Event
from dateline.events.rows.day_signals import pairs_of
from dateline.events.rows.days import Candidate, Found, Reach, phrase_of, reach_of
from dateline.events.rows.encoded import DayReading
from dateline.events.rows.setting import Setting
from dateline.events.rows.weights import Weights, probability
from dateline.grammar.tree import Tree
from dateline.tables import KEPT

REACHED = 0.45  # a day this likely is taken
OWN = 0.65  # one of the event's own sentence: grammar gave it to another word, mostly with reason


def with_days(
    events: list[Event],
    tree: Tree,
    setting: Setting,
    found: Mapping[int, Found],
    dates: Iterable[Dated],
    model: Weights,
    reading: DayReading | None = None,
) -> list[Event]:
    """Give rows that nothing dates the day that reaches the event that tells them best.

    Parameters
    ----------
    events : list of Event
        In order of the text, with their weights and the key of their row.
    tree, setting
        The parse and what the signals of a row were read from.
    found : mapping of int to Found
        What was learned of each: the telling, and how surely it tells other events.
    dates : iterable of Dated
        The date phrases of the article.
    model : Weights
    reading : DayReading, optional
        Scores of what the encoder takes an event and a day for.
    """
    r = reach_of(tree, setting, found, dates, reading)
    if not r.candidates and not r.held:
        return events
    dated = {event.event for event in events if event.date_start is not None}
    telling: dict[str, int] = {}  # of each row, the event that tells it best
    for number in sorted(found, key=lambda number: (-events[number].weight, number)):
        telling.setdefault(events[number].event, number)
    out = list(events)
    for key, number in telling.items():
        if key not in dated and events[number].weight >= KEPT:
            candidate = reached(r, number, model)
            out[number] = events[number] if candidate is None else _dated(events[number], candidate)
    return out


def reached(r: Reach, number: int, model: Weights) -> Candidate | None:
    """Find the day that reaches an event, if one is likely enough."""
    likely = [
        (probability(model.logit(signals)) - (OWN if candidate.own else REACHED), -rank, candidate)
        for rank, (candidate, signals) in enumerate(pairs_of(r, number))
    ]
    beyond, _, best = max(likely, key=lambda one: one[:2], default=(-1.0, 0, None))
    return best if beyond >= 0 else None


def _dated(event: Event, candidate: Candidate) -> Event:
    """Date an event by the words that tell the day: the nearest before it, else the first."""
    phrase = phrase_of(candidate, event.start)
    return event._replace(
        first=candidate.first, last=candidate.last, grain=candidate.grain, date_start=phrase.start,
        date_end=phrase.end,
    )  # fmt: skip
