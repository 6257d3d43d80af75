"""How long it takes to fold many articles, and how much memory: `python tests/benchmarks/folding.py TEXTS`.

TEXTS: JSON lines with "text", and "id" and "published" where known. They are analysed once; of each size the first so
many are folded as `analyze` folds them. Where there are fewer, their events are told again under fresh ids a month
later each time, until there are enough. Memory is the peak of the process, in brackets how much more that is
than before it folded.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.analysis import analyze_part
from dateline.reading import read_articles
from dateline.timeline.build import mentions_of
from dateline.timeline.folding import fold
from dateline.timeline.tellings import Told

APART = pd.Timedelta(days=31)
PART = 500  # articles analysed at once
RESIDENT = 2**20 if sys.platform == "darwin" else 2**10  # units of ru_maxrss in a megabyte


class Corpus(NamedTuple):
    """Articles in the order given, and the mentions of events in them."""

    told: list[Told]
    texts: dict[str, str]
    published: dict[str, pd.Timestamp]
    countries: dict[str, str]


def corpus_of(file: Path) -> Corpus:
    """Analyse the texts of a file, some at a time."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    given = [{name: line[name] for name in ("id", "text", "published") if line.get(name)} for line in lines]
    corpus = Corpus([], {}, {}, {})
    for at in range(0, len(given), PART):
        tables = analyze_part(read_articles(pd.DataFrame(given[at : at + PART]))).tables
        articles, entities = tables.articles, tables.entities
        corpus.told.extend(mentions_of(tables.events, articles, tables.sentences))
        corpus.texts.update(zip(articles["article"], articles["text"], strict=True))
        corpus.published.update(zip(articles["article"], articles["published"], strict=True))
        corpus.countries.update(zip(entities["entity"], entities["country"], strict=True))
    return corpus


def first_of(corpus: Corpus, size: int) -> tuple[list[Told], dict[int, str]]:
    """Give the mentions of the first articles, numbered in order of publication, and the texts of these."""
    chosen = list(corpus.texts)[:size]
    day = corpus.published
    order = sorted(chosen, key=lambda article: (pd.isna(day[article]), str(day[article]), article))
    number = {article: at for at, article in enumerate(order)}
    told = [one._replace(number=number[one.article]) for one in corpus.told if one.article in number]
    return sorted(told, key=lambda one: (one.number, one.start, one.end)), {
        at: corpus.texts[article] for at, article in enumerate(order)
    }


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
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000, 4000, 10_000])
    options = parser.parse_args()
    corpus = corpus_of(options.texts)
    for size in options.sizes:
        told, texts = first_of(corpus, size)
        count = len(texts)
        if count < size:
            told = [one for one in told_again(told, count, -(-size // count)) if one.number < size]
        known = {number: texts[number % count] for number in range(size)}
        before, began = peak(), time.process_time()
        story = fold(told, known, corpus.countries)
        seconds = time.process_time() - began
        joined = sum(len({one.number for one in event.mentions}) > 1 for event in story.events)
        print(
            f"| {size:,} | {len(told):,} | {len(story.events):,} | {joined:,} | {seconds:.1f} "
            f"| {1000 * seconds / size:.1f} | {peak():.0f} ({peak() - before:.0f}) |",
            flush=True,
        )


def peak() -> float:
    """Measure the most memory that the process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / RESIDENT


if __name__ == "__main__":
    main()
