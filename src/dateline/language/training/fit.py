"""Fit the network to treebank and names together, from word vectors counted on open text."""

from __future__ import annotations

import json
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from dateline.language.training.batches import SOURCES
from dateline.language.training.export import export
from dateline.language.training.network import Encoder, Reader
from dateline.language.training.packed import Corpus
from dateline.language.training.progress import progress
from dateline.language.training.vectors import word_vectors


@dataclass
class Settings:
    """What a fit depends on, beside the data."""

    size: int = 128
    hidden: int = 192
    layers: int = 2
    seed: int = 20211229
    epochs: int = 10
    words: int = 2500  # words a batch
    rate: float = 2e-3


class Fit:
    """The prepared data on a device, and the steps over it."""

    def __init__(self, file: Path, settings: Settings):
        torch.manual_seed(settings.seed)
        self.draw, self.noise = random.Random(settings.seed), np.random.default_rng(settings.seed)
        self.settings = settings
        self.packs = np.load(file)
        self.meta = json.loads(self.packs["meta"].tobytes())
        self.ids = torch.from_numpy(self.packs["ids"].astype(np.int64))
        self.flags = torch.from_numpy(self.packs["flags"].astype(np.float32))
        self.upper = torch.from_numpy(self.packs["upper"])
        encoder = Encoder(len(self.meta["entries"]), settings.size, settings.hidden, settings.layers)
        self.model = Reader(
            encoder,
            len(self.meta["tags"]),
            len(self.meta["relations"]),
            len(self.meta["labels"]),
            len(SOURCES),
        )

    def start_from(self, vectors: np.ndarray) -> None:
        """Let the word table begin with vectors counted on open text."""
        with torch.no_grad():
            self.model.encoder.word.weight.copy_(torch.from_numpy(vectors) * 0.2)

    def encode(self, corpus: Corpus, sentences: list[int], blind: float = 0.0):
        words = corpus.padded(sentences, "words", 0)
        context = corpus.padded(sentences, "context", 0)
        lengths = torch.tensor([corpus.length(s) for s in sentences])
        ids, flags = self.ids[words], self.flags[words]
        if blind:  # now and then a word is seen by its affixes alone, as an unknown word will be
            unknown = torch.from_numpy(self.noise.random(tuple(words.shape)) < blind)
            ids = ids.clone()
            ids[..., 0] = ids[..., 0].masked_fill(unknown, 0)
            ids[..., 1] = ids[..., 1].masked_fill(unknown, 0)
            dropped = torch.from_numpy(self.noise.random(tuple(words.shape)) < blind)
            flags = flags * (~dropped)[..., None]
        return self.model.encoder(ids, flags, context, lengths), words, lengths

    def train(self) -> None:
        s = self.settings
        corpora = {name: Corpus.load(self.packs, name) for name in self.meta["sources"]}
        optimizer = torch.optim.AdamW(
            self.model.parameters(), lr=s.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True
        )
        steps = s.epochs * len(self.plan(corpora))
        step, start = 0, time.time()
        for epoch in range(s.epochs):
            self.model.train()
            for source, documents in self.plan(corpora):
                self.slope(optimizer, step, steps)
                self.update(optimizer, self.loss(corpora[source], source, documents))
                step += 1
            print(f"epoch {epoch + 1} ({time.time() - start:.0f} s): {progress(self)}", flush=True)

    def plan(self, corpora: dict[str, Corpus]) -> list[tuple[str, list]]:
        plan = []
        for name, corpus in corpora.items():
            plan += [(name, b) for b in corpus.document_batches(self.settings.words, self.draw)]
        self.draw.shuffle(plan)
        return plan

    def loss(self, corpus: Corpus, source: str, documents: list[list[int]]) -> Tensor:
        """Add up the losses of tags, heads and relations (of a treebank) and of names."""
        sentences = [s for d in documents for s in d]
        x, words, lengths = self.encode(corpus, sentences, blind=0.12)
        inside = torch.arange(words.shape[1])[None] < lengths[:, None]
        scores = self.model.names(x, self.same(words, documents), self.source(source, len(sentences)))[inside]
        gold = corpus.padded(sentences, "names", 0)[inside]
        if not self.packs[f"{source}.misc"]:  # an unmarked word may be a MISC name
            scores = torch.cat([torch.logsumexp(scores[:, [0, 7, 8]], 1, keepdim=True), scores[:, 1:7]], 1)
        loss = cross_entropy(scores, gold)
        if not len(corpus.columns["heads"]):
            return loss
        tags, heads, relations = (corpus.padded(sentences, c, 0) for c in ("tags", "heads", "relations"))
        loss = loss + cross_entropy(self.model.tag(x)[inside], tags[inside], label_smoothing=0.03)
        loss = loss + cross_entropy(self.model.arcs(x, lengths)[inside], heads[inside])
        found = self.model.relations(x, heads, inside)
        return loss + cross_entropy(found, relations[inside], label_smoothing=0.03)

    def same(self, words: Tensor, documents: list[list[int]]) -> Tensor:
        """Number the words with a capital that stand more than once in a document."""
        document = torch.repeat_interleave(
            torch.arange(len(documents)), torch.tensor([len(d) for d in documents])
        )
        key = words + document[:, None] * (self.ids.shape[0] + 1)
        _, inverse, counts = torch.unique(key, return_inverse=True, return_counts=True)
        wanted = (counts[inverse] > 1) & self.upper[words] & (words > 0)
        _, dense = torch.unique(torch.where(wanted, inverse + 1, 0), return_inverse=True)
        return dense if not bool(wanted.all()) else dense + 1

    def source(self, name: str, rows: int) -> Tensor:
        """Tell the reader whose marking to follow, or, one time in four, nobody's."""
        number = 0 if self.draw.random() < 0.25 else SOURCES.index(name)
        return torch.full((rows,), number)

    def slope(self, optimizer, step: int, steps: int) -> None:
        warm = min(1.0, (step + 1) / 200)
        for group in optimizer.param_groups:
            group.setdefault("peak", group["lr"])
            group["lr"] = group["peak"] * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / steps)))

    def update(self, optimizer, loss: Tensor) -> None:
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
        optimizer.step()

    def export(self, file: Path) -> None:
        """Write the fitted network where the product reads it."""
        state = {name: value.numpy() for name, value in self.model.state_dict().items()}
        meta = {**self.meta, "source": [float(i == 0) for i in range(len(SOURCES))]}  # follow no one source
        export(state, meta, file)


def fit(file: Path, settings: Settings) -> Fit:
    """Run the whole fit, the same on every run on the same machine: one thread, one order, one seed."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True, warn_only=True)
    fit = Fit(file, settings)
    lengths, words = fit.packs["raw.lengths"], fit.packs["ids"][fit.packs["raw.words"], 0].astype(np.int64)
    fit.start_from(word_vectors(words, lengths, len(fit.meta["entries"]), settings.size, settings.seed))
    fit.train()
    return fit
