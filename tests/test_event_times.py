"""The day of an event: a date that only limits it is not its day, and who goes on speaking speaks on the same day."""

from datetime import date
from functools import cache

import pytest

from dateline.dates import dates_in
from dateline.events import Event, events_in
from dateline.events.find import told_events
from dateline.grammar import parse
from dateline.grammar.tree import tree_of
from dateline.mentions import mentions_in

WEDNESDAY = date(2021, 12, 29)
MONDAY, THURSDAY = date(2021, 12, 27), date(2021, 12, 23)


@cache
def found(text: str, published: date | None = WEDNESDAY) -> dict[str, Event]:
    tokens = parse(text)
    mentions = mentions_in(tokens, published)
    return {
        event.text: event for event in events_in(tokens, mentions, dates_in(tokens, published), (), published)
    }


def by_grammar(text: str, published: date | None = WEDNESDAY) -> dict[str, Event]:
    """Read the events without the days that are only likely theirs."""
    tokens = parse(text)
    mentions = mentions_in(tokens, published)
    told = told_events(tree_of(tokens), mentions, dates_in(tokens, published), (), published)
    return {event.text: event for event in told}


LIMITED = [
    ("The shop was closed since March.", "closed"),
    ("The union called a strike until Friday.", "strike"),
    ("The two had met after May.", "met"),
    ("Rebels have held the port since Friday, January 14.", "held"),
    ("The firm sold the notes, due March 15, 2024, in London.", "sold"),
]


@pytest.mark.parametrize(("text", "word"), LIMITED)
def test_a_date_that_limits_an_event_is_not_its_day(text, word):
    assert found(text)[word].first is None


DATED = [
    ("two dates, one stretch", "Two bridges were rebuilt between 1996 and 1999.", "rebuilt",
     date(1996, 1, 1), date(1999, 12, 31)),
    ("from and to", "The court suspended the law from May to July 2021.", "suspended",
     date(2021, 5, 1), date(2021, 7, 31)),
    ("still to come", "The ministry will publish the report by March.", "publish", WEDNESDAY, date(2022, 3, 31)),
    ("since", "The shop has been closed since March.", "closed", date(2021, 3, 1), WEDNESDAY),
    ("since a year", "He has lived in Oslo since 2001, when his father died.", "lived", date(2001, 1, 1), WEDNESDAY),
    ("a quarter and its end", "Profit rose by half in the quarter ended Sept. 30.", "rose",
     date(2021, 7, 1), date(2021, 9, 30)),
    ("months and their end", "Acme lost $2 million in the nine months ended June 30.", "lost",
     date(2020, 10, 1), date(2021, 6, 30)),
    ("no period", "The quarter ended on Monday.", "ended", MONDAY, MONDAY),
    ("clause of a date", "He has lived in Oslo since 2001, when his father died.", "died",
     date(2001, 1, 1), date(2001, 12, 31)),
    ("not a limit", "After Thursday's ruling the governor resigned.", "ruling", THURSDAY, THURSDAY),
    ("what is told of it", "The blast, which killed nine people on Monday, destroyed a school.", "blast",
     MONDAY, MONDAY),
    ("when", "Nine sailors died when the ferry sank on Monday.", "died", MONDAY, MONDAY),
    ("set to begin", "The hearing is set to start on January 10.", "hearing", date(2022, 1, 10), date(2022, 1, 10)),
    ("participle", "The letter released Monday accused the bank of fraud.", "released", MONDAY, MONDAY),
    ("speech", "Dahl said Monday the port will close.", "said", MONDAY, MONDAY),
    ("lengths with days", "Prices fell over the last two weeks.", "fell", date(2021, 12, 15), WEDNESDAY),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "word", "first", "last"), DATED)
def test_the_day_by_construction(construction, text, word, first, last):
    assert (found(text)[word].first, found(text)[word].last) == (first, last), construction


def test_the_main_verb_keeps_clear_of_the_day_of_a_participle():
    assert found("The letter released Monday accused the bank of fraud.")["accused"].first is None


def test_what_a_speaker_goes_on_to_say_is_said_on_the_same_day():
    text = "Angela Merkel said on Monday that taxes would rise. Merkel added that nobody would lose a job."
    assert found(text)["added"].first == MONDAY
    text = "Angela Merkel said on Monday that taxes would rise. Emmanuel Macron added that jobs were safe."
    assert by_grammar(text)["added"].first is None


def test_a_past_deed_is_not_dated_to_a_day_to_come():
    text = "Directors declared a dividend of two cents for holders on January 15, 2022."
    assert found(text)["declared"].first is None
    assert found(text)["declared"].status == "happened"


def test_a_phrase_without_days_is_traced_but_gives_none():
    text = "The company recently closed two plants."
    event = found(text)["closed"]
    assert text[event.date_start : event.date_end] == "recently"
    assert event.first is None
    text = "Rebels freed the hostages on Friday."
    event = found(text, None)["freed"]
    assert "Friday" in text[event.date_start : event.date_end]
    assert event.first is None


RESOLVES = [
    ("On Monday the party decided to leave the coalition.", "decided", MONDAY),
    ("On Monday the party decided to leave the coalition.", "leave", None),
    ("Norway urged Chad on Monday to withdraw its troops.", "withdraw", None),
    ("The leaders plan to meet in Oslo on January 10.", "meet", date(2022, 1, 10)),
    ("On January 10 the leaders plan to meet in Oslo.", "meet", date(2022, 1, 10)),
]


@pytest.mark.parametrize(("text", "word", "first"), RESOLVES)
def test_a_resolve_keeps_its_day_and_does_not_lend_it(text, word, first):
    assert found(text)[word].first == first


def test_a_day_inside_a_cause_or_a_clause_of_its_own_stays_there():
    text = "The rebels shelled the port in revenge for raids last week."
    assert found(text)["shelled"].first is None
    assert found(text)["raids"].first == date(2021, 12, 20)
    text = "The report of the bank concluded that it was third over the past 30 days."
    assert found(text)["concluded"].first is None


STATUS = [
    ("done by saying", "Today we are announcing the designation of three firms.", "announcing", "happened"),
    ("to be done", "The vote to be held on January 9 divides the party.", "held", "planned"),
    ("a right is no plan", "The right to be heard matters.", "heard", "hypothetical"),
    ("brought about", "The ministry forced the bank to close.", "close", "happened"),
    ("brought about, wished", "The ministry wants to force the bank to close.", "close", "hypothetical"),
    ("set to begin", "The hearing is set to start on January 10.", "hearing", "planned"),
    ("due to start", "The talks are due to start next week.", "talks", "planned"),
    (
        "headline",
        "Chad to join the union\n\nBOL, Chad - The government of Chad said talks went well.",
        "join",
        "planned",
    ),
    ("time clause", "Once he arrives in Oslo, talks will begin.", "arrives", "planned"),
    ("present passive lasts", "The journalist is detained in Chad.", "detained", "ongoing"),
    ("present passive told", "The bridge has been bombed.", "bombed", "happened"),
    ("hoped for", "I hope the neighbours will follow the rule.", "follow", "hypothetical"),
    ("denied beforehand", "The army denies that it will attack Chad.", "attack", "denied"),
    ("said beforehand", "The bank said it will close.", "close", "planned"),
    ("not until", "The museum did not open until Tuesday, December 7.", "open", "happened"),
    ("never before", "Before Monday the two had never met.", "met", "denied"),
    ("first to do it", "She was the first woman to lead the bank.", "lead", "happened"),
    ("would be the first", "She would be the first woman to lead the bank.", "lead", "hypothetical"),
    ("hired to do it", "The bank hired an expert to lead the inquiry.", "lead", "hypothetical"),
    ("past like the present", "The minister quit.", "quit", "happened"),
    ("past like the present, thing", "The index shed 47 points.", "shed", "happened"),
]


@pytest.mark.parametrize(("construction", "text", "word", "status"), STATUS)
def test_status_by_construction(construction, text, word, status):
    assert found(text)[word].status == status, construction
