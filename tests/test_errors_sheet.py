"""Notebook 08 shows how the program misreads a sentence of each class of error: is that what it really answers?"""

import pandas as pd
import pytest

from conftest import ROOT
from dateline.analysis import analyze
from dateline.five_ws import five_ws

SHEET = pd.read_csv(ROOT / "data" / "errors.csv")
UNDATED = "The vote is on Thursday."


def event(tables, action):
    return tables.events[tables.events["action"] == action].iloc[0]


def sound(tables):
    return tables.sentiment[tables.sentiment["unit"] == "sentence"]["label"].iloc[0]


def unknown_speaker(tables):
    return tables.quotes[["style", "speaker"]].values.tolist() == [["direct", ""]]


READ = {
    "nobody is named": lambda t: t.entities.empty,
    "one firm": lambda t: t.entities.query("kind != 'PLACE'")["entity"].tolist() == ["org:ford"],
    "nobody is said to be arrested": lambda t: (
        event(t, "arrest")[["status", "actor", "target"]].tolist() == ["happened", "", ""]
    ),
    "Ann Lie left": lambda t: event(t, "leave")["actor"] == "person:ann-lie",
    "Ann Lie is the baker": lambda t: (
        "person:ann-lie" in set(t.mentions.query("text == 'a baker'")["entity"])
    ),
    "no day (left open)": lambda t: (
        t.dates["text"].tolist() == ["Thursday"] and t.dates["first"].isna().all()
    ),
    "3 April": lambda t: (
        t.dates["first"].iloc[-1] == event(t, "close")["first"] == pd.Timestamp("2022-04-03")
    ),
    "July to September": lambda t: (
        [f"{day:%m-%d}" for day in t.dates.loc[0, ["first", "last"]]] == ["07-01", "09-30"]
    ),
    "a strike that goes on": lambda t: event(t, "strike")["status"] == "ongoing",
    "an attack": lambda t: event(t, "bomb")["type"] == "ASSAULT",
    "the meeting is planned": lambda t: event(t, "meet")["status"] == "planned",
    "it happened, and the article itself says so": lambda t: (
        event(t, "fall")[["status", "said_by"]].tolist() == ["happened", ""]
    ),
    "a statement of somebody unknown": unknown_speaker,
    "neutral": lambda t: sound(t) == "neutral",
    "two events": lambda t: (t.timeline["weight"] >= 0.5).sum() == 2,
    "no answer to why": lambda t: "why" not in set(five_ws(t)["question"]),
}


@pytest.fixture(scope="module")
def found():
    """The tables of each sentence, by sentence."""

    def read(sentence):
        day = None if sentence == UNDATED else "2022-06-20"
        return analyze([{"article": "a", "text": sentence, "published": day}])

    return {sentence: read(sentence) for sentence in SHEET["a sentence made for it"]}


def test_each_way_of_reading_is_tried():
    assert set(SHEET["how it is read"]) == set(READ)


@pytest.mark.parametrize("row", SHEET.to_dict("records"), ids=lambda row: row["what goes wrong"])
def test_the_sentence_is_read_as_the_notebook_says(found, row):
    assert READ[row["how it is read"]](found[row["a sentence made for it"]]), (
        "data/errors.csv is true no longer"
    )


def test_every_kind_of_finding_has_its_class_of_error():
    kinds = [
        "names",
        "who is who",
        "roles",
        "dates",
        "events",
        "status",
        "quotations",
        "tone",
        "timeline",
        "five Ws",
    ]
    assert list(dict.fromkeys(SHEET["kind"])) == kinds
