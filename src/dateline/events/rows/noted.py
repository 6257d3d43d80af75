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


class Missed(NamedTuple):
    """A word that hangs on another, and what is said of a wording that has only the other."""

    word: int
    tail: str  # "without obj"
    names: tuple[str, ...]  # "without its not"


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
    words, low = parse.tokens.word, [word.lower() for word in parse.tokens.word]
    numbers = range(len(words))
    return Noted(
        frozenset(n for n in numbers if low[n] in _PRONOUNS),
        frozenset(n for n in numbers if low[n] in SPEAKERS),
        frozenset(n for n in numbers if words[n] in OPENING or words[n] in CLOSING or words[n] == '"'),
        frozenset(n for n in numbers if words[n] in ("(", "[", ")", "]")),
        frozenset(n for n in numbers if words[n] in (";", "--", "—", "–")),
        frozenset(n for n in numbers if words[n] == ":"),
        frozenset(n for n in numbers if words[n] == "?"),
        frozenset(n for n in numbers if parse.tokens.tag[n] in ("WP$", "WDT", "WRB")),
        frozenset(n for n in numbers if _is_known(parse, n)),
        {n: [_missed(parse, child) for child in parse.dependents(n)] for n in numbers if parse.dependents(n)},
    )


def _is_known(parse: Parse, word: int) -> bool:
    tag = parse.tokens.tag[word]
    if not tag.startswith("NN") or tag.startswith("NNP") or parse.stands_as(word, rel.COMPOUND, rel.FLAT):
        return False
    pointing = parse.words_under(word, rel.DETERMINER) & _POINTING
    return bool(pointing) and not parse.kids(word, *_TELLING_WHICH)


def _missed(parse: Parse, word: int) -> Missed:
    t, relation = parse.tokens, parse.relation(word)
    names = (
        ("without its not", t.word[word].lower() in NEGATIONS),
        ("without what it hangs on", relation == rel.ADVERBIAL_CLAUSE and leans(parse, word)),
        ("without whose", t.tag[word] == "PRP$"),
    )
    tail = f"without {relation}" if relation in _TAIL else ""
    return Missed(word, tail, tuple(name for name, holds in names if holds))
