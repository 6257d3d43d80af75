"""Learn when two mentions tell one event, from ECB+ (Cybulska and Vossen 2014): `make folding-weights GOLD=folder`.

`python -m dateline.timeline.training --gold FILE` fits the weights on all topics and writes them to
lexicons/folding_weights.csv; with `--check` it leaves the file alone, leaves out every topic in turn (in folds) and
writes the rows so predicted for the scorer beside the gold set, if there is one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.analysis import analyze_part
from dateline.evaluation.folding import articles_of, rows_of
from dateline.evaluation.run import read_gold, scored, write_lines
from dateline.events.rows import logistic
from dateline.events.rows.weights import Weights
from dateline.lexicons import FOLDER
from dateline.tables import Tables
from dateline.timeline.build import mentions_of, timeline_with_keys
from dateline.timeline.learned import FILE, MODEL
from dateline.timeline.signals import Read, read_of, signals_of
from dateline.timeline.stories import Gist, gist_of, likeness_of

FOLDS = 7
RIDGE = 10.0


class Topic(NamedTuple):
    """A topic: its gold line and the tables of its articles, before anything is folded."""

    line: dict
    tables: Tables


class LabelledPairs(NamedTuple):
    """Pairs of mentions that the gold knows: their signals, whether they are one event, and of which topic."""

    signals: list[dict[str, float]]
    same: list[bool]
    topic: list[int]


def read_topic(line: dict) -> Topic:
    """Analyse the articles of a topic."""
    return Topic(line, analyze_part(articles_of(line)).tables)


def pairs_of(topics: Sequence[Topic]) -> LabelledPairs:
    """Gather the pairs of mentions of two articles of all topics."""
    found = LabelledPairs([], [], [])
    for number, topic in enumerate(topics):
        gists = {d["id"]: gist_of(d["text"]) for d in topic.line["documents"]}
        known = list(_known(topic))
        for at, (other, label) in enumerate(known):
            for one, before in known[:at]:
                signals = _signals(one, other, gists)
                if signals is not None:
                    found.signals.append(signals)
                    found.same.append(label == before)
                    found.topic.append(number)
    return found


def _signals(one: Read, other: Read, gists: dict[str, Gist]) -> dict[str, float] | None:
    a, b = one.told.article, other.told.article
    return None if a == b else signals_of(one, other, likeness_of(gists[a], gists[b]))


def _known(topic: Topic) -> Iterator[tuple[Read, str]]:
    """Give the mentions that the gold marks too, in order, and the event that it says each tells."""
    t = topic.tables
    documents = {d["id"]: d for d in topic.line["documents"]}
    countries = dict(zip(t.entities["entity"], t.entities["country"], strict=True))
    for told in mentions_of(t.events, t.articles, t.sentences):
        document = documents[told.article]
        if any(first <= told.start < last for first, last in document["annotated"]):
            label = _label(told.start, told.end, document["mentions"])
            if label:
                yield read_of(told, countries), label


def _label(start: int, end: int, mentions: list[dict]) -> str:
    """Find the event of the gold mention that shares most characters with a span."""
    shared = [(min(end, m["end"]) - max(start, m["start"]), -m["start"], m["event"]) for m in mentions]
    most = max(shared, default=(0, 0, ""))
    return most[2] if most[0] > 0 else ""


def fit_model(pairs: LabelledPairs, used: Sequence[int]) -> Weights:
    """Fit the model on some topics."""
    cases = logistic.cases_of(pairs.signals)
    return logistic.fit(cases, pairs.same, ridge=RIDGE, use=np.isin(pairs.topic, used))


def cross_validated(topics: Sequence[Topic], folds: int = FOLDS) -> list[dict]:
    """Predict the rows of each topic with weights learned on topics of other folds."""
    pairs, out = pairs_of(topics), {}
    for fold in range(folds):
        model = fit_model(pairs, [number for number in range(len(topics)) if number % folds != fold])
        for topic in topics[fold::folds]:
            t = topic.tables
            _, keys = timeline_with_keys(t.events, t.entities, t.articles, t.sentences, model=model)
            out[topic.line["topic"]] = rows_of(t.events.assign(event=keys))
    return [{"topic": topic.line["topic"], "rows": out[topic.line["topic"]]} for topic in topics]


def main(arguments: list[str] | None = None) -> None:
    """Learn the weights, or check them."""
    parser = argparse.ArgumentParser(description="Learn when two mentions tell one event.")
    parser.add_argument("--gold", type=Path, required=True, help="folding.jsonl.gz")
    parser.add_argument("--out", type=Path, default=FOLDER / FILE, help="where the weights go")
    parser.add_argument(
        "--check", type=Path, metavar="FILE", help="write cross-validated rows here, no weights"
    )
    options = parser.parse_args(arguments)
    topics = [read_topic(line) for line in read_gold(options.gold)]
    if not options.check:
        pairs = pairs_of(topics)
        logistic.write_weights({MODEL: fit_model(pairs, range(len(topics)))}, options.out)
        print(f"{len(topics)} topics, {len(pairs.same)} pairs -> {options.out}")
        return
    write_lines(cross_validated(topics), options.check)
    if scored("folding", options.gold, options.check):
        raise SystemExit("the scorer failed")


if __name__ == "__main__":
    main()
