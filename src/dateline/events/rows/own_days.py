"""Is a day that its own sentence tells that of an event which grammar leaves undated? Named signals of every pair.

"Police said on Saturday they had found no trace": a day hangs on one word of the sentence, but others may be of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.events.attachment import phrase_head
from dateline.events.limits import Dated, limit_of
from dateline.events.records import Event
from dateline.events.rows.families import families_of
from dateline.events.rows.setting import Setting
from dateline.grammar import relations as rel
from dateline.grammar.clauses import position
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group

_TYPES = ("DATE", "TIME", "DURATION")
_MOST = 6  # phrases of one sentence looked at
_STEPS = 12  # heads looked at above a word
_NEAR, _FAR = 4, 10  # words between
_APART = frozenset(("after", "before"))
_SPANS = frozenset("day decade month week year".split())
_MARKS = frozenset((",", ";", "-", "--", "–", "—"))


class Held(NamedTuple):
    """A date phrase, the word that it hangs on, and the event above that it dates by grammar (-1: none)."""

    phrase: Dated
    head: int
    event: int  # number of the event


def form_of(tree: Tree, token: int) -> str:
    """Say in which form an event is told, as far as it tells when."""
    if not tree.is_verb(token) and not tree.kids(token, rel.COPULA):
        return "noun"
    group = verb_group(tree, token)
    if group.tense == "FUTURE" or group.modal:
        return "future or modal"
    if group.aspect.startswith("PERFECTIVE"):
        return "pluperfect" if group.tense == "PAST" else "perfect"
    if group.aspect == "PROGRESSIVE" and group.tense in ("PAST", "PRESENT"):
        return f"{group.tense.lower()} progressive"
    return _FORMS.get(group.tense, "other form")


_FORMS = {
    "PAST": "past",
    "PRESENT": "present",
    "INFINITIVE": "infinitive",
    "PRESPART": "-ing",
    "PASTPART": "participle",
}


def held_days(tree: Tree, setting: Setting, dates: Iterable[Dated]) -> dict[int, list[Held]]:
    """Gather the days of each sentence, with the event that each hangs on."""
    tokens = tree.tokens
    found: dict[int, list[Held]] = {}
    for phrase in dates:
        if phrase.type not in _TYPES or not phrase.first or not phrase.last:
            continue
        head = phrase_head(tree, phrase.start, phrase.end)
        if head < 0 or tokens.sentences[tokens.sentence[head]].part in ("dateline", "credit"):
            continue
        above = next((word for word in tree.heads(head, _STEPS) if word in setting.by_token), -1)
        held = Held(phrase, head, setting.by_token.get(above, -1))
        found.setdefault(tokens.sentence[head], []).append(held)
    return {sentence: held[:_MOST] for sentence, held in found.items()}


def is_of_the_resolve(tree: Tree, setting: Setting, number: int, held: Held) -> bool:
    """Say whether a day is of a deed that asks for the event: "urged Chad on Monday to withdraw"."""
    token = setting.parse.at[setting.events[number].start]
    if held.event < 0 or form_of(tree, token) != "infinitive":
        return False
    above = setting.events[held.event]
    of_it = (above.first, above.last) == (held.phrase.first, held.phrase.last)
    return of_it and setting.parse.at[above.start] == tree.governor(token)


def is_days_apart(tree: Tree, setting: Setting, number: int) -> bool:
    """Tell "postponed" of "arrived two days after Chad postponed it", which is on another day than the arrival."""
    token = setting.parse.at[setting.events[number].start]
    if not tree.stands_as(token, rel.ADVERBIAL_CLAUSE):
        return False
    marks = [child for child in tree.kids(token, rel.MARKER) if tree.tokens.word[child].lower() in _APART]
    before = marks[0] - 1 if marks else -1
    return before >= 0 and tree.lemma(before) in _SPANS


def own_signals(tree: Tree, setting: Setting, number: int, held: Held, beside: int) -> dict[str, float]:
    """Read the signals of an event and a day of its sentence; `beside` is how many days that tells."""
    event, token = setting.events[number], setting.parse.at[setting.events[number].start]
    names = [*_of_event(tree, setting, event, token), *_of_place(tree, setting.by_token, token, held)]
    names += [*_of_phrase(tree, setting, event, held, beside), *_of_link(tree, setting, event, token, held)]
    return dict.fromkeys((f"own sentence: {name}" for name in names), 1.0)


def _of_link(tree: Tree, setting: Setting, event: Event, token: int, held: Held) -> Iterator[str]:
    """Say how the event lies to the one that the day hangs on, and whether that is of the day."""
    form, link = form_of(tree, token), _link(tree, setting, token, held)
    yield link
    yield f"{form}: {link}"
    yield f"{event.status}: {link}"
    if held.event < 0:
        return
    above = setting.events[held.event]
    same = "of the same form" if form_of(tree, setting.parse.at[above.start]) == form else "of another form"
    kind = "speech" if above.class_ == "REPORTING" else "deed"
    yield f"hangs on {kind}"
    yield f"{link}, {kind}"
    yield f"{form}: {link}, {kind}"
    yield f"{link}, {same}"
    dated = (above.first, above.last) == (held.phrase.first, held.phrase.last)
    yield "dates that event" if dated else "dates no event"
    yield f"{link}, {'dates that event' if dated else 'dates no event'}"


def _link(tree: Tree, setting: Setting, token: int, held: Held) -> str:
    if held.event < 0:
        return "day on no event"
    other = setting.parse.at[setting.events[held.event].start]
    if other == token:
        return "day on it"
    for name, low, high in (("below", token, other), ("above", other, token)):
        above = list(tree.heads(low, _STEPS))
        if high in above:
            last = [low, *above][above.index(high)]
            return f"{name} by {tree.relation(last)}"
    return "apart"


def _of_event(tree: Tree, setting: Setting, event: Event, token: int) -> Iterator[str]:
    yield f"form {form_of(tree, token)}"
    yield f"status {event.status}"
    yield f"class {event.class_}"
    yield f"place {position(tree, token)}"
    yield f"relation {tree.relation(token)}"
    if setting.quoted[token]:
        yield "in quotation marks"
    for family in families_of(event.action):
        yield f"family {family}"


def _of_place(tree: Tree, by_token: Mapping[int, int], token: int, held: Held) -> Iterator[str]:
    """Say where the day is told: before or behind, how far, with what between."""
    side = "behind it" if held.head > token else "before it"
    between = range(min(token, held.head) + 1, max(token, held.head))
    gap = len(between)
    far = "near" if gap < _NEAR else "some words off" if gap < _FAR else "far"
    yield f"day {side}"
    yield f"day {side}, {far}"
    events = sum(word in by_token for word in between)
    count = "no" if not events else "one" if events == 1 else "more"
    yield f"{count} event between"
    yield f"day {side}, {count} event between"
    if any(tree.tokens.word[word] in _MARKS for word in between):
        yield f"day {side}, a mark between"


def _of_phrase(tree: Tree, setting: Setting, event: Event, held: Held, beside: int) -> Iterator[str]:
    """Say what day it is, how it is told and how it lies to publication."""
    phrase, relation, tokens = held.phrase, tree.relation(held.head), tree.tokens
    yield f"grain {phrase.grain}"
    yield f"told as {phrase.type}"
    yield f"told by {relation} {tree.case(held.head)}"
    if limit := limit_of(tree, phrase):
        yield f"after {limit}"
    yield "only day of the sentence" if beside == 1 else "one of several days"
    before = range(max(0, held.head - 6), held.head)
    here = [word for word in before if tokens.sentence[word] == tokens.sentence[held.head]]
    oblique = relation in (rel.OBLIQUE, rel.BARE_OBLIQUE, rel.TIME_OBLIQUE, rel.ADVERB)
    if oblique and not any(tree.is_verb(word) for word in here):
        yield "opens the sentence"
    if setting.published is None or phrase.last is None:
        return
    lag = (setting.published - phrase.last).days
    when = "ahead" if lag < 0 else "same day" if lag == 0 else "week" if lag < 8 else "long before"
    yield f"day {when}"
    yield f"{event.status}, day {when}"
