"""Predictions for the roles scorer (MEANTIME): which phrase is the Arg0, Arg1 or place of which event."""

from __future__ import annotations

from dateline.events.arguments import arguments
from dateline.events.counts import TriggerCounts
from dateline.events.participants import cast_of, mentions_of
from dateline.events.triggers import find_triggers
from dateline.five_ws.spans import OUTSIDE, phrase_tokens
from dateline.grammar import parse
from dateline.grammar import relations as rel
from dateline.grammar.tree import tree_of
from dateline.language import Tokens
from dateline.mentions import mentions_in

_INSIDE = ("at", "in", "inside", "near", "outside", "across")  # with these a phrase is a place, not a target


def predict(gold: list[dict]) -> list[dict]:
    """Predict the roles of every event of every article."""
    return [{"id": line["id"], "roles": roles_in(parse(line["text"]))} for line in gold]


def roles_in(tokens: Tokens, counts: TriggerCounts | None = None) -> list[dict]:
    """List the roles in one text: actors as Arg0, targets as Arg1, places as ArgM-LOC, each phrase once.

    Phrases that name no entity and are neither subject nor object are circumstances and left out.
    """
    tree = tree_of(tokens)
    cast = cast_of(tree, mentions_in(tokens))
    rows = []
    for trigger in find_triggers(tree, counts):
        filled = arguments(tree, trigger.token)
        inside = [word for word in filled.places if tree.case(word) in _INSIDE or word not in filled.targets]
        targets = [word for word in filled.targets if word not in inside]
        for words, role in ((filled.actors, "Arg0"), (targets, "Arg1"), (inside, "Argm-LOC")):
            for word in words:
                central = tokens.relation[word] in (rel.SUBJECT, rel.OBJECT) or tokens.tag[word].startswith(
                    "NNP"
                )
                if not central and not mentions_of(tree, cast, word):
                    continue
                rows.append(
                    {
                        "event": [tokens.start[trigger.token], tokens.end[trigger.token]],
                        "entity": list(phrase_tokens(tree, word, outside=OUTSIDE)),
                        "role": role,
                    }
                )
    return rows
