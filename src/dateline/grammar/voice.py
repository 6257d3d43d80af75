"""Active or passive: is somebody acted on, and by whom?"""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.frames import STATIVE
from dateline.grammar.targets import expand
from dateline.grammar.tree import Tree


def is_passive(tree: Tree, token: int) -> bool:
    """Tell whether a verb is passive, also as a participle after its noun ("troops deployed there")."""
    tokens = tree.tokens
    if tree.lemma(token) in STATIVE and not agents(tree, token):
        return False
    if _is_plain_past(tree, token) or tokens.word[token].lower() == "born":
        return False  # "Holt was born": the row is about Holt, nobody did it
    for child in tree.children[token]:
        if tokens.relation[child] in (
            rel.PASSIVE_SUBJECT,
            rel.PASSIVE_AUXILIARY,
            rel.AGENT,
            rel.CLAUSE_AS_PASSIVE_SUBJECT,
        ):
            return True
    if not tree.is_past_participle(token):
        return False
    if tokens.relation[token] == rel.CONJUNCT and not tree.kids(token, rel.SUBJECT, rel.AUXILIARY):
        return is_passive(tree, tokens.head[token])
    return tokens.relation[token] in (rel.ADNOMINAL_CLAUSE, rel.ADJECTIVE) or not tree.kids(
        token, rel.SUBJECT, rel.AUXILIARY, rel.OBJECT
    )


def _is_plain_past(tree: Tree, token: int) -> bool:
    """Tell "Stein accused the party" from a passive, whatever its subject was taken for: it has an object and no "was".

    The main verb of a whole sentence needs no object for that: "Carling, handed the ball, finished with 20 points."
    """
    tokens = tree.tokens
    if tokens.tag[token] not in ("VBD", "VBN") or not tree.kids(token, rel.PASSIVE_SUBJECT):
        return False
    if tree.kids(token, *rel.AUXILIARIES) or agents(tree, token):
        return False
    sentence = tokens.sentences[tokens.sentence[token]]
    whole = sentence.part == "body" and tokens.word[sentence.last - 1] in (".", "!", "?", '"', "”")
    return bool(tree.kids(token, rel.OBJECT)) or (whole and tokens.relation[token] == rel.ROOT)


def agents(tree: Tree, token: int) -> list[int]:
    """Find who does what is done to the subject; who only tells it ("according to the ministry") does not."""
    agents = [word for word in tree.kids(token, rel.AGENT) if tree.case(word) in ("by", "")]
    agents = agents or [
        word for word in tree.kids(token, rel.OBLIQUE, rel.NOUN_MODIFIER) if tree.case(word) == "by"
    ]
    return expand(tree, agents)
