"""Direct speech: which words in quotation marks are somebody's, and by which cue and speaker.

The cue stands after the quotation ("...," he said), before it (He said: "...") or between its halves; a
quotation without one belongs to the speaker of the quotation or of the sentence before.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from dateline.language import Tokens
from dateline.quotes.attribution import Attribution, cue_span, is_passive, source_of
from dateline.quotes.cues import cue_of
from dateline.quotes.marks import Marked
from dateline.quotes.phrases import Phrases

REACH = 30  # words between a quotation and its cue
_LEADS = frozenset((",", ":", "that", "--", "—", "―", "-", "–"))


class Speech(NamedTuple):
    """Words in marks with their tokens [first, last): `utterance` if they read like a sentence of speech."""

    marked: Marked
    first: int
    last: int
    utterance: bool


def speeches_of(tokens: Tokens, marked: list[Marked]) -> list[Speech]:
    """Place the marked stretches on the tokens."""
    speeches = []
    for span in marked:
        first = bisect_left(tokens.end, span.start + 1)
        last = bisect_left(tokens.start, span.end)
        if first < last:
            speeches.append(Speech(span, first, last, _is_utterance(tokens, span, first, last)))
    return speeches


def _is_utterance(tokens: Tokens, span: Marked, first: int, last: int) -> bool:
    """Tell speech from a quoted phrase: it begins like a sentence and ends like one."""
    text = tokens.text[span.start : span.end].strip("\"“”'‘’«»„`‹› \t")
    if not text or not span.closed:
        return bool(text)
    ends = text[-1] in ".,!?…—-–:;" or tokens.text[span.end : span.end + 1] in (",", ".", "")
    begins = text[0].isupper() or not text[0].isalpha()
    return ends and (begins or last - first > 6) and any(tag[:1] == "V" for tag in tokens.tag[first:last])


def direct(tokens: Tokens, phrases: Phrases, speeches: list[Speech]) -> dict[int, Attribution]:
    """Find the attribution of each speech that has a cue in its paragraph: speech number to attribution."""
    inside = bytearray(len(tokens))
    for speech in speeches:
        inside[speech.first : speech.last] = b"\x01" * (speech.last - speech.first)
    found = {}
    for number, speech in enumerate(speeches):
        verb = _cue_after(tokens, inside, speech)
        if verb is None:
            verb = _cue_before(tokens, inside, speech)
        if verb is not None:
            found[number] = _attribution(tokens, phrases, verb, speech)
    return found


def _attribution(tokens: Tokens, phrases: Phrases, verb: int, speech: Speech) -> Attribution:
    entry = cue_of(tokens.lemma[verb].lower(), "V")
    source, speaker = source_of(tokens, phrases, verb, is_passive(tokens, phrases, verb))
    contents = [(speech.first, speech.last)]
    return Attribution(
        verb, cue_span(tokens, phrases, verb), source, speaker, contents, entry.group, entry.stance, "quote"
    )


def _speaks(tokens: Tokens, word: int) -> bool:
    """Tell whether a word can introduce direct speech."""
    if tokens.tag[word][:1] != "V" or tokens.relation[word] in ("aux", "amod", "compound"):
        return False
    entry = cue_of(tokens.lemma[word].lower(), "V")
    return entry is not None and "quote" in entry.frames


def _cue_after(tokens: Tokens, inside: bytearray, speech: Speech) -> int | None:
    """Look for the cue right of a quotation: in the rest of its sentence."""
    text, end = tokens.text, speech.marked.end
    tail = text[speech.marked.start : end].rstrip("\"“”'‘’«»„`‹› \t")[-1:]
    joined = tail in (",", "!", "?", "-", "—", "–", "…") or text[end : end + 1] == ","
    if not joined or speech.last >= len(tokens):
        return None
    for word in range(speech.last, min(len(tokens), speech.last + REACH)):
        if inside[word] or "\n" in text[tokens.end[word - 1] : tokens.start[word]]:
            return None
        if _speaks(tokens, word):
            return word
        if tokens.word[word] in (".", "!", "?", ";"):
            return None
    return None


def _cue_before(tokens: Tokens, inside: bytearray, speech: Speech) -> int | None:
    """Look for the cue left of a quotation: in its sentence, after a comma or colon."""
    sentence = tokens.sentences[tokens.sentence[speech.first]]
    stop = max(sentence.first, speech.first - REACH)
    if speech.first == 0 or stop >= speech.first:
        return None
    lead = tokens.word[speech.first - 1]
    if lead not in _LEADS and not _speaks(tokens, speech.first - 1):
        return None
    for word in range(speech.first - 1, stop - 1, -1):
        if inside[word]:
            return None
        if _speaks(tokens, word):
            return word
    return None


def unite(
    tokens: Tokens, reports: list[Attribution], quoted: dict[int, Attribution], speeches: list[Speech]
) -> list[Attribution]:
    """Bring together what heads and what marks say of one cue, so that each cue has one attribution."""
    by_verb = {attribution.verb: attribution for attribution in reports}
    for number in sorted(quoted):
        attribution, speech = quoted[number], speeches[number]
        known = by_verb.get(attribution.verb)
        span = (speech.first, speech.last)
        if known is None:
            by_verb[attribution.verb] = attribution
            continue
        contents = known.contents if known.frame != "quote" else list(known.contents)
        holder = [c for c in contents if c[0] <= span[0] and span[1] <= c[1] and not _fills(c, span)]
        if holder and known.frame != "quote":
            continue
        if known.frame == "quote":
            contents = [*contents, span]
        else:
            contents = [span]
        by_verb[attribution.verb] = known._replace(
            contents=contents, frame="quote", source=known.source or attribution.source
        )
    return [by_verb[verb] for verb in sorted(by_verb)]


def _fills(content: tuple[int, int], span: tuple[int, int]) -> bool:
    """Say whether marked words are all of a content, give or take a mark at each end."""
    return content[1] - content[0] <= span[1] - span[0] + 1


def carried(
    tokens: Tokens, phrases: Phrases, attributions: list[Attribution], speeches: list[Speech]
) -> list[Attribution]:
    """Give speech without a cue of its own to the speaker before it."""
    result = list(attributions)
    owner: dict[int, int] = {}
    covered = [
        (content[0], content[1], place)
        for place, attribution in enumerate(result)
        for content in attribution.contents
    ]
    starts: dict[int, int] = {first: place for first, _, place in covered}
    previous: int | None = None
    for number, speech in enumerate(speeches):
        place = starts.get(speech.first)
        if place is None and speech.utterance and previous is not None and number:
            before = speeches[number - 1]
            same = (
                before.marked.paragraph == speech.marked.paragraph or before.marked.run == speech.marked.run
            )
            gap = tokens.sentence[speech.first] - tokens.sentence[before.last - 1]
            if same and gap <= 1 and owner.get(number - 1) is not None:
                place = owner[number - 1]
                old = result[place]
                result[place] = old._replace(contents=[*old.contents, (speech.first, speech.last)])
        if place is not None:
            owner[number] = place
            previous = place
    return result
