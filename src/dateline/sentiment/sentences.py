"""The tone of a stretch of words: which words carry it, and what turns, weakens or strengthens them."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import NamedTuple

from dateline.language.tokens import Sentence, Tokens
from dateline.sentiment.words import Shifter, phrase_at, shifter, value_of

NEUTRAL = 0.1  # a score nearer to 0 than this is labelled neutral
_HALF = 15.0  # VADER's alpha: a sum of sqrt(15) words-worth gives a score of 0.71
_REACH = 4  # words back that a negation or hedge is looked for
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "and", "but"})  # no look back beyond: another clause
_CLIMB = 3  # heads up that an act on the word is looked for
_ACTED_ON = frozenset(
    {
        "obj",
        "nsubj:pass",
        "nmod",
        "obl",
        "obl:agent",
        "compound",
        "amod",
        "conj",
        "xcomp",
        "ccomp",
        "acl",
        "appos",
    }
)

_MODIFYING = frozenset({"aux", "aux:pass", "advmod", "mark", "det", "cc", "cc:preconj", "case", "amod"})


class ToneWord(NamedTuple):
    """A word or phrase with tone: its tokens [first, last), value in [-4, 4], and what shifted it."""

    first: int
    last: int
    value: float
    shifted_by: tuple[int, ...]


def tone_words(tokens: Tokens, sentence: Sentence, names: Collection[int] = ()) -> list[ToneWord]:
    """List the words of one sentence that carry tone, each with its value after negation and the like.

    `names` are tokens that stand in names: "Justice Department" is nobody's justice. A negator turns what
    it negates, a verb such as "defuse" or "reject" turns what it acts on, a hedge ("could", "planned")
    weakens, and round "but" VADER's weights apply (what follows counts more).
    """
    low = [word.lower() for word in tokens.word[sentence.first : sentence.last]]
    found = _valued(tokens, sentence, low, names)
    if not found:
        return []
    shifts = {sentence.first + i: s for i, word in enumerate(low) if (s := shifter(word))}
    contrast = next((i for i, s in shifts.items() if s.kind == "contrast" and i > found[0][0]), None)
    children = _shifting_children(tokens, shifts)
    out = []
    for first, last, value in found:
        by = _shifted_by(tokens, sentence, first, last, shifts, children)
        for i in by:
            value *= shifts[i].factor
        if contrast is not None:
            value *= shifts[contrast].factor if first > contrast else 0.5
        out.append(ToneWord(first, last, value, by))
    return out


def tone_score(values: list[float]) -> float:
    """Bring the values of tone words to one score in [-1, 1], as VADER does: sum / sqrt(sum^2 + 15).

    >>> tone_score([-1.5, -2.0]), tone_score([])
    (-0.6705, 0.0)
    """
    total = math.fsum(values)
    return round(total / math.sqrt(total * total + _HALF), 4)


def label_of(score: float, neutral: float = NEUTRAL) -> str:
    """Name a score: negative, neutral or positive.

    >>> label_of(-0.5), label_of(0.05)
    ('negative', 'neutral')
    """
    return "neutral" if abs(score) < neutral else "negative" if score < 0 else "positive"


def in_words(tokens: Tokens, found: list[ToneWord]) -> str:
    """Write tone words as the `words` column has them, strongest first: "not … good -0.8; war -1".

    Words that shifted a value stand before it with dots between; equal values keep the text's order.
    """
    return "; ".join(
        " … ".join([*(tokens.word[i] for i in word.shifted_by), _words(tokens, word)]) + f" {word.value:+.1f}"
        for word in sorted(found, key=lambda word: -abs(word.value))
        if round(word.value, 1)
    )


def _words(tokens: Tokens, word: ToneWord) -> str:
    return tokens.text[tokens.start[word.first] : tokens.end[word.last - 1]]


def _valued(
    tokens: Tokens, sentence: Sentence, low: list[str], names: Collection[int]
) -> list[tuple[int, int, float]]:
    found, i = [], 0
    while i < len(low):
        token = sentence.first + i
        phrase = phrase_at(low, i, len(low))
        if phrase:
            length, value = phrase
        else:
            length, value = 1, value_of(low[i], tokens.tag[token], tokens.lemma[token])
        if value and token not in names:
            found.append((token, token + length, value))
        i += length
    return found


def _shifting_children(tokens: Tokens, shifts: dict[int, Shifter]) -> dict[int, list[int]]:
    """List for each token the negators and hedges that modify it directly: "not", "could", "if"."""
    children: dict[int, list[int]] = {}
    for token, s in shifts.items():
        if s.kind in ("negator", "hedge") and tokens.relation[token] in _MODIFYING:
            children.setdefault(tokens.head[token], []).append(token)
    return children


def _shifted_by(
    tokens: Tokens,
    sentence: Sentence,
    first: int,
    last: int,
    shifts: dict[int, Shifter],
    children: dict[int, list[int]],
) -> tuple[int, ...]:
    """List the tokens that shift a tone word, at most one of a kind: the nearest."""
    by: dict[str, int] = {}
    i = first - 1
    while i >= max(sentence.first, first - _REACH):
        if tokens.word[i].lower() in _BREAKS:
            break
        s = shifts.get(i)
        if s and (s.kind in ("negator", "hedge") or (s.kind in ("booster", "dampener") and i >= first - 2)):
            by.setdefault(s.kind, i)
        i -= 1
    at = first
    for _ in range(_CLIMB):
        for i in children.get(at, ()):
            if not first <= i < last:
                by.setdefault(shifts[i].kind, i)
        head, relation = tokens.head[at], tokens.relation[at]
        if head < 0 or relation not in _ACTED_ON:
            break
        s = shifts.get(head)
        if s and s.kind in ("reverser", "hedge") and relation != "conj" and not first <= head < last:
            by.setdefault(s.kind, head)
        if relation == "conj" and tokens.tag[at].startswith("VB"):
            break  # "not A, but B": what modifies one verb says nothing of the next
        at = head
    return tuple(sorted(by.values()))
