"""Corrections of the timeline, and of the events that stand behind its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from dateline.aliases import ENTITY
from dateline.cells import joined, listed
from dateline.corrections.entities import with_all_named
from dateline.corrections.lines import DROP, Correction
from dateline.corrections.places import find_words
from dateline.corrections.rows import (
    ABSENT,
    CORRECTED,
    FITS,
    Verdicts,
    entity_of,
    grain_of,
    type_score,
)
from dateline.corrections.values import ENTITY_COLUMNS, value_of
from dateline.knowledge.names import fold
from dateline.tables import conform

Build = Callable[[dict[str, pd.DataFrame]], pd.DataFrame]
_OF_EVENTS = {"actors": "actor", "targets": "target"}  # column of the timeline -> column of events
_WORDING = ("what", "weight")


def correct_timeline(
    tables: dict[str, pd.DataFrame], lines: Sequence[Correction], build: Build
) -> tuple[dict[str, pd.DataFrame], Verdicts]:
    """Correct rows of the timeline, and the events that stand behind them.

    Parameters
    ----------
    tables
        All tables but the timeline.
    lines
        The user's lines; those on the timeline are used.
    build
        Makes the timeline of the tables.

    Returns
    -------
    tables, verdicts
        The tables with `events` and `timeline` as they should be, and what became of each line.
    """
    timeline = build(tables)
    lines = [line for line in lines if line.table == "timeline"]
    if not lines:
        return tables | {"timeline": timeline}, {}
    meant = meant_rows(timeline, tables["articles"], tables["entities"], lines)
    behind = {
        row: _behind(tables["events"], timeline.loc[row]) for rows in meant.rows.values() for row in rows
    }
    events = correct_events(tables["events"], meant, behind)
    before = timeline
    changed = events is not tables["events"]
    tables = tables | {
        "events": events,
        "entities": with_all_named(tables["entities"], tables | {"events": events}),
    }
    timeline = build(tables) if changed else timeline
    tables["events"] = reword_events(events, meant, behind, before)
    return tables | {"timeline": corrected_rows(timeline, before, meant)}, meant.verdicts


class Meant(NamedTuple):
    """What lines on the timeline mean: those that fit, the rows and the value of each by number, and all verdicts."""

    lines: tuple[Correction, ...]
    rows: dict[int, list[int]]
    values: dict[int, object]
    verdicts: Verdicts


def meant_rows(
    timeline: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame, lines: Sequence[Correction]
) -> Meant:
    """Find the rows of the timeline that each line means, and read its value.

    Parameters
    ----------
    timeline, articles, entities : DataFrame
        All, or at least what the lines can mean: rows of the timeline in their words or from articles that hold them.
    lines : sequence of Correction
        On the timeline.
    """
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    rows = {line.line: _rows_of(timeline, texts, line) for line in lines}
    known = _names(entities)
    verdicts, values = {}, {}
    for line in lines:
        values[line.line], trouble = _cell(line, known)
        verdicts[line.line] = trouble or (FITS if rows[line.line] else _why_not(texts, line))
    good = tuple(line for line in lines if verdicts[line.line] == FITS)
    return Meant(good, {line.line: rows[line.line] for line in good}, values, verdicts)


def correct_events(events: pd.DataFrame, meant: Meant, behind: Mapping[int, list[int]]) -> pd.DataFrame:
    """Correct the events that stand behind the rows meant, given by row; the very same frame where none changes."""
    for line in meant.lines:
        if line.column not in (DROP, *_WORDING):
            rows = [n for row in meant.rows[line.line] for n in behind.get(row, ())]
            events = _set_events(events, rows, line.column, meant.values[line.line])
    return events


def reword_events(
    events: pd.DataFrame, meant: Meant, behind: Mapping[int, list[int]], timeline: pd.DataFrame
) -> pd.DataFrame:
    """Give events the words and weight that lines give their row, where they have the row's own words.

    As neither makes a row anew, it is done last; the very same frame comes back where none changes.
    """
    lines = [line for line in meant.lines if line.column in _WORDING]
    what = events["what"]
    told = [
        [
            n
            for row in meant.rows[line.line]
            for n in behind.get(row, ())
            if what[n] == timeline.at[row, "what"]
        ]
        for line in lines
    ]
    for line, rows in zip(lines, told, strict=True):
        events = _set_events(events, rows, line.column, meant.values[line.line])
    return events


def _names(entities: pd.DataFrame) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for entity, name in zip(entities["entity"], entities["name"], strict=True):
        known.setdefault(fold(name), set()).add(entity)
    return known


def _cell(line: Correction, known: dict[str, set[str]]) -> tuple[object, str]:
    if line.column not in ENTITY_COLUMNS:
        return value_of("timeline", line.column, line.value), ""
    ids = [entity_of(part.strip(), known) for part in line.value.split(";") if part.strip()]
    unknown = next((one for one in ids if not ENTITY.fullmatch(one)), None)
    if unknown:
        return None, f"{unknown!r} is nobody whom the articles name; write an id, such as person:ann-lie"
    return joined(ids), ""


def _rows_of(timeline: pd.DataFrame, texts: dict[str, str], line: Correction) -> list[int]:
    """Rows whose words are these, else rows whose sentence holds them."""
    within = [
        row
        for row, (article, articles) in enumerate(zip(timeline["article"], timeline["articles"], strict=True))
        if line.article in ("", article) or line.article in listed(articles)
    ]
    words = " ".join(line.text.split())
    if same := [row for row in within if timeline.at[row, "what"] == words]:
        return same
    spans = {article: find_words(text, line.text, line.near) for article, text in texts.items()}
    found = []
    for row in within:
        start, end = timeline.at[row, "start"], timeline.at[row, "end"]
        here = [s for s, e in spans.get(timeline.at[row, "article"], ()) if start <= s and e <= end]
        if here:
            found.append(row)
    told = [row for row in found if _tells(timeline.at[row, "what"], words)]
    return told or (found if len(found) == 1 else [])


def _tells(what: str, words: str) -> bool:
    return bool(find_words(what, words))


def _why_not(texts: dict[str, str], line: Correction) -> str:
    there = any(find_words(text, line.text, line.near) for text in texts.values())
    return f"no row of the timeline, or more than one, tells {line.text!r}" if there else ABSENT


def _behind(events: pd.DataFrame, row: pd.Series) -> list[int]:
    """The events that a row of the timeline was made of."""
    if "event" in events and "event" in row and row["event"]:
        return events.index[events["event"] == row["event"]].tolist()
    inside = (events["article"] == row["article"]) & (events["start"] >= row["start"])
    inside &= (events["end"] <= row["end"]) & (events["status"] == row["status"])
    inside &= events["type"] == row["type"]
    return [n for n in events.index[inside] if _tells(row["what"], events.at[n, "text"])]


def _set_events(events: pd.DataFrame, rows: list[int], column: str, value: object) -> pd.DataFrame:
    column = _OF_EVENTS.get(column, column)
    if not rows or column not in events:
        return events
    cells = {
        name: events[name].tolist() for name in ("first", "last", "grain", "score", "date_start", "date_end")
    }
    cells[column] = events[column].tolist()
    rule = f"{column}_rule"  # of status and type
    if rule in events:
        cells[rule] = events[rule].tolist()
    for row in rows:
        cells[column][row] = value
        if rule in cells:
            cells[rule][row] = CORRECTED
        _follow(cells, row, column)
        if column in ("first", "last"):
            cells["date_start"][row] = cells["date_end"][row] = pd.NA
    new = {name: pd.Series(values, index=events.index, dtype=object) for name, values in cells.items()}
    return conform(events.assign(**new), "events")


def corrected_rows(timeline: pd.DataFrame, before: pd.DataFrame, meant: Meant) -> pd.DataFrame:
    """Write the cells of the rows themselves, found again after the events behind them were corrected."""
    cells = {name: timeline[name].tolist() for name in timeline}
    dropped: set[int] = set()
    for line in meant.lines:
        for row in _found_again(timeline, before.loc[meant.rows[line.line]]):
            if line.column == DROP:
                dropped.add(row)
            elif line.column in cells:
                cells[line.column][row] = meant.values[line.line]
                _follow(cells, row, line.column)
    new = {name: pd.Series(values, dtype=object) for name, values in cells.items()}
    kept = pd.DataFrame(new).drop(index=list(dropped))
    return conform(kept, "timeline")


def _found_again(timeline: pd.DataFrame, rows: pd.DataFrame) -> list[int]:
    found = []
    for row in rows.itertuples(index=False):
        same = (timeline["article"] == row.article) & (timeline["start"] == row.start)
        same &= timeline["what"] == row.what
        found += timeline.index[same].tolist()
    return found


def _follow(cells: dict[str, list], row: int, column: str) -> None:
    """Change what hangs on a cell: an interval stays one, and a score follows its type."""
    if column == "type":
        cells["score"][row] = type_score(str(cells["type"][row])) if cells["type"][row] else None
    if column in ("first", "last"):
        first, last = (_day(cells[name][row]) for name in ("first", "last"))
        known = first if column == "first" else last
        if first is None or last is None or first > last:
            first = last = known
        cells["first"][row], cells["last"][row] = first, last
        cells["grain"][row] = grain_of(first, last)


def _day(value: object):
    return None if value is None or pd.isna(value) else pd.Timestamp(value).date()
