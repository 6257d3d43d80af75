"""A phrase of a clause: all its words, or in short without lists and details."""

from __future__ import annotations

from collections.abc import Collection

from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.frames import CIRCUMSTANCES
from dateline.grammar.numbers import number_range

_NEVER = (
    rel.PUNCTUATION, rel.DISCOURSE, rel.ASIDE, rel.APPOSITION, rel.RELATIVE_CLAUSE, rel.ADVERBIAL_CLAUSE,
    rel.SENTENCE_RELATIVE, rel.VOCATIVE, rel.DISLOCATED, rel.ORPHAN, rel.TIME_OBLIQUE, rel.TIME_NOUN_MODIFIER,
    rel.BEFORE_COORDINATION,
)  # fmt: skip
_TOLD_BESIDE = (rel.ADJECTIVE, rel.NUMBER)
_RESTRICTING = 9  # words of a relative clause that says which is meant, at most
_LONG = 40  # words looked through for a comma
_LISTED = (rel.CONJUNCT, rel.COORDINATOR, rel.ADNOMINAL_CLAUSE, rel.ADVERB)


def subtree(
    parse: Parse, top: int, date: tuple[int, int] | None, short: bool = False, listed: bool = False
) -> set[int]:
    """Collect a phrase without asides, relative clauses and the event's date; an own stack, not recursion.

    A short one loses what is told of it too, but not what it is "of"; and what is `listed` beside it, unless told
    to keep that.
    """
    t = parse.tokens
    words, stack = set(), [top]
    while stack:
        token = stack.pop()
        if token in words:  # heads in a circle
            continue
        if date and date[0] < t.end[token] and t.start[token] < date[1]:
            if token == top:
                return set()
            continue
        words.add(token)
        if t.tag[token] == "CD":  # "9,000 to 10,000"
            words.update(
                one for one in number_range(parse, token) if not (date and date[0] <= t.start[one] < date[1])
            )
        stack += [
            child
            for child in parse.dependents(token)
            if _belongs(parse, token, child) and not (short and _is_detail(parse, token, child, listed))
        ]
    return words


def _belongs(parse: Parse, token: int, child: int) -> bool:
    """Tell what is part of a phrase from what is told beside it, and from the next of several verbs."""
    t, relation = parse.tokens, parse.relation(child)
    if relation in _NEVER:
        return _tight(parse, token, child)
    if relation in _TOLD_BESIDE and child > token and _stands_apart(parse, token, child):
        return False
    if relation == rel.MARKER:
        return (
            t.word[child].lower() != "that" or parse.relation(token) == rel.ADNOMINAL_CLAUSE
        )  # "news that he left"
    return relation != rel.CONJUNCT or not t.tag[child].startswith("VB") or is_choice(parse, child)


def _stands_apart(parse: Parse, noun: int, child: int) -> bool:
    """Tell "two girls, aged eight," and "Ann Lee, 39," from "found Ann Lee hungry, ill and tired".

    What stands apart within an aside stays, as "39" of "a neighbour, Ann Lee, 39, left".
    """
    first, end = min(parse.under(noun)), noun + 1
    if first > 0 and parse.tokens.word[first - 1] == ",":
        return False
    while end < child and parse.governor(end, rel.FLAT) == noun:
        end += 1
    if parse.tokens.word[end] != ",":
        return False
    commas = parse.tokens.word[end : min(child, end + _LONG)].count(",")
    return commas % 2 == 1  # not "ill" of "found Ann Lee, 39, ill and tired"


def _is_detail(parse: Parse, token: int, child: int, listed: bool) -> bool:
    t, relation = parse.tokens, parse.relation(child)
    if listed and relation in (rel.CONJUNCT, rel.COORDINATOR):
        return False
    if relation == rel.ADVERB and t.tag[token][:2] in ("CD", "JJ", "RB", "VB"):  # "about 10 percent"
        return False
    if relation in _LISTED or (relation == rel.PREPOSITION and child > token and t.tag[child] != "POS"):
        return True
    if relation == rel.FLAT and "," in t.word[token : min(child, token + _LONG)]:
        return True  # the rest of a list of names
    if relation != rel.NOUN_MODIFIER:
        return False
    cases = parse.words_under(child, rel.PREPOSITION)
    return bool(cases) and "of" not in cases and not (child > token and bare_phrase(parse, child, token))


def bare_phrase(parse: Parse, noun: int, behind: int) -> set[int]:
    """Give the words of a preposition and its bare noun right behind a word, which that is not told without.

    Examples: "into custody" of "taken into custody", "out of work"; none for "in Oslo", "in the city" or "by ship".
    """
    t = parse.tokens
    opening = [word for one in cases(parse, noun) if one < noun for word in parse.under(one)]
    first = min(opening, default=noun)
    bare = t.tag[noun] in ("NN", "NNS") and first < noun and not set(range(first, noun)) - set(opening)
    bare = bare and not {t.word[word].lower() for word in opening} & CIRCUMSTANCES
    bare = bare and not any(
        parse.case(of) == "of" for of in parse.kids(noun, rel.NOUN_MODIFIER)
    )  # "as part of"
    return {*opening, noun} if bare and first == behind + 1 else set()


def _tight(parse: Parse, token: int, child: int) -> bool:
    """Tell a name right behind its title ("the former leader Saddam Hussein") from an aside after a comma."""
    t = parse.tokens
    first = child
    while first > token + 1 and parse.governor(first - 1) == child:
        first -= 1
    return (
        parse.stands_as(child, rel.APPOSITION)
        and t.tag[child].startswith("NNP")
        and t.word[first - 1][-1:].isalnum()
    )


def which(parse: Parse, words: set[int], date: tuple[int, int] | None) -> set[int]:
    """Collect the short relative clauses of a phrase that say which is meant."""
    found: set[int] = set()
    for noun in words:
        for child in parse.dependents(noun):
            if parse.stands_as(child, rel.RELATIVE_CLAUSE):
                clause = subtree(parse, child, date)
                found |= clause if clause and restricts(parse, noun, child, clause) else set()
    return found


def name_alone(parse: Parse, top: int, short: set[int]) -> set[int]:
    """Take "of the Republic of Korea" off "with President Yoon of the Republic of Korea"."""
    determined = bool(parse.kids(top, rel.DETERMINER))
    if determined or not parse.tokens.tag[top].startswith("NNP"):
        return set()
    details = parse.kids(top, rel.NOUN_MODIFIER)
    with_case = [child for child in details if cases(parse, child)]
    return short - {word for child in with_case for word in subtree(parse, child, None)}


def cases(parse: Parse, token: int) -> list[int]:
    """List the prepositions of a phrase."""
    return parse.kids(token, rel.PREPOSITION) if token >= 0 else []


def is_choice(parse: Parse, child: int) -> bool:
    """Tell the second of two that are left open: "liquidated or sold"."""
    t = parse.tokens
    if not parse.stands_as(child, rel.CONJUNCT):
        return False
    joints = [t.word[one].lower() for one in parse.kids(child, rel.COORDINATOR)]
    return "or" in joints and not parse.kids(child, *SUBJECTS)


def restricts(parse: Parse, noun: int, child: int, words: Collection[int]) -> bool:
    """Tell a short relative clause that says which is meant: "the man who fled"; not "Ann Lee, who fled"."""
    t = parse.tokens
    if (
        not parse.stands_as(child, rel.RELATIVE_CLAUSE)
        or t.tag[noun].startswith("NNP")
        or len(words) > _RESTRICTING
    ):
        return False
    first = min(words)
    return noun < first and not any(mark in t.word[noun + 1 : first + 1] for mark in (",", "–", "(", "—"))
