"""The end of a run, as the user knows it: names and roles, rows of the timeline, and what became of each line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from dateline.aliases import describe
from dateline.corpus.store import Store
from dateline.corrections.knowledge import Knowledge, Verdict, joined, signature, unfit
from dateline.corrections.lines import Correction
from dateline.corrections.whole import correct_entities, correct_timeline, with_all_named
from dateline.corrections.words import find_words
from dateline.problems import problem_table
from dateline.tables import COLUMNS, empty

_NAMING = {
    "mentions": ("entity",), "quotes": ("speaker",), "sentiment": ("entity", "speaker"),
    "events": ("actor", "target", "place", "said_by"),
}  # fmt: skip


class Known(NamedTuple):
    """The tables of the whole as the user knows them, and a note on each line that changed nothing."""

    entities: pd.DataFrame
    timeline: pd.DataFrame
    problems: pd.DataFrame


def known_entities(
    store: Store, entities: pd.DataFrame, knowledge: Knowledge
) -> tuple[pd.DataFrame, Verdict]:
    """Put the user's names, roles and countries into the entities, and add those that only the user's lines name."""
    if knowledge == Knowledge():
        return entities, Verdict({}, {})
    entities, fitting = describe(_with(entities, _named_in(store)), knowledge.aliases)
    entities, told = correct_entities(entities, knowledge.corrections)
    return entities, Verdict(dict.fromkeys(fitting, ""), told)


def known_whole(
    store: Store, entities: pd.DataFrame, timeline: pd.DataFrame, knowledge: Knowledge, verdict: Verdict
) -> Known:
    """Correct the rows of the timeline, and name the lines of the user that changed nothing in any part or here.

    Parameters
    ----------
    store : Store
    entities, timeline : DataFrame
        Of the whole; entities with the user's names.
    knowledge : Knowledge
    verdict : Verdict
        What became of the lines on entities.

    Returns
    -------
    Known
        A line on the timeline changes its rows; the events that they were made of stay as they were found.
    """
    if knowledge == Knowledge():
        return Known(entities, timeline, problem_table([]))
    lines = tuple(line for line in knowledge.corrections if line.table == "timeline")
    articles = _telling(store, lines) if lines else empty("articles")
    tables = {table: empty(table) for table in COLUMNS} | {"articles": articles, "entities": entities}
    tables, told = correct_timeline(tables, lines, lambda _: timeline)
    verdicts = [_told_in(store, knowledge), verdict, Verdict({}, told)]
    problems = unfit(knowledge, [joined(verdicts)], _there(store, knowledge))
    return Known(tables["entities"], tables["timeline"], problem_table(problems))


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
        for cell in part[column].unique()
        for one in cell.split("; ")
        if one
    }


def _with(entities: pd.DataFrame, named: Iterable[str]) -> pd.DataFrame:
    """Add a row for each of these entities that has none."""
    tables = {table: empty(table) for table in _NAMING}
    tables["mentions"] = pd.DataFrame({"entity": pd.Series(sorted(named), dtype="str")})
    return with_all_named(entities, tables)


def _told_in(store: Store, knowledge: Knowledge) -> Verdict:
    """Say what became of the user's lines within the articles, by their number in the file as it is now."""
    found = joined(Verdict(mark["told"], {}) for mark in store.marks()).aliases
    of_aliases, of_corrections = (
        {line.line: found[key] for line in lines if (key := signature(line)) in found}
        for lines in (knowledge.aliases, knowledge.corrections)
    )
    return Verdict(of_aliases, of_corrections)


def _there(store: Store, knowledge: Knowledge) -> set[str]:
    """Find which of the articles that the lines name are there."""
    asked = {line.article for line in (*knowledge.aliases, *knowledge.corrections)}
    return {one for part in store.parts("articles", ["article"]) for one in part["article"] if one in asked}
