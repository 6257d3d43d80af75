"""What went wrong with which input, in words that help: never lose a good article to a bad one."""

from __future__ import annotations

import glob
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
        meant, left = _followed(path)
        if not left:
            return reason, f"Did you mean {meant}?"
        there = next(place for place in path.parents if place.is_dir())
        if meant != there:
            return reason, f"Did you mean {meant}, in which there is: {_some(meant)}?"
        if there != path.parent:
            return reason, f"There is no folder {path.parent} either."
        return reason, f"In {there} there is: {_some(there)}."
    except (OSError, ValueError):
        return reason, "Check the spelling."


def missing_pattern(pattern: Path) -> tuple[str, str]:
    """Say of a pattern that fits no file where it was looked for, and what is there: reason and advice.

    Examples
    --------
    >>> missing_pattern(Path("/no-such-place/*.txt"))
    ('no file fits this pattern (/no-such-place/*.txt)', 'There is no folder /no-such-place.')
    """
    pattern = Path(os.path.abspath(pattern))
    reason = f"no file fits this pattern ({pattern})"
    folder = next(place for place in pattern.parents if not glob.has_magic(str(place)))
    if folder.is_dir():
        return reason, f"In {folder} there is: {_some(folder)}."
    advice = missing_path(folder)[1]
    return reason, advice if advice.startswith("Did") else f"There is no folder {folder}."


def _followed(path: Path) -> tuple[Path, tuple[str, ...]]:
    """Follow a path as far as it leads, names that are alike in place of those that aren't there; what is left."""
    place = Path(path.anchor)
    for depth, name in enumerate(path.parts[1:], start=2):
        if (place / name).exists():
            place /= name
            continue
        last = depth == len(path.parts)
        meant = _alike(place, name, last) if place.is_dir() else ""
        if not meant:
            return place, path.parts[depth - 1 :]
        place /= meant
    return place, ()


def _alike(folder: Path, wanted: str, last: bool) -> str:
    """Find what lies in a folder under a name like this one, "" for nothing."""
    names = [name for name in _listed(folder) if last or (folder / name).is_dir()]
    by_fold = {name.casefold(): name for name in names}
    if alike := get_close_matches(wanted.casefold(), by_fold, n=1, cutoff=0.6):
        return by_fold[alike[0]]
    stem = Path(wanted).stem.casefold()
    return next((name for name in names if Path(name).stem.casefold() == stem), "")


def _listed(folder: Path) -> list[str]:
    return sorted(name for name in os.listdir(folder) if not name.startswith("."))


def _some(folder: Path) -> str:
    names = _listed(folder) if folder.is_dir() else []
    return ", ".join(names[:5]) + ", ..." * (len(names) > 5) or "nothing"


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
