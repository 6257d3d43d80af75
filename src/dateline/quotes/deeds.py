"""Deeds of the hand that share their verb with words: attack a mayor, back a firm, welcome refugees.

Verbs that mean both are speech only where what they act on can be spoken about: a plan, a decision, a remark
(`is_matter`), or a person and what for. With a weapon, a sum or an armed subject they are deeds.
"""

from __future__ import annotations

from functools import cache

from dateline.knowledge.nouns import role_words
from dateline.language import Tokens
from dateline.lexicons import read_facts
from dateline.quotes.attribution import Span
from dateline.quotes.cues import lexicon
from dateline.quotes.sources import source_nouns

# verbs whose object tells speech from deed
AMBIGUOUS = frozenset(
    """assail attack back bash blast champion charge defend drill encourage fault hit knock present press
    promote report publish release broadcast salute savage scold slam support trash unveil welcome write ask
    disclose reveal pressure persuade""".split()
)
_ARMED = frozenset(
    """army assailant attacker bomber commando crowd dog drone fighter force gang gunman guerrilla insurgent
    intruder jet knifeman man men militant militia mob navy police rebel rioter robber shark shooter soldier
    terrorist thug troop troops vandal warplane youth""".split()
)
_STRIKING = frozenset("assail attack bash blast hit knock savage slam".split())
_SIDING = frozenset(("back", "champion", "defend", "support"))
_WORDS = frozenset("ad address advert insult interview remark speech statement tweet word words".split())
_MATTERS = frozenset(
    """agenda amendment ban bid bill budget campaign candidacy case cause claim comment constitution cut deal
    decree effort ethic fact failure finding idea ideal initiative intention issue job law legacy letter lie
    life measure method minister move nominee opinion order paper pact plan platform policy position practice
    premise program programme proposal reform regime remark report right role rule ruling sanction scheme side
    stance step strategy system tactic tax tone treaty trial truth use value view way witness word work year""".split()
)
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "acy", "ure", "ing")
_REASONS = frozenset(("for", "over", "as", "of"))


@cache
def _nouns() -> frozenset[str]:
    events = {row["noun"] for row in read_facts("event_nouns.csv")}
    return _MATTERS | events | {cue for cue, part in lexicon() if part == "noun"}


def is_matter(lemma: str) -> bool:
    """Tell whether a noun names what can be spoken for or against: a plan, a ruling, an agreement.

    Examples
    --------
    >>> is_matter("plan"), is_matter("agreement"), is_matter("refugee")
    (True, True, False)
    """
    return lemma in _nouns() or (len(lemma) > 6 and lemma.endswith(_ABSTRACT))


def is_deed(tokens: Tokens, verb: int, subject: int, head: int, content: Span) -> bool:
    """Tell a deed from words where the verb can be both.

    Parameters
    ----------
    tokens : Tokens
    verb, subject, head : int
        The cue, the word for who speaks (-1: nobody), the head of its object.
    content : (int, int)
        The words of the object and what hangs on it.
    """
    lemma = tokens.lemma[verb].lower()
    if lemma not in AMBIGUOUS:
        return False
    last = content[1]
    doer = tokens.lemma[subject].lower() if subject >= 0 else ""
    striking = lemma in _STRIKING
    if striking and (doer in _ARMED or _with_means(tokens, head, last)):
        return True
    if is_matter(tokens.lemma[head].lower()) and not _with_means(tokens, head, last):
        return False
    if tokens.word[head].lower() in ("it", "this", "that", "them", "what"):
        return False
    about = any(tokens.word[word].lower() in _REASONS for word in range(head + 1, last))
    person = tokens.tag[head] in ("NNP", "NNPS", "PRP")
    if lemma in _SIDING and (tokens.lemma[head].lower() in role_words() or _is_person(tokens, head)):
        person = True
    if person and not _with_means(tokens, head, last):
        return striking and subject < 0
    return not (about and striking)


def _is_person(tokens: Tokens, head: int) -> bool:
    return source_nouns().get(tokens.lemma[head].lower()) in ("people", "institution")


def _with_means(tokens: Tokens, head: int, last: int) -> bool:
    """Tell "with a knife" and "with $4 million" from "with harsh words"."""
    for word in range(head + 1, last - 1):
        if tokens.word[word].lower() == "with":
            return not any(tokens.lemma[at].lower() in _WORDS for at in range(word + 1, last))
    return False
