"""When an event is: the date phrase that governs it, else what its sentence and its tense say.

Method: each date phrase hangs on a word; it dates that word if it is an event, else the nearest event above, and
is handed on to what that verb only carries ("talks are planned two days later", "plan to meet on 10 January").
Verbs of speech keep their date to themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol

from dateline.events.frames import SUPPORT
from dateline.events.moods import INTENT, REPORTING_VERBS
from dateline.events.records import Trigger
from dateline.events.tree import Tree

HAPPENING = frozenset(
    "take occur happen follow begin start end continue resume come last schedule plan set due expect hold open "
    "conclude finish plan arrange slate be fall".split()
)


class Dated(Protocol):
    """What is read of a date phrase."""

    start: int
    end: int
    type: str
    first: date | None
    last: date | None
    grain: str


class When(NamedTuple):
    """The days of an event (an open side is None), the phrase that told them, and the rule used."""

    first: date | None
    last: date | None
    grain: str
    phrase: Dated | None
    rule: str


UNKNOWN = When(None, None, "", None, "")


def date_events(
    tree: Tree, triggers: list[Trigger], dates: Iterable[Dated], published: date | None
) -> dict[int, When]:
    """Give each trigger token its time; tokens without any are left out."""
    events = {trigger.token: trigger for trigger in triggers}
    direct = _attach(tree, events, dates)
    times: dict[int, When] = {}
    for token in events:
        phrase, rule = _inherited(tree, token, events, direct)
        if phrase is not None:
            times[token] = When(phrase.first, phrase.last, phrase.grain, phrase, rule)
    _carry_on(tree, triggers, times)
    return times


def _carry_on(tree: Tree, triggers: list[Trigger], times: dict[int, When]) -> None:
    """Give the main verb of a sentence that goes on with "he" or "they" the day told in the sentence before.

    Only within a paragraph, only past to past, and only when its own sentence tells no day.
    """
    tokens = tree.tokens
    roots: dict[int, int] = {}
    for trigger in triggers:
        if tokens.head[trigger.token] < 0 and tree.is_verb(trigger.token):
            roots[tokens.sentence[trigger.token]] = trigger.token
    dated = {tokens.sentence[token] for token in times}
    for sentence, root in sorted(roots.items()):
        before = roots.get(sentence - 1)
        if before not in times or sentence in dated or not (_is_past(tree, root) and _is_past(tree, before)):
            continue
        gap = tokens.text[tokens.sentences[sentence - 1].end : tokens.sentences[sentence].start]
        subject = tree.kids(root, "nsubj")
        if "\n" not in gap and subject and tokens.word[subject[0]].lower() in ("he", "she", "they", "it"):
            told = times[before]
            if told.grain == "day" and tree.lemma(before) not in REPORTING_VERBS:
                times[root] = told._replace(rule="day told in the sentence before")


def _is_past(tree: Tree, token: int) -> bool:
    return tree.tokens.tag[token] == "VBD" and not tree.kids(token, "aux")


def _attach(tree: Tree, events: dict[int, Trigger], dates: Iterable[Dated]) -> dict[int, Dated]:
    """Find the word that each date phrase dates; of several phrases on one word the finest wins."""
    attached: dict[int, Dated] = {}
    for phrase in dates:
        if phrase.type not in ("DATE", "TIME") or phrase.first is None:
            continue
        token = _governor(tree, phrase, events)
        if token < 0:
            continue
        rival = attached.get(token)
        if rival is None or _days(phrase) < _days(rival):
            attached[token] = phrase
    return attached


def _days(phrase: Dated) -> int:
    return (phrase.last - phrase.first).days if phrase.first and phrase.last else 10**6


def phrase_head(tree: Tree, start: int, end: int) -> int:
    """Find the token of a phrase whose head lies outside it (-1 when the phrase has no token)."""
    tokens = tree.tokens
    first = bisect_left(tokens.start, start)
    last = bisect_left(tokens.start, end)
    inside = range(first, last)
    for token in inside:
        if tokens.head[token] not in inside and tokens.relation[token] not in ("case", "punct", "det"):
            return token
    return first if first < last else -1


def _governor(tree: Tree, phrase: Dated, events: dict[int, Trigger]) -> int:
    """Climb from a date phrase to the event it dates."""
    tokens = tree.tokens
    token = phrase_head(tree, phrase.start, phrase.end)
    if token < 0:
        return -1
    before = token
    for head in tree.heads(token):
        if head in events:
            return _correct(tree, phrase, head, events)
        if tree.is_verb(head) or tokens.relation[head] == "root":
            return head
        before = head
    return before if before in events else -1


def _correct(tree: Tree, phrase: Dated, head: int, events: dict[int, Trigger]) -> int:
    """Undo a frequent slip of parsers: a day right after a verb of speech dates the speech.

    "said on Wednesday that Biden wanted ...": the day stands between the verb of speech and its clause.
    """
    tokens = tree.tokens
    above = tokens.head[head]
    if above >= 0 and tokens.relation[head] == "ccomp" and tree.lemma(above) in REPORTING_VERBS:
        first = bisect_left(tokens.start, phrase.start)
        between = range(above + 1, first)
        if above < first < head and not any(
            tree.is_noun(t) or tokens.word[t].lower() == "that" for t in between
        ):
            return above
    return head


def _inherited(tree: Tree, token: int, events: dict, direct: dict[int, Dated], depth: int = 0) -> tuple:
    """Find the phrase that dates an event: its own, or that of the word that carries it."""
    if token in direct and not _passes_on(tree, token, events):
        return direct[token], "own date"
    if depth > 6:
        return None, ""
    tokens = tree.tokens
    for child in tree.kids(token, "acl"):
        if (
            child in direct
            and tree.is_past_participle(child)
            and tree.lemma(child) in HAPPENING | INTENT | SUPPORT
        ):
            return direct[child], "date of its participle"
    head, relation = tokens.head[token], tokens.relation[token]
    if head < 0:
        return None, ""
    lemma = tree.lemma(head)
    if tree.is_noun(token) and not tree.kids(token, "cop"):
        if relation in ("nsubj", "nsubj:pass", "obj", "obl") and tree.is_verb(head):
            carries = lemma in SUPPORT or (relation.startswith("nsubj") and lemma in HAPPENING)
            if carries:
                return _of(tree, head, events, direct, depth, "date of the verb that carries it")
        if relation in ("conj", "appos") and tree.is_noun(head):
            return _of(tree, head, events, direct, depth, "date of the noun before it")
        return None, ""
    open_clause = relation == "acl" or (relation == "advcl" and not tree.kids(token, "mark"))
    if (
        relation == "xcomp"
        or tree.is_infinitive_of(token, INTENT)
        or (open_clause and lemma not in REPORTING_VERBS)
    ):
        return _of(tree, head, events, direct, depth, "date of the clause above")
    if relation == "conj" and tree.is_verb(head):
        phrase = direct.get(head)
        if phrase is not None and phrase.start < tokens.start[head]:
            return phrase, "date that opens the sentence"
    return None, ""


def _of(tree: Tree, head: int, events: dict, direct: dict, depth: int, rule: str) -> tuple:
    phrase = direct.get(head)
    if phrase is not None:
        return phrase, rule
    phrase, _ = _inherited(tree, head, events, direct, depth + 1)
    return phrase, rule if phrase is not None else ""


def _passes_on(tree: Tree, token: int, events: dict) -> bool:
    """Tell whether a verb of intention hands its date to its infinitive ("plan to meet on Monday")."""
    return (
        tree.is_verb(token)
        and tree.lemma(token) in INTENT
        and any(c in events for c in tree.kids(token, "xcomp"))
    )
