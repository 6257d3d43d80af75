"""Files, folders, pages, feeds, archives, tables and pasted text to articles; the only place that cleans.

The text of files with one article is cleaned; a record's text (.jsonl, .csv, .parquet, frames) stays as it
stands. Nothing is fetched unless the source is an address, or addresses are to be followed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dateline.problems import FAILED, Problem, UnreadableError, problem_table, warn_of
from dateline.reading.columns import checked
from dateline.reading.days import parse_day
from dateline.reading.gather import Wishes, drafts_of
from dateline.reading.naming import Names
from dateline.reading.rows import default_day, named, rows_of, told_once
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
    articles, problems = _read(source, published, Wishes(checked(columns), follow, private, progress=None))
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
    progress: bool | None = None,
) -> Reading:
    """Read articles from several sources and list what failed instead of warning of it.

    `published`, `columns`, `follow` and `private` are as in `read_articles`. `progress` shows a bar; left out, in a
    terminal or a notebook where there are many files or pages and it takes more than a moment.

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
    articles, problems = _read(list(sources), published, Wishes(checked(columns), follow, private, progress))
    return Reading(articles, problem_table(problems))


def _read(source: object, published: object, wishes: Wishes) -> tuple[pd.DataFrame, list[Problem]]:
    rows: list[dict] = []
    problems: list[Problem] = []
    for one in named(rows_of(drafts_of(source, wishes), default_day(published)), Names()):
        if isinstance(one, Problem):
            problems.append(one)
        else:
            rows.append(one)
    return conform(pd.DataFrame(rows, dtype=object), "articles"), told_once(problems)
