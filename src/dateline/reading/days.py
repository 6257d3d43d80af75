"""Days as records, mails, feeds and pages write them; a day that could be read in two ways is not read.

ISO and its stamps, months spelled out, RFC 822 (mails, feeds), JavaScript's, GDELT's stamp, seconds and
milliseconds since 1970, and day and month in figures where other days of the same column prove their order.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

import pandas as pd

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:$|[T ]\d{2}:?\d{2}|Z|[+-]\d{2}:\d{2})")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:$|[T ,]\s?\d{1,2}:\d{2})")
_STAMP = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?Z?)?")
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d{1,9})?")
_WORDED = re.compile(
    r"(?:on |published:? |posted:? |date:? )?(?:at )?"
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?(?: [a-z]{2,5})?,? )?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? ?)?"
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?[ -]+(?P<m1>[a-z]{3,9})\.?,?[ -]+(?P<y1>\d{4})"
    r"|(?P<m2>[a-z]{3,9})\.? +(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?"
    r"(?: +\d{1,2}:\d{2}(?::\d{2})?(?: [a-z+0-9:]{2,9})?,?)? +(?P<y2>\d{4}))"
    r"(?P<rest>[^\n]{0,80})",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:[ ,]{0,3}(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)?"
_CLOCK = re.compile(
    r"\.?"
    + _WEEKDAY
    + r"(?:[T,;| -]{0,3}(?:at |@ ?)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d{1,9})?)?[ ,]{0,3}(?:[ap]\.?m\.?)?"
    r"[ ,]{0,3}(?:\(?(?:[A-Z]{1,5}|[A-Z][a-z]+ time)?\)?(?:[+-]\d{1,2}:?(?:\d{2})?)?\)?)?(?: ?\([A-Za-z ]{2,40}\))?"
    + _WEEKDAY
    + r"\.?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:$|[ T,]\s?\d{1,2}[:.]\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
DAY_FIRST, MONTH_FIRST = "day first", "month first"


def parse_day(value: object, order: str = "") -> datetime.date | None:
    """Read a day; None where it can't be told for sure.

    Parameters
    ----------
    value : object
        What a source gives: a date, a number of seconds or milliseconds since 1970 (UTC), or words.
    order : {"", "day first", "month first"}
        What other values of the same column prove of "03/04/2021" (see `order_of`).

    Returns
    -------
    date or None
        The day where the article was published, as it stands there: a zone moves nothing.

    Examples
    --------
    >>> parse_day("2021-12-29T18:00:00Z"), parse_day("Wed, 29 Dec 2021 18:00:00 GMT"), parse_day("12/29/2021")
    (datetime.date(2021, 12, 29), datetime.date(2021, 12, 29), datetime.date(2021, 12, 29))
    >>> parse_day("03/04/2021"), parse_day("03/04/2021", "day first")
    (None, datetime.date(2021, 4, 3))
    """
    if isinstance(value, datetime.datetime):
        return None if pd.isna(value) else value.date()
    if isinstance(value, datetime.date):
        return value
    if value is None or isinstance(value, bool) or value is pd.NaT:
        return None
    if hasattr(value, "item") and not isinstance(value, str):  # a number of numpy
        value = value.item()
    if isinstance(value, int | float):
        value = str(int(value)) if value == value and abs(value) < 1e17 else ""
    words = " ".join(str(value)[:200].split()).strip("\"' ")
    try:
        return _from_figures(words, order) or _from_words(words)
    except (ValueError, OverflowError):
        return None


def order_of(values: Iterable[object]) -> str:
    """Say which order of day and month the values of a column prove: "" where none or both.

    Examples
    --------
    >>> order_of(["03/04/2021", "29/04/2021"]), order_of(["03/04/2021"]), order_of(["13/01/2020", "01/13/2020"])
    ('day first', '', '')
    """
    proven = set()
    for value in values:
        if isinstance(value, str) and (found := _FIGURES.match(value.strip()[:40])):
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                proven.add(DAY_FIRST)
            elif second > 12 >= first:
                proven.add(MONTH_FIRST)
    return proven.pop() if len(proven) == 1 else ""


def in_figures(value: object) -> bool:
    """Say whether a day stands in figures whose order has to be proved by others.

    Examples
    --------
    >>> in_figures("03/04/2021"), in_figures("2021-04-03")
    (True, False)
    """
    return isinstance(value, str) and _FIGURES.match(value.strip()[:40]) is not None


def _from_figures(words: str, order: str) -> datetime.date | None:
    if found := _ISO.match(words):
        return datetime.date.fromisoformat(found[1])
    if found := _SLASHED.match(words):
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    if found := _STAMP.fullmatch(words):
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    if found := _EPOCH.fullmatch(words):
        seconds = int(found[1]) / (1000 if len(found[1]) > 10 else 1)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
    if found := _FIGURES.match(words):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if second > 12 or (order == MONTH_FIRST and first <= 12):
            return datetime.date(year, first, second)
        if first > 12 or order == DAY_FIRST or first == second:
            return datetime.date(year, second, first)
    return None


def _from_words(words: str) -> datetime.date | None:
    found = _WORDED.fullmatch(words)
    if not found or not _CLOCK.fullmatch(found["rest"]):
        return None
    month = (found["m1"] or found["m2"]).lower()
    short = month[:3]
    if short not in _MONTHS or not (month in _FULL or month in (short, "sept")):
        return None
    return datetime.date(
        int(found["y1"] or found["y2"]), _MONTHS.index(short) + 1, int(found["d1"] or found["d2"])
    )


_LABEL = re.compile(
    r"(?:first |originally )?(?:published|posted|date|dated|issued|released)(?: on| at)?[: ]\s?",
    re.IGNORECASE,
)


def day_line(text: str) -> datetime.date | None:
    """Give the day that a text names in a line of its own: "Published: 7 May 2024", or a bare date on top.

    None where there is none, or where several such lines differ.

    Examples
    --------
    >>> day_line("Rain in Oslo\\nPublished: 7 May 2024\\nIt rained."), day_line("Updated: 7 May 2024\\nRain.")
    (datetime.date(2024, 5, 7), None)
    """
    lines = [line.strip() for line in text[:3000].splitlines() if line.strip()]
    ends = [line.strip() for line in text[-600:].splitlines() if line.strip()][-3:]
    labelled, bare = set(), set()
    for number, line in enumerate(lines[:8] + ends):
        if len(line) > 80:
            continue
        label = _LABEL.match(line)
        day = parse_day(line[label.end() :] if label else line)
        if day and label:
            labelled.add(day)
        elif day and number < 4 and not line.isdigit():
            bare.add(day)
    found = labelled or bare
    return found.pop() if len(found) == 1 else None
