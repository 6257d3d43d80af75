"""Pronouns of somebody that no name names, and the noun that told of him: "A driver fled. He was held"."""

from __future__ import annotations

from typing import NamedTuple

from dateline.coreference.choice import Choice
from dateline.coreference.discourse import Thing
from dateline.coreference.signals import role_of
from dateline.coreference.speech import says
from dateline.knowledge.nouns import PERSONS
from dateline.language import Tokens

_BEYOND_DOUBT = 0.95  # how likely "they" must be where others without a name may be meant
_ACTING = frozenset(("subject", "patient", "agent"))
_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))


class Unnamed(NamedTuple):
    """A pronoun that means somebody or something without a name, the noun that told of it, and how likely that is."""

    pronoun: int  # token
    noun: int  # token
    share: float


def without_a_name(tokens: Tokens, choice: Choice, thing: Thing, share: float) -> list[Unnamed]:
    """Note whom without a name a pronoun means, by the first phrase that told of it whole, in no headline.

    Not "he" of "a spokesman said he had left", who is mostly another, nor where somebody was named since.
    """
    pronoun = choice.referent.head
    told = [one for one in thing.mentions if one.form != "pronoun" and one.head < pronoun]
    if not told:
        return []
    latest, whole = told[-1].head, [one for one in told if one.number == "p" or one.definite != "bare"]
    same_sentence = tokens.sentence[latest] == tokens.sentence[pronoun]
    if same_sentence and tokens.lemma[latest].lower() in _SPOKESMEN and says(tokens, latest):
        return []
    if choice.place.group == "he" and any(
        _named_since(option.thing, latest, pronoun) for option in choice.options
    ):
        return []
    doubted = choice.place.group == "he" or (choice.place.group == "they" and share < _BEYOND_DOUBT)
    if doubted and any(_may_be_meant(tokens, option.thing, thing) for option in choice.options):
        return []
    if any(o.thing is not thing and o.thing and o.thing.heads & thing.heads for o in choice.options):
        return []  # one of two drivers
    return [Unnamed(pronoun, (whole or told)[0].head, share * thing.sure)]


def _may_be_meant(tokens: Tokens, other: Thing | None, thing: Thing) -> bool:
    """Is this another one without a name, a person, or one that acts and may be one?"""
    if other is None or other is thing or other.entity:
        return False
    return other.kind in PERSONS or (not other.kind and role_of(tokens, other.latest.head) in _ACTING)


def _named_since(other: Thing | None, latest: int, pronoun: int) -> bool:
    return (
        other is not None and other.entity != "" and any(latest < one.head < pronoun for one in other.recent)
    )
