"""Make noun_senses.csv again: nouns that end as words for people do and mean none ("newspaper", "helicopter").

`python -m dateline.lexicons.derive_things DICT`, the folder of WordNet's database files (`data.noun`, `index.sense`).
A noun is listed where no sense of it is a person, or where the others are met far more often in the texts that WordNet
counted; its kind is that of its first sense.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from dateline.knowledge.nouns import PERSON_ENDINGS
from dateline.lexicons import FOLDER

FILE = "noun_senses.csv"
OFTEN = 4  # times as often as a person must it be something else, and so often at least
ELSE = ("men", "ian", "ness")  # plurals and names of peoples; "ness" is a rule of its own
_PERSON = 18  # number of WordNet's file of persons
_KINDS = {14: "group", 15: "place"}


class Sense(NamedTuple):
    """One sense of a noun: its number among them, WordNet's file, how often it was met."""

    number: int
    file: int
    met: int


def senses_of(folder: Path) -> dict[str, list[Sense]]:
    """Read the senses of all nouns of one word in small letters, the first one first."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _, number, count = line.split()
        word, rest = key.split("%")
        speech, file = rest.split(":")[:2]
        if speech == "1" and word.isalpha():
            found[word].append(Sense(int(number), int(file), int(count)))
    return {word: sorted(senses) for word, senses in found.items()}


def kind_of(senses: list[Sense]) -> str:
    """Tell what a noun stands for that stands for no person, "" for one that may.

    Examples
    --------
    >>> kind_of([Sense(1, 10, 31), Sense(2, 14, 2)]), kind_of([Sense(1, 18, 5)])
    ('thing', '')
    """
    people = [sense for sense in senses if sense.file == _PERSON]
    count = sum(sense.met for sense in senses if sense.file != _PERSON)
    rare = people and senses[0].file != _PERSON
    if people and not (rare and count >= OFTEN * max(1, sum(sense.met for sense in people))):
        return ""
    return _KINDS.get(senses[0].file, "thing")


def main() -> None:
    """Read the command line and write the CSV."""
    parser = argparse.ArgumentParser(
        prog="python -m dateline.lexicons.derive_things", description="Make noun_senses.csv again."
    )
    parser.add_argument("folder", type=Path, help="WordNet's database files")
    rows = []
    for word, senses in sorted(senses_of(parser.parse_args().folder).items()):
        kind = kind_of(senses) if word.endswith(PERSON_ENDINGS) and not word.endswith(ELSE) else ""
        if kind:
            rows.append((word, kind))
    with (FOLDER / FILE).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["noun", "kind"])
        out.writerows(rows)


if __name__ == "__main__":
    main()
