"""The user's own merges and splits."""

import pandas as pd
import pytest

from dateline.aliases import apply_aliases, read_aliases
from dateline.tables import conform


@pytest.fixture
def mentions():
    rows = [
        {
            "article": "a",
            "start": 0,
            "end": 3,
            "text": "Lie",
            "kind": "PERSON",
            "form": "name",
            "entity": "person:lie",
        },
        {
            "article": "b",
            "start": 0,
            "end": 3,
            "text": "Lie",
            "kind": "PERSON",
            "form": "name",
            "entity": "person:lie",
        },
        {
            "article": "b",
            "start": 9,
            "end": 12,
            "text": "UNP",
            "kind": "ORG",
            "form": "name",
            "entity": "org:unp",
        },
    ]
    return conform(rows, "mentions")


def aliases(tmp_path, text):
    path = tmp_path / "aliases.csv"
    path.write_text(text, encoding="utf-8")
    return read_aliases(path)


def test_merge_everywhere_and_split_in_one_article(mentions, tmp_path):
    rows = aliases(
        tmp_path,
        "entity,same_as,article,text\nperson:lie,person:bo-lie,b,\nperson:lie,person:ann-lie,,\norg:unp,place:unp,,UNP\n",
    )
    found = apply_aliases(mentions, rows)
    assert found["entity"].tolist() == ["person:ann-lie", "person:bo-lie", "place:unp"]
    assert found["kind"].tolist() == ["PERSON", "PERSON", "PLACE"]
    pd.testing.assert_series_equal(found.dtypes, mentions.dtypes)


def test_chains_are_followed(mentions, tmp_path):
    rows = aliases(tmp_path, "entity,same_as\nperson:lie,person:a-lie\nperson:a-lie,person:ann-lie\n")
    assert apply_aliases(mentions, rows)["entity"].tolist()[0] == "person:ann-lie"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,other\na,b\n", "no column entity"),
        ("entity,same_as\nperson:lie,Ann Lie\n", "line 2: same_as is 'Ann Lie'"),
        ("entity,same_as\nperson:a,person:b\nperson:b,person:a\n", "in a circle"),
    ],
)
def test_errors_teach(tmp_path, text, message):
    with pytest.raises(ValueError, match=message):
        aliases(tmp_path, text)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("person:ann-lie,,,,,HUMAN,,", "kind is 'HUMAN'; it must be one of PERSON"),
        ("person:ann-lie,,,,,,,Atlantis", "country is 'Atlantis'"),
        ("person:ann-lie,,,,,,,", "says nothing of its entity"),
        ("person:ann-lie,,one,,,,mayor,", "article and text need same_as"),
    ],
)
def test_knowledge_that_makes_no_sense_is_refused(tmp_path, row, message):
    with pytest.raises(ValueError, match=message):
        aliases(tmp_path, f"entity,same_as,article,text,name,kind,role,country\n{row}\n")


def test_an_entity_can_be_told_by_name_and_kind(tmp_path):
    rows = aliases(tmp_path, "entity,name,kind,country\n,Ann Lie,PERSON,Norway\nperson:ford,,ORG,\n")
    assert rows["entity"].tolist() == ["person:ann-lie", "person:ford"]
    assert rows["same_as"].tolist() == ["", "org:ford"]
    assert rows["country"].tolist() == ["NOR", ""]
