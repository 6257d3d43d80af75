"""What is told behind a noun as still to be done: "talks, due to be held in May", "a plan to sell the port"."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.rows.phrases import cases, subtree
from dateline.events.rows.room import MOST
from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS, has_tense, is_infinitive, tensed_word
from dateline.grammar.words import WordClass

_STEPS = 6  # heads looked at above a word
_PROSPECTS = WordClass("intent", "wish")
_HELD = _PROSPECTS | WordClass("reporting", "thinking")  # "a car believed to be stolen"
_PLANS = _PROSPECTS | WordClass("proposal", "decision")
_ATTEMPTS = frozenset("ability attempt bid chance effort need opportunity readiness way willingness".split())
_NO_PLANS = frozenset(("line", "set"))  # as nouns
_OF_A_PHRASE = (rel.FLAT, rel.COMPOUND, rel.NOUN_MODIFIER, rel.CONJUNCT)


class Prospect(NamedTuple):
    """The word that says what is to be done, the noun before it, and what stands between them in a sentence of both."""

    top: int
    noun: int
    helper: str  # "is", "were"


def is_due(parse: Parse, child: int) -> bool:
    """Tell "due to" of "due to be held" where parsers take it for a mark of the verb."""
    t = parse.tokens
    marks = parse.stands_as(child, rel.MARKER, rel.PREPOSITION, rel.ADVERB) and t.word[child].lower() == "due"
    return marks and t.tag[parse.governor(child)] in ("VB", "VBN") and t.word[child + 1].lower() == "to"


def prospect_of(parse: Parse, token: int) -> Prospect | None:
    """Read "The talks are due to be held" off "The talks, due to be held in May, are welcome".

    Examples: "a firm expected to sell", "men able to vote"; None for "is due to be held" and "men forced to leave".
    """
    top = token
    for _ in range(_STEPS):
        if not parse.stands_as(top, rel.CONTROLLED) or not is_infinitive(parse, top):
            break
        top = parse.governor(top)
    due = next((child for child in parse.dependents(top) if is_due(parse, child)), -1)
    if due < 0 and (
        top == token or parse.lemma(top) not in _HELD or parse.tokens.tag[top] not in ("JJ", "VBN")
    ):
        return None
    first = due if due >= 0 else top
    before = [
        child for child in parse.dependents(top) if child < first and parse.stands_as(child, *rel.HELPERS)
    ]
    if before or parse.kids(top, *SUBJECTS, rel.EXPLETIVE, rel.COPULA):
        return None
    noun = _noun_before(parse, first)
    return Prospect(top, noun, _helper(parse, noun)) if noun >= 0 else None


def _noun_before(parse: Parse, word: int) -> int:
    """Find the noun whose phrase ends right before a word, or before its comma; -1: none."""
    t = parse.tokens
    noun = word - 1 - (word > 0 and t.word[word - 1] == ",")
    if noun < 0 or t.sentence[noun] != t.sentence[word] or not t.tag[noun].startswith("NN"):
        return -1
    while parse.stands_as(noun, *_OF_A_PHRASE) and t.tag[parse.governor(noun)].startswith("NN"):
        noun = parse.governor(noun)
    return noun if noun < word else -1


def _helper(parse: Parse, noun: int) -> str:
    """Say "is", "are", "was" or "were": as many as the noun, at the time of the sentence."""
    t = parse.tokens
    many = t.tag[noun] in ("NNS", "NNPS") or len(parse.conjuncts(noun)) > 1
    verb = next((word for word in parse.heads(noun) if has_tense(parse, word)), -1)
    past = verb >= 0 and t.tag[tensed_word(parse, verb)] == "VBD"
    return ("were" if many else "was") if past else "are" if many else "is"


def plan_of(parse: Parse, deed: int) -> int:
    """Find the "plan" of "a plan to clean up the port" (-1: what hangs on no noun of intent)."""
    noun = parse.governor(deed, rel.ADNOMINAL_CLAUSE)
    return noun if noun >= 0 and is_infinitive(parse, deed) and _is_plan(parse, noun) else -1


def owned_plan(parse: Parse, plan: int, date: tuple[int, int] | None) -> list[int]:
    """List the words of "Lee's decision to sell it"; none where no name says whose it is, or that it takes too many."""
    t = parse.tokens
    if not any(t.tag[owner].startswith("NN") for owner in parse.kids(plan, rel.POSSESSOR)):
        return []
    words = subtree(parse, plan, date)
    words -= {word for child in cases(parse, plan) for word in subtree(parse, child, None)}
    return sorted(words) if len(words) <= MOST else []


def carrier_of_plan(parse: Parse, deed: int) -> int:
    """Find the verb of "proposes a plan to clean up the port" (-1: none)."""
    noun = plan_of(parse, deed)
    return parse.governor(noun, *rel.OBJECTS, rel.OBLIQUE) if noun >= 0 else -1


def _is_plan(parse: Parse, noun: int) -> bool:
    return (
        parse.tokens.tag[noun].startswith("NN")
        and parse.lemma(noun) in _PLANS
        and parse.lemma(noun) not in _NO_PLANS
    )


def is_attempt(parse: Parse, noun: int) -> bool:
    """Tell "in a bid to end the war", of which "in a bid" tells nothing."""
    deeds = parse.kids(noun, rel.ADNOMINAL_CLAUSE) if parse.lemma(noun) in _ATTEMPTS else []
    return any(is_infinitive(parse, deed) for deed in deeds)
