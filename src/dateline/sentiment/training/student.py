"""The small model that ships, in torch for training, and its way into the file that numpy reads.

It has the shape of `dateline.sentiment.target_network`: what is changed here is changed there.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from dateline.sentiment.inputs import MARKS, TARGET, UNKNOWN, around, mark_target, number_words
from dateline.sentiment.target_network import _place
from dateline.sentiment.training.material import Sample
from dateline.sentiment.training.teacher import _batches, _padded

_FREE, _PLACES, _STATE, _HIDDEN = 14, 8, 80, 64  # widths: learned part of a word, place, state, last layer
_DROPOUT, _HIDE, _RATE, _SLOW, _WARM, _DECAY = 0.2, 0.05, 2e-3, 0.3, 0.05, 1e-4


def encode(samples: Sequence[Sample], vocabulary: dict[str, int]) -> list[tuple[list[int], int]]:
    """Read samples as the shipped model will."""
    out = []
    for sample in samples:
        text, start, end = around(sample.text, sample.start, sample.end)
        out.append(mark_target(number_words(text, vocabulary), start, end))
    return out


class Student(nn.Module):
    """Word vectors, a gated recurrent layer each way, three views of it, one hidden layer."""

    def __init__(self, vectors: np.ndarray, state: int = _STATE) -> None:
        super().__init__()
        free = np.random.default_rng(0).normal(0, 0.05, (len(vectors), _FREE)).astype(np.float32)
        self.words = nn.Embedding.from_pretrained(torch.tensor(np.hstack([vectors, free])), freeze=False)
        self.places = nn.Embedding(25, _PLACES)
        nn.init.normal_(self.places.weight, std=0.1)
        width = self.words.embedding_dim + _PLACES
        self.reader = nn.GRU(width, state, batch_first=True, bidirectional=True)
        self.attention = nn.Linear(2 * state, 1)
        self.hidden, self.out = nn.Linear(6 * state, _HIDDEN), nn.Linear(_HIDDEN, 3)
        self.drop = nn.Dropout(_DROPOUT)

    def forward(self, numbers: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        there, rows = numbers != 0, torch.arange(len(numbers))
        if self.training:
            hide = (torch.rand(numbers.shape) < _HIDE) & there & (numbers != TARGET)
            numbers = numbers.masked_fill(hide, UNKNOWN)
        distance = np.arange(numbers.shape[1])[None] - target.numpy()[:, None]
        x = torch.cat([self.words(numbers), self.places(torch.from_numpy(_place(distance)))], dim=-1)
        packed = nn.utils.rnn.pack_padded_sequence(
            self.drop(x), there.sum(1), batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.reader(packed)[0], batch_first=True)
        states = self.drop(states)
        energy = self.attention(torch.tanh(states)).squeeze(-1).masked_fill(~there, -1e4)
        attended = (energy.softmax(-1)[..., None] * states).sum(1)
        most = states.masked_fill(~there[..., None], -1e4).max(1)[0]
        seen = torch.cat([states[rows, target], attended, most], dim=-1)
        return self.out(self.drop(functional.relu(self.hidden(seen))))


def train_student(
    model: Student, data: list, wanted: np.ndarray, epochs: int, batch: int, seed: int, say=print
) -> Student:
    """Teach the model to give the wanted chances of the three classes (rows of `wanted`)."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    aim = torch.tensor(wanted)
    fast = [p for name, p in model.named_parameters() if name != "words.weight"]
    groups = [{"params": fast, "part": 1.0}, {"params": [model.words.weight], "part": _SLOW}]
    optimizer = torch.optim.AdamW(groups, lr=_RATE, weight_decay=_DECAY, fused=True)
    steps, step = epochs * math.ceil(len(data) / batch), 0
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for rows in _batches(data, batch, rng):
            share = min((step + 1) / (_WARM * steps), (steps - step) / ((1 - _WARM) * steps))
            for group in optimizer.param_groups:
                group["lr"] = _RATE * share * group["part"]
            logits = model(*_padded(data, rows))
            loss = -(aim[rows] * functional.log_softmax(logits, -1)).sum(-1).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step, total = step + 1, total + loss.item() * len(rows)
        say(f"student: epoch {epoch + 1} of {epochs}, loss {total / len(data):.4f}")
    return model


def pack(model: Student, words: Sequence[str]) -> bytes:
    """Write the model as npz: word vectors in 8 bits with a scale each, the rest in 16 bits."""
    weights = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    vectors = weights["words.weight"]
    scales = (np.abs(vectors).max(axis=1) / 127).clip(1e-6).astype(np.float32)
    arrays = {
        "words": np.frombuffer("\n".join(words).encode("utf-8"), np.uint8),
        "vectors": np.round(vectors / scales[:, None]).astype(np.int8),
        "scales": scales,
        "places": weights["places.weight"],
        "attention_w": weights["attention.weight"][0],
        "attention_b": weights["attention.bias"],
    }
    for name, suffix in (("forward", "l0"), ("backward", "l0_reverse")):
        arrays[f"{name}_w"] = weights[f"reader.weight_ih_{suffix}"].T
        arrays[f"{name}_u"] = weights[f"reader.weight_hh_{suffix}"].T
        arrays[f"{name}_b"] = weights[f"reader.bias_ih_{suffix}"]
        arrays[f"{name}_c"] = weights[f"reader.bias_hh_{suffix}"]
    for name, layer in (("hidden", "hidden"), ("output", "out")):
        arrays[f"{name}_w"], arrays[f"{name}_b"] = weights[f"{layer}.weight"].T, weights[f"{layer}.bias"]
    assert len(words) + len(MARKS) == len(vectors)
    kept = {
        name: value if value.dtype in (np.int8, np.uint8) else value.astype(np.float16)
        for name, value in arrays.items()
    }
    file = io.BytesIO()
    np.savez_compressed(file, **kept)
    return file.getvalue()
