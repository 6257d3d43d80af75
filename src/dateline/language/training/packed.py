"""One corpus of the prepared file: its columns, and its sentences and documents in batches."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor


@dataclass
class Corpus:
    """One packed corpus: rows of arrays, sentence and document limits."""

    columns: dict[str, np.ndarray]
    first: np.ndarray
    documents: list[range]

    @classmethod
    def load(cls, packs, name: str) -> Corpus:
        lengths = packs[f"{name}.lengths"]
        first = np.concatenate([[0], np.cumsum(lengths)])
        limits = np.concatenate([[0], np.cumsum(packs[f"{name}.documents"])])
        columns = {
            c: packs[f"{name}.{c}"] for c in ("words", "context", "tags", "heads", "relations", "names")
        }
        return cls(columns, first, [range(a, b) for a, b in pairwise(limits)])

    def length(self, sentence: int) -> int:
        return int(self.first[sentence + 1] - self.first[sentence])

    def padded(self, sentences: list[int], column: str, fill: int) -> Tensor:
        width = max(self.length(s) for s in sentences)
        out = np.full((len(sentences), width), fill, np.int64)
        values = self.columns[column]
        for row, s in enumerate(sentences):
            out[row, : self.length(s)] = values[self.first[s] : self.first[s + 1]]
        return torch.from_numpy(out)

    def batches(self, words: int, draw: random.Random, cap: int = 120) -> list[list[int]]:
        """Group sentences of like length into batches of about so many words."""
        every = [s for d in self.documents for s in d if 0 < self.length(s) <= cap]
        every.sort(key=lambda s: (self.length(s) + draw.random() * 3, s))
        return _fill(every, self.length, words, draw)

    def document_batches(self, words: int, draw: random.Random) -> list[list[list[int]]]:
        """Group whole documents (cut at `words`) into batches."""
        pieces: list[list[int]] = []
        for d in self.documents:
            piece: list[int] = []
            size = 0
            for s in d:
                if self.length(s) > 150:
                    continue
                if piece and size + self.length(s) > words:
                    pieces.append(piece)
                    piece, size = [], 0
                piece.append(s)
                size += self.length(s)
            if piece:
                pieces.append(piece)
        draw.shuffle(pieces)
        return _fill(pieces, lambda p: sum(map(self.length, p)), words, draw)


def _fill(items, length, words: int, draw: random.Random) -> list[list]:
    out, size = [[]], 0
    for item in items:
        if out[-1] and size + length(item) > words:
            out.append([])
            size = 0
        out[-1].append(item)
        size += length(item)
    draw.shuffle(out)
    return out
