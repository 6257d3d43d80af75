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
    steps = _steps(tokens, token, things)
    best = max(steps, default=_UNKNOWN)
    return [
        [f"same {step}", f"same below {min(best - step, 3)}" if step < best else "same best"]
        if step > _UNKNOWN
        else []
        for step in steps
    ]


def _steps(tokens: Tokens, token: int, things: Sequence[Thing]) -> list[int]:
    """Give how likely a word means each thing, in steps, by the best of its latest mentions before it."""
    heads = [_asked(thing, token) for thing in things]
    asked = [head for own in heads for head in own]
    if tokens.same is None or not asked:
        return [_UNKNOWN] * len(things)
    scores = (widened(tokens.same.earlier[asked]) @ widened(tokens.same.later[token])).tolist()
    new, found, at = float(tokens.same.new[token]), [], 0
    for own in heads:
        best = max(scores[at : at + len(own)], default=None)
        at += len(own)
        found.append(_UNKNOWN if best is None else bisect_right(_STEPS, best / _SCALE - new))
    return found


def _asked(thing: Thing, token: int) -> list[int]:
    """List the heads of the latest mentions of a thing before a word; of pronouns where there are no others."""
    told = [mention for mention in thing.recent if mention.head < token]
    return [m.head for m in told if m.form != "pronoun"][-_LATEST:] or [m.head for m in told[-_LATEST:]]


def told_new(tokens: Tokens, token: int) -> list[str]:
    """Tell how likely a word means nothing told of before."""
    if tokens.same is None:
        return []
    return [f"same new {bisect_right(_STEPS, float(tokens.same.new[token]) - _MIDDLE)}"]
