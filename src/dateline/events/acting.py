"""Who acts for whom: "Lee's army" for Lee and "troops from Chad" for Chad, not "Lee's fans" or "a Chadian rebel"."""

from __future__ import annotations

from typing import Protocol

from dateline.coreference.referents import ALL_OF_THEM, names_one_of_a_people
from dateline.grammar import relations as rel
from dateline.grammar.contractions import plain
from dateline.grammar.frames import ARMED, BODIES, MISHAPS, OTHERS
from dateline.grammar.tree import Tree
from dateline.grammar.words import event_nouns
from dateline.knowledge.countries import countries_by_capital, place_of
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import FIRMS, PERSONS, noun_kind
from dateline.knowledge.organizations import countries_by_entity

# bodies through which a person acts, and people and papers of a body that don't act for it
_BODIES_OF_PERSONS = frozenset(
    "administration army cabinet campaign coalition company faction firm force government group house junta militia "
    "movement office party regime side team troop troops".split()
)
_NOT_THE_BODY = frozenset(
    "backer bond buyer client consumer contract customer driver employee fan follower founder future guest investor "
    "loyalist owner passenger patient price protester rating reader resident share shareholder staffer stock striker "
    "student supplier supporter user victim viewer visitor voter worker".split()
)
# what a firm owns or makes does not act for it: "the TWA jet exploded"
_VEHICLES = frozenset(
    "aeroplane aircraft airliner airplane boat bus car coach drone ferry freighter helicopter jet jetliner lorry plane "
    "satellite ship shuttle tanker taxi train tram truck van vessel".split()
)
# people through whom a state acts; whoever else comes from there acts for himself
_OF_THE_STATE = frozenset(
    "agent ambassador authority army commander commando consul delegate diplomat envoy fighter force general guard "
    "government intelligence leader leadership lawmaker legislator marine member military minister ministry mp navy "
    "negotiator officer official pilot police policeman premier president representative ruler sailor secretary side "
    "senator soldier spokesman spokesperson spokeswoman spy team trooper troop".split()
)
_ABROAD = frozenset(
    "emigrant expatriate fan immigrant migrant passenger pilgrim refugee tourist traveler traveller victim".split()
)
_SOME = frozenset("another dozen few many more most other several some young".split())
# who or what is one of these does not act for where it is from: "a captured Russian tank", "a former Chadian general"
_NO_LONGER = frozenset(
    "breakaway captured defected deposed dissident ex exiled former fugitive ousted rebel renegade retired seized "
    "stolen".split()
)
# a town acts by these alone, and through these nothing acts for a land that it only happened in
_OF_THE_TOWN = frozenset("authority city council court government mayor municipality police town".split())
# behind these stands another than who acts: "bidders for Acme", "an envoy to Chad"; "for" only with those who speak
_OTHERS_TO = frozenset(("against", "between", "to", "with"))
_SPEAKING = frozenset(
    "advocate agent attorney boss chair chairman chairwoman chief counsel director executive head lawyer manager "
    "newspaper official prosecutor representative solicitor speaker spokesman spokesperson spokeswoman".split()
)


class Mentioned(Protocol):
    """What is read of a mention."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def kind(self) -> str: ...

    @property
    def form(self) -> str: ...

    @property
    def entity(self) -> str: ...


def acts_through(tree: Tree, word: int, owner: Mentioned, acting: bool) -> bool:
    """Tell whether what a noun does is done by its owner: "Lee's army", not "Lee's fans".

    A person acts through an office, party or army, never through aides, fans, a brother or a shoulder, and what is done
    to these is not done to the person; a firm or party does not act through its workers, customers or voters.
    """
    noun = fold(tree.tokens.lemma[word])
    if acting and any(
        plain(tree.tokens.word[child]) in _NO_LONGER for child in tree.kids(word, rel.ADJECTIVE)
    ):
        return False
    if owner.kind == "PERSON":
        person = noun_kind(noun) in PERSONS
        return noun in _BODIES_OF_PERSONS or not (acting or person)
    if not acting:
        return True
    if owner.kind == "PLACE":
        return _is_of_place(tree, word, owner, noun)
    one = tree.tokens.tag[word] == "NN" and noun_kind(noun) in PERSONS
    if one and (noun == "member" or noun not in _OF_THE_STATE | _SPEAKING | FIRMS):
        return False  # "a member of the council", "the party's speechwriter"
    craft = noun in _VEHICLES and not countries_by_entity().get(owner.entity)  # "a Navy ship" acts for it
    return owner.kind == "ORG" and noun not in _NOT_THE_BODY and not craft


def is_of_the_state(tree: Tree, word: int) -> bool:
    """Tell "the government in Baghdad", "troops from Norway" from "others in Baghdad", "labourers from Norway"."""
    noun = fold(tree.tokens.lemma[word])
    known = noun in _OF_THE_STATE or noun in BODIES or noun in ARMED or noun in OTHERS
    return known or noun_kind(noun) == "group"


def _is_of_place(tree: Tree, word: int, owner: Mentioned, noun: str) -> bool:
    """Tell who or what of a place acts for it: "Chad's army", "Chadian jets"; not "a Chadian rebel", "Chad's flag".

    A town acts by its council and police alone, not by a blast that only happened there; bars and prospects by none,
    and no land by its firms.
    """
    kind = noun_kind(noun)
    if noun in FIRMS or noun == "concern":
        return False
    if _is_no_land(owner) and tree.tokens.tag[word] == "NN" and (noun == "team" or kind in PERSONS):
        return False  # "the Vermont senator", "an Arab team"
    if noun in _OF_THE_STATE or noun in BODIES or noun in OTHERS:
        return True
    if kind in PERSONS:  # coders of events take "Chadian students" for Chad, not one of them
        return tree.tokens.tag[word] in ("NNS", "NNPS") and noun not in _ABROAD
    if is_mere_town(owner):
        return noun in _OF_THE_TOWN
    if noun in MISHAPS:  # "the California earthquake"
        return False
    return kind == "group" or noun in _BODIES_OF_PERSONS or noun in ARMED or noun in event_nouns()


def is_mere_town(mention: Mentioned) -> bool:
    """Tell a town that is no capital, which stands for no state."""
    place = place_of(mention.entity) if mention.kind == "PLACE" else None
    return place is not None and place.kind == "city" and fold(place.name) not in countries_by_capital()


def _is_no_land(mention: Mentioned) -> bool:
    """Tell a part of a country, a town or a region of many from a country, which its officials act for."""
    place = place_of(mention.entity)
    capital = place is not None and fold(place.name) in countries_by_capital()
    return not capital and (place is None or place.kind != "country")


def acts_not(tree: Tree, word: int, mention: Mentioned) -> bool:
    """Tell who or what acts for nobody: one of a people, and what is no party where it only describes a noun.

    "The Finn", "a Kenyan" and "two Americans" are not their country, as "the Finns" and "the Irish" are; "her Cup
    debut" is no deed of the cup.
    """
    tokens, tag = tree.tokens, tree.tokens.tag[word]
    if mention.kind == "MISC" and tree.stands_as(
        word, rel.ADJECTIVE, rel.COMPOUND, rel.POSSESSOR, rel.NOUN_MODIFIER
    ):
        return True
    if mention.kind == "MISC":  # "a Muslim", "the lifelong Republican": not all of them
        told = plain(tokens.word[min(word + 1, len(tokens.word) - 1)]) == "who"
        return tag in ("NN", "NNP", "JJ") and told
    if mention.kind != "PLACE" or mention.form != "nominal":
        return False
    if tokens.word[word].endswith(ALL_OF_THEM) or tag in ("NNS", "NNPS"):
        return any(  # "two Americans", "some French"
            tree.stands_as(child, rel.NUMBER) or tree.lemma(child) in _SOME for child in tree.dependents(word)
        )
    heads = not tree.stands_as(word, rel.ADJECTIVE, rel.COMPOUND, rel.DESCRIPTION)  # "Russian deployment"
    return tag in ("NN", "NNP") or (tag == "JJ" and heads)


def is_a_national(tree: Tree, word: int, mention: Mentioned) -> bool:
    """Is a word of nationality one person ("police held a Dane")? It is not done to the land."""
    nationality = (
        mention.kind == "PLACE" and mention.form == "nominal" and tree.tokens.end[word] == mention.end
    )
    return nationality and names_one_of_a_people(tree.tokens, word, ("definite", "indefinite"))


def is_creed(tree: Tree, child: int, mention: Mentioned) -> bool:
    """Tell an adjective of no country: "Muslim rebels in the Philippines" act for nobody called Muslim."""
    return tree.tokens.tag[child].startswith("JJ") and mention.entity.startswith("misc:")


def is_person(tree: Tree, word: int) -> bool:
    """Tell a noun for a person: "chief", "brother"."""
    return noun_kind(fold(tree.tokens.lemma[word])) in PERSONS


def is_of_another(tree: Tree, word: int, child: int) -> bool:
    """Tell that a noun is somebody else than the name behind it: "two bidders for Acme", "the envoy to Chad"."""
    case = tree.case(child)
    return case in _OTHERS_TO or (case == "for" and fold(tree.tokens.lemma[word]) not in _SPEAKING)
