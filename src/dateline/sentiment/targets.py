"""The tone toward a person, organisation or country, given the sentence it stands in."""

from __future__ import annotations

from dateline.language.tokens import Tokens
from dateline.sentiment.sentences import label_of, tone_score, tone_words


def target_tones(tokens: Tokens, targets: list[tuple[int, int, int]]) -> list[tuple[float, str]]:
    """Score targets given as (start, end, number of the sentence): a score in [-1, 1] and a label each."""
    scores: dict[int, float] = {}
    for *_, number in targets:
        if number not in scores:
            names = frozenset(i for name in tokens.names for i in range(name.first, name.last))
            found = tone_words(tokens, tokens.sentences[number], names)
            scores[number] = tone_score([word.value for word in found])
    return [(scores[number], label_of(scores[number])) for *_, number in targets]
