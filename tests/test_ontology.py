"""The PLOVER type of an act, and its place between conflict and co-operation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import analyze
from dateline.ontology import COOPERATIVE, FORCEFUL, TYPES, Situation, as_intention, code_event, score_of
from dateline.ontology import _rules as rules

CODES = [
    # verb or noun, part of speech, what it acts on, type
    ("meet", "v", (), "CONSULT"),
    ("reimpose", "v", ("curfew",), "COERCE"),
    ("impose", "v", ("sanction",), "SANCTION"),
    ("lift", "v", ("embargo",), "RETREAT"),
    ("suspend", "v", ("talks",), "SANCTION"),
    ("suspend", "v", ("shelling",), "RETREAT"),
    ("provide", "v", ("food",), "AID"),
    ("contribute", "v", ("troop",), "AID"),
    ("send", "v", ("troop",), "MOBILIZE"),
    ("send", "v", ("peacekeeper",), "AID"),
    ("dispatch", "v", ("envoy",), "CONSULT"),
    ("receive", "v", ("chancellor",), "CONSULT"),
    ("extradite", "v", (), "COOPERATE"),
    ("write off", "v", ("debt",), "AID"),
    ("take in", "v", ("refugee",), "AID"),
    ("grant", "v", ("autonomy",), "CONCEDE"),
    ("lift", "v", ("blockade",), "RETREAT"),
    ("declare", "v", ("ceasefire",), "RETREAT"),
    ("violate", "v", ("ceasefire",), "ASSAULT"),
    ("pay tribute", "v", (), "SUPPORT"),
    ("voice", "v", ("concern",), "ACCUSE"),
    ("express", "v", ("opposition",), "REJECT"),
    ("brand", "v", ("liar",), ""),
    ("summon", "v", ("ambassador",), "ACCUSE"),
    ("scrap", "v", ("proposal",), "REJECT"),
    ("decline", "v", (), ""),
    ("release", "v", ("hostage",), "RETREAT"),
    ("release", "v", ("album",), ""),
    ("fight", "v", ("army",), "ASSAULT"),
    ("fight", "v", ("inflation",), ""),
    ("attack", "v", ("village",), "ASSAULT"),
    ("attack", "v", ("problem",), ""),
    ("attack", "v", ("budget",), "ACCUSE"),
    ("try", "v", (), ""),
    ("hurl", "v", ("stone",), "PROTEST"),
    ("ban", "v", ("import",), "SANCTION"),
    ("recall", "v", ("ambassador",), "SANCTION"),
    ("recall", "v", ("childhood",), ""),
    ("outlaw", "v", ("party",), "COERCE"),
    ("rig", "v", ("election",), "COERCE"),
    ("launch", "v", ("offensive",), "ASSAULT"),
    ("launch", "v", ("investigation",), "ACCUSE"),
    ("stage", "v", ("rally",), "PROTEST"),
    ("break off", "v", ("relation",), "SANCTION"),
    ("call for", "v", (), "REQUEST"),
    ("turn down", "v", (), "REJECT"),
    ("invasion", "n", (), "ASSAULT"),
    ("summit", "n", (), "CONSULT"),
    ("ceasefire", "n", (), "RETREAT"),
    ("carry out", "v", ("bombing",), "ASSAULT"),
    ("return on", "v", (), ""),
    ("provide", "v", ("million",), ""),
    ("release", "v", ("nurse",), "RETREAT"),
    ("hold shield", "v", (), "ASSAULT"),
    ("deploy", "v", ("peacekeeper",), "AID"),
]


@pytest.mark.parametrize(("word", "pos", "objects", "type_"), CODES)
def test_types_of_words(word, pos, objects, type_):
    assert code_event(word, pos, Situation(objects=objects)).type == type_


def test_a_promise_of_force_is_a_threat():
    assert code_event("vow", "v", Situation(complement="help")).type == "AGREE"
    assert code_event("vow", "v", Situation(complement="attack")).type == "THREATEN"


def test_what_the_actor_is_tells_visits_and_riots():
    assert code_event("fly", "v", Situation(placed=True)).type == ""
    assert code_event("fly", "v", Situation(placed=True, official=True)).type == "CONSULT"
    assert code_event("attack", "v", Situation(crowd=True)).type == "PROTEST"
    assert code_event("trade with", "v", Situation(has_target=True)).type == ""
    assert code_event("trade with", "v", Situation(has_target=True, states=True)).type == "COOPERATE"


def test_speaking_needs_somebody_to_speak_with():
    assert code_event("speak", "v").type == ""
    assert code_event("speak", "v", Situation(joint=True)).type == "CONSULT"


def test_every_rule_names_a_type_with_a_score_or_none_for_what_is_no_act():
    for type_, mode, _ in rules().values():
        assert type_ in TYPES or type_ == mode == ""
        assert (score_of(type_, mode) is None) == (type_ == "")


def test_scores_order_cooperation_above_conflict():
    assert min(score_of(type_) for type_ in COOPERATIVE) > 0 > max(score_of(type_) for type_ in FORCEFUL)
    assert score_of("ACCUSE") < 0
    assert all(-10 <= score_of(type_) <= 10 for type_ in TYPES)
    assert score_of("") is None


def test_announced_acts_are_acts_of_speech_in_plover():
    assert as_intention("AID", "planned") == "AGREE"
    assert as_intention("SANCTION", "planned") == "THREATEN"
    assert as_intention("REQUEST", "planned") == "REQUEST"
    assert as_intention("ASSAULT", "denied") == ""


@given(st.text(max_size=40), st.sampled_from("vn"), st.lists(st.text(max_size=10), max_size=3))
def test_any_word_gets_a_code_or_none(word, pos, objects):
    code = code_event(word, pos, Situation(objects=tuple(objects)))
    assert code.type in ("", *TYPES)
    assert (code.score is None) == (code.type == "")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A woman was killed by a falling tree in Derby.", ""),
        ("A boy was killed by a train in Leeds.", ""),
        ("A hiker was killed by a bear in Norway.", ""),
        ("A woman was killed by a gunman in Derby.", "ASSAULT"),
        ("Gunmen attacked the train near Leeds.", "ASSAULT"),
    ],
)
def test_what_falls_or_bites_commits_no_assault(text, type_):
    events = analyze(text, published="2024-03-08").events
    assert set(events.type[events.text.isin(["killed", "attacked"])]) == {type_}
