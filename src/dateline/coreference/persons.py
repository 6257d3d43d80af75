"""Names of persons in one article to persons: who "Clinton" is when there are two."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, insort
from collections.abc import Container
from dataclasses import dataclass, field

from dateline.knowledge.given_names import given_name_gender
from dateline.knowledge.names import (
    HONORIFICS,
    PersonName,
    fold,
    person_name,
    person_words,
    same_person,
    same_surname,
    slug,
    sound_key,
)
from dateline.knowledge.officeholders import Holder, known_holder
from dateline.language import Name, Tokens
from dateline.roles import Role, roles_of


@dataclass
class Person:
    """One person of the article: every name that means them, in order, each with its form."""

    entity: str = ""
    name: str = ""
    gender: str = ""
    country: str = ""
    roles: list[Role] = field(default_factory=list)
    mentions: list[tuple[Name, str]] = field(default_factory=list)
    spellings: dict[str, None] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)  # first tokens of the mentions so far, in order


class _People:
    """The persons found so far, to be looked up by any word of their names and by the sound of a surname."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_key: dict[str, dict[int, None]] = {}

    def add(self, person: Person, spelling: str, place: int) -> Person:
        if not person.spellings:
            self.all.append(person)
        if spelling not in person.spellings:
            person.spellings[spelling] = None
            number = next(i for i in range(len(self.all) - 1, -1, -1) if self.all[i] is person)
            for key in _keys(spelling):
                self._by_key.setdefault(key, {})[number] = None
        insort(person.places, place)
        return person

    def like(self, spelling: str) -> list[Person]:
        """Persons whose names share a word or the sound of a surname with this one, the first named first."""
        numbers = {number for key in _keys(spelling) for number in self._by_key.get(key, ())}
        return [self.all[number] for number in sorted(numbers)]


def _keys(spelling: str) -> list[str]:
    parts = person_name(spelling)
    return [*fold(spelling).split(), f"~{sound_key(parts.surname)}"] if parts.surname else []


def group_persons(
    tokens: Tokens,
    names: list[Name],
    published: dt.date | None = None,
    context: Container[str] = frozenset(),
) -> list[Person]:
    """Group the names of persons: full names first, then each bare surname to the person it shortens."""
    mentioned = [(name, _spelling(tokens, name, after)) for name, after in _with_next(names)]
    people = _People()
    owner: dict[int, Person] = {}
    for name, spelling in mentioned:
        if person_name(spelling).given:
            owner[name.first] = _full_name_owner(people, spelling, name.first)
    for name, spelling in mentioned:
        if name.first not in owner:
            owner[name.first] = _short_name_owner(people, spelling, name.first)
    for name, _ in mentioned:
        owner[name.first].mentions.append((name, ""))
    for person in people.all:
        _complete(tokens, person, published, context)
    _distinct_slugs(people.all)
    return people.all


def _with_next(names: list[Name]) -> list[tuple[Name, Name | None]]:
    pairs = zip(names, [*names, None][1:], strict=True)
    return [(name, after) for name, after in pairs if name.kind == "PERSON"]


def _spelling(tokens: Tokens, name: Name, after: Name | None) -> str:
    """The name with the honorific before it, which tells the gender; "Bill" of "Bill and Ann Lee" is a Lee."""
    text = " ".join(tokens.text[name.start : name.end].split())
    before = tokens.word[name.first - 1] if name.first else ""
    if fold(before) in HONORIFICS and before[:1].isupper():
        return f"{before} {text}"
    if after is None or after.kind != "PERSON" or after.first != name.last + 1:
        return text
    if tokens.word[name.last] in {"and", "&"} and fold(text) in person_words("first_name"):
        couple = tokens.text[after.start : after.end]
        return f"{text} {couple.split()[-1]}" if person_name(couple).given else text
    return text


def _full_name_owner(people: _People, spelling: str, place: int) -> Person:
    for person in people.like(spelling):
        if all(same_person(spelling, known) for known in person.spellings if person_name(known).given):
            return people.add(person, spelling, place)
    return people.add(Person(), spelling, place)


def _short_name_owner(people: _People, spelling: str, place: int) -> Person:
    """Choose the person a bare name means: by surname, then by given name.

    Of namesakes it is the one that most mentions mean so far, full names first: papers give the others their
    full names throughout. Of two as frequent it is the one named last before it.
    """
    parts = person_name(spelling)
    alike = people.like(spelling)
    by_surname = [p for p in alike if any(_fits(parts, person_name(s), spelling, s) for s in p.spellings)]
    by_given = [p for p in alike if any(parts.surname in person_name(s).given for s in p.spellings)]
    for found in (by_surname, [] if parts.gender else by_given):
        if found:
            chosen = min(found, key=lambda p: (-len(p.places), _distance(p, place)))
            return people.add(chosen, spelling, place)
    return people.add(Person(), spelling, place)


def _fits(short: PersonName, full: PersonName, spelling: str, known: str) -> bool:
    gender = full.gender or given_name_gender(full.given)
    if short.gender and gender and short.gender != gender:
        return False
    if same_surname(short.surname, full.surname):
        return True
    # "van Rompuy", "Suu Kyi": the last words of the full name, or a surname that stands first
    words, key = fold(known).split(), fold(spelling).split()
    return len(key) < len(words) and (
        words[-len(key) :] == key or (key == words[:1] and full.surname == key[0])
    )


def _distance(person: Person, place: int) -> tuple[int, int]:
    """Nearest mention before counts first, else the nearest after."""
    at = bisect_left(person.places, place)
    return (0, place - person.places[at - 1]) if at else (1, person.places[0] - place)


def _complete(tokens: Tokens, person: Person, published: dt.date | None, context: Container[str]) -> None:
    """Name the person by the fullest spelling, gather roles, gender and country."""
    texts = [" ".join(tokens.text[name.start : name.end].split()) for name, _ in person.mentions]
    person.name = max(dict.fromkeys(texts), key=lambda text: (_fullness(text), texts.count(text)))
    told = [role for name, _ in person.mentions for role in roles_of(tokens, name)]
    person.roles = list({(role.noun, role.country): role for role in reversed(told)}.values())[::-1]
    holder = _holder(person, published, context)
    genders = [person_name(spelling).gender for spelling in person.spellings]
    genders += [role.gender for role in person.roles] + [holder.gender if holder else ""]
    person.gender = next(filter(None, genders), "")
    person.country = next((role.country for role in person.roles if role.country), "")
    if holder and not person.country and len(holder.of) == 3 and holder.of in context:
        person.country = holder.of
    fullest = max([person.name, *person.spellings], key=_fullness)  # "Carl" of "Carl and Ann Lie" is a Lie
    person.entity = holder.entity if holder else _slug(fullest)
    full = person_name(person.name)
    person.mentions = [
        (name, "name" if person_name(text).given or not full.given else "short")
        for (name, _), text in zip(person.mentions, texts, strict=True)
    ]


def _holder(person: Person, published: dt.date | None, context: Container[str]) -> Holder | None:
    """The office-holder of that name, unless the text gives this person another country."""
    holder = known_holder(person.name, published, context)
    if holder is None:
        return None
    told = {role.country for role in person.roles if role.country}
    return holder if not told or holder.of in told or len(holder.of) != 3 else None


def _fullness(text: str) -> int:
    parts = person_name(text)
    return 2 * bool(parts.given) + (len(parts.given) > 1) + (len(parts.given[:1] and parts.given[0]) > 1)


def _slug(name: str) -> str:
    """First given name and surname; middle names and initials differ from paper to paper."""
    parts = person_name(name)
    surname_first = fold(name).startswith(parts.surname + " ") and bool(parts.given)
    words = [parts.surname, *parts.given] if surname_first else [*parts.given[:1], parts.surname]
    return slug(
        "PERSON", " ".join([*words, parts.suffix if parts.suffix in {"jr", "sr", "ii", "iii"} else ""])
    )


def _distinct_slugs(people: list[Person]) -> None:
    """Two persons of one article never share a slug: the second takes all its names, else a number."""
    taken: set[str] = set()
    for person in people:
        if person.entity in taken:
            longer = slug("PERSON", person.name)
            number = 2
            while longer in taken:
                longer, number = f"{person.entity}-{number}", number + 1
            person.entity = longer
        taken.add(person.entity)
