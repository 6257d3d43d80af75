"""Relative clauses: whom one tells of, and what its verb acts on."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.targets import expand
from dateline.grammar.tree import Tree

RELATIVE = frozenset(("who", "which", "that", "whom"))


def told_before(tree: Tree, clause: int, noun: int) -> list[int]:
    """List whom a relative clause tells of: "Ann, who won, and Tom left" tells of Ann alone."""
    return [word for word in expand(tree, [noun]) if word == noun or word < clause]


def relative_object(tree: Tree, token: int) -> list[int]:
    """Take the noun that a relative clause without object of its own hangs on ("the town they attacked")."""
    tokens = tree.tokens
    if tokens.relation[token] != rel.RELATIVE_CLAUSE:
        return []
    objects = tree.kids(token, rel.OBJECT)
    if objects and tokens.word[objects[0]].lower() in RELATIVE:
        return [tokens.head[token]]
    own = tree.kids(token, rel.SUBJECT) if not objects else []
    if own and tokens.word[own[0]].lower() not in RELATIVE:
        return [tokens.head[token]]
    return []
