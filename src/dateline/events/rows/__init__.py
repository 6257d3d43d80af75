"""The rows of a chronology: which events earn one, in what words, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dateline.events.records import Event
from dateline.events.rows.choice import ROW, weighed
from dateline.events.rows.syntax import parse_from
from dateline.events.rows.weights import Weights
from dateline.events.rows.words import names_of, worded_event
from dateline.grammar.tree import Tree

__all__ = ["ROW", "with_rows"]


def with_rows(
    events: list[Event],
    tree: Tree,
    mentions: Iterable,
    published: date | None,
    models: Mapping[str, Weights] | None = None,
) -> list[Event]:
    """Give every event of an article its words (`what`), its `weight` as a row, `why`, and whose row it shares.

    Parameters
    ----------
    events : list of Event
    tree : Tree
        The parse that they stand in.
    mentions : iterable of Mention
        They give the names of those who take part.
    published : datetime.date, optional
    models : mapping of str to Weights, optional
        Other weights than the package's.

    Returns
    -------
    list of Event
        `event` is where the leading trigger of its row begins, as text.
    """
    parse, names = parse_from(tree.tokens, tree.children), names_of(tree.tokens.text, mentions)
    words = [worded_event(parse, event, names) for event in events]
    found = weighed(parse, events, words, published, models)
    return [
        event._replace(what=worded.text, weight=one.weight, why=one.why, event=str(events[one.leader].start))
        for event, worded, one in zip(events, words, found, strict=True)
    ]
