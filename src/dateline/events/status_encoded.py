"""Did it happen? What the encoder takes an event for: a score a status of its vectors, signals like any other.

Weights: lexicons/status_vectors.csv, a line each number of the vectors; made again by
`python -m dateline.events.status_training`. A parse of another engine has no vectors, and no scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from dateline.events.records import DENIED, HAPPENED, HYPOTHETICAL, ONGOING, PLANNED
from dateline.events.rows.encoded import Reading, read_table, vectors_of, write_table
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree

FILE = "status_vectors.csv"
STATUSES = (HAPPENED, ONGOING, PLANNED, HYPOTHETICAL, DENIED)
TAKEN = tuple(f"the encoder takes it for {status}" for status in STATUSES)
_BESIDE = frozenset(
    (rel.ADVERBIAL_CLAUSE, rel.RELATIVE_CLAUSE, rel.COMPLEMENT, rel.ASIDE, rel.SENTENCE_RELATIVE)
)  # clauses of their own
_MOST = 60  # words of a clause


def vectors_at(tree: Tree, words: Sequence[int]) -> np.ndarray | None:
    """Gather the vectors of event words: of each itself, its clause and its sentence; None where there are none."""
    return vectors_of(tree.tokens, words, [_clause(tree, word) for word in words])


def _clause(tree: Tree, top: int) -> list[int]:
    """List the words of a clause, without those of other clauses within."""
    found: list[int] = []
    waiting = [top]
    while waiting and len(found) < _MOST:
        word = waiting.pop()
        found.append(word)
        waiting += [child for child in tree.dependents(word) if not _is_beside(tree, child)]
    return found


def _is_beside(tree: Tree, word: int) -> bool:
    relation = tree.relation(word)
    return relation in _BESIDE or (relation == rel.CONJUNCT and tree.is_verb(word))


def taken_for(reading: Reading, vectors: np.ndarray | None, count: int) -> list[dict[str, float]]:
    """Score events by their vectors: of each, the signals of `TAKEN`; empty ones where there are no vectors."""
    if vectors is None:
        return [{} for _ in range(count)]
    return [dict(zip(TAKEN, row, strict=True)) for row in reading.scores(vectors).tolist()]


@cache
def reading() -> Reading:
    """Read the weights of the package."""
    table = read_table(FILE)
    return Reading(table[1:], table[0])


def write_reading(found: Reading, folder: Path) -> None:
    """Write weights for `reading`: what is always added, then a line each number of the vectors."""
    names = ["always", *map(str, range(len(found.weight)))]
    write_table(folder / FILE, STATUSES, names, np.vstack([found.base, found.weight]), digits=4)
