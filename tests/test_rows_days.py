"""Which day told elsewhere in an article reaches an event that nothing dates in its own clause."""

from datetime import date
from functools import cache

import pytest

from dateline.dates import dates_in
from dateline.events import events_in
from dateline.grammar import parse
from dateline.mentions import mentions_in

WEDNESDAY, MONDAY = date(2024, 5, 8), date(2024, 5, 6)
CRASH = (
    "The bus crashed near Lyon on Wednesday. Nine people were killed. The driver fled the scene. "
    "Police closed the road."
)
RAID = "Gunmen attacked a market in Bol on Monday. The attack killed nine."


@cache
def events(text, published=WEDNESDAY):
    tokens = parse(text)
    return events_in(tokens, mentions_in(tokens), dates_in(tokens, published), (), published)


def days(text, word):
    event = next(event for event in events(text) if event.text == word)
    return event.first, event.last


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        (CRASH, "killed", WEDNESDAY),
        (CRASH, "fled", WEDNESDAY),
        (CRASH, "closed", WEDNESDAY),
        (RAID, "killed", MONDAY),
    ],
)
def test_the_day_of_a_story_reaches_what_is_told_next(text, word, day):
    assert days(text, word) == (day, day)


def test_the_words_that_tell_the_day_are_kept_as_evidence():
    killed = next(event for event in events(CRASH) if event.text == "killed")
    assert CRASH[killed.date_start : killed.date_end] == "Wednesday"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway opens a port on Friday. Rebels burned a mosque in Mali.", "burned"),  # still to come
        ("The bridge was built in 1931. Kari Dahl praised the mayor of Oslo.", "praised"),
        ("Kari Dahl resigned in Oslo. Nine people were killed in Lyon.", "killed"),  # the text tells no day
    ],
)
def test_no_day_is_guessed(text, word):
    assert days(text, word) == (None, None)


def test_a_row_that_has_a_day_keeps_it():
    text = "The bus crashed near Lyon on Wednesday. Chad arrested two men on Monday."
    assert days(text, "arrested") == (MONDAY, MONDAY)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Ole Lund said he could not curb the summer charter flights of the national airline.", "curb", None),
        ("Ole Lund refused to pay the winter bonus of the sailors.", "refused", None),
        ("Norway curbed the flights of Chad in the summer.", "curbed", date(2023, 6, 1)),
        ("The trial of Ann Lee is set for 3 June.", "trial", date(2024, 6, 3)),
        ("Ole Lund refused on Monday to pay the bonus of the sailors.", "refused", MONDAY),
    ],
)
def test_a_day_that_tells_which_flights_is_no_day_of_what_is_done_to_them(text, word, day):
    assert days(text, word)[0] == day
