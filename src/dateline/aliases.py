"""What a user knows of persons, organisations and places, as rows of aliases.csv: what is one, what it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.cells import joined, listed
from dateline.knowledge.names import slug
from dateline.problems import UnreadableError
from dateline.sheets import LINE, country_code, read_sheet, refuse, sheet_of

COLUMNS = ("entity", "same_as", "article", "text", "name", "kind", "role", "country")
KINDS = ("PERSON", "ORG", "PLACE", "MISC")
ENTITY = re.compile(r"(?:person|org|place|misc):\S+")
_TOLD = ("name", "role", "country")


class Alias(NamedTuple):
    """One line: mentions of `entity` (in `article`, with `text`) mean `same_as`; further, what that is."""

    line: int
    entity: str
    same_as: str
    article: str
    text: str
    name: str
    kind: str
    role: str
    country: str


class Renaming(NamedTuple):
    """Whom a mention means by the user's lines, and the lines that said so."""

    entity: str
    lines: tuple[int, ...]


def read_aliases(path: str | Path) -> pd.DataFrame:
    """Read what you know of persons, organisations and places from a CSV.

    Parameters
    ----------
    path
        A CSV with the column entity (a slug such as "person:joe-biden", as in the entities table) and any of
        same_as, article, text, name, kind, role, country. A row with same_as says: mentions of `entity` mean
        `same_as`; with article or text it holds only for that article or for mentions with exactly that text,
        which splits an entity in two. name, kind (PERSON, ORG, PLACE, MISC), role and country (alpha-3 or the
        country's name) say what it is. With name and kind given, entity may be left empty.

    Returns
    -------
    DataFrame
        entity, same_as, article, text, name, kind, role, country, all text ("" stands for any, or for not
        told), and line, the number of the line in the file.

    Raises
    ------
    UnreadableError
        A ValueError: a column is missing, a cell is no slug, or merges run in a circle; names the lines and
        what to write.
    """
    return check_aliases(read_sheet(path, COLUMNS, ("entity",), "read_aliases"))


def check_aliases(frame: pd.DataFrame) -> pd.DataFrame:
    """Check a frame of aliases, fill what a line leaves unsaid, and refuse it where a line makes no sense."""
    frame = sheet_of(frame, COLUMNS, "aliases")
    source, wrong, lines = frame.attrs["source"], [], []
    for row in frame.to_dict("records"):
        row = _completed(row)
        lines.append(row)
        wrong += [(row[LINE], reason) for reason in _faults(row)]
    refuse(wrong, source, "read_aliases")
    out = pd.DataFrame(lines, columns=[*COLUMNS, LINE])
    out = out.astype({**dict.fromkeys(COLUMNS, "str"), LINE: "int32"})
    out.attrs["source"] = source
    _final(_merges(aliases_of(out)))
    return out


def aliases_of(frame: pd.DataFrame | None) -> tuple[Alias, ...]:
    """Turn checked rows into lines."""
    if frame is None:
        return ()
    frame = sheet_of(frame, COLUMNS, "aliases")
    return tuple(Alias(*row) for row in frame[list(Alias._fields)].itertuples(index=False, name=None))


def _completed(row: dict) -> dict:
    kind = row["kind"] = row["kind"].upper()
    if not row["entity"] and row["name"] and kind in KINDS:
        row["entity"] = slug(kind, row["name"])
    if not row["same_as"] and kind in KINDS and ENTITY.fullmatch(row["entity"]):
        own, _, key = row["entity"].partition(":")
        row["same_as"] = f"{kind.lower()}:{key}" if own != kind.lower() else ""
    row["country"] = country_code(row["country"]) or row["country"]
    return row


def _faults(row: dict) -> list[str]:
    """Say what makes no sense in a line."""
    said = [column for column in ("entity", "same_as") if row[column] or column == "entity"]
    found = [
        f"{column} is {row[column]!r}; write a slug as in the entities table, such as person:joe-biden"
        for column in said
        if not ENTITY.fullmatch(row[column])
    ]
    if row["kind"] and row["kind"] not in KINDS:
        found.append(f"kind is {row['kind']!r}; it must be one of {', '.join(KINDS)}")
    if row["country"] and not country_code(row["country"]):
        found.append(f"country is {row['country']!r}; write it in three letters, such as NOR")
    if not found and not any(row[column] for column in ("same_as", "kind", *_TOLD)):
        found.append("says nothing of its entity; fill same_as, name, kind, role or country")
    if not found and not row["same_as"] and (row["article"] or row["text"]):
        found.append("article and text need same_as: they say which mentions mean somebody else")
    return found


def apply_aliases(mentions: pd.DataFrame, aliases: pd.DataFrame) -> pd.DataFrame:
    """Merge and split the entities of a mentions table by the user's rows; do this before counting.

    `analyze(..., aliases=...)` does it at the right place, so that every table follows.

    Parameters
    ----------
    mentions
        The mentions table.
    aliases
        What `read_aliases` gives. Splits (rows with article or text) go before merges.

    Returns
    -------
    DataFrame
        The mentions table with `entity` replaced; kind follows the new slug.
    """
    renamed = renamer(aliases_of(aliases))
    columns = zip(mentions["article"], mentions["entity"], mentions["text"], strict=True)
    new = pd.Series([renamed(*one).entity for one in columns], index=mentions.index, dtype=object)
    entity = new.astype(mentions["entity"].dtype)
    changed = entity != mentions["entity"]
    kind = mentions["kind"].mask(changed, entity.str.partition(":")[0].str.upper())
    return mentions.assign(entity=entity, kind=kind.astype(mentions["kind"].dtype))


def renamer(aliases: tuple[Alias, ...]) -> Callable[[str, str, str], Renaming]:
    """Make the function that says whom a mention means: article, entity and text in, entity and lines out."""
    splits: dict[str, list[Alias]] = {}
    for alias in aliases:
        if alias.same_as and (alias.article or alias.text):
            splits.setdefault(alias.entity, []).append(alias)
    merges = {alias.entity: alias for alias in aliases if alias.same_as and not (alias.article or alias.text)}

    def renamed(article: str, entity: str, text: str) -> Renaming:
        lines = []
        for alias in splits.get(entity, ()):
            if alias.article in ("", article) and alias.text in ("", text):
                entity = alias.same_as
                lines.append(alias.line)
                break
        while entity in merges and merges[entity].line not in lines:
            lines.append(merges[entity].line)
            entity = merges[entity].same_as
        return Renaming(entity, tuple(lines))

    return renamed


def describe(entities: pd.DataFrame, aliases: tuple[Alias, ...]) -> tuple[pd.DataFrame, frozenset[int]]:
    """Put names, roles and countries that the user knows into the entities table; tell the lines that fit."""
    final = _final(_merges(aliases))
    cells = {column: entities[column].tolist() for column in (*_TOLD, "aliases")}
    rows = {entity: row for row, entity in enumerate(entities["entity"])}
    fitting = set()
    for alias in aliases:
        meant = alias.same_as or alias.entity
        row = rows.get(final.get(meant, meant))
        if row is None:
            continue
        if alias.same_as and not alias.name:
            name_again(cells, row, own_spelling(entities["entity"].iat[row], cells, row))
        for column in _TOLD:
            if (told := getattr(alias, column)) and column == "name":
                name_again(cells, row, told)
            elif told:
                cells[column][row] = told
        if not alias.same_as:
            fitting.add(alias.line)
    return entities.assign(
        **{column: pd.Series(values, dtype="str") for column, values in cells.items()}
    ), frozenset(fitting)


def name_again(cells: dict[str, list], row: int, name: str) -> None:
    """Give a row of entities another name; the one that it had stays among its aliases, so that it can be found."""
    had = cells["name"][row]
    spellings = [had, *listed(cells["aliases"][row])]
    cells["name"][row] = name
    if name != had:
        cells["aliases"][row] = joined(one for one in spellings if one != name)


def own_spelling(entity: str, cells: dict[str, list], row: int) -> str:
    """The spelling that an id is made of, if the articles have it: whoever is merged into it gives it no name."""
    kind = entity.partition(":")[0]
    spellings = [cells["name"][row], *listed(cells["aliases"][row])]
    return next((one for one in spellings if slug(kind, one) == entity), spellings[0])


def _merges(aliases: tuple[Alias, ...]) -> dict[str, str]:
    return {
        alias.entity: alias.same_as
        for alias in aliases
        if alias.same_as and not (alias.article or alias.text)
    }


def _final(merges: dict[str, str]) -> dict[str, str]:
    """Follow chains of merges to their end."""
    final = {}
    for entity in merges:
        seen, target = {entity}, merges[entity]
        while target in merges and target != merges[target]:
            if target in seen:
                raise UnreadableError(
                    f"read_aliases: {entity} is merged in a circle", "Drop one of its rows."
                )
            seen.add(target)
            target = merges[target]
        final[entity] = target
    return final
