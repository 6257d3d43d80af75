"""Predictions for the roles scorer (MEANTIME): where whoever acts, is acted on or is the place of an event is named."""

from __future__ import annotations

from dateline import analyze
from dateline.cells import listed
from dateline.evaluation.rows import article_of
from dateline.tables import Tables

_ROLES = (("actor", "Arg0"), ("target", "Arg1"), ("place", "Argm-LOC"))


def predict(gold: list[dict]) -> list[dict]:
    """Predict the roles of every event of every article."""
    return [{"id": line["id"], "roles": roles_of(analyze(article_of(line)))} for line in gold]


def roles_of(tables: Tables) -> list[dict]:
    """List the roles in one article, each entity where it is named nearest to the event, in its sentence if there."""
    mentions = {
        entity: list(zip(named["start"], named["end"], strict=True))
        for entity, named in tables.mentions.groupby("entity", sort=False)
    }
    spans = tables.sentences.set_index("sentence")[["start", "end"]]
    rows = []
    for event in tables.events.itertuples(index=False):
        first, last = spans.loc[event.sentence]
        for column, role in _ROLES:
            for entity in listed(getattr(event, column)):
                named = mentions.get(entity)
                if named:
                    here = [span for span in named if first <= span[0] < last]
                    nearest = min(here or named, key=lambda span: (abs(span[0] - event.start), span))
                    rows.append({"event": [event.start, event.end], "entity": list(nearest), "role": role})
    return rows
