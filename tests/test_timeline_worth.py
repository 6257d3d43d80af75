"""A timeline reads like a chronology, in words that stand alone, and papers that tell one event share its row."""

import pandas as pd
import pytest

from dateline import analyze
from dateline.tables import conform
from timeline_rows import told

TOLD = [
    ("nobody's deed", "Forty pilgrims were killed in a stampede near the bridge.",
     "Forty pilgrims were killed in a stampede near the bridge"),
    ("number first", "At least nine sailors drowned off the coast.", "At least nine sailors drowned off the coast"),
    ("asked to", "Norway called on Chad and its neighbours to immediately release the journalists held in the north.",
     "Norway called on Chad and its neighbours to immediately release the journalists held in the north"),
    ("particle", "Norway asked the government of Chad not to turn away boats.",
     "Norway asked the government of Chad not to turn away boats"),
    ("passive pronoun",
     "Kari Dahl came to court on Monday. She was arrested by police.", "Dahl was arrested by police"),
    ("long object", "Kari Dahl met with the President of Chad on Monday ahead of the opening of the great new port of "
     "Oslo and its many docks.", "Kari Dahl met with the President of Chad"),
    ("announced by us", "Today, we are announcing the designation of three officials.",
     "Today, we are announcing the designation of three officials"),
    ("opening", "Kari Dahl opened a new school by the sea.", "Kari Dahl opened a new school by the sea"),
    ("name after by", "Kari Dahl was defeated by James To.", "Kari Dahl was defeated by James To"),
    ("office and name", "Deputy Secretary of State Wendy Sherman spoke with the Peruvian Foreign Minister César Landa "
     "today about shared values and the war in the north.", "Deputy Secretary of State Wendy Sherman spoke with"),
    ("name and office", "President Joseph R. Biden, Jr. met today with President Yoon Suk Yeol of the Republic of "
     "Korea in Seoul.", "President Joseph R. Biden, Jr. met today with President Yoon Suk Yeol"),
    ("owner named behind", "Monday’s announcement by the CDC worried towns in Norway.",
     "Monday’s announcement by the CDC worried towns"),
    ("clause in the subject", "A sailor whose boat had sunk was arrested in Chad and was taken to Norway.",
     "A sailor whose boat had sunk was arrested"),
    ("clause in the subject, its verb", "A sailor whose boat was allegedly a drug lab was arrested over the raids.",
     "A sailor whose boat was allegedly a drug lab was arrested"),
    ("second passive", "A sailor whose boat had sunk was arrested in Chad and was taken to Norway.",
     "A sailor whose boat had sunk was arrested in Chad"),
    ("on what condition", "If Chad attacks Norway, Kari Dahl will resign.",
     "If Chad attacks Norway, Kari Dahl will resign"),
    ("only then", "Kari Dahl will only visit Chad once the war has ended.",
     "Kari Dahl will only visit Chad once the war has ended"),
    ("explained object", "Norway will launch a national plan outlining how schools are built.",
     "Norway will launch a national plan"),
    ("doubt is not lost", "The army of Chad trained in the mountains of the north near a small town possibly for an "
     "attack on Sudan.", "The army of Chad trained in the mountains of the north"),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "what"), TOLD)
def test_a_row_stands_alone(construction, text, what):
    assert any(row.startswith(what) for row in told(text)), construction


def two_papers(one, other):
    days = pd.to_datetime(["2021-12-28", "2021-12-29"])
    records = [
        {"article": name, "published": day, "text": text}
        for name, day, text in zip("ab", days, (one, other), strict=True)
    ]
    return analyze(conform(records, "articles")).timeline


def test_two_papers_in_nearly_the_same_words_tell_one_event():
    one = "The suicide attacker rammed his truck into the wall of the consulate of Chad."
    again = "A suicide attacker rammed a truck into the outer wall of Chad’s consulate, police said."
    found = two_papers(one, again)
    both = found[found["articles"] == "a; b"]
    assert both["mentions"].tolist() == [2]
    assert "rammed" in both["what"].iloc[0]


def test_two_papers_on_like_events_tell_two():
    one = "The suicide attacker rammed his truck into the wall of the consulate of Chad."
    other = "The drunken driver rammed his lorry into the gate of the stadium of Chad."
    assert not two_papers(one, other)["articles"].str.contains(";").any()


def test_what_comes_about_is_told_by_its_verb():
    lines = told("A dispute broke out between Norway and Chad on Monday.")
    assert "A dispute broke out between Norway and Chad" in lines


def test_the_occasion_is_told_with_what_was_done_at_it():
    lines = told("Norway and Chad joined the union at a ceremony on Monday.")
    assert "Norway and Chad joined the union at a ceremony" in lines


def test_a_dated_passive_with_a_name_has_a_row():
    assert "Kari Dahl was sent into space" in told("On May 26, 2020, Kari Dahl was sent into space.")


def test_a_verb_that_carries_an_event_tells_it_with_the_noun():
    lines = told("Norway and Chad held a long dialogue on the sea on Monday.")
    assert "Norway and Chad held a long dialogue on the sea" in lines
