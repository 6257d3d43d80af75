"""What speaks for and against a row in a chronology: named signals of one event, each readable in its sentence.

A signal is a name and a number, mostly 1. The weights (see `weights`) are learned; nothing here decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.records import Event
from dateline.events.rows.families import families_of
from dateline.events.rows.setting import Setting
from dateline.events.rows.syntax import (
    counted,
    position,
)
from dateline.events.rows.told_signals import of_others, of_parties, of_place, of_speech, of_time, of_view
from dateline.events.rows.word_signals import FORMS, of_clause, of_word


def signals_of(setting: Setting, number: int) -> dict[str, float]:
    """Read every signal of one event.

    Parameters
    ----------
    setting : Setting
        The article.
    number : int
        Of the event in `setting.events`.

    Returns
    -------
    dict of str to float
        The signals that are there; those that are not are left out.
    """
    event = setting.events[number]
    token = setting.parse.at.get(event.start, -1)
    if token < 0:
        return {}
    found: dict[str, float] = {}
    for read in (
        of_word,
        of_clause,
        of_parties,
        of_time,
        of_place,
        of_speech,
        of_view,
        of_others,
        _together,
    ):
        for name in read(setting, event, token):
            found[name] = 1.0
    return found


def _together(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say what counts only together: what kind of deed it is, and where in its sentence it stands."""
    parse, t = s.parse, s.parse.tokens
    place = position(parse, event.start)
    relation = parse.relation(token).partition(":")[0]
    for family in families_of(event.action):
        yield f"{place} of {family}"
    number = counted(parse, event.start)
    if number:
        yield f"{place} told with a number"
    yield f"{place}, {event.class_}"
    yield f"{relation}, {FORMS.get(t.tag[token], t.tag[token])}"
    if event.type:
        yield f"{place} typed"
    if event.said_by:
        yield f"{place} told by somebody"
    if s.parts[event.sentence] != "body":
        yield f"{place} in the {s.parts[event.sentence]}"
    if event.first is not None:
        yield f"{place} dated"
