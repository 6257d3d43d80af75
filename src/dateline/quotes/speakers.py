"""The entity behind a source: the mention that the source's head word stands in."""

from __future__ import annotations

from bisect import bisect_left

from dateline.language import Tokens
from dateline.quotes.attribution import Attribution


def speaker_of(tokens: Tokens, attribution: Attribution, mentions: list) -> str:
    """Name the entity of an attribution's speaker, "" when no mention stands for it."""
    word = attribution.speaker
    if word < 0 or not mentions:
        return ""
    start, end = tokens.start[word], tokens.end[word]
    place = bisect_left([mention.start for mention in mentions], end)
    for mention in reversed(mentions[max(0, place - 8) : place]):
        if mention.start < end and mention.end > start and mention.entity:
            return mention.entity
    return ""
