"""Which words name events: the word's own odds, moved by what stands round it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.counts import seen_of, trigger_counts
from dateline.events.surroundings import views
from dateline.events.trigger_training import count_triggers, gold_classes
from dateline.events.triggers import find_triggers, trigger_odds, word_odds
from dateline.grammar import parse
from dateline.grammar.tree import tree_of


def event_words(text: str) -> list[str]:
    tokens = parse(text)
    return [tokens.word[trigger.token] for trigger in find_triggers(tree_of(tokens))]


# the same word as an event and as the mark of a thing
PAIRS = [
    ("The school was closed on Monday.", "Pupils stood before the closed school.", "closed"),
    ("Two soldiers were wounded on Friday.", "A wounded soldier lay there.", "wounded"),
    ("The senator was elected in March.", "She is an elected senator.", "elected"),
    ("The treaty was proposed by Norway.", "The proposed law is short.", "proposed"),
]


@pytest.mark.parametrize(("told", "named", "word"), PAIRS)
def test_a_participle_that_tells_has_better_odds_than_one_that_marks_a_thing(told, named, word):
    odds = []
    for text in (told, named):
        tokens = parse(text)
        odds.append(trigger_odds(tree_of(tokens), tokens.word.index(word), trigger_counts()))
    assert odds[0] > odds[1] + 1
    assert word in event_words(told)


def test_a_rare_verb_that_heads_a_clause_in_the_past_tells_an_event():
    assert event_words("The crowd rioted.") == ["rioted"]


def test_a_possessed_thing_is_no_event_where_owning_is_all_that_is_said():
    assert event_words("He has a house.") == []


@pytest.mark.parametrize("text", ["The flumption of the bridge by rebels stopped.", "A flumption followed."])
def test_a_noun_never_seen_is_judged_by_what_stands_round_it(text):
    tokens = parse(text)
    lasting = parse("The red flumption stood near the house.")
    odds = [trigger_odds(tree_of(t), t.word.index("flumption"), trigger_counts()) for t in (tokens, lasting)]
    words = [word_odds(tree_of(t), t.word.index("flumption"), trigger_counts()) for t in (tokens, lasting)]
    assert words[0] == words[1]
    assert odds[0] > odds[1]


@given(st.integers(1, 5000), st.floats(0, 1), st.floats(0, 1))
def test_what_was_seen_as_often_as_expected_moves_nothing(tokens, share, expected):
    events = round(share * tokens)
    seen = seen_of(tokens, events, expected * tokens)
    assert abs(seen.shift) < 15
    if abs(events - expected * tokens) > 0.01 * tokens and 0.003 < expected < 0.997:
        assert (seen.shift > 0) == (events > expected * tokens)


def test_few_sightings_move_the_odds_less_than_many():
    assert 0 < seen_of(3, 3, 1.5).shift < seen_of(300, 300, 150.0).shift


def test_counts_tell_what_stands_round_events_from_what_does_not():
    articles = []
    for place in ("Oslo", "Lima", "Accra", "Quito", "Dakar", "Hanoi", "Tunis", "Minsk"):
        text = f"Rebels attacked {place}. The attacked town burned."
        start = text.index("attacked")
        tokens = parse(text)
        event = {"start": start, "end": start + len("attacked"), "class": "OCCURRENCE"}
        articles.append((tokens, gold_classes(tokens, [event])))
    seen = count_triggers(articles).surroundings
    assert seen["word before"]["rebels"].shift > 0 > seen["word before"]["the"].shift
    assert seen["word before"]["rebels"].tokens == len(articles)


def test_every_view_has_counts():
    tokens = parse("Kenya signed a treaty.")
    shown = {view for view, _ in views(tree_of(tokens), 3)}
    assert shown == set(trigger_counts().surroundings)
