"""Every kind of file that docs/reading.md lists, by the small file of it in tests/files/."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from dateline.__main__ import main
from dateline.problems import UnreadableError
from dateline.reading import read_articles, read_sources
from dateline.reading.files import REFUSED as UNREAD

FILES = Path(__file__).resolve().parent / "files"
PAGE = Path(__file__).resolve().parent.parent / "docs" / "reading.md"
BRIDGE, FERRY = "Torvik shuts its bridge", "Holm plans a ferry"
FIRST = (
    "The council of Torvik shut the old bridge on Monday after engineers found cracks in two of its pillars."
)
LAST = "About 4,000 people cross the river there every day, most of them on their way to work in Holm."
FERRY_FIRST = "The town of Holm wants a ferry across the river until the bridge in Torvik is open again."
POST, ECHO = "The Torvik Post", "The Holm Echo"
MAY7, MAY9 = "2024-05-07", "2024-05-09"

# file: title, day and source of each article in it
READ = {
    "plain.txt": [("", "", "")],
    "date-line.txt": [("", MAY7, "")],
    "old-mac.txt": [("", "", "")],
    "utf-16.txt": [("", "", "")],
    "windows.txt": [("", "", "")],
    "mojibake.txt": [("", "", "")],
    "front-matter.md": [(BRIDGE, MAY7, POST)],
    "plain.rtf": [("", "", "")],
    "story.docx": [(BRIDGE, "", "")],
    "page.html": [(BRIDGE, MAY7, POST)],
    "form.html": [(BRIDGE, "", "")],
    "open-menu.html": [(BRIDGE, "", "")],
    "made-by-script.html": [(BRIDGE, MAY7, POST)],
    "two-halves.html": [(BRIDGE, "", "")],
    "many-dates.html": [(BRIDGE, MAY7, "")],
    "latin-2.html": [(BRIDGE, "", "")],
    "page.mhtml": [(BRIDGE, MAY7, "post.example")],
    "mail.eml": [(BRIDGE, MAY7, POST)],
    "feed.rss": [(BRIDGE, MAY7, POST), (FERRY, MAY9, POST)],
    "feed.atom": [(BRIDGE, MAY7, POST)],
    "feed-in.xml": [(BRIDGE, MAY7, POST), (FERRY, MAY9, POST)],
    "trafilatura.xml": [(BRIDGE, MAY7, POST)],
    "trafilatura-tei.xml": [(BRIDGE, MAY7, POST)],
    "nitf.xml": [(BRIDGE, MAY7, POST)],
    "records.jsonl": [(BRIDGE, MAY7, POST), (FERRY, MAY9, POST)],
    "records.jsonl.gz": [(BRIDGE, MAY7, POST), (FERRY, MAY9, POST)],
    "records.json": [(BRIDGE, MAY7, POST), (FERRY, MAY9, POST)],
    "records.parquet": [(BRIDGE, MAY7, POST), (FERRY, MAY9, POST)],
    "workbook.xlsx": [(BRIDGE, MAY7, POST), (FERRY, MAY9, ECHO)],
    "news-please.json": [(BRIDGE, MAY7, "post.example")],
    "newspaper4k.json": [(BRIDGE, MAY7, "post.example")],
    "newsapi.json": [(BRIDGE, MAY7, POST)],
    "guardian.json": [(BRIDGE, MAY7, POST)],
    "nyt-archive.json": [(BRIDGE, MAY7, POST)],
    "trafilatura.json": [(BRIDGE, MAY7, POST)],
    "cc-news.jsonl": [(BRIDGE, MAY7, "post.example")],
    "all-the-news.csv": [(BRIDGE, MAY7, POST)],
    "cnn-dailymail.csv": [("", "", "")],
    "semicolons.csv": [(BRIDGE, MAY7, ""), (FERRY, "2024-05-19", "")],
    "tabs.tsv": [("", MAY7, ""), ("", MAY7, "")],
    "ragged.csv": [("", "", ""), ("", "", ""), ("", "", "")],
    "story.txt.gz": [("", "", "")],
    "news.zip": [("", "", ""), (BRIDGE, MAY7, POST)],
    "pages.warc.gz": [(BRIDGE, MAY7, POST)],
    "nexis-old.txt": [(BRIDGE, MAY7, POST), (FERRY, MAY9, f"{ECHO} (England)")],
    "nexis-uni.txt": [(BRIDGE, MAY7, POST), (FERRY, MAY9, f"{ECHO} (England)")],
    "nexis-uni.docx": [(BRIDGE, MAY7, POST), (FERRY, MAY9, f"{ECHO} (England)")],
    "nexis-uni.html": [(BRIDGE, MAY7, POST), (FERRY, MAY9, f"{ECHO} (England)")],
    "factiva.html": [(BRIDGE, MAY7, POST), (FERRY, MAY9, ECHO)],
    "factiva.rtf": [(BRIDGE, MAY7, POST), (FERRY, MAY9, ECHO)],
    "proquest.txt": [(BRIDGE, MAY7, POST), (FERRY, MAY9, ECHO)],
}
# file: what is said of it
REFUSED = {
    "report.pdf": "is a PDF file",
    "media-cloud.csv": "is a list of addresses and holds no texts, as those of Media Cloud and GDELT",
    "gdelt-doc.csv": "is a list of addresses and holds no texts, as those of Media Cloud and GDELT",
    "unknown.xml": "is XML of a kind that isn't known (its root is <inventory>)",
    "nexis-broken.txt": "looks like an export of Nexis, but no article can be told in it",
}
NOTED = {
    "mojibake.txt": "has garbled characters (first: 'â€œNobody')",
    "windows.txt": "read as Windows-1252, as it is not UTF-8",
    "utf-16.txt": "read as UTF-16",
    "nothing-but-script.html": "little text was found on the page",
    "mail.eml": "has 1 attachments, which were left out (first: 'report.pdf')",
    "feed.rss": "is a feed's teaser and no whole article",
    "newsapi.json": "'content' is cut off, as NewsAPI does",
    "nyt-archive.json": "has no whole text; 'lead_paragraph' was taken for it",
    "all-the-news.csv": "took 'content' for text, 'date' for published, 'publication' for source",
    "nexis-old.txt": "was read as an export of Nexis with 2 articles",
}


def told(articles):
    days = articles.published.dt.strftime("%Y-%m-%d").fillna("")
    return list(zip(articles.title, days, articles.source, strict=True))


@pytest.mark.parametrize("name", READ)
def test_file_is_read(name):
    reading = read_sources(FILES / name)
    assert told(reading.articles) == READ[name]
    assert reading.articles.article.is_unique
    whole = [text for text in reading.articles.text if FIRST in text]
    if name not in ("tabs.tsv", "ragged.csv", "newsapi.json", "nyt-archive.json", "news.zip"):
        assert whole
        assert whole[0].endswith(LAST), "to the last word, and nothing behind it"
        for furniture in (
            "Most read",
            "Imprint",
            "Sport",
            "LOAD-DATE",
            "Load-Date",
            "Document ",
            "©",
            "Advert",
        ):
            assert furniture not in whole[0]
    if len(READ[name]) == 2 and name != "news.zip":
        assert FERRY_FIRST in reading.articles.text[1]


@pytest.mark.parametrize(("name", "reason"), REFUSED.items())
def test_file_is_refused_by_its_own_name(name, reason):
    reading = read_sources(FILES / name)
    assert not len(reading.articles)
    last = reading.problems.iloc[-1]
    assert last.kind == "failed"
    assert last.reason.startswith(reason)
    assert last.source == str(FILES / name)
    assert last.advice


@pytest.mark.parametrize("ending", UNREAD)
def test_kind_that_is_not_read_is_refused_by_its_own_name(tmp_path, ending):
    (tmp_path / f"news{ending}").write_bytes(b"x")
    (tmp_path / "a.txt").write_text(FIRST)
    reading = read_sources(tmp_path)
    assert reading.articles.article.tolist() == ["a"]
    what, advice = UNREAD[ending]
    assert reading.problems.values.tolist() == [
        ["", str(tmp_path / f"news{ending}"), pd.NA, "failed", f"is {what}, and was left out", advice]
    ]


@pytest.mark.parametrize(("name", "reason"), NOTED.items())
def test_what_deserves_a_look_is_noted(name, reason):
    reading = read_sources(FILES / name)
    assert reason in reading.problems.reason.tolist()
    assert set(reading.problems.kind) == {"noted"}


def test_every_file_stands_in_the_table_of_the_page():
    page = PAGE.read_text(encoding="utf-8")
    names = [path.name for path in FILES.iterdir() if path.is_file() and path.suffix != ".py"]
    assert sorted(names) == sorted({*READ, *REFUSED, *NOTED})
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []


def test_ragged_rows_are_named_and_cost_nothing_else():
    reading = read_sources(FILES / "ragged.csv")
    assert reading.articles.article.tolist() == ["bridge", "ferry", "last"]
    assert reading.problems.line.tolist() == [3, 5]
    assert reading.problems.reason[0] == "has 4 cells, and the header has 2 columns"


def test_folder_names_every_file_left_out(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    news = tmp_path / "news"
    (news / "page_files").mkdir(parents=True)
    (news / "page.html").write_bytes((FILES / "page.html").read_bytes())
    (news / "page_files" / "site.css").write_text("p {}")
    for name in ("report.pdf", "old.doc", "photo.jpg", "sheet.ods", "Makefile"):
        (news / name).write_bytes(b"%PDF" if name.endswith("pdf") else b"x")
    assert main(["tables", "news", "--out", "out", "--quiet"]) == 1
    listed = pd.read_csv("out/failures.csv", keep_default_na=False)
    assert dict(zip(listed.source, listed.kind, strict=True)) == {
        "news/report.pdf": "failed",
        "news/old.doc": "failed",
        "news/sheet.ods": "failed",
        "news/photo.jpg": "noted",
        "news/Makefile": "noted",
        "news/page_files": "noted",
    }
    assert "report.pdf: is a PDF file, and was left out" in capsys.readouterr().err


def test_columns_decide(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    frame = pd.DataFrame({"text": ["short"], "content": [FIRST], "when": ["2024-05-07"], "Title": ["T"]})
    articles = read_articles(frame, columns={"text": "content", "published": "when"})
    assert articles.text.tolist() == [FIRST]
    assert told(articles) == [("T", MAY7, "")]
    frame.to_csv("all.csv", index=False)
    command = ["tables", "all.csv", "--out", "out", "--quiet", "--column", "text=content"]
    assert main([*command, "--column", "published=when"]) == 0
    assert pd.read_parquet("out/articles.parquet").text.tolist() == [FIRST]
    with pytest.raises(
        UnreadableError, match=r"has no column 'body' to take for text \(it has: text, content"
    ):
        read_articles(frame, columns={"text": "body"})
    with pytest.raises(UnreadableError, match="columns has 'words', which is no field"):
        read_articles(frame, columns={"words": "body"})


def test_column_twice_is_refused(tmp_path):
    (tmp_path / "twice.csv").write_text("text,text\na,b\n")
    with pytest.raises(UnreadableError, match="has the column 'text' twice"):
        read_articles(tmp_path / "twice.csv")


def test_order_of_day_and_month_is_proved_by_another_row():
    rows = [
        {"text": f"{FIRST} {number}", "date": day} for number, day in enumerate(["03/04/2021", "29/04/2021"])
    ]
    frame = read_articles(pd.DataFrame(rows))
    assert frame.published.dt.strftime("%Y-%m-%d").tolist() == ["2021-04-03", "2021-04-29"]
    alone = read_sources(pd.DataFrame(rows[:1]))
    assert alone.articles.published.isna().all()
    assert "'published' has 1 unreadable date" in alone.problems.reason.tolist()[0]


def test_day_of_the_text_is_kept_and_published_fills_gaps(tmp_path):
    (tmp_path / "a.txt").write_text(f"{BRIDGE}\n\nPublished: 7 May 2024\n\n{FIRST}")
    (tmp_path / "b.txt").write_text(f"{FERRY}\n\n{FERRY_FIRST}")
    reading = read_sources(tmp_path, published="2021-12-29")
    assert reading.articles.published.dt.strftime("%Y-%m-%d").tolist() == [MAY7, "2021-12-29"]
    assert reading.articles.published_by.tolist() == ["text", "given"]
    assert reading.problems.reason.tolist() == [
        "says itself that it was published on 2024-05-07, which was kept, and not published=2021-12-29"
    ]


def test_same_text_under_two_ids_is_noted_and_kept():
    reading = read_sources({"id": "a", "text": FIRST}, {"id": "b", "text": f"{FIRST} "})
    assert reading.articles.article.tolist() == ["a", "b"]
    assert reading.problems[["article", "reason"]].values.tolist() == [["b", "has the same text as 'a'"]]


def packed(name, data):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))
BOMBS = {
    "zip": ("news.zip", lambda: packed("a.txt", b"a" * 66_000_000), "MB, and one article has no more than"),
    "zip in zip": (
        "a.zip",
        lambda: packed("b.zip", packed("c.zip", packed("d.zip", b""))),
        "archive in an archive",
    ),
    "gzip": ("a.txt.gz", lambda: gzip.compress(b"a" * 52_000_000), "unpacks to more than 50 MB"),
    "gzip of lines": (
        "a.jsonl.gz",
        lambda: gzip.compress((b" " * 999 + b"\n") * 52_000),
        "unpacks to more than 50 MB",
    ),
    "Word": ("a.docx", lambda: packed("word/document.xml", b" " * 60_000_000), "unpacks to 60 MB"),
    "Excel": ("a.xlsx", lambda: packed("xl/workbook.xml", b" " * 60_000_000), "unpacks to 60 MB"),
    "deep JSON": ("a.json", lambda: b'{"a":' * 200_000, "is no JSON"),
    "deep JSON line": ("a.jsonl", lambda: b"[" * 200_000 + b"\n" + b"{}", "is no JSON"),
    "XML entities": (
        "a.xml",
        lambda: f"<!DOCTYPE doc [{ENTITIES}]><doc><main><p>&e11;</p></main></doc>".encode(),
        "",
    ),
    "one line": ("a.txt", lambda: b"word " * 13_000_000, "is a file of 65 MB"),
    "one line of JSON": (
        "a.jsonl",
        lambda: b'{"text": "' + b"a" * 21_000_000 + b'"}\n',
        "in one line, more than any article",
    ),
    "one cell": ("a.csv", lambda: b'text\n"' + b"a" * 21_000_000, "in one line, more than any article"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_ends_in_a_message(tmp_path, name):
    file, data, reason = BOMBS[name]
    (tmp_path / file).write_bytes(data())
    reading = read_sources(tmp_path / file)
    assert not len(reading.articles)
    assert reason in reading.problems.reason.tolist()[0]


def test_json_answers_are_opened_whatever_lies_round_the_records(tmp_path):
    for number, key in enumerate(("articles", "results", "docs", "items", "data", "response")):
        (tmp_path / f"{number}.json").write_text(
            json.dumps({"status": "ok", key: [{"Content": f"{FIRST} {number}"}]})
        )
    assert len(read_sources(tmp_path).articles) == 6


def test_entities_of_a_feed_are_not_unfolded(tmp_path):
    item = "<item><title>Rain</title><description>&e11;</description></item>"
    (tmp_path / "a.rss").write_text(f"<!DOCTYPE rss [{ENTITIES}]><rss><channel>{item}</channel></rss>")
    assert read_sources(tmp_path / "a.rss").articles.text.tolist() == ["Rain\n\n&e11;"]
