"""One event or several? Rows of different articles that tell the same event are put together.

Every row is looked at once, in order of publication, and compared with a bounded number of earlier events, so time
grows with the number of mentions. Two mentions are weighed by learned signals; a row joins an event when the mean over
their mentions says so, so that no chain of half-likenesses ties strangers together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from dateline.events.rows.families import families_of
from dateline.events.rows.weights import Weights, probability
from dateline.timeline.ceiling import Ceiling, trusted
from dateline.timeline.index import Index
from dateline.timeline.kin import keys_of
from dateline.timeline.learned import weights
from dateline.timeline.signals import Read, read_of, signals_of
from dateline.timeline.stories import Likeness, Shelf
from dateline.timeline.sure import (
    DAY,
    NEARBY,
    SOON,
    Brief,
    apart,
    both_of,
    brief_of,
    gap,
    kinds_of,
    strangers,
    surely,
)
from dateline.timeline.tellings import Group, Told
from dateline.timeline.within import parted

SAME = 0.35  # from this mean on two groups are one
SURER = 0.42  # the same where something speaks against it: other parties, days between, only possible in one
FAR = 0.6  # the same where more than a week lies between them
BARE = 0.45  # the same where nothing but the deed and the articles are alike
SHORT = 0.95  # the same in articles of a line or two
TOLD_ALIKE = 0.8  # of 2: how alike two sentences' words are that make up for it
NEVER = 2.0  # more than any probability
_OTHERS = "other parties"
_MET = "CONSULT"
_HABITS = frozenset(("CONSULT", "SUPPORT"))  # types of what is done again and again
_WORDS = frozenset(("commit", "commitment", "express", "reaffirm", "reiterate", "underscore", "update"))
_SAID = frozenset(("aspect", "meeting", "saying", "speech act"))  # families of the same
_TIES = frozenset(("same day", "same figure"))
STRANGE = 0.0  # how likely mentions are one whose words share nothing
FIRST, LATEST = 2, 4  # mentions of a group that others are compared with
GROUPS = 24  # earlier events that a row is compared with
_PLAIN = (
    "no day",
    "same status",
    "same class",
    "far sentences",
    "rarity",
    "weight of",
    "words shared of",
    "both in rows",
)


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
    models: Mapping[str, Weights] | None = None,
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
    models : mapping of str to Weights, optional
        Other weights than the package's.
    """
    models = models or weights()
    by_article: dict[int, list[Told]] = defaultdict(list)
    for told in mentions:
        by_article[told.number].append(told)
    loom = _Loom(models, countries)
    for number in sorted(by_article):
        loom.take(number, texts[number], parted(map(read_of, by_article[number])))
    return Story(
        [Folded([r.told for r in g], why) for g, why in zip(loom.groups, loom.reasons, strict=True)],
        loom.contrary,
    )


def _sample(group: list[Read]) -> list[Read]:
    """Choose the mentions that others are compared with: the first and the latest."""
    return group if len(group) <= FIRST + LATEST else group[:FIRST] + group[-LATEST:]


def _likely(model: Weights, one: Read, other: Read, story: Likeness | None) -> float:
    signals = signals_of(one, other, story)
    return STRANGE if signals is None else probability(model.logit(signals))


def _least(pairs: Iterable[tuple[Read, Read]], near: Mapping[int, Likeness]) -> float:
    """Ask for more where nobody, no day, no figure and few words are in both: then only the deed is alike."""
    short = False
    for one, other in pairs:
        signals = signals_of(one, other, None) or {}
        shared = any(not member.startswith("place:") for member in one.members & other.members)
        if shared or signals.keys() & _TIES or signals.get("words shared", 0.0) >= TOLD_ALIKE:
            return SAME
        short = short or (one.told.number in near and near[one.told.number].short)
    return SHORT if short else BARE


def _asked(one: Brief, other: Brief, reason: str) -> float:
    """Say how likely two events must be one: the surer, the more days lie between them; NEVER, if it can't be.

    What is said, met for or supported is done again day after day in the same words.
    """
    if reason == "other day" or _is_again(one, other, reason):
        return NEVER
    if reason == _OTHERS and _are_others(one, other):
        return NEVER
    between = gap(one, other)
    if between > SOON:
        return FAR
    return SURER if reason or between > DAY else SAME


def _are_others(one: Brief, other: Brief) -> bool:
    """Tell whether all sides are named and nobody is the same, or who acts in one is acted on in the other."""
    if (one.actors & other.targets) or (one.targets & other.actors):
        return True
    return all((one.actors, one.targets, other.actors, other.targets)) and not one.members & other.members


def _is_again(one: Brief, other: Brief, reason: str = "") -> bool:
    """Tell whether what people do again and again is done on two days, or they meet others."""
    if not (_is_habit(one.actions, one.types) and _is_habit(other.actions, other.types)):
        return False
    met = reason == _OTHERS and _MET in one.types | other.types
    return met or reason == "next day" or gap(one, other) > DAY


@lru_cache(maxsize=4096)
def _is_habit(actions: frozenset[str], types: frozenset[str]) -> bool:
    said = actions & _WORDS or any(_SAID & set(families_of(action)) for action in actions)
    return bool(said or types & _HABITS)


class _Loom:
    """The events so far, and where those are found that a further group may tell again."""

    def __init__(self, models: Mapping[str, Weights], countries: dict[str, str]) -> None:
        self.models, self.countries = models, countries
        self._shelf, self._index = Shelf(), Index()
        self._ceiling = Ceiling(models["across"])
        self.groups: list[list[Read]] = []
        self.reasons: list[list[tuple[str, str]]] = []
        self.contrary: list[tuple[int, int]] = []
        self._briefs: list[Brief] = []
        self._recent: dict[tuple, list[int]] = {}

    def take(self, number: int, text: str, groups: list[list[Read]]) -> None:
        """Let each group of an article join the event that it tells again, else begin one."""
        near = self._shelf.nearest(number, text)
        self._ceiling.look(near)
        keys = [
            sorted({key for read in group for key in keys_of(read.told.action, read.told.type)})
            for group in groups
        ]
        known = self._index.under(near, keys)
        at = [
            self._add(group, Counter(chain.from_iterable(found)), near)
            for group, found in zip(groups, known, strict=True)
        ]
        self._index.put(number, keys, at)

    def _add(self, group: list[Read], votes: Counter[int], near: dict[int, Likeness]) -> int:
        """Let a group join an event or begin one; which one it has become."""
        brief = brief_of([read.told for read in group])
        at, why = self._sure(brief)
        against = -1
        if at < 0:
            at, why, against = self._learned(group, brief, votes, near)
        if at < 0:
            at = len(self.groups)
            self.groups.append(list(group))
            self._briefs.append(brief)
            self.reasons.append([])
        else:
            self.groups[at] += group
            self._briefs[at] = both_of(self._briefs[at], brief)
            self.reasons[at].append((group[0].told.article, why))
        if against >= 0:
            self.contrary.append((against, at))
        self._remember(at, brief)
        return at

    def _remember(self, at: int, brief: Brief) -> None:
        for kind in kinds_of(brief):
            known = self._recent.setdefault(kind, [])
            if at in known[-NEARBY:]:
                known.remove(at)
            known.append(at)
            del known[:-NEARBY]

    def _sure(self, brief: Brief) -> tuple[int, str]:
        """Find the event that this surely tells again; of two that fit as well the one told last."""
        best, most, why = -1, 0.0, ""
        for at in sorted({at for kind in kinds_of(brief) for at in self._recent.get(kind, ())}):
            likely, reason = surely(self._briefs[at], brief, self.countries)
            if not likely:
                continue
            dated = brief.first is not None or self._briefs[at].first is not None
            if likely >= most and not (dated and _is_again(self._briefs[at], brief)):
                best, most, why = at, likely, reason
        return best, why

    def _learned(
        self, group: list[Read], brief: Brief, votes: Counter[int], near: dict[int, Likeness]
    ) -> tuple[int, str, int]:
        """Find the event of a like article that this most likely tells again, why, and one that it denies."""
        found = sorted(((times, at) for at, times in votes.items()), reverse=True)[:GROUPS]
        best, most, against, contrary = -1, 0.0, -1, 0.0
        sample = _sample(group)
        for _, at in found:
            told = _sample(self.groups[at])
            if not self._ceiling.is_reached(told, sample, SAME):
                continue
            known = self._briefs[at]
            reason = apart(known, brief) or strangers(known, brief, self.countries)
            least = _asked(known, brief, reason)
            if least == NEVER:
                continue
            pairs = [(one, other) for one in told for other in sample]
            likely = self._mean(pairs, near)
            if reason == "denied":
                against, contrary = (at, likely) if likely > max(SAME, contrary) else (against, contrary)
            elif likely > max(least, most) and likely > _least(pairs, near):
                best, most = at, likely
        return best, self._why(self.groups[best], group, near) if best >= 0 else "", against

    def _mean(self, pairs: list[tuple[Read, Read]], near: dict[int, Likeness]) -> float:
        """Take the mean over the pairs whose words share something, less where these are few."""
        found = [self._pair(*pair, near) for pair in pairs]
        related = [likely for likely in found if likely != STRANGE]
        return sum(related) / len(related) * trusted(len(related), len(pairs)) if related else 0.0

    def _pair(self, one: Read, other: Read, near: dict[int, Likeness]) -> float:
        if one.told.number == other.told.number:
            return _likely(self.models["again"], one, other, None)
        story = near.get(one.told.number)
        return _likely(self.models["across"], one, other, story) if story else STRANGE

    def _why(self, known: list[Read], group: list[Read], near: dict[int, Likeness]) -> str:
        """Name the signals that speak most for it, of the pair that is most alike."""
        pairs = [(one, other) for one in _sample(known) for other in group if one.told.number in near]
        one, other = max(
            pairs, key=lambda pair: self._pair(pair[0], pair[1], near), default=(known[0], group[0])
        )
        signals = signals_of(one, other, near.get(one.told.number)) or {}
        shown = {name: value for name, value in signals.items() if not name.startswith(_PLAIN)}
        return "; ".join(self.models["across"].strongest(shown))
