"""What is written is whole or not there, and nothing of the user's is overwritten, mixed or read back as input."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from dateline.__main__ import main
from dateline.outputs import (
    MANIFEST,
    OutputError,
    changed_files,
    check_output,
    finish,
    outside_outputs,
    read_manifest,
    whole_file,
    whole_folder,
)
from dateline.reading import read_articles, read_sources
from dateline.storage import read_tables, write_tables
from dateline.tables import COLUMNS, Tables, conform, empty

STORY = (
    "The council met on Tuesday and put off its vote. “We need more time,” said Ann Lie, the mayor of Molde."
)


def write(folder, kind="notes", **texts):
    with whole_folder(folder, kind) as stage:
        for name, text in texts.items():
            (stage / f"{name}.txt").write_text(text)


def texts(folder):
    return {path.stem: path.read_text() for path in sorted(Path(folder).glob("*.txt"))}


def tables_of(*articles):
    rows = [{"article": one, "published_by": "none", "text": f"Story {one}."} for one in articles]
    return Tables(*(conform(rows, name) if name == "articles" else empty(name) for name in COLUMNS))


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(STORY)
    return tmp_path / "news"


def test_a_run_replaces_the_last_one_whole(tmp_path):
    write(tmp_path / "out", one="1", two="2")
    write(tmp_path / "out", two="II", three="III")
    assert texts(tmp_path / "out") == {"two": "II", "three": "III"}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [MANIFEST, "three.txt", "two.txt"]
    assert list(read_manifest(tmp_path / "out")["files"]) == ["three.txt", "two.txt"]


def test_a_run_that_fails_leaves_everything_as_it_was(tmp_path):
    write(tmp_path / "out", one="1")
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    for folder in ("out", "new/deep"):
        with pytest.raises(ZeroDivisionError), whole_folder(tmp_path / folder, "notes") as stage:
            (stage / "one.txt").write_text("half")
            raise ZeroDivisionError
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert not (tmp_path / "new").exists()


def test_files_of_the_user_stay(tmp_path):
    out = tmp_path / "out"
    write(out, one="1", two="2", three="3")
    (out / "mine.md").write_text("mine")
    (out / "two.txt").write_text("2, corrected by hand")
    (out / "three.txt").write_text("3, corrected by hand")
    (out / "four.txt").write_text("a file that was there before")
    write(out, one="I", two="II", four="IV")
    assert texts(out) == {"four": "IV", "one": "I", "three": "3, corrected by hand", "two": "II"}
    kept = {path.name: path.read_text() for path in out.glob("*.changed*")}
    assert kept == {
        "two.txt.changed": "2, corrected by hand",
        "four.txt.changed": "a file that was there before",
    }
    assert (out / "mine.md").read_text() == "mine"


REFUSED = {
    "a folder of the user's": ("mine", "notes", "holds files that dateline did not write \\(letter.txt\\)"),
    "a file": ("mine/letter.txt", "notes", "is a file and no folder"),
    "below a file": ("mine/letter.txt/out", "notes", "is a file and no folder"),
    "another kind": ("out", "charts", "holds notes. Give charts a folder of their own, such as .*charts"),
}


@pytest.mark.parametrize(("folder", "kind", "said"), REFUSED.values(), ids=REFUSED)
def test_folders_that_are_refused(tmp_path, folder, kind, said):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    write(tmp_path / "out", one="1")
    with pytest.raises(OutputError, match=said):
        check_output(tmp_path / folder, kind)
    with pytest.raises(OutputError, match=said):
        write(tmp_path / folder, kind, letter="ours")
    assert (tmp_path / "mine" / "letter.txt").read_text() == "mine"


def test_an_empty_folder_and_files_that_systems_leave_are_no_hindrance(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".DS_Store").write_text("")
    write(tmp_path / "out", one="1")
    assert texts(tmp_path / "out") == {"one": "1"}


def test_two_runs_at_once_are_told_apart(tmp_path):
    with whole_folder(tmp_path / "out", "notes") as stage:
        (stage / "one.txt").write_text("1")
        with pytest.raises(OutputError, match="is being written by another process"):
            write(tmp_path / "out", one="2")
    assert texts(tmp_path / "out") == {"one": "1"}


def test_a_broken_manifest_is_named(tmp_path):
    write(tmp_path / "out", one="1")
    (tmp_path / "out" / MANIFEST).write_text('{"kind": 1')
    with pytest.raises(OutputError, match=f"{MANIFEST} is broken"):
        write(tmp_path / "out", one="2")
    assert texts(tmp_path / "out") == {"one": "1"}


def test_a_single_file_is_whole_too(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_file(path) as beside:
        beside.write_text("half")
        raise ZeroDivisionError
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("list.csv", "old")]
    with whole_file(path) as beside:
        beside.write_text("new")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("list.csv", "new")]


# Kills itself without warning at the nth thing that it does to a file below the folder.
KILLED = """
import os, signal, sys
from dateline.outputs import whole_folder
folder, at, seen = sys.argv[1], int(sys.argv[2]), 0

def watch(event, given):
    global seen
    if event.split(".")[0] in ("open", "os", "shutil") and any(folder in str(one) for one in given):
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
with whole_folder(folder, "notes") as stage:
    for name in ("two", "three", "four"):
        (stage / f"{name}.txt").write_text("new")
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_killed_at_every_step_it_is_the_old_run_or_the_new_one(tmp_path):
    old, new = dict.fromkeys(("one", "two", "three"), "old"), dict.fromkeys(("two", "three", "four"), "new")
    found = []
    for at in range(1, 200):
        out = tmp_path / f"out{at}"
        write(out, **old)
        (out / "mine.md").write_text("mine")
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(out), str(at)], capture_output=True, check=False
        )
        finish(out)
        assert texts(out) in (old, new), at
        assert changed_files(out) == [], at
        found.append(texts(out) == new)
        if done.returncode == 0:
            break
        write(out, last="word")  # nothing is in the way of the next run
        assert sorted(path.name for path in out.iterdir()) == [MANIFEST, "last.txt", "mine.md"], at
    assert done.returncode == 0
    assert found == sorted(found), "old up to one point, new from there on"
    assert sum(not one for one in found) > 10
    assert sum(found) > 5


def test_tables_of_two_runs_are_never_mixed(tmp_path):
    write_tables(tables_of("a"), tmp_path, "parquet")
    write_tables(tables_of("b", "c"), tmp_path, "csv")
    assert read_tables(tmp_path).articles["article"].tolist() == ["b", "c"]
    assert not list(tmp_path.glob("*.parquet"))
    write_tables(tables_of("d"), tmp_path, ["csv", "parquet"])
    assert [
        read_tables(tmp_path, format=form).articles["article"].tolist() for form in ("csv", "parquet")
    ] == [
        ["d"],
        ["d"],
    ]


def test_a_table_of_another_run_is_noticed(tmp_path):
    write_tables(tables_of("a"), tmp_path / "one", "csv")
    write_tables(tables_of("b"), tmp_path / "two", "csv")
    (tmp_path / "one" / "articles.csv").write_bytes((tmp_path / "two" / "articles.csv").read_bytes())
    with pytest.raises(
        OutputError, match=r"articles\.csv was changed since it was written, or is of another run"
    ):
        read_tables(tmp_path / "one")
    assert read_tables(tmp_path / "one", changed=True).articles["article"].tolist() == ["b"]


def test_tables_without_a_manifest_are_read_if_there_is_no_doubt(tmp_path):
    write_tables(tables_of("a"), tmp_path, ["csv", "jsonl"])
    (tmp_path / MANIFEST).unlink()
    with pytest.raises(OutputError, match=r'holds tables as csv and jsonl.* format="csv"'):
        read_tables(tmp_path)
    assert read_tables(tmp_path, format="jsonl").articles["article"].tolist() == ["a"]
    for path in tmp_path.glob("*.jsonl"):
        path.unlink()
    assert read_tables(tmp_path).articles["article"].tolist() == ["a"]


def test_what_was_written_is_not_read_as_input(news, capsys):
    for _ in range(2):
        assert main(["tables", "news", "--out", "news/results", "--format", "csv", "--quiet"]) == 0
        assert capsys.readouterr().out.startswith("1 article ->")
    assert read_articles("news").article.tolist() == ["one"]
    assert main(["tables", "news/results", "--out", "again", "--quiet"]) == 1
    assert "was written by dateline itself" in capsys.readouterr().err
    assert read_articles("news/results/articles.csv").article.tolist() == ["one"], "unless it is named"
    files = sorted(news.rglob("*.*"))
    assert outside_outputs(files, news) == [news / "one.txt"]


def test_the_users_articles_are_not_overwritten(news, capsys):
    (news / "articles.csv").write_text("file,title\none.txt,Mine\n")
    assert main(["tables", "news", "--out", "news", "--format", "csv", "--quiet"]) == 2
    assert "news/ is read from, so nothing is written to it" in capsys.readouterr().err
    assert main(["tables", "news/one.txt", "--out", "news", "--format", "csv", "--quiet"]) == 2
    assert (news / "articles.csv").read_text() == "file,title\none.txt,Mine\n"
    assert sorted(path.name for path in news.iterdir()) == ["articles.csv", "one.txt"]


def test_charts_and_tables_do_not_share_a_folder(news, capsys):
    assert main(["charts", "news", "--out", "out", "--tables", "out", "--quiet"]) == 2
    assert "give each a folder of its own" in capsys.readouterr().err
    assert main(["tables", "news", "--out", "out", "--quiet"]) == 0
    assert main(["charts", "news", "--out", "out", "--quiet"]) == 2
    assert "such as out/charts" in capsys.readouterr().err
    assert len(read_tables("out").articles) == 1


def test_a_list_of_failures_replaces_no_other_file(news, capsys):
    (news.parent / "notes.txt").write_text("mine")
    for source in ("news", "missing"):
        assert main(["tables", source, "--out", "out", "--failures", "notes.txt", "--quiet"]) == 2
        assert "notes.txt is no list of failures, and is not replaced" in capsys.readouterr().err
    assert (news.parent / "notes.txt").read_text() == "mine"
    assert not (news.parent / "out").exists()
    assert main(["tables", "missing", "--out", "out", "--failures", "failed.csv", "--quiet"]) == 1
    assert pd.read_csv("failed.csv")["source"].tolist() == ["missing"]
    assert main(["tables", "news", "--out", "out", "--failures", "failed.csv", "--quiet"]) == 0
    assert not (news.parent / "failed.csv").exists()


def test_the_folder_is_checked_before_the_work(news, capsys):
    (news.parent / "mine").mkdir()
    (news.parent / "mine" / "letter.txt").write_text("mine")
    assert main(["charts", "news", "--out", "mine"]) == 2
    said = capsys.readouterr().err
    assert "holds files that dateline did not write (letter.txt)" in said
    assert "articles:" not in said, "no progress bar: nothing was analysed"


def test_charts_of_ids_that_look_alike_have_files_of_their_own_and_old_ones_go(tmp_path):
    from dateline.charts.draw import draw_charts

    first = draw_charts(tables_of("a b", "a/b", "A b"), tmp_path / "charts")
    assert len(set(first)) == len(first)
    assert {path.name for path in first} >= {"tone-a-b.png", "tone-a-b-2.png", "tone-A-b-3.png"}
    draw_charts(tables_of("z"), tmp_path / "charts")
    assert sorted(path.name for path in (tmp_path / "charts").glob("tone-*.png")) == ["tone-z.png"]


MISSING = {
    "misspelt": ("news/ome.txt", "Did you mean {here}/news/one.txt?"),
    "another ending": ("news/one.md", "Did you mean {here}/news/one.txt?"),
    "another folder": ("mews", "Did you mean {here}/news?"),
    "nothing like it": ("news/quite-other", "In {here}/news there is: one.txt."),
    "no folder": ("no/such.txt", "There is no folder {here}/no either."),
    "misspelt in the middle": ("nwes/one.txt", "Did you mean {here}/news/one.txt?"),
    "misspelt in two places": ("nwes/oen.txt", "Did you mean {here}/news/one.txt?"),
    "misspelt, then nothing": ("nwes/quite-other", "Did you mean {here}/news, in which there is: one.txt?"),
}


@pytest.mark.parametrize(("source", "advice"), MISSING.values(), ids=MISSING)
def test_a_wrong_path_is_told_in_two_lines_with_a_guess(news, capsys, source, advice):
    assert main(["tables", source, "--out", "out", "--quiet"]) == 1
    here = news.parent
    assert capsys.readouterr().err.splitlines() == [
        f"failed: {source}: there is no such file or folder ({here / source}). {advice.format(here=here)}",
        "dateline: nothing could be read, nothing was written",
    ]


@pytest.mark.parametrize(
    ("pattern", "advice"),
    {"news/*.html": "In {here}/news there is: one.txt.", "nwes/*.txt": "Did you mean {here}/news?",
     "quite-other/*.txt": "There is no folder {here}/quite-other."}.items(),
)  # fmt: skip
def test_a_pattern_that_fits_nothing_says_where_and_what_is_there(news, capsys, pattern, advice):
    assert main(["tables", pattern, "--out", "out", "--quiet"]) == 1
    here = news.parent
    assert capsys.readouterr().err.splitlines() == [
        f"failed: {pattern}: no file fits this pattern ({here / pattern}). {advice.format(here=here)}",
        "dateline: nothing could be read, nothing was written",
    ]


PASTED = {
    "of 256 to 1,000 bytes": "The mayor said that the bridge was shut. " * 15,
    "with a question": "Will the bridge open again? Nobody in the town knows.",
    "with a bracket": "The mayor said [sic] that the bridge was shut.",
    "with stars": "The mayor called it a ***** bridge on Monday.",
    "with an open bracket": "The mayor said [ that the bridge was shut.",
    "a question and no more": "Will the bridge open again?",
    "of two words": "Who won?",
    "a short question with a star": "Did *he* win?",
    "a short sentence in brackets": "(He [Biden] won.)",
    "a cry between marks": "“Open the bridge!”",
    "with a stroke": "Will he/she open it?",
    "with accents": "Die Brücke in Zürich wird " + "größer " * 60,
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
def test_a_pasted_paragraph_is_a_text_and_no_pattern(text, news):
    assert read_sources(text).articles["text"].tolist() == [text.strip()]


def test_a_pattern_with_many_words_is_still_a_pattern(news):
    (news / "a b c d e f.txt").write_text(STORY)
    assert read_sources("news/a b c d e *").articles["article"].tolist() == ["a b c d e f"]


@pytest.mark.parametrize(
    "path", ["./all the news of last week", "news/one of the last five weeks", "who?", "news/w?"]
)
def test_a_path_with_many_words_that_leads_nowhere_is_no_text(news, path):
    found = read_sources(path)
    assert found.articles.empty
    assert found.problems["kind"].tolist() == ["failed"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are characters there")
def test_a_file_whose_name_is_not_utf8_is_read_or_named(news, capsys):
    for name, data in (
        (b"caf\xe9.txt", f"{STORY} It rained all day.".encode()),
        (b"caf\xe8.txt", b"%PDF-1.7"),
    ):
        with open(os.fsencode(news) + b"/" + name, "wb") as file:
            file.write(data)
    assert main(["tables", "news", "--out", "out", "--quiet"]) == 1
    assert sorted(read_tables("out").articles["article"]) == ["caf\ufffd", "one"]
    assert pd.read_csv("out/failures.csv")["source"].tolist() == ["news/caf\ufffd.txt"]
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there")
def test_names_of_files_are_read_in_letters_in_a_language_that_has_none(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "Łódź.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "news" / "articles.csv").write_text(
        "file,title\nŁódź.txt,The mayor of Łódź\n", encoding="utf-8"
    )
    lines = "from dateline.reading import read_sources; a = read_sources('news').articles; "
    lines += "print(ascii(a[['article', 'title']].values.tolist()))"
    settings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = subprocess.run(
        [sys.executable, "-c", lines], cwd=tmp_path, env=os.environ | settings, capture_output=True, text=True
    )
    assert told.stdout == ascii([["Łódź", "The mayor of Łódź"]]) + "\n", told.stderr
