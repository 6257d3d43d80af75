"""The tone toward a person, organisation or country, given the sentence it stands in."""

from __future__ import annotations

from dateline.language.tokens import Tokens
from dateline.sentiment.sentences import in_words, label_of, tone_score, tone_words


def target_tones(tokens: Tokens, targets: list[tuple[int, int, int]]) -> list[tuple[float, str, str]]:
    """Score targets given as (start, end, number of the sentence): score, label and words of each."""
    out: dict[int, tuple[float, str, str]] = {}
    names = frozenset(i for name in tokens.names for i in range(name.first, name.last))
    for *_, number in targets:
        if number not in out:
            found = tone_words(tokens, tokens.sentences[number], names)
            score = tone_score([word.value for word in found])
            out[number] = (score, label_of(score), in_words(tokens, found))
    return [out[number] for *_, number in targets]
