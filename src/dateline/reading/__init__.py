"""Files, folders, pages, feeds, archives, tables and pasted text to articles; the only place that cleans.

The text of files with one article is cleaned; a record's text (.jsonl, .csv, .parquet, frames) stays as it
stands. Nothing is fetched unless the source is an address, or addresses are to be followed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dateline.problems import FAILED, NOTED, Problem, UnreadableError, problem_table, warn_of
from dateline.reading.columns import checked
from dateline.reading.days import day_line, order_of, parse_day
from dateline.reading.drafts import Draft
from dateline.reading.english import looks_english
from dateline.reading.gather import Wishes, drafts_of
from dateline.reading.headline import with_headline
from dateline.reading.naming import named
from dateline.tables import conform

__all__ = ["Reading", "parse_day", "read_articles", "read_sources"]


class Reading(NamedTuple):
    """What was read, and what was not or needs a look."""

    articles: pd.DataFrame
    problems: pd.DataFrame


def read_articles(
    source: object,
    *,
    published: object = None,
    columns: Mapping[str, str] | None = None,
    follow: bool = False,
    private: bool = False,
) -> pd.DataFrame:
    """Read articles from whatever holds them.

    Parameters
    ----------
    source : path, str, dict, DataFrame or list of these
        A file (text, page, Word, mail, CSV, Excel, Parquet, JSON, feed, export of a news archive, zip, ...:
        docs/reading.md lists them), a folder, a pattern such as "news/*.txt", an address, pasted text
        (several words or lines), a record {"id", "text", "published", "title", "url", "source"}, or a frame.
        A file articles.csv beside text files gives their titles, dates, sections and sources.
    published : date or str, optional
        Publication date of the articles that bring none, such as "2021-12-29".
    columns : mapping, optional
        Which column or key holds what, such as {"text": "content"}; else the usual names are known.
    follow : bool
        Read the pages at the addresses of a feed or list whose rows hold only teasers.
    private : bool
        Allow addresses inside the own network, such as http://localhost:8000/.

    Returns
    -------
    DataFrame
        The table `articles`, one row each, in order of the source (files by name): article (id or file
        name without ending), title, published (NaT where unknown), published_by ("given" by the source or
        `published`, "text" where a line of the text names the day, or "none"), dateline, section, source,
        url, text_start, text. The text is frozen: all offsets count from it. A title that the text does not
        have is its headline, before the character text_start at which the text begins as it was given.

    Warns
    -----
    ProblemWarning
        Where an input was left out or deserves a look; `read_sources` gives these as a table.

    Raises
    ------
    UnreadableError
        A ValueError: nothing at all could be read, `published` is no date, or `columns` names no field.

    Examples
    --------
    >>> read_articles("The ministers met in Oslo on Monday.", published="2021-12-29").published_by.tolist()
    ['given']
    """
    articles, problems = _read(source, published, Wishes(checked(columns), follow, private))
    failed = [problem for problem in problems if problem.kind == FAILED]
    if articles.empty and failed:
        more = f" ({len(failed) - 1} more inputs failed)" if len(failed) > 1 else ""
        where = failed[0].where()
        raise UnreadableError(f"read_articles: {where}{failed[0].reason}{more}", failed[0].advice)
    warn_of(problems, "read_articles")
    return articles


def read_sources(
    *sources: object,
    published: object = None,
    columns: Mapping[str, str] | None = None,
    follow: bool = False,
    private: bool = False,
) -> Reading:
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
    articles, problems = _read(list(sources), published, Wishes(checked(columns), follow, private))
    return Reading(articles, problem_table(problems))


def _read(source: object, published: object, wishes: Wishes) -> tuple[pd.DataFrame, list[Problem]]:
    default = None if published is None else parse_day(published)
    if published is not None and default is None:
        raise UnreadableError(f"published={published!r} is no date", "Use ISO like 2021-12-29.")
    problems: list[Problem] = []
    drafts: list[Draft] = []
    for item in drafts_of(source, wishes):
        (drafts if isinstance(item, Draft) else problems).append(item)
    orders = _orders(drafts)
    rows = []
    unread: dict[str, list[Draft]] = {}
    for draft, name in named(drafts, problems):
        day = parse_day(draft.published, orders.get(draft.origin, ""))
        if day is None and draft.published != "":
            unread.setdefault(draft.origin, []).append(draft)
        by = "given" if day else "none"
        if day is None and (day := day_line(draft.text)):
            by = "text"
            if default and day != default:
                problems.append(_says_otherwise(draft, name, day, default))
        elif day is None and default:
            day, by = default, "given"
        notes = [*draft.notes]
        if not looks_english(draft.text):
            notes.append(("does not look English", "dateline reads English; expect little from this one."))
        problems += [Problem(NOTED, *note, draft.origin, draft.line, name) for note in notes]
        text, start = with_headline(draft.text, draft.title)
        told = {"article": name, "published": day, "published_by": by, "text": text, "text_start": start}
        rows.append(draft._asdict() | told)
    problems += [_unread_dates(origin, drafts) for origin, drafts in unread.items()]
    problems += _taken(drafts)
    return conform(pd.DataFrame(rows, dtype=object), "articles"), _told_once(problems)


def _orders(drafts: list[Draft]) -> dict[str, str]:
    """Say for each source which order of day and month its dates prove."""
    dates: dict[str, list[object]] = {}
    for draft in drafts:
        if isinstance(draft.published, str) and draft.published:
            dates.setdefault(draft.origin, []).append(draft.published)
    return {origin: order_of(values) for origin, values in dates.items()}


def _says_otherwise(draft: Draft, name: str, day: object, default: object) -> Problem:
    reason = f"says itself that it was published on {day}, which was kept, and not published={default}"
    advice = f'If the text is wrong, pass it as {{"text": ..., "published": "{default}"}}.'
    return Problem(NOTED, reason, advice, draft.origin, draft.line, name)


def _taken(drafts: list[Draft]) -> list[Problem]:
    """Tell once for each source which columns were taken for what."""
    told = dict.fromkeys((draft.origin, draft.taken) for draft in drafts if draft.taken)
    advice = 'If that is wrong, name them: columns={"text": "..."}, or --column text=...'
    return [Problem(NOTED, f"took {taken}", advice, origin) for origin, taken in list(told)[:20]]


def _told_once(problems: list[Problem], most: int = 5) -> list[Problem]:
    """Fold notes that many rows of one source share: the first with the number of all."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        whole = problem.kind == FAILED or problem.line is None
        key = (problem.source, problem.reason, problem.advice) if not whole else (str(id(problem)), "", "")
        groups.setdefault(key, []).append(problem)
    told = []
    for alike in groups.values():
        if len(alike) <= most:
            told += alike
        else:
            told.append(alike[0]._replace(reason=f"{alike[0].reason} (so are {len(alike) - 1} more rows)"))
    return told


def _unread_dates(origin: str, drafts: list[Draft]) -> Problem:
    lines = [str(draft.line) for draft in drafts if draft.line is not None]
    where = f"rows {', '.join(lines[:8])}{', ...' if len(lines) > 8 else ''}; " if lines else ""
    counted = f"{len(drafts)} unreadable date" + "s" * (len(drafts) > 1)
    first = str(drafts[0].published)[:40]
    reason = f"'published' has {counted} ({where}first: {first!r}), taken as unknown"
    return Problem(NOTED, reason, "Use ISO like 2021-12-29.", origin)
