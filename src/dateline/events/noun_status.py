"""Did what a noun names happen? By its modifiers, by what governs it, by what it means."""

from __future__ import annotations

from typing import Protocol

from dateline.events.frames import LIGHT, SUPPORT
from dateline.events.moods import (
    CERTAIN_MODIFIERS,
    DOUBTS,
    DURATIVE_NOUNS,
    HYPOTHETICAL_MODIFIERS,
    INTENT,
    PLANNED_MODIFIERS,
    REPORTING_VERBS,
)
from dateline.events.records import DENIED, HAPPENED, HYPOTHETICAL, ONGOING, PLANNED, UNREAL
from dateline.events.tree import Tree

_CARRYING = frozenset(
    ("with", "for", "by", "through", "in", "into", "to")
)  # not "about", "after", "because of"
_OVER = frozenset(("after", "since", "during", "before", "following", "until"))
# verbs whose subject happens when they do
_TAKING_PLACE = frozenset(
    "take happen occur begin start come materialise materialize resume follow erupt ensue".split()
)
# what these don't do to an event leaves it as it is: "did not end the war", "did not join the attack"
_APART = frozenset(
    "end stop halt suspend postpone cancel finish complete lift ease join attend enter win lose face avoid abandon "
    "reject refuse deny increase cut reduce raise host survive".split()
)
_OF = ("of", "for", "to", "on", "about", "against")


class Statuses(Protocol):
    """What a noun asks of its sentence: the tree, the status of another event, the mood that a word sets."""

    tree: Tree

    def of(self, token: int) -> str: ...

    def mood(self, token: int) -> str: ...


def noun_status(statuses: Statuses, token: int) -> str:
    """Judge a noun that names an event."""
    tree = statuses.tree
    modified = _by_modifiers(tree, token)
    if modified:
        return modified
    governed = _by_governor(statuses, token)
    if governed:
        return governed
    lasting = tree.lemma(token) in DURATIVE_NOUNS and tree.case(token) not in _OVER
    return ONGOING if lasting else HAPPENED


def _by_modifiers(tree: Tree, token: int) -> str:
    """Read "planned", "possible", "no", "recent" before the noun, "scheduled for May" after it."""
    tokens = tree.tokens
    for child in tree.children[token]:
        word, lemma, relation = tokens.word[child].lower(), tree.lemma(child), tokens.relation[child]
        if relation == "det" and word == "no":
            return DENIED
        if relation == "advmod" and lemma in DOUBTS:
            return HYPOTHETICAL
        if relation not in ("amod", "advmod", "compound", "acl"):
            continue
        if PLANNED_MODIFIERS & {word, lemma}:
            return PLANNED
        if HYPOTHETICAL_MODIFIERS & {word, lemma}:
            return HYPOTHETICAL
        if word in CERTAIN_MODIFIERS:
            return ONGOING if word in ("ongoing", "continuing", "current") else HAPPENED
        if relation == "acl" and tree.is_past_participle(child) and lemma in INTENT:
            return PLANNED
    return ""


def _by_governor(statuses: Statuses, token: int, depth: int = 0) -> str:
    tree = statuses.tree
    head, relation = tree.tokens.head[token], tree.tokens.relation[token]
    if head < 0:
        return ""
    if relation in ("conj", "appos"):
        return _by_governor(statuses, head, depth + 1) if depth < 5 else ""
    if tree.is_noun(head) and not tree.kids(head, "cop"):
        mood = statuses.mood(head) if relation == "nmod" and tree.case(token) in _OF else ""
        return mood if mood in UNREAL else ""
    if relation not in ("obj", "nsubj:pass", "obl", "nsubj"):
        return ""
    if relation == "obl" and tree.case(token) not in _CARRYING:
        return ""
    return _by_verb(statuses, token, head, relation)


def _by_verb(statuses: Statuses, token: int, head: int, relation: str) -> str:
    """Take over what the verb says of its object ("fears an attack") and its own status ("will hold talks")."""
    tree = statuses.tree
    lemma = tree.lemma(head)
    participle = tree.is_past_participle(head) or tree.tokens.tag[head] == "JJ"
    arranged = relation == "nsubj" and lemma in INTENT and participle
    governs = relation != "nsubj" or (
        arranged and bool(tree.kids(head, "xcomp"))
    )  # "the vote is set to start"
    mood = statuses.mood(head) if governs and lemma not in REPORTING_VERBS else ""
    if mood and not (relation == "obl" and mood == DENIED):
        return mood
    if not (relation in ("nsubj", "obl") or lemma in LIGHT or lemma in SUPPORT):
        return ""
    above = statuses.of(head)
    if above == ONGOING:
        return ONGOING if lemma in SUPPORT or lemma in ("continue", "go", "proceed") else ""
    if above == HAPPENED:
        return HAPPENED if lemma in SUPPORT and relation != "nsubj" else ""
    if above == DENIED and not _is_denied_with(lemma, relation):
        return ""
    return above


def _is_denied_with(verb: str, relation: str) -> bool:
    """Tell "held no talks" and "the attack never took place" from "was not hurt in the attack"."""
    if relation == "nsubj":
        return verb in _TAKING_PLACE
    return verb in LIGHT | SUPPORT and verb not in _APART
