"""Names tied together by hyphens and small words: "Mazar-i-Sharif", "Aix-en-Provence", "Lashkar-e-Taiba"."""

from __future__ import annotations

from dateline.knowledge.countries import places_named
from dateline.language import Name, Tokens
from dateline.proper_names.spans import make

# small words within such names, in the languages that write them so
_LINKS = frozenset(
    "i e al el ul ur es en sur sous les lez la le de du des on upon in by under super an am im ob der den und zum "
    "au aux os da".split()
)
_LONGEST = 9  # tokens of one name, its hyphens counted


def whole_chains(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Widen names to the whole chain that they are part of.

    Two capitalised words alone may be two names ("a Biden-Putin call") and stay as they are.
    """
    return [_chained(tokens, name) for name in names]


def _chained(tokens: Tokens, name: Name) -> Name:
    first, last = name.first, name.last
    while first >= 2 and last - first < _LONGEST and _is_tied(tokens, first - 1):
        first -= 2
    while last + 1 < len(tokens) and last - first < _LONGEST and _is_tied(tokens, last):
        last += 2
    parts = tokens.word[first:last:2]
    linked = any(part in _LINKS for part in parts[1:-1])
    if not linked or not (parts[0][:1].isupper() and parts[-1][:1].isupper()):
        return name
    if any(place.kind == "country" for end in (parts[0], parts[-1]) for place in places_named(end)):
        return name  # "US-on-Iran pressure"
    if any(not part[:1].isupper() and part not in _LINKS for part in parts):
        return name
    return make(tokens, first, last, name.kind)


def _is_tied(tokens: Tokens, hyphen: int) -> bool:
    """Tell whether a token is a hyphen that joins the words round it without a space."""
    return (
        tokens.word[hyphen] == "-"
        and tokens.end[hyphen - 1] == tokens.start[hyphen]
        and tokens.end[hyphen] == tokens.start[hyphen + 1]
    )
