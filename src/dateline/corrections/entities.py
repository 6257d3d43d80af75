"""Corrections of the entities, of which all articles together make one row each."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dateline.aliases import name_again, own_spelling
from dateline.cells import all_listed, listed
from dateline.corrections.lines import MERGE, Correction
from dateline.corrections.rows import ABSENT, FITS, Verdicts
from dateline.corrections.values import value_of
from dateline.knowledge.names import fold
from dateline.tables import conform

_POINTING = {
    "mentions": ("entity",), "quotes": ("speaker",), "sentiment": ("entity", "speaker"),
    "events": ("actor", "target", "place", "said_by"),
}  # fmt: skip


def with_all_named(entities: pd.DataFrame, tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Add a row for each entity that only a user's line names, so that every id stands in the table."""
    told = {
        one
        for table, columns in _POINTING.items()
        for column in columns
        for one in all_listed(tables[table][column].unique())
    }
    new = sorted(told - set(entities["entity"]))
    rows = [
        {
            "entity": one,
            "name": _name(one),
            "kind": one.partition(":")[0].upper(),
            "mentions": 0,
            "articles": 0,
        }
        for one in new
    ]
    return pd.concat([entities, conform(rows, "entities")], ignore_index=True) if rows else entities


def _name(entity: str) -> str:
    return entity.partition(":")[2].replace("-", " ").title()


def correct_entities(entities: pd.DataFrame, lines: Sequence[Correction]) -> tuple[pd.DataFrame, Verdicts]:
    """Write names, roles and countries as the user knows them; merges were done where mentions are made."""
    verdicts: Verdicts = {}
    cells = {column: entities[column].tolist() for column in ("name", "role", "country", "aliases")}
    _keep_names(entities["entity"].tolist(), cells, lines)
    for line in lines:
        if line.table != "entities" or line.column not in ("name", "role", "country"):
            continue
        rows = _named(entities, line.text)
        verdicts[line.line] = FITS if rows else ABSENT
        if len(rows) > 1:
            rows, verdicts[line.line] = [], f"{line.text!r} can be several; write the id"
        for row in rows:
            value = value_of("entities", line.column, line.value)
            if line.column == "name":
                name_again(cells, row, str(value))
            else:
                cells[line.column][row] = value
    changed = {column: pd.Series(values, dtype="str") for column, values in cells.items()}
    return entities.assign(**changed), verdicts


def _keep_names(entities: list[str], cells: dict[str, list], lines: Sequence[Correction]) -> None:
    """Let an entity keep its own name where the user merged another into it."""
    merges = [line for line in lines if line.table == "entities" and line.column == MERGE]
    told = {part for line in merges for part in (line.value, fold(line.value))}
    for row, entity in enumerate(entities):
        own = own_spelling(entity, cells, row)
        if entity in told or fold(own) in told:
            name_again(cells, row, own)


def _named(entities: pd.DataFrame, told: str) -> list[int]:
    """Rows of the entity with this id, or this name, or this alias."""
    ids, names = entities["entity"].tolist(), entities["name"].tolist()
    if told in ids:
        return [ids.index(told)]
    wanted = fold(told)
    if rows := [row for row, name in enumerate(names) if fold(name) == wanted]:
        return rows
    keys = [one.partition(":")[2].replace("-", " ") for one in ids]
    if rows := [row for row, key in enumerate(keys) if fold(key) == wanted]:
        return rows
    return [row for row, cell in enumerate(entities["aliases"]) if wanted in map(fold, listed(cell))]
