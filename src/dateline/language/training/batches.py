"""Documents to batches of numbers: windows of whole sentences, as the product reads them."""

from __future__ import annotations

import random
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from dateline.language.network import windows
from dateline.language.pieces import Pieces
from dateline.language.training.material import SOURCES, Document

WINDOWS = (64, 96, 128, 160)  # pieces a window may hold; drawn anew for each document
LONGEST = 300  # pieces of one sentence; longer ones are passed over in training


class Batch(NamedTuple):
    """What one step of the fit needs; words are numbered over the batch."""

    ids: Tensor  # (rows, pieces)
    shapes: Tensor
    mask: Tensor
    first: Tensor  # (words,) the first piece of each word, numbered over the rows
    same: Tensor  # (words,) words of one form in one document share a number; 0 = alone
    source: Tensor  # (words,)
    misc: Tensor  # (words,) whether MISC names are marked
    names: Tensor  # (words,) labels, -100 where unknown
    tree: Tensor  # numbers of the words that have a tree
    tags: Tensor  # (words,)
    heads: Tensor  # (words,) numbers of words, -1 at the root
    relations: Tensor
    place: Tensor  # (sentences with a tree, longest) numbers of words, -1 beyond the end
    local: Tensor  # (sentences with a tree, longest) heads within the sentence, -100 beyond the end
    ends: Tensor  # (words,) 1 last of its sentence, 0 not, -100 where the window tells
    happened: Tensor  # (answers, 3) word, share of yes, weight
    mentions: list[list[tuple[int, int]]]  # of each document: (head word, entity)


class Batcher:
    """Cuts documents into pieces and lays them out in rows."""

    def __init__(self, pieces: Pieces):
        self.pieces = pieces
        self.known: dict[str, tuple[list[int], int]] = {}

    def cut(self, words: list[str]) -> list[tuple[list[int], int]]:
        new = sorted({w for w in words if w not in self.known})
        if new:
            self.known.update(zip(new, self.pieces.cut(new), strict=True))
        return [self.known[w] for w in words]

    def size(self, words: list[str]) -> int:
        return sum(len(ids) for ids, _ in self.cut(words))

    def plan(self, documents: list[Document], pieces: int, draw: random.Random) -> list[list]:
        """Group documents into batches of about so many pieces, of windows of like length."""
        jobs = []
        for document in documents:
            kept = [s for s in document.sentences if self.size(s.words) <= LONGEST]
            if len(kept) < len(document.sentences):
                document = Document(document.id, document.source, kept, document.misc)  # mentions would slip
            if not kept:
                continue
            sizes = [self.size(s.words) for s in kept]
            rows = windows(sizes, [s.opens for s in kept], draw.choice(WINDOWS))
            for at in range(0, len(rows), 24):  # long documents in parts
                part = rows[at : at + 24]
                longest = max(sum(sizes[i] + 1 for i in row) + 1 for row in part)
                jobs.append((longest, draw.random(), document, part))
        jobs.sort(key=lambda j: (j[0] + 24 * j[1], j[1]))
        plan: list[list] = []
        rows_in, widest = 0, 0
        for longest, _, document, part in jobs:
            width = max(widest, longest)
            if plan and width * (rows_in + len(part)) <= pieces:
                plan[-1].append((document, part))
                rows_in, widest = rows_in + len(part), width
            else:
                plan.append([(document, part)])
                rows_in, widest = len(part), longest
        draw.shuffle(plan)
        return plan

    def batch(self, jobs: list, draw: random.Random | None = None) -> Batch:
        """Lay out the windows of some documents."""
        rows: list[list[tuple[int, int]]] = []
        c: dict[str, list] = {name: [] for name in Batch._fields}
        firsts: list[tuple[int, int]] = []
        keys: dict[tuple, int] = {}
        key_of: list[int] = []
        for n, (document, part) in enumerate(jobs):
            # whose way of marking to follow, or, one time in four, nobody's
            source = 0 if draw is None or draw.random() < 0.25 else SOURCES.index(document.source)
            start = [0]
            for s in document.sentences:
                start.append(start[-1] + len(s.words))
            number: dict[int, int] = {}  # of a word of the document, its number in the batch
            for window in part:
                row = [(self.pieces.first, 0)]
                for k, i in enumerate(window):
                    s = document.sentences[i]
                    if k and s.opens:
                        row.append((self.pieces.last, 0))
                    base = len(firsts)
                    for j, (word, (ids, form)) in enumerate(zip(s.words, self.cut(s.words), strict=True)):
                        number[start[i] + j] = len(firsts)
                        firsts.append((len(rows), len(row)))
                        row += [(piece, form) for piece in ids]
                        capital = any(ch.isupper() for ch in word)
                        key = (n, word.casefold()) if capital else (n, i, j, 0)
                        key_of.append(keys.setdefault(key, len(keys)))
                    size = len(s.words)
                    c["source"] += [source] * size
                    c["misc"] += [document.misc] * size
                    c["names"] += s.names or [-100] * size
                    last = k == len(window) - 1 or document.sentences[window[k + 1]].opens
                    c["ends"] += [0] * (size - 1) + [-100 if last else 1]
                    c["tags"] += s.tags or [0] * size
                    c["relations"] += s.relations or [0] * size
                    c["heads"] += [base + h - 1 if h else -1 for h in s.heads] or [-1] * size
                    if s.heads:
                        c["tree"] += range(base, base + size)
                        c["place"].append(list(range(base, base + size)))
                        c["local"].append(s.heads)
                    c["happened"] += [(base + w, yes, weight) for w, yes, weight in s.happened]
                rows.append([*row, (self.pieces.last, 0)])
            c["mentions"].append([(number[w], e) for w, e in document.mentions if w in number])
        return self._tensors(rows, firsts, key_of, c)

    def _tensors(self, rows, firsts, key_of, c) -> Batch:
        width = max(map(len, rows))
        table = np.zeros((2, len(rows), width), np.int64)
        mask = np.zeros((len(rows), width), bool)
        for r, row in enumerate(rows):
            table[:, r, : len(row)] = np.array(row).T
            mask[r, : len(row)] = True
        counts = np.bincount(key_of)
        many = counts[key_of] > 1
        _, dense = np.unique(np.where(many, np.array(key_of) + 1, 0), return_inverse=True)
        same = dense if not many.all() else dense + 1
        longest = max(map(len, c["place"]), default=1)

        def padded(lists, fill):
            return torch.tensor([[*one, *[fill] * (longest - len(one))] for one in lists] or [[fill]])

        return Batch(
            torch.from_numpy(table[0]), torch.from_numpy(table[1]), torch.from_numpy(mask),
            torch.tensor([r * width + p for r, p in firsts]), torch.from_numpy(same),
            torch.tensor(c["source"]), torch.tensor(c["misc"]), torch.tensor(c["names"]),
            torch.tensor(c["tree"], dtype=torch.long), torch.tensor(c["tags"]), torch.tensor(c["heads"]),
            torch.tensor(c["relations"]), padded(c["place"], -1), padded(c["local"], -100),
            torch.tensor(c["ends"]), torch.tensor(c["happened"], dtype=torch.float).reshape(-1, 3), c["mentions"],
        )  # fmt: skip
