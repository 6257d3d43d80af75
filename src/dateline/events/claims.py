"""What is said of a claim falls on what it claims: denied, unproven, not said, only charged, left undone."""

from __future__ import annotations

from dateline.events.moods import (
    CARRIERS,
    CHARGING,
    CLEARING,
    DELAY,
    DELAY_PHRASES,
    DENIAL,
    DENIAL_PHRASES,
    EVIDENCE,
    FALSE,
    REJECTING,
    SAYING,
)
from dateline.grammar import relations as rel
from dateline.grammar.contractions import plain
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group

COMPLETIONS = (
    rel.COMPLEMENT,
    rel.CONTROLLED,
    rel.ADNOMINAL_CLAUSE,
    rel.CLAUSE_AS_SUBJECT,
    rel.CLAUSE_AS_PASSIVE_SUBJECT,
)
_NONE = frozenset(("no", "little", "scant", "neither", "few"))
_OPEN_WORDS = frozenset("why how where who whom whose what when which".split())
_CLAIMS = CARRIERS | EVIDENCE
_DENYING = DENIAL | REJECTING
_UNDONE = {("instead", "of"), ("short", "of"), ("far", "from"), ("rather", "than")}
_HOLDING = frozenset(
    "prevent stop keep bar ban hold discourage dissuade deter prohibit block restrain refrain abstain desist "
    "preclude exclude disqualify save".split()
)
_STOPS = frozenset((",", ";", ":", "who", "which"))
_THAT = 9  # words between "that" and the verb of its clause
_NEAR = 4  # words between "dismissed" and "reports"
_FROM = 8  # words between "prevented" and "from"
_CONJUNCTS = 5


def completed(tree: Tree, token: int) -> tuple[int, int]:
    """Find the clause that a verb stands in as one of several, and the word that this clause completes.

    Returns
    -------
    clause, head : int
        "no proof that Chad [fired] or attacked": fired and proof for both; head is -1 where nothing is completed.
    """
    for _ in range(_CONJUNCTS):
        head = tree.governor(token, rel.CONJUNCT)
        if head < 0 or head > token or not tree.is_verb(head):
            break
        token = head
    head, relation = tree.governor(token), tree.relation(token)
    completes = relation in COMPLETIONS or (relation == rel.RELATIVE_CLAUSE and _has_own_subject(tree, token))
    return token, head if head >= 0 and completes else _before_that(tree, token)


def _before_that(tree: Tree, token: int) -> int:
    """Find the word right before the "that" of a clause whose verb the parser hung elsewhere (-1: none)."""
    tokens = tree.tokens
    first = tokens.sentences[tokens.sentence[token]].first
    for near in range(token - 1, max(first, token - _THAT) - 1, -1):
        word = plain(tokens.word[near])
        if word == "that":
            told = (
                near > first and tokens.tag[near] != "DT" and tokens.tag[near - 1][:2] in ("NN", "VB", "JJ")
            )
            return near - 1 if told else -1
        if word in _STOPS or (tokens.tag[near] in ("VBD", "VBZ", "VBP") and not _is_helper(tree, near)):
            break
    return -1


def _is_helper(tree: Tree, token: int) -> bool:
    return tree.lemma(token) in ("be", "have", "do") or tree.relation(token).startswith(rel.AUXILIARY)


def _has_own_subject(tree: Tree, token: int) -> bool:
    """Tell "reports that it fired", which parsers take for a relative clause, from "reports that told of it"."""
    subjects = tree.kids(token, rel.SUBJECT, rel.PASSIVE_SUBJECT)
    that = [word for word in tree.dependents(token) if plain(tree.tokens.word[word]) == "that"]
    return (
        bool(subjects and that) and that[0] < subjects[0] and not tree.tokens.tag[subjects[0]].startswith("W")
    )


def is_denied_claim(tree: Tree, head: int) -> bool:
    """Tell a claim that is denied: dismissed or rejected by somebody, or said to be false."""
    if _is_false(tree, head) or _is_called_false(tree, head):
        return True
    if tree.is_verb(head) and tree.lemma(head) in _DENYING and tree.lemma(head) != "cancel":
        return not verb_group(tree, head).negated
    if not tree.is_noun(head) or tree.lemma(head) not in _CLAIMS:
        return False
    if (verb := _verb_acting_on(tree, head)) >= 0 and tree.lemma(verb) in REJECTING:
        return not verb_group(tree, verb).negated
    verb, relation = tree.governor(head), tree.relation(head)
    if verb < 0:
        return False
    if relation in (rel.OBJECT, rel.PASSIVE_SUBJECT) and tree.lemma(verb) in REJECTING:
        return not verb_group(tree, verb).negated
    return relation.startswith(rel.SUBJECT) and _is_false(tree, verb)


def _is_called_false(tree: Tree, head: int) -> bool:
    """Tell "Claims that it fired were false", where parsers take "claims" for the root and "false" for its clause."""
    if tree.lemma(head) not in _CLAIMS or tree.kids(head, *rel.SUBJECTS):
        return False
    return any(
        word > head and tree.kids(word, rel.COPULA) and _is_false(tree, word)
        for word in tree.dependents(head)
    )


def _verb_acting_on(tree: Tree, noun: int) -> int:
    """Find the verb right before a noun and its adjectives, whatever head the parser chose (-1: none)."""
    tokens = tree.tokens
    first = tokens.sentences[tokens.sentence[noun]].first
    for near in range(noun - 1, max(first, noun - _NEAR) - 1, -1):
        if tree.is_verb(near):
            return near
        if tokens.tag[near][:2] not in ("DT", "JJ", "NN", "PR", "CD"):
            break
    return -1


def _is_false(tree: Tree, token: int) -> bool:
    """Tell "is false", "was not true" from "is not false", "is true"."""
    if not (tree.kids(token, rel.COPULA) or tree.tokens.tag[token].startswith("JJ")):
        return False
    negated = verb_group(tree, token).negated
    return (tree.lemma(token) in FALSE and not negated) or (tree.lemma(token) == "true" and negated)


def is_unproven(tree: Tree, head: int) -> bool:
    """Tell "no evidence that", "found no sign of", "without proof of", "did not find any trace of"."""
    if not tree.is_noun(head) or tree.lemma(head) not in EVIDENCE:
        return False
    if any(
        plain(tree.tokens.word[word]) in _NONE
        for word in tree.kids(head, rel.DETERMINER, rel.ADJECTIVE, rel.ADVERB)
    ):
        return True
    if tree.case(head) == "without":
        return True
    verb, relation = tree.governor(head), tree.relation(head)
    governed = relation in (rel.OBJECT, rel.PASSIVE_SUBJECT, rel.SUBJECT) and verb >= 0 and tree.is_verb(verb)
    any_of_it = any(plain(tree.tokens.word[word]) == "any" for word in tree.kids(head, rel.DETERMINER))
    if governed and any_of_it and verb_group(tree, verb).negated:
        return True
    lacks = relation == rel.NOUN_MODIFIER and verb >= 0 and tree.lemma(verb) in ("lack", "absence")
    return lacks or (governed and relation == rel.OBJECT and tree.lemma(verb) == "lack")


def is_unsaid(tree: Tree, clause: int, head: int) -> bool:
    """Tell "has not said that it fired", "nobody believes that it fired"; not "did not say when it fired"."""
    if tree.lemma(head) not in SAYING or not verb_group(tree, head).negated:
        return False
    return not asks_of_a_fact(tree, clause, head)


def asks_of_a_fact(tree: Tree, clause: int, head: int) -> bool:
    """Tell "when it fired", "who freed them", which take it as done, from "that it fired", "whether it fired"."""
    opening = (word for word in tree.dependents(clause) if head < word < clause)
    return any(plain(tree.tokens.word[word]) in _OPEN_WORDS for word in opening)


def charge_on(tree: Tree, token: int) -> str:
    """Find the word that only charges somebody with what a gerund or noun tells: "charged with killing a guard".

    Returns
    -------
    str
        Its lemma (accuse, suspect, trial, acquit ...), "" where there is none; "the killing" is taken as known.
    """
    tokens = tree.tokens
    at = preposition_before(tree, token)
    if at < 0 and tree.is_noun(token):
        at = _case_of_unknown(tree, token)
    if at < 0 or plain(tokens.word[at]) not in ("of", "with", "for", "over", "to"):
        return ""
    for word in range(at - 1, max(_first(tree, token), at - _FROM) - 1, -1):
        told = plain(tokens.word[at]) != "to" and tokens.tag[word][:2] in ("VB", "NN", "JJ")
        if told and tree.lemma(word) in CHARGING | CLEARING:
            return tree.lemma(word)
        if plain(tokens.word[word]) == "guilty" and plain(tokens.word[word - 1]) == "not":
            return "accuse" if tree.lemma(word - 2) == "plead" else "acquit"
    return ""


def _case_of_unknown(tree: Tree, token: int) -> int:
    """Find the preposition of a noun without "the": "accused of murder" (-1: none)."""
    if tree.kids(token, rel.POSSESSOR) or any(
        plain(tree.tokens.word[word]) in ("the", "this", "that") for word in tree.kids(token, rel.DETERMINER)
    ):
        return -1
    cases = tree.kids(token, rel.PREPOSITION)
    return cases[0] if cases and cases[0] < token else -1


def is_left_undone(tree: Tree, token: int) -> bool:
    """Tell the "attacking" of "instead of attacking", "short of attacking", "without attacking"."""
    at, words = preposition_before(tree, token), tree.tokens.word
    if at < 0:
        return False
    return plain(words[at]) == "without" or (at > 0 and (plain(words[at - 1]), plain(words[at])) in _UNDONE)


def is_kept_from(tree: Tree, token: int) -> bool:
    """Tell the "attacking" of "was prevented from attacking", "held back from attacking"."""
    at = preposition_before(tree, token)
    if at < 0 or plain(tree.tokens.word[at]) != "from":
        return False
    back = plain(tree.tokens.word[at - 1]) == "back"
    for word in range(at - 1, max(_first(tree, token), at - _FROM) - 1, -1):
        lemma = tree.lemma(word)
        if lemma in _HOLDING and (lemma != "hold" or back):
            return not verb_group(tree, word).negated
        if tree.tokens.tag[word] in ("VBD", "VBZ", "VBP"):
            return False
    return False


def _first(tree: Tree, token: int) -> int:
    return tree.tokens.sentences[tree.tokens.sentence[token]].first


def preposition_before(tree: Tree, token: int) -> int:
    """Find the preposition right before a gerund, past adverbs and "being" (-1: none)."""
    tokens, first = tree.tokens, _first(tree, token)
    if tokens.tag[token] not in ("VBG", "VBN", "NN", "NNS", "VB", "VBD"):
        return -1
    near = token - 1
    while near >= first and (
        tokens.tag[near].startswith("RB") or plain(tokens.word[near]) in ("being", "having", "been")
    ):
        near -= 1
    if near < first or (near == token - 1 and tokens.tag[token] not in ("VBG", "VB")):
        return -1
    prepositions = ("of", "with", "for", "over", "from", "without", "than", "to")
    return near if plain(tokens.word[near]) in prepositions else -1


def particle_of(tree: Tree, token: int) -> tuple[str, str]:
    """Give a verb with its particle: ("call", "off")."""
    after = token + 1
    near = plain(tree.tokens.word[after]) if after < len(tree.tokens.word) else ""
    particles = [tree.lemma(word) for word in tree.kids(token, rel.PARTICLE, rel.ADVERB)]
    return tree.lemma(token), next((word for word in (*particles, near) if word in _PARTICLES), "")


_PARTICLES = frozenset(second for _, second in DENIAL_PHRASES | DELAY_PHRASES)


def is_put_off(tree: Tree, verb: int) -> bool:
    """Tell verbs that move what they govern to a later day: "postponed", "put off"."""
    return tree.lemma(verb) in DELAY or particle_of(tree, verb) in DELAY_PHRASES


def is_called_off(tree: Tree, verb: int) -> bool:
    """Tell verbs of denial by their particle: "called off", "ruled out"."""
    return particle_of(tree, verb) in DENIAL_PHRASES
