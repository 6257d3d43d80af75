"""The sentences and tokens tables, from the parses of the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from dateline.language.tokens import Sentence, Tokens
from dateline.tables import conform


def split_sentences(articles: pd.DataFrame, *, parses: Mapping[str, Tokens] | None = None) -> pd.DataFrame:
    """Split articles into sentences and say which part of the article each stands in.

    Parameters
    ----------
    articles : DataFrame
        The articles table; `article` and `text` are read.
    parses : mapping of str to Tokens, optional
        Parses at hand by article id; the others are made here.

    Returns
    -------
    DataFrame
        The sentences table: article, start, end (half-open code points), `sentence` (counted from 0 in each
        article), `part` (headline, dateline, body, caption, credit), text.
    """
    return sentence_table(parsed_articles(articles, parses))


def tag_words(articles: pd.DataFrame, *, parses: Mapping[str, Tokens] | None = None) -> pd.DataFrame:
    """Split articles into words with lemma, tag, head and relation.

    Parameters
    ----------
    articles : DataFrame
        The articles table; `article` and `text` are read.
    parses : mapping of str to Tokens, optional
        Parses at hand by article id; the others are made here.

    Returns
    -------
    DataFrame
        The tokens table: article, start, end (half-open code points), `sentence` and `token` (counted from 0
        in each article), text, lemma, `tag` (Penn Treebank), `head` (a token; -1 at the root of a sentence),
        `relation` (Universal Dependencies 2).
    """
    return token_table(parsed_articles(articles, parses))


def sentence_table(parsed: Iterable[tuple[str, Tokens]]) -> pd.DataFrame:
    """Put the sentences of parsed articles into their table."""
    rows = [
        (
            article,
            sentence.start,
            sentence.end,
            number,
            sentence.part,
            tokens.text[sentence.start : sentence.end],
        )
        for article, tokens in parsed
        for number, sentence in enumerate(tokens.sentences)
    ]
    return conform(
        pd.DataFrame(rows, columns=["article", "start", "end", "sentence", "part", "text"]), "sentences"
    )


def token_table(parsed: Iterable[tuple[str, Tokens]]) -> pd.DataFrame:
    """Put the words of parsed articles into their table."""
    columns: dict[str, list] = {name: [] for name in ("article", "token", *_FIELDS)}
    for article, tokens in parsed:
        columns["article"] += [article] * len(tokens)
        columns["token"] += range(len(tokens))
        for column, field in _FIELDS.items():
            columns[column] += getattr(tokens, field)
    return conform(pd.DataFrame(columns), "tokens")


def tokens_of(text: str, words: pd.DataFrame, sentences: pd.DataFrame | None = None) -> Tokens:
    """Build the parse of one article again from its rows of the two tables; without names, which they don't hold."""
    columns = {field: words[column].tolist() for column, field in _FIELDS.items()}
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for token, number in enumerate(columns["sentence"]):
        first.setdefault(number, token)
        last[number] = token + 1
    parts = [
        Sentence(s.start, s.end, first.get(s.sentence, 0), last.get(s.sentence, 0), s.part)
        for s in (() if sentences is None else sentences.itertuples(index=False))
    ]
    return Tokens(text=text, sentences=parts, names=[], **columns)


_FIELDS = {
    **{"start": "start", "end": "end", "sentence": "sentence", "text": "word"},
    **{"lemma": "lemma", "tag": "tag", "head": "head", "relation": "relation"},
}  # column of the table -> field of Tokens


def parse_article(text: str, text_start: int = 0) -> Tokens:
    """Parse an article whose text, as it was given, begins at `text_start`; a title stands before it."""
    from dateline.grammar import parse
    from dateline.layout import blocks

    return parse(text, blocks(text, int(text_start)))


def parsed_articles(
    articles: pd.DataFrame, parses: Mapping[str, Tokens] | None
) -> Iterator[tuple[str, Tokens]]:
    """Yield each article's id and parse, made here where none is at hand."""
    starts = articles["text_start"] if "text_start" in articles else [0] * len(articles)
    for article, text, start in zip(articles["article"], articles["text"], starts, strict=True):
        tokens = (parses or {}).get(article)
        yield article, parse_article(text, start) if tokens is None else tokens
