"""The one place where the order of the steps on an article is written: its row in, rows of every table out.

Each article is parsed once. A step that fails on an article leaves that article's rows of this step empty,
is listed as a problem, and costs no other article anything.
"""

from __future__ import annotations

import datetime
from collections import namedtuple
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from dateline.cells import as_cells
from dateline.collecting import seldom_collecting
from dateline.corrections.knowledge import Knowledge, Verdict
from dateline.entity_sums import Described
from dateline.language.tokens import Tokens
from dateline.layout import blocks
from dateline.layout.furniture import dateline_places
from dateline.problems import FAILED, Problem
from dateline.tables import COLUMNS

# a row of the table, as it travels to a worker; its fields are the columns, which no checker knows
Article: Any = namedtuple("Article", list(COLUMNS["articles"]))  # type: ignore[misc]


class Found(NamedTuple):
    """What the steps found in one article, as rows without the article's id."""

    tokens: Tokens | None
    article: Any  # an Article, as the user corrected it
    published: datetime.date | None
    published_by: str
    title: str
    dateline: str
    rows: dict[str, list[dict]]
    described: list[Described]
    verdict: Verdict  # what became of the user's own lines


class _Steps:
    """Carries out steps on one article: a failure is listed, the user's lines are applied to what is found."""

    def __init__(self, article: str, problems: list[Problem], knowledge: Knowledge) -> None:
        self.article, self.problems = article, problems
        self.aliases, self.lines = knowledge.aliases, knowledge.lines_of(article)
        self.verdict = Verdict({}, {})

    def attempt(self, step: str, function: Callable, *given: object, default: object = ()):
        """Carry out a step; whatever goes wrong within one article must not cost the others."""
        try:
            return function(*given)
        except Exception as error:
            self.problems.append(failure(step, error, self.article))
            return default

    def amended(self, table: str, rows: object, function: Callable, *given: object, by: str = "corrections"):
        """Apply the user's lines to what a step found, and note which of them fit."""
        if not (self.lines if by == "corrections" else self.aliases):
            return rows
        told = self.attempt(f"{by} of {table}", function, *given, default=None)
        if told is None:
            return rows
        getattr(self.verdict, by).update(told.verdicts)
        return told.rows


def analyze_article(article: Any, knowledge: Knowledge) -> tuple[Found, list[Problem]]:
    """Take one article through the steps, in their order; the user's lines are applied after each."""
    with seldom_collecting():
        return _analyzed(article, knowledge)


def _analyzed(article: Any, knowledge: Knowledge) -> tuple[Found, list[Problem]]:
    from dateline.corrections.naming import correct_mentions, rename
    from dateline.corrections.page import correct_article, correct_parts
    from dateline.dates import dates_in, inferred_day
    from dateline.entities import describe_article, describe_in_brief
    from dateline.grammar import parse
    from dateline.mentions import Spoken, spoken_of

    problems: list[Problem] = []
    steps = _Steps(article.article, problems, knowledge)
    lines, aliases = steps.lines, steps.aliases
    article = steps.amended("articles", article, correct_article, article, lines)
    parts = steps.attempt("layout", blocks, article.text, article.text_start)
    parts = steps.amended("sentences", parts, correct_parts, parts, article.text, lines)
    title = article.title or _part(article.text, parts, "headline")
    dateline = article.dateline or dateline_places(_part(article.text, parts, "dateline"))
    day = None if pd.isna(article.published) else article.published.date()
    by = article.published_by or ("given" if day else "none")
    tokens = steps.attempt("parse", parse, article.text, parts, default=None)
    if tokens is None:
        return Found(None, article, day, by, title, dateline, {}, [], steps.verdict), problems
    if day is None and (day := steps.attempt("date of publication", inferred_day, tokens, default=None)):
        by = "inferred"
    mentions, unnamed = steps.attempt("mentions", spoken_of, tokens, day, default=Spoken([], []))
    tokens = replace(tokens, same=None)  # no later step asks; it would hold more than all the rest
    mentions = steps.amended("mentions", mentions, rename, mentions, article.article, aliases, by="aliases")
    mentions = steps.amended("mentions", mentions, correct_mentions, mentions, tokens, lines, aliases)
    dates = steps.attempt("dates", dates_in, tokens, day)
    found = _told(steps, tokens, mentions, dates, day, unnamed)
    tokens = replace(tokens, vectors=None)  # events are weighed
    rows = {table: [as_cells(row) for row in records] for table, records in found.items()}
    described = steps.attempt("entities", describe_article, tokens, mentions, day, default=None)
    if described is None:
        described = describe_in_brief(mentions)
    return Found(tokens, article, day, by, title, dateline, rows, described, steps.verdict), problems


def _told(
    steps: _Steps,
    tokens: Tokens,
    mentions: Sequence,
    dates: Sequence,
    day: datetime.date | None,
    unnamed: Sequence,
) -> dict[str, Sequence]:
    """Find what is said, happens and sounds, once it is known who and when."""
    from dateline.corrections.rows import correct_rows, names_known
    from dateline.events import events_in
    from dateline.quotes import quotes_in
    from dateline.sentiment import tone_in

    named = names_known(mentions) if steps.lines else {}

    def by_lines(table: str, rows: Sequence) -> Sequence:
        return steps.amended(table, rows, correct_rows, table, rows, tokens.text, steps.lines, named)

    dates = by_lines("dates", dates)
    quotes = by_lines("quotes", steps.attempt("quotes", quotes_in, tokens, mentions))
    told = steps.attempt("events", events_in, tokens, mentions, dates, quotes, day, None, unnamed)
    events = by_lines("events", told)
    tones = by_lines("sentiment", steps.attempt("sentiment", tone_in, tokens, mentions, quotes))
    return {"mentions": mentions, "dates": dates, "quotes": quotes, "events": events, "sentiment": tones}


def _part(text: str, parts: list, part: str) -> str:
    """Give the first block of the kind as one line."""
    return next(
        (" ".join(text[block.start : block.end].split()) for block in parts if block.part == part), ""
    )


def failure(step: str, error: Exception, article: str) -> Problem:
    reason = f"the step '{step}' failed ({type(error).__name__}: {str(error)[:200]})"
    advice = (
        "Its rows are missing, the other tables are whole. This is a fault of dateline: please report it."
    )
    return Problem(FAILED, reason, advice, article=article)
