"""Which clause round a word stands alone: finite, with a subject that says who, on no condition."""

from __future__ import annotations

from collections.abc import Collection

from dateline.events.rows.completing import with_tied
from dateline.events.rows.phrases import subtree
from dateline.events.rows.syntax import Parse
from dateline.events.rows.wording import borrowed_subject
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS, has_tense, is_clausal, subject_of, tensed_word
from dateline.grammar.frames import REPORTING_VERBS
from dateline.grammar.marks import PAUSES
from dateline.grammar.verbs import NEGATIONS

_STEPS = 12  # heads looked at above a word
_RELATIVE = ("WP", "WDT")
# clauses that these open don't stand without what they are the condition, the time or the doubt of
_CONDITIONS = frozenset("although if lest so than though unless whether".split())
_LEANING = _CONDITIONS | frozenset(
    "as before how once til till until when whenever where wherever while why".split()
)
_TOLD_OF_TIME = frozenset(("when", "while"))  # what these open did happen, if it is told in the past tense
_ALL = frozenset("all any both each every few many most no none one some such those".split())
_OTHERS = frozenset("he it she they".split())
_DETERMINING = (rel.DETERMINER, rel.PREDETERMINER, rel.POSSESSOR)
_NOT_OF_A_NAME = (
    *SUBJECTS, *rel.HELPERS, rel.EXPLETIVE, rel.ADVERB, rel.PUNCTUATION, rel.PREPOSITION, rel.COORDINATOR,
    rel.MARKER,
)  # fmt: skip


def clause_head(parse: Parse, token: int, known: Collection[int] | None = None) -> int:
    """Find the verb of the smallest clause round a word that stands alone: finite, with a subject, on no condition.

    Parameters
    ----------
    parse : Parse
    token : int
    known : collection of int, optional
        Pronouns that somebody is known for; a clause told of another one needs the clause above to say who it is.
    """
    at, first = token, -1
    for _ in range(_STEPS):
        if parse.is_root(at):
            break
        if _stands(parse, at):
            if known is None or not _leaves_open(parse, at, known):
                return at
            first = at if first < 0 else first
        at = parse.governor(at)
    if first >= 0 and (not _stands(parse, at) or _leaves_open(parse, at, known or ())):
        return first
    return at


def _leaves_open(parse: Parse, verb: int, known: Collection[int]) -> bool:
    """Tell a clause whose subject is a "he" or "they" that nobody is known for."""
    t, subject = parse.tokens, subject_of(parse, verb)
    return (
        subject >= 0
        and t.tag[subject] == "PRP"
        and subject not in known
        and t.word[subject].lower() in _OTHERS
    )


def _stands(parse: Parse, verb: int) -> bool:
    if not is_clausal(parse, verb) or not has_tense(parse, verb):
        return False
    t = parse.tokens
    relation = parse.relation(verb)
    subject = subject_of(parse, verb)
    if subject < 0:
        return relation == rel.CONJUNCT and bool(lent_subject(parse, verb))
    if t.tag[subject] in _RELATIVE:
        return (
            relation == rel.RELATIVE_CLAUSE
            and not tells_of_all(parse, verb)
            and bool(lent_subject(parse, verb))
        )
    if relation == rel.RELATIVE_CLAUSE or any(
        t.tag[child] in ("WP", "WDT", "WP$") for child in parse.dependents(verb) if child < subject
    ):
        return False
    if leans(parse, verb):
        return False
    if relation in (rel.COMPLEMENT, rel.ADNOMINAL_CLAUSE):
        above = parse.governor(verb)
        return above >= 0 and parse.lemma(above) in REPORTING_VERBS and not _is_negated(parse, above)
    return relation not in (*rel.CLAUSAL_SUBJECTS, rel.CONTROLLED)


def tells_of_all(parse: Parse, verb: int) -> bool:
    """Tell a relative clause that says which of many are meant, so that it does not hold of all: "those who left"."""
    t = parse.tokens
    noun = parse.governor(verb)
    first = first_word(parse, verb, noun)
    if not parse.stands_as(verb, rel.RELATIVE_CLAUSE) or noun < 0 or t.tag[noun].startswith("NNP"):
        return False
    if first > 0 and t.word[first - 1] in PAUSES:
        return False
    determiners = parse.words_under(noun, *_DETERMINING)
    counted = bool(parse.kids(noun, rel.NUMBER))
    return bool(determiners & _ALL) or (t.tag[noun] == "NNS" and not determiners and not counted)


def leans(parse: Parse, verb: int) -> bool:
    """Tell a clause that hangs on another by what opens it, or by what opens the one that it is coordinated with."""
    t = parse.tokens
    for _ in range(_STEPS):
        subject = subject_of(parse, verb)
        opening = {
            t.word[child].lower()
            for child in parse.dependents(verb)
            if child < (subject if subject >= 0 else verb)
            and (parse.stands_as(child, rel.MARKER, rel.ADVERB) or t.tag[child] == "WRB")
        }
        past = parse.stands_as(verb, rel.ADVERBIAL_CLAUSE) and t.tag[tensed_word(parse, verb)] == "VBD"
        if opening & (_LEANING - _TOLD_OF_TIME if past else _LEANING):
            return True
        if not parse.stands_as(verb, rel.CONJUNCT) or parse.is_root(verb):
            return False
        verb = parse.governor(verb)
    return False


def _is_negated(parse: Parse, verb: int) -> bool:
    return any(parse.tokens.word[child].lower() in NEGATIONS for child in parse.dependents(verb))


def first_word(parse: Parse, top: int, default: int) -> int:
    """Find the first word under a word that is no mark."""
    return min((word for word in parse.under(top) if parse.tokens.word[word] not in PAUSES), default=default)


def lent_subject(parse: Parse, verb: int) -> list[int]:
    """List the words that stand for the subject of a verb that shares one, or is told of a noun."""
    t = parse.tokens
    if not parse.stands_as(verb, rel.RELATIVE_CLAUSE):
        subject = borrowed_subject(parse, verb)
        return sorted(with_tied(parse, subtree(parse, subject, None))) if subject >= 0 else []
    noun = parse.governor(verb)
    subject = subject_of(parse, noun)
    if subject >= 0 and t.tag[subject] not in ("EX", "DT") and t.word[subject].lower() != "it":
        return sorted(with_tied(parse, subtree(parse, subject, None)))  # "Ann Lee is the judge who freed him"
    before = [
        word
        for child in parse.dependents(noun)
        if child < noun and not parse.stands_as(child, *_NOT_OF_A_NAME)
        for word in parse.under(child)
    ]
    first, own = min(parse.under(verb)), parse.under(noun, [verb])
    start, end = min([noun, *before]), noun
    while end + 1 < first and end + 1 in own and t.word[end + 1] not in PAUSES:
        end += 1
    apart = {
        word
        for child in parse.dependents(noun)
        if child < noun and parse.stands_as(child, *SUBJECTS, rel.COPULA)
        for word in parse.under(child)
    }
    return [word for word in range(start, end + 1) if word not in apart]
