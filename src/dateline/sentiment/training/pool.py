"""The unlabelled samples that the teacher judges: variants of labelled ones, their other targets, open texts."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.sentiment.training.material import Capitals, Sample, choose_targets
from dateline.sentiment.training.variants import vary
from dateline.sentiment.words import value_of

_EVEN = 0.5  # a sum of word values nearer to 0 counts as without tone


def make_pool(
    labelled: Sequence[Sample],
    sentences: Iterable[str],
    case: Capitals,
    near: Mapping[str, list[str]],
    variants: int,
    opened: int,
    seed: int,
) -> list[Sample]:
    """Draw samples for the teacher.

    `variants` of each labelled target and half as many of the other targets in those sentences, beside
    these as they stand; and `opened` samples of open texts, a third each from sentences whose words are
    negative, without tone, positive.
    """
    rng = random.Random(seed)
    taken = defaultdict(list)
    for sample in labelled:
        taken[sample.text].append((sample.start, sample.end))
    pool = [vary(sample, near, labelled, rng) for sample in labelled for _ in range(variants)]
    for text in sorted(taken):
        for sample in choose_targets(text, case, 3, rng, taken[text]):
            pool += [sample, *(vary(sample, near, labelled, rng) for _ in range(variants // 2))]
    return pool + _opened(sentences, case, opened, rng)


def _opened(sentences: Iterable[str], case: Capitals, count: int, rng: random.Random) -> list[Sample]:
    groups: list[list[str]] = [[], [], []]
    for sentence in sentences:
        total = sum(value_of(word) for word in sentence.split())
        groups[1 + (total > _EVEN) - (total < -_EVEN)].append(sentence)
    out = []
    for group in groups:
        rng.shuffle(group)
        drawn: list[Sample] = []
        for sentence in group:
            if len(drawn) >= count // 3:
                break
            drawn += choose_targets(sentence, case, 1, rng)
        out += drawn
    return out
