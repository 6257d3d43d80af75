"""What went wrong with which input, in words that help: never lose a good article to a bad one."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

FAILED, NOTED = "failed", "noted"
_DTYPES = {
    "article": "str",
    "source": "str",
    "line": "Int32",
    "kind": "str",
    "reason": "str",
    "advice": "str",
}


class Problem(NamedTuple):
    """One input that failed, or that was read and deserves a look."""

    kind: str  # failed: nothing came of it; noted: read, but look
    reason: str
    advice: str
    source: str = ""  # path, address or "row 4 of the frame"
    line: int | None = None  # counted from 1
    article: str = ""

    def where(self) -> str:
        """Name the place, ready to stand before the reason; "" where there is none."""
        place = self.source or self.article
        if place and self.line is not None:
            counted = "line" if place.endswith((".jsonl", ".ndjson")) else "row"
            place += f", {counted} {self.line}"
        return f"{place}: " if place else ""

    def __str__(self) -> str:
        return f"{self.where()}{self.reason}. {self.advice}"


class UnreadableError(ValueError):
    """An input that can't be read; says why and what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}. {advice}")
        self.reason = reason
        self.advice = advice


class ProblemWarning(UserWarning):
    """Some inputs failed or deserve a look; the rest was read."""


def problem_table(problems: Iterable[Problem]) -> pd.DataFrame:
    """Put problems into a table with the columns article, source, line, kind, reason, advice.

    Examples
    --------
    >>> problem_table([Problem("failed", "holds no text", "Leave it out.", "empty.txt")]).reason.tolist()
    ['holds no text']
    """
    rows = [{column: getattr(problem, column) for column in _DTYPES} for problem in problems]
    frame = pd.DataFrame(rows, columns=list(_DTYPES), dtype=object)
    return frame.astype(_DTYPES)


def warn_of(problems: list[Problem], doing: str, shown: int = 5) -> None:
    """Warn once of all problems, naming the first few."""
    if not problems:
        return
    failed = sum(problem.kind == FAILED for problem in problems)
    counted = [f"{failed} failed"] * bool(failed) + [f"{len(problems) - failed} to look at"] * (
        failed < len(problems)
    )
    lines = [f"  {problem}" for problem in problems[:shown]]
    if len(problems) > shown:
        lines.append(f"  and {len(problems) - shown} more")
    warnings.warn(f"{doing}: {', '.join(counted)}\n" + "\n".join(lines), ProblemWarning, stacklevel=3)
