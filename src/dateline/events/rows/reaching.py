"""Which day that the article tells reaches a row that grammar dates not.

Every day that the article tells is a candidate, and so is the stretch from such a day to publication. Named signals
say where the day is told, what else happened on it, in which form the event is told, and what the encoder takes both
words for; learned weights (`weights`,
model `day`) add them up, and the likeliest is taken if it is likely enough. Everything else stays undated. And a day
that grammar gives is dropped where the signals of its own sentence (model `held`) speak against it: "the summer
charter flights" are of no summer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.events.limits import Dated
from dateline.events.records import Event
from dateline.events.rows.day_signals import grammar_signals, pairs_of
from dateline.events.rows.days import Candidate, Found, Reach, phrase_of, reach_of
from dateline.events.rows.encoded import DayReading
from dateline.events.rows.setting import Setting
from dateline.events.rows.weights import Weights, probability
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree
from dateline.tables import KEPT

_WHEN = (rel.OBLIQUE, rel.BARE_OBLIQUE, rel.TIME_OBLIQUE, rel.ADVERB)
REACHED = 0.45  # a day this likely is taken
HELD = 0.6  # a day that hangs on a noun stays if it is this likely
OWN = 0.65  # one of the event's own sentence: grammar gave it to another word, mostly with reason


def with_days(
    events: list[Event],
    tree: Tree,
    setting: Setting,
    found: Mapping[int, Found],
    dates: Iterable[Dated],
    models: Mapping[str, Weights],
    reading: DayReading | None = None,
) -> list[Event]:
    """Give rows that nothing dates the day that reaches what tells them best, and drop days that are unlikely.

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
    models : mapping of str to Weights
        Of them `day` (is a day that of an event which nothing dates?) and `held` (of one which grammar dates so?).
    reading : DayReading, optional
        Scores of what the encoder takes an event and a day for.
    """
    r = reach_of(tree, setting, found, dates, reading)
    if not r.candidates and not r.held:
        return events
    events = [
        event if event.weight < KEPT or is_likely(r, number, models["held"]) else undated(event)
        for number, event in enumerate(events)
    ]
    dated = {event.event for event in events if event.date_start is not None}
    telling: dict[str, int] = {}  # of each row, the event that tells it best
    for number in sorted(found, key=lambda number: (-events[number].weight, number)):
        telling.setdefault(events[number].event, number)
    out = list(events)
    for key, number in telling.items():
        if key not in dated and events[number].weight >= KEPT:
            candidate = reached(r, number, models["day"])
            out[number] = events[number] if candidate is None else _dated(events[number], candidate)
    return out


def is_likely(r: Reach, number: int, model: Weights) -> bool:
    """Tell whether the day that grammar gives to an event is likely its own.

    One told elsewhere is not judged, nor one that hangs on a verb: "today Norway is closing the port".
    """
    found = grammar_signals(r, number)
    if not _tells_which(r, number):
        return True
    return found is None or probability(model.logit(found)) >= HELD


def _tells_which(r: Reach, number: int) -> bool:
    """Tell a day that hangs on a noun: "the summer flights"."""
    event = r.setting.events[number]
    heads = [one.head for one in r.held.get(event.sentence, ()) if one.phrase.start == event.date_start]
    return bool(heads) and not r.tree.stands_as(heads[0], *_WHEN)


def undated(event: Event) -> Event:
    """Take an event its day."""
    return event._replace(first=None, last=None, grain="", date_start=None, date_end=None)


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
