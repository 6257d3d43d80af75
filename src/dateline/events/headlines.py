"""What a headline only names ("Phone call between X and Y") has the status and day that the story tells."""

from __future__ import annotations

from dateline.events.records import Event
from dateline.events.tree import Tree


def announced(events: list[Event], tree: Tree) -> list[Event]:
    """Give nouns of the headline that no verb governs the status and day of the same event in the body."""
    tokens = tree.tokens
    parts = [sentence.part for sentence in tokens.sentences]
    body = [event for event in events if parts[event.sentence] == "body" and event.type and event.actor]
    out = []
    for event in events:
        if (
            parts[event.sentence] == "headline"
            and event.type
            and event.first is None
            and event.status == "happened"
        ):
            same = next((told for told in body if _same(told, event)), None)
            if same:
                event = event._replace(
                    status=same.status, first=same.first, last=same.last, grain=same.grain,
                    date_start=same.date_start, date_end=same.date_end,
                )  # fmt: skip
        out.append(event)
    return out


def _same(told: Event, headline: Event) -> bool:
    """Tell whether two mentions may be of one event: same type, same actors."""
    return told.type == headline.type and set(told.actor.split("; ")) == set(headline.actor.split("; "))
