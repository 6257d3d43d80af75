"""Thirty articles of Wikinews with timelines made by hand beside them: the texts, their source, what is found of it."""

import csv
import re
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest

DATA = Path(__file__).resolve().parents[1] / "data"
FOLDER = DATA / "wikinews-apple"
LEAST_FOUND = 0.85  # of the events by hand: in the events table
LEAST_ON_DAY = 0.3  # of those with a day: that very day


@pytest.fixture(scope="module")
def by_hand():
    return pd.read_csv(DATA / "wikinews-apple.csv", dtype={"date": str}).fillna({"date": ""})


@pytest.fixture(scope="module")
def tables():
    from dateline.analysis import analyze

    return analyze(FOLDER)


def test_every_article_names_its_address_and_the_licence_is_told():
    with (FOLDER / "articles.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    assert [row["file"] for row in listed] == sorted(path.name for path in FOLDER.glob("*.txt"))
    assert len(listed) == 30
    assert {urlsplit(row["url"]).hostname for row in listed} == {"en.wikinews.org"}
    note = (DATA / "README.md").read_text(encoding="utf-8")
    texts, by_hand = "2.5", "3.0"
    assert set(re.findall(r"creativecommons\.org/licenses/by/([\d.]+\d)", note)) == {texts, by_hand}


def test_every_event_of_the_timelines_stands_in_its_article_as_it_is_read(tables, by_hand):
    texts = tables.articles.set_index("article")["text"]
    found = [texts[row.article][row.start : row.end] for row in by_hand.itertuples()]
    assert found == by_hand["text"].tolist()
    assert len(by_hand.drop_duplicates(["entity", "row"])) == 176


def test_most_events_of_the_timelines_are_found_and_many_have_their_very_day(tables, by_hand):
    spans = {(row.article, row.start): row for row in tables.events.itertuples()}
    met = [(row, spans.get((row.article, row.start))) for row in by_hand.itertuples()]
    assert sum(ours is not None for _, ours in met) >= LEAST_FOUND * len(met)
    dated = [(row.date, ours) for row, ours in met if len(row.date) == 10]
    same = [day for day, ours in dated if ours is not None and ours.first == ours.last == pd.Timestamp(day)]
    assert len(same) >= LEAST_ON_DAY * len(dated)
