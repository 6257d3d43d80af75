"""A timeline reads like a chronology: only what is worth a line, each event once, in words that stand alone."""

import pandas as pd
import pytest

from dateline import analyze
from dateline.tables import conform
from timeline_rows import rows, told

LEFT_OUT = [
    ("purpose", "Norway sent Kari Dahl to Chad to halt the war with Sudan.", "halt"),
    ("background participle", "Norway rejected a report written by Kari Dahl.", "report written by Dahl"),
    ("object of a deed", "Norway welcomed the calls of Chad for help.", "calls of Chad"),
    ("state of mind", "Kari Dahl characterized the treaty with Chad as weak.", "Kari Dahl characterized"),
    ("nobody and nothing", "An explosion was heard.", "explosion"),
    ("pronoun alone", "“I was injured,” a shopkeeper said.", "I was"),
    ("bare verb", "The bank of Norway committed. Critics blame.", "The bank"),
    (
        "paper of a press office",
        "The following statement was released by the Government of Norway.",
        "The following",
    ),
    ("idle even with a day", "The Democrats of Norway spent much of this week in Oslo.", "The Democrats"),
    ("defeat of somebody", "Kari Dahl spoke to Reuters. Dahl regretted the defeat of Norway.", "defeat"),
    ("said to the listener", "Kari Dahl visited Chad. I thank you for coming to Norway.", "I thank"),
    ("condition turned round", "Norway will pay should Kari Dahl win the vote.", "should"),
    ("possible purpose with a day", "Norway asked Kari Dahl to visit Chad on Friday.", "Dahl to visit"),
    ("turnout is a figure", "Kari Dahl spoke in Oslo. The turnout of Norway on Monday was low.", "turnout"),
    ("saying by other words", "Kari Dahl stated to Reuters that the port was open.", "Kari Dahl stated"),
]


@pytest.mark.parametrize(("construction", "text", "word"), LEFT_OUT)
def test_what_is_no_event_of_a_chronology_has_no_row(construction, text, word):
    assert not [what for what in told(text) if what.startswith(word) or f"to {word}" in what], construction


TOLD = [
    ("nobody's deed", "Forty pilgrims were killed in a stampede near the bridge.",
     "Forty pilgrims were killed in a stampede near the bridge"),
    ("number first", "At least nine sailors drowned off the coast.", "At least nine sailors drowned off the coast"),
    ("asked to", "Norway called on Chad and its neighbours to immediately release the journalists held in the north.",
     "Norway called on Chad and its neighbours to release the journalists"),
    ("particle", "Norway asked the government of Chad not to turn away boats.",
     "Norway asked the government of Chad not to turn away boats"),
    ("passive pronoun",
     "Kari Dahl came to court on Monday. She was arrested by police.", "Dahl was arrested by police"),
    ("long object", "Kari Dahl met with the President of Chad on Monday ahead of the opening of the great new port of "
     "Oslo and its many docks.", "Kari Dahl met with the President of Chad"),
    ("announced by us", "Today, we are announcing the designation of three officials.",
     "we are announcing the designation of three officials"),
    ("opening", "Kari Dahl opened a new school by the sea.", "Kari Dahl opened a new school by the sea"),
    ("name after by", "Kari Dahl was defeated by James To.", "Kari Dahl was defeated by James To"),
    ("office and name", "Deputy Secretary of State Wendy Sherman spoke with the Peruvian Foreign Minister César Landa "
     "today about shared values and the war in the north.", "Deputy Secretary of State Wendy Sherman spoke with"),
    ("name and office", "President Joseph R. Biden, Jr. met today with President Yoon Suk Yeol of the Republic of "
     "Korea in Seoul.", "President Joseph R. Biden, Jr. met with President Yoon Suk Yeol"),
    ("owner named behind", "Monday’s announcement by the CDC worried towns in Norway.", "announcement by the CDC"),
    ("clause in the subject", "A sailor whose boat had sunk was arrested in Chad and was taken to Norway.",
     "A sailor was arrested"),
    ("clause in the subject, its verb", "A sailor whose boat was allegedly a drug lab was arrested over the raids.",
     "A sailor was arrested"),
    ("second passive", "A sailor whose boat had sunk was arrested in Chad and was taken to Norway.",
     "A sailor was taken to Norway"),
    ("explained object", "Norway will launch a national plan outlining how schools are built.",
     "Norway will launch a national plan"),
    ("doubt is not lost", "The army of Chad trained in the mountains of the north near a small town possibly for an "
     "attack on Sudan.", "The army of Chad trained in the mountains of the north"),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "what"), TOLD)
def test_a_row_stands_alone(construction, text, what):
    assert any(row.startswith(what) for row in told(text)), construction


def test_synonyms_tell_one_event_when_those_who_take_part_agree():
    text = "Kari Dahl resigned as minister of Norway on Monday. Dahl stepped down on Monday after a row over fuel."
    found = rows(text)
    assert found.loc[found["actors"].eq("person:kari-dahl"), "mentions"].tolist() == [2]


def test_two_tolls_are_two_events():
    text = "Forty pilgrims were killed in a stampede. Nine guards were killed in a fire."
    assert len([what for what in told(text) if "killed" in what]) == 2


def test_the_event_told_before_is_not_told_again_as_the_attack():
    text = "Rebels attacked the town of Bol in Chad on Monday. The attack shocked many. The assault lasted an hour."
    assert len(rows(text)) == 1


def test_what_names_others_in_other_roles_is_another_event():
    text = "Rebels attacked the consulate of Norway in Bol. The consulate of Chad was attacked in 2016."
    assert len(rows(text)) == 2


def two_papers(one, other):
    days = pd.to_datetime(["2021-12-28", "2021-12-29"])
    records = [
        {"article": name, "published": day, "text": text}
        for name, day, text in zip("ab", days, (one, other), strict=True)
    ]
    return analyze(conform(records, "articles")).timeline


def test_two_papers_in_nearly_the_same_words_tell_one_event():
    one = "The suicide attacker rammed his truck into the wall of the consulate of Chad."
    again = "A suicide attacker rammed a truck into the outer wall of the consulate of Chad, police said."
    found = two_papers(one, again)
    assert found.loc[found["what"].str.contains("rammed"), ["mentions", "articles"]].values.tolist() == [
        [2, "a; b"]
    ]


def test_two_papers_on_like_events_tell_two():
    one = "The suicide attacker rammed his truck into the wall of the consulate of Chad."
    other = "The drunken driver rammed his lorry into the gate of the stadium of Chad."
    found = two_papers(one, other)
    assert found["articles"].tolist() == ["a", "b"]


def test_one_sentence_tells_two_events_in_two_words():
    text = "Norway shelled Chad in revenge for raids last week."
    found = rows(text)
    attack = found[found["what"].str.contains("shelled")]
    assert attack["first"].isna().all()
    assert len(attack) == 1


def test_what_comes_about_is_told_once_by_its_verb():
    assert told("A dispute broke out between Norway and Chad on Monday.") == [
        "A dispute broke out between Norway and Chad"
    ]


def test_the_occasion_is_told_with_what_was_done_at_it():
    assert told("Norway and Chad joined the union at a ceremony on Monday.") == [
        "Norway and Chad joined the union at a ceremony"
    ]


def test_a_dated_passive_with_a_name_has_a_row():
    assert told("On May 26, 2020, Kari Dahl was sent into space.") == ["Kari Dahl was sent into space"]


def test_a_verb_that_carries_an_event_has_no_row_beside_it():
    assert told("Norway and Chad held a long dialogue on the sea on Monday.") == [
        "Norway and Chad held a long dialogue on the sea"
    ]
