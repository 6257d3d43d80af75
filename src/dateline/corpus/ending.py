"""The end of a run, as the user knows it: names and roles, rows of the timeline and the events behind them, and what
became of each line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from dateline.aliases import describe
from dateline.cells import all_listed, listed
from dateline.corpus.crew import Crew
from dateline.corpus.shelf import CorpusShelf
from dateline.corpus.store import Store
from dateline.corpus.whole import tell_story
from dateline.corrections.entities import correct_entities, with_all_named
from dateline.corrections.knowledge import Knowledge, Verdict, joined, signature, unfit
from dateline.corrections.lines import Correction
from dateline.corrections.places import find_words
from dateline.corrections.rows import Verdicts
from dateline.corrections.timeline import Meant, correct_events, corrected_rows, meant_rows, reword_events
from dateline.corrections.values import ENTITY_COLUMNS
from dateline.problems import Problem
from dateline.tables import empty

_NAMING = {
    "mentions": ("entity",), "quotes": ("speaker",), "sentiment": ("entity", "speaker"),
    "events": ("actor", "target", "place", "said_by"),
}  # fmt: skip


def known_entities(store: Store, shelf: CorpusShelf, knowledge: Knowledge) -> Verdict:
    """Put the user's names, roles and countries into the entities, and add those that only the user's lines name."""
    if knowledge == Knowledge():
        return Verdict({}, {})
    entities = pd.concat(shelf.entities(), ignore_index=True)
    entities, fitting = describe(_with(entities, _named_in(store)), knowledge.aliases)
    entities, told = correct_entities(entities, knowledge.corrections)
    shelf.replace_entities(entities)
    return Verdict(dict.fromkeys(fitting, ""), told)


def known_story(
    store: Store,
    shelf: CorpusShelf,
    crew: Crew,
    rows: list[np.ndarray],
    knowledge: Knowledge,
    verdict: Verdict,
) -> tuple[list[np.ndarray], list[Problem]]:
    """Correct the timeline and the events behind it, and name the lines of the user that changed nothing anywhere.

    Parameters
    ----------
    store : Store
    shelf : CorpusShelf
        With entities, as the user knows them, and the timeline.
    crew : Crew
    rows : list of array of int
        Which row each event went into, as from `tell_story`.
    knowledge : Knowledge
    verdict : Verdict
        What became of the lines on entities.

    Returns
    -------
    rows, problems
        As `rows` after the corrections, and a note on each line that changed nothing.
    """
    if knowledge == Knowledge():
        return rows, []
    lines = tuple(line for line in knowledge.corrections if line.table == "timeline")
    rows, told = _corrected(store, shelf, crew, rows, lines) if lines else (rows, {})
    verdicts = [_told_in(store, knowledge), verdict, Verdict({}, told)]
    return rows, unfit(knowledge, [joined(verdicts)], _there(store, knowledge))


def _corrected(
    store: Store, shelf: CorpusShelf, crew: Crew, rows: list[np.ndarray], lines: tuple[Correction, ...]
) -> tuple[list[np.ndarray], Verdicts]:
    """Carry out the user's lines on the timeline; of the whole only the rows are read that they can mean."""
    articles = _telling(store, lines)
    words = {" ".join(line.text.split()) for line in lines}
    entities = pd.concat(shelf.entities(), ignore_index=True)
    timeline = _numbered(shelf, articles["article"], words)
    meant = meant_rows(timeline, articles, entities, lines)
    before = timeline
    behind = _behind(shelf, rows, timeline, meant)
    if _rewritten(store, behind, lambda events, here: correct_events(events, meant, here)):
        new = {one for line in meant.lines if line.column in ENTITY_COLUMNS
               for one in listed(str(meant.values[line.line]))}  # fmt: skip
        shelf.replace_entities(_with(entities, new))
        rows = tell_story(store, shelf, crew)
        timeline = _numbered(shelf, before["article"])
    _rewritten(store, behind, lambda events, here: reword_events(events, meant, here, before))
    after = corrected_rows(timeline, before, meant)
    numbers = dict(zip(timeline["event"], timeline["n"], strict=True))
    shelf.update(after, [numbers.pop(event) for event in after["event"]])
    shelf.remove((number, -1) for number in numbers.values())
    return rows, meant.verdicts


def _numbered(shelf: CorpusShelf, articles: Iterable[str], words: Iterable[str] = ()) -> pd.DataFrame:
    """Read the rows of the timeline whose best sentence stands in one of these articles, or whose words these are."""
    known, told = set(articles), set(words)
    found = [rows[rows["article"].isin(known) | rows["what"].isin(told)] for rows in shelf.numbered()]
    return pd.concat(found, ignore_index=True)


def _behind(
    shelf: CorpusShelf, rows: list[np.ndarray], timeline: pd.DataFrame, meant: Meant
) -> dict[int, dict[int, list[int]]]:
    """Find the events behind the rows that lines mean: by part, then by row, where they stand in the part."""
    wanted = {timeline.at[row, "event"]: row for some in meant.rows.values() for row in some}
    found: dict[int, dict[int, list[int]]] = {}
    for number, part in enumerate(rows):
        keys = {n: key for n, key in shelf.keys(part).items() if key in wanted}
        for at, n in enumerate(part.tolist()):
            if n in keys:
                found.setdefault(number, {}).setdefault(wanted[keys[n]], []).append(at)
    return found


def _rewritten(
    store: Store,
    behind: dict[int, dict[int, list[int]]],
    change: Callable[[pd.DataFrame, dict[int, list[int]]], pd.DataFrame],
) -> bool:
    """Change the events of parts and write those that are no longer the same; say whether any is."""
    changed = False
    for number, here in behind.items():
        events = store.part("events", number)
        new = change(events, here)
        if new is not events:
            store.correct("events", number, new)
            changed = True
    return changed


def _telling(store: Store, lines: tuple[Correction, ...]) -> pd.DataFrame:
    """Read the articles that hold the words of a line."""
    found = [empty("articles")]
    for part in store.parts("articles"):
        texts = zip(part["article"], part["text"], strict=True)
        told = [any(_holds(article, text, line) for line in lines) for article, text in texts]
        found.append(part[told])
    return pd.concat(found, ignore_index=True)


def _holds(article: str, text: str, line: Correction) -> bool:
    return line.article in ("", article) and bool(find_words(text, line.text, line.near))


def _named_in(store: Store) -> set[str]:
    """Collect the entities that any row of any part names."""
    return {
        one
        for table, columns in _NAMING.items()
        for part in store.parts(table, list(columns))
        for column in columns
        for one in all_listed(part[column].unique())
    }


def _with(entities: pd.DataFrame, named: Iterable[str]) -> pd.DataFrame:
    """Add a row for each of these entities that has none."""
    tables = {table: empty(table) for table in _NAMING}
    tables["mentions"] = pd.DataFrame({"entity": pd.Series(sorted(named), dtype="str")})
    return with_all_named(entities, tables)


def _told_in(store: Store, knowledge: Knowledge) -> Verdict:
    """Say what became of the user's lines within the articles, by their number in the file as it is now."""
    found: Mapping[Any, str] = joined(Verdict(mark["told"], {}) for mark in store.marks()).aliases
    of_aliases, of_corrections = (
        {line.line: found[key] for line in lines if (key := signature(line)) in found}
        for lines in (knowledge.aliases, knowledge.corrections)
    )
    return Verdict(of_aliases, of_corrections)


def _there(store: Store, knowledge: Knowledge) -> set[str]:
    """Find which of the articles that the lines name are there."""
    asked = {line.article for line in knowledge.lines}
    return {one for part in store.parts("articles", ["article"]) for one in part["article"] if one in asked}
