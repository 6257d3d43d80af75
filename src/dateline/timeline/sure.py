"""What is surely one event: same day, kind and parties, or the same words; and what surely is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.events.rows.synonyms import deed_of, same_deed
from dateline.timeline.habits import is_habit
from dateline.timeline.tellings import Group, Told, closest, names_of

LONG = 60  # days; nor do articles as far apart when one of them gives no day
DAY = 1
SOON = 7  # days; articles further apart seldom tell the same event when neither dates it
SHARED, ALIKE = (
    4,
    0.6,
)  # words that two papers' clauses share: how many at least, what share of the longer one
COMPARED = 6  # wordings kept of one event
REAL = {"happened": "real", "ongoing": "real"}
RANK = {"happened": 0, "ongoing": 1, "planned": 2, "denied": 3, "hypothetical": 4}
# Kinds of events in which it makes no difference who is actor and who is target: "A met B", "A and B met".
_JOINT = frozenset(("AGREE", "CONSULT", "COOPERATE"))


def kinds_of(brief: Brief) -> Iterator[tuple]:
    """List the keys under which an event is found again, mostly by its dates."""
    deeds = sorted({deed_of(action) for action in brief.actions})
    for kind in (*deeds, *brief.types):
        yield (kind, brief.first, brief.last)
    if brief.wordings:  # told in the same words, it may be dated in one article only
        yield from ((deed, "told") for deed in deeds)


def surely(one: Brief, other: Brief, countries: dict[str, str]) -> tuple[float, str]:
    """Tell two events of different articles that are surely one: how sure, and why; 0 and "" where it is not sure."""
    dated = one.first is not None and other.first is not None
    if not (_dates_agree(one, other, True) if dated else _may_be_sure(one, other)):
        return 0.0, ""
    if not one.articles.isdisjoint(other.articles):
        return 0.0, ""
    if one.status != other.status and not (dated and {one.status, other.status} == {"real", "planned"}):
        return 0.0, ""
    same_type = bool(one.types & other.types)
    alike = same_type or not (one.types or other.types)
    same_action = any(_same_word(a, b, alike) for a in one.actions for b in other.actions)
    if not (same_action or same_type) or (one.types and other.types and not same_type):
        return 0.0, ""
    same_word = same_action and any(
        _same_word(a, b, alike, strictly=True) for a in one.actions for b in other.actions
    )
    if dated and not _dates_agree(one, other, same_word):
        return 0.0, ""
    same_date = dated and (one.first, one.last) == (other.first, other.last)
    parties = _roles(one, other, countries, closely=not same_date)
    if dated and not same_date and parties < 2:
        return 0.0, ""
    if parties < 0 or (one.place and other.place and not one.place & other.place and not same_date):
        return 0.0, ""
    kind = "same deed" if same_action else "same type"
    soon = same_action and _soon(one.published, other.published)
    if soon and _in_same_words(one, other):
        return 2.0 + parties, "in the same words"
    habit = is_habit(one.actions, one.types) or is_habit(other.actions, other.types)
    if same_date and (parties == 2 or (parties == 1 and (same_action or not habit))):
        return (
            1.0 + same_action + parties,
            f"same day; {kind}; {'same' if parties == 2 else 'some of the same'} parties",
        )
    if soon and one.first is None and other.first is None and parties == 2 and len(one.members) > 1:
        return 1.0 + same_action + parties, f"within a week; {kind}; same parties"
    return 0.0, ""


def _may_be_sure(one: Brief, other: Brief) -> bool:
    """Tell whether two events that are not both dated can be surely one: told soon, in the same words or of some."""
    if not _soon(one.published, other.published):
        return False
    undated = one.first is None and other.first is None
    return (undated and len(one.members) > 1 and bool(other.members)) or _in_same_words(one, other)


def apart(one: Brief, other: Brief) -> str:
    """Name what forbids that two events are one, however alike their tellings are; "" where nothing does."""
    if "denied" in (one.status, other.status) and one.status != other.status:
        return "denied"
    days, others = one.days, other.days
    dated = days is not None and others is not None
    if days and others and (days[1] < others[0] or others[1] < days[0]):
        if one.status == other.status == "planned":
            return "moved"
        between = max(days[0] - others[1], others[0] - days[1])
        if between <= SOON and not (_is_own(one) and _is_own(other)):
            return "other day, told elsewhere"
        return "next day" if between <= DAY else "other day"
    if one.status != other.status:
        if "hypothetical" in (one.status, other.status):
            return "only possible"
        if not dated:
            return "planned"
    if one.types and other.types and not one.types & other.types:
        return "other type"
    if not dated and one.published is not None and other.published is not None:
        return "long after" if abs(one.published - other.published) > LONG else ""
    return ""


def _is_own(brief: Brief) -> bool:
    """Tell whether the sentence of a mention gives the day."""
    return brief.dated is not None and brief.dated.own_day


def gap(one: Brief, other: Brief) -> int:
    """Measure the days between two events: from the days told, else from their articles; 0 if unknown.

    Where no day is told, all articles count, so that what is told week after week becomes no event of many weeks.
    """
    days, others = _days(one), _days(other)
    if days is None or others is None:
        return 0
    if one.days is None and other.days is None:
        return max(others[1] - days[0], days[1] - others[0])
    if one.days is not None and other.days is not None:
        return max(others[0] - days[1], days[0] - others[1], 0)
    day, told = (days, others) if other.days is None else (others, days)
    return max(told[1] - day[1], day[0] - told[0], 0)


def _days(brief: Brief) -> tuple[int, int] | None:
    if brief.published is None or brief.since is None or brief.first is not None:
        return brief.days
    return brief.since, brief.published


def strangers(one: Brief, other: Brief, countries: dict[str, str]) -> str:
    """Say that those who take part in one can't be those of the other, "" where they can."""
    same_day = one.first is not None and (one.first, one.last) == (other.first, other.last)
    return "other parties" if _roles(one, other, countries, closely=not same_day) < 0 else ""


def _in_same_words(one: Brief, other: Brief) -> bool:
    """Tell one event told in two papers in nearly the same words."""
    return any(
        len(a & b) >= SHARED and len(a & b) >= ALIKE * max(len(a), len(b))
        for a in one.wordings
        for b in other.wordings
    )


def _soon(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and abs(other - one) <= SOON


def _same_word(one: str, other: str, same_type: bool, strictly: bool = False) -> bool:
    """Same action or deed; with the same type also a verb and its noun ("deploy", "deployment")."""
    few, many = sorted((one, other), key=len)
    return (
        one == other
        or (not strictly and same_deed(one, other))
        or (same_type and len(few) > 4 and many[: max(5, len(few) - 1)] == few[: max(5, len(few) - 1)])
    )


def same_act(one: Told, other: Told) -> bool:
    """Tell whether two mentions name the same act: one word or deed for it, or one PLOVER type."""
    same_type = bool(one.type) and one.type == other.type
    return same_type or _same_word(one.action, other.action, one.type == other.type)


class Brief(NamedTuple):
    """What a group of mentions says together."""

    actions: frozenset[str]
    types: frozenset[str]
    status: str
    members: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    place: frozenset[str]
    first: int | None  # days, counted
    last: int | None
    articles: frozenset[int]
    since: int | None  # the oldest of its articles
    published: int | None  # the newest
    told: str  # the surest status of its mentions
    dated: Told | None  # the mention that dates it most closely
    wordings: tuple[frozenset[str], ...]

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last day, None where none is told."""
        return None if self.first is None or self.last is None else (self.first, self.last)


def brief_of(group: Group) -> Brief:
    """Say what the mentions of a group say together."""
    if len(group) == 1:
        return _brief_of_one(*group)
    dated = closest(group)
    first, last = _counted(dated)
    status = min((m.status for m in group), key=lambda s: RANK.get(s, 9))
    wordings = (m.wording for m in group)
    return Brief(
        frozenset(m.action for m in group), frozenset(m.type for m in group if m.type), REAL.get(status, status),
        frozenset().union(*(m.members for m in group)), frozenset(e for m in group for e in m.actors),
        frozenset(e for m in group for e in m.targets), frozenset(p for m in group for p in m.place),
        first, last, frozenset(m.number for m in group),
        min((m.published.toordinal() for m in group if m.published is not None), default=None),
        max((m.published.toordinal() for m in group if m.published is not None), default=None), status, dated,
        tuple(words for words in wordings if len(words) >= SHARED)[:COMPARED],
    )  # fmt: skip


def _brief_of_one(told: Told) -> Brief:
    words = told.wording
    first, last = _counted(told)
    return Brief(
        names_of((told.action,)), names_of((told.type,) if told.type else ()),
        REAL.get(told.status, told.status), told.members, names_of(told.actors), names_of(told.targets),
        names_of(told.place), first, last, frozenset((told.number,)),
        told.published.toordinal() if told.published is not None else None,
        told.published.toordinal() if told.published is not None else None, told.status,
        told if told.first is not None else None, (words,) if len(words) >= SHARED else (),
    )  # fmt: skip


def both_of(one: Brief, other: Brief) -> Brief:
    """Say together what two groups say; their mentions are not looked at again, as there may be thousands."""
    told = min(one.told, other.told, key=lambda status: RANK.get(status, 9))
    dated = closest([brief.dated for brief in (one, other) if brief.dated])
    first, last = _counted(dated)
    return Brief(
        one.actions | other.actions, one.types | other.types, REAL.get(told, told), one.members | other.members,
        one.actors | other.actors, one.targets | other.targets, one.place | other.place,
        first, last, one.articles | other.articles,
        min((day for day in (one.since, other.since) if day is not None), default=None),
        max((day for day in (one.published, other.published) if day is not None), default=None),
        told, dated, (one.wordings + other.wordings)[:COMPARED],
    )  # fmt: skip


def _counted(told: Told | None) -> tuple[int | None, int | None]:
    """Count the first and the last day of a mention."""
    if told is None or told.first is None or told.last is None:
        return None, None
    return told.first.toordinal(), told.last.toordinal()


def _dates_agree(one: Brief, other: Brief, same_action: bool) -> bool:
    """Same interval; or one within the other, where the action is the same too."""
    days, others = one.days, other.days
    if days is None or others is None or days == others:
        return days == others
    inside = (days[0] <= others[0] and others[1] <= days[1]) or (
        others[0] <= days[0] and days[1] <= others[1]
    )
    return same_action and inside


def _roles(one: Brief, other: Brief, countries: dict[str, str], *, closely: bool) -> int:
    """Compare those who take part, each in the same role where the role matters; the figures are those of _parties."""
    types = one.types | other.types
    if types and types <= _JOINT:
        return _parties(one.members, other.members, countries, closely=closely)
    actors = _parties(one.actors, other.actors, countries, closely=closely)
    targets = _parties(one.targets, other.targets, countries, closely=closely)
    if min(actors, targets) < 0:
        return -1
    return (
        2 if actors == 2 and (targets == 2 or not one.targets | other.targets) else max(actors, targets) and 1
    )


def _parties(one: frozenset[str], other: frozenset[str], countries: dict[str, str], *, closely: bool) -> int:
    """Compare those who take part: 2 the same, 1 one side says less, 0 one side says nothing, -1 they differ."""
    if not one or not other:
        return 0
    few, many = sorted((one, other), key=lambda members: (len(members), sorted(members)))
    if not all(any(_same_party(a, b, countries, closely) for b in many) for a in few):
        return -1
    return 2 if all(any(_same_party(a, b, countries, closely) for a in few) for b in many) else 1


def share_a_party(one: frozenset[str], other: frozenset[str], countries: dict[str, str]) -> bool:
    """Tell whether somebody takes part in both, or a country here and its government or president there."""
    return any(_same_party(a, b, countries, closely=False) for a in one for b in other)


def _same_party(one: str, other: str, countries: dict[str, str], closely: bool) -> bool:
    """Same entity; or a country and its government; where the date agrees too, also its president."""
    if one == other or one.partition(":")[2] == other.partition(":")[2]:  # the same name, of whatever kind
        return True
    country = countries.get(one, "")
    if not country or country != countries.get(other, ""):
        return False
    persons = one.startswith("person:") + other.startswith("person:")
    return persons == 0 or (persons == 1 and not closely)
