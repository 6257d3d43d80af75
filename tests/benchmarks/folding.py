"""How long it takes to fold many articles, and how much memory: `python tests/benchmarks/folding.py TEXTS`.

TEXTS: JSON lines with "text", and "id" and "published" where known. They are analysed once; their events are then told
again under fresh ids a month later each time, until there are enough, and folded as `analyze` folds them.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

import pandas as pd

from dateline.analysis import analyze_part
from dateline.reading import read_articles
from dateline.timeline.build import mentions_of
from dateline.timeline.folding import fold
from dateline.timeline.tellings import Told

APART = pd.Timedelta(days=31)
RESIDENT = 2**20 if sys.platform == "darwin" else 2**10  # units of ru_maxrss in a megabyte


def told_again(told: list[Told], articles: int, times: int) -> list[Told]:
    """Give the mentions of some articles so many times, each time as of new articles a month later."""
    out = []
    for time_ in range(times):
        for one in told:
            days = {
                name: day if (day := getattr(one, name)) is None else day + time_ * APART
                for name in ("first", "last", "published")
            }
            fresh = {"key": f"{time_}-{one.key}", "article": f"{time_}-{one.article}"}
            out.append(one._replace(number=one.number + time_ * articles, **fresh, **days))
    return out


def main() -> None:
    """Print a row of the table for each size."""
    parser = argparse.ArgumentParser(description="Measure the folding of many articles.")
    parser.add_argument("texts", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10_000])
    options = parser.parse_args()
    lines = [json.loads(line) for line in options.texts.read_text(encoding="utf-8").splitlines()]
    given = [{name: line[name] for name in ("id", "text", "published") if line.get(name)} for line in lines]
    tables = analyze_part(read_articles(pd.DataFrame(given))).tables
    told = mentions_of(tables.events, tables.articles, tables.sentences)
    countries = dict(zip(tables.entities["entity"], tables.entities["country"], strict=True))
    texts, count = dict(zip(tables.articles["article"], tables.articles["text"], strict=True)), len(lines)
    number_of = {one.number: one.article for one in told}
    for size in options.sizes:
        mentions = told_again(told, count, -(-size // count))
        mentions = [one for one in mentions if one.number < size]
        known = {number: texts.get(number_of.get(number % count, ""), "") for number in range(size)}
        began = time.process_time()
        story = fold(mentions, known, countries)
        seconds = time.process_time() - began
        joined = sum(len({one.number for one in event.mentions}) > 1 for event in story.events)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / RESIDENT
        print(
            f"| {size:,} | {len(mentions):,} | {len(story.events):,} | {joined:,} | {seconds:.1f} "
            f"| {1000 * seconds / size:.1f} | {peak:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
