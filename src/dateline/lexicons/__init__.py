"""Facts as CSV, each with its source in SOURCES.md; read here and nowhere else."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parent


def read_facts(file: str) -> list[dict[str, str]]:
    """Read one CSV of this folder as rows of text.

    Examples
    --------
    >>> read_facts("countries.csv")[0]["name"]
    'Aruba'
    """
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_groups(file: str, key: str, value: str) -> dict[str, list[str]]:
    """Gather the values of one column by those of another, in the order of the rows.

    Examples
    --------
    >>> read_groups("event_families.csv", "word", "family")["resign"]
    ['office']
    """
    found: dict[str, list[str]] = {}
    for row in read_facts(file):
        found.setdefault(row[key], []).append(row[value])
    return found
