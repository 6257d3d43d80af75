"""The entity behind a source: whose mention is the head of the phrase that names the speaker."""

from __future__ import annotations

from bisect import bisect_left

from dateline.language import Tokens
from dateline.quotes.attribution import Attribution

_WIDEST = 64  # mentions looked at left of the speaker


def speaker_of(tokens: Tokens, attribution: Attribution, mentions: list, starts: list[int]) -> str:
    """Name the entity of an attribution's speaker, "" when no mention stands for it.

    The mention must hold the head of the source ("Horne" in "spokeswoman Emily Horne"), or be the name at the
    end of its core, so that "a US government official" is not the US government.
    """
    word = attribution.speaker
    if word < 0 or not mentions:
        return ""
    start, end = tokens.start[word], tokens.end[word]
    last = _core_end(tokens, word, attribution.source)
    held, named = [], []
    for mention in mentions[max(0, bisect_left(starts, start) - _WIDEST) : bisect_left(starts, last)]:
        if not mention.entity:
            continue
        if mention.start < end and mention.end > start:
            held.append(mention)
        elif mention.start >= end and mention.end == last and mention.kind == "PERSON":
            named.append(mention)
    for mentions_found in (named, held):
        if mentions_found:
            return max(mentions_found, key=lambda found: (found.kind == "PERSON", -found.start)).entity
    return ""


def _core_end(tokens: Tokens, word: int, source: tuple[int, int] | None) -> int:
    """Find where the speaker's name or title ends: at the first comma, bracket or relative clause after it."""
    last = source[1] if source and source[0] <= word < source[1] else word + 1
    stop = word + 1
    while stop < last and tokens.tag[stop] in ("NN", "NNP", "NNPS", "NNS", "POS", "HYPH", "."):
        stop += 1
    return tokens.end[stop - 1]
