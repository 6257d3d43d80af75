"""The stream of articles, named once each and cut into parts of whole articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from dateline.problems import FAILED, NOTED, Problem, UnreadableError, problem_table
from dateline.reading import Reading
from dateline.tables import conform

ARTICLES = 100  # of a part, at most
CHARACTERS = 1_000_000  # of a part, about; the memory of one worker grows with it


class Part(NamedTuple):
    """Some articles that follow each other, and what went wrong while they were read."""

    number: int
    articles: pd.DataFrame
    problems: pd.DataFrame

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
        return digest.hexdigest()


class Names:
    """Ids that are taken, with a digest of their text; some hundred bytes an article are all that stays."""

    def __init__(self) -> None:
        self._taken: dict[str, bytes] = {}
        self._last: dict[str, int] = {}

    def name(self, base: str, text: str) -> str:
        """Give an id that no other article has, or "" where id and text were there before."""
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        name = base
        if base in self._taken:
            if self._taken[base] == digest:
                return ""
            number = self._last.get(base, 1) + 1
            while (name := f"{base}-{number}") in self._taken:
                number += 1
            self._last[base] = number
        self._taken[name] = digest
        return name


def parts_of(readings: Iterable[Reading], articles: int = ARTICLES) -> Iterator[Part]:
    """Cut readings into parts; where they are cut depends on the articles alone, never on who does the work.

    Parameters
    ----------
    readings : iterable of Reading
        In the order of the source.
    articles : int
        How many a part holds at most.
    """
    names = Names()
    number, size = 0, 0
    rows: list[dict] = []
    problems: list[pd.DataFrame] = []
    for reading in readings:
        found = problem_table(_renamed(reading, names, new := []))
        problems += [frame for frame in (reading.problems, found) if len(frame)]
        for row in new:
            rows.append(row)
            size += len(row["text"])
            if len(rows) >= articles or size >= CHARACTERS:
                yield _part(number, rows, problems)
                number, size, rows, problems = number + 1, 0, [], []
    if rows or problems:
        yield _part(number, rows, problems)


def _renamed(reading: Reading, names: Names, new: list[dict]) -> Iterator[Problem]:
    for row in reading.articles.to_dict("records"):
        base = row["article"]
        name = names.name(base, row["text"])
        if not name:
            reason = f"is the same article as '{base}' before it, and was left out"
            yield Problem(NOTED, reason, "Nothing to do.", article=base)
            continue
        if name != base:
            reason = f"bears the id '{base}', which another article has; it is called '{name}' here"
            yield Problem(NOTED, reason, "Give each article an id of its own.", article=name)
        new.append(row | {"article": name})


def _part(number: int, rows: list[dict], problems: list[pd.DataFrame]) -> Part:
    articles = conform(pd.DataFrame(rows, dtype=object), "articles")
    told = pd.concat(problems, ignore_index=True) if problems else problem_table([])
    return Part(number, articles, told)


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
