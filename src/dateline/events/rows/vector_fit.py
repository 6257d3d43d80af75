"""Learn by least squares what the numbers of the encoder's vectors weigh; see `encoded`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dateline.events.rows.encoded import PairReading, Reading, middle_of


class Rotation(NamedTuple):
    """Vectors seen along the directions in which they differ most."""

    vectors: np.ndarray  # (cases, directions)
    mean: np.ndarray  # (numbers,)
    directions: np.ndarray  # (numbers, directions): times a vector less the mean


def turned(vectors: np.ndarray, most: int = 384) -> Rotation:
    """Turn vectors (cases, numbers) to their main directions, so that many fits of them take little time."""
    mean, spread = vectors.mean(0), vectors.std(0) + 1e-6
    even = (vectors - mean) / spread
    _, directions = np.linalg.eigh(even.T @ even)
    directions = directions[:, ::-1][:, :most]
    return Rotation(even @ directions, mean, directions / spread[:, None])


def fit_reading(
    turn: Rotation, right: np.ndarray, beside: np.ndarray, use: np.ndarray, ridge: float
) -> Reading:
    """Learn the scores by least squares.

    Parameters
    ----------
    turn : Rotation
        The vectors of the cases.
    right : array (cases, 3) of bool
        What each score is to tell.
    beside : array (cases, 1)
        What sways the answer but is no part of a vector (who listed the events): learned, then left out.
    use : array (cases,) of bool
        Which cases to learn from.
    ridge : float
        How strongly weights are drawn to 0.

    Returns
    -------
    Reading
        Its scores of these cases have mean 0 and a deviation of 1, so that they can be read beside signals.
    """
    table = np.hstack([turn.vectors[use], (beside - beside.mean(0))[use] * 3]).astype(np.float32)
    truth = (right[use] - right[use].mean(0)).astype(np.float32)
    bend = table.T @ table + ridge * np.eye(table.shape[1], dtype=np.float32)
    weight = np.linalg.solve(bend, table.T @ truth)[: turn.vectors.shape[1]]
    scores = turn.vectors[use] @ weight
    off, size = scores.mean(0), scores.std(0) + 1e-9
    back = turn.directions @ (weight / size)
    return Reading(back.astype(np.float32), (-off / size - turn.mean @ back).astype(np.float32))


class Pairs(NamedTuple):
    """Pairs of words of one article: their middle vectors, whether they tell one event, and their article."""

    vectors: np.ndarray  # (cases, numbers)
    one: np.ndarray  # (pairs,) numbers of cases, the earlier in the text
    other: np.ndarray
    near: np.ndarray  # (pairs,) of bool: in one sentence
    same: np.ndarray  # (pairs,) of bool
    article: np.ndarray
    mean: np.ndarray
    spread: np.ndarray

    def scores(self, found: PairReading, use: np.ndarray) -> np.ndarray:
        """Score the pairs used."""
        return found.scores(self.vectors[self.one[use]], self.vectors[self.other[use]])


def pairs_of_cases(
    vectors: np.ndarray, ends: Sequence[tuple[int, int]], near: Sequence[bool], same: Sequence[bool],
    article: Sequence[int],
) -> Pairs:  # fmt: skip
    """Gather pairs; `ends` are numbers of cases, whose vectors (cases, numbers) are those of `encoded.vectors_of`."""
    middle = middle_of(vectors)
    one, other = np.array(ends, int).reshape(-1, 2).T
    return Pairs(
        middle, one, other, np.array(near, bool), np.array(same, bool), np.array(article, int), middle.mean(0),
        middle.std(0) + 1e-6,
    )  # fmt: skip


class Sums(NamedTuple):
    """What least squares need of some pairs; of several groups of pairs the sums add up."""

    bend: np.ndarray
    slope: np.ndarray


def sums_of(pairs: Pairs, use: np.ndarray) -> Sums:
    """Sum up pairs: all that are one event, and every third of the many that are not."""
    chosen = np.flatnonzero(use & (pairs.same | (np.arange(len(use)) % 3 == 0)))
    a, b = ((pairs.vectors[end[chosen]] - pairs.mean) / pairs.spread for end in (pairs.one, pairs.other))
    near = pairs.near[chosen, None] * 3.0
    table = np.hstack([a * b, a, b, near, np.full((len(chosen), 1), 10.0)]).astype(np.float32)
    return Sums(table.T @ table, table.T @ pairs.same[chosen].astype(np.float32))


def fit_pairs(pairs: Pairs, parts: Sequence[Sums], use: np.ndarray, ridge: float) -> PairReading:
    """Learn the score of pairs from sums over some of them; its mean over those used is 0, its deviation 1."""
    bend, slope = (np.sum(part, axis=0) for part in zip(*parts, strict=True))
    weight = np.linalg.solve(bend + ridge * np.eye(len(bend), dtype=np.float32), slope).astype(float)
    width = pairs.vectors.shape[1]
    both = weight[:width] / pairs.spread**2
    less = both * pairs.mean
    earlier, later = (weight[n * width : (n + 1) * width] / pairs.spread - less for n in (1, 2))
    base = float(-(earlier + later + less) @ pairs.mean)
    plain = PairReading(both, earlier, later, base)
    told = plain.scores(pairs.vectors[pairs.one[use]], pairs.vectors[pairs.other[use]])
    off, size = float(told.mean()), float(told.std()) or 1.0
    both, earlier, later = ((part / size).astype(np.float32) for part in (both, earlier, later))
    return PairReading(both, earlier, later, (base - off) / size)
