"""Learn which day is that of an event: pairs of listed articles, and scores of the encoder's vectors of both words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dateline.events.rows.day_signals import grammar_signals, own_pairs, pairs_of
from dateline.events.rows.days import Candidate, Found, Reach, candidates_of, head_of, reach_of
from dateline.events.rows.encoded import DayReading, middle_at
from dateline.events.rows.material import Article
from dateline.events.rows.setting import setting_of
from dateline.events.rows.vector_fit import Pairs, Sums, fit_pairs, sums_of


class DayPairs(NamedTuple):
    """Pairs of an event word and the word of a day: of its own sentence, and of another."""

    own: Pairs
    other: Pairs


class DaySums(NamedTuple):
    """What least squares need of some articles."""

    own: Sums
    other: Sums


def listed_pairs(
    article: Article, found: Mapping[int, Found], reading: DayReading | None = None
) -> Iterator[tuple[dict, bool]]:
    """Read every pair of an event that nothing dates and a day, and whether the gold dates it so."""
    reach = _reach(article, found, reading)
    for number, days in _undated(article):
        for candidate, signals in pairs_of(reach, number):
            yield signals, _days(candidate) == days


def held_pairs(article: Article) -> Iterator[tuple[dict, bool]]:
    """Read every event that grammar dates by its own sentence, and whether the days listed share one with it."""
    reach = _reach(article, {})
    for case in article.cases:
        label, event = article.labels[case.number], article.events[case.number]
        signals = grammar_signals(reach, case.number) if label is not None else None
        if label is None or signals is None:
            continue
        listed = article.line["events"][label]
        first, last = listed["first"] or listed["last"], listed["last"] or listed["first"]
        own = str(event.first), str(event.last or event.first)
        yield signals, first is not None and own[0] <= last and first <= own[1]


def day_pairs_of(articles: Sequence[Article]) -> DayPairs:
    """Gather the vectors of all pairs of listed articles."""
    vectors: list[np.ndarray] = []
    ends: dict[bool, list[tuple[int, int, bool, int]]] = {True: [], False: []}
    for number, article in enumerate(articles):
        reach, tokens = _reach(article, {}), article.tree.tokens
        if tokens.vectors is None:
            continue
        at: dict[int, int] = {}

        def row_of(word: int, at: dict = at, tokens=tokens) -> int:
            if word not in at:
                at[word] = len(vectors)
                vectors.append(middle_at(tokens, word))
            return at[word]

        for event, days in _undated(article):
            token = article.parse.at[article.events[event].start]
            for candidate in _candidates(reach, article, event):
                head = head_of(article.tree, candidate, token)
                if head >= 0:
                    right = _days(candidate) == days
                    ends[candidate.own].append((row_of(token), row_of(head), right, number))
    table = np.array(vectors, np.float32)
    return DayPairs(_pairs(table, ends[True]), _pairs(table, ends[False]))


def day_sums(pairs: DayPairs, articles: Sequence[int]) -> DaySums:
    """Sum up the pairs of some articles."""
    return DaySums(*(sums_of(part, np.isin(part.article, articles)) for part in pairs))


def fit_days(pairs: DayPairs, sums: Sequence[DaySums], articles: Sequence[int], ridge: float) -> DayReading:
    """Learn both scores from sums over some articles."""
    own, other = zip(*sums, strict=True)
    use = [np.isin(part.article, articles) for part in pairs]
    return DayReading(fit_pairs(pairs.own, own, use[0], ridge), fit_pairs(pairs.other, other, use[1], ridge))


def _pairs(table: np.ndarray, ends: Sequence[tuple[int, int, bool, int]]) -> Pairs:
    one, other, right, article = np.array(ends, int).reshape(-1, 4).T
    return Pairs(
        table, one, other, np.zeros(len(one), bool), right.astype(bool), article, table.mean(0),
        table.std(0) + 1e-6,
    )  # fmt: skip


def _reach(article: Article, found: Mapping[int, Found], reading: DayReading | None = None) -> Reach:
    setting = setting_of(article.parse, article.events, article.published)
    return reach_of(article.tree, setting, found, article.dates, reading)


def _undated(article: Article) -> Iterator[tuple[int, tuple]]:
    """List the events that tell a listed one and have no day yet, with the days listed; none that are half open."""
    for case in article.cases:
        label = article.labels[case.number]
        if label is None or article.events[case.number].first is not None:
            continue
        listed = article.line["events"][label]
        if (listed["first"] is None) == (listed["last"] is None):
            yield case.number, (listed["first"], listed["last"])


def _candidates(reach: Reach, article: Article, number: int) -> list[Candidate]:
    event = article.events[number]
    return candidates_of(reach, event) + [candidate for candidate, _ in own_pairs(reach, event, number)]


def _days(candidate: Candidate) -> tuple[str, str]:
    return str(candidate.first), str(candidate.last)
