"""One event or several? Rows of different articles that tell the same event are put together.

Every row is looked at once, in order of publication, and compared with a bounded number of earlier ones, so time grows
with the number of mentions. What surely tells an event again joins it at once. All others are weighed by learned
signals, mention by mention, and put together from the most alike on (see `linking`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from dateline.events.rows.weights import Weights, probability
from dateline.timeline.asked import SAME, asked, is_again, least_asked
from dateline.timeline.index import Index
from dateline.timeline.kin import keys_of
from dateline.timeline.latest import Latest
from dateline.timeline.learned import weights
from dateline.timeline.linking import LEAST, Links, link
from dateline.timeline.owned import WHY as OWNED
from dateline.timeline.owned import Deeds
from dateline.timeline.recalled import WHY, Meetings
from dateline.timeline.signals import Read, read_of, signals_of
from dateline.timeline.stories import Likeness, Shelf
from dateline.timeline.sure import Brief, apart, both_of, brief_of, kinds_of, strangers, surely
from dateline.timeline.tellings import Group, Told
from dateline.timeline.weighing import Page, Scales
from dateline.timeline.within import earns, parted

STRANGE = 0.0  # how likely mentions are one whose words share nothing
FIRST, LATEST = 2, 4  # mentions of a group that others are compared with
GROUPS = 80  # rows of earlier articles that one is compared with
_PLAIN = (
    "no day", "same status", "same class", "rarity", "weight of", "words shared of", "words shared, other",
    "other word, story", "somebody in both, other", "both in rows",
)  # fmt: skip


class Folded(NamedTuple):
    """One event: its mentions, and for each article that joined it, why."""

    mentions: Group
    reasons: list[tuple[str, str]]


class Story(NamedTuple):
    """Every event once, and pairs of them that tell the same deed with a contrary claim."""

    events: list[Folded]
    contrary: list[tuple[int, int]]


def fold(
    mentions: Iterable[Told],
    texts: Mapping[int, str],
    countries: dict[str, str],
    model: Weights | None = None,
) -> Story:
    """Put together what tells the same event.

    Parameters
    ----------
    mentions : iterable of Told
        In order of their articles' numbers and of the text.
    texts : mapping of int to str
        The text of each article, by number.
    countries : dict of str to str
        The country of each entity.
    model : Weights, optional
        Other weights than the package's.
    """
    by_article: dict[int, list[Told]] = defaultdict(list)
    for told in mentions:
        by_article[told.number].append(told)
    loom = _Loom(model or weights(), countries)
    for number in sorted(by_article):
        loom.take(number, texts[number], parted(read_of(told, countries) for told in by_article[number]))
    return loom.story()


def _sample(group: list[Read]) -> list[Read]:
    """Choose the mentions that others are compared with: the first and the latest."""
    return group if len(group) <= FIRST + LATEST else group[:FIRST] + group[-LATEST:]


class _Told(NamedTuple):
    """What an article has told: its groups of mentions, the event of each, and how many mentions each has."""

    page: Page
    events: list[int]
    sizes: list[int]


class _Loom:
    """The events so far, and where those are found that a further group may tell again."""

    def __init__(self, model: Weights, countries: dict[str, str]) -> None:
        self.model, self.countries = model, countries
        self._shelf, self._index, self._links = Shelf(), Index(), Links()
        self._scales, self._meetings = Scales(model), Meetings()
        self._deeds = Deeds(countries)
        self._near: dict[int, dict[int, Likeness]] = {}  # of each article the earlier ones like it
        self._of_article: dict[int, _Told] = {}
        self._rows: list[list[Read]] = []  # groups of one article
        self.groups: list[list[Read]] = []
        self.reasons: list[list[tuple[str, str]]] = []
        self._briefs: list[Brief] = []
        self._recent = Latest()

    def take(self, number: int, text: str, groups: list[list[Read]]) -> None:
        """Let each group of an article join the event that it surely tells again, else begin one."""
        near = self._near[number] = self._shelf.nearest(number, text)
        keys = [
            sorted({key for read in group for key in keys_of(read.told.action, read.told.type)})
            for group in groups
        ]
        events = list(map(self._add, groups))
        page = self._scales.page(list(map(_sample, groups)))
        if groups and near:
            self._compare(groups, events, page, keys, dict(sorted(near.items())))
        self._index.put(number, keys)
        self._rows += groups
        self._of_article[number] = _Told(page, events, [len(group) for group in groups])
        self._forget()

    def _forget(self) -> None:
        """Drop what is laid out of articles that none can be compared with any more."""
        for number in self._shelf.left():
            del self._of_article[number]
            self._index.drop(number)

    def _add(self, group: list[Read]) -> int:
        """Let a group join an event or begin one; which one it has become."""
        told = [read.told for read in group]
        brief = brief_of(told)
        at, why = self._sure(brief)
        if at < 0:
            at, why = self._meetings.recalled(told, brief, self._briefs), WHY
        if at < 0:
            at, why = self._deeds.recalled(told, brief, self._briefs), OWNED
        if at < 0:
            at = len(self.groups)
            self.groups.append(list(group))
            self._briefs.append(brief)
            self.reasons.append([])
        else:
            self.groups[at] += group
            self._briefs[at] = both_of(self._briefs[at], brief)
            self.reasons[at].append((group[0].told.article, why))
        self._remember(at, brief)
        return at

    def _remember(self, at: int, brief: Brief) -> None:
        self._meetings.put(at, self._briefs[at])
        self._deeds.put(at, self._briefs[at])
        for kind in kinds_of(brief):
            self._recent.put(kind, at)

    def _sure(self, brief: Brief) -> tuple[int, str]:
        """Find the event that this surely tells again; of two that fit as well the one told last."""
        best, most, why = -1, 0.0, ""
        for at in self._recent.under_any(kinds_of(brief)):
            likely, reason = surely(self._briefs[at], brief, self.countries)
            if not likely:
                continue
            dated = brief.first is not None or self._briefs[at].first is not None
            if likely >= most and not (dated and is_again(self._briefs[at], brief)):
                best, most, why = at, likely, reason
        return best, why

    def _compare(
        self,
        groups: list[list[Read]],
        events: list[int],
        page: Page,
        keys: list[list[str]],
        near: dict[int, Likeness],
    ) -> None:
        """Weigh the mentions of each group with those of like articles that share most with it."""
        told = [self._of_article[number] for number in near]
        event = [at for one in told for at in one.events]
        size = [size for one in told for size in one.sizes]
        article = np.repeat(np.arange(len(told)), [len(one.events) for one in told])
        asking, found = self._index.sharing(near, keys, GROUPS)
        other = np.array(event, int)[found] != np.array(events)[asking]
        asking, found = asking[other], found[other]
        known = Page.joined([one.page for one in told])
        stories = article, list(near.values())
        for at, likely in self._scales.likely(known, stories, page, (found, asking), LEAST):
            one, group = int(found[at]), int(asking[at])
            self._links.add(event[one], events[group], likely * size[one] * len(groups[group]))

    def _likely(self, signals: dict[str, float] | None) -> float:
        return STRANGE if signals is None else probability(self.model.logit(signals))

    def story(self) -> Story:
        """Put together what is alike, and give every event once, in order of its first mention."""
        self._shelf, self._index, self._of_article = Shelf(), Index(), {}  # no article is to come
        link(self._links, [len(group) for group in self.groups], self, SAME)
        self._take_back()
        kept = [at for at, group in enumerate(self.groups) if group]
        place = {at: number for number, at in enumerate(kept)}
        events = [Folded([read.told for read in self._in_order(at)], self.reasons[at]) for at in kept]
        contrary = {
            (place[one], place[other]) for one, other in self._denied() if one in place and other in place
        }
        return Story(events, sorted(contrary))

    def _take_back(self) -> None:
        """Put what no other article tells back into its row, where it would be a second row of its article."""
        found = {read.told.where: at for at, group in enumerate(self.groups) for read in group}
        homes: dict[str, int] = {}
        for group in self._rows:
            at = found[group[0].told.where]
            home = homes.setdefault(group[0].told.key, at)  # a row's lead comes first
            if at != home and earns(group) and len(self.groups[at]) == len(group):
                self.groups[home] += self.groups[at]
                self._links.join(home, at)
                self.groups[at] = []

    def _in_order(self, at: int) -> list[Read]:
        return sorted(self.groups[at], key=lambda read: (read.told.number, read.told.start, read.told.end))

    def asked(self, one: int, other: int) -> float:
        """Say how alike two events must be at least (see `linking`)."""
        known, brief = self._briefs[one], self._briefs[other]
        return asked(known, brief, self._reason(known, brief))

    def _reason(self, known: Brief, brief: Brief) -> str:
        return apart(known, brief) or strangers(known, brief, self.countries)

    def join(self, one: int, other: int, likely: float) -> bool:
        """Put the other event into the one, unless only the deed is alike (see `linking`)."""
        pairs = [(a, b) for a in _sample(self.groups[one]) for b in _sample(self.groups[other])]
        if likely <= least_asked(pairs, self._story_of):
            return False
        article, why = self.groups[other][0].told.article, self._why(pairs)
        self.groups[one] += self.groups[other]
        self._briefs[one] = both_of(self._briefs[one], self._briefs[other])
        self.reasons[one] += [(article, why), *self.reasons[other]]
        self.groups[other] = []
        return True

    def _story_of(self, one: Read, other: Read) -> Likeness | None:
        a, b = sorted((one.told.number, other.told.number))
        return self._near[b].get(a)

    def _denied(self) -> Iterator[tuple[int, int]]:
        """Give the pairs of events that are alike but for one thing: what is told in one is denied in the other."""
        for one, group in enumerate(self.groups):
            beside = self._links.beside(one) if group else {}
            for other in sorted(beside):
                alike = beside[other] > SAME * len(group) * len(self.groups[other])
                if one < other and alike and apart(self._briefs[one], self._briefs[other]) == "denied":
                    yield one, other

    def _why(self, pairs: list[tuple[Read, Read]]) -> str:
        """Name the signals that speak most for it, of the pair that is most alike."""
        found = [
            (self._likely(signals), signals or {})
            for one, other in pairs
            for a, b in [sorted((one, other), key=lambda read: read.told.number)]
            if (story := self._story_of(a, b)) is not None
            for signals in [signals_of(a, b, story)]
        ]
        signals = max(found, key=lambda one: one[0])[1] if found else {}
        shown = {name: value for name, value in signals.items() if not name.startswith(_PLAIN)}
        return "; ".join(self.model.strongest(shown))
