"""What governs a noun that names a deed: a verb, another noun, or evidence of it ("reports of an attack")."""

from __future__ import annotations

from dateline.events.moods import EVIDENCE
from dateline.grammar import relations as rel
from dateline.grammar.contractions import plain
from dateline.grammar.tree import Tree

_CARRYING = frozenset(
    ("with", "for", "by", "through", "in", "into", "to")
)  # not "about", "after", "because of"
_CONJUNCTS = 5


def governor(tree: Tree, token: int) -> tuple[int, str]:
    """Find what governs a noun and how, past the nouns that it is coordinated with (-1: nothing)."""
    for _ in range(_CONJUNCTS):
        head, relation = tree.governor(token), tree.relation(token)
        if head < 0 or relation not in (rel.CONJUNCT, rel.APPOSITION):
            return head, relation
        token = head
    return -1, ""


def verb_above(tree: Tree, token: int) -> tuple[int, str]:
    """Find the verb that a noun is subject or object of, or that takes it with a preposition (-1: none)."""
    for _ in range(_CONJUNCTS):
        head, relation = tree.governor(token), tree.relation(token)
        if head >= 0 and relation in (rel.CONJUNCT, rel.APPOSITION):
            token = head
            continue
        break
    if head < 0 or (tree.is_noun(head) and not tree.kids(head, rel.COPULA)):
        return -1, ""
    if relation not in (rel.OBJECT, rel.PASSIVE_SUBJECT, rel.OBLIQUE, rel.SUBJECT):
        return -1, ""
    if relation == rel.OBLIQUE and tree.case(token) not in _CARRYING:
        return -1, ""
    return head, relation


def evidence_above(tree: Tree, token: int) -> int:
    """Find the "report" of "reports of an attack"; "reports of the attack" take it as known (-1: none)."""
    head, relation = governor(tree, token)
    if head < 0 or relation not in (rel.NOUN_MODIFIER, rel.OBLIQUE) or tree.lemma(head) not in EVIDENCE:
        return -1
    known = any(
        plain(tree.tokens.word[word]) in ("the", "this", "that") for word in tree.kids(token, rel.DETERMINER)
    )
    return head if tree.case(token) == "of" and not known else -1
