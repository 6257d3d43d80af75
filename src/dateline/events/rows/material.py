"""Articles whose events were listed by hand, read up to their events, as tables that the choice of rows learns from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from dateline.events.records import Event
from dateline.events.rows import logistic
from dateline.events.rows.choice import Case, cases_of
from dateline.events.rows.filling import called_by
from dateline.events.rows.likeness import keys_of, likeness_of, on_other_days
from dateline.events.rows.listed import SPARING
from dateline.events.rows.reading import read_line
from dateline.events.rows.setting import setting_of
from dateline.events.rows.syntax import Parse, parse_from
from dateline.events.rows.vector_fit import Pairs, Rotation, pairs_of_cases, turned
from dateline.events.rows.words import Worded, names_of, worded_event
from dateline.grammar.tree import Tree

Label = int | None


class Article(NamedTuple):
    """An article read up to its events, and what the gold says of each: the listed event it tells, how well."""

    line: dict
    tree: Tree
    parse: Parse
    mentions: list
    dates: list
    published: date | None
    events: list[Event]
    words: list[Worded]
    cases: list[Case]
    labels: list[Label]
    best: set[int]
    reader: str = ""  # the signal that tells who listed the events; "" for the gold set's own
    unnamed: Sequence = ()  # whom pronouns mean that no name names


def read_article(line: dict) -> Article:
    """Take one gold line through the steps and label its events."""
    tree, mentions, dates, day, events, unnamed = read_line(line)
    tree_parse, names = parse_from(tree), names_of(tree.tokens.text, mentions)
    called = called_by(tree_parse, mentions, names, unnamed)
    words = [worded_event(tree_parse, event, names, called) for event in events]
    labels = [_label(line, tree_parse, event, worded) for event, worded in zip(events, words, strict=True)]
    cases = cases_of(setting_of(tree_parse, events, day), words)
    reader = line.get("reader", "")
    if reader:
        cases = [case._replace(signals={**case.signals, reader: 1.0}) for case in cases]
    best = _best(line, events, words, labels)
    return Article(
        line, tree, tree_parse, mentions, dates, day, events, words, cases, labels, best, reader, unnamed
    )


def _label(line: dict, parse: Parse, event: Event, worded: Worded) -> Label:
    """Find the listed event whose trigger a word is, or, of a clause, holds."""
    spans = [(event.start, event.end)]
    if worded.tells:
        spans += [(parse.tokens.start[word], parse.tokens.end[word]) for word in sorted(worded.kept)]
    for start, end in spans:
        for number, listed in enumerate(line["events"]):
            if any(start < b and a < end for a, b in listed["triggers"]):
                return number
    return None


def _best(line: dict, events: list[Event], words: list[Worded], labels: list[Label]) -> set[int]:
    """List the events that tell a listed one best: on its first trigger that is there."""
    best: dict[int, tuple] = {}
    for number, (event, worded, label) in enumerate(zip(events, words, labels, strict=True)):
        if label is None:
            continue
        triggers = line["events"][label]["triggers"]
        hits = [rank for rank, (a, b) in enumerate(triggers) if event.start < b and a < event.end]
        key = (min(hits, default=50) + (0 if worded.tells else 0.5), number)
        best[label] = min(best.get(label, key), key)
    return {number for _, number in best.values()}


class Material(NamedTuple):
    """What the models learn from, of all articles: signals as tables, what is right, and the article of each row."""

    articles: Sequence[Article]
    cases: logistic.Cases
    tells: list[bool]
    best: list[bool]
    vectors: np.ndarray  # what the encoder makes of each case
    turn: Rotation  # the same along their main directions
    taken: np.ndarray  # a column each of `TAKEN`: whether it is so
    beside: np.ndarray  # by whom it was listed
    case_of: np.ndarray
    pairs: logistic.Cases
    ends: Pairs  # their vectors, and which are the same


def material_of(articles: Sequence[Article]) -> Material:
    """Gather what the models learn from."""
    signals: list[dict[str, float]] = []
    tells, best, must, case_of, pairs, same, pair_of = [], [], [], [], [], [], []
    ends, near = [], []
    vectors, beside = [], []
    for number, article in enumerate(articles):
        row_of = {case.number: len(signals) + row for row, case in enumerate(article.cases)}
        for case in article.cases:
            signals.append(case.signals)
            label = article.labels[case.number]
            tells.append(label is not None)
            must.append(label is not None and article.line["events"][label]["must"])
            vectors.append(case.vector)
            beside.append([article.reader == SPARING])
            best.append(case.number in article.best)
            case_of.append(number)
        for one, other in _pairs(article.cases):
            a, b = article.labels[one.number], article.labels[other.number]
            if (a, b) != (None, None):
                pairs.append(likeness_of(one.telling, other.telling))
                same.append(a == b)
                ends.append((row_of[one.number], row_of[other.number]))
                near.append(one.telling.order == other.telling.order)
                pair_of.append(number)
    table, pair_table = logistic.cases_of(signals), logistic.cases_of(pairs, seen=8)
    taken, seen = np.array([tells, best, must]).T, np.array(vectors)
    return Material(
        articles, table, tells, best, seen, turned(seen), taken, np.array(beside, float), np.array(case_of),
        pair_table, pairs_of_cases(seen, ends, near, same, pair_of),
    )  # fmt: skip


def _pairs(cases: list[Case]) -> list[tuple[Case, Case]]:
    """List the pairs of one article that are ever compared, the earlier in the text first."""
    cases = sorted(cases, key=lambda case: case.telling.token)
    keys = [set(keys_of(case.telling)) for case in cases]
    return [
        (cases[i], cases[j])
        for j in range(len(cases))
        for i in range(j)
        if keys[i] & keys[j] and not on_other_days(cases[i].telling, cases[j].telling)
    ]
