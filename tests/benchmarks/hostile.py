"""Time the whole analysis on texts made to be slow: python tests/benchmarks/hostile.py [CASE ...]

Each case is run at a quarter, half and full size, so that time that grows faster than the text shows.
"""

from __future__ import annotations

import sys
import time

import pandas as pd

from dateline.analysis import analyze_articles
from dateline.contract import check_tables
from dateline.reading import read_sources

STORY = (
    "The council of {place} met on {day} and put off its vote on the bridge. “We need more time,” said {name}, the "
    "mayor of {place}, who wants to meet the Norwegian prime minister in Oslo next week. She denied that it had "
    "fallen. On May {number}, {name} had told NATO that Russia would send troops to Ukraine in June.\n\n"
)
NAMES = [
    f"{given} {family}"
    for given in ("Ann", "Bo", "Carl", "Dina", "Eva")
    for family in ("Lie", "Ek", "Berg", "Dahl")
]
PLACES = ("Molde", "Bergen", "Oslo", "Hamar", "Bodø", "Narvik")
DAYS = ("Monday", "Tuesday", "Friday", "January 5", "last week")


def article(size: int, end: str = "\n\n") -> str:
    """Write an article of many paragraphs, or of one without an end."""
    pieces, length = [], 0
    while length < size:
        n = len(pieces)
        fill = {"place": PLACES[n % 6], "day": DAYS[n % 5], "name": NAMES[n % 20], "number": n % 28 + 1}
        pieces.append(STORY.format(**fill).strip() + end)
        length += len(pieces[-1])
    return "".join(pieces)


CASES = {
    "5 MB article": lambda part: article(5_000_000 // part),
    "1 MB in one line": lambda part: article(1_000_000 // part, end=" "),
    "one word of 100,000 letters": lambda part: "a" * (100_000 // part) + " said Ann Lie.",
    "100,000 brackets": lambda part: "(" * (100_000 // part),
    "100,000 brackets in turn": lambda part: "()[]" * (25_000 // part),
    "100,000 quotation marks": lambda part: "“" * (100_000 // part),
    "100,000 quotation marks in turn": lambda part: "“”" * (50_000 // part),
    "100,000 apostrophes": lambda part: "'a " * (33_333 // part),
    "100,000 letters of weekdays": lambda part: "Monday, " * (12_500 // part),
    "100,000 letters of names": lambda part: "Ann Lie, " * (11_111 // part),
    "10,000 different names": lambda part: " ".join(f"A{n}a B{n}e said no." for n in range(10_000 // part)),
    "100,000 letters without a full stop": lambda part: "the council met " * (6_250 // part),
    "50,000 lines of one letter": lambda part: "a\n" * (50_000 // part),
}


def main(names: list[str]) -> None:
    """Run the cases and print words, seconds and breaches of the contract."""
    analyze_articles(read_sources(article(1000)).articles)  # models are read once
    print(f"{'case':36}{'words':>20}{'CPU seconds':>26}")
    for name in names or CASES:
        words, seconds = [], []
        for part in (4, 2, 1):
            articles = read_sources({"id": "hostile", "text": CASES[name](part)}).articles
            begun = time.process_time()
            tables, problems = analyze_articles(articles)
            seconds.append(time.process_time() - begun)
            check_tables(tables)
            words.append(len(tables.tokens))
            _complain(problems)
        steps = " ".join(f"{second:8.1f}" for second in seconds)
        print(f"{name:36}{' '.join(map(str, words)):>20}{steps:>26}", flush=True)


def _complain(problems: pd.DataFrame) -> None:
    for problem in problems.to_dict("records"):
        print(f"  {problem['kind']}: {problem['reason']}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
