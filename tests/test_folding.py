"""What several articles tell of one event is one row; two events of a kind are two."""

import pytest

import dateline
from dateline.contract import check_tables

RECORDS = [
    {
        "id": "herald",
        "text": "Police in Tromso have arrested Ola Brandt on suspicion of robbing the Nordlys jewellery shop. "
        "Brandt, 34, was stopped at the ferry quay with a bag of watches, inspector Kari Moe said.",
    },
    {
        "id": "post",
        "text": "Police in Tromso arrested Ola Brandt, 34, on suspicion of robbing the Nordlys jewellery shop. "
        "Inspector Kari Moe said Brandt had come from the ferry quay. Watches were found in his bag.",
    },
    {
        "id": "gazette",
        "text": "Customs officers in Valletta arrested Maria Zammit on suspicion of smuggling cigarettes. "
        "Zammit, 51, was stopped in the port with a lorry, the harbour master Joe Borg said.",
    },
]


@pytest.fixture(scope="module")
def tables():
    return dateline.analyze(RECORDS)


def test_every_event_points_to_its_row_and_every_row_to_its_events(tables):
    check_tables(tables)
    told = tables.events[tables.events["event"] != ""]
    assert set(told["event"]) == set(tables.timeline["event"])
    articles = told.groupby("event")["article"].agg(set)
    for row in tables.timeline.itertuples():
        assert set(row.articles.split("; ")) == articles[row.event]


def test_an_arrest_told_twice_is_one_row_with_its_reason_and_another_arrest_is_none_of_it(tables):
    events = tables.events
    arrests = events[events["action"].isin(["arrest", "detain"])].groupby("article")["event"].agg(set)
    assert arrests["herald"] & arrests["post"]
    assert not arrests["herald"] & arrests["gazette"]
    row = tables.timeline.set_index("event").loc[min(arrests["herald"] & arrests["post"])]
    assert row["folded"].startswith(("herald: ", "post: "))
