"""The quotes of an article, from its parse and its mentions; and the quotes table of many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dateline import tables
from dateline.language import Tokens
from dateline.layout.paragraphs import paragraphs
from dateline.quotes.according import according
from dateline.quotes.attribution import Attribution, Span
from dateline.quotes.carrying import carry
from dateline.quotes.cues import UNSPOKEN
from dateline.quotes.joining import join
from dateline.quotes.labels import labelled
from dateline.quotes.lone import NO_CUE, attribute_lone
from dateline.quotes.marks import marked_spans
from dateline.quotes.nominal import nominal
from dateline.quotes.phrases import phrases_of
from dateline.quotes.speakers import speakers_of
from dateline.quotes.speech import Speech, direct, speeches_of
from dateline.quotes.surface import from_surface
from dateline.quotes.verbs import by_verbs

_MOST = 500  # stretches in marks that one content is asked for


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


def quotes_in(tokens: Tokens, mentions: list = ()) -> list[Quote]:
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
    quotes: set[Quote] = set()
    for row in _stretches(tokens, attributions, speeches):
        attribution = attributions[row.place]
        quotes.add(
            Quote(
                row.start,
                row.end,
                tokens.text[row.start : row.end],
                row.style,
                speakers[row.place],
                *_characters(tokens, attribution.source),
                *_characters(tokens, attribution.cue if attribution.verb != NO_CUE else None),
            )
        )
    return sorted(quotes, key=lambda quote: (quote.start, -quote.end, quote.cue_start or -1))


class _Stretch(NamedTuple):
    start: int
    end: int
    style: str
    place: int  # of its attribution


def _stretches(tokens: Tokens, attributions: list[Attribution], speeches: list[Speech]) -> list[_Stretch]:
    """List the contents of all attributions, and the words in marks inside them once, with one owner.

    In "an official said that Biden wanted a “path forward”" the marked words are the official's: of the
    attributions round them, the innermost that is spoken.
    """
    stretches = []
    owners: dict[tuple[int, int], tuple[bool, int, int]] = {}
    for place, attribution in enumerate(attributions):
        for first, last in _round_cue(attribution):
            (start, end, style), *inner = _styled(tokens, first, last, speeches)
            if style == "direct":
                inner = [(start, end)]
            else:
                stretches.append(_Stretch(start, end, style, place))
            rank = (attribution.group in UNSPOKEN, end - start)
            for span in inner:
                if span not in owners or rank < owners[span][:2]:
                    owners[span] = (*rank, place)
    stretches.extend(_Stretch(*span, "direct", owner[2]) for span, owner in owners.items())
    return stretches


def _round_cue(attribution: Attribution) -> list[Span]:
    """Make one stretch of "The deal" + "to be dead" round the cue "seems" that stands between them."""
    contents = sorted(attribution.contents)
    edges = [contents[0][1], contents[-1][0]]
    if len(contents) == 2 and edges == list(attribution.cue) and attribution.frame in ("raising", "to"):
        return [(contents[0][0], contents[1][1])]
    return attribution.contents


def _styled(tokens: Tokens, first: int, last: int, speeches: list[Speech]) -> list[tuple]:
    """Say how much of a content stands in quotation marks; a mark at its edge belongs to it."""
    start, end = tokens.start[first], tokens.end[last - 1]
    inner = []
    place = bisect_right(speeches, first, key=lambda speech: speech.last)
    stop = bisect_right(speeches, last - 1, key=lambda speech: speech.first)
    for speech in speeches[place : min(stop, place + _MOST)]:
        marked = speech.marked
        if (
            marked.start <= start + 1
            and end <= marked.end + 1
            and last - first + 2 >= speech.last - speech.first
        ):
            return [(marked.start, marked.end, "direct")]
        if marked.start <= start and end <= marked.end:
            return [(start, end, "direct")]
        if speech.first + 1 >= first and speech.last <= last + 1:
            start, end = min(start, marked.start), max(end, marked.end)
            inner.append((marked.start, marked.end))
    return [(start, end, "mixed" if inner else "indirect"), *inner]


def _characters(tokens: Tokens, span: tuple[int, int] | None) -> tuple[int | None, int | None]:
    """Turn a span of tokens into characters."""
    return (None, None) if span is None else (tokens.start[span[0]], tokens.end[span[1] - 1])


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
        cue_start, cue_end (missing where nothing in the text stands for it). Rows of one article with the same
        cue are one statement.

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
