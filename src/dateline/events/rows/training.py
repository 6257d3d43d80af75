"""Learn which events earn a row, from articles whose events were listed by hand: `make rows-weights GOLD=folder`.

`python -m dateline.events.rows.training --gold FILE` fits the weights on all articles, and on those of `listed`, whose
texts lie beside the file, and writes them to lexicons/row_weights.csv; with `--check` it leaves the file alone, leaves
out every article of the gold set in turn (in folds), and listed articles that repeat passages of it, and writes the
rows so predicted for the scorer beside it.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from dateline.dates import dates_in, inferred_day
from dateline.entities import count_entities
from dateline.evaluation.rows import article_of, rows_of
from dateline.evaluation.run import read_gold, scored, write_lines
from dateline.events.find import told_events
from dateline.events.records import Event
from dateline.events.rows import logistic, with_rows
from dateline.events.rows.choice import Case, cases_of, compared, summed
from dateline.events.rows.day_signals import pairs_of
from dateline.events.rows.days import Found, reach_of
from dateline.events.rows.likeness import keys_of, likeness_of, on_other_days
from dateline.events.rows.listed import LISTED, SPARING, read_listed
from dateline.events.rows.signals import setting_of
from dateline.events.rows.syntax import Parse, parse_from
from dateline.events.rows.weights import FILE, Weights
from dateline.events.rows.words import Worded, names_of, worded_event
from dateline.events.table import row_of
from dateline.grammar import parse
from dateline.grammar.tree import Tree, tree_of
from dateline.layout import blocks
from dateline.lexicons import FOLDER
from dateline.mentions import mentions_in
from dateline.parses import sentence_table
from dateline.quotes import quotes_in
from dateline.tables import COLUMNS, Tables, conform, empty
from dateline.timeline import build_timeline

FOLDS, INNER = 8, 4
RUN, REPEATED = 8, 5  # two articles share passages when more runs of so many words stand in both
RIDGE = {"tells": 60.0, "best": 10.0, "alike": 10.0, "row": 30.0, "day": 20.0}
# What was known before any article was labelled: rules whose cases are too rare to be learned from so few articles.
PRIOR = {
    "question": -3.0,
    "picture or page furniture": -4.0,
    "paper of a press office": -3.0,
    "only thought": -1.0,
    "spoken of I, we or you": -1.0,
    "should, must or would": -1.0,
    "many at all times": -1.0,
    "background": -1.0,
    "state": -1.0,
    "no finite form": -1.0,
    "names something": -2.0,
    "light verb of an event": -1.0,
    "object of a light verb": 1.0,
    "only says that an event came about": -1.0,
    "participle before its noun": -1.0,
}
PRIOR_OF_ROWS = {"worded by a sentence that has a row": -3.0}
Label = int | None


class Article(NamedTuple):
    """An article read up to its events, and what the gold says of each: the listed event it tells, how well."""

    line: dict
    tree: Tree
    parse: Parse
    mentions: list
    dates: list
    published: date | None
    events: list[Event]
    words: list[Worded]
    cases: list[Case]
    labels: list[Label]
    best: set[int]
    sparing: bool = False  # fewer events are listed than may be


def read_article(line: dict, sparing: bool = False) -> Article:
    """Take one gold line through the steps and label its events."""
    tokens = parse(line["text"], blocks(line["text"]))
    day = date.fromisoformat(line["published"][:10]) if line.get("published") else inferred_day(tokens)
    mentions, dates = mentions_in(tokens, day), dates_in(tokens, day)
    tree = tree_of(tokens)
    events = told_events(tree, mentions, dates, quotes_in(tokens, mentions), day)
    tree_parse, names = parse_from(tree), names_of(tokens.text, mentions)
    words = [worded_event(tree_parse, event, names) for event in events]
    labels = [_label(line, tree_parse, event, worded) for event, worded in zip(events, words, strict=True)]
    cases = cases_of(setting_of(tree_parse, events, day), words)
    if sparing:
        cases = [case._replace(signals={**case.signals, SPARING: 1.0}) for case in cases]
    best = _best(line, events, words, labels)
    return Article(line, tree, tree_parse, mentions, dates, day, events, words, cases, labels, best, sparing)


def _label(line: dict, parse: Parse, event: Event, worded: Worded) -> Label:
    """Find the listed event whose trigger a word is, or, of a clause, holds."""
    spans = [(event.start, event.end)]
    if worded.tells:
        spans += [(parse.tokens.start[word], parse.tokens.end[word]) for word in sorted(worded.kept)]
    for start, end in spans:
        for number, listed in enumerate(line["events"]):
            if any(start < b and a < end for a, b in listed["triggers"]):
                return number
    return None


def _best(line: dict, events: list[Event], words: list[Worded], labels: list[Label]) -> set[int]:
    """List the events that tell a listed one best: on its first trigger that is there."""
    best: dict[int, tuple] = {}
    for number, (event, worded, label) in enumerate(zip(events, words, labels, strict=True)):
        if label is None:
            continue
        triggers = line["events"][label]["triggers"]
        hits = [rank for rank, (a, b) in enumerate(triggers) if event.start < b and a < event.end]
        key = (min(hits, default=50) + (0 if worded.tells else 0.5), number)
        best[label] = min(best.get(label, key), key)
    return {number for _, number in best.values()}


class Material(NamedTuple):
    """What the models learn from, of all articles: signals as tables, what is right, and the article of each row."""

    articles: Sequence[Article]
    cases: logistic.Cases
    tells: list[bool]
    best: list[bool]
    case_of: np.ndarray
    pairs: logistic.Cases
    same: list[bool]
    pair_of: np.ndarray


def material_of(articles: Sequence[Article]) -> Material:
    """Gather what the models learn from."""
    signals, tells, best, case_of, pairs, same, pair_of = [], [], [], [], [], [], []
    for number, article in enumerate(articles):
        for case in article.cases:
            signals.append(case.signals)
            tells.append(article.labels[case.number] is not None)
            best.append(case.number in article.best)
            case_of.append(number)
        for one, other in _pairs(article.cases):
            a, b = article.labels[one.number], article.labels[other.number]
            if (a, b) != (None, None):
                pairs.append(likeness_of(one.telling, other.telling))
                same.append(a == b)
                pair_of.append(number)
    table, pair_table = logistic.cases_of(signals), logistic.cases_of(pairs, seen=8)
    return Material(articles, table, tells, best, np.array(case_of), pair_table, same, np.array(pair_of))


def fit_models(material: Material, used: Sequence[int], folds: int = INNER) -> dict[str, Weights]:
    """Fit every model on the articles used; the last on sums that were learned without the article they are for."""
    signals, right, days, of_it = [], [], [], []
    for fold in range(folds):
        held = used[fold::folds]
        first = _fit_first(material, [number for number in used if number not in set(held)])
        for article in (material.articles[number] for number in held):
            told: set[Label] = {None}
            alike: dict[int, dict[int, float]] = defaultdict(dict)
            for case, row, others in compared(summed(article.cases, first), article.words, first):
                for other, likely in others.items():
                    alike[case.number][other] = alike[other][case.number] = likely
                signals.append({**row, SPARING: 1.0} if article.sparing else row)
                right.append(article.labels[case.number] not in told)
                told.add(article.labels[case.number])
            for pair, own in _days(article, alike):
                days.append(pair)
                of_it.append(own)
    row = logistic.fit(logistic.cases_of(signals), right, ridge=RIDGE["row"], prior=PRIOR_OF_ROWS)
    day = logistic.fit(logistic.cases_of(days), of_it, ridge=RIDGE["day"])
    models = {**_fit_first(material, used), "row": row, "day": day}
    return {name: _without_reader(model) for name, model in models.items()}


def _without_reader(model: Weights) -> Weights:
    """Leave out what only tells who listed the events of an article."""
    return Weights(model.base, {name: weight for name, weight in model.of.items() if name != SPARING})


def _days(article: Article, alike: Mapping[int, Mapping[int, float]]) -> Iterator[tuple[dict, bool]]:
    """Read every pair of an event that nothing dates and a day, and whether the gold dates it so."""
    found = {case.number: Found(case.telling, alike.get(case.number, {})) for case in article.cases}
    reach = reach_of(
        article.tree, setting_of(article.parse, article.events, article.published), found, article.dates
    )
    for case in article.cases:
        label = article.labels[case.number]
        if label is None or article.events[case.number].first is not None:
            continue
        listed = article.line["events"][label]
        if (listed["first"] is None) != (listed["last"] is None):
            continue
        for candidate, signals in pairs_of(reach, case.number):
            yield signals, (str(candidate.first), str(candidate.last)) == (listed["first"], listed["last"])


def _fit_first(m: Material, used: Sequence[int]) -> dict[str, Weights]:
    cases, pairs = np.isin(m.case_of, used), np.isin(m.pair_of, used)
    return {
        "tells": logistic.fit(m.cases, m.tells, ridge=RIDGE["tells"], use=cases, prior=PRIOR),
        "best": logistic.fit(m.cases, m.best, ridge=RIDGE["best"], use=cases, prior=PRIOR),
        "alike": logistic.fit(m.pairs, m.same, ridge=RIDGE["alike"], use=pairs),
    }


def _pairs(cases: list[Case]) -> list[tuple[Case, Case]]:
    """List the pairs of one article that are ever compared, the earlier in the text first."""
    cases = sorted(cases, key=lambda case: case.telling.token)
    keys = [set(keys_of(case.telling)) for case in cases]
    return [
        (cases[i], cases[j])
        for j in range(len(cases))
        for i in range(j)
        if keys[i] & keys[j] and not on_other_days(cases[i].telling, cases[j].telling)
    ]


def tables_of(article: Article, models: dict[str, Weights]) -> Tables:
    """Make the tables that a timeline is built from, with other weights than the package's."""
    frame = article_of(article.line)
    name = frame["article"].iloc[0]
    events = with_rows(
        article.events, article.tree, article.mentions, article.published, article.dates, models
    )
    mentions = conform([{"article": name, **m._asdict()} for m in article.mentions], "mentions")
    tokens = {name: article.tree.tokens}
    tables = {table: empty(table) for table in COLUMNS}
    tables |= {"articles": frame, "mentions": mentions, "sentences": sentence_table(tokens.items())}
    tables["events"] = conform([row_of(name, event) for event in events], "events")
    tables["entities"] = count_entities(mentions, frame, parses=tokens)
    tables["timeline"] = build_timeline(
        *(tables[table] for table in ("events", "entities", "articles", "sentences"))
    )
    return Tables(**tables)


def cross_validated(
    articles: Sequence[Article], more: Sequence[Article] = (), folds: int = FOLDS
) -> list[dict]:
    """Predict the rows of each article with weights learned on articles of other folds, and on `more`."""
    rows = {}
    material = material_of([*articles, *more])
    beside = list(range(len(articles), len(articles) + len(more)))
    for fold in range(folds):
        others = [number for number in range(len(articles)) if number % folds != fold]
        models = fit_models(material, others + beside)
        for article in articles[fold::folds]:
            rows[article.line["id"]] = rows_of(tables_of(article, models))
    return [{"id": article.line["id"], "rows": rows[article.line["id"]]} for article in articles]


def left_out(gold: Path, listed: Path = LISTED) -> list[dict]:
    """Predict the rows of each article of a gold set with weights learned without it.

    Parameters
    ----------
    gold : Path
        timeline_rows.jsonl; the texts of the listed articles lie beside it.
    listed : Path
        Where more articles tell their events. One that repeats passages of the gold set is not learned from.

    Returns
    -------
    list of dict
        With `id` and `rows`, for the scorer.
    """
    lines = read_gold(gold)
    known = set().union(*(_runs(line["text"]) for line in lines))
    apart = [
        line for line in read_listed(listed, gold.parent) if len(known & _runs(line["text"])) <= REPEATED
    ]
    articles = [read_article(line) for line in lines]
    with threadpool_limits(limits=1, user_api="blas"):  # small matrices; threads only wait for one another
        return cross_validated(articles, [read_article(line, sparing=True) for line in apart])


def _runs(text: str) -> set[tuple[str, ...]]:
    """List all runs of eight words of a text."""
    words = text.split()
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def main(arguments: list[str] | None = None) -> None:
    """Learn the weights, or check them."""
    parser = argparse.ArgumentParser(description="Learn which events earn a row of the timeline.")
    parser.add_argument("--gold", type=Path, required=True, help="timeline_rows.jsonl")
    parser.add_argument("--out", type=Path, default=FOLDER / FILE, help="where the weights go")
    parser.add_argument("--listed", type=Path, default=LISTED, help="where more articles tell their events")
    parser.add_argument(
        "--check", type=Path, metavar="FILE", help="write cross-validated rows here, no weights"
    )
    options = parser.parse_args(arguments)
    if not options.check:
        _learn(options)
        return
    write_lines(left_out(options.gold, options.listed), options.check)
    if scored("rows", options.gold, options.check):
        raise SystemExit("the scorer failed")


def _learn(options: argparse.Namespace) -> None:
    lines = read_listed(options.listed, options.gold.parent)
    known = [read_article(line) for line in read_gold(options.gold)]
    known += [read_article(line, sparing=True) for line in lines]
    with threadpool_limits(limits=1, user_api="blas"):
        models = fit_models(material_of(known), range(len(known)))
    logistic.write_weights(models, options.out)
    print(f"{len(known)} articles, {sum(len(a.cases) for a in known)} events -> {options.out}")


if __name__ == "__main__":
    main()
