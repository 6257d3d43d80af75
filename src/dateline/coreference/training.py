"""Learn the ranker's weights and the kinds of nouns from annotated coreference: `make train-coreference`.

DIR holds coreference/gum_train.jsonl.gz and gum_dev.jsonl.gz: a document a line, with its words, sentences and mentions
(GUM's layer, see lexicons/SOURCES.md). Each document is read by the language engine, its names are linked as in any
text, and the walk of `ranking` is told by the annotation what each pronoun and phrase means. The loss is that of a
listwise logistic model: the probability of all right options together. How likely a tie must be is chosen on documents
from which neither the weights nor the encoder's own scores of who is the same were learned: the news, left out by
turns, and gum_dev. `--leave-out news` fits without that genre, so that it can be measured on it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dateline.coreference.choice import Choice
from dateline.coreference.naming import link_names
from dateline.coreference.nominals import link_nominals
from dateline.coreference.ranking import walk
from dateline.coreference.rivals import rival
from dateline.coreference.shares import Weights, shares_of
from dateline.grammar import parse_words
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import noun_kinds
from dateline.language import Tokens
from dateline.lexicons import FOLDER
from dateline.proper_names import names_in

FOLDS = 6
PRIOR = 4.0  # strength of the pull of each weight to 0
STEPS = 200
AS_NEWS = 3  # times that each "he" of the news counts
SEEN = 2  # mentions of a noun, at least, to tell its kind
LIKELIER = 0.5  # no tie is less likely than this, however often such are right: two are near
MOSTLY = 0.65  # share of the kind
PRECISION = {"he": 0.92, "it": 0.8, "they": 0.8, "phrase": 0.88}  # of those tied
_KINDS = {"person": "person", "organization": "group", "place": "place"}


class Decision(NamedTuple):
    """A pronoun or phrase of a document: the signals of its options, which are right, which have a name."""

    document: str
    group: str
    options: list[list[str]]
    right: list[bool]
    named: list[bool]
    has_name: bool  # what it means has a name somewhere
    rival: list[bool]  # somebody without a name has acted since


def read_documents(data: Path, part: str = "train") -> list[dict]:
    """Read the documents of a part of the annotated set."""
    with gzip.open(data / "coreference" / f"gum_{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def tokens_of(document: dict) -> Tokens:
    """Parse a document by its own words and sentences."""
    words = [word for sentence in document["sentences"] for word in sentence]
    limits, first = [], 0
    for sentence in document["sentences"]:
        limits.append((first, first + len(sentence)))
        first += len(sentence)
    return parse_words(words, limits)


def noun_counts(documents: Iterable[dict], parses: dict[str, Tokens]) -> dict[str, Counter[str]]:
    """Count what each noun stands for: lemma to kind to number of mentions."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        tokens = parses[document["id"]]
        for mention in document["mentions"]:
            head = mention["head"]
            if mention["form"] == "nominal" and tokens.tag[head] in {"NN", "NNS"}:
                counts[fold(tokens.lemma[head])][_KINDS.get(mention["type"], "thing")] += 1
    return counts


def kinds_of(counts: dict[str, Counter[str]]) -> dict[str, str]:
    """Decide the kind of each noun that is seen often enough and is mostly of one."""
    found = {}
    for noun, count in sorted(counts.items()):
        kind, number = min(count.items(), key=lambda item: (-item[1], item[0]))
        if count.total() >= SEEN and number / count.total() >= MOSTLY and noun.replace("-", "").isalpha():
            found[noun] = kind
    return found


def examples_of(document: dict, tokens: Tokens) -> list[Decision]:
    """Walk through a document with its annotation as guide and note each choice."""
    thing_at, named = _annotation(document)
    links, entries = link_names(tokens, names_in(tokens))
    links = sorted(links + link_nominals(tokens, links, entries))
    found: list[Decision] = []

    def meaning(referent) -> int | None:
        if referent.head in thing_at:
            return thing_at[referent.head]
        return next(
            (thing_at[t] for t in range(referent.last - 1, referent.first - 1, -1) if t in thing_at), None
        )

    def is_right(thing, gold: int) -> bool:
        told = [meaning(m) for m in thing.mentions]
        return bool(told) and (told[-1] == gold or Counter(told).most_common(1)[0][0] == gold)

    def decide(choice: Choice):
        gold = thing_at.get(choice.referent.head)
        right = [
            gold is not None and option.thing is not None and is_right(option.thing, gold)
            for option in choice.options
        ]
        named_right = [
            good and option.thing is not None and option.thing.entity != ""
            for good, option in zip(right, choice.options, strict=True)
        ]
        right = named_right if any(named_right) else right  # of two that are right the one with a name
        if not any(right):
            right[-1] = True
        found.append(
            Decision(
                document["id"],
                choice.place.group,
                [option.signals for option in choice.options],
                right,
                [option.thing is not None and option.thing.entity != "" for option in choice.options],
                gold in named,
                [
                    option.thing is not None
                    and option.thing.entity != ""
                    and rival(tokens, choice, option.thing)
                    for option in choice.options
                ],
            )
        )
        best = right.index(True)
        return choice.options[best].thing, 1.0

    walk(tokens, links, entries, decide)
    return found


def _annotation(document: dict) -> tuple[dict[int, int], set[int]]:
    """Map head words to things, longer mentions first, and list the things that have a name."""
    thing_at: dict[int, int] = {}
    for mention in sorted(document["mentions"], key=lambda m: m["first"] - m["last"]):
        thing_at.setdefault(mention["head"], mention["entity"])
    kinds = {"person", "organization", "place"}
    named = {m["entity"] for m in document["mentions"] if m["form"] == "name" and m["type"] in kinds}
    return thing_at, named


def fit(examples: list[Decision], prior: float = PRIOR) -> Weights:
    """Fit the weights of each group of words; "he" in the news, which is what users read, counts several times."""
    news = {id(e) for e in examples if e.group == "he" and "_news_" in e.document}
    examples = [e for e in examples for _ in range(AS_NEWS if id(e) in news else 1)]
    out: Weights = {}
    for group in sorted({example.group for example in examples}):
        out[group] = _fit_group([e for e in examples if e.group == group and len(e.options) > 1], prior)
    return out


def _fit_group(examples: list[Decision], prior: float) -> dict[str, float]:
    seen = Counter(s for e in examples for signals in e.options for s in signals)
    names = sorted(signal for signal, count in seen.items() if count >= 4)
    number = {signal: n for n, signal in enumerate(names)}
    cells: list[tuple[int, int]] = []  # option, number of its signal
    owners: list[int] = []
    answers: list[bool] = []
    for n, example in enumerate(examples):
        for signals, good in zip(example.options, example.right, strict=True):
            for signal in signals:
                if signal in number:
                    cells.append((len(owners), number[signal]))
            owners.append(n)
            answers.append(good)
    rows, columns = np.array(cells, int).reshape(-1, 2).T
    owner, right = np.array(owners), np.array(answers, float)
    w = np.zeros(len(names))
    mean, square = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, STEPS + 1):
        score = np.bincount(rows, w[columns], len(owner))
        top = np.full(len(examples), -np.inf)
        np.maximum.at(top, owner, score)
        odds = np.exp(score - top[owner])
        share = odds / np.bincount(owner, odds)[owner]
        good = odds * right
        target = good / np.bincount(owner, good)[owner]
        gradient = np.bincount(columns, (share - target)[rows], len(w)) + prior * w
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        rate = 0.1 / (1 + step / 60)
        w -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True) if abs(value) >= 0.01}


class Outcome(NamedTuple):
    """How one example came out: group, probability of the likeliest, has it a name, is it right, should it be tied."""

    group: str
    share: float
    tied: bool
    right: bool
    wanted: bool


def judge(examples: list[Decision], weights: Weights) -> list[Outcome]:
    """Choose for each example and hold it against the annotation."""
    out = []
    for example in examples:
        shares = shares_of(example.group, example.options, weights)
        best = max(range(len(shares)), key=lambda k: (shares[k], -k))
        out.append(
            Outcome(
                example.group,
                shares[best],
                example.named[best] and not example.rival[best],
                example.right[best],
                example.has_name,
            )
        )
    return out


def thresholds(judged: list[Outcome]) -> dict[str, float]:
    """Find for each group the least probability at which those tied are right often enough."""
    found = {}
    for group in sorted({j.group for j in judged}):
        tied = sorted((j for j in judged if j.group == group and j.tied), key=lambda j: -j.share)
        right, least = 0, 0.95
        for n, one in enumerate(tied, start=1):
            right += one.right
            if right / n >= PRECISION[group] and n >= 5:
                least = one.share
        found[group] = max(LIKELIER, round(least, 3))
    return found


def report(judged: list[Outcome], least: dict[str, float]) -> None:
    """Print how right each group is: of those tied, and of those that have a name."""
    for group in sorted(least):
        ours = [j for j in judged if j.group == group]
        tied = [j for j in ours if j.tied and j.share >= least[group]]
        right = sum(j.right for j in tied)
        wanted = sum(j.wanted for j in ours)
        free = sum(j.right for j in ours)
        wide = max(1, wanted)
        print(
            f"{group:8s} n {len(ours):5d}  chosen right {free / max(1, len(ours)):.3f}  tied {len(tied):4d} "
            f"right {right / max(1, len(tied)):.3f}  of {wanted} named {right / wide:.3f}  least {least[group]}"
        )


def write(weights: Weights, least: dict[str, float], kinds: dict[str, str], folder: Path) -> None:
    """Write coreference_weights.csv and noun_kinds.csv."""
    with (folder / "coreference_weights.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["group", "signal", "weight"])
        for group in sorted(weights):
            out.writerow([group, "least", least[group]])
            out.writerows([group, signal, value] for signal, value in sorted(weights[group].items()))
    _write_kinds(kinds, folder)


def _write_kinds(kinds: dict[str, str], folder: Path) -> None:
    with (folder / "noun_kinds.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["noun", "kind"])
        out.writerows(sorted(kinds.items()))


def main() -> None:
    """Read the command line, fit, report and write."""
    parser = argparse.ArgumentParser(prog="python -m dateline.coreference.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the training data (coreference)")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where to write (default: in place)")
    parser.add_argument("--leave-out", default="", metavar="GENRE", help="a genre to fit without")
    parser.add_argument("--prior", type=float, default=PRIOR)
    given = parser.parse_args()
    documents = [d for d in read_documents(given.data) if d["genre"] != given.leave_out]
    apart = read_documents(given.data, "dev")  # the encoder has seen neither these nor the news
    unseen = {d["id"] for d in apart} | {d["id"] for d in documents if d["genre"] == "news"}
    parses = {document["id"]: tokens_of(document) for document in documents}
    kinds = kinds_of(noun_counts(documents, parses))
    _write_kinds(kinds, given.out)
    if given.out == FOLDER:
        noun_kinds.cache_clear()
    examples = [e for document in documents for e in examples_of(document, parses[document["id"]])]
    judged = []
    for fold_number in range(FOLDS):
        held = {d["id"] for d in documents[fold_number::FOLDS]}
        learned = fit([e for e in examples if e.document not in held], given.prior)
        judged += judge([e for e in examples if e.document in held & unseen], learned)
    weights = fit(examples, given.prior)
    judged += judge([e for d in apart for e in examples_of(d, tokens_of(d))], weights)
    least = thresholds(judged)
    report(judged, least)
    write(weights, least, kinds, given.out)


if __name__ == "__main__":
    main()
