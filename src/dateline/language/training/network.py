"""The network in torch: a bidirectional LSTM over words, read out as tags, heads, relations and names.

`dateline.language.network` runs the same arithmetic in numpy; `export` writes what it reads.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout, leaky_relu

from dateline.language.features import HASHED, LISTS, ROWS

GROUPS = 3  # a batch is run in this many groups of like length, to waste little on padding


class Locked(nn.Module):
    """Dropout with one mask for a whole sentence."""

    def __init__(self, rate: float):
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        mask = torch.empty(x.shape[0], 1, x.shape[2], device=x.device).bernoulli_(1 - self.rate)
        return x * mask / (1 - self.rate)


class Encoder(nn.Module):
    """Word features to one vector a word in its sentence: embeddings summed, mixed, two LSTM layers."""

    def __init__(self, words: int, size: int = 128, hidden: int = 192, layers: int = 2, rate: float = 0.33):
        super().__init__()
        self.word = nn.Embedding(words, size)
        self.hashed = nn.ModuleList(nn.Embedding(ROWS, size) for _ in HASHED)
        self.flags = nn.Linear(len(LISTS), size)
        self.norm = nn.LayerNorm(size)
        self.mix = nn.Linear(size, size)
        self.context = nn.Embedding(4, size)
        sizes = [size, *[2 * hidden] * (layers - 1)]
        self.forward_lstm = nn.ModuleList(nn.LSTM(n, hidden, batch_first=True) for n in sizes)
        self.backward_lstm = nn.ModuleList(nn.LSTM(n, hidden, batch_first=True) for n in sizes)
        self.drop = Locked(rate)
        for table in (self.word, *self.hashed, self.context):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, ids: Tensor, flags: Tensor, context: Tensor, lengths: Tensor) -> Tensor:
        x = self.word(ids[..., 0])
        for i, table in enumerate(self.hashed):
            x = x + table(ids[..., i + 1])
        x = self.norm(x + self.flags(flags))
        x = x + leaky_relu(self.mix(x), 0.1)
        x = self.drop(x + self.context(context))
        order = torch.argsort(lengths, stable=True)
        parts = [
            self._layers(x[rows], lengths[rows]) for rows in torch.tensor_split(order, GROUPS) if len(rows)
        ]
        return torch.cat(parts)[torch.argsort(order)]

    def _layers(self, x: Tensor, lengths: Tensor) -> Tensor:
        """Run the LSTM layers over sentences of like length, each direction from the sentence's own end."""
        whole, width = x.shape[1], int(lengths.max())
        x = x[:, :width]
        steps = torch.arange(width)[None]
        back = torch.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
        for ahead, behind in zip(self.forward_lstm, self.backward_lstm, strict=True):
            with half(self):
                one, two = ahead(x)[0], behind(_reordered(x, back))[0]
            x = self.drop(torch.cat([one.float(), _reordered(two.float(), back)], -1))
        return nn.functional.pad(x, (0, 0, 0, whole - width))


def half(module: nn.Module):
    """Multiply in 16 bits while fitting, which halves the time on processors that can; weights stay in 32."""
    return torch.autocast("cpu", torch.bfloat16, enabled=module.training)


def _reordered(x: Tensor, order: Tensor) -> Tensor:
    return torch.gather(x, 1, order[..., None].expand(-1, -1, x.shape[2]))


class Reader(nn.Module):
    """Everything read out of the encoder."""

    def __init__(
        self,
        encoder: Encoder,
        tags: int,
        relations: int,
        names: int,
        sources: int,
        arc: int = 160,
        rel: int = 64,
        name: int = 96,
    ):
        super().__init__()
        self.encoder = encoder
        wide = 2 * encoder.forward_lstm[-1].hidden_size
        self.tag = nn.Linear(wide, tags)
        self.arc_dependent, self.arc_head = nn.Linear(wide, arc), nn.Linear(wide, arc)
        self.arc = nn.Parameter(torch.zeros(arc, arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.root = nn.Parameter(torch.zeros(wide))
        self.rel_dependent, self.rel_head = nn.Linear(wide, rel), nn.Linear(wide, rel)
        self.rel = nn.Parameter(torch.zeros(rel + 1, relations, rel + 1))
        self.name_in = nn.Linear(wide, name)
        self.source = nn.Embedding(sources, name)
        self.name_mix = nn.Linear(2 * name, name)
        self.name_out = nn.Linear(name, names)
        nn.init.normal_(self.arc, std=0.05)
        nn.init.normal_(self.root, std=0.1)
        nn.init.normal_(self.rel, std=0.05)
        nn.init.normal_(self.source.weight, std=0.1)

    def arcs(self, x: Tensor, lengths: Tensor) -> Tensor:
        """Score every head (0 = root, then the words) of every word: (sentences, words, 1 + words)."""
        head = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        d = self._mlp(self.arc_dependent, x)
        h = self._mlp(self.arc_head, head)
        with half(self):
            scores = (d @ self.arc) @ h.transpose(1, 2) + (h @ self.arc_bias)[:, None, :]
        scores = scores.float()
        outside = torch.arange(head.shape[1], device=x.device)[None] > lengths[:, None]
        return scores.masked_fill(outside[:, None, :], -1e9)

    def relations(self, x: Tensor, heads: Tensor, inside: Tensor) -> Tensor:
        """Score the relation of every word inside its sentence to the given head (0 = root): (words, relations)."""
        head = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        head = torch.gather(head, 1, heads[..., None].expand(-1, -1, head.shape[2]))[inside]
        d = leaky_relu(self.rel_dependent(x[inside]), 0.1)
        h = leaky_relu(self.rel_head(head), 0.1)
        d, h = dropout(d, 0.33, self.training), dropout(h, 0.33, self.training)
        one = torch.ones_like(d[:, :1])
        d, h = torch.cat([d, one], -1), torch.cat([h, one], -1)
        with half(self):
            part = (d @ self.rel.reshape(self.rel.shape[0], -1)).reshape(len(d), *self.rel.shape[1:])
            return torch.einsum("nrj,nj->nr", part, h).float()

    def names(self, x: Tensor, same: Tensor, source: Tensor) -> Tensor:
        """Score the name labels; `same` numbers the words that share a form in one document (0 = alone)."""
        x = leaky_relu(self.name_in(x), 0.1)
        flat, key = x.reshape(-1, x.shape[-1]), same.reshape(-1)
        rows = int(key.max()) + 1
        hot = torch.zeros(rows, key.numel(), device=x.device)
        hot[key, torch.arange(key.numel(), device=x.device)] = 1.0
        total = (hot @ flat) / hot.sum(1, keepdim=True).clamp(min=1.0)
        memory = torch.where((key > 0)[:, None], total[key], flat).reshape(x.shape)
        x = dropout(torch.cat([x, memory], -1), 0.3, self.training)
        x = leaky_relu(self.name_mix(x) + self.source(source)[:, None, :], 0.1)
        return self.name_out(dropout(x, 0.2, self.training))

    def _mlp(self, layer: nn.Linear, x: Tensor) -> Tensor:
        return self.encoder.drop(leaky_relu(layer(x), 0.1))
