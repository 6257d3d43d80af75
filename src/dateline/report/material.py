"""What a report tells, chosen from the tables: who counts, which events, which article at which length."""

from __future__ import annotations

from functools import cached_property

import pandas as pd

from dateline.cells import all_listed
from dateline.explaining import Lookup
from dateline.tables import Tables

EVENTS = 400  # rows of the timeline, the weightiest
ENTITIES = 100  # that can be chosen in the filter, the most important
QUOTES = 400
KEPT = 0.5  # an editor would print it


class ReportMaterial:
    """The tables of an analysis, with what several sections of the report look up."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.shelf = Lookup(tables)

    @cached_property
    def chosen(self) -> dict[str, int]:
        """The entities that one can choose, each with its number on the page."""
        return {entity: number for number, entity in enumerate(self.tables.entities["entity"].head(ENTITIES))}

    @cached_property
    def events(self) -> pd.DataFrame:
        """The rows of the timeline to show, in their order."""
        rows = self.tables.timeline
        if "weight" in rows:
            rows = rows[~(rows["weight"] < KEPT)]
        if len(rows) > EVENTS:
            weight = rows["weight"] if "weight" in rows else rows["mentions"]
            kept = weight.sort_values(ascending=False, kind="stable").index[:EVENTS]
            rows = rows.loc[rows.index.isin(kept)]
        return rows

    @cached_property
    def quotes(self) -> pd.DataFrame:
        """Statements, without those within others."""
        rows = self.tables.quotes
        if "inside" in rows:
            return rows[~rows["inside"]]
        outer = rows.sort_values(["article", "start", "end"], ascending=[True, True, False], kind="stable")
        reach = outer.groupby("article")["end"].cummax().groupby(outer["article"]).shift(fill_value=0)
        return outer[outer["end"] > reach]

    def numbers(self, *cells: str) -> str:
        """The numbers of the entities in cells, as the filter reads them: " 3 17 "."""
        told = {self.chosen[one] for one in all_listed(cells) if one in self.chosen}
        return f" {' '.join(map(str, sorted(told)))} " if told else " "

    def article_number(self, article: str) -> int:
        return self._articles[article]

    @cached_property
    def _articles(self) -> dict[str, int]:
        return {article: number for number, article in enumerate(self.tables.articles["article"])}

    def place(self, article: str, start: int) -> str:
        """The id of the sentence in the article's text on the page."""
        span = self.shelf.sentence_span(article, start)
        return f"a{self.article_number(article)}s{span[0] if span else 0}"

    def title(self, article: str) -> str:
        return self.shelf.articles[article].title or article


def iso(day: object) -> str:
    """A day as the page's filter compares it, "" if not known."""
    return "" if pd.isna(day) else f"{day:%Y-%m-%d}"
