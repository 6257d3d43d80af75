"""The open training data read into one shape: treebank documents and documents with names."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class TreeSentence(NamedTuple):
    """One treebank sentence: its text, and per word the offsets in it, form, lemma, tag, head and relation.

    Heads count words of the sentence from 0, with -1 at the root.
    """

    text: str
    start: list[int]
    end: list[int]
    word: list[str]
    lemma: list[str]
    tag: list[str]
    head: list[int]
    relation: list[str]


class TreeDocument(NamedTuple):
    """One treebank document: its id, genre, and its paragraphs as lists of sentences."""

    id: str
    genre: str
    paragraphs: list[list[TreeSentence]]

    @property
    def sentences(self) -> list[TreeSentence]:
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


class NamedDocument(NamedTuple):
    """One document with names: text, entities as (start, end, type), and the types its source marks."""

    id: str
    text: str
    sentences: list[tuple[int, int]]
    entities: list[tuple[int, int, str]]
    types: frozenset[str]


def open_lines(path: Path) -> Iterator[str]:
    """Read the lines of a text file, gzipped or not."""
    with (
        gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8") as f
    ):
        for line in f:
            yield line.rstrip("\n")


def read_treebank(path: Path) -> list[TreeDocument]:
    """Read a CoNLL-U file into documents; multiword tokens count as their words."""
    documents: list[TreeDocument] = []
    rows: list[list[str]] = []
    for line in open_lines(path):
        if line.startswith("# newdoc"):
            documents.append(TreeDocument(line.split("= ", 1)[1], "", []))
        elif line.startswith("# genre"):
            documents[-1] = documents[-1]._replace(genre=line.split("= ", 1)[1])
        elif line.startswith("# newpar") or (line.startswith("# sent_id") and not documents[-1].paragraphs):
            documents[-1].paragraphs.append([])
        elif line and line[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            documents[-1].paragraphs[-1].append(_tree_sentence(rows))
            rows = []
    return documents


def _tree_sentence(rows: list[list[str]]) -> TreeSentence:
    text, s = "", TreeSentence("", [], [], [], [], [], [], [])
    parts: dict[int, tuple[int, int]] = {}
    for row in rows:
        if "." in row[0]:
            continue
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            parts = dict.fromkeys(range(first, last + 1), (0, 0))
            surface, space_after, at = row[1], space, len(text)
            text += surface + space_after
            continue
        number = int(row[0])
        if number in parts:
            # the words of "don't" lie in its surface one after the other
            begin = at
            stop = min(at + len(row[1]), len(text.rstrip()))
            if number == max(parts):
                stop = len(text.rstrip()) if text.endswith(" ") else len(text)
                parts = {}
            at = stop
        else:
            begin, stop = len(text), len(text) + len(row[1])
            text += row[1] + space
        columns: tuple[list[Any], ...] = s[1:]
        for column, value in zip(
            columns, (begin, stop, row[1], row[2], row[4], int(row[6]) - 1, row[7]), strict=True
        ):
            column.append(value)
    return s._replace(text=text.rstrip())


def read_names(path: Path) -> list[NamedDocument]:
    """Read a JSONL file of documents with names."""
    every = {"PERSON", "ORG", "PLACE", "MISC"}
    documents = []
    for line in open_lines(path):
        d = json.loads(line)
        spans = [(d["tokens"][a][0], d["tokens"][b - 1][1]) for a, b in d["sentences"]]
        entities = [(e["start"], e["end"], e["type"]) for e in d["entities"]]
        types = frozenset(every - set(d.get("types_absent") or []))
        documents.append(NamedDocument(d["id"], d["text"], spans, entities, types))
    return documents
