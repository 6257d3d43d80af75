"""The quotes of an article, from its parse and its mentions; and the quotes table of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from dateline import tables
from dateline.grammar.phrases import phrases_of
from dateline.language import Tokens
from dateline.layout.paragraphs import paragraphs
from dateline.quotes.according import according
from dateline.quotes.carrying import carry
from dateline.quotes.joining import join
from dateline.quotes.labels import labelled
from dateline.quotes.lone import NO_CUE, attribute_lone
from dateline.quotes.marks import marked_spans
from dateline.quotes.nominal import nominal
from dateline.quotes.rows import inside_of, stretches_of
from dateline.quotes.speakers import speakers_of
from dateline.quotes.speech import direct, speeches_of
from dateline.quotes.surface import from_surface
from dateline.quotes.verbs import by_verbs


class Quote(NamedTuple):
    """What is said and by whom: one row of the quotes table without its article.

    Rows with one cue belong to one attribution. In a "mixed" row some of the words stand in quotation
    marks; each of these stretches is a "direct" row of its own as well, inside it.
    """

    start: int
    end: int
    text: str
    style: str  # direct, indirect or mixed
    speaker: str
    speaker_start: int | None
    speaker_end: int | None
    cue_start: int | None
    cue_end: int | None
    inside: bool  # lies within another statement
    rule: str


def quotes_in(tokens: Tokens, mentions: Sequence = ()) -> list[Quote]:
    """Find who says what in one article.

    Parameters
    ----------
    tokens : Tokens
        The parse of the article.
    mentions : list of Mention
        Who is named where; without them `speaker` stays empty, its span does not.

    Returns
    -------
    list of Quote
        In order of the text; a longer row before the rows inside it.
    """
    phrases = phrases_of(tokens)
    bounds = paragraphs(tokens.text)
    speeches = speeches_of(tokens, marked_spans(tokens.text, bounds))
    reports = by_verbs(tokens, phrases) + nominal(tokens, phrases)
    reports += according(tokens, phrases) + labelled(tokens, bounds)
    quoted = direct(tokens, phrases, speeches)
    known = {report.verb for report in reports} | {one.verb for one in quoted.values()}
    reports += from_surface(tokens, phrases, known)
    attributions = join(tokens, reports, quoted, speeches)
    attributions, holders = carry(tokens, attributions, speeches)
    attributions = attribute_lone(tokens, phrases, attributions, speeches, holders)
    speakers = speakers_of(tokens, attributions, mentions)
    quotes: dict[tuple, Quote] = {}
    for row in stretches_of(tokens, attributions, speeches):
        attribution = attributions[row.place]
        source = _characters(tokens, attribution.source)
        cue = _characters(tokens, attribution.cue if attribution.verb != NO_CUE else None)
        words = tokens.text[row.start : row.end]
        quote = Quote(
            row.start, row.end, words, row.style, speakers[row.place], *source, *cue, False, row.rule
        )
        quotes.setdefault((row.start, row.end, cue), quote)
    found = sorted(quotes.values(), key=lambda quote: (quote.start, -quote.end, quote.cue_start or -1))
    return _with_inside(found)


def _with_inside(found: list[Quote]) -> list[Quote]:
    """Mark what lies within another statement.

    An unknown source only vouches: what somebody known says ("according to his ministry, he reaffirmed
    ...") is a statement of its own.
    """
    spans = [(quote.start, quote.end, quote.cue_start) for quote in found]
    inside = inside_of(spans)
    bare = [place for place, quote in enumerate(found) if quote.rule != "according" or quote.speaker]
    if len(bare) < len(found):
        for place, within in zip(bare, inside_of([spans[place] for place in bare]), strict=True):
            inside[place] = within if found[place].speaker else inside[place]
    return [quote._replace(inside=within) for quote, within in zip(found, inside, strict=True)]


def _characters(tokens: Tokens, span: tuple[int, int] | None) -> tuple[int | None, int | None]:
    """Turn a span of tokens into characters."""
    return (None, None) if span is None else (tokens.start[span[0]], tokens.end[span[1] - 1])


def statements(quotes: pd.DataFrame) -> pd.DataFrame:
    """Count who says how much: one row for each statement of the quotes table.

    Parameters
    ----------
    quotes : DataFrame
        The quotes table, or some of its rows.

    Returns
    -------
    DataFrame
        The rows that lie in no other statement (`inside` is false), of those that share a cue ("...,” she said,
        “...”) the first; index and columns as given.

    Examples
    --------
    >>> text = "“We are ready,” the minister said, “to answer.”"
    >>> quotes = find_quotes(pd.DataFrame({"article": ["a"], "text": [text]}))
    >>> len(quotes), len(statements(quotes))
    (2, 1)
    """
    outer = quotes[~quotes["inside"]]
    again = outer["cue_start"].notna() & outer.duplicated(["article", "cue_start", "cue_end"])
    return outer[~again]


def find_quotes(
    articles: pd.DataFrame,
    mentions: pd.DataFrame | None = None,
    *,
    parses: Mapping[str, Tokens] | None = None,
) -> pd.DataFrame:
    """Find who says what, in which words: the quotes table.

    Parameters
    ----------
    articles : DataFrame
        The articles table; `article` and `text` are read, and `published` where given.
    mentions : DataFrame, optional
        The mentions table of the same articles; found here when not given.
    parses : mapping of str to Tokens, optional
        Parses that exist already, by article id; the others are made here.

    Returns
    -------
    DataFrame
        One row a stretch of speech: article, start, end (code points, end exclusive), text, style ("direct" in
        quotation marks, "indirect" reported, "mixed" reported with some words in marks, each of which is a
        "direct" row as well), speaker (an entity, "" when unknown or unnamed), speaker_start, speaker_end,
        cue_start, cue_end (missing where nothing in the text stands for it), inside (true where the row lies
        within another statement), rule (what found it). Rows of one article with the same cue are one
        statement; `statements` gives one row each.

    Examples
    --------
    >>> text = "According to the ministry, three ships were lost."
    >>> quotes = find_quotes(pd.DataFrame({"article": ["a"], "text": [text]}))
    >>> quotes[["text", "style"]].values.tolist()
    [['three ships were lost', 'indirect']]
    >>> text[quotes.cue_start[0] : quotes.cue_end[0]], text[quotes.speaker_start[0] : quotes.speaker_end[0]]
    ('According to', 'the ministry')
    """
    from dateline.mentions import mentions_in, parsed

    known = {} if mentions is None else dict(list(mentions.groupby("article", sort=False)))
    rows = []
    for article, tokens, published in parsed(articles, parses):
        if mentions is None:
            named = mentions_in(tokens, published)
        else:
            named = list(known[article].itertuples(index=False)) if article in known else []
        rows += [{"article": article, **quote._asdict()} for quote in quotes_in(tokens, named)]
    return tables.conform(rows, "quotes")
