"""The plain, well-known baseline: NLTK's VADER on whole texts, to hold our scores against."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
import pandas as pd

from dateline.sentiment.words import vader_lexicon

_LONGEST = 10_000  # characters of one text that are read: a sentence in news has under 1,000


def score_vader(texts: Iterable[str]) -> np.ndarray:
    """Score each text with VADER as NLTK has it: the compound score in [-1, 1], toward nobody.

    Parameters
    ----------
    texts : iterable of str
        Sentences; of a longer text the first 10,000 characters are read.

    Returns
    -------
    ndarray of float32, shape (len(texts),)

    References
    ----------
    Hutto and Gilbert (2014), VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
    Text. The code is nltk.sentiment.vader; the lexicon (MIT) comes with the package vaderSentiment.

    Examples
    --------
    >>> score_vader(["The alliance held a security summit."]).round(2)
    array([0.34], dtype=float32)
    """
    analyzer = _analyzer()
    return np.array([analyzer.polarity_scores(text[:_LONGEST])["compound"] for text in texts], "float32")


def add_baseline(sentiment: pd.DataFrame) -> pd.DataFrame:
    """Add a column `vader` to rows of the sentiment table: what VADER says of the same text.

    A mention's own text is a name, so for units of kind mention the column is empty (NaN).
    """
    scored = sentiment["unit"] != "mention"
    vader = pd.Series(np.nan, index=sentiment.index, dtype="float32")
    vader[scored] = score_vader(sentiment.loc[scored, "text"])
    return sentiment.assign(vader=vader)


@cache
def _analyzer():
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    class OfflineAnalyzer(SentimentIntensityAnalyzer):
        """NLTK's analyzer; its own constructor wants a lexicon that nltk.download fetches."""

        def __init__(self) -> None:
            self.lexicon = vader_lexicon()
            self.constants = VaderConstants()

    return OfflineAnalyzer()
