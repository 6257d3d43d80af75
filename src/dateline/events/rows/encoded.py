"""What the encoder takes a word for: three scores of its vectors, signals like any other of the choice of rows.

A score is a sum over what the encoder makes of the word itself (a middle layer), of the words of its clause and of its
sentence (means of the last layer). The weights are learned by least squares (`training`) and stand in
lexicons/row_vectors.csv: a line each number of the vectors. A parse of another engine has no vectors, and no scores.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.language.tokens import Tokens
from dateline.lexicons import read_facts

FILE = "row_vectors.csv"
TAKEN = (
    "the encoder takes it for an event",
    "the encoder takes it for the best telling",
    "the encoder takes it for news",
)
_PARTS = ("word", "clause", "sentence")
_MIDDLE, _LAST = 0, 1  # layers of `Tokens.vectors`
_DIGITS = 3  # of a score; more would differ from one processor to another


class Reading(NamedTuple):
    """Weights of the numbers of a vector, a column each score of `TAKEN`, and what is added to each score."""

    weight: np.ndarray  # (numbers, 3)
    base: np.ndarray  # (3,)

    def scores(self, vectors: np.ndarray) -> np.ndarray:
        """Score events by their vectors (events, numbers): 0 where an event is neither more nor less than others."""
        return np.round(vectors @ self.weight + self.base, _DIGITS)


def vectors_of(tokens: Tokens, words: Sequence[int], clauses: Sequence[Iterable[int]]) -> np.ndarray | None:
    """Gather the vectors of events: of each its word, the mean of its clause and that of its sentence, side by side.

    Parameters
    ----------
    tokens : Tokens
    words : sequence of int
        The token that tells each event.
    clauses : sequence of iterables of int
        The tokens of the clause of each.

    Returns
    -------
    array (events, numbers) or None
        None where there are no events, or the parse has no vectors.
    """
    if tokens.vectors is None or not words:
        return None
    last = tokens.vectors[:, _LAST].astype(np.float32)
    means: dict[int, np.ndarray] = {}
    rows = []
    for word, clause in zip(words, clauses, strict=True):
        number = tokens.sentence[word]
        if number not in means:
            sentence = tokens.sentences[number]
            means[number] = last[sentence.first : sentence.last].mean(0)
        kept = sorted({word, *clause})
        rows.append([tokens.vectors[word, _MIDDLE], last[kept].mean(0), means[number]])
    return np.array(rows, np.float32).reshape(len(rows), -1)


@cache
def reading() -> Reading:
    """Read the weights of the package."""
    rows = read_facts(FILE)
    table = np.array([[float(row[name]) for name in TAKEN] for row in rows], np.float32)
    return Reading(table[1:], table[0])


def write_reading(found: Reading, path: Path) -> None:
    """Write weights for `reading`: what is always added, then a line each number of the vectors."""
    width = len(found.weight) // len(_PARTS)
    names = ["always", *(f"{part} {number}" for part in _PARTS for number in range(width))]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("number", *TAKEN))
        for name, row in zip(names, np.vstack([found.base, found.weight]), strict=True):
            writer.writerow((name, *(f"{value:.5f}" for value in row)))


class Turn(NamedTuple):
    """Vectors seen along the directions in which they differ most."""

    vectors: np.ndarray  # (cases, directions)
    mean: np.ndarray  # (numbers,)
    directions: np.ndarray  # (numbers, directions): times a vector less the mean


def turned(vectors: np.ndarray, most: int = 384) -> Turn:
    """Turn vectors (cases, numbers) to their main directions, so that many fits of them take little time."""
    mean, spread = vectors.mean(0), vectors.std(0) + 1e-6
    even = (vectors - mean) / spread
    _, directions = np.linalg.eigh(even.T @ even)
    directions = directions[:, ::-1][:, :most]
    return Turn(even @ directions, mean, directions / spread[:, None])


def fit_reading(turn: Turn, right: np.ndarray, beside: np.ndarray, use: np.ndarray, ridge: float) -> Reading:
    """Learn the scores by least squares.

    Parameters
    ----------
    turn : Turn
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
