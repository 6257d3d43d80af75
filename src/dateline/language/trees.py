"""Scores of heads to one tree a sentence: the best head of each word, mended where that makes no tree."""

from __future__ import annotations

import numpy as np


def best_tree(scores: np.ndarray) -> np.ndarray:
    """Choose a head for each word so that all form one tree with one root.

    Parameters
    ----------
    scores : array of shape (words, 1 + words); column 0 is the root

    Returns
    -------
    heads : array of shape (words,), 0 for the root, else 1 + the number of the head

    Notes
    -----
    The best head of each word where that is a tree, as it mostly is; else the maximum spanning tree (Chu and Liu
    1965, Edmonds 1967), once for each word that wants to be the root (at most three).

    Examples
    --------
    >>> best_tree(np.array([[0.0, -9.0, 1.0], [0.5, 2.0, -9.0]]))  # each wants the other
    array([0, 1])
    """
    count = len(scores)
    if count == 0:
        return np.zeros(0, np.int64)
    scores = scores.astype(np.float64)
    scores[np.arange(count), np.arange(1, count + 1)] = -1e9
    heads = scores.argmax(1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1 and not _cycle(heads):
        return heads
    gain = scores[:, 0] - scores[:, 1:].max(1)
    candidates = sorted(roots, key=lambda r: (-gain[r], r))[:3] if len(roots) else [int(gain.argmax())]
    best, best_total = heads, -np.inf
    for root in candidates:
        one = scores.copy()
        one[:, 0] = -1e9
        one[root] = -1e9
        one[root, 0] = 0.0
        tree = _spanning(one)
        total = scores[np.arange(count), tree].sum()
        if total > best_total:
            best, best_total = tree, total
    return best


def _cycle(heads: np.ndarray) -> list[int]:
    """Follow every word up, and give the words of the first cycle (numbered from 1), or nothing."""
    state = [0] * (len(heads) + 1)  # 1 being followed, 2 known to reach the root
    state[0] = 2
    for word in range(1, len(heads) + 1):
        path = []
        while not state[word]:
            state[word] = 1
            path.append(word)
            word = int(heads[word - 1])
        if state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return []


def _spanning(scores: np.ndarray) -> np.ndarray:
    """Find the maximum spanning tree by contracting cycles."""
    count = len(scores)
    heads = scores.argmax(1)
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle) - 1
    outside = np.setdiff1d(np.arange(count), inside)
    kept = scores[inside, heads[inside]].sum()
    size = len(outside)
    # the cycle becomes the last word of a smaller problem
    small = np.full((size + 1, size + 2), -1e9)
    columns = np.concatenate([[0], outside + 1])
    small[:size, : size + 1] = scores[np.ix_(outside, columns)]
    leaving = scores[np.ix_(outside, inside + 1)]
    leave_by = leaving.argmax(1) if size else np.zeros(0, np.int64)
    small[:size, size + 1] = leaving.max(1) if size else 0.0
    entering = scores[np.ix_(inside, columns)] - scores[inside, heads[inside]][:, None] + kept
    enter_by = entering.argmax(0)
    small[size, : size + 1] = entering.max(0)
    small[size, size + 1] = -1e9
    tree = _spanning(small)
    result = heads.copy()
    for i, word in enumerate(outside):
        head = tree[i]
        result[word] = inside[leave_by[i]] + 1 if head == size + 1 else columns[head]
    entry = tree[size]
    broken = inside[enter_by[entry]]
    result[broken] = columns[entry]
    return result
