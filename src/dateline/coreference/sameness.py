"""Whether two words mean the same, as the encoder tells: its scores of pairs, in steps, as signals of the ranker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.coreference.discourse import Thing
from dateline.language import Tokens
from dateline.language.halves import widened

_STEPS = (-3.0, -1.5, -0.5, 0.5, 1.5, 3.0)  # of log odds
_LATEST = 6  # mentions of a thing that are asked
_SCALE = 8.0  # the encoder learns its scores divided by this
_UNKNOWN = -1
_MIDDLE = 2.0  # of the score of being new


def told_same(tokens: Tokens, token: int, things: Sequence[Thing]) -> list[list[str]]:
    """Tell how likely a word means each of the things, and how far it is behind the likeliest of them."""
    steps = [_step(tokens, token, thing) for thing in things]
    best = max(steps, default=_UNKNOWN)
    return [
        [f"same {step}", f"same below {min(best - step, 3)}" if step < best else "same best"]
        if step > _UNKNOWN
        else []
        for step in steps
    ]


def _step(tokens: Tokens, token: int, thing: Thing) -> int:
    """Give how likely a word means a thing, in steps, by the best of the thing's latest mentions before it."""
    if tokens.same is None:
        return _UNKNOWN
    told = [mention for mention in thing.recent if mention.head < token]
    heads = [m.head for m in told if m.form != "pronoun"][-_LATEST:] or [m.head for m in told[-_LATEST:]]
    if not heads:
        return _UNKNOWN
    later = widened(tokens.same.later[token])
    best = float((widened(tokens.same.earlier[heads]) @ later).max()) / _SCALE
    return bisect_right(_STEPS, best - float(tokens.same.new[token]))


def told_new(tokens: Tokens, token: int) -> list[str]:
    """Tell how likely a word means nothing told of before."""
    if tokens.same is None:
        return []
    return [f"same new {bisect_right(_STEPS, float(tokens.same.new[token]) - _MIDDLE)}"]
