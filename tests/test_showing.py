"""What a reader sees of rows: names for slugs, legible tables, ten lines for all tables, a bar where wanted."""

import re
from html import unescape

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.progress import with_bar
from dateline.reading import read_articles, read_sources
from dateline.showing import table_html
from dateline.tables import COLUMNS, Tables, conform, empty


def cells(html):
    return [unescape(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", html, re.S)]


def test_names_stand_in_place_of_slugs_in_every_table(sample_tables):
    known = set(sample_tables.entities["entity"])
    for table, rows in sample_tables._asdict().items():
        told = dateline.names(rows, sample_tables.entities)
        assert told.dtypes.equals(rows.dtypes), table
        for column in set(told) - {"aliases", "text", "anchor"}:
            slugs = {
                part for cell in told[column] if isinstance(cell, str) for part in cell.split("; ")
            } & known
            assert not slugs, (table, column)
    first = sample_tables.timeline[sample_tables.timeline["what"].str.endswith("will speak on the phone")]
    assert dateline.names(first, sample_tables.entities)["actors"].tolist() == ["Joe Biden; Vladimir Putin"]


def test_typing_tables_says_which_articles_have_no_day():
    rows = [{"article": "a", "text": "Rain fell.", "published": day} for day in (None, "2024-05-07", None)]
    frames = {name: empty(name) for name in COLUMNS} | {"articles": conform(pd.DataFrame(rows), "articles")}
    assert repr(Tables(**frames)).splitlines()[10:] == [
        "2 not dated: the day of publication is unknown. Give it with published=, or in a column."
    ]


def test_typing_tables_gives_ten_lines():
    tables = Tables(*map(empty, COLUMNS))._replace(
        articles=conform([{"article": "a", "published": "2024-05-07", "text": "Rain."}], "articles")
    )
    lines = repr(tables).splitlines()
    assert [line.split()[0] for line in lines] == list(COLUMNS)
    assert lines[0].startswith("articles  1 row   article, title, published, ")
    assert lines[1] == "sentences 0 rows  article, start, end, sentence, part, text"
    assert max(map(len, lines)) <= 110
    from IPython.lib.pretty import pretty

    assert pretty(tables) == repr(tables)


def test_a_table_in_a_notebook_is_whole_left_and_unbroken():
    long = "A long title with many words " * 9
    frame = pd.DataFrame(
        {
            "title": [long, "<b>short</b>"],
            "day": pd.to_datetime(["2021-12-29", None]),
            "at": pd.to_datetime(["2021-12-29 18:00", None]),
            "score": [0.25, float("nan")],
            "n": pd.array([1200, None], dtype="Int32"),
        }
    )
    html = table_html(frame)
    assert cells(html) == [
        long.strip(),
        "2021-12-29",
        "2021-12-29 18:00",
        "0.25",
        "1200",
        "<b>short</b>",
        *[""] * 4,
    ]
    sides = re.findall(r'<td align="(\w+)"( nowrap)? style="text-align:(\w+);white-space:(\w+)', html)[:5]
    assert [(side, whole.strip(), css) for side, whole, _, css in sides] == [
        ("left", "", "normal"),
        ("left", "nowrap", "nowrap"),
        ("left", "nowrap", "nowrap"),
        ("right", "nowrap", "nowrap"),
        ("right", "nowrap", "nowrap"),
    ]
    assert all(side == same for side, _, same, _ in sides)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_no_cell_becomes_markup_and_none_is_lost(texts):
    html = table_html(pd.DataFrame({"text": texts}))
    assert cells(html) == [re.sub(r"\s+", " ", text).strip() for text in texts]
    assert set(re.findall(r"</?(\w+)", html)) <= {"table", "thead", "tbody", "tr", "th", "td"}


def test_many_rows_are_cut_with_a_word_on_it():
    html = table_html(pd.DataFrame({"n": range(1500)}), shown=20)
    assert len(cells(html)) == 20
    assert html.endswith("<p>and 1,480 more rows of 1,500</p>")
    assert "x" * 3000 + "… (9,000 characters)" in table_html(pd.DataFrame({"text": ["x" * 9000]}))


def test_a_notebook_shows_frames_so_after_load_ext():
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    frame = pd.DataFrame({"a": ["x"]})
    form = shell.display_formatter.format
    before = form(frame)[0]["text/html"]
    shell.run_line_magic("load_ext", "dateline")
    assert form(frame)[0]["text/html"] == table_html(frame)
    assert form(pd.DataFrame({("a", "b"): [1]}))[0]["text/html"].startswith("<div>"), (
        "what it can't show is pandas'"
    )
    shell.run_line_magic("unload_ext", "dateline")
    assert form(frame)[0]["text/html"] == before


def test_a_bar_is_shown_where_it_is_asked_for(capsys):
    assert list(with_bar("abc", 3, "article", None)) == ["a", "b", "c"]
    assert list(with_bar("abc", 3, "article", False)) == ["a", "b", "c"]
    assert capsys.readouterr().err == "", "nobody watches"
    assert list(with_bar("abc", 3, "article", True)) == ["a", "b", "c"]
    assert "articles: 100%" in capsys.readouterr().err


def test_reading_many_files_shows_a_bar_where_somebody_watches(tmp_path, capsys, monkeypatch):
    for number in range(25):
        (tmp_path / f"{number}.txt").write_text(f"Rain fell on the {number} roofs of the town.")
    assert len(read_articles(tmp_path)) == 25
    assert capsys.readouterr().err == "", "nobody watches"
    monkeypatch.setattr("dateline.progress._is_watched", lambda: True)
    monkeypatch.setattr("dateline.progress.DELAY", 0)
    assert len(read_articles(tmp_path)) == 25
    assert "files: 100%" in capsys.readouterr().err
    read_articles(tmp_path / "1.txt")
    read_sources(tmp_path, progress=False)
    assert capsys.readouterr().err == ""


def test_an_id_that_is_there_twice_is_named(sample_tables):
    twice = pd.concat([sample_tables.articles] * 2, ignore_index=True)
    with pytest.raises(
        ValueError, match=r"the id '2021-12-29-biden-putin-call' is there more than once \(rows 0, 1\)"
    ):
        dateline.analyze(twice)
    with pytest.raises(ValueError, match="row 0 has no id"):
        dateline.analyze(sample_tables.articles.assign(article=""))
