"""Facts in lexicons/ compiled to one number a word: a bit for each list of `features.LISTS` it stands in.

The compiled lists are kept in models/lists.tsv, so that a new fact in lexicons/ does not change what a fit gives
before somebody asks for it (`--new-lists`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from dateline.language.features import LISTS, plain_word
from dateline.language.words import split_words
from dateline.lexicons import read_facts


def compile_lists(lower_counts: Counter[str]) -> dict[str, int]:
    """Map each word of the lists to its bits; `lower_counts` are counts of words seen in small letters."""
    bits: dict[str, int] = defaultdict(int)

    def add(word: str, name: str) -> None:
        bits[plain_word(word)] |= 1 << LISTS.index(name)

    for row in read_facts("countries.csv"):
        for name in [row["name"], *row["other_names"].split(";")]:
            _add_phrase(add, name, "country", "place_part")
        _add_phrase(add, row["capital"], "place", "place_part")
    for row in read_facts("demonyms.csv"):
        _add_phrase(add, row["place"], "place", "place_part")
        for word in f"{row['adjectives']};{row['people']}".split(";"):
            if word and " " not in word:
                add(word, "demonym")
    for row in read_facts("places.csv"):
        _add_phrase(add, row["place"], "place", "place_part")
    for row in read_facts("person_names.csv"):
        add(row["name"], row["kind"])
    for row in read_facts("name_words.csv"):
        add(row["word"], row["kind"])
    for word, count in lower_counts.items():
        if count >= 5 and word.islower() and word.capitalize() in bits:
            add(word.capitalize(), "lower_common")
    return dict(sorted(bits.items()))


def _add_phrase(add, phrase: str, whole: str, part: str) -> None:
    words = [phrase[a:b] for a, b in split_words(phrase)]
    for word in words:
        if word[:1].isupper():
            add(word, whole if len(words) == 1 else part)


def write_lists(lists: dict[str, int], file: Path) -> None:
    """Write compiled lists, one word and its bits a line."""
    file.write_text("".join(f"{word}\t{bits}\n" for word, bits in sorted(lists.items())), encoding="utf-8")


def read_lists(file: Path) -> dict[str, int]:
    """Read what `write_lists` wrote."""
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {word: int(bits) for word, bits in rows}
