"""What a word hangs on and what hangs on it, for who holds a parse without its tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.language.tokens import Tokens


def stands_as(tokens: Tokens, word: int, *relations: str) -> bool:
    """Tell whether a word is one of these to the word that it hangs on: its object, its subject."""
    return tokens.relation[word] in relations


def governor(tokens: Tokens, word: int, *relations: str) -> int:
    """Give the word that a word hangs on, by one of these relations where any are asked; -1 for none.

    Examples
    --------
    >>> from dateline.grammar import parse, relations as rel
    >>> tokens = parse("Ann Lee met the king of Togo.")
    >>> governor(tokens, 4), governor(tokens, 4, rel.OBJECT), governor(tokens, 4, rel.SUBJECT)
    (2, 2, -1)
    """
    if relations and tokens.relation[word] not in relations:
        return -1
    return tokens.head[word]


def relation_of(tokens: Tokens, word: int) -> str:
    """Say what a word is to the word that it hangs on, in the terms of `grammar.relations`."""
    return tokens.relation[word]


def heads_above(tokens: Tokens, word: int, limit: int = 40) -> Iterator[int]:
    """Walk up from a word to the root of its sentence, without the word itself."""
    head = tokens.head
    word = head[word]
    while word >= 0 and limit:
        yield word
        word, limit = head[word], limit - 1


def outermost(tokens: Tokens, word: int, *relations: str, limit: int = 40) -> int:
    """Walk up from a word for as long as it stands in one of these relations.

    Examples
    --------
    >>> from dateline.grammar import parse, relations as rel
    >>> outermost(parse("The king of Togo met Ann Lee."), 6, *rel.IN_A_NAME)
    5
    """
    while tokens.relation[word] in relations and tokens.head[word] >= 0 and limit:
        word, limit = tokens.head[word], limit - 1
    return word


def hanging_on(tokens: Tokens, head: int, words: Iterable[int], *relations: str) -> list[int]:
    """List which of some words hang on a head, by one of these relations where any are asked.

    Examples
    --------
    >>> from dateline.grammar import parse, relations as rel
    >>> hanging_on(parse("Ann Lee met the king."), 2, range(2), *rel.SUBJECTS)
    [0]
    """
    heads, relation = tokens.head, tokens.relation
    return [word for word in words if heads[word] == head and (not relations or relation[word] in relations)]
