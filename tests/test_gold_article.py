"""What a careful reader finds in the bundle's article (tests/gold/*.csv) against what the analysis finds."""

import csv
from pathlib import Path

import pandas as pd
import pytest

GOLD = Path(__file__).parent / "gold"


def gold(table):
    with open(GOLD / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cases(table, name, failing=()):
    """One test a row; rows that are known to fail are marked so, and a pass of theirs is an error."""
    return [
        pytest.param(
            row, id=row[name], marks=[pytest.mark.xfail(strict=True)] if row[name] in failing else []
        )
        for row in gold(table)
    ]


def rows_of(tables, table, row):
    frame = getattr(tables, table)
    return frame[frame["article"] == row["article"]]


def entity_at(tables, row, kind):
    """Give the entity that all spans of a gold row name, each found exactly and with this kind."""
    mentions = rows_of(tables, "mentions", row)
    found = set()
    for span in row["mentions"].split("; "):
        start, end = map(int, span.split("-"))
        here = mentions[(mentions["start"] == start) & (mentions["end"] == end) & (mentions["kind"] == kind)]
        assert len(here) == 1, f"no {kind} at {span}"
        found.add(here["entity"].iloc[0])
    assert len(found) == 1, f"one entity, not {sorted(found)}"
    entities = tables.entities.set_index("entity")
    return entities.loc[found.pop()]


@pytest.mark.parametrize("row", cases("persons", "name"))
def test_person(sample_tables, row):
    person = entity_at(sample_tables, row, "PERSON")
    assert person["name"] == row["name"]
    assert person["role"].lower().removeprefix("the ") == row["role"].lower()
    assert person["country"] == row["country"]


@pytest.mark.parametrize("row", cases("organisations", "name"))
def test_organisation(sample_tables, row):
    organisation = entity_at(sample_tables, row, "ORG")
    assert row["name"] in [organisation["name"], *organisation["aliases"].split("; ")]
    assert organisation["country"] == row["country"]


@pytest.mark.parametrize("row", cases("places", "name"))
def test_place(sample_tables, row):
    place = entity_at(sample_tables, row, "PLACE")
    if row["country"]:
        assert place["country"] == row["country"]


def test_photo_credit_names_nobody(sample_tables):
    credits = sample_tables.sentences.query("part == 'credit'")
    assert credits["text"].tolist() == ["Photo: AZ / AP"]
    start, end = credits.iloc[0][["start", "end"]]
    mentions = sample_tables.mentions
    assert mentions[(mentions["start"] < end) & (mentions["end"] > start)].empty


@pytest.mark.parametrize("row", cases("dates", "start"))
def test_date(sample_tables, row):
    dates = rows_of(sample_tables, "dates", row)
    here = dates[(dates["start"] == int(row["start"])) & (dates["end"] == int(row["end"]))]
    assert here["text"].tolist() == [row["text"]]
    found = here.iloc[0]
    assert (found["type"], found["first"], found["last"]) == (
        row["type"],
        pd.Timestamp(row["first"]),
        pd.Timestamp(row["last"]),
    )


@pytest.mark.parametrize("row", cases("quotes", "start"))
def test_quote(sample_tables, sample_folder, row):
    quotes = rows_of(sample_tables, "quotes", row)
    start, end = int(row["start"]), int(row["end"])
    here = quotes[(quotes["start"].between(start, start + 1)) & (quotes["end"].between(end - 1, end))]
    assert len(here) == 1, "the quotation stands there once, with its marks or without"
    quote = here.iloc[0]
    names = sample_tables.entities.set_index("entity")["name"]
    said = ""
    if not pd.isna(quote["speaker_start"]):
        text = sample_tables.articles.set_index("article").loc[row["article"], "text"]
        said = text[quote["speaker_start"] : quote["speaker_end"]].lower().removeprefix("the ")
    by_name = names.get(quote["speaker"], "").lower()
    wanted = {row["speaker"].lower().removeprefix("the ")}
    assert {said, by_name} & wanted or (row["entity"] and quote["speaker"] == row["entity"])


def stands_for(tables, name):
    """Give the entities that a gold name may stand for: itself, or a country's places, bodies and capital."""
    entities = tables.entities
    spelled = entities["name"].eq(name) | entities["aliases"].str.split("; ").map(lambda names: name in names)
    found = set(entities.loc[spelled, "entity"])
    places = {row["name"]: row["country"] for row in gold("places")}
    if places.get(name):
        same = (entities["country"] == places[name]) & entities["kind"].isin(["PLACE", "ORG"])
        found |= set(entities.loc[same, "entity"])
    return found


def tells(tables, row, event):
    """Does the event tell what the gold row says: who, when, whether it happened?"""
    named = set(f"{event['actor']}; {event['target']}".split("; "))
    targets = set(event["target"].split("; "))
    who = all(stands_for(tables, name) & named for name in row["actors"].split("; "))
    whom = all(stands_for(tables, name) & targets for name in row["target"].split("; ") if name)
    when = not row["first"] or (event["first"], event["last"]) == (
        pd.Timestamp(row["first"]),
        pd.Timestamp(row["last"]),
    )
    return {"who": who, "whom": whom, "when": when, "status": event["status"] == row["status"]}


def candidates(tables, row):
    events = rows_of(tables, "events", row)
    words = row["words"].split("; ")
    return [
        event
        for _, event in events[
            events["text"].str.lower().isin(words) | events["action"].isin(words)
        ].iterrows()
    ]


@pytest.mark.parametrize("row", cases("events", "what"))
def test_event(sample_tables, row):
    found = [tells(sample_tables, row, event) for event in candidates(sample_tables, row)]
    assert found, "no event on these words"
    assert any(one["who"] and one["when"] and one["status"] for one in found), found


@pytest.mark.parametrize("row", [case for case in cases("events", "what") if case.values[0]["target"]])
def test_event_target(sample_tables, row):
    assert any(all(tells(sample_tables, row, event).values()) for event in candidates(sample_tables, row))


@pytest.mark.parametrize("row", [case for case in cases("events", "what") if case.values[0]["type"]])
def test_event_type(sample_tables, row):
    assert row["type"] in {event["type"] for event in candidates(sample_tables, row)}


@pytest.mark.parametrize("row", [case for case in cases("events", "what") if case.values[0]["first"]])
def test_a_dated_event_is_a_row_that_an_editor_would_print(sample_tables, row):
    printed = sample_tables.timeline.query("weight >= 0.5")
    same_day = printed["first"].eq(pd.Timestamp(row["first"])) & printed["last"].eq(pd.Timestamp(row["last"]))
    words = row["words"].split("; ")
    told = printed.loc[same_day & printed["status"].eq(row["status"]), "what"].str.lower()
    assert any(word in what for what in told for word in words), told.tolist()
