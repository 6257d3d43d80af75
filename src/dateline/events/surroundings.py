"""What stands round a word that may name an event: its relation, head, dependents and neighbours, view by view."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree

EDGE = "_"  # where the text ends
# dependents that, taken together, tell a deed from a thing
_TELLING = frozenset(
    (rel.DETERMINER, rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.OBJECT, rel.NOUN_MODIFIER, rel.PREPOSITION, rel.POSSESSOR,
     rel.ADJECTIVE, rel.COMPOUND, *rel.AUXILIARIES, rel.CONTROLLED, rel.COMPLEMENT, rel.OBLIQUE)
)  # fmt: skip


def views(tree: Tree, token: int) -> Iterator[tuple[str, list[str]]]:
    """Name what each view sees of a token's surroundings.

    Parameters
    ----------
    tree : Tree
        The parse of one article.
    token : int
        Number of a token.

    Yields
    ------
    view : str
        Name of the view: the relation, alone or with the word; the head; the dependents, one by one or together;
        the words and tags before and after.
    values : list of str
        What it sees there: one value, or one a dependent.
    """
    tokens = tree.tokens
    tag, relation, lemma = tokens.tag[token], tree.relation(token), tree.lemma(token)
    kind, head = tag[:2], tree.governor(token)
    before, after = _beside(tokens.word, token - 1).lower(), _beside(tokens.word, token + 1).lower()
    tag_before, tag_after = _beside(tokens.tag, token - 1), _beside(tokens.tag, token + 1)
    relations = sorted({tree.relation(child) for child in tree.dependents(token)})
    yield "relation", [f"{tag} {relation}"]
    yield "relation and word", [f"{relation} {lemma}"]
    if head >= 0:
        yield "head", [f"{relation} {tree.lemma(head)}"]
        yield "head tag", [f"{kind} {relation} {tokens.tag[head]}"]
    yield "dependent", [f"{kind} {child}" for child in relations]
    yield "dependents", [" ".join((tag, relation, *(child for child in relations if child in _TELLING)))]
    yield "word before", [before]
    yield "word after", [after]
    yield "word before and word", [f"{before} {lemma}"]
    yield "tag before", [f"{kind} {tag_before}"]
    yield "tags around", [f"{tag_before} {tag} {tag_after}"]


def _beside(column: list[str], token: int) -> str:
    return column[token] if 0 <= token < len(column) else EDGE
