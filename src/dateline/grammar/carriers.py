"""What stands beside the verb that carries a noun: "held talks on Monday with Chad", "war broke out between us"."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.frames import CALENDAR, LIGHT, SUPPORT
from dateline.grammar.targets import expand, obliques
from dateline.grammar.tree import Tree


def carried_phrases(tree: Tree, token: int) -> tuple[list[int], list[int]]:
    """Take what hangs on the verb that carries the noun: "held talks on Monday with Chad", "war broke out between us".

    Returns the other parties, and at whom else it is aimed ("launched an attack on Monday on Lyon").
    """
    head, relation = tree.tokens.head[token], tree.tokens.relation[token]
    if head < 0 or not tree.is_verb(head) or relation not in rel.CARRIED:
        return [], []
    if relation == rel.OBJECT and tree.lemma(head) not in LIGHT:
        return [], []
    parties, aims = [], []
    for word in tree.kids(head, rel.OBLIQUE):
        case = tree.case(word)
        if case in ("between", "among", "with"):
            parties += expand(tree, [word])
        elif case in ("against", "to", "on") and relation == rel.OBJECT and tree.lemma(word) not in CALENDAR:
            aims += expand(tree, [word])
    return parties, aims


def carrier_places(tree: Tree, token: int) -> list[int]:
    """Take the places of the light verb or of the verb of happening that carries this noun."""
    head, relation = tree.tokens.head[token], tree.tokens.relation[token]
    if head < 0 or not tree.is_verb(head) or relation not in rel.CARRIED:
        return []
    if relation == rel.OBJECT and tree.lemma(head) not in SUPPORT:
        return []
    return obliques(tree, head)[1]


def subject_within(tree: Tree, token: int) -> tuple[list[int], list[int]]:
    """Find who is in what a noun names, and who is under it: "Iran is in talks with Oman", "Holt is under arrest"."""
    case = tree.case(token)
    if case not in ("in", "at", "under") or not tree.kids(token, rel.COPULA):
        return [], []
    found = expand(tree, tree.kids(token, rel.SUBJECT))
    return ([], found) if case == "under" else (found, [])
