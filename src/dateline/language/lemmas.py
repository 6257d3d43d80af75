"""Words with their tags to lemmas: the treebanks' own list first, then the simplemma dictionary."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

LEMMAS = Path(__file__).parent / "models" / "lemmas.tsv"

# tags whose words are inflected; the lemma of other words is the word in small letters
INFLECTED = frozenset(("NNS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS", "RBR", "RBS"))


@cache
def _listed() -> dict[tuple[str, str], str]:
    listed = {}
    for line in LEMMAS.read_text(encoding="utf-8").splitlines():
        word, tag, lemma = line.split("\t")
        listed[word, tag] = lemma
    return listed


@lru_cache(maxsize=100_000)
def lemma(word: str, tag: str) -> str:
    """Find the lemma of a word with its Penn tag; names keep their capitals.

    Examples
    --------
    >>> lemma("met", "VBD"), lemma("talks", "NNS"), lemma("Talks", "NNP"), lemma("n't", "RB")
    ('meet', 'talk', 'Talks', 'not')
    """
    small = word.lower().replace("’", "'")
    listed = _listed().get((small, tag))
    if listed is not None:
        return listed
    if tag.startswith("NNP"):
        return word
    if tag not in INFLECTED or len(word) > 40:
        return small
    from simplemma import lemmatize

    return lemmatize(small, lang="en").lower()
