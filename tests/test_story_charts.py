"""Charts of many articles: plans and what came of them, who is quoted when, sources side by side, the bulk of time."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from dateline.charts import (
    alt_text,
    charts_of,
    deeds_and_words,
    plans_of,
    plot_course,
    plot_plans,
    plot_quoted,
    plot_sources,
    plot_swimlanes,
    plot_timeline,
    quoted_over_time,
    source_cells,
    timeline_marks,
)
from dateline.charts.time_axis import sets_scale, window_of
from dateline.comparing import compare_sources
from dateline.tables import conform
from test_charts import PUBLISHED, boxes, event, make_tables, timeline, unreadable


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def days(*given):
    return pd.Series([pd.Timestamp(day) if day else pd.NaT for day in given])


def articles(**days):
    rows = [{"article": a, "published": pd.Timestamp(day), "text": "word " * 20} for a, day in days.items()]
    return conform(rows, "articles")


def told(key, article, status, start=0):
    row = {
        "article": article,
        "start": start,
        "end": start + 4,
        "sentence": 0,
        "status": status,
        "event": key,
    }
    return row | {"text": "word"}


def of(events):
    return conform(events, "events")


@pytest.fixture
def many():
    """Give tables of three sources, four articles a source, and plans among the events."""
    tables = make_tables(60, articles=12, seed=11)
    sources = [f"The {'very ' * (3 * (n % 3))}{'long ' * 3}Herald {n % 3}" for n in range(12)]
    published = [PUBLISHED + pd.Timedelta(days=3 * n) for n in range(12)]
    keys = [f"e{n}" for n in range(60)]
    line = tables.timeline.assign(event=keys, articles=tables.timeline["article"])
    events = of(
        [
            told(key, a, status, 9)
            for key, a, status in zip(keys, line["article"], line["status"], strict=True)
        ]
    )
    quotes = tables.quotes.assign(speaker=["person:ana-lopez", "org:union", "place:norway"] * 20)
    return tables._replace(
        articles=tables.articles.assign(source=sources, published=published),
        timeline=line,
        events=events,
        quotes=quotes,
    )


def test_no_text_of_the_charts_of_many_articles_stands_on_another(many):
    drawn = {chart.name: chart.draw() for chart in charts_of(many) if "-" not in chart.name}
    assert {"plans", "quoted_over_time", "sources"} <= set(drawn)
    for name, ax in drawn.items():
        assert unreadable(ax) == [], name
        assert len(alt_text(ax)) > 20


def test_one_article_has_no_chart_of_plans_or_sources():
    names = {chart.name for chart in charts_of(make_tables(12))}
    assert not names & {"plans", "quoted_over_time", "sources"}


@pytest.mark.parametrize(
    ("later", "day", "outcome"),
    [
        (("happened", "b"), "2023-05-04", "happened"),
        (("denied", "b"), "2023-05-04", "denied"),
        (("planned", "b"), "2023-05-04", "nothing"),
        (("planned", "b"), "2023-06-04", "open"),
        (("happened", "a"), "2023-05-04", "nothing"),  # the same article tells no news of its own plan
        (("happened", "before"), "2023-05-04", "nothing"),
    ],
)
def test_a_plan_is_followed_through_later_articles(later, day, outcome):
    texts = articles(before="2023-05-01", a="2023-05-02", b="2023-05-10")
    events = of([told("e", "a", "planned"), told("e", later[1], later[0], 9)])
    plans = plans_of(timeline(event(1, day) | {"event": "e"}), events, texts)
    assert plans[["told", "outcome"]].values.tolist() == [[pd.Timestamp("2023-05-02"), outcome]]


def test_a_plan_that_was_moved_says_so_in_short():
    note = "first for 4 May 2023, then for 6 May 2023; planned, nothing told since"
    row = event(1, "2023-05-06") | {"event": "e", "planned_note": note}
    plans = plans_of(timeline(row), of([told("e", "a", "planned")]), articles(a="2023-05-02"))
    assert plans["when"].tolist() == ["6 May 2023 (moved)"]


def test_what_was_not_told_before_its_day_is_no_plan():
    events = of([told("e", "a", "planned")])
    for day in ("2021-05-04", "2023-05-02"):
        assert plans_of(timeline(event(1, day) | {"event": "e"}), events, articles(a="2023-05-02")).empty
    assert "No plans" in alt_text(plot_plans(timeline(event(1)), events, articles(a="2023-05-02")))


def test_statements_are_counted_by_speaker_and_week_without_those_inside_others():
    said = [
        ("a", "org:x", False), ("a", "org:x", True), ("b", "org:x", False), ("c", "org:x", False),
        ("b", "org:y", False), ("b", "", False), ("late", "org:y", False),
    ]  # fmt: skip
    row = {"text": "t", "style": "direct"}
    rows = [
        {**row, "article": article, "start": n, "end": n + 1, "speaker": who, "inside": inside}
        for n, (article, who, inside) in enumerate(said)
    ]
    rows = conform(rows, "quotes")
    texts = articles(a="2023-05-01", b="2023-05-03", c="2023-05-09", late="2023-09-01")
    counts = quoted_over_time(rows, texts, freq="W")
    assert counts[["speaker", "first", "n"]].astype(str).values.tolist() == [
        ["org:x", "2023-05-01", "2"], ["org:x", "2023-05-08", "1"],
        ["org:y", "2023-05-01", "1"], ["org:y", "2023-08-28", "1"],
    ]  # fmt: skip
    assert "each circle is one week" in " ".join(text for text, _ in boxes(plot_quoted(rows, texts)))


def test_sources_show_what_is_left_out_as_a_dash(many):
    rows = compare_sources(many)
    cells = source_cells(rows, events=4, names=2)
    assert cells.groupby("kind")["item"].nunique().to_dict() == {"event": 4, "quoted": 2, "tone": 2}
    ax = plot_sources(rows, events=4, names=2)
    assert sum(text == "–" for text, _ in boxes(ax)) == int((cells["n"] == 0).sum())


def test_the_scale_of_time_is_set_by_the_bulk_and_not_by_long_or_far_intervals():
    first, last = (
        days("1934-01-01", "2022-01-01", *["2022-03-01"] * 8),
        days("1934-12-31", "2022-12-31", *["2022-03-02"] * 8),
    )
    assert sets_scale(first, last).tolist() == [False, False, *[True] * 8]
    assert window_of(first, last) == (pd.Timestamp("2022-03-01"), pd.Timestamp("2022-03-02"))


def test_an_interval_longer_than_the_picture_is_cut_at_its_edges_and_says_so():
    rows = [event(i, f"2023-05-{i:02d}") for i in range(1, 9)]
    ax = plot_timeline(timeline(event(0, "2023-01-01", "2023-12-31"), *rows))
    assert (ax.get_xlim()[1] - ax.get_xlim()[0]) < 40
    assert "◂ 2023 ▸" in [text for text, _ in boxes(ax)]


def test_of_many_events_those_of_most_articles_stay_and_then_the_newest():
    rows = [event(i, f"2023-05-{i:02d}") for i in range(1, 20)]
    rows[0]["articles"] = "a; b"
    marks = timeline_marks(timeline(*rows), limit=3)
    assert [day.day for day in marks["first"]] == [1, 18, 19]


def test_events_without_a_date_take_a_quarter_of_the_room_at_most():
    rows = [event(i, None, mentions=9) for i in range(20)] + [event(i, "2023-05-01") for i in range(20, 40)]
    assert timeline_marks(timeline(*rows), limit=20)["place_on_axis"].value_counts().to_dict() == {
        "inside": 15,
        "none": 5,
    }


def test_many_days_of_publication_are_a_span_and_those_without_a_day_are_counted():
    published = [PUBLISHED + pd.Timedelta(days=n) for n in range(9)] + [pd.NaT, pd.NaT]
    for ax in (
        plot_timeline(timeline(event(1)), published=published),
        plot_swimlanes(timeline(event(1)), published=published),
    ):
        words = [text for text, _ in boxes(ax)]
        assert "published 10–18 May 2023" in words
        assert any(
            "2 articles not dated (give their days with published=, or in articles.csv)" in w for w in words
        )
        assert len([line for line in ax.lines if line.get_linewidth() == 3.5]) == 1


def test_a_lane_does_not_repeat_its_actor():
    rows = timeline(event(1, what="The union of Bergen struck", actors="org:union"))
    words = [text for text, _ in boxes(plot_swimlanes(rows))]
    assert "The union of Bergen struck" in words
    rows = timeline(event(1, what="President Ana López met Per van der Berg", actors="person:ana-lópez"))
    assert any(text.startswith("met Per") for text, _ in boxes(plot_swimlanes(rows)))


def test_countries_are_countries():
    known = (("person:p", "NOR"), ("org:g7", ""))
    seen = {"mentions": 1, "articles": 1}
    entities = conform([{**seen, "entity": e, "name": e, "country": c} for e, c in known], "entities")
    events = timeline(event(1, actors="person:p"), event(2, actors="org:g7"))
    tone = conform(
        [{"article": "a", "start": n, "end": n + 1, "unit": "quote", "text": "t", "score": 0.1, "speaker": who}
         for n, who in enumerate(("person:p", "org:g7"))], "sentiment",
    )  # fmt: skip
    assert deeds_and_words(events, tone, entities, level="country")["entity"].tolist() == ["NOR"]


def test_far_off_deeds_are_told_in_words_and_rough_ones_fall_into_no_week():
    deeds = [(f"2023-05-{n:02d}", f"2023-05-{n:02d}") for n in range(1, 31)]
    deeds += [("1934-02-03", "1934-02-03"), ("2023-01-01", "2023-12-31")]
    rows = of(
        [told("e", "a", "happened", n) | {"first": pd.Timestamp(a), "last": pd.Timestamp(b), "score": 1.0}
         for n, (a, b) in enumerate(deeds)]
    )  # fmt: skip
    ax = plot_course(rows, conform([], "sentiment"), articles(a="2023-05-02", b="2023-06-30"), freq="W")
    words = [text for text, _ in boxes(ax)]
    assert "Too far off to be drawn to scale: 1934 +0.10 (n = 1)" in words
    assert "30 deeds" in alt_text(ax)
