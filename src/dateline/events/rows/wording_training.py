"""Learn how fit to print a wording is, from wordings that have been judged: `make wording-weights GOLD=folder`.

`python -m dateline.events.rows.wording_training --gold FOLDER` fits the weights on all judged wordings and writes them
to lexicons/row_wordings.csv; with `--check` it leaves the file alone, leaves out the articles in folds, and says how
many rows have a fit wording when the cut clause is printed, when the fittest is, and when the best could be known.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from dateline.events.rows import logistic
from dateline.events.rows.fitness import FILE, fitness
from dateline.events.rows.fittest import NEAR
from dateline.events.rows.judged import JUDGED, Judged, read_judged
from dateline.events.rows.written import CUT
from dateline.lexicons import FOLDER

FOLDS, SEEN, RIDGE = 8, 8, 5.0


class Measured(NamedTuple):
    """Rows that have several wordings, and how many print a fit one: the cut clause, the fittest, the best there is."""

    rows: int
    cut: float
    fittest: float
    best: float


def fit_wordings(judged: Sequence[Judged], use: np.ndarray | None = None) -> logistic.Weights:
    """Fit the model on some of the judged wordings, all when left out."""
    cases = logistic.cases_of([one.signals for one in judged], seen=SEEN)
    return logistic.fit(cases, [one.fit for one in judged], ridge=RIDGE, use=use)


def left_out(judged: Sequence[Judged]) -> list[float]:
    """Give the fitness of each wording by a model that has not seen its article."""
    articles = {name: number % FOLDS for number, name in enumerate(sorted({one.article for one in judged}))}
    folds = np.array([articles[one.article] for one in judged])
    found = np.zeros(len(judged))
    for fold in sorted(set(folds.tolist())):
        model = fit_wordings(judged, folds != fold)
        for number in np.flatnonzero(folds == fold).tolist():
            found[number] = fitness(judged[number].signals, model)
    return found.tolist()


def measured(judged: Sequence[Judged], scores: Sequence[float]) -> Measured:
    """Measure what is printed of each row."""
    rows: dict[tuple[str, int, int], list[int]] = {}
    for number, one in enumerate(judged):
        rows.setdefault(one.row, []).append(number)
    rows = {row: of for row, of in rows.items() if len({judged[n].kind for n in of}) > 1}
    today = [judged[min(row, key=lambda n: (judged[n].kind != CUT, n))].fit for row in rows.values()]
    chosen = [judged[_printed(judged, scores, row)].fit for row in rows.values()]
    could = [any(judged[n].fit for n in row) for row in rows.values()]
    shares = [sum(column) / max(1, len(rows)) for column in (today, chosen, could)]
    return Measured(len(rows), *shares)


def _printed(judged: Sequence[Judged], scores: Sequence[float], row: Sequence[int]) -> int:
    """Find the wording that is printed: the shortest of those nearly as fit as the fittest."""
    most = max(scores[n] for n in row)
    near = [n for n in row if scores[n] >= most - NEAR]
    return min(near, key=lambda n: (judged[n].signals["words"], n))


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold files")
    parser.add_argument("--judged", type=Path, default=JUDGED)
    parser.add_argument("--out", type=Path, default=FOLDER / FILE)
    parser.add_argument("--check", action="store_true", help="measure in folds; write nothing")
    options = parser.parse_args(arguments)
    judged = list(read_judged(options.judged, options.gold))
    with threadpool_limits(limits=1, user_api="blas"):
        if options.check:
            print(measured(judged, left_out(judged)))
            return
        model = fit_wordings(judged)
    logistic.write_weights({"fit": model}, options.out)
    print(f"{len(judged)} wordings -> {options.out}")


if __name__ == "__main__":
    main()
