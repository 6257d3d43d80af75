"""The network in numpy: words to tags, heads, relations and name labels, a batch of sentences at a time.

The arithmetic is that of `training.network`, written by `training.export`. Everything is a function of one text:
no state is kept between texts, so the order in which articles are read cannot change a result.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.language.features import LISTS, context_flags, hashed_ids, plain_word, word_key

MODEL = Path(__file__).parent / "models" / "network.npz"
BATCH = 48  # sentences run at once, of like length

Array = np.ndarray


class Read(NamedTuple):
    """What the network says of one sentence: log-odds of tags, of heads (0 = root) and of name labels."""

    tags: Array  # (words, tags)
    heads: Array  # (words, 1 + words)
    vectors: Array  # (words, wide), for `relations`
    names: Array  # (words, labels)


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
        self.source: list[float] = meta["source"]  # weight of each marking style of the name data
        self.tables = [(packed[f"table{i}"], packed[f"scale{i}"].astype(np.float32)) for i in range(7)]
        self.w = {
            name: packed[name].astype(np.float32) for name in packed if packed[name].dtype == np.float16
        }
        self.layers = sum(name.startswith("lstm_x") for name in self.w)

    def read(self, sentences: list[list[str]]) -> list[Read]:
        """Run the sentences of one text; each is a list of words, none longer than a few hundred."""
        vectors, rows, words = self._words(sentences)
        order = sorted(range(len(sentences)), key=lambda i: (-len(sentences[i]), i))
        out: dict[int, tuple[Array, Array, Array]] = {}
        for at in range(0, len(order), BATCH):
            batch = [i for i in order[at : at + BATCH] if sentences[i]]
            if batch:
                out.update(zip(batch, self._run([rows[i] for i in batch], vectors), strict=True))
        hidden = [
            out[i][2] if i in out else np.zeros((0, self.w["tag.weight"].shape[1]), np.float32)
            for i in range(len(sentences))
        ]
        names = self._names(hidden, rows, words)
        empty = np.zeros((0, 1), np.float32)
        return [
            Read(*(out[i][:2] if i in out else (empty, empty)), hidden[i], names[i])
            for i in range(len(sentences))
        ]

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
        if not ids:
            return np.zeros((0, 1), np.float32), rows, []
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
    def _run(self, rows: list[Array], vectors: Array) -> list[tuple[Array, Array, Array]]:
        """Run sentences, longest first: their tag scores, head scores and hidden vectors."""
        lengths = np.array([r.shape[1] for r in rows])
        width, count = int(lengths[0]), len(rows)
        forward = np.zeros((width, count), np.int64)
        context = np.zeros((width, count), np.int64)
        for b, r in enumerate(rows):
            forward[: lengths[b], b] = r[0]
            context[: lengths[b], b] = r[1]
        x = vectors[forward] + self.w["encoder.context.weight"][context]
        # the backward direction reads each sentence from its own end
        steps = np.arange(width)[:, None]
        back = np.where(steps < lengths, lengths - 1 - steps, steps)
        column = np.arange(count)[None]
        active = (lengths[None] > steps).sum(1)
        for layer in range(self.layers):
            x = self._lstm(x, back, column, active, layer)
        x = np.ascontiguousarray(x.transpose(1, 0, 2))
        tags = x @ self.w["tag.weight"].T + self.w["tag.bias"]
        arcs = self._arcs(x, lengths)
        return [(tags[b, :n], arcs[b, :n, : n + 1], x[b, :n]) for b, n in enumerate(lengths)]

    def _lstm(self, x: Array, back: Array, column: Array, active: Array, layer: int) -> Array:
        width, count, _ = x.shape
        inner = self.w[f"lstm_h{layer}"]  # (2, hidden, 4 hidden), gates in, forget, out, new
        size = inner.shape[1]
        both = np.stack([x, x[back, column]]).reshape(2, width * count, -1)
        gates = np.matmul(both, self.w[f"lstm_x{layer}"])
        gates += self.w[f"lstm_b{layer}"][:, None]
        gates = gates.reshape(2, width, count, 4 * size)
        hidden = np.zeros((2, count, size), np.float32)
        cell = np.zeros((2, count, size), np.float32)
        out = np.zeros((2, width, count, size), np.float32)
        for t in range(width):
            n = active[t]
            g = np.matmul(hidden[:, :n], inner)
            g += gates[:, t, :n]
            np.tanh(g, out=g)
            sigmoid = g[..., : 3 * size]  # weights of these were halved: sigmoid(x) = (1 + tanh(x / 2)) / 2
            sigmoid *= 0.5
            sigmoid += 0.5
            c = cell[:, :n]
            c *= g[..., size : 2 * size]
            c += g[..., :size] * g[..., 3 * size :]
            h = hidden[:, :n] = g[..., 2 * size : 3 * size] * np.tanh(c)
            out[:, t, :n] = h
        return np.concatenate([out[0], out[1][back, column]], -1)

    def _arcs(self, x: Array, lengths: Array) -> Array:
        root = np.broadcast_to(self.w["root"], (x.shape[0], 1, x.shape[2]))
        head = np.concatenate([root, x], 1)
        d = _leaky(x @ self.w["arc_dependent.weight"].T + self.w["arc_dependent.bias"])
        h = _leaky(head @ self.w["arc_head.weight"].T + self.w["arc_head.bias"])
        scores = np.matmul(d @ self.w["arc"], h.transpose(0, 2, 1))
        scores += (h @ self.w["arc_bias"])[:, None, :]
        return scores

    def relations_to(self, vectors: Array, heads: Array) -> Array:
        """Choose the relation of each word of a text to its head (row of `vectors`, -1 = root)."""
        table = np.concatenate([vectors, self.w["root"][None]])
        d = _leaky(vectors @ self.w["rel_dependent.weight"].T + self.w["rel_dependent.bias"])
        h = _leaky(table @ self.w["rel_head.weight"].T + self.w["rel_head.bias"])[heads]
        one = np.ones((len(d), 1), np.float32)
        d, h = np.concatenate([d, one], 1), np.concatenate([h, one], 1)
        rel = self.w["rel"]
        found = np.empty(len(d), np.int64)
        for at in range(0, len(d), 512):  # bounds the memory of the product
            part = (d[at : at + 512] @ rel.reshape(rel.shape[0], -1)).reshape(-1, *rel.shape[1:])
            found[at : at + 512] = np.matmul(part, h[at : at + 512, :, None])[..., 0].argmax(1)
        return found

    # --- names ------------------------------------------------------------------------------------
    def _names(self, hidden: list[Array], rows: list[Array], words: list[str]) -> list[Array]:
        """Score name labels; a capitalised word also sees the mean of its other places in the text."""
        if not words:
            return [np.zeros((0, len(self.labels)), np.float32) for _ in hidden]
        flat = np.concatenate(hidden)
        key = np.concatenate([r[0] for r in rows])
        x = _leaky(flat @ self.w["name_in.weight"].T + self.w["name_in.bias"])
        capital = np.array([any(c.isupper() for c in w) for w in words])
        counts = np.bincount(key, minlength=len(words))
        shared = (capital & (counts > 1))[key]
        memory = x.copy()
        if shared.any():
            picked = np.flatnonzero(shared)
            by_word = picked[np.argsort(key[picked], kind="stable")]
            groups = key[by_word]
            first = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
            total = np.add.reduceat(x[by_word], first, axis=0) / np.diff(np.r_[first, len(groups)])[:, None]
            memory[by_word] = np.repeat(total, np.diff(np.r_[first, len(groups)]), axis=0)
        mixed = np.concatenate([x, memory], 1) @ self.w["name_mix.weight"].T + self.w["name_mix.bias"]
        scores = np.zeros((len(flat), len(self.labels)), np.float32)
        for source, weight in enumerate(self.source):
            if weight:
                y = _leaky(mixed + self.w["source.weight"][source])
                scores += weight * (y @ self.w["name_out.weight"].T + self.w["name_out.bias"])
        return np.split(scores, np.cumsum([len(h) for h in hidden])[:-1])
