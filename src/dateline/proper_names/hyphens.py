"""Given names tied together by hyphens behind the family name: "Ban Ki-moon"."""

from __future__ import annotations

from dateline.knowledge.names import FIRST_BEFORE_HYPHEN, SURNAME_FIRST, fold
from dateline.language import Name, Tokens
from dateline.proper_names.spans import make

# what follows a hyphen behind names without being part of them: "Trump-era", "Berlin-based"
_SUFFIXES = frozenset(
    "able aged bound born built based backed bred centric elect era esque first free friendly funded gate held led "
    "like linked made mad made man minded only out owned plus pro ready rich run shot style something ton to type up "
    "wide win wise".split()
)
HYPHENATED = "hyphenated given name"
_SYLLABLE = 6  # letters of a part of a given name: "Ki", "Yeung", "hsiung"


def hyphenated_persons(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Find persons whose given name is hyphenated after the family name: "Ban Ki-moon", "Chen Shui-bian".

    Such names are found without the tagger's help and replace what it saw of them.
    """
    taken = {
        word
        for name in names
        if "-" in tokens.word[name.first : name.last]
        for word in range(name.first, name.last)
    }
    found = [
        make(tokens, hyphen - 2, hyphen + 2, "PERSON", HYPHENATED)
        for hyphen in range(2, len(tokens) - 1)
        if tokens.word[hyphen] == "-" and hyphen not in taken and _is_given_name(tokens, hyphen)
    ]
    words = {word for name in found for word in range(name.first, name.last)}
    kept = [name for name in names if words.isdisjoint(range(name.first, name.last))]
    return sorted(kept + found, key=lambda name: name.start)


def _is_given_name(tokens: Tokens, hyphen: int) -> bool:
    family, given, last = (tokens.word[hyphen + step] for step in (-2, -1, 1))
    return (
        tokens.ties(hyphen)
        and all(part.isalpha() and len(part) <= _SYLLABLE for part in (given, last))
        and family.istitle()
        and family.isalpha()
        and given.istitle()
        and last.islower()
        and last not in _SUFFIXES
        and not last.endswith("ed")
        and not (last.endswith("ing") and len(last) == _SYLLABLE)
        and tokens.tag[hyphen - 1].startswith("NNP")
        and tokens.sentence[hyphen - 2] == tokens.sentence[hyphen + 1]
        and (fold(family) in SURNAME_FIRST or fold(family) in FIRST_BEFORE_HYPHEN)
    )
