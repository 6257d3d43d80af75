"""Small signs round a verb: a future told from the past, a perfect infinitive, a "not" that two verbs share."""

from __future__ import annotations

from dateline.events.tree import Tree, verb_group

_AFTERWARDS = frozenset("afterward afterwards eventually later subsequently ultimately".split())


def shares_negation(tree: Tree, token: int) -> bool:
    """Tell the "conceded" of "has not endorsed her or conceded": it shares the subject, so the "not" too."""
    head = tree.tokens.head[token]
    if tree.tokens.relation[token] != "conj" or head < 0 or not tree.is_verb(head):
        return False
    own = tree.kids(token, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark")
    joined = any(tree.lemma(child) in ("or", "nor") for child in tree.kids(token, "cc"))
    return joined and not own and verb_group(tree, head).negated


def is_future_in_past(tree: Tree, token: int) -> bool:
    """Tell "would later resign", "would go on to win" from what only might come."""
    return goes_on(tree, token) or any(
        tree.tokens.word[child].lower() in _AFTERWARDS for child in tree.kids(token, "advmod")
    )


def goes_on(tree: Tree, token: int) -> bool:
    """Tell the "go on" of "go on to win"."""
    on = tree.lemma(token) == "go" and any(tree.lemma(child) == "on" for child in tree.children[token])
    return on and bool(tree.kids(token, "xcomp", "advcl"))


def is_perfect(tree: Tree, token: int) -> bool:
    """Tell "to have left" from "to leave"."""
    return any(tree.tokens.word[child].lower() == "have" for child in tree.kids(token, "aux"))
