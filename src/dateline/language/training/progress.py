"""How far a fit has come: tags and heads of the treebank's dev part, names of the open dev files."""

from __future__ import annotations

import random

import torch

from dateline.language.labels import spans
from dateline.language.training.packed import Corpus


@torch.no_grad()
def progress(fit) -> str:
    """Score the network as it is: tag accuracy, UAS, LAS (trees not yet mended), strict name F1."""
    fit.model.eval()
    dev = Corpus.load(fit.packs, "tree_dev")
    words = tag = head = both = 0
    for batch in dev.batches(fit.settings.words, random.Random(0), cap=10**6):
        x, _, lengths = fit.encode(dev, batch)
        inside = torch.arange(x.shape[1])[None] < lengths[:, None]
        tags, heads, relations = (dev.padded(batch, c, 0) for c in ("tags", "heads", "relations"))
        guess = fit.model.arcs(x, lengths).argmax(-1)
        right = guess == heads
        labelled = right[inside] & (fit.model.relations(x, guess, inside).argmax(-1) == relations[inside])
        words += int(inside.sum())
        tag += int((fit.model.tag(x).argmax(-1) == tags)[inside].sum())
        head += int(right[inside].sum())
        both += int(labelled.sum())
    out = f"tags {tag / words:.4f} UAS {head / words:.4f} LAS {both / words:.4f} names"
    for name in ("uner_ewt_dev", "gum_dev", "meantime_apple_dev"):
        out += f" {name} {names_f1(fit, Corpus.load(fit.packs, 'dev_' + name)):.3f}"
    return out


def names_f1(fit, corpus: Corpus, source: int = 0) -> float:
    """Score names strictly over a corpus, PERSON, ORG and PLACE."""
    labels = tuple(fit.meta["labels"])
    gold_n = guess_n = right = 0
    for document in corpus.documents:
        sentences = [s for s in document if corpus.length(s)]
        x, words, _ = fit.encode(corpus, sentences)
        same = fit.same(words, [sentences])
        scores = fit.model.names(x, same, torch.full((len(sentences),), source)).argmax(-1)
        gold = corpus.padded(sentences, "names", 0)
        for row, s in enumerate(sentences):
            a, b = (
                {x for x in spans(m[row, : corpus.length(s)].tolist(), labels) if x[2] != "MISC"}
                for m in (gold, scores)
            )
            gold_n, guess_n, right = gold_n + len(a), guess_n + len(b), right + len(a & b)
    return 2 * right / max(1, gold_n + guess_n)
