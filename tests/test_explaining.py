"""explain(row) says why a row of any table is there: rule, sentence, anchor, who was taken for whom."""

import re
from pathlib import Path

import pandas as pd
import pytest

from dateline.analysis import analyze
from dateline.explaining import Lookup, explain
from dateline.reading import read_articles

TEXT = (
    "Mayor Ann Lie met Bo Dahl, the chairman of Nordic Ferries, on 3 May 2021. Two days later he resigned.\n\n"
    "“We need more time,” said Lie. The bridge could open in June <script>alert(1)</script>."
)


@pytest.fixture(scope="module")
def tables():
    return analyze(
        read_articles(pd.DataFrame({"article": ["a"], "text": [TEXT], "published": ["2021-05-20"]}))
    )


def said(tables, table, **cells):
    rows = getattr(tables, table)
    for column, value in cells.items():
        rows = rows[rows[column] == value]
    return explain(rows.iloc[[0]], tables)


def test_a_date_tells_its_rule_and_what_it_is_counted_from(tables):
    told = said(tables, "dates", text="Two days later")
    assert told.splitlines()[0] == "“Two days later” means 5 May 2021"
    assert "It is counted from 2021-05-03, told before as “3 May 2021”." in told
    assert "Rule later: counted on from what was told before." in told
    assert "The sentence: “Two days later he resigned.”" in told
    assert "from the day of publication, 20 May 2021 (given with the article)" in said(
        tables, "dates", text="June"
    )


def test_a_row_of_the_timeline_tells_by_which_words_and_rules_it_was_read(tables):
    rows = tables.timeline
    told = explain(rows[rows["what"].str.contains("resigned")], tables)
    assert "When: 5 May 2021, by the words “Two days later” (rule later)." in told
    assert "Rule past: " in told
    assert "Who does it: Bo Dahl (“he” was taken for Bo Dahl)." in told


def test_every_rule_has_its_words():
    from dateline.dates.grammar import rule_names
    from dateline.explaining.terms import DATE_RULES, MENTION_RULES, QUOTE_RULES

    assert set(rule_names()) <= set(DATE_RULES)
    page = (Path(__file__).resolve().parents[1] / "docs" / "quotes.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| ([a-z_, ]+) \| [^\n]*$", page.partition("| rule | example |")[2], re.M)
    assert {name for cell in told for name in cell.split(", ")} == set(QUOTE_RULES)
    page = (Path(__file__).resolve().parents[1] / "docs" / "mentions.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| ([a-z ,']+) \| [^\n]*$", page.partition("| rule | what it says |")[2], re.M)
    assert {name for cell in told for name in cell.split(", ")} == {*MENTION_RULES, "corrected"}


def test_an_event_tells_what_gave_it_its_type(tables):
    told = said(tables, "events", text="met")
    assert (
        "Its type is CONSULT: somebody meets or talks, +2 between conflict (-10) and cooperation (+10)."
        in told
    )
    assert ' Rule meet: a list has its word under "meet".' in told
    row = tables.timeline[tables.timeline["type"] == "CONSULT"]
    assert 'somebody meets or talks. Rule meet: a list has its word under "meet".' in explain(row, tables)
    assert (tables.events["type_rule"] != "").tolist() == (tables.events["type"] != "").tolist()


def test_a_mention_tells_what_gave_it_its_kind_and_who_was_taken_for_whom(tables):
    assert (
        "Rule likeliest: weighed against everybody named nearby, by distance, role, number and gender."
        in said(tables, "mentions", text="he")
    )
    told = said(tables, "mentions", text="Lie")
    assert "Ann Lie is last named before it in: “Mayor Ann Lie met Bo Dahl" in told


def test_a_pronoun_tells_for_whom_it_was_taken_and_where_he_is_named(tables):
    told = said(tables, "mentions", text="he")
    assert told.startswith("“he” means Bo Dahl\nIt is a pronoun.")
    assert "Bo Dahl is last named before it in: “Mayor Ann Lie met Bo Dahl" in told


def test_an_event_tells_who_when_whether_and_by_which_words(tables):
    told = said(tables, "events", action="resign")
    assert "Who does it: Bo Dahl (“he” was taken for Bo Dahl)." in told
    assert "When: 5 May 2021, by the words “Two days later” (rule later)." in told
    assert "Status happened: the words tell it as done." in told


def test_a_quotation_tells_its_speaker_and_the_word_of_saying(tables):
    told = said(tables, "quotes", style="direct")
    assert (
        told.startswith("Said by Ann Lie\nIt is in quotation marks: “We need more time,”")
        or "“We need" in told
    )
    assert "The word that says so is “said”." in told and "The speaker stands there as “Lie”." in told


@pytest.mark.parametrize("table", ["articles", "sentences", "tokens", "mentions", "entities", "dates", "quotes",
                                   "events", "sentiment", "timeline"])  # fmt: skip
def test_every_row_of_every_table_can_be_explained(tables, table):
    rows, shelf = getattr(tables, table), Lookup(tables)
    assert len(rows)
    for _, row in rows.iterrows():
        told = explain(row, shelf)
        assert told and "nan" not in told.lower().split() and "  " not in told
        assert explain(row).splitlines()[0]


def test_a_row_that_a_user_corrected_says_so():
    rows = read_articles(pd.DataFrame({"article": ["a"], "text": [TEXT], "published": ["2021-05-20"]}))
    lines = pd.DataFrame({"text": ["June"], "table": ["dates"], "column": ["value"], "value": ["2022-06"]})
    assert "A line of your corrections says so." in said(
        analyze(rows, corrections=lines), "dates", text="June"
    )


def test_markup_in_an_article_stays_text(tables):
    shown = said(tables, "events", action="open")._repr_html_()
    assert "<script" not in shown and "&lt;script&gt;" in shown


def test_only_one_row_of_a_table_can_be_explained(tables):
    with pytest.raises(ValueError, match="give one"):
        explain(tables.dates, tables)
    with pytest.raises(ValueError, match="is of no table"):
        explain(pd.Series({"colour": "red"}), tables)
