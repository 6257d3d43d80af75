"""Rules of verbs that a helper or an order puts ahead: will, would, may, is to, about to."""

from __future__ import annotations

from dateline.events.claims import (
    preposition_before,
)
from dateline.events.judge import Judge
from dateline.events.records import HAPPENED, HYPOTHETICAL, PLANNED
from dateline.events.verb_signs import goes_on as goes_on_to
from dateline.events.verb_signs import (
    has_to_before,
    in_condition,
    is_finite,
    is_future_in_past,
    is_on_the_edge,
    is_reported_past,
)
from dateline.grammar import relations as rel
from dateline.grammar.contractions import plain
from dateline.grammar.frames import REPORTING_VERBS
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import VerbGroup, verb_group
from dateline.rules import Rulebook

PROSPECTS = Rulebook("Does a verb tell what is ahead?")
rule = PROSPECTS.rule
_NEXT = frozenset(("about", "going"))
_NEWS = frozenset("announcement assurance declaration news pledge promise statement vow word".split())
_LASTING = frozenset("become prove remain last be serve".split())


@rule("future",
      ("France and Spain will [sign] the pact next week.", PLANNED),
      ("She'll [open] the bridge on Friday.", PLANNED),
      ("Italy will not [sign] the pact.", ""))  # fmt: skip
def future(s: Judge, token: int, group: VerbGroup) -> str:
    """Will, shall: planned."""
    return PLANNED if group.tense == "FUTURE" else ""


@rule("reported would",
      ("Norway said it would [leave] Chad.", PLANNED),
      ("Kari Dahl said she’d [resign] on Friday.", PLANNED),
      ("The news that Norway would [leave] Chad came on Friday.", PLANNED),
      ("The army would [attack] Chad.", ""))  # fmt: skip
def reported_would(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Would" in what somebody said is a plan, unless it hangs on an if."""
    tree = s.tree
    if group.modal != "would" or "have" in group.auxiliaries or _has_condition(tree, token):
        return ""
    for head in tree.heads(token):
        if tree.is_verb(head) and tree.lemma(head) in REPORTING_VERBS:
            return PLANNED
        if tree.governor(token) == head and tree.lemma(head) in _NEWS:
            return PLANNED
        if tree.stands_as(head, rel.ROOT, rel.CONJUNCT):
            break
    return ""


@rule("future in past",
      ("The mayor of Oslo would later [resign].", HAPPENED),
      ("Kari Dahl would go on to [win] the race.", HAPPENED),
      ("Kari Dahl would [win] the race.", ""))  # fmt: skip
def future_in_past(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Would later", "would go on to" tell what did happen."""
    tree = s.tree
    head = tree.governor(token)
    if tree.stands_as(token, rel.CONTROLLED, rel.ADVERBIAL_CLAUSE) and head >= 0 and goes_on_to(tree, head):
        above = verb_group(tree, head)
        return HAPPENED if above.modal == "would" and not _has_condition(tree, head) else ""
    if group.modal != "would" or "have" in group.auxiliaries or _has_condition(tree, token):
        return ""
    return HAPPENED if is_future_in_past(tree, token) else ""


@rule("modal",
      ("Iran may [attack] Iraq.", HYPOTHETICAL),
      ("Norway should have [signed] the pact.", HYPOTHETICAL),
      ("Iran could not [attack] Iraq.", ""))  # fmt: skip
def modal(s: Judge, token: int, group: VerbGroup) -> str:
    """Can, may, must, should, would: only possible."""
    return HYPOTHETICAL if group.modal else ""


@rule("be to",
      ("Norway is to [sign] the pact on Friday.", PLANNED),
      ("Iran was to [meet] Oman on Friday but the talks were scrapped.", HYPOTHETICAL),
      ("Norway was to [become] a kingdom again.", ""))  # fmt: skip
def be_to(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Is to sign" is planned; "was to meet, but" came to nothing as far as we know."""
    tree = s.tree
    if not has_to_before(tree, token, ("be",)):
        return ""
    if group.tense != "PAST":
        return PLANNED
    if tree.lemma(token) in _LASTING:
        return ""
    but = any(
        tree.lemma(word) == "but"
        for verb in tree.kids(token, rel.CONJUNCT)
        for word in tree.kids(verb, rel.COORDINATOR)
    )
    return HYPOTHETICAL if but or "have" in group.auxiliaries else PLANNED


@rule("about to",
      ("Iran was about to [attack] Oman when a truce came.", HYPOTHETICAL),
      ("Norway is about to [sign] the pact.", PLANNED),
      ("Norway was going to [sign] the pact.", HYPOTHETICAL),
      ("Norway said the pact was going to be [signed].", PLANNED),
      ("The plant came close to [exploding].", HYPOTHETICAL),
      ("Norway learned how to [sign] the pact.", ""))  # fmt: skip
def about_to(s: Judge, token: int, group: VerbGroup) -> str:
    """What is about or going to happen is planned; what was about to or came close to is open."""
    tree = s.tree
    edge = preposition_before(tree, token)
    if edge >= 0 and is_on_the_edge(tree, edge):
        return HYPOTHETICAL
    if not has_to_before(tree, token, ("about", "going")):
        return ""
    about = max(near for near in range(max(0, token - 6), token) if plain(tree.tokens.word[near]) in _NEXT)
    was = any(tree.tokens.tag[near] in ("VBD", "VBN") for near in range(max(0, about - 3), about))
    return HYPOTHETICAL if was and not _is_said_to_come(tree, token) else PLANNED


@rule("order",
      ("[Call] the office at once.", HYPOTHETICAL),
      ("Ships [call] at the port.", ""))  # fmt: skip
def order(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody is told to do is open; "to be continued" alone is planned."""
    if is_finite(s.tree, token, group) or s.tree.governor(token) >= 0 or group.tense != "INFINITIVE":
        return ""
    return PLANNED if s.tree.has_to(token) else HYPOTHETICAL


def _is_said_to_come(tree: Tree, token: int) -> bool:
    """Tell "said it was going to sign" from "was going to sign"."""
    return is_reported_past(tree, token) or any(is_reported_past(tree, head) for head in tree.heads(token, 2))


def _has_condition(tree: Tree, token: int) -> bool:
    return any(in_condition(tree, child) for child in tree.dependents(token) if tree.is_verb(child))
