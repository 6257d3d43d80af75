"""Which date phrase dates an event that has none of its own: that of the words that carry or complete it."""

from __future__ import annotations

from typing import Any

from dateline.events.moods import INTENT, WISH
from dateline.grammar import relations as rel
from dateline.grammar.frames import REPORTING_VERBS, SUPPORT
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import VerbGroup, verb_group

HAPPENING = frozenset(
    "take occur happen follow begin start end continue resume come last schedule plan set due expect hold open "
    "conclude finish arrange slate be fall close complete".split()
)
# what "that" or "which" says of an event by these took place at once: "the blast, which killed nine on Monday"
EFFECTS = frozenset(
    "kill injure wound hurt maim destroy damage level sink topple oust devastate flatten take occur happen begin "
    "start end".split()
)
_SAME_TIME = frozenset(("when", "as", "while"))
# what does the harm of a toll: "killed after a bomb went off on Monday"; one may die of it later
_HARM = frozenset("kill injure wound hurt maim destroy damage sink level flatten".split())
_IN = frozenset(("in", "by", "during"))
_AT = frozenset(("at", "during", "in"))
_DEPTH = 6
_ARRANGED = HAPPENING | INTENT | SUPPORT
_NOT_YET_TOLD = INTENT | WISH | REPORTING_VERBS  # what completes these has a day of its own
Told = tuple[Any, str]  # the phrase and the name of the rule
NOTHING: Told = (None, "")


def told_time(tree: Tree, token: int, events: dict, direct: dict, depth: int = 0) -> Told:
    """Find the phrase that dates an event, and the rule; `direct` maps tokens to the phrases that hang on them."""
    if token in direct and not _passes_on(tree, token, direct, events):
        return direct[token], "own date"
    if depth > _DEPTH:
        return NOTHING
    below = _from_below(tree, token, events, direct)
    if below[0] is None and (phrase := _of_cause(tree, token, events, direct)) is not None:
        return phrase, "date of what caused it"
    if below[0] is not None or tree.is_root(token):
        return below
    if tree.is_noun(token) and not tree.kids(token, rel.COPULA):
        return _of_noun(tree, token, events, direct, depth)
    return _of_verb(tree, token, events, direct, depth)


def _from_below(tree: Tree, token: int, events: dict, direct: dict) -> Told:
    """Take the date of a participle ("talks planned for May") or of an infinitive ("began to fall in May")."""
    for child in tree.kids(token, rel.RELATIVE_CLAUSE) if token in events and tree.is_noun(token) else ():
        if child in direct and tree.lemma(child) in EFFECTS and _told_by_relative(tree, child):
            return direct[child], "date of what is told of it"
    for child in tree.kids(token, rel.ADVERBIAL_CLAUSE) if tree.lemma(token) not in REPORTING_VERBS else ():
        if child in direct and _at_once(tree, token, child, direct[child].start):
            return direct[child], "date of the clause beside it"
    if tree.is_verb(token) and (phrase := _of_occasion(tree, token, direct)) is not None:
        return phrase, "date of its occasion"
    for child in tree.kids(token, rel.ADNOMINAL_CLAUSE):
        arranged = tree.is_past_participle(child) and tree.lemma(child) in _ARRANGED
        if child in direct and arranged:
            return direct[child], "date of its participle"
    if tree.is_verb(token) and tree.lemma(token) not in _NOT_YET_TOLD:
        for child in tree.kids(token, rel.CONTROLLED):
            if child in direct and direct[child].start > tree.tokens.start[child]:
                return direct[child], "date of the verb that completes it"
    return NOTHING


def _of_occasion(tree: Tree, token: int, direct: dict) -> Any:
    """Find the day of what a deed is done at: "mocked him at Monday's rally", "in a speech at Monday's rally"."""
    for child in tree.kids(token, rel.OBLIQUE):
        for noun in (child, *tree.kids(child, rel.NOUN_MODIFIER)):
            if noun in direct and tree.is_noun(noun) and tree.case(noun) in _AT and tree.case(child) in _AT:
                return direct[noun] if direct[noun].grain == "day" else None
    return None


def _of_noun(tree: Tree, token: int, events: dict, direct: dict, depth: int) -> Told:
    head, relation = tree.governor(token), tree.relation(token)
    lemma = tree.lemma(head)
    if relation in (rel.OBLIQUE, rel.AGENT) and tree.case(token) in _IN and _is_harm(tree, head):
        return _from(tree, head, events, direct, depth, "date of its toll")  # "killed in a crash on Monday"
    for child in tree.kids(head, rel.CONTROLLED) if relation.startswith(rel.SUBJECT) else ():
        if child in direct and tree.lemma(child) in HAPPENING:  # "the vote is set to start on Monday"
            return direct[child], "date of the verb that carries it"
    carried = lemma in SUPPORT or (relation.startswith(rel.SUBJECT) and lemma in HAPPENING)
    if carried and relation in (*rel.CARRIED, rel.OBLIQUE) and tree.is_verb(head):
        return _from(tree, head, events, direct, depth, "date of the verb that carries it")
    if relation in (rel.CONJUNCT, rel.APPOSITION) and tree.is_noun(head):
        return _from(tree, head, events, direct, depth, "date of the noun before it")
    return NOTHING


def _of_verb(tree: Tree, token: int, events: dict, direct: dict, depth: int) -> Told:
    head, relation = tree.governor(token), tree.relation(token)
    speech = tree.lemma(head) in REPORTING_VERBS
    marks = {tree.lemma(mark) for mark in tree.kids(token, rel.MARKER, rel.ADVERB)}
    open_clause = relation == rel.ADNOMINAL_CLAUSE or (
        relation == rel.ADVERBIAL_CLAUSE and not tree.kids(token, rel.MARKER)
    )
    together = relation == rel.ADVERBIAL_CLAUSE and bool(marks & _SAME_TIME)
    if _is_of_the_resolve(tree, token, head, direct):
        return NOTHING
    if (
        relation == rel.CONTROLLED
        or tree.is_infinitive_of(token, INTENT)
        or ((open_clause or together) and not speech)
    ):
        return _from(tree, head, events, direct, depth, "date of the clause above")
    if relation == rel.RELATIVE_CLAUSE and head in events and head in direct:
        return direct[head], "date of the noun it tells of"
    if relation == rel.RELATIVE_CLAUSE and _during_which(tree, token):
        return _of_clause_round(tree, head, direct), "date of the clause above"
    if relation == rel.CONJUNCT and tree.is_verb(head) and head < token:
        return _of_coordinated(tree, token, head, events, direct, depth)
    return NOTHING


def _during_which(tree: Tree, token: int) -> bool:
    """Tell "a call during which she promised", "the rally at which he spoke"."""
    return any(
        tree.lemma(word) == "which" and tree.case(word) in _AT
        for word in tree.kids(token, rel.OBLIQUE, rel.NOUN_MODIFIER)
    )


def _of_clause_round(tree: Tree, noun: int, direct: dict) -> Any:
    """Find the day of the verb in whose clause a noun stands, or of a noun between."""
    for head in (noun, *tree.heads(noun, _DEPTH)):
        if head in direct:
            return direct[head]
        if tree.is_verb(head):
            break
    return None


def _of_coordinated(tree: Tree, token: int, head: int, events: dict, direct: dict, depth: int) -> Told:
    """Share the date that opens a sentence, or that of the clause above, with the second verb and the third."""
    phrase, rule = direct.get(head), "date that opens the sentence"
    if phrase is not None and phrase.start < tree.tokens.start[head]:
        return phrase, rule
    if phrase is None and head in events and not _has_subject(tree, token):
        phrase, rule = told_time(tree, head, events, direct, depth + 1)
        shared = ("date of the clause above", "date of the noun it tells of", "date that opens the sentence")
        return (phrase, rule) if rule in shared else NOTHING
    return NOTHING


def _is_harm(tree: Tree, token: int) -> bool:
    """Tell a verb of harm in the simple past: "killed nine", "nine were killed"."""
    group = verb_group(tree, token)
    return tree.is_verb(token) and tree.lemma(token) in _HARM and _is_simple_past(group)


def _is_simple_past(group: VerbGroup) -> bool:
    return (
        group.tense in ("PAST", "PASTPART") and group.aspect == "NONE" and not (group.modal or group.negated)
    )


def _of_cause(tree: Tree, token: int, events: dict, direct: dict) -> Any:
    """Find the day of what did a harm: "a blast on Monday killed nine", "it broke out on Monday and destroyed ..."."""
    if not _is_harm(tree, token):
        return None
    for subject in tree.kids(token, rel.SUBJECT):
        if subject in direct and subject in events:
            return direct[subject]
        for clause in tree.kids(subject, *rel.CLAUSES_OF_A_NOUN):
            if clause in direct and _is_simple_past(verb_group(tree, clause)):
                return direct[clause]
    head = tree.governor(token)
    if tree.stands_as(token, rel.CONJUNCT) and head < token and not _has_subject(tree, token):
        return direct.get(head) if tree.is_verb(head) and _is_simple_past(verb_group(tree, head)) else None
    return None


def _at_once(tree: Tree, token: int, clause: int, told: int) -> bool:
    """Tell "They died when the boat sank on Monday": both simple past, and one brings the other."""
    opening = _SAME_TIME | {"after"} if _is_harm(tree, token) else frozenset(("when",))
    marks = [mark for mark in tree.kids(clause, rel.MARKER, rel.ADVERB) if tree.lemma(mark) in opening]
    simple = all(_is_simple_past(verb_group(tree, verb)) for verb in (token, clause))
    return simple and bool(marks) and tree.tokens.start[marks[0]] < told


def _has_subject(tree: Tree, token: int) -> bool:
    return bool(tree.kids(token, rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.CLAUSE_AS_SUBJECT))


def _told_by_relative(tree: Tree, verb: int) -> bool:
    """Tell "the blast that killed nine" from "the blast that they feared"."""
    subjects = tree.kids(verb, rel.SUBJECT, rel.PASSIVE_SUBJECT)
    past = tree.tokens.tag[verb] == "VBD" and not tree.kids(verb, rel.AUXILIARY)
    return past and bool(subjects) and tree.lemma(subjects[0]) in ("that", "which")


def _from(tree: Tree, head: int, events: dict, direct: dict, depth: int, rule: str) -> Told:
    phrase = direct.get(head)
    if phrase is None:
        phrase = told_time(tree, head, events, direct, depth + 1)[0]
    return (phrase, rule) if phrase is not None else NOTHING


def _is_of_the_resolve(tree: Tree, token: int, head: int, direct: dict) -> bool:
    """Tell "decided on Monday to leave", "urged them on Monday to leave": the day is not that of leaving."""
    if head not in direct or tree.lemma(head) not in INTENT | WISH or not tree.has_to(token):
        return False
    return _is_deed(tree, head) and direct[head].start < tree.tokens.start[token]


def _is_deed(tree: Tree, token: int) -> bool:
    group = verb_group(tree, token)
    return group.tense == "PAST" and not group.passive


def _passes_on(tree: Tree, token: int, direct: dict, events: dict) -> bool:
    """Tell whether a verb of intention hands its date to its infinitive: "plan to meet on Monday".

    A past deed keeps what stands before the infinitive: "On Monday the party decided to leave".
    """
    completed = [child for child in tree.kids(token, rel.CONTROLLED) if child in events]
    if not completed or not tree.is_verb(token) or tree.lemma(token) not in INTENT:
        return False
    return not _is_deed(tree, token) or direct[token].start > tree.tokens.start[completed[0]]
