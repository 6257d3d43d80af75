"""Wordings that stand in the text: which clause stands alone, where it begins and ends, and whom its pronoun means."""

import csv
import json
from types import SimpleNamespace

import pytest

from dateline import analyze
from dateline.events.rows import with_rows
from dateline.events.rows.filling import called_by
from dateline.events.rows.fitness import fitness_weights
from dateline.events.rows.fittest import TOLD, UNFIT, ranked, wordings_of
from dateline.events.rows.judged import COLUMNS, JUDGED, STRICT, read_judged
from dateline.events.rows.reading import read_line
from dateline.events.rows.standalone import tells_of_all
from dateline.events.rows.standing import LONGEST, standing
from dateline.events.rows.syntax import parse_from
from dateline.events.rows.weights import Weights
from dateline.events.rows.wording_training import measured
from dateline.events.rows.words import Worded, worded_event
from dateline.events.rows.written import CLAUSE, TRIMMED
from dateline.grammar.tree import tree_of
from dateline.tables import ROW
from hand_tokens import tokens_of
from timeline_rows import read

STANDING = [
    ("all that hangs on it", "On Monday, the army of Chad shelled two towns, killing nine people.", "shelled",
     "the army of Chad shelled two towns, killing nine people"),
    ("not who says so", "Kari Dahl resigned after the vote, police in Oslo said.", "resigned",
     "Kari Dahl resigned after the vote"),
    ("reported", "Police in Oslo said that Kari Dahl had resigned after the vote.", "resigned",
     "Kari Dahl had resigned after the vote"),
    ("denied, not reported", "Police in Oslo denied that Kari Dahl had resigned.", "resigned",
     "Police in Oslo denied that Kari Dahl had resigned"),
    ("not said", "Police in Oslo did not say that Kari Dahl had resigned.", "resigned",
     "Police in Oslo did not say that Kari Dahl had resigned"),
    ("not what is told beside", "Norway sold the port, but Chad kept the ships.", "sold", "Norway sold the port"),
    ("what is told beside", "Norway sold the port, but Chad kept the ships.", "kept", "Chad kept the ships"),
    ("a subject shared", "Norway sold the port and kept the ships of the navy.", "kept",
     "Norway kept the ships of the navy"),
    ("of a name", "The vote angered Ole Lund, who left Oslo in a rage.", "left", "Ole Lund left Oslo in a rage"),
    ("not of all", "All teachers who missed the march were dismissed by Norway.", "missed",
     "All teachers who missed the march were dismissed by Norway"),
    ("not of any", "Norway will free sailors who sign the pledge.", "sign",
     "Norway will free sailors who sign the pledge"),
    ("the judge is Lund", "Ole Lund is the judge who freed the sailors.", "freed", "Ole Lund freed the sailors"),
    ("it was the Dane", "It was the Dane who won the prize.", "won", "the Dane won the prize"),
    ("a participle", "Norway sent ships carrying nine tons of rice.", "carrying",
     "Norway sent ships carrying nine tons of rice"),
    ("an infinitive", "Ole Lund was reluctant to sell the port.", "sell", "Ole Lund was reluctant to sell the port"),
    ("decided against it", "Ole Lund decided against selling the port.", "selling",
     "Ole Lund decided against selling the port"),
    ("on condition", "If Chad attacks, Norway will close the port.", "close",
     "If Chad attacks, Norway will close the port"),
    ("a condition", "If Chad attacks, Norway will close the port.", "attacks",
     "If Chad attacks, Norway will close the port"),
    ("when it was done", "Norway closed the port when Chad attacked the islands.", "attacked",
     "Chad attacked the islands"),
    ("when it will be", "Norway will close the port when Chad attacks the islands.", "attacks",
     "Norway will close the port when Chad attacks the islands"),
    ("the day is in its column", "Kari Dahl left Oslo on Monday for Bergen.", "left", "Kari Dahl left Oslo for Bergen"),
    ("said behind", "“Chad sank the ships,” said Kari Dahl.", "said", "“Chad sank the ships,” said Kari Dahl"),
    ("neither nor", "Neither Kari Dahl nor Ole Lund has left Oslo.", "left",
     "Neither Kari Dahl nor Ole Lund has left Oslo"),
    ("whom she means", "Kari Dahl won the race. She left Oslo by ship.", "left", "Dahl left Oslo by ship"),
    ("a comma left over", "Kari Dahl sold the port of Oslo on Monday, and kept the ships.", "sold",
     "Kari Dahl sold the port of Oslo, and kept the ships"),
    ("whom", "Kari Dahl won the race. The court ordered her to leave Oslo.", "leave",
     "The court ordered Dahl to leave Oslo"),
    ("whose, beside a name", "Kari Dahl won the race. Ole Lund sold her house by the sea.", "sold",
     "Ole Lund sold her house by the sea"),
    ("one of two deeds", "Norway sold the port and, in May, closed the mine.", "sold",
     "Norway sold the port and, in May, closed the mine"),
    ("nor", "Norway sold the port on Monday. Nor did Kari Dahl keep the ships.", "keep",
     "Nor did Kari Dahl keep the ships"),
    ("never", "Never did Kari Dahl attack Ole Lund in Oslo.", "attack", "Never did Kari Dahl attack Ole Lund in Oslo"),
    ("at no time", "At no time did Kari Dahl attack Ole Lund.", "attack", "At no time did Kari Dahl attack Ole Lund"),
    ("allegedly", "Allegedly, Kari Dahl robbed the bank.", "robbed", "Allegedly, Kari Dahl robbed the bank"),
    ("not a manner", "Quietly, Kari Dahl robbed the bank.", "robbed", "Kari Dahl robbed the bank"),
    ("as long as", "As long as Chad bombs Malta, Norway will close the port.", "close",
     "As long as Chad bombs Malta, Norway will close the port"),
    ("should he win", "Should Ole Lund win the vote, Kari Dahl will resign.", "resign",
     "Should Ole Lund win the vote, Kari Dahl will resign"),
    ("only when", "Only when Chad leaves Malta will Norway close the port.", "close",
     "Only when Chad leaves Malta will Norway close the port"),
    ("whose", "Kari Dahl won the race. Her team left Oslo by ship.", "left", "Dahl’s team left Oslo by ship"),
    ("the driver", "A Norwegian driver hit a bus in Bergen. He was arrested by police.", "arrested",
     "A Norwegian driver was arrested by police"),
    ("the gunmen", "Two masked gunmen robbed a shop in Bergen. They were arrested by police.", "arrested",
     "Two masked gunmen were arrested by police"),
    ("not what is told of them", "Two gunmen who wore masks robbed a shop. They were arrested by police.", "arrested",
     "Two gunmen were arrested by police"),
    ("no spokesman", "A spokesman for Dahl said he had left Oslo by ship.", "left",
     "A spokesman for Dahl said he had left Oslo by ship"),
    ("the bank by its name", "The news hurt Acme Bank. The bank sold the port.", "sold", "Acme Bank sold the port"),
    ("with its article", "Chad met the Port Commission. The commission sold the port.", "sold",
     "The Port Commission sold the port"),
    ("the fuller words", "Norway signed a fishing treaty with Chad. The treaty helped the ports.", "helped",
     "The fishing treaty helped the ports"),
    ("this treaty", "Norway signed a fishing treaty with Chad. Now this treaty helped the ports.", "helped",
     "the fishing treaty helped the ports"),
    ("one of two treaties", "Norway signed a fishing treaty and a border treaty. The treaty helped the ports.",
     "helped", "The treaty helped the ports"),
    ("another's treaty", "Norway signed another fishing treaty. The treaty helped the ports.", "helped",
     "The treaty helped the ports"),
    ("a treaty with a number", "Norway signed a fishing treaty and two old treaties. The treaties helped the ports.",
     "helped", "The treaties helped the ports"),
    ("one told otherwise", "Norway signed a fishing treaty and a treaty with Chad. The treaty helped the ports.",
     "helped", "The treaty helped the ports"),
    ("another body named since", "A Dutch oil firm lost nine ships. Shares of Acme Mining fell. The firm sold it.",
     "sold", "The firm sold it"),
    ("somebody named since", "A Norwegian driver hit a bus. Ole Lund was hurt. He was arrested by police.", "arrested",
     "He was arrested by police"),
    ("one of two women", "A clerk was hurt in Oslo. Kari Dahl, who said a guard hit her, left Oslo.", "left",
     "Kari Dahl, who said a guard hit her, left Oslo"),
    ("the treaty goes on", "Norway signed a fishing treaty. The treaty of Oslo is old. The treaty helped the ports.",
     "helped", "The fishing treaty helped the ports"),
    ("one of two banks", "Acme Bank sued the Bank of Oslo on Monday. The bank sold the port.", "sold",
     "The bank sold the port"),
    ("one of two bodies", "Orkla bought Acme Bank in 1992. The bank then sold the port.", "sold",
     "The bank then sold the port"),
    ("one of two without names", "A guard shot a clerk. The clerk died. He had drawn a knife. He was suspended.",
     "suspended", "He was suspended"),
    ("of what her husband is accused", "Police held a man. Ann Lee accused her husband of theft. He was freed.",
     "freed", "He was freed"),
    ("one of two drivers", "A Norwegian driver hit a bus. A Swedish driver helped. The driver was held. He was freed.",
     "freed", "He was freed"),
    ("a state that passes", "Oslo looked for a missing boy. The boy was found in Bergen.", "found",
     "The boy was found in Bergen"),
    ("a draft of it", "Chad read the draft fishing treaty. The treaty helped the ports.", "helped",
     "The fishing treaty helped the ports"),
    ("plain treaties as well", "Norway signed a fishing treaty. Chad signed a treaty. The treaty helped the ports.",
     "helped", "The treaty helped the ports"),
    ("not done by the driver", "A Norwegian driver hit a bus in Bergen. He was not arrested by police.", "arrested",
     "The Norwegian driver was not arrested by police"),
    ("most of them", "Most gunmen robbed a shop in Bergen. They were arrested by police.", "arrested",
     "They were arrested by police"),
    ("Monday's treaty", "Norway signed Monday's treaty. The treaty helped the ports.", "helped",
     "The treaty helped the ports"),
    ("a noun that goes on", "Norway signed a fishing treaty. The treaty talks helped the ports.", "helped",
     "The treaty talks helped the ports"),
]  # fmt: skip


def clause(text, word, kind=CLAUSE):
    events, parse, _, called = read(text)
    event = next(event for event in events if event.text == word)
    found = standing(parse, parse.at[event.start], called, event.date_phrase)
    return next(one.text for one in found if one.kind == kind)


@pytest.mark.parametrize(("what", "text", "word", "words"), STANDING, ids=[one[0] for one in STANDING])
def test_a_clause_stands_as_in_the_text(what, text, word, words):
    assert clause(text, word) == words


SAID = [
    ("Police in Oslo said that Kari Dahl had resigned after the vote, but Ole Lund had stayed.", "resigned",
     "Police in Oslo said that Kari Dahl had resigned after the vote"),
    ("Kari Dahl resigned, police in Oslo said, after the vote.", "resigned",
     "Kari Dahl resigned, police in Oslo said, after the vote"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "words"), SAID)
def test_a_clause_can_be_told_with_who_says_so(text, word, words):
    events, parse, _, called = read(text)
    event = next(event for event in events if event.text == word)
    assert words in [one.text for one in standing(parse, parse.at[event.start], called)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("But Norway sold the port.", "Norway sold the port"),
        ("And in contrast, the firm sold the port.", "The firm sold the port"),
        ("However, it was Kari Dahl who sold the port.", "It was Kari Dahl who sold the port"),
        ("Both Kari Dahl and Ole Lund sold the port.", "Both Kari Dahl and Ole Lund sold the port"),
        ("Still waters sold the port.", "Still waters sold the port"),
    ],
)
def test_a_sentence_goes_without_what_ties_it_to_the_one_before(text, words):
    events, parse, _, _ = read(text)
    event = next(event for event in events if event.text == "sold")
    assert words in [one.text for one in standing(parse, parse.at[event.start], {})]


QUOTED = [
    ("goes on behind the line", "Kari Dahl said in Oslo: “Norway will sell the port. It costs too much.”", "said",
     "Kari Dahl said in Oslo: “Norway will sell the port”"),
    ("straight marks", 'Kari Dahl said in Oslo: "Norway will sell the port. It costs too much."', "said",
     'Kari Dahl said in Oslo: "Norway will sell the port"'),
    ("a line that is all speech", "“Norway sold the port to Chad. It cost too much,” Kari Dahl said.", "sold",
     "Norway sold the port to Chad"),
    ("closed nowhere", "Kari Dahl called the deal “a scandal for the port.", "called",
     "Kari Dahl called the deal a scandal for the port"),
    ("ends in the line", "Kari Dahl praised the “iron will” of Chad.", "praised",
     "Kari Dahl praised the “iron will” of Chad"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "word", "words"), QUOTED, ids=[one[0] for one in QUOTED])
def test_speech_keeps_its_marks_behind_who_speaks(what, text, word, words):
    assert clause(text, word) == words


def test_a_trimmed_clause_loses_its_asides_and_keeps_its_condition():
    text = "Kari Dahl, the mayor of Oslo, will sell the port, which is old, if Chad pays, as she has long promised."
    assert clause(text, "sell", TRIMMED) == "Kari Dahl will sell the port if Chad pays"


@pytest.mark.parametrize(
    ("text", "word", "never"),
    [
        ("If Chad attacks Norway, Kari Dahl will resign.", "resign", "Kari Dahl will resign"),
        (
            "All teachers who missed the march were freed by Norway.",
            "missed",
            "All teachers missed the march",
        ),
        ("If Chad attacks, Norway will pay and Kari Dahl will resign.", "resign", "Kari Dahl will resign"),
        ("Norway will bomb Malta in case Chad leaves.", "bomb", "Norway will bomb Malta"),
    ],
)
def test_no_wording_turns_the_sense(text, word, never):
    events, parse, names, called = read(text)
    event = next(event for event in events if event.text == word)
    found = wordings_of(parse, parse.at[event.start], worded_event(parse, event, names), called)
    assert found
    assert never not in [wording.text for wording, _ in found]


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Neither Kari Dahl nor Ole Lund resigned.", "resigned", "Neither Kari Dahl nor Ole Lund resigned"),
        ("Scarcely any guards shot Ole Lund in Oslo.", "shot", "Scarcely any guards shot Ole Lund in Oslo"),
        ("It is not true that Ann Lee stole the money.", "stole", "It is not true that Ann Lee stole the money"),
        ("Norway did not pay Chad, nor did President Kari Dahl free the sailors.", "free",
         "Norway did not pay Chad, nor did President Kari Dahl free the sailors"),
        ("Nowhere did Kari Dahl praise the army of Chad.", "praise",
         "Nowhere did Kari Dahl praise the army of Chad"),
        ("Perhaps Kari Dahl killed Ole Lund in Oslo.", "killed", "Perhaps Kari Dahl killed Ole Lund in Oslo"),
        ("If Chad attacks, Norway will bomb Malta and Kari Dahl will resign.", "resign",
         "If Chad attacks, Norway will bomb Malta and Kari Dahl will resign"),
        ("If Chad attacks, Norway will bomb Malta, but Kari Dahl resigned.", "resigned", "Kari Dahl resigned"),
        ("Norway will bomb Malta if Chad attacks, and Kari Dahl will resign.", "resign", "Kari Dahl will resign"),
        ("Norway will bomb Malta in case Chad leaves.", "bomb", "Norway will bomb Malta in case Chad leaves"),
    ],
)  # fmt: skip
def test_a_row_says_what_denies_it_or_what_it_hangs_on(text, word, words):
    events = analyze(f"Storm hits coast\n\n{text}", published="2024-05-08")
    row = events.events.set_index("text").loc[word]
    assert (row["what"], words in set(events.timeline["what"])) == (words, True)


def test_where_every_wording_turns_the_whole_sentence_is_printed_however_long():
    tail = ", ".join(f"the town of {letter * 3}berg" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY")
    text = f"If Chad attacks Norway, Kari Dahl will leave {tail} and Oslo."
    assert len(text) > LONGEST
    events, parse, names, called = read(text)
    event = next(event for event in events if event.text == "leave")
    found = wordings_of(parse, parse.at[event.start], worded_event(parse, event, names), called)
    assert [wording.text for wording, _ in found] == [text.rstrip(".")]


def test_a_clause_beside_with_a_row_of_its_own_is_not_told_twice():
    text = (
        "Talks between Norway and NATO are planned two days later, and consultations between Norway and the Council "
        "for Trade and Fisheries in Europe (CTFE) are to follow on May 13."
    )
    events, parse, names, called = read(text)
    event = next(event for event in events if event.text == "planned")._replace(status="planned", weight=0.7)
    cut = worded_event(parse, event, names)
    follow = frozenset(at for at, word in enumerate(parse.tokens.word) if word == "follow")
    alone = [
        ranked(parse, event, cut, called, fitness_weights(), others)[0].text
        for others in (frozenset(), follow)
    ]
    assert alone == [text.rstrip("."), "Talks between Norway and NATO are planned two days later"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bomber drove a truck into the port of Oslo, killing nine sailors and wounding forty.",
         "A bomber drove a truck into the port of Oslo"),
        ("Norway withdrew its troops from Chad, ending a mission in which forty soldiers were killed.",
         "Norway withdrew its troops from Chad"),
    ],
)  # fmt: skip
def test_what_has_a_row_of_its_own_is_not_told_beside_another(text, words):
    rows = analyze(text).timeline
    assert words in set(rows.loc[rows["weight"] >= ROW, "what"])


@pytest.mark.parametrize(
    ("text", "word", "never"),
    [
        (
            "Norway thanked the sailors for the aid that Chad is providing to Malta.",
            "providing",
            "Chad is providing",
        ),
        ("Ole Lund praised the costs that Norway will impose on Chad.", "impose", "Norway will impose"),
        ("Ole Lund named the costs that the United States and our Allies and partners will impose on Chad.", "impose",
         "the United States and our Allies"),
        ("Kari Dahl listed the steps that Norway is taking with Malta.", "taking", "Norway is taking"),
    ],
)  # fmt: skip
def test_no_line_lacks_what_a_relative_clause_acts_on(text, word, never):
    events, parse, names, called = read(text)
    event = next(event for event in events if event.text == word)
    found = wordings_of(parse, parse.at[event.start], worded_event(parse, event, names), called)
    assert [one.text for one, _ in found if one.text.startswith(never)] == []
    assert found


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Ole Lund praised the day Kari Dahl left for Oslo.", "left", "Kari Dahl left for Oslo"),
        ("The vote angered Ole Lund, who left Oslo in a rage.", "left", "Ole Lund left Oslo in a rage"),
    ],
)
def test_a_relative_clause_that_lacks_nothing_is_told_alone(text, word, words):
    events, parse, names, called = read(text)
    event = next(event for event in events if event.text == word)
    found = wordings_of(parse, parse.at[event.start], worded_event(parse, event, names), called)
    assert words in {one.text for one, _ in found}


def test_no_sentence_is_printed_again_for_a_small_event_in_it():
    text = "Norway withdrew its troops from Chad, ending a mission in which forty soldiers were killed."
    rows = analyze(text).timeline.set_index("what")["weight"]
    words = [set(line.split()) for line in rows.index[rows >= ROW]]
    covered = [(a, b) for a in words for b in words if a is not b and len(a & b) >= 0.8 * len(a)]
    assert (len(words), covered) == (2, [])
    assert TOLD in set(analyze(text).timeline["why"])


def test_a_name_that_is_blank_is_put_in_for_no_pronoun():
    _, parse, _, _ = read("Kari Dahl won the race. She left Oslo by ship.")
    at = next(start for start, word in parse.at.items() if parse.tokens.word[word] == "She")
    blank = SimpleNamespace(start=at, end=at + 3, entity="person:blank")
    nowhere = SimpleNamespace(start=10**6, end=10**6 + 3, entity="person:blank")
    assert called_by(parse, [blank, nowhere], {"person:blank": " "}) == {}


TEXT = "Kari Dahl, the mayor, sold the port of Oslo."
LINE = "sea.jsonl,a,22,26,clause,2,0:43,0,1,,strict\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sea.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    return tmp_path


def judged(folder, *lines):
    path = folder / "judged.csv"
    path.write_text(",".join(COLUMNS) + "\n" + "".join(lines), encoding="utf-8")
    return list(read_judged(path, folder))


def test_judged_wordings_are_read_with_their_signals(folder):
    cut = "sea.jsonl,a,22,26,cut,2,0:9 22:35,0,0,cut,plain\n"
    whole, part = judged(folder, LINE, cut)
    assert (whole.fit, whole.fault, part.fit, part.fault) == (True, "", False, "cut")
    assert (whole.signals["share of the clause"], whole.signals["subject: a name"]) == (1.0, 1.0)
    assert (whole.signals.get(STRICT), part.signals.get(STRICT)) == (1.0, None)
    assert part.signals["share of the clause"] < 1
    assert measured([whole, part], [0.9, 0.2]) == (1, 0.0, 1.0, 1.0)


def test_judged_wordings_of_another_text_are_refused_by_name(folder):
    with pytest.raises(ValueError, match=r"has no article 'b'"):
        judged(folder, LINE.replace(",a,", ",b,"))


FAULTS = {
    "", "claim", "cut", "glued", "headless", "nobody", "noevent", "nonfinite", "other", "toolong", "wrongday",
    "wrongdoer", "wrongstatus",
}  # fmt: skip


def test_judged_wordings_of_no_event_are_left_out_and_counted(folder):
    with pytest.warns(
        UserWarning, match=r"judged.csv: 1 wordings are of no event any more .* first sea.jsonl\|a at 0"
    ):
        found = judged(folder, LINE, LINE.replace(",22,26,", ",0,4,"))
    assert len(found) == 1


def test_marks_that_hang_on_nothing_else_end_no_reading():
    tree = tree_of(tokens_of("[PERSON Ann Lie] left/root Oslo/obj ,/punct --/acl:relcl ."))
    parse = parse_from(tree)
    left = parse.tokens.word.index("left")
    assert not tells_of_all(parse, parse.tokens.word.index("--"))
    assert [one.kind for one in standing(parse, left, {})][:1] == [CLAUSE]


def test_the_list_of_judged_wordings_has_no_words_of_the_texts():
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert {row["kind"] for row in rows} <= {"cut", "clause", "trimmed", "framed", "sentence"}
    assert {row["fit"] for row in rows} == {"0", "1"}
    for row in rows:
        assert all(span.replace(":", "").isdigit() for span in row["words"].split())
        assert row["start"].isdigit() and row["end"].isdigit() and int(row["start"]) < int(row["end"])
        assert row["told"] in {"0", "1", "2"} and row["filled"].isdigit()
    assert {row["fault"] for row in rows if row["fit"] == "1"} == {"", "+twice"}
    assert {row["reader"] for row in rows} == {"plain", "strict"}
    assert {row["fault"].removesuffix("+twice") for row in rows} == FAULTS


STORY = (
    "Kari Dahl sold the port of Oslo on Monday. Ole Lund bought nine ships in Chad on Monday. Chad closed the mine on "
    "Tuesday. Norway opened a school by the sea on Friday."
)


def weighed(model):
    story = read_line({"text": STORY, "published": "2024-05-11"})
    events = with_rows(story.events, story.tree, story.mentions, story.published, story.dates, wording=model)
    return {event.text: event for event in events}


def test_what_no_wording_saves_loses_its_row_and_something_of_the_opening_keeps_one():
    known, unfit = weighed(Weights(5.0, {})), weighed(Weights(-15.0, {}))
    assert {word for word, event in known.items() if event.weight >= ROW} == {
        "sold",
        "bought",
        "closed",
        "opened",
    }
    lead = max(("sold", "bought"), key=lambda word: known[word].weight)
    assert {word for word, event in unfit.items() if event.weight >= ROW} == {lead}
    assert unfit["closed"].why == UNFIT


def test_two_rows_have_the_same_words_only_where_there_are_no_others():
    words = [event.what for event in weighed(Weights(5.0, {})).values() if event.weight >= ROW]
    assert sorted(set(words)) == sorted(words)


PLANS = [
    ("with its verb", "Kari Dahl proposes bold plan to tear down the prison.", "tear",
     "Kari Dahl proposes bold plan to tear down the prison"),
    ("whose plan", "Lawyers of the port praised Norway's decision to free the sailors.", "free",
     "Norway's decision to free the sailors"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "word", "words"), PLANS, ids=[one[0] for one in PLANS])
def test_what_is_only_planned_is_told_with_its_plan(what, text, word, words):
    events, parse, names, called = read(text)
    event = next(event for event in events if event.text == word)
    cut = worded_event(parse, event, names, called)
    found = wordings_of(parse, parse.at[event.start], cut, called, event.date_phrase)
    assert found[0][0].text == words
    assert cut.text not in [one.text for one, _ in found]


@pytest.mark.parametrize(
    ("text", "word", "left_out"),
    [
        (
            "Kari Dahl told reporters she believes that the bridge will hold.",
            "told",
            "that the bridge will hold",
        ),
        ("Lawyers said the head of the port had tried to kill Ole Lund.", "said", "to kill Ole Lund"),
    ],
)
def test_no_wording_breaks_off_before_what_is_thought_or_tried(text, word, left_out):
    events, parse, _, called = read(text)
    token = parse.at[next(event.start for event in events if event.text == word)]
    last = text.index(left_out) + parse.tokens.start[min(parse.under(token))]
    kept = frozenset(one for one in parse.under(token) if parse.tokens.start[one] < last)
    short = text[: text.index(left_out)].strip()
    assert short not in [one.text for one, _ in wordings_of(parse, token, Worded(short, 2, kept), called)]
