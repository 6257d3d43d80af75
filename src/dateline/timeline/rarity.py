"""Words of weight: how rare a word is in the news, and the stem that its forms share."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache

from dateline.lexicons import read_facts

COMMON = 1.2  # log-odds under which a word says nothing of what a text is about
_RAREST = 2.2  # per mille of texts; what no list holds is as rare as this
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*")
# longest first of those that end alike
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ions", "ion", "ed", "es", "er", "s",
    "e", "y",
)  # fmt: skip


@cache
def _spread() -> dict[str, float]:
    return {row["word"]: float(row["spread"]) for row in read_facts("word_spread.csv")}


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """Measure how rare a word is: the logarithm of articles of the news over those with the word, from 0 to 6.1.

    Examples
    --------
    >>> rarity("the") < rarity("members") < rarity("zeppelin")
    True
    """
    return math.log(1000 / max(_spread().get(word, 0.0), _RAREST))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut a common ending off.

    Examples
    --------
    >>> [stem(word) for word in ("arrested", "arrests", "negotiations", "stopped", "red")]
    ['arrest', 'arrest', 'negoti', 'stop', 'red']
    """
    for end in _ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def words_in(text: str) -> list[str]:
    """List words and figures of a text in small letters."""
    return _WORD.findall(text.lower().replace("’", "'"))


def weighed_words(text: str, leaving: str = "") -> dict[str, float]:
    """Weigh the stems of a text by how rare they are, those of `leaving` left out; what is common is not there."""
    out = {stem(word): weight for word in words_in(text) if (weight := rarity(word)) > COMMON}
    for word in words_in(leaving):
        out.pop(stem(word), None)
    return out


def counted_words(words: list[str], most: int) -> dict[str, float]:
    """Weigh words by how rare they are and how often they stand there; the heaviest are kept."""
    often = Counter(words)
    weighed = {
        word: (1 + math.log(times)) * rarity(word) for word, times in often.items() if rarity(word) > COMMON
    }
    kept = sorted(weighed.items(), key=lambda one: (-one[1], one[0]))[:most]
    return dict(kept)
