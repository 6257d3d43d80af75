"""All that a user told of their articles, ready for each step, and what became of each line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pandas as pd

from dateline.aliases import Alias, aliases_of, check_aliases, read_aliases
from dateline.corrections.lines import Correction, check_corrections, corrections_of, read_corrections
from dateline.corrections.rows import ABSENT, FITS
from dateline.problems import NOTED, Problem

Sheet: TypeAlias = str | Path | pd.DataFrame | None


class Knowledge(NamedTuple):
    """A user's lines on who is who and on what is wrong; corrections win over aliases."""

    aliases: tuple[Alias, ...] = ()
    corrections: tuple[Correction, ...] = ()
    aliases_from: str = ""
    corrections_from: str = ""

    @property
    def lines(self) -> tuple[Alias | Correction, ...]:
        """All lines, aliases first."""
        both: list[Alias | Correction] = [*self.aliases, *self.corrections]
        return tuple(both)

    def concerning(self, articles: Iterable[str]) -> Knowledge:
        """Those lines that hold for one of these articles, or for all."""
        known = {"", *articles}
        aliases = tuple(line for line in self.aliases if line.article in known)
        corrections = tuple(line for line in self.corrections if line.article in known)
        return self._replace(aliases=aliases, corrections=corrections)

    def lines_of(self, article: str) -> tuple[Correction, ...]:
        """The corrections that hold for an article."""
        return tuple(line for line in self.corrections if line.article in ("", article))


class Verdict(NamedTuple):
    """What became of lines, by their number: "" where they fit, else why they changed nothing."""

    aliases: Mapping[int, str]
    corrections: Mapping[int, str]


def knowledge_of(aliases: Sheet = None, corrections: Sheet = None) -> Knowledge:
    """Read and check what the user gives: a path, a frame or nothing.

    Raises
    ------
    UnreadableError
        A file or a line of it makes no sense.
    """
    told = _sheet(aliases, read_aliases, check_aliases)
    lines = _sheet(corrections, read_corrections, check_corrections)
    return Knowledge(aliases_of(told), corrections_of(lines), _source(told), _source(lines))


def signature(line: Alias | Correction) -> str:
    """Say a line in a few letters that stay the same wherever in its file it stands."""
    words = "\0".join([type(line).__name__, *map(str, line._replace(line=0))])
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def joined(verdicts: Iterable[Verdict]) -> Verdict:
    """Put what became of lines in several articles into one: a line that fits anywhere fits."""
    told: tuple[dict[int, str], dict[int, str]] = {}, {}
    for verdict in verdicts:
        for known, new in zip(told, verdict, strict=True):
            for line, reason in new.items():
                if reason == FITS or known.get(line, ABSENT) == ABSENT:
                    known[line] = reason
    return Verdict(*told)


def _sheet(given: Sheet, read, check) -> pd.DataFrame | None:
    if given is None:
        return None
    return check(given) if isinstance(given, pd.DataFrame) else read(given)


def _source(sheet: pd.DataFrame | None) -> str:
    return "" if sheet is None else sheet.attrs.get("source", "")


def unfit(knowledge: Knowledge, verdicts: Iterable[Verdict], articles: Iterable[str]) -> list[Problem]:
    """Name each line that changed nothing in any article, with the reason and what to do."""
    verdicts, known = list(verdicts), set(articles)
    problems = []
    for kind, lines in (("aliases", knowledge.aliases), ("corrections", knowledge.corrections)):
        source = getattr(knowledge, f"{kind}_from") or kind
        told: dict[int, list[str]] = {}
        for verdict in verdicts:
            for line, reason in getattr(verdict, kind).items():
                told.setdefault(line, []).append(reason)
        for line in lines:
            reasons = told.get(line.line, [])
            if FITS in reasons:
                continue
            reason = next((reason for reason in reasons if reason != ABSENT), _absence(line, known))
            advice = "It changed nothing: mend or remove the line."
            problems.append(
                Problem(NOTED, f"{_said(line)}: {reason}", advice, source, line.line, line.article)
            )
    return problems


def _absence(line: Alias | Correction, articles: set[str]) -> str:
    if line.article and line.article not in articles:
        return f"there is no article {line.article!r}"
    if isinstance(line, Alias):
        return f"nobody in the articles is {line.entity}" + (f" as {line.text!r}" if line.text else "")
    return ABSENT if line.table != "entities" else "no entity has that name or id"


def _said(line: Alias | Correction) -> str:
    if isinstance(line, Alias):
        return f"{line.entity} = {line.same_as}" if line.same_as else line.entity
    return f"{line.table}.{line.column} of {line.text!r}"
