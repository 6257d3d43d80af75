"""Learn what speaks for each status, from articles whose events were listed by hand.

`python -m dateline.events.status_training --gold FILE` fits the weights on the articles of a gold set and on those of
`rows.listed` whose statuses are listed, and writes lexicons/status_weights.csv and status_vectors.csv; with `--check`
it leaves the files alone and says how often the rules and what was learned without the article are right.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from dateline.evaluation.run import read_gold
from dateline.events.learned_status import ALWAYS, FILE, is_open, odds_of, shares, turned
from dateline.events.rows.encoded import Reading
from dateline.events.rows.listed import LISTED, read_listed
from dateline.events.rows.reading import Read, read_line
from dateline.events.rows.vector_fit import Rotation, fit_reading
from dateline.events.rows.vector_fit import turned as turned_round
from dateline.events.status_encoded import STATUSES, taken_for, vectors_at, write_reading
from dateline.events.status_signals import scene_of, signals_of
from dateline.lexicons import FOLDER

FOLDS, INNER = 8, 4
SEEN = 5  # a signal of fewer cases is left out
RIDGE, RIDGE_OF_VECTORS = 10.0, 3000.0
TOLD_AGAIN = (
    0.2  # weight of a word that tells a listed event less well than another: the status may be the other's
)
ROUNDS = 300
_ENOUGH = 5e-3  # a smaller step is the last
_LEAST = 0.02  # signals whose weights are all smaller are not written


class StatusCase(NamedTuple):
    """An event word that tells a listed event: its signals, what the rules say and what is right."""

    signals: Mapping[str, float]
    judged: str
    rule: str
    right: str
    best: bool  # the first of the words that tell it
    vector: np.ndarray | None = None  # what the encoder makes of it


class Learned(NamedTuple):
    """What was learned: the weights of signals, and the scores of what the encoder takes an event for, if any."""

    weights: dict[str, tuple[float, ...]]
    reading: Reading | None


def cases_of(line: dict, read: Read | None = None) -> list[StatusCase]:
    """Take one listed article through the steps, and read the signals of the words that tell its events."""
    tree, _, _, day, events, _ = read or read_line(line)
    scene, at = scene_of(tree, events, day), tree.tokens.by_start()
    out: list[StatusCase] = []
    words = []
    for event in events:
        told = [
            (rank, listed["status"])
            for listed in line["events"]
            for rank, (start, end) in enumerate(listed["triggers"])
            if event.start < end and start < event.end and listed.get("status")
        ]
        if told and event.start in at:
            rank, status = min(told, key=lambda one: one[0])
            signals = signals_of(scene, event, at[event.start], odds_of(tree, at[event.start]))
            out.append(StatusCase(signals, event.status, event.status_rule, status, rank == 0))
            words.append(at[event.start])
    vectors = vectors_at(tree, words)
    return (
        out
        if vectors is None
        else [case._replace(vector=one) for case, one in zip(out, vectors, strict=True)]
    )


def learn(articles: Sequence[Sequence[StatusCase]], turn: Rotation | None = None) -> Learned:
    """Learn scores of vectors and weights of signals; the weights see scores learned without the article they are for.

    Parameters
    ----------
    articles : sequence of sequences of StatusCase
        The cases of each article.
    turn : Rotation, optional
        The vectors of all these cases along their main directions, in order; found anew where left out.
    """
    cases = [case for article in articles for case in article]
    if not cases or any(case.vector is None for case in cases):
        return Learned(fit(cases), None)
    vectors = np.array([case.vector for case in cases])
    turn = turn or turned_round(vectors)
    block = np.array([number % INNER for number, article in enumerate(articles) for _ in article])
    truth = np.array([[case.right == status for status in STATUSES] for case in cases])
    beside = np.zeros((len(cases), 1))
    scored: list[StatusCase] = list(cases)
    with threadpool_limits(limits=1, user_api="blas"):
        for held in range(INNER):
            use = block != held
            if use.all() or not use.any():
                continue
            found = fit_reading(turn, truth, beside, use, RIDGE_OF_VECTORS)
            for number in np.flatnonzero(~use):
                scored[number] = _scored(cases[number], found)
        whole = fit_reading(turn, truth, beside, np.ones(len(cases), bool), RIDGE_OF_VECTORS)
    return Learned(fit(scored), whole)


def _scored(case: StatusCase, found: Reading | None) -> StatusCase:
    """Add to the signals of a case what the encoder takes it for."""
    if found is None or case.vector is None:
        return case
    return case._replace(signals={**case.signals, **taken_for(found, case.vector[None], 1)[0]})


def fit(cases: Sequence[StatusCase]) -> dict[str, tuple[float, ...]]:
    """Learn the weights: multinomial logistic regression, drawn to 0.

    Method: Newton's with a fixed bound of the curvature (Boehning 1992, Annals of the Institute of Statistical
    Mathematics 44), which never overshoots.
    """
    often = Counter(name for case in cases for name in case.signals)
    names = sorted(name for name, count in often.items() if count >= SEEN)
    table = _table(cases, names)
    truth = np.eye(len(STATUSES), dtype=np.float32)[[STATUSES.index(case.right) for case in cases]]
    worth = np.array([1.0 if case.best else TOLD_AGAIN for case in cases], np.float32)[:, None]
    ridge = np.append(np.full(len(names), RIDGE), 0.01).astype(np.float32)
    weight = np.zeros((len(ridge), len(STATUSES)), np.float32)
    with threadpool_limits(limits=1, user_api="blas"):  # small matrices; threads only wait for one another
        inverse = np.linalg.inv(table.T @ (table * worth) / 2 + np.diag(ridge))
        for _ in range(ROUNDS):
            sums = table @ weight
            odds = np.exp(sums - sums.max(1, keepdims=True))
            slope = table.T @ (worth * (odds / odds.sum(1, keepdims=True) - truth)) + ridge[:, None] * weight
            step = inverse @ slope
            weight -= step
            if np.abs(step).max() < _ENOUGH:
                break
    return {name: tuple(row) for name, row in zip([*names, ALWAYS], weight.tolist(), strict=True)}


def _table(cases: Sequence[StatusCase], names: Sequence[str]) -> np.ndarray:
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(cases), len(names) + 1), np.float32)
    table[:, -1] = 1.0
    for row, case in enumerate(cases):
        for name, value in case.signals.items():
            if name in column:
                table[row, column[name]] = value
    return table


def decided(case: StatusCase, known: Mapping[str, Sequence[float]], found: Reading | None = None) -> str:
    """Give the status of a case as the package would with these weights, were it a row."""
    case = _scored(case, found)
    return (
        turned(case.judged, shares(case.signals, known)) if is_open(case.rule, case.judged) else case.judged
    )


def check(articles: Sequence[Sequence[StatusCase]]) -> Iterator[str]:
    """Say how often rules and model are right, each article left out in its fold, on words that tell an event best."""
    right, by, n = 0, 0, 0
    for fold in range(FOLDS):
        known = learn([cases for number, cases in enumerate(articles) if number % FOLDS != fold])
        for case in (case for cases in articles[fold::FOLDS] for case in cases if case.best):
            n += 1
            by += case.judged == case.right
            right += decided(case, *known) == case.right
    yield f"{n} events: rules {by / max(n, 1):.1%} right, with what was learned {right / max(n, 1):.1%}"


def write(known: Mapping[str, Sequence[float]], path: Path) -> None:
    """Write the weights, signals in order of their name, so that a change shows as such."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("signal", *STATUSES))
        for name in sorted(known):
            if max(map(abs, known[name])) >= _LEAST:
                writer.writerow((name, *(f"{value:.3f}" for value in known[name])))


def main(arguments: list[str] | None = None) -> None:
    """Learn the weights, or check them."""
    parser = argparse.ArgumentParser(description="Learn what speaks for each status of an event.")
    parser.add_argument("--gold", type=Path, required=True, help="timeline_rows.jsonl")
    parser.add_argument(
        "--out", type=Path, default=FOLDER / FILE, help="where the weights go, those of vectors beside"
    )
    parser.add_argument("--listed", type=Path, default=LISTED, help="where more articles tell their events")
    parser.add_argument("--check", action="store_true", help="measure instead, each article left out in turn")
    options = parser.parse_args(arguments)
    lines = [*read_gold(options.gold), *read_listed(options.listed, options.gold.parent)]
    articles = [cases_of(line) for line in lines if any(event.get("status") for event in line["events"])]
    if options.check:
        print("\n".join(check(articles)))
        return
    known = learn(articles)
    write(known.weights, options.out)
    if known.reading is not None:
        write_reading(known.reading, options.out.parent)
    print(f"{len(articles)} articles, {sum(map(len, articles))} events -> {options.out}")


if __name__ == "__main__":
    main()
