"""Predictions for the sentiment scorer, and how far the score of a sentence depends on whose name is in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from dateline.sentiment import score_targets, score_vader

_POLARITY = {"negative": -1, "neutral": 0, "positive": 1}
_VADER_NEUTRAL = 0.05  # as its authors advise


def predict(gold: list[dict]) -> list[dict]:
    """Predict the polarity of every gold line from its `sentence` and `target` [start, end]."""
    rows = score_targets(
        [line["sentence"] for line in gold],
        [line["target"][0] for line in gold],
        [line["target"][1] for line in gold],
    )
    return [
        {"id": line["id"], "polarity": _POLARITY[label], "score": round(float(score), 3)}
        for line, label, score in zip(gold, rows["label"], rows["score"], strict=True)
    ]


def predict_vader(gold: list[dict]) -> list[dict]:
    """Predict the polarity with the baseline: VADER on the whole sentence."""
    scores = score_vader(line["sentence"] for line in gold)
    return [
        {"id": line["id"], "polarity": int(score > _VADER_NEUTRAL) - int(score < -_VADER_NEUTRAL)}
        for line, score in zip(gold, scores, strict=True)
    ]


def name_bias(templates: Sequence[str], names: Iterable[str]) -> pd.DataFrame:
    """Measure how much a score changes when nothing but a name does.

    Parameters
    ----------
    templates : sequence of str
        Sentences with two places: `{target}`, whose tone is scored, and possibly `{other}`.
    names : iterable of str
        Every name is put at the target with the others' place held, then at the other place.

    Returns
    -------
    DataFrame
        One row a template: `template`, number of `names`, `mean` score, `spread` (highest less lowest), and
        the names that got the `lowest` and `highest` score.
    """
    names = list(names)
    rows = []
    for template in templates:
        filled = [_fill(template, name, names[0]) for name in names]
        if "{other}" in template:
            filled += [_fill(template, names[0], name) for name in names]
        scores = score_targets(*zip(*filled, strict=True))["score"].reset_index(drop=True)
        who = [*names, *names][: len(scores)]
        rows.append(
            {
                "template": template,
                "names": len(names),
                "mean": scores.mean(),
                "spread": scores.max() - scores.min(),
                "lowest": who[scores.idxmin()],
                "highest": who[scores.idxmax()],
            }
        )
    return pd.DataFrame(rows)


def _fill(template: str, target: str, other: str) -> tuple[str, int, int]:
    before, after = template.replace("{other}", other).split("{target}")
    return before + target + after, len(before), len(before) + len(target)
