"""Who does it, to whom, where: the words that fill an event's roles, read from the heads.

Method: rules over Universal Dependencies for passives, relative clauses, control, coordination, participles,
and for nouns that name events ("Russia's deployment of troops", "talks between Russia and NATO").
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.grammar import relations as rel
from dateline.grammar.blaming import BLAMING, PENALTIES, RAILING
from dateline.grammar.carriers import carried_phrases, carrier_places, subject_within
from dateline.grammar.control import has_own_subject, told_to
from dateline.grammar.frames import (
    COMPLETED,
    EXPRESSING,
    GIVING,
    GOAL_NOUNS,
    JOINT,
    LIGHT,
    MOTION,
    NOT_OWN,
    OBJECT_CONTROL,
    PROPOSAL_NOUNS,
    PUTTING,
    SAID_NOUNS,
    SPOKEN_NOUNS,
    SUFFERED,
    SUPPORT,
)
from dateline.grammar.noun_phrases import phrases_of
from dateline.grammar.relative_clauses import RELATIVE, relative_object, told_before
from dateline.grammar.targets import (
    asked,
    bare_objects,
    complement_targets,
    expand,
    obliques,
    says,
    shared_object,
    unique,
)
from dateline.grammar.tree import Tree
from dateline.grammar.voice import agents, is_passive
from dateline.grammar.words import event_nouns

# what a firm reports of itself is its own
_REPORTING_OF = frozenset(("report", "post", "record", "suffer", "incur"))
_RESULTS = frozenset(("loss", "profit", "gain", "decline", "drop", "increase", "rise", "deficit", "surplus"))
_DEPTH = 6


class Arguments(NamedTuple):
    """Token numbers of the heads of the phrases in each role, in order of the text."""

    actors: list[int]
    targets: list[int]
    places: list[int]


def arguments(tree: Tree, token: int) -> Arguments:
    """Find the actors, targets and places of an event word; "fighting broke out" has those of a noun."""
    subject = (
        tree.tokens.relation[token] in (rel.SUBJECT, rel.PASSIVE_SUBJECT) and tree.tokens.tag[token] == "VBG"
    )
    if tree.is_noun(token) or (subject and not tree.kids(token, rel.OBJECT, rel.SUBJECT, rel.MARKER)):
        return noun_arguments(tree, token)
    return verb_arguments(tree, token)


def verb_arguments(tree: Tree, token: int) -> Arguments:
    """Find the roles of a verb or of an adjective with a copula."""
    passive = is_passive(tree, token)
    doers = agents(tree, token) if passive else subjects(tree, token)
    patients = subjects(tree, token) if passive else []
    relative = [] if passive else relative_object(tree, token)
    objects = [
        word for word in tree.kids(token, *rel.OBJECTS) if tree.tokens.word[word].lower() not in RELATIVE
    ]
    if not objects and not passive:
        objects = bare_objects(tree, token)
    patients += expand(tree, _without_expressed(tree, token, objects)) + relative
    targets, places = obliques(tree, token)
    if not passive:
        targets = asked(tree, token) + targets
        for word in objects if tree.lemma(token) in LIGHT | EXPRESSING else ():
            targets += noun_arguments(tree, word).targets
    reasons = [word for word in targets if _is_reason(tree, token, word)]
    if patients or len(reasons) < len(targets):
        targets = [word for word in targets if word not in reasons]
    if not patients and not targets:
        patients = shared_object(tree, token) or complement_targets(tree, token)
    return Arguments(doers, unique([*patients, *targets]), places)


def _is_reason(tree: Tree, token: int, word: int) -> bool:
    """Tell why something is done to somebody: "over a dispute with Iraq", "for its attack on Oman"."""
    if tree.tokens.relation[word] == rel.CONJUNCT:
        word = tree.tokens.head[word]
    return (
        tree.case(word) in ("over", "for")
        and tree.lemma(word) in event_nouns()
        and not tree.kids(token, rel.COPULA)
    )


def _without_expressed(tree: Tree, token: int, objects: list[int]) -> list[int]:
    """Put the target of an act that is only expressed in its place: "reaffirmed Spain's support for Chad"."""
    if tree.lemma(token) not in EXPRESSING:
        return objects
    found: list[int] = []
    for word in objects:
        if tree.lemma(word) in event_nouns():
            found += noun_arguments(tree, word).targets or _given(tree, token, word)
        else:
            found.append(word)
    return found


def _given(tree: Tree, token: int, word: int) -> list[int]:
    """Take the name between a verb of giving and what is given for who gets it: "gave Georgia assurances"."""
    after = tree.kids(word, rel.COMPOUND) if tree.lemma(token) in GIVING else []
    return [name for name in after if name == token + 1 and tree.tokens.tag[name] == "NNP"]


def subjects(tree: Tree, token: int, depth: int = 0) -> list[int]:
    """Find the words that are the subject of a verb, also one understood from the verb or noun above."""
    tokens = tree.tokens
    own = tree.kids(token, *rel.SUBJECTS)
    if own:
        head = tokens.head[token]
        if (
            tokens.word[own[0]].lower() in RELATIVE
            and head >= 0
            and rel.ADNOMINAL_CLAUSE in tokens.relation[token]
        ):
            return told_before(tree, token, head)
        return expand(tree, own)
    head, relation = tokens.head[token], tokens.relation[token]
    if head < 0 or depth > _DEPTH or tree.kids(token, rel.EXPLETIVE):
        return []  # "when it came to the pledge": nobody came
    if relation in (*rel.CLAUSES_OF_A_NOUN, rel.ADJECTIVE):
        return _subject_of_modifier(tree, token, head, depth)
    told = tree.kids(head, rel.COPULA)  # "is the producer of it and launched a store"
    if relation == rel.CONJUNCT and (tree.is_verb(head) == tree.is_verb(token) or told):
        return subjects(tree, head, depth + 1)
    if others := deed_of_others(tree, token):
        return others
    if relation == rel.CONTROLLED or tree.is_infinitive_of(token, COMPLETED):
        return _clause_subjects(tree, head, depth)
    if relation in (rel.ADVERBIAL_CLAUSE, rel.COMPLEMENT, rel.ASIDE) and has_own_subject(tree, token, head):
        return []
    if relation in (rel.ADVERBIAL_CLAUSE, rel.COMPLEMENT, rel.ASIDE) and not tree.kids(
        token, rel.CLAUSE_AS_SUBJECT
    ):
        above = agents(tree, head) if relation == rel.ADVERBIAL_CLAUSE and is_passive(tree, head) else []
        return above or _clause_subjects(tree, head, depth)
    return []


def deed_of_others(tree: Tree, token: int) -> list[int]:
    """Find who does what the object of the verb above is told to do or blamed for, where that is not its subject.

    Parameters
    ----------
    tree : Tree
    token : int
        A verb without subject of its own.

    Returns
    -------
    list of int
        The heads of their phrases; none where the verb above is the deed of its own subject.
    """
    head, relation = tree.tokens.head[token], tree.tokens.relation[token]
    if head < 0 or relation not in (rel.ADVERBIAL_CLAUSE, rel.CONTROLLED):
        return []
    bidden = relation == rel.CONTROLLED or tree.has_to(token)
    return (told_to(tree, head, token) if bidden else []) or _blamed(tree, token, head)


def _blamed(tree: Tree, token: int, head: int) -> list[int]:
    """Find whom a charge, ban or praise is about: "accused Togo of hiding oil", "was jailed for hiding it": who hid it.

    Without an object nobody: "apologised for hiding it" is of the subject, as of any other verb. Behind "for", a
    passive is of whom it is done to: "was paid by Togo for hiding it"; of a penalty, of whoever was fined.
    """
    if tree.tokens.tag[token] != "VBG":
        return []
    marks = {tree.tokens.word[word].lower() for word in tree.kids(token, rel.MARKER, rel.PREPOSITION)}
    lemma, passive = tree.lemma(head), is_passive(tree, head)
    if marks & BLAMING.get(lemma, frozenset()):
        return expand(tree, subjects(tree, head) if passive else tree.kids(head, *rel.OBJECTS))
    if "for" in marks and not passive:
        against = RAILING.get(lemma, frozenset())
        return expand(tree, [word for word in tree.kids(head, rel.OBLIQUE) if tree.case(word) in against])
    if "for" not in marks or not agents(tree, head):
        return []
    undergoing = subjects(tree, head)
    if any(tree.lemma(word) in PENALTIES for word in undergoing):
        fining = next((word for word in tree.heads(head) if tree.lemma(word) in BLAMING), -1)
        return _blamed(tree, token, fining) if fining >= 0 else []
    return undergoing


def noun_arguments(tree: Tree, token: int) -> Arguments:
    """Find the roles of a noun that names an event, from its own phrase and from the verb that carries it."""
    lemma = tree.lemma(token)
    joint = lemma in JOINT
    own = phrases_of(tree, token, joint)
    others, aims = carried_phrases(tree, token)
    parties = [*own.parties, *(others if joint else [])]
    targets = [*own.targets, *([] if joint else others), *aims]
    within, under = subject_within(tree, token)
    carried = _carrier_subject(tree, token) or within
    of = own.of or own.undergoers or under
    actors = expand(tree, own.owners) + own.by
    if own.by and own.owners and lemma in SUFFERED:
        actors, of = own.by, expand(tree, own.owners)  # "his defeat by Iran"
    if joint:
        actors = [*(actors or carried), *parties]
    elif not actors and not carried and of and lemma not in GOAL_NOUNS:
        actors, of = of, []
    actors = actors or carried
    of = of or _put_under(tree, token)
    places = [*own.places, *carrier_places(tree, token)]
    return Arguments(unique(actors), unique([*of, *targets]), unique(places))


def _put_under(tree: Tree, token: int) -> list[int]:
    """Take who undergoes it from the verb: "was put under arrest", "has been placed under investigation"."""
    head = tree.tokens.head[token]
    if (
        head < 0
        or tree.tokens.relation[token] != rel.OBLIQUE
        or tree.case(token) not in ("under", "into", "in")
    ):
        return []
    if tree.lemma(head) not in PUTTING:
        return []
    return subjects(tree, head) if is_passive(tree, head) else expand(tree, tree.kids(head, rel.OBJECT))


def _clause_subjects(tree: Tree, head: int, depth: int) -> list[int]:
    """Give the subject of the verb above; of a noun above, its owner ("plans to attack")."""
    if tree.is_noun(head) and not tree.kids(head, rel.SUBJECT, rel.COPULA):
        return noun_arguments(tree, head).actors if depth < _DEPTH else []
    return subjects(tree, head, depth + 1)


def _subject_of_modifier(tree: Tree, token: int, noun: int, depth: int) -> list[int]:
    """Find the subject of a clause that hangs on a noun; "plans to attack" are those of the owner or the planner."""
    tokens = tree.tokens
    infinitive = tree.has_to(token)
    if tokens.tag[token] == "VBG" and tree.lemma(noun) in SAID_NOUNS and depth < _DEPTH:
        return noun_arguments(tree, noun).actors or expand(tree, [noun])
    if not infinitive or not tree.is_noun(noun) or is_passive(tree, token):
        return expand(tree, [noun])  # "talks to be held"
    head = tokens.head[noun]
    if (
        tokens.relation[noun] == rel.OBJECT
        and tree.lemma(head) in OBJECT_CONTROL
        and tree.lemma(head) not in SUPPORT
    ):
        return expand(tree, [noun])  # "allowed Chad to sell oil", whatever the infinitive was hung on
    owners = noun_arguments(tree, noun).actors if depth < _DEPTH else []
    if (
        not owners
        and tree.lemma(noun) in PROPOSAL_NOUNS
        and tokens.relation[noun] == rel.OBJECT
        and depth < _DEPTH
    ):
        return subjects(tree, head, depth + 1)
    return owners


def _carrier_subject(tree: Tree, token: int) -> list[int]:
    """Find the subject of the verb whose object this noun is: "Biden and Putin had a call"."""
    head, relation = tree.tokens.head[token], tree.tokens.relation[token]
    if relation == rel.CONJUNCT and head >= 0 and tree.is_noun(head):
        head, relation = tree.tokens.head[head], tree.tokens.relation[head]
    if head < 0 or not tree.is_verb(head):
        return []
    own = tree.lemma(head) in SUPPORT and tree.lemma(head) not in NOT_OWN
    reported = tree.lemma(head) in _REPORTING_OF and tree.lemma(token) in _RESULTS  # "reported a loss"
    if relation == rel.OBJECT and (own or reported):
        return subjects(tree, head)
    if relation == rel.PASSIVE_SUBJECT and own:
        return agents(tree, head)
    held = tree.lemma(token) == "conference" and any(
        tree.lemma(one) == "a" for one in tree.kids(token, rel.DETERMINER)
    )
    if relation == rel.OBLIQUE and (says(tree, head) or held) and tree.case(token) in ("in", "at", "during"):
        own_word = tree.lemma(token) in SPOKEN_NOUNS or tree.lemma(token) in SAID_NOUNS
        return subjects(tree, head) if own_word and not is_passive(tree, head) else []
    if relation == rel.OBLIQUE and (
        tree.lemma(head) in LIGHT or (tree.lemma(head) in MOTION and tree.case(token) == "for")
    ):
        return agents(tree, head) if is_passive(tree, head) else subjects(tree, head)
    return []
