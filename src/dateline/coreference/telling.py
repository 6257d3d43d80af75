"""Signals of who tells: whoever spoke goes on speaking, and the subject of the main clause is what a text is about."""

from __future__ import annotations

from dateline.coreference.discourse import Discourse, Thing
from dateline.coreference.referents import Referent
from dateline.coreference.speech import head_of_name, says
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, stands_as

WITHIN_MARKS = "told only within marks"
SPOKE, SILENT = "speaks and spoke", "speaks and never spoke"
_LATE = 8  # mentions of a thing, and sentences, that are late
_MAIN = frozenset((rel.ROOT, rel.CONJUNCT, rel.ASIDE))


def of_telling(discourse: Discourse, token: int, thing: Thing, mention: Referent) -> list[str]:
    """List the signals of a pronoun at a token to mean a thing, whose latest mention is told."""
    tokens = discourse.tokens
    out = _of_marks(discourse, token, thing)
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


def _of_marks(discourse: Discourse, token: int, thing: Thing) -> list[str]:
    """Tell who was told of only within marks of late, where the pronoun stands outside: “Roe won’t win,” Lee said."""
    speech, sentence = discourse.speech, discourse.tokens.sentence
    if not speech or speech[token] >= 0:
        return []
    near = [
        speech[one.head] >= 0
        for one in thing.recent[-_LATE:]
        if one.head < token and sentence[token] - sentence[one.head] <= _LATE
    ]
    return [WITHIN_MARKS] if near and all(near) else []
