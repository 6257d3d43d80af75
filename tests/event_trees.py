"""Sentences of our own with heads checked by hand, so that the rules on them are tested without any parser."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dateline.grammar.tree import Tree, tree_of
from dateline.language import Sentence, Tokens

_FILE = Path(__file__).parent / "gold" / "event_trees.tsv"


def tokens_of(text: str, rows: list[list[str]]) -> Tokens:
    """Build the parse of one sentence from rows of word, lemma, tag, head (counted from 1) and relation."""
    starts, at = [], 0
    for word, *_ in rows:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    words, lemmas, tags, heads, relations = (list(column) for column in zip(*rows, strict=True))
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    sentence = Sentence(0, len(text), 0, len(words), "body")
    numbers = [int(head) - 1 for head in heads]
    return Tokens(
        text, [sentence], [], starts, ends, words, lemmas, tags, numbers, relations, [0] * len(words)
    )


@cache
def _parses() -> dict[str, Tokens]:
    parses = {}
    for block in _FILE.read_text(encoding="utf-8").strip().split("\n\n"):
        first, *lines = block.split("\n")
        text = first.removeprefix("# ")
        parses[text] = tokens_of(text, [line.split("\t") for line in lines])
    return parses


def parsed(text: str) -> Tokens:
    """Give the checked parse of one of the sentences."""
    return _parses()[text]


def joined(*sentences: tuple[str, str]) -> Tokens:
    """Put checked sentences, each with its part of the article, into one parse, a paragraph each."""
    columns: tuple[list, ...] = ([], [], [], [], [], [], [], [])
    text, parts = "", []
    for number, (words, part) in enumerate(sentences):
        tokens, shift, first = parsed(words), len(text), len(columns[0])
        heads = [head + first if head >= 0 else -1 for head in tokens.head]
        starts = [start + shift for start in tokens.start]
        ends = [end + shift for end in tokens.end]
        rows = (
            starts,
            ends,
            tokens.word,
            tokens.lemma,
            tokens.tag,
            heads,
            tokens.relation,
            [number] * len(heads),
        )
        for column, values in zip(columns, rows, strict=True):
            column.extend(values)
        text += words + "\n\n"
        parts.append(Sentence(shift, shift + len(words), first, len(columns[0]), part))
    return Tokens(text, parts, [], *columns)


def tree(text: str) -> Tree:
    """Give the tree of one of the sentences."""
    return tree_of(parsed(text))


def token(tokens: Tokens, word: str) -> int:
    """Find the number of a word."""
    return tokens.word.index(word)
