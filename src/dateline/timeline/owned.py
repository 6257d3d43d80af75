"""A deed spoken of as its doer's: "Norway's invasion of Atlantis" is the one that was told before, not another.

Such a noun mostly has no day of its own and is told for weeks, each time in other words, so that neither days nor words
say that it is one. What people do again and again in the same words (calls, aid, support) is left out, and so is what
is said to be one of several ("another", "second", "attacks").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.grammar.words import WordClass
from dateline.knowledge.countries import demonym
from dateline.timeline.habits import is_habit, is_repeated
from dateline.timeline.kin import kin_of
from dateline.timeline.latest import Latest
from dateline.timeline.sure import Brief, share_a_party
from dateline.timeline.tellings import Told

WHY = "known already; the last one of the same doer"
WITHIN = 30  # days from its day, or from the article that told it last, to the one that tells it again
_OWNERS = frozenset("his her its their".split())
# what ends as an owner does and is none: "it's an attack"
_IS = frozenset("it's that's there's here's what's who's how's where's he's she's let's one's".split())
# words that stand between an owner and its noun only where the noun is another's, or one of several
_NOT_LIKE = WordClass("parts an owner", also=_IS)
_BETWEEN = 5  # words between an owner and its noun at most
_BEFORE = 200  # characters before a noun in which its owner is looked for
_POSSESSIVE = re.compile(r"(?:\w's|s')\Z", re.IGNORECASE)
_LIKE = re.compile(r"[\w'-]+,?\Z")
_AIM = re.compile(r"\s+(?:on|against|of)\s")


def is_owned(told: Told) -> bool:
    """Tell whether a mention is a single deed, named by a noun with its doer before it.

    Examples
    --------
    >>> from dateline.timeline.tellings import telling
    >>> one = telling(text="invasion", action="invasion", line="They decried Norway’s brutal, unprovoked invasion.")
    >>> is_owned(one), is_owned(one._replace(line="They decried the invasion.")), is_owned(one._replace(text="invaded"))
    (True, False, False)
    """
    word = told.text.lower()
    if not told.action or word != told.action:
        return False
    return any(_has_owner(told.line[max(0, at - _BEFORE) : at]) for at, _ in _places(told))


def _has_owner(before: str) -> bool:
    """Tell whether what stands before a noun ends with its owner: "Norway's brutal, unprovoked ", "the Chadian "."""
    if not before[-1:].isspace():
        return False
    words = before.replace("’", "'").split()[-_BETWEEN - 1 :]
    for word in reversed(words):
        if _is_owner(word):
            return True
        if not _LIKE.match(word) or word.rstrip(",").lower() in _NOT_LIKE:
            return False
    return False


def _is_owner(word: str) -> bool:
    """Tell whether a word names whose the noun behind it is: "Norway's", "firms'", "her", "Norwegian"."""
    bare = word.lower().lstrip("\"'“‘([")
    if _POSSESSIVE.search(word):
        return bare not in _IS
    if bare in _OWNERS:
        return True
    nationality = demonym(word.lstrip("\"'“‘(["))
    return nationality is not None and not nationality.people


def _places(told: Told) -> Iterator[tuple[int, int]]:
    """Find where the word of a mention stands in its line as a word."""
    at = told.line.find(told.text)
    while at >= 0:
        end = at + len(told.text)
        if not told.line[end : end + 1].isalnum():
            yield at, end
        at = told.line.find(told.text, end)


def _is_aimed(told: Told) -> bool:
    """Tell whether a noun says at whom its deed is aimed, be that a name or not: "assault on the press"."""
    return any(_AIM.match(told.line, end) for _, end in _places(told))


class Deeds:
    """Deeds told so far, by the stem of their word."""

    def __init__(self, countries: Mapping[str, str]) -> None:
        self._latest = Latest()
        self._countries = dict(countries)

    def put(self, at: int, brief: Brief) -> None:
        """Note an event that has happened, if it is no habit."""
        if brief.status != "real" or not brief.actors or _is_done_often(brief):
            return
        for stem in _stems(brief):
            self._latest.put(stem, at)

    def recalled(self, group: Sequence[Told], brief: Brief, briefs: Sequence[Brief]) -> int:
        """Find the deed that a group of mentions recalls: the last one of the same doer; -1 for none.

        Parameters
        ----------
        group : sequence of Told
            Of one article.
        brief : Brief
            What they say together.
        briefs : sequence of Brief
            The same of each event so far.
        """
        if brief.status != "real" or not brief.actors or brief.published is None or _is_done_often(brief):
            return -1
        if not any(map(is_owned, group)) or (not brief.targets and any(map(_is_aimed, group))):
            return -1
        fitting = [at for at in self._latest.under_any(_stems(brief)) if self._is_fitting(briefs[at], brief)]
        return max(fitting, key=lambda at: (briefs[at].published, at), default=-1)

    def _is_fitting(self, one: Brief, other: Brief) -> bool:
        if one.published is None or other.published is None or not one.articles.isdisjoint(other.articles):
            return False
        told = one.published if one.first is None else min(one.first, one.published)
        if one.published > other.published or other.published - told > WITHIN or _on_other_days(one, other):
            return False
        if one.types and other.types and not one.types & other.types:
            return False
        acting = share_a_party(one.actors, other.actors, self._countries)
        aimed = not other.targets or share_a_party(one.targets, other.targets, self._countries)
        return acting and aimed and not (one.place and other.place and not one.place & other.place)


def _stems(brief: Brief) -> list[str]:
    return sorted({stem for action in brief.actions for stem in kin_of(action).stems})


def _is_done_often(brief: Brief) -> bool:
    return is_habit(brief.actions, brief.types) or is_repeated(brief.types)


def _on_other_days(one: Brief, other: Brief) -> bool:
    days, others = one.days, other.days
    return days is not None and others is not None and (days[1] < others[0] or others[1] < days[0])
