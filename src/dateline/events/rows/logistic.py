"""Logistic regression over named signals, in numpy: few thousand cases, few hundred signals, a ridge on the weights."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.events.rows.weights import BASE, Weights

_ROUNDS, _ENOUGH = 30, 1e-4


class Cases(NamedTuple):
    """Cases as a table: a row each, a column each signal and one that is always 1; scaled by `scale`."""

    names: list[str]
    table: np.ndarray
    scale: np.ndarray

    def __len__(self) -> int:
        return len(self.table)


def cases_of(signals: Sequence[Mapping[str, float]], seen: int = 5) -> Cases:
    """Put signals into a table; those of fewer than `seen` cases are left out, numbers scaled to a deviation of 1."""
    often = Counter(name for case in signals for name in case)
    names = sorted(name for name, times in often.items() if times >= seen)
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(signals), len(names) + 1))
    table[:, -1] = 1.0
    for row, case in enumerate(signals):
        for name, value in case.items():
            if name in column:
                table[row, column[name]] = value
    scale = np.array([_scale(table[:, number]) for number in range(len(names))] + [1.0])
    return Cases(names, table / scale, scale)


def _scale(values: np.ndarray) -> float:
    return 1.0 if set(np.unique(values)) <= {0.0, 1.0} else float(values.std()) or 1.0


def fit(
    cases: Cases,
    right: Sequence[bool],
    *,
    ridge: float,
    use: np.ndarray | None = None,
    prior: Mapping[str, float] | None = None,
) -> Weights:
    """Learn weights by Newton's method.

    Parameters
    ----------
    cases : Cases
    right : sequence of bool
        What is to be told of each.
    ridge : float
        How strongly weights are drawn to `prior`: half the sum of the squared distances times this is added to the
        loss.
    use : array of bool, optional
        Which cases to learn from; all when left out.
    prior : mapping of str to float, optional
        What is held of a signal before anything is seen; 0 for the others. It decides where a signal is rare.

    Examples
    --------
    >>> rain = cases_of([{"rain": 1.0}, {"rain": 1.0}, {}, {}], seen=1)
    >>> fit(rain, [True, True, False, False], ridge=0.1).of["rain"] > 1
    True
    """
    use = np.ones(len(cases), bool) if use is None else use
    table, truth = cases.table[use], np.asarray(right, float)[use]
    penalty = np.full(table.shape[1], ridge)
    penalty[-1] = 0.0
    prior = prior or {}
    before = np.array([prior.get(name, 0.0) for name in cases.names] + [0.0])
    weight = before.copy()
    for _ in range(_ROUNDS):
        guess = 1 / (1 + np.exp(-np.clip(table @ weight, -30, 30)))
        slope = table.T @ (guess - truth) + penalty * (weight - before)
        bend = (table * (guess * (1 - guess))[:, None]).T @ table + np.diag(penalty + 1e-9)
        step = np.linalg.solve(bend, slope)
        weight -= step
        if np.abs(step).max() < _ENOUGH:
            break
    weight = weight / cases.scale
    of = {name: value for name, value in prior.items() if value}  # rarer than what the table holds
    of |= dict(zip(cases.names, map(float, weight[:-1]), strict=True))
    return Weights(float(weight[-1]), of)


def write_weights(models: Mapping[str, Weights], path: Path) -> None:
    """Write models for `read_weights`, signals in order of their name, so that a change shows as such."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("model", "signal", "weight"))
        for name, model in models.items():
            rows = {BASE: model.base, **model.of}
            writer.writerows((name, signal, f"{rows[signal]:.3f}") for signal in sorted(rows))
