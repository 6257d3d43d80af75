"""Files, folders, pages, tables and pasted text to articles; the only place that cleans.

The text of .txt, .md and .html files is cleaned; a record's text (.jsonl, .csv, .parquet, frames) stays as
it stands. Nothing is fetched unless the source is an address.
"""

from __future__ import annotations

import datetime
import glob
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.outputs import is_output, outside_outputs
from dateline.problems import FAILED, NOTED, Problem, UnreadableError, missing_path, problem_table, warn_of
from dateline.reading.clean import clean
from dateline.reading.drafts import (
    RECORD_FILES,
    TEXT_FILES,
    Draft,
    from_file,
    from_frame,
    from_record,
    is_metadata,
)
from dateline.reading.english import looks_english
from dateline.tables import conform

__all__ = ["Reading", "read_articles", "read_sources"]

_ADDRESS = re.compile(r"https?://\S+")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:$|[T ]\d{2}:?\d{2})")
_PLAIN_DATES = ("%Y%m%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y")


class Reading(NamedTuple):
    """What was read, and what was not or needs a look."""

    articles: pd.DataFrame
    problems: pd.DataFrame


def read_articles(source: object, *, published: object = None) -> pd.DataFrame:
    """Read articles from whatever holds them.

    Parameters
    ----------
    source : path, str, dict, DataFrame or list of these
        A file (.txt, .md, .html, .jsonl, .json, .csv, .parquet), a folder, a pattern such as
        "news/*.txt", an address (needs the `web` extra), pasted text (several words or lines), a record
        {"id", "text", "published", "title", "url", "source"}, or a frame with a column `text`. A file
        articles.csv beside text files gives their titles, dates, sections and sources.
    published : date or str, optional
        Publication date of the articles that bring none, such as "2021-12-29".

    Returns
    -------
    DataFrame
        The table `articles`, one row each, in order of the source (files by name): article (id or file
        name without ending), title, published (NaT where unknown), published_by ("given" or "none"),
        dateline, section, source, url, text. The text is frozen: all offsets count from it.

    Warns
    -----
    ProblemWarning
        Where an input was skipped or deserves a look; `read_sources` gives these as a table.

    Raises
    ------
    UnreadableError
        A ValueError: nothing at all could be read, or `published` is no date.

    Examples
    --------
    >>> read_articles("The ministers met in Oslo on Monday.", published="2021-12-29").published_by.tolist()
    ['given']
    """
    articles, problems = _read(source, published)
    failed = [problem for problem in problems if problem.kind == FAILED]
    if articles.empty and failed:
        more = f" ({len(failed) - 1} more inputs failed)" if len(failed) > 1 else ""
        where = failed[0].where()
        raise UnreadableError(f"read_articles: {where}{failed[0].reason}{more}", failed[0].advice)
    warn_of(problems, "read_articles")
    return articles


def read_sources(*sources: object, published: object = None) -> Reading:
    """Read articles from several sources and list what failed instead of warning of it.

    Returns
    -------
    Reading
        `articles` as from `read_articles`, and `problems`: article, source, line, kind ("failed" or
        "noted"), reason, advice.

    Examples
    --------
    >>> reading = read_sources({"id": "a", "text": "Rain fell."}, {"id": "b"})
    >>> len(reading.articles), reading.problems.reason.tolist()
    (1, ["has no 'text'"])
    """
    articles, problems = _read(list(sources), published)
    return Reading(articles, problem_table(problems))


def _read(source: object, published: object) -> tuple[pd.DataFrame, list[Problem]]:
    default = None if published is None else parse_day(published)
    if published is not None and default is None:
        raise UnreadableError(f"published={published!r} is no date", "Use ISO like 2021-12-29.")
    problems: list[Problem] = []
    drafts: list[Draft] = []
    for item in _items(source):
        (drafts if isinstance(item, Draft) else problems).append(item)
    rows = []
    unread: dict[str, list[Draft]] = {}
    for draft, name in _named(drafts, problems):
        day = parse_day(draft.published)
        if day is None and draft.published != "":
            unread.setdefault(draft.origin, []).append(draft)
        day = day or default
        if not looks_english(draft.text):
            advice = "dateline reads English; expect little from this one."
            problems.append(Problem(NOTED, "does not look English", advice, draft.origin, draft.line, name))
        rows.append(
            draft._asdict() | {"article": name, "published": day, "published_by": "given" if day else "none"}
        )
    problems += [_unread_dates(origin, drafts) for origin, drafts in unread.items()]
    return conform(pd.DataFrame(rows, dtype=object), "articles"), problems


def _items(source: object) -> Iterator[Draft | Problem]:
    """Take a source apart into drafts and problems, in its own order."""
    try:
        if isinstance(source, pd.DataFrame):
            yield from from_frame(source, "the frame", first_row=0)
        elif isinstance(source, Mapping):
            yield from_record(source, "", None)
        elif isinstance(source, str) and _ADDRESS.fullmatch(source.strip()):
            from dateline.reading.web import fetch

            yield fetch(source.strip())
        elif isinstance(source, str) and _is_text(source):
            yield Draft(name="", text=clean(source))
        elif isinstance(source, str | Path):
            yield from _from_paths(source)
        elif hasattr(source, "__iter__") and not isinstance(source, bytes):
            for item in source:
                yield from _items(item)
        else:
            raise UnreadableError(
                f"can't read a {type(source).__name__}", "Pass a path, text, records or a frame."
            )
    except UnreadableError as error:
        where = (
            str(source) if isinstance(source, str | Path) else "the frame" * isinstance(source, pd.DataFrame)
        )
        yield Problem(FAILED, error.reason, error.advice, where)


def _is_text(source: str) -> bool:
    """Tell pasted text from a path: it has lines or many words, and no such file is there."""
    if "\n" in source.strip() or "\0" in source or len(source) > 1000:
        return True
    if len(source.split()) < 5 or source.lower().endswith(TEXT_FILES + RECORD_FILES):
        return False
    try:
        return not Path(source).expanduser().exists() and not glob.glob(source, recursive=True)
    except (OSError, ValueError, RuntimeError, re.error):  # too long for a name, or no pattern
        return True


def _from_paths(source: str | Path) -> Iterator[Draft | Problem]:
    path = Path(source).expanduser()
    if not str(source).strip():
        raise UnreadableError("an empty source", "Pass a path, an address or the text of an article.")
    if path.is_dir():
        files = outside_outputs(sorted(file for file in path.rglob("*") if _wanted(file)), path)
        if not files and is_output(path):
            advice = "Name the folder of your articles, or one file of it, such as articles.csv."
            raise UnreadableError("was written by dateline itself", advice)
        if not files:
            endings = ", ".join(TEXT_FILES + RECORD_FILES)
            raise UnreadableError("is a folder without articles", f"Known endings are {endings}.")
    elif path.is_file():
        files = [path]
    elif glob.has_magic(str(path)):
        files = sorted(file for file in map(Path, glob.glob(str(path), recursive=True)) if file.is_file())
        files = [file for file in files if len(files) == 1 or not is_metadata(file)]
        files = files if len(files) == 1 else [file for file in files if not is_output(file.parent)]
        if not files:
            raise UnreadableError("no file fits this pattern", f"It was looked for in {Path.cwd().name}/.")
    else:
        raise UnreadableError(*missing_path(path))
    for file in files:
        yield from from_file(file)


def _wanted(file: Path) -> bool:
    hidden = file.name.startswith((".", "~"))
    known = file.suffix.lower() in TEXT_FILES + RECORD_FILES
    return (
        known and not hidden and file.is_file() and file.name.lower() != "readme.md" and not is_metadata(file)
    )


def _named(drafts: list[Draft], problems: list[Problem]) -> Iterator[tuple[Draft, str]]:
    """Give every draft an id of its own: its name, and a number behind it where the name is taken."""
    taken: dict[str, str] = {}
    last: dict[str, int] = {}
    for draft in drafts:
        base = draft.name or _slug(draft.title or draft.text)
        name = base
        if base in taken:
            if taken[base] == draft.text:
                reason = f"is the same article as '{base}' before it, and was left out"
                problems.append(Problem(NOTED, reason, "Nothing to do.", draft.origin, draft.line, base))
                continue
            number = last.get(base, 1) + 1
            while (name := f"{base}-{number}") in taken:
                number += 1
            last[base] = number
            if draft.name:
                reason = f"bears the id '{base}', which another article has; it is called '{name}' here"
                problems.append(
                    Problem(
                        NOTED, reason, "Give each article an id of its own.", draft.origin, draft.line, name
                    )
                )
        taken[name] = draft.text
        yield draft, name


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]{1,40}", text[:300].lower())
    return "-".join(words[:6]) or "article"


def parse_day(value: object) -> datetime.date | None:
    """Read a date in ISO or with its month spelled out; None where it can't be told for sure.

    Examples
    --------
    >>> parse_day("2021-12-29T18:00:00Z"), parse_day("29 December 2021"), parse_day("12/29/21")
    (datetime.date(2021, 12, 29), datetime.date(2021, 12, 29), None)
    """
    if isinstance(value, datetime.datetime):
        return None if pd.isna(value) else value.date()
    if isinstance(value, datetime.date):
        return value
    words = " ".join(str(value).split())
    try:
        if iso := _ISO.match(words):
            return datetime.date.fromisoformat(iso[1])
    except ValueError:
        return None
    for form in _PLAIN_DATES:
        try:
            return datetime.datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def _unread_dates(origin: str, drafts: list[Draft]) -> Problem:
    lines = [str(draft.line) for draft in drafts if draft.line is not None]
    where = f"rows {', '.join(lines[:8])}{', ...' if len(lines) > 8 else ''}; " if lines else ""
    counted = f"{len(drafts)} unreadable date" + "s" * (len(drafts) > 1)
    first = str(drafts[0].published)[:40]
    reason = f"'published' has {counted} ({where}first: {first!r}), taken as unknown"
    return Problem(NOTED, reason, "Use ISO like 2021-12-29.", origin)
