"""The scorer of coreference: gold against itself is 1, nothing is 0, and figures worked out by hand."""

import json

import pytest

from dateline.evaluation.coreference import gold_mentions, score
from dateline.evaluation.run import evaluate

TEXT = "Ann Lie met Bo Ek. She thanked him. Lie left."
SPANS = {
    "Ann Lie": (0, 7, "x"),
    "Bo Ek": (12, 17, "y"),
    "She": (19, 22, "x"),
    "him": (31, 34, "y"),
    "Lie": (36, 39, "x"),
}
GOLD = [
    {
        "id": "d",
        "text": TEXT,
        "entities": [
            {"start": s, "end": e, "type": "PERSON", "coref": thing} for s, e, thing in SPANS.values()
        ],
    }
]


def predicted(**entities):
    named = {text.replace(" ", "_"): span for text, span in SPANS.items()}
    rows = [{"start": named[k][0], "end": named[k][1], "entity": entity} for k, entity in entities.items()]
    return [{"id": "d", "mentions": rows}]


def test_gold_against_itself():
    found = score(GOLD, predicted(Ann_Lie="a", Bo_Ek="b", She="a", him="b", Lie="a"))
    assert (found["pair_p"], found["pair_r"], found["b3_f1"]) == (1.0, 1.0, 1.0)
    assert found["pairs_gold"] == 4


def test_nothing_found():
    found = score(GOLD, [])
    assert (found["pair_f1"], found["b3_f1"], found["mentions_gold"]) == (0.0, 0.0, 5)


def test_everything_in_one_entity():
    found = score(GOLD, predicted(Ann_Lie="a", Bo_Ek="a", She="a", him="a", Lie="a"))
    assert (found["pair_p"], found["pair_r"]) == (pytest.approx(4 / 10), 1.0)
    assert found["b3_p"] == pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5)


def test_worked_out_by_hand():
    found = score(GOLD, predicted(Ann_Lie="a", She="a", him="a"))
    assert (found["pairs_right"], found["pairs_predicted"], found["pair_r"]) == (1, 3, 0.25)
    assert found["b3_r"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 2) / 5)


def test_nested_spans_of_one_thing_are_one_mention_and_heads_count():
    line = {
        "id": "d",
        "text": "Apex chief Ann Lie left Apex in May",
        "entities": [
            {"start": 0, "end": 18, "type": "PERSON", "instance": "p"},
            {"start": 11, "end": 18, "type": "PERSON", "instance": "p"},
            {"start": 0, "end": 4, "type": "ORG", "instance": "o"},
            {"start": 24, "end": 28, "type": "ORG", "instance": "o"},
        ],
    }
    assert [len(m.spans) for m in gold_mentions(line)] == [2, 1, 1]
    rows = [{"start": 11, "end": 18, "entity": "p"}, {"start": 0, "end": 4, "entity": "o"}]
    found = score([line], [{"id": "d", "mentions": rows}])
    assert found["mentions_met"] == 2


def test_a_prediction_meets_the_shortest_gold_phrase_with_its_head():
    text = "A visa to enter Chad was denied by Chad."
    line = {
        "id": "d",
        "text": text,
        "entities": [  # the annotation gives some phrases heads of several words
            {"start": 0, "end": 20, "type": "MISC", "coref": "v", "head": [2, 20]},
            {"start": 15, "end": 20, "type": "PLACE", "coref": "c", "head": [16, 20]},
            {"start": 34, "end": 39, "type": "PLACE", "coref": "c", "head": [35, 39]},
        ],
    }
    rows = [{"start": 16, "end": 20, "entity": "x"}, {"start": 35, "end": 39, "entity": "x"}]
    found = score([line], [{"id": "d", "mentions": rows}])
    assert found["chains_mean_f1"] == 1.0


def test_evaluate_prints_the_figures_of_this_package(tmp_path, capsys):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD[0]) + "\n", encoding="utf-8")
    assert evaluate("coreference", path, tmp_path / "predicted.jsonl") == 0
    printed = capsys.readouterr().out
    assert "pairs_gold" in printed and "pair_f1" in printed


def test_chains_by_hand():
    found = score(GOLD, predicted(Ann_Lie="a", Bo_Ek="b", She="a", him="a", Lie="a"))
    assert (found["chains_muc_p"], found["chains_muc_r"]) == (2 / 3, 2 / 3)
    assert found["chains_b3_r"] == (3 * 3 / 3 + 1 / 2) / 5  # chain a has all of x, and one of the two of y
    assert found["pronoun_p"] == 1 / 2
