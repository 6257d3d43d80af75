"""Contracted forms are read as what they stand for, with straight and with curly marks alike."""

import pandas as pd
import pytest

from dateline import analyze
from dateline.grammar import parse
from dateline.grammar.contractions import helper_lemma
from dateline.tables import conform

WRITTEN_OUT = [
    # sentence, the contracted piece, its lemma
    ("They'd met the envoy.", "'d", "have"),
    ("They'd meet the envoy.", "'d", "would"),
    ("They'd never met the envoy.", "'d", "have"),
    ("He'd bombed the town.", "'d", "have"),
    ("He'd be better off at home.", "'d", "would"),
    ("He's met the envoy.", "'s", "have"),
    ("What's happened in Bol?", "'s", "have"),
    ("She's been arrested.", "'s", "have"),
    ("She's arrested by the guards.", "'s", "be"),
    ("It's raining in Bol.", "'s", "be"),
    ("We've signed the pact.", "'ve", "have"),
    ("We'll sign the pact.", "'ll", "will"),
    ("Norway won't sign the pact.", "wo", "will"),
    ("Norway can't sign the pact.", "ca", "can"),
    ("Norway didn't sign the pact.", "n't", "not"),
]
STATUSES = [
    ("Norway didn't sign the pact.", "sign", "denied"),
    ("Norway won't lend any ships to Chad.", "lend", "denied"),
    ("Norway isn't leaving the club.", "leaving", "denied"),
    ("Kari Dahl said she'd resign on Friday.", "resign", "planned"),
    ("They'd met the king of Togo on Monday.", "met", "happened"),
    ("He's met the king.", "met", "happened"),
    ("She's signing the pact.", "signing", "ongoing"),
    ("We'll sign the pact.", "sign", "planned"),
]


def analysed(text: str):
    row = {"article": "a", "published": pd.Timestamp("2024-05-08"), "text": text}
    return analyze(conform([row], "articles"))


def curly(text: str) -> str:
    return text.replace("'", "’")


@pytest.mark.parametrize("marks", [str, curly], ids=["straight", "curly"])
@pytest.mark.parametrize(("text", "piece", "lemma"), WRITTEN_OUT)
def test_a_contracted_form_is_read_by_the_verb_that_follows(text, piece, lemma, marks):
    tokens = parse(marks(text))
    token = tokens.word.index(marks(piece))
    verb = next((child for child in range(token, len(tokens)) if tokens.tag[child].startswith("VB")), None)
    assert helper_lemma(tokens, token, None if verb == token else verb) == lemma


@pytest.mark.parametrize("marks", [str, curly], ids=["straight", "curly"])
@pytest.mark.parametrize(("text", "word", "status"), STATUSES)
def test_the_status_of_a_contracted_verb(text, word, status, marks):
    events = analysed(marks(text)).events
    assert dict(zip(events["text"], events["status"], strict=True))[word] == status


@pytest.mark.parametrize("text", [text for text, *_ in STATUSES])
def test_curly_marks_change_nothing_but_the_letters(text):
    straight, bent = analysed(text), analysed(curly(text))
    for table in ("events", "dates", "timeline"):
        one, other = getattr(straight, table), getattr(bent, table)
        written = [column for column in ("text", "what", "event") if column in one]
        assert one.drop(columns=written).equals(other.drop(columns=written)), table
        for column in written:
            assert [curly(value) for value in one[column]] == other[column].tolist()


@pytest.mark.parametrize("marks", [str, curly], ids=["straight", "curly"])
def test_the_words_of_a_row_keep_the_whole_denial(marks):
    for text in ("Iran didn't sign the pact with Chad on Monday.", "Norway won't lend any ships to Chad."):
        (row,) = analysed(marks(text)).timeline["what"]
        assert row == marks(text).removesuffix(".").removesuffix(" on Monday")


@pytest.mark.parametrize("marks", [str, curly], ids=["straight", "curly"])
def test_a_day_after_a_contracted_would_lies_ahead(marks):
    (day,) = analysed(marks("Kari Dahl said she'd resign on Friday.")).dates["first"]
    assert day == pd.Timestamp("2024-05-10")
    (day,) = analysed(marks("Kari Dahl said she'd resigned on Friday.")).dates["first"]
    assert day == pd.Timestamp("2024-05-03")


@pytest.mark.parametrize("marks", [str, curly], ids=["straight", "curly"])
@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Kari Dahl said she'd resign on Friday.", "Dahl would resign"),
        (
            "Ola Berg spoke to reporters. He's met the king of Togo on Monday.",
            "Berg has met the king of Togo",
        ),
        ("Kari Dahl said she'll sue the bank on Friday.", "Dahl will sue the bank"),
    ],
)
def test_a_name_in_the_place_of_a_pronoun_spells_its_helper_out(marks, text, row):
    assert row in analysed(marks(text)).timeline["what"].tolist()
