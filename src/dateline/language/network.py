"""The encoder at run time: words to tags, heads, relations, names and more, a few windows of pieces at a time.

The graph is written by `training.export` and run by onnxruntime on one thread. Everything is a function of one text:
no state is kept between texts, so neither the order of articles nor the number of workers can change a result.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.language.pieces import VOCABULARY, Pieces
from dateline.language.trees import best_tree

MODEL = Path(__file__).parent / "models" / "encoder.onnx"
WINDOW = 96  # pieces that are read together
LONGEST = 192  # pieces of one sentence that are read together; a longer one is read in overlapping parts
OVERLAP = 20  # words that a part sees of its neighbours
BATCH = 512  # pieces run at once: what fits the cache of a core; it also bounds the memory on long texts
GROUP = 16  # sentences whose heads are scored at once, of like length
HEADS_AT_ONCE = 256  # heads that are asked at once for what stands below them

Array = np.ndarray


class Words(NamedTuple):
    """What the encoder tells of each word of a text, a row a word; `read` goes on from it."""

    tags: Array  # (words,) numbers of `Network.tags`
    arc_dependent: Array
    arc_head: Array
    arc_bias: Array
    rel_dependent: Array
    rel_head: Array
    name: Array
    ends: Array  # (words,) log odds that a sentence ends here
    happened: Array  # (words,) log odds that what the word tells happened
    same_later: Array  # (words, 64): times `same_earlier` of an earlier mention, the score that both are one
    same_earlier: Array
    new: Array  # (words,) score that a mention is the first of its thing
    vectors: Array  # (words, 2, 384) in 16 bits: what a middle layer and the last one make of the word


class _Part(NamedTuple):
    """A sentence, or a part of a long one: its words [first, last), and those that are seen with them."""

    first: int
    last: int
    opens: bool
    seen_first: int
    seen_last: int


def _parts(sentence: tuple[int, int, bool], first: Array) -> list[_Part]:
    """Cut a sentence of too many pieces into parts that overlap; first[i] is the first piece of word i."""
    a, b, opens = sentence
    if first[b] - first[a] <= LONGEST:
        return [_Part(a, b, opens, a, b)]
    parts = []
    while a < b:
        stop = max(a + 1, min(b, int(np.searchsorted(first, first[a] + LONGEST, "right")) - 1))
        before = max(sentence[0], a - OVERLAP, int(np.searchsorted(first, first[a] - 2 * OVERLAP)))
        after = min(
            b, stop + OVERLAP, max(stop, int(np.searchsorted(first, first[stop] + 2 * OVERLAP, "right")) - 1)
        )
        parts.append(_Part(a, stop, True, before, after))
        a = stop
    return parts


@cache
def load() -> Network:
    """Read the shipped network once, after checking the hashes of its files."""
    for line in MODEL.with_suffix(".sha256").read_text().splitlines():
        expected, name = line.split()
        found = hashlib.sha256(MODEL.with_name(name).read_bytes()).hexdigest()
        if found != expected:
            raise RuntimeError(
                f"The language model {name} is damaged (SHA-256 {found[:12]}…, expected {expected[:12]}…). "
                "Install dateline again."
            )
    return Network(MODEL, Pieces(VOCABULARY))


class Network:
    """The loaded graph and the steps over what it gives."""

    def __init__(self, model: Path, pieces: Pieces):
        # Its builds tell their maker of every session; said before it is loaded, it neither asks nor keeps anything.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # the graph is written as it runs fastest; more would fuse the steps of a norm into one that is slower, and
        # whose last digit differs from release to release
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        meta = json.loads(self._session.get_modelmeta().custom_metadata_map["labels"])
        self.tags: list[str] = meta["tags"]
        self.relations: list[str] = meta["relations"]
        self.labels: list[str] = meta["names"]
        self._pieces = pieces
        self._outputs = [one.name for one in self._session.get_outputs()]
        self._constant: dict[str, Array] = {}

    # --- words ------------------------------------------------------------------------------------
    def words(self, words: list[str], limits: list[tuple[int, int, bool]]) -> Words:
        """Run the encoder over a text.

        Parameters
        ----------
        words : every word of the text
        limits : its sentences, [first, last) and whether a paragraph opens with it; none empty, no word in none
        """
        number: dict[str, int] = {}
        for word in words:
            number.setdefault(word, len(number))
        cut = self._pieces.cut(list(number))
        known = [cut[number[word]] for word in words]
        size = np.array([len(ids) for ids, _ in known])
        first = np.concatenate([[0], np.cumsum(size)])
        ids = np.fromiter(chain.from_iterable(pieces for pieces, _ in known), np.int32)
        flat = np.stack([ids, np.repeat(np.array([form for _, form in known], np.int32), size)])
        parts = [part for one in limits for part in _parts(one, first)]
        rows = windows([first[p.last] - first[p.first] for p in parts], [p.opens for p in parts], WINDOW)
        laid = [self._row([parts[i] for i in row], first, flat) for row in rows]
        length = [row.shape[1] for row, _ in laid]
        order = sorted(range(len(laid)), key=lambda r: (-length[r], r))
        out: list[list[Array]] = [[] for _ in Words._fields]
        at: list[Array] = []
        for chunk in _chunks(order, length, BATCH):
            found = self._run([laid[r] for r in chunk])
            for column, values in zip(out, found, strict=True):
                column.append(values)
            at += [np.arange(parts[rows[r][0]].first, parts[rows[r][-1]].last) for r in chunk]
        back = np.argsort(np.concatenate(at), kind="stable")
        return Words(*(np.concatenate(column)[back] for column in out))

    def _row(self, parts: list[_Part], first: Array, flat: Array) -> tuple[Array, list[Array]]:
        """Lay out one window: pieces and shapes (2, pieces), and where the words of each part begin."""
        mark = np.array([[self._pieces.first], [0]], np.int32)
        stop = np.array([[self._pieces.last], [0]], np.int32)
        row, begins, at = [mark], [], 1
        for k, part in enumerate(parts):
            if k and part.opens:
                row.append(stop)
                at += 1
            row.append(flat[:, first[part.seen_first] : first[part.seen_last]])
            begins.append(first[part.first : part.last] - first[part.seen_first] + at)
            at += first[part.seen_last] - first[part.seen_first]
        return np.concatenate([*row, stop], 1), begins

    def _run(self, rows: list[tuple[Array, list[Array]]]) -> Words:
        """Run rows of like length, the longest first."""
        width = rows[0][0].shape[1]
        table = np.zeros((2, len(rows), width), np.int32)
        mask = np.zeros((len(rows), width), np.int32)
        for r, (row, _) in enumerate(rows):
            table[:, r, : row.shape[1]] = row
            mask[r, : row.shape[1]] = 1
        first = np.concatenate([b + r * width for r, (_, begins) in enumerate(rows) for b in begins])
        given = {"ids": table[0], "shapes": table[1], "mask": mask, "first": first.astype(np.int32)}
        found = dict(zip(self._outputs, self._session.run(None, given), strict=True))
        if not self._constant:
            names = ("name_mix_weight", "name_mix_bias", "name_out_weight", "name_out_bias")
            self._constant = {name: found[name] for name in names}
            rel = found["rel"].transpose(2, 1, 0)  # by head, relation and dependent
            self._constant["rel"] = np.ascontiguousarray(rel).reshape(len(rel), -1)
            self._constant |= {"arc_root": found["arc_head"][-1], "arc_root_bias": found["arc_bias"][-1],
                               "rel_root": found["rel_head"][-1]}  # fmt: skip
        count = len(first)
        vectors = np.empty((count, 2, found["word"].shape[1]), np.float16)
        vectors[:, 0], vectors[:, 1] = found["word_middle"], found["word"]
        return Words(
            found["tag"], found["arc_dependent"], found["arc_head"][:count], found["arc_bias"][:count, 0],
            found["rel_dependent"], found["rel_head"][:count], found["name"], found["end"][:, 0],
            found["happened"][:, 0], found["same_later"], found["same_earlier"], found["new"][:, 0],
            vectors,
        )  # fmt: skip

    # --- trees ------------------------------------------------------------------------------------
    def trees(self, words: Words, sentences: list[tuple[int, int]]) -> tuple[Array, Array]:
        """Choose heads (numbers of words, -1 at each root) and relations; one tree a sentence [first, last)."""
        heads = np.empty(len(words.tags), np.int64)
        root, bias = self._constant["arc_root"], self._constant["arc_root_bias"]
        order = sorted(sentences, key=lambda s: (s[0] - s[1], s[0]))
        for at in range(0, len(order), GROUP):
            group = order[at : at + GROUP]
            width = group[0][1] - group[0][0]
            left = np.zeros((len(group), width, words.arc_dependent.shape[1]), np.float32)
            right = np.zeros((len(group), width + 1, left.shape[2]), np.float32)
            more = np.zeros((len(group), 1, width + 1), np.float32)
            right[:, 0], more[:, 0, 0] = root, bias[0]
            for row, (a, b) in enumerate(group):
                left[row, : b - a] = words.arc_dependent[a:b]
                right[row, 1 : b - a + 1] = words.arc_head[a:b]
                more[row, 0, 1 : b - a + 1] = words.arc_bias[a:b]
            scores = np.matmul(left, right.transpose(0, 2, 1)) + more
            for row, (a, b) in enumerate(group):
                found = best_tree(scores[row, : b - a, : b - a + 1])
                heads[a:b] = np.where(found == 0, -1, found - 1 + a)
        return heads, self._relations(words, heads)

    def _relations(self, words: Words, heads: Array) -> Array:
        """Choose the relation of each word to its head; what a head asks for is worked out once for all below it."""
        above, of = np.unique(heads, return_inverse=True)
        head = np.concatenate([words.rel_head, self._constant["rel_root"][None]])[above]
        h = np.concatenate([head, np.ones((len(head), 1), np.float32)], 1)
        d = np.concatenate([words.rel_dependent, np.ones((len(heads), 1), np.float32)], 1)
        rel = self._constant["rel"]
        order = np.argsort(of, kind="stable")  # those below one head side by side
        below, first = d[order, :, None], np.searchsorted(of[order], np.arange(len(above) + 1))
        scores = np.empty((len(d), len(self.relations), 1), np.float32)
        for at in range(0, len(above), HEADS_AT_ONCE):
            asked = (h[at : at + HEADS_AT_ONCE] @ rel).reshape(-1, len(self.relations), d.shape[1])
            for one, (a, b) in zip(asked, pairwise(first[at : at + len(asked) + 1].tolist()), strict=True):
                np.matmul(one, below[a:b], out=scores[a:b])
        found = np.empty(len(d), np.int64)
        found[order] = scores[..., 0].argmax(1)
        return found

    # --- names ------------------------------------------------------------------------------------
    def names(self, words: Words, forms: list[str]) -> Array:
        """Score name labels; a capitalised word also sees the mean of its other places in the text."""
        number: dict[str, int] = {}
        key = np.array([number.setdefault(form.casefold(), len(number)) for form in forms])
        capital = np.array([not form.islower() and any(c.isupper() for c in form) for form in forms])
        x = words.name
        memory = x.copy()
        counts = np.bincount(key[capital], minlength=len(number))
        picked = np.flatnonzero(capital & (counts[key] > 1))
        if len(picked):
            by_word = picked[np.argsort(key[picked], kind="stable")]
            first = np.flatnonzero(np.diff(key[by_word], prepend=-1))
            size = np.diff(first, append=len(by_word))
            mean = np.add.reduceat(x[by_word], first, axis=0) / size[:, None]
            memory[by_word] = np.repeat(mean, size, axis=0)
        c = self._constant
        mixed = np.concatenate([x, memory], 1) @ c["name_mix_weight"] + c["name_mix_bias"]
        return _gelu(mixed) @ c["name_out_weight"] + c["name_out_bias"]


def _gelu(x: Array) -> Array:
    """The exact unit of training, to seven digits (Abramowitz and Stegun 7.1.26)."""
    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - series * np.exp(-z * z))
    return (0.5 * x * (1 + erf)).astype(np.float32)


def windows(sizes: list[int], opens: list[bool], budget: int) -> list[list[int]]:
    """Group neighbouring sentences into windows of at most so many pieces, marks between paragraphs included.

    Examples
    --------
    >>> windows([10, 20, 5], [True, False, True], 33)
    [[0, 1], [2]]
    """
    out: list[list[int]] = []
    size = 0
    for i, n in enumerate(sizes):
        more = n + opens[i]
        if out and size + more + 2 <= budget:
            out[-1].append(i)
            size += more
        else:
            out.append([i])
            size = n
    return out


def _chunks(order: list[int], lengths: list[int], budget: int) -> Iterator[list[int]]:
    """Cut rows, longest first, into chunks of about so many places."""
    chunk: list[int] = []
    for i in order:
        if chunk and (len(chunk) + 1) * lengths[chunk[0]] > budget:
            yield chunk
            chunk = []
        chunk.append(i)
    if chunk:
        yield chunk
