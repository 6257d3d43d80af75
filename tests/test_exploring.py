"""The explorer: what a choice leaves, what a click shows, and plain output where there are no widgets."""

import datetime as dt
import html
import re

import pandas as pd
import pytest

from dateline.analysis import analyze
from dateline.exploring import Selection, choose, explore
from dateline.exploring.choice import TimelineIndex
from dateline.exploring.pictures import chart_of
from dateline.reading import read_articles
from dateline.tables import conform

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.mark.parametrize(
    ("choice", "wanted"),
    [
        (Selection(), lambda t: t["what"] != ""),
        (
            Selection(entity="org:nato"),
            lambda t: (t["actors"] + t["targets"] + t["place"] + t["said_by"]).str.contains("org:nato"),
        ),
        (Selection(statuses=("planned", "denied")), lambda t: t["status"].isin(["planned", "denied"])),
        (Selection(first=dt.date(2022, 1, 12)), lambda t: t["last"] >= "2022-01-12"),
        (Selection(last=dt.date(2021, 6, 1)), lambda t: t["first"] <= "2021-06-01"),
        (Selection(least=0.5), lambda t: t["weight"] >= 0.5),
    ],
)
def test_a_choice_leaves_what_it_asks_for(sample_tables, choice, wanted):
    rows = sample_tables.timeline
    expected = rows[wanted(rows)]
    assert len(expected)
    pd.testing.assert_frame_equal(choose(sample_tables, choice), expected)


def test_words_are_looked_for_in_row_names_and_sentence(sample_tables):
    found = choose(sample_tables, Selection(words="CALL vladimir december"))  # of a row, a name, a sentence
    assert found["what"].tolist() == [
        "Biden and Putin met in Geneva",
        "Biden and Putin had a video call",
    ]
    assert choose(sample_tables, Selection(words="CALL emily december")).empty
    assert choose(sample_tables, Selection(words="no such words")).empty


def test_sentences_follow_the_name_and_the_words(sample_tables):
    index = TimelineIndex(sample_tables)
    rows = index.sentences(Selection(entity="person:antony-blinken"))
    assert (
        len(rows) == 2 and "Blinken" in rows["text"].iloc[0] and rows["text"].iloc[1].startswith("According")
    )
    assert len(index.sentences(Selection(entity="person:antony-blinken", words="phoned"))) == 1
    assert index.sentences(Selection()).empty


def test_fields_move_everything(sample_tables):
    explorer = explore(sample_tables)
    assert len(explorer.events.options) == (sample_tables.timeline["weight"] >= 0.5).sum()
    explorer.minor.value = True
    assert len(explorer.events.options) == len(sample_tables.timeline)
    explorer.who.value = "person:antony-blinken"
    assert explorer.rows["actors"].str.contains("antony-blinken").all() and len(explorer.rows) >= 2
    assert "Antony Blinken" in explorer.table.value and "Sentences (2)" in explorer.sentences.value
    row = explorer.rows.iloc[1]
    explorer.events.value = explorer.rows.index[1]
    text = sample_tables.articles["text"].iloc[0]
    assert f"<mark>{text[row['start'] : row['end']]}</mark>" in explorer.place.value
    assert explorer.chart.value.count("➤") == 1
    (shown,) = re.findall(r"<p style=.white-space:pre-wrap.>(.*?)</p>", explorer.place.value, re.S)
    words = html.unescape(re.sub(r"<[^>]+>", "", shown)).split()
    assert "…" in words and set(words) - {"…"} <= set(text.split()), "no word is cut in half"
    explorer.who.value = ""
    explorer.first.value, explorer.last.value = dt.date(2022, 1, 10), dt.date(2022, 1, 11)
    assert explorer.rows["what"].tolist() == [
        "the phone call would cover a “range of issues” including diplomatic talks with Russia planned for January",
        "Representatives of the USA and Russia plan to meet in Geneva on January 10th to discuss the conflict in "
        "Ukraine",
    ]
    assert (
        "2 events from 1 January 2022 to 31 January" in explorer.chart.value
        and "2 events" in explorer.table.value
    )
    explorer.first.value = explorer.last.value = None
    explorer.words.value = "no such words"
    assert len(explorer.events.options) == 0 and "No event fits" in explorer.place.value


def test_a_viewer_without_widgets_gets_a_table(sample_tables):
    bundle = explore(sample_tables)._repr_mimebundle_()
    events = (sample_tables.timeline["weight"] >= 0.5).sum()
    assert bundle["text/plain"] == f"Explorer of {events} events; it opens in JupyterLab"
    plain = bundle["text/html"]
    assert "Biden and Putin met in Geneva" in plain
    assert (
        plain.count('align="left"') == plain.count("<td") + 6 and "June 2021" in plain
    )  # heads, and one empty
    assert (
        ' nowrap style="text-align:left;white-space:nowrap;vertical-align:top;padding:3px 10px">June 2021'
        in plain
    )
    assert set(bundle) <= {"text/plain", "text/html", WIDGET}


def test_markup_in_an_article_stays_text():
    text = "Ann Lie <script>alert(1)</script> met Bo Dahl in Oslo on Monday."
    rows = read_articles(pd.DataFrame({"article": ["<b>a</b>"], "text": [text], "published": ["2022-04-20"]}))
    explorer = explore(analyze(rows))
    explorer.words.value = "oslo"
    shown = [explorer.chart, explorer.table, explorer.place, explorer.sentences]
    assert not any("<script" in one.value or "<b>a" in one.value for one in shown)
    assert "&lt;script&gt;" in explorer.place.value


def test_nothing_found_can_be_explored_too():
    rows = read_articles(pd.DataFrame({"article": ["a"], "text": ["Well, well."]}))
    assert explore(analyze(rows)).events.value is None


def many(days):
    row = {"status": "happened", "what": "It rained", "mentions": 1, "articles": "a"}
    row |= {"article": "a", "start": 0, "end": 1}
    return conform(
        [{**row, "first": day, "last": day, "event": str(n)} for n, day in enumerate(days)], "timeline"
    )


def test_one_far_event_does_not_squeeze_the_others_and_of_many_the_newest_are_drawn():
    days = [pd.Timestamp("1934-05-01"), *pd.date_range("2022-01-01", periods=300)]
    picture = chart_of(many(days[:20]))
    assert ">1 Jan 2022<" in picture and "1 at the edge: too far off to be drawn to scale." in picture
    picture = chart_of(many(days))
    assert "The 240 events told most, and newest; 61 more fit." in picture
    assert "from 2 March 2022 to 27 October 2022" in picture
