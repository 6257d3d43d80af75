"""How well texts are cut, tagged, parsed and searched for names: treebank figures, and names for the scorer."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dateline.grammar import parse, parse_words
from dateline.language.training.corpora import TreeDocument, read_treebank


def predict(gold: list[dict]) -> list[dict]:
    """Find the names of gold documents, for the scorer of names: {"id", "entities": [{start, end, type}]}."""
    return [
        {
            "id": g["id"],
            "entities": [{"start": n.start, "end": n.end, "type": n.kind} for n in parse(g["text"]).names],
        }
        for g in gold
    ]


def rebuilt(document: TreeDocument) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """Write a treebank document as a text: its text, sentence spans and word spans; paragraphs are lines apart."""
    text, sentences, words = "", [], []
    for paragraph in document.paragraphs:
        text += "\n\n" if text else ""
        for i, s in enumerate(paragraph):
            text += " " if i else ""
            sentences.append((len(text), len(text) + len(s.text)))
            words += [(len(text) + a, len(text) + b) for a, b in zip(s.start, s.end, strict=True)]
            text += s.text
    return text, sentences, words


def f1(gold: set, found: set, counts: Counter, name: str) -> None:
    """Add the counts of an F1 score."""
    counts[name, "gold"] += len(gold)
    counts[name, "found"] += len(found)
    counts[name, "right"] += len(gold & found)


def treebank_scores(file: Path, genres: set[str] | None = None) -> dict[str, float]:
    """Score sentences, words, tags and heads on a treebank file, in per cent.

    Returns
    -------
    dict with "sentences" and "words" (F1), "tags", "UAS", "LAS" (accuracy over the treebank's own words) and
    "tags, own words", "LAS, own words" (F1 over words as cut by dateline, in sentences as cut by dateline)
    """
    counts: Counter = Counter()
    for document in read_treebank(file):
        if genres and document.genre not in genres:
            continue
        _cutting(document, counts)
        _given_words(document, counts)
    total = counts["words"]
    scores = {name: 100 * counts[name] / max(1, total) for name in ("tags", "UAS", "LAS")}
    for name in ("sentences", "words cut", "tags, own words", "LAS, own words"):
        scores[name] = 200 * counts[name, "right"] / max(1, counts[name, "gold"] + counts[name, "found"])
    return {**scores, "n": total}


def _given_words(document: TreeDocument, counts: Counter) -> None:
    words = [w for s in document.sentences for w in s.word]
    limits, at = [], 0
    for s in document.sentences:
        limits.append((at, at + len(s.word)))
        at += len(s.word)
    read = parse_words(words, limits)
    counts["words"] += len(words)
    for (first, _), s in zip(limits, document.sentences, strict=True):
        for i, (tag, head, relation) in enumerate(zip(s.tag, s.head, s.relation, strict=True)):
            right = read.head[first + i] == (-1 if head < 0 else first + head)
            counts["tags"] += read.tag[first + i] == tag
            counts["UAS"] += right
            counts["LAS"] += right and read.relation[first + i] == relation


def _cutting(document: TreeDocument, counts: Counter) -> None:
    text, sentences, words = rebuilt(document)
    tokens = parse(text, [(0, len(text), "body")])
    f1(set(sentences), {(s.start, s.end) for s in tokens.sentences}, counts, "sentences")
    own_words = list(zip(tokens.start, tokens.end, strict=True))
    f1(set(words), set(own_words), counts, "words cut")
    gold_tags, gold_heads = set(), set()
    first = 0
    for s in document.sentences:
        for i, (tag, head, relation) in enumerate(zip(s.tag, s.head, s.relation, strict=True)):
            gold_tags.add((words[first + i], tag))
            gold_heads.add((words[first + i], words[first + head] if head >= 0 else None, relation))
        first += len(s.word)
    found = list(zip(own_words, tokens.head, tokens.relation, strict=True))
    f1(gold_tags, set(zip(own_words, tokens.tag, strict=True)), counts, "tags, own words")
    f1(gold_heads, {(w, own_words[h] if h >= 0 else None, r) for w, h, r in found}, counts, "LAS, own words")
