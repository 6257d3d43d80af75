"""The words of a row: the clause that tells the event, or its sentence where no clause can be made whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from dateline.events.records import Event
from dateline.events.rows.clauses import clause_of, is_endless
from dateline.events.rows.room import MOST
from dateline.events.rows.syntax import Parse, counted, sentence_span
from dateline.events.rows.word_signals import COMPLETE
from dateline.events.rows.wording import names_in_brief
from dateline.knowledge.names import slug

_OWNING = ("'s", "’s")
AROUND = 6  # words on either side of a trigger
LONGEST = 400  # characters of a sentence that stands in for a clause
# what somebody says or signs is told by what it is the object of: "the minister called" for what?
_VERBAL = frozenset(("", "ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
_SUFFERED = ("ASSAULT", "COERCE", "CONCEDE", "SANCTION")  # done to somebody, who must be told
_FOUGHT = COMPLETE | {"attack", "bomb", "clash", "fight", "strike"}


class Worded(NamedTuple):
    """The words of a row, how well they tell it (2 a clause, 1 a noun, 0 its sentence), and the words kept."""

    text: str
    tells: int
    kept: frozenset[int] = frozenset()


def worded_event(
    parse: Parse, event: Event, names: Mapping[str, str], called: Mapping[int, str] = MappingProxyType({})
) -> Worded:
    """Word an event so that it can stand alone.

    Parameters
    ----------
    parse : Parse
    event : Event
        Its actors stand in for pronouns and missing subjects.
    names : mapping of str to str
        Entity -> name.
    called : mapping of int to str
        Pronoun -> the name or words of whom it means, where the event itself has nobody.

    Returns
    -------
    Worded
        About 20 words of the text at most, or the whole sentence; never empty.
    """
    actors, targets, places = (
        names_in_brief(list(entities), names) for entities in (event.actor, event.target, event.place)
    )
    token = parse.at.get(event.start, -1)
    if token < 0 or is_endless(parse, token):
        return Worded(_around(parse, token, event), 0)
    done = event.status == "happened"
    clause = clause_of(parse, event.start, event.end, event.date_phrase, actors, targets, done, called)
    if clause.length == 1 and places:
        return Worded(f"{clause.text} in {' and '.join(places)}", 1, clause.kept)
    wanting = clause.bare and event.type in _VERBAL and event.action not in COMPLETE
    wanting = wanting or (clause.bare and event.type in _SUFFERED and event.action not in _FOUGHT)
    alone = " " not in clause.text or (clause.plain and not actors and not counted(parse, event.start))
    led_away = clause.text.split(" ", 1)[0].lower() in (
        "whom",
        "which",
        "who",
    )  # of whom, the clause doesn't say
    if clause.text and not wanting and not alone and not led_away:
        return Worded(
            clause.text, clause.tells if 2 < clause.length <= MOST else min(clause.tells, 1), clause.kept
        )
    span = sentence_span(parse, event.start) or (event.start, event.end)
    text = " ".join(parse.tokens.text[slice(*span)].split())
    return Worded(text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…", 0)


def _around(parse: Parse, token: int, event: Event) -> str:
    """Give the words round a trigger that stands in no sentence of a length that anybody writes."""
    if token < 0:
        return event.text
    first, last = max(0, token - AROUND), min(len(parse.tokens.start) - 1, token + AROUND)
    return " ".join(parse.tokens.text[parse.tokens.start[first] : parse.tokens.end[last]].split())[:LONGEST]


def names_of(text: str, mentions: Iterable) -> dict[str, str]:
    """Name every entity of one article: the spelling that its id is made of, else its longest."""
    names: dict[str, str] = {}
    mentions = list(mentions)
    for mention in mentions:
        if mention.entity and getattr(mention, "form", "") == "nominal":  # "the Belgian police"
            called = (
                " ".join(text[mention.start : mention.end].split()).removeprefix("The ").removeprefix("the ")
            )
            if slug(mention.kind, called) == mention.entity:
                names.setdefault(mention.entity, called)
    for mention in mentions:
        if mention.entity and getattr(mention, "form", "name") == "name":
            name = " ".join(text[mention.start : mention.end].split())
            known = names.get(mention.entity, "")
            if max((known, name), key=partial(_fitness, mention.entity)) != known:
                names[mention.entity] = name
    return {entity: _no_owner(entity, name) for entity, name in names.items()}


def _fitness(entity: str, name: str) -> tuple[bool, bool, bool, int]:
    """Rank spellings of an entity: no name that a user merged into it, no capitals of a dateline, no owner, long."""
    own = slug(entity.partition(":")[0], name) == entity
    return own, not name.isupper(), not name.endswith(_OWNING), len(name)


def _no_owner(entity: str, name: str) -> str:
    """Take "'s" off "the Bank of Japan's", not off "McDonald's"."""
    owning = name.endswith(_OWNING) and (" " in name or not entity.startswith("org:"))
    return name[:-2] if owning else name
