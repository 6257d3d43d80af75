"""dateline, broken on purpose: python tests/reliability/broken.py [CASE ...]

Killed without warning, on a full disk, without network, on a read-only disk, in folders with odd names, under other
umasks, languages, time zones and hash seeds: after each, either the old tables or the new ones are there, whole. Full
and read-only disks and the lack of a network are made by the system, which only root may do; else they are left out.
"""

from __future__ import annotations

import hashlib
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

from dateline.outputs import OutputError
from dateline.storage import read_tables, write_tables
from dateline.tables import COLUMNS, Tables, conform, empty

STORY = "The council met on Tuesday and put off its vote. “We need more time,” said Ann Lie, the mayor of {place}."
ROOT = os.name != "nt" and os.geteuid() == 0
WRITER = """
import sys
sys.path.insert(0, {here!r})
from broken import tables_of
from dateline.storage import write_tables
print("ready", flush=True)
while True:
    for number in (60, 38):
        write_tables(tables_of(number), sys.argv[1], sys.argv[2].split("+"))
"""


def tables_of(number: int) -> Tables:
    """Make tables of so many articles, each with a row in `mentions`."""
    ids = [f"{number}-{n}" for n in range(number)]
    rows = {
        "articles": [{"article": one, "published_by": "none", "text": f"Story {one}. " * 40} for one in ids],
        "mentions": [
            {"article": one, "start": 0, "end": 5, "text": "Story", "kind": "MISC", "form": "name"}
            for one in ids * 20
        ],
    }
    return Tables(*(conform(rows[name], name) if name in rows else empty(name) for name in COLUMNS))


def whole(folder: Path) -> int:
    """Say of how many articles the tables are; 0 if they are mixed, cut or can't be read."""
    try:
        tables = read_tables(folder)
    except (OutputError, OSError, ValueError):
        return 0
    ids = tables.articles["article"].tolist()
    number = len(ids)
    fits = ids == [f"{number}-{n}" for n in range(number)] and tables.mentions["article"].tolist() == ids * 20
    return number if fits else 0


def command(*words: object, before: tuple[str, ...] = (), **settings: str) -> subprocess.CompletedProcess:
    """Run the command line."""
    line = [*before, sys.executable, "-m", "dateline", *map(str, words)]
    return subprocess.run(line, env=os.environ | settings, capture_output=True, text=True, check=False)


def digest(folder: Path) -> str:
    """Say the bytes of a folder in one word."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()


def news(folder: Path) -> Path:
    """Write two articles."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in ("Molde", "Łódź"):
        (folder / f"{place}.txt").write_text(STORY.format(place=place), encoding="utf-8")
    return folder


def killed(place: Path) -> tuple[int, int]:
    """Kill a process that writes tables without end, at 50 random moments; count tables that are not whole."""
    dice, wrong, tries = random.Random(1), 0, 50
    for number in range(tries):
        folder = place / f"killed-{number % 3}"
        if not folder.exists():
            write_tables(tables_of(60), folder, ("parquet", "csv", "jsonl")[number % 3])
        script = WRITER.format(here=str(Path(__file__).parent))
        formats = ("parquet", "csv", "jsonl", "parquet+csv")[number % 4]
        process = subprocess.Popen([sys.executable, "-c", script, folder, formats], stdout=subprocess.PIPE)
        process.stdout.readline()
        time.sleep(dice.random() * 1.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
        wrong += whole(folder) not in (60, 38)
    return tries, wrong


def full_disk(place: Path) -> tuple[int, int]:
    """Write tables to disks that are too small for them; the old ones must stay."""
    wrong = tries = 0
    for size in range(200, 700, 25):  # kilobytes; the old tables take some 90 of them
        disk = place / "disk"
        disk.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk], check=True)
        try:
            write_tables(tables_of(38), disk / "out", "csv")
            tries += 1
            try:
                write_tables(tables_of(60), disk / "out", ("csv", "jsonl", "parquet"))
                wrong += whole(disk / "out") != 60
            except OSError:
                wrong += whole(disk / "out") != 38
        finally:
            subprocess.run(["umount", disk], check=True)
    return tries, wrong


def corpus_full_disk(place: Path) -> tuple[int, int]:
    """Make a corpus on disks that fill up; what is done must stay, and the same command go on where there is room."""
    source, disk, wrong, tries = statements(place), place / "disk", 0, 0
    command("corpus", source, "--out", place / "whole", "--part", 1, "--workers", 1, "--quiet")
    disk.mkdir(exist_ok=True)
    for size in (100, 200, 300):  # kilobytes
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk], check=True)
        try:
            told = command("corpus", source, "--out", disk / "out", "--part", 1, "--workers", 1, "--quiet")
            full = told.returncode == 2 and "No space left on device" in told.stderr
            tries, wrong = tries + 1, wrong + (not full or "Traceback" in told.stderr)
            subprocess.run(["mount", "-o", "remount,size=99m", disk], check=True)
            command("corpus", source, "--out", disk / "out", "--part", 1, "--workers", 1, "--quiet")
            wrong += digest(disk / "out") != digest(place / "whole")
        finally:
            subprocess.run(["umount", disk], check=True)
    return tries, wrong


def corpus_stopped(place: Path) -> tuple[int, int]:
    """Press Ctrl-C in a corpus run until it comes to its end; each must end at once, without a traceback."""
    source, out, dice, wrong, tries = statements(place), place / "out", random.Random(1), 0, 0
    line = [
        sys.executable,
        "-m",
        "dateline",
        "corpus",
        source,
        "--part",
        "1",
        "--workers",
        "2",
        "--quiet",
        "--out",
    ]
    began = time.perf_counter()
    subprocess.run([*line, place / "whole"], capture_output=True, check=True)
    whole_run = time.perf_counter() - began
    while tries < 20:
        process = subprocess.Popen([*line, out], stderr=subprocess.PIPE, text=True, start_new_session=True)
        time.sleep(max(1.0, dice.random() * whole_run))
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does, the workers too
        said = process.communicate(timeout=60)[1]
        tries += 1
        if process.returncode == 0:
            break
        wrong += "Traceback" in said
    subprocess.run([*line, out], capture_output=True, check=True)
    return tries, wrong + (digest(out) != digest(place / "whole"))


def statements(place: Path) -> Path:
    """Write a corpus of eight articles."""
    path = place / "news.jsonl"
    rows = [{"id": f"a{n}", "text": STORY.format(place=f"Molde {n}")} for n in range(8)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def read_only(place: Path) -> tuple[int, int]:
    """Read tables from, and try to write to, a disk that can't be written to."""
    disk, articles = place / "disk", news(place / "news")
    disk.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", disk], check=True)
    try:
        write_tables(tables_of(38), disk / "out", "csv")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        done = command("tables", articles, "--out", disk / "out", "--quiet")
        told = (
            done.returncode == 2 and "can't be written to" in done.stderr and "Traceback" not in done.stderr
        )
        return 2, (not told) + (whole(disk / "out") != 38)
    finally:
        subprocess.run(["umount", disk], check=True)


def same_bytes(place: Path) -> tuple[int, int]:
    """Analyse under other languages, time zones, hash seeds and umasks, in odd folders and without network."""
    articles = news(place / "news")
    odd = news(place / "süß & früh, 100 % 'neu'" / "a b")
    plain = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"} | languages(place / "languages")
    cases = [
        (articles, {}),
        (articles, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        (articles, {"LC_ALL": "de_DE.UTF-8"}),
        (articles, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
        (articles, {"TZ": "Pacific/Kiritimati"}),
        (articles, {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "7"}),
        (articles, {"PYTHONHASHSEED": "12345"}),
        (odd, {}),
    ]
    seen = []
    for number, (source, settings) in enumerate(cases):
        out = source.parent / f"out {number} ü"
        done = command("tables", source, "--out", out, "--format", "csv", "--quiet", **plain | settings)
        seen.append(digest(out) if done.returncode == 0 else done.stderr)
    if ROOT and shutil.which("unshare"):
        out = place / "alone"
        done = command(
            "tables", articles, "--out", out, "--format", "csv", "--quiet", before=("unshare", "-n"), **plain
        )
        seen.append(digest(out) if done.returncode == 0 else done.stderr)
    names = [" ".join([*map("=".join, settings.items()), source.parent.name]) for source, settings in cases]
    for name, one in zip([*names, "no network"], seen, strict=False):
        if one != seen[0]:
            print(f"otherwise: {name}: {one[-300:]}", flush=True)
    return len(seen), sum(one != seen[0] for one in seen)


def languages(folder: Path) -> dict[str, str]:
    """Make the languages that this machine lacks, where it can, and say where they lie; else they change nothing."""
    folder.mkdir()
    for language in ("de_DE", "tr_TR"):
        line = ["localedef", "-i", language, "-f", "UTF-8", folder / f"{language}.UTF-8"]
        if not shutil.which("localedef") or subprocess.run(line, capture_output=True, check=False).returncode:
            print(
                f"{language} can't be made here (package locales), and is tried as far as it is there",
                flush=True,
            )
            return {}
    return {"LOCPATH": str(folder)}


def umask(place: Path) -> tuple[int, int]:
    """Write under the umasks 002, 022 and 077; files must have the rights that each gives."""
    wrong = 0
    for mask in (0o002, 0o022, 0o077):
        before = os.umask(mask)
        try:
            files = write_tables(tables_of(38), place / f"umask-{mask:o}", "csv")
        finally:
            os.umask(before)
        wrong += any(
            path.stat().st_mode & 0o777 != 0o666 & ~mask for path in [*files, files[0].parent / files[0].name]
        )
    return 3, wrong


CASES = {
    "killed at random moments (kill -9)": killed,
    "same bytes in other languages, time zones, hash seeds, folders, without network": same_bytes,
    "rights of files under other umasks": umask,
    "corpus stopped by Ctrl-C": corpus_stopped,
} | (
    {"full disk": full_disk, "corpus on a full disk": corpus_full_disk, "read-only disk": read_only}
    if ROOT and sys.platform == "linux"
    else {}
)


def main(names: list[str]) -> int:
    """Run the cases whose name holds one of the words; give back 1 if anything is wrong."""
    failed = 0
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell turns it off for what runs behind it
    for name, case in CASES.items():
        if names and not any(word in name for word in names):
            continue
        with tempfile.TemporaryDirectory() as place:
            tries, wrong = case(Path(place))
        failed += wrong
        print(f"{name}: {wrong} of {tries} wrong", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
