"""Dates that only say from when or up to when: "since 1985", "by May", "until Friday", "from June to August"."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import NamedTuple, Protocol

from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import VerbGroup, verb_group
from dateline.grammar.words import WordClass

_LIMITS = WordClass("limit of time")
_LINKS = {"from": frozenset(("to", "until", "till", "through")), "between": frozenset(("and",))}
_LOOSE = frozenset("the at least around about shortly soon just up early late mid".split())
_UNTIL = ("until", "till")
_DASHES = ("-", "–", "—")
_ENDING = frozenset(("ended", "ending", "that ended", "which ended", "ended on", "ending on"))
_LONGEST = 31  # days between two dates that a dash joins


class Dated(Protocol):
    """What is read of a date phrase."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def first(self) -> date | None: ...
    @property
    def last(self) -> date | None: ...
    @property
    def grain(self) -> str: ...


class DayStretch(NamedTuple):
    """Days told by two phrases ("between 1985 and 1987") or by a limit ("by May"); reads like a date phrase."""

    start: int
    end: int
    type: str
    first: date
    last: date
    grain: str


def limit_of(tree: Tree, phrase: Dated) -> str:
    """Find the preposition that makes a date a limit ("" for a date that says when).

    It must govern the date itself: "after Thursday" is a limit, "after Thursday's ruling" is none.
    """
    tokens = tree.tokens
    first, last = bisect_left(tokens.start, phrase.start), bisect_left(tokens.start, phrase.end)
    token = first if first < last and tokens.word[first].lower() in _LIMITS else first - 1
    for _ in range(3):
        if token < 0:
            break
        word = tokens.word[token].lower()
        if word in _LIMITS:
            return word if first <= tree.governor(token) < last else ""
        if word not in _LOOSE:
            break
        token -= 1
    return ""


def ranged(tree: Tree, limit: str, phrase: Dated, later: Dated | None) -> DayStretch | None:
    """Put "between 1985 and 1987" and "from Monday to Friday" together as one stretch of days."""
    if (
        later is None
        or limit not in _LINKS
        or phrase.type == "TIME"
        or not (phrase.first and later.first and later.last)
    ):
        return None
    if phrase.first > later.first:
        return None
    tokens = tree.tokens
    between = range(bisect_left(tokens.start, phrase.end), bisect_left(tokens.start, later.start))
    if len(between) not in (1, 2) or tokens.word[between[0]].lower() not in _LINKS[limit]:
        return None
    return DayStretch(phrase.start, later.end, phrase.type, phrase.first, later.last, later.grain)


def joined(tree: Tree, phrase: Dated, later: Dated | None) -> DayStretch | None:
    """Put "March 1-2" and "Friday-Sunday" together as one stretch of days."""
    if later is None or phrase.first is None or later.last is None or not phrase.first < later.last:
        return None
    if phrase.grain != "day" or later.grain != "day" or (later.last - phrase.first).days > _LONGEST:
        return None
    if tree.tokens.text[phrase.end : later.start].strip() not in _DASHES:
        return None
    return DayStretch(phrase.start, later.end, phrase.type, phrase.first, later.last, phrase.grain)


def ended(tree: Tree, phrase: Dated, later: Dated | None) -> int:
    """Find the participle of "in the quarter ended Sept. 30", where the second date only ends the first (-1: none)."""
    if later is None or phrase.first is None or phrase.last is None or later.last is None:
        return -1
    if not phrase.first < phrase.last <= later.last:
        return -1
    tokens = tree.tokens
    if tokens.text[phrase.end : later.start].strip(" ,").lower() not in _ENDING:
        return -1
    before = bisect_left(tokens.start, phrase.start) - 1
    while before >= 0 and tokens.tag[before] in ("DT", "PRP$", "POS", "JJ"):
        before -= 1
    if before < 0 or tokens.tag[before] != "IN":
        return -1  # "The quarter ended on Saturday" tells what ended
    words = range(bisect_left(tokens.start, phrase.end), bisect_left(tokens.start, later.start))
    return next((word for word in words if tokens.word[word].lower() in ("ended", "ending")), -1)


def whole(phrase: Dated, end: Dated) -> Dated:
    """Take "the quarter ended Sept. 30" as one phrase, with the days of the quarter."""
    if phrase.first is None or phrase.last is None:
        return phrase
    return DayStretch(phrase.start, end.end, phrase.type, phrase.first, phrase.last, phrase.grain)


def until_then(tree: Tree, token: int) -> bool:
    """Tell "did not speak until Friday", which says that it happened then."""
    tokens = tree.tokens
    for child in tree.kids(
        token, rel.OBLIQUE, rel.BARE_OBLIQUE, rel.TIME_OBLIQUE, rel.ADVERBIAL_CLAUSE, rel.NOUN_MODIFIER
    ):
        cases = (tokens.word[word].lower() for word in tree.kids(child, rel.PREPOSITION, rel.MARKER))
        if any(word in _UNTIL for word in cases):
            return verb_group(tree, token).negated
    return False


def since_then(
    tree: Tree, token: int, limit: str, phrase: Dated, published: date | None
) -> DayStretch | None:
    """Read "since May" of what has happened or lasts: from the first of May to the day of publication."""
    if limit != "since" or token < 0 or published is None or phrase.first is None:
        return None
    if phrase.first > published or not tree.is_verb(token) or not _lasts(verb_group(tree, token)):
        return None
    return DayStretch(phrase.start, phrase.end, phrase.type, phrase.first, published, phrase.grain)


def _lasts(group: VerbGroup) -> bool:
    """Tell a form that reaches up to now: "has risen", "have been talking"."""
    return group.tense == "PRESENT" and group.aspect.startswith("PERFECTIVE") and not group.modal


def up_to(limit: str, phrase: Dated, published: date | None) -> DayStretch | None:
    """Read "by May" of what is still to come: from the day of publication to the end of May."""
    if limit != "by" or published is None or phrase.first is None:
        return None
    if phrase.last is None or phrase.last <= published:
        return None
    return DayStretch(
        phrase.start, phrase.end, phrase.type, min(phrase.first, published), phrase.last, phrase.grain
    )
