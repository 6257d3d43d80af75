"""Corrections within one article: the rows that a step found go in, the rows as they should be come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from dateline.aliases import ENTITY
from dateline.cells import joined, listed
from dateline.corrections.lines import ADD, DROP, MERGE, Correction
from dateline.corrections.places import find_words, rows_at
from dateline.corrections.values import ENTITY_COLUMNS, days_of, value_of
from dateline.intervals import interval_of
from dateline.intervals import value_of as value_named
from dateline.knowledge.names import fold, slug
from dateline.tables import Row

FITS = ""
ABSENT = "its words don't stand in any article"
Verdicts = dict[int, str]  # line -> FITS, or why it changed nothing

CORRECTED = "corrected"  # stands in `rule` where a user's line decided


class Corrected(NamedTuple):
    """The rows of a step after the user's lines, and what became of each line."""

    rows: list
    verdicts: Verdicts


def correct_rows(
    table: str, rows: Sequence, text: str, lines: Iterable[Correction], known: Mapping[str, set[str]]
) -> Corrected:
    """Correct what a step found in one article.

    Parameters
    ----------
    table
        Which table the rows belong to.
    rows
        Records with `start` and `end`.
    text
        The article.
    lines
        The lines that hold for this article; those of other tables are passed over.
    known
        Folded names of the article's entities, and the ids each can mean.

    Returns
    -------
    Corrected
        Records of the same class; a line that fits no row says why.
    """
    lines = [line for line in lines if line.table == table and line.column != ADD]
    if not lines:
        return Corrected(list(rows), {})
    changed = list(rows)
    spans = [(row.start, row.end) for row in changed]
    touched: dict[int, set[str]] = {}
    dropped: set[int] = set()
    verdicts: Verdicts = {}
    for line in lines:
        places = find_words(text, line.text, line.near)
        meant, unsure = rows_at(spans, places)
        verdicts[line.line] = _verdict(line, places, meant, unsure, text)
        if verdicts[line.line]:
            continue
        if line.column == DROP:
            dropped.update(meant)
            continue
        value, trouble = _value(line, known)
        if trouble:
            verdicts[line.line] = trouble
            continue
        for row in meant:
            changed[row] = _changed(changed[row], table, line.column, value)
            touched.setdefault(row, set()).add(line.column)
    for row, columns in touched.items():
        changed[row] = settled(changed[row], columns)
    return Corrected([row for number, row in enumerate(changed) if number not in dropped], verdicts)


def _verdict(line: Correction, places: list, meant: list[int], unsure: int, text: str) -> str:
    if not places and line.near and find_words(text, line.text):
        return f"{line.text!r} does not stand near {line.near!r}"
    if not places:
        return ABSENT
    if unsure:
        return f"{line.text!r} holds several rows of {line.table}; write only the words of the one you mean"
    return FITS if meant else f"no row of {line.table} stands on {line.text!r}"


def _value(line: Correction, known: Mapping[str, set[str]]) -> tuple[object, str]:
    """The value of a line, with names turned into ids; or what is wrong with it."""
    if line.column not in ENTITY_COLUMNS:
        return value_of(line.table, line.column, line.value), ""
    ids = [entity_of(part.strip(), known) for part in line.value.split(";") if part.strip()]
    unknown = next((part for part in ids if not ENTITY.fullmatch(part)), None)
    if unknown is not None:
        return "", f"{unknown!r} is nobody whom the article names; write an id, such as person:ann-lie"
    if len(ids) > 1 and line.column in ("entity", "speaker", MERGE):
        return "", f"{line.column} can be only one"
    return joined(ids), ""


def entity_of(told: str, known: Mapping[str, set[str]]) -> str:
    """The id that a name or an id means; the name itself where that is nobody, or more than one."""
    if ENTITY.fullmatch(told):
        return told
    found = known.get(fold(told), set())
    return next(iter(found)) if len(found) == 1 else told


def names_known(mentions: Iterable) -> dict[str, set[str]]:
    """Folded names of the entities that are mentioned, each with the ids it can mean."""
    full: dict[str, set[str]] = {}
    short: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.entity:
            kind, _, key = mention.entity.partition(":")
            full.setdefault(fold(key.replace("-", " ")), set()).add(mention.entity)
            exact = slug(kind, mention.text) == mention.entity
            if mention.form in ("name", "short"):
                (full if exact else short).setdefault(fold(mention.text), set()).add(mention.entity)
    return short | full


def _changed(row: Row, table: str, column: str, value: Any) -> Row:
    """One cell changed, and the cells that hang on it."""
    if isinstance(getattr(row, column, None), tuple):
        value = listed(value)
    new: dict[str, Any] = {"class_" if column == "class" else column: value}
    if table == "mentions" and column == "entity":
        new["kind"] = value.partition(":")[0].upper() if value else row.kind
    if table == "mentions" and column == "kind" and row.entity:
        new["entity"] = f"{value.lower()}:{row.entity.partition(':')[2]}"
    if table == "quotes" and column == "speaker":
        new |= {"speaker_start": None, "speaker_end": None}  # those words name somebody else
    if table == "dates" and column == "value":
        days = days_of(str(value))
        new |= {"first": days and days.first, "last": days and days.last, "grain": days.grain if days else ""}
    if table == "events" and column == "type":
        new["score"] = type_score(str(value))
    if table == "events" and column in ("first", "last"):
        new |= {"date_start": None, "date_end": None}
    if column == "score" and "label" in row._fields:
        from dateline.sentiment.sentences import label_of

        new["label"] = label_of(value)
    if column == "label":
        new["score"] = _score_of(str(value), row.score)
    ruled = {"events": "status_rule" if column == "status" else "type_rule"}.get(table, "rule")
    if ruled in row._fields and (table != "events" or column in ("status", "type")):
        new[ruled] = CORRECTED
    return row._replace(**{name: cell for name, cell in new.items() if name in row._fields})


def _score_of(label: str, score: float) -> float:
    """The score that goes with a label and is nearest to the one that was found: as strong, or just strong enough."""
    from dateline.sentiment.sentences import NEUTRAL, label_of

    if label_of(score) == label:
        return score
    strong = max(abs(score), NEUTRAL)
    return {"negative": -strong, "neutral": 0.0, "positive": strong}[label]


def type_score(type_: str) -> float | None:
    """The score of cooperation or conflict of a PLOVER type, None where there is none."""
    from dateline.lexicons import read_facts

    scores = [
        row["score"] for row in read_facts("plover_scores.csv") if row["type"] == type_ and not row["mode"]
    ]
    return float(scores[0]) if scores else None


def settled(row: Row, columns: set[str]) -> Row:
    """Keep first and last an interval where only one of them was corrected, and its grain true."""
    if not columns & {"first", "last"}:
        return row
    first, last = row.first, row.last
    if first is None or last is None:
        known = first if "first" in columns else last
        first = last = known
    elif first > last:
        first = last = first if "first" in columns else last
    grain = row.grain if "grain" in columns else grain_of(first, last)
    return row._replace(first=first, last=last, grain=grain)


def grain_of(first: date | None, last: date | None) -> str:
    """The piece of the calendar that two days bound, "" where it is none.

    >>> grain_of(date(2021, 6, 1), date(2021, 6, 30)), grain_of(date(2021, 6, 1), date(2021, 6, 12))
    ('month', '')
    """
    if first is None or last is None:
        return ""
    for grain in ("day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"):
        days = interval_of(value_named(first, grain))
        if days is not None and (days.first, days.last) == (first, last):
            return grain
    return ""
