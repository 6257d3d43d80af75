"""Names by the noun they end in: "Internal Revenue" + "Service" is one body, "Clinton Foundation" no person."""

from __future__ import annotations

from dateline.grammar.words import WordClass
from dateline.knowledge.names import person_words
from dateline.language import Name, Tokens
from dateline.proper_names.spans import make

_BODIES = WordClass(
    "body of state",
    "body",
    "body or firm",
    also=("archive", "collective", "initiative", "project", "store", "stores"),
)
_THINGS = frozenset(
    "act accord accords agreement amendment award awards bill championship code constitution convention cup deal "
    "doctrine festival games index law open pact plan prize protocol revolution summit treaty trophy tournament war "
    "wars".split()
)
HEADED = "noun it ends in"
_LONGEST = 4  # words that a name may be longer than the tagger saw it


def whole_heads(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Lengthen names up to the noun that says what they are, and let that noun decide their kind."""
    starts = {name.first for name in names}
    return [_headed(tokens, name, starts) for name in names]


def _headed(tokens: Tokens, name: Name, starts: set[int]) -> Name:
    last = _end_of_name(tokens, name, starts)
    head = tokens.word[last - 1].lower()
    no_person = name.kind == "PERSON" and last - name.first > 1 and head not in person_words("surname")
    if last == name.last and not no_person:
        return name
    if head in _BODIES:
        return make(tokens, name.first, last, "ORG", HEADED)
    return make(tokens, name.first, last, "MISC", HEADED) if head in _THINGS else name


def _end_of_name(tokens: Tokens, name: Name, starts: set[int]) -> int:
    """Find the end of the capitalised words after a name, if the last of them is such a noun."""
    sentence = tokens.sentences[tokens.sentence[name.first]]
    if sentence.part == "headline" or (name.kind == "PERSON" and name.last - name.first > 2):
        return name.last
    best = last = name.last
    while last < min(sentence.last, name.last + _LONGEST) and last not in starts:
        word = tokens.word[last]
        if not (word.istitle() and word.isalpha() and tokens.tag[last].startswith("NN")):
            break
        last += 1
        best = last if word.lower() in _BODIES or word.lower() in _THINGS else best
    return best
