"""Whom an act is aimed at, beside its object: prepositional phrases, what completes the verb, what it asks for."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.frames import (
    CALENDAR,
    COMPLETED,
    DEMANDING,
    MEASURES,
    OBLIGING,
    PLACE_CASES,
    PREPARING,
    RAISING,
    REPORTING_VERBS,
    TARGET_CASES,
)
from dateline.grammar.tree import Tree
from dateline.grammar.words import phrasal_verbs

_DEPTH = 6
_RULING = ("conclude", "rule")  # that somebody must
_TAKING = ("take", "let", "hand")  # "took in refugees"
_ACCUSING = ("charge", "allege", "complain", "suspect")
_PARTICLES = ("off", "out", "up", "down")


def obliques(tree: Tree, token: int) -> tuple[list[int], list[int]]:
    """Sort the prepositional phrases of a verb into targets and places."""
    targets, places = [], []
    for word in tree.kids(token, rel.OBLIQUE, rel.NOUN_MODIFIER):
        case = tree.case(word)
        if tree.lemma(word) in CALENDAR:
            continue
        purpose = case == "for" and tree.lemma(token) in PREPARING
        parted = case in _PARTICLES or (case == "in" and tree.lemma(token) in _TAKING)
        phrasal = parted and f"{tree.lemma(token)} {case}" in phrasal_verbs()  # "sealed off the town"
        felt = case in ("about", "of") and tree.tokens.tag[token].startswith(
            "JJ"
        )  # "critical of", "angry about"
        if phrasal or felt or ((case in TARGET_CASES or case in ("between", "among")) and not purpose):
            targets += expand(tree, [word])
        if case in PLACE_CASES and not phrasal:
            places += expand(tree, [word])
    return targets, places


def bare_objects(tree: Tree, token: int) -> list[int]:
    """Take a noun without preposition for an object that the parser missed: "arrested more than 100 Kenyans"."""
    return [
        word
        for word in tree.kids(token, rel.OBLIQUE, rel.BARE_OBLIQUE)
        if word > token
        and not tree.case(word)
        and tree.lemma(word) not in CALENDAR | MEASURES
        and tree.is_noun(word)
    ]


def shared_object(tree: Tree, token: int) -> list[int]:
    """Take the object that follows the last of coordinated verbs: "condemned and rejected the plan"."""
    for other in tree.kids(token, rel.CONJUNCT):
        if tree.is_verb(other) and other - token <= 3:
            return expand(tree, tree.kids(other, rel.OBJECT))
    return []


def asked(tree: Tree, token: int) -> list[int]:
    """Take who shall do or did what is asked for or held against them: "demanded that Togo withdraw"."""
    clauses = tree.kids(token, rel.COMPLEMENT)
    if tree.lemma(token) not in DEMANDING and tree.lemma(token) not in _ACCUSING:
        clauses = [clause for clause in clauses if obliges(tree, clause)] if says(tree, token) else []
    return [one for clause in clauses for one in expand(tree, tree.kids(clause, *rel.SUBJECTS))]


def demands(tree: Tree, token: int) -> bool:
    """Tell "said Togo must withdraw" and "insisted that Togo withdraw" from telling what is so."""
    clauses = tree.kids(token, rel.COMPLEMENT)
    if tree.lemma(token) in DEMANDING:
        return any(_is_bare(tree, clause) for clause in clauses)
    return says(tree, token) and any(obliges(tree, clause) for clause in clauses)


def _is_bare(tree: Tree, clause: int) -> bool:
    """Tell the base form of "that Togo withdraw" from "that Togo withdraws"."""
    if tree.tokens.tag[clause] not in ("VB", "VBP") or not tree.kids(clause, rel.SUBJECT):
        return False
    subject = tree.kids(clause, rel.SUBJECT)[0]
    single = tree.tokens.tag[subject] in ("NN", "NNP") and not tree.kids(subject, rel.CONJUNCT)
    helped = tree.kids(clause, rel.AUXILIARY) or tree.has_to(clause)
    return not helped and (single or tree.tokens.tag[clause] == "VB")


def says(tree: Tree, token: int) -> bool:
    """Tell a verb of saying."""
    return tree.is_verb(token) and (tree.lemma(token) in REPORTING_VERBS or tree.lemma(token) in _RULING)


def obliges(tree: Tree, clause: int) -> bool:
    """Tell whether a clause says what somebody must do: "Togo should withdraw", "Togo has to withdraw"."""
    if not tree.kids(clause, rel.SUBJECT):
        return False  # "the talks must be held" asks nobody by name
    helpers = [tree.lemma(word) for word in tree.kids(clause, rel.AUXILIARY)]
    if any(helper in OBLIGING for helper in helpers):
        return "have" not in helpers  # "must have left" is a guess
    return tree.lemma(clause) in ("have", "need") and any(
        tree.has_to(inner) for inner in tree.kids(clause, rel.CONTROLLED)
    )


def complement_targets(tree: Tree, token: int, depth: int = 0) -> list[int]:
    """Take the targets of the infinitive that completes a verb: "threatened to cut off power to the town".

    Without any, where it is to be done: "threatened to resume attacks in Chad". What one only begins or wants to do
    is told by the infinitive itself.
    """
    if tree.lemma(token) in RAISING:
        return []
    for clause in tree.kids(token, rel.CONTROLLED, rel.ADVERBIAL_CLAUSE):
        completes = tree.tokens.relation[clause] == rel.CONTROLLED or tree.is_infinitive_of(clause, COMPLETED)
        if tree.is_verb(clause) and completes:
            targets, places = obliques(tree, clause)
            found = expand(tree, tree.kids(clause, *rel.OBJECTS)) + targets
            deeper = complement_targets(tree, clause, depth + 1) if depth < _DEPTH else []
            return unique([*found, *deeper, *places])
    return []


def purpose_targets(tree: Tree, token: int) -> list[int]:
    """Take what a protest is about from its purpose: "marched to demand the release of the Chilean doctors"."""
    verbs = [token] if tree.is_verb(token) else [head for head in tree.heads(token) if tree.is_verb(head)][:1]
    found: list[int] = []
    for verb in verbs:
        for clause in tree.kids(verb, rel.ADVERBIAL_CLAUSE, rel.CONTROLLED):
            if tree.is_verb(clause):
                found += expand(tree, tree.kids(clause, rel.OBJECT)) + obliques(tree, clause)[0]
    return unique(found)


def expand(tree: Tree, words: list[int]) -> list[int]:
    return [one for word in words for one in tree.conjuncts(word)]


def unique(words: list[int]) -> list[int]:
    return list(dict.fromkeys(words))
