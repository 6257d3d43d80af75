"""What the signals of every event of one article are read from: the parse, and where what is told."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from dateline.events.records import Event
from dateline.events.rows.syntax import (
    Parse,
)
from dateline.events.rows.telling import gallery_of
from dateline.grammar.marks import in_marks


class Setting(NamedTuple):
    """What the signals of every event of one article are read from."""

    parse: Parse
    events: list[Event]
    by_token: dict[int, int]  # token -> number of its event
    published: date | None
    quoted: list[bool]  # of each token: within quotation marks
    headline: frozenset[str]  # families and lemmas of the headline's events
    parts: list[str]  # of each sentence
    body: list[int]  # of each sentence: how many of the body stand before it
    starts: frozenset[int]  # where events begin
    told: dict[str, tuple[int, int]]  # action -> where it is told first and last
    beside: Counter[int]  # sentence -> how many events
    gallery: list[int]  # where pictures are numbered and the page speaks of itself


def setting_of(parse: Parse, events: list[Event], published: date | None) -> Setting:
    """Gather what is looked at for every event of an article."""
    parts = [sentence.part for sentence in parse.tokens.sentences]
    by_token = {
        parse.at[event.start]: number for number, event in enumerate(events) if event.start in parse.at
    }
    opening = {event.action for event in events if parts[event.sentence] == "headline"}
    body, seen = [], 0
    for part in parts:
        body.append(seen)
        seen += part == "body"
    told: dict[str, tuple[int, int]] = {}
    for event in events:
        first, last = told.get(event.action, (event.start, event.start))
        told[event.action] = min(first, event.start), max(last, event.start)
    return Setting(
        parse, events, by_token, published, in_marks(parse.tokens), frozenset(opening), parts, body,
        frozenset(event.start for event in events), told, Counter(event.sentence for event in events),
        gallery_of(parse.tokens.word),
    )  # fmt: skip
