"""Text to sentences: NLTK's Punkt with parameters counted on open news-like text, paragraph by paragraph."""

from __future__ import annotations

import json
import re
from functools import cache
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
    parameters.sent_starters = set(stored["starters"])
    parameters.ortho_context.update(stored["contexts"])
    return PunktSentenceTokenizer(parameters)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """List the sentences of text[start:end] as half-open offsets into text; none runs over a blank line.

    Examples
    --------
    >>> text = "Mr. Putin met Gov. Smith in the U.S. on Friday. They spoke."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Mr. Putin met Gov. Smith in the U.S. on Friday.', 'They spoke.']
    """
    end = len(text) if end is None else end
    spans = []
    for line in _PARAGRAPH.finditer(text, start, end):
        for at in range(line.start(), line.end(), _LONGEST):
            piece = text[at : min(at + _LONGEST, line.end())]
            for a, b in _punkt().span_tokenize(piece):
                spans.append((at + a, at + b))
    return spans
