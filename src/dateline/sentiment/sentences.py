"""The tone of a stretch of words: which words carry it, and what turns, weakens or strengthens them."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import NamedTuple

from dateline.grammar import relations as rel
from dateline.grammar.hanging import governor, relation_of, stands_as
from dateline.language.tokens import Sentence, Tokens
from dateline.sentiment.senses import in_name, is_topic, lies_somewhere
from dateline.sentiment.turning import (
    FADED,
    MISSING,
    SCARCE,
    denied_by_idiom,
    fader_of,
    fails_to_come,
    freed_by,
    is_let,
    is_scarce,
    outdoes,
)
from dateline.sentiment.words import Shifter, phrase_at, shifter, value_of

NEUTRAL = 0.1  # a score nearer to 0 than this is labelled neutral
_HALF = 15.0  # VADER's alpha: a sum of sqrt(15) words-worth gives a score of 0.71
_REACH = 4  # words back that a negation or hedge is looked for
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "and", "but"})  # no look back beyond: another clause
_CLIMB = 3  # heads up that an act on the word is looked for
_ACTED_ON = frozenset(
    {
        rel.OBJECT,
        rel.PASSIVE_SUBJECT,
        rel.NOUN_MODIFIER,
        rel.OBLIQUE,
        rel.AGENT,
        rel.COMPOUND,
        rel.ADJECTIVE,
        rel.CONJUNCT,
        rel.CONTROLLED,
        rel.COMPLEMENT,
        rel.ADNOMINAL_CLAUSE,
        rel.APPOSITION,
    }
)

_MODIFYING = frozenset(
    {
        rel.AUXILIARY,
        rel.PASSIVE_AUXILIARY,
        rel.ADVERB,
        rel.MARKER,
        rel.DETERMINER,
        rel.COORDINATOR,
        rel.BEFORE_COORDINATION,
        rel.PREPOSITION,
        rel.ADJECTIVE,
    }
)


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
        by, factor = _shifted_by(tokens, sentence, first, last, shifts, children)
        value *= factor
        if contrast is not None:
            value *= shifts[contrast].factor if first > contrast else 0.5
        out.append(ToneWord(first, last, value, by))
    return _without_faders(tokens, out)


def _without_faders(tokens: Tokens, found: list[ToneWord]) -> list[ToneWord]:
    """Leave out the tone of a verb that turned another word, where it would pull the other way."""
    turned = {i: word.value for word in found for i in word.shifted_by if tokens.tag[i][:2] == "VB"}
    return [word for word in found if word.first not in turned or turned[word.first] * word.value > 0]


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
        if value and token not in names and not _toneless(tokens, token, token + length):
            found.append((token, token + length, value))
        i += length
    return found


def _toneless(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a word has no tone where it stands: as a topic, a place, a part of a name."""
    return in_name(tokens, first) or is_topic(tokens, first, last) or lies_somewhere(tokens, first)


def _shifting_children(tokens: Tokens, shifts: dict[int, Shifter]) -> dict[int, list[int]]:
    """List for each token the negators and hedges that modify it directly: "not", "could", "if"."""
    children: dict[int, list[int]] = {}
    for token, s in shifts.items():
        if s.kind in ("negator", "hedge") and stands_as(tokens, token, *_MODIFYING):
            children.setdefault(governor(tokens, token), []).append(token)
    return children


def _shifted_by(
    tokens: Tokens,
    sentence: Sentence,
    first: int,
    last: int,
    shifts: dict[int, Shifter],
    children: dict[int, list[int]],
) -> tuple[tuple[int, ...], float]:
    """List the tokens that shift a tone word, at most one of a kind, the nearest; and the factor they make."""
    by: dict[str, int] = {}
    factor = 1.0
    for kind, i, times in _turned_by(tokens, sentence, first):
        by[kind] = i
        factor *= times
    i = first - 1
    while i >= max(sentence.first, first - _REACH):
        if tokens.word[i].lower() in _BREAKS:
            break
        s = shifts.get(i)
        if s and s.kind == "negator" and (outdoes(tokens, sentence, i) or is_let(tokens, i, first)):
            s = None
        if is_scarce(tokens, i) and "negator" not in by and not outdoes(tokens, sentence, i):
            by["negator"] = i
            factor *= SCARCE
        elif s and (s.kind in ("negator", "hedge") or (s.kind in ("booster", "dampener") and i >= first - 2)):
            by.setdefault(s.kind, i)
        i -= 1
    at = first
    for _ in range(_CLIMB):
        for i in children.get(at, ()):
            let = shifts[i].kind == "negator" and (outdoes(tokens, sentence, i) or is_let(tokens, i, first))
            if not first <= i < last and not let:
                by.setdefault(shifts[i].kind, i)
        head, relation = governor(tokens, at), relation_of(tokens, at)
        if head < 0 or relation not in _ACTED_ON:
            break
        s = shifts.get(head)
        if s and s.kind in ("reverser", "hedge") and relation != rel.CONJUNCT and not first <= head < last:
            by.setdefault(s.kind, head)
        if relation == rel.CONJUNCT and tokens.tag[at].startswith("VB"):
            break  # "not A, but B": what modifies one verb says nothing of the next
        at = head
    for kind, i in by.items():
        if kind not in ("fader", "missing") and not is_scarce(tokens, i):
            factor *= shifts[i].factor
    return tuple(sorted(set(by.values()))), factor


def _turned_by(tokens: Tokens, sentence: Sentence, word: int) -> list[tuple[str, int, float]]:
    """Find what turns a word besides negation: (kind, token, factor)."""
    fader = fader_of(tokens, sentence, word)
    fader = freed_by(tokens, word) if fader is None else fader
    fader = denied_by_idiom(tokens, sentence, word) if fader is None else fader
    if fader is not None:
        return [("fader", fader, FADED)]
    missing = fails_to_come(tokens, sentence, word)
    return [] if missing is None else [("missing", missing, MISSING)]
