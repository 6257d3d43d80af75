"""Text to sentences: NLTK's Punkt with parameters counted on open text, and the encoder where Punkt is in doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

PARAMETERS = Path(__file__).parent / "models" / "sentences.json"
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\S\n]{0,99}(?=[^\s])[^\n]+)*")
_LONGEST = 20_000  # characters; a paragraph without an end is cut here


@cache
def _punkt():
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    stored = json.loads(PARAMETERS.read_text(encoding="utf-8"))
    parameters = PunktParameters()
    parameters.abbrev_types = set(stored["abbreviations"])
    parameters.collocations = {tuple(pair) for pair in stored["collocations"]}
    parameters.ortho_context.update(stored["contexts"])
    return PunktSentenceTokenizer(parameters)


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Give the runs of lines of text[start:end] that no blank line parts; very long ones in pieces."""
    for line in _PARAGRAPH.finditer(text, start, len(text) if end is None else end):
        for at in range(line.start(), line.end(), _LONGEST):
            yield at, min(at + _LONGEST, line.end())


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """List the sentences of text[start:end] by Punkt alone, as half-open offsets into text.

    `parse` asks the encoder where Punkt is in doubt.

    Examples
    --------
    >>> text = "Mr. Putin met Gov. Smith in the U.S. on Friday. They spoke."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Mr. Putin met Gov. Smith in the U.S. on Friday.', 'They spoke.']
    """
    spans = []
    for a, b in paragraphs(text, start, end):
        for x, y in _punkt().span_tokenize(text[a:b]):
            cuts = [x, *(m.start() for m in _GLUED.finditer(text[a:b], x + 1, y)), y]
            spans += [(a + i, a + j) for i, j in pairwise(cuts)]
    return spans


def ends(words: list[str], cuts: set[int], told: Callable[[int], float]) -> list[int]:
    """Choose the words of a paragraph after which a sentence ends.

    Parameters
    ----------
    words : the paragraph's words
    cuts : words after which Punkt ends a sentence
    told : log odds, by the encoder, that a sentence ends after a word

    Returns
    -------
    numbers of words, the last one always among them

    Notes
    -----
    Where Punkt is sure (a stop of its own before a capital) it is followed: on the treebank's dev part it errs once
    in seventy. Where a stop belongs to an abbreviation ("U.S. Secretary"), a number follows ("No. 2") or a small
    letter (`"No!" he said`), and where Punkt saw no end after a stop, the encoder is asked.
    """
    found = []
    for i in range(len(words) - 1):
        mark = _mark(words, i)
        if i in cuts:
            if not _doubtful(words, i, mark):
                found.append(i)
                continue
            needed = SMALL if words[i + 1][0].islower() else DOUBT
        elif mark and _opens(words[i + 1]):
            needed = UNSEEN
        else:
            continue
        if told(i) > needed:
            found.append(i)
    return [*found, len(words) - 1]


# log odds, by the encoder, from which a sentence ends; chosen on the treebank's dev part
DOUBT, SMALL, UNSEEN = -2.0, 1.0, 2.0
_GLUED = re.compile(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])|(?<=[a-z][.!?][\"”])(?=[A-Z][a-z])")  # "split.He"
_CLOSING = frozenset("\"'”’)]»")
_STOPS = re.compile(r"[.!?…]+")


def _mark(words: list[str], i: int) -> str:
    """Give the word with the stop that may end a sentence at word i: itself, or the one before its closing marks."""
    while i > 0 and words[i] in _CLOSING:
        i -= 1
    return words[i] if words[i][-1] in ".!?…" else ""


def _doubtful(words: list[str], i: int, mark: str) -> bool:
    """Tell whether a stop is part of an abbreviation, or what follows does not look like a beginning."""
    after = words[i + 1]
    return not _STOPS.fullmatch(mark) or not _opens(after) or after[0].isdigit() or after[0] in "$€£"


def _opens(word: str) -> bool:
    """Tell whether a word can begin a sentence."""
    return not word[0].islower() and word[0] not in ",;:.!?)]’”"
