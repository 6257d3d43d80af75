"""PLOVER event records as JSON Lines, in the named fields of the PLOVER manual (Open Event Data Alliance)."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from dateline.cells import listed
from dateline.outputs import whole_file
from dateline.tables import Tables

# Goldstein's four quarters of events: verbal and material co-operation, verbal and material conflict.
_QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}


def export_plover(tables: Tables, path: str | Path) -> Path:
    """Write the events that have a PLOVER type, one JSON record a line.

    Parameters
    ----------
    tables : Tables
    path : path
        Such as news.plover.jsonl.

    Returns
    -------
    Path
        The file. A record has `id`, `date` (and `enddate`), `actor`, `recipient`, `event`, `mode`, `quad_code`,
        `event_scale`, `event_text`, `text_info` and `cite_info`; `status` and `main` are ours. Where the text tells
        no day, `date` is that of publication and `comment` says so; a record without either has no date to stand
        under and is left out, as is one without an actor, both of which PLOVER requires.
    """
    from dateline.events.coded import code_events

    known = {row["entity"]: row for row in tables.entities.to_dict("records")}
    articles = {row["article"]: row for row in tables.articles.to_dict("records")}
    path = Path(path)
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        for row in code_events(tables).to_dict("records"):
            record = _record(row, articles[row["article"]], known)
            if record:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _record(row: dict, article: dict, known: dict[str, dict]) -> dict:
    dated = not pd.isna(row["first"])
    day = row["first"] if dated else article["published"]
    actors = _entities(row["source"], row["source_country"], known)
    if pd.isna(day) or not actors:
        return {}
    record = {
        "id": f"{row['article']}:{row['start']}:{row['type']}",
        "date": f"{day:%Y-%m-%d}",
        "enddate": f"{row['last']:%Y-%m-%d}" if dated and row["last"] != row["first"] else None,
        "actor": actors,
        "recipient": _entities(row["target"], row["target_country"], known),
        "event": [row["type"]],
        "mode": [row["mode"]] if row["mode"] else None,
        "quad_code": _QUADS.get(row["type"]),
        "event_scale": None if pd.isna(row["score"]) else float(str(row["score"])),
        "event_text": [article["text"][row["start"] : row["end"]]],
        "text_info": {"start": int(row["start"]), "end": int(row["end"])},
        "cite_info": {k: v for k, v in {"corpus": article["source"], "url": article["url"], "title": article["title"],
                                        "language": "en"}.items() if v},
        "comment": None if dated else "date of publication",
        "status": row["status"],
        "main": bool(row["main"]),
    }  # fmt: skip
    return {name: value for name, value in record.items() if value not in (None, [])}


def _entities(cell: str, countries: str, known: dict[str, dict]) -> list[dict]:
    """Give an object for each entity of a side, with the code of the side or, of several, its own country."""
    codes = listed(countries)
    alone = codes[0] if len(codes) == 1 else ""
    found = []
    for entity in listed(cell):
        told = known.get(entity, {})
        one = {
            "code": alone or told.get("country", ""),
            "entity_text": told.get("name", ""),
            "identifier_text": entity,
        }
        found.append({key: value for key, value in one.items() if value})
    return found or [{"code": code} for code in codes]
