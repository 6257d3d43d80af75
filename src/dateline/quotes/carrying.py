"""Words in quotation marks without a cue of their own: whose are they?

They carry on the quotation before ("...," she said. "..."), belong to the subject of their own clause ("The
government is “deeply concerned”"), or to the last speaker of this or the paragraph before. Titles and
nicknames are nobody's.
"""

from __future__ import annotations

from bisect import bisect_right

from dateline.language import Tokens
from dateline.quotes.attribution import SUBJECTS, Attribution, cue_span, source_of
from dateline.quotes.cues import UNSPOKEN
from dateline.quotes.phrases import Phrases, head_word
from dateline.quotes.sources import can_speak
from dateline.quotes.speech import Speech, is_title

Span = tuple[int, int]
NO_CUE = -1
_MARKS = "\"“”'‘’«»„`‹›.,;:!? \t"


def carry(
    tokens: Tokens, phrases: Phrases, attributions: list[Attribution], speeches: list[Speech]
) -> list[Attribution]:
    """Add the attributions of marked words that no cue reaches."""
    result = list(attributions)
    holder = _holders(result, speeches)
    for number, speech in enumerate(speeches):
        if holder[number] is not None:
            continue
        place = _continued(tokens, result, speeches, holder, number)
        if place is not None:
            old = result[place]
            result[place] = old._replace(contents=[*old.contents, (speech.first, speech.last)])
            holder[number] = place
    lone = [number for number, place in enumerate(holder) if place is None]
    for number in sorted(lone, key=lambda number: (_in_headline(tokens, speeches[number]), number)):
        attribution = _lone(tokens, phrases, result, speeches, number)
        if attribution is not None:
            result.append(attribution)
    return result


def _holders(attributions: list[Attribution], speeches: list[Speech]) -> list[int | None]:
    """Say for each speech which attribution holds it: the innermost that is spoken."""
    holder: list[int | None] = [None] * len(speeches)
    best: list[tuple] = [()] * len(speeches)
    for place, attribution in enumerate(attributions):
        for first, last in attribution.contents:
            at = bisect_right(speeches, first, key=lambda speech: speech.last)
            while at < len(speeches) and speeches[at].first < last:
                whole = first <= speeches[at].first + 1 and speeches[at].last <= last + 1
                rank = (attribution.group in UNSPOKEN, last - first)
                if whole and (holder[at] is None or rank < best[at]):
                    holder[at], best[at] = place, rank
                at += 1
    return holder


def _continued(
    tokens: Tokens,
    attributions: list[Attribution],
    speeches: list[Speech],
    holder: list[int | None],
    number: int,
) -> int | None:
    """Find the attribution that a quotation carries on: the one before it, with nothing told between."""
    if not number or holder[number - 1] is None:
        return None
    speech, before = speeches[number], speeches[number - 1]
    if before.marked.run == speech.marked.run:
        return holder[number - 1]
    text = tokens.text[speech.marked.start : speech.marked.end].strip(_MARKS)
    if before.marked.paragraph != speech.marked.paragraph or not text[:1].isupper():
        return None
    attribution = attributions[holder[number - 1]]
    last_told = max(attribution.cue[1] - 1, before.last - 1)
    if attribution.source:
        last_told = max(last_told, attribution.source[1] - 1)
    if last_told >= speech.first or tokens.sentence[speech.first] - tokens.sentence[last_told] > 1:
        return None
    ended = tokens.word[speech.first - 1] in (".", "!", "?", ":") or before.last == speech.first
    return holder[number - 1] if ended else None


def _in_headline(tokens: Tokens, speech: Speech) -> bool:
    return tokens.sentences[tokens.sentence[speech.first]].part == "headline"


def _lone(
    tokens: Tokens, phrases: Phrases, attributions: list[Attribution], speeches: list[Speech], number: int
) -> Attribution | None:
    """Attribute marked words by their clause's subject or by the last speaker."""
    speech = speeches[number]
    words = tokens.text[speech.marked.start : speech.marked.end].strip(_MARKS)
    if not speech.utterance and is_title(words):
        return None
    contents = [(speech.first, speech.last)]
    if _in_headline(tokens, speech):
        return _echoed(tokens, attributions, speeches, speech, words)
    if not speech.utterance:
        verb = _clause(tokens, phrases, speech)
        if verb is not None:
            source, speaker = source_of(tokens, phrases, verb, False)
            cue = cue_span(tokens, phrases, verb)
            if speech.first < cue[1] and cue[0] < speech.last:
                cue = (cue[0], speech.first)
            if cue[0] < cue[1]:
                return Attribution(verb, cue, source, speaker, contents, "say", "neutral", "subject")
            return Attribution(NO_CUE, (0, 0), source, speaker, contents, "say", "neutral", "subject")
    source, speaker = _last_speaker(tokens, attributions, speeches, number)
    if source is None or (not speech.utterance and " " not in words):
        return None
    return Attribution(NO_CUE, (0, 0), source, speaker, contents, "say", "neutral", "carried")


def _echoed(
    tokens: Tokens, attributions: list[Attribution], speeches: list[Speech], speech: Speech, words: str
) -> Attribution | None:
    """Give words in a headline to whoever says them in the text below."""
    for later in speeches:
        marked = tokens.text[later.marked.start : later.marked.end].strip(_MARKS)
        if later.first >= speech.last and marked.casefold() == words.casefold():
            for one in attributions:
                if one.source and any(a <= later.first and later.last <= b for a, b in one.contents):
                    contents = [(speech.first, speech.last)]
                    return Attribution(
                        NO_CUE, (0, 0), one.source, one.speaker, contents, "say", "neutral", "echoed"
                    )
    return None


def _clause(tokens: Tokens, phrases: Phrases, speech: Speech) -> int | None:
    """Find the clause round a quoted phrase whose subject is one that can speak; give its verb.

    What others are called is not their own word: in "he is “a fool”" and "he “lied”" the subject does not
    speak; in "he is “deeply concerned”" he does.
    """
    word = head_word(tokens, speech.first, speech.last)
    for _ in range(20):
        if word < 0:
            break
        inside = speech.first <= word < speech.last
        for child in phrases.children[word]:
            outside = not speech.first <= child < speech.last
            if tokens.relation[child] in SUBJECTS and outside:
                about = inside and tokens.tag[word] not in ("JJ", "VBN", "VBG")
                if can_speak(tokens, child) and not about:
                    return word
        word = tokens.head[word]
    return None


def _last_speaker(
    tokens: Tokens, attributions: list[Attribution], speeches: list[Speech], number: int
) -> tuple[Span | None, int]:
    """Take the speaker of the last thing said before: a phrase's in its paragraph, a sentence's also before."""
    speech = speeches[number]
    before = [
        one
        for one in attributions
        if one.source and one.group not in UNSPOKEN and one.source[0] < speech.first
    ]
    if not before:
        return None, -1
    last = max(before, key=lambda one: max(one.source[0], one.cue[0]))
    gap = tokens.text[tokens.start[last.source[0]] : speech.marked.start]
    near = len(gap) < 1500 and gap.count("\n\n") <= (1 if speech.utterance else 0)
    return (last.source, last.speaker) if near else (None, -1)
