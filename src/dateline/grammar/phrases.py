"""The phrase under each word: its dependents, and the first and last word of its subtree."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.grammar.tree import Tree
from dateline.language.tokens import Tokens

_EDGE = frozenset((",", ";", ":", "—", "–", "-", "--", "―", ".", "…"))


@dataclass(slots=True, eq=False)
class Phrases(Tree):
    """A tree with the token span [first, last) under each token."""

    first: list[int]
    last: list[int]


def phrases_of(tokens: Tokens) -> Phrases:
    """Measure every subtree once, leaves first; heads that form a circle are left as single words."""
    children = tokens.children()
    heads = tokens.head
    first = list(range(len(heads)))
    last = [place + 1 for place in first]
    open_children = [len(below) for below in children]
    ready = [place for place, count in enumerate(open_children) if not count]
    while ready:
        place = ready.pop()
        head = heads[place]
        if head < 0:
            continue
        if first[place] < first[head]:
            first[head] = first[place]
        if last[place] > last[head]:
            last[head] = last[place]
        open_children[head] -= 1
        if not open_children[head]:
            ready.append(head)
    return Phrases(tokens, children, {}, first, last)


def trim(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Take punctuation off both ends of a token span, but leave quotation marks and brackets in it."""
    while first < last and tokens.word[first] in _EDGE:
        first += 1
    while last > first and tokens.word[last - 1] in _EDGE:
        last -= 1
    return first, last


def head_word(tokens: Tokens, first: int, last: int) -> int:
    """Find the word of a token span that the others hang on, -1 in an empty span."""
    for word in range(first, last):
        if not first <= tokens.head[word] < last and tokens.relation[word] != "punct":
            return word
    return -1
