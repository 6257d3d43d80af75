"""New sentences from old ones, for the teacher to judge: cut, thinned, with other words of like meaning."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

import numpy as np

from dateline.sentiment.training.material import Sample

_PIECE = re.compile(r"\s*(?:\w+(?:['’]\w+)?|[^\w\s])")
_KEPT, _KNOWN = 120, 6000  # by frequency: the first hold a sentence together, the last are too rare
_NEAR, _NEIGHBOURS = 0.6, 8
_DROPPED, _CHANGED = 0.06, 0.16
_CUT, _SPLICED = 0.45, 0.15


def neighbours(words: Sequence[str], vectors: np.ndarray) -> dict[str, list[str]]:
    """List for each word those with a like vector (cosine over 0.6), nearest first, at most eight."""
    vectors = vectors[:_KNOWN]
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-6)
    out = {}
    for first in range(_KEPT, len(unit), 1000):
        likeness = unit[first : first + 1000] @ unit.T
        nearest = np.argpartition(-likeness, _NEIGHBOURS, axis=1)[:, : _NEIGHBOURS + 1]
        for row, near in enumerate(nearest):
            ranked = sorted(near, key=lambda i: (-likeness[row, i], i))[1:]
            like = [words[i] for i in ranked if likeness[row, i] > _NEAR and words[i].isalpha()]
            if like and words[first + row].isalpha():
                out[words[first + row]] = like
    return out


def vary(
    sample: Sample, near: Mapping[str, list[str]], others: Sequence[Sample], rng: random.Random
) -> Sample:
    """Make another sentence round the same target; its tone is unknown."""
    left, right = _PIECE.findall(sample.text[: sample.start]), _PIECE.findall(sample.text[sample.end :])
    mode = rng.random()
    if mode < _CUT:
        if len(left) > 4 and rng.random() < 0.7:
            left = left[rng.randrange(len(left) - 2) :]
        if len(right) > 4 and rng.random() < 0.7:
            right = right[: rng.randrange(3, len(right) + 1)]
    left, right = _noise(left, near, rng), _noise(right, near, rng)
    if mode > 1 - _SPLICED:
        left, right = _splice(left, right, rng.choice(others), rng)
    before = "".join(left).lstrip()
    if before and (sample.text[sample.start - 1] == " " or before[-1].isalnum()):
        before = before.rstrip() + " "
    target = sample.text[sample.start : sample.end]
    return Sample(before + target + "".join(right), len(before), len(before) + len(target))


def _noise(pieces: list[str], near: Mapping[str, list[str]], rng: random.Random) -> list[str]:
    out = []
    for piece in pieces:
        word, chance = piece.strip(), rng.random()
        if chance < _DROPPED and word.isalpha():
            continue
        if chance < _DROPPED + _CHANGED and word in near:
            piece = piece[: len(piece) - len(word)] + rng.choice(near[word])
        out.append(piece)
    return out


def _splice(
    left: list[str], right: list[str], other: Sample, rng: random.Random
) -> tuple[list[str], list[str]]:
    pieces = _PIECE.findall(other.text)
    if len(pieces) <= 6:
        return left, right
    first = rng.randrange(len(pieces) - 5)
    part = pieces[first : first + rng.randrange(5, 15)]
    if rng.random() < 0.5:
        return left, right[: max(2, len(right) // 2)] + part
    return part + left[len(left) // 2 :], right
