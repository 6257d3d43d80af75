"""Fit the models of the choice of rows, each on sums that were learned without the article they are for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dateline.events.rows import logistic
from dateline.events.rows.choice import compared, summed, taken
from dateline.events.rows.day_fit import (
    DayPairs,
    DaySums,
    day_pairs_of,
    day_sums,
    fit_days,
    held_pairs,
    listed_pairs,
)
from dateline.events.rows.days import Found
from dateline.events.rows.encoded import SAME, TAKEN, DayReading, Scores
from dateline.events.rows.listed import SPARING
from dateline.events.rows.material import Label, Material
from dateline.events.rows.vector_fit import Sums, fit_pairs, fit_reading, sums_of
from dateline.events.rows.weights import Weights

INNER = 4
RIDGE = {
    "tells": 60.0,
    "best": 10.0,
    "alike": 10.0,
    "row": 30.0,
    "day": 20.0,
    "held": 20.0,
    "encoder": 3000.0,
    "pairs": 10000.0,
    "days": 5000.0,
}
# What was known before any article was labelled: rules whose cases are too rare to be learned from so few articles.
PRIOR = {
    "question": -3.0,
    "picture or page furniture": -4.0,
    "paper of a press office": -3.0,
    "only thought": -1.0,
    "spoken of I, we or you": -1.0,
    "should, must or would": -1.0,
    "many at all times": -1.0,
    "background": -1.0,
    "state": -1.0,
    "no finite form": -1.0,
    "names something": -2.0,
    "light verb of an event": -1.0,
    "object of a light verb": 1.0,
    "only says that an event came about": -1.0,
    "participle before its noun": -1.0,
}
PRIOR_OF_ROWS = {"worded by a sentence that has a row": -3.0}


class Fitted(NamedTuple):
    """What was learned: the models of named signals, and the scores of what the encoder takes a word for."""

    models: dict[str, Weights]
    scores: Scores


def fit_models(material: Material, used: Sequence[int], start: Fitted | None = None) -> Fitted:
    """Fit every model on the articles used; the last on sums that were learned without the article they are for.

    `start`, what was learned of almost the same articles, saves time.
    """
    of_days = day_pairs_of(material.articles)
    blocks = [
        _Block(held, _sums(material, held), day_sums(of_days, held))
        for held in (used[fold::INNER] for fold in range(INNER))
    ]
    models, scores = _fit_first(material, blocks, start.models if start else {})
    signals, right, days, of_it = [], [], [], []
    for block in blocks:
        others = [other for other in blocks if other is not block]
        first, taking = _fit_first(material, others, models)
        reading = _fit_days(of_days, others)
        for article in (material.articles[number] for number in block.articles):
            told: set[Label] = {None}
            alike: dict[int, dict[int, float]] = defaultdict(dict)
            cases = summed(taken(article.cases, taking.single), first)
            for case, row, likely_of in compared(cases, article.words, first, taking.pair):
                for at, likely in likely_of.items():
                    alike[case.number][at] = alike[at][case.number] = likely
                signals.append({**row, article.reader: 1.0} if article.reader else row)
                right.append(article.labels[case.number] not in told)
                told.add(article.labels[case.number])
            found = {case.number: Found(case.telling, alike.get(case.number, {})) for case in article.cases}
            for pair, own in listed_pairs(article, found, reading):
                days.append(pair)
                of_it.append(own)
    held = [pair for number in used for pair in held_pairs(material.articles[number])]
    by_grammar = [one for one, _ in held], [own for _, own in held]
    for name, given, truth in (("row", signals, right), ("day", days, of_it), ("held", *by_grammar)):
        models[name] = logistic.fit(
            logistic.cases_of(given), truth, ridge=RIDGE[name], prior=PRIOR_OF_ROWS if name == "row" else None,
            start=start.models.get(name) if start else None,
        )  # fmt: skip
    return Fitted(models, scores._replace(day=_fit_days(of_days, blocks)))


def without_reader(fitted: Fitted) -> Fitted:
    """Leave out what only tells who listed the events of an article."""
    return fitted._replace(models={name: _without_reader(model) for name, model in fitted.models.items()})


def _without_reader(model: Weights) -> Weights:
    return Weights(model.base, {name: weight for name, weight in model.of.items() if name != SPARING})


def _fit_days(pairs: DayPairs, blocks: Sequence[_Block]) -> DayReading:
    used = [number for block in blocks for number in block.articles]
    return fit_days(pairs, [block.of_days for block in blocks], used, RIDGE["days"])


class _Block(NamedTuple):
    """Some articles, and the sums over their pairs: a part that is left out in turn."""

    articles: Sequence[int]
    sums: Sums
    of_days: DaySums


def _sums(m: Material, articles: Sequence[int]) -> Sums:
    return sums_of(m.ends, np.isin(m.ends.article, articles))


def _fit_first(
    m: Material, blocks: Sequence[_Block], start: Mapping[str, Weights]
) -> tuple[dict[str, Weights], Scores]:
    """Fit what is asked of single events and of pairs; the sums see scores learned without the block they are for."""
    used = [number for block in blocks for number in block.articles]
    cases, pairs = np.isin(m.case_of, used), np.isin(m.ends.article, used)
    found, told = np.zeros((len(m.case_of), len(TAKEN))), np.zeros(len(pairs))
    for block in blocks:
        others = [other for other in blocks if other is not block]
        held, held_pairs = np.isin(m.case_of, block.articles), np.isin(m.ends.article, block.articles)
        taking = _fit_scores(m, others, cases & ~held, pairs & ~held_pairs)
        found[held] = taking.single.scores(m.vectors[held])
        told[held_pairs] = m.ends.scores(taking.pair, held_pairs)
    table = logistic.with_numbers(m.cases, dict(zip(TAKEN, found.T, strict=True)))
    near = m.ends.near
    by_place = {f"{SAME} in one sentence": told * near, f"{SAME} apart": told * ~near}
    pair_table = logistic.with_numbers(m.pairs, by_place)
    models = {
        name: logistic.fit(table, truth, ridge=RIDGE[name], use=cases, prior=PRIOR, start=start.get(name))
        for name, truth in (("tells", m.tells), ("best", m.best))
    }
    models["alike"] = logistic.fit(
        pair_table, m.ends.same, ridge=RIDGE["alike"], use=pairs, start=start.get("alike")
    )
    return models, _fit_scores(m, blocks, cases, pairs)


def _fit_scores(m: Material, blocks: Sequence[_Block], cases: np.ndarray, pairs: np.ndarray) -> Scores:
    single = fit_reading(m.turn, m.taken, m.beside, cases, RIDGE["encoder"])
    return Scores(single, fit_pairs(m.ends, [block.sums for block in blocks], pairs, RIDGE["pairs"]))
