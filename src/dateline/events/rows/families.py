"""Families of words that tell like things: who died, who won, what rose; one row a word in a list of our own."""

from __future__ import annotations

from functools import cache

from dateline.lexicons import read_groups

# families of words that tell little alone: what they lean on says what happened
LEANING = frozenset(
    ("saying", "speech act", "carrying", "aspect", "thinking", "light", "relation", "bearing", "failing")
)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    found = read_groups("event_families.csv", "word", "family")
    return {word: tuple(families) for word, families in found.items()}


def families_of(action: str) -> tuple[str, ...]:
    """List the families of an action, with its particle or without.

    Examples
    --------
    >>> families_of("resign")
    ('office',)
    >>> families_of("carry out")
    ('going', 'light')
    """
    known = _families()
    return known.get(action) or known.get(action.partition(" ")[0], ())
