"""On what a clause hangs: "if Chad attacks", "as long as it lasts", "should Lee win", "only when the war has ended"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.rows.standalone import first_word
from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.clauses import is_clausal, subject_of, tensed_word

_BOUND = frozenset(("if", "once", "provided", "unless", "until", "case"))
_ONLY_THEN = frozenset(("after", "if", "once", "when"))
_INVERTED = frozenset(("had", "should", "were"))
_OPENING = (rel.MARKER, rel.ADVERB, rel.PREPOSITION)
_STEPS = 12  # verbs in a row


def conditions_of(parse: Parse, verb: int) -> list[int]:
    """List what heads the clauses on which all hangs that a verb tells: "if Chad attacks", "as long as it rains"."""
    found = _conditions_under(parse, verb)
    for child in parse.kids(verb, rel.ADVERB):
        if parse.tokens.word[child].lower() == "long":
            inside = _conditions_under(parse, child)
            found += [child, *inside] if inside else []
    return sorted(found)


def _conditions_under(parse: Parse, word: int) -> list[int]:
    return [clause for clause in parse.kids(word, rel.ADVERBIAL_CLAUSE) if _is_condition(parse, clause)]


def _is_condition(parse: Parse, clause: int) -> bool:
    t = parse.tokens
    opening = [one for one in parse.kids(clause, *_OPENING) if one < clause]
    low = {t.word[word].lower() for one in opening for word in (one, *parse.kids(one, rel.FIXED))}
    as_long = t.word[parse.governor(clause)].lower() == "long" and "as" in low
    return (
        bool(low & _BOUND)
        or as_long
        or ("only" in low and bool(low & _ONLY_THEN))
        or _inverted(parse, clause)
    )


def _inverted(parse: Parse, clause: int) -> bool:
    """Tell "should Lee win", "had Chad left"."""
    t, subject = parse.tokens, subject_of(parse, clause)
    first = first_word(parse, clause, clause)
    return first < subject and parse.stands_as(first, *rel.HELPERS) and t.word[first].lower() in _INVERTED


def conditions_on(parse: Parse, verb: int) -> Iterator[int]:
    """List the conditions of a verb, and those before a verb that it is coordinated with.

    Examples: of "resign" in "If Roe wins, Chad will pay and Lee will resign"; not in "Chad will pay if Roe wins, and
    Lee will resign" or "If Roe wins, Chad will pay, but Lee resigned".
    """
    t = parse.tokens
    yield from conditions_of(parse, verb)
    if t.tag[tensed_word(parse, verb)] == "VBD":
        return
    for _ in range(_STEPS):
        above = parse.governor(verb, rel.CONJUNCT)
        if above < 0 or not is_clausal(parse, above):
            return
        yield from (one for one in conditions_of(parse, above) if one < above)
        verb = above
