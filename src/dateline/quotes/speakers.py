"""The entity behind a source: whose mention is the head of the phrase that names the speaker."""

from __future__ import annotations

from bisect import bisect_left

from dateline.language import Tokens
from dateline.quotes.attribution import Attribution

_STOPS = frozenset((",", "(", "-", "–", "—", "--", ";"))
_WIDEST = 64  # mentions looked at left of the speaker


def speaker_of(tokens: Tokens, attribution: Attribution, mentions: list, starts: list[int]) -> str:
    """Name the entity of an attribution's speaker, "" when no mention stands for it.

    The mention must hold the head of the source ("Watson" in "his friend Dr Watson"), or be the name at the
    end of its core, so that "a US government official" is not the US government.
    """
    word = attribution.speaker
    if word < 0 or not mentions:
        return ""
    start, end = tokens.start[word], tokens.end[word]
    first, last = _core(tokens, word, attribution.source)
    held, named = [], []
    for mention in mentions[max(0, bisect_left(starts, start) - _WIDEST) : bisect_left(starts, last)]:
        if mention.entity and mention.start < end and mention.end > start:
            held.append(mention)
        elif mention.entity and mention.kind == "PERSON" and mention.end == last and mention.start >= first:
            before = bisect_left(tokens.start, mention.start) - 1
            if tokens.tag[before] not in ("IN", "TO", "POS", "CC"):
                named.append(mention)
    persons = [mention for mention in held if mention.kind == "PERSON"]
    found = persons or named or held
    return max(found, key=lambda mention: mention.end - mention.start).entity if found else ""


def _core(tokens: Tokens, word: int, source: tuple[int, int] | None) -> tuple[int, int]:
    """Bound the source's name and title: up to the first comma, bracket or relative clause."""
    if source is None or not source[0] <= word < source[1]:
        return tokens.start[word], tokens.end[word]
    stop = word + 1
    while stop < source[1] and tokens.word[stop] not in _STOPS and tokens.tag[stop] not in ("WP", "WDT"):
        stop += 1
    return tokens.start[source[0]], tokens.end[stop - 1]
