"""Two names that are one: "J.D." before "Pratt", and "Energy" after "Ministry of Trade, Industry and"."""

from __future__ import annotations

import re

from dateline.language import Name, Tokens
from dateline.proper_names.spans import make

INITIALS, FIELDS = "initials", "fields of a ministry"
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}")
_OFFICES = frozenset(
    ("Ministry", "Department", "Committee", "Commission", "Directorate", "Office", "Secretariat")
)


def joined(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Join initials with the surname behind them, and the last field of a ministry with those before it."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before and _has_initials(tokens, before, name):
            out[-1] = make(tokens, before.first, name.last, "PERSON", INITIALS)
        elif before and _has_fields(tokens, before, name):
            out[-1] = make(tokens, before.first, name.last, "ORG", FIELDS)
        else:
            out.append(name)
    return out


def _has_initials(tokens: Tokens, before: Name, name: Name) -> bool:
    text = tokens.text[before.start : before.end]
    persons = before.kind == name.kind == "PERSON"
    return persons and before.last == name.first and bool(_INITIALS.fullmatch(text))


def _has_fields(tokens: Tokens, before: Name, name: Name) -> bool:
    """Tell "Ministry of Trade, Industry and Energy" from "Ministry of Trade and Nato" by the comma of a list."""
    words = tokens.word[before.first : before.last]
    between = tokens.word[before.last : name.first]
    listed = words[0] in _OFFICES and words[1:2] == ["of"] and "," in words
    return listed and between in (["and"], [",", "and"]) and name.kind != "PERSON"
