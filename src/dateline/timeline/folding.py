"""One event or several? Rows of different articles that tell the same event are put together.

Every row is looked at once, in order of publication, and compared with a bounded number of earlier events, so time
grows with the number of mentions. Two mentions are weighed by learned signals; a row joins an event when the mean over
their mentions says so, so that no chain of half-likenesses ties strangers together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.events.rows.weights import Weights, probability
from dateline.timeline.kin import keys_of, relation
from dateline.timeline.learned import weights
from dateline.timeline.signals import Read, read_of, signals_of
from dateline.timeline.stories import Likeness, Shelf
from dateline.timeline.sure import NEARBY, Brief, apart, both_of, brief_of, kinds_of, strangers, surely
from dateline.timeline.tellings import Group, Told

SAME = 0.55  # from this mean on two groups are one
SURER = 0.75  # the same where something speaks against it: other days of a plan, only possible in one
_DOUBTFUL = ("moved", "only possible", "other type", "long after")
BARE = 0.95  # the same where nothing but the deed and the articles are alike
TOLD_ALIKE = 0.8  # of 2: how alike two sentences' words are that make up for it
_TIES = frozenset(("same day", "same figure"))
STRANGE = 0.02  # how likely mentions are one whose words share nothing
FIRST, LATEST = 2, 4  # mentions of a group that others are compared with
GROUPS = 24  # earlier events that a row is compared with
_CLOSE = ("same word", "same stem", "synonyms")  # of one row they tell one event
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
        near = loom.shelf.nearest(number, texts[number])
        for group in _rows(by_article[number]):
            loom.add([read_of(told) for told in group], near)
    return Story(
        [Folded([r.told for r in g], why) for g, why in zip(loom.groups, loom.reasons, strict=True)],
        loom.contrary,
    )


def _rows(mentions: Iterable[Told]) -> Iterable[Group]:
    """Give the rows of one article as the choice of rows has put them together."""
    rows: dict[str, Group] = {}
    for told in mentions:
        rows.setdefault(told.key, []).append(told)
    return rows.values()


def _sample(group: list[Read]) -> list[Read]:
    """Choose the mentions that others are compared with: of each article the heaviest, and what is of its word."""
    lead: dict[str, Read] = {}
    for read in group:
        key = read.told.key
        if key not in lead or read.told.weight > lead[key].told.weight:
            lead[key] = read
    close = [
        read for read in group if read.kin == lead[read.told.key].kin or _is_close(read, lead[read.told.key])
    ]
    return close if len(close) <= FIRST + LATEST else close[:FIRST] + close[-LATEST:]


def _is_close(one: Read, other: Read) -> bool:
    return relation(one.kin, other.kin) in _CLOSE


def _likely(model: Weights, one: Read, other: Read, story: Likeness | None) -> float:
    signals = signals_of(one, other, story)
    return STRANGE if signals is None else probability(model.logit(signals))


def _least(pairs: Iterable[tuple[Read, Read]]) -> float:
    """Ask for more where nobody, no day, no figure and few words are in both: then only the deed is alike."""
    for one, other in pairs:
        signals = signals_of(one, other, None) or {}
        shared = any(not member.startswith("place:") for member in one.members & other.members)
        if shared or signals.keys() & _TIES or signals.get("words shared", 0.0) >= TOLD_ALIKE:
            return SAME
    return BARE


class _Loom:
    """The events so far, and where those are found that a further group may tell again."""

    def __init__(self, models: Mapping[str, Weights], countries: dict[str, str]) -> None:
        self.models, self.countries = models, countries
        self.shelf = Shelf()
        self.groups: list[list[Read]] = []
        self.reasons: list[list[tuple[str, str]]] = []
        self.contrary: list[tuple[int, int]] = []
        self._briefs: list[Brief] = []
        self._recent: dict[tuple, list[int]] = {}
        self._of_article: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, group: list[Read], near: dict[int, Likeness]) -> None:
        """Let a group of an article join the event that it tells again, else begin one."""
        brief = brief_of([read.told for read in group])
        keys = sorted({key for read in group for key in keys_of(read.kin, read.told.type)})
        at, why = self._sure(brief)
        against = -1
        if at < 0:
            at, why, against = self._learned(group, brief, keys, near)
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
        self._remember(at, brief, group[0].told.number, keys)

    def _remember(self, at: int, brief: Brief, number: int, keys: list[str]) -> None:
        for kind in sorted(kinds_of(brief)):
            known = self._recent.setdefault(kind, [])
            if at in known[-NEARBY:]:
                known.remove(at)
            known.append(at)
            del known[:-NEARBY]
        for key in keys:
            self._of_article[number][key].append(at)

    def _sure(self, brief: Brief) -> tuple[int, str]:
        """Find the event that this surely tells again; of two that fit as well the one told last."""
        best, most, why = -1, 0.0, ""
        for at in sorted({at for kind in sorted(kinds_of(brief)) for at in self._recent.get(kind, ())}):
            likely, reason = surely(self._briefs[at], brief, self.countries)
            if likely and likely >= most:
                best, most, why = at, likely, reason
        return best, why

    def _learned(
        self, group: list[Read], brief: Brief, keys: list[str], near: dict[int, Likeness]
    ) -> tuple[int, str, int]:
        """Find the event of a like article that this most likely tells again, why, and one that it denies."""
        votes = Counter(at for number in near for key in keys for at in self._of_article[number].get(key, ()))
        found = sorted(votes, key=lambda at: (-votes[at], -at))[:GROUPS]
        best, most, against, contrary = -1, 0.0, -1, 0.0
        sample = _sample(group)
        for at in found:
            reason = apart(self._briefs[at], brief) or strangers(self._briefs[at], brief, self.countries)
            if reason and reason not in ("denied", *_DOUBTFUL):
                continue
            pairs = [(one, other) for one in _sample(self.groups[at]) for other in sample]
            likely = sum(self._pair(*pair, near) for pair in pairs) / len(pairs)
            if reason == "denied":
                against, contrary = (at, likely) if likely > max(SAME, contrary) else (against, contrary)
            elif likely > max(SURER if reason else _least(pairs), most):
                best, most = at, likely
        return best, self._why(self.groups[best], group, near) if best >= 0 else "", against

    def _pair(self, one: Read, other: Read, near: dict[int, Likeness]) -> float:
        if one.told.number == other.told.number:
            return _likely(self.models["again"], one, other, None)
        story = near.get(one.told.number)
        return _likely(self.models["across"], one, other, story) if story else STRANGE

    def _why(self, known: list[Read], group: list[Read], near: dict[int, Likeness]) -> str:
        """Name the signals that speak most for it, of the pair that is most alike."""
        pairs = [(one, other) for one in _sample(known) for other in group if one.told.number in near]
        one, other = max(pairs, key=lambda pair: self._pair(*pair, near), default=(known[0], group[0]))
        signals = signals_of(one, other, near.get(one.told.number)) or {}
        shown = {name: value for name, value in signals.items() if not name.startswith(_PLAIN)}
        return "; ".join(self.models["across"].strongest(shown))
