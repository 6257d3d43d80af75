"""The stream of articles, named once each and cut into parts of whole articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from dateline.aliases import Alias
from dateline.corrections.knowledge import Knowledge, signature
from dateline.corrections.lines import Correction
from dateline.problems import FAILED, Problem, UnreadableError, problem_table
from dateline.reading.naming import Names
from dateline.reading.rows import Row, named, told_once
from dateline.tables import conform

ARTICLES = 100  # of a part, at most
CHARACTERS = 1_000_000  # of a part, about; the memory of one worker grows with it


class Part(NamedTuple):
    """Some articles that follow each other, and what went wrong while they were read."""

    number: int
    articles: pd.DataFrame
    problems: pd.DataFrame
    knowledge: Knowledge = Knowledge()  # lines of the user that concern these articles

    @property
    def name(self) -> str:
        return f"part-{self.number:06d}"

    def key(self) -> str:
        """Digest the contents, so that a part that is done is known again, and one that changed is not."""
        digest = hashlib.sha256()
        for frame in (self.articles, self.problems):
            for column in frame:
                digest.update(column.encode())
                for value in frame[column].astype(object):
                    data = ("" if pd.isna(value) else str(value)).encode("utf-8", "surrogatepass")
                    digest.update(len(data).to_bytes(8, "little") + data)
        for line in self.knowledge.lines:
            if not _waits(line):
                digest.update(signature(line).encode())
        return digest.hexdigest()


def _waits(line: Alias | Correction) -> bool:
    """Say whether a line changes nothing before all parts are put together."""
    if isinstance(line, Correction):
        named = line.table == "entities" and line.column in ("name", "role", "country")
        return named or line.table == "timeline"
    return not line.same_as and not line.name


def parts_of(
    found: Iterable[Row | Problem], articles: int = ARTICLES, knowledge: Knowledge | None = None
) -> Iterator[Part]:
    """Cut rows into parts; where they are cut depends on the articles alone, never on who does the work.

    Parameters
    ----------
    found : iterable of Row or Problem
        In the order of the source.
    articles : int
        How many a part holds at most.
    knowledge : Knowledge, optional
        Of the user; each part gets the lines that concern it.
    """
    knowledge = knowledge or Knowledge()
    number, size = 0, 0
    rows: list[dict] = []
    problems: list[Problem] = []
    told: set[tuple[str, str]] = set()
    for one in named(found, Names()):
        if isinstance(one, Problem):
            if _is_new(one, told):
                problems.append(one)
            continue
        rows.append(one)
        size += len(one["text"])
        if len(rows) >= articles or size >= CHARACTERS:
            yield _part(number, rows, problems, knowledge)
            number, size, rows, problems = number + 1, 0, [], []
    if rows or problems:
        yield _part(number, rows, problems, knowledge)


def _is_new(problem: Problem, told: set[tuple[str, str]]) -> bool:
    """Say what holds for a whole source only once, however many times it is come upon."""
    if problem.kind == FAILED or problem.line is not None or problem.article:
        return True
    before = len(told)
    told.add((problem.source, problem.reason))
    return len(told) > before


def _part(number: int, rows: list[dict], problems: list[Problem], knowledge: Knowledge) -> Part:
    articles = conform(pd.DataFrame(rows, dtype=object), "articles")
    concerning = knowledge.concerning(row["article"] for row in rows)
    return Part(number, articles, problem_table(told_once(problems)), concerning)


def nothing_read(problems: pd.DataFrame) -> UnreadableError:
    """Say why a source gave not a single article."""
    failed = problems[problems["kind"] == FAILED]
    if failed.empty:
        return UnreadableError("no article was found", "Check the source.")
    first = failed.iloc[0]
    line = None if pd.isna(first["line"]) else int(first["line"])
    problem = Problem(FAILED, first["reason"], first["advice"], first["source"], line, first["article"])
    more = f" ({len(failed) - 1} more inputs failed)" if len(failed) > 1 else ""
    return UnreadableError(f"{problem.where()}{first['reason']}{more}", first["advice"])
