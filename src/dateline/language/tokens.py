"""What every later step reads: the sentences, words, tags, heads and names of one article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np


class Sentence(NamedTuple):
    """A sentence: its characters [start, end), its tokens [first, last), the part of the article."""

    start: int
    end: int
    first: int
    last: int
    part: str  # headline, dateline, body, caption or credit


class Name(NamedTuple):
    """A name found by the name tagger: its characters [start, end), its tokens [first, last), its kind."""

    start: int
    end: int
    first: int
    last: int
    kind: str  # PERSON, ORG, PLACE or MISC
    rule: str = ""  # what found it or gave it its kind, "" the tagger


class Same(NamedTuple):
    """What the network tells of who is the same, a row a token: `later` of one times `earlier` of one before it is the
    score that both are one thing, to be held against `new` of the later one."""

    later: np.ndarray
    earlier: np.ndarray
    new: np.ndarray


@dataclass(frozen=True, slots=True)
class Tokens:
    """The parse of one text, in columns: item i of each list belongs to token i.

    Offsets are half-open code points of `text`; heads are token numbers of the article, -1 at the root
    of a sentence. Tags are the Penn Treebank's, relations those of Universal Dependencies 2 (with
    subtypes such as nsubj:pass). Any engine that fills these columns can stand in for ours.
    """

    text: str
    sentences: list[Sentence]
    names: list[Name]
    start: list[int]
    end: list[int]
    word: list[str]
    lemma: list[str]
    tag: list[str]
    head: list[int]
    relation: list[str]
    sentence: list[int]  # number of the sentence each token stands in
    happened: list[float] = field(
        default_factory=list
    )  # log odds that what a token tells happened; empty: not read
    same: Same | None = field(
        default=None, compare=False, repr=False
    )  # who is the same; None: not read, or forgotten
    # (tokens, 2, width) in 16 bits: what a middle layer and the last one make of each; None: not read, or forgotten
    vectors: np.ndarray | None = field(default=None, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.word)

    def by_start(self) -> dict[int, int]:
        """Give the number of the token that begins at a character."""
        return {start: token for token, start in enumerate(self.start)}

    def ties(self, token: int) -> bool:
        """Tell whether a token is a hyphen that joins the words round it without a space."""
        return (
            self.word[token] == "-"
            and 0 < token < len(self.word) - 1
            and self.end[token - 1] == self.start[token]
            and self.end[token] == self.start[token + 1]
        )

    def children(self) -> list[list[int]]:
        """List the dependents of each token, in order of the text."""
        children: list[list[int]] = [[] for _ in self.head]
        for token, head in enumerate(self.head):
            if head >= 0:
                children[head].append(token)
        return children
