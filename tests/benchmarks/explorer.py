"""How fast the explorer and the report answer with many articles: `python tests/benchmarks/explorer.py [articles]`.

The articles of data/articles, told again under fresh ids. Prints milliseconds for each kind of choice, the slowest of
five, and seconds for one report.
"""

import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from dateline import analyze, explore, write_report
from dateline.tables import Tables

ROOT = Path(__file__).resolve().parents[2]


def many(tables: Tables, count: int) -> Tables:
    """Repeat the tables under fresh article ids."""
    frames = {}
    for name in tables._fields:
        rows = getattr(tables, name)
        if "article" in rows:
            rows = pd.concat(
                [rows.assign(article=f"{number:05}") for number in range(count)], ignore_index=True
            )
        frames[name] = rows
    return Tables(**frames)


def slowest(act, values) -> float:
    """The longest of some answers, in milliseconds."""
    took = []
    for value in values:
        begin = time.perf_counter()
        act(value)
        took.append(1000 * (time.perf_counter() - begin))
    return max(took)


def main(count: int) -> None:
    tables = many(analyze(ROOT / "data" / "articles"), count)
    print(f"{count} articles, {len(tables.timeline)} rows of the timeline")
    begin = time.perf_counter()
    explorer = explore(tables)
    print(f"opened in {time.perf_counter() - begin:.1f} s")
    names = tables.entities["entity"].head(5).tolist()
    print(f"a name: {slowest(lambda one: setattr(explorer.who, 'value', one), names):.0f} ms")
    explorer.who.value = ""
    statuses = [(one,) for one in ("happened", "ongoing", "planned", "hypothetical", "denied")]
    print(f"a status: {slowest(lambda one: setattr(explorer.status, 'value', one), statuses):.0f} ms")
    explorer.status.value = ()
    words = ["geneva", "january", "troop", "nato", "call"]
    print(f"a word: {slowest(lambda one: setattr(explorer.words, 'value', one), words):.0f} ms")
    rows = [index for _, index in explorer.events.options[1:6]]
    print(f"a click: {slowest(lambda one: setattr(explorer.events, 'value', one), rows):.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        path = write_report(tables, Path(folder) / "report.html")
        print(f"report: {time.perf_counter() - begin:.1f} s, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
