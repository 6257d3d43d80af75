"""First word vectors, from how often words stand near one another in open text.

Positive pointwise mutual information of each word with its neighbours (one to two places to the left and right,
each place apart, and anywhere within five), brought to a few dimensions by a truncated singular value
decomposition, which beats word2vec on small corpora (Levy, Goldberg and Dagan, 2015).
"""

from __future__ import annotations

import numpy as np

NEAR, WIDE = 2000, 4000  # neighbours counted: the most frequent words


def word_vectors(words: np.ndarray, lengths: np.ndarray, entries: int, size: int, seed: int) -> np.ndarray:
    """Make a vector of `size` for each of `entries` words of the running text `words` (entry 0 = unknown).

    Parameters
    ----------
    words : vocabulary entries of the running text
    lengths : words of each sentence, in order; neighbours are counted within a sentence

    Returns
    -------
    array of shape (entries, size), float32, of unit variance; words never seen are zero
    """
    sentence = np.repeat(np.arange(len(lengths)), lengths)
    counts = np.bincount(words, minlength=entries)
    counts[0] = 0
    order = np.argsort(-counts, kind="stable")
    blocks = [_pmi(words, sentence, order[:NEAR], entries, (offset,)) for offset in (-2, -1, 1, 2)]
    blocks.append(_pmi(words, sentence, order[:WIDE], entries, (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)))
    matrix = np.concatenate(blocks, 1)
    del blocks
    vectors = _reduced(matrix, size, seed)
    seen = counts > 0
    vectors /= vectors[seen].std(0, keepdims=True) + 1e-6
    vectors[~seen] = 0.0
    return vectors.astype(np.float32)


def _pmi(words, sentence, neighbours, entries: int, offsets) -> np.ndarray:
    column = np.full(entries, -1, np.int64)
    column[neighbours] = np.arange(len(neighbours))
    table = np.zeros(entries * len(neighbours), np.float32)
    for offset in offsets:
        a = slice(max(0, -offset), len(words) - max(0, offset))
        b = slice(max(0, offset), len(words) - max(0, -offset))
        keep = (sentence[a] == sentence[b]) & (column[words[b]] >= 0) & (words[a] > 0)
        pairs = words[a][keep].astype(np.int64) * len(neighbours) + column[words[b]][keep]
        table += np.bincount(pairs, minlength=len(table)).astype(np.float32)
    table = table.reshape(entries, len(neighbours))
    row = table.sum(1, keepdims=True)
    col = table.sum(0, keepdims=True) ** 0.75  # smoothed, so that rare neighbours do not rule
    col /= col.sum() + 1e-9
    np.divide(table, row * col, out=table, where=row * col > 0)
    np.log(table, out=table, where=table > 1)
    table[table < 0] = 0.0
    table[row[:, 0] < 1] = 0.0
    return np.where(table > 0, table, 0.0)


def _reduced(matrix: np.ndarray, size: int, seed: int) -> np.ndarray:
    """Reduce a matrix by randomised singular value decomposition (Halko et al., 2011)."""
    draw = np.random.default_rng(seed)
    basis = matrix @ draw.standard_normal((matrix.shape[1], size + 32), dtype=np.float32)
    for _ in range(3):
        basis, _ = np.linalg.qr(basis)
        basis = matrix @ (matrix.T @ basis)
    basis, _ = np.linalg.qr(basis)
    u, s, _ = np.linalg.svd(basis.T @ matrix, full_matrices=False)
    return (basis @ u[:, :size]) * np.sqrt(s[:size])
