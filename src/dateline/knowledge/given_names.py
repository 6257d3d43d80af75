"""The gender that a given name suggests, where nearly everybody of that name is of one gender."""

from __future__ import annotations

from functools import cache

from dateline.lexicons import read_facts


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in read_facts("given_names.csv")}


def given_name_gender(given: tuple[str, ...]) -> str:
    """Tell "m" or "f" from folded given names, "" when none is known.

    Examples
    --------
    >>> given_name_gender(("antony",)), given_name_gender(("emily", "j")), given_name_gender(("robin",))
    ('m', 'f', '')
    """
    return next((_genders()[name] for name in given if name in _genders()), "")
