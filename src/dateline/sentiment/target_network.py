"""The target model in numpy: a small recurrent network over the words round a target.

Word vectors of 8 bits, one gated recurrent layer in each direction, then what stands at the target, the
words it attends to and the strongest of each feature decide between negative, neutral and positive.
Trained in `sentiment/training`; the model card lies beside the file.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from dateline.sentiment.inputs import MARKS

FILE = "target_tone.npz"
_ROOM = 8192  # word places computed at a time
_FURTHEST, _STEPS = 12, 2.5  # places by their distance to the target: 12 a side, widening as logarithms do


class TargetNetwork(NamedTuple):
    """The arrays of the model, and its vocabulary; d = width of a word, h = width of a state."""

    vocabulary: dict[str, int]
    words: tuple[str, ...]  # as the vocabulary numbers them, after the marks
    vectors: np.ndarray  # int8, words x d
    scales: np.ndarray  # one a word
    places: np.ndarray  # 25 x p
    forward: tuple[np.ndarray, ...]  # (d + p) x 3h, h x 3h, two biases
    backward: tuple[np.ndarray, ...]
    attention: tuple[np.ndarray, ...]  # 2h, 1
    hidden: tuple[np.ndarray, ...]  # 6h x m, m
    output: tuple[np.ndarray, ...]  # m x 3, 3


class ToneReading(NamedTuple):
    """What the network makes of one input: chances of the classes, and each word's push up or down."""

    chances: np.ndarray  # negative, neutral, positive
    pushes: np.ndarray  # one a word: part in log odds of positive against negative


@cache
def load_network() -> TargetNetwork:
    """Read the shipped model, once, and check that it is the file that the package was made with.

    Raises
    ------
    ValueError
        If the file's SHA-256 is not the one noted beside it: the installation is damaged.
    """
    folder = files("dateline.sentiment") / "models"
    data = (folder / FILE).read_bytes()
    noted = (folder / f"{FILE}.sha256").read_text(encoding="ascii").split()[0]
    if hashlib.sha256(data).hexdigest() != noted:
        raise ValueError(f"{FILE} is not the model it should be (SHA-256 differs). Install dateline again.")
    return network_from(data)


def network_from(data: bytes) -> TargetNetwork:
    """Unpack a model file (npz without pickles)."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        words = arrays["words"].tobytes().decode("utf-8").split("\n")
        single = {
            name: arrays[name].astype(np.float32) for name in arrays.files if name not in ("words", "vectors")
        }
        vectors = arrays["vectors"]
    group = lambda name, parts: tuple(np.ascontiguousarray(single[f"{name}_{part}"]) for part in parts)  # noqa: E731
    return TargetNetwork(
        vocabulary={word: len(MARKS) + i for i, word in enumerate(words)},
        words=tuple(words),
        vectors=vectors,
        scales=single["scales"],
        places=single["places"],
        forward=group("forward", "wubc"),
        backward=group("backward", "wubc"),
        attention=group("attention", "wb"),
        hidden=group("hidden", "wb"),
        output=group("output", "wb"),
    )


def read_targets(network: TargetNetwork, inputs: Sequence[tuple[list[int], int]]) -> list[ToneReading]:
    """Run the network over (numbers, place of the target) pairs, in the order given."""
    out: list[ToneReading | None] = [None] * len(inputs)
    with _blas().limit(limits=1):  # products this small lose by more threads
        for batch in _batches(inputs):
            for i, reading in zip(batch, _run(network, [inputs[i] for i in batch]), strict=True):
                out[i] = reading
    return [reading for reading in out if reading is not None]


@cache
def _blas():
    """Find the libraries whose threads are to be held; looking for them takes long."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _batches(inputs: Sequence[tuple[list[int], int]]) -> Iterator[list[int]]:
    order = sorted(range(len(inputs)), key=lambda i: (len(inputs[i][0]), i))
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) + 1) * len(inputs[i][0]) > _ROOM:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _run(network: TargetNetwork, inputs: list[tuple[list[int], int]]) -> Iterator[ToneReading]:
    lengths = np.array([len(numbers) for numbers, _ in inputs])
    target = np.array([at for _, at in inputs])
    rows, width = np.arange(len(inputs)), int(lengths.max())
    numbers = np.zeros((len(inputs), width), np.int64)
    for row, (given, _) in enumerate(inputs):
        numbers[row, : len(given)] = given
    places = _place(np.arange(width)[None] - target[:, None])
    there = np.arange(width)[None] < lengths[:, None]
    mirror = np.where(there, lengths[:, None] - 1 - np.arange(width)[None], np.arange(width)[None])
    states = _states(network, numbers, places, mirror, lengths)
    energy = np.tanh(states) @ network.attention[0] + network.attention[1]
    weight = np.where(there, np.exp(energy - energy.max(axis=1, keepdims=True)), 0)
    weight /= weight.sum(axis=1, keepdims=True)
    attended = np.einsum("bt,bth->bh", weight, states)
    masked = states + np.where(there, 0, -np.inf).astype(np.float32)[..., None]
    most = masked.max(axis=1)
    strongest = (masked == most[:, None]).argmax(axis=1)  # the first; sooner found so than by argmax alone
    seen = np.concatenate([states[rows, target], attended, most], axis=1)
    hidden = np.maximum(seen @ network.hidden[0] + network.hidden[1], 0)
    logits = hidden @ network.output[0] + network.output[1]
    chances = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    pushes = _pushes(network, states, hidden, weight, strongest)
    for row, length in enumerate(lengths):
        yield ToneReading(chances[row], pushes[row, :length])


def _states(
    network: TargetNetwork, numbers: np.ndarray, places: np.ndarray, mirror: np.ndarray, lengths: np.ndarray
) -> np.ndarray:
    """Run both gated recurrent layers (Cho et al. 2014); the second reads mirrored and its states are turned back.

    What a layer makes of a word and of a place is computed once for each word and place of the batch. Inputs stand
    in order of their length: those that have ended drop out.
    """
    rows = np.arange(len(numbers))[:, None]
    known, at = np.unique(numbers, return_inverse=True)
    at = at.reshape(numbers.shape)
    words = network.vectors[known] * network.scales[known][:, None]
    split = words.shape[1]
    sides = ((network.forward, at, places), (network.backward, at[rows, mirror], places[rows, mirror]))
    of_words = [words @ w[:split] + b for (w, _, b, _), _, _ in sides]
    of_places = [network.places @ w[split:] for (w, _, _, _), _, _ in sides]
    u, c = (np.stack([layer[part] for layer, _, _ in sides]) for part in (1, 3))
    size = u.shape[1]
    states = np.zeros((2, *numbers.shape, size), np.float32)
    state = np.zeros((2, len(numbers), size), np.float32)
    given = np.empty((2, len(numbers), 3 * size), np.float32)
    for t in range(numbers.shape[1]):
        on = int(np.searchsorted(lengths, t, side="right"))
        for side, (_, which, where) in enumerate(sides):
            # "clip": no place lies outside, and numpy need not put the result aside to look for one
            np.take(of_words[side], which[on:, t], axis=0, out=given[side, on:], mode="clip")
            given[side, on:] += of_places[side][where[on:, t]]
        state[:, on:] = states[:, on:, t] = _step(state[:, on:], given[:, on:], u, c)
    return np.concatenate([states[0], states[1][rows, mirror]], axis=2)


def _step(state: np.ndarray, given: np.ndarray, u: np.ndarray, c: np.ndarray) -> np.ndarray:
    """Take gated recurrent layers one word further: layers x inputs x h."""
    size = u.shape[1]
    kept = state @ u
    kept += c[:, None]
    gates = given[..., : 2 * size] + kept[..., : 2 * size]
    gates *= 0.5
    np.tanh(gates, out=gates)
    gates *= 0.5
    gates += 0.5
    new = gates[..., :size] * kept[..., 2 * size :]
    new += given[..., 2 * size :]
    np.tanh(new, out=new)
    return new + gates[..., size:] * (state - new)


def _place(distance: np.ndarray) -> np.ndarray:
    far = np.ceil(_STEPS * np.log2(1 + np.abs(distance)))
    return (np.sign(distance) * np.minimum(far, _FURTHEST)).astype(np.int64) + _FURTHEST


def _pushes(
    network: TargetNetwork, states: np.ndarray, hidden: np.ndarray, weight: np.ndarray, strongest: np.ndarray
) -> np.ndarray:
    """Share out the log odds of positive against negative over the words: gradient times activation."""
    size = states.shape[2]
    odds = network.output[0][:, 2] - network.output[0][:, 0]
    gradient = (odds * (hidden > 0)) @ network.hidden[0].T
    pushes = weight * np.einsum("bth,bh->bt", states, gradient[:, size : 2 * size])
    most = np.take_along_axis(states, strongest[:, None], axis=1)[:, 0] * gradient[:, 2 * size :]
    np.add.at(pushes, (np.arange(len(states))[:, None], strongest), most)
    return pushes
