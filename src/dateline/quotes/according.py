"""Attributions without a verb: "according to X", "as reported by X"."""

from __future__ import annotations

from dateline.grammar.phrases import Phrases, trim
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution
from dateline.quotes.cues import cue_of

_LONGEST = 300  # words on either side; no sentence of news is longer


def according(tokens: Tokens, phrases: Phrases) -> list[Attribution]:
    """Find every "according to X" and "as reported by X" with what it vouches for."""
    found = []
    for word, text in enumerate(tokens.word):
        if text in ("according", "According"):
            found.append(_according(tokens, phrases, word, 2))
        elif text in ("as", "As") and tokens.word[word + 2 : word + 3] == ["by"]:
            entry = cue_of(tokens.lemma[word + 1].lower(), tokens.tag[word + 1])
            if entry and "that" in entry.frames and tokens.tag[word + 1] == "VBN":
                found.append(_according(tokens, phrases, word, 3))
    return [one for one in found if one is not None]


def _according(tokens: Tokens, phrases: Phrases, word: int, length: int) -> Attribution | None:
    """Read a cue of some words: the noun phrase after it is the source, the rest of the sentence the content."""
    start = word + length
    sentence = tokens.sentences[tokens.sentence[word]]
    if start >= sentence.last or (length == 2 and tokens.word[word + 1].lower() != "to"):
        return None
    noun = phrases.governor(word)
    if not (noun >= start and phrases.first[noun] >= word):
        noun = start
        while noun + 1 < sentence.last and tokens.tag[noun + 1][:2] in ("NN", "CD", "JJ", "PO"):
            noun += 1
    last = min(max(phrases.last[noun], noun + 1), sentence.last)
    source = trim(tokens, start, last)
    opening, closing = max(sentence.first, word - _LONGEST), min(sentence.last, last + _LONGEST)
    spans = [trim(tokens, opening, word), trim(tokens, last, closing)]
    contents = [span for span in spans if span[0] < span[1]]
    if source[0] >= source[1] or not contents:
        return None
    cue = (word, start)
    return Attribution(word, cue, source, noun, contents, "according", "neutral", "according", "according")
