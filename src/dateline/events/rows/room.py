"""How many words a line has room for, and what goes first where a clause has more."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS

WORDS = 20  # a longer clause loses its last phrases
MOST = 24  # words; more is no line of a chronology
LOOSE = (rel.OBLIQUE, rel.MEASURE, rel.BARE_OBLIQUE, rel.NOUN_MODIFIER, rel.POSSESSOR)
_DROPPED = (*LOOSE, rel.COMPLEMENT, rel.ADJECTIVE, rel.NUMBER)
_SHORTENED = (*LOOSE, *SUBJECTS, *rel.OBJECTS, rel.AGENT)
_NOTHING: Set[int] = frozenset()


class ClausePart(NamedTuple):
    """A dependent of the clause: its relation, its words, and those left when lists and details go."""

    relation: str
    words: set[int]
    short: set[int]
    name: Set[int] = frozenset()  # of somebody named, the name without what it is "of"


def fitted(token: int, phrases: list[ClausePart]) -> set[int]:
    """Keep as many words as there is room for: where, how and why go before what the deed is done to.

    Of phrases that go lists and details go first, of each kind the last phrase first.
    """
    words: list[Set[int]] = [phrase.words for phrase in phrases]
    last_first = list(reversed(range(len(phrases))))
    loose = [number for number in last_first if phrases[number].relation in LOOSE]
    held = [number for number in last_first if phrases[number].relation in _SHORTENED and number not in loose]
    steps = [
        *((number, phrases[number].short) for number in loose),
        *((number, phrases[number].name) for number in loose if phrases[number].name),
        *((number, _NOTHING) for number in loose if held and number > held[0]),
        *((number, phrases[number].short) for number in held),
        *((number, phrases[number].name) for number in held if phrases[number].name),
        *((number, _NOTHING) for number in last_first if phrases[number].relation in _DROPPED),
    ]
    for number, less in steps:
        if len({token}.union(*words)) > WORDS:
            words[number] = less
    return {token}.union(*words)
