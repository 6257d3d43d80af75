"""The scorer of roles: figures worked out by hand, and the labels' own consistency."""

import csv
from pathlib import Path

from dateline.evaluation.person_roles import score
from hand_tokens import tokens_of

SENTENCE = "The [MISC French] president [PERSON Ann Lie] met [PERSON Bo Ek] ."


def parser(_text):
    return tokens_of(SENTENCE)


def row(start, end, role_start="", role_end=""):
    return {"article": "d", "start": start, "end": end, "role_start": role_start, "role_end": role_end}


def test_worked_out_by_hand():
    text = tokens_of(SENTENCE).text
    lie, ek = text.index("Ann"), text.index("Bo")
    gold = [row(lie, lie + 7, 4, 20), row(ek, ek + 5, 24, 27), row(ek, ek + 5)]
    found = score(gold, {"d": text}, parser)
    assert (found["gold"], found["found"], found["right"], found["exact"]) == (2, 1, 1, 1)
    assert (found["precision"], found["recall"]) == (1.0, 0.5)


def test_labels_are_whole():
    path = Path(__file__).parent / "gold" / "roles.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) >= 100
    for label in rows:
        assert int(label["start"]) < int(label["end"])
        if label["role"]:
            assert int(label["role_end"]) - int(label["role_start"]) == len(label["role"])
        else:
            assert label["role_start"] == label["role_end"] == ""
