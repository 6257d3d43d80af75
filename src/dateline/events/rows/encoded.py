"""What the encoder takes a word for: scores of its vectors, signals like any other of the choice of rows.

A score of an event is a sum over what the encoder makes of the word itself (a middle layer), of the words of its clause
and of its sentence (means of the last layer); that of a pair sums up the products of the numbers of both words, and
each by itself. The weights are learned by least squares (`vector_fit`) and stand in lexicons/row_vectors.csv and
row_pairs.csv: a line each number of the vectors. A parse of another engine has no vectors, and no scores.
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

FILE, PAIRS_FILE = "row_vectors.csv", "row_pairs.csv"
SAME = "the encoder takes both for one event"
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


def middle_of(vectors: np.ndarray) -> np.ndarray:
    """Give what the middle layer makes of the words themselves, of vectors as `vectors_of` lays them out."""
    return vectors[:, : vectors.shape[1] // len(_PARTS)]


class PairReading(NamedTuple):
    """Weights of two words of one article, by the numbers of their middle vectors: the products and each by itself."""

    both: np.ndarray
    earlier: np.ndarray
    later: np.ndarray
    base: float

    def scores(self, earlier: np.ndarray, later: np.ndarray) -> np.ndarray:
        """Score pairs (pairs, numbers): the higher, the more the later word tells the event of the earlier one."""
        found = (earlier * later) @ self.both + earlier @ self.earlier + later @ self.later + self.base
        return np.round(found, _DIGITS)


class Scores(NamedTuple):
    """What is read from vectors: of single events and of pairs."""

    single: Reading
    pair: PairReading


@cache
def scores() -> Scores:
    """Read the weights of the package."""
    rows = [list(row.values()) for row in read_facts(FILE)]
    table = np.array([row[1:] for row in rows], np.float32)
    pairs = np.array([list(row.values())[1:] for row in read_facts(PAIRS_FILE)], np.float32)
    return Scores(
        Reading(table[1:], table[0]),
        PairReading(pairs[1:, 0], pairs[1:, 1], pairs[1:, 2], float(pairs[0, 0])),
    )


def write_scores(found: Scores, folder: Path) -> None:
    """Write weights for `scores`: what is always added, then a line each number of the vectors."""
    width = len(found.single.weight) // len(_PARTS)
    names = ["always", *(f"{part} {number}" for part in _PARTS for number in range(width))]
    _write(folder / FILE, TAKEN, names, np.vstack([found.single.base, found.single.weight]))
    pair = found.pair
    table = np.stack([pair.both, pair.earlier, pair.later], 1)
    names = ["always", *map(str, range(len(table)))]
    _write(folder / PAIRS_FILE, ("both", "earlier", "later"), names, np.vstack([[pair.base, 0, 0], table]))


def _write(path: Path, columns: Sequence[str], names: Sequence[str], table: np.ndarray) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("number", *columns))
        for name, row in zip(names, table, strict=True):
            writer.writerow((name, *(f"{value:.5g}" for value in row)))
