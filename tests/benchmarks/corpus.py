"""What a corpus costs and survives: `make corpus-benchmark TEXTS=file.jsonl.gz` and `make kill TEXTS=...`.

python tests/benchmarks/corpus.py speed TEXTS [--articles 500]      articles/s by 1 and 2 workers and by Dask
python tests/benchmarks/corpus.py memory TEXTS [--sizes 1000 10000] peak memory at several sizes
python tests/benchmarks/corpus.py end TEXTS [--sizes 1000 10000]    peak memory of the end, its parts made by copying
python tests/benchmarks/corpus.py kill TEXTS [--kills 50]           kill -9 at random moments, rows lost and doubled

Texts: JSON lines with "text". They are repeated under fresh ids until there are enough.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
import psutil

COMMAND = [sys.executable, "-m", "dateline", "corpus"]


def write_source(texts: Path, articles: int, path: Path, words: int | None = None) -> int:
    """Write as many articles with fresh ids as asked for, cut to so many words; give back their words."""
    with (
        gzip.open(texts, "rt", encoding="utf-8")
        if texts.suffix == ".gz"
        else open(texts, encoding="utf-8") as file
    ):
        lines = [json.loads(line) for line in file]
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for number, line in zip(range(articles), itertools.cycle(lines)):
            text = " ".join(line["text"].split(" ")[:words]) if words else line["text"]
            count += len(text.split())
            day = f"2016-{1 + number % 12:02}-{1 + number % 28:02}"
            record = {"id": f"a{number:07}", "text": text, "published": line.get("published") or day}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return count


def peak_of(process: subprocess.Popen) -> dict[str, float]:
    """Watch a run until it ends; give its seconds, seconds of processor time, and peaks of memory (MB)."""
    began, main, worker = time.perf_counter(), 0.0, 0.0
    root, used = psutil.Process(process.pid), {}
    while process.poll() is None:
        try:
            for one in (root, *root.children(recursive=True)):
                times, size = one.cpu_times(), one.memory_info().rss / 2**20
                used[one.pid] = times.user + times.system
                main, worker = (max(main, size), worker) if one.pid == root.pid else (main, max(worker, size))
        except psutil.Error:
            pass
        time.sleep(0.2)
    if process.returncode:
        raise SystemExit(f"the run ended with status {process.returncode}")
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "processor": sum(used.values()), "main MB": main, "worker MB": worker}


def run(source: Path, out: Path, *options: str) -> dict[str, float]:
    """Run the command to its end."""
    return peak_of(subprocess.Popen([*COMMAND, str(source), "--out", str(out), "--quiet", *options]))


def speed(options: argparse.Namespace, place: Path) -> None:
    """Compare one worker, two, and a Dask cluster of two worker processes."""
    source = place / "texts.jsonl"
    words = write_source(options.texts, options.articles, source, options.words)
    print(f"{options.articles:,} articles, {words:,} words")
    found: dict[str, list[dict[str, float]]] = {}
    from distributed import LocalCluster

    for number in range(options.rounds):
        for name, given in (("1 worker", ("--workers", "1")), ("2 workers", ("--workers", "2"))):
            found.setdefault(name, []).append(run(source, place / f"{name}-{number}", *given))
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            given = ("--scheduler", cluster.scheduler_address)
            before = cluster_seconds()
            one = run(source, place / f"dask-{number}", *given)
            one["processor"] += cluster_seconds() - before
            found.setdefault("Dask, 2 workers", []).append(one)
    first = min(one["seconds"] for one in found["1 worker"])
    for name, runs in found.items():
        best = min(one["seconds"] for one in runs)
        processor = min(one["processor"] for one in runs) / options.articles
        print(
            f"| {name} | {options.articles / best:.2f} | {first / best:.2f} | {processor:.3f} |", flush=True
        )
    same = {
        digest(place / name)
        for name in (*(f"1 worker-{n}" for n in range(options.rounds)), "2 workers-0", "dask-0")
    }
    print(f"bytes the same in all runs: {len(same) == 1}")


def cluster_seconds() -> float:
    """Add up the processor time of this process's children, which are the cluster's workers."""
    times = [one.cpu_times() for one in psutil.Process().children(recursive=True)]
    return sum(one.user + one.system for one in times)


def memory(options: argparse.Namespace, place: Path) -> None:
    """Measure the peak at several sizes."""
    for size in options.sizes:
        source = place / f"{size}.jsonl"
        words = write_source(options.texts, size, source, options.words)
        found = run(source, place / f"out-{size}", "--workers", str(options.workers))
        disk = (
            sum(path.stat().st_size for path in (place / f"out-{size}").rglob("*") if path.is_file()) / 2**20
        )
        print(
            f"| {size:,} | {words:,} | {found['seconds']:.0f} | {size / found['seconds']:.2f} | {found['main MB']:.0f} "
            f"| {found['worker MB']:.0f} | {disk:.0f} |",
            flush=True,
        )
        shutil.rmtree(place / f"out-{size}")


def end(options: argparse.Namespace, place: Path) -> None:
    """Measure the end of a run (entities, timeline) over parts that are copied under fresh ids and on later days.

    A thousand articles are analysed; their parts are copied until there are enough, as if each copy had been analysed
    too. Then the same command is given for all of them, which reads them, finds every part done, and ends.
    """
    base, first = place / "base.jsonl", place / "base"
    write_source(options.texts, 1000, base, options.words)
    run(base, first, "--workers", str(options.workers))
    for size in options.sizes:
        source, folder = place / f"{size}.jsonl", place / f"end-{size}"
        rounds = range(size // 1000)
        lines = [json.loads(line) for line in base.read_text(encoding="utf-8").splitlines()]
        with source.open("w", encoding="utf-8") as out:
            for number in rounds:
                for line in lines:
                    day = pd.Timestamp(line["published"]) + number * APART
                    out.write(
                        json.dumps(line | {"id": f"r{number}-{line['id']}", "published": f"{day:%Y-%m-%d}"})
                    )
                    out.write("\n")
        copy_parts(first, folder, source, rounds)
        found = run(source, folder, "--workers", "1")
        rows = {
            table: len(pd.read_parquet(folder / f"{table}.parquet")) for table in ("timeline", "entities")
        }
        told = (
            f"{rows['timeline']:,} | {rows['entities']:,} | {found['seconds']:.0f} | {found['main MB']:.0f}"
        )
        print(f"| {size:,} | {told} |", flush=True)
        shutil.rmtree(folder)


APART = pd.Timedelta(days=400)


def copy_parts(first: Path, folder: Path, source: Path, rounds: range) -> None:
    """Copy the parts of a corpus under fresh ids, each round on later days, with the marks of their source."""
    from dateline.corpus.items import chunks, items_of, read_items
    from dateline.corpus.parts import parts_of

    marks = sorted((first / "parts").glob("*.json"))
    for path in first.glob("*/part-*.parquet"):
        frame = pd.read_parquet(path)
        (folder / path.parent.name).mkdir(parents=True, exist_ok=True)
        days = [column for column in frame if str(frame[column].dtype).startswith("datetime64")]
        named = [column for column in ("article", "event") if column in frame]
        for number in rounds:
            new = {column: frame[column] + number * APART for column in days}
            for column in named:
                new[column] = (f"r{number}-" + frame[column]).where(frame[column] != "", "")
            name = f"part-{number * len(marks) + int(path.stem[-6:]):06d}.parquet"
            frame.assign(**new).astype(frame.dtypes.to_dict()).to_parquet(
                folder / path.parent.name / name, index=False, compression="zstd"
            )
    (folder / "parts").mkdir()
    found = (one for chunk in chunks(items_of(source)) for one in read_items(chunk))
    for part in parts_of(found):
        mark = json.loads(marks[part.number % len(marks)].read_text())
        (folder / "parts" / f"{part.name}.json").write_text(json.dumps(mark | {"key": part.key()}))
    about = json.loads((first / "dateline-manifest.json").read_text())
    (folder / "dateline-manifest.json").write_text(json.dumps(about | {"done": False, "whole": ""}))


def digest(folder: Path) -> str:
    """Digest names and bytes of all files of a folder."""
    import hashlib

    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def kill(options: argparse.Namespace, place: Path) -> None:
    """Kill runs at random moments, each going on from the last, until one is whole; compare with a run left alone."""
    from dateline.storage import read_tables
    from dateline.tables import COLUMNS

    source, whole = place / "texts.jsonl", place / "whole"
    write_source(options.texts, options.articles, source, options.words)
    given = ("--workers", str(options.workers), "--part", "5")
    alone = run(source, whole, *given)["seconds"]
    wanted = read_tables(whole)
    chance, kills, runs, lost, doubled, differ, again = random.Random(options.seed), 0, 0, 0, 0, 0, 0
    while kills < options.kills:
        folder, runs = place / f"killed-{runs}", runs + 1
        made: dict[str, int] = {}
        while True:
            process = subprocess.Popen(
                [*COMMAND, str(source), "--out", str(folder), "--quiet", *given], start_new_session=True
            )
            try:
                process.wait(chance.uniform(0, alone * 1.1))
            except subprocess.TimeoutExpired:
                os.kill(
                    process.pid, signal.SIGKILL
                )  # the main process alone: its workers must end by themselves
                process.wait()
                kills += 1
            else:
                if process.returncode == 0:
                    break
                raise SystemExit(
                    f"a run that went on from a killed one ended with status {process.returncode}"
                )
            now = {path.name: path.stat().st_mtime_ns for path in folder.glob("parts/*.json")}
            again += sum(now.get(name) != stamp for name, stamp in made.items())
            made = now
            if process.returncode == 0:
                break
            if process.returncode != -signal.SIGKILL:
                raise SystemExit(
                    f"a run that went on from a killed one ended with status {process.returncode}"
                )
        found = read_tables(folder)
        for table in COLUMNS:
            one, other = getattr(wanted, table), getattr(found, table)
            rows = one.merge(other.drop_duplicates(), how="left", indicator=True)["_merge"]
            lost += int((rows == "left_only").sum())
            doubled += len(other) - len(other.drop_duplicates()) - (len(one) - len(one.drop_duplicates()))
        differ += digest(folder) != digest(whole)
        shutil.rmtree(folder)
        print(
            f"{kills} kills in {runs} corpora: rows lost {lost}, rows doubled {doubled}, parts analysed twice {again}, "
            f"corpora that differ in a byte {differ}",
            flush=True,
        )
    time.sleep(1)
    left = [p for p in psutil.process_iter(["cmdline"]) if str(place) in " ".join(p.info["cmdline"] or [])]
    print(f"worker processes left behind: {len(left)}")
    if lost or doubled or differ or again or left:
        raise SystemExit(1)


def main() -> None:
    """Read what is asked for and do it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=("speed", "memory", "end", "kill"))
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--words", type=int, help="cut each article to so many words")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 50_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--place", type=Path, help="where the folders go (default: the system's for temporary files)"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.place) as place:
        {"speed": speed, "memory": memory, "end": end, "kill": kill}[options.task](options, Path(place))


if __name__ == "__main__":
    main()
