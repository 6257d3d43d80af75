"""The network in numpy: words to tags, heads, relations and name labels, a batch of sentences at a time.

The arithmetic is that of `training.network`, written by `training.export`. Everything is a function of one text:
no state is kept between texts, so the order in which articles are read cannot change a result.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.language.features import LISTS, context_flags, hashed_ids, plain_word, word_key
from dateline.language.trees import best_tree

MODEL = Path(__file__).parent / "models" / "network.npz"
CHUNK = 4096  # words run at once; bounds the memory on long texts
GROUP = 16  # sentences whose heads are scored at once, of like length

Array = np.ndarray


class Read(NamedTuple):
    """What the network reads in one sentence, a row a word; heads are 0 for the root, else 1 + a word of it."""

    tags: Array  # (words,) numbers of `Network.tags`
    heads: Array  # (words,)
    relations: Array  # (words,) numbers of `Network.relations`
    names: Array  # (words, labels) scores of `Network.labels`


class _Run(NamedTuple):
    """What one run over a chunk of sentences leaves, a row a word, sentence after sentence."""

    tags: Array
    heads: Array
    relations: Array
    names: Array  # hidden vectors of the name layer


@cache
def load() -> Network:
    """Read the shipped network once, after checking its hash."""
    raw = MODEL.read_bytes()
    expected = MODEL.with_suffix(".sha256").read_text().split()[0]
    found = hashlib.sha256(raw).hexdigest()
    if found != expected:
        raise RuntimeError(
            f"The language model {MODEL.name} is damaged (SHA-256 {found[:12]}…, expected {expected[:12]}…). "
            "Install dateline again."
        )
    with np.load(MODEL, allow_pickle=False) as packed:
        return Network({name: packed[name] for name in packed.files})


def _leaky(x: Array) -> Array:
    return np.maximum(x, 0.1 * x)


class Network:
    """The loaded weights and the steps over them."""

    def __init__(self, packed: dict[str, Array]):
        meta = json.loads(packed["meta"].tobytes())
        self.tags: list[str] = meta["tags"]
        self.relations: list[str] = meta["relations"]
        self.labels: list[str] = meta["labels"]
        self.row = {key: i for i, key in enumerate(meta["entries"])}
        self.lists: dict[str, int] = meta["lists"]
        self.source: int = meta["source"].index(1.0)  # whose way of marking names to follow
        self.tables = [(packed[f"table{i}"], packed[f"scale{i}"].astype(np.float32)) for i in range(7)]
        self.w = {
            name: packed[name].astype(np.float32) for name in packed if packed[name].dtype == np.float16
        }
        self.layers = sum(name.startswith("lstm_x") for name in self.w)

    def read(self, sentences: list[list[str]]) -> list[Read]:
        """Run the sentences of one text; each is a list of one word or more, none longer than a few hundred."""
        vectors, rows, words = self._words(sentences)
        order = sorted(range(len(sentences)), key=lambda i: (-len(sentences[i]), i))
        runs: list[_Run] = []
        for chunk in _chunks(order, [len(s) for s in sentences]):
            runs.append(self._run([rows[i] for i in chunk], vectors))
        tags, heads, relations, hidden = (np.concatenate(part) for part in zip(*runs, strict=True))
        names = self._names(hidden, np.concatenate([rows[i][0] for i in order]), words)
        limits = np.cumsum([len(sentences[i]) for i in order])[:-1]
        split = zip(*(np.split(part, limits) for part in (tags, heads, relations, names)), strict=True)
        out = dict(zip(order, split, strict=True))
        return [Read(*out[i]) for i in range(len(sentences))]

    # --- words ------------------------------------------------------------------------------------
    def _words(self, sentences: list[list[str]]) -> tuple[Array, list[Array], list[str]]:
        """Make a vector for each distinct word, and number the words of each sentence."""
        number: dict[str, int] = {}
        ids, bits = [], []
        rows = []
        for words in sentences:
            row = np.empty((2, len(words)), np.int64)
            for i, word in enumerate(words):
                n = number.get(word)
                if n is None:
                    n = number[word] = len(number)
                    ids.append((self.row.get(word_key(word), 0), *hashed_ids(word)))
                    bits.append(self.lists.get(plain_word(word), 0))
                row[0, i] = n
            row[1] = context_flags(words)
            rows.append(row)
        table = np.array(ids)
        x = np.zeros((len(ids), self.tables[0][0].shape[1]), np.float32)
        for i, (weights, scale) in enumerate(self.tables):
            x += weights[table[:, i]] * scale[table[:, i], None]
        flags = (np.array(bits)[:, None] >> np.arange(len(LISTS)) & 1).astype(np.float32)
        x += flags @ self.w["encoder.flags.weight"].T + self.w["encoder.flags.bias"]
        x -= x.mean(1, keepdims=True)
        x /= np.sqrt((x * x).mean(1, keepdims=True) + 1e-5)
        x = x * self.w["encoder.norm.weight"] + self.w["encoder.norm.bias"]
        x += _leaky(x @ self.w["encoder.mix.weight"].T + self.w["encoder.mix.bias"])
        return x, rows, list(number)

    # --- sentences --------------------------------------------------------------------------------
    def _run(self, rows: list[Array], vectors: Array) -> _Run:
        """Run sentences, longest first."""
        lengths = np.array([r.shape[1] for r in rows])
        flat = np.concatenate(rows, 1)
        x = vectors[flat[0]] + self.w["encoder.context.weight"][flat[1]]
        packing = _packing(lengths)
        for layer in range(self.layers):
            x = self._lstm(x, packing, layer)
        tags = (x @ self.w["tag.weight"].T + self.w["tag.bias"]).argmax(1)
        heads = self._heads(x, lengths)
        relations = self._relations(x, heads, lengths)
        names = _leaky(x @ self.w["name_in.weight"].T + self.w["name_in.bias"])
        return _Run(tags, heads, relations, names)

    def _lstm(self, x: Array, packing: tuple[Array, Array], layer: int) -> Array:
        """Run one layer, both directions at once, over words packed by their place in the sentence."""
        places, active = packing
        inner = self.w[f"lstm_h{layer}"]  # (2, hidden, 4 hidden), gates in, forget, out, new
        size = inner.shape[1]
        gates = np.matmul(x[places], self.w[f"lstm_x{layer}"])
        gates += self.w[f"lstm_b{layer}"][:, None]
        hidden = np.zeros((2, active[0], size), np.float32)
        cell = np.zeros((2, active[0], size), np.float32)
        packed = np.empty((2, len(x), size), np.float32)
        at = 0
        for n in active:
            g = gates[:, at : at + n]
            g += np.matmul(hidden[:, :n], inner)
            np.tanh(g, out=g)
            sigmoid = g[..., : 3 * size]  # weights of these were halved: sigmoid(x) = (1 + tanh(x / 2)) / 2
            sigmoid *= 0.5
            sigmoid += 0.5
            c = cell[:, :n]
            c *= g[..., size : 2 * size]
            c += g[..., :size] * g[..., 3 * size :]
            hidden = packed[:, at : at + n]
            np.tanh(c, out=hidden)
            hidden *= g[..., 2 * size : 3 * size]
            at += n
        out = np.empty((len(x), 2 * size), np.float32)
        out[places[0], :size] = packed[0]
        out[places[1], size:] = packed[1]
        return out

    def _heads(self, x: Array, lengths: Array) -> Array:
        """Choose the heads of each sentence, one tree each."""
        d = _leaky(x @ self.w["arc_dependent.weight"].T + self.w["arc_dependent.bias"]) @ self.w["arc"]
        h = _leaky(x @ self.w["arc_head.weight"].T + self.w["arc_head.bias"])
        root = _leaky(self.w["root"] @ self.w["arc_head.weight"].T + self.w["arc_head.bias"])
        first = np.concatenate([[0], np.cumsum(lengths)])
        heads = np.empty(len(x), np.int64)
        for at in range(0, len(lengths), GROUP):
            group = range(at, min(at + GROUP, len(lengths)))
            width = int(lengths[at])
            left = np.zeros((len(group), width, d.shape[1]), np.float32)
            right = np.zeros((len(group), width + 1, d.shape[1]), np.float32)
            right[:, 0] = root
            for row, b in enumerate(group):
                left[row, : lengths[b]] = d[first[b] : first[b + 1]]
                right[row, 1 : lengths[b] + 1] = h[first[b] : first[b + 1]]
            scores = np.matmul(left, right.transpose(0, 2, 1))
            scores += (right @ self.w["arc_bias"])[:, None, :]
            for row, b in enumerate(group):
                n = lengths[b]
                heads[first[b] : first[b + 1]] = best_tree(scores[row, :n, : n + 1])
        return heads

    def _relations(self, x: Array, heads: Array, lengths: Array) -> Array:
        """Choose the relation of each word to its head."""
        d = _leaky(x @ self.w["rel_dependent.weight"].T + self.w["rel_dependent.bias"])
        table = np.concatenate([x, self.w["root"][None]])
        h = _leaky(table @ self.w["rel_head.weight"].T + self.w["rel_head.bias"])
        start = np.repeat(np.cumsum(lengths) - lengths, lengths)
        h = h[np.where(heads == 0, len(x), start + heads - 1)]
        one = np.ones((len(d), 1), np.float32)
        d, h = np.concatenate([d, one], 1), np.concatenate([h, one], 1)
        rel = self.w["rel"]
        found = np.empty(len(d), np.int64)
        for at in range(0, len(d), 512):  # bounds the memory of the product
            part = (d[at : at + 512] @ rel.reshape(rel.shape[0], -1)).reshape(-1, *rel.shape[1:])
            found[at : at + 512] = np.matmul(part, h[at : at + 512, :, None])[..., 0].argmax(1)
        return found

    # --- names ------------------------------------------------------------------------------------
    def _names(self, x: Array, key: Array, words: list[str]) -> Array:
        """Score name labels; a capitalised word also sees the mean of its other places in the text."""
        capital = np.array([any(c.isupper() for c in w) for w in words])
        counts = np.bincount(key, minlength=len(words))
        memory = x.copy()
        picked = np.flatnonzero((capital & (counts > 1))[key])
        if len(picked):
            by_word = picked[np.argsort(key[picked], kind="stable")]
            first = np.flatnonzero(np.diff(key[by_word], prepend=-1))
            size = np.diff(first, append=len(by_word))
            mean = np.add.reduceat(x[by_word], first, axis=0) / size[:, None]
            memory[by_word] = np.repeat(mean, size, axis=0)
        mixed = np.concatenate([x, memory], 1) @ self.w["name_mix.weight"].T + self.w["name_mix.bias"]
        y = _leaky(mixed + self.w["source.weight"][self.source])
        return y @ self.w["name_out.weight"].T + self.w["name_out.bias"]


def _chunks(order: list[int], lengths: list[int]) -> Iterator[list[int]]:
    """Cut the sentences, longest first, into chunks of about CHUNK words."""
    chunk: list[int] = []
    size = 0
    for i in order:
        if chunk and size + lengths[i] > CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(i)
        size += lengths[i]
    if chunk:
        yield chunk


def _packing(lengths: Array) -> tuple[Array, Array]:
    """Order words by their place in the sentence, from its start and from its end.

    Parameters
    ----------
    lengths : words of each sentence, longest first; words are numbered sentence after sentence

    Returns
    -------
    places : (2, words), the words first in their sentences, then the second ones ...; and so from the ends
    active : how many sentences have a first, second ... word
    """
    steps = np.arange(lengths[0])
    active = (lengths[None] > steps[:, None]).sum(1)
    step = np.repeat(steps, active)
    sentence = np.arange(len(step)) - np.repeat(np.cumsum(active) - active, active)
    start = np.cumsum(lengths) - lengths
    ahead = start[sentence] + step
    back = start[sentence] + lengths[sentence] - 1 - step
    return np.stack([ahead, back]), active
