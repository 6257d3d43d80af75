"""Articles in, every table out: each article by itself (`steps`), then what is told of all together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import NamedTuple

import pandas as pd

from dateline.collecting import seldom_collecting
from dateline.corrections.knowledge import Knowledge, Sheet, Verdict, joined, knowledge_of, unfit
from dateline.entity_sums import Described, merge_described
from dateline.parses import sentence_table, token_table
from dateline.problems import Problem, problem_table, warn_of
from dateline.processes import cores, process_pool
from dateline.progress import with_bar
from dateline.reading import read_articles
from dateline.steps import Article, Found, analyze_article, failure
from dateline.tables import COLUMNS, TableError, Tables, conform, empty


class Analysis(NamedTuple):
    """Every table, and what failed on the way to them."""

    tables: Tables
    problems: pd.DataFrame


class PartAnalysis(NamedTuple):
    """The same of a part of a corpus, with what each article tells of its entities; its timeline is empty."""

    tables: Tables
    problems: pd.DataFrame
    described: pd.DataFrame
    verdict: Verdict  # what became of the user's own lines in these articles


class LostWorkerError(RuntimeError):
    """A worker process died before its article was done."""

    def __init__(self) -> None:
        super().__init__(
            "a worker process died. In a script, call analyze under `if __name__ == '__main__':`; "
            "otherwise memory ran out: take fewer workers, or analyze_corpus, which goes on where it stopped."
        )


def analyze(
    source: object,
    *,
    published: object = None,
    columns: Mapping[str, str] | None = None,
    aliases: Sheet = None,
    corrections: Sheet = None,
    count_copies: bool = False,
    workers: int | None = 1,
    progress: bool | None = None,
) -> Tables:
    """Who, what, when, who says so, in what tone: analyse articles into every table.

    Parameters
    ----------
    source : articles table, or anything that `read_articles` reads
        A file, a folder, a pattern, pasted text, records, a frame, an address.
    published : date or str, optional
        Publication date of the articles that bring none; where there is none, it is inferred from the text
        if the text allows it (`published_by` says so), and dates that need it are left open otherwise.
    columns : mapping, optional
        Which column or key of the source holds what, such as {"text": "content"}.
    aliases : path or DataFrame, optional
        What you know of who is who (see `read_aliases`); wins over what was found.
    corrections : path or DataFrame, optional
        Your corrections (see `read_corrections`); win over aliases. Every table follows.
    count_copies : bool
        Count what an article says that repeats another's text (`articles.copy_of`) as a telling of its own; left
        out, the same agency text in ten papers counts once in `mentions` of the timeline.
    workers : int or None
        How many processes share the work; None takes all cores. The tables are the same, byte for byte. A
        script that asks for several must do so under `if __name__ == "__main__":`.
    progress : bool, optional
        Show a progress bar; if left out, in a terminal or a notebook where it takes more than a moment.

    Returns
    -------
    Tables
        A named tuple of frames: articles, sentences, tokens, mentions, entities, dates, quotes, events,
        sentiment, timeline. All but articles, entities and timeline point to characters of `articles.text`:
        `text[start:end]` is the row's text.

    Warns
    -----
    ProblemWarning
        Where a step failed on an article, or a line of yours fits no text; `analyze_articles` gives these as
        a table.

    Raises
    ------
    UnreadableError
        A ValueError: the source holds nothing that can be read, or aliases or corrections make no sense.
    TableError
        A ValueError: an articles table has an id twice or lacks one.
    ValueError
        If `workers` is less than 1.
    LostWorkerError
        If a worker process died, mostly for want of memory.
    """
    knowledge = knowledge_of(aliases, corrections)
    articles = source if _is_articles(source) else read_articles(source, published=published, columns=columns)
    tables, problems, *_ = _analyze(articles, knowledge, progress, workers, count_copies=count_copies)
    warn_of(problems, "analyze")
    return tables


def analyze_articles(
    articles: pd.DataFrame,
    *,
    aliases: Sheet = None,
    corrections: Sheet = None,
    knowledge: Knowledge | None = None,
    count_copies: bool = False,
    workers: int | None = 1,
    progress: bool | None = None,
) -> Analysis:
    """Analyse an articles table and list what failed instead of warning of it.

    `aliases`, `corrections` and `count_copies` are as in `analyze`; `knowledge` is both, read and checked already.

    Returns
    -------
    Analysis
        `tables` as from `analyze`, and `problems`: article, source, line, kind, reason, advice.
    """
    knowledge = knowledge or knowledge_of(aliases, corrections)
    tables, problems, *_ = _analyze(articles, knowledge, progress, workers, count_copies=count_copies)
    return Analysis(tables, problem_table(problems))


def analyze_part(articles: pd.DataFrame, knowledge: Knowledge | None = None) -> PartAnalysis:
    """Analyse some articles of a corpus, whose events and entities are put together with those of all others later.

    Parameters
    ----------
    articles : DataFrame
    knowledge : Knowledge, optional
        Of the user; lines on the timeline and on names and roles of entities wait for all parts.

    Returns
    -------
    PartAnalysis
        `tables` and `problems` as from `analyze_articles`, without the timeline, and `described`: article, entity,
        name, kind, role, country, aliases, mentions, share (see `dateline.entity_sums.Described`).
    """
    tables, problems, described, verdicts = _analyze(
        articles, knowledge or Knowledge(), False, 1, whole=False
    )
    return PartAnalysis(tables, problem_table(problems), described, joined(verdicts))


def _own_ids(articles: pd.DataFrame) -> pd.DataFrame:
    """Refuse ids that are empty or there twice: rows of two articles could not be told apart."""
    ids = articles["article"]
    twice = ids[ids.duplicated(keep=False)]
    if len(twice):
        rows = ", ".join(map(str, twice.index[twice == twice.iloc[0]][:5]))
        raise TableError(
            f"articles: the id {twice.iloc[0]!r} is there more than once (rows {rows}). Give each article an id of its "
            'own; copies go with articles.drop_duplicates("article").'
        )
    if (ids == "").any():
        raise TableError(
            f"articles: row {ids.index[ids == ''][0]} has no id. Give each article an id of its own."
        )
    return articles


def _is_articles(source: object) -> bool:
    return isinstance(source, pd.DataFrame) and set(COLUMNS["articles"]) - {"text_start", "copy_of"} <= set(
        source.columns
    )


@seldom_collecting()
def _analyze(
    articles: pd.DataFrame,
    knowledge: Knowledge,
    progress: bool | None,
    workers: int | None,
    whole: bool = True,
    count_copies: bool = False,
) -> tuple[Tables, list[Problem], pd.DataFrame, list[Verdict]]:
    articles = _own_ids(conform(articles, "articles"))
    problems: list[Problem] = []
    found: dict[str, Found] = {}
    one_by_one = with_bar(_found(articles, knowledge, workers), len(articles), "article", progress)
    for article, (one, failed) in zip(articles["article"], one_by_one, strict=True):
        found[article] = one
        problems += failed
    articles = _completed(articles, found)
    parses = {article: one.tokens for article, one in found.items() if one.tokens is not None}
    tables = {
        "articles": articles,
        "sentences": sentence_table(parses.items()),
        "tokens": token_table(parses.items()),
    }
    for table in ("mentions", "dates", "quotes", "events", "sentiment"):
        rows = (
            _keyed({"article": article, **row})
            for article, one in found.items()
            for row in one.rows.get(table, ())
        )
        tables[table] = conform(rows, table)
    told = [(article, one.published, entity) for article, one in found.items() for entity in one.described]
    tables["entities"] = merge_described((entity, published) for _, published, entity in told)
    verdicts = [one.verdict for one in found.values()]
    if whole:
        if not count_copies:
            tables["articles"] = _with_copies(articles, problems)
        tables, verdict = _story(tables, knowledge, problems)
        verdicts.append(verdict)
        problems += unfit(knowledge, verdicts, articles["article"])
    else:  # of a corpus, whose timeline is built from all its parts
        tables["timeline"] = empty("timeline")
    described = pd.DataFrame(
        [(article, *entity) for article, _, entity in told], columns=["article", *Described._fields]
    )
    return Tables(**tables), problems, described, verdicts


def _found(
    articles: pd.DataFrame, knowledge: Knowledge, workers: int | None
) -> Iterator[tuple[Found, list[Problem]]]:
    """Take every article through the steps, here or in processes, in the order of the articles."""
    rows = list(map(Article._make, articles.itertuples(index=False, name=None)))
    if workers is not None and workers < 1:
        raise ValueError(f"workers={workers}: at least one must do the work; None takes all cores")
    count = min(workers or cores(), len(rows))
    one = partial(analyze_article, knowledge=knowledge)
    if count <= 1:
        yield from map(one, rows)
        return
    with process_pool(count) as pool:
        try:
            yield from pool.map(one, rows, chunksize=max(1, min(8, len(rows) // (4 * count))))
        except BrokenProcessPool:
            raise LostWorkerError() from None
        finally:
            pool.shutdown(cancel_futures=True)


def _story(
    tables: dict[str, pd.DataFrame], knowledge: Knowledge, problems: list[Problem]
) -> tuple[dict[str, pd.DataFrame], Verdict]:
    """Add what is told of all articles together, as the user knows it: entities and the timeline."""
    from dateline.aliases import describe
    from dateline.corrections.entities import correct_entities, with_all_named
    from dateline.corrections.timeline import correct_timeline

    within = tables["events"]["event"]  # keys within each article
    timeline, keys = _timeline(tables, problems)

    def build(made: dict[str, pd.DataFrame]) -> pd.DataFrame:
        nonlocal keys
        timeline, keys = _timeline(made | {"events": made["events"].assign(event=within)}, problems)
        return timeline

    tables = tables | {"events": conform(tables["events"].assign(event=keys), "events")}
    if knowledge == Knowledge():
        return tables | {"timeline": timeline}, Verdict({}, {})
    entities, fitting = describe(with_all_named(tables["entities"], tables), knowledge.aliases)
    tables["entities"], told = correct_entities(entities, knowledge.corrections)
    tables, more = correct_timeline(tables, knowledge.corrections, build)
    known = set(tables["timeline"]["event"])
    keys = [key if key in known else "" for key in keys]
    tables["events"] = conform(tables["events"].assign(event=keys), "events")
    return tables, Verdict(dict.fromkeys(fitting, ""), told | more)


def _completed(articles: pd.DataFrame, found: dict[str, Found]) -> pd.DataFrame:
    """Fill in what the article itself tells of its title, dateline and date."""
    ones = list(found.values())
    return conform(
        articles.assign(
            **{
                column: [getattr(one.article, column) for one in ones]
                for column in ("section", "source", "url")
            },
            title=[one.title for one in ones],
            dateline=[one.dateline for one in ones],
            published=pd.Series([one.published for one in ones], index=articles.index, dtype=object),
            published_by=[one.published_by for one in ones],
        ),
        "articles",
    )


def _keyed(row: dict) -> dict:
    """Let the key of an event's row begin with the article, as rows of other articles have the like."""
    return {**row, "event": f"{row['article']}:{row['event']}"} if "event" in row else row


def _with_copies(articles: pd.DataFrame, problems: list[Problem]) -> pd.DataFrame:
    """Say of every article whose text it repeats, where it does."""
    from dateline.timeline.copies import copies_of

    try:
        return articles.assign(copy_of=copies_of(articles)) if len(articles) > 1 else articles
    except Exception as error:
        problems.append(failure("copies", error, ""))
        return articles


def _timeline(tables: dict[str, pd.DataFrame], problems: list[Problem]) -> tuple[pd.DataFrame, list[str]]:
    """Build the timeline, and say which row each event has gone into."""
    from dateline.timeline.build import timeline_with_keys

    try:
        given = (tables[name] for name in ("events", "entities", "articles", "sentences"))
        return timeline_with_keys(*given)
    except Exception as error:
        problems.append(failure("timeline", error, ""))
        return empty("timeline"), [""] * len(tables["events"])
