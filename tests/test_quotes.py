"""Quotations, their cues and their speakers."""

from __future__ import annotations

import itertools
import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import tables
from dateline.evaluation.quotes import attributions_of
from dateline.grammar import parse
from dateline.language import Sentence, Tokens
from dateline.layout.paragraphs import paragraphs
from dateline.mentions import mentions_in
from dateline.quotes import Quote, find_quotes, quotes_in
from dateline.quotes.cues import lexicon
from dateline.quotes.marks import marked_spans

# Class of marks, text, the stretches in marks. Sentences made up for this test.
MARKS = [
    ("curly", "“We are ready,” he said, “to answer.”", ["“We are ready,”", "“to answer.”"]),
    ("straight", 'She called it "a bad day" and left.', ['"a bad day"']),
    ("single", "‘The workers’ vote counts,’ she said.", ["‘The workers’ vote counts,’"]),
    ("straight single", "Mayor calls plan 'a gift' to city's drivers", ["'a gift'"]),
    ("apostrophes are no marks", "It's the '90s, and the workers' union didn't strike.", []),
    ("guillemets", "« Oui », he said; »Nein«, she answered.", ["« Oui »", "»Nein«"]),
    ("German", "„Wir sind bereit“, he wrote. „Ja!“", ["„Wir sind bereit“", "„Ja!“"]),
    ("nested", "He said: “She told me ‘never’ twice.”", ["“She told me ‘never’ twice.”"]),
    ("curly in straight", 'It read: "The “old” bridge."', ['"The “old” bridge."']),
    ("mixed styles", "There was “no doubt\" and \"no fear”.", ["“no doubt\"", "\"no fear”"]),
    ("Penn", "``Yes,'' he said.", ["``Yes,''"]),
    ("inches", 'He is 6\'2" tall and says "yes".', ['"yes"']),
    ("missing close ends with its sentence", "He said: “No closing. It rained.\n\nDry.", ["“No closing."]),
    ("missing close before a later pair", "“One. She left. “Two,” he said.", ["“One.", "“Two,”"]),
    ("missing open", "No opening,” he said. “Fine.”", ["“Fine.”"]),
    ("lone marks", "\"\n”\n“”", []),
    ("opening repeated", "“One.\n\n“Two,” she said.", ["“One.", "“Two,”"]),
    ("closed a paragraph later", "“One.\n\nTwo,” she said.", ["“One.", "Two,”"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_marks_pair(text, wanted):
    assert [text[span.start : span.end] for span in marked_spans(text)] == wanted


def test_a_repeated_opening_mark_carries_one_speech_on():
    spans = marked_spans("“One.\n\n“Two.\n\n“Three.”\n\n“Four.”")
    assert [span.run for span in spans] == [1, 1, 1, 2]


NOISE = st.text(alphabet="“”\"'‘’«»„`ab .,:?\n", max_size=200)


@given(NOISE)
def test_any_marks_give_ordered_stretches_of_at_most_a_paragraph(text):
    spans = marked_spans(text)
    for before, after in itertools.pairwise(spans):
        assert before.end <= after.start
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert "\n" not in text[span.start : span.end]


@pytest.mark.parametrize("unit", ['"', "“", "”", "'", "“a” ", "« ", "“a.\n“b” ", "'s a"])
def test_a_hundred_thousand_marks_are_survived(unit):
    text = unit * (100_000 // len(unit))
    assert all(span.end <= len(text) for span in marked_spans(text))


def quotes_of(text: str, *, named: bool = False) -> list[Quote]:
    """Read every paragraph as body text, so that short examples are no headlines."""
    tokens = parse(text, [(start, end, "body") for start, end in paragraphs(text)])
    return quotes_in(tokens, mentions_in(tokens) if named else [])


def said(text: str) -> list[tuple[str, str, str, str]]:
    """List style, words, speaker and cue of each quote, as they stand in the text."""
    return [
        (
            quote.style,
            quote.text,
            "" if quote.speaker_start is None else text[quote.speaker_start : quote.speaker_end],
            "" if quote.cue_start is None else text[quote.cue_start : quote.cue_end],
        )
        for quote in quotes_of(text)
    ]


# Class of language, text, and the quotes in it. Sentences made up for this test.
SAID = [
    ("speaker after", "“We are ready to talk,” the finance minister told reporters in Lisbon on Monday.",
     [("direct", "“We are ready to talk,”", "the finance minister", "told")]),
    ("speaker before, colon", "The finance minister said: “We are ready to talk.”",
     [("direct", "“We are ready to talk.”", "The finance minister", "said")]),
    ("cut by its cue", "“We are ready,” the minister said, “to answer every question.”",
     [("direct", "“We are ready,”", "the minister", "said"),
      ("direct", "“to answer every question.”", "the minister", "said")]),
    ("goes on after its cue", "“We won,” said the captain. “Nobody expected it.”",
     [("direct", "“We won,”", "the captain", "said"),
      ("direct", "“Nobody expected it.”", "the captain", "said")]),
    ("verb first", "“This is the end,” tweeted the mayor.",
     [("direct", "“This is the end,”", "the mayor", "tweeted")]),
    ("mixed", "The minister called the plan “a provocation”.",
     [("mixed", "the plan “a provocation”", "The minister", "called"),
      ("direct", "“a provocation”", "The minister", "called")]),
    ("reported", "The government in Lisbon denied that it had sold the port.",
     [("indirect", "that it had sold the port", "The government in Lisbon", "denied")]),
    ("reported in the middle", "The talks, a government official said, will go on.",
     [("indirect", "The talks", "a government official", "said"),
      ("indirect", "will go on", "a government official", "said")]),
    ("according to, in front", "According to the ministry, three ships were lost in the storm.",
     [("indirect", "three ships were lost in the storm", "the ministry", "According to")]),
    ("according to, behind; anonymous", "Three ships were lost, according to two people familiar with the matter.",
     [("indirect", "Three ships were lost", "two people familiar with the matter", "according to")]),
    ("denial of an object", "The company rejected the claims.",
     [("indirect", "the claims", "The company", "rejected")]),
    ("passive", "The plan was rejected by several members of the council.",
     [("indirect", "The plan", "several members of the council", "was rejected")]),
    ("negated saying", "The mayor did not say whether the bridge would open.",
     [("indirect", "whether the bridge would open", "The mayor", "did not say")]),
    ("document and poll", "The report found that 12,000 people had left. A poll shows voters are tired.",
     [("indirect", "that 12,000 people had left", "The report", "found"),
      ("indirect", "voters are tired", "A poll", "shows")]),
    ("nested", "The spokesman said that the president told ministers the talks had failed.",
     [("indirect", "that the president told ministers the talks had failed", "The spokesman", "said"),
      ("indirect", "the talks had failed", "the president", "told")]),
    ("relative clause", "The minister, who said he was tired, left early.",
     [("indirect", "he was tired", "who", "said")]),
    ("participle", "The company announced on Tuesday that it would close two plants, adding that no jobs were at risk.",
     [("indirect", "that it would close two plants", "The company", "announced"),
      ("indirect", "that no jobs were at risk", "The company", "adding")]),
    ("refusal", "The senator refused to answer.", [("indirect", "to answer", "The senator", "refused")]),
    ("order", "The police asked residents to stay inside.",
     [("indirect", "residents to stay inside", "The police", "asked")]),
    ("seeming has no speaker", "The deal seems to be dead.",
     [("indirect", "The deal seems to be dead", "", "seems")]),
    ("colon label", "Sherlock Holmes: “The dog did nothing in the night-time.”",
     [("direct", "“The dog did nothing in the night-time.”", "Sherlock Holmes", ":")]),
    ("signed by a dash", "“The dog did nothing in the night-time.” — Sherlock Holmes",
     [("direct", "“The dog did nothing in the night-time.”", "Sherlock Holmes", "—")]),
    ("lead in the paragraph before", "The group responded:\n\n“We will not leave the square.”",
     [("direct", "“We will not leave the square.”", "The group", "responded")]),
    ("opening mark repeated", "“The bridge is safe.\n\n“It will stand for a hundred years,” said the engineer.",
     [("direct", "“The bridge is safe.", "the engineer", "said"),
      ("direct", "“It will stand for a hundred years,”", "the engineer", "said")]),
    ("free-standing", "A government official said on Friday that talks would go on.\n\n"
     "“But we are also ready to leave the table if nothing moves.”",
     [("indirect", "that talks would go on", "A government official", "said"),
      ("direct", "“But we are also ready to leave the table if nothing moves.”", "A government official", "")]),
    ("quoted phrase of the subject", "The government remains “deeply concerned” about the floods.",
     [("direct", "“deeply concerned”", "The government", "remains")]),
    ("German and French marks", "„Wir sind bereit“, said the chancellor. «Jamais», the president replied.",
     [("direct", "„Wir sind bereit“", "the chancellor", "said"),
      ("direct", "«Jamais»", "the president", "replied")]),
    ("single marks", "'We shall rebuild the bridge,' said the mayor.",
     [("direct", "'We shall rebuild the bridge,'", "the mayor", "said")]),
    ("nickname", "He is known as “the Hammer”.", []),
    ("titles of works", "She has read “Great Expectations” twice and watched “The Maltese Falcon”.", []),
    ("begins out of the marks", "The deal “is dead and buried,” the minister said.",
     [("mixed", "The deal “is dead and buried,”", "the minister", "said"),
      ("direct", "“is dead and buried,”", "the minister", "said")]),
    ("goes on out of the marks", "The police said that “a bomb” had gone off.",
     [("mixed", "that “a bomb” had gone off", "The police", "said")]),
    ("as others put it", "As the mayor pointed out, the bridge is old.",
     [("indirect", "the bridge is old", "the mayor", "pointed out")]),
    ("irony", "The company paid for “research” and sold the results.", []),
    ("bodily attack", "The army attacked the town at dawn.", []),
    ("no speech", "The bridge was closed in May and opened again in June.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_who_says_what(text, wanted):
    found = said(text)
    for quote in wanted:
        assert quote in found
    if not wanted:
        assert found == []


def test_words_in_marks_are_one_row_of_the_innermost_speaker():
    found = said("An official said that the president wanted a “diplomatic path forward” in May.")
    owners = [speaker for style, _, speaker, _ in found if style == "direct"]
    assert owners == ["An official"]


def test_a_speaker_is_an_entity_not_what_the_source_mentions():
    text = "Sherlock Holmes met Dr. Watson. “Elementary,” said Holmes. A friend of Watson said the case was closed."
    speakers = {quote.text: quote.speaker for quote in quotes_of(text, named=True)}
    assert speakers["“Elementary,”"] == "person:sherlock-holmes"
    assert speakers["the case was closed"] == ""


def test_a_pronoun_goes_on_with_the_last_speaker_and_not_with_whom_he_speaks_of():
    text = "“Sherlock Holmes never sleeps,” said John Watson.\n\n“Holmes is the best of men,” he added."
    assert {quote.speaker for quote in quotes_of(text, named=True)} == {"person:john-watson"}


@pytest.mark.xfail(strict=True, reason="words in single marks inside double ones have no row of their own")
def test_a_quotation_within_a_quotation_has_its_own_row():
    assert any(quote.text == "‘never’" for quote in quotes_of("“She told me ‘never’ twice,” he said."))


def test_quotes_table_conforms_and_points_into_the_text():
    text = "“We won,” said the captain.\n\nAccording to the club, 40,000 people came."
    articles = pd.DataFrame({"article": ["a", "empty"], "text": [text, ""]})
    quotes = find_quotes(articles)
    assert list(quotes.columns) == list(tables.COLUMNS["quotes"])
    assert quotes.dtypes.astype(str).to_dict() == tables.COLUMNS["quotes"]
    assert [text[start:end] for start, end in zip(quotes["start"], quotes["end"], strict=True)] == list(
        quotes["text"]
    )
    assert set(quotes["article"]) == {"a"}


def test_every_cue_has_a_known_part_and_stance_and_at_least_one_frame():
    for cue in lexicon().values():
        assert cue.part in {"verb", "noun", "adjective"}
        assert cue.stance in {"neutral", "doubt", "certainty"}
        assert cue.frames, cue.cue


def test_rows_of_one_cue_make_one_attribution_without_the_cue_inside():
    spans = {"article": "a", "speaker_start": 9, "speaker_end": 11, "cue_start": 12, "cue_end": 16}
    rows = [
        {**spans, "start": 0, "end": 9},
        {**spans, "start": 18, "end": 30},
        {**spans, "start": 20, "end": 25, "cue_start": 22, "cue_end": 24, "inside": True},
        {"article": "a", "start": 40, "end": 50},
    ]
    assert attributions_of(tables.conform(rows, "quotes")) == [
        {"source": [[9, 11]], "cue": [[12, 16]], "content": [[0, 9], [18, 30]]},
        {"source": [], "cue": [], "content": [[40, 50]]},
    ]


def scrambled(text: str, seed: int) -> Tokens:
    """Cut text at blanks into tokens with tags and heads drawn at random, as no parser would give them."""
    draw = random.Random(seed)
    words, starts, at = text.split(), [], 0
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    sentences, number, first = [], [], 0
    for place, word in enumerate(words):
        number.append(len(sentences))
        if word.endswith(".") or place + 1 == len(words):
            sentences.append(Sentence(starts[first], ends[place], first, place + 1, "body"))
            first = place + 1
    relations = [
        "nsubj",
        "ccomp",
        "xcomp",
        "obj",
        "obl",
        "parataxis",
        "conj",
        "advcl",
        "acl",
        "root",
        "punct",
    ]
    heads = [draw.randrange(-1, len(words)) for _ in words]
    return Tokens(
        text, sentences, [], starts, ends, words, [word.lower() for word in words],
        [draw.choice(["VBD", "VBN", "VBG", "NN", "IN", "WP", "TO"]) for _ in words],
        heads, [draw.choice(relations) for _ in words], number,
    )  # fmt: skip


PIECES = """“ ” " ‘ ’ « he said deny that according to : go. call by “We go,” who it"""
SPEECH = st.lists(st.sampled_from([*PIECES.split(), "\n\n"]), max_size=60)


@settings(max_examples=200)
@given(SPEECH, st.integers(0, 9))
def test_wild_marks_and_wild_heads_never_raise_and_keep_offsets(words, seed):
    text = " ".join(words)
    quotes = quotes_in(scrambled(text, seed), [])
    for quote in quotes:
        assert quote.text == text[quote.start : quote.end] != ""
        assert (quote.speaker_start is None) == (quote.speaker_end is None)
        assert (quote.cue_start is None) == (quote.cue_end is None)
    assert quotes == quotes_in(scrambled(text, seed), [])


@pytest.mark.parametrize(
    "unit", ["“We go,” he said. ", "he said that ", "“We go.”\n\n", "x , 25 , said ", "( "]
)
def test_long_monotone_texts_are_survived(unit):
    quotes = quotes_in(scrambled(unit * 3_000, 1), [])
    assert all(quote.start < quote.end for quote in quotes)
