"""A noun that speaks of a meeting as known already recalls the last one with the same people, and no other."""

import pandas as pd
import pytest

from dateline.timeline.folding import fold
from dateline.timeline.recalled import is_known
from dateline.timeline.tellings import closest, telling

ANN, BO, EVA = "person:ann-lee", "person:bo-dahl", "person:eva-holm"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("The vote follows the prime minister’s call with Bo Dahl.", "call"),
        ("She remains engaged after my discussion with Mr Dahl.", "discussion"),
        ("After their two-hour talks with Dahl, the ministers left.", "talks"),
        ("Markets fell since the meeting between Lee and Dahl.", "meeting"),
    ],
)
def test_a_noun_with_its_owner_or_article_and_those_met_is_known(line, word):
    assert is_known(telling(text=word, action=word, line=line))
    if word.endswith("s"):
        assert is_known(telling(text=word, action=word.removesuffix("s"), line=line))


@pytest.mark.parametrize(
    ("line", "word", "action"),
    [
        ("They held a call with Bo Dahl.", "call", "call"),
        ("The minister called with Bo Dahl’s number in hand.", "called", "call"),
        ("The minister’s meetings in Oslo drew crowds.", "meetings", "meeting"),
        ("President Lee’s briefings on Norway went on.", "briefings", "briefing"),
        ("Lee meets with Dahl today.", "meets", "meet"),
    ],
)
def test_what_is_new_or_names_nobody_met_is_not(line, word, action):
    assert not is_known(telling(text=word, action=action, line=line))


def day(number):
    return pd.Timestamp(f"2023-05-{number:02}")


def met(number, on, people, **more):
    first, *others = people
    given = {
        "text": "spoke",
        "action": "speak",
        "line": "Ann Lee spoke with him.",
        "first": day(on),
        "last": day(on),
    }
    given |= {
        "article": str(number),
        "key": f"{number}:0",
        "number": number,
        "published": day(on),
        "type": "CONSULT",
    }
    return telling(
        **given | {"actors": (first,), "targets": tuple(others), "status": "happened", "weight": 0.9} | more
    )


def recalling(number, on, people, line="It follows Ann Lee’s call with Bo Dahl."):
    return met(number, on, people, text="call", action="call", line=line, first=None, last=None)


def grouped(*told):
    events = fold(told, {one.number: one.line for one in told}, {}).events
    return sorted(sorted(one.number for one in event.mentions) for event in events)


def test_a_call_recalled_is_the_last_one_with_the_same_people():
    calls = met(0, 2, (ANN, BO)), met(1, 9, (ANN, BO)), met(2, 10, (ANN, EVA))
    assert grouped(*calls, recalling(3, 11, (ANN, BO))) == [[0], [1, 3], [2]]
    assert grouped(*calls, recalling(3, 11, (BO,), "It follows my call with Bo Dahl.")) == [[0], [1, 3], [2]]


@pytest.mark.parametrize(
    "other",
    [
        recalling(1, 11, (ANN, BO, EVA)),  # somebody who was not there
        recalling(1, 30, (ANN, BO)),  # four weeks on
        recalling(1, 11, (ANN, BO))._replace(first=day(10), last=day(10)),  # on another day
    ],
    ids=["others", "long after", "dated"],
)
def test_another_call_is_not_recalled(other):
    assert grouped(met(0, 2, (ANN, BO)), other) == [[0], [1]]


def test_what_another_article_tells_as_done_was_not_planned_for_a_later_day():
    plan = met(0, 5, (ANN, BO), status="planned", first=day(6), last=day(6))
    late = met(1, 6, (ANN, BO), status="planned", first=day(7), last=day(7))
    done = met(2, 6, (ANN, BO), first=None, last=None)
    assert closest([plan, late, done]) == plan
    assert closest([plan, late]) == late


def test_a_day_in_its_sentence_comes_before_one_read_from_another():
    near = met(0, 5, (ANN, BO), last=day(8))
    assert closest([near, met(1, 9, (ANN, BO), own_day=False)]) == near
