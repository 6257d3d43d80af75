"""A user's own merges and splits of entities, as rows of aliases.csv: what is one, and what is not."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

COLUMNS = ("entity", "same_as", "article", "text")


def read_aliases(path: str | Path) -> pd.DataFrame:
    """Read merges and splits of entities from a CSV.

    Parameters
    ----------
    path
        A CSV with the columns entity and same_as (slugs such as "person:joe-biden"), and optionally article and
        text. A row says: mentions of `entity` mean `same_as`. With article or text it holds only for that article
        or for mentions with exactly that text, which splits an entity in two.

    Returns
    -------
    DataFrame
        entity, same_as, article, text, all text; "" stands for any.

    Raises
    ------
    ValueError
        If a column is missing, a cell is no slug, or merges run in a circle; names the row and what to write.
    """
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    missing = [column for column in COLUMNS[:2] if column not in frame]
    if missing:
        raise ValueError(
            f"read_aliases: {path} has no column {', '.join(missing)}; its first line must be entity,same_as "
            "(and optionally article,text)."
        )
    frame = frame.reindex(columns=list(COLUMNS), fill_value="")
    for column in COLUMNS[:2]:
        wrong = frame.index[~frame[column].str.contains(r"^(?:person|org|place|misc):\S+$")]
        if len(wrong):
            raise ValueError(
                f"read_aliases: {path}, line {wrong[0] + 2}: {column} is {frame.loc[wrong[0], column]!r}; "
                "write a slug as in the entities table, such as person:joe-biden."
            )
    _final(_merges(frame))
    return frame


def apply_aliases(mentions: pd.DataFrame, aliases: pd.DataFrame) -> pd.DataFrame:
    """Merge and split the entities of a mentions table by the user's rows; do this before counting.

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
    entity = mentions["entity"].copy()
    for row in aliases[(aliases["article"] != "") | (aliases["text"] != "")].to_dict("records"):
        meant = mentions["entity"] == row["entity"]
        for column in ("article", "text"):
            meant &= (mentions[column] == row[column]) | (row[column] == "")
        entity = entity.mask(meant, row["same_as"])
    final = _final(_merges(aliases))
    entity = entity.map(lambda slug: final.get(slug, slug)).astype(mentions["entity"].dtype)
    changed = entity != mentions["entity"]
    kind = mentions["kind"].mask(changed, entity.str.partition(":")[0].str.upper())
    return mentions.assign(entity=entity, kind=kind.astype(mentions["kind"].dtype))


def _merges(aliases: pd.DataFrame) -> dict[str, str]:
    everywhere = aliases[(aliases["article"] == "") & (aliases["text"] == "")]
    return dict(zip(everywhere["entity"], everywhere["same_as"], strict=True))


def _final(merges: dict[str, str]) -> dict[str, str]:
    """Follow chains of merges to their end."""
    final = {}
    for entity in merges:
        seen, target = {entity}, merges[entity]
        while target in merges and target != merges[target]:
            if target in seen:
                raise ValueError(f"read_aliases: {entity} is merged in a circle; drop one of its rows.")
            seen.add(target)
            target = merges[target]
        final[entity] = target
    return final
