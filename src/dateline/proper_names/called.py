"""Bodies by the noun before them: "the human rights group Memorial", "the charity Crisis"."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.hanging import governor, hanging_on
from dateline.grammar.words import WordClass
from dateline.language import Name, Tokens
from dateline.proper_names.spans import QUIET_PARTS, make

CALLED = "body by the noun before it"
_SORTS = WordClass(
    "medium",
    also="airline alliance association bank band brand brewer carmaker charity coalition company conglomerate faction "
    "firm foundation gang giant group insurer label lender maker manufacturer militia movement organisation "
    "organization operator party platform producer publisher retailer site startup supermarket supplier tabloid tank "
    "think-tank union watchdog weekly".split(),
)
_BESIDE = frozenset(
    (rel.APPOSITION, rel.FLAT, rel.NOUN_MODIFIER, rel.DESCRIPTION, rel.COMPOUND, rel.BARE_NOUN_MODIFIER)
)
_CALENDAR = WordClass("month", "weekday")


def called_bodies(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Find names that the tagger missed, of bodies that the noun right before them says the sort of.

    The name hangs on the noun, or the noun on it: "the firm Holt founded" names no firm.
    """
    covered = {token for name in names for token in range(name.first, name.last)}
    found = []
    for i in range(1, len(tokens)):
        if i in covered or not is_called(tokens, i):
            continue
        last = i + 1
        while (
            last < len(tokens)
            and last not in covered
            and tokens.tag[last] == "NNP"
            and governor(tokens, last) in range(i, last)
        ):
            last += 1
        if last in covered or tokens.sentences[tokens.sentence[i]].part in QUIET_PARTS:
            continue  # the end of a longer name
        found.append(make(tokens, i, last, "ORG", CALLED))
    return found


def is_called(tokens: Tokens, i: int) -> bool:
    """Tell a name that hangs on a noun right before it which says what sort of body it is."""
    word, sort = tokens.word[i], i - 1
    if not tokens.tag[i].startswith("NNP") or not word[:1].isupper() or word.lower() in _CALENDAR:
        return False
    if sort < 0 or tokens.tag[sort] != "NN" or tokens.word[sort] not in _SORTS:
        return False
    hangs = governor(tokens, i, *_BESIDE) == sort and not _has_preposition(tokens, i)
    whole = governor(tokens, i, rel.NOUN_MODIFIER)
    beside = whole >= 0 and governor(tokens, sort, rel.NOUN_MODIFIER) == whole
    return hangs or beside or governor(tokens, sort, *_BESIDE) == i


def _has_preposition(tokens: Tokens, i: int) -> bool:
    return bool(hanging_on(tokens, i, range(i - 2, i), rel.PREPOSITION))
