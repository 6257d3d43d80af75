"""Phrases that stand for a named entity by what it is: "the government in Moscow", "the Russian president"."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

from dateline.coreference.beside import BESIDE, link_beside
from dateline.coreference.bodies import link_bodies
from dateline.coreference.home import link_home
from dateline.coreference.naming import Entry, Linked
from dateline.grammar.words import WordClass
from dateline.knowledge.countries import countries_by_capital, country_of
from dateline.knowledge.names import fold, slug
from dateline.knowledge.nouns import role_words
from dateline.knowledge.officeholders import holder_on
from dateline.knowledge.organizations import government_of, organization_country
from dateline.language import Name, Tokens
from dateline.roles import Role, country_in, last_ok, role_ending, roles_of

GOVERNMENT = "government of a land"
SAME_ROLE, LEADS, IN_OFFICE = "role told of them", "leader of the land", "in office that day"
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
# titles as they stand short before a name
_IN_FULL = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel",
    "lt": "lieutenant", "capt": "captain", "maj": "major", "sgt": "sergeant", "adm": "admiral", "prof": "professor",
    "dr": "doctor", "insp": "inspector", "supt": "superintendent", "cllr": "councillor",
}  # fmt: skip
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
_NOT_IN_OFFICE = WordClass("not in office")
_MOST = 80  # mentions of persons that are looked back at for one title
_LED = {"president", "prime minister", "monarch"}  # offices that "the Russian leader" may mean


def link_nominals(
    tokens: Tokens, links: list[Linked], entries: dict[str, Entry], published: dt.date | None = None
) -> list[Linked]:
    """Find the phrases that mean a named entity; entries gains the governments and office-holders they bring in."""
    named = _governments(tokens, links, entries)
    governments = [*named, *link_bodies(tokens, links, entries), *link_home(tokens, links, entries, named)]
    links = sorted(links + governments)
    taken = {token for link in links for token in range(link.first, link.last)}
    taken |= {t for entry in entries.values() for role in entry.roles for t in range(role.first, role.last)}
    appositions = _appositions(tokens, links)
    titles = _titles(tokens, links, entries, taken, published)
    beside = link_beside(tokens, links + appositions + titles)
    return governments + appositions + titles + beside


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
        if back and tokens.sentence[back.first] != tokens.sentence[i]:
            back = None  # a heading above
        if back and back.kind == "PERSON" and back.last == i:
            found.append(_administration(tokens, back, i, entries))
            continue
        if back:
            first, country = back.first, _governed_country(tokens, back, entries)
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
        found.append(Linked(first, last, "ORG", "nominal", government.entity, GOVERNMENT))
    return found


def _administration(tokens: Tokens, person: Linked, noun: int, entries: dict[str, Entry]) -> Linked:
    """Take "the Obama administration" for a body of its own: what it does is not Obama's own deed."""
    name = " ".join(tokens.text[tokens.start[person.first] : tokens.end[noun]].split())
    entity = slug("ORG", name)
    entries.setdefault(
        entity, Entry(entity, "ORG", name, [name], country=organization_country(name), what="government")
    )
    first = person.first - (person.first > 0 and tokens.word[person.first - 1].lower() in _DEFINITE)
    return Linked(first, noun + 1, "ORG", "nominal", entity, GOVERNMENT)


def _governed_country(tokens: Tokens, link: Linked, entries: dict[str, Entry]) -> str:
    """Give the country of "the Norwegian government" and "the Oslo government"; a town or unknown land has none."""
    text = fold(tokens.text[tokens.start[link.first] : tokens.end[link.last - 1]])
    entry = entries.get(link.entity)
    state = entry is None or entry.what == "country" or text in countries_by_capital()
    return _linked_country(link, entries) if state else ""


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
        entity, rule = _holder_of_title(tokens, first, last, hit[1], persons, entries, published)
        if entity:
            found.append(Linked(first, last, "PERSON", "title", entity, rule))
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
                found[first, role.last] = Linked(first, role.last, "PERSON", "title", link.entity, BESIDE)
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
) -> tuple[str, str]:
    """Find whom a title means, and by what: ("", "") when nobody is known to hold it."""
    words = {fold(tokens.word[t]) for t in range(first, last)}
    country = country_in(tokens, first, last)
    office = role_words()[noun].office
    at = bisect_left(persons, (first,))
    near = [*reversed(persons[max(0, at - _MOST) : at]), *persons[at : at + 5]]
    bodies = _bodies_in(tokens, first, last)
    for link in near:
        roles = entries[link.entity].roles
        told = [role for role in roles if answers(tokens, role, noun, office, country, words)]
        if any(_of_one_body(tokens, bodies, role) for role in told):
            return link.entity, SAME_ROLE
    if country and (noun == "leader" or office in _LED):
        for link in near:
            holds = {role.office for role in entries[link.entity].roles} & _LED
            if noun == "leader" and holds and entries[link.entity].country == country:
                return link.entity, LEADS
    past = not _NOT_IN_OFFICE.isdisjoint(words)
    holder = holder_on(office, country, published) if office and country and not past else None
    if holder is None:
        return "", ""
    entries.setdefault(
        holder.entity, Entry(holder.entity, "PERSON", holder.person, gender=holder.gender, country=country)
    )
    return holder.entity, IN_OFFICE


def _bodies_in(tokens: Tokens, first: int, last: int) -> list[set[str]]:
    """List the words of each organisation that a title names."""
    at = bisect_left(tokens.names, first, key=lambda name: name.first)
    inside = [name for name in tokens.names[at : at + 4] if name.last <= last and name.kind == "ORG"]
    return [{fold(word) for word in tokens.word[name.first : name.last]} for name in inside]


def _of_one_body(tokens: Tokens, bodies: list[set[str]], role: Role) -> bool:
    """May one who is told to be "Taliban spokesman" be "the Nato spokesman"? Not where both name other bodies."""
    own = _bodies_in(tokens, role.first, role.last)
    return not own or not bodies or any(one & other for one in own for other in bodies)


def answers(tokens: Tokens, role, noun: str, office: str, country: str, words: set[str]) -> bool:
    """May this role of a person be what the title says?"""
    past = {"former", "ex", "late", "deputy", "acting"}
    told = {fold(tokens.word[t]) for t in range(role.first, role.last)}
    if (words & past) - told or (told & past - {"acting", "late"}) - words:
        return False
    if country and role.country and country != role.country:
        return False
    own = _IN_FULL.get(role.noun, role.noun)
    if noun == own or (office and office == role.office):
        return True
    if noun in _GENERIC and own.endswith(" " + noun):
        return True
    return any(noun in group and own in group for group in _SAME_ROLE)
