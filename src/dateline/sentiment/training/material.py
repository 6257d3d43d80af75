"""What is learned from: labelled targets, and sentences of open texts with targets of our own choosing."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

TEXTS = (
    "ewt_train", "gum_train", "re3d_train", "us_state_department",
    "wikinews_meantime_apple",
)  # fmt: skip
_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“A-Z(])")
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?:\s+(?:of\s+|the\s+|de\s+)?[A-Z][\w’'-]*){0,4}")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|him)\b")
_LONGEST, _SHORTEST = 400, 40  # characters of a sentence taken from open texts


class Sample(NamedTuple):
    """A target in its sentence; `tone` is 0 negative, 1 neutral, 2 positive, -1 unknown."""

    text: str
    start: int
    end: int
    tone: int = -1


class Capitals(NamedTuple):
    """How often a word is written small, and how often with a capital inside a sentence."""

    small: Counter
    capital: Counter

    def is_word(self, word: str, least: int = 3) -> bool:
        """Tell a common word from a name: at least a fifth of it is written small."""
        small, capital = self.small[word.lower()], self.capital[word.lower()]
        return small >= least and small >= 0.2 * (small + capital)


def read_labelled(path: Path) -> list[Sample]:
    """Read NewsMTSC as JSON lines: sentence, target [start, end], polarity -1, 0 or 1."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else open(path, encoding="utf-8") as lines
    ):
        rows = [json.loads(line) for line in lines if line.strip()]
    return [Sample(row["sentence"], *row["target"], row["polarity"] + 1) for row in rows]


def read_sentences(folder: Path) -> Iterator[str]:
    """Read the open texts, sentence by sentence, by a plain rule; headings and doubles are left out."""
    seen = set()
    for name in TEXTS:
        with gzip.open(folder / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# "):
                    continue
                for sentence in _BREAK.split(line.strip()):
                    if _SHORTEST <= len(sentence) <= _LONGEST and sentence not in seen:
                        seen.add(sentence)
                        yield sentence


def count_case(sentences: Iterable[tuple[str, int]]) -> Capitals:
    """Count how words are written, in (sentence, weight) pairs; a sentence's first word does not count."""
    case = Capitals(Counter(), Counter())
    for sentence, weight in sentences:
        for place, word in enumerate(_WORD.findall(sentence)):
            if not word[0].isupper():
                case.small[word.lower()] += weight
            elif place:
                case.capital[word.lower()] += weight
    return case


def targets_in(sentence: str, case: Capitals) -> list[tuple[int, int]]:
    """Find what could be a target: runs of capitals that are no common words, and pronouns of persons."""
    found = {match.span() for match in _PRONOUN.finditer(sentence)}
    for match in _NAME.finditer(sentence):
        start, words = match.start(), match.group().rstrip(".'’-")
        end = start + len(words)
        if words.endswith(("'s", "’s")):
            end -= 2
        first = words.split()[0]
        if (start == 0 or sentence[start - 2 : start - 1] in '.!?“"') and case.is_word(first):
            start += len(first)
            start += len(sentence[start:end]) - len(sentence[start:end].lstrip())
        words = sentence[start:end]
        if len(words) > 1 and words[0].isupper() and not all(case.is_word(word) for word in words.split()):
            found.add((start, end))
    return sorted(found)


def choose_targets(
    sentence: str, case: Capitals, most: int, rng: random.Random, taken: Iterable[tuple[int, int]] = ()
) -> list[Sample]:
    """Draw up to `most` targets of a sentence at random, at most one of them a pronoun, none in `taken`."""
    free = [
        span for span in targets_in(sentence, case) if not any(span[0] < b and span[1] > a for a, b in taken)
    ]
    pronouns = [span for span in free if _PRONOUN.fullmatch(sentence[slice(*span)])]
    names = [span for span in free if span not in pronouns]
    chosen = names + ([rng.choice(pronouns)] if pronouns else [])
    rng.shuffle(chosen)
    return [Sample(sentence, *span) for span in chosen[:most]]
