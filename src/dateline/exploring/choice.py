"""Which events and sentences a choice of name, days, status and words leaves."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from dateline.cells import all_listed
from dateline.explaining import Lookup
from dateline.tables import Tables

_ACTING = ("actors", "targets", "place", "said_by")


class Selection(NamedTuple):
    """What to show; empty fields ask for nothing."""

    entity: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    statuses: tuple[str, ...] = ()
    words: str = ""
    least: float = 0.0  # weight


class TimelineIndex:
    """The timeline with what a choice looks at, made once, so that every choice is answered at once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.shelf = Lookup(tables)

    @cached_property
    def who(self) -> list[frozenset[str]]:
        """Who takes part in each row of the timeline."""
        cells = zip(*(self.tables.timeline[column] for column in _ACTING), strict=True)
        return [frozenset(all_listed(row)) for row in cells]

    @cached_property
    def words(self) -> list[str]:
        """What a search looks through, in small letters: the row, its names and its sentence."""
        rows = self.tables.timeline
        spans = zip(rows["what"], rows["article"], rows["start"], rows["end"], self.who, strict=True)
        return [
            " ".join(
                [what, self.shelf.words(article, start, end), *(self.shelf.name(one) for one in who)]
            ).casefold()
            for what, article, start, end, who in spans
        ]

    def events(self, choice: Selection) -> pd.DataFrame:
        """The rows of the timeline that fit, in their order."""
        rows = self.tables.timeline
        keep = ~np.array(rows["weight"] < choice.least, bool)
        if choice.entity:
            keep &= np.array([choice.entity in who for who in self.who], bool)
        if choice.statuses:
            keep &= rows["status"].isin(choice.statuses).to_numpy()
        if choice.first is not None:
            keep &= (rows["last"] >= pd.Timestamp(choice.first)).to_numpy()
        if choice.last is not None:
            keep &= (rows["first"] <= pd.Timestamp(choice.last)).to_numpy()
        for word in choice.words.casefold().split():
            keep &= np.array([word in words for words in self.words], bool)
        return rows[keep]

    def sentences(self, choice: Selection, most: int = 20) -> pd.DataFrame:
        """Sentences that name the chosen one and hold the words that are searched for."""
        rows = self.tables.sentences
        if not choice.entity and not choice.words.strip():
            return rows.head(0)
        if choice.entity:
            places = self._places.get(choice.entity, frozenset())
            keys = zip(rows["article"], rows["start"], strict=True)
            rows = rows[[key in places for key in keys]]
        for word in choice.words.casefold().split():
            rows = rows[self._lower[rows.index].str.contains(word, regex=False)]
        return rows.head(most)

    @cached_property
    def _lower(self) -> pd.Series:
        return self.tables.sentences["text"].str.casefold()

    @cached_property
    def _places(self) -> dict[str, frozenset[tuple[str, int]]]:
        """The sentences, by article and start, in which each entity is named."""
        mentions = self.tables.mentions[self.tables.mentions["entity"] != ""]
        places: dict[str, set] = {}
        for article, start, entity in zip(
            mentions["article"], mentions["start"], mentions["entity"], strict=True
        ):
            span = self.shelf.sentence_span(article, start)
            if span is not None:
                places.setdefault(entity, set()).add((article, span[0]))
        return {entity: frozenset(spans) for entity, spans in places.items()}


def choose(tables: Tables, choice: Selection) -> pd.DataFrame:
    """The rows of the timeline that a choice leaves.

    Parameters
    ----------
    tables : Tables
    choice : Selection
        Entity (an id), first and last day (an event counts if its interval touches them; without a day it fits
        only where no days are asked for), statuses, words (all of them in the row, its names or its sentence),
        least weight in [0, 1].

    Returns
    -------
    DataFrame
        Rows of the timeline, in their order.
    """
    return TimelineIndex(tables).events(choice)
