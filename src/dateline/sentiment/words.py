"""How good or bad a word is: VADER's lexicon with our corrections for news, and the words that shift it.

Values lie on VADER's scale, -4 (worst) to 4 (best). VADER (Hutto and Gilbert 2014) was rated on social
media; `lexicons/news_tone.csv` says, with a reason each, where political and economic news differs.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.lexicons import read_facts

_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")


class Shifter(NamedTuple):
    """A word that changes the tone of others: its kind and the factor it multiplies them with."""

    kind: str  # negator, reverser, booster, dampener, hedge or contrast
    factor: float


def value_of(word: str, tag: str = "", lemma: str = "") -> float:
    """Tell how good or bad one word is in news, in [-4, 4]; 0 for a word without tone.

    `tag` (Penn) decides between senses where the news lexicon has several; the lemma is looked up in the
    news lexicon only when neither lexicon has the word as it stands.

    >>> value_of("security"), value_of("invasion")
    (0.0, -2.0)
    >>> value_of("fine", "NN") < 0 < value_of("fine", "JJ")
    True
    """
    word = word.lower()
    news = _news()[0]
    senses = news.get(word)
    if senses is None and word in vader_lexicon():
        return vader_lexicon()[word] if _WORD.fullmatch(word) else 0.0
    senses = senses or news.get(lemma.lower())
    if not senses:
        return 0.0
    fitting = [value for prefix, value in senses if prefix and tag.startswith(prefix)]
    return (fitting or [value for prefix, value in senses if not prefix] or [0.0])[0]


def phrase_at(words: list[str], first: int, last: int) -> tuple[int, float] | None:
    """Find the longest phrase of the news lexicon that begins at words[first] and ends before `last`.

    Returns how many words it has, and its value. `words` must be lower case.

    >>> phrase_at(["critical", "of"], 0, 2)
    (2, -1.5)
    """
    for pieces, value in _news()[1].get(words[first], ()):
        if first + len(pieces) <= last and tuple(words[first : first + len(pieces)]) == pieces:
            return len(pieces), value
    return None


def shifter(word: str) -> Shifter | None:
    """Look up whether a word turns, strengthens or weakens the tone of others.

    >>> shifter("not").kind, shifter("table")
    ('negator', None)
    """
    return _shifters().get(word.lower())


@cache
def vader_lexicon() -> dict[str, float]:
    """Read VADER's 7,500 rated words (MIT) from the installed vaderSentiment package; nothing is fetched."""
    text = (files("vaderSentiment") / "vader_lexicon.txt").read_text(encoding="utf-8")
    fields = (line.split("\t") for line in text.splitlines())
    return {row[0]: float(row[1]) for row in fields if len(row) > 1}


@cache
def _news() -> tuple[dict[str, list[tuple[str, float]]], dict[str, list[tuple[tuple[str, ...], float]]]]:
    senses: dict[str, list[tuple[str, float]]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for row in read_facts("news_tone.csv"):
        pieces, value = tuple(_PIECE.findall(row["word"])), float(row["value"])
        if len(pieces) > 1:
            phrases.setdefault(pieces[0], []).append((pieces, value))
        senses.setdefault(row["word"], []).append((row["tag"], value))
    for found in phrases.values():
        found.sort(key=lambda phrase: (-len(phrase[0]), phrase[0]))
    return senses, phrases


@cache
def _shifters() -> dict[str, Shifter]:
    return {
        row["word"]: Shifter(row["kind"], float(row["factor"])) for row in read_facts("tone_shifters.csv")
    }
