"""How alike two events must be to be one: the more, the less else they share and the more speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from dateline.events.rows.families import families_of
from dateline.timeline.signals import Read, share_more
from dateline.timeline.stories import Likeness
from dateline.timeline.sure import DAY, SOON, Brief, gap

SAME = 0.35  # from this mean on two groups are one
SURER = 0.42  # the same where something speaks against it: other parties, days between, only possible in one
FAR = 0.6  # the same where more than a week lies between them
BARE = 0.45  # the same where nothing but the deed and the articles are alike
SHORT = 0.95  # the same in articles of a line or two
NEVER = 2.0  # more than any probability
_OTHERS = "other parties"
_MET = "CONSULT"
_REPEATED = frozenset(("AID", "SANCTION"))  # types of what is done often, each time anew
_HABITS = frozenset(("CONSULT", "SUPPORT"))  # types of what is done again and again
_WORDS = frozenset(("commit", "commitment", "express", "reaffirm", "reiterate", "underscore", "update"))
_SAID = frozenset(("aspect", "meeting", "saying", "speech act"))  # families of the same


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
    if reason == _OTHERS and _are_others(one, other):
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
    """Tell whether what people do again and again is done on two days, or they meet others."""
    if not (is_habit(one.actions, one.types) and is_habit(other.actions, other.types)):
        return False
    met = reason == _OTHERS and _MET in one.types | other.types
    return met or reason == "next day" or gap(one, other) > DAY


@lru_cache(maxsize=4096)
def is_habit(actions: frozenset[str], types: frozenset[str]) -> bool:
    """Tell whether people do it again and again in the same words: they say, meet or support."""
    said = actions & _WORDS or any(_SAID & set(families_of(action)) for action in actions)
    return bool(said or types & _HABITS)


def is_repeated(types: frozenset[str]) -> bool:
    """Tell whether it is done often, each time anew."""
    return bool(types & _REPEATED)
