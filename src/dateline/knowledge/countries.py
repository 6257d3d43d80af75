"""Countries, cities, regions and nationality words: what a place name may stand for, and in which country."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dateline.knowledge.names import fold, slug
from dateline.lexicons import read_facts


class KnownPlace(NamedTuple):
    """One place: its usual name, what it is, ISO 3166 alpha-3 country ("" if several), US state, position."""

    name: str
    kind: str  # country, city, or the kind of regions.csv (state, water, continent ...)
    country: str
    region: str
    latitude: float | None
    longitude: float | None
    population: int

    @property
    def entity(self) -> str:
        """The slug of the place; a city that shares its name with a far bigger one carries state or country."""
        namesakes = _places().get(fold(self.name), ())
        first = namesakes[0] if namesakes else self
        if self == first or self.kind != "city":
            return slug("PLACE", self.name)
        return slug("PLACE", f"{self.name} {self.region or country_name(self.country) or self.country}")


class Demonym(NamedTuple):
    """A nationality word: the place it belongs to, that place's country, and whether it names people."""

    place: str
    country: str
    people: bool


@cache
def _countries() -> dict[str, dict[str, str]]:
    return {row["country"]: row for row in read_facts("countries.csv")}


def country_name(country: str) -> str:
    """Give the usual name of a country by its alpha-3 code, "" for an unknown code.

    Examples
    --------
    >>> country_name("CIV"), country_name("")
    ('Ivory Coast', '')
    """
    row = _countries().get(country)
    return row["name"] if row else ""


@cache
def countries_by_capital() -> dict[str, str]:
    """Map the folded names of capitals, other spellings too, to the country's alpha-3 code."""
    capitals = {fold(row["capital"]): row["country"] for row in _countries().values() if row["capital"]}
    capitals["washington"] = "USA"
    for row in read_facts("place_names.csv"):
        names = [row["place"], *filter(None, row["other_names"].split(";"))]
        if any(capitals.get(fold(name)) == row["country"] for name in names):
            capitals.update((fold(name), row["country"]) for name in names)
    return capitals


def _number(text: str) -> float | None:
    return float(text) if text else None


def _country_places() -> list[tuple[list[str], KnownPlace]]:
    out = []
    for row in _countries().values():
        place = KnownPlace(
            row["name"], "country", row["country"], "", _number(row["latitude"]), _number(row["longitude"]),
            int(row["population"] or 0),
        )  # fmt: skip
        out.append(([row["name"], *filter(None, row["other_names"].split(";"))], place))
    return out


def _region_places() -> list[tuple[list[str], KnownPlace]]:
    out = []
    for row in read_facts("regions.csv"):
        name = row["region"]
        position = _number(row["latitude"]), _number(row["longitude"])
        place = KnownPlace(name, row["kind"], row["country"], "", *position, 0)
        bare = name.split(" (")[0]
        out.append(([bare, name, *filter(None, row["other_names"].split(";"))], place))
    return out


def _city_places() -> list[tuple[list[str], KnownPlace]]:
    spellings: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for row in read_facts("place_names.csv"):
        names = [row["place"], *filter(None, row["other_names"].split(";"))]
        for name in names:
            spellings[fold(name), row["country"]] = (row["place"], names)
    best: dict[tuple[str, str, str], tuple[list[str], KnownPlace]] = {}
    for row in read_facts("places.csv"):
        name, names = spellings.get((fold(row["place"]), row["country"]), (row["place"], [row["place"]]))
        position = float(row["latitude"]), float(row["longitude"])
        place = KnownPlace(name, "city", row["country"], row["region"], *position, int(row["population"]))
        key = (fold(name), row["country"], row["region"])
        if key not in best or best[key][1].population < place.population:
            best[key] = (names, place)
    return list(best.values())


@cache
def _places() -> dict[str, tuple[KnownPlace, ...]]:
    """All places by folded name: countries, then big cities and regions, then the rest by size."""
    index: dict[str, dict[KnownPlace, None]] = {}
    for names, place in [*_country_places(), *_region_places(), *_city_places()]:
        for name in names:
            if not _needs_case(name):
                index.setdefault(fold(name), {})[place] = None
    return {name: tuple(sorted(places, key=_likely)) for name, places in index.items()}


@cache
def _cased_places() -> dict[str, tuple[KnownPlace, ...]]:
    """Short names and abbreviations ("US", "Ga.", "LA"), which are places only as they are written."""
    index: dict[str, dict[KnownPlace, None]] = {}
    for names, place in [*_country_places(), *_region_places(), *_city_places()]:
        for name in names:
            if _needs_case(name):
                index.setdefault(name, {})[place] = None
    return {name: tuple(places) for name, places in index.items()}


def _needs_case(name: str) -> bool:
    return name.isupper() or name.endswith(".") or len(name) <= 2


def _likely(place: KnownPlace) -> tuple:
    rank = {"country": 0, "continent": 0, "region": 2, "nation": 1, "state": 1, "province": 1, "territory": 1}
    if place.kind == "city":
        order = 1 if place.population >= 400_000 else 3
    else:
        order = rank.get(place.kind, 2)
    return (order, -place.population, place.name, place.country, place.region)


def places_named(name: str) -> tuple[KnownPlace, ...]:
    """List the places that a name may stand for, the likeliest without any context first.

    Examples
    --------
    >>> [(p.name, p.country) for p in places_named("Kiev")[:1]], places_named("us")
    ([('Kyiv', 'UKR')], ())
    >>> [p.region or p.country for p in places_named("Paris")[:2]]
    ['FRA', 'Texas']
    """
    exact = _cased_places().get(name)
    if exact:
        return exact
    key = fold(name)
    if name.islower() and len(key) <= 3:
        return ()
    found = _places().get(key, ())
    return found or _places().get(key.removeprefix("the "), ())


def likely_place(name: str, context: Mapping[str, int] | None = None) -> KnownPlace | None:
    """Choose the place that a name most likely stands for.

    Parameters
    ----------
    name
        The name as written.
    context
        How often the article names each country (alpha-3) and US state (its name), without this name itself.

    Returns
    -------
    KnownPlace or None
        The first of `places_named`, unless the article names the state or country of a namesake and not
        that of the first.

    Examples
    --------
    >>> likely_place("Paris").country, likely_place("Paris", {"Texas": 2, "USA": 1}).region
    ('FRA', 'Texas')
    """
    found = places_named(name)
    if not found:
        return None
    if not context or found[0].kind == "continent":
        return found[0]
    if found[0].kind == "country":
        states = [place for place in found[1:2] if place.kind == "state"]  # Georgia
        told = states and not context.get(found[0].country) and any(len(key) > 3 for key in context)
        return states[0] if told else found[0]

    def evidence(place: KnownPlace) -> int:
        return 2 * context.get(place.region, 0) * bool(place.region) + context.get(place.country, 0)

    best = max(found, key=evidence)
    if evidence(found[0]) or not evidence(best):
        return found[0]
    # a country alone is weak evidence: an American paper writes of Geneva in Switzerland too
    near = context.get(best.region, 0) if best.region else best.population * 4 > found[0].population
    return best if near else found[0]


@cache
def _demonyms() -> dict[str, Demonym]:
    words: dict[str, Demonym] = {}
    for row in read_facts("demonyms.csv"):
        for people, column in ((False, "adjectives"), (True, "people")):
            for word in filter(None, row[column].split(";")):
                words.setdefault(fold(word), Demonym(row["place"], row["country"], people))
    return words


def demonym(word: str) -> Demonym | None:
    """Look up a nationality word.

    Examples
    --------
    >>> demonym("Russian"), demonym("Spaniards").people, demonym("polish")
    (Demonym(place='Russia', country='RUS', people=False), True, None)
    """
    return _demonyms().get(fold(word)) if word[:1].isupper() else None


def country_of(word: str) -> str:
    """Tell the country that a place name, nationality word, or the slug of either belongs to.

    Returns
    -------
    str
        ISO 3166 alpha-3 code, "" when unknown or when the place lies in several countries.

    Examples
    --------
    >>> country_of("Moscow"), country_of("place:kyiv"), country_of("Ukrainian"), country_of("Balkans")
    ('RUS', 'UKR', 'UKR', '')
    >>> country_of("place:northern-iraq"), country_of("place:north-carolina"), country_of("place:western-union")
    ('IRQ', 'USA', '')
    """
    if word.startswith("place:"):
        place = place_of(word) or _part_of(word)
        return place.country if place else ""
    nationality = demonym(word)
    if nationality:
        return nationality.country
    place = likely_place(word)
    return place.country if place else ""


_COMPASS = frozenset("north south east west northern southern eastern western central upper lower".split())


def _part_of(entity: str) -> KnownPlace | None:
    """Find the country or state that "northern Iraq" or "south-eastern Iraq" is a part of."""
    words = entity.partition(":")[2].split("-")
    while len(words) > 1 and words[0] in _COMPASS:
        words = words[1:]
    place = place_of("place:" + "-".join(words))
    return place if place and place.kind != "city" else None


def place_of(entity: str) -> KnownPlace | None:
    """Look up a place by its slug, None when it is not in the lexicon.

    Examples
    --------
    >>> place_of("place:kyiv").latitude, place_of("place:georgia-us-state").country, place_of("place:narnia")
    (50.45, 'USA', None)
    """
    return _by_slug().get(entity)


@cache
def _by_slug() -> dict[str, KnownPlace]:
    # the likeliest place of a name comes first and keeps the slug
    return {place.entity: place for places in reversed(_places().values()) for place in reversed(places)}
