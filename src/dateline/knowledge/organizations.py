"""Organisations that the news names by short forms, acronyms and metonyms, and the governments of countries."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.knowledge.countries import country_name, demonym, likely_place
from dateline.knowledge.names import fold, organization_core, slug
from dateline.knowledge.statespeople import side_of
from dateline.lexicons import read_facts


class Organization(NamedTuple):
    """A known organisation: its usual name, country (alpha-3, "" if international), what it is."""

    name: str
    country: str
    kind: str  # government, parliament, party, company, international, media, news agency ...

    @property
    def entity(self) -> str:
        """The slug of the organisation."""
        return slug("ORG", self.name)


@cache
def _known() -> tuple[dict[str, Organization], dict[str, Organization]]:
    """Known organisations by exact spelling (acronyms) and by folded name without its legal form."""
    exact: dict[str, Organization] = {}
    folded: dict[str, Organization] = {}
    for row in read_facts("organizations.csv"):
        known = Organization(row["organization"], row["country"], row["kind"])
        for name in [row["organization"], *filter(None, row["other_names"].split(";"))]:
            if name.isupper() or len(name) <= 4:
                exact[name] = known
            else:
                folded.setdefault(organization_core(name), known)
    return exact, folded


def known_organization(name: str) -> Organization | None:
    """Look up an organisation by any of its names; acronyms must be written as such.

    Examples
    --------
    >>> known_organization("the Kremlin").country, known_organization("OSCE").name
    ('RUS', 'Organization for Security and Cooperation in Europe')
    >>> known_organization("who") is None
    True
    """
    exact, folded = _known()
    bare = name.removeprefix("the ").removeprefix("The ")
    found = exact.get(bare) or exact.get(bare.replace(".", "")) or _named_government(bare)
    if found or not bare[:1].isalpha() or bare.islower():
        return found
    return folded.get(organization_core(bare)) or _named_with_country(bare)


def without_nationality(name: str) -> tuple[str, str]:
    """Cut a country or nationality from the front of a name; return the rest and the alpha-3 code, or "", "".

    Examples
    --------
    >>> without_nationality("United Kingdom Home Office"), without_nationality("Home Office")
    (('Home Office', 'GBR'), ('', ''))
    """
    words = name.split()
    for length in range(1, min(2, len(words) - 1) + 1):
        front = " ".join(words[:length]).removesuffix("'s").removesuffix("’s")
        nationality = demonym(front)
        place = None if nationality else likely_place(front)
        country = nationality.country if nationality else place.country if place else ""
        state = nationality or (place and place.kind in {"country", "nation"})
        if country and state:
            return " ".join(words[length:]), country
    return "", ""


def _named_with_country(name: str) -> Organization | None:
    """ "British Home Office" is the Home Office, but "Italian Home Office" is not."""
    rest, country = without_nationality(name)
    if not rest:
        return None
    exact, folded = _known()
    found = exact.get(rest) or folded.get(organization_core(rest))
    return found if found and found.country == country else None


def _named_government(name: str) -> Organization | None:
    """ "Russian Government", "US government" written as a name."""
    nation, _, noun = name.rpartition(" ")
    if noun.lower() != "government" or not nation:
        return None
    nationality = demonym(nation)
    place = None if nationality else likely_place(nation)
    return government_of(nationality.country if nationality else place.country if place else "")


@cache
def longest_names() -> dict[str, int]:
    """Map the first word of each known organisation to the number of words of the longest name."""
    longest: dict[str, int] = {}
    for row in read_facts("organizations.csv"):
        for name in [row["organization"], *filter(None, row["other_names"].split(";"))]:
            first = fold(name.split()[0])
            longest[first] = max(longest.get(first, 0), len(name.replace("-", " - ").split()))
    return longest


@cache
def _adjectives() -> dict[str, str]:
    first: dict[str, str] = {}
    for row in read_facts("demonyms.csv"):
        adjective = row["adjectives"].split(";")[0]
        if adjective and row["country"] and row["place"] == country_name(row["country"]):
            first.setdefault(row["country"], adjective)
    return {**first, "USA": "US", "GBR": "British", "COD": "Congolese", "CZE": "Czech"}


def adjective_of(country: str) -> str:
    """Give the word that a body of a country is called by, "" if unknown.

    Examples
    --------
    >>> adjective_of("BEL"), adjective_of("USA")
    ('Belgian', 'US')
    """
    return _adjectives().get(country, "")


def government_of(country: str) -> Organization | None:
    """Name the government of a country by its alpha-3 code.

    Examples
    --------
    >>> government_of("RUS").entity, government_of("USA").entity
    ('org:russian-government', 'org:us-government')
    >>> government_of("LKA").name
    'Sri Lankan government'
    """
    adjective = _adjectives().get(country)
    return Organization(f"{adjective} government", country, "government") if adjective else None


def organization_country(name: str) -> str:
    """Tell the country (alpha-3) of an organisation by the facts or by a nationality or country in its name.

    Examples
    --------
    >>> organization_country("Pentagon"), organization_country("Russian Foreign Ministry")
    ('USA', 'RUS')
    >>> organization_country("Bank of England"), organization_country("NATO")
    ('GBR', '')
    >>> organization_country("Islamic Republic of Iran"), organization_country("Clinton administration")
    ('IRN', 'USA')
    """
    known = known_organization(name)
    if known:
        return known.country
    nation = likely_place(name)  # "Islamic Republic of Iran" may have been read as a body
    if nation and nation.kind == "country":
        return nation.country
    words = name.split()
    if len(words) > 1 and words[-1].lower() in ("administration", "government", "regime", "cabinet", "junta"):
        side = side_of(" ".join(words[:-1]), titled=True)
        if len(side) == 3:
            return side
    for word in words[:1]:
        nationality = demonym(word)
        if nationality:
            return nationality.country
    for word in (words[0].removesuffix("'s").removesuffix("’s"), words[-1]) if words else ():
        place = likely_place(word)
        if place and place.kind in {"country", "nation"}:
            return place.country
    return ""


@cache
def kinds_by_entity() -> dict[str, str]:
    """Map the slugs of known organisations to what they are: "international", "armed group" ..."""
    exact, folded = _known()
    return {organization.entity: organization.kind for organization in (*exact.values(), *folded.values())}


@cache
def countries_by_entity() -> dict[str, str]:
    """Map the slugs of known organisations and governments to alpha-3 countries."""
    exact, folded = _known()
    known = [*exact.values(), *folded.values(), *filter(None, map(government_of, _adjectives()))]
    return {organization.entity: organization.country for organization in known}
