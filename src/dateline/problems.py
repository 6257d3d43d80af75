"""What went wrong with which input, in words that help: never lose a good article to a bad one."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.tables import TEXT, text_column

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


def missing_path(path: Path) -> tuple[str, str]:
    """Say of a path that leads nowhere what was looked for, and what may be meant: reason and advice.

    Examples
    --------
    >>> missing_path(Path("/no-such-place/news.txt"))
    ('there is no such file or folder (/no-such-place/news.txt)', 'There is no folder /no-such-place either.')
    """
    path = Path(os.path.abspath(path))
    reason = f"there is no such file or folder ({path})"
    try:
        if not path.parent.is_dir():
            return reason, f"There is no folder {path.parent} either."
        names = [name for name in os.listdir(path.parent) if not name.startswith(".")]
    except (OSError, ValueError):
        return reason, "Check the spelling."
    by_fold = {name.casefold(): name for name in sorted(names)}
    alike = get_close_matches(path.name.casefold(), by_fold, n=1, cutoff=0.6)
    stem = path.stem.casefold()
    guess = [by_fold[name] for name in alike] or sorted(n for n in names if Path(n).stem.casefold() == stem)
    if guess:
        return reason, f"Did you mean {path.parent / guess[0]}?"
    some = ", ".join(sorted(names)[:5]) + ", ..." * (len(names) > 5)
    return reason, f"In {path.parent} there is: {some or 'nothing'}."


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
    texts = {column: text_column(frame[column]) for column, dtype in _DTYPES.items() if dtype == TEXT}
    return frame.assign(**texts).astype(_DTYPES)


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
