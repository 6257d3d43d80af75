"""Drafts to rows of the articles table: their day is read, and each gets an id of its own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.problems import FAILED, NOTED, Problem, UnreadableError
from dateline.reading.days import day_line, order_of, parse_day
from dateline.reading.drafts import Draft
from dateline.reading.english import looks_english
from dateline.reading.headline import with_headline
from dateline.reading.naming import Names

_TOLD_SINGLY = 5  # rows of one source with the same note; of more, the first and their number
_MOST_TAKEN = 20  # kinds of records in one source whose columns are told


class Row(NamedTuple):
    """A row of the articles table before its id is made unique, and what is to be noted of it."""

    values: dict
    title: str  # as the source gives it, to be named by
    origin: str
    line: int | None
    notes: tuple[Problem, ...] = ()


def default_day(published: object) -> datetime.date | None:
    """Read the day that the user gives for articles that bring none.

    Raises
    ------
    UnreadableError
        It is no date.
    """
    day = None if published is None else parse_day(published)
    if published is not None and day is None:
        raise UnreadableError(f"published={published!r} is no date", "Use ISO like 2021-12-29.")
    return day


def rows_of(
    found: Iterable[Draft | Problem],
    default: datetime.date | None = None,
    orders: Mapping[str, str] | None = None,
) -> list[Row | Problem]:
    """Read the days of drafts and note what deserves a look; problems are handed on.

    Parameters
    ----------
    found : iterable of Draft or Problem
    default : date, optional
        For those that bring none.
    orders : mapping, optional
        Which order of day and month the dates of a source prove, where these drafts are only some of it.
    """
    found = list(found)
    drafts = [one for one in found if isinstance(one, Draft)]
    orders = _orders(drafts) | dict(orders or {})
    rows: list[Row | Problem] = [one for one in found if isinstance(one, Problem)]
    unread: dict[str, list[Draft]] = {}
    for draft in drafts:
        day = parse_day(draft.published, orders.get(draft.origin, ""))
        if day is None and draft.published != "":
            unread.setdefault(draft.origin, []).append(draft)
        rows.append(_row(draft, day, default))
    rows += [_unread_dates(origin, drafts) for origin, drafts in unread.items()]
    return rows + _taken(drafts)


def _row(draft: Draft, day: datetime.date | None, default: datetime.date | None) -> Row:
    notes = [*draft.notes]
    by = "given" if day else "none"
    if day is None and (day := day_line(draft.text)):
        by = "text"
        if default and day != default:
            notes.insert(0, _says_otherwise(day, default))
    elif day is None and default:
        day, by = default, "given"
    if not looks_english(draft.text):
        notes.append(("does not look English", "dateline reads English; expect little from this one."))
    told = tuple(Problem(NOTED, *note, draft.origin, draft.line) for note in notes)
    values = {name: value for name, value in draft._asdict().items() if name not in _ASIDE}
    text, start = with_headline(draft.text, draft.title)
    values |= {"article": draft.name, "published": day, "published_by": by, "text": text, "text_start": start}
    return Row(values, draft.title, draft.origin, draft.line, told)


_ASIDE = ("name", "origin", "line", "taken", "notes", "follow")  # of a draft, and no columns


def named(rows: Iterable[Row | Problem], names: Names) -> Iterator[dict | Problem]:
    """Give every row an id of its own; the same article under the same id is left out, and that is noted."""
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        given = row.values["text"][row.values["text_start"] :]
        name, notes = names.admit(row.values["article"], given, row.title)
        for note in notes:
            yield Problem(NOTED, *note, row.origin, row.line, name or row.values["article"])
        if name:
            yield from (note._replace(article=name) for note in row.notes)
            yield row.values | {"article": name}


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Fold notes that many rows of one source share: the first with the number of all."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alone = problem.kind == FAILED or problem.line is None
        key = (str(id(problem)), "", "") if alone else (problem.source, problem.reason, problem.advice)
        groups.setdefault(key, []).append(problem)
    told = []
    for alike in groups.values():
        if len(alike) <= _TOLD_SINGLY:
            told += alike
        else:
            told.append(alike[0]._replace(reason=f"{alike[0].reason} (so are {len(alike) - 1} more rows)"))
    return told


def _orders(drafts: list[Draft]) -> dict[str, str]:
    """Say for each source which order of day and month its dates prove."""
    dates: dict[str, list[object]] = {}
    for draft in drafts:
        if isinstance(draft.published, str) and draft.published:
            dates.setdefault(draft.origin, []).append(draft.published)
    return {origin: order_of(values) for origin, values in dates.items()}


def _says_otherwise(day: datetime.date, default: datetime.date) -> tuple[str, str]:
    reason = f"says itself that it was published on {day}, which was kept, and not published={default}"
    return reason, f'If the text is wrong, pass it as {{"text": ..., "published": "{default}"}}.'


def _taken(drafts: list[Draft]) -> list[Problem]:
    """Tell once for each source which columns were taken for what."""
    told = dict.fromkeys((draft.origin, draft.taken) for draft in drafts if draft.taken)
    advice = 'If that is wrong, name them: columns={"text": "..."}, or --column text=...'
    return [Problem(NOTED, f"took {taken}", advice, origin) for origin, taken in list(told)[:_MOST_TAKEN]]


def _unread_dates(origin: str, drafts: list[Draft]) -> Problem:
    lines = [str(draft.line) for draft in drafts if draft.line is not None]
    where = f"rows {', '.join(lines[:8])}{', ...' if len(lines) > 8 else ''}; " if lines else ""
    counted = f"{len(drafts)} unreadable date" + "s" * (len(drafts) > 1)
    first = str(drafts[0].published)[:40]
    reason = f"'published' has {counted} ({where}first: {first!r}), taken as unknown"
    return Problem(NOTED, reason, "Use ISO like 2021-12-29.", origin)
