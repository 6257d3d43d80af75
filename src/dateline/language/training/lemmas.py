"""Count lemmas in the treebank and keep those that the word and its tag do not already tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from dateline.language.lemmas import INFLECTED
from dateline.language.training.corpora import read_treebank


def train_lemmas(data: Path, file: Path) -> None:
    """Write word, tag and lemma, one line each, to `file`."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in read_treebank(data / "treebank/train.conllu.gz"):
        for s in document.sentences:
            for word, tag, lemma in zip(s.word, s.tag, s.lemma, strict=True):
                if not tag.startswith("NNP") and word.isascii() and len(word) < 30 and "\t" not in word:
                    counts[word.lower(), tag][lemma if lemma == "I" else lemma.lower()] += 1
    lines = []
    for (word, tag), lemmas in sorted(counts.items()):
        lemma, n = lemmas.most_common(1)[0]
        if word == "people":
            lemma = "people"  # not person: an actor of its own
        if (tag in INFLECTED and n > 1) or (lemma != word and n > 1):
            lines.append(f"{word}\t{tag}\t{lemma}\n")
    file.write_text("".join(lines), encoding="utf-8")
