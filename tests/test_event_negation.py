"""What did not happen is not told as if it had: negation by subject, object, adverb, and what it leaves untouched."""

from __future__ import annotations

import pytest

from steps import run_steps

SENTENCES = [
    # sentence, what it denies, what it does not
    ("Nobody was hurt in the crash.", "hurt", "crash"),
    ("No soldiers were killed.", "killed", ""),
    ("No fewer than forty people were killed.", "", "killed"),
    ("The blast killed no one.", "killed", "blast"),
    ("None of the miners died.", "died", ""),
    ("Police found no evidence.", "found", ""),
    ("Neither side attacked.", "attacked", ""),
    ("No doubt he won.", "", "won"),
    ("No surprise he won.", "", "won"),
    ("He was not hurt in the attack.", "hurt", "attack"),
    ("They did not hold talks.", "hold talks", ""),
    ("The attack never took place.", "took attack", ""),
    ("Kenya did not join the attack.", "join", "attack"),
    ("The talks did not end the war.", "end", "talks war"),
]


@pytest.mark.parametrize(("text", "denied", "untouched"), SENTENCES)
def test_negation_reaches_what_it_denies_and_no_more(text, denied, untouched):
    statuses = {event.text: event.status for event in run_steps(text, "2021-06-10").events}
    assert {word for word, status in statuses.items() if status == "denied"} == set(denied.split())
    assert set(untouched.split()) <= set(statuses)


def test_what_came_of_it_happened_though_its_purpose_is_open():
    text = "Police opened fire to clear the road, killing two men."
    statuses = {event.text: event.status for event in run_steps(text, "2021-06-10").events}
    assert (statuses["clear"], statuses["killing"]) == ("hypothetical", "happened")
