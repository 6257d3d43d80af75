"""The same agency text in ten papers is one telling: which articles repeat another's text, word for word or nearly.

MinHash after Broder (1997), candidates by bands as Leskovec, Rajaraman and Ullman tell it (Mining of Massive
Datasets, chapter 3). Written here, as the library that does it brings scipy with it, and seconds at every import.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

WORDS = 5  # in a row: a shingle
HASHES, BAND = 128, 4  # hashes of a text; as many that agree in a row make two texts candidates
ALIKE = 0.5  # share of all shingles that two texts have in common
WITHIN = 0.8  # share of the shorter one's that stand in the longer one
FEWEST = 30  # words: a shorter text is a copy only word for word
KEPT = 8  # texts of one band that a further one is compared with; keeps a flood of like texts linear
_WORD = re.compile(r"\w+")
_PRIME = np.uint64((1 << 61) - 1)
_SEED = 20211229
_ODD = 11400714819323198485  # spreads a number over 64 bits (Knuth)


class Print(NamedTuple):
    """The fingerprint of a text: the least of each hash over its shingles, how many it has, all of it in one number."""

    least: np.ndarray  # uint32
    shingles: int
    words: int
    whole: int


def copies_of(articles: pd.DataFrame) -> pd.Series:
    """Which article is a copy of which: the same text, or nearly all of it, published earlier under another id.

    Parameters
    ----------
    articles : DataFrame
        `article`, `text`, `published`; what stands in `copy_of` already is kept.

    Returns
    -------
    Series of str
        For each row the id of the article that it repeats, "" where it repeats none. Of several that are alike the
        one published first is the original, of those of one day the first by id; it is a copy of nothing.

    Notes
    -----
    Two texts are alike when they share half of all runs of five words and four fifths of the shorter one's, as
    estimated from 128 hashes; a text under 30 words must be the same word for word. Time grows with the length of
    the texts alone.

    Examples
    --------
    >>> text = " ".join(f"word{n}" for n in range(60))
    >>> rows = pd.DataFrame({"article": ["a", "b", "c"], "text": [text, text + " (Reuters)", "Rain in Oslo."]})
    >>> copies_of(rows.assign(published=pd.NaT)).tolist()
    ['', 'a', '']
    """
    known = articles["copy_of"].tolist() if "copy_of" in articles else [""] * len(articles)
    prints = [print_of(text) for text in articles["text"]]
    days = articles["published"].tolist()
    found = match_prints(articles["article"].tolist(), days, prints, bands_of(prints))
    told = [known[row] or found[row] for row in range(len(known))]
    return pd.Series(told, index=articles.index, dtype="str")


def print_of(text: str) -> Print:
    """Take the fingerprint of a text; case, marks and spaces don't count."""
    words = _WORD.findall(text.lower())
    ids = np.fromiter((zlib.crc32(word.encode("utf-8", "replace")) for word in words), np.uint64, len(words))
    whole = zlib.crc32(" ".join(words).encode("utf-8", "replace")) << 20 | len(words) & 0xFFFFF
    rows = max(1, len(ids) - WORDS + 1)
    ids = np.pad(ids, (0, max(0, WORDS - len(ids))))
    mixed = np.zeros(rows, np.uint64)
    for place in range(WORDS):
        mixed = (mixed * np.uint64(1_000_003) + ids[place : place + rows]) % _PRIME
    shingles = np.unique(mixed)
    turns, shifts = _hashes()
    least = np.full(HASHES, np.iinfo(np.uint32).max, np.uint32)
    for first in range(0, len(shingles), 4096):  # a long text must not fill the memory
        hashed = shingles[first : first + 4096, None] * turns + shifts  # wraps at 64 bits
        least = np.minimum(least, (hashed >> np.uint64(32)).astype(np.uint32).min(axis=0))
    return Print(least, len(shingles), len(words), whole)


def _hashes() -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(_SEED)
    turns = draw.integers(0, 1 << 63, HASHES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    return turns, draw.integers(0, 1 << 63, HASHES, dtype=np.uint64)


def match_prints(
    names: list[str], days: Sequence | np.ndarray, prints: Sequence[Print], bands: np.ndarray
) -> list[str]:
    """Say for each text whose copy it is, "" for an original; the earliest, then the first by name, is the original.

    Parameters
    ----------
    names, days : sequence
        The id and the day of publication of each text.
    prints : sequence of Print
        Looked up only for texts that may be copies, so they need not lie in memory.
    bands : array of uint32
        Of each text, as from `bands_of`.
    """
    order = sorted(range(len(names)), key=lambda row: (pd.isna(days[row]), _day(days[row]), names[row]))
    known: dict[tuple, list[int]] = {}
    out = [""] * len(names)
    met = _met(bands)
    for row in order:
        if not met[row].any():
            continue
        one = prints[row]
        keys = [key for key, twice in zip(_bands(one), met[row], strict=False) if twice]
        others = sorted({other for key in keys for other in known.get(key, ())})
        alike = [(share, -at) for at, other in enumerate(others) if (share := _share(prints[other], one))]
        if alike:
            out[row] = names[others[-max(alike)[1]]]
            continue
        for key in keys:
            if len(same := known.setdefault(key, [])) < KEPT:
                same.append(row)
    return out


def _day(day: object) -> int:
    return (
        0 if pd.isna(day) else int(pd.Timestamp(day).as_unit("ms").asm8.view("i8"))
    )  # the year 9999 is no ns


def _bands(one: Print) -> Iterator[tuple]:
    """List the keys under which like texts meet: all of it, and runs of its hashes."""
    yield ("whole", one.whole)
    if one.words >= FEWEST:
        data = one.least.tobytes()
        for first in range(0, len(data), 4 * BAND):
            yield (first, data[first : first + 4 * BAND])


def bands_of(prints: Sequence[Print]) -> np.ndarray:
    """Give a number for each key of each text, in the order of `_bands`; texts that share a key share its number."""
    least = np.array([one.least for one in prints], np.uint64).reshape(len(prints), HASHES // BAND, BAND)
    mixed = np.zeros(least.shape[:2], np.uint64)
    for place in range(BAND):
        mixed = mixed * np.uint64(6364136223846793005) + least[:, :, place] + np.uint64(1)
    whole = np.array([[one.whole] for one in prints], np.uint64).reshape(-1, 1)
    numbers = np.hstack([whole, mixed])
    numbers = (numbers ^ numbers >> np.uint64(32)) * np.uint64(_ODD)  # every bit counts in the upper half
    return (numbers >> np.uint64(32)).astype(np.uint32)


def _met(bands: np.ndarray) -> np.ndarray:
    """Say of each key of each text whether any other text may have it.

    Most have none, and to keep them all would take eight kilobytes a text.
    """
    out = np.zeros(bands.shape, bool)
    for column in range(bands.shape[1]):
        _, at, counts = np.unique(bands[:, column], return_inverse=True, return_counts=True)
        out[:, column] = counts[at] > 1
    return out


def _share(one: Print, other: Print) -> float:
    """Estimate what share of the shorter text stands in the longer one; 0 where the two are no copies."""
    if one.whole == other.whole:
        return 1.0
    if min(one.words, other.words) < FEWEST:
        return 0.0
    common = float((one.least == other.least).mean())
    within = common * (one.shingles + other.shingles) / (1 + common) / min(one.shingles, other.shingles)
    return min(within, 0.999) if common >= ALIKE and within >= WITHIN else 0.0


def without_copies(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows of any table that come from articles which repeat another's text.

    Parameters
    ----------
    rows : DataFrame
        Any table with a column `article`, `articles` itself too.
    articles : DataFrame
        The articles table; one without `copy_of` names no copies.

    Returns
    -------
    DataFrame
        The other rows, under their old index.
    """
    return rows[~rows["article"].isin(copied(articles))] if "copy_of" in articles else rows


def copied(articles: pd.DataFrame) -> set[str]:
    """Name the articles that repeat another's text."""
    if "copy_of" not in articles:
        return set()
    return set(articles["article"][articles["copy_of"] != ""])
