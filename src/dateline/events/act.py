"""An event word with its roles, and what the lists of the ontology ask of it: its names, its objects, who does it."""

from __future__ import annotations

from functools import cached_property

from dateline.coreference.bodies import BODIES_OF
from dateline.grammar import relations as rel
from dateline.grammar.arguments import Arguments
from dateline.grammar.frames import ARMED, CALENDAR, CIRCUMSTANCES, COMPLETED, MISHAPS, PROVIDING
from dateline.grammar.tree import Tree
from dateline.grammar.voice import is_passive
from dateline.ontology import UNCODED, Code, Situation, code_event, groups_of

_DEADLY = frozenset(("kill", "slay", "wound", "destroy"))
_PHONE = frozenset(("phone", "telephone", "video", "conference"))


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
        named = (word for word in _names(self.tree, self.token, self.pos) if groups_of(word, self.pos))
        codes = (code_event(word, self.pos, self.situation) for word in named)
        return next((code for code in codes if code.type), UNCODED)


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


def _is_armed(tree: Tree, word: int) -> bool:
    """Tell whether an actor is armed: an army, a gunman, a missile."""
    if tree.lemma(word) in ARMED:
        return True
    return any(
        tree.lemma(child) in ARMED
        for child in tree.kids(word, rel.ADJECTIVE, rel.COMPOUND, rel.NOUN_MODIFIER)
    )


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


def _names(tree: Tree, token: int, pos: str) -> list[str]:
    """List the names that an event word may have in the lists, longest first: "call for", "call"."""
    return _names_of_noun(tree, token) if pos == "n" else _names_of_verb(tree, token)


def _names_of_noun(tree: Tree, token: int) -> list[str]:
    lemma = tree.lemma(token)
    modifiers = [tree.lemma(word) for word in tree.kids(token, rel.COMPOUND, rel.ADJECTIVE)]
    if lemma == "call":
        asks = _asks(tree, token) and not _by_phone(tree, token, modifiers)
        return ["call"] if asks else ["phonecall"]
    if lemma == "strike" and _is_deadly(tree, token):
        return ["air strike"]
    plural = [tree.tokens.word[token].lower()] if tree.tokens.tag[token] == "NNS" else []
    return [*(f"{modifier} {lemma}" for modifier in modifiers), *plural, lemma]


def _names_of_verb(tree: Tree, token: int) -> list[str]:
    lemma = tree.lemma(token)
    particles = [tree.lemma(word) for word in tree.kids(token, rel.PARTICLE)]
    cases = [
        case
        for word in tree.kids(token, rel.OBLIQUE, rel.NOUN_MODIFIER)
        if tree.lemma(word) not in CALENDAR and (case := tree.case(word))  # "call on Monday" is no "call on"
    ]
    adverbs = tree.kids(token, rel.ADVERB)
    cases += [tree.lemma(word) for word in adverbs if tree.tokens.tag[word] in ("RP", "RB")]
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


def _by_phone(tree: Tree, token: int, modifiers: list[str]) -> bool:
    """Tell "a call between them", "a video call" from a call for something."""
    parties = (tree.case(word) in ("between", "with") for word in tree.kids(token, rel.NOUN_MODIFIER))
    return not _PHONE.isdisjoint(modifiers) or any(parties)


def _is_deadly(tree: Tree, noun: int) -> bool:
    """Tell "the strikes killed nine", "nine killed in strikes" from work that stops."""
    head = tree.governor(noun)
    return head >= 0 and tree.is_verb(head) and bool(_DEADLY.intersection(groups_of(tree.lemma(head), "v")))


def _asks(tree: Tree, token: int) -> bool:
    """Tell a call for something from a call to somebody."""
    if tree.kids(token, rel.ADNOMINAL_CLAUSE):
        return True
    return any(tree.case(word) in ("for", "by", "to", "on") for word in tree.kids(token, rel.NOUN_MODIFIER))


def _objects(tree: Tree, token: int, pos: str) -> list[str]:
    """List the lemmas of what the event acts on, compounds first ("hunger strike")."""
    heads = _objects_of_noun(tree, token) if pos == "n" else _objects_of_verb(tree, token)
    return [name for word in heads for head in tree.conjuncts(word) for name in _names_of_object(tree, head)]


def _objects_of_verb(tree: Tree, token: int) -> list[int]:
    obliques = tree.kids(token, rel.OBLIQUE)
    heads = tree.kids(token, rel.OBJECT)
    if tree.lemma(token) in PROVIDING:
        heads = [word for word in obliques if tree.case(word) == "with"] or heads
    if not heads and is_passive(tree, token):
        heads = tree.kids(token, rel.PASSIVE_SUBJECT)
        if tree.stands_as(token, rel.ADNOMINAL_CLAUSE, rel.RELATIVE_CLAUSE, rel.ADJECTIVE):
            heads = heads or [tree.governor(token)]
    return heads or [word for word in obliques if tree.case(word) not in CIRCUMSTANCES]


def _objects_of_noun(tree: Tree, token: int) -> list[int]:
    modifiers = tree.kids(token, rel.NOUN_MODIFIER)
    told = [word for word in modifiers if tree.case(word) in ("of", "on", "to", "for")]
    return [*told, *tree.kids(token, rel.COMPOUND)]


def _names_of_object(tree: Tree, head: int) -> list[str]:
    """List what an object may be called: "military aid", "aid", "military"; of "part of the aid" also "aid"."""
    lemma = tree.lemma(head)
    kinds = tree.kids(head, rel.COMPOUND, rel.ADJECTIVE)
    modifiers = [tree.lemma(word) for word in kinds if not _is_name(tree, word)]
    # "received President Ruto"
    modifiers += [tree.lemma(word) for word in tree.kids(head, rel.DESCRIPTION)]
    plural = [tree.tokens.word[head].lower()] if tree.tokens.tag[head] == "NNS" else []  # "talks" are no talk
    found = [*(f"{modifier} {lemma}" for modifier in modifiers), *plural, lemma, *modifiers]
    for part in tree.kids(head, rel.NOUN_MODIFIER):
        if tree.case(part) == "of":
            kinds = tree.kids(part, rel.COMPOUND, rel.ADJECTIVE)
            found += [tree.lemma(part), *(tree.lemma(word) for word in reversed(kinds))]
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
