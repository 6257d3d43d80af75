"""Every table keeps its contract over the bundle's articles and over texts made to break it."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.analysis import analyze, analyze_articles
from dateline.contract import check_tables
from dateline.parses import split_sentences, tag_words
from dateline.reading import read_articles, read_sources
from dateline.storage import read_tables, write_tables
from dateline.tables import COLUMNS

STORY = (
    "The council met on Tuesday and put off its vote. “We need more time,” said Ann Lie, the mayor of Molde, "
    "who wants to meet the Norwegian prime minister in Oslo next week. She denied that the bridge had fallen."
)

HOSTILE = {
    "one letter": "A",
    "one mark": ".",
    "only marks": "“”‘’()[]{}<>--—...!?;:,/\\|@#$%^&*_+=~`",
    "only digits": "2021 12 29 1,000,000 3.14 12:30 100%",
    "no full stops": "the council met " * 300,
    "only capitals": STORY.upper(),
    "only lower case": STORY.lower(),
    "word of 100,000 letters": "a" * 100_000 + " said Ann Lie on Monday.",
    "capital word of 100,000 letters": "A" * 100_000 + " said.",
    "100,000 brackets": "(" * 50_000 + "Ann Lie said no on Monday" + ")" * 50_000,
    "100,000 quotation marks": '"' * 50_000 + " said Ann Lie " + "”" * 50_000,
    "20,000 apostrophes": "'" * 20_000,
    "20,000 full stops": "." * 20_000,
    "20,000 commas": "Ann, " * 5_000,
    "10,000 hyphens": "a-" * 5_000,
    "20,000 numbers": "1 2021 3,4 " * 2_000,
    "20,000 dates": "Monday, " * 2_000,
    "20,000 names": "Ann Lie and Bo Ek and " * 1_000,
    "one line without an end": STORY * 250,
    "white space within": "Ann\t\tLie \u00a0\u2003 said\u200b no \n \n \n on Monday.",
    "line breaks of all kinds": STORY.replace(" ", "\r\n", 3)
    .replace(" ", "\u2028", 2)
    .replace(" ", "\x0b", 2),
    "null bytes": STORY.replace(" ", "\0", 4),
    "HTML with scripts": "<html><script>alert('Ann Lie said')</script><p>Ann Lie &amp; Bo Ek said no.</p>",
    "right to left": "وقال المجلس يوم الثلاثاء Ann Lie قالت في أوسلو \u202eeilA\u202c.",
    "combining marks": "Zoe\u0308 Lie\u0301 said o\u0336n Mo\u0301nday " + "a" + "\u0301" * 1_000,
    "emoji": "Ann Lie 👩‍👩‍👧‍👦 said “🎉🎉” on Monday 🇳🇴🇳🇴.",
    "outside the basic plane": "𝐀𝐧𝐧 𝐋𝐢𝐞 said on 𝟐𝟗 December that 𠜎𠜱 met.",
    "German": "Die Regierung hat am Dienstag in Berlin erklärt, dass sie „nicht vor dem Ende des Jahres“ entscheidet.",
    "Chinese": "政府周二在北京表示，该计划在年底前不会通过。",
    "dates that are none": "On February 30, 2021, 31/31/2021, 99:99, the 45th of May, January 0, year 99999, in 0000.",
    "dates at the ends of time": "In 1 AD, 9999-12-31, the next year, December 31, 9999, two thousand years later.",
    "quotation that never ends": "“We need more time, said Ann Lie.\n\n" + STORY,
    "quotations in quotations": "“He said ‘she said “they said ‘no’ ” ’ ”, said Ann Lie.",
    "separators of lists": "Ann; Lie said; that Bo; Ek met; in Oslo; Norway; on Monday.",
    "names like ids": "person:ann-lie met org:nato; place:norway.",
    "sentence cut off": "The bridge was shut on Monday. “It is a pity,” he said. The mayor was described by",
    "spreadsheet formula": '=HYPERLINK("http://example.org","Ann Lie") said +1-1 @Oslo on Monday.',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(name):
    articles = read_sources({"id": name, "text": HOSTILE[name]}, {"id": "good", "text": STORY}).articles
    tables, problems = analyze_articles(articles)
    assert problems.empty, problems.iloc[0].to_dict()
    check_tables(tables)
    assert tables.articles["article"].tolist() == [name, "good"]
    good = {
        table: getattr(tables, table).query("article == 'good'")
        for table in ("mentions", "dates", "quotes", "events")
    }
    assert all(len(rows) for rows in good.values()), "the good article beside it keeps its rows"


def test_bundle_articles(sample_tables):
    check_tables(sample_tables)
    assert all(len(frame) for frame in sample_tables), "no table is empty"


def test_every_row_names_the_rule_that_made_it(sample_tables):
    for table in ("mentions", "dates", "quotes"):
        frame = getattr(sample_tables, table)
        assert frame[frame["rule"] == ""].empty, table
    events = sample_tables.events
    assert events[events["status_rule"] == ""].empty
    assert ((events["type_rule"] == "") == (events["type"] == "")).all()


def test_same_articles_make_the_same_bytes(sample_tables, sample_folder, tmp_path):
    again = analyze(sample_folder)
    for format in ("csv", "parquet"):
        first = write_tables(sample_tables, tmp_path / "first", format)
        second = write_tables(again, tmp_path / "second", format)
        assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_written_tables_come_back_equal(sample_tables, tmp_path):
    for format in ("csv", "jsonl", "parquet"):
        write_tables(sample_tables, tmp_path / format, format)
        back = read_tables(tmp_path / format)
        check_tables(back)
        for table in COLUMNS:
            pd.testing.assert_frame_equal(getattr(back, table), getattr(sample_tables, table))


def test_an_article_has_the_same_rows_alone_and_among_others(sample_folder):
    alone = analyze(sample_folder)
    others = read_sources(sample_folder, {"id": "zzz", "text": STORY}, {"id": "000", "text": STORY}).articles
    among = analyze(others)
    for table in ("sentences", "tokens", "mentions", "dates", "quotes", "events", "sentiment"):
        rows = getattr(among, table)
        rows = rows[rows["article"] == alone.articles["article"][0]].reset_index(drop=True)
        pd.testing.assert_frame_equal(rows, getattr(alone, table))


def test_title_dateline_and_date_come_from_the_text():
    text = f"Council puts off bridge vote\n\nMOLDE, Norway (AP) - {STORY}"
    tables = analyze(text, published="2021-12-29")
    row = tables.articles.iloc[0]
    assert (row["title"], row["dateline"]) == ("Council puts off bridge vote", "MOLDE, Norway")
    assert (row["published"], row["published_by"]) == (pd.Timestamp("2021-12-29"), "given")


def test_date_line_of_the_text_is_its_day_and_said_to_be():
    tables = analyze(f"Council puts off bridge vote\n\nDecember 29, 2021\n\n{STORY}")
    assert tables.articles["published"].tolist() == [pd.Timestamp("2021-12-29")]
    assert tables.articles["published_by"].tolist() == ["text"]
    tuesday = tables.dates.loc[tables.dates["text"] == "Tuesday", "first"]
    assert tuesday.tolist() == [pd.Timestamp("2021-12-28")]


def test_date_that_cannot_be_known_stays_open():
    tables = analyze("The council of Molde met on Tuesday and put off its vote on the bridge.")
    assert tables.articles["published_by"].tolist() == ["none"]
    assert tables.dates.loc[tables.dates["text"] == "Tuesday", ["first", "last"]].isna().all(axis=None)


def test_no_articles_make_empty_tables(sample_tables):
    tables = analyze(sample_tables.articles.iloc[:0])
    check_tables(tables)
    assert not any(len(frame) for frame in tables)


def test_sentences_and_words_alone_equal_those_of_the_analysis(sample_tables):
    pd.testing.assert_frame_equal(split_sentences(sample_tables.articles), sample_tables.sentences)
    pd.testing.assert_frame_equal(tag_words(sample_tables.articles), sample_tables.tokens)


def test_every_word_stands_in_a_sentence_once(sample_tables):
    for _, words in sample_tables.tokens.groupby("article"):
        assert (words["start"].to_numpy()[1:] >= words["end"].to_numpy()[:-1]).all()
        assert (words["token"].to_numpy() == range(len(words))).all()


PIECES = (
    'Ann Lie|said|“no”|“|”|"|on Monday|\n\n|.|(|in June|NATO|he|Photo: AP|U.S.|Mr.|’s|,|–|OSLO (AP) -|2021|will meet'
    "|\r\n|\u00a0|😀"
).split("|")
pieces = st.sampled_from(PIECES) | st.text(max_size=8)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pieces, min_size=1, max_size=25).map(" ".join))
@example("on ² and ①, in ²⁰ ２０２１")  # digits that int() does not read
def test_any_text(text):
    reading = read_sources({"id": "any", "text": text})
    tables, problems = analyze_articles(reading.articles)
    assert problems.empty, problems.iloc[0].to_dict()
    check_tables(tables)


def test_a_step_that_fails_costs_no_other_rows(monkeypatch):
    import dateline.quotes

    def fails(tokens, mentions):
        if "Bo Ek" in tokens.text:
            raise IndexError("boom")
        return kept(tokens, mentions)

    kept = dateline.quotes.quotes_in
    monkeypatch.setattr(dateline.quotes, "quotes_in", fails)
    articles = read_articles(
        [{"id": "bad", "text": STORY.replace("Ann Lie", "Bo Ek")}, {"id": "good", "text": STORY}]
    )
    tables, problems = analyze_articles(articles)
    check_tables(tables)
    assert problems[["article", "kind"]].values.tolist() == [["bad", "failed"]]
    assert problems["reason"][0] == "the step 'quotes' failed (IndexError: boom)"
    assert set(tables.quotes["article"]) == {"good"}
    assert set(tables.dates["article"]) == {"bad", "good"}


def test_entities_that_cannot_be_described_keep_their_names(monkeypatch):
    import dateline.entities

    def fails(tokens, mentions, published):
        if "Bo Ek" in tokens.text:
            raise IndexError("boom")
        return kept(tokens, mentions, published)

    kept = dateline.entities.describe_article
    monkeypatch.setattr(dateline.entities, "describe_article", fails)
    articles = read_articles(
        [{"id": "bad", "text": STORY.replace("Ann Lie", "Bo Ek")}, {"id": "good", "text": STORY}]
    )
    tables, problems = analyze_articles(articles)
    check_tables(tables)
    assert problems["reason"].tolist() == ["the step 'entities' failed (IndexError: boom)"]
    assert {"person:ann-lie", "person:bo-ek"} <= set(tables.entities["entity"])
    assert tables.entities.set_index("entity").loc["person:bo-ek", "name"] == "Bo Ek"
