"""Nouns that stand beside a name and say what it is: "Acme, a carmaker", "the magazine Vista", "his father Bo Lie"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from dateline.coreference.naming import Linked
from dateline.coreference.referents import definite_phrase, link_head
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree, tree_of
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import PERSONS, noun_kind
from dateline.language import Tokens

BESIDE = "beside the name"
# what a noun may stand for that says what a name is; "" is a noun of which nothing is known
_FITTING = {
    "PERSON": PERSONS,
    "ORG": frozenset(("group", "")),
    "PLACE": frozenset(("place", "")),
}
_TELLING = frozenset(("definite", "owned"))


def link_beside(tokens: Tokens, links: list[Linked]) -> list[Linked]:
    """Make such nouns mentions of what the name means, where one is meant and the parse calls both one.

    A noun right before a name is a part of it ("striker Ann Lie") unless "the" or an owner makes it a phrase of its
    own ("the striker Ann Lie", "Leeds's striker Ann Lie"); after a name also "a striker" is.
    """
    taken = {token for link in links for token in range(link.first, link.last)}
    tree = tree_of(tokens)
    found: dict[int, Linked] = {}
    for link in links:
        if link.form not in ("name", "short") or not link.entity or link.kind not in _FITTING:
            continue
        head = link_head(tokens, link.first, link.last)
        for noun in _nouns_beside(tree, head, link, taken):
            first, definite = definite_phrase(tokens, noun)
            told = definite in _TELLING or (definite == "indefinite" and noun > head)
            if told and noun_kind(fold(tokens.lemma[noun])) in _FITTING[link.kind]:
                first += tokens.tag[first] == "PRP$"  # "his" is another one
                found[noun] = Linked(first, noun + 1, link.kind, "nominal", link.entity, BESIDE)
    return list(found.values())


def _nouns_beside(tree: Tree, head: int, link: Linked, taken: Container[int]) -> Iterator[int]:
    """List the nouns in the singular that the parse sets beside a name."""
    after = [noun for noun in tree.kids(head, rel.APPOSITION) if noun >= link.last]
    for noun in (*after, tree.governor(head, rel.APPOSITION)):
        if noun < 0 or noun in taken or tree.kids(noun, rel.CONJUNCT):
            continue
        if tree.tokens.tag[noun] == "NN":
            yield noun
