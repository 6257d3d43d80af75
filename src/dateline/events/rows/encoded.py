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

from dateline.language.halves import widened
from dateline.language.tokens import Tokens
from dateline.lexicons import read_facts

FILE, PAIRS_FILE, DAYS_FILE = "row_vectors.csv", "row_pairs.csv", "row_days.csv"
SAME = "the encoder takes both for one event"
TAKEN = (
    "the encoder takes it for an event",
    "the encoder takes it for the best telling",
    "the encoder takes it for news",
)
OWN_DAY, DAY = (
    "the encoder takes the day of its sentence for its own",
    "the encoder takes the day for its own",
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
    last = widened(tokens.vectors[:, _LAST])
    means: dict[int, np.ndarray] = {}
    rows = np.empty((len(words), len(_PARTS), last.shape[1]), np.float32)
    rows[:, 0] = widened(tokens.vectors[list(words), _MIDDLE])
    for row, word, clause in zip(rows, words, clauses, strict=True):
        number = tokens.sentence[word]
        if number not in means:
            sentence = tokens.sentences[number]
            means[number] = _mean(last[sentence.first : sentence.last])
        row[1], row[2] = _mean(last[sorted({word, *clause})]), means[number]
    return rows.reshape(len(rows), -1)


def _mean(rows: np.ndarray) -> np.ndarray:
    return np.add.reduce(rows) / np.float32(len(rows))


def middle_of(vectors: np.ndarray) -> np.ndarray:
    """Give what the middle layer makes of the words themselves, of vectors as `vectors_of` lays them out."""
    return vectors[..., : vectors.shape[-1] // len(_PARTS)]


def middle_at(tokens: Tokens, word: int) -> np.ndarray:
    """Give what the middle layer makes of one word; ask only where there are vectors."""
    if tokens.vectors is None:
        raise ValueError("this parse has no vectors")
    return widened(tokens.vectors[word, _MIDDLE])


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


class DayReading(NamedTuple):
    """Scores of an event word and the word of a day: of its own sentence, and of another."""

    own: PairReading
    other: PairReading


def middles_of(tokens: Tokens) -> np.ndarray | None:
    """Give what the middle layer makes of every word of a text, a row each; None where there are no vectors."""
    return None if tokens.vectors is None else widened(tokens.vectors[:, _MIDDLE])


def day_scores(
    reading: DayReading, middles: np.ndarray, word: int, days: Sequence[tuple[int, bool]]
) -> list[dict[str, float]]:
    """Score an event word beside words of days (-1: none), of which each is of its own sentence or not."""
    found: list[dict[str, float]] = [{} for _ in days]
    for own, pair, name in ((True, reading.own, OWN_DAY), (False, reading.other, DAY)):
        rows = [number for number, (day, of_it) in enumerate(days) if of_it == own and day >= 0]
        if rows:
            told = middles[[days[row][0] for row in rows]]
            event = np.repeat(middles[word][None], len(rows), 0)
            for row, score in zip(rows, pair.scores(event, told).tolist(), strict=True):
                found[row] = {name: score}
    return found


class Scores(NamedTuple):
    """What is read from vectors: of single events, of pairs, and of events and days."""

    single: Reading
    pair: PairReading
    day: DayReading | None = None


@cache
def scores() -> Scores:
    """Read the weights of the package."""
    table, pairs, days = map(read_table, (FILE, PAIRS_FILE, DAYS_FILE))
    own, other = _pair_reading(days[:, :3]), _pair_reading(days[:, 3:])
    return Scores(Reading(table[1:], table[0]), _pair_reading(pairs), DayReading(own, other))


def _pair_reading(table: np.ndarray) -> PairReading:
    return PairReading(table[1:, 0], table[1:, 1], table[1:, 2], float(table[0, 0]))


def write_scores(found: Scores, folder: Path) -> None:
    """Write weights for `scores`: what is always added, then a line each number of the vectors."""
    width = len(found.single.weight) // len(_PARTS)
    names = ["always", *(f"{part} {number}" for part in _PARTS for number in range(width))]
    write_table(folder / FILE, TAKEN, names, np.vstack([found.single.base, found.single.weight]))
    numbers = ["always", *map(str, range(len(found.pair.both)))]
    write_table(folder / PAIRS_FILE, ("both", "earlier", "later"), numbers, _pair_table(found.pair))
    if found.day is not None:
        table = np.hstack([_pair_table(found.day.own), _pair_table(found.day.other)])
        names = [f"{part}{where}" for where in (" of its sentence", "") for part in ("both", "event", "day")]
        write_table(folder / DAYS_FILE, names, numbers, table)


def _pair_table(pair: PairReading) -> np.ndarray:
    return np.vstack([[pair.base, 0, 0], np.stack([pair.both, pair.earlier, pair.later], 1)])


def read_table(file: str) -> np.ndarray:
    """Read the weights of one file: what is always added, then a row each number of the vectors."""
    return np.array([list(row.values())[1:] for row in read_facts(file)], np.float32)


def write_table(
    path: Path, columns: Sequence[str], names: Iterable[str], table: np.ndarray, digits: int = 5
) -> None:
    """Write weights for `read_table`, each row with its name."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("number", *columns))
        for name, row in zip(names, table, strict=True):
            writer.writerow((name, *(f"{value:.{digits}g}" for value in row)))
