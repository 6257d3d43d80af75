"""What was learned of a status: it turns what form leaves open, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import dates_in
from dateline.events.find import told_events
from dateline.events.learned_status import ALWAYS, OPEN, shares, turned, weights, with_learned
from dateline.events.records import Event
from dateline.events.rows.encoded import Reading
from dateline.events.status_encoded import STATUSES, TAKEN, reading, vectors_at, write_reading
from dateline.events.status_training import StatusCase, decided, fit
from dateline.grammar import parse
from dateline.grammar.tree import Tree, tree_of

PUBLISHED = date(2024, 4, 10)
PLAN = {ALWAYS: (0.0, 0.0, 9.0, 0.0, 0.0)}  # every event is a plan
FACT = {ALWAYS: (9.0, 0.0, 0.0, 0.0, 0.0)}


def _told(text: str) -> tuple[list[Event], Tree]:
    tokens = parse(text)
    tree = tree_of(tokens)
    return told_events(tree, dates=dates_in(tokens, PUBLISHED), published=PUBLISHED), tree


def _status(text: str, known: dict | None = None) -> tuple[str, str]:
    """Judge the word in brackets."""
    events, tree = _told(text.replace("[", "").replace("]", ""))
    at = text.index("[")
    found = next(
        event for event in with_learned(events, tree, PUBLISHED, known, least=0.0) if event.start == at
    )
    return found.status, found.status_rule


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("The bridge was [bombed] by rebels.", PLAN, ("planned", "learned")),
        ("The bridge was not [bombed].", PLAN, ("denied", "denied")),
        ("If rebels [attack], the port will close.", PLAN, ("hypothetical", "condition")),
        ("The ministers will [meet] on Friday.", FACT, ("planned", "future")),  # a day ahead has not happened
        ("The bridge was [bombed] by rebels.", FACT, ("happened", "past")),
    ],
)
def test_only_what_form_leaves_open_is_turned(text: str, known: dict, expected: tuple[str, str]) -> None:
    assert _status(text, known) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A [decision] on the bridge is expected by Friday.", ("planned", "learned")),
        ("A [decision] on the bridge angered villagers.", ("happened", "named")),
        ("The treaty of Lund [replaces] the pact of 1991.", ("happened", "learned")),
        ("Norway did not fail to [act].", ("happened", "governed")),
        ("The river [flows] through the town.", ("ongoing", "present")),
        ("The museum did not [open] until Friday.", ("happened", "past")),
        ("Dahl overtook half the field to [finish] second in Oslo on Sunday.", ("happened", "learned")),
        ("The mayor called for a [strike].", ("hypothetical", "object of a wish or plan")),
    ],
)
def test_the_weights_of_the_package(text: str, expected: tuple[str, str]) -> None:
    assert _status(text) == expected


@pytest.mark.parametrize(
    ("judged", "share", "kept"), [("ongoing", 0.62, False), ("planned", 0.62, True), ("planned", 0.7, False)]
)
def test_a_fact_needs_more_than_another_status(judged: str, share: float, kept: bool) -> None:
    assert (turned(judged, {"happened": share, judged: 1 - share}) == judged) is kept


@given(st.dictionaries(st.sampled_from(sorted(weights())), st.floats(-2, 2), max_size=40))
def test_shares_are_shares_in_any_order_of_signals(signals: dict[str, float]) -> None:
    likely = shares(signals, weights())
    assert list(likely) == list(STATUSES)
    assert sum(likely.values()) == pytest.approx(1)
    assert likely == shares(dict(reversed(signals.items())), weights())


def test_only_what_earns_a_row_is_asked() -> None:
    events, tree = _told("The bridge was bombed by rebels.")
    light, heavy = (
        with_learned([event._replace(weight=weight) for event in events], tree, PUBLISHED, PLAN)
        for weight in (0.4, 0.6)
    )
    assert ([event.status for event in light], [event.status for event in heavy]) == (
        ["happened"],
        ["planned"],
    )


def test_the_weights_of_the_bundle_fit_the_vectors_of_its_encoder() -> None:
    _, tree = _told("It sank.")
    assert vectors_at(tree, [1]).shape[1] == len(reading().weight)
    assert set(TAKEN) <= weights().keys()


def test_a_parse_without_vectors_is_judged_by_signals_alone() -> None:
    events, tree = _told("The bridge was bombed by rebels.")
    bare = replace(tree, tokens=replace(tree.tokens, vectors=None))
    assert [e.status for e in with_learned(events, bare, PUBLISHED, least=0.0)] == ["happened"]


def test_scores_of_vectors_are_read_as_they_were_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline import lexicons

    found = Reading(np.arange(15, dtype=np.float32).reshape(3, 5) / 8, np.arange(5, dtype=np.float32))
    write_reading(found, tmp_path)
    monkeypatch.setattr(lexicons, "FOLDER", tmp_path)
    known = reading.__wrapped__()
    assert [part.tolist() for part in known] == [part.tolist() for part in found]


def test_learning_finds_what_tells_statuses_apart() -> None:
    def case(signal: str, right: str) -> StatusCase:
        return StatusCase({signal: 1.0, "rule past": 1.0}, "happened", "past", right, True)

    cases = [case("day ahead", "planned"), case("day past", "happened")] * 60
    known = fit(cases)
    assert [decided(case, known) for case in cases[:2]] == ["planned", "happened"]
    assert decided(cases[0]._replace(rule="denied"), known) == "happened"
    assert "denied" not in OPEN
