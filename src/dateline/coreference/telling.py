"""Signals of who tells: whoever spoke goes on speaking, and the subject of the main clause is what a text is about."""

from __future__ import annotations

from dateline.coreference.discourse import Thing
from dateline.coreference.referents import Referent
from dateline.coreference.speech import SAY
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, stands_as
from dateline.language import Tokens

SPOKE, SILENT = "speaks and spoke", "speaks and never spoke"
_MAIN = frozenset((rel.ROOT, rel.CONJUNCT, rel.ASIDE))


def of_telling(tokens: Tokens, token: int, thing: Thing, mention: Referent) -> list[str]:
    """List the signals of a pronoun at a token to mean a thing, whose latest mention is told."""
    out = []
    if says(tokens, token):
        told = thing.recent
        spoke = any(says(tokens, head_of_name(tokens, one.head)) for one in told if one.head < token)
        out.append(SPOKE if spoke else SILENT)
    away = tokens.sentence[token] - tokens.sentence[mention.head]
    head = head_of_name(tokens, mention.head)
    if away == 1 and stands_as(tokens, head, *SUBJECTS) and governor(tokens, head) >= 0:
        main = stands_as(tokens, governor(tokens, head), *_MAIN)
        out.append("subject of the main clause before" if main else "subject of a lesser clause before")
    return out


def says(tokens: Tokens, token: int) -> bool:
    """Is it the subject of a verb of saying?"""
    verb = governor(tokens, token)
    return verb >= 0 and stands_as(tokens, token, *SUBJECTS) and tokens.lemma[verb].lower() in SAY


def head_of_name(tokens: Tokens, head: int) -> int:
    """Climb from a name beside a noun ("the mayor, Ann Lie,") to the word that stands in the clause."""
    while stands_as(tokens, head, *rel.IN_A_NAME, rel.APPOSITION) and governor(tokens, head) >= 0:
        head = governor(tokens, head)
    return head
