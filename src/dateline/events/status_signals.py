"""Did it happen? What speaks for each status: named signals of one event, each readable in its sentence.

A signal is a name and a number, mostly 1. The weights (see `learned_status`) are learned; nothing here decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dateline.events.moods import (
    CERTAIN_MODIFIERS,
    CHARGING,
    DELAY,
    DENIAL,
    DURATIVE_NOUNS,
    HYPOTHETICAL_MODIFIERS,
    IMPLICATIVE,
    INTENT,
    ONGOING_VERBS,
    PLANNED_MODIFIERS,
    POSTPONED_MODIFIERS,
    WISH,
)
from dateline.events.records import Event
from dateline.events.rows.families import families_of
from dateline.grammar import relations as rel
from dateline.grammar.clauses import position
from dateline.grammar.contractions import plain
from dateline.grammar.frames import REPORTING_VERBS
from dateline.grammar.marks import in_marks
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group
from dateline.grammar.words import WordClass

_CLASSES = {
    "intention": INTENT,
    "wish": WISH,
    "refusal": DENIAL,
    "saying": REPORTING_VERBS,
    "lasting": ONGOING_VERBS,
    "delay": DELAY,
    "bringing about": IMPLICATIVE,
    "charging": CHARGING,
}
_MODIFIERS = {
    "planned": PLANNED_MODIFIERS,
    "possible": HYPOTHETICAL_MODIFIERS,
    "certain": CERTAIN_MODIFIERS,
    "put off": POSTPONED_MODIFIERS,
}
_STILL = frozenset(("still", "currently", "now"))
_ADVERBS = frozenset(
    "already never yet soon later then once again recently just ever previously earlier also only".split()
)
_DETERMINERS = frozenset("the a an no any this that another some".split())
_PERSONS = frozenset("i we you they it he she".split())
_FOR, _SPANS = frozenset(("for", "over", "during")), WordClass("calendar span", "long span")
_IF, _TIME = frozenset(("if", "unless")), frozenset(("when", "once", "after", "until"))
_SURE, _MOST = 1.0, 4.0  # log odds of the encoder that count as a clear reading; larger ones are cut
_IN_THE_PRESENT = 0.4  # share of finite verbs from which on an article tells in the present


class Scene(NamedTuple):
    """What the signals of every event of one article are read from."""

    tree: Tree
    published: date | None
    forms: dict[int, str]  # of the event words
    statuses: dict[int, str]  # of the same, as the rules judge them
    quoted: Sequence[bool]  # of each token: within quotation marks
    present: bool  # the article tells in the present tense


def scene_of(tree: Tree, events: Sequence[Event], published: date | None) -> Scene:
    """Gather what is looked at for every event of an article."""
    at = tree.tokens.by_start()
    statuses = {at[event.start]: event.status for event in events if event.start in at}
    forms = {token: form_of(tree, token) for token in statuses}
    finite = [form for form in forms.values() if form in ("present", "past")]
    present = finite.count("present") > _IN_THE_PRESENT * max(1, len(finite))
    return Scene(tree, published, forms, statuses, in_marks(tree.tokens), present)


def form_of(tree: Tree, token: int) -> str:
    """Say in which form an event is told: noun, past, present, future, modal, infinitive, "present progressive" ..."""
    if not tree.is_verb(token) and not tree.kids(token, rel.COPULA):
        return "noun"
    group = verb_group(tree, token)
    if group.tense == "FUTURE":
        return "future"
    if group.modal:
        return "modal"
    aspect = "" if group.aspect == "NONE" else f" {group.aspect.lower().replace('_', ' ')}"
    return f"{group.tense.lower()}{aspect}"


def signals_of(scene: Scene, event: Event, token: int, odds: float | None) -> dict[str, float]:
    """Read every signal of one event.

    Parameters
    ----------
    scene : Scene
        The article.
    event : Event
        As the rules judge it.
    token : int
        Its word.
    odds : float, optional
        What the encoder reads: log odds that what the word tells happened.

    Returns
    -------
    dict of str to float
        The signals that are there; those that are not are left out.
    """
    form = scene.forms[token]
    found = dict.fromkeys(_of_word(scene, event, token, form), 1.0)
    found |= dict.fromkeys(_of_head(scene, token, form), 1.0)
    found |= dict.fromkeys(_of_noun(scene, token) if form == "noun" else _of_verb(scene, token, form), 1.0)
    found |= dict.fromkeys(_of_day(scene, event, form), 1.0)
    return found | _of_reading(event, form, odds)


def _of_word(s: Scene, event: Event, token: int, form: str) -> Iterator[str]:
    """Say what the rules judge, and in which form and where in the article the event is told."""
    yield f"rule {event.status_rule}"
    yield f"rules say {event.status}"
    yield f"form {form}"
    yield f"{event.status}, form {form}"
    yield f"class {event.class_}"
    yield f"{form}, class {event.class_}"
    if event.type:
        yield f"type {event.type}"
    for family in families_of(event.action):
        yield f"family {family}"
        yield f"family {family}, {form}"
    place, part = position(s.tree, token), s.tree.tokens.sentences[event.sentence].part
    for where in (f"place {place}", f"part {part}"):
        yield where
        yield f"{form}, {where}"
    if event.said_by:
        yield "said"
    if s.quoted[token]:
        yield "quoted"
        yield f"quoted, {form}"
    told = "article in the present" if s.present else "article in the past"
    yield told
    if form == "present":
        yield f"present, {told}"
    words = s.tree.tokens.word
    for marker in s.tree.kids(token, rel.MARKER):
        yield f"marker {plain(words[marker])}"
    adverbs = {plain(words[word]) for word in s.tree.kids(token, rel.ADVERB)}
    if adverbs & _STILL:
        yield "still or now"
        yield f"still or now, {form}"
    for word in sorted(adverbs & _ADVERBS):
        yield f"with {word}"


def _of_head(s: Scene, token: int, form: str) -> Iterator[str]:
    """Say what governs the word, and whether that happened."""
    tree, head, relation = s.tree, s.tree.governor(token), s.tree.relation(token)
    yield f"relation {relation}"
    if head < 0:
        return
    for name in _classes(tree.lemma(head)):
        yield f"under {name}"
        yield f"{form} under {name}"
    for family in families_of(tree.lemma(head)):
        yield f"under family {family}"
    above = s.forms.get(head) or form_of(tree, head)
    yield f"under form {above}"
    yield f"{form} under form {above}"
    status = s.statuses.get(head)
    if status:
        yield f"under {status}"
        yield f"{form} under {status}"
        yield f"{relation} of {status}"
    if form == "noun":
        case = tree.case(token) or "no"
        yield f"case {case}"
        if status:
            yield f"noun {relation} {case} of {status}"


def _classes(lemma: str) -> list[str]:
    return [name for name, words in _CLASSES.items() if lemma in words]


def _of_noun(s: Scene, token: int) -> Iterator[str]:
    """Say what stands before a noun, and what it means."""
    tree, tokens = s.tree, s.tree.tokens
    found = [plain(tokens.word[word]) for word in tree.kids(token, rel.DETERMINER)]
    if found:
        determiner = found[0] if found[0] in _DETERMINERS else "other"
    else:
        determiner = "possessor" if tree.kids(token, rel.POSSESSOR) else "none"
    yield f"determiner {determiner}"
    yield f"{tree.relation(token)} determiner {determiner}"
    yield f"number {'many' if tokens.tag[token].endswith('S') else 'one'}"
    if tree.lemma(token) in DURATIVE_NOUNS:
        yield "lasting noun"
    near = {tree.lemma(word) for word in tree.kids(token, rel.ADJECTIVE, rel.COMPOUND)}
    for name, words in _MODIFIERS.items():
        if any(word in words for word in near):
            yield f"modified as {name}"


def _of_verb(s: Scene, token: int, form: str) -> Iterator[str]:
    """Say what a verb is, and what hangs on it."""
    tree, words, group = s.tree, s.tree.tokens.word, verb_group(s.tree, token)
    if group.passive:
        yield "passive"
        yield f"passive, form {form}"
    if group.modal:
        yield f"modal {group.modal}"
    if group.negated:
        yield "negated"
    for name in _classes(tree.lemma(token)):
        yield f"word of {name}"
        yield f"word of {name}, {form}"
    if tree.kids(token, rel.CONTROLLED):
        yield "with an infinitive"
        yield f"with an infinitive, {form}"
    subjects = tree.kids(token, *rel.SUBJECTS)
    if subjects and plain(words[subjects[0]]) in _PERSONS:
        yield f"subject {plain(words[subjects[0]])}"
    for phrase in tree.kids(token, rel.OBLIQUE):
        case = tree.case(phrase)
        if case == "since" or (case in _FOR and tree.lemma(phrase) in _SPANS):
            yield f"{'since' if case == 'since' else 'for a span'}, {form}"
    for clause in tree.kids(token, rel.ADVERBIAL_CLAUSE):
        marks = {plain(words[word]) for word in tree.kids(clause, rel.MARKER)}
        if marks & _IF:
            yield "with an if"
        if marks & _TIME:
            yield "with a time clause"
            yield f"with a time clause, {form}"


def _of_day(s: Scene, event: Event, form: str) -> Iterator[str]:
    """Say how the day lies to publication."""
    day = _day(event, s.published)
    yield f"day {day}"
    yield f"{form}, day {day}"
    yield f"{event.status}, day {day}"
    if event.grain:
        yield f"grain {event.grain}"


def _day(event: Event, published: date | None) -> str:
    first, last = event.first, event.last
    if first is None and last is None:
        return "none"
    if published is None:
        return "unknown"
    if first is not None and first > published:
        return "ahead"
    if last is not None and last < published:
        return "past"
    if first is None:
        return "until"
    return "today" if first == last else "stretch"


def _of_reading(event: Event, form: str, odds: float | None) -> dict[str, float]:
    """Say what the encoder reads, cut and halved, so that it counts like the other signals."""
    read = max(-_MOST, min(_MOST, odds or 0.0))
    clear = "happened" if read > _SURE else "not happened" if read < -_SURE else "unclear"
    names = ("read", f"read, {event.status}", f"read, form {form}", f"read, rule {event.status_rule}")
    return dict.fromkeys(names, read / 2) | {f"read {clear}": 1.0, f"{event.status}, read {clear}": 1.0}
