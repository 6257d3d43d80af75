"""A pronoun or phrase, and the things that it may mean."""

from __future__ import annotations

from typing import NamedTuple

from dateline.coreference.discourse import Thing
from dateline.coreference.referents import Referent
from dateline.coreference.signals import Place


class Option(NamedTuple):
    """One thing that may be meant, with its signals."""

    thing: Thing | None  # None: nothing spoken of
    signals: list[str]


class Choice(NamedTuple):
    """A pronoun or phrase and what it may mean; the last option is nothing."""

    referent: Referent
    place: Place
    options: list[Option]
