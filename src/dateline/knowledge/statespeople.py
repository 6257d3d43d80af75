"""Whose politicians they are: leaders, ministers, envoys and rebels of the news since about 1975, without terms."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.names import fold, person_name, person_words
from dateline.lexicons import read_facts


@cache
def _known() -> tuple[dict[str, frozenset[str]], dict[str, dict[str, frozenset[str]]]]:
    """Sides by folded full name, and by surname of each name: {"kohl": {"helmut kohl": {"DEU"}}}."""
    by_name: dict[str, frozenset[str]] = {}
    for row in read_facts("officeholders.csv"):
        for name in [row["person"], *filter(None, row["other_names"].split(";"))]:
            by_name[fold(name)] = by_name.get(fold(name), frozenset()) | {row["of"]}
    for row in read_facts("statespeople.csv"):
        by_name[fold(row["person"])] = by_name.get(fold(row["person"]), frozenset()) | {row["of"]}
    by_surname: dict[str, dict[str, frozenset[str]]] = {}
    for name, sides in by_name.items():
        by_surname.setdefault(person_name(name).surname, {})[name] = sides
    return by_name, by_surname


def side_of(name: str, titled: bool = False) -> str:
    """Tell the country or organisation that a politician stands for.

    Parameters
    ----------
    name
        A full name, with or without title, or a bare surname.
    titled
        The text gives the person an office ("President Bush"); then a common or short surname may mean a politician.

    Returns
    -------
    str
        ISO 3166 alpha-3 code or the name of an organisation; "" when unknown, or when the name fits politicians of
        several countries.

    Examples
    --------
    >>> side_of("Boris Yeltsin"), side_of("Yeltsin"), side_of("Boutros Boutros-Ghali")
    ('RUS', 'RUS', 'United Nations')
    >>> side_of("Bush"), side_of("Bush", titled=True), side_of("Hussein"), side_of("King Hussein")
    ('', 'USA', '', 'JOR')
    """
    by_name, by_surname = _known()
    sides = by_name.get(fold(name), frozenset())
    parts = person_name(name)
    if not sides and parts.given:
        alike = (
            known
            for spelling, known in by_surname.get(parts.surname, {}).items()
            if person_name(spelling).given[:1] == parts.given[:1] and len(parts.given[0]) > 1
        )
        sides = frozenset().union(*alike)
    elif not sides and (titled or not _is_common(parts.surname)):
        sides = frozenset().union(*by_surname.get(parts.surname, {}).values())
    return next(iter(sides)) if len(sides) == 1 else ""


def _is_common(surname: str) -> bool:
    return len(surname) < 5 or surname in person_words("surname")
