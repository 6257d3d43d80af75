"""Run the steps on one text up to its events, for tests that look at single events."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dateline.dates import dates_in
from dateline.entities import describe_entities
from dateline.events import Event, events_in
from dateline.grammar import parse
from dateline.language import Tokens
from dateline.mentions import mentions_in
from dateline.quotes import quotes_in


class Found(NamedTuple):
    """What the steps found in one text."""

    tokens: Tokens
    mentions: list
    dates: list
    events: list[Event]
    entities: list


def run_steps(text: str, published: str | None = None, tokens: Tokens | None = None) -> Found:
    """Parse a text, unless its tokens are given, and run the steps up to events; `published` is an ISO day or None."""
    day = date.fromisoformat(published[:10]) if published else None
    tokens = tokens or parse(text)
    mentions, dates = mentions_in(tokens, day), dates_in(tokens, day)
    events = events_in(tokens, mentions, dates, quotes_in(tokens, mentions), day)
    return Found(tokens, mentions, dates, events, describe_entities(tokens, mentions, day))
