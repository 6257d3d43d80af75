"""Charts say what the rows say, stay readable with any rows, and come out the same each time."""

import itertools
import struct

import matplotlib

matplotlib.use("Agg")

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from dateline.charts import (
    alt_text,
    charts_of,
    course_of,
    deeds_and_words,
    draw_charts,
    lane_marks,
    plot_mentions,
    plot_network,
    plot_sentiment,
    plot_speakers,
    plot_swimlanes,
    plot_timeline,
    style,
    ties,
    timeline_marks,
    tone_along,
    tone_between,
    tone_by_speaker,
)
from dateline.charts.mentions import mention_marks
from dateline.charts.naming import say_interval
from dateline.tables import Tables, conform, empty

PUBLISHED = pd.Timestamp("2023-05-10")
STATUSES = ["happened", "planned", "hypothetical", "denied", "ongoing"]
ENTITIES = [
    ("person:ana-lopez", "Ana López", "PERSON"),
    ("org:harbour-authority", "Harbour Authority of the Northern Coast and Adjacent Islands", "ORG"),
    ("place:norway", "Norway", "PLACE"),
    ("org:union", "Dockers' Union", "ORG"),
    ("person:per-van-der-berg", "Per van der Berg", "PERSON"),
]


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def event(number, first="2023-05-01", last=None, **more):
    first = pd.Timestamp(first) if first else pd.NaT
    last = pd.Timestamp(last) if last else first
    row = {
        "first": first, "last": last, "grain": "day", "what": f"the union met the port for the {number}th time",
        "type": "CONSULT", "status": "happened", "actors": "org:union", "targets": "org:harbour-authority",
        "articles": "a", "mentions": 1, "score": 1.0, "article": "a", "start": number * 10, "end": number * 10 + 4,
    }  # fmt: skip
    return {**row, **more}


def timeline(*events):
    return conform(list(events), "timeline")


def make_tables(n, articles=1, published=PUBLISHED, seed=0, dated=0.8):
    """Make tables of n events, quotations, sentences and mentions; nothing in them is meant to be read."""
    draw = np.random.default_rng(seed)
    ids = [entity for entity, _, _ in ENTITIES] + [f"person:speaker-with-a-long-name-{i}" for i in range(12)]
    words = [
        "met",
        "$5 billion or $9 billion were asked for by the " + "very " * 30 + "old port",
        "x" * 150,
        "北京 talks\nwith",
    ]
    events, tone, mentions, quotes = [], [], [], []
    for i in range(n):
        one, other = (ids[at] for at in draw.choice(len(ids), 2, replace=False))
        first = PUBLISHED + pd.Timedelta(days=int(draw.integers(-80, 40)))
        if draw.random() < 0.1:
            first = pd.Timestamp("1949-04-04")
        last = first + pd.Timedelta(days=int(draw.choice([0, 0, 6, 30])))
        if draw.random() > dated:
            first = last = pd.NaT
        elif draw.random() < 0.1:
            last = pd.NaT
        where = {"article": f"a{int(draw.integers(articles))}", "start": i * 40, "end": i * 40 + 30}
        what = f"{one} {words[i % 4]} {other}"
        score = float(draw.uniform(-1, 1))
        events.append(
            event(
                i,
                first=first,
                what=what,
                actors=one,
                targets=other,
                status=STATUSES[i % 5],
                mentions=1 + i % 3,
            )
            | {"last": last, **where}
        )
        tone.append(
            {
                **where,
                "unit": "sentence",
                "text": "t",
                "score": score,
                "words": "catastrophe -0.8; horror -0.7",
            }
        )
        tone.append({**where, "unit": "quote", "text": "t", "score": score, "speaker": one})
        tone.append(
            {
                **where,
                "unit": "mention",
                "text": "t",
                "score": score,
                "speaker": other if i % 2 else "",
                "entity": one,
            }
        )
        quotes.append({**where, "text": "t"})
        mentions.append(
            {
                **where,
                "text": "t",
                "kind": one.split(":")[0].upper(),
                "form": ["name", "pronoun"][i % 2],
                "entity": one,
            }
        )
    texts = [
        {
            "article": f"a{i}",
            "title": "A headline " * 30,
            "published": published,
            "text": ("word " * 40 + "\n\n") * (n // 4 + 1),
        }
        for i in range(articles)
    ]
    rows = {
        "articles": texts, "mentions": mentions, "quotes": quotes, "sentiment": tone, "timeline": events,
        "entities": [{"entity": e, "name": n, "kind": kind, "mentions": 1, "articles": 1} for e, n, kind in ENTITIES],
    }  # fmt: skip
    return Tables(
        *(conform(rows[table], table) if rows.get(table) else empty(table) for table in Tables._fields)
    )


def boxes(ax):
    """Measure every text of a figure."""
    ax.figure.canvas.draw()
    renderer = ax.figure.canvas.get_renderer()
    texts = [t for t in ax.figure.findobj(Text) if t.get_visible() and t.get_text().strip()]
    return [(t.get_text(), t.get_window_extent(renderer)) for t in texts]


def unreadable(ax):
    """List texts that stand on one another or leave the picture."""
    page, found = ax.figure.bbox, []
    texts = boxes(ax)
    for (one, a), (other, b) in itertools.combinations(texts, 2):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1:
            found.append((one, other))
    return found + [t for t, b in texts if b.x0 < -1 or b.y0 < -1 or b.x1 > page.x1 + 1 or b.y1 > page.y1 + 1]


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param(make_tables(60), id="sixty events"),
        pytest.param(make_tables(1, dated=1), id="one event"),
        pytest.param(make_tables(0), id="no events"),
        pytest.param(make_tables(12, published=pd.NaT, seed=2), id="no publication date"),
        pytest.param(make_tables(10, dated=0, seed=3), id="no dates"),
        pytest.param(make_tables(30, articles=3, seed=4), id="several articles"),
    ],
)
def test_no_text_of_any_chart_stands_on_another_or_leaves_the_picture(tables):
    for chart in charts_of(tables):
        ax = chart.draw()
        assert unreadable(ax) == [], chart.name
        assert len(alt_text(ax)) > 20
        plt.close(ax.figure)


def test_overlap_is_noticed_at_all():
    _, ax = plt.subplots()
    ax.text(0.5, 0.5, "one label")
    ax.text(0.5, 0.5, "another label")
    assert ("one label", "another label") in unreadable(ax)


def test_a_day_is_a_point_and_a_month_a_bar_over_its_interval():
    ax = plot_timeline(
        timeline(event(1, "2023-05-03"), event(2, "2023-06-01", "2023-06-30", status="planned"))
    )
    bars = [patch for patch in ax.patches if isinstance(patch, Rectangle) and patch.get_hatch()]
    assert [bar.get_x() for bar in bars] == [mdates.date2num(pd.Timestamp("2023-06-01"))]
    assert bars[0].get_width() == 30
    points = [line for line in ax.lines if line.get_marker() == "o" and line.get_transform() == ax.transData]
    assert [float(mdates.date2num(line.get_xdata()[0])) for line in points] == [
        mdates.date2num(pd.Timestamp("2023-05-03 12:00"))
    ]


def test_an_open_interval_is_an_arrow_not_a_bar():
    ax = plot_timeline(timeline(event(1), event(2, "2023-04-01") | {"last": pd.NaT}))
    assert "from 1 Apr 2023" in [text for text, _ in boxes(ax)]
    assert not [patch for patch in ax.patches if patch.get_width() > 3]


def test_publication_is_a_rule():
    ax = plot_timeline(timeline(event(1), event(2, "2023-05-20")), published=PUBLISHED)
    at = mdates.date2num(PUBLISHED + pd.Timedelta(hours=12))
    assert any(
        len(set(map(float, mdates.date2num(line.get_xdata())))) == 1
        and mdates.date2num(line.get_xdata()[0]) == at
        for line in ax.lines
        if isinstance(line.get_xdata()[0], pd.Timestamp)
    )
    assert "published 10 May 2023" in [text for text, _ in boxes(ax)]


def test_status_is_told_without_colour():
    seen = {(sign.marker, sign.face == "white", sign.hatch) for sign in style.STATUS.values()}
    assert len(seen) == len(style.STATUS) == 5
    assert (
        len({sign.hatch for sign in style.STATUS.values() if sign.words not in ("happened", "going on")}) == 3
    )


def test_only_the_statuses_that_are_drawn_are_explained():
    ax = plot_timeline(timeline(event(1), event(2, status="denied")))
    words = [text for text, _ in boxes(ax)]
    assert "happened" in words and "denied" in words and "planned" not in words


def test_events_without_a_date_are_listed_apart_and_never_placed_in_time():
    marks = timeline_marks(timeline(event(1), event(2, None)))
    assert list(marks["place_on_axis"]) == ["inside", "none"]
    assert "1 without a date in the text" in [
        text for text, _ in boxes(plot_timeline(timeline(event(1), event(2, None))))
    ]


def test_a_far_off_event_does_not_squeeze_the_others():
    rows = [event(i, f"2023-05-{i:02d}") for i in range(1, 9)]
    marks = timeline_marks(timeline(event(0, "1949-04-04"), *rows))
    assert marks["place_on_axis"].tolist() == ["earlier"] + ["inside"] * 8


def test_limit_keeps_what_is_told_most():
    marks = timeline_marks(timeline(*[event(i, mentions=i) for i in range(1, 9)]), limit=3)
    assert sorted(marks["mentions"]) == [6, 7, 8]
    assert "The 3 most told of 8 events" in alt_text(
        plot_timeline(timeline(*[event(i) for i in range(8)]), limit=3)
    )


def test_dollars_are_no_formula():
    ax = plot_timeline(timeline(event(1, what="paid $5 billion of the $9 billion")))
    assert any("$5 billion of the $9 billion" in text for text, _ in boxes(ax))
    assert not any(text.get_parse_math() for text in ax.figure.findobj(Text) if "$" in text.get_text())


def test_characters_without_a_glyph_warn_nobody(recwarn):
    plot_timeline(timeline(event(1, what="talks in 北京 \u0007 with 🙂"))).figure.canvas.draw()
    assert [str(w.message) for w in recwarn if "Glyph" in str(w.message)] == []


def test_charts_draw_into_given_axes_and_leave_settings_alone():
    before = dict(matplotlib.rcParams)
    figure, axes = plt.subplots(1, 2, figsize=(18, 6))
    assert plot_timeline(timeline(event(1)), axes[0]) is axes[0]
    assert plot_speakers(make_tables(9).sentiment, ax=axes[1]) is axes[1]
    assert dict(matplotlib.rcParams) == before
    assert plt.get_fignums() == [figure.number]


def test_swimlanes_join_those_who_took_part():
    ax = plot_swimlanes(timeline(event(1, actors="org:union; place:norway", targets="")))
    joins = [line for line in ax.lines if len(line.get_xdata()) == 2 and line.get_color() == "#9A9A9A"]
    assert len(joins) == 1
    assert "Norway 1" in alt_text(ax)


def test_thousands_of_events_make_a_page_not_a_wall():
    tables = make_tables(3000, seed=9)
    for ax in (
        plot_timeline(tables.timeline),
        plot_swimlanes(tables.timeline),
        plot_network(tables.timeline),
    ):
        assert ax.figure.get_size_inches()[1] < 40


def test_two_events_of_one_sentence_are_two_marks_in_a_lane():
    rows = timeline(event(1), event(1, "2023-05-04", what="the port struck back", targets=""))
    assert lane_marks(rows)[["entity", "what"]].duplicated().sum() == 0
    assert len(lane_marks(rows)) == 3


def test_ties_count_distinct_events_pair_by_pair():
    rows = timeline(
        event(1, score=1.0), event(2, score=-4.0),
        event(3, actors="org:union", targets=""), event(4, targets="org:union"),
    )  # fmt: skip
    found = ties(rows)
    assert found[["one", "other", "n", "score"]].values.tolist() == [
        ["org:harbour-authority", "org:union", 2, -1.5]
    ]
    assert "Harbour Authority" in alt_text(plot_network(rows))


def test_one_article_charts_refuse_several_and_say_how_to_choose():
    tables = make_tables(20, articles=2)
    for draw, rows in ((plot_mentions, tables.mentions), (plot_sentiment, tables.sentiment)):
        with pytest.raises(
            ValueError, match=r'hold 2 \(a0, a1\)\. Choose one: rows\[rows\["article"\] == "a0"\]'
        ):
            draw(rows)


def test_mentions_stand_the_most_named_first():
    told = "person:ann org:nato org:nato person:bo org:nato person:bo place:oslo".split()
    mentions = conform(
        [
            {"article": "a", "start": 10 * n, "end": 10 * n + 4, "entity": entity}
            for n, entity in enumerate(told)
        ],
        "mentions",
    )
    order = mention_marks(mentions)["entity"].drop_duplicates().tolist()
    assert order == ["org:nato", "person:bo", "person:ann", "place:oslo"], (
        "of two named as often the first told"
    )
    assert mention_marks(mentions, limit=2)["entity"].unique().tolist() == ["org:nato", "person:bo"]
    assert alt_text(plot_mentions(mentions)).endswith("Most mentioned: Nato 3, Bo 2, Ann 1, Oslo 1.")


def test_tone_along_measures_the_quoted_share():
    tone = conform(
        [
            {"article": "a", "start": s, "end": s + 10, "unit": "sentence", "text": "t", "score": 0}
            for s in (0, 10, 20)
        ],
        "sentiment",
    )
    quotes = conform(
        [
            {"article": "a", "start": 5, "end": 15, "text": "t"},
            {"article": "a", "start": 8, "end": 12, "text": "t"},
        ],
        "quotes",
    )
    assert tone_along(tone, quotes)["quoted"].tolist() == [0.5, 0.5, 0.0]


def test_speakers_show_n_and_an_interval_only_where_there_is_something_to_draw_from():
    said = [("org:union", 0.2), ("org:union", 0.4), ("org:union", -0.3), ("place:norway", 0.9)]
    where = {"article": "a", "unit": "quote", "text": "t"}
    rows = [
        {**where, "start": i, "end": i + 1, "score": s, "speaker": who} for i, (who, s) in enumerate(said)
    ]
    tone = conform(rows, "sentiment")
    tones = tone_by_speaker(tone)
    assert tones["n"].tolist() == [3, 1]
    assert tones["low"].notna().tolist() == [True, False]
    words = [text for text, _ in boxes(plot_speakers(tone))]
    assert "n = 3" in words and "n = 1" in words
    assert plot_speakers(tone).get_xlim() == (-1.04, 1.04)


def test_tone_between_keeps_the_article_apart_from_speakers():
    cells = tone_between(make_tables(30).sentiment)
    assert cells.loc[cells["speaker"] == "(the article itself)", "n"].sum() >= 10
    assert cells["n"].min() >= 1 and cells["mean"].abs().max() <= 1


def test_deeds_leave_out_what_was_denied_or_only_possible():
    rows = timeline(
        event(1, score=-10.0, status="denied"),
        event(2, score=5.0),
        event(3, score=-8.0, status="hypothetical"),
    )
    tone = conform(
        [
            {
                "article": "a",
                "start": 0,
                "end": 1,
                "unit": "quote",
                "text": "t",
                "score": 0.5,
                "speaker": "org:union",
            }
        ],
        "sentiment",
    )
    both = deeds_and_words(rows, tone)
    assert both[["deeds", "deeds_n", "words", "words_n"]].values.tolist() == [[0.5, 1, 0.5, 1]]


def test_deeds_count_when_they_happened_and_words_when_they_were_published():
    events = conform(
        [
            {"article": "a", "start": i, "end": i + 1, "text": "t", "sentence": 0, "first": pd.Timestamp(day),
             "last": pd.Timestamp(day), "status": status, "score": score}
            for i, (day, status, score) in enumerate([("2023-04-10", "happened", -7.0), ("2023-06-01", "planned", 2.0)])
        ],
        "events",
    )  # fmt: skip
    said = {
        "article": "a",
        "start": 0,
        "end": 1,
        "unit": "quote",
        "text": "t",
        "score": 0.5,
        "speaker": "org:union",
    }
    course = course_of(events, conform([said], "sentiment"), make_tables(0).articles.assign(article="a"), "M")
    assert course[["deeds_n", "words_n"]].values.tolist() == [[1, 0], [0, 1]]
    assert course["deeds"].iloc[0] == -0.7 and course["words"].iloc[1] == 0.5


def test_draw_charts_writes_the_same_bytes_twice_with_rows_beside_each(tmp_path):
    tables = make_tables(6, seed=6)
    first, second = (draw_charts(tables, tmp_path / name) for name in ("one", "two"))
    assert [path.name for path in first] == [path.name for path in second]
    assert {path.with_suffix(".csv").exists() for path in first} == {True}
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_png_carries_alt_text_and_no_time(tmp_path):
    picture = draw_charts(make_tables(5), tmp_path)[0].read_bytes()
    names, at = [], 8
    while at < len(picture):
        size, name = struct.unpack(">I4s", picture[at : at + 8])
        names.append(name)
        at += size + 12
    assert b"tIME" not in names
    assert b"Description" in picture and b"Timeline of 5 events" in picture and b"Software" not in picture


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-05-10", "2023-05-10", "10 May 2023"),
        ("2023-05-08", "2023-05-14", "8–14 May 2023"),
        ("2023-05-29", "2023-06-04", "29 May – 4 Jun 2023"),
        ("2022-12-26", "2023-01-01", "26 Dec 2022 – 1 Jan 2023"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2023-01-01", "2023-03-31", "Jan–Mar 2023"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2010-01-01", "2019-12-31", "2010–2019"),
        ("2023-12-01", "2024-02-29", "Dec 2023 – Feb 2024"),
        ("2023-05-10", None, "from 10 May 2023"),
        (None, "2023-05-10", "to 10 May 2023"),
        (None, None, "no date"),
    ],
)
def test_intervals_are_said_in_few_words(first, last, words):
    assert say_interval(*(pd.Timestamp(day) if day else pd.NaT for day in (first, last))) == words


@given(st.text(max_size=300), st.floats(0.3, 6))
@settings(max_examples=60, deadline=None)
def test_shortened_text_fits(text, width):
    assert style.inches(style.shorten(text, width)) <= width + 0.01
    assert all(style.inches(line) <= width + 0.01 for line in style.wrap(text, width, 2))
    assert len(style.wrap(text, width, 2)) in (1, 2)


def test_settings_of_the_user_do_not_leak_into_charts(tmp_path):
    tables = make_tables(5)
    plain = draw_charts(tables, tmp_path / "plain")
    own = {
        "font.size": 20,
        "axes.grid": True,
        "savefig.bbox": "tight",
        "savefig.transparent": True,
        "figure.dpi": 50,
    }
    with plt.rc_context(own):
        styled = draw_charts(tables, tmp_path / "styled")
        assert {key: plt.rcParams[key] for key in own} == own, "and they stay"
    assert [
        path.name
        for path, other in zip(plain, styled, strict=True)
        if path.read_bytes() != other.read_bytes()
    ] == []
