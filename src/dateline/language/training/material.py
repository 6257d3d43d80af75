"""The open training data as documents of sentences with all that is known of their words."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from dateline.language.splitting import split_words
from dateline.language.training.corpora import (
    NamedDocument,
    TreeDocument,
    open_lines,
    read_names,
    read_treebank,
)

NAME_KINDS = ("PERSON", "ORG", "PLACE", "MISC")
NAME_LABELS = ("O", *(f"{p}-{k}" for k in NAME_KINDS for p in "BI"))
TREEBANKS = {"ewt": "uner_ewt_train", "gum": "gum_train"}  # their names stand in these files
NAMES = ("wikigold", "re3d_train", "wnut17_train", "redocred", "crossner_politics", "btc")
SOURCES = ("any", *TREEBANKS.values(), *NAMES)
POSTS = 2000  # of the Broad Twitter Corpus; more would drown the news


@dataclass
class TreebankSentence:
    """Words with what is known of them; heads count from 1 within the sentence, 0 is the root."""

    words: list[str]
    tags: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    happened: list[tuple[int, float, float]] = field(default_factory=list)  # word, share of yes, weight
    opens: bool = False  # first of a paragraph


@dataclass
class Document:
    """One document: `misc` tells whether MISC names are marked; mentions are (head word, entity)."""

    id: str
    source: str
    sentences: list[TreebankSentence]
    misc: bool
    mentions: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Labels:
    """The tags and relations of the treebank, in order of first sight."""

    tags: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    open: bool = True

    def number(self, values: list[str], value: str) -> int:
        """Number a value, a new one too while the treebank for training is read; -1 for a strange one."""
        if value not in values:
            if not self.open:
                return -1
            values.append(value)
        return values.index(value)


def read_material(data: Path, labels: Labels, left_out: tuple[str, ...] = ()) -> list[Document]:
    """Read all documents to train on; those whose id begins with one of `left_out` are passed over."""
    named = {d.id: d for name in TREEBANKS.values() for d in read_names(data / "names" / f"{name}.jsonl.gz")}
    happened = read_happened(data / "factuality/uds_train.jsonl.gz")
    mentions = _mentions(data / "coreference/gum_train.jsonl.gz")
    documents = []
    for tree in read_treebank(data / "treebank/train.conllu.gz"):
        sentences = tree_sentences(tree, labels)
        label = iter(_name_labels(tree, named[tree.id]))
        for s in sentences:
            s.names = [next(label) for _ in s.words]
            s.happened = happened.get(tuple(s.words), [])
        source = TREEBANKS["gum" if tree.id.startswith("GUM_") else "ewt"]
        documents.append(Document(tree.id, source, sentences, True, mentions.get(tree.id, [])))
    for source in NAMES:
        found = read_names(data / "names" / f"{source}.jsonl.gz")
        step = max(1, len(found) // POSTS) if source == "btc" else 1
        documents += [named_document(d, source) for d in found[::step]]
    return [d for d in documents if d.sentences and not d.id.startswith(left_out or ("\0",))]


def tree_sentences(tree: TreeDocument, labels: Labels) -> list[TreebankSentence]:
    """Number the tags and relations of a treebank document."""
    return [
        TreebankSentence(
            s.word,
            [labels.number(labels.tags, t) for t in s.tag],
            [h + 1 for h in s.head],
            [labels.number(labels.relations, r) for r in s.relation],
            opens=not i,
        )
        for paragraph in tree.paragraphs
        for i, s in enumerate(paragraph)
    ]


def named_document(document: NamedDocument, source: str) -> Document:
    """Cut a document with names into our own words, labelled BIO."""
    sentences = []
    entities = sorted(document.entities)
    for start, end in document.sentences:
        spans = split_words(document.text, start, end)
        if not spans:
            continue
        names = [0] * len(spans)
        for a, b, kind in entities:
            inside = [i for i, (x, y) in enumerate(spans) if x < b and y > a]
            for n, i in enumerate(inside):
                names[i] = NAME_LABELS.index(("B-" if n == 0 else "I-") + kind)
        sentences.append(
            TreebankSentence([document.text[a:b] for a, b in spans], names=names, opens=not sentences)
        )
    return Document(document.id, source, sentences, "MISC" in document.types)


def _name_labels(document: TreeDocument, named: NamedDocument) -> list[int]:
    """Lay the names of the same text over treebank words, by counting characters that are not blank."""
    count = 0
    position = []  # of each character, how many non-blank ones stand before it
    for c in named.text:
        position.append(count)
        count += not c.isspace()
    kind_at = [(0, 0)] * count  # of each non-blank character: its name's number and kind
    for number, (start, end, kind) in enumerate(sorted(named.entities), 1):
        for i in range(position[start], position[end - 1] + 1):
            kind_at[i] = (number, NAME_KINDS.index(kind))
    labels, at, before = [], 0, 0
    for sentence in document.sentences:
        for word in sentence.word:
            number, kind = kind_at[at] if at < count else (0, 0)
            labels.append(0 if not number else 1 + 2 * kind + (number == before))
            before, at = number, at + len("".join(word.split()))
    return labels


def read_happened(file: Path) -> dict[tuple[str, ...], list[tuple[int, float, float]]]:
    """Read what people answered to "did this happen?", by the words of the sentence."""
    found = {}
    for line in open_lines(file):
        d = json.loads(line)
        found[tuple(d["words"])] = [
            (p["word"], p["happened"], 0.25 + p["confidence"] / 4) for p in d["predicates"]
        ]
    return found


def _mentions(file: Path) -> dict[str, list[tuple[int, int]]]:
    """Read the mentions of each document as (head word, entity), in order; one a head."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in open_lines(file):
        d = json.loads(line)
        heads: dict[int, int] = {}
        for m in sorted(d["mentions"], key=lambda m: (m["head"], m["first"] - m["last"])):
            if m["form"] != "verbal":
                heads.setdefault(m["head"], m["entity"])
        found[d["id"]] = sorted(heads.items())
    return found
