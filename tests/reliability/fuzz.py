"""Inputs that nobody would write, through every reader and every step: python tests/reliability/fuzz.py [INPUTS [SEED]]

Input n of a seed is always the same; a run that is stopped goes on where it was. Nine of ten inputs are files of every
known kind, damaged at random, for the readers; one of ten is a text for all steps, held against the contract of the
tables. What was not caught is kept in output/fuzz with the number that makes it again.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import traceback
from pathlib import Path

import pandas as pd

from dateline.analysis import analyze_articles
from dateline.contract import check_tables
from dateline.outputs import whole_file
from dateline.reading import read_sources
from dateline.reading.files import KNOWN, REFUSED

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "output" / "fuzz"
CHUNK = 500
STORY = (
    "Bridge stays shut\n\nMOLDE, May 8 (Own) – The council met on Tuesday. “We need more time,” said Ann Lie, the "
    "mayor.\n\nShe denied that Norway would pay; talks with NATO are planned for 10 January 2022.\n"
)
RECORD = {
    "id": "a",
    "text": STORY,
    "title": "Bridge",
    "published": "2021-12-29",
    "url": "https://a.example/b",
}
WORDS = (
    "The council met said “We will not” Ann Lie Mr. President Biden Russia NATO U.S. on Monday in June 2021 May 8th "
    "two days later will would might denied that according to Jan. 5, 2022 , . ? ! ( ) [ ] { } – - -- ... ’ ' \" “ ” ‘ "
    "« » \n \n\n \t \xa0 \u200b \u202e \ufeff \ufffd \ud7ff 北京 العربية Łódź 👩‍👩‍👧 e\u0301 ﬁ ½ 1,000,000 "
    "$5bn 50% 12:30 p.m. a.m. 1/2/3 "
    "0000-00-00 9999-12-31 31 February the the the who which and and or if unless because of its his they himself "
    "Inc. Ltd. McDonald O'Neil van der Leyen III http://a.b/c?d=e#f a@b.c <b> &amp; $x$ %s {0} NULL nan "
    "None -1 1e309"
).split(" ")
NASTY = (b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b",", b"\r", b"\n\n", b"<", b"</", b"<!--", b"&#0;",
         b"&#x110000;", b"[" * 3000, b"{" * 3000, b"\x1a", b"\xc3", b"\xed\xa0\x80", b"\\ud800", b"NaN",
         b"1e999", b"null", b"-" * 5000, b"\x1f\x8b", b"PK\x03\x04", b"%PDF")  # fmt: skip


def seeds() -> list[tuple[str, bytes]]:
    """Give a small good file of every known kind: made here, and those of the tests."""
    page = f"<html><head><title>Bridge</title></head><body><h1>Bridge</h1><article><p>{STORY}</p></article></body>"
    lines = (json.dumps(RECORD) + "\n") * 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.parquet")
        pd.DataFrame([RECORD, RECORD | {"id": "b"}]).to_parquet(path)
        parquet = path.read_bytes()
    table = pd.DataFrame([RECORD, RECORD | {"id": "b"}]).to_csv(index=False)
    contents = {".parquet": parquet, ".csv": table.encode(), ".json": json.dumps([RECORD]).encode()}
    contents |= dict.fromkeys((".jsonl", ".ndjson"), lines.encode())
    contents |= dict.fromkeys((".html", ".htm"), page.encode())
    made = [(suffix, contents.get(suffix, STORY.encode())) for suffix in (*KNOWN, *REFUSED)]
    files = sorted(path for path in (ROOT / "tests" / "files").rglob("*") if path.is_file())
    return made + [
        ("".join(path.suffixes[-2:]), path.read_bytes()) for path in files if path.stat().st_size < 200_000
    ]


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Damage a file in one to six places."""
    for _ in range(dice.randint(1, 6)):
        at, to = sorted(dice.randint(0, len(data)) for _ in range(2))
        kind = dice.randrange(7)
        if kind == 0:
            data = data[:at] + bytes(dice.randrange(256) for _ in range(dice.randint(1, 8))) + data[at:]
        elif kind == 1:
            data = data[:at] + data[to:]
        elif kind == 2:
            data = data[:to]
        elif kind == 3:
            data = data[:at] + dice.choice(NASTY) + data[at:]
        elif kind == 4 and data:
            data = (
                data[:at] + bytes([data[min(at, len(data) - 1)] ^ (1 << dice.randrange(8))]) + data[at + 1 :]
            )
        elif kind == 5:
            data = data[:at] + data[at:to] * dice.randint(2, 4) + data[to:]
        else:
            data = data[:at] + data[at:to][::-1] + data[to:]
        data = data[:300_000]
    return data


def text(dice: random.Random) -> str:
    """Put words, marks and rare characters together."""
    return " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, 40)))


def one_file(dice: random.Random, known: list[tuple[str, bytes]], folder: Path) -> str:
    """Read one damaged file; give back the traceback of what was not caught, "" if all was."""
    suffix, data = dice.choice(known)
    path = folder / f"input{suffix}"
    path.write_bytes(damaged(data, dice))
    try:
        read_sources(path)
    except Exception:
        return traceback.format_exc()
    finally:
        path.unlink()
    return ""


def many_texts(texts: dict[int, str]) -> dict[int, str]:
    """Take texts through every step, each as an article; give back what went wrong by number."""
    reading = read_sources([{"id": str(number), "text": words} for number, words in texts.items()])
    wrong: dict[int, str] = {}
    try:
        tables, problems = analyze_articles(reading.articles, progress=False)
        for row in problems.to_dict("records"):
            wrong[int(row["article"] or min(texts))] = row["reason"]
        check_tables(tables)
    except Exception:
        if len(texts) == 1:
            return {min(texts): traceback.format_exc()}
        for number, words in texts.items():  # find the one
            wrong |= many_texts({number: words})
    return wrong


def main(inputs: int, seed: int) -> int:
    """Go on to the given number of inputs; give back 1 if anything was not caught."""
    OUT.mkdir(parents=True, exist_ok=True)
    state_path = OUT / f"seed-{seed}.json"
    state = json.loads(state_path.read_text()) if state_path.exists() else {"done": 0, "uncaught": []}
    known = seeds()
    with tempfile.TemporaryDirectory() as place:
        while state["done"] < inputs:
            numbers = range(state["done"], min(state["done"] + CHUNK, inputs))
            dice = {number: random.Random(f"{seed}-{number}") for number in numbers}
            wrong = {n: one_file(dice[n], known, Path(place)) for n in numbers if n % 10}
            wrong |= many_texts({n: text(dice[n]) for n in numbers if n % 10 == 0})
            for number, words in wrong.items():
                if words:
                    state["uncaught"].append(number)
                    (OUT / f"seed-{seed}-input-{number}.txt").write_text(words)
            state["done"] = numbers.stop
            with whole_file(state_path) as path:
                path.write_text(json.dumps(state))
            print(f"{state['done']:,} of {inputs:,} inputs, {len(state['uncaught'])} not caught", flush=True)
    return 1 if state["uncaught"] else 0


if __name__ == "__main__":
    sys.exit(main(*(int(number) for number in (*sys.argv[1:3], *("100000", "1")[len(sys.argv) - 1 :]))))
