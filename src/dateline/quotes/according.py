"""Attributions without a verb: "according to X", "in the words of X"."""

from __future__ import annotations

from dateline.language import Tokens
from dateline.quotes.attribution import Attribution
from dateline.quotes.phrases import Phrases, trim


def according(tokens: Tokens, phrases: Phrases) -> list[Attribution]:
    """Find every "according to" with what it vouches for."""
    places = [word for word, text in enumerate(tokens.word) if text in ("according", "According")]
    found = [_according(tokens, phrases, word) for word in places]
    return [one for one in found if one is not None]


def _according(tokens: Tokens, phrases: Phrases, word: int) -> Attribution | None:
    """Read "according to X": X is the source, the rest of the sentence the content."""
    if word + 2 >= len(tokens) or tokens.word[word + 1].lower() != "to":
        return None
    sentence = tokens.sentences[tokens.sentence[word]]
    noun = tokens.head[word]
    if not (noun > word + 1 and phrases.first[noun] >= word):
        noun = word + 2
        while noun + 1 < sentence.last and tokens.tag[noun + 1][:2] in ("NN", "CD", "JJ", "PO"):
            noun += 1
    last = max(phrases.last[noun], noun + 1)
    first_source, last_source = trim(tokens, word + 2, min(last, sentence.last))
    if first_source >= last_source:
        return None
    spans = [(sentence.first, word), (last, sentence.last)]
    contents = [span for span in (trim(tokens, *span) for span in spans) if span[0] < span[1]]
    if not contents:
        return None
    return Attribution(
        word,
        (word, word + 2),
        (first_source, last_source),
        noun,
        contents,
        "according",
        "neutral",
        "according",
    )
