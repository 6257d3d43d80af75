"""What the words of an article are to a wording, noted once for all of them: pronouns, marks, what is missed."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.rows.standalone import leans
from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.marks import CLOSING, OPENING
from dateline.grammar.verbs import NEGATIONS

SPEAKERS = frozenset("i me my we us our you your".split())
_PRONOUNS = frozenset("he she they him her them his their its it".split())
_POINTING = frozenset("such that the these this those".split())
_TELLING_WHICH = (
    rel.ADJECTIVE, rel.COMPOUND, rel.NOUN_MODIFIER, rel.POSSESSOR, rel.RELATIVE_CLAUSE, rel.ADNOMINAL_CLAUSE,
    rel.NUMBER, rel.APPOSITION, rel.FLAT,
)  # fmt: skip
_TAIL = frozenset((
    rel.OBJECT, rel.INDIRECT_OBJECT, rel.COMPLEMENT, rel.CONTROLLED, rel.OBLIQUE, rel.ADVERBIAL_CLAUSE, rel.AGENT,
    rel.RELATIVE_CLAUSE, rel.ADNOMINAL_CLAUSE, rel.NOUN_MODIFIER, rel.CONJUNCT, rel.APPOSITION, rel.ADVERB,
    rel.MARKER, rel.PREPOSITION, rel.DETERMINER, rel.NUMBER, rel.ADJECTIVE, rel.COMPOUND, rel.FLAT, rel.AUXILIARY,
    rel.COPULA, rel.PARTICLE, rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.TIME_OBLIQUE, rel.BARE_OBLIQUE, rel.MEASURE,
    rel.POSSESSOR, rel.COORDINATOR, rel.ASIDE,
))  # fmt: skip


_KINDS = {
    "pronouns": _PRONOUNS, "speakers": SPEAKERS, "quotation": (*OPENING, *CLOSING, '"'), "brackets": "()[]",
    "dashes": (";", "--", "—", "–"), "colons": ":", "questions": "?",
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}


class Missed(NamedTuple):
    """A word that hangs on another, and what is said of a wording that has only the other."""

    word: int
    tail: str  # "without obj"
    names: list[str]  # "without its not"


class Noted(NamedTuple):
    """The words of an article by what they are."""

    pronouns: frozenset[int]  # of the third person
    speakers: frozenset[int]  # "I", "we", "you"
    quotation: frozenset[int]
    brackets: frozenset[int]
    dashes: frozenset[int]
    colons: frozenset[int]
    questions: frozenset[int]
    asking: frozenset[int]  # "whose", "which", "where"
    known: frozenset[int]  # things that nothing tells which: "the region", "such threats"
    missed: dict[int, list[Missed]]  # by the word that they hang on


def noted(parse: Parse) -> Noted:
    """Note what the words of an article are; read once."""
    return parse.once(_noted)


def _noted(parse: Parse, _: int) -> Noted:
    t = parse.tokens
    found: dict[str, list[int]] = {kind: [] for kind in _KINDS}
    for number, word in enumerate(t.word):
        kind = _KIND_OF.get(word.lower())
        if kind:
            found[kind].append(number)
    return Noted(
        **{kind: frozenset(numbers) for kind, numbers in found.items()},
        asking=frozenset(n for n, tag in enumerate(t.tag) if tag in ("WP$", "WDT", "WRB")),
        known=frozenset(n for n, tag in enumerate(t.tag) if tag in ("NN", "NNS") and _is_known(parse, n)),
        missed={n: _missed(parse, n) for n in range(len(t)) if parse.dependents(n)},
    )


def _is_known(parse: Parse, word: int) -> bool:
    if parse.words_under(word, rel.DETERMINER).isdisjoint(_POINTING):
        return False
    return not parse.stands_as(word, rel.COMPOUND, rel.FLAT) and not parse.kids(word, *_TELLING_WHICH)


def _missed(parse: Parse, above: int) -> list[Missed]:
    return [_missed_one(parse, word) for word in parse.dependents(above)]


def _missed_one(parse: Parse, word: int) -> Missed:
    t, relation = parse.tokens, parse.relation(word)
    names = []
    if t.word[word].lower() in NEGATIONS:
        names.append("without its not")
    if relation == rel.ADVERBIAL_CLAUSE and leans(parse, word):
        names.append("without what it hangs on")
    if t.tag[word] == "PRP$":
        names.append("without whose")
    return Missed(word, f"without {relation}" if relation in _TAIL else "", names)
