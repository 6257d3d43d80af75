"""Predictions for the coded-events scorer: PLOVER types with country pairs, sentence by sentence."""

from __future__ import annotations

from itertools import product

from dateline.evaluation.pipeline import run_steps
from dateline.events import Event
from dateline.knowledge.countries import country_of
from dateline.knowledge.organizations import known_organization
from dateline.ontology import as_intention

# acts that states and people do at home unless another country is named
_AT_HOME = frozenset(("PROTEST", "COERCE", "CONCEDE", "ASSAULT"))


def coded_events(events: list[Event], entities: list) -> list[dict]:
    """Turn the events of one text into PLOVER records: {"type", "source", "target"} with country codes.

    Announced acts take PLOVER's own type of announcing (`as_intention`); what is hypothetical or denied is left out,
    and of the same act told twice one stays. Protest,
    coercion, concession and assault with one known country are taken for domestic, as coders do.
    """
    countries = {entity.entity: entity.country for entity in entities}
    found: dict[tuple, dict] = {}
    for event in _main_acts(events):
        type_ = as_intention(event.type, event.status)
        source = _codes(event.actor, countries)
        target = _codes(event.target, countries) or _codes(event.place, countries)
        if type_ in _AT_HOME:
            source, target = source or target, target or source
        record = {"type": type_, "source": source, "target": target}
        if not target and len(source) > 1:
            record["pairs"] = [[a, b] for a, b in product(source, source) if a != b]
        found.setdefault((type_, tuple(source)), record)
    return list(found.values())


def predict(gold: list[dict]) -> list[dict]:
    """Predict every line of the gold."""
    found = [(line["id"], run_steps(line["text"], line.get("published"))) for line in gold]
    return [{"id": name, "events": coded_events(steps.events, steps.entities)} for name, steps in found]


def _main_acts(events: list[Event]) -> list[Event]:
    """Keep the acts that a coder would code: typed and real; those without any actor only when there is no other."""
    acts = [event for event in events if event.type and as_intention(event.type, event.status)]
    acted = [event for event in acts if event.actor]
    return acted or acts[:1]


def _codes(entities: str, countries: dict[str, str]) -> list[str]:
    """Map entities to country codes; international bodies are IGO as in the gold."""
    codes = []
    for entity in filter(None, entities.split("; ")):
        country = countries.get(entity, "") or country_of(entity)
        if not country and entity.startswith("org:"):
            known = known_organization(entity[4:].replace("-", " ").title())
            country = known.country if known and known.country else "IGO" if known else ""
        codes.append(country)
    return list(dict.fromkeys(code for code in codes if code))
