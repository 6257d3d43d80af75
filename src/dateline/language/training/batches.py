"""The training data as numbers: every distinct word's features once, sentences as rows of word numbers."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from dateline.language.features import LISTS, context_flags, hashed_ids, word_key
from dateline.language.training.corpora import (
    NamedDocument,
    TreeDocument,
    open_lines,
    read_names,
    read_treebank,
)
from dateline.language.words import split_words

NAME_KINDS = ("PERSON", "ORG", "PLACE", "MISC")
NAME_LABELS = ("O", *(f"{p}-{k}" for k in NAME_KINDS for p in "BI"))
SOURCES = (
    "any",
    "uner_ewt_train",
    "gum_train",
    "wikigold",
    "re3d_train",
    "wnut17_train",
    "btc",
    "meantime_apple_dev",
)
RAW = ("us_state_department", "us_white_house", "state_union", "inaugural", "ewt_train", "gum_train", "re3d_train",
       "wikinews_meantime_apple")  # fmt: skip


@dataclass
class Sentence:
    """Word numbers with what is known of them; head 0 is the root."""

    words: list[int]
    context: list[int]
    tags: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)


class Vocabulary:
    """Distinct words in order of first sight, and later their features."""

    def __init__(self) -> None:
        self.number: dict[str, int] = {"": 0}
        self.counts: Counter[str] = Counter()

    def __call__(self, words: list[str]) -> list[int]:
        self.counts.update(words)
        return [self.number.setdefault(w, len(self.number)) for w in words]

    def small(self) -> Counter[str]:
        """Count the words seen in small letters."""
        return Counter({word: n for word, n in self.counts.items() if word.islower()})

    def features(self, minimum: int, lists: dict[str, int]) -> tuple[list[str], np.ndarray, np.ndarray]:
        """Give the entries of the word table, each word's table rows, and its flags for the lists."""
        keys: Counter[str] = Counter()
        for word, count in self.counts.items():
            keys[word_key(word)] += count
        entries = ["", *sorted(k for k, n in keys.items() if n >= minimum and k)]
        row = {k: i for i, k in enumerate(entries)}
        ids = np.zeros((len(self.number), 7), np.int32)
        flags = np.zeros((len(self.number), len(LISTS)), np.float32)
        for word, i in self.number.items():
            ids[i] = (row.get(word_key(word), 0), *hashed_ids(word))
            bits = lists.get(word, 0)
            flags[i] = [bits >> b & 1 for b in range(len(LISTS))]
        return entries, ids, flags


def treebank(
    path: Path,
    vocabulary: Vocabulary,
    tags: list[str],
    relations: list[str],
    named: dict[str, NamedDocument] | None = None,
) -> dict[str, list[list[Sentence]]]:
    """Read a treebank file, by treebank (ewt, gum); without `named`, unknown tags and relations become 0."""

    def number(values: list[str], value: str) -> int:
        if value not in values:
            if named is None:
                return 0
            values.append(value)
        return values.index(value)

    documents: dict[str, list[list[Sentence]]] = {"ewt": [], "gum": []}
    for document in read_treebank(path):
        labels = iter(_name_labels(document, named[document.id])) if named else iter([])
        documents["gum" if document.id.startswith("GUM_") else "ewt"].append(
            [
                Sentence(
                    vocabulary(s.word),
                    context_flags(s.word),
                    [number(tags, t) for t in s.tag],
                    [h + 1 for h in s.head],
                    [number(relations, r) for r in s.relation],
                    [next(labels) for _ in s.word] if named else [],
                )
                for s in document.sentences
            ]
        )
    return documents


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


def names(documents: list[NamedDocument], vocabulary: Vocabulary) -> list[list[Sentence]]:
    """Cut documents with names into our own words, labelled BIO."""
    out = []
    for d in documents:
        out.append([])
        entities = sorted(d.entities)
        for start, end in d.sentences:
            spans = split_words(d.text, start, end)
            if not spans:
                continue
            words = [d.text[a:b] for a, b in spans]
            labels = [0] * len(spans)
            for a, b, kind in entities:
                inside = [i for i, (x, y) in enumerate(spans) if x < b and y > a]
                for n, i in enumerate(inside):
                    labels[i] = NAME_LABELS.index(("B-" if n == 0 else "I-") + kind)
            out[-1].append(Sentence(vocabulary(words), context_flags(words), names=labels))
    return [d for d in out if d]


def recased(
    documents: list[list[Sentence]], vocabulary: Vocabulary, share: float, seed: int
) -> list[list[Sentence]]:
    """Write a share of the documents again in capitals or, as in headlines, with Capital Letters."""
    draw = random.Random(seed)
    words = {i: w for w, i in vocabulary.number.items()}
    small = {
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "to",
        "for",
        "and",
        "or",
        "but",
        "at",
        "by",
        "as",
        "from",
        "with",
    }
    out = []
    for document in documents:
        if draw.random() >= share:
            continue
        style = draw.choice(["upper", "title"])
        copy = []
        for s in document:
            forms = [words[i] for i in s.words]
            if style == "upper":
                forms = [w.upper() for w in forms]
            else:
                forms = [w if w in small and i else w[:1].upper() + w[1:] for i, w in enumerate(forms)]
            copy.append(
                Sentence(vocabulary(forms), context_flags(forms), s.tags, s.heads, s.relations, s.names)
            )
        out.append(copy)
    return out


def raw_sentences(folder: Path, vocabulary: Vocabulary, split) -> list[Sentence]:
    """Cut the open texts into sentences of words, for the first reading without labels."""
    out = []
    for name in RAW:
        for line in open_lines(folder / f"{name}.txt.gz"):
            if not line or line.startswith("# "):
                continue
            for a, b in split(line):
                words = [line[x:y] for x, y in split_words(line, a, b)]
                if 3 <= len(words) <= 80:
                    out.append(Sentence(vocabulary(words), context_flags(words)))
    return out


def read_sources(folder: Path, sources: tuple[str, ...] = SOURCES[1:]) -> dict[str, list[NamedDocument]]:
    return {name: read_names(folder / f"{name}.jsonl.gz") for name in sources}
