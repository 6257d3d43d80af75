"""The header of a table of articles: which columns it must have, and what is said of one that has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.problems import UnreadableError
from dateline.reading.columns import TEASERS, plain, taken_for
from dateline.reading.drafts import ONLY_ADDRESSES
from dateline.reading.sources import Source

_GDELT_COLUMNS = 61  # of an event table without a header


def header_of(row: list[str], source: Source) -> list[str]:
    """Read the first row of a table as its header.

    Raises
    ------
    UnreadableError
        It is empty, names a column twice, or no column may hold a text.
    """
    header = [column.strip().lstrip("\ufeff") for column in row]
    if not any(header):
        raise UnreadableError("is empty", "Put a header with 'text' and the articles in.")
    if len(header) >= _GDELT_COLUMNS - 3 and header[-1].startswith("http"):  # has no header, so no names
        raise UnreadableError(
            "is a table of GDELT events, which holds addresses and no texts",
            "Pass the addresses in its last column, as a list.",
        )
    check_once(filter(None, header))
    check_columns(header, source.wished, follow=source.follow)
    return header


def check_once(header: Iterable[str]) -> None:
    """Refuse a table of which two columns have one name.

    Raises
    ------
    UnreadableError
        Names the column.
    """
    twice = [column for column, count in Counter(header).items() if count > 1]
    if twice:
        raise UnreadableError(f"has the column {twice[0]!r} twice", "Give each column a name of its own.")


def check_columns(
    header: Iterable[object], wished: tuple[tuple[str, str], ...], *, follow: bool = False
) -> None:
    """Refuse a table without a column that may hold the text, or the addresses if these are to be followed.

    Raises
    ------
    UnreadableError
        Names the columns that there are.
    """
    names = [str(column) for column in header]
    has = f"it has: {', '.join(names[:12]) or 'none'}"
    for field, column in wished:
        if column not in names:
            raise UnreadableError(
                f"has no column {column!r} to take for {field} ({has})", "Name one of these."
            )
    columns = taken_for(tuple(names), wished)
    if columns["text"] or any(plain(name) in TEASERS for name in names):
        return
    if columns["url"]:
        if follow:
            return
        raise UnreadableError(
            f"is a list of addresses and holds no texts, as those of Media Cloud and GDELT ({has})",
            ONLY_ADDRESSES,
        )
    raise UnreadableError(
        f"has no column 'text' ({has})", 'Name the column that holds the article: columns={"text": "..."}.'
    )
