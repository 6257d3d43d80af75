"""What the network sees of a word by itself: the word, its affixes, its shape, the lists it stands in."""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

ROWS = 4096  # rows of each table of hashed affixes
HASHED = ("form", "prefix", "suffix2", "suffix3", "suffix4", "shape")
# lists of facts; a word may stand in several
LISTS = (
    "country", "demonym", "place", "place_part", "first_name", "surname", "month_or_day", "title", "org_word",
    "org_acronym", "lower_common",
)  # fmt: skip
UNKNOWN = 0

_UPPER, _LOWER, _DIGIT = re.compile(r"[A-Z]"), re.compile(r"[a-z]"), re.compile(r"\d")
_RUN = re.compile(r"(.)\1{2,}")
_PLAIN = str.maketrans("‘’“”„‟–—‐‑", '\'\'""""----')


def plain_word(word: str) -> str:
    """Bring a word to plain marks, and its length to what a name can be: very long words are cut."""
    return word[:40].translate(_PLAIN)


def word_key(word: str) -> str:
    """Find the vocabulary entry of a word: lower case, digits as 0."""
    return _DIGIT.sub("0", plain_word(word).lower())


def shape(word: str) -> str:
    """Write a word's shape: Xxx for capital and small letters, d for digits, runs cut at two.

    Examples
    --------
    >>> shape("Zelenskyy"), shape("NATO"), shape("G7"), shape("2021-12-29")
    ('Xxx', 'XX', 'Xd', 'dd-dd-dd')
    """
    word = _DIGIT.sub("d", _LOWER.sub("x", _UPPER.sub("X", plain_word(word))))
    return _RUN.sub(r"\1\1", word)


@lru_cache(maxsize=50_000)
def hashed_ids(word: str) -> tuple[int, ...]:
    """List the rows of a word's form, affixes and shape in the hashed tables, in the order of HASHED."""
    form = plain_word(word)
    lower = form.lower()
    values = (form, lower[:3], lower[-2:], lower[-3:], lower[-4:], shape(word))
    return tuple(crc32(f"{kind}={value}".encode()) % ROWS for kind, value in zip(HASHED, values, strict=True))


def context_flags(words: list[str]) -> list[int]:
    """Number what a word cannot know by itself: 1 first in the sentence, 2 in a line of capitals, 3 both."""
    letters = [w for w in words if w[:1].isalpha() and len(w) > 2]
    title_like = sum(w[0].isupper() for w in letters)
    capitals = 2 if len(letters) >= 4 and title_like >= 0.8 * len(letters) else 0
    first = next((i for i, w in enumerate(words) if w[:1].isalnum()), 0)
    return [capitals | (i == first) for i in range(len(words))]
