"""A listed article taken through the steps up to its events, as those who learn from it need it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dateline.dates import dates_in, inferred_day
from dateline.events.find import told_events
from dateline.events.records import Event
from dateline.grammar import parse
from dateline.grammar.tree import Tree, tree_of
from dateline.layout import blocks
from dateline.mentions import Antecedent, spoken_of
from dateline.quotes import quotes_in


class Read(NamedTuple):
    """A text up to its events."""

    tree: Tree
    mentions: list
    dates: list
    published: date | None
    events: list[Event]
    unnamed: Sequence[Antecedent] = ()


def read_line(line: dict) -> Read:
    """Take one line of a gold set through the steps; statuses are as the rules judge them."""
    tokens = parse(line["text"], blocks(line["text"]))
    day = date.fromisoformat(line["published"][:10]) if line.get("published") else inferred_day(tokens)
    mentions, unnamed = spoken_of(tokens, day)
    dates = dates_in(tokens, day)
    tree = tree_of(tokens)
    events = told_events(tree, mentions, dates, quotes_in(tokens, mentions), day)
    return Read(tree, mentions, dates, day, events, unnamed)
