"""How far a fit has come: trees and sentence ends of the treebank's dev part, names, and what happened."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

import torch

from dateline.language.labels import spans
from dateline.language.training.batches import Batcher
from dateline.language.training.corpora import read_names, read_treebank
from dateline.language.training.material import (
    NAME_LABELS,
    Document,
    Labels,
    named_document,
    read_happened,
    tree_sentences,
)


class Dev(NamedTuple):
    """Documents to measure on, never trained on."""

    trees: list[Document]
    names: dict[str, list[Document]]


def read_dev(data: Path, labels: Labels) -> Dev:
    """Read the open dev parts."""
    labels.open = False
    happened = read_happened(data / "factuality/uds_dev.jsonl.gz")
    trees = []
    for tree in read_treebank(data / "treebank/dev.conllu.gz"):
        sentences = tree_sentences(tree, labels)
        for s in sentences:
            s.happened = happened.get(tuple(s.words), [])
        trees.append(Document(tree.id, "any", sentences, True))
    files = ("uner_ewt_dev", "gum_dev", "meantime_apple_dev")
    return Dev(
        trees,
        {f: [named_document(d, "any") for d in read_names(data / "names" / f"{f}.jsonl.gz")] for f in files},
    )


@torch.no_grad()
def progress(model, batcher: Batcher, dev: Dev) -> str:
    """Score the network as it is: trees not yet mended."""
    model.eval()
    c = dict.fromkeys(("n", "tag", "head", "both", "ends", "found", "both_ends", "told", "right"), 0)
    for jobs in batcher.plan(dev.trees, 4000, random.Random(0)):
        b = batcher.batch(jobs)
        with torch.autocast("cpu", torch.bfloat16):
            x = model(b.ids, b.shapes, b.mask, b.first).float()
            guess = model.arcs(x, b.place).argmax(-1)
        inside = b.local != -100
        word = b.place[inside]
        heads = guess[inside]
        start = b.place[:, :1].expand_as(b.place)[inside]
        relations = model.relations(x, word, torch.where(heads > 0, start + heads - 1, -1))
        right = heads == b.local[inside]
        c["n"] += len(word)
        c["tag"] += int((model.tag(x[word]).argmax(-1) == b.tags[word]).sum())
        c["head"] += int(right.sum())
        c["both"] += int((right & (relations.argmax(-1) == b.relations[word])).sum())
        known = b.ends != -100
        end = model.end(x)[:, 0] > 0
        c["ends"] += int((b.ends == 1).sum())
        c["found"] += int((end & known).sum())
        c["both_ends"] += int((end & (b.ends == 1)).sum())
        yes = model.happened(x[b.happened[:, 0].long()])[:, 0] > 0
        clear = b.happened[:, 1] != 0.5
        c["told"] += int(clear.sum())
        c["right"] += int(((yes == (b.happened[:, 1] > 0.5)) & clear).sum())
    out = "tags {:.2f} UAS {:.2f} LAS {:.2f}".format(*(100 * c[k] / c["n"] for k in ("tag", "head", "both")))
    out += f" ends {200 * c['both_ends'] / (c['ends'] + c['found']):.1f}"
    out += f" happened {100 * c['right'] / c['told']:.1f} names"
    for name, documents in dev.names.items():
        out += f" {name} {names_f1(model, batcher, documents):.1f}"
    model.train()
    return out


def names_f1(model, batcher: Batcher, documents: list[Document]) -> float:
    """Score PERSON, ORG and PLACE strictly, in per cent."""
    gold_n = guess_n = right = 0
    for jobs in batcher.plan(documents, 4000, random.Random(0)):
        b = batcher.batch(jobs)
        with torch.autocast("cpu", torch.bfloat16):
            x = model(b.ids, b.shapes, b.mask, b.first).float()
        found = model.names(x, b.same, b.source).argmax(-1).tolist()
        gold, guess = (
            {x for x in spans(row, NAME_LABELS) if x[2] != "MISC"} for row in (b.names.tolist(), found)
        )
        gold_n, guess_n, right = gold_n + len(gold), guess_n + len(guess), right + len(gold & guess)
    return 200 * right / max(1, gold_n + guess_n)
