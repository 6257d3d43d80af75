"""Write what the product runs: the encoder as an ONNX graph in 7-bit weights, the pieces, the labels.

The graph is written by hand over operators of onnxruntime (com.microsoft), so that attention and quantized products
are each one step. Weights have seven bits: products of full int8 saturate on processors without VNNI, and results
would differ there.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from dateline.language.training.encoder import HEADS, WIDTH, minilm_folder
from dateline.language.training.material import NAME_LABELS

MODEL, PIECES, HASHES = "encoder.onnx", "pieces.json", "encoder.sha256"
LIMIT = 63  # largest weight in seven bits
SEEN = 320  # pieces that a row may hold at run time
MIDDLE = 3  # layer whose vectors are told beside the last one's: they tell events apart better
OURS = "com.microsoft"


def export(work: Path, epoch: int, out: Path) -> None:
    """Write encoder.onnx, pieces.json and their hashes from a checkpoint."""
    state = torch.load(work / f"epoch{epoch}.pt", map_location="cpu")
    labels = json.loads((work / "labels.json").read_text())
    kept = _write_pieces(out / PIECES)
    weights = {name: value.float().numpy() for name, value in state.items()}
    weights["encoder.pieces.weight"] = weights["encoder.pieces.weight"][kept]
    meta = {**labels, "names": list(NAME_LABELS)}
    model = Graph(weights).model(meta)
    (out / MODEL).write_bytes(model.SerializeToString(deterministic=True))
    lines = [f"{hashlib.sha256((out / f).read_bytes()).hexdigest()}  {f}\n" for f in (MODEL, PIECES)]
    (out / HASHES).write_text("".join(lines))


def _write_pieces(file: Path) -> list[int]:
    """Write the vocabulary without pieces of other scripts, and give the numbers of the pieces kept."""
    told = json.loads((minilm_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = told["model"]["vocab"]
    kept = [
        (piece, number)
        for piece, number in sorted(vocabulary.items(), key=lambda item: item[1])
        if not piece.startswith("[unused") and all(ord(c) < 0x250 or not c.isalpha() for c in piece)
    ]
    told["model"]["vocab"] = {piece: i for i, (piece, _) in enumerate(kept)}
    told["added_tokens"] = [
        {**token, "id": told["model"]["vocab"][token["content"]]} for token in told["added_tokens"]
    ]
    told |= {"truncation": None, "padding": None, "post_processor": None}
    file.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return [number for _, number in kept]


class Graph:
    """Writes the nodes and weights of one graph."""

    def __init__(self, weights: dict[str, np.ndarray]):
        self.w = weights
        self.nodes: list = []
        self.constants: dict[str, np.ndarray] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.setdefault(name, np.ascontiguousarray(value))
        return name

    def node(
        self, kind: str, inputs: list[str], output: str | list[str], domain: str = "", **attributes
    ) -> str:
        outputs = [output] if isinstance(output, str) else output
        self.nodes.append(helper.make_node(kind, inputs, outputs, domain=domain, **attributes))
        return outputs[0]

    # --- weights ----------------------------------------------------------------------------------
    def quantized(self, name: str) -> tuple[str, str]:
        """Quantize a weight (out, in) by columns: names of the int8 table (in, out) and of its scales."""
        weight = self.w[name].T
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / LIMIT
        table = np.clip(np.round(weight / scale), -LIMIT, LIMIT).astype(np.int8)
        return (
            self.constant(f"{name}.q", table),
            self.constant(f"{name}.s", scale.astype(np.float32)),
        )

    def zeros(self, size: int) -> str:
        return self.constant(f"zeros{size}", np.zeros(size, np.int8))

    def product(self, x: str, layer: str, output: str, bias: bool = True) -> str:
        table, scale = self.quantized(f"{layer}.weight")
        zero = self.zeros(len(self.constants[scale]))
        more = [self.constant(f"{layer}.bias", self.w[f"{layer}.bias"])] if bias else []
        return self.node("DynamicQuantizeMatMul", [x, table, scale, zero, *more], output, OURS)

    def half(self, name: str, value: np.ndarray) -> str:
        """Keep a weight in 16 bits, and give it in 32."""
        return self.node(
            "Cast", [self.constant(f"{name}.h", value.astype(np.float16))], name, to=TensorProto.FLOAT
        )

    def linear(self, x: str, layer: str, output: str, gelu: bool = False) -> str:
        weight = self.half(f"{layer}.weight", self.w[f"{layer}.weight"].T)
        bias = self.half(f"{layer}.bias", self.w[f"{layer}.bias"])
        plain = self.node("Gemm", [x, weight, bias], f"{output}.plain" if gelu else output)
        return self.node("Gelu", [plain], output, OURS) if gelu else plain

    def norm(self, x: str, layer: str, output: str) -> str:
        """Norm in plain steps: the last digit of onnxruntime's one step differs between its releases.

        Quantized products carry that digit into every word, so that another release would read other trees. Plain
        steps give the same bytes from 1.21 on, and cost no more time.
        """
        weight, bias = (
            self.constant(f"{layer}.{part}", self.w[f"{layer}.{part}"]) for part in ("weight", "bias")
        )
        least = self.constant("norm.least", np.array(1e-12, np.float32))
        mean = self.node("ReduceMean", [x], f"{output}.mean", axes=[-1], keepdims=1)
        off = self.node("Sub", [x, mean], f"{output}.off")
        square = self.node("Mul", [off, off], f"{output}.square")
        spread = self.node("ReduceMean", [square], f"{output}.spread", axes=[-1], keepdims=1)
        spread = self.node("Sqrt", [self.node("Add", [spread, least], f"{output}.more")], f"{output}.root")
        even = self.node("Mul", [self.node("Div", [off, spread], f"{output}.even"), weight], f"{output}.wide")
        return self.node("Add", [even, bias], output)

    # --- the graph --------------------------------------------------------------------------------
    def model(self, meta: dict) -> onnx.ModelProto:
        x = self._embedded()
        count = len({name.split(".")[2] for name in self.w if name.startswith("encoder.layers.")})
        for i in range(count):
            x = self._layer(x, f"encoder.layers.{i}")
        outputs = self._read(x)
        graph = helper.make_graph(
            self.nodes,
            "reader",
            [
                helper.make_tensor_value_info(n, TensorProto.INT32, ["rows", "pieces"])
                for n in ("ids", "shapes", "mask")
            ]
            + [helper.make_tensor_value_info("first", TensorProto.INT32, ["words"])],
            [helper.make_tensor_value_info(n, t, None) for n, t in outputs],
            [numpy_helper.from_array(value, name) for name, value in self.constants.items()],
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(OURS, 1)], ir_version=9,
            producer_name="dateline",
        )  # fmt: skip
        helper.set_model_props(model, {"labels": json.dumps(meta)})
        return model

    def _embedded(self) -> str:
        pieces = self.w["encoder.pieces.weight"]
        scale = np.abs(pieces).max(1, keepdims=True) / 127
        table = np.round(pieces / np.maximum(scale, 1e-8)).astype(np.int8)
        rows = self.node("Gather", [self.constant("pieces", table), "ids"], "piece.q")
        rows = self.node("Cast", [rows], "piece.f", to=TensorProto.FLOAT)
        scales = self.node("Gather", [self.constant("pieces.s", scale.astype(np.float32)), "ids"], "piece.s")
        x = self.node("Mul", [rows, scales], "piece")
        shapes = self.node(
            "Gather", [self.constant("shape", self.w["encoder.shapes.weight"]), "shapes"], "shape.v"
        )
        x = self.node("Add", [x, shapes], "piece+shape")
        size = self.node("Shape", ["ids"], "size", start=1, end=2)
        zero = self.constant("zero", np.zeros(1, np.int64))
        places = self.node(
            "Slice", [self.half("place", self.w["encoder.places.weight"][:SEEN]), zero, size, zero], "place.v"
        )
        x = self.node("Add", [x, places], "piece+place")
        return self.norm(x, "encoder.norm", "embedded")

    def _layer(self, x: str, name: str) -> str:
        table, scale = self.quantized(f"{name}.qkv.weight")
        bias = self.constant(f"{name}.qkv.bias", self.w[f"{name}.qkv.bias"])
        self.node("DynamicQuantizeLinear", [x], [f"{name}.x", f"{name}.xs", f"{name}.xz"])
        told = self.node(
            "QAttention",
            [f"{name}.x", table, bias, f"{name}.xs", scale, "mask", f"{name}.xz",
             self.zeros(3 * WIDTH)],
            f"{name}.told", OURS, num_heads=HEADS, unidirectional=0,
        )  # fmt: skip
        out = self.product(told, f"{name}.out", f"{name}.out")
        x = self.added(x, out, f"{name}.norm1", f"{name}.mid")
        up = self.product(x, f"{name}.up", f"{name}.up")
        inner = self.node("Gelu", [up], f"{name}.inner", OURS)
        down = self.product(inner, f"{name}.down", f"{name}.down")
        return self.added(x, down, f"{name}.norm2", f"{name}.end")

    def added(self, x: str, more: str, norm: str, output: str) -> str:
        """Add and norm in two steps: onnxruntime's one step for both takes six times as long."""
        total = self.node("Add", [x, more], f"{output}.sum")
        return self.norm(total, norm, output)

    def _read(self, x: str) -> list[tuple[str, int]]:
        """Read the first piece of each word out: what the heads need, a row a word."""
        shape = self.constant("flat", np.array([-1, WIDTH]))
        middle = self.node("Reshape", [f"encoder.layers.{MIDDLE}.end", shape], "flattened.middle")
        self.node("Gather", [middle, "first"], "word_middle")
        flat = self.node("Reshape", [x, shape], "flattened")
        x = self.node("Gather", [flat, "first"], "word")
        root = self.half("root", self.w["root"][None])
        both = self.node("Concat", [x, root], "word+root", axis=0)
        tag = self.linear(x, "tag", "tag.scores")
        self.node("ArgMax", [tag], "tag", axis=1, keepdims=0)
        dependent = self.linear(x, "arc_dependent", "arc.d", gelu=True)
        self.node("MatMul", [dependent, self.half("arc.weight", self.w["arc"])], "arc_dependent")
        head = self.linear(both, "arc_head", "arc_head", gelu=True)
        self.node("MatMul", [head, self.half("arc.bias", self.w["arc_bias"][:, None])], "arc_bias")
        self.linear(x, "rel_dependent", "rel_dependent", gelu=True)
        self.linear(both, "rel_head", "rel_head", gelu=True)
        self.linear(x, "name_in", "name", gelu=True)
        for layer in ("end", "happened", "same_later", "same_earlier", "new"):
            self.linear(x, layer, layer)
        self.node("Identity", [self.half("rel.weight", self.w["rel"])], "rel")
        for part in ("name_mix", "name_out"):
            self.node("Identity", [self.half(f"{part}.w", self.w[f"{part}.weight"].T)], f"{part}_weight")
        mixed = self.w["name_mix.bias"] + self.w["source.weight"][0]  # follow no one source
        self.node("Identity", [self.half("name_mix.b", mixed)], "name_mix_bias")
        self.node("Identity", [self.half("name_out.b", self.w["name_out.bias"])], "name_out_bias")
        names = ["arc_dependent", "arc_head", "arc_bias", "rel_dependent", "rel_head", "name", "end", "happened",
                 "same_later", "same_earlier", "new", "rel", "name_mix_weight", "name_mix_bias", "name_out_weight",
                 "name_out_bias", "word", "word_middle"]  # fmt: skip
        return [("tag", TensorProto.INT64), *((n, TensorProto.FLOAT) for n in names)]
