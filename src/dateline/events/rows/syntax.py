"""The parse of one article as a timeline needs it: where a word stands in its sentence, and what is above it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.grammar import clauses
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS as SUBJECTS
from dateline.grammar.clauses import is_clausal, is_infinitive
from dateline.grammar.tree import Tree

_OBJECTS = (
    rel.OBJECT,
    rel.PASSIVE_SUBJECT,
    rel.NOUN_MODIFIER,
    rel.CONJUNCT,
    rel.ADJECTIVE,
    rel.COMPOUND,
    rel.ADNOMINAL_CLAUSE,
)
_STEPS = 6  # heads looked at above a word
_FAR = 400  # words looked through for the opening
_PLAIN = 9  # the first two sentences of so many words end the opening
_SHORT = 4  # a shorter sentence is a place and day, or a rubric


@dataclass(slots=True, eq=False)
class Parse(Tree):
    """The tree of one article, with where each word starts."""

    at: dict[int, int]  # first character of a word -> its number
    opening: frozenset[int]  # sentences that begin the story


def parse_from(tree: Tree) -> Parse:
    """Take the tree of an article as a parse."""
    tokens = tree.tokens
    opening = _opening(tokens.sentence, tokens.word)
    return Parse(tokens, tree.children, tree.known, tokens.by_start(), opening)


def _opening(sentence: list[int], word: list[str]) -> frozenset[int]:
    """List the headline and the two sentences that begin the story; a headline has no full stop."""
    opening: list[int] = []
    full = first = 0
    for token in range(min(len(word), _FAR)):
        if token + 1 < len(word) and sentence[token + 1] == sentence[token]:
            continue
        start, ending = first, "".join(word[max(first, token - 1) : token + 1])
        first = token + 1
        if token - start >= _SHORT or not opening:
            opening.append(sentence[token])
        full += token - start >= _PLAIN and any(mark in ending for mark in ".!?")
        if full == 2:
            break
    return frozenset(opening)


def sentence_span(parse: Parse, start: int) -> tuple[int, int] | None:
    """Find the characters [start, end) of the sentence round a word."""
    token = parse.at.get(start)
    if token is None:
        return None
    sentence, first, last = parse.tokens.sentence, token, token
    while first > 0 and sentence[first - 1] == sentence[token]:
        first -= 1
    while last + 1 < len(sentence) and sentence[last + 1] == sentence[token]:
        last += 1
    return parse.tokens.start[first], parse.tokens.end[last]


def governors(parse: Parse, start: int) -> list[int]:
    """List where the verbs begin whose object, passive subject or purpose a word is or stands in; nearest first."""
    t = parse.tokens
    token, found = parse.at.get(start, -1), []
    for _ in range(_STEPS):
        if token < 0:
            break
        purpose = parse.stands_as(token, rel.CONTROLLED) or (
            parse.stands_as(token, rel.ADVERBIAL_CLAUSE) and is_infinitive(parse, token)
        )
        if not parse.stands_as(token, *_OBJECTS) and not purpose:
            break
        if parse.stands_as(token, rel.OBJECT, rel.PASSIVE_SUBJECT) or purpose:
            found.append(t.start[parse.governor(token)])
        token = parse.governor(token)
    return found


def occasion_of(parse: Parse, start: int) -> int:
    """Find where the verb begins at or during which a noun's event is held (-1: none)."""
    t, token = parse.tokens, parse.at.get(start, -1)
    if token < 0 or not parse.stands_as(token, rel.OBLIQUE) or is_clausal(parse, token):
        return -1
    cases = parse.words_under(token, rel.PREPOSITION)
    return t.start[parse.governor(token)] if cases & {"at", "during", "in"} else -1


def deed_of_subject(parse: Parse, start: int) -> int:
    """Find where the verb begins that a noun's event is the subject of: "the sanctions hurt millions" (-1: none)."""
    t, token = parse.tokens, parse.at.get(start, -1)
    subject = token >= 0 and parse.stands_as(token, rel.SUBJECT) and not is_clausal(parse, token)
    return t.start[parse.governor(token)] if subject and not parse.is_root(token) else -1


def parts(parse: Parse, start: int, *relations: str) -> list[int]:
    """List where the dependents of a word begin that stand in one of these relations."""
    token = parse.at.get(start, -1)
    found = parse.dependents(token) if token >= 0 else []
    return [parse.tokens.start[child] for child in found if parse.stands_as(child, *relations)]


def is_state(parse: Parse, start: int) -> bool:
    """Tell an adjective ("is concerned") from what happens."""
    token = parse.at.get(start, -1)
    return token >= 0 and (parse.tokens.tag[token].startswith("JJ") or bool(parse.kids(token, rel.COPULA)))


def is_purpose(parse: Parse, start: int) -> bool:
    """Tell "to halt the war" as what a deed is for."""
    token = parse.at.get(start, -1)
    return token >= 0 and parse.stands_as(token, rel.ADVERBIAL_CLAUSE) and is_infinitive(parse, token)


def position(parse: Parse, start: int) -> str:
    """Say where an event word stands: main, infinitive, participle, relative, aside, noun or inner noun.

    A main clause may be reported ("said that ..."); an inner noun stands within the phrase of another noun. A word
    coordinated with another stands where that one stands. "" for what is no word of the parse.
    """
    token = parse.at.get(start, -1)
    return clauses.position(parse, token) if token >= 0 else ""


def counted(parse: Parse, start: int) -> frozenset[str]:
    """List the numbers of those who do it or suffer it: "killed 107 people", "nine were arrested"."""
    t, token = parse.tokens, parse.at.get(start, -1)
    if token < 0:
        return frozenset()
    parts = parse.kids(token, rel.OBJECT, rel.PASSIVE_SUBJECT, rel.SUBJECT)
    parts += [
        child for part in parts for child in parse.dependents(part) if parse.stands_as(child, rel.NUMBER)
    ]
    return frozenset(t.word[part].lower() for part in parts if t.tag[part] == "CD")


def is_definite(parse: Parse, start: int) -> bool:
    """Tell "the attack", "this meeting" from "an attack", "the deadliest attack" and "the attack on the port"."""
    t, token = parse.tokens, parse.at.get(start, -1)
    if token < 0 or not t.tag[token].startswith("NN"):
        return False
    children = parse.dependents(token)
    superlative = any(
        t.tag[child] in ("JJS", "CD") or parse.stands_as(child, rel.NOUN_MODIFIER) for child in children
    )
    return not superlative and any(
        parse.stands_as(child, rel.DETERMINER)
        and t.word[child].lower() in ("the", "this", "that", "these", "those")
        for child in children
    )
