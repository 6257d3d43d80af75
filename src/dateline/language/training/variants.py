"""Training sentences seen otherwise: said by somebody, in capitals, with other names, behind a dateline."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from dateline.language.training.material import NAME_LABELS, Document, Labels, TreebankSentence
from dateline.language.training.sayings import Sayings
from dateline.lexicons import read_facts

SMALL = frozenset("a an the of in on at to for by with from and or but as into over after".split())
AGENCIES = ("AP", "Reuters", "AFP", "Xinhua", "UPI", "dpa", "CNN", "BBC", "TASS", "PTI")
CAPITALS, TITLE, LOWER, SWAP, DATELINE = 0.04, 0.04, 0.015, 0.25, 0.12  # shares
_BEGIN = {kind: NAME_LABELS.index(f"B-{kind}") for kind in ("PERSON", "ORG", "PLACE")}


class Variants:
    """Draws a new look of a document; seeded, so that the same run sees the same."""

    def __init__(self, documents: list[Document], labels: Labels, draw: random.Random, firms: list[str]):
        self.draw = draw
        self.sayings = Sayings(documents, labels, draw)
        self.pool = _pool(documents, firms)
        people = read_facts("person_names.csv")
        self.given = sorted({r["name"] for r in people if r["kind"] == "first_name"})
        self.family = sorted({r["name"] for r in people if r["kind"] == "surname"})

    def __call__(self, document: Document) -> Document:
        """Give the document as it is to be seen this time."""
        document = self.sayings(document)
        sentences = document.sentences
        if self.draw.random() < SWAP:
            sentences = self._swapped(sentences)
        heads = document.mentions
        if not sentences[0].heads and self.draw.random() < DATELINE:
            sentences = [self._datelined(sentences[0]), *sentences[1:]]
        return replace(document, sentences=[self._recased(s) for s in sentences], mentions=heads)

    def _recased(self, s: TreebankSentence) -> TreebankSentence:
        at = self.draw.random()
        if at < CAPITALS:
            return replace(s, words=[w.upper() for w in s.words])
        if at < CAPITALS + TITLE:
            return replace(
                s, words=[w if i and w in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(s.words)]
            )
        if at < CAPITALS + TITLE + LOWER:
            return replace(s, words=[w.lower() for w in s.words])
        return s

    def _swapped(self, sentences: list[TreebankSentence]) -> list[TreebankSentence]:
        """Put other names in the place of some, the same for the same all through the document."""
        told: dict[tuple, list[str]] = {}
        persons: dict[str, str] = {}
        out = []
        for s in sentences:
            words = list(s.words)
            for a, b, kind in _spans(s.names):
                name = tuple(s.words[a:b])
                if kind == "PERSON":
                    words[a:b] = self._person(name, persons)
                elif kind in self.pool:
                    if (kind, name) not in told:
                        others = self.pool[kind].get(b - a, [])
                        keep = not others or self.draw.random() < 0.5
                        told[kind, name] = list(name) if keep else list(self.draw.choice(others))
                    words[a:b] = told[kind, name]
            out.append(replace(s, words=words))
        return out

    def _person(self, name: tuple[str, ...], persons: dict[str, str]) -> list[str]:
        out = []
        for i, word in enumerate(name):
            if not (word.isalpha() and word[0].isupper() and len(word) > 2):
                out.append(word)
                continue
            if word not in persons:
                keep = self.draw.random() < 0.4
                names = self.given if i == 0 and len(name) > 1 else self.family
                persons[word] = word if keep else self.draw.choice(names)
            out.append(persons[word])
        return out

    def _datelined(self, s: TreebankSentence) -> TreebankSentence:
        """Put a place, perhaps an agency, and a dash in front, as agencies do."""
        size = self.draw.choice((1, 1, 1, 2))
        place = [w.upper() for w in self.draw.choice(self.pool["PLACE"][size])]
        words, names = place, [_BEGIN["PLACE"], *[_BEGIN["PLACE"] + 1] * (size - 1)]
        if self.draw.random() < 0.4:
            words, names = (
                [*words, ",", *self.draw.choice(self.pool["PLACE"][1])],
                [*names, 0, _BEGIN["PLACE"]],
            )
        if self.draw.random() < 0.6:
            words, names = [*words, "(", self.draw.choice(AGENCIES), ")"], [*names, 0, _BEGIN["ORG"], 0]
        words, names = [*words, self.draw.choice(("-", "—", "--", "–"))], [*names, 0]
        return replace(s, words=words + s.words, names=names + s.names)


def _spans(names: list[int]) -> list[tuple[int, int, str]]:
    spans: list[tuple[int, int, str]] = []
    for i, label in enumerate(names):
        prefix, _, kind = NAME_LABELS[label].partition("-")
        if prefix == "B":
            spans.append((i, i + 1, kind))
        elif prefix == "I" and spans:
            spans[-1] = (spans[-1][0], i + 1, kind)
    return spans


def _pool(documents: list[Document], firms: list[str]) -> dict[str, dict[int, list[tuple[str, ...]]]]:
    """List the names of the data by kind and number of words, each once."""
    found: dict[str, dict[int, set]] = {"ORG": defaultdict(set), "PLACE": defaultdict(set)}
    for document in documents:
        for s in document.sentences:
            for a, b, kind in _spans(s.names):
                if kind in found and all(w[0].isupper() or w in SMALL for w in s.words[a:b]):
                    found[kind][b - a].add(tuple(s.words[a:b]))
    for firm in firms:
        words = tuple(firm.split())
        found["ORG"][len(words)].add(words)
    return {kind: {n: sorted(names) for n, names in sorted(by.items())} for kind, by in found.items()}
