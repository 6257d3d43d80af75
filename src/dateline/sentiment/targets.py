"""The tone toward a person, organisation or country, given the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from dateline.language.tokens import Tokens
from dateline.sentiment.contrast import own_clause
from dateline.sentiment.inputs import MARGIN, MARKS, Piece, around, mark_target, number_words
from dateline.sentiment.senses import lying_somewhere
from dateline.sentiment.sentences import NEUTRAL, label_of
from dateline.sentiment.target_network import TargetNetwork, ToneReading, load_network, read_targets
from dateline.sentiment.verdicts import verdict_on
from dateline.sentiment.words import shifter, vader_lexicon

_WITHIN = round(NEUTRAL - 0.001, 3)
_REMEMBERED = 500  # sentences held while their targets are read
_SHOWN, _LEAST = 3, 0.15  # words named for a target, at most; and the least push (log odds) worth naming


def score_targets(texts: Iterable[str], starts: Iterable[int], ends: Iterable[int]) -> pd.DataFrame:
    """Say in what tone each sentence speaks of the target at [start, end).

    Parameters
    ----------
    texts : iterable of str
        One sentence each. Of a longer text, 40 words on each side of the target are read.
    starts, ends : iterables of int
        The target in its text, half-open, in code points.

    Returns
    -------
    DataFrame
        One row a target, in the order given: `score` in [-1, 1], the chance of a positive tone less that of
        a negative one, kept on the side of the likeliest class (see `score_of`); `label` of that score
        (neutral under 0.1); `words` that pushed the score, strongest first, each with its part in log odds
        (+ up, - down). Whoever is cleared of something ("acquitted", "the charges were dropped") is neutral.

    Raises
    ------
    ValueError
        If the three differ in length, or a target does not lie within its text.

    Notes
    -----
    A recurrent network of 1.1 million weights, trained on NewsMTSC (Hamborg and Donnay 2021) and on what a
    larger model thinks of sentences without labels; see sentiment/models/target_tone.md for figures and
    limits. Names are hidden from it: another name in its place gives the same score.

    Examples
    --------
    >>> rows = score_targets(["Critics attacked Lee over the scandal.", "Voters praised Lee for her courage."],
    ...     [17, 15], [20, 18])
    >>> rows["label"].tolist()
    ['negative', 'positive']
    """
    given = list(zip(list(texts), list(starts), list(ends), strict=True))
    for row, (text, start, end) in enumerate(given):
        if not 0 <= start < end <= len(text):
            raise ValueError(
                f"score_targets: target {row} is [{start}, {end}), but its text has {len(text)} characters. "
                "Give half-open offsets into the same string."
            )
    rows = pd.DataFrame(_read(given), columns=["score", "label", "words"])
    return rows.astype({"score": "float32"})


def target_tones(tokens: Tokens, targets: Sequence[tuple[int, int, int]]) -> list[tuple[float, str, str]]:
    """Score targets given as (start, end, number of the sentence): score, label and words of each."""
    return _read(_near(tokens, target) for target in targets)


def _near(tokens: Tokens, target: tuple[int, int, int]) -> tuple[str, int, int]:
    start, end, number = target
    sentence = tokens.sentences[number]
    first = max(sentence.start, start - MARGIN)
    return tokens.text[first : min(sentence.end, end + MARGIN)], start - first, end - first


def _read(given: Iterable[tuple[str, int, int]]) -> list[tuple[float, str, str]]:
    network = load_network()
    split: dict[str, list[Piece]] = {}  # a sentence with several targets is split once
    inputs, cleared = [], []
    for text, start, end in given:
        near, first, last = own_clause(*around(lying_somewhere(text), start, end))
        cleared.append(verdict_on(near, first, last)[1])
        if near not in split:
            if len(split) >= _REMEMBERED:
                split.clear()
            split[near] = number_words(near, network.vocabulary)
        inputs.append(mark_target(split[near], first, last))
    readings = read_targets(network, inputs)
    return [
        (0.0, "neutral", said) if said else _row(network, numbers, reading)
        for (numbers, _), reading, said in zip(inputs, readings, cleared, strict=True)
    ]


def _row(network: TargetNetwork, numbers: list[int], reading: ToneReading) -> tuple[float, str, str]:
    score = score_of(*reading.chances.tolist())
    label = label_of(score)
    return score, label, _pushing(network, numbers, reading) if label != "neutral" else ""


def score_of(negative: float, neutral: float, positive: float) -> float:
    """Bring the chances of three classes to one score: positive less negative, on the side of the likeliest class.

    The likeliest class decides (it is right more often than a threshold on the difference); the score is kept
    within that class as `label_of` draws it, so that label and score never disagree.

    Examples
    --------
    >>> score_of(0.1, 0.2, 0.7), score_of(0.1, 0.5, 0.4), score_of(0.36, 0.3, 0.34)
    (0.6, 0.099, -0.1)
    """
    score = round(positive - negative, 3)
    if neutral >= max(negative, positive):
        return max(-_WITHIN, min(_WITHIN, score))
    return max(NEUTRAL, score) if positive > negative else min(-NEUTRAL, score)


def _pushing(network: TargetNetwork, numbers: list[int], reading: ToneReading) -> str:
    """Name the words that pushed a score most; marks, punctuation and words of grammar are not named."""
    pushes: dict[str, float] = {}
    first = len(MARKS)
    for number, push in zip(numbers, reading.pushes.tolist(), strict=True):
        if push and number >= first:
            word = network.words[number - first]
            if len(word) > 3 or word in vader_lexicon() or shifter(word):
                pushes[word] = pushes.get(word, 0.0) + push
    strongest = sorted(pushes, key=lambda word: (-abs(pushes[word]), word))[:_SHOWN]
    return "; ".join(f"{word} {pushes[word]:+.1f}" for word in strongest if abs(pushes[word]) >= _LEAST)
