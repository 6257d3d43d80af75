"""Words that can tell one deed: forms of one word, verb and noun, synonyms, words of one family or type."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from dateline.events.rows.families import families_of
from dateline.events.rows.synonyms import deed_of
from dateline.lexicons import read_facts, read_groups
from dateline.timeline.rarity import stem

_STEM = 5  # letters that a verb and its noun share


class Kin(NamedTuple):
    """What an action shares with others that can tell the same."""

    action: str
    stems: frozenset[str]
    deed: str
    senses: frozenset[str]
    groups: frozenset[str]
    families: frozenset[str]
    lines: frozenset[str]  # of words that news use for the same


@cache
def kin_of(action: str) -> Kin:
    """Find the kin of an action, with its particle or without.

    Examples
    --------
    >>> relation(kin_of("quake"), kin_of("earthquake")), relation(kin_of("die"), kin_of("death"))
    ('senses', 'synonyms')
    """
    head = action.split()[0] if action else ""
    stems = frozenset((stem(head), head[:_STEM])) if head else frozenset()
    senses = _senses().get(action, frozenset()) | _senses().get(head, frozenset())
    return Kin(
        action,
        stems,
        deed_of(action),
        senses,
        _groups().get(action, frozenset()),
        frozenset(families_of(action)),
        _lines().get(action) or _lines().get(head, frozenset()),
    )


@cache
def _senses() -> dict[str, frozenset[str]]:
    return {row["word"]: frozenset(row["senses"].split()) for row in read_facts("event_kin.csv")}


@cache
def _groups() -> dict[str, frozenset[str]]:
    found = read_groups("plover_words.csv", "word", "group")
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def _lines() -> dict[str, frozenset[str]]:
    return {word: frozenset(lines) for word, lines in read_groups("event_likes.csv", "word", "line").items()}


def relation(one: Kin, other: Kin) -> str:
    """Name the closest relation of two actions, "" where there is none."""
    if one.action == other.action:
        return "same word"
    if one.stems & other.stems:
        return "same stem"
    if one.deed == other.deed:
        return "synonyms"
    if one.senses & other.senses:
        return "senses"
    if one.lines & other.lines:
        return "told alike"
    if one.groups & other.groups:
        return "like words"
    return "same family" if one.families & other.families else ""


@lru_cache(maxsize=65536)
def keys_of(action: str, type_: str) -> tuple[str, ...]:
    """List the keys under which actions of some relation, or of one type, meet."""
    kin = kin_of(action)
    keys = (
        [f"stem {one}" for one in kin.stems] + [f"sense {one}" for one in kin.senses] + [f"deed {kin.deed}"]
    )
    keys += (
        [f"line {one}" for one in kin.lines]
        + [f"group {one}" for one in kin.groups]
        + [f"family {one}" for one in kin.families]
    )
    return tuple(sorted([*keys, f"type {type_}"] if type_ else keys))
