"""Wordings whose sense is turned by what they leave out: a "not", a doubt, a condition, which of many are meant."""

from __future__ import annotations

from dateline.events.moods import CLEARING, DENIAL, DENIED_MODIFIERS, FALSE, NEARLY, REJECTING
from dateline.events.rows.borrowing import acts_on_its_noun
from dateline.events.rows.conditions import conditions_on
from dateline.events.rows.standalone import tells_of_all
from dateline.events.rows.standing import turns_its_clause
from dateline.events.rows.syntax import Parse
from dateline.events.rows.written import CUT, SENTENCE, Wording
from dateline.grammar import relations as rel
from dateline.grammar.clauses import is_clausal, subject_of
from dateline.grammar.contractions import plain
from dateline.grammar.frames import COMPLETED
from dateline.grammar.verbs import NEGATIONS
from dateline.grammar.words import WordClass

_OTHER_DENIALS = frozenset(
    "nowhere none no-one without instead against off out short far rather longer too".split()
)
_OPEN = WordClass("reporting", "thinking") | COMPLETED
_DENYING = CLEARING | DENIAL | DENIED_MODIFIERS | FALSE | NEARLY | REJECTING


def turns(parse: Parse, token: int, wording: Wording) -> bool:
    """Tell a wording whose sense is turned by what it leaves out.

    Examples: "Lee will resign" of "If Roe wins, Lee will resign", "did Lee resign" of "Never did Lee resign", "Lee
    stole it" of "Allegedly, Lee stole it", "All men fled" of "All men who fled were freed".
    """
    words = set(wording.words)
    if wording.kind == CUT and tells_of_all(parse, token):
        return True
    return any(
        _loses_a_turn(parse, word, words)
        or (is_clausal(parse, word) and any(one not in words for one in conditions_on(parse, word)))
        for word in wording.words
    )


def _loses_a_turn(parse: Parse, word: int, words: set[int]) -> bool:
    left_out = (child for child in parse.dependents(word) if child not in words)
    return any(turns_its_clause(parse, word, child) for child in left_out)


def lacks_its_object(parse: Parse, token: int, wording: Wording) -> bool:
    """Tell a wording of a relative clause without the noun that it acts on.

    Examples: "Chad is providing to Malta" of "the aid which Chad is providing to Malta"; not "the man he spoke with".
    """
    words = set(wording.words)
    return any(
        acts_on_its_noun(parse, verb) and parse.governor(verb) not in words
        for verb in {token, wording.head} & words
    )


def says_no(parse: Parse, wording: Wording) -> bool:
    """Tell a wording that says of something that it is not so: "did not", "denied", "without", "is false"."""
    low = {plain(parse.tokens.word[word]) for word in wording.words}
    return bool(low & (NEGATIONS | _OTHER_DENIALS)) or any(
        parse.lemma(word) in _DENYING for word in wording.words
    )


def breaks_off(parse: Parse, wording: Wording) -> bool:
    """Tell a wording that begins with what tells of a word before it, or lacks what is thought, tried or planned.

    Examples: "whose coach was Moe", "were without Moe", "Lee told Chad she believes"; not "Lee left, she believes".
    """
    t, words = parse.tokens, set(wording.words)
    if wording.kind == SENTENCE or not words:
        return False
    first = wording.words[0]
    if not wording.filled and (t.tag[first] == "WP$" or t.word[first].lower() in ("which", "who", "whom")):
        return True
    finite = t.tag[first] in ("VBD", "VBZ", "VBP", "MD") and parse.governor(first) not in words
    if finite and not wording.filled and subject_of(parse, first) not in words:
        return True
    return any(_lacks_its_clause(parse, word, words) for word in words if t.tag[word].startswith("VB"))


def _lacks_its_clause(parse: Parse, verb: int, words: set[int]) -> bool:
    """Tell "believes" without what is believed, "tried" without what was tried."""
    if parse.lemma(verb) not in _OPEN or any(one in words for one in parse.kids(verb, *rel.OBJECTS)):
        return False
    clauses = [one for one in parse.kids(verb, rel.COMPLEMENT, rel.CONTROLLED) if one > verb]
    return any(one not in words for one in clauses)
