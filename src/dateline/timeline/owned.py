"""A deed spoken of as its doer's: "Norway's invasion of Atlantis" is the one that was told before, not another.

Such a noun mostly has no day of its own and is told for weeks, each time in other words, so that neither days nor words
say that it is one. What people do again and again in the same words (calls, aid, support) is left out, and so is what
is said to be one of several ("another", "second", "attacks").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.timeline.asked import is_habit, is_repeated
from dateline.timeline.kin import kin_of
from dateline.timeline.sure import NEARBY, Brief, share_a_party
from dateline.timeline.tellings import Told

WHY = "known already; the last one of the same doer"
WITHIN = (
    30  # days from its day, or else from the article that told it last, to the article that tells it again
)
_OWNER = r"(?:\w['’]s?|\b(?:his|her|its|their)|\b[A-Z]\w+(?:an|ch|ese|ian|ish|i))\s+"
_NOT_LIKE = (
    "another new next second third fourth latest earlier previous future possible renewed to of in on for with by at "
    "that who which will would can could may might must is are was were has have had be not"
).replace(" ", "|")
_LIKE = rf"(?:(?!(?:{_NOT_LIKE})\b)[\w’'-]+,?\s+){{0,5}}?"
_AIM = r"\s+(?:on|against|of)\s"


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
    return re.search(_OWNER + _LIKE + re.escape(told.text) + r"\b", told.line) is not None


def _is_aimed(told: Told) -> bool:
    """Tell whether a noun says at whom its deed is aimed, be that a name or not: "assault on the press"."""
    return re.search(re.escape(told.text) + _AIM, told.line) is not None


class Deeds:
    """Deeds told so far, by the stem of their word."""

    def __init__(self, countries: Mapping[str, str]) -> None:
        self._of: dict[str, list[int]] = {}
        self._countries = dict(countries)

    def put(self, at: int, brief: Brief) -> None:
        """Note an event that has happened, if it is no habit."""
        if brief.status != "real" or not brief.actors or _is_done_often(brief):
            return
        for stem in _stems(brief):
            known = self._of.setdefault(stem, [])
            if at in known[-NEARBY:]:
                known.remove(at)
            known.append(at)
            del known[:-NEARBY]

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
        found = {at for stem in _stems(brief) for at in self._of.get(stem, ())}
        fitting = [at for at in sorted(found) if self._is_fitting(briefs[at], brief)]
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
