"""A timeline leaves out opinions, fragments, what always holds and second tellings, and opens with the main event."""

import pytest

from timeline_rows import rows, told

# the story begins otherwise
LEAD = "Kari Dahl opened the new port of Oslo in Norway on Monday. Norway sold the old quay by the sea to a firm. "


LEFT_OUT = [
    ("should", "All European states should attack Chad together.", "attack"),
    ("must", "Norway must reject this trader of death.", "reject"),
    ("would", "Norway would never attack Chad, Kari Dahl said.", "attack"),
    ("need not", "“Chad can’t attack Norway,” Kari Dahl said.", "attack"),
    ("speaker", "“We met with Chad and I urged Kari Dahl to go,” a rower said.", "met"),
    ("speaker asked", "“I have asked Kari Dahl to look after Norway,” the rower said.", "asked"),
    ("question", "Did Norway attack Chad?", "attack"),
    ("view", "Kari Dahl argued that Norway changed Chad.", "changed"),
    ("law in the present", "The old treaty calls for the withdrawal of Norway.", "calls"),
    ("document", "The report accuses Chad.", "accuses"),
    ("bare plural", "Critics blame Norway.", "blame"),
    ("-ing alone", "Kari Dahl said little. Norway working with the port of Chad.", "working"),
    ("what was stopped", "Norway stopped attacking Chad.", "Norway attacking"),
    ("meeting needs", "Kari Dahl wants a navy capable of meeting the needs of Norway.", "meeting"),
    (
        "call for something",
        "Dahl heard calls by Chad for help. The calls by Chad for aid grew.",
        "calls",
    ),
    ("conference of nobody", "A press conference was held on Monday.", "press conference"),
    (
        "numbered picture",
        "Fans of Chad Getty 6/19 Kari Dahl arrested Ola Lie in Oslo AP 7/19 A bay",
        "arrested",
    ),
    (
        "page",
        "Kari Dahl hit Chad Click to share on Lumex (Opens in new window) Dahl arrested Ola Lie.",
        "arrested",
    ),
    ("agency's picture", "Fans of Chad Getty Images 6 Kari Dahl arrested Ola Lie in Oslo.", "arrested"),
    ("speaker's plan", "“I am going to try my luck in Chad,” Kari Dahl said.", "try my"),
    ("implied", "Kari Dahl implied that she had applied to Norway.", "applied"),
    ("state with a day", "Kari Dahl was close to Norway in 1960.", "close"),
    (
        "press conference with a day",
        "Kari Dahl smiled. At a May 4 press conference she wept.",
        "press conference",
    ),
    ("named so", "Kari Dahl called the treaty of Chad a gift.", "called"),
    ("named so, of a thing", "Kari Dahl condemned what Chad called a breach of faith.", "called"),
    ("what alone", "Kari Dahl condemned what she called a breach of faith.", "what"),
    ("poll", "The poll of Norway on Monday was long.", "poll"),
    ("war as a place", "Kari Dahl served in the Norway civil war.", "civil war"),
    ("ongoing before", "Norway had been attacking Chad.", "attacking"),
    ("nobody hit", "Rebels from Chad killed three guards and wounded.", "wounded"),
    ("denied by another word", "Kari Dahl has not backed Chad or attacked Norway.", "attacked"),
    ("not done", "Norway did not confirm the price of oil.", "confirm"),
]


@pytest.mark.parametrize(("construction", "text", "word"), LEFT_OUT)
def test_what_is_said_wished_or_always_so_has_no_row(construction, text, word):
    assert not [what for what in told(LEAD + text) if word in what], construction


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
    (
        "said at length",
        "Norway conceded that its strikes very likely resulted in the deaths of many "
        "people in the old towns in the north of Chad, pledging a full inquiry.",
        "conceded its strikes resulted",
    ),
    ("dated should stay planned", "Norway and Chad will meet on Friday.", "will meet"),
    ("not signed", "Chad has not signed the treaty with Norway.", "not signed"),
]


@pytest.mark.parametrize(("construction", "text", "words"), [one for one in TOLD if one[1] and one[2]])
def test_what_is_done_keeps_its_row(construction, text, words):
    assert [what for what in told(LEAD + text) if words in what], construction


def test_what_is_feared_has_a_row_where_the_story_begins():
    assert told("Russia could attack Norway, experts fear.") == ["Russia could attack Norway"]


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


def test_what_the_story_opens_with_has_none_further_down():
    assert not [what for what in told(LEAD + "Kari Dahl accepted papers.") if "papers" in what]


ONCE = [
    ("purpose of a deed", "Norway helped end the war in Chad four years ago.", "Norway helped end the war"),
    ("object of a deed", "Norway condemned the attack of Chad on Kari Dahl.", "Norway condemned the attack"),
    (
        "promise",
        "Norway promised to withdraw its troops from Chad.",
        "Norway promised to withdraw its troops",
    ),
]


@pytest.mark.parametrize(("construction", "text", "what"), ONCE)
def test_a_clause_is_told_once(construction, text, what):
    found = told(text)
    assert len(found) == 1, construction
    assert found[0].startswith(what)


ALONE = [
    ("compound", "The strike committee of Norway met Kari Dahl.", "The strike committee of Norway met Kari Dahl"),
    ("no attack", "The inquiry ended in July with no attack on Norway.", "The inquiry ended with no attack on Norway"),
    ("in passing", "Kari Dahl was praised for talks with Chad.", "Kari Dahl was praised for talks with Chad"),
    ("subject", "The air strikes of Norway killed men in Chad.", "The air strikes of Norway killed men in Chad"),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "what"), ALONE)
def test_a_noun_within_the_clause_of_a_row_has_no_row(construction, text, what):
    assert told(LEAD + text)[-1:] == [what] or what in told(LEAD + text)
    assert len(told(LEAD + text)) == len(told(LEAD)) + 1, construction


def test_a_relative_clause_is_told_with_the_noun_that_it_tells_of():
    text = LEAD + "Kari Dahl praised the safety plan that was rejected by Norway in 1990."
    assert [what for what in told(text) if what.startswith("the safety plan was rejected")]


def test_a_noun_with_nothing_but_an_adjective_tells_nothing():
    assert "new resolution" not in told(LEAD + "The new resolution of 1978 is long.")
