"""Names of persons in one article to persons: who "Clinton" is when there are two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass, field

from dateline.language import Name, Tokens
from dateline.names import HONORIFICS, fold, person_name, same_person, same_surname, slug
from dateline.officeholders import Holder, known_holder
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


def group_persons(
    tokens: Tokens,
    names: list[Name],
    published: dt.date | None = None,
    context: Container[str] = frozenset(),
) -> list[Person]:
    """Group the names of persons: full names first, then each bare surname to the person it shortens."""
    mentioned = [(name, _spelling(tokens, name)) for name in names if name.kind == "PERSON"]
    people: list[Person] = []
    owner: dict[int, Person] = {}
    for name, spelling in mentioned:
        if person_name(spelling).given:
            owner[name.first] = _full_name_owner(people, spelling)
    for name, spelling in mentioned:
        if name.first not in owner:
            owner[name.first] = _short_name_owner(people, owner, name, spelling)
    for name, spelling in mentioned:
        person = owner[name.first]
        person.mentions.append((name, ""))
        person.spellings[spelling] = None
    for person in people:
        _complete(tokens, person, published, context)
    _distinct_slugs(people)
    return people


def _spelling(tokens: Tokens, name: Name) -> str:
    """The name with the honorific right before it, which tells the gender."""
    text = " ".join(tokens.text[name.start : name.end].split())
    before = tokens.word[name.first - 1] if name.first else ""
    return f"{before} {text}" if fold(before) in HONORIFICS and before[:1].isupper() else text


def _full_name_owner(people: list[Person], spelling: str) -> Person:
    for person in people:
        if all(same_person(spelling, known) for known in person.spellings if person_name(known).given):
            person.spellings[spelling] = None
            return person
    people.append(Person(spellings={spelling: None}))
    return people[-1]


def _short_name_owner(people: list[Person], owner: dict[int, Person], name: Name, spelling: str) -> Person:
    """Choose the person a bare name means: by surname, then by given name; the one named last before it."""
    parts = person_name(spelling)
    by_surname = [p for p in people if any(_fits(parts, person_name(s), spelling, s) for s in p.spellings)]
    by_given = [p for p in people if any(parts.surname in person_name(s).given for s in p.spellings)]
    for found in (by_surname, [] if parts.gender else by_given):
        if found:
            return min(found, key=lambda p: _distance(p, owner, name))
    people.append(Person(spellings={spelling: None}))
    return people[-1]


def _fits(short, full, spelling: str, known: str) -> bool:
    if short.gender and full.gender and short.gender != full.gender:
        return False
    if same_surname(short.surname, full.surname):
        return True
    # "van Rompuy", "Suu Kyi": the last words of the full name, or a surname that stands first
    words, key = fold(known).split(), fold(spelling).split()
    return len(key) < len(words) and (
        words[-len(key) :] == key or (key == words[:1] and full.surname == key[0])
    )


def _distance(person: Person, owner: dict[int, Person], name: Name) -> tuple[int, int]:
    """Nearest mention before counts first, else the nearest after."""
    places = [first for first, other in owner.items() if other is person]
    before = [name.first - first for first in places if first < name.first]
    after = [first - name.first for first in places if first > name.first]
    return (0, min(before)) if before else (1, min(after, default=0))


def _complete(tokens: Tokens, person: Person, published: dt.date | None, context: Container[str]) -> None:
    """Name the person by the fullest spelling, gather roles, gender and country."""
    texts = [" ".join(tokens.text[name.start : name.end].split()) for name, _ in person.mentions]
    person.name = max(dict.fromkeys(texts), key=lambda text: (_fullness(text), texts.count(text)))
    person.roles = [role for name, _ in person.mentions for role in roles_of(tokens, name)]
    holder = _holder(person, published, context)
    genders = [person_name(spelling).gender for spelling in person.spellings]
    genders += [role.gender for role in person.roles] + [holder.gender if holder else ""]
    person.gender = next(filter(None, genders), "")
    person.country = next((role.country for role in person.roles if role.country), "")
    if holder and not person.country and len(holder.of) == 3 and holder.of in context:
        person.country = holder.of
    person.entity = holder.entity if holder else _slug(person.name)
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
