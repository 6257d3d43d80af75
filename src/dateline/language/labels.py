"""Scores of name labels to names: the best row of labels in which every I- follows its own kind."""

from __future__ import annotations

from functools import cache

import numpy as np

_BARRED = -1e4


@cache
def _allowed(labels: tuple[str, ...]) -> np.ndarray:
    """Tell which label may follow which: I-X only B-X or I-X."""
    table = np.zeros((len(labels), len(labels)), np.float32)
    for j, after in enumerate(labels):
        if after.startswith("I-"):
            for i, before in enumerate(labels):
                if before[1:] != after[1:]:
                    table[i, j] = _BARRED
    return table


def best_labels(scores: np.ndarray, labels: tuple[str, ...]) -> list[int]:
    """Find the best allowed row of labels for one sentence (Viterbi).

    Parameters
    ----------
    scores : array of shape (words, labels)

    Returns
    -------
    one label number a word
    """
    guess = scores.argmax(1)
    if not guess.any():
        return guess.tolist()
    step = _allowed(labels)
    if not step[guess[:-1], guess[1:]].any() and not labels[guess[0]].startswith("I-"):
        return guess.tolist()
    best = scores[0] + np.array([_BARRED if name.startswith("I-") else 0.0 for name in labels], np.float32)
    back = np.zeros((len(scores), len(labels)), np.int64)
    for t in range(1, len(scores)):
        table = best[:, None] + step
        back[t] = table.argmax(0)
        best = table.max(0) + scores[t]
    row = [int(best.argmax())]
    for t in range(len(scores) - 1, 0, -1):
        row.append(int(back[t, row[-1]]))
    return row[::-1]


def spans(row: list[int], labels: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Read a row of BIO labels as half-open spans of words with their kind.

    Examples
    --------
    >>> spans([1, 2, 0, 1], ("O", "B-PERSON", "I-PERSON"))
    [(0, 2, 'PERSON'), (3, 4, 'PERSON')]
    """
    out: list[tuple[int, int, str]] = []
    for i, label in enumerate(row):
        prefix, _, kind = labels[label].partition("-")
        if prefix == "B":
            out.append((i, i + 1, kind))
        elif prefix == "I" and out and out[-1][1] == i and out[-1][2] == kind:
            out[-1] = (out[-1][0], i + 1, kind)
    return out
