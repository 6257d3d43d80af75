"""A corpus: the same rows and bytes however it is read, shared out, stopped and gone on with."""

import csv
import gzip
import io
import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dateline.__main__ import main
from dateline.analysis import analyze, analyze_articles
from dateline.contract import check_tables
from dateline.corpus import progress, whole
from dateline.corpus.crew import Crew, Lost
from dateline.corpus.items import chunks, items_of, read_items
from dateline.corpus.parts import parts_of
from dateline.corpus.run import CorpusError, _output, analyze_corpus
from dateline.corpus.shelf import CorpusShelf
from dateline.corpus.store import Store
from dateline.corpus.work import analyse_part
from dateline.outputs import OutputError
from dateline.problems import ProblemWarning, UnreadableError, problem_table
from dateline.reading import read_articles, read_sources
from dateline.reading.naming import Names
from dateline.storage import read_tables, write_tables
from dateline.tables import COLUMNS, DAY, TableError, conform

SMALL = Path(__file__).resolve().parent / "files"
STORY = "{0}, the mayor of {1}, met Joe Biden in Oslo on Monday. “We need more time,” said {0}."
WHO = [
    ("Ann Lie", "Molde"),
    ("Bo Ek", "Bergen"),
    ("Ann Lie", "Molde"),
    ("Kari Dahl", "Vik"),
    ("Bo Ek", "Bergen"),
]
RECORDS = [
    {"id": f"a{n}", "text": STORY.format(*who), "published": f"2021-12-{10 + n}", "source": "AB"[n % 2]}
    for n, who in enumerate(WHO)
]


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Five articles in three parts."""
    folder = tmp_path_factory.mktemp("corpus") / "out"
    told = analyze_corpus(RECORDS, folder, workers=1, articles_a_part=2)
    assert (told.articles, told.failed, told.undated, len(list((folder / "parts").iterdir()))) == (5, 0, 0, 3)
    return folder


@pytest.fixture(scope="module")
def tables():
    return analyze(RECORDS)


def test_a_corpus_holds_the_very_tables_that_analyze_gives(corpus, tables):
    found = read_tables(corpus)
    check_tables(found)
    for name in COLUMNS:
        pd.testing.assert_frame_equal(getattr(found, name), getattr(tables, name), obj=name)


def test_the_same_bytes_whatever_the_number_of_workers(corpus, tmp_path):
    analyze_corpus(RECORDS, tmp_path / "out", workers=2, articles_a_part=2)
    assert contents(tmp_path / "out") == contents(corpus)


def test_a_dask_cluster_gives_the_same_bytes(corpus, tmp_path):
    distributed = pytest.importorskip("distributed")
    with distributed.Client(
        processes=False, n_workers=1, threads_per_worker=1, dashboard_address=None
    ) as client:
        analyze_corpus(RECORDS, tmp_path / "out", client=client, articles_a_part=2)
    assert contents(tmp_path / "out") == contents(corpus)


LAST = ("articles", "events")  # tables of which one column is written last: copies, and keys of rows


class Stop(BaseException):
    """Like kill -9: no handler of errors may catch it."""


def test_stopped_at_any_write_the_next_run_goes_on_and_nothing_is_lost_or_doubled(
    corpus, tmp_path, monkeypatch
):
    wanted, replace = contents(corpus), os.replace
    for moment in range(0, 200, 4):
        folder, count, done = tmp_path / str(moment), 0, []

        def stops(source, target, moment=moment):
            nonlocal count
            count += 1
            if count > moment:
                raise Stop
            replace(source, target)

        monkeypatch.setattr(os, "replace", stops)
        try:
            analyze_corpus(RECORDS, folder, workers=1, articles_a_part=2)
            break
        except Stop:
            done = [path.stem for path in sorted((folder / "parts").glob("*.json"))]
        kept = [path for name in done for path in folder.glob(f"*/{name}.*") if path.parent.name not in LAST]
        for path in kept:  # what bears a mark is whole
            assert path.read_bytes() == wanted[path.relative_to(folder).as_posix()]
        for name in done:  # but for what is known only when all are read
            assert {"articles", "events"} <= {path.parent.name for path in folder.glob(f"*/{name}.parquet")}
        monkeypatch.setattr(os, "replace", replace)
        before = {path: path.stat().st_mtime_ns for path in kept}
        analyze_corpus(RECORDS, folder, workers=1, articles_a_part=2)
        assert contents(folder) == wanted
        assert {path: path.stat().st_mtime_ns for path in before} == before, "done twice"
    assert moment > 30


def test_ctrl_c_and_a_full_disk_cost_nothing_and_say_what_to_do(corpus, tmp_path, monkeypatch, capsys):
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
    command = ["corpus", str(tmp_path / "news.jsonl"), "--out", str(tmp_path / "out"), "--workers", "1"]
    command += ["--part", "2", "--quiet"]
    replace, told = os.replace, []
    for moment, error in (
        (14, KeyboardInterrupt()),
        (12, OSError(28, "No space left on device", "x")),
        (0, None),
    ):
        left = moment

        def stops(source, target, error=error):
            nonlocal left
            left -= 1
            if left == 0:
                raise error
            replace(source, target)

        monkeypatch.setattr(os, "replace", stops)
        told.append((main(command), capsys.readouterr().err))
    assert told == [
        (130, "dateline: stopped. What is done is kept; the same command goes on from there.\n"),
        (
            2,
            "dateline: No space left on device (x). What is done is kept; once this is mended, the same command "
            "goes on from there.\n",
        ),
        (0, ""),
    ]
    parts = contents(corpus)
    same = {name: data for name, data in contents(tmp_path / "out").items() if name.endswith(".parquet")}
    same = {
        name: data for name, data in same.items() if not name.startswith("failures/")
    }  # which name the file
    assert same == {name: data for name, data in parts.items() if name in same}
    assert len(same) >= 29


def test_what_is_added_is_analysed_and_the_rest_is_kept(corpus, tmp_path):
    analyze_corpus(RECORDS[:4], tmp_path, workers=1, articles_a_part=2)
    first = (tmp_path / "events" / "part-000000.parquet").stat().st_mtime_ns
    analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2)
    assert contents(tmp_path) == contents(corpus)
    assert (tmp_path / "events" / "part-000000.parquet").stat().st_mtime_ns == first


def test_a_source_that_shrank_costs_nothing(corpus):
    before = contents(corpus)
    with pytest.raises(CorpusError, match=r"the source now gives 1 parts, but .* holds 3"):
        analyze_corpus(RECORDS[:2], corpus, workers=1, articles_a_part=2)
    with pytest.raises(UnreadableError, match="no article was found"):
        analyze_corpus([], corpus, workers=1, articles_a_part=2)
    assert contents(corpus) == before


def test_other_options_or_rules_are_refused(corpus, tmp_path):
    with pytest.raises(CorpusError, match="begun with tokens=True, not False"):
        analyze_corpus(RECORDS, corpus, workers=1, articles_a_part=2, tokens=False)
    manifest = corpus / "dateline-manifest.json"
    wanted = contents(corpus)
    told = manifest.read_text()
    manifest.write_text(told.replace('"engine": "', '"engine": "0'))
    try:
        with pytest.raises(CorpusError, match="other rules or models"):
            analyze_corpus(RECORDS, corpus, workers=1, articles_a_part=2)
        assert {**contents(corpus), manifest.name: b""} == {**wanted, manifest.name: b""}
        analyze_corpus(RECORDS, corpus, workers=1, articles_a_part=2, again=True)
        assert contents(corpus) == wanted
    finally:
        manifest.write_text(told)
    with pytest.raises(OutputError, match="holds files that dateline did not write"):
        (tmp_path / "mine.txt").write_text("x")
        analyze_corpus(RECORDS, tmp_path, workers=1)


def test_an_unfinished_corpus_gives_what_is_done(corpus, tmp_path):
    for name, data in contents(corpus).items():
        if "000002" not in name and not name.startswith(("entities", "timeline")):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(data)
    assert read_tables(tmp_path, tables=["articles"]).articles["article"].tolist() == ["a0", "a1", "a2", "a3"]
    with pytest.raises(FileNotFoundError, match="is not done yet, and 'entities' is made last"):
        read_tables(tmp_path)


FILES = {
    "news.jsonl": lambda path: path.write_text("".join(json.dumps(r) + "\n" for r in RECORDS)),
    "news.jsonl.gz": lambda path: path.write_bytes(
        gzip.compress("".join(json.dumps(r) + "\n" for r in RECORDS).encode())
    ),
    "news.csv": lambda path: pd.DataFrame(RECORDS).to_csv(path, index=False),
    "news.csv.gz": lambda path: pd.DataFrame(RECORDS).to_csv(path, index=False),
    "news.tsv": lambda path: pd.DataFrame(RECORDS).to_csv(path, index=False, sep="\t"),
    "news.parquet": lambda path: pd.DataFrame(RECORDS).to_parquet(path),
}


@pytest.mark.parametrize("name", FILES)
def test_big_files_are_streamed_record_by_record(name, tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.corpus.items.WHOLE", 0)
    FILES[name](tmp_path / name)
    items = list(items_of(tmp_path / name))
    assert len(items) == 5
    parts = list(parts_of(read_items(items), articles=3))
    assert [len(part.articles) for part in parts] == [3, 2]
    found = pd.concat([part.articles for part in parts], ignore_index=True)
    pd.testing.assert_frame_equal(found, read_articles(RECORDS))


def test_a_folder_is_read_by_name_and_what_is_left_out_is_told(tmp_path):
    (tmp_path / "b.txt").write_text(STORY.format(*WHO[0]))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(STORY.format(*WHO[1]))
    (tmp_path / "articles.csv").write_text("file,title\nb.txt,The mayor\n")
    (tmp_path / "README.md").write_text("What this folder holds.")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (part,) = parts_of(read_items(list(items_of(tmp_path))))
    assert part.articles[["article", "title"]].values.tolist() == [["b", "The mayor"], ["a", ""]]
    assert part.problems[["kind", "source"]].values.tolist() == [["noted", str(tmp_path / "photo.jpg")]]


def response(url, body, status="200 OK", kind="text/html; charset=utf-8"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        f"WARC-Date: 2022-03-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_of_a_web_archive_are_read_like_saved_pages(name, tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.corpus.items.WHOLE", 0)
    story = " ".join(STORY.format(*who) for who in WHO)
    page = f"<html><head><title>{{}}</title></head><body><article><p>{story}</p></article></body></html>"
    records = [
        response("https://www.example.org/2022/03/one.html", page.format("One")),
        response("https://example.org/missing", page.format("Missing"), status="404 Not Found"),
        response("https://example.org/picture", "x", kind="image/png"),
        response("https://example.org/two?x=1", page.format("Two").replace("Molde", "Vik")),
        response("https://example.org/empty", "<html></html>"),
    ]
    pack = gzip.compress if name.endswith(".gz") else bytes
    (tmp_path / name).write_bytes(b"".join(map(pack, records)))
    (part,) = parts_of(read_items(list(items_of(tmp_path / name))))
    assert part.articles["article"].tolist() == ["example.org-2022-03-one", "example.org-two"]
    assert part.articles["url"][1] == "https://example.org/two?x=1"
    assert "the mayor of Molde, met Joe Biden" in part.articles["text"][0]
    assert part.problems["reason"].tolist() == ["https://example.org/empty: holds no text"]
    pd.testing.assert_frame_equal(part.articles, read_sources(tmp_path / name).articles)
    (tmp_path / name).write_bytes(pack(records[0]) + b"\x00no archive" * 30)
    (part,) = parts_of(read_items(list(items_of(tmp_path / name))))
    assert part.articles["article"].tolist() == ["example.org-2022-03-one"]
    assert "is broken behind record 1" in part.problems["reason"][0]


def test_what_fails_in_a_stream_is_named_with_its_line(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.corpus.items.WHOLE", 0)
    lines = [json.dumps(RECORDS[0]), "{broken", json.dumps({"id": "none"}), json.dumps(RECORDS[1]), "[1]"]
    (tmp_path / "news.jsonl").write_text("\n".join(lines))
    (part,) = parts_of(read_items(list(items_of(tmp_path / "news.jsonl"))))
    assert part.articles["article"].tolist() == ["a0", "a1"]
    assert sorted(part.problems["line"]) == [2, 3, 5]
    assert set(part.problems["source"]) == {str(tmp_path / "news.jsonl")}
    assert "has no 'text'" in part.problems["reason"].tolist()
    with open(tmp_path / "news.csv", "w", newline="") as file:
        csv.writer(file).writerows([["id", "text"], ["x", "Rain fell.", "more"], ["y", "Snow fell in Oslo."]])
    (part,) = parts_of(read_items(list(items_of(tmp_path / "news.csv"))))
    assert part.articles["article"].tolist() == ["y"]
    assert part.problems[["line", "reason"]].values.tolist() == [
        [2, "has 3 cells, and the header has 2 columns"]
    ]
    whole = gzip.compress("\n".join(lines * 3000).encode())
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (part,) = parts_of(read_items(list(items_of(tmp_path / "cut.jsonl.gz"))))
    assert part.articles["article"].tolist() == ["a0", "a1"]
    assert any("can't be read on from here" in reason for reason in part.problems["reason"])


def test_every_kind_of_file_is_read_as_read_articles_reads_it(monkeypatch):
    monkeypatch.setattr("dateline.corpus.items.WHOLE", 0)
    for path in sorted(SMALL.iterdir()):
        if path.is_file() and path.suffix != ".py":
            (part,) = parts_of(read_items(list(items_of(path))))
            wanted = read_sources(path)
            pd.testing.assert_frame_equal(part.articles, wanted.articles, obj=path.name)
            told, known = (set(one[["line", "kind", "reason"]].itertuples(index=False, name=None))
                           for one in (part.problems.fillna(0), wanted.problems.fillna(0)))  # fmt: skip
            assert told == known, path.name


def test_order_of_day_and_month_is_proved_by_any_row_of_a_stream(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.corpus.items.WHOLE", 0)
    days = ["03/04/2021"] * 120 + ["29/04/2021"]
    rows = pd.DataFrame({"text": [f"Rain fell on day {n}." for n in range(121)], "date": days})
    rows.to_csv(tmp_path / "news.csv", index=False)
    for source in (tmp_path / "news.csv", rows, rows.to_dict("records")):
        first, _ = parts_of(one for chunk in chunks(items_of(source)) for one in read_items(chunk))
        assert set(first.articles["published"]) == {pd.Timestamp("2021-04-03")}


def test_what_columns_were_taken_is_told_once(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.corpus.items.WHOLE", 0)
    rows = pd.DataFrame({"content": [f"Rain fell on day {n}." for n in range(220)]})
    rows.to_csv(tmp_path / "news.csv", index=False)
    found = (one for chunk in chunks(items_of(tmp_path / "news.csv")) for one in read_items(chunk))
    told = [reason for part in parts_of(found) for reason in part.problems["reason"]]
    assert told == ["took 'content' for text"]


def test_a_source_that_is_not_there_stops_no_other(tmp_path):
    (tmp_path / "a.txt").write_text(STORY.format(*WHO[0]))
    items = list(items_of([tmp_path / "none.txt", tmp_path / "a.txt", tmp_path / "none"]))
    (part,) = parts_of(read_items(items))
    assert part.articles["article"].tolist() == ["a"]
    assert [reason.partition(" (")[0] for reason in part.problems["reason"]] == [
        "there is no such file or folder"
    ] * 2
    assert len(part.problems) == 2


def test_ids_are_unique_and_the_same_article_twice_is_one():
    names = Names()
    given = [("a", "x"), ("a", "y"), ("a", "x"), ("a-2", "z"), ("a", "w"), ("b", "x")]
    admitted = [names.admit(*one) for one in given]
    assert [one.name for one in admitted] == ["a", "a-2", "", "a-2-2", "a-3", "b"]
    assert [note[0] for note in admitted[-1].notes] == ["has the same text as 'a'"]


def test_where_parts_are_cut_depends_on_the_articles_alone():
    items = list(items_of(RECORDS))
    keys = {tuple(part.key() for part in parts_of(read_items(items), articles=2))}
    keys.add(
        tuple(part.key() for part in parts_of((r for c in chunks(items) for r in read_items(c)), articles=2))
    )
    assert len(keys) == 1


def test_failures_are_rows(tmp_path, capsys):
    source = tmp_path / "news"
    source.mkdir()
    (source / "a.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS[:2]) + "{broken\n")
    (source / "b.txt").write_text(STORY.format("Eli Moe", "Lom"))
    out = tmp_path / "out"
    assert main(["corpus", str(source), "--out", str(out), "--workers", "1", "--no-tokens", "--quiet"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("3 articles -> ")
    assert "\n1 not dated: the day of publication is unknown. Give it with --published" in said.out
    assert "1 failed, listed in" in said.err
    failures = pd.read_csv(out / "failures.csv")
    assert failures[["line", "kind"]].values.tolist() == [[3, "failed"]]
    assert len(read_tables(out).tokens) == 0
    assert read_tables(out).articles["article"].tolist() == ["a0", "a1", "b"]
    assert main(["corpus", str(source), "--out", str(out), "--workers", "1", "--quiet"]) == 2
    assert "begun with tokens=False" in capsys.readouterr().err
    assert (
        main(["corpus", str(source), "--out", str(tmp_path / "x"), "--scheduler", "nowhere", "--quiet"]) == 2
    )
    assert "no Dask scheduler answers at nowhere" in capsys.readouterr().err


def test_a_worker_that_dies_is_replaced_and_the_articles_are_done():
    (part,) = parts_of(read_items(list(items_of(RECORDS[:2]))))
    with Crew(2) as crew:
        with pytest.raises(Lost):
            crew.result(crew.submit(os._exit, 1))
        assert crew.result(crew.submit(len, "abc")) == 3
        output = _output(crew.submit(os._exit, 1), part, crew, True)
    assert output.rows["articles"] == 2
    assert output.failed == 0


def test_an_article_that_ends_its_process_is_kept_and_listed():
    (part,) = parts_of(read_items(list(items_of(RECORDS[:3]))))
    output = analyse_part(part.articles, problem_table([]), lost=("a1",))
    assert (output.rows["articles"], output.failed) == (3, 1)
    frames = {name: pd.read_parquet(io.BytesIO(data)) for name, data in output.files.items()}
    assert frames["articles"]["article"].tolist() == ["a0", "a1", "a2"]
    assert set(frames["events"]["article"]) == {"a0", "a2"}
    assert frames["failures"]["reason"].tolist() == ["ended the process that analysed it, twice (memory?)"]


CONDITIONS = {
    "article": ({"article": ["a1", "a4"]}, ["a1", "a4"]),
    "source": ({"source": "A"}, ["a0", "a2", "a4"]),
    "day": ({"published": "2021-12-12"}, ["a2"]),
    "month": ({"published": "2021-12"}, ["a0", "a1", "a2", "a3", "a4"]),
    "from": ({"published": ("2021-12-13", None)}, ["a3", "a4"]),
    "entity": ({"entity": "person:bo-ek"}, ["a1", "a4"]),
    "both": ({"entity": ["person:bo-ek", "person:kari-dahl"], "source": "B"}, ["a1", "a3"]),
}


@pytest.mark.parametrize("where, articles", CONDITIONS.values(), ids=CONDITIONS)
def test_where_brings_back_whole_articles_from_corpus_and_folder_alike(
    corpus, tables, tmp_path, where, articles
):
    found = read_tables(corpus, where=where)
    check_tables(found)
    assert found.articles["article"].tolist() == articles
    assert set(found.sentences["article"]) == set(articles)
    write_tables(tables, tmp_path / "tables", "csv")
    for one, other in zip(found, read_tables(tmp_path / "tables", where=where), strict=True):
        pd.testing.assert_frame_equal(
            one.drop(columns="event", errors="ignore"), other.drop(columns="event", errors="ignore")
        )


def test_only_the_tables_asked_for_are_read(corpus):
    found = read_tables(corpus, tables=["events"], where={"article": "a0"})
    assert {name: len(frame) > 0 for name, frame in found._asdict().items() if len(frame)} == {"events": True}
    for wrong in ({"tables": ["event"]}, {"where": {"outlet": "A"}}, {"where": {"published": "soon"}}):
        with pytest.raises(TableError):
            read_tables(corpus, **wrong)


def whole_of(store, scratch, workers=1):
    """Make entities and timeline of what the parts hold."""
    scratch.mkdir()
    with CorpusShelf(scratch / "rows.sqlite") as shelf:
        whole.count_entities(store, shelf, scratch)
        with Crew(workers) as crew:
            whole.tell_story(store, shelf, crew)
        return tuple(pd.concat(given(), ignore_index=True) for given in (shelf.entities, shelf.timeline))


def test_entities_are_counted_alike_in_many_buckets(corpus, tmp_path, monkeypatch):
    once, _ = whole_of(Store(corpus), tmp_path / "once")
    monkeypatch.setattr(whole, "BUCKET", 3)
    many, _ = whole_of(Store(corpus), tmp_path / "many")
    pd.testing.assert_frame_equal(many, once)
    assert len(once) > 5


def test_a_part_is_read_once_for_many_windows_and_in_many_blocks_the_rows_are_the_same(
    corpus, tmp_path, monkeypatch
):
    read = []
    part = Store.part

    def noted(store, table, number, columns=None):
        read.append((table, number))
        return part(store, table, number, columns)

    monkeypatch.setattr(Store, "part", noted)
    monkeypatch.setattr(whole, "WINDOW", 1)
    once = whole_of(Store(corpus), tmp_path / "once")
    assert sorted(one for one in read if one[0] == "sentences") == [("sentences", n) for n in range(3)]
    monkeypatch.setattr(whole, "BLOCK", 2)
    for one, other in zip(once, whole_of(Store(corpus), tmp_path / "blocks"), strict=True):
        pd.testing.assert_frame_equal(one, other)
    assert [path.name for path in (tmp_path / "blocks").iterdir()] == ["rows.sqlite"], "nothing is left"


def test_however_few_rows_are_held_at_once_the_rows_are_the_same(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.corpus.shelf.ROWS", 2)
    monkeypatch.setattr("dateline.corpus.shelf._ASKED", 2)
    monkeypatch.setattr(whole, "BUCKET", 3)
    analyze_corpus(RECORDS, tmp_path / "out", workers=1, articles_a_part=2)
    for name in COLUMNS:
        one, other = (getattr(read_tables(folder), name) for folder in (tmp_path / "out", corpus))
        pd.testing.assert_frame_equal(one, other, obj=name)
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.startswith(".")], (
        "scratch is removed"
    )


def merged(rows, scratch):
    """Put rows of several windows together; give the timeline and the key that each row went into."""
    with CorpusShelf(scratch / f"{len(list(scratch.iterdir()))}.sqlite") as shelf:
        rows = rows.assign(event=[f"e{n}" for n in range(len(rows))])
        rows = (
            rows if "published" in rows else rows.assign(published=pd.Series(pd.NaT, rows.index, dtype=DAY))
        )
        shelf.add_rows(rows, 0, whole._keys(rows))
        whole.merge_rows(shelf)
        keys = shelf.keys(np.arange(len(rows)))
        return pd.concat(shelf.timeline(), ignore_index=True), [keys[n] for n in range(len(rows))]


def row(**given):
    blank = {"first": "2021-12-13", "last": "2021-12-13", "grain": "day", "what": "", "type": "CONSULT"}
    blank |= {
        "status": "happened",
        "actors": "person:a; person:b",
        "targets": "",
        "articles": "x",
        "mentions": 1,
    }
    return conform([blank | {"article": "x", "start": 0, "end": 5} | given], "timeline")


@pytest.mark.parametrize(("most", "lengths"), [(6, [6, 6, 3]), (5, [3] * 5), (2, [3] * 5), (99, [15])])
def test_rows_to_be_merged_are_read_in_bounded_frames_with_all_of_a_key(tmp_path, monkeypatch, most, lengths):
    monkeypatch.setattr("dateline.corpus.shelf.ROWS", most)
    told = [row(actors=f"person:{name}") for _ in range(3) for name in "abcde"]
    rows = pd.concat(told, ignore_index=True).assign(window=[n // 5 for n in range(15)])
    rows = rows.assign(event=[f"e{n}" for n in range(15)], published=pd.Series(pd.NaT, range(15), dtype=DAY))
    with CorpusShelf(tmp_path / "rows.sqlite") as shelf:
        shelf.add_rows(rows, 0, whole._keys(rows))
        frames = list(shelf.alike())
    assert [len(frame) for frame in frames] == lengths
    assert all((frame.groupby("key").size() == 3).all() for frame in frames)


def test_rows_of_one_event_from_windows_apart_are_one(tmp_path):
    plan = row(status="planned", what="A to meet B").assign(window=0)
    told = row(actors="person:b", targets="person:a", articles="y", mentions=2, article="y").assign(window=1)
    others = [
        row(first="2021-12-14", last="2021-12-14"), row(type="ASSAULT"), row(type=""), row(status="denied"),
        row(actors="", targets=""), row(actors="person:a"),
    ]  # fmt: skip
    rows = pd.concat([plan, told, *(other.assign(window=2) for other in others)], ignore_index=True)
    found, keys = merged(rows, tmp_path)
    assert len(found) == 1 + len(others)
    first = found[found["what"] == "A to meet B"].iloc[0]
    assert (first["status"], first["mentions"], first["articles"]) == ("happened", 3, "x; y")
    assert first["was_planned"] == "x"
    assert keys == ["e0", "e0", *(f"e{n}" for n in range(2, 2 + len(others)))], "events follow their row"
    twice = pd.concat([plan, plan], ignore_index=True)
    assert len(merged(twice, tmp_path)[0]) == 2, "what one window keeps apart stays apart"


def test_rows_in_the_same_words_are_one_within_a_week(tmp_path):
    said = row(first=None, last=None, type="", what="The harbour wall needs urgent repair", actors="person:a")
    days = pd.to_datetime(["2021-12-13", "2021-12-15", "2022-03-01"])
    told = [said.assign(window=number, published=day) for number, day in enumerate(days)]
    assert merged(pd.concat(told, ignore_index=True), tmp_path)[0]["mentions"].tolist() == [2, 1]
    other = said.assign(window=1, published=days[1], status="denied")
    assert len(merged(pd.concat([told[0], other], ignore_index=True), tmp_path)[0]) == 2


def test_windows_are_folded_by_several_workers_as_by_one(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(whole, "WINDOW", 1)
    once = whole_of(Store(corpus), tmp_path / "once")
    for one, other in zip(once, whole_of(Store(corpus), tmp_path / "several", workers=2), strict=True):
        pd.testing.assert_frame_equal(one, other)


def lost(*_):
    raise Lost


def test_a_window_that_ends_its_worker_twice_is_folded_by_the_main_process(corpus, tmp_path, monkeypatch):
    once = whole_of(Store(corpus), tmp_path / "once")
    monkeypatch.setattr(Crew, "result", lost)
    for one, other in zip(once, whole_of(Store(corpus), tmp_path / "lost"), strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_rows_of_a_window_from_a_worker_with_other_code_are_refused(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.corpus.work.engine", lambda: "another")
    with pytest.raises(CorpusError, match="another version"):
        whole_of(Store(corpus), tmp_path / "other")


def test_many_windows_tell_what_one_tells(corpus, tmp_path, monkeypatch):
    _, once = whole_of(Store(corpus), tmp_path / "once")
    monkeypatch.setattr(whole, "WINDOW", 2)
    _, many = whole_of(Store(corpus), tmp_path / "many")
    columns = ["first", "last", "type", "status", "actors", "articles"]
    assert once[columns].values.tolist() == many[columns].values.tolist()


LINES = [
    ("a1", "Bo Ek", "entities", "merge", "person:ann-lie"),
    ("", "Kari Dahl", "entities", "role", "doctor"),
    ("a3", "met", "events", "type", "AID"),
    ("a9", "Bo Ek", "entities", "merge", "person:ann-lie"),
]


@pytest.fixture
def sheets():
    columns = ["article", "text", "table", "column", "value"]
    lines = pd.DataFrame(LINES, columns=columns).assign(near="", note="")
    known = pd.DataFrame({"entity": ["person:joe-biden"], "role": ["president"]})
    return {"corrections": lines, "aliases": known}


def test_what_the_user_knows_holds_in_a_corpus_as_in_analyze(sheets, tmp_path):
    wanted = analyze_articles(read_sources(RECORDS).articles, progress=False, **sheets)
    with pytest.warns(ProblemWarning, match="there is no article 'a9'"):
        analyze_corpus(RECORDS, tmp_path / "out", workers=1, articles_a_part=2, **sheets)
    found = read_tables(tmp_path / "out")
    check_tables(found)
    for name in set(COLUMNS) - {"timeline"}:
        one, other = (
            getattr(given, name).drop(columns="event", errors="ignore") for given in (found, wanted.tables)
        )
        pd.testing.assert_frame_equal(one, other, obj=name)
    columns = ["first", "what", "status", "type", "actors", "targets", "mentions"]
    assert found.timeline[columns].values.tolist() == wanted.tables.timeline[columns].values.tolist()
    told = pd.read_csv(tmp_path / "out" / "failures.csv", keep_default_na=False)
    reasons = set(wanted.problems["reason"])
    assert any("there is no article 'a9'" in reason for reason in reasons)
    assert reasons <= set(told["reason"])
    assert found.entities.set_index("entity")["role"]["person:joe-biden"] == "president"


def test_rows_of_the_timeline_are_corrected_in_a_corpus(corpus, tmp_path, monkeypatch):
    first, row = (read_tables(corpus).timeline.iloc[at] for at in (0, -1))
    lines = [
        (row["article"], row["what"], "timeline", "status", "denied"),
        ("", "no such words", "timeline", "drop", ""),
        (first["article"], first["what"], "timeline", "weight", "0.25"),
        (first["article"], first["what"], "timeline", "what", "They met at last"),
    ]
    lines = pd.DataFrame(lines, columns=["article", "text", "table", "column", "value"])
    with pytest.warns(ProblemWarning, match="timeline.drop of 'no such words'"):
        told = analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2, corrections=lines)
    assert told.failed == 0 and [line.line for line in told.unfit] == [3]
    timeline = read_tables(tmp_path).timeline.set_index("event")
    assert timeline["status"][row["event"]] == "denied"
    assert len(timeline) == len(read_tables(corpus).timeline)
    told = pd.read_csv(tmp_path / "failures.csv", keep_default_na=False)
    assert "timeline.drop of 'no such words': its words don't stand in any article" in told["reason"].tolist()
    events = read_tables(tmp_path).events
    behind = events[events["event"] == row["event"]]
    assert len(behind) and set(behind["status"]) == {"denied"}, "the events behind the row follow"
    reworded = events[events["what"] == "They met at last"]
    assert len(reworded) and set(reworded["weight"]) == {0.25}, "in words and weight too"
    assert set(reworded["event"]) == {first["event"]}
    wanted = analyze_articles(read_sources(RECORDS).articles, progress=False, corrections=lines).tables
    pd.testing.assert_frame_equal(events, wanted.events)
    pd.testing.assert_frame_equal(read_tables(tmp_path).timeline, wanted.timeline)
    with pytest.warns(ProblemWarning, match="no such words"):
        again = analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2, corrections=lines)
    assert [line.line for line in again.unfit] == [3], "told by a run that finds all done, too"
    marks = {path.name: path.read_bytes() for path in (tmp_path / "parts").iterdir()}
    assert marks == {path.name: path.read_bytes() for path in (corpus / "parts").iterdir()}, "nothing twice"
    analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2)
    assert contents(tmp_path) == contents(corpus), "without the lines everything is as it was found"

    def stops(*_):
        raise Stop

    with monkeypatch.context() as patch:
        patch.setattr(Store, "finish", stops)
        with pytest.raises(Stop):
            analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2, corrections=lines)
    assert contents(tmp_path)["events/part-000002.parquet"] != contents(corpus)["events/part-000002.parquet"]
    analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2)
    assert contents(tmp_path) == contents(corpus), "nor is anything left of a run that was stopped over them"


def test_only_parts_that_new_lines_concern_are_analysed_again(sheets, corpus, tmp_path):
    def stamps():
        return {path.stem: path.stat().st_mtime_ns for path in (tmp_path / "parts").glob("*.json")}

    analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2)
    before = stamps()
    lines = sheets["corrections"]
    analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2, corrections=lines[2:3])
    assert [name for name, stamp in stamps().items() if stamp != before[name]] == ["part-000001"]
    assert read_tables(tmp_path, where={"article": "a3"}).events["type"].tolist()[:1] == ["AID"]
    before = stamps()
    twice = pd.concat([lines[1:2], lines[2:3]], ignore_index=True)
    analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2, corrections=twice)
    assert stamps() == before, "a role waits for the whole, and where a line stands in its file means nothing"
    assert read_tables(tmp_path).entities.set_index("entity")["role"]["person:kari-dahl"] == "doctor"
    analyze_corpus(RECORDS, tmp_path, workers=1, articles_a_part=2)
    assert contents(tmp_path) == contents(corpus)


def asked(tables):
    """Answer the five questions of docs/scale.md without SQL."""
    articles, events, timeline = tables.articles, tables.events, tables.timeline
    weeks = articles.published - pd.to_timedelta(articles.published.dt.day_of_week, unit="D")
    yield sorted(articles.assign(week=weeks).groupby(["source", "week"]).size().tolist())
    persons = tables.entities[tables.entities.kind == "PERSON"]
    yield sorted(persons.articles.tolist())
    yield sorted(
        tables.quotes[tables.quotes.speaker != ""]
        .merge(articles[["article", "source"]])
        .groupby(["source", "speaker"])
        .size()
        .tolist()
    )
    done = events[(events.type != "") & events.status.isin(["happened", "ongoing"])]
    days = done["first"].fillna(done.article.map(articles.set_index("article").published))
    yield sorted(done.groupby([days.dt.strftime("%Y-%m"), "type"]).size().tolist())
    yield sorted(timeline[timeline.weight >= 0.5].articles.str.split("; ").map(len).tolist())


def test_the_questions_of_the_page_are_answered_by_sql(corpus, tables):
    duckdb = pytest.importorskip("duckdb")
    page = (Path(__file__).resolve().parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")
    questions = [block.partition("```")[0] for block in page.split("```sql\n")[1:]]
    assert len(questions) == 5
    database = duckdb.connect()
    counts = ["articles", "articles", "statements", "events", "told_in"]
    for question, count, wanted in zip(questions, counts, asked(tables), strict=True):
        answer = database.sql(question.replace("'corpus/", f"'{corpus}/")).df()
        assert sorted(answer[count].tolist()) == wanted != []


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_how_far_it_is_stands_in_a_bar_or_in_a_line_where_there_is_no_terminal(monkeypatch):
    def said(to, every):
        monkeypatch.setattr(progress, "EVERY", every)
        bar = progress.Progress(10, shown=True, to=to)
        bar.add(2, before=True)
        bar.add(2)
        bar.step("building the timeline")
        bar.close()
        return to.getvalue()

    often, seldom = said(io.StringIO(), 0.0).splitlines(), said(io.StringIO(), 60.0).splitlines()
    assert [line.partition(",")[0] for line in often[1:]] == ["articles: 4 of 10", "building the timeline"]
    assert seldom == ["building the timeline"]
    assert "4/10" in (bar := said(Terminal(), 60.0)) and "building the timeline" in bar
