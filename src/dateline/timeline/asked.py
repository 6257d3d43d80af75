"""How alike two events must be to be one: the more, the less else they share and the more speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.timeline.habits import in_one_word, is_habit, is_repeated
from dateline.timeline.signals import Read, share_more
from dateline.timeline.stories import Likeness
from dateline.timeline.sure import DAY, SOON, Brief, gap

SAME = 0.35  # from this mean on two groups are one
SURER = 0.42  # the same where something speaks against it: other parties, days between, only possible in one
FAR = 0.6  # the same where more than a week lies between them
BARE = 0.45  # the same where nothing but the deed and the articles are alike
SHORT = 0.95  # the same in articles of a line or two
APART = 3  # days; articles that each tell of their own day and are further apart tell two events
NEVER = 2.0  # more than any probability
_OTHERS = "other parties"
_MET = "CONSULT"
_LENT = "other day, told elsewhere"  # days that sentences beside them tell
_PERSON = "person:"


def least_asked(pairs: Iterable[tuple[Read, Read]], near: Callable[[Read, Read], Likeness | None]) -> float:
    """Ask for more where nobody, no day, no figure and few words are in both: then only the deed is alike."""
    short = False
    for one, other in pairs:
        if share_more(one, other):
            return SAME
        story = near(one, other)
        short = short or (story is not None and story.short)
    return SHORT if short else BARE


def asked(one: Brief, other: Brief, reason: str) -> float:
    """Say how likely two events must be one: the surer, the more days lie between them; NEVER, if it can't be.

    What is said, met for or supported is done again day after day in the same words.
    """
    if reason in ("other day", "denied") or is_again(one, other, reason):
        return NEVER
    if reason == _LENT and _each_of_its_own_day(one, other) and gap(one, other) > APART:
        return NEVER
    if reason == _OTHERS and _are_others(one, other):
        return NEVER
    if _are_habits(one, other) and not in_one_word(one.actions, other.actions):
        return NEVER
    between = gap(one, other)
    if between > SOON or (between > DAY and is_repeated(one.types | other.types)):
        return FAR
    return SURER if reason or between > DAY else SAME


def _are_others(one: Brief, other: Brief) -> bool:
    """Tell whether all sides are named and nobody is the same, or both are turned about.

    "Ayr beat Bute" and "Bute beat Ayr" are two. One name on the other side says little: mostly a role is read wrongly.
    """
    if one.actors & other.targets and one.targets & other.actors:
        return not (one.actors & other.actors or one.targets & other.targets)
    return all((one.actors, one.targets, other.actors, other.targets)) and not one.members & other.members


def is_again(one: Brief, other: Brief, reason: str = "") -> bool:
    """Tell whether what people do again and again is done anew: on two days, with or to others, or in another way."""
    if not _are_habits(one, other):
        return False
    if reason in ("next day", _LENT) or gap(one, other) > DAY or _are_to_others(one, other):
        return True
    return reason == _OTHERS and _MET in one.types | other.types


def _are_habits(one: Brief, other: Brief) -> bool:
    return is_habit(one.actions, one.types) and is_habit(other.actions, other.types)


def _are_to_others(one: Brief, other: Brief) -> bool:
    """Tell whether persons are named to whom it is done, and are others: "told Lee", "told Roe"."""
    to_one, to_other = (
        {member for member in brief.targets if member.startswith(_PERSON)} for brief in (one, other)
    )
    if not to_one or not to_other or to_one & to_other:
        return False
    return not (one.targets & other.actors or one.actors & other.targets)


def _each_of_its_own_day(one: Brief, other: Brief) -> bool:
    """Tell whether each is dated to the day on which its article came out: what is told as of today."""
    dated = (one.dated, other.dated)
    return all(told is not None and told.first == told.last == told.published for told in dated)
