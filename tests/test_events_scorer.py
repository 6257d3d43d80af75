"""What the evaluations of events and roles hand to the scorers is what stands in the tables."""

from dateline.evaluation.events import events_of, predict, status_scores, time_scores
from dateline.evaluation.roles import predict as predict_roles

TEXT = "Kenya bombed a port in Somalia on Monday. Kenya did not invade Somalia. Norway will help Somalia."
LINE = {"id": "a", "text": TEXT, "published": "2021-06-10"}


def span(word: str, after: str = "") -> tuple[int, int]:
    start = TEXT.index(word, TEXT.index(after))
    return start, start + len(word)


def marked(word: str, **more: object) -> dict:
    return {**dict(zip(("start", "end"), span(word), strict=True)), **more}


def test_events_are_the_words_and_classes_of_the_table():
    (predicted,) = predict([LINE])
    assert predicted["id"] == "a"
    assert [TEXT[e["start"] : e["end"]] for e in predicted["events"]] == ["bombed", "invade", "help"]
    assert [e["class"] for e in predicted["events"]] == ["OCCURRENCE", "OCCURRENCE", "I_ACTION"]


def test_times_are_held_against_the_links_of_the_gold():
    line = {
        **LINE,
        "events": [marked("bombed"), marked("help"), marked("invade")],
        "dates": [marked("Monday"), marked("Norway")],
        "event_times": [
            [0, "DCT", "BEFORE"],
            [1, "DCT", "BEFORE"],
            [0, 0, "IS_INCLUDED"],
            [1, 1, "IS_INCLUDED"],
        ],
    }
    scores = time_scores([line], {"a": events_of(line)})
    assert scores == {"side": 0.5, "judged": 2, "dated": 0.5, "dated_wrong": 0.0, "links": 2}


def test_statuses_are_held_against_certainty_time_and_polarity():
    told = [
        marked("bombed", certainty="CERTAIN", time="NON_FUTURE", polarity="POS"),
        marked("invade", certainty="CERTAIN", time="NON_FUTURE", polarity="NEG"),
        marked("help", certainty="CERTAIN", time="NON_FUTURE", polarity="POS"),
        marked("Norway", certainty="CERTAIN", time="NON_FUTURE", polarity="POS"),
    ]
    line = {**LINE, "events": told}
    assert status_scores([line], {"a": events_of(line)}) == {"agreement": 2 / 3, "judged": 3}


def test_roles_are_where_whoever_takes_part_is_named_beside_the_event():
    (predicted,) = predict_roles([LINE])
    told = {(TEXT[slice(*role["event"])], tuple(role["entity"]), role["role"]) for role in predicted["roles"]}
    somalia = [span("Somalia"), span("Somalia", "invade"), span("Somalia", "help")]
    assert told == {
        ("bombed", span("Kenya"), "Arg0"), ("bombed", somalia[0], "Arg1"),
        ("invade", span("Kenya", "Kenya did"), "Arg0"), ("invade", somalia[1], "Arg1"),
        ("help", span("Norway"), "Arg0"), ("help", somalia[2], "Arg1"),
    }  # fmt: skip
