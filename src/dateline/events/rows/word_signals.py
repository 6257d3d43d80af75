"""Named signals of an event's word: its form, its class, its clause, what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.ranking import EMPTY, NEWS
from dateline.events.records import Event
from dateline.events.rows.clauses import COMING_ABOUT
from dateline.events.rows.families import LEANING, families_of
from dateline.events.rows.setting import Setting
from dateline.events.rows.syntax import (
    Parse,
    is_definite,
    is_purpose,
    is_state,
    position,
)
from dateline.grammar import relations as rel
from dateline.grammar.frames import CARRYING, SUPPORT

# Verbs that tell all by themselves: "the minister resigned".
COMPLETE = frozenset(
    "abdicate appear arrive begin burn capsize close collapse collide crash derail die disappear drown end "
    "erupt escape explode fall flee land leave lose march open perish protest quit rally rebel reopen resign rest "
    "resume retire return riot rise sink start strike surrender survive vanish vote win withdraw".split()
) | {"break out", "step down"}
_STEPS = 8  # heads looked at above a word
FORMS = {
    "VBD": "past tense", "VBN": "past participle", "VBZ": "present tense", "VBP": "present tense", "VBG": "-ing",
    "VB": "infinitive", "NN": "noun", "NNS": "plural noun", "NNP": "proper noun", "NNPS": "proper noun",
    "JJ": "adjective",
}  # fmt: skip
_PARTS = {
    rel.OBJECT: "with an object", rel.CONTROLLED: "with an infinitive", rel.COMPLEMENT: "with a clause that it tells",
    rel.OBLIQUE: "with a circumstance", rel.ADVERBIAL_CLAUSE: "with a side clause", rel.COPULA: "with a form of be",
    rel.PARTICLE: "with a particle", rel.AGENT: "with by whom", rel.NOUN_MODIFIER: "noun with of, in or the like",
    rel.COMPOUND: "noun with a noun before it",
}  # fmt: skip
_GOVERNING = LEANING | {"control"}
_LIGHT = CARRYING | SUPPORT


def of_word(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say what the word itself is: its class, its type, its family."""
    tag, lemma = s.parse.tokens.tag[token], event.action
    yield f"class {event.class_}"
    yield f"type {event.type or 'none'}"
    if event.type:
        yield "typed"
    kind = "noun" if tag.startswith("NN") else "verb" if tag.startswith("VB") else "other word"
    families = families_of(lemma)
    for family in families:
        yield f"{kind}: {family}"
    if not families:
        yield f"{kind}: no family"
    if lemma in NEWS:
        yield f"news {kind}"
    if lemma in EMPTY:
        yield "empty verb"
    if lemma in COMPLETE:
        yield "tells all by itself"
    if tag.startswith("NNP"):
        yield "proper noun"
    if tag.startswith("JJ"):
        yield "adjective"


def of_clause(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say where in its sentence the word stands, in what form and under what."""
    parse, t = s.parse, s.parse.tokens
    place, tag, relation, head = (
        position(parse, event.start),
        t.tag[token],
        parse.relation(token),
        parse.governor(token),
    )
    yield f"position {place}"
    yield f"form {FORMS.get(tag, tag)}"
    yield f"relation {relation}"
    yield f"{place} {event.status}"
    yield f"depth {min(_depth(parse, token), 4)}"
    if head >= 0:
        yield f"under {t.tag[head][:2]}"
        families = families_of(parse.lemma(head)) if t.tag[head].startswith(("VB", "NN")) else ()
        for family in families:
            if family in _GOVERNING:
                yield f"{relation.partition(':')[0]} of {family}"
    children = {parse.relation(child) for child in parse.dependents(token)}
    helpers = parse.kids(token, *rel.HELPERS)
    for name, words in _PARTS.items():
        if name in children:
            yield words
    if rel.PASSIVE_AUXILIARY in children or rel.PASSIVE_SUBJECT in children:
        yield "passive"
    helping = {t.word[child].lower() for child in helpers}
    if helping & {"has", "have", "had", "'ve", "’ve", "having"}:
        yield "pluperfect" if "had" in helping else "perfect"
    if tag == "VBG" and helpers:
        yield "progressive"
    if is_purpose(parse, event.start):
        yield "purpose"
    if relation == rel.ADJECTIVE and tag in ("VBN", "VBG") and token < head:
        yield "participle before its noun"
    if is_state(parse, event.start):
        yield "state"
    if parse.lemma(token) in CARRYING and _carried(s, token, rel.OBJECT, rel.PASSIVE_SUBJECT):
        yield "light verb of an event"
    if parse.lemma(token) in COMING_ABOUT and _carried(s, token, rel.SUBJECT):
        yield "only says that an event came about"
    if "noun" in place:
        yield from _of_noun(s, event, token)


def _of_noun(s: Setting, event: Event, token: int) -> Iterator[str]:
    parse, t = s.parse, s.parse.tokens
    if is_definite(parse, event.start):
        yield "definite noun told of nobody"
    for child in parse.dependents(token):
        if parse.stands_as(child, rel.DETERMINER):
            yield f"noun with {'the' if t.word[child].lower() in ('the', 'this', 'that', 'these', 'those') else 'a'}"
        elif parse.stands_as(child, rel.POSSESSOR):
            yield "noun with an owner"
        elif parse.stands_as(child, rel.NUMBER):
            yield "noun with a number"
        elif parse.stands_as(child, rel.COMPOUND, rel.ADJECTIVE) and t.tag[child].startswith("NNP"):
            yield "noun with a name before it"
        elif parse.stands_as(child, rel.ADNOMINAL_CLAUSE):
            yield "noun with a participle"
    head = parse.governor(token)
    if head >= 0 and parse.stands_as(token, rel.OBJECT) and parse.lemma(head) in _LIGHT:
        yield "object of a light verb"
    if t.tag[token] == "NNS":
        yield "plural noun"


def _carried(s: Setting, token: int, *relations: str) -> bool:
    return any(child in s.by_token for child in s.parse.kids(token, *relations))


def _depth(parse: Parse, token: int) -> int:
    depth = 0
    while parse.governor(token) >= 0 and depth < _STEPS:
        token, depth = parse.governor(token), depth + 1
    return depth
