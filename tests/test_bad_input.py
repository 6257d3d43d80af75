"""Bad input: every case is refused or flagged in words that help, and the good articles beside it are kept."""

import json

import pandas as pd
import pytest

from dateline.problems import ProblemWarning, UnreadableError
from dateline.reading import read_articles, read_sources

STORY = "The council met on Tuesday and put off its vote on the new bridge until the end of the month."


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(STORY)
    return path


REFUSED = {
    "empty file": ("bad.txt", b"", "holds no text"),
    "only white space": ("bad.txt", b" \r\n\t\n", "holds no text"),
    "only invisible characters": ("bad.txt", "\ufeff\u200b\n".encode(), "holds no text"),
    "binary file": ("bad.txt", bytes(range(256)) * 20, "binary file"),
    "PDF": ("bad.txt", b"%PDF-1.7 ...", "is a PDF file"),
    "Word file": ("bad.txt", b"PK\x03\x04....", "Word or Excel"),
    "picture": ("bad.txt", b"\x89PNG\r\n\x1a\n", "picture"),
    "mostly null bytes": ("bad.txt", b"\0" * 5000, "binary file"),
    "unknown encoding": (
        "bad.txt",
        "Правительство заявило во вторник".encode("cp1251"),
        "encoding can't be told",
    ),
    "neither UTF-8 nor Windows-1252": ("bad.txt", b"A bridge \x81\x8d was \xff shut", "neither UTF-8"),
    "broken UTF-16": ("bad.txt", b"\xff\xfeA\x00B", "broken UTF-16"),
    "page without words": ("bad.html", b"<html><script>alert('x')</script></html>", "holds no text"),
    "empty CSV": ("bad.csv", b"", "is empty"),
    "CSV without text": ("bad.csv", b"id,words\n1,x\n", "has no column 'text' (it has: id, words)"),
    "CSV with an open quote": ("bad.csv", b'id,text\n1,"x\n', "opens a quotation mark that is never closed"),
    "CSV with too many cells": (
        "bad.csv",
        b"id,text\n1,x,y\n",
        "row 2: has 3 cells, and the header has 2 columns",
    ),
    "empty JSON Lines": ("bad.jsonl", b"\n", "holds no text"),
    "JSON that is none": ("bad.json", b"{", "is no JSON"),
    "JSON nested without end": ("bad.json", b"[" * 100_000, "is no JSON"),
    "Parquet that is none": ("bad.parquet", b"PAR1 not really", "is no readable Parquet"),
}


@pytest.mark.parametrize(("name", "data", "said"), REFUSED.values(), ids=REFUSED)
def test_bad_file_is_refused_and_the_good_one_kept(tmp_path, good, name, data, said):
    bad = tmp_path / name
    bad.write_bytes(data)
    with pytest.raises(UnreadableError) as error:
        read_articles(bad)
    assert said in str(error.value)
    assert name in str(error.value), "the message names the file"
    reading = read_sources(bad, good)
    assert reading.articles.article.tolist() == ["good"]
    assert reading.problems[["source", "kind"]].values.tolist() == [[str(bad), "failed"]]
    assert reading.problems.advice[0], "and says what to do"
    with pytest.warns(ProblemWarning, match="1 failed"):
        assert len(read_articles([bad, good])) == 1


MISSING = {
    "missing path": ("no/such/file.txt", "there is no such file or folder"),
    "pattern without files": ("no/such/*.txt", "no file fits this pattern"),
    "empty name": ("", "an empty source"),
    "number": (3, "can't read a int"),
    "bytes": (b"abc", "can't read a bytes"),
    "empty folder": (None, "is a folder without articles"),
}


@pytest.mark.parametrize(
    "ending",
    [
        "txt",
        "txt.gz",
        "html",
        "docx",
        "rtf",
        "eml",
        "json",
        "jsonl",
        "csv",
        "xlsx",
        "parquet",
        "zip",
        "warc",
        "xml",
    ],
)
def test_a_file_of_three_gigabytes_is_refused_at_once_and_the_good_one_kept(tmp_path, good, ending):
    with open(tmp_path / f"huge.{ending}", "wb") as file:
        file.truncate(3 << 30)  # a hole: it takes no room
    reading = read_sources(tmp_path / f"huge.{ending}", good)
    assert len(reading.articles) == 1
    assert set(reading.problems["kind"]) == {"failed"}
    assert len(reading.problems["reason"][0]) < 200


@pytest.mark.parametrize(("source", "said"), MISSING.values(), ids=MISSING)
def test_source_that_is_not_there(tmp_path, source, said):
    with pytest.raises(UnreadableError, match=said):
        read_articles(tmp_path if source is None else source)


def test_windows_1252_is_read_with_a_note(tmp_path):
    (tmp_path / "old.txt").write_bytes("“It’s the third time – in a café”, she said.".encode("cp1252"))
    with pytest.warns(ProblemWarning, match="read as Windows-1252, as it is not UTF-8"):
        articles = read_articles(tmp_path / "old.txt")
    assert articles.text[0] == "“It’s the third time – in a café”, she said."


def test_utf16_is_read(tmp_path):
    (tmp_path / "marked.txt").write_text(STORY, encoding="utf-16")
    (tmp_path / "bare.txt").write_text(STORY + " Bare.", encoding="utf-16-le")
    reading = read_sources(tmp_path)
    assert reading.articles.text.tolist() == [STORY + " Bare.", STORY]


def test_single_null_bytes_are_taken_out_with_a_note(tmp_path):
    (tmp_path / "null.txt").write_bytes(STORY.encode() + b"\0 The end.\0")
    reading = read_sources(tmp_path)
    assert reading.articles.text.tolist() == [STORY + " The end."]
    assert reading.problems.reason.tolist() == ["null bytes were taken out"]


def test_crlf_and_byte_order_mark_leave_no_trace(tmp_path):
    (tmp_path / "dos.txt").write_bytes(b"\xef\xbb\xbfHead\r\n\r\nOne.\r\nTwo.\r")
    assert read_articles(tmp_path / "dos.txt").text[0] == "Head\n\nOne.\nTwo."


def test_scripts_of_a_page_are_not_read(tmp_path):
    (tmp_path / "page.html").write_text(
        f"<script>alert('<p>boo</p>')</script><p>{STORY}</p><SCRIPT>no</SCRIPT >"
    )
    assert read_articles(tmp_path / "page.html").text[0] == STORY


def test_markup_within_plain_text_stays_text(tmp_path):
    (tmp_path / "plain.txt").write_text("He typed <script>alert(1)</script> into the form & waited.")
    assert "<script>alert(1)</script>" in read_articles(tmp_path / "plain.txt").text[0]


def test_broken_line_is_named_and_the_others_read(tmp_path):
    path = tmp_path / "all.jsonl"
    good = [json.dumps({"id": f"a{number}", "text": f"{STORY} {number}"}) for number in range(4)]
    lines = [
        good[0],
        '{"id": "x", "text": "cut of',
        good[1],
        '["a list"]',
        '{"id": "y"}',
        '{"text": 5}',
        good[2],
    ]
    path.write_text("\n".join([*lines, "", '{"id": "z", "text": " "}', good[3]]) + "\n")
    reading = read_sources(path)
    assert reading.articles.article.tolist() == ["a0", "a1", "a2", "a3"]
    assert reading.problems.line.tolist() == [2, 4, 5, 6, 9]
    assert reading.problems.reason.tolist() == [
        "is no JSON (Unterminated string starting at at character 21)",
        "is a list and no object",
        "has no 'text'",
        "has a 'text' that is int, not words",
        "holds no text",
    ]
    with pytest.warns(ProblemWarning, match=r"all\.jsonl, line 2: is no JSON"):
        read_articles(path)


def test_unreadable_dates_are_listed_and_taken_as_unknown(tmp_path):
    days = ["2021-01-01", "TBA", "2021-01-02", "soon", "03/04/2021"]
    rows = "\n".join(f"a{number},{day},{STORY} {number}" for number, day in enumerate(days))
    (tmp_path / "all.csv").write_text("id,published,text\n" + rows)
    reading = read_sources(tmp_path / "all.csv")
    assert reading.articles.published_by.tolist() == ["given", "none", "given", "none", "none"]
    assert reading.problems.reason.tolist() == [
        "'published' has 3 unreadable dates (rows 3, 5, 6; first: 'TBA'), taken as unknown"
    ]
    assert reading.problems.advice.tolist() == ["Use ISO like 2021-12-29."]


def test_same_id_twice(tmp_path):
    rows = [
        {"id": "a", "text": STORY},
        {"id": "a", "text": "Another one."},
        {"id": "a-2", "text": "A third one."},
    ]
    reading = read_sources(rows)
    assert reading.articles.article.is_unique
    assert reading.articles.text.tolist() == [row["text"] for row in rows], "no article is lost"
    assert "bears the id 'a', which another article has; it is called" in reading.problems.reason[0]


def test_same_article_twice_is_read_once(tmp_path):
    reading = read_sources([{"id": "a", "text": STORY}, {"id": "a", "text": STORY}])
    assert len(reading.articles) == 1
    assert "is the same article as 'a'" in reading.problems.reason[0]


def test_many_articles_of_one_id_are_named_in_good_time():
    reading = read_sources([{"id": "a", "text": f"Story {number}."} for number in range(5000)])
    assert reading.articles.article.iloc[-1] == "a-5000"


def test_same_file_name_in_two_folders(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(f"{STORY} {folder}")
    assert read_sources(tmp_path).articles.article.tolist() == ["story", "story-2"]


def test_frame_without_text():
    with pytest.raises(UnreadableError, match=r"the frame: has no column 'text' \(it has: id, words\)"):
        read_articles(pd.DataFrame({"id": ["a"], "words": ["x"]}))


def test_broken_metadata_beside_a_file_is_named_and_the_file_read(tmp_path, good):
    (tmp_path / "articles.csv").write_text('file,title\ngood.txt,"open\n')
    reading = read_sources(good)
    assert reading.articles["article"].tolist() == ["good"]
    assert reading.problems["kind"].tolist() == ["noted"]
    assert "has beside it an articles.csv that is no readable CSV" in reading.problems.reason[0]
    whole = read_sources(tmp_path)
    assert whole.articles["article"].tolist() == ["good"]
    assert sorted(whole.problems["kind"]) == ["failed", "noted"]


def test_right_to_left_and_combining_characters(tmp_path):
    text = "The paper \u202bاليوم\u202c wrote of Cafe\u0301 Zu\u0308rich and \U0001f468\u200d\U0001f469."
    (tmp_path / "mixed.txt").write_text(text)
    found = read_articles(tmp_path / "mixed.txt").text[0]
    assert "اليوم" in found
    assert "Café Zürich" in found
    assert not {"\u202b", "\u202c"} & set(found), "direction marks would hide in the tables"


def test_lone_surrogates_can_be_written(tmp_path):
    (tmp_path / "all.jsonl").write_text(
        '{"id": "a\\ud800", "text": "A \\udfff bridge.", "title": "\\ud800"}\n'
    )
    articles = read_articles(tmp_path / "all.jsonl")
    articles.to_parquet(tmp_path / "out.parquet")
    assert articles.text[0] == "A \ufffd bridge."
