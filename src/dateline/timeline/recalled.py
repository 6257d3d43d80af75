"""What a noun recalls: "the President's call with Lee" in a later article is the last call with Lee that was told of.

Such a noun mostly has no day, and meetings of the same people are held again and again, so that neither a day nor its
words say which is meant; that it is known already does: "the", "her", "Ann's".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.timeline.latest import Latest
from dateline.timeline.sure import Brief
from dateline.timeline.tellings import Told

MET = "CONSULT"
WHY = "known already; the last one with the same people"
WITHIN = 14  # days from the day of the event to the article that recalls it
_KNOWN = r"(?:[’']s?|\b(?:the|their|his|her|our|my|its|your|this|that|these|those))\s+(?:[\w-]+\s+){0,2}"
_WITH = r"\s+(?:[\w-]+\s+){0,2}(?:with|between)\b"
_PERSON = "person:"


def is_known(told: Told) -> bool:
    """Tell whether a mention is a noun that speaks of its event as of one known already, and says with whom.

    Examples
    --------
    >>> from dateline.timeline.tellings import telling
    >>> one = telling(text="call", action="call", line="It follows Ann Lee’s long call with Bo Dahl.")
    >>> is_known(one), is_known(one._replace(line="They held a call with him.")), is_known(one._replace(text="called"))
    (True, False, False)
    """
    word = told.text.lower()
    if not told.action or word not in (told.action, f"{told.action}s"):
        return False
    return re.search(_KNOWN + re.escape(word) + _WITH, told.line.lower()) is not None


def persons_of(brief: Brief) -> frozenset[str]:
    """Give the persons who take part."""
    return frozenset(member for member in brief.members if member.startswith(_PERSON))


class Meetings:
    """Meetings, visits and calls told so far, by those who took part."""

    def __init__(self) -> None:
        self._latest = Latest()

    def put(self, at: int, brief: Brief) -> None:
        """Note an event, if it is a meeting."""
        if brief.types != {MET}:
            return
        for person in persons_of(brief):
            self._latest.put(person, at)

    def recalled(self, group: Sequence[Told], brief: Brief, briefs: Sequence[Brief]) -> int:
        """Find the meeting that a group of mentions recalls; -1 for none.

        Parameters
        ----------
        group : sequence of Told
            Of one article.
        brief : Brief
            What they say together.
        briefs : sequence of Brief
            The same of each event so far.
        """
        persons = persons_of(brief)
        if brief.types != {MET} or brief.status != "real" or not persons or brief.published is None:
            return -1
        if (brief.dated is not None and brief.dated.own_day) or not all(map(is_known, group)):
            return -1
        fitting = [
            (day, at)
            for at in self._latest.under(min(persons))
            if brief.members <= briefs[at].members and brief.articles.isdisjoint(briefs[at].articles)
            if (day := _day(briefs[at])) is not None and 0 <= brief.published - day <= WITHIN
        ]
        return max(fitting)[1] if fitting else -1


def _day(brief: Brief) -> int | None:
    """Give the day of an event that has happened, or was to happen on it."""
    if brief.status not in ("real", "planned"):
        return None
    return brief.published if brief.last is None and brief.status == "real" else brief.last
