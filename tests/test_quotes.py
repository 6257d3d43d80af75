"""Quotations, their cues and their speakers."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language import Sentence, Tokens
from dateline.quotes import quotes_in
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
