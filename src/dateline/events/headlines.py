"""What a headline only names ("Phone call between X and Y") has the status and day that the story tells."""

from __future__ import annotations

from dateline.events.records import Event
from dateline.grammar.tree import Tree

BODY = "as the body tells"


def announced(events: list[Event], tree: Tree) -> list[Event]:
    """Give nouns of the headline that no verb governs the status and day of the same event in the body."""
    tokens = tree.tokens
    parts = [sentence.part for sentence in tokens.sentences]
    body: dict[tuple[str, frozenset[str]], Event] = {}
    for event in events:
        if parts[event.sentence] == "body" and event.type and event.actor:
            body.setdefault(_gist(event), event)
    out = []
    for event in events:
        same = body.get(_gist(event)) if parts[event.sentence] == "headline" and event.type else None
        if same and event.first is None and event.status in ("happened", "ongoing"):
            event = event._replace(
                status=same.status, status_rule=BODY, first=same.first, last=same.last, grain=same.grain,
                date_start=same.date_start, date_end=same.date_end,
            )  # fmt: skip
        out.append(event)
    return out


def _gist(event: Event) -> tuple[str, frozenset[str]]:
    """Say what two mentions of one event share: the type and the actors."""
    return event.type, frozenset(event.actor)
