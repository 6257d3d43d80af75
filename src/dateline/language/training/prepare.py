"""All training data packed into one file of numbers, so that fitting needs nothing else."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path

import numpy as np

from dateline.language.sentences import split_sentences
from dateline.language.training.batches import (
    NAME_LABELS,
    SOURCES,
    Sentence,
    Vocabulary,
    names,
    raw_sentences,
    read_sources,
    recased,
    treebank,
)
from dateline.language.training.corpora import read_names
from dateline.language.training.lists import compile_lists, read_lists, write_lists

SEED = 20211229
TREEBANKS = {"ewt": "uner_ewt_train", "gum": "gum_train"}  # their names stand in these files
COLUMNS = ("words", "context", "tags", "heads", "relations", "names")


def prepare(data: Path, file: Path, lists: Path, sources: tuple[str, ...] = SOURCES[1:]) -> None:
    """Read everything below `data` and write it to `file`; `lists` are read, or made if they are not there."""
    vocabulary, tags, relations = Vocabulary(), [""], [""]
    packs: dict[str, np.ndarray] = {}
    files = read_sources(data / "names", sources)
    named = {d.id: d for name in TREEBANKS.values() for d in files[name]}
    trees = treebank(data / "treebank/train.conllu.gz", vocabulary, tags, relations, named)
    for part, name in TREEBANKS.items():
        pack(packs, name, trees[part] + recased(trees[part], vocabulary, 0.08, SEED))
    dev = treebank(data / "treebank/dev.conllu.gz", vocabulary, tags, relations)
    pack(packs, "tree_dev", dev["ewt"] + dev["gum"])
    for source in sources:
        packs[f"{source}.misc"] = np.array("MISC" in files[source][0].types)
        if source not in TREEBANKS.values():
            read = names(files[source], vocabulary)
            pack(packs, source, read + recased(read, vocabulary, 0.1, SEED))
    for source in ("uner_ewt_dev", "gum_dev", "meantime_apple_dev"):
        pack(packs, f"dev_{source}", names(read_names(data / "names" / f"{source}.jsonl.gz"), vocabulary))
    raw = raw_sentences(data / "text", vocabulary, split_sentences)
    pack(packs, "raw", [raw])
    if not lists.exists():
        write_lists(compile_lists(vocabulary.small()), lists)
    known = read_lists(lists)
    entries, ids, flags = vocabulary.features(minimum=3, lists=known)
    meta = {"entries": entries, "lists": known, "tags": tags, "relations": relations, "labels": NAME_LABELS,
            "sources": sources}  # fmt: skip
    packs["meta"] = np.frombuffer(json.dumps(meta).encode(), np.uint8)
    file.parent.mkdir(parents=True, exist_ok=True)
    packs["upper"] = np.array([any(c.isupper() for c in word) for word in vocabulary.number])
    np.savez_compressed(file, ids=ids.astype(np.uint16), flags=flags.astype(np.uint8), **packs)
    print(f"prepared: {len(ids)} words, {len(entries)} vocabulary entries, {len(raw)} raw sentences")


def pack(packs: dict[str, np.ndarray], name: str, documents: list[list[Sentence]]) -> None:
    """Flatten documents of sentences into arrays."""
    sentences = list(chain.from_iterable(documents))
    packs[f"{name}.documents"] = np.array([len(d) for d in documents], np.int32)
    packs[f"{name}.lengths"] = np.array([len(s.words) for s in sentences], np.int32)
    for column in COLUMNS:
        values = list(chain.from_iterable(getattr(s, column) for s in sentences))
        packs[f"{name}.{column}"] = np.array(values, np.int32 if column == "words" else np.int16)
