"""One entity's events in order, over several articles, as the timelines scorer reads them."""

from __future__ import annotations

import json

import pytest

from dateline.evaluation.run import read_gold
from dateline.evaluation.timelines import predict
from dateline.problems import UnreadableError

ARTICLES = [
    {"doc_id": "1", "published": "2021-05-20", "text": "Omnitel opened a factory in Oslo on May 3, 2021.\n"},
    {
        "doc_id": "2",
        "published": "2021-06-02",
        "text": "Omnitel has sued Barex.\n\nOmnitel will close a factory. Omnitel bought Barex in 2019.\n",
    },
]
LINE = {"id": "omnitel", "entity": "Omnitel", "docs": ["1", "2"], "timeline": []}


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "gold.jsonl").write_text(json.dumps(LINE) + "\n")
    (tmp_path / "timeline_docs.jsonl").write_text("".join(json.dumps(one) + "\n" for one in ARTICLES))
    return tmp_path / "gold.jsonl"


def test_events_rank_by_day_and_those_without_one_by_their_article(gold):
    (line,) = predict(read_gold(gold))
    texts = {one["doc_id"]: one["text"] for one in ARTICLES}
    rows = [
        (row["rank"], texts[event["doc"]][event["start"] : event["end"]], row["date"])
        for row in line["timeline"]
        for event in row["events"]
    ]
    assert rows == [(0, "close", None), (1, "bought", "2019"), (2, "opened", "2021-05-03"), (3, "sued", None)]


@pytest.mark.parametrize(
    "entity, events",
    [("Norwegian Barex Bank", 1), ("Barex Bank", 1), ("Barex 4", 0), ("Bank", 1)],
)
def test_a_longer_name_means_who_bears_most_of_its_words_two_at_least(gold, entity, events):
    """No one bears "Barex 4": "Barex" alone may be something else, as a phone and its fourth kind are."""
    given = {
        "doc_id": "3",
        "published": "2021-06-02",
        "text": "Barex Bank has sued Omnitel. The sun shone.\n",
    }
    line = {"id": "barex", "entity": entity, "docs": ["3"], "timeline": []}
    (gold.parent / "timeline_docs.jsonl").write_text(json.dumps(given) + "\n")
    gold.write_text(json.dumps(line) + "\n")
    (predicted,) = predict(read_gold(gold))
    assert len(predicted["timeline"]) == events


def test_gold_whose_articles_are_missing_says_which_file_to_bring(gold):
    (gold.parent / "timeline_docs.jsonl").unlink()
    with pytest.raises(UnreadableError, match=r"timeline_docs\.jsonl"):
        read_gold(gold)
