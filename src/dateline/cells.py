"""Several things in one cell of a table ("person:ann-lie; org:nato"): the one place that joins and reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

BETWEEN = "; "


def joined(things: Iterable[str]) -> str:
    """Write things as one cell, each once, in their order; what is empty is left out.

    Examples
    --------
    >>> joined(["person:ann-lie", "", "org:nato", "person:ann-lie"])
    'person:ann-lie; org:nato'
    """
    return BETWEEN.join(dict.fromkeys(filter(None, things)))


def listed(cell: str) -> tuple[str, ...]:
    """List what one cell holds.

    Examples
    --------
    >>> listed("person:ann-lie; org:nato"), listed("")
    (('person:ann-lie', 'org:nato'), ())
    """
    return tuple(filter(None, cell.split(BETWEEN)))


def all_listed(cells: Iterable[str]) -> Iterable[str]:
    """List what several cells hold, one after the other.

    Examples
    --------
    >>> list(all_listed(["person:ann-lie; org:nato", "", "org:nato"]))
    ['person:ann-lie', 'org:nato', 'org:nato']
    """
    return (thing for cell in cells for thing in listed(cell))


def as_cells(record: Any) -> dict[str, object]:
    """Write a record as the cells of a row: a field that lists things is joined.

    Parameters
    ----------
    record : NamedTuple
        One row of a table as its step found it.

    Examples
    --------
    >>> from collections import namedtuple
    >>> as_cells(namedtuple("Deed", "actor score")(("person:ann-lie", "org:nato"), 1.0))
    {'actor': 'person:ann-lie; org:nato', 'score': 1.0}
    """
    fields = zip(record._fields, record, strict=True)
    return {name: joined(value) if isinstance(value, tuple) else value for name, value in fields}
