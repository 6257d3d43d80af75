"""Articles from whatever holds them: each kind of source, and text that arrives as it should."""

import datetime
import json
import warnings

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis import analyze
from dateline.contract import check_tables
from dateline.dates import find_dates
from dateline.parses import split_sentences
from dateline.problems import ProblemWarning, UnreadableError
from dateline.reading import parse_day, read_articles, read_sources
from dateline.reading.clean import clean, keep
from dateline.reading.decode import decode
from dateline.reading.english import looks_english
from dateline.reading.markup import Paragraph, from_html, from_markdown
from dateline.reading.pages import with_left_out
from dateline.storage import read_tables, write_tables
from dateline.tables import COLUMNS

STORY = "The council met on Tuesday and put off its vote on the new bridge until the end of the month."


@pytest.fixture(autouse=True)
def no_warnings():
    """A source without fault is read without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", ProblemWarning)
        yield


def test_text_file(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_bytes(b"Council puts off vote\r\n\r\n" + STORY.encode())
    for source in (path, str(path)):
        articles = read_articles(source)
        assert list(articles.columns) == list(COLUMNS["articles"])
        assert articles.article.tolist() == ["bridge"]
        assert articles.text.tolist() == [f"Council puts off vote\n\n{STORY}"]
        assert articles.published_by.tolist() == ["none"]
        assert articles.published.isna().all()


def test_published_is_used_where_an_article_brings_none(tmp_path):
    lines = [{"id": "a", "text": STORY, "published": "2020-05-01"}, {"id": "b", "text": STORY + " Two."}]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    articles = read_articles(path, published="2021-12-29")
    assert articles.published.dt.strftime("%Y-%m-%d").tolist() == ["2020-05-01", "2021-12-29"]
    assert articles.published_by.tolist() == ["given", "given"]


def test_published_that_is_no_date_is_refused():
    with pytest.raises(UnreadableError, match=r"published='next week' is no date\. Use ISO like 2021-12-29"):
        read_articles(STORY, published="next week")


def test_folder_reads_known_endings_in_order_of_names(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "a.md", "deep/c.txt", "README.md", ".hidden.txt"):
        (tmp_path / name).write_text(f"{name}. {STORY}")
    assert read_articles(tmp_path).article.tolist() == ["a", "b", "c"]
    assert read_articles(tmp_path / "*.txt").article.tolist() == ["b"]
    assert read_articles(str(tmp_path / "**/*.txt")).article.tolist() == ["b", "c"]


def test_metadata_beside_text_files(tmp_path):
    (tmp_path / "one.txt").write_text(STORY)
    (tmp_path / "two.txt").write_text(STORY + " Two.")
    (tmp_path / "articles.csv").write_text(
        "file,article,title,published,section,source,url\n"
        "one.txt,bridge,“Not yet”,2021-03-02,news,The Molde Post,https://example.org/1\n"
    )
    articles = read_articles(tmp_path)
    assert articles.article.tolist() == ["bridge", "two"]
    assert articles.loc[0, ["title", "section", "source", "url"]].tolist() == [
        "“Not yet”",
        "news",
        "The Molde Post",
        "https://example.org/1",
    ]
    assert articles.published[0] == pd.Timestamp("2021-03-02")
    assert read_articles(tmp_path / "one.txt").article.tolist() == ["bridge"], "a single file knows it too"


def test_records_keep_their_text_as_it_stands(tmp_path):
    text = "  One\r\n\r\nTwo \xa0three\u200b\n"
    path = tmp_path / "all.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "title": "T", "url": "u", "source": "s"}) + "\n")
    from_lines = read_articles(path)
    from_frame = read_articles(pd.DataFrame([{"article": "a", "text": text}]))
    from_dict = read_articles({"id": "a", "text": text})
    assert [frame.text[0][frame.text_start[0] :] for frame in (from_lines, from_frame, from_dict)] == [
        text
    ] * 3
    assert from_lines.loc[0, ["title", "url", "source"]].tolist() == ["T", "u", "s"]


def test_csv_parquet_and_frame_read_the_same(tmp_path):
    frame = pd.DataFrame(
        {
            "id": ["a", "b"],
            "text": [STORY, f'{STORY}\nSecond, "line".'],
            "published": ["2021-01-02", None],
            "views": [1, 2],
        }
    )
    frame.to_csv(tmp_path / "all.csv", index=False)
    frame.to_parquet(tmp_path / "all.parquet")
    expected = read_articles(frame)
    assert expected.published_by.tolist() == ["given", "none"]
    for name in ("all.csv", "all.parquet"):
        pd.testing.assert_frame_equal(read_articles(tmp_path / name), expected)


def test_frame_with_days_of_pandas():
    frame = pd.DataFrame(
        {"text": [STORY, STORY + "."], "published": pd.to_datetime(["2021-01-02 18:30", None])}
    )
    articles = read_articles(frame)
    assert articles.published.tolist() == [pd.Timestamp("2021-01-02"), pd.NaT]
    assert articles.article.tolist() == ["the-council-met-on-tuesday-and", "the-council-met-on-tuesday-and-2"]


def test_articles_read_again_stay_the_same(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    articles = read_articles(tmp_path, published="2021-12-29")
    pd.testing.assert_frame_equal(read_articles(articles), articles)


def test_pasted_text_and_lists():
    assert read_articles(f"Bridge\n\n{STORY}").article.tolist() == ["bridge-the-council-met-on-tuesday"]
    assert read_articles(STORY).text.tolist() == [STORY]
    assert len(read_articles([STORY, {"id": "b", "text": "Rain."}, f"{STORY} Again."])) == 3


PAGE = f"""<!DOCTYPE html><html><head><title>Bridge shut | The Molde Post</title>
<meta property="og:title" content="Bridge shut"><meta property="og:site_name" content="The Molde Post">
<meta property="article:published_time" content="2021-03-02T08:00:00+01:00">
<link rel="canonical" href="https://example.org/bridge">
<script>var a = "<p>not this</p>";</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li>Home</li><li>Sports</li></ul></nav>
<article><h1>Bridge shut &amp; guarded</h1><figure><img src="x.jpg"><figcaption>The bridge</figcaption></figure>
<p>{STORY}</p><p>It was the <b>third</b> time.<br>Nobody was <a href="/x">hurt</a>.</p>
<p>1 &lt; 2, she said, and &#8220;no&#8221; to the rest of the questions that were put to her in the hall.</p>
<aside>Read this too</aside></article><footer>© The Molde Post</footer></body></html>"""


def test_page_becomes_its_article(tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    articles = read_articles(tmp_path / "page.html")
    assert articles.text[0].split("\n\n") == [
        "Bridge shut & guarded",
        STORY,
        "It was the third time.",
        "Nobody was hurt.",
        "1 < 2, she said, and “no” to the rest of the questions that were put to her in the hall.",
    ]
    row = articles.loc[0]
    assert (row.title, row.source, row.url) == (
        "Bridge shut & guarded",
        "The Molde Post",
        "https://example.org/bridge",
    )
    assert row.published == pd.Timestamp("2021-03-02")


def test_page_without_article_element_keeps_its_paragraphs():
    marked = from_html(
        "<html><title>T</title><body><p>One.</p>\n<div>Two <i>and</i> three.</div><form>Mail</form>"
    )
    assert marked.text == "T\n\nOne.\n\nTwo and three."


def test_markdown_loses_its_marks_only():
    marked = from_markdown(
        "---\ntitle: Bridge shut\ndate: 2021-03-02\n---\n\n> **The council** met [here](http://a.b), it _said_.\n\n"
        "![The bridge](x.jpg)\n\n2 * 3 * 4 and snake_case_word stay.\n"
    )
    assert marked.text.split("\n\n")[0] == "Bridge shut"
    assert "The council met here, it said." in marked.text
    assert "2 * 3 * 4 and snake_case_word stay." in marked.text
    assert "bridge](" not in marked.text.lower()
    assert marked.published == "2021-03-02"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-12-29", "2021-12-29"),
        ("2021-12-29T23:30:00-08:00", "2021-12-29"),
        ("2021-12-29 06:00", "2021-12-29"),
        ("20211229", "2021-12-29"),
        ("29 December 2021", "2021-12-29"),
        ("December 29, 2021", "2021-12-29"),
        ("Dec 29, 2021", "2021-12-29"),
        (datetime.date(2021, 12, 29), "2021-12-29"),
        (pd.Timestamp("2021-12-29 10:00"), "2021-12-29"),
        ("03/04/2021", None),
        ("2021-13-01", None),
        ("2021", None),
        ("TBA", None),
        ("", None),
        (pd.NaT, None),
        (3.5, None),
    ],
)
def test_days(value, day):
    """A day that could be read in two ways is not read at all."""
    found = parse_day(value)
    assert (found and found.isoformat()) == day


def test_cleaning_takes_out_only_what_nobody_sees():
    assert clean(
        "\ufeffA\r\nB\rC\x00\x07\u200b\u202e D\xa0E soft\xadhyphen\u2028F "
    ) == "A\nB\nC DE softhyphen\nF".replace("DE", "D E")
    assert clean("Cafe\u0301") == "Café"


@given(st.text(st.characters(), max_size=60))
def test_clean_text_is_final_and_can_be_written(text):
    once = clean(text)
    assert clean(once) == once
    once.encode("utf-8")
    assert len(keep(text)) == len(text), "a record's offsets never move"
    keep(text).encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_utf8_is_read_as_it_is(text):
    if not text.startswith(("%PDF", "PK", "{\\rtf", "GIF8", "\ufeff")):
        assert decode(text.encode("utf-8")) == (text, "")


@given(st.text(max_size=200), st.sampled_from(["html", "markdown"]))
def test_any_markup_ends(text, kind):
    (from_html if kind == "html" else from_markdown)(f"<p>{text}</p>")


@pytest.mark.parametrize(
    "page",
    [
        "<" * 100_000,
        "<a " * 50_000,
        "<!--" * 50_000,
        '<a "' * 30_000,
        "<p>" * 50_000,
        "<script>" * 20_000,
        "![" * 50_000,
    ],
)
def test_hostile_markup_ends(page):
    from_html(page)
    from_markdown(page)


OTHER_LANGUAGES = {
    "German": "Die Regierung hat am Dienstag erklärt, dass der Plan nicht vor dem Ende des Jahres fertig sei.",
    "French": "Le gouvernement a déclaré mardi que le projet ne serait pas adopté avant la fin de l’année.",
    "Spanish": "El gobierno dijo el martes que no aprobará el plan antes del final del año .",
    "Russian": "Правительство заявило во вторник, что план не будет принят до конца года.",
    "Arabic": "قالت الحكومة يوم الثلاثاء إن الخطة لن تقر قبل نهاية العام",
    "Chinese": "政府周二表示，该计划在年底前不会通过。",
}


@pytest.mark.parametrize("text", OTHER_LANGUAGES.values(), ids=OTHER_LANGUAGES)
def test_other_languages_are_flagged_and_read(text):
    assert not looks_english(text)
    reading = read_sources({"id": "a", "text": text})
    assert reading.problems.reason.tolist() == ["does not look English"]
    assert reading.problems.kind.tolist() == ["noted"]
    assert len(reading.articles) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rain.",
        "Molde 3 Bergen 1",
        "Oslo, Bergen, Molde, Drammen, Hamar",
        STORY,
        "OSLO - Zürich café naïve résumé",
    ],
)
def test_short_and_english_texts_are_not_flagged(text):
    assert looks_english(text)


BODY = "The council met in Molde on Monday. It voted to close the harbour."
TITLED = [
    ("Council votes to close harbour", BODY, "Council votes to close harbour"),
    ("Council votes:\n  “Close it”", BODY, "Council votes: “Close it”"),
    ("Fish &amp; ships: <i>Molde</i> votes.", BODY, "Fish & ships: Molde votes."),
    ("Rain", BODY, "Rain"),
    ("The council met in Molde", BODY, ""),
    ("THE COUNCIL MET IN MOLDE ON …", BODY, ""),
    ("Close it, says council", f"LOCAL NEWS\nClose it, Says Council\n{BODY}", ""),
    ("  ", BODY, ""),
    ("?!", BODY, ""),
]


@pytest.mark.parametrize(("title", "text", "headline"), TITLED)
def test_a_title_is_the_headline_of_a_text_that_does_not_have_it(title, text, headline):
    article = read_articles({"id": "a", "title": title, "text": text}).loc[0]
    start = int(article["text_start"])
    assert article["text"][start:] == text
    assert article["text"][:start].strip() == headline


@pytest.mark.parametrize("end", ["", ".", "?"])
def test_every_table_counts_from_the_headline_in_front(end):
    record = {
        "id": "a",
        "title": f"Ann Lie: harbour closed on Friday{end}",
        "text": BODY,
        "published": "2024-05-08",
    }
    tables = analyze([record])
    check_tables(tables)
    article = tables.articles.loc[0]
    assert article["text"][article["text_start"] :] == BODY
    first = tables.sentences.loc[0]
    assert (first["part"], first["text"]) == ("headline", record["title"])
    assert set(tables.sentences["part"][1:]) == {"body"}
    assert tables.dates["text"].tolist() == ["Friday", "Monday"]
    # asked alone, each step reads the headline as the analysis did
    assert find_dates(tables.articles).equals(tables.dates)
    assert split_sentences(tables.articles).equals(tables.sentences)
    # what was read once is not given a second headline
    again = read_articles(tables.articles.drop(columns="text_start"))
    assert (again.text[0], again.text_start[0]) == (article["text"], 0)


def test_tables_of_an_article_with_a_headline_in_front_come_back(tmp_path):
    tables = analyze([{"id": "a", "title": "Harbour closed", "text": BODY}])
    for form in ("csv", "jsonl", "parquet"):
        write_tables(tables, tmp_path / form, form)
        assert read_tables(tmp_path / form).articles.equals(tables.articles)


def test_articles_of_before_there_was_a_text_start_are_read_as_they_stand():
    old = read_articles({"id": "a", "text": BODY, "published": "2024-05-08"}).drop(columns="text_start")
    tables = analyze(old.assign(title="Harbour closed"))
    assert tables.articles.loc[0, ["text", "text_start", "published_by"]].tolist() == [BODY, 0, "given"]


PARTS = [
    "The council of Torvik shut the old bridge on Monday after engineers found cracks in two of its pillars.",
    "The mayor said that nobody was in danger, and that the repair would take until the end of the year.",
]
LEAD = "Thousands have to take another way to work until the old bridge over the river can be crossed again."
POINT = "The ferry between Torvik and Holm runs every ten minutes from six in the morning until midnight."


@pytest.mark.parametrize(
    "above, between, kept",
    [
        (["h1 Torvik shuts its bridge", "p By Kari Dahl", "h3 In short", f"p {LEAD}"], [], [LEAD, *PARTS]),
        ([], [f"li {POINT}"], [PARTS[0], POINT, PARTS[1]]),
        ([f"p {LEAD}"], [], PARTS),  # no headline above it
        (["h1 Torvik shuts its bridge", f"div {LEAD} {LEAD}", f"p {LEAD}"], [], PARTS),  # of something else
        (
            [
                "h1 Torvik shuts its bridge",
                "li Read more about the bridges of the country and those of others",
            ],
            [],
            PARTS,
        ),
        ([], ["li Five more stories of the week that you should not miss, chosen by our editors"], PARTS),
    ],
)
def test_lead_and_points_of_a_story_are_put_back(above, between, kept):
    told = [*above, f"p {PARTS[0]}", *between, f"p {PARTS[1]}"]
    paragraphs = [Paragraph(0, False, *one.split(" ", 1)) for one in told]
    assert with_left_out(list(PARTS), paragraphs) == kept
