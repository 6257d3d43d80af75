"""What became of plans: done, moved, or never told of again; and who tells the contrary."""

import pandas as pd
import pytest

from dateline.tables import conform
from dateline.timeline import build_timeline

UNION = "org:union"
DAYS = {"monday": "2023-05-08", "friday": "2023-05-12", "june": "2023-06-01"}
ARTICLES = conform(
    [{"article": name, "published": day, "text": "word " * 40} for name, day in DAYS.items()], "articles"
)
ENTITIES = conform([{"entity": UNION, "name": "Union", "mentions": 1, "articles": 1}], "entities")


def told(article, first=None, status="happened", what="Dockers march through Oslo", **more):
    row = {
        "article": article, "start": 0, "end": 4, "text": "word", "sentence": 0, "action": "march",
        "class": "OCCURRENCE", "type": "PROTEST", "actor": UNION, "first": first, "last": first,
        "grain": "day" if first else "", "status": status, "score": -6.0, "what": what,
        "weight": 0.9, "event": f"{article}:0",
    }  # fmt: skip
    return {**row, **more}


def line(*rows):
    return build_timeline(conform(list(rows), "events"), ENTITIES, ARTICLES)


def test_what_was_planned_says_since_when_and_by_which_article():
    rows = line(told("monday", "2023-05-11", "planned"), told("friday", "2023-05-11"))
    assert rows[["status", "was_planned", "planned_note"]].values.tolist() == [
        ["happened", "2023-05-08 monday", ""]
    ]


def test_a_plan_told_only_after_the_deed_was_no_plan_before_it():
    rows = line(told("monday", "2023-05-07"), told("friday", "2023-05-07", "planned"))
    assert rows["was_planned"].tolist() == [""] * len(rows)


@pytest.mark.parametrize(
    ("day", "note"),
    [("2023-05-20", "planned, nothing told since"), ("2023-06-01", ""), ("2023-06-20", ""), (None, "")],
    ids=["passed", "on the newest day", "still to come", "undated"],
)
def test_a_plan_whose_day_has_passed_without_news_is_said_to_be_such(day, note):
    rows = line(
        told("monday", day, "planned"), told("june", "2023-05-31", action="meet", type="CONSULT", actor="")
    )
    plan = rows[rows["status"] == "planned"]
    assert plan["planned_note"].tolist() == [note]


def test_a_plan_for_a_day_before_its_article_is_not_silent_but_odd():
    assert line(told("friday", "2023-05-09", "planned"))["planned_note"].tolist() == [""]


def test_who_denies_it_stands_beside_who_tells_it():
    rows = line(
        told("monday", "2023-05-07", event="monday:0"),
        told("monday", "2023-05-07", "denied", start=9, end=13, said_by=UNION, event="monday:0"),
    )
    assert rows["disputed"].tolist() == [f"happened: monday; denied: monday ({UNION})"]


def test_a_month_that_is_told_more_closely_is_not_moved():
    month = {"last": "2023-06-30", "grain": "month"}
    rows = line(
        told("monday", "2023-06-01", "planned", **month),
        told("friday", "2023-06-10", "planned"),
    )
    assert rows["planned_note"].tolist() == [""]
    assert rows["first"].tolist() == [pd.Timestamp("2023-06-10")]
