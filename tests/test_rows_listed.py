"""More articles to learn rows from: their tellings by characters, their texts from the gold files beside."""

import json
import re

import pytest

from dateline.events.rows.listed import LISTED, SPARING, read_listed
from dateline.events.rows.weights import weights

HEAD = "file,article,event,start,end,first,last,must,status,actors,reader\n"
TEXT = "Kari Dahl resigned. Her exit came on Monday."
ROWS = [
    "sea.jsonl,b,0,10,18,2021-05-03,2021-05-03,1,happened,0:9,close\n",
    "sea.jsonl,b,0,24,28,2021-05-03,2021-05-03,1,happened,0:9,close\n",
    "sea.jsonl,a,0,3,7,,,0,,,sparing\n",
]


@pytest.fixture
def folder(tmp_path):
    lines = [{"id": "a", "text": "It sank."}, {"id": "b", "text": TEXT, "published": "2021-05-04"}]
    (tmp_path / "sea.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path


def listed(folder, *rows):
    path = folder / "listed.csv"
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return read_listed(path, folder)


def test_tellings_of_one_event_are_joined_and_stand_in_the_text_of_their_article(folder):
    first, second = listed(folder, *ROWS)
    assert (first["id"], first["published"], first["text"]) == ("sea:b", "2021-05-04", TEXT)
    assert first["events"] == [
        {"triggers": [[10, 18], [24, 28]], "first": "2021-05-03", "last": "2021-05-03", "must": True,
         "status": "happened", "actors": [[0, 9]]}
    ]  # fmt: skip
    assert second["events"] == [
        {"triggers": [[3, 7]], "first": None, "last": None, "must": False, "status": "", "actors": None}
    ]
    assert (first["reader"], second["reader"]) == ("", SPARING)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("sea.jsonl,c,0,1,2,,,1,,,close\n", "has no article 'c'"),
        ("sea.jsonl,a,0,90,99,,,1,,,close\n", "a ends before what is listed of it"),
        ("sea.jsonl,a,0,3,7,,,1,,0:2 90:99,close\n", "a ends before what is listed of it"),
    ],
)
def test_a_list_of_other_texts_is_refused_by_name(folder, row, problem):
    with pytest.raises(ValueError, match=problem):
        listed(folder, row)


def test_the_list_of_the_bundle_has_no_words_of_its_texts_and_no_empty_telling():
    header, *rows = LISTED.read_text(encoding="utf-8").splitlines()
    cells = [row.split(",") for row in rows]
    assert header + "\n" == HEAD
    assert len({(file, name) for file, name, *_ in cells}) == 573
    assert all(int(start) < int(end) for _, _, _, start, end, *_ in cells)
    assert all(re.fullmatch(r"|-|\d+:\d+( \d+:\d+)*", row[-2]) for row in cells)


def test_nobody_is_told_apart_from_a_doer_that_is_not_listed(folder):
    _, article = listed(
        folder, *ROWS[:2], "sea.jsonl,a,0,3,7,,,0,,-,close\n", "sea.jsonl,a,1,0,2,,,0,,,close\n"
    )
    assert [event["actors"] for event in article["events"]] == [[], None]


def test_no_weight_of_the_bundle_asks_who_listed_the_events():
    assert [name for name, model in weights().items() if SPARING in model.of] == []
