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

from dateline.events.moods import REPORTING_VERBS
from dateline.events.records import Trigger
from dateline.events.told_times import told_time
from dateline.events.tree import Tree


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
        phrase, rule = told_time(tree, token, events, direct)
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
        for token in (_governor(tree, phrase, events), _noun_before(tree, phrase, events)):
            rival = attached.get(token)
            if token >= 0 and (rival is None or _days(phrase) < _days(rival)):
                attached[token] = phrase
    return attached


def _noun_before(tree: Tree, phrase: Dated, events: dict[int, Trigger]) -> int:
    """Find the event noun right before a phrase ("the talks in February"), which parsers tie to the verb (-1: none)."""
    tokens = tree.tokens
    token = bisect_left(tokens.start, phrase.start) - 1
    if token >= 0 and tokens.word[token].lower() in ("in", "on", "of", "last", "at"):
        token -= 1
    if token in events and tree.is_noun(token) and tokens.sentence[token] == tokens.sentence[token + 1]:
        return token
    return -1


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
