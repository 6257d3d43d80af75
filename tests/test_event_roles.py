"""Actors, targets and types in constructions of news, read with the model of the package."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dateline.cells import joined
from steps import run_steps

# construction, sentence, event word, type, actors, targets ("*": whatever it is); `fails` says why one is not right yet
CONSTRUCTIONS = Path(__file__).with_name("event_roles.csv")


def constructions() -> list:
    with CONSTRUCTIONS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [
        pytest.param(*cells, marks=[pytest.mark.xfail(strict=True, reason=fails)] if fails else [])
        for *cells, fails in (row.values() for row in rows)
    ]


@pytest.mark.parametrize(("construction", "text", "word", "type_", "actors", "targets"), constructions())
def test_roles_and_types(construction, text, word, type_, actors, targets):
    found = {event.text: event for event in run_steps(text).events}
    assert word in found
    event = found[word]
    assert type_ in ("*", event.type)
    assert actors in ("*", joined(event.actor))
    assert targets in ("*", joined(event.target))


def test_a_state_body_speaks_of_talks_for_its_country():
    text = "The USA is worried. White House spokeswoman Ann Bell told of talks with Chad planned for May."
    (talks,) = (event for event in run_steps(text).events if event.text == "talks")
    assert talks.actor == ("place:united-states", "place:chad")
