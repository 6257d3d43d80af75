"""Where the noun of a role ("secretary of state", "mayor") ends in a text."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.names import fold
from dateline.knowledge.nouns import role_words
from dateline.language import Tokens


@cache
def _last_words() -> frozenset[str]:
    return frozenset(role.replace("-", " ").split()[-1] for role in role_words()) | frozenset(
        role.split()[-1] for role in role_words()
    )


def role_ending(tokens: Tokens, last: int, first: int = 0) -> tuple[int, str] | None:
    """Find the longest role noun whose final token is number last; return its first token and its key."""
    if tokens.tag[last].startswith("VB"):
        return None
    if fold(tokens.word[last]) not in _last_words() and fold(tokens.lemma[last]) not in _last_words():
        return None
    for length in (5, 4, 3, 2, 1):
        begin = last - length + 1
        if begin < first:
            continue
        words = [fold(word) for word in tokens.word[begin:last]]
        for final in (fold(tokens.word[last]), fold(tokens.lemma[last])):
            key = " ".join([*words, final]).replace(" - ", "-")
            if key in role_words():
                return begin, key
    return None
