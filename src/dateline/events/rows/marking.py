"""The marks and ends of a cut clause: commas, hyphens and quotation marks that stay, words that join nothing and go."""

from __future__ import annotations

from collections.abc import Container, Sequence, Set

from dateline.events.rows.completing import with_tied
from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.marks import PAUSES
from dateline.grammar.numbers import number_range

_JOINTS = ("IN", "TO", "CC", "DT", "PRP$", "WP", "WDT", ",")
_LOOSE = ("IN", "CC", "WDT", "WRB", ",")
_ENDS = (*PAUSES, ".", "?", "!")


def with_punctuation(parse: Parse, kept: Set[int]) -> set[int]:
    """Add commas and hyphens that stand between two kept words; never brackets."""
    t = parse.tokens
    low, high = min(kept), max(kept)
    marks = {
        i for i in range(low + 1, high) if t.word[i] in (",", "-", "–", "/", "&") and {i - 1, i + 1} <= kept
    }
    return with_tied(parse, {*kept, *marks})


def without_ends(parse: Parse, kept: set[int], token: int, named: set[int]) -> list[int]:
    """Cut off prepositions and conjunctions left over at either end when what they joined was left out."""
    t, words = parse.tokens, sorted(kept)
    while len(words) > 1 and words[0] not in (token, *named) and t.tag[words[0]] in _LOOSE:
        conditional = t.word[words[0]].lower() in ("if", "unless")
        counted = t.word[words[1]].lower() in ("least", "most") or words[0] in number_range(parse, words[1])
        inside = parse.governor(words[0], rel.PREPOSITION) in kept and words[1] == words[0] + 1
        if (
            conditional or counted or inside
        ):  # "At least nine", "Between 30 and 40", "At the end of the day, ..."
            break
        words.pop(0)
    while len(words) > 1 and words[-1] != token and t.tag[words[-1]] in _JOINTS:
        if t.word[words[-1]].istitle() or t.ties(words[-1] - 1):  # "James To", "a passer-by"
            break
        words.pop()
    return words


def with_marks(parse: Parse, words: Sequence[int], instead: Container[int] = ()) -> list[int]:
    """Add the quotation marks in pairs that stand round words of which none is left out or replaced.

    Examples: Lee called for “a way out” of the war; no marks round what is all that is written.
    """
    if len(words) < 2:
        return list(words)
    t, inside = parse.tokens, set(words)
    added: list[int] = []
    opened = -1
    for word in range(max(0, words[0] - 1), min(len(t.word), words[-1] + 3)):
        if t.tag[word] == "``":
            opened = word
        elif t.tag[word] == "''" and opened >= 0:
            last = word - 1 - (t.word[word - 1] in _ENDS)
            quoted = range(opened + 1, last + 1)
            apart = quoted and (quoted[0] > words[0] or quoted[-1] < words[-1])
            if apart and all(one in inside and one not in instead for one in quoted):
                comma = [word - 1] if t.word[word - 1] == "," and quoted[-1] < words[-1] else []
                added += [opened, *comma, word]
            opened = -1
    return sorted(inside.union(added))
