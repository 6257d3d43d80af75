"""Statements with a speaker's label: "Council: Bridge must close" in a headline, "SMITH: Yes." in a transcript."""

from __future__ import annotations

from dateline.grammar.phrases import head_word, trim
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution, Span
from dateline.quotes.nounphrases import FINITE, NOMINAL
from dateline.quotes.sources import can_speak

_LONGEST = 8  # words of a label


def labelled(tokens: Tokens, paragraphs: list[Span]) -> list[Attribution]:
    """Find the labels that open a headline or a paragraph, with all that follows in it."""
    found = []
    number = 0
    for _, end in paragraphs:
        opening = number
        while number < len(tokens.sentences) and tokens.sentences[number].start < end:
            number += 1
        if opening < number:
            first, last = tokens.sentences[opening].first, tokens.sentences[number - 1].last
            headline = tokens.sentences[opening].part == "headline"
            attribution = _label(tokens, first, last, headline)
            if attribution is not None:
                found.append(attribution)
    return found


def _label(tokens: Tokens, first: int, last: int, headline: bool) -> Attribution | None:
    """Read a label: a name (in a headline also an office) before the first colon."""
    colon = next(
        (word for word in range(first, min(first + _LONGEST, last)) if tokens.word[word] == ":"), None
    )
    if colon is None or colon == first or colon + 3 > last or tokens.tag[colon + 1] == "``":
        return None
    names = ("NNP", "NNPS") if not headline else NOMINAL
    speaker = head_word(tokens, first, colon)
    if speaker < 0 or not can_speak(tokens, speaker):
        return None
    if any(tokens.tag[word] not in names for word in range(first, colon)):
        return None
    content = trim(tokens, colon + 1, last)
    verbs = ("VB", "VBN") if headline else ("VB",)
    if not any(tokens.tag[word] in FINITE or tokens.tag[word] in verbs for word in range(*content)):
        return None
    cue = (colon, colon + 1)
    return Attribution(colon, cue, (first, colon), speaker, [content], "say", "neutral", "label", "label")
