"""Who is answered: "the demands were rejected" names nobody; they are those of whoever demanded last."""

from __future__ import annotations

from dateline.events.records import Event, Trigger
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree
from dateline.ontology import groups_of

_DEFINITE = frozenset(("the", "these", "those", "this", "that", "such"))
_SENTENCES = 3  # how far back the asking may stand


def answered(events: list[Event], tree: Tree, triggers: list[Trigger]) -> list[Event]:
    """Give an answer without a target (REJECT, AGREE) the actor of the last request before it, where it fits.

    Only when what is rejected or accepted is a definite demand, plan, call and the like.
    """
    out = list(events)
    last: Event | None = None
    for number, (trigger, event) in enumerate(zip(triggers, events, strict=True)):
        near = last is not None and event.sentence - last.sentence <= _SENTENCES
        if (
            event.type in ("REJECT", "AGREE")
            and not event.target
            and near
            and last is not None
            and _is_answer(tree, trigger.token)
        ):
            if last.actor != event.actor:
                out[number] = event._replace(target=last.actor)
        elif event.type == "REQUEST" and event.actor and event.status in ("happened", "ongoing"):
            last = event
    return out


def _is_answer(tree: Tree, token: int) -> bool:
    """Tell whether a verb acts on "the demands", "this proposal"."""
    for word in tree.kids(token, rel.OBJECT, rel.PASSIVE_SUBJECT):
        definite = any(tree.lemma(child) in _DEFINITE for child in tree.kids(word, rel.DETERMINER))
        if definite and "demand" in groups_of(tree.lemma(word), "n"):
            return True
    return False
