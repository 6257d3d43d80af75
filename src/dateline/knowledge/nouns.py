"""What a common noun stands for: a role, a person, a group, a place, a thing; and the gender that it gives."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.lexicons import read_facts

_MEN = frozenset(
    "man boy father son brother husband uncle nephew grandfather grandson businessman gunman policeman chairman "
    "spokesman fisherman fireman salesman cameraman congressman widower gentleman guy lad king prince duke lord monk "
    "bishop priest imam pope actor waiter hero boyfriend stepfather father-in-law brother-in-law".split()
)
_WOMEN = frozenset(
    "woman girl mother daughter sister wife aunt niece grandmother granddaughter businesswoman policewoman chairwoman "
    "spokeswoman congresswoman widow lady queen princess duchess nun actress waitress heroine girlfriend stepmother "
    "mother-in-law sister-in-law midwife ballerina".split()
)
_PEOPLE = frozenset(
    "driver rider gunman gunmen attacker assailant bomber shooter killer robber thief burglar kidnapper hijacker "
    "suspect defendant victim witness survivor bystander passenger pedestrian cyclist motorist pilot sailor fisherman "
    "soldier officer policeman policewoman guard sentry sniper militant fighter rebel insurgent terrorist extremist "
    "jihadist guerrilla hostage captive prisoner inmate detainee convict fugitive refugee migrant immigrant exile "
    "asylum-seeker protester protestor demonstrator rioter striker looter vandal activist campaigner supporter "
    "opponent critic ally rival voter resident villager neighbor neighbour tourist visitor guest worker employee "
    "staffer labourer laborer farmer miner engineer technician mechanic electrician plumber builder carpenter baker "
    "butcher shopkeeper cashier clerk waiter waitress chef cook nurse doctor surgeon patient paramedic firefighter "
    "rescuer teacher pupil student graduate professor scientist researcher scholar historian author writer poet "
    "journalist reporter photographer editor blogger singer dancer musician actor actress player athlete runner "
    "footballer boxer swimmer coach referee fan owner tenant landlord buyer seller customer consumer shopper investor "
    "trader broker banker accountant analyst economist lawyer attorney judge juror prosecutor plaintiff magistrate "
    "politician lawmaker legislator candidate senator councillor mayor governor minister official diplomat envoy "
    "ambassador president leader chief head boss executive manager director spokesman spokeswoman spokesperson aide "
    "adviser advisor man woman boy girl child kid baby infant toddler teenager teen youth adult person people father "
    "mother parent son daughter brother sister husband wife spouse partner widow widower uncle aunt nephew niece "
    "cousin relative grandfather grandmother friend colleague stranger lady guy hacker spy agent informant smuggler "
    "trafficker dealer gangster mobster stabber arsonist pirate bodyguard chauffeur courier cleaner maid nanny priest "
    "bishop imam rabbi pastor monk nun pilgrim believer worshipper king queen prince princess hero member civilian "
    "national native local foreigner citizen veteran recruit conscript commander general colonel captain sergeant "
    "troop crew couple twin pensioner retiree orphan newborn mourner onlooker caller user player".split()
)
# what firms are called, though some of these end as words for people do
FIRMS = frozenset(
    "company firm corporation manufacturer maker carmaker automaker retailer airline giant business startup supplier "
    "operator provider planemaker vendor publisher chipmaker drugmaker steelmaker toymaker shoemaker shipbuilder "
    "lender insurer reinsurer brewer distiller refiner conglomerate broadcaster".split()
)
# bodies in the news, whatever else these words are elsewhere
_BODIES = frozenset("association bank board bureau cabinet delegation leadership panel regime".split())
PERSON_ENDINGS = ("man", "woman", "men", "women", "person", "er", "or", "ist", "ian", "eer", "ee", "ess")


PERSONS = frozenset(("person", "likely person"))  # kinds of nouns for people


class RoleWord(NamedTuple):
    """A noun of the lexicon: gender it tells ("m", "f", ""), office it may stand for."""

    gender: str
    office: str


@cache
def role_words() -> dict[str, RoleWord]:
    """Read the nouns of roles, folded and singular."""
    return {row["role"]: RoleWord(row["gender"], row["office"]) for row in read_facts("roles.csv")}


@cache
def _senses() -> dict[str, str]:
    """Read the nouns that end as words for people do and mean none, with what they mean."""
    return {row["noun"]: row["kind"] for row in read_facts("noun_senses.csv")}


@cache
def noun_kinds() -> dict[str, str]:
    """Tell what a noun mostly stands for: person, group, place or thing."""
    sources = read_facts("sources.csv")
    kinds = {row["noun"]: "group" for row in sources if row["kind"] == "institution"}
    kinds |= {row["noun"]: row["kind"] for row in read_facts("noun_kinds.csv")}
    kinds |= dict.fromkeys(_BODIES, "group")
    kinds |= {row["noun"]: "person" for row in sources if row["kind"] == "people"}
    kinds |= dict.fromkeys(role_words(), "person")
    return kinds | dict.fromkeys(_PEOPLE, "person")


@cache
def documents() -> frozenset[str]:
    """Read the nouns of what is written or counted and tells something: "report", "survey"."""
    return frozenset(row["noun"] for row in read_facts("sources.csv") if row["kind"] == "document")


def noun_kind(noun: str) -> str:
    """Tell what a noun (lemma, folded) stands for, "likely person" by its ending alone, "" if nothing is known.

    Examples
    --------
    >>> noun_kind("driver"), noun_kind("glassblower"), noun_kind("helicopter"), noun_kind("zorb")
    ('person', 'likely person', 'thing', '')
    """
    known = noun_kinds().get(noun) or noun_kinds().get(noun.rpartition("-")[2])
    if known:
        return known
    if noun.endswith("-old"):
        return "person"
    if noun in FIRMS:
        return "group"
    likely = noun.endswith(PERSON_ENDINGS) and len(noun) > 4 and not noun.endswith("ness")
    return _senses().get(noun.rpartition("-")[2], "likely person") if likely else ""


def noun_gender(noun: str) -> str:
    """Tell the gender that a noun gives, "" if none."""
    noun = noun.rpartition("-")[2] if noun.rpartition("-")[2] in _MEN | _WOMEN else noun
    if noun in _MEN:
        return "m"
    if noun in _WOMEN:
        return "f"
    return role_words()[noun].gender if noun in role_words() else ""
