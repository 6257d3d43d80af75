"""The day told in a sentence reaches the deed that it belongs to: a toll and what caused it are of one day."""

import pandas as pd
import pytest

from dateline import analyze
from dateline.tables import conform

SHARED = [
    ("A train crash on Monday killed nine miners.", "killed"),
    ("Nine miners were killed in a train crash in Bol on Monday.", "crash"),
    ("A bomb that exploded on Monday killed two guards.", "killed"),
    ("A fire broke out on Monday and destroyed two houses.", "destroyed"),
    ("Nine miners were killed when a train crashed on Monday.", "killed"),
    ("Two guards were killed after a bomb exploded in Bol on Monday.", "killed"),
]
APART = [
    ("Ann Lie died after she left the hospital on Monday.", "died"),
    ("The envoy spoke on Monday of a crash that killed nine miners.", "killed"),
    ("The party met on Monday and has not signed the pact.", "signed"),
]


def day_of(text: str, word: str) -> object:
    row = {"article": "a", "published": pd.Timestamp("2024-05-08"), "text": text}
    events = analyze(conform([row], "articles")).events
    return dict(zip(events["text"], events["first"], strict=True))[word]


@pytest.mark.parametrize(("text", "word"), SHARED)
def test_a_toll_and_its_cause_share_their_day(text, word):
    assert day_of(text, word) == pd.Timestamp("2024-05-06")


@pytest.mark.parametrize(("text", "word"), APART)
def test_another_deed_keeps_its_own_day_or_none(text, word):
    assert pd.isna(day_of(text, word))
