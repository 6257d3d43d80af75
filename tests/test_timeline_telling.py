"""A timeline has lines for what was done, also when others tell it, and opens with the main event."""

import pytest

from timeline_rows import printed, rows, told

# the story begins otherwise
LEAD = "Kari Dahl opened the new port of Oslo in Norway on Monday. Norway sold the old quay by the sea to a firm. "


TOLD = [
    ("done", "Kari Dahl met with the president of Chad.", "met with"),
    ("feared in the opening", None, "could attack"),
    ("done by the speaker", "“We arrested four men in Chad,” Kari Dahl said.", "arrested four men"),
    (
        "denial in the present",
        "The government of Norway denies any plans to attack Chad.",
        "denies any plans",
    ),
    ("accused in the present", "Kari Dahl accuses Chad of an attack on Norway.", "accuses Chad"),
    ("going on", "Norway is investigating Kari Dahl.", "is investigating"),
    ("talks begin the sentence", "Talks between Norway and Chad continued.", "Talks between Norway and Chad"),
    ("threat", "Norway would attack Chad if it is provoked, Kari Dahl said.", None),
    ("reportedly", "Kari Dahl has reportedly attacked Chad.", "attacked Chad"),
    ("must, with a day", "Kari Dahl must be released by Norway by Jan. 14.", "must be released"),
    ("ratified it", "Norway signed the pact. The parliament of Chad has ratified it.", "has ratified it"),
    ("credit in brackets", "(Photo: Getty Images) Kari Dahl arrested Ola Lie in Oslo.", "arrested Ola Lie"),
    ("will not", "Norway won’t lend any ships to Chad.", "lend any ships"),
    ("dated should stay planned", "Norway and Chad will meet on Friday.", "will meet"),
    ("not signed", "Chad has not signed the treaty with Norway.", "not signed"),
]


@pytest.mark.parametrize(("construction", "text", "words"), [one for one in TOLD if one[1] and one[2]])
def test_what_is_done_keeps_its_row(construction, text, words):
    assert [what for what in told(LEAD + text) if words in what], construction


def test_what_is_feared_has_a_line_where_the_story_begins():
    assert "Russia could attack Norway" in told("Russia could attack Norway, experts fear.")


OPENINGS = [
    ("becoming", "Norway and Chad today became full members of the sea union.", "became full members"),
    ("accepting", "Foreign Minister Kari Dahl accepted papers from three countries.", "accepted papers"),
    (
        "headline in the present",
        "Norway puts navy in state of alert\n\nThe ships sailed to Chad.",
        "puts navy",
    ),
    ("told by others", "Police said that Kari Dahl bought a farm in Oslo.", "bought a farm"),
    (
        "announced",
        "Kari Dahl announced on Monday that she would be on leave.",
        "announced she would be on leave",
    ),
    ("a sum with a day", "Some $2 billion flowed out of the funds of the town last week.", "flowed out"),
]


@pytest.mark.parametrize(("construction", "text", "words"), OPENINGS)
def test_what_the_story_opens_with_has_a_row(construction, text, words):
    assert [what for what in told(text) if words in what], construction
    assert printed(text), "something of the opening is always printed"


def test_short_sentences_do_not_end_the_opening():
    text = "This was no good year. The head of the firm quit. Lumex of Norway halted its work on a mill in the north."
    assert [what for what in told(text) if "halted its work" in what]


def test_the_year_of_a_title_is_no_day_of_the_deed():
    found = rows("At the start Kari Dahl passed Ola Lie, the 2007 world champion, in Oslo.")
    assert found.loc[found["what"].str.contains("passed"), "first"].isna().all()
    assert not found.empty


def test_the_year_of_an_occasion_is_that_of_what_happened_then():
    found = rows(LEAD + "Ninety dancers were trampled in a crush during the 1991 Carnival.")
    assert found.loc[found["what"].str.contains("trampled"), "first"].dt.year.tolist() == [1991]


def test_whose_does_not_begin_a_row():
    text = LEAD + "That came from a man whose brother, Ola Lie, was murdered in 1986."
    assert [what for what in told(text) if what.startswith(("a man’s brother", "brother, Ola Lie"))]


def test_the_month_of_a_magazine_is_no_day_of_the_deed():
    found = rows("In the April issue of Lumex, Kari Dahl accused Norway of an attack.")
    assert found.loc[found["what"].str.contains("accused"), "first"].isna().all()
    assert not found.empty


def test_a_relative_clause_is_told_with_the_noun_that_it_tells_of():
    text = LEAD + "Kari Dahl praised the safety plan that was rejected by Norway in 1990."
    assert [what for what in told(text) if what.startswith("the safety plan was rejected")]


def test_a_noun_with_nothing_but_an_adjective_tells_nothing():
    assert "new resolution" not in told(LEAD + "The new resolution of 1978 is long.")
