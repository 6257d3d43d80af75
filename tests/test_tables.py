"""What a table promises: columns, dtypes, keys, spans, and files that give back what was written."""

import datetime

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.contract import check_tables
from dateline.storage import read_tables, write_tables
from dateline.tables import COLUMNS, TableError, Tables, conform, empty

TEXT = "Rain in Oslo\n\nAnn Lie said on Monday that it “rained”."


def small_tables(**changes):
    """Make tables of one short article that keep every promise; `changes` replaces rows of a table."""
    rows = {
        "articles": [{"article": "a", "title": "Rain in Oslo", "published_by": "none", "text": TEXT}],
        "sentences": [
            {"article": "a", "start": 0, "end": 12, "sentence": 0, "part": "headline", "text": TEXT[:12]},
            {"article": "a", "start": 14, "end": 54, "sentence": 1, "part": "body", "text": TEXT[14:54]},
        ],
        "tokens": [
            {"article": "a", "start": 0, "end": 4, "sentence": 0, "token": 0, "text": "Rain", "head": -1},
            {"article": "a", "start": 8, "end": 12, "sentence": 0, "token": 1, "text": "Oslo", "head": 0},
        ],
        "mentions": [
            {
                "article": "a",
                "start": 14,
                "end": 21,
                "text": "Ann Lie",
                "kind": "PERSON",
                "form": "name",
                "entity": "person:ann-lie",
            }
        ],
        "entities": [
            {"entity": "person:ann-lie", "name": "Ann Lie", "kind": "PERSON", "mentions": 1, "articles": 1}
        ],
        "dates": [
            {
                "article": "a",
                "start": 30,
                "end": 36,
                "text": "Monday",
                "type": "DATE",
                "first": datetime.date(2021, 12, 27),
                "last": datetime.date(2021, 12, 27),
            }
        ],
        "quotes": [
            {
                "article": "a",
                "start": 45,
                "end": 53,
                "text": "“rained”",
                "style": "mixed",
                "speaker": "person:ann-lie",
                "speaker_start": 14,
                "speaker_end": 21,
            }
        ],
        "events": [
            {
                "article": "a",
                "start": 22,
                "end": 26,
                "text": "said",
                "sentence": 1,
                "actor": "person:ann-lie",
                "status": "happened",
                "date_start": 30,
                "date_end": 36,
                "score": 0.1,
            }
        ],
        "sentiment": [
            {
                "article": "a",
                "start": 0,
                "end": 12,
                "unit": "sentence",
                "text": TEXT[:12],
                "score": -0.3,
                "label": "negative",
            }
        ],
        "timeline": [
            {
                "article": "a",
                "start": 14,
                "end": 54,
                "event": "x-1",
                "what": "x",
                "status": "planned",
                "mentions": 1,
            },
        ],
    } | changes
    return Tables(**{table: conform(rows[table], table) for table in COLUMNS})


def test_tables_that_keep_the_contract_pass():
    check_tables(small_tables())
    check_tables(Tables(*map(empty, COLUMNS)))


BREACHES = {
    "article named twice": ("articles", [{"article": "a", "published_by": "none", "text": TEXT}] * 2, "there twice"),
    "article without a name": ("articles", [{"article": "", "published_by": "none", "text": TEXT}], "article is empty"),
    "unknown way of dating": ("articles", [{"article": "a", "published_by": "guess", "text": TEXT}], "guess"),
    "text that is not there": (
        "mentions",
        [{"article": "a", "start": 0, "end": 4, "text": "Snow", "kind": "MISC", "form": "name"}],
        "'Snow', but [0, 4) of 'a' is 'Rain'",
    ),
    "span behind the end": (
        "mentions",
        [{"article": "a", "start": 50, "end": 99, "text": "x", "kind": "MISC", "form": "name"}],
        "outside the 54 characters",
    ),
    "empty span": (
        "mentions",
        [{"article": "a", "start": 4, "end": 4, "text": "", "kind": "MISC", "form": "name"}],
        "lies outside",
    ),
    "article that is not there": (
        "mentions",
        [{"article": "b", "start": 0, "end": 4, "text": "Rain", "kind": "MISC", "form": "name"}],
        "'b' does not stand in articles",
    ),
    "kind that is none": (
        "mentions",
        [{"article": "a", "start": 0, "end": 4, "text": "Rain", "kind": "THING", "form": "name"}],
        "kind is 'THING'",
    ),
    "entity that is not there": (
        "mentions",
        [{"article": "a", "start": 0, "end": 4, "text": "Rain", "kind": "MISC", "form": "name", "entity": "misc:rain"}],
        "entity 'misc:rain' does not stand in entities",
    ),
    "one of two actors unknown": (
        "timeline",
        [
            {
                "article": "a",
                "start": 0,
                "end": 4,
                "status": "planned",
                "mentions": 1,
                "actors": "person:ann-lie; person:bo-ek",
            }
        ],
        "actors 'person:bo-ek'",
    ),
    "interval turned round": (
        "dates",
        [
            {
                "article": "a",
                "start": 30,
                "end": 36,
                "text": "Monday",
                "type": "DATE",
                "first": datetime.date(2022, 1, 2),
                "last": datetime.date(2022, 1, 1),
            }
        ],
        "are no interval",
    ),
    "half an inner span": (
        "quotes",
        [{"article": "a", "start": 45, "end": 53, "text": "“rained”", "style": "mixed", "cue_start": 3}],
        "cue_start 3 and cue_end <NA> are no span",
    ),
    "head in another sentence": (
        "tokens",
        [
            {"article": "a", "start": 0, "end": 4, "sentence": 0, "token": 0, "text": "Rain", "head": 1},
            {"article": "a", "start": 14, "end": 17, "sentence": 1, "token": 1, "text": "Ann", "head": -1},
        ],
        "head 1 is no word of its sentence",
    ),
    "word outside its sentence": (
        "tokens",
        [{"article": "a", "start": 14, "end": 17, "sentence": 0, "token": 0, "text": "Ann", "head": -1}],
        "lies outside its sentence 0",
    ),
    "score beyond its scale": (
        "sentiment",
        [
            {
                "article": "a",
                "start": 0,
                "end": 4,
                "unit": "sentence",
                "text": "Rain",
                "label": "neutral",
                "score": 1.5,
            }
        ],
        "must lie in [-1, 1]",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "rows", "said"), BREACHES.values(), ids=BREACHES)
def test_each_breach_is_found_and_named(table, rows, said):
    with pytest.raises(TableError) as error:
        check_tables(small_tables(**{table: rows}))
    assert said in str(error.value)
    assert f"{table} row" in str(error.value)


def test_wrong_dtype_and_wrong_columns_are_named():
    tables = small_tables()
    wider = tables._replace(dates=tables.dates.astype({"start": "int64"}))
    with pytest.raises(TableError, match=r"dates\.start: dtype is int64; it must be int32"):
        check_tables(wider)
    with pytest.raises(TableError, match="dates: columns are article"):
        check_tables(tables._replace(dates=tables.dates.drop(columns="rule")))
    with pytest.raises(TableError, match="rows are not numbered from 0"):
        check_tables(tables._replace(dates=tables.dates.set_index(pd.Index([7]))))


@pytest.mark.parametrize("table", COLUMNS)
def test_every_table_has_all_its_columns_when_empty(table):
    for frame in (empty(table), conform([], table), conform(pd.DataFrame(), table)):
        assert list(frame.columns) == list(COLUMNS[table])
        assert [str(dtype) for dtype in frame.dtypes] == list(COLUMNS[table].values())


def test_conform_fills_what_is_unknown_and_never_guesses():
    frame = conform([{"article": "a", "start": 1, "end": 2, "sentence": 0, "class_": "STATE"}], "events")
    assert frame["class"].tolist() == ["STATE"]
    assert frame["actor"].tolist() == [""]
    assert frame[["first", "date_start", "score"]].isna().all(axis=None)


def test_conform_teaches_what_is_wrong():
    with pytest.raises(
        TableError, match=r"mentions: column 'start' needs a value in every row; row 1 has none"
    ):
        conform([{"article": "a", "start": 0, "end": 1}, {"article": "a", "end": 1}], "mentions")
    with pytest.raises(TableError, match=r"no column 'speeker'; the columns are article, start"):
        conform([{"article": "a", "start": 0, "end": 1, "speeker": "x"}], "quotes")
    with pytest.raises(TableError, match=r"dates: column 'first' does not fit datetime64\[ms\]"):
        conform([{"article": "a", "start": 0, "end": 1, "first": "soon"}], "dates")
    with pytest.raises(TableError, match=r"no table 'people'; the tables are articles"):
        conform([], "people")


@pytest.mark.parametrize("format", ["parquet", "csv", "jsonl"])
def test_written_tables_come_back_equal_and_the_same_bytes_again(tmp_path, format):
    tables = small_tables()
    first = write_tables(tables, tmp_path / "one", format)
    back = read_tables(tmp_path / "one")
    for name, frame in back._asdict().items():
        pd.testing.assert_frame_equal(frame, getattr(tables, name))
    second = write_tables(back, tmp_path / "two", format)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


# Everything a file can hold: surrogates can't be written in UTF-8, and reading replaces them.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
awkward = st.one_of(
    words,
    st.sampled_from(["", "NA", "nan", "\r", "\r\n", '"', "'", ",", "\0", " ", "=1+1", "\u2028", "null"]),
)


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.tuples(awkward, awkward, st.floats(-1, 1, width=32), st.none() | st.dates()), max_size=5
    ),
    format=st.sampled_from(["parquet", "csv", "jsonl"]),
)
def test_any_content_survives_writing(tmp_path_factory, rows, format):
    folder = tmp_path_factory.mktemp("tables")
    tables = Tables(*map(empty, COLUMNS))._replace(
        articles=conform([{"article": a, "text": b, "published": day} for a, b, _, day in rows], "articles"),
        sentiment=conform(
            [{"article": a, "start": 0, "end": 1, "words": b, "score": score} for a, b, score, _ in rows],
            "sentiment",
        ),
        events=conform(
            [
                {"article": a, "start": 0, "end": 1, "sentence": 0, "first": day, "last": day}
                for a, _, _, day in rows
            ],
            "events",
        ),
    )
    write_tables(tables, folder, format)
    for name, frame in read_tables(folder)._asdict().items():
        pd.testing.assert_frame_equal(frame, getattr(tables, name), check_exact=True)


def test_reading_says_which_table_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError, match="no tables in"):
        read_tables(tmp_path)
    write_tables(small_tables(), tmp_path, "csv")
    (tmp_path / "events.csv").unlink()
    with pytest.raises(FileNotFoundError, match=r"lacks events\.csv"):
        read_tables(tmp_path)


def test_unknown_format_is_refused(tmp_path):
    with pytest.raises(TableError, match="parquet, csv, jsonl"):
        write_tables(small_tables(), tmp_path, "xlsx")
