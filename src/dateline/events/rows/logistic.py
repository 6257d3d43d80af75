"""Logistic regression over named signals, in numpy: few thousand cases, few hundred signals, a ridge on the weights."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.events.rows.weights import BASE, Weights

_ROUNDS, _STEPS, _ENOUGH = 30, 300, 1e-4


class Cases(NamedTuple):
    """Cases as a list of what is not 0: the case, the signal and the value, which is divided by `scale` of its signal.

    The last signal is always 1 and has no name.
    """

    number: int
    names: list[str]
    case: np.ndarray
    signal: np.ndarray
    value: np.ndarray
    scale: np.ndarray

    def __len__(self) -> int:
        return self.number


def cases_of(signals: Sequence[Mapping[str, float]], seen: int = 5) -> Cases:
    """List signals as cases; those of fewer than `seen` cases are left out, numbers scaled to a deviation of 1."""
    often = Counter(name for case in signals for name in case)
    names = sorted(name for name, times in often.items() if times >= seen)
    column = {name: number for number, name in enumerate(names)}
    found = [
        (row, column[name], value)
        for row, case in enumerate(signals)
        for name, value in case.items()
        if value and name in column
    ]
    found += [(row, len(names), 1.0) for row in range(len(signals))]
    case, signal, value = (
        (np.array(part) for part in zip(*found, strict=True)) if found else [np.zeros(0, int)] * 3
    )
    return _scaled(len(signals), names, case, signal, value.astype(float))


def _scaled(count: int, names: list[str], case: np.ndarray, signal: np.ndarray, value: np.ndarray) -> Cases:
    scale = np.ones(len(names) + 1)
    for number in np.unique(signal[value != 1.0]):
        column = np.zeros(count)
        column[case[signal == number]] = value[signal == number]
        scale[number] = float(column.std()) or 1.0
    return Cases(count, names, case, signal, value / scale[signal], scale)


def with_numbers(cases: Cases, numbers: Mapping[str, np.ndarray]) -> Cases:
    """Add signals that every case has, a number each."""
    size = len(cases.names)
    scale = np.array([float(column.std()) or 1.0 for column in numbers.values()])
    case = np.concatenate([cases.case, *([np.arange(cases.number)] * len(numbers))])
    signal = np.where(cases.signal == size, size + len(numbers), cases.signal)
    signal = np.concatenate([signal, np.repeat(size + np.arange(len(numbers)), cases.number)])
    value = np.concatenate(
        [cases.value, *(column / one for column, one in zip(numbers.values(), scale, strict=True))]
    )
    return Cases(
        cases.number, [*cases.names, *numbers], case, signal, value,
        np.concatenate([cases.scale[:-1], scale, [1.0]]),
    )  # fmt: skip


class _Table(NamedTuple):
    """The cases that are learned from, as a matrix that is mostly 0."""

    shape: tuple[int, int]
    case: np.ndarray
    signal: np.ndarray
    value: np.ndarray

    def sums(self, weight: np.ndarray) -> np.ndarray:
        """Sum up the signals of every case."""
        return np.bincount(self.case, self.value * weight[self.signal], self.shape[0])

    def shares(self, of_case: np.ndarray) -> np.ndarray:
        """Sum up over the cases of every signal."""
        return np.bincount(self.signal, self.value * of_case[self.case], self.shape[1])

    def bend(self, of_case: np.ndarray) -> np.ndarray:
        """Sum up, over the cases, the products of every two signals."""
        full = np.zeros(self.shape, np.float32)
        full[self.case, self.signal] = self.value * np.sqrt(of_case)[self.case]
        return (full.T @ full).astype(float)


def _table(cases: Cases, use: np.ndarray) -> _Table:
    kept = use[cases.case]
    row = np.cumsum(use) - 1
    return _Table(
        (int(use.sum()), len(cases.scale)), row[cases.case[kept]], cases.signal[kept], cases.value[kept]
    )


def fit(
    cases: Cases,
    right: Sequence[bool] | np.ndarray,
    *,
    ridge: float,
    use: np.ndarray | None = None,
    prior: Mapping[str, float] | None = None,
    start: Weights | None = None,
) -> Weights:
    """Learn weights by Newton's method, each step by conjugate gradients.

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
    start : Weights, optional
        What was learned of almost the same cases: where to begin, which saves time and changes nothing else.

    Examples
    --------
    >>> rain = cases_of([{"rain": 1.0}, {"rain": 1.0}, {}, {}], seen=1)
    >>> fit(rain, [True, True, False, False], ridge=0.1).of["rain"] > 1
    True
    """
    use = np.ones(len(cases), bool) if use is None else use
    table, truth = _table(cases, use), np.asarray(right, float)[use]
    penalty = np.full(len(cases.scale), ridge)
    penalty[-1] = 1e-9
    prior = prior or {}
    before = np.array([prior.get(name, 0.0) for name in cases.names] + [0.0])
    weight = before.copy()
    if start is not None:
        weight = cases.scale * [*(start.of.get(name, 0.0) for name in cases.names), start.base]
    near = np.zeros(0)
    for turn in range(_ROUNDS):
        guess = 1 / (1 + np.exp(-np.clip(table.sums(weight), -30, 30)))
        slope = table.shares(guess - truth) + penalty * (weight - before)
        steep = guess * (1 - guess)
        if turn in (0, 4):  # the bend changes little from round to round
            near = np.linalg.inv(table.bend(steep) + np.diag(penalty + 1e-6))
        step = _solved(table, steep, penalty, slope, near)
        weight -= step
        if np.abs(step).max() < _ENOUGH:
            break
    weight = weight / cases.scale
    of = {name: value for name, value in prior.items() if value}  # rarer than what the table holds
    of |= dict(zip(cases.names, map(float, weight[:-1]), strict=True))
    return Weights(float(weight[-1]), of)


def _solved(
    table: _Table, steep: np.ndarray, penalty: np.ndarray, slope: np.ndarray, near: np.ndarray
) -> np.ndarray:
    """Find the step whose product with the bend of the loss is its slope; `near` is about the inverse of the bend."""
    step, left = np.zeros_like(slope), slope.copy()
    toward = near @ left
    product = left @ toward
    for _ in range(_STEPS):
        if np.abs(left).max() < _ENOUGH:
            break
        bent = table.shares(steep * table.sums(toward)) + penalty * toward
        far = product / (toward @ bent)
        step += far * toward
        left -= far * bent
        even = near @ left
        product, was = left @ even, product
        toward = even + product / was * toward
    return step


def write_weights(models: Mapping[str, Weights], path: Path) -> None:
    """Write models for `read_weights`, signals in order of their name, so that a change shows as such."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("model", "signal", "weight"))
        for name, model in models.items():
            rows = {BASE: model.base, **model.of}
            writer.writerows((name, signal, f"{rows[signal]:.3f}") for signal in sorted(rows))
