"""Whether two words mean the same, as the encoder tells: its scores of pairs, in steps, as signals of the ranker."""

from __future__ import annotations

from bisect import bisect_right

from dateline.coreference.discourse import Thing
from dateline.language import Tokens
from dateline.language.halves import widened

_STEPS = (-3.0, -1.5, -0.5, 0.5, 1.5, 3.0)  # of log odds
_LATEST = 6  # mentions of a thing that are asked
_SCALE = 8.0  # the encoder learns its scores divided by this
_MIDDLE = 2.0  # of the score of being new


def told_same(tokens: Tokens, token: int, thing: Thing) -> list[str]:
    """Tell how likely a word means a thing, by the best of the thing's latest mentions before it."""
    if tokens.same is None:
        return []
    heads = [mention.head for mention in thing.mentions[-_LATEST:] if mention.head < token]
    if not heads:
        return []
    later = widened(tokens.same.later[token])
    best = float((widened(tokens.same.earlier[heads]) @ later).max()) / _SCALE
    return [f"same {bisect_right(_STEPS, best - float(tokens.same.new[token]))}"]


def told_new(tokens: Tokens, token: int) -> list[str]:
    """Tell how likely a word means nothing told of before."""
    if tokens.same is None:
        return []
    return [f"same new {bisect_right(_STEPS, float(tokens.same.new[token]) - _MIDDLE)}"]
