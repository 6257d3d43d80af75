"""Phrases that stand for a named entity: "the government in Moscow", "the president", "the ministry", "the country"."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

from dateline.coreference.naming import Entry, Linked
from dateline.knowledge.countries import countries_by_capital, country_of
from dateline.knowledge.names import fold
from dateline.knowledge.officeholders import holder_on
from dateline.knowledge.organizations import government_of
from dateline.language import Name, Tokens
from dateline.roles import country_in, last_ok, role_ending, role_words, roles_of

_GOVERNMENT = {"government", "administration", "authorities", "regime", "cabinet"}
_DEFINITE = {"the", "this", "that"}
_NOUNS = {"NN", "NNP", "NNS", "NNPS"}
_SAME_ROLE = (
    {"ceo", "chief executive", "chief executive officer", "boss", "chief", "head", "executive"},
    {"chairman", "chair", "chairwoman", "chairperson"},
    {"spokesman", "spokeswoman", "spokesperson"},
    {"founder", "co-founder", "cofounder"},
    {"king", "monarch", "emperor"}, {"queen", "monarch"}, {"pope", "pontiff"},
    {"leader", "head", "chief"},
    {"lawyer", "attorney"}, {"lawmaker", "congressman", "congresswoman", "senator", "mp", "representative"},
    {"actor", "star"}, {"singer", "star"}, {"coach", "manager"},
)  # fmt: skip
_GENERIC = {
    "minister",
    "secretary",
    "chief",
    "general",
    "director",
    "officer",
    "attorney",
    "executive",
    "justice",
}
_MOST = 80  # mentions of persons that are looked back at for one title
_LED = {"president", "prime minister", "monarch"}  # offices that "the Russian leader" may mean
_COMPANY = {
    "company", "firm", "corporation", "manufacturer", "maker", "carmaker", "automaker", "retailer", "airline",
    "giant", "business", "startup", "supplier", "operator", "provider", "planemaker", "vendor", "publisher",
}  # fmt: skip
_MEDIA = {"newspaper", "paper", "channel", "network", "broadcaster", "magazine", "website", "daily", "agency"}
_ORGANIZATION: dict[str, set[str]] = {
    **{noun: {"company", ""} for noun in _COMPANY},
    **{noun: {"media", "news agency"} for noun in _MEDIA},
    "agency": {"international", "government", "news agency", "police"},
    "alliance": {"alliance"}, "bloc": {"international"}, "party": {"party"}, "court": {"court"},
    "parliament": {"parliament"}, "organization": {"international", "aid", "alliance", ""},
    "organisation": {"international", "aid", "alliance", ""}, "group": {"armed group", "aid", "company", ""},
    "movement": {"armed group", "party"}, "body": {"international", "sport"}, "charity": {"aid"},
}  # fmt: skip
_NAMED_ONLY = {
    "bank", "ministry", "department", "council", "commission", "committee", "union", "university", "college",
    "school", "hospital", "church", "club", "team", "league", "association", "federation", "institute",
    "foundation", "force", "army", "police", "authority", "board", "bureau", "centre", "center", "society",
    "senate", "congress", "house", "fund", "office", "party", "court", "agency", "group", "organization",
    "organisation", "company", "corporation", "museum", "academy", "network", "service", "coalition", "front",
    "brigade", "guard", "navy", "tribunal", "assembly", "trust", "studio", "airline", "airlines", "camp",
}  # fmt: skip
_PLACES = {
    "country": {"country", "nation"}, "nation": {"country", "nation"}, "republic": {"country"},
    "kingdom": {"country"}, "city": {"city"}, "town": {"city", "town"}, "capital": {"city"},
    "state": {"state"}, "province": {"province", "region"}, "region": {"region", "territory"},
    "territory": {"territory"}, "island": {"island"}, "peninsula": {"region"}, "continent": {"continent"},
}  # fmt: skip


def link_nominals(
    tokens: Tokens, links: list[Linked], entries: dict[str, Entry], published: dt.date | None = None
) -> list[Linked]:
    """Find the phrases that mean a named entity; entries gains the governments and office-holders they bring in."""
    governments = _governments(tokens, links, entries)
    links = sorted(links + governments)
    taken = {token for link in links for token in range(link.first, link.last)}
    taken |= {t for entry in entries.values() for role in entry.roles for t in range(role.first, role.last)}
    appositions = _appositions(tokens, links)
    found = appositions + _titles(tokens, links, entries, taken, published)
    taken |= {token for link in found for token in range(link.first, link.last)}
    return governments + found + _common(tokens, sorted(links + found), entries, taken)


def _governments(tokens: Tokens, links: list[Linked], entries: dict[str, Entry]) -> list[Linked]:
    by_last = {link.last: link for link in links}
    by_first = {link.first: link for link in links}
    taken = {token for link in links for token in range(link.first, link.last)}
    found = []
    for i, word in enumerate(tokens.word):
        if word.lower() not in _GOVERNMENT or i in taken:
            continue
        first, last, country = i, i + 1, ""
        back = by_last.get(i) or (by_last.get(i - 1) if tokens.tag[i - 1] == "POS" else None)
        if back:
            first, country = back.first, _linked_country(back, entries)
        elif i + 2 < len(tokens) and tokens.word[i + 1].lower() in {"in", "of"} and i + 2 in by_first:
            seat = by_first[i + 2]
            text = fold(tokens.text[tokens.start[seat.first] : tokens.end[seat.last - 1]])
            is_seat = (
                text in countries_by_capital() or entries[seat.entity].what == "country"
                if seat.entity
                else False
            )
            country, last = (_linked_country(seat, entries), seat.last) if is_seat else ("", last)
        government = government_of(country) if country else None
        if government is None or (back and back.kind == "ORG"):
            continue
        if first and tokens.word[first - 1].lower() in _DEFINITE:
            first -= 1
        entries.setdefault(
            government.entity,
            Entry(government.entity, "ORG", government.name, country=country, what="government"),
        )
        found.append(Linked(first, last, "ORG", "nominal", government.entity))
    return found


def _linked_country(link: Linked, entries: dict[str, Entry]) -> str:
    entry = entries.get(link.entity)
    return entry.country if entry else country_of(link.entity)


def _titles(
    tokens: Tokens, links: list[Linked], entries: dict[str, Entry], taken: set[int], published: dt.date | None
) -> list[Linked]:
    """Tie "the president", "the Kremlin spokesman", "Russia's foreign minister" to persons."""
    persons = [link for link in links if link.kind == "PERSON" and link.entity]
    named = {link.first for link in persons}
    found = []
    done = -1
    for i in range(len(tokens)):
        hit = (
            role_ending(tokens, i, tokens.sentences[tokens.sentence[i]].first)
            if tokens.tag[i] in _NOUNS
            else None
        )
        if hit is None or i in taken or i <= done or tokens.tag[i] in {"NNS", "NNPS"} or _goes_on(tokens, i):
            continue
        first, last = _definite_phrase(tokens, hit[0], i + 1)
        if first < 0 or last in named:
            continue
        entity = _holder_of_title(tokens, first, last, hit[1], persons, entries, published)
        if entity:
            found.append(Linked(first, last, "PERSON", "title", entity))
            done = last - 1
    return found


def _appositions(tokens: Tokens, links: list[Linked]) -> list[Linked]:
    """Make ", the US secretary of state," beside a name, or "is the secretary", a mention of the person."""
    found: dict[tuple[int, int], Linked] = {}
    names = {token for link in links for token in range(link.first, link.last) if link.kind == "PERSON"}
    for link in links:
        if link.kind != "PERSON" or link.form not in {"name", "short"}:
            continue
        span = Name(tokens.start[link.first], tokens.end[link.last - 1], link.first, link.last, link.kind)
        for role in roles_of(tokens, span):
            first = role.first
            if first and tokens.tag[first - 1] in {"DT", "PRP$"}:
                first -= 1
            beside = first >= link.last or role.last < link.first
            if beside and names.isdisjoint(range(first, role.last)):
                found[first, role.last] = Linked(first, role.last, "PERSON", "title", link.entity)
    return list(found.values())


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Does the noun phrase run on after this noun ("president election", "chief of staff")?"""
    return i + 1 < len(tokens) and (tokens.tag[i + 1] in _NOUNS or tokens.word[i + 1] == "-")


def _definite_phrase(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Widen a role noun to its definite phrase; first is -1 when it is not definite."""
    begin = tokens.sentences[tokens.sentence[first]].first
    while first > begin and last_ok(tokens, first - 1):
        first -= 1
    if any(tokens.tag[t] == "POS" for t in range(first, last)):
        return first, last
    if first > begin and tokens.word[first - 1].lower() in _DEFINITE:
        return first - 1, last
    return -1, last


def _holder_of_title(
    tokens: Tokens,
    first: int,
    last: int,
    noun: str,
    persons: list[Linked],
    entries: dict[str, Entry],
    published: dt.date | None,
) -> str:
    words = {fold(tokens.word[t]) for t in range(first, last)}
    country = country_in(tokens, first, last)
    office = role_words()[noun].office
    at = bisect_left(persons, (first,))
    near = [*reversed(persons[max(0, at - _MOST) : at]), *persons[at : at + 5]]
    for link in near:
        if any(_answers(tokens, role, noun, office, country, words) for role in entries[link.entity].roles):
            return link.entity
    if country and (noun == "leader" or office in _LED):
        for link in near:
            holds = {role.office for role in entries[link.entity].roles} & _LED
            if noun == "leader" and holds and entries[link.entity].country == country:
                return link.entity
    past = words & {"former", "ex", "late", "deputy", "acting", "vice"}
    holder = holder_on(office, country, published) if office and country and not past else None
    if holder is None:
        return ""
    entries.setdefault(
        holder.entity, Entry(holder.entity, "PERSON", holder.person, gender=holder.gender, country=country)
    )
    return holder.entity


def _answers(tokens: Tokens, role, noun: str, office: str, country: str, words: set[str]) -> bool:
    """May this role of a person be what the title says?"""
    past = {"former", "ex", "late", "deputy", "acting"}
    told = {fold(tokens.word[t]) for t in range(role.first, role.last)}
    if (words & past) - told or (told & past - {"acting", "late"}) - words:
        return False
    if country and role.country and country != role.country:
        return False
    if noun == role.noun or (office and office == role.office):
        return True
    if noun in _GENERIC and role.noun.endswith(" " + noun):
        return True
    return any(noun in group and role.noun in group for group in _SAME_ROLE)


def _common(tokens: Tokens, links: list[Linked], entries: dict[str, Entry], taken: set[int]) -> list[Linked]:
    """Tie "the company", "the ministry", "the country" to the entity of that sort named last before."""
    found = []
    for i in range(1, len(tokens)):
        noun = fold(tokens.word[i])
        known = noun in _ORGANIZATION or noun in _NAMED_ONLY or noun in _PLACES
        if not known or i in taken or tokens.tag[i] not in {"NN", "NNP"} or _goes_on(tokens, i):
            continue
        if tokens.word[i - 1].lower() not in _DEFINITE or _restricted(tokens, i):
            continue
        entity = _last_of_sort(noun, _before(links, i), entries)
        if entity:
            found.append(Linked(i - 1, i + 1, entries[entity].kind, "nominal", entity))
    return found


def _restricted(tokens: Tokens, i: int) -> bool:
    """Does an "of ..." or relative clause say which one is meant?"""
    return i + 1 < len(tokens) and tokens.word[i + 1].lower() in {
        "of",
        "which",
        "that",
        "whose",
        "where",
        "in",
        "for",
    }


def _before(links: list[Linked], i: int) -> list[Linked]:
    at = bisect_left(links, (i,))
    return links[max(0, at - 40) : at]


def _last_of_sort(noun: str, before: list[Linked], entries: dict[str, Entry]) -> str:
    for link in reversed(before):
        entry = entries.get(link.entity)
        if entry is None or link.form == "pronoun":
            continue
        if link.kind == "ORG" and _is_organization(noun, entry):
            return link.entity
        if link.kind == "PLACE" and entry.what in _PLACES.get(noun, ()):
            return link.entity
    return ""


def _is_organization(noun: str, entry: Entry) -> bool:
    words = {word for name in {entry.name, *entry.names} for word in fold(name).split()}
    if noun in words and noun in _NAMED_ONLY:
        return True
    sorts = _ORGANIZATION.get(noun)
    if sorts is None or entry.what not in sorts:
        return False
    return bool(entry.what) or not words & (_NAMED_ONLY - {noun})
