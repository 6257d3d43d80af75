"""Write the fitted network as one npz file: tables of embeddings as whole bytes, the rest as half floats."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import numpy as np

from dateline.language.features import HASHED


def export(state: dict[str, np.ndarray], meta: dict, file: Path) -> None:
    """Write weights (torch's names, as float32 arrays) and meta to `file`, and its hash beside it."""
    packed: dict[str, np.ndarray] = {}
    tables = ["encoder.word.weight", *(f"encoder.hashed.{i}.weight" for i in range(len(HASHED)))]
    for i, name in enumerate(tables):
        weights = state[name]
        scale = np.maximum(np.abs(weights).max(1), 1e-8) / 127
        packed[f"table{i}"] = np.round(weights / scale[:, None]).astype(np.int8)
        packed[f"scale{i}"] = scale.astype(np.float32)
    layers = sum(name.startswith("encoder.forward_lstm") and "weight_ih" in name for name in state)
    for layer in range(layers):
        part = {
            (d, n): _gates(state[f"encoder.{d}_lstm.{layer}.{n}_l0"])
            for d in ("forward", "backward")
            for n in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        }
        for out, inner in (("x", "weight_ih"), ("h", "weight_hh")):
            packed[f"lstm_{out}{layer}"] = np.stack([part[d, inner].T for d in ("forward", "backward")])
        packed[f"lstm_b{layer}"] = np.stack(
            [part[d, "bias_ih"] + part[d, "bias_hh"] for d in ("forward", "backward")]
        )
    for name, value in state.items():
        if name not in tables and "_lstm." not in name:
            packed[name] = value
    packed = {
        n: v.astype(np.float16) if v.dtype == np.float32 and not n.startswith("scale") else v
        for n, v in packed.items()
    }
    packed["meta"] = np.frombuffer(json.dumps(meta, ensure_ascii=False, sort_keys=True).encode(), np.uint8)
    raw = _npz(packed)
    file.write_bytes(raw)
    file.with_suffix(".sha256").write_text(f"{hashlib.sha256(raw).hexdigest()}  {file.name}\n")


def _gates(weights: np.ndarray) -> np.ndarray:
    """Bring torch's gates (in, forget, new, out) to in, forget, out, new and halve all but new."""
    i, f, g, o = np.split(weights, 4)
    return np.concatenate([0.5 * i, 0.5 * f, 0.5 * o, g])


def _npz(arrays: dict[str, np.ndarray]) -> bytes:
    """Pack arrays as numpy does, but with fixed times, so that the same weights give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            one = io.BytesIO()
            np.lib.format.write_array(one, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            archive.writestr(entry, one.getvalue())
    return buffer.getvalue()
