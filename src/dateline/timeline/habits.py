"""What people do again and again in the same words: they say, meet or support; one such deed is seldom another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dateline.events.rows.families import families_of
from dateline.timeline.kin import kin_of, relation

_REPEATED = frozenset(("AID", "SANCTION"))  # types of what is done often, each time anew
_HABITS = frozenset(("CONSULT", "SUPPORT"))  # types of what is done again and again
_WORDS = frozenset(("commit", "commitment", "express", "reaffirm", "reiterate", "underscore", "update"))
_SAID = frozenset(("aspect", "meeting", "saying", "speech act"))  # families of the same
_CLOSE = ("same word", "same stem", "synonyms", "senses")  # words that name one deed


@lru_cache(maxsize=4096)
def is_habit(actions: frozenset[str], types: frozenset[str]) -> bool:
    """Tell whether people do it again and again in the same words: they say, meet or support."""
    said = actions & _WORDS or any(_SAID & set(families_of(action)) for action in actions)
    return bool(said or types & _HABITS)


def is_repeated(types: frozenset[str]) -> bool:
    """Tell whether it is done often, each time anew."""
    return bool(types & _REPEATED)


def in_one_word(actions: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether a word of the one names the deed of the other: "meet" and "meeting", not "travel" and "speak".

    Examples
    --------
    >>> in_one_word(["meet"], ["meeting", "trip"]), in_one_word(["travel"], ["speak"])
    (True, False)
    """
    return any(relation(kin_of(a), kin_of(b)) in _CLOSE for a in actions for b in others)
