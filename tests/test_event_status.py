"""Did it happen? Futures told from the past, what others tell as done, and conditions."""

from functools import cache

import pandas as pd
import pytest

from dateline import analyze
from dateline.events.status import with_reading
from dateline.grammar import parse
from dateline.tables import conform


@cache
def statuses(text):
    articles = conform([{"article": "a", "published": pd.Timestamp("2021-12-29"), "text": text}], "articles")
    events = analyze(articles).events
    judged = zip(events["status"], events["status_rule"], strict=True)
    return dict(zip(events["text"], judged, strict=True))


CASES = [
    ("would later", "The mayor of Oslo would later resign.", "resign", "happened", "future in past"),
    (
        "would subsequently",
        "Kari Dahl would subsequently win the prize.",
        "win",
        "happened",
        "future in past",
    ),
    (
        "would eventually, passive",
        "She would eventually be arrested in Chad.",
        "arrested",
        "happened",
        "future in past",
    ),
    ("would go on to", "Kari Dahl would go on to win the race.", "win", "happened", "future in past"),
    ("later first", "Later, Dahl would resign.", "resign", "happened", "future in past"),
    ("would later, said", "Kari Dahl said she would later resign.", "resign", "planned", "reported would"),
    (
        "would eventually, said",
        "Norway said it would eventually leave Chad.",
        "leave",
        "planned",
        "reported would",
    ),
    ("would later if", "Dahl would later resign if the vote failed.", "resign", "hypothetical", "modal"),
    ("would alone", "The army would attack Chad.", "attack", "hypothetical", "modal"),
    ("said to have", "Troops from Norway are said to have taken Bol.", "taken", "happened", "told as done"),
    (
        "believed to have",
        "Rebels are believed to have killed nine guards in Bol.",
        "killed",
        "happened",
        "told as done",
    ),
    ("reported to have", "The planes are reported to have bombed Bol.", "bombed", "happened", "told as done"),
    ("claim to have", "The rebels claim to have shot down a jet.", "shot", "happened", "told as done"),
    (
        "alleged to have",
        "Kari Dahl is alleged to have robbed the bank.",
        "robbed",
        "hypothetical",
        "told as done",
    ),
    (
        "suspected to have",
        "The men are suspected to have burned the mosque.",
        "burned",
        "hypothetical",
        "told as done",
    ),
    ("not thought to have", "Norway is not thought to have sold the arms.", "sold", "denied", "told as done"),
    ("denies to have", "Dahl denies to have met the king.", "met", "denied", "governed"),
    ("expects to have", "Norway expects to have sold the arms by May.", "sold", "planned", "governed"),
    ("subject of a condition", "If talks fail, Norway will act.", "talks", "hypothetical", "carried"),
    ("not shared", "Dahl has not endorsed her or conceded the race.", "conceded", "denied", "denied"),
    (
        "not ended by but",
        "Dahl has not signed but accepted the pact.",
        "accepted",
        "happened",
        "with the verb before",
    ),
    ("condition", "If Chad attacks the port, Norway will act.", "attacks", "hypothetical", "condition"),
]


@pytest.mark.parametrize(("construction", "text", "word", "status", "rule"), CASES)
def test_status_by_construction(construction, text, word, status, rule):
    assert statuses(text)[word] == (status, rule), construction


@pytest.mark.parametrize(
    ("status", "rule", "odds", "expected"),
    [
        ("hypothetical", "governed", 2.0, ("happened", "read in its context")),
        ("planned", "object of a wish or plan", 2.0, ("happened", "read in its context")),
        ("happened", "past", -2.0, ("hypothetical", "read in its context")),
        ("ongoing", "going on", -2.0, ("planned", "read in its context")),
        ("hypothetical", "governed", 0.3, ("hypothetical", "governed")),  # not sure enough
        ("hypothetical", "governed", None, ("hypothetical", "governed")),  # nothing was read
        ("hypothetical", "doubted", 5.0, ("hypothetical", "doubted")),  # "allegedly" is the text's own word
        ("hypothetical", "condition", 5.0, ("hypothetical", "condition")),
        ("denied", "denied", 5.0, ("denied", "denied")),
        ("planned", "future", 5.0, ("planned", "future")),
    ],
)
def test_the_reading_of_the_sentence_turns_only_what_rests_on_form(status, rule, odds, expected):
    assert with_reading(status, rule, odds) == expected


def test_the_encoder_tells_of_each_word_whether_it_happened():
    tokens = parse("The rebels were able to seize the town. Norway refused to sign the pact.")
    told = dict(zip(tokens.word, tokens.happened, strict=True))
    assert told["seize"] > 0 > told["sign"]
