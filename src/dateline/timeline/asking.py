"""The story of one name, place or kind of event: the rows of the timeline that tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import pandas as pd

from dateline.cells import all_listed, listed
from dateline.tables import Tables


def timeline_of(
    tables: Tables,
    *,
    entity: str | Iterable[str] | None = None,
    place: str | Iterable[str] | None = None,
    type: str | Iterable[str] | None = None,
    least: float = 0.5,
) -> pd.DataFrame:
    """Tell the story of somebody, of a place, or of one kind of event: the rows of the timeline with all that is asked.

    Parameters
    ----------
    tables : Tables
        What `analyze` or `read_tables` gave back.
    entity : str or list of str, optional
        Who takes part, as actor or target: an id ("person:joe-biden") or a name or alias in any case ("Biden").
        Of several, any one will do.
    place : str or list of str, optional
        Where it happens, named likewise.
    type : str or list of str, optional
        PLOVER types such as "CONSULT".
    least : float
        Rows of less weight are left out (see `timeline.weight`); 0 keeps all.

    Returns
    -------
    DataFrame
        Rows of the timeline table with its columns, in its order; empty where nothing fits.

    Raises
    ------
    ValueError
        A name is in no row of the entities table, or a type is no PLOVER type; names like it are told.

    Examples
    --------
    >>> import dateline
    >>> tables = dateline.analyze("Ann Lie met Bo Dahl on Monday. Eva Holm resigned.", published="2022-04-20")
    >>> timeline_of(tables, entity="Lie", least=0)["what"].tolist()
    ['Ann Lie met Bo Dahl']
    """
    rows = tables.timeline
    rows = rows[(rows["weight"] >= least) | rows["weight"].isna()]
    if entity is not None:
        wanted = _wanted(tables.entities, entity, "entity")
        rows = rows[
            [
                not wanted.isdisjoint(all_listed((a, t)))
                for a, t in zip(rows["actors"], rows["targets"], strict=True)
            ]
        ]
    if place is not None:
        wanted = _wanted(tables.entities, place, "place")
        rows = rows[[not wanted.isdisjoint(listed(where)) for where in rows["place"]]]
    if type is not None:
        rows = rows[rows["type"].isin(_types(tables.timeline, type))]
    return rows.reset_index(drop=True)


def _listed(given: str | Iterable[str]) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


def _wanted(entities: pd.DataFrame, given: str | Iterable[str], argument: str) -> set[str]:
    """Find the ids of those meant: by id, else by name or alias, else by a word of the name."""
    names: dict[str, set[str]] = {}
    words: dict[str, set[str]] = {}
    columns = (entities[column] for column in ("entity", "name", "aliases"))
    for entity, name, aliases in zip(*columns, strict=True):
        for known in (entity, name, *listed(aliases)):
            names.setdefault(known.casefold(), set()).add(entity)
        for word in name.casefold().split():
            words.setdefault(word, set()).add(entity)
    found: set[str] = set()
    for one in _listed(given):
        asked = one.strip().casefold()
        meant = names.get(asked) or words.get(asked)
        if not meant:
            like = get_close_matches(asked, sorted({*names, *words}), 3)
            near = {name for known in like for name in names.get(known) or words.get(known, set())}
            shown = sorted(entities.loc[entities["entity"].isin(near), "name"])[:5]
            hint = (
                f"Names like it: {', '.join(shown)}." if shown else "tables.entities lists those there are."
            )
            raise ValueError(f"timeline_of: {argument}={one!r} is nobody in these tables. {hint}")
        found |= meant
    return found


def _types(timeline: pd.DataFrame, given: str | Iterable[str]) -> set[str]:
    from dateline.ontology import TYPES

    wanted = {one.strip().upper() for one in _listed(given)}
    unknown = sorted(wanted - set(TYPES))
    if unknown:
        raise ValueError(f"timeline_of: type={unknown[0]!r} is none of {', '.join(sorted(TYPES))}")
    return wanted
