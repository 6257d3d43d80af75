"""One attribution for each cue: what the heads say and what the quotation marks say, brought together."""

from __future__ import annotations

from bisect import bisect_right

from dateline.grammar.phrases import trim
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution, Span
from dateline.quotes.cues import UNSPOKEN
from dateline.quotes.speech import Speech

MARKS = frozenset("\"“”'‘’«»„`‹›") | {"``", "''"}
_LONGEST = 600  # words of one statement


def join(
    tokens: Tokens, reports: list[Attribution], quoted: dict[int, Attribution], speeches: list[Speech]
) -> list[Attribution]:
    """Unite reported and direct speech of the same cue; contents never end in the middle of marked words."""
    by_verb = {}
    quoting = sorted(quoted.values(), key=lambda one: one.verb)
    for report in reports:
        contents = _short_of(tokens, report, quoting)
        contents = _whole(tokens, contents, report.verb, speeches)
        if contents and not _own_voice(tokens, report, speeches):
            by_verb[report.verb] = report._replace(contents=contents)
    for number in sorted(quoted):
        attribution, speech = quoted[number], speeches[number]
        reported = by_verb.get(attribution.verb)
        span = (speech.first, speech.last)
        if reported is None:
            by_verb[attribution.verb] = attribution
        elif reported.frame == "quote":
            by_verb[attribution.verb] = reported._replace(contents=[*reported.contents, span])
        elif attribution.verb >= speech.last:
            contents = [_before_cue(tokens, reported.contents, attribution.contents[0])]
            by_verb[attribution.verb] = attribution._replace(contents=contents)
        elif not any(_holds(content, span) for content in reported.contents):
            lead = [content for content in reported.contents if 0 <= speech.first - content[1] <= 1]
            contents = [(lead[0][0], speech.last)] if lead else attribution.contents
            by_verb[attribution.verb] = attribution._replace(contents=contents)
    return _sourced([by_verb[verb] for verb in sorted(by_verb)])


def _sourced(attributions: list[Attribution]) -> list[Attribution]:
    """Leave out a noun without a speaker whose content another has: "said in a statement that ..."."""
    told = {content for one in attributions if one.source for content in one.contents}
    return [one for one in attributions if one.source or one.rule != "noun" or not set(one.contents) <= told]


def _short_of(tokens: Tokens, report: Attribution, quoting: list[Attribution]) -> list[Span]:
    """End what a participle reports ("Asked if he would run, ...") where another's direct speech begins."""
    opening = tokens.sentences[tokens.sentence[report.verb]].first
    if tokens.tag[report.verb] != "VBN" or report.cue[0] != opening:
        return report.contents
    contents = []
    for first, last in report.contents:
        at = bisect_right(quoting, first, key=lambda one: one.verb)
        if at < len(quoting) and quoting[at].verb < last and report.verb < first:
            other = quoting[at]
            starts = [other.cue[0], other.contents[0][0], *(other.source[:1] if other.source else ())]
            last = min([last, *(start for start in starts if start > first)])
        contents.append(trim(tokens, first, last))
    return contents


def _own_voice(tokens: Tokens, report: Attribution, speeches: list[Speech]) -> bool:
    """Tell "I think", "we want", "you know" and a cue without a speaker inside quoted words."""
    at = bisect_right(speeches, report.verb, key=lambda speech: speech.last)
    if at == len(speeches) or speeches[at].first > report.verb:
        return False
    if report.speaker < 0:
        return True
    spoken = report.group not in UNSPOKEN and report.frame in ("that", "quote")
    return not spoken and tokens.word[report.speaker].lower() in ("i", "we", "you")


def _before_cue(tokens: Tokens, contents: list[Span], said: Span) -> Span:
    """Begin a quotation that its cue follows where the reported clause begins, if that is its sentence."""
    for first, last in contents:
        if first < said[0] < last and tokens.sentence[first] == tokens.sentence[said[0]]:
            return first, said[1]
    return said


def _holds(content: Span, span: Span) -> bool:
    """Say whether a content holds the marked words and more than a mark or two besides."""
    inside = content[0] <= span[0] and span[1] <= content[1]
    return inside and content[1] - content[0] > span[1] - span[0] + 1


def _closed(tokens: Tokens, first: int, last: int) -> Span:
    """End words in marks within marks ("The clerk said ‘no refunds’ and left") at their own closing mark."""
    if tokens.word[first] in MARKS:
        for word in range(first + 1, last):
            if tokens.word[word] in MARKS:
                return first, word + 1
    return first, last


def _whole(tokens: Tokens, contents: list[Span], verb: int, speeches: list[Speech]) -> list[Span]:
    """Move the ends of contents that fall into marked words to their edges.

    What a cue inside the marks attributes stays inside them.
    """
    at = bisect_right(speeches, verb, key=lambda speech: speech.last)
    if at < len(speeches) and speeches[at].first <= verb:
        low, high = speeches[at].first, speeches[at].last
        high -= tokens.word[high - 1] in MARKS
        inside = [(max(first, low), min(last, high)) for first, last in contents if first > verb]
        return [_closed(tokens, first, last) for first, last in inside if first < last]
    whole = []
    for first, last in contents:
        at = bisect_right(speeches, first, key=lambda speech: speech.last)
        if (
            at < len(speeches)
            and speeches[at].first < first < speeches[at].last - 1
            and speeches[at].utterance
        ):
            first = speeches[at].first
        at = bisect_right(speeches, last - 1, key=lambda speech: speech.last)
        if at < len(speeches) and speeches[at].first < last < speeches[at].last:
            last = speeches[at].last
        whole.append((first, min(last, first + _LONGEST)))
    return whole
