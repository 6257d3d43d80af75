"""What was learned of a status: it turns what form leaves open, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import dates_in
from dateline.events.find import told_events
from dateline.events.learned_status import ALWAYS, OPEN, STATUSES, shares, turned, weights, with_learned
from dateline.events.records import Event
from dateline.events.status_training import Case, decided, fit
from dateline.grammar import parse
from dateline.grammar.tree import Tree, tree_of

PUBLISHED = date(2024, 4, 10)
PLAN = {ALWAYS: (0.0, 0.0, 9.0, 0.0, 0.0)}  # every event is a plan
FACT = {ALWAYS: (9.0, 0.0, 0.0, 0.0, 0.0)}


def _told(text: str) -> tuple[list[Event], Tree]:
    tokens = parse(text)
    tree = tree_of(tokens)
    return told_events(tree, dates=dates_in(tokens, PUBLISHED), published=PUBLISHED, learned=False), tree


def _status(text: str, known: dict | None = None) -> tuple[str, str]:
    """Judge the word in brackets."""
    events, tree = _told(text.replace("[", "").replace("]", ""))
    at = text.index("[")
    found = next(event for event in with_learned(events, tree, PUBLISHED, known) if event.start == at)
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
        ("The mayor called for a [strike].", ("hypothetical", "object of a wish or plan")),
    ],
)
def test_the_weights_of_the_package(text: str, expected: tuple[str, str]) -> None:
    assert _status(text) == expected


@pytest.mark.parametrize(
    ("judged", "share", "kept"), [("ongoing", 0.7, False), ("planned", 0.7, True), ("planned", 0.85, False)]
)
def test_a_fact_needs_more_than_another_status(judged: str, share: float, kept: bool) -> None:
    assert (turned(judged, {"happened": share, judged: 1 - share}) == judged) is kept


@given(st.dictionaries(st.sampled_from(sorted(weights())), st.floats(-2, 2), max_size=40))
def test_shares_are_shares_in_any_order_of_signals(signals: dict[str, float]) -> None:
    likely = shares(signals, weights())
    assert list(likely) == list(STATUSES)
    assert sum(likely.values()) == pytest.approx(1)
    assert likely == shares(dict(reversed(signals.items())), weights())


def test_learning_finds_what_tells_statuses_apart() -> None:
    def case(signal: str, right: str) -> Case:
        return Case({signal: 1.0, "rule past": 1.0}, "happened", "past", right, True)

    cases = [case("day ahead", "planned"), case("day past", "happened")] * 60
    known = fit(cases)
    assert [decided(case, known) for case in cases[:2]] == ["planned", "happened"]
    assert decided(cases[0]._replace(rule="denied"), known) == "happened"
    assert "denied" not in OPEN
