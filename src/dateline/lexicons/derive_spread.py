"""Make word_spread.csv again: in how many of a thousand texts a word stands, counted on open texts alone.

`python -m dateline.lexicons.derive_spread FOLDER`, the folder of the training data (its `text` and `names`). Three
kinds of texts count a third each, so that no one's standing phrases pass for common words: statements of the US
government (public domain), news and the web (Wikinews, MASC, weblogs and newsgroups of EWT, re3d), and articles of
Wikipedia. Of each text the opening counts, as long texts hold every word.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.lexicons import FOLDER
from dateline.timeline.rarity import words_in

FILE = "word_spread.csv"
OPENING = 400  # words
MOST = 700  # texts of one file, evenly spread over it
LEAST = 3  # texts that must hold a word
RAREST = 8  # per mille of texts; what is rarer is not listed
KINDS = (
    ("us_state_department", "us_white_house"),
    ("wikinews_meantime_apple", "gum_train", "masc_written", "ewt_train", "re3d_train"),
    ("redocred", "wikigold"),
)
_OPEN = ("GUM_news", "GUM_interview", "weblog", "newsgroup", "masc", "re3d", "meantime", "state", "wh")


def texts_of(folder: Path, name: str) -> list[str]:
    """Read the texts of one file of the training data, those that are like news."""
    path = folder / "text" / f"{name}.txt.gz"
    found = list(_blocks(path) if path.is_file() else _lines(folder / "names" / f"{name}.jsonl.gz"))
    return found[:: -(-len(found) // MOST)]


def _blocks(path: Path) -> Iterator[str]:
    kept: list[str] = []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        if not line.startswith("# "):
            if kept:
                kept.append(line)
            continue
        if kept:
            yield "\n".join(kept[1:])
        kept = [line] if line[2:].startswith(_OPEN) else []
    if kept:
        yield "\n".join(kept[1:])


def _lines(path: Path) -> Iterator[str]:
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        yield json.loads(line)["text"]


def spread_of(kinds: list[list[str]]) -> dict[str, int]:
    """Count in how many of a thousand texts a word stands, each kind of texts counting the same.

    Examples
    --------
    >>> spread_of([["the port"] * 3, ["the talks"] * 3])
    {'port': 500, 'talks': 500, 'the': 1000}
    """
    shares: dict[str, float] = {}
    texts: Counter[str] = Counter()
    for some in kinds:
        held = Counter(word for text in some for word in set(words_in(text)[:OPENING]))
        texts.update(held)
        for word, times in held.items():
            shares[word] = shares.get(word, 0.0) + times / len(some) / len(kinds)
    found = {word: round(1000 * share) for word, share in sorted(shares.items()) if texts[word] >= LEAST}
    return {word: spread for word, spread in found.items() if spread >= RAREST and not word[0].isdigit()}


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description="Count how common words are over open texts.")
    parser.add_argument("folder", type=Path, help="the folder of the training data")
    parser.add_argument("--out", type=Path, default=FOLDER / FILE)
    options = parser.parse_args()
    kinds = [[text for name in kind for text in texts_of(options.folder, name)] for kind in KINDS]
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "spread"))
        writer.writerows(spread_of(kinds).items())
    print(f"{sum(map(len, kinds))} texts -> {options.out}")


if __name__ == "__main__":
    main()
