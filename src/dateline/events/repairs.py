"""Mend heads that no English sentence can have, before rules read them."""

from __future__ import annotations

from dataclasses import replace

from dateline.language import Tokens

_LOOKED_AT = 100  # dependents of one verb
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


def mended(tokens: Tokens) -> Tokens:
    """Give back their verb to subjects taken for coordinated with the verb before.

    In "talks are planned and consultations are to follow", a noun coordinated with a verb ("planned") and followed by
    a finite clause without a subject is that clause's subject.
    """
    lost = [
        t for t, relation in enumerate(tokens.relation) if relation == "conj" and _noun_after_verb(tokens, t)
    ]
    if not lost:
        return tokens
    children, heads, relations = tokens.children(), list(tokens.head), list(tokens.relation)
    for noun in lost:
        verb = tokens.head[noun]
        for later in children[verb][:_LOOKED_AT]:
            if later > noun and _lacks_subject(tokens, children, later):
                heads[noun], relations[noun] = later, "nsubj"
                relations[later] = "conj"
                break
    return replace(tokens, head=heads, relation=relations)


def _noun_after_verb(tokens: Tokens, token: int) -> bool:
    head = tokens.head[token]
    return (
        head >= 0
        and head < token
        and tokens.tag[token].startswith("NN")
        and tokens.tag[head].startswith("VB")
    )


def _lacks_subject(tokens: Tokens, children: list[list[int]], token: int) -> bool:
    """Tell a finite clause (with an auxiliary) that has no subject of its own."""
    kids = children[token]
    if not tokens.tag[token].startswith("VB") or any(tokens.relation[kid] in _SUBJECTS for kid in kids):
        return False
    return any(
        tokens.relation[kid] in ("aux", "aux:pass", "cop") and tokens.tag[kid] in ("VBD", "VBP", "VBZ", "MD")
        for kid in kids
    )
