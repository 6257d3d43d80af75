"""Noun phrases read off the order of words, for when the heads are not to be trusted."""

from __future__ import annotations

from dateline.grammar.words import WordClass
from dateline.language import Tokens

Span = tuple[int, int]
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_INSERTIONS = 3  # brackets and appositions one after the other
_LONGEST = 60  # words of an apposition after a name
_WIDEST = 25  # words of an insertion
_APPENDED = frozenset(("DT", "NN", "NNP", "NNS", "JJ", "CD", "PRP$", "WP", "WP$", "WDT", "RB"))
_APPOSED = frozenset(("DT", "NN", "NNP", "JJ", "CD", "PRP$"))
_BEFORE_INVERSION = frozenset((",", "”", '"', "''", "?", "!", "’", "'"))
_PREPOSITIONS = frozenset(("in", "on", "at", "by", "from", "with", "during", "including", "to", "through"))
TIMES = WordClass("weekday", "relative day", "part of day", "calendar span", "named span", "time")
NOMINAL = frozenset(
    ("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "PDT", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "$")
)


def subject_beside(tokens: Tokens, cue: Span) -> tuple[Span | None, bool]:
    """Find the noun phrase right before the cue, or right after it ("said a spokesman"); say which."""
    sentence = tokens.sentences[tokens.sentence[cue[0]]]
    first = noun_phrase_start(tokens, cue[0], sentence.first)
    if first < cue[0] and tokens.tag[cue[0] - 1] not in ("DT", "JJ", "PRP$", "POS"):
        if first > sentence.first and tokens.word[first - 1].lower() in _PREPOSITIONS:
            return None, False
        return (None if temporal(tokens, first, cue[0]) else (first, cue[0])), False
    opens = cue[0] == sentence.first or tokens.word[cue[0] - 1] in _BEFORE_INVERSION
    last = cue[1]
    while opens and last < sentence.last and tokens.tag[last] in NOMINAL:
        last += 1
    clause = last < sentence.last and (tokens.tag[last][:2] in ("VB", "MD", "RB") or tokens.tag[last] == "WP")
    if last > cue[1] and not clause and not temporal(tokens, cue[1], last):
        return (cue[1], last), True
    return None, False


def temporal(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "Friday", "last year" and "this month" from who spoke then."""
    return tokens.word[last - 1].lower() in TIMES or tokens.tag[last - 1] == "CD"


def noun_phrase_start(tokens: Tokens, end: int, floor: int) -> int:
    """Go left over a noun phrase that ends before `end`, with its "of ...", brackets and appositions."""
    end = _before_insertion(tokens, end, floor)
    first = end
    while first > floor:
        word, joined = tokens.word[first - 1].lower(), end > first > floor + 1
        if tokens.tag[first - 1] in NOMINAL or (
            joined and word in ("of", "for", "and", "&") and tokens.tag[first - 2] in NOMINAL
        ):
            first -= 1
        else:
            break
    return first


def _before_insertion(tokens: Tokens, end: int, floor: int) -> int:
    """Step left over "(R-Utah)", ", 25," and ", a senator," after a name."""
    for _ in range(_INSERTIONS):
        opener = {")": "(", ",": ","}.get(tokens.word[end - 1]) if end > floor else None
        if opener is None:
            break
        start = end - 2
        stop = max(floor, end - _WIDEST)
        while start > stop and tokens.word[start] != opener and tokens.tag[start] not in FINITE:
            start -= 1
        if start <= floor or tokens.word[start] != opener:
            break
        if opener == "," and tokens.tag[start + 1] not in _APPOSED:
            break
        end = start
    return end


def apposition_end(tokens: Tokens, last: int, stop: int) -> int:
    """Go right over the apposition or relative clause after a name that follows its cue (said X, a lawyer)."""
    if last + 1 >= stop or tokens.word[last] != "," or tokens.tag[last + 1] not in _APPENDED:
        return last
    end = last + 1
    stop = min(stop, last + _LONGEST)
    while end < stop and tokens.tag[end] not in ("``", "''") and tokens.word[end] not in (";", ":", "—", "–"):
        if tokens.word[end] == "," and end + 1 < stop and tokens.tag[end + 1] not in _APPENDED:
            break
        end += 1
    return end
