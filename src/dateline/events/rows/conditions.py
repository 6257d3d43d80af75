"""On what a clause hangs: "if Chad attacks", "as long as it lasts", "should Lee win", "only when the war has ended"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.rows.standalone import finite, first_word, subject_of
from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.clauses import is_clausal

_BOUND = frozenset(("if", "once", "provided", "unless", "until", "case"))
_ONLY_THEN = frozenset(("after", "if", "once", "when"))
_INVERTED = frozenset(("had", "should", "were"))
_OPENING = (rel.MARKER, rel.ADVERB, rel.PREPOSITION)
_STEPS = 12  # verbs in a row


def conditions_of(parse: Parse, verb: int) -> list[int]:
    """List what heads the clauses on which all hangs that a verb tells: "if Chad attacks", "as long as it rains"."""
    t = parse.tokens
    found = [child for child in parse.children[verb] if _is_condition(parse, child)]
    for child in parse.children[verb]:
        if t.relation[child] == rel.ADVERB and t.word[child].lower() == "long":
            inside = [one for one in parse.children[child] if _is_condition(parse, one)]
            found += [child, *inside] if inside else []
    return sorted(found)


def _is_condition(parse: Parse, clause: int) -> bool:
    t = parse.tokens
    if t.relation[clause] != rel.ADVERBIAL_CLAUSE:
        return False
    opening = [one for one in parse.children[clause] if one < clause and t.relation[one] in _OPENING]
    low = {t.word[word].lower() for one in opening for word in (one, *_fixed(parse, one))}
    as_long = t.word[t.head[clause]].lower() == "long" and "as" in low
    return (
        bool(low & _BOUND)
        or as_long
        or ("only" in low and bool(low & _ONLY_THEN))
        or _inverted(parse, clause)
    )


def _fixed(parse: Parse, word: int) -> list[int]:
    """List what makes one word of several: the "case" of "in case"."""
    return [one for one in parse.children[word] if parse.tokens.relation[one] == rel.FIXED]


def _inverted(parse: Parse, clause: int) -> bool:
    """Tell "should Lee win", "had Chad left"."""
    t, subject = parse.tokens, subject_of(parse, clause)
    first = first_word(parse, clause, clause)
    return first < subject and t.relation[first] in rel.HELPERS and t.word[first].lower() in _INVERTED


def conditions_on(parse: Parse, verb: int) -> Iterator[int]:
    """List the conditions of a verb, and those before a verb that it is coordinated with.

    Examples: of "resign" in "If Roe wins, Chad will pay and Lee will resign"; not in "Chad will pay if Roe wins, and
    Lee will resign" or "If Roe wins, Chad will pay, but Lee resigned".
    """
    t = parse.tokens
    yield from conditions_of(parse, verb)
    if t.tag[finite(parse, verb)] == "VBD":
        return
    for _ in range(_STEPS):
        above = t.head[verb]
        if t.relation[verb] != rel.CONJUNCT or above < 0 or not is_clausal(parse, above):
            return
        yield from (one for one in conditions_of(parse, above) if one < above)
        verb = above
