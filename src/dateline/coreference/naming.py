"""Names of one article to entities: full and short forms, acronyms, spellings, namesakes kept apart."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from dateline.coreference.persons import group_persons
from dateline.grammar import relations as rel
from dateline.grammar.hanging import stands_as
from dateline.grammar.words import WordClass
from dateline.knowledge.countries import KnownPlace, demonym, likely_place, places_named
from dateline.knowledge.names import fold, initials, organization_core, slug
from dateline.knowledge.organizations import Organization, known_organization, without_nationality
from dateline.language import Name, Tokens
from dateline.roles import Role

_TELLING = frozenset(("news agency", "media"))
# "Scientology" is short for "Church of Scientology", "Defence" for "Ministry of Defence"
_SHORT_OF = frozenset("church ministry department office order society institute".split())
_NO_CLUBS = frozenset(
    "communists conservatives democrats greens liberals nationalists news republicans socialists times".split()
)
_SPOKEN = frozenset("in into speak learn study teach understand".split())  # before the name of a language


class Linked(NamedTuple):
    """A mention tied to an entity: its tokens [first, last), kind, form, entity slug."""

    first: int
    last: int
    kind: str
    form: str  # name, short, title, nominal, pronoun
    entity: str
    rule: str = ""  # what gave the name its kind, or tied the phrase or pronoun


@dataclass
class Entry:
    """What the article tells of one entity while its mentions are gathered."""

    entity: str
    kind: str
    name: str = ""
    names: list[str] = field(default_factory=list)
    gender: str = ""
    country: str = ""
    roles: list[Role] = field(default_factory=list)
    plural: bool = False
    what: str = ""  # kind of organisation or place: company, government, city, country ...


def link_names(
    tokens: Tokens, names: list[Name], published: dt.date | None = None
) -> tuple[list[Linked], dict[str, Entry]]:
    """Give every name its entity; return the mentions in order and what is known of each entity."""
    links: list[Linked] = []
    entries: dict[str, Entry] = {}
    for person in group_persons(tokens, names, published, spoken_of(tokens, names)):
        entry = Entry(person.entity, "PERSON", person.name, [], person.gender, person.country, person.roles)
        entries[person.entity] = entry
        for name, form in person.mentions:
            entry.names.append(tokens.text[name.start : name.end])
            links.append(Linked(name.first, name.last, "PERSON", form, person.entity, name.rule))
    links += _link_places(tokens, names, entries)
    links += _link_organizations(tokens, names, entries)
    links += _link_things(tokens, names, entries)
    return sorted(links), entries


def _text(tokens: Tokens, name: Name) -> str:
    return " ".join(tokens.text[name.start : name.end].split())


def _add(
    entries: dict[str, Entry], entity: str, kind: str, name: str, text: str, country: str = "", what: str = ""
) -> None:
    entry = entries.setdefault(entity, Entry(entity, kind, name, country=country, what=what))
    entry.names.append(text)


def country_context(tokens: Tokens, names: list[Name]) -> Counter[str]:
    """Count the countries (alpha-3) and US states (by name) that the names of an article point to."""
    context: Counter[str] = Counter()
    for name in names:
        text = _text(tokens, name)
        nationality = demonym(text)
        if nationality:
            context[nationality.country] += 1
            continue
        found = places_named(text) if name.kind == "PLACE" else ()
        if len({place.country for place in found}) == 1 or (found and found[0].kind == "country"):
            context[found[0].country] += 1
        if found and found[0].kind == "state":
            context[found[0].name] += 1
    context.pop("", None)
    return context


def spoken_of(tokens: Tokens, names: list[Name]) -> set[str]:
    """Gather the countries (alpha-3) and known organisations that an article speaks of."""
    bodies = (known_organization(_text(tokens, name)) for name in names if name.kind == "ORG")
    known = {body for body in bodies if body}
    return set(country_context(tokens, names)) | {k.country for k in known} | {k.name for k in known} - {""}


def _link_places(tokens: Tokens, names: list[Name], entries: dict[str, Entry]) -> list[Linked]:
    context = country_context(tokens, names)
    links = []
    chosen: dict[str, KnownPlace] = {}
    for number, name in enumerate(names):
        text = _text(tokens, name)
        nationality = demonym(text) if name.kind in {"MISC", "PLACE"} else None
        if nationality and _is_language(tokens, name):
            continue
        if nationality and not (name.kind == "PLACE" and places_named(text)):
            place = likely_place(nationality.place)
            entity = place.entity if place else slug("PLACE", nationality.place)
            what = place.kind if place else "region"
            _add(entries, entity, "PLACE", nationality.place, text, country=nationality.country, what=what)
            links.append(Linked(name.first, name.last, "PLACE", "nominal", entity, name.rule))
        elif name.kind == "PLACE":
            place = _place(tokens, names, number, text, context, chosen)
            entity = place.entity if place else slug("PLACE", text)
            if entity:
                known = {"country": place.country, "what": place.kind} if place else {}
                _add(entries, entity, "PLACE", place.name.split(" (")[0] if place else text, text, **known)
            links.append(Linked(name.first, name.last, "PLACE", "name", entity, name.rule))
    return links


def _is_language(tokens: Tokens, name: Name) -> bool:
    """Tell "in English" and "speaks French", where no land is spoken of, from "in English law" and "the English"."""
    token = name.last - 1
    if name.first == 0 or stands_as(tokens, token, rel.ADJECTIVE, rel.COMPOUND, rel.FLAT, rel.DESCRIPTION):
        return False
    after = tokens.tag[name.last] if name.last < len(tokens) else ""
    before = tokens.lemma[name.first - 1].lower()
    return before in _SPOKEN and not after.startswith(("NN", "JJ")) and not tokens.word[token].endswith("s")


def _place(
    tokens: Tokens,
    names: list[Name],
    number: int,
    text: str,
    context: Counter[str],
    chosen: dict[str, KnownPlace],
) -> KnownPlace | None:
    """Choose the place a name stands for: by the state or country after a comma, else by the article."""
    name = names[number]
    after = names[number + 1] if number + 1 < len(names) else None
    if after and after.first == name.last + 1 and tokens.word[name.last] == ",":
        larger = likely_place(_text(tokens, after))
        for place in places_named(text):
            if larger is None:
                break
            if larger.name.split(" (")[0] == place.region or (
                larger.kind == "country" and larger.country == place.country
            ):
                chosen[fold(text)] = place
                return place
    return chosen.get(fold(text)) or _half(text, context) or likely_place(text, context)


def _half(text: str, context: Counter[str]) -> KnownPlace | None:
    """ "The North" and "the South" in an article on Korea, where both halves or the one are named."""
    sides = {"North": "PRK", "South": "KOR"}
    if text not in sides or not context.get(sides[text]):
        return None
    return likely_place(f"{text} Korea")


def _link_organizations(tokens: Tokens, names: list[Name], entries: dict[str, Entry]) -> list[Linked]:
    mentioned = [name for name in names if name.kind == "ORG"]
    context = country_context(tokens, names)
    texts = list(dict.fromkeys(_text(tokens, name) for name in mentioned))
    groups = _organization_groups(texts, context)
    for short, full in _in_brackets(tokens, mentioned).items():
        if groups[short][0] is None:
            groups[short] = groups[full]
    links = []
    for name in mentioned:
        text = _text(tokens, name)
        known, full = groups[text]
        entity = known.entity if known else slug("ORG", organization_core(full))
        if entity:
            facts = {"country": known.country, "what": known.kind} if known else {}
            _add(entries, entity, "ORG", known.name if known else full, text, **facts)
        form = "name" if len(text) >= len(full) or (known and text == known.name) else "short"
        links.append(Linked(name.first, name.last, "ORG", form, entity, name.rule))
    return links


def _in_brackets(tokens: Tokens, names: list[Name]) -> dict[str, str]:
    """Map capitals to the name beside which they stand in brackets, whatever they shorten: "Medical Aid (MSF)".

    So they are the other way round ("MSF (Medical Aid)"); a news agency in brackets only tells it.
    """
    found: dict[str, str] = {}
    for name, other in pairwise(names):
        framed = tokens.word[name.last : name.last + 1] == ["("] and tokens.word[
            other.last : other.last + 1
        ] == [")"]
        if not framed or other.first != name.last + 1:
            continue
        first, second = _text(tokens, name), _text(tokens, other)
        short, full = (second, first) if _is_acronym(second) else (first, second)
        known = known_organization(short)
        told = known is not None and known.kind in _TELLING
        if _is_acronym(short) and full.count(" ") > 1 and not told:  # "Leeds United (ENG)" is from England
            found.setdefault(short, full)
    return found


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and 2 < len(text) < 8


_BODIES = WordClass("body", "body of state")


class _Known(NamedTuple):
    """Names of organisations seen so far: full form by core, by first word of the core, and by acronym."""

    by_core: dict[str, str]
    by_first: dict[str, dict[str, None]]
    by_acronym: dict[str, dict[str, None]]
    by_rest: dict[str, dict[str, None]]  # without the nationality in front
    by_end: dict[str, dict[str, None]]  # without "Church of" or the like in front
    by_head: dict[str, dict[str, None]]  # by what it is: "Court" of "Court of Human Rights"
    by_club: dict[str, dict[str, None]]  # without its town: "Orioles" of "Baltimore Orioles"

    def add(self, core: str, full: str, name: str) -> None:
        self.by_core.setdefault(core, full)
        if " " in core:
            self.by_first.setdefault(core.split()[0], {})[core] = None
        rest = organization_core(without_nationality(name)[0])
        if rest:
            self.by_rest.setdefault(rest, {})[full] = None
        kind, of, end = core.partition(" of ")
        if of and kind in _SHORT_OF:
            self.by_end.setdefault(end.removeprefix("the "), {})[full] = None
        if " " in core and _head(core) in _BODIES:
            self.by_head.setdefault(_head(core), {})[full] = None
        town, _, club = core.rpartition(" ")
        if town and club.endswith("s") and club not in _NO_CLUBS and places_named(town):
            self.by_club.setdefault(club, {})[full] = None
        club, _, town = core.partition(" ")
        if any(place.kind == "city" for place in places_named(town)):  # "Ajax Amsterdam", not "Ford Europe"
            self.by_club.setdefault(club, {})[full] = None
        for acronym in initials(name):
            self.by_acronym.setdefault(acronym, {})[full] = None


def _organization_groups(
    texts: list[str], context: Counter[str]
) -> dict[str, tuple[Organization | None, str]]:
    """Map each name of an organisation to the known one, if any, and to its fullest form in the article."""
    groups: dict[str, tuple[Organization | None, str]] = {}
    seen = _Known({}, {}, {}, {}, {}, {}, {})
    for text in sorted(texts, key=lambda t: (-len(t), t)):
        known = _plausible(known_organization(text), text, context)
        core = organization_core(text)
        full = seen.by_core.get(core) or ("" if known else _longer_name(text, core, seen))
        groups[text] = groups[full] if full else (known, text)
        seen.add(core, full or text, text)
        if known and not full:
            seen.add(organization_core(known.name), text, known.name)
    return groups


def _plausible(known: Organization | None, text: str, context: Counter[str]) -> Organization | None:
    """A common name ("Supreme Court") means the known body only where its country is spoken of."""
    if known is None:
        return None
    generic = known.kind in {"government", "parliament", "court", "party", "military"} and known.country
    if generic and not text.isupper() and context and known.country not in context and len(context) > 0:
        return known if known.name == text and " " not in text else None
    return known


def _head(core: str) -> str:
    """Give the word of a body's name that says what it is, the last one before "of" and the like."""
    return re.split(r" (?:of|for|on|in|to|against|and) ", core)[0].split()[-1]


def _longer_name(text: str, core: str, seen: _Known) -> str:
    """Find the one longer name in the article that this acronym or first word shortens."""
    acronym = text.replace(".", "")
    if acronym.isupper() and 2 <= len(core) <= 8:
        longer = list(seen.by_acronym.get(acronym, ()))
        if len(longer) == 1:
            return longer[0]
    for longer in (list(seen.by_rest.get(core, ())), list(seen.by_club.get(core, ()))):
        if len(longer) == 1:
            return longer[0]
    if core.endswith("s") and demonym(text):  # "the Indians" of the Cleveland Indians
        longer = [full for other, full in seen.by_core.items() if other.endswith(" " + core)]
        return longer[0] if len(set(longer)) == 1 else ""
    if len(core) < 3 or demonym(text) or places_named(text):
        return ""
    for longer in (list(seen.by_end.get(core, ())), list(seen.by_head.get(core, ()))):
        if len(longer) == 1:
            return longer[0]
    others = list(seen.by_first.get(core.split()[0], ()))[:50] if core else []
    longer = [seen.by_core[other] for other in others if other.startswith(core + " ")]
    return longer[0] if len(set(longer)) == 1 else ""


def _link_things(tokens: Tokens, names: list[Name], entries: dict[str, Entry]) -> list[Linked]:
    links = []
    for name in names:
        text = _text(tokens, name)
        if name.kind != "MISC" or demonym(text):
            continue
        entity = slug("MISC", text)
        if entity:
            _add(entries, entity, "MISC", text, text)
        links.append(Linked(name.first, name.last, "MISC", "name", entity, name.rule))
    return links
