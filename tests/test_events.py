"""What a reader wants of events: who did what to whom, where, when, and whether it really happened."""

from __future__ import annotations

from collections import namedtuple
from datetime import date

import pandas as pd
import pytest

from dateline.events import TIMELINE, events_in, importance
from dateline.events.status import Statuses
from dateline.grammar.arguments import arguments
from dateline.grammar.verbs import verb_group
from event_trees import joined, parsed, token, tree

Mention = namedtuple("Mention", "start end kind form entity")
Phrase = namedtuple("Phrase", "start end type first last grain")


def mentions(text: str, *names: str) -> list[Mention]:
    """Mark names as mentions; all are places, whose entity is the name in lower case."""
    return [
        Mention(text.index(n), text.index(n) + len(n), "PLACE", "name", "place:" + n.lower()) for n in names
    ]


def phrases(text: str, words: str, first: date, last: date | None = None) -> list[Phrase]:
    start = text.index(words)
    return [Phrase(start, start + len(words), "DATE", first, last or first, "day")]


ROLES = [
    # construction, sentence, event word, actors, targets, places
    ("coordinated subjects", "Kenya and Uganda signed a treaty in Nairobi on Friday.", "signed",
     "Kenya Uganda", "treaty", "Nairobi"),
    ("passive with by", "The bridge was bombed by rebels.", "bombed", "rebels", "bridge", ""),
    ("participle after its noun", "Soldiers guarding the airport arrested two journalists.", "guarding",
     "Soldiers", "airport", ""),
    ("active beside a participle", "Soldiers guarding the airport arrested two journalists.", "arrested",
     "Soldiers", "journalists", ""),
    ("reduced passive", "The troops deployed by Chad left the town.", "deployed", "Chad", "troops", ""),
    ("relative clause, subject", "The minister who insulted France resigned.", "insulted", "minister", "France", ""),
    ("relative clause, object", "The summit, which Canada hosted, ended on Sunday.", "hosted", "Canada", "summit", ""),
    ("object control", "Peru urged Chile to reopen the border.", "reopen", "Chile", "border", ""),
    ("subject control", "Norway promised to help Sudan.", "help", "Norway", "Sudan", ""),
    ("target of the infinitive", "Norway promised to help Sudan.", "promised", "Norway", "Sudan", ""),
    ("talks between", "Talks between Peru and Chile will begin on Monday.", "Talks", "Peru Chile", "", ""),
    ("owner and of", "Russia's invasion of Georgia shocked Europe.", "invasion", "Russia", "Georgia", ""),
    ("noun with a light verb", "The presidents held talks in Lima.", "talks", "presidents", "", "Lima"),
    ("raised subject", "The president is expected to visit Poland in May.", "visit", "president", "Poland", ""),
    ("plan of an owner", "Ukraine's plan to join NATO angered Moscow.", "join", "Ukraine", "NATO", ""),
    ("against", "Germany lifted sanctions against Cuba.", "sanctions", "Germany", "Cuba", ""),
    ("second verb", "Protesters blocked a road in Lagos and threw stones at police.", "threw",
     "Protesters", "stones police", ""),
    ("compound undergoes", "The Iraq invasion began on Monday.", "invasion", "", "Iraq", ""),
    ("expressed support", "Spain reaffirmed its support for Chad.", "reaffirmed", "Spain", "Chad", ""),
    ("purpose is no target", "Ministers trained for an attack on Chad.", "trained", "Ministers", "", ""),
    ("not its own criticism", "Mali rejected criticism of the vote.", "criticism", "", "vote", ""),
    ("infinitive after a day", "Togo threatened on Monday to leave the union.", "leave", "Togo", "union", ""),
    ("accused of doing", "Egypt accused Sudan and Libya of arming rebels.", "accused", "Egypt", "Sudan Libya", ""),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "word", "actors", "targets", "places"), ROLES)
def test_roles_by_construction(construction, text, word, actors, targets, places):
    parse = tree(text)
    found = arguments(parse, token(parse.tokens, word))
    words = [" ".join(parse.tokens.word[i] for i in sorted(role)) for role in found]
    assert words[0] == actors, construction
    assert words[1] == targets, construction
    if places:
        assert words[2] == places, construction


STATUS = [
    ("past", "The bridge was bombed by rebels.", "bombed", "happened", "past"),
    ("future", "France and Spain will sign the pact next week.", "sign", "planned", "future"),
    ("noun under a future verb", "Talks between Peru and Chile will begin on Monday.", "Talks", "planned", "carried"),
    ("may", "Iran may attack Iraq.", "attack", "hypothetical", "modal"),
    ("if", "If Iran attacks Iraq, the war will spread.", "attacks", "hypothetical", "condition"),
    ("not", "Italy did not recognise Kosovo.", "recognise", "denied", "denied"),
    ("denied by its actor", "Japan denied that it had attacked the ship.", "attacked", "denied", "denied claim"),
    ("the denial itself", "Japan denied that it had attacked the ship.", "denied", "happened", "past"),
    ("refused", "The parliament refused to ratify the agreement.", "ratify", "denied", "governed"),
    ("progressive", "The ministers are meeting in Rome.", "meeting", "ongoing", "going on"),
    ("planned visit, cancelled", "The planned visit was cancelled.", "visit", "planned", "planned before"),
    ("expected", "The president is expected to visit Poland in May.", "visit", "planned", "governed"),
    ("wish", "Officials said on Tuesday that Brazil wanted to join the group.", "join", "hypothetical", "governed"),
    ("threat", "Ankara threatened to close the border.", "close", "hypothetical", "governed"),
    ("plan", "Turkey plans to withdraw its troops from Syria in June.", "withdraw", "planned", "governed"),
    ("scheduled noun", "The visit of the pope to Cuba is scheduled for March.",
     "visit", "planned", "object of a wish or plan"),
    ("ready to", "Denmark is ready to send doctors to Haiti.", "send", "planned", "governed"),
    ("threat told after a day", "Togo threatened on Monday to leave the union.", "leave", "hypothetical", "governed"),
    ("second of two clauses", "Talks are planned and consultations are to follow.",
     "consultations", "planned", "carried"),
    ("call for", "Bolivia called for an end to the blockade.", "end", "hypothetical", "object of a wish or plan"),
    ("condemned killing was real", "The United Nations has condemned the killing of three aid workers in Mali.",
     "killing", "happened", "named"),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "word", "status", "rule"), STATUS)
def test_status_by_construction(construction, text, word, status, rule):
    parse = tree(text)
    assert Statuses(parse).judged(token(parse.tokens, word)) == (status, rule), construction


TYPES = [
    ("Kenya and Uganda signed a treaty in Nairobi on Friday.", "signed", "SUPPORT"),
    ("The bridge was bombed by rebels.", "bombed", "ASSAULT"),
    ("Soldiers guarding the airport arrested two journalists.", "arrested", "COERCE"),
    ("Peru urged Chile to reopen the border.", "urged", "REQUEST"),
    ("Norway promised to help Sudan.", "promised", "AGREE"),
    ("Talks between Peru and Chile will begin on Monday.", "Talks", "CONSULT"),
    ("Protesters blocked a road in Lagos and threw stones at police.", "blocked", "PROTEST"),
    ("Egypt accused Sudan and Libya of arming rebels.", "accused", "ACCUSE"),
    ("Germany lifted sanctions against Cuba.", "lifted", "RETREAT"),
    ("Police lifted the curfew in Juba.", "lifted", "CONCEDE"),
    ("The parliament refused to ratify the agreement.", "refused", "REJECT"),
    ("Ankara threatened to close the border.", "threatened", "THREATEN"),
    ("The chancellor phoned the king of Jordan on Thursday.", "phoned", "CONSULT"),
    ("Turkey plans to withdraw its troops from Syria in June.", "withdraw", "RETREAT"),
    ("Two days later the rebels surrendered to the army.", "surrendered", "RETREAT"),
    ("Hundreds of people rallied outside the embassy in Tunis.", "rallied", "PROTEST"),
    ("Rwanda suspended aid to Burundi in April.", "suspended", "SANCTION"),
    ("Mexico has been investigating the murder.", "investigating", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "word", "type_"), TYPES)
def test_types(text, word, type_):
    found = {event.text: event for event in events_in(parsed(text), mentions(text))}
    assert found[word].type == type_


def test_storms_commit_no_assault():
    text = "A storm killed ten people in Haiti."
    found = {event.text: event for event in events_in(parsed(text), mentions(text, "Haiti"))}
    assert found["killed"].type == ""
    assert found["killed"].place == ("place:haiti",)


@pytest.mark.xfail(reason="a noun alone does not say whether it still goes on", strict=True)
def test_past_fighting_is_over():
    text = "Fighting went on while Togo and Benin kept silent."
    assert Statuses(tree(text)).of(token(parsed(text), "Fighting")) == "happened"


def test_rejected_demands_are_those_of_who_demanded():
    parse = joined(("Chad demanded a vote.", "body"), ("The demands were rejected by Mali.", "body"))
    found = {event.text: event for event in events_in(parse, mentions(parse.text, "Chad", "Mali"))}
    assert (found["rejected"].actor, found["rejected"].target) == (("place:mali",), ("place:chad",))


def test_headline_takes_status_and_day_from_the_story():
    headline, body = "Talks between Peru and Chile", "Talks between Peru and Chile will begin on Monday."
    parse = joined((headline, "headline"), (body, "body"))
    again = len(headline) + 2
    names = [
        *mentions(headline, "Peru", "Chile"),
        *(_shifted(m, again) for m in mentions(body, "Peru", "Chile")),
    ]
    told = [_shifted(phrase, again) for phrase in phrases(body, "on Monday", date(2024, 5, 6))]
    first = events_in(parse, names, told, (), date(2024, 5, 3))[0]
    assert (first.sentence, first.status, first.first) == (0, "planned", date(2024, 5, 6))


def _shifted(record, by: int):
    return record._replace(start=record.start + by, end=record.end + by)


def test_event_knows_its_words_actors_and_day():
    text = "Kenya and Uganda signed a treaty in Nairobi on Friday."
    day = date(2024, 3, 8)
    names, days = mentions(text, "Kenya", "Uganda", "Nairobi"), phrases(text, "on Friday", day)
    event = next(e for e in events_in(parsed(text), names, days, (), day) if e.text == "signed")
    assert text[event.start : event.end] == event.text
    assert event.actor == ("place:kenya", "place:uganda")
    assert event.place == ("place:nairobi",)
    assert (event.first, event.last, event.grain, event.status) == (day, day, "day", "happened")
    assert text[event.date_start : event.date_end] == "on Friday"


def test_speech_keeps_its_day_to_itself():
    text = "Officials said on Tuesday that Brazil wanted to join the group."
    found = {e.text: e for e in events_in(parsed(text), (), phrases(text, "Tuesday", date(2024, 3, 5)))}
    assert found["said"].first == date(2024, 3, 5)
    assert found["wanted"].first is None
    assert found["join"].first is None


@pytest.mark.parametrize(
    ("text", "words", "word"),
    [
        ("Talks between Peru and Chile will begin on Monday.", "Monday", "Talks"),
        ("Turkey plans to withdraw its troops from Syria in June.", "June", "withdraw"),
        ("The visit of the pope to Cuba is scheduled for March.", "March", "visit"),
        ("Two days later the rebels surrendered to the army.", "Two days later", "surrendered"),
        ("The president is expected to visit Poland in May.", "May", "visit"),
    ],
)
def test_day_reaches_the_event_it_is_told_of(text, words, word):
    found = {e.text: e for e in events_in(parsed(text), (), phrases(text, words, date(2024, 5, 6)))}
    assert found[word].first == date(2024, 5, 6)


def test_what_lies_after_publication_is_planned():
    text = "The ministers are meeting in Rome."
    rows = events_in(parsed(text), (), phrases(text, "in Rome", date(2024, 5, 6)), (), date(2024, 5, 1))
    assert [event.status for event in rows if event.text == "meeting"] == ["planned"]


def test_no_event_without_words():
    from dateline.language import Tokens

    assert events_in(Tokens("", [], [], [], [], [], [], [], [], [], [])) == []


@pytest.mark.parametrize(
    ("text", "word", "tense", "aspect", "negated"),
    [
        ("Mexico has been investigating the murder.", "investigating", "PRESENT", "PERFECTIVE_PROGRESSIVE", False),
        ("The United Nations has condemned the killing of three aid workers in Mali.", "condemned", "PRESENT",
         "PERFECTIVE", False),
        ("Italy did not recognise Kosovo.", "recognise", "PAST", "NONE", True),
        ("France and Spain will sign the pact next week.", "sign", "FUTURE", "NONE", False),
        ("Norway promised to help Sudan.", "help", "INFINITIVE", "NONE", False),
        ("The ministers are meeting in Rome.", "meeting", "PRESENT", "PROGRESSIVE", False),
    ],
)  # fmt: skip
def test_tense_and_aspect(text, word, tense, aspect, negated):
    parse = tree(text)
    group = verb_group(parse, token(parse.tokens, word))
    assert (group.tense, group.aspect, group.negated) == (tense, aspect, negated)


def test_importance_puts_a_summit_above_a_said():
    rows = {
        "sentence": [1, 2, 3], "action": ["meet", "say", "deny"], "class": ["OCCURRENCE", "REPORTING", "REPORTING"],
        "type": ["CONSULT", "", "REJECT"], "actor": ["a", "a", "a"], "target": ["b", "", ""],
        "first": pd.to_datetime(["2021-12-30", "2021-12-29", None]), "status": ["planned", "happened", "happened"],
        "score": [2.0, None, -4.0],
    }  # fmt: skip
    weights = importance(pd.DataFrame(rows)).tolist()
    assert weights[0] > weights[2] > weights[1]
    assert weights[1] < TIMELINE
    assert all(0 <= weight <= 1 for weight in weights)
