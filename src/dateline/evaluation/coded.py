"""Predictions for the coded-events scorer: PLOVER types with country pairs, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from itertools import product

from dateline.evaluation.pipeline import Found, run_steps
from dateline.events import Event
from dateline.events.tree import tree_of, verb_group
from dateline.knowledge.countries import countries_by_capital, country_of
from dateline.knowledge.organizations import kinds_by_entity
from dateline.knowledge.statespeople import side_of
from dateline.ontology import COOPERATIVE, as_intention, is_forceful

# acts of speech: what they speak of is no act of its own to a coder
_SPOKEN = frozenset("AGREE SUPPORT REQUEST ACCUSE REJECT THREATEN".split())
# coders give former states the code of the one that took their seat
_SUCCESSORS = {"place:soviet-union": "RUS", "place:yugoslavia": "SRB", "place:czechoslovakia": "CZE"}
# codes of bodies that are of no country, by kind
_BODIES = dict.fromkeys(("international", "alliance", "court", "military", "sport"), "IGO")
_BODIES |= {"aid": "IGO", "armed group": "IMG"}
_BACKGROUND = frozenset(
    "after before since when while as until because although though once during following amid despite".split()
)


def coded_events(found: Found) -> list[dict]:
    """Turn the events of one text into PLOVER records: {"type", "source", "target"} with country codes.

    Announced acts take PLOVER's own type of announcing (`as_intention`); what is hypothetical or denied is left out,
    so is what another act only speaks of, and of the same act told twice one stays. Coders name two sides of
    every act: a side that the event does not name is the other country that its sentence names, and where
    it names one country only, the act is domestic.
    """
    found = found._replace(tokens=tree_of(found.tokens).tokens)  # heads as the event step mends them
    countries = {entity.entity: entity.country for entity in found.entities}
    records: dict[tuple, dict] = {}
    for event in _main_acts(found):
        type_ = _type_of(found, event) or event.type
        source, target = _sides(event, countries, _parties(found, event, countries))
        record = {"type": type_, "source": source, "target": target}
        if not target and len(source) > 1:
            record["pairs"] = [[a, b] for a, b in product(source, source) if a != b]
        records.setdefault((type_, tuple(source)), record)
    return list(records.values())


def predict(gold: list[dict]) -> list[dict]:
    """Predict every line of the gold."""
    found = [(line["id"], run_steps(line["text"], line.get("published"))) for line in gold]
    return [{"id": name, "events": coded_events(steps)} for name, steps in found]


def _type_of(found: Found, event: Event) -> str:
    """Name the type as coders do: an announced act is one of speech, "will not help" is a refusal."""
    if event.status == "denied" and (event.type in COOPERATIVE or event.type == "AGREE"):
        group = verb_group(tree_of(found.tokens), _token(found.tokens.start, event))
        return "REJECT" if group.modal or group.tense == "FUTURE" else ""
    if event.type == "THREATEN" and event.status == "hypothetical" and is_forceful(event.action):
        return "THREATEN"  # "would attack if ...": said, whatever comes of it
    return as_intention(event.type, event.status)


def _sides(event: Event, countries: dict[str, str], parties: list[str]) -> tuple[list[str], list[str]]:
    """Give the countries of both sides, those not named filled in."""
    source, target = _codes(event.actor, countries), _codes(event.target, countries)
    if event.type == "PROTEST" and not source and not target:
        source = _codes(event.place, countries)  # people protest where they live
    if len(source) > 1:
        target = [code for code in target if code not in source]
    if not target and len(source) < 2:
        target = [code for code in _codes(event.place, countries) if code not in source]
    if not source:
        source = [code for code in parties if code not in target][:1] or target[:1]
    if not target and len(source) == 1:
        target = [code for code in parties if code not in source][:1] or source
    return source, target


def _parties(found: Found, event: Event, countries: dict[str, str]) -> list[str]:
    """List the countries that the sentence of an event names, in order."""
    tokens = found.tokens
    first, last = tokens.sentences[event.sentence].start, tokens.sentences[event.sentence].end
    named = [mention for mention in found.mentions if first <= mention.start < last and mention.entity]
    codes = [code for mention in named for code in _codes(mention.entity, countries)]
    return list(dict.fromkeys(codes))


def _main_acts(found: Found) -> list[Event]:
    """Keep the acts that a coder would code: typed and real; those without any actor only when there is no other."""
    acts = [event for event in found.events if event.type and _type_of(found, event)]
    acts = [event for event in acts if not _is_spoken_of(found, event, acts)]
    acts = [event for event in acts if not _is_background(found, event)]
    told = [event for event in acts if event.actor or _is_main(found, event)]
    return (
        told or acts[:1] or [event for event in found.events if event.type and _is_purpose(found, event)][:1]
    )


def _is_purpose(found: Found, event: Event) -> bool:
    """Tell what somebody did something for: "took steps to free the press"; coded where nothing else is."""
    tokens, token = found.tokens, _token(found.tokens.start, event)
    head = tokens.head[token]
    infinitive = any(
        tokens.tag[child] == "TO" and tokens.head[child] == token for child in range(max(token - 5, 0), token)
    )
    if not infinitive or event.status != "hypothetical" or head < 0 or not event.actor:
        return False
    while head >= 0 and not tokens.tag[head].startswith("VB"):
        head = tokens.head[head]
    return any(_token(tokens.start, e) == head and e.status in ("happened", "ongoing") for e in found.events)


def _is_background(found: Found, event: Event) -> bool:
    """Tell an act that only dates or explains another: "after crowds had burnt its embassy"."""
    tokens, token = found.tokens, _token(found.tokens.start, event)
    for _ in range(len(tokens.head)):
        if tokens.head[token] < 0:
            return False
        marks = {
            tokens.word[word].lower()
            for word in range(tokens.sentences[event.sentence].first, token)
            if tokens.head[word] == token and tokens.relation[word] in ("mark", "case")
        }
        if tokens.relation[token] == "advcl" and marks & _BACKGROUND:
            return True
        if tokens.relation[token] in ("obl", "nmod") and marks & (_BACKGROUND - {"as"}):
            return True
        token = tokens.head[token]
    return False


def _is_main(found: Found, event: Event) -> bool:
    """Tell whether the event is the main verb of its sentence, or of what somebody says."""
    tokens = found.tokens
    token = _token(tokens.start, event)
    head, relation = tokens.head[token], tokens.relation[token]
    said = relation in ("ccomp", "parataxis") and head >= 0 and tokens.head[head] < 0
    return tokens.tag[token].startswith("VB") and (head < 0 or said)


def _is_spoken_of(found: Found, event: Event, acts: list[Event]) -> bool:
    """Tell whether an act stands within what another says or does: "condemned the invasion", "lifted a ban"."""
    tokens = found.tokens
    coded = {_token(tokens.start, act): act.type for act in acts}
    spoken = {token for token, type_ in coded.items() if type_ in _SPOKEN}
    if event.type in _SPOKEN:  # "marched, calling for elections"
        spoken |= {token for token, type_ in coded.items() if type_ == "PROTEST"}
    token, relation = _token(tokens.start, event), ""
    if tokens.relation[token] in ("obj", "nsubj:pass") and tokens.head[token] in coded:
        return True
    for _ in range(len(tokens.head)):
        relation, token = tokens.relation[token], tokens.head[token]
        if token < 0 or relation in ("conj", "parataxis"):
            return False
        if token in spoken:
            return True
    return False


def _token(starts: list[int], event: Event) -> int:
    return bisect_right(starts, event.start) - 1


def _codes(entities: str, countries: dict[str, str]) -> list[str]:
    """Map entities to country codes; international bodies are IGO, armed groups of no country IMG, as in the gold."""
    codes = []
    for entity in filter(None, entities.split("; ")):
        country = countries.get(entity, "") or country_of(entity) or _SUCCESSORS.get(entity, "")
        codes.append(country or _BODIES.get(kinds_by_entity().get(entity, ""), "") or _of_politician(entity))
    return list(dict.fromkeys(code for code in codes if code))


def _of_politician(entity: str) -> str:
    """Code a politician, or the administration named after one, by what they stand for; a misread place by its country.

    So "the Clinton administration" is the USA, and "Bonn warned" Germany even where the name was read as a person's.
    """
    kind, _, key = entity.partition(":")
    if kind not in ("person", "org"):
        return ""
    name = key.replace("-", " ")
    capital = countries_by_capital().get(name, "")
    side = side_of(name, titled=kind == "org")
    if capital or not side:
        return capital or (country_of(name.title()) if " " not in name else "")
    return side if len(side) == 3 else "IGO"
