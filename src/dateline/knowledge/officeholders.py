"""Who held an office on a given day: facts that help to name "the Russian president". The text always wins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from functools import cache
from typing import NamedTuple

from dateline.knowledge.names import fold, person_name, person_words, same_person, slug, sound
from dateline.lexicons import read_facts


class Holder(NamedTuple):
    """One term of office: person, gender, office, country (alpha-3) or organisation, first and last day (closed)."""

    person: str
    gender: str
    office: str
    of: str
    first: dt.date
    last: dt.date

    @property
    def entity(self) -> str:
        """The slug of the person."""
        return slug("PERSON", self.person)


@cache
def holders() -> tuple[Holder, ...]:
    """Read all terms, in the order of the file; a term that runs on ends with the last day there is."""
    return tuple(
        Holder(
            row["person"], row["gender"], row["office"], row["of"], dt.date.fromisoformat(row["first"]),
            dt.date.fromisoformat(row["last"]) if row["last"] else dt.date.max,
        )
        for row in read_facts("officeholders.csv")
    )  # fmt: skip


def terms_of(entity: str) -> tuple[Holder, ...]:
    """List the terms of office of a person by slug."""
    return _by_entity().get(entity, ())


@cache
def _by_entity() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        found.setdefault(holder.entity, []).append(holder)
    return {entity: tuple(terms) for entity, terms in found.items()}


def holder_on(office: str, of: str, day: dt.date | None) -> Holder | None:
    """Tell who held an office on a day.

    Parameters
    ----------
    office
        As in lexicons/roles.csv: president, prime minister, foreign minister, secretary general ...
    of
        Alpha-3 code of the country, or the name of the organisation.
    day
        None gives None: who "the president" was is not guessed without a date.

    Examples
    --------
    >>> holder_on("president", "USA", dt.date(2021, 12, 29)).person
    'Joe Biden'
    >>> holder_on("president", "USA", None) is None
    True
    """
    if day is None:
        return None
    found = [h for h in holders() if h.office == office and h.of == of and h.first <= day <= h.last]
    return found[-1] if found else None


def known_holder(
    name: str, day: dt.date | None = None, context: Container[str] = frozenset()
) -> Holder | None:
    """Find the office-holder that a name means.

    Parameters
    ----------
    name
        A full name or a bare surname.
    day
        Day of the article.
    context
        Countries (alpha-3) and organisations that the article speaks of. A bare surname means an office-holder
        when theirs is among them or the day lies within a year of the term; a common surname needs both.

    Examples
    --------
    >>> known_holder("Volodymyr Selenskyj").person
    'Volodymyr Zelensky'
    >>> known_holder("Putin", None, {"RUS"}).person, known_holder("Brown", dt.date(2009, 1, 1)) is None
    ('Vladimir Putin', True)
    >>> known_holder("Brown", dt.date(2009, 1, 1), {"GBR"}).person, known_holder("George H. W. Bush") is None
    ('Gordon Brown', True)
    """
    parts = person_name(name)
    if not parts.surname:
        return None
    found = _candidates(parts.surname)
    if parts.given:
        found = [holder for holder in found if _is_named(holder.person, name)]
    else:
        common = parts.surname in person_words("surname") or len(parts.surname) < 4
        needed = 2 if common else 1
        found = [
            h for h in found if (h.of in context) + (day is not None and _years_off(h, day) <= 1) >= needed
        ]
        if parts.gender:
            found = [holder for holder in found if holder.gender == parts.gender]
        found = [holder for holder in found if _years_off(holder, day) == 0] or found
    if len({holder.person for holder in found}) != 1:
        return None
    return min(found, key=lambda h: (_years_off(h, day), h.office)) if day else found[0]


@cache
def _index() -> tuple[dict[str, dict[str, None]], dict[str, list[Holder]], dict[str, dict[str, None]]]:
    """Spellings of each person, terms of each person, and persons by surname and by its sound."""
    spellings: dict[str, dict[str, None]] = {}
    terms: dict[str, list[Holder]] = {}
    by_surname: dict[str, dict[str, None]] = {}
    for row, holder in zip(read_facts("officeholders.csv"), holders(), strict=True):
        terms.setdefault(holder.person, []).append(holder)
        for spelling in [row["person"], *filter(None, row["other_names"].split(";"))]:
            spellings.setdefault(holder.person, {})[spelling] = None
            surname = person_name(spelling).surname
            for key in (surname, _bare(surname), *([f"~{sound(surname)}"] if len(surname) >= 5 else [])):
                by_surname.setdefault(key, {})[holder.person] = None
    return spellings, terms, by_surname


def _bare(surname: str) -> str:
    """ "al-Sisi", "el-Sisi" -> "sisi"."""
    return surname.split("-", 1)[1] if surname[:3] in {"al-", "el-"} else surname


def _candidates(surname: str) -> list[Holder]:
    _, terms, by_surname = _index()
    people = by_surname.get(surname) or by_surname.get(_bare(surname))
    if not people and len(surname) >= 5:
        people = by_surname.get(f"~{sound(surname)}")
    return [holder for person in people or () for holder in terms[person]]


def _is_named(person: str, name: str) -> bool:
    """A full name must agree in the first given name; "George H. W. Bush" is not "George W. Bush"."""
    spellings = _index()[0][person]
    if any(fold(spelling) == fold(name) for spelling in spellings):
        return True
    wanted = person_name(name)
    if len(wanted.given[0]) < 2:
        return False
    middles = [person_name(spelling).given[1:] for spelling in spellings]
    if wanted.given[1:] and any(middles) and not any(_shares(wanted.given[1:], middle) for middle in middles):
        return False
    return any(same_person(spelling, name) for spelling in spellings if person_name(spelling).given)


def _shares(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(b) and a[0][0] == b[0][0] and (len(a[0]) == 1 or len(b[0]) == 1 or a[0] == b[0])


def _years_off(holder: Holder, day: dt.date | None) -> float:
    if day is None or holder.first <= day <= holder.last:
        return 0
    gap = (holder.first - day).days if day < holder.first else (day - holder.last).days
    return gap / 365.25
