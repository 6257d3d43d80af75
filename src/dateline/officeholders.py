"""Who held an office on a given day: facts that help to name "the Russian president". The text always wins."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple

from dateline.countries import read_facts
from dateline.names import fold, person_name, same_person, slug


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


@cache
def _by_surname() -> dict[str, tuple[tuple[str, Holder], ...]]:
    """Every spelling of every holder with the term, by surname."""
    index: dict[str, list[tuple[str, Holder]]] = {}
    for row, holder in zip(read_facts("officeholders.csv"), holders(), strict=True):
        for name in [row["person"], *filter(None, row["other_names"].split(";"))]:
            index.setdefault(person_name(name).surname, []).append((name, holder))
    return {surname: tuple(found) for surname, found in index.items()}


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


def known_holder(name: str, day: dt.date | None = None) -> Holder | None:
    """Find the office-holder that a name means; a bare surname needs a day within, or six years about, a term.

    Examples
    --------
    >>> known_holder("Volodymyr Selenskyj").person
    'Volodymyr Zelensky'
    >>> known_holder("Putin", dt.date(2021, 12, 29)).office, known_holder("Powell") is None
    ('president', True)
    """
    parts = person_name(name)
    if not parts.surname:
        return None
    if parts.given:
        named = [
            (spelling, holder) for spelling, holder in _candidates(parts.surname) if _same(spelling, name)
        ]
    elif day is None:
        return None
    else:
        named = _candidates(parts.surname)
    people = {holder.person for _, holder in named}
    if day is not None and not parts.given:
        close = [holder for _, holder in named if _years_off(holder, day) <= 6]
        current = [holder for holder in close if _years_off(holder, day) == 0]
        people = {holder.person for holder in current} or {holder.person for holder in close}
        if parts.gender:
            people = {h.person for h in current or close if h.gender in {"", parts.gender}}
        return _best(close, day) if len(people) == 1 else None
    if len(people) != 1:
        return None
    return _best([holder for _, holder in named], day)


def _candidates(surname: str) -> list[tuple[str, Holder]]:
    return list(_by_surname().get(surname) or _by_surname().get(_sounding(surname), ()))


@cache
def _surname_keys() -> dict[str, str]:
    from dateline.names import sound

    return {sound(surname): surname for surname in _by_surname() if len(surname) >= 5}


def _sounding(surname: str) -> str:
    from dateline.names import sound

    return _surname_keys().get(sound(surname), "") if len(surname) >= 5 else ""


def _same(spelling: str, name: str) -> bool:
    """A full name must agree in the first given name; "George H. W. Bush" is not "George W. Bush"."""
    x, y = person_name(spelling), person_name(name)
    if fold(spelling) == fold(name):
        return True
    if x.given[1:] and y.given[1:] and x.given[1:] != y.given[1:]:
        return False
    return len(y.given[0]) > 1 and same_person(spelling, name)


def _years_off(holder: Holder, day: dt.date) -> float:
    if holder.first <= day <= holder.last:
        return 0
    gap = (holder.first - day).days if day < holder.first else (day - holder.last).days
    return gap / 365.25


def _best(found: list[Holder], day: dt.date | None) -> Holder | None:
    if not found:
        return None
    return min(found, key=lambda h: (_years_off(h, day), h.office)) if day else found[0]
