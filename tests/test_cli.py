"""The command line: what it writes, what it says, and its exit status; never a traceback."""

import importlib.metadata
import json
import subprocess
import sys

import pandas as pd
import pytest

from dateline.__main__ import main
from dateline.storage import read_tables

STORY = (
    "The council met on Tuesday and put off its vote. “We need more time,” said Ann Lie, the mayor of Molde."
)


@pytest.fixture
def news(tmp_path, monkeypatch):
    """A folder with two articles, in a working directory of its own."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text(STORY)
    (folder / "two.txt").write_text(STORY.replace("Molde", "Bergen"))
    return folder


@pytest.mark.parametrize("format", ["parquet", "csv", "jsonl"])
def test_tables_writes_every_table(news, capsys, format):
    assert main(["tables", str(news), "--out", "out", "--format", format, "--published", "2021-12-29"]) == 0
    tables = read_tables("out")
    assert tables.articles["article"].tolist() == ["one", "two"]
    assert tables.articles["published"].tolist() == [pd.Timestamp("2021-12-29")] * 2
    said = capsys.readouterr()
    assert said.out == f"2 articles -> 10 tables in out ({format})\n"
    assert "articles: 100%" in said.err, "a progress bar"


def test_charts_writes_charts_and_tables(news, capsys):
    assert main(["charts", "news/one.txt", "--out", "charts", "--tables", "tables", "--quiet"]) == 0
    assert read_tables("tables").articles["article"].tolist() == ["one"]
    pictures = sorted(path.stem for path in (news.parent / "charts").glob("*.png"))
    assert pictures == sorted(path.stem for path in (news.parent / "charts").glob("*.csv"))
    last, not_dated = capsys.readouterr().out.splitlines()[-2:]
    assert last == f"1 article -> 10 tables in tables (Parquet and CSV), {len(pictures)} charts in charts"
    assert not_dated.startswith("1 not dated: the day of publication is unknown. Give it with --published")


def test_a_report_says_how_many_articles_have_no_day(news, capsys):
    assert main(["report", "news/one.txt", "--out", "report.html", "--quiet"]) == 0
    assert (
        capsys.readouterr().out.splitlines()[-1].startswith("1 not dated: the day of publication is unknown.")
    )


def test_failures_are_listed_and_the_rest_is_written(news, capsys):
    (news / "three.txt").write_bytes(b"%PDF-1.7")
    (news / "four.jsonl").write_text(json.dumps({"id": "four", "text": STORY + " Four."}) + "\n{broken\n")
    assert main(["tables", "news", "missing.txt", "--out", "out", "--quiet"]) == 1
    assert read_tables("out").articles["article"].tolist() == ["four", "one", "two"]
    failures = pd.read_csv("out/failures.csv", keep_default_na=False)
    assert list(failures.columns) == ["article", "source", "line", "kind", "reason", "advice"]
    assert failures[["source", "line", "kind"]].values.tolist() == [
        ["news/four.jsonl", "2", "failed"],
        ["news/three.txt", "", "failed"],
        ["missing.txt", "", "failed"],
    ]
    said = capsys.readouterr().err
    assert "failed: news/three.txt: is a PDF file." in said
    assert "failed: news/four.jsonl, line 2: is no JSON" in said
    assert "listed in out/failures.csv" in said
    (news / "three.txt").unlink()
    (news / "four.jsonl").unlink()
    assert main(["tables", "news", "--out", "out", "--quiet"]) == 0
    assert not (news.parent / "out" / "failures.csv").exists(), "a list of old failures does not stay"


def test_a_look_is_advised_without_failing(news, capsys):
    german = (
        "Die Regierung hat am Dienstag erklärt, dass der Plan nicht vor dem Ende des Jahres in Kraft tritt."
    )
    (news / "three.txt").write_text(german, encoding="cp1252")
    assert main(["tables", "news", "--out", "out", "--quiet", "--failures", "look/here.csv"]) == 0
    assert set(pd.read_csv("look/here.csv")["kind"]) == {"noted"}
    assert "does not look English" in capsys.readouterr().err


def test_nothing_to_read_writes_nothing(news, capsys):
    assert main(["tables", "missing.txt", "--out", "out", "--quiet"]) == 1
    assert "nothing could be read, nothing was written" in capsys.readouterr().err
    assert not (news.parent / "out" / "articles.parquet").exists()


WRONG_USE = {
    "no command": [],
    "unknown command": ["tabels", "news", "--out", "out"],
    "no source": ["tables", "--out", "out"],
    "no folder": ["tables", "news"],
    "unknown format": ["tables", "news", "--out", "out", "--format", "xlsx"],
    "no date": ["tables", "news", "--out", "out", "--published", "soon"],
    "folder that is a file": ["tables", "news", "--out", "news/one.txt", "--quiet"],
    "unknown task": ["evaluate", "poetry", "gold.jsonl"],
    "no gold": ["evaluate", "quotes", "gold.jsonl"],
    "gold that is none": ["evaluate", "quotes", "news/one.txt"],
    "option that is none": ["evaluate", "quotes", "news/one.txt", "named"],
}


@pytest.mark.parametrize("arguments", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_told_with_status_2(news, capsys, arguments):
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = stop.code
    assert status == 2
    said = capsys.readouterr().err
    assert "dateline" in said
    assert "Traceback" not in said


def test_a_fault_of_our_own_is_told_without_a_traceback(news, capsys, monkeypatch):
    def fails(*given):
        raise RuntimeError("boom")

    monkeypatch.setattr("dateline.storage.put_tables", fails)
    assert main(["tables", "news/one.txt", "--out", "out", "--quiet"]) == 1
    said = capsys.readouterr().err
    assert "a fault of dateline itself (RuntimeError: boom; test_cli.py, line" in said
    assert "Traceback" not in said


def test_evaluate_writes_predictions_and_says_that_scorers_lie_outside(news, capsys):
    (news / "gold.jsonl").write_text(json.dumps({"id": "a", "text": STORY, "attributions": []}) + "\n")
    assert main(["evaluate", "quotes", "news/gold.jsonl"]) == 0
    lines = (news.parent / "output/predictions/quotes-gold.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a"]
    assert "No figures: the scorers are not part of dateline" in capsys.readouterr().out


def test_evaluate_runs_the_scorers_beside_the_gold(news, capfd):
    (news / "gold.jsonl").write_text(json.dumps({"id": "a", "text": STORY, "attributions": []}) + "\n")
    (news / "scorers").mkdir()
    (news / "scorers" / "score.py").write_text("import sys; print('scored', *sys.argv[1:]); sys.exit(0)")
    assert main(["evaluate", "quotes", "news/gold.jsonl", "direct=1", "--out", "p.jsonl"]) == 0
    assert "scored quotes news/gold.jsonl p.jsonl direct=1" in capfd.readouterr().out


def test_names_are_scored_as_ner_whatever_they_are_called(news, capfd):
    (news / "gold.jsonl").write_text(json.dumps({"id": "a", "text": STORY, "entities": []}) + "\n")
    (news / "scorers").mkdir()
    (news / "scorers" / "score.py").write_text("import sys; print('scored', sys.argv[1])")
    for task in ("ner", "names"):
        assert main(["evaluate", task, "news/gold.jsonl"]) == 0
        assert "scored ner" in capfd.readouterr().out


def test_module_runs_as_a_command(news):
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "--help"], capture_output=True, text=True, check=True
    )
    assert "tables" in done.stdout
    assert "charts" in done.stdout


def test_version_is_told(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"dateline {importlib.metadata.version('dateline')}\n"
