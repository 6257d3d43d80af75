"""Words in quotation marks that carry on what was said before them.

"..., " she said. "..." goes on with the same cue; so do paragraphs that repeat the opening mark, and the
second and third quoted phrase of one sentence ("a “liar”, a “bully” and a “fool”").
"""

from __future__ import annotations

from bisect import bisect_right

from dateline.language import Tokens
from dateline.quotes.attribution import Attribution
from dateline.quotes.cues import UNSPOKEN
from dateline.quotes.speech import Speech, is_title

Holders = list[int | None]
MARKS = "\"“”'‘’«»„`‹›.,;:!? \t"
_ENDS = frozenset((".", "!", "?", ":", "…"))
_MOST = 200  # quotations that one content is asked for


def carry(
    tokens: Tokens, attributions: list[Attribution], speeches: list[Speech]
) -> tuple[list[Attribution], Holders]:
    """Add to each attribution the marked words that carry it on; say which attribution holds each speech."""
    result = [one._replace(contents=list(one.contents)) for one in attributions]
    holders = _holders(result, speeches)
    cues = sorted(one.verb for one in result)
    for number in range(1, len(speeches)):
        holder = holders[number]
        if holder is None:
            place = _continued(tokens, result, speeches, holders, number)
            if place is not None:
                result[place].contents.append((speeches[number].first, speeches[number].last))
            else:
                place = _listed(tokens, result, speeches, holders, number, cues)
            holders[number] = place
        elif result[holder].frame == "according":  # the nearer attribution goes on
            place = _listed(tokens, result, speeches, holders, number, cues)
            holders[number] = holder if place is None else place
    for number in range(len(speeches) - 2, -1, -1):  # paragraphs before the one with the cue
        place = holders[number + 1]
        same = speeches[number].marked.run == speeches[number + 1].marked.run
        if holders[number] is None and place is not None and same:
            result[place].contents.append((speeches[number].first, speeches[number].last))
            holders[number] = place
    return result, holders


def _holders(attributions: list[Attribution], speeches: list[Speech]) -> Holders:
    """Say for each speech which attribution holds it: the innermost that is spoken."""
    holders: Holders = [None] * len(speeches)
    best: list[tuple] = [()] * len(speeches)
    for place, attribution in enumerate(attributions):
        for first, last in attribution.contents:
            at = bisect_right(speeches, first, key=lambda speech: speech.last)
            for number in range(at, min(at + _MOST, len(speeches))):
                if speeches[number].first >= last:
                    break
                whole = first <= speeches[number].first + 1 and speeches[number].last <= last + 1
                rank = (attribution.group in UNSPOKEN, last - first)
                if whole and (holders[number] is None or rank < best[number]):
                    holders[number], best[number] = place, rank
    return holders


def _continued(
    tokens: Tokens, attributions: list[Attribution], speeches: list[Speech], holders: Holders, number: int
) -> int | None:
    """Find the attribution that a quoted sentence carries on, with nothing else told between."""
    speech, before = speeches[number], speeches[number - 1]
    if before.marked.run == speech.marked.run:
        return holders[number - 1]
    text = tokens.text[speech.marked.start : speech.marked.end].strip(MARKS)
    opens = tokens.word[speech.first - 1] in _ENDS or before.last == speech.first
    if not text[:1].isupper() or not opens or (is_title(text) and not speech.utterance):
        return None
    for earlier in range(number - 1, max(-1, number - 4), -1):
        held = holders[earlier]
        if speeches[earlier].marked.paragraph != speech.marked.paragraph:
            break
        if held is None or (earlier < number - 1 and not speeches[earlier].utterance):
            continue
        attribution = attributions[held]
        told = max(attribution.cue[1] - 1, speeches[earlier].last - 1)
        told = max(told, attribution.source[1] - 1) if attribution.source else told
        near = told < speech.first and tokens.sentence[speech.first] - tokens.sentence[told] <= 1
        if near and (speeches[earlier].utterance or not _utterance_before(speeches, holders, number)):
            return held
    return None


def _utterance_before(speeches: list[Speech], holders: Holders, number: int) -> bool:
    """Tell whether a quoted sentence with a speaker stands before in the paragraph."""
    paragraph = speeches[number].marked.paragraph
    return any(
        speeches[earlier].utterance and holders[earlier] is not None
        for earlier in range(max(0, number - 3), number)
        if speeches[earlier].marked.paragraph == paragraph
    )


def _listed(
    tokens: Tokens,
    attributions: list[Attribution],
    speeches: list[Speech],
    holders: Holders,
    number: int,
    cues: list[int],
) -> int | None:
    """Draw a quoted phrase into the content before it in the same sentence, and give the attribution."""
    speech, before = speeches[number], speeches[number - 1]
    held = holders[number - 1]
    if held is None or tokens.sentence[before.first] != tokens.sentence[speech.first]:
        return None
    attribution = attributions[held]
    between = bisect_right(cues, before.last - 1) < bisect_right(cues, speech.first)
    if between or attribution.cue[0] >= before.first or attribution.frame == "according":
        return None
    contents = attribution.contents
    for place in range(len(contents) - 1, max(-1, len(contents) - 4), -1):
        first, last = contents[place]
        if first <= before.first + 1 and before.last <= last + 1:
            contents[place] = (first, max(last, speech.last))
            return held
    return None
