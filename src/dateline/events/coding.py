"""From an event word in its sentence to its PLOVER type: gather what the rules of the ontology look at."""

from __future__ import annotations

from functools import cached_property

from dateline.coreference.bodies import BODIES_OF
from dateline.events.records import Event, Trigger
from dateline.grammar import relations as rel
from dateline.grammar.arguments import Arguments
from dateline.grammar.frames import (
    ARMED,
    ARRANGING,
    CALENDAR,
    CIRCUMSTANCES,
    COMPLETED,
    CONTESTS,
    LIGHT,
    MISHAPS,
    PROVIDING,
)
from dateline.grammar.targets import demands
from dateline.grammar.tree import Tree
from dateline.grammar.voice import is_passive
from dateline.grammar.words import WordClass
from dateline.ontology import TYPES, UNCODED, Code, Situation, code_event, groups_of, is_forceful, score_of
from dateline.rules import Rulebook

CODING = Rulebook("Is it a political act, and of what type?")
NO_ACT, LISTED = "no act", "list of words"
_BLOWS = WordClass("blow")
_DEADLY = frozenset(("kill", "slay", "wound", "destroy"))
_SCORE_WITHIN = 8  # words between a verb and the score of a match
_PHONE = frozenset(("phone", "telephone", "video", "conference"))


def code_of(act: Act) -> Code:
    """Give an event word its PLOVER type, mode and score, and what gave them; UNCODED for what is no political act."""
    type_, rule = CODING.first(act) if act.pos else ("", "")
    if rule == LISTED:
        return act.listed
    return Code(type_, "", score_of(type_), rule) if type_ in TYPES else UNCODED


class Act:
    """An event word with its roles, as the rules of coding look at it."""

    def __init__(
        self, tree: Tree, token: int, args: Arguments, actors: list[str], targets: list[str]
    ) -> None:
        self.tree, self.token, self.args, self.actors, self.targets = tree, token, args, actors, targets
        self.pos = _part_of_speech(tree, token)

    @cached_property
    def situation(self) -> Situation:
        """What stands round the word, as the lists ask for it."""
        tree, token, args, actors, targets = self.tree, self.token, self.args, self.actors, self.targets
        return Situation(
            objects=tuple(_objects(tree, token, self.pos)),
            complement=_complement(tree, token),
            infinitive=_has_infinitive(tree, token),
            told=bool(tree.kids(token, rel.COMPLEMENT, rel.ASIDE)),
            has_target=bool(targets),
            joint=len(actors) > 1,
            armed=any(_is_armed(tree, word) for word in args.actors),
            agent=bool(args.actors) or _by_attack(tree, token),
            placed=bool(args.places),
            mishap=_is_mishap(tree, token, args.actors),
            official=any(_is_of(tree, word, "official") for word in args.actors)
            or _is_country(tree, args, actors),
            people=any(_is_of(tree, word, "people") for word in args.actors),
            crowd=any(_is_of(tree, word, "demonstrators") for word in args.actors),
            states=bool(actors and targets) and all(map(_is_state, (*actors, *targets))),
        )

    @cached_property
    def listed(self) -> Code:
        """What the lists say of the first of the word's names that they have."""
        codes = (
            code_event(word, self.pos, self.situation) for word in _names(self.tree, self.token, self.pos)
        )
        return next((code for code in codes if code.type), UNCODED)


@CODING.rule(
    "what something is like",
    ("Troops left the [occupied] town.", NO_ACT),
    ("The ministers left the [war]-torn town.", NO_ACT),
    ("Troops [occupied] the town.", ""),
)
def what_it_is_like(act: Act) -> str:
    """A word that only says what something is like tells no act of its own."""
    return NO_ACT if _names_no_act(act.tree, act.token) else ""


@CODING.rule(
    "contest",
    ("Norway [beat] Chad 3-1.", NO_ACT),
    ("Norway [crushed] Chad in the final.", NO_ACT),
    ("Police [beat] the protesters.", ""),
)
def contest(act: Act) -> str:
    """Blows in a match, by its score or its name, are no attack."""
    return NO_ACT if act.pos == "v" and _is_contest(act.tree, act.token) else ""


@CODING.rule(
    "act on a condition",
    ("Norway will [withdraw] its troops unless Chad frees the nurses.", "THREATEN"),
    ("Norway would [attack] if Chad fired.", "THREATEN"),
    ("Norway will [withdraw] its troops in May.", ""),
)
def act_on_a_condition(act: Act) -> str:
    """What one will do unless the other yields, and force that hangs on an if, is a threat."""
    return "THREATEN" if act.pos == "v" and _is_threat(act.tree, act.token) else ""


@CODING.rule(
    "says that somebody must",
    ("Norway [said] Chad must free the nurses.", "REQUEST"),
    ("Norway [insisted] that Chad free the nurses.", "REQUEST"),
    ("Norway [said] Chad had freed the nurses.", ""),
)
def says_somebody_must(act: Act) -> str:
    """To say that somebody must, should or has to do something is a demand."""
    return "REQUEST" if act.targets and demands(act.tree, act.token) else ""


@CODING.rule(
    LISTED,
    ("Norway [lifted] the sanctions on Chad.", "RETREAT"),
    ("Norway [lifted] the curfew.", "CONCEDE"),
    ("Norway [attacked] Chad.", "ASSAULT"),
)
def listed(act: Act) -> str:
    """Any other act has the type of its word in the lists, by what it acts on, who does it and how."""
    return act.listed.type


def _part_of_speech(tree: Tree, token: int) -> str:
    """Name what a word is to the lists: noun, verb, adjective that says what somebody is ("is opposed to")."""
    if tree.is_noun(token):
        return "n"
    stated = tree.kids(token, rel.COPULA) and tree.tokens.tag[token] in ("JJ", "JJR")
    return "v" if tree.is_verb(token) else "a" if stated else ""


def _is_mishap(tree: Tree, token: int, actors: list[int]) -> bool:
    """Tell whether nature or an accident did it: the storm that kills, "died in a fire", not "hit with mortar fire"."""
    causes = actors or tree.kids(token, rel.OBLIQUE)
    return any(tree.lemma(word) in MISHAPS for word in causes)


def _is_of(tree: Tree, word: int, group: str) -> bool:
    """Tell whether an actor, or what it is called beside its name, is of a group of nouns."""
    words = (word, *tree.kids(word, rel.COMPOUND, rel.APPOSITION, rel.DESCRIPTION, rel.FLAT))
    return any(group in groups_of(tree.lemma(one), "n") for one in words)


def _is_country(tree: Tree, args: Arguments, actors: list[str]) -> bool:
    """Tell a country that acts under its own name from its people: "Japan protested", not "Japanese students"."""
    named = [word for word in args.actors if tree.tokens.tag[word] in ("NNP", "NNPS")]
    return bool(named) and any(
        actor.startswith("place:") or actor.endswith("-government") for actor in actors
    )


def _is_state(entity: str) -> bool:
    """Tell countries, their parts, governments and bodies from other entities."""
    body = entity.rpartition("-")[2]
    return entity.startswith("place:") or (entity.startswith("org:") and body in BODIES_OF | {"government"})


def _by_attack(tree: Tree, token: int) -> bool:
    """Tell "killed in an air strike" from "killed in a fire"."""
    means = (
        tree.lemma(word)
        for word in tree.kids(token, rel.OBLIQUE)
        if tree.case(word) in ("in", "by", "with", "during")
    )
    return any(group in ("attack", "clash", "arms") for word in means for group in groups_of(word, "n"))


def _names_no_act(tree: Tree, token: int) -> bool:
    """Tell "occupied Crimea", "war crimes", "the wounded" and "war-torn" from acts."""
    tokens = tree.tokens
    if tokens.relation[token] in (rel.ADJECTIVE, rel.COMPOUND) or (
        tree.is_verb(token) and tree.kids(token, rel.DETERMINER)
    ):
        return True
    return tokens.word[token + 1 : token + 2] == ["-"] and tokens.head[token] > token


def _is_contest(tree: Tree, token: int) -> bool:
    """Tell "beat Chile 3-1" and "crushed Peru in the final" from blows."""
    tokens = tree.tokens
    if _BLOWS.isdisjoint(groups_of(tree.lemma(token), "v")):
        return False
    if any(tree.lemma(word) in CONTESTS for word in tree.kids(token, rel.OBLIQUE)):
        return True
    sentence = tokens.sentences[tokens.sentence[token]]
    near = range(token + 1, min(token + _SCORE_WITHIN, sentence.last - 2))
    return any(
        tokens.tag[at] == "CD" and tokens.word[at + 1] in ("-", "–") and tokens.tag[at + 2] == "CD"
        for at in near
    )


def _is_threat(tree: Tree, token: int) -> bool:
    """Tell "will withdraw unless ...", "would retaliate if ...": an act that hangs on what somebody else does."""
    if not any(
        tree.lemma(word) in ("will", "would", "shall", "'ll") for word in tree.kids(token, rel.AUXILIARY)
    ):
        return False
    marks = [
        tree.lemma(mark)
        for clause in tree.kids(token, rel.ADVERBIAL_CLAUSE)
        for mark in tree.kids(clause, rel.MARKER)
    ]
    return "unless" in marks or ("if" in marks and is_forceful(tree.lemma(token)))


def _names(tree: Tree, token: int, pos: str) -> list[str]:
    """List the names that an event word may have in the lists, longest first: "call for", "call"."""
    lemma = tree.lemma(token)
    if pos == "n":
        modifiers = [tree.lemma(word) for word in tree.kids(token, rel.COMPOUND, rel.ADJECTIVE)]
        if lemma == "call":
            between = any(
                tree.case(word) in ("between", "with") for word in tree.kids(token, rel.NOUN_MODIFIER)
            )
            return (
                ["phonecall"]
                if between or _PHONE & set(modifiers)
                else ["call"]
                if _asks(tree, token)
                else ["phonecall"]
            )
        if lemma == "strike" and _is_deadly(tree, token):
            return ["air strike"]
        plural = [tree.tokens.word[token].lower()] if tree.tokens.tag[token] == "NNS" else []
        return [*(f"{modifier} {lemma}" for modifier in modifiers), *plural, lemma]
    particles = [tree.lemma(word) for word in tree.kids(token, rel.PARTICLE)]
    cases = [
        case
        for word in tree.kids(token, rel.OBLIQUE, rel.NOUN_MODIFIER)
        if tree.lemma(word) not in CALENDAR and (case := tree.case(word))  # "call on Monday" is no "call on"
    ]
    cases += [
        tree.lemma(word) for word in tree.kids(token, rel.ADVERB) if tree.tokens.tag[word] in ("RP", "RB")
    ]
    objects = [tree.lemma(word) for word in tree.kids(token, rel.OBJECT, rel.OBLIQUE, rel.CONTROLLED)]
    objects += [  # "sent as peacekeeping troops"
        tree.lemma(kind)
        for word in tree.kids(token, rel.OBLIQUE)
        for kind in tree.kids(word, rel.COMPOUND, rel.ADJECTIVE)
    ]
    names = [f"{lemma} {word}" for word in (*particles, *cases, *objects)]
    if any(groups_of(f"{lemma} {particle}", "v") for particle in particles):
        return names  # "struck down" is no strike
    return [*names, lemma]


def _is_deadly(tree: Tree, noun: int) -> bool:
    """Tell "the strikes killed nine", "nine killed in strikes" from work that stops."""
    head = tree.tokens.head[noun]
    return head >= 0 and tree.is_verb(head) and bool(_DEADLY.intersection(groups_of(tree.lemma(head), "v")))


def _asks(tree: Tree, token: int) -> bool:
    """Tell a call for something from a call to somebody."""
    if tree.kids(token, rel.ADNOMINAL_CLAUSE):
        return True
    return any(tree.case(word) in ("for", "by", "to", "on") for word in tree.kids(token, rel.NOUN_MODIFIER))


def _objects(tree: Tree, token: int, pos: str) -> list[str]:
    """List the lemmas of what the event acts on, compounds first ("hunger strike")."""
    if pos in ("v", "a"):
        heads = tree.kids(token, rel.OBJECT)
        if tree.lemma(token) in PROVIDING:
            heads = [word for word in tree.kids(token, rel.OBLIQUE) if tree.case(word) == "with"] or heads
        if not heads and is_passive(tree, token):
            heads = tree.kids(token, rel.PASSIVE_SUBJECT)
            if tree.tokens.relation[token] in (rel.ADNOMINAL_CLAUSE, rel.RELATIVE_CLAUSE, rel.ADJECTIVE):
                heads = heads or [tree.tokens.head[token]]
        heads = heads or [
            word for word in tree.kids(token, rel.OBLIQUE) if tree.case(word) not in CIRCUMSTANCES
        ]
    else:
        heads = [
            word
            for word in tree.kids(token, rel.NOUN_MODIFIER)
            if tree.case(word) in ("of", "on", "to", "for")
        ]
        heads += tree.kids(token, rel.COMPOUND)
    found = []
    for head in (one for word in heads for one in tree.conjuncts(word)):
        lemma = tree.lemma(head)
        modifiers = [
            tree.lemma(word)
            for word in tree.kids(head, rel.COMPOUND, rel.ADJECTIVE)
            if not _is_name(tree, word)
        ]
        modifiers += [
            tree.lemma(word) for word in tree.kids(head, rel.DESCRIPTION)
        ]  # "received President Ruto"
        found += [f"{modifier} {lemma}" for modifier in modifiers]
        if tree.tokens.tag[head] == "NNS":
            found.append(tree.tokens.word[head].lower())  # "talks" are no talk
        found.append(lemma)
        found += modifiers
        for part in tree.kids(head, rel.NOUN_MODIFIER):
            if tree.case(part) == "of":  # "part of a military aid programme"
                found += [
                    tree.lemma(part),
                    *(tree.lemma(word) for word in reversed(tree.kids(part, rel.COMPOUND, rel.ADJECTIVE))),
                ]
    return found


def _is_name(tree: Tree, word: int) -> bool:
    """Tell a part of a name, whose sense does not count: the "Friendship Bridge" is no friendship."""
    return tree.tokens.tag[word].startswith("NNP")


def _complement(tree: Tree, token: int) -> str:
    """Give the lemma of the infinitive or clause that completes the event word."""
    if tree.lemma(token) == "call" and len(tree.kids(token, *rel.OBJECTS)) > 1:
        return "name"  # "they call Bol their home"
    clauses = tree.kids(token, rel.CONTROLLED, rel.COMPLEMENT) or (
        tree.kids(token, rel.ADNOMINAL_CLAUSE) if tree.is_noun(token) else []
    )
    clauses = clauses or [
        clause
        for clause in tree.kids(token, rel.ADVERBIAL_CLAUSE)
        if tree.is_infinitive_of(clause, COMPLETED)
    ]
    return tree.lemma(clauses[0]) if clauses else ""


def _has_infinitive(tree: Tree, token: int) -> bool:
    """Tell "told them to leave" from "told them he had left"."""
    clauses = tree.kids(token, rel.CONTROLLED, rel.COMPLEMENT, rel.ADVERBIAL_CLAUSE, rel.ADNOMINAL_CLAUSE)
    return any(tree.has_to(clause) for clause in clauses)


def _is_armed(tree: Tree, word: int) -> bool:
    """Tell whether an actor is armed: an army, a gunman, a missile."""
    if tree.lemma(word) in ARMED:
        return True
    return any(
        tree.lemma(child) in ARMED
        for child in tree.kids(word, rel.ADJECTIVE, rel.COMPOUND, rel.NOUN_MODIFIER)
    )


def one_type_each(tree: Tree, triggers: list[Trigger], events: list[Event]) -> list[Event]:
    """Leave one type where a verb and its object name the same act ("hold talks", "submitted drafts").

    After a light verb or a verb of beginning and going on the noun keeps the type, else the verb does.
    """
    number = {trigger.token: i for i, trigger in enumerate(triggers)}
    out = list(events)
    for token, i in number.items():
        if not tree.is_verb(token) or not out[i].type:
            continue
        above = (
            [tree.tokens.head[token]] if tree.tokens.relation[token] == rel.ADNOMINAL_CLAUSE else []
        )  # "talks planned for May"
        for noun in (*tree.kids(token, rel.OBJECT, rel.PASSIVE_SUBJECT), *above):
            j = number.get(noun)
            if j is None or out[j].type != out[i].type:
                continue
            light = tree.lemma(token) in LIGHT | ARRANGING or out[i].class_ == "ASPECTUAL"
            loser = i if light else j
            out[loser] = out[loser]._replace(type="", type_rule="", score=None)
    return out
