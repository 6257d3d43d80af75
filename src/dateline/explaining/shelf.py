"""The tables laid out by article, so that what stands round a row is found at once."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import pandas as pd

from dateline.cells import listed
from dateline.tables import Row, Tables

_NEVER = pd.DataFrame()


class Lookup:
    """What is needed to look things up for many rows: texts, names, sentences and rows by article."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._groups: dict[str, dict[str, list]] = {}

    @cached_property
    def texts(self) -> dict[str, str]:
        return dict(zip(self.tables.articles["article"], self.tables.articles["text"], strict=True))

    @cached_property
    def articles(self) -> dict[str, Row]:
        return {row.article: row for row in self.tables.articles.itertuples(index=False)}

    @cached_property
    def names(self) -> dict[str, str]:
        return dict(zip(self.tables.entities["entity"], self.tables.entities["name"], strict=True))

    @cached_property
    def roles(self) -> dict[str, str]:
        return dict(zip(self.tables.entities["entity"], self.tables.entities["role"], strict=True))

    def rows(self, table: str, article: str) -> list:
        """The rows of a table in an article, in order of the text."""
        if table not in self._groups:
            groups: dict[str, list] = {}
            for row in getattr(self.tables, table).itertuples():
                groups.setdefault(row.article, []).append(row)
            self._groups[table] = groups
        return self._groups[table].get(article, [])

    def words(self, article: str, start: int, end: int) -> str:
        """The characters of a span, as one line."""
        return " ".join(self.texts.get(article, "")[start:end].split())

    def sentence(self, article: str, start: int) -> str:
        """The sentence round a character, as one line."""
        span = self.sentence_span(article, start)
        return self.words(article, *span) if span else ""

    def sentence_span(self, article: str, start: int) -> tuple[int, int] | None:
        rows = self.rows("sentences", article)
        number = bisect_right([row.start for row in rows], start) - 1
        return (rows[number].start, rows[number].end) if rows and number >= 0 else None

    def name(self, entities: str) -> str:
        """Names in place of ids: "Joe Biden and Vladimir Putin"."""
        names = [self.names.get(one, one) for one in listed(entities)]
        return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""
