"""Who tells what: each source's events, quotations and tone, and the story of one name."""

import pandas as pd
import pytest

from dateline.comparing import UNKNOWN, compare_sources
from dateline.tables import Tables, conform, empty
from dateline.timeline import timeline_of

LIE, DAHL, OSLO = "person:ann-lie", "person:bo-dahl", "place:oslo"


def frames(**given):
    return Tables(**{table: conform(given.get(table, []), table) for table in Tables._fields})


@pytest.fixture
def tables():
    articles = [
        {"article": name, "source": source, "url": url, "text": "word " * 90}
        for name, source, url in (
            ("a", "Post", ""), ("b", "Post", ""), ("c", "Herald", ""), ("d", "", "https://www.news.example/d"),
        )
    ]  # fmt: skip
    seen = {"mentions": 1, "articles": 1}
    event = {"end": 9, "sentence": 0, "status": "happened", "weight": 0.9}
    row = {
        "articles": "a; c",
        "mentions": 3,
        "start": 1,
        "end": 9,
        "weight": 0.9,
        "status": "happened",
        "article": "a",
    }
    quote = {"end": 9, "text": "word", "style": "direct"}
    tone = {"end": 9, "unit": "mention", "entity": DAHL, "label": "neutral"}
    return frames(
        articles=articles,
        entities=[
            {"entity": LIE, "name": "Ann Lie", "aliases": "Mayor Lie", "kind": "PERSON", **seen},
            {"entity": DAHL, "name": "Bo Dahl", "kind": "PERSON", **seen},
            {"entity": OSLO, "name": "Oslo", "kind": "PLACE", **seen},
        ],
        events=[
            {**event, "article": "a", "event": "a:1", "start": 1},
            {**event, "article": "b", "event": "a:1", "start": 1},
            {**event, "article": "c", "event": "a:1", "start": 1},
            {**event, "article": "c", "event": "c:5", "start": 5},
            {**event, "article": "c", "event": "c:7", "start": 7},
        ],
        timeline=[
            {**row, "event": "a:1", "what": "They met", "actors": LIE, "targets": DAHL, "type": "CONSULT"},
            {**row, "event": "c:5", "what": "A ship left", "actors": "", "place": OSLO, "articles": "c"},
            {**row, "event": "c:7", "what": "Dahl smiled", "actors": DAHL, "weight": 0.2, "articles": "c"},
        ],
        quotes=[
            {**quote, "article": "a", "start": 1, "speaker": LIE},
            {**quote, "article": "a", "start": 2, "speaker": LIE, "inside": True},
            {**quote, "article": "c", "start": 1, "speaker": ""},
        ],
        sentiment=[
            {**tone, "article": "a", "start": 1, "score": 0.5},
            {**tone, "article": "b", "start": 1, "score": -0.1},
            {**tone, "article": "b", "start": 2, "score": -0.9, "speaker": LIE},
        ],
    )


def of(rows, kind):
    rows = rows[rows["kind"] == kind]
    return {(row.item, row.source): (row.n, row.articles) for row in rows.itertuples()}


def test_an_event_is_counted_by_source_and_left_out_by_others(tables):
    told = of(compare_sources(tables), "event")
    assert told == {
        ("a:1", "Post"): (2, 2), ("a:1", "Herald"): (1, 1), ("a:1", "news.example"): (0, 0),
        ("c:5", "Post"): (0, 0), ("c:5", "Herald"): (1, 1), ("c:5", "news.example"): (0, 0),
    }  # fmt: skip


def test_a_statement_within_another_counts_once_and_only_the_own_voice_has_a_tone(tables):
    rows = compare_sources(tables)
    assert of(rows, "quoted")[LIE, "Post"] == (1, 1)
    tone = rows[(rows["kind"] == "tone") & (rows["source"] == "Post")].iloc[0]
    assert (tone["name"], tone["n"], round(float(tone["score"]), 2)) == ("Bo Dahl", 2, 0.2)
    assert pd.isna(tone["low"])


def test_sources_stand_in_order_of_their_articles_and_events_in_order_of_theirs(tables):
    rows = compare_sources(tables)
    assert rows["source"].head(3).tolist() == ["Post", "Herald", "news.example"]
    assert rows.query("kind == 'event'")["item"].drop_duplicates().tolist() == ["a:1", "c:5"]


def test_only_so_many_sources_and_items_are_compared(tables):
    rows = compare_sources(tables, sources=1, events=1, limit=1)
    assert rows[["kind", "source"]].values.tolist() == [
        ["event", "Post"],
        ["quoted", "Post"],
        ["tone", "Post"],
    ]


def test_without_source_and_address_it_is_said_that_none_is_given(tables):
    bare = tables._replace(articles=tables.articles.assign(source="", url=""))
    assert set(compare_sources(bare)["source"]) == {UNKNOWN}


def test_nothing_to_compare_is_an_empty_table_of_the_same_columns(tables):
    nothing = compare_sources(Tables(*(empty(table) for table in Tables._fields)))
    assert nothing.empty
    assert list(nothing.dtypes) == list(compare_sources(tables).dtypes)


@pytest.mark.parametrize("asked", [LIE, "ann lie", "Mayor Lie", "Lie", [DAHL, OSLO]])
def test_the_story_of_a_name_by_id_name_alias_or_word(tables, asked):
    assert timeline_of(tables, entity=asked)["event"].tolist() == ["a:1"]


def test_all_that_is_asked_must_hold(tables):
    assert timeline_of(tables, place="Oslo")["event"].tolist() == ["c:5"]
    assert timeline_of(tables, type="consult")["event"].tolist() == ["a:1"]
    assert timeline_of(tables, type="CONSULT", place="Oslo").empty
    assert timeline_of(tables, entity="Bo Dahl", least=0)["event"].tolist() == ["a:1", "c:7"]


def test_who_is_unknown_is_told_with_names_like_it(tables):
    with pytest.raises(
        ValueError, match=r"entity='Bo Dall' is nobody in these tables. Names like it: Bo Dahl"
    ):
        timeline_of(tables, entity="Bo Dall")
    with pytest.raises(ValueError, match="type='MEET' is none of ACCUSE, AGREE"):
        timeline_of(tables, type="MEET")
