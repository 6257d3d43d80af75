"""Learn which events earn a row, from articles whose events were listed by hand: `make rows-weights GOLD=folder`.

`python -m dateline.events.rows.training --gold FILE` fits the weights on all articles, and on those of `listed`, whose
texts lie beside the file, and writes them to lexicons/row_weights.csv, row_vectors.csv and row_pairs.csv; with
`--check` it leaves the files alone, leaves out every article of the gold set in turn (in folds), and listed articles
that repeat passages of it, and writes the rows so predicted for the scorer beside it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from threadpoolctl import threadpool_limits

from dateline.entities import count_entities
from dateline.evaluation.rows import article_of, rows_of
from dateline.evaluation.run import read_gold, scored, write_lines
from dateline.events import status_training
from dateline.events.learned_status import with_learned
from dateline.events.rows import logistic, with_rows
from dateline.events.rows.encoded import write_scores
from dateline.events.rows.fitting import Fitted, fit_models, without_reader
from dateline.events.rows.listed import LISTED, read_listed
from dateline.events.rows.material import Article, material_of, read_article
from dateline.events.rows.reading import Read
from dateline.events.rows.weights import FILE
from dateline.events.status_training import Learned, StatusCase
from dateline.events.table import row_of
from dateline.lexicons import FOLDER
from dateline.parses import sentence_table
from dateline.tables import COLUMNS, Tables, conform, empty
from dateline.timeline import build_timeline

FOLDS = 8
RUN, REPEATED = 8, 5  # two articles share passages when more runs of so many words stand in both


def tables_of(article: Article, fitted: Fitted, statuses: Learned) -> Tables:
    """Make the tables that a timeline is built from, with other weights than the package's."""
    frame = article_of(article.line)
    name = frame["article"].iloc[0]
    events = with_rows(
        article.events,
        article.tree,
        article.mentions,
        article.published,
        article.dates,
        *fitted,
        unnamed=article.unnamed,
    )
    events = with_learned(events, article.tree, article.published, *statuses)
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
    cases = [_status_cases(article) for article in (*articles, *more)]
    fitted = None
    for fold in range(folds):
        others = [number for number in range(len(articles)) if number % folds != fold] + beside
        fitted = fit_models(material, others, start=fitted)
        statuses = status_training.learn([cases[number] for number in others])
        for article in articles[fold::folds]:
            rows[article.line["id"]] = rows_of(tables_of(article, without_reader(fitted), statuses))
    return [{"id": article.line["id"], "rows": rows[article.line["id"]]} for article in articles]


def _status_cases(article: Article) -> list[StatusCase]:
    """Read what statuses are learned from; nothing where none were listed."""
    read = Read(
        article.tree, article.mentions, article.dates, article.published, article.events, article.unnamed
    )
    return status_training.cases_of(article.line, read)


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
        return cross_validated(articles, [read_article(line) for line in apart])


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
    known += [read_article(line) for line in lines]
    with threadpool_limits(limits=1, user_api="blas"):
        fitted = without_reader(fit_models(material_of(known), range(len(known))))
    logistic.write_weights(fitted.models, options.out)
    write_scores(fitted.scores, options.out.parent)
    print(f"{len(known)} articles, {sum(len(a.cases) for a in known)} events -> {options.out}")


if __name__ == "__main__":
    main()
