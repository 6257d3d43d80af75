"""The sentiment table: tone of the sentences, quotes and mentions of every article."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.language.tokens import Tokens
from dateline.parses import parsed_articles
from dateline.sentiment.tones import tone_in
from dateline.tables import conform


def score_sentiment(
    articles: pd.DataFrame,
    mentions: pd.DataFrame | None = None,
    quotes: pd.DataFrame | None = None,
    parses: Mapping[str, Tokens] | None = None,
) -> pd.DataFrame:
    """Say in what tone each sentence and quote speaks, and toward whom.

    Parameters
    ----------
    articles : DataFrame
        The articles table; `article` and `text` are read.
    mentions, quotes : DataFrame, optional
        Those tables of the same articles. Without mentions there are no rows of unit `mention`, without
        quotes none of unit `quote` and no speakers.
    parses : mapping of article to Tokens, optional
        Parses at hand; an article that is missing here is parsed.

    Returns
    -------
    DataFrame
        The sentiment table: article, start, end (half-open code points), `unit` (sentence, quote, mention),
        text, `entity` the tone is toward (mentions only), `speaker` ("" = the writer), `score` in [-1, 1],
        `label` (negative, neutral, positive), and the `words` that made the score, strongest first, each
        with its value on VADER's scale of -4 to 4.

    Notes
    -----
    Sentences and quotes: VADER's lexicon (Hutto and Gilbert 2014) with our corrections for news
    (lexicons/news_tone.csv), negation and acts from the parse. Mentions: see `score_targets`.
    """
    mentions_of, quotes_of = _by_article(mentions), _by_article(quotes)
    rows = []
    for article, tokens in parsed_articles(articles, parses):
        tones = tone_in(tokens, mentions_of.get(article, ()), quotes_of.get(article, ()))
        rows += [{"article": article, **tone._asdict()} for tone in tones]
    return conform(pd.DataFrame(rows, columns=None if rows else ["article"]), "sentiment")


def _by_article(rows: pd.DataFrame | None) -> dict[str, list]:
    if rows is None or rows.empty:
        return {}
    return {
        article: list(group.itertuples(index=False)) for article, group in rows.groupby("article", sort=False)
    }
