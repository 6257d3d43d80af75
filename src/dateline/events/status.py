"""Did it happen? happened, ongoing, planned, hypothetical or denied, from the grammar round an event word.

Method: the word's own tense, modal and negation first; then what governs it (verbs and nouns of intention, wish,
fear, denial, conditionals), inherited down the tree; then the date against publication.
"""

from __future__ import annotations

from datetime import date

from dateline.events.arguments import is_passive
from dateline.events.frames import LIGHT, SUPPORT
from dateline.events.moods import (
    CERTAIN_MODIFIERS,
    CONDITIONAL_MARKS,
    DENIAL,
    DOUBTS,
    DURATIVE_NOUNS,
    HYPOTHETICAL_MODIFIERS,
    INTENT,
    MODALS,
    ONGOING_VERBS,
    PLANNED_MODIFIERS,
    PURPOSE,
    REPORTING_VERBS,
    WISH,
)
from dateline.events.tree import Tree, VerbGroup, verb_group

HAPPENED, ONGOING, PLANNED, HYPOTHETICAL, DENIED = "happened", "ongoing", "planned", "hypothetical", "denied"
_DEPTH = 8
_CARRYING_CASES = frozenset(
    ("with", "for", "by", "through", "in", "into", "to")
)  # not "about", "after", "because of"


def status_of(tree: Tree, token: int, class_: str = "OCCURRENCE", depth: int = 0) -> str:
    """Judge whether an event happened, goes on, is planned, is only thought of, or is denied."""
    if depth > _DEPTH:
        return HAPPENED
    if tree.is_noun(token) and not tree.kids(token, "cop"):
        return _noun_status(tree, token, depth)
    return _verb_status(tree, token, class_, depth)


def with_date(status: str, first: date | None, last: date | None, published: date | None) -> str:
    """Correct a status by its date: what lies after publication has not happened yet."""
    if published is None or first is None:
        return status
    if first > published and status in (HAPPENED, ONGOING):
        return PLANNED
    return status


def _verb_status(tree: Tree, token: int, class_: str, depth: int) -> str:
    group = verb_group(tree, token)
    if _in_condition(tree, token) or any(tree.lemma(child) in DOUBTS for child in tree.kids(token, "advmod")):
        return HYPOTHETICAL
    if group.negated:
        return DENIED
    if group.tense == "FUTURE":
        return PLANNED
    if group.modal:
        return _modal_status(tree, token, group)
    if _is_to_be(tree, token, group):
        return PLANNED
    finite = group.tense in ("PAST", "PRESENT") and (
        group.tense == "PAST" or group.aspect != "NONE" or _is_finite(tree, token)
    )
    if not finite:
        return _nonfinite_status(tree, token, group, class_, depth)
    above = _clause_above(tree, token, depth)
    if above:
        return above
    if group.aspect.endswith("PROGRESSIVE") and group.tense == "PRESENT":
        return _progressive(tree, token)
    if group.tense == "PRESENT" and group.aspect == "NONE" and class_ in ("STATE", "I_STATE"):
        return ONGOING
    if group.tense == "PRESENT" and group.aspect == "NONE" and tree.lemma(token) in ONGOING_VERBS:
        return ONGOING
    return HAPPENED


def _progressive(tree: Tree, token: int) -> str:
    """Read "is meeting": planned when a later day is told with it, which with_date decides; else ongoing."""
    return PLANNED if tree.lemma(token) in ("go",) and tree.kids(token, "xcomp") else ONGOING


def _modal_status(tree: Tree, token: int, group: VerbGroup) -> str:
    if group.modal in ("would", "'d", "’d") and not _has_condition(tree, token):
        for head in tree.heads(token):
            if tree.is_verb(head) and tree.lemma(head) in REPORTING_VERBS:
                return PLANNED
            if tree.tokens.relation[head] in ("root", "conj"):
                break
    if "have" in group.auxiliaries and group.modal in ("must", "may", "might"):
        return HYPOTHETICAL
    return MODALS.get(group.modal, HYPOTHETICAL)


def _nonfinite_status(tree: Tree, token: int, group: VerbGroup, class_: str, depth: int) -> str:
    """Judge infinitives and participles by what they hang on."""
    tokens = tree.tokens
    head, relation = tokens.head[token], tokens.relation[token]
    infinitive = group.tense == "INFINITIVE"
    if head < 0:
        if infinitive:
            return PLANNED
        return HAPPENED
    if relation == "conj":
        return status_of(tree, head, class_, depth + 1)
    if relation in ("xcomp", "ccomp", "acl", "obj", "csubj", "advcl", "obl", "dep", "nmod", "parataxis"):
        mood = _mood_of(tree, head, depth)
        if relation in ("acl", "xcomp", "ccomp") and mood:
            if infinitive and tree.lemma(head) in PURPOSE and is_passive(tree, head):
                return HYPOTHETICAL  # "drafts intended to prohibit": a purpose is no plan of somebody
            return mood
        if relation == "acl" and infinitive:
            return HYPOTHETICAL
        above = status_of(tree, head, class_, depth + 1) if tree.is_verb(head) or infinitive else ""
        if relation == "advcl" and infinitive:
            return above if above in (PLANNED, HYPOTHETICAL, DENIED) else HYPOTHETICAL
        if relation == "xcomp":
            return above or HAPPENED
        if above in (PLANNED, HYPOTHETICAL) and relation != "acl":
            return above
        if above == DENIED and relation in ("xcomp", "obj"):
            return DENIED
    if relation in ("acl", "amod") and group.tense == "PRESPART":
        return ONGOING
    return HAPPENED


def _noun_status(tree: Tree, token: int, depth: int) -> str:
    """Judge a noun: by its modifiers, then by the verb or noun that governs it, then by its meaning."""
    tokens = tree.tokens
    for child in tree.children[token]:
        word = tree.lemma(child)
        if tokens.relation[child] == "det" and tokens.word[child].lower() == "no":
            return DENIED
        if tokens.relation[child] == "advmod" and word in DOUBTS:
            return HYPOTHETICAL
        if tokens.relation[child] in ("amod", "advmod", "compound", "acl"):
            if word in PLANNED_MODIFIERS or tokens.word[child].lower() in PLANNED_MODIFIERS:
                return PLANNED
            if word in HYPOTHETICAL_MODIFIERS or tokens.word[child].lower() in HYPOTHETICAL_MODIFIERS:
                return HYPOTHETICAL
            if tokens.word[child].lower() in CERTAIN_MODIFIERS:
                return HAPPENED if word != "ongoing" else ONGOING
            if tokens.relation[child] == "acl" and tokens.tag[child] == "VBN" and word in INTENT | {"expect"}:
                return PLANNED
    governed = _governed_noun(tree, token, depth)
    if governed:
        return governed
    return ONGOING if tree.lemma(token) in DURATIVE_NOUNS else HAPPENED


def _governed_noun(tree: Tree, token: int, depth: int) -> str:
    tokens = tree.tokens
    head, relation = tokens.head[token], tokens.relation[token]
    if head < 0:
        return ""
    if relation in ("conj", "appos"):
        return _governed_noun(tree, head, depth + 1) if depth < _DEPTH else ""
    lemma = tree.lemma(head)
    if tree.is_noun(head):
        if relation == "nmod" and tree.case(token) in ("of", "for", "to", "on", "about", "against"):
            mood = _mood_of(tree, head, depth)
            return mood if mood in (HYPOTHETICAL, PLANNED, DENIED) else ""
        return ""
    if relation in ("obj", "nsubj:pass", "obl", "nsubj") and (tree.is_verb(head) or tree.kids(head, "cop")):
        mood = _mood_of(tree, head, depth)
        if relation == "obl" and tree.case(token) not in _CARRYING_CASES:
            return ""
        if relation in ("obj", "nsubj:pass", "obl") and mood and lemma not in REPORTING_VERBS:
            return mood if relation != "obl" or mood != DENIED else ""
        above = status_of(tree, head, "OCCURRENCE", depth + 1)
        carried = (
            (lemma in SUPPORT and relation in ("obj", "nsubj:pass"))
            or lemma in LIGHT
            or relation in ("nsubj", "obl")
        )
        if carried and above in (PLANNED, HYPOTHETICAL, DENIED, ONGOING):
            if above == ONGOING and not (lemma in SUPPORT or lemma in ("continue", "go", "proceed")):
                return ""
            return above
        if carried and lemma in SUPPORT and above == HAPPENED:
            return HAPPENED
    return ""


def _mood_of(tree: Tree, head: int, depth: int) -> str:
    """Say what a governing word makes of what it governs: planned, hypothetical, denied, or "" (no matter)."""
    lemma = tree.lemma(head)
    negated = verb_group(tree, head).negated if tree.is_verb(head) else False
    if lemma in DENIAL:
        return DENIED if not negated else HAPPENED
    if lemma in INTENT:
        if negated:
            return DENIED
        own = status_of(tree, head, "I_ACTION", depth + 1) if depth < _DEPTH else HAPPENED
        return own if own in (HYPOTHETICAL, DENIED) else PLANNED
    if lemma in WISH:
        return HYPOTHETICAL
    return ""


def _clause_above(tree: Tree, token: int, depth: int) -> str:
    """Judge a finite clause by the verb that it completes: "denies that it planned", "fears that it attacks"."""
    tokens = tree.tokens
    head, relation = tokens.head[token], tokens.relation[token]
    if head < 0 or relation not in ("ccomp", "xcomp", "acl", "conj"):
        return ""
    if relation == "conj":
        return _clause_above(tree, head, depth + 1) if depth < _DEPTH and tree.is_verb(head) else ""
    lemma = tree.lemma(head)
    if lemma in DENIAL and lemma not in ("stop", "end", "cancel"):
        return DENIED
    if lemma in WISH:
        return HYPOTHETICAL
    return ""


def _in_condition(tree: Tree, token: int) -> bool:
    """Tell whether the word stands in a clause after if, unless, whether, in case."""
    for child in tree.children[token]:
        if tree.tokens.relation[child] == "mark" and tree.tokens.word[child].lower() in CONDITIONAL_MARKS:
            return True
    head = tree.tokens.head[token]
    return (
        tree.tokens.relation[token] == "conj"
        and head >= 0
        and tree.is_verb(head)
        and _in_condition(tree, head)
    )


def _has_condition(tree: Tree, token: int) -> bool:
    return any(_in_condition(tree, child) for child in tree.kids(token, "advcl"))


def _is_to_be(tree: Tree, token: int, group: VerbGroup) -> bool:
    """Tell "are to follow", "is set to", "are due to" from other infinitives: be + to + verb as one clause."""
    return "to" in group.auxiliaries or (group.tense in ("PRESENT",) and _to_after_be(tree, token))


def _to_after_be(tree: Tree, token: int) -> bool:
    tokens = tree.tokens
    tos = [child for child in tree.children[token] if tokens.tag[child] == "TO"]
    bes = [
        c
        for c in tree.children[token]
        if tokens.relation[c] in ("aux", "cop", "aux:pass") and tokens.tag[c] in ("VBP", "VBZ", "VBD")
    ]
    return bool(tos and bes and bes[0] < tos[0])


def _is_finite(tree: Tree, token: int) -> bool:
    tokens = tree.tokens
    if tokens.tag[token] in ("VBD", "VBP", "VBZ"):
        return True
    return any(
        tokens.tag[c] in ("VBD", "VBP", "VBZ", "MD") for c in tree.kids(token, "aux", "aux:pass", "cop")
    )
