"""The tone of one article: of its sentences, of what is quoted, and toward whom it speaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from dateline.language.tokens import Sentence, Tokens
from dateline.sentiment.sentences import ToneWord, in_words, label_of, tone_score, tone_words
from dateline.sentiment.targets import target_tones

_SPOKEN = ("headline", "body")  # parts with a tone; datelines, captions and credits have none of their own


class Tone(NamedTuple):
    """A row of the sentiment table, without its article."""

    start: int
    end: int
    unit: str  # sentence, quote or mention
    text: str
    entity: str
    speaker: str
    score: float
    label: str
    words: str


def tone_in(tokens: Tokens, mentions: Sequence = (), quotes: Sequence = ()) -> list[Tone]:
    """Score an article's sentences, its quotes, and its mentions of known entities.

    Parameters
    ----------
    tokens : Tokens
        The parsed article.
    mentions, quotes : sequences of records with the columns of those tables
        Of mentions: start, end, form, entity. Of quotes: start, end, speaker, and where they have them
        cue_start and inside.

    Returns
    -------
    list of Tone
        In order of the text; where several begin at one place: sentence, quote, mention. A sentence has a
        speaker when one quote holds most of it, a mention when it stands within a quote; "" is the writer.
        A quote is a statement: what lies inside another has no row, and the parts of one (with an equal cue)
        have one, at the first part, with the words of all.
        `score` is in [-1, 1]. `words` are those that made the score.
    """
    names = _name_tokens(tokens, mentions)
    quotes = sorted(quotes, key=lambda quote: (quote.start, quote.end))
    out: list[tuple[int, Tone]] = []
    found: list[ToneWord] = []
    for sentence in tokens.sentences:
        if sentence.part in _SPOKEN:
            words = tone_words(tokens, sentence, names)
            text = tokens.text[sentence.start : sentence.end]
            by = _speaker_of_most(sentence, quotes)
            out.append((0, _tone(tokens, sentence, "sentence", text, "", by, words)))
            found += words
    at = [tokens.start[word.first] for word in found]
    for first, *parts in _statements(quotes):
        said = [
            word
            for part in (first, *parts)
            for word in found[bisect_left(at, part.start) : bisect_left(at, part.end)]
        ]
        text = tokens.text[first.start : first.end]
        out.append((1, _tone(tokens, first, "quote", text, "", first.speaker, said)))
    out += [(2, tone) for tone in _toward_mentions(tokens, mentions, quotes)]
    return [
        tone for _, tone in sorted(out, key=lambda row: (row[1].start, row[0], row[1].end, row[1].entity))
    ]


def _statements(quotes: list) -> list[list]:
    """Gather the parts of each statement, those inside others left out."""
    by_cue: dict[object, list] = {}
    for number, quote in enumerate(quotes):
        if not getattr(quote, "inside", False):
            cue = getattr(quote, "cue_start", None)
            by_cue.setdefault((number,) if cue is None or cue is pd.NA else cue, []).append(quote)
    return list(by_cue.values())


def _tone(
    tokens: Tokens, span, unit: str, text: str, entity: str, speaker: str, found: list[ToneWord]
) -> Tone:
    score = tone_score([word.value for word in found])
    words = in_words(tokens, found)
    return Tone(span.start, span.end, unit, text, entity, speaker, score, label_of(score), words)


def _toward_mentions(tokens: Tokens, mentions: Sequence, quotes: list) -> list[Tone]:
    firsts = [sentence.start for sentence in tokens.sentences]
    places = []
    for mention in mentions:
        number = bisect_right(firsts, mention.start) - 1
        if not mention.entity or number < 0 or mention.end > tokens.sentences[number].end:
            continue
        if tokens.sentences[number].part in _SPOKEN:
            places.append((mention, number))
    scores = target_tones(tokens, [(mention.start, mention.end, number) for mention, number in places])
    speakers = _speakers_at([mention.start for mention, _ in places], quotes)
    out = []
    for (mention, _), (score, label, said), speaker in zip(places, scores, speakers, strict=True):
        text = tokens.text[mention.start : mention.end]
        row = Tone(mention.start, mention.end, "mention", text, mention.entity, speaker, score, label, said)
        out.append(row)
    return out


def _name_tokens(tokens: Tokens, mentions: Sequence) -> frozenset[int]:
    inside = {i for name in tokens.names for i in range(name.first, name.last)}
    for mention in mentions:
        if mention.form in ("name", "short"):
            first = bisect_left(tokens.start, mention.start)
            inside.update(range(first, bisect_left(tokens.start, mention.end, first)))
    return frozenset(inside)


def _speaker_of_most(sentence: Sentence, quotes: list) -> str:
    """Name the speaker whose quote covers more than half of the sentence's characters, else ""."""
    held, speaker = (sentence.end - sentence.start) / 2, ""
    last = bisect_left(quotes, sentence.end, key=lambda quote: quote.start)
    for quote in quotes[max(0, last - 20) : last]:
        covered = min(quote.end, sentence.end) - max(quote.start, sentence.start)
        if covered > held:
            held, speaker = covered, quote.speaker
    return speaker


def _speakers_at(places: list[int], quotes: list) -> list[str]:
    """Name who speaks at each place: the speaker of the innermost quote round it, else ""."""
    starts = [quote.start for quote in quotes]
    out = []
    for place in places:
        last = bisect_right(starts, place)
        around = [quote for quote in quotes[max(0, last - 20) : last] if quote.end > place]
        out.append(min(around, key=lambda quote: quote.end - quote.start).speaker if around else "")
    return out
