"""Classes of who says what, ten sentences each, and look-alikes that must stay as they are."""

from __future__ import annotations

import pytest

from dateline.charts.speakers import tone_by_speaker
from dateline.grammar import parse
from dateline.layout.paragraphs import paragraphs
from dateline.mentions import mentions_in
from dateline.quotes import Quote, quotes_in
from dateline.sentiment import tone_in
from dateline.tables import conform


def quotes_of(text: str) -> list[Quote]:
    """Read every paragraph as body text, so that short examples are no headlines."""
    tokens = parse(text, [(start, end, "body") for start, end in paragraphs(text)])
    return quotes_in(tokens, mentions_in(tokens))


def speaker_words(text: str, part: str) -> str:
    """Give the words that name the speaker of the row that holds a part of the text."""
    row = next(quote for quote in quotes_of(text) if part in quote.text)
    return "" if row.speaker_start is None else text[row.speaker_start : row.speaker_end]


INVERTED = [
    ("“The water came fast,” said teacher Nora Webb.", "teacher Nora Webb"),
    ("“The water came fast,” said baker Omar Haddad of Port Ellis.", "baker Omar Haddad of Port Ellis"),
    ("“We will rebuild,” said widow Jane Porter, 71.", "widow Jane Porter, 71"),
    ("“We will rebuild,” pleaded driver Luke Stone.", "driver Luke Stone"),
    ("“It was a joke,” quipped comedian Rob Lane.", "comedian Rob Lane"),
    ("“Nobody came to help us,” fumed shopkeeper Anna Reed.", "shopkeeper Anna Reed"),
    ("“The season is lost,” lamented coach Mark Dunn.", "coach Mark Dunn"),
    ("“We can win this,” enthused captain Paul Hart.", "captain Paul Hart"),
    ("“I saw it all,” recalled nurse Emma Cole.", "nurse Emma Cole"),
    ("Prices will rise in May, said analyst Peter Walsh.", "analyst Peter Walsh"),
]


@pytest.mark.parametrize(("text", "speaker"), INVERTED)
def test_a_speaker_behind_the_cue_keeps_the_name_behind_the_role(text, speaker):
    assert speaker_words(text, text[1:9]) == speaker


STRAIGHT = [
    ("“They took our land,” Helen Marsh, 62, said.", "Helen Marsh, 62"),
    ("“They took our land,” Helen Marsh, whose farm was sold, said on Friday.", "Helen Marsh, whose farm was sold"),
    ("“They took our land,” Helen Marsh, the mayor of Corby, told CNN.", "Helen Marsh, the mayor of Corby"),
    ("“They took our land,” Helen Marsh, a farmer who lives nearby, said.", "Helen Marsh, a farmer who lives nearby"),
    ("“They took our land,” Helen Marsh, speaking from her porch, said.", "Helen Marsh, speaking from her porch"),
    ("“They took our land,” Senator Paul Grant, who chairs the panel, told reporters.",
     "Senator Paul Grant, who chairs the panel"),
    ("“I ran for it,” the guard, who survived the blast, recalled.", "the guard, who survived the blast"),
    ("“They came at dawn,” one man, who asked not to be named, told the Guardian.",
     "one man, who asked not to be named"),
    ("«The road is closed,» Mayor Rosa Lind told reporters.", "Mayor Rosa Lind"),
    ("“The road is closed,” a spokesman for the ministry said in a statement.", "a spokesman for the ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), STRAIGHT)
def test_a_speaker_before_the_cue_keeps_age_and_clause(text, speaker):
    assert speaker_words(text, text[1:9]) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“A deal is near,” Tom Hardy, 45, told Reuters.",
        "“A deal is near,” one envoy, who spoke on condition of anonymity, told Reuters.",
        "A deal is near, an envoy told Reuters.",
        "“A deal is near,” the envoy told the BBC on Monday.",
        "“A deal is near,” Ann Price, a lawyer, told the Associated Press.",
        "An envoy told CNN that a deal is near.",
    ],
)
def test_an_outlet_that_is_told_never_speaks(text):
    assert all("org:" not in quote.speaker for quote in quotes_of(text))
    assert all(
        not text[quote.speaker_start : quote.speaker_end].endswith(("Reuters", "CNN", "BBC", "Press"))
        for quote in quotes_of(text)
        if quote.speaker_start is not None
    )


LONE = [
    ("Laura Bennett lost her house. “I ran with nothing.”", "person:laura-bennett"),
    ("Laura Bennett, a nurse, walked for hours. “There was no light and no food.”", "person:laura-bennett"),
    ("Laura Bennett is furious. “They promised us a wall and built none.”", "person:laura-bennett"),
    ("For Laura Bennett, it is too late. “My shop is gone.”", "person:laura-bennett"),
    ("Laura Bennett shook her head. “Not today.”", "person:laura-bennett"),
    ("The mayor, Laura Bennett, smiled. “We did it.”", "person:laura-bennett"),
    ("Mayor Laura Bennett was in tears. “I have no words for this.”", "person:laura-bennett"),
    ("“The dam held,” the engineer David Cross said.\n\nLaura Bennett disagrees. “It was never safe.”",
     "person:laura-bennett"),
    ("“The dam held,” the engineer David Cross said.\n\n“It will hold for years.”", "person:david-cross"),
    ("Nobody slept that night. “We heard shots until dawn.”", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), LONE)
def test_a_free_standing_quotation_belongs_to_whom_its_neighbour_is_about(text, speaker):
    row = [quote for quote in quotes_of(text) if not quote.inside][-1]
    assert row.text == "“" + text.rpartition("“")[2]
    assert (row.style, row.speaker, row.inside) == ("direct", speaker, False)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brian Cole was cleared. His lawyer, Rita Moss, wept. “It was time,” she said.", "person:rita-moss"),
        ("Brian Cole was freed. His brother, David Cole, cheered. “It was time,” he said.", "person:david-cole"),
        ("Mary Fox was freed. Her lawyer, Peter Lamb, smiled. “It was time,” he said.", "person:peter-lamb"),
        ("For nurse Emily Sand, the end was near. “We ran out of beds,” she said.", "person:emily-sand"),
        ("“The plan is sound,” said John Carter. “It will pay for itself,” he added.", "person:john-carter"),
        ('Mike Hall said Friday that he would vote. "It is over," the Democratic senator told CNN.',
         "person:mike-hall"),
    ],
)  # fmt: skip
def test_he_or_she_is_the_person_told_of_last(text, speaker):
    assert [quote.speaker for quote in quotes_of(text) if quote.style == "direct"][-1] == speaker


def test_the_judge_may_be_another_than_who_spoke():
    rows = quotes_of('Mike Hall said Friday that he would vote. "It is over," the judge told CNN.')
    assert [quote.speaker for quote in rows if quote.style == "direct"] == [""]


def test_a_name_before_the_role_is_not_the_speaker():
    (row,) = quotes_of('"This vote was stolen," Clinton senior adviser Paul Hall tweeted.')
    assert row.speaker == "person:paul-hall"


DEEDS = [
    "Two men attacked Simon Ward with a knife.",
    "Gunmen attacked Mayor Simon Ward on Monday.",
    "Rebels attacked the president with rockets.",
    "The soldiers blasted the road open.",
    "The beam supports the roof.",
    "The fund backed the start-up with $9 million.",
    "Norway welcomed forty refugees at the port.",
    "The board named a new chief.",
    "The firm reported a net profit of $3 million.",
    "Acme plans to announce a takeover on Tuesday.",
    "The nurse pressed the button.",
    "The publisher released a novel in May.",
]


@pytest.mark.parametrize("text", DEEDS)
def test_deeds_of_the_hand_are_no_speech(text):
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The senator attacked the plan on Monday.", "the plan"),
        ("The senator attacked Simon Ward for his vote.", "Simon Ward for his vote"),
        ("The minister backed the decision.", "the decision"),
        ("The minister supports the reform.", "the reform"),
        ("Norway welcomed the agreement.", "the agreement"),
        ("The paper reported that the bank had failed.", "that the bank had failed"),
        ("The firm announced a takeover.", "a takeover"),
        ("The union slammed the ruling.", "the ruling"),
    ],
)
def test_the_same_verbs_speak_of_plans_and_rulings(text, words):
    assert [quote.text for quote in quotes_of(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Her film “The Long Mile,” she said, was shot in Malta.",
        "The storm, dubbed “Big Otto,” killed four people.",
        "Police said the gang, called “The Ravens,” had fled.",
        "The man, who goes by “Smiley,” said he was cold.",
        "The tower, nicknamed “Needle,” was closed, officials said.",
    ],
)
def test_names_in_marks_are_no_quotations(text):
    name = text[text.index("“") : text.index("”") + 1]
    assert name not in {quote.text for quote in quotes_of(text)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “Never.”", "“Never.”"),
        ("“Yes,” the mayor said.", "“Yes,”"),
        ("“Go!” they shouted.", "“Go!”"),
    ],
)
def test_one_word_can_be_all_that_is_said(text, words):
    assert words in {quote.text for quote in quotes_of(text)}


def test_what_a_quotation_tells_of_others_is_inside_and_ends_with_its_own_mark():
    rows = quotes_of("“The clerk said ‘no refunds’ and shut the window,” Ann Price told the court.")
    assert [(row.text, row.inside) for row in rows] == [
        ("“The clerk said ‘no refunds’ and shut the window,”", False), ("‘no refunds’", True),
    ]  # fmt: skip


def test_words_without_marks_are_never_direct():
    rows = quotes_of('"We won\'t refuse gifts from abroad and they promised aid," he said.')
    assert all(row.text[0] in "\"“'‘" for row in rows if row.style == "direct")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Paul Lund called Peter Holm on Monday. According to his office, he praised “the brave crew”.",
         "person:paul-lund"),
        ("Mayor Anna Lund called Mary Holm on Monday. According to her office, she praised “the brave crew”.",
         "person:anna-lund"),
    ],
)  # fmt: skip
def test_whoever_a_clause_is_about_owns_what_it_opens_with(text, speaker):
    assert {quote.speaker for quote in quotes_of(text) if quote.style == "direct"} == {speaker}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor urged drivers to stay at home.", "drivers to stay at home"),
        ("The judge called the plan a trap.", "the plan a trap"),
    ],
)
def test_what_is_asked_or_called_holds_whom_and_what(text, words):
    assert [quote.text for quote in quotes_of(text)] == [words]


def test_fragments_and_nested_statements_are_inside():
    rows = quotes_of(
        "The envoy called the plan “a trap”. The clerk said that the judge told him the case was closed."
    )
    assert [(row.text, row.inside, row.rule) for row in rows] == [
        ("the plan “a trap”", False, "object"),
        ("“a trap”", True, "marks"),
        ("that the judge told him the case was closed", False, "clause"),
        ("the case was closed", True, "clause"),
    ]


def test_a_statement_cut_by_its_cue_counts_once():
    text = (
        "“We are ready,” John Carter said, “to answer every question.” The talks, Mary Fox said, had failed."
    )
    tokens = parse(text, [(0, len(text), "body")])
    mentions = mentions_in(tokens)
    rows = quotes_in(tokens, mentions)
    assert [row.cue_start for row in rows] == [28, 28, 82, 82]
    assert not any(row.inside for row in rows)
    tones = conform(
        [{"article": "a", **tone._asdict()} for tone in tone_in(tokens, mentions, rows)], "sentiment"
    )
    shown = tone_by_speaker(tones)
    assert shown[["speaker", "n"]].values.tolist() == [["person:john-carter", 1], ["person:mary-fox", 1]]
    assert shown["low"].isna().all()


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("“We won,” the captain said.", "“We won,”", "cue_after"),
        ("The captain said: “We won.”", "“We won.”", "cue_before"),
        ("The captain replied:\n\n“We won.”", "“We won.”", "lead_in"),
        ("Ann Price: “We won.”", "“We won.”", "colon"),
        ("“We have won the cup.” - Ann Price", "“We have won the cup.”", "signature"),
        ("“We won,” the captain said. “Nobody expected it.”", "“Nobody expected it.”", "goes_on"),
        ("The captain said that they had won.", "that they had won", "clause"),
        ("The captain refused to answer.", "to answer", "infinitive"),
        ("The captain praised the plan.", "the plan", "object"),
        ("The captain spoke about the plan.", "the plan", "preposition"),
        ("They ignored the captain's promise to resign.", "to resign", "noun"),
        ("The captain is confident that they will win.", "that they will win", "adjective"),
        ("According to the captain, they won.", "they won", "according"),
        ("Ann Price smiled. “We have won the cup.”", "“We have won the cup.”", "neighbour"),
        ("It was late. “We have won the cup.”", "“We have won the cup.”", "unread"),
    ],
)
def test_every_row_names_the_rule_that_found_it(text, words, rule):
    assert rule in {quote.rule for quote in quotes_of(text) if quote.text == words}


DEMANDED = [
    ("Omar Haddad called for higher taxes.", "higher taxes", "Omar Haddad"),
    ("Omar Haddad called on voters to stay calm.", "voters to stay calm", "Omar Haddad"),
    ("Nora Webb appealed to miners to go back.", "miners to go back", "Nora Webb"),
    ("Nora Webb hinted at a run.", "a run", "Nora Webb"),
    ("Nora Webb bragged about her win.", "her win", "Nora Webb"),
    ("Nora Webb objected to the plan.", "the plan", "Nora Webb"),
    ("Nora Webb apologised for the delay.", "the delay", "Nora Webb"),
    ("Omar Haddad denied taking bribes.", "taking bribes", "Omar Haddad"),
    ("Omar Haddad admitted stealing the car.", "stealing the car", "Omar Haddad"),
    ("Nora Webb recalled seeing the car.", "seeing the car", "Nora Webb"),
    ("Nora Webb is warning voters that taxes will rise.", "that taxes will rise", "Nora Webb"),
    ("Nora Webb called him a liar.", "him a liar", "Nora Webb"),
]
NO_DEMANDS = [
    "Omar Haddad called a taxi.",
    "Omar Haddad was admitted to hospital.",
    "Omar Haddad called the police.",
    "The talks were called off.",
    "The match in Oslo has been called off by the referee.",
    "Omar Haddad called off the wedding.",
    "The reserves were called up.",
]


@pytest.mark.parametrize(("text", "words", "speaker"), DEMANDED)
def test_what_is_called_for_hinted_at_or_denied_is_said(text, words, speaker):
    assert [(one.text, speaker_words(text, words)) for one in quotes_of(text)] == [(words, speaker)]


@pytest.mark.parametrize("text", NO_DEMANDS)
def test_who_is_rung_or_taken_in_is_not_spoken_of(text):
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“We had warned them,” Nora Webb, 54, said.",
        "“They never warned us,” Omar Haddad, 54, a fisherman from Bergen, told the BBC.",
        "“We told them twice,” the mayor, Nora Webb, said.",
    ],
)
def test_a_verb_within_the_marks_says_nothing_of_who_stands_outside(text):
    assert [one.text for one in quotes_of(text)] == [text[: text.index("”") + 1]]
