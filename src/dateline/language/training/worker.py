"""One of the processes that fit the encoder together."""

from __future__ import annotations

import argparse

import torch
import torch.distributed as dist

from dateline.language.pieces import Pieces
from dateline.language.training.batches import Batcher
from dateline.language.training.encoder import minilm_folder
from dateline.language.training.fit import Settings, Trainer
from dateline.language.training.material import Labels, read_material
from dateline.language.training.progress import read_dev
from dateline.lexicons import read_facts


def fit(rank: int, arguments: argparse.Namespace, meeting: str) -> None:
    """Be one of the processes that fit the encoder."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True, warn_only=True)
    dist.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=arguments.workers)
    labels = Labels()
    documents = read_material(arguments.data, labels, tuple(arguments.leave_out))
    dev = read_dev(arguments.data, labels) if rank == 0 else None
    firms = [row["firm"] for row in read_facts("firms.csv")]
    settings = Settings(layers=arguments.layers)
    batcher = Batcher(Pieces(minilm_folder() / "tokenizer.json"))
    Trainer(documents, labels, batcher, settings, firms, rank, arguments.workers).train(arguments.work, dev)
    dist.destroy_process_group()
