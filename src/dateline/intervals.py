"""Calendar arithmetic: a TIMEX3 value, or a unit counted from a day, becomes a closed interval of days.

Nothing here knows any text. A value names a piece of the calendar: `2021`, `2021-06`, `2021-06-07`,
`2021-W23`, `2021-W23-WE`, `2021-Q2`, `2021-H1`, `2021-SU`, `198` (a decade), `19` (a century), and two
of them with a slash from the first day of one to the last day of the other. A time (`T...`) lies in its day.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_PIECE = re.compile(r"(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(?:-(WE|[1-7]))?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?\Z")


class Interval(NamedTuple):
    """A closed interval of days and the size of the piece of calendar that it came from."""

    first: date
    last: date
    grain: str


def interval_of(value: str) -> Interval | None:
    """Which days does a TIMEX3 value cover?

    Parameters
    ----------
    value
        A TIMEX3 calendar value. Winter of a year begins in its December; seasons are those of the
        northern hemisphere, by whole months.

    Returns
    -------
    Interval or None
        First and last day (closed) and grain; None when the value names no piece of the calendar
        (durations, sets, PAST_REF, values with X, days that do not exist).

    Examples
    --------
    >>> interval_of("2021-06")
    Interval(first=datetime.date(2021, 6, 1), last=datetime.date(2021, 6, 30), grain='month')
    >>> interval_of("P3D") is None
    True
    """
    value = value.partition("T")[0]
    if "/" in value:
        left, _, right = value.partition("/")
        ends = interval_of(left), interval_of(right)
        if ends[0] is None or ends[1] is None or ends[1].last < ends[0].first:
            return None
        return Interval(ends[0].first, ends[1].last, ends[1].grain)
    try:
        return _piece(value)
    except ValueError:
        return None


def _piece(value: str) -> Interval | None:
    if value.isascii() and value.isdigit() and len(value) in (2, 3):
        years = 100 if len(value) == 2 else 10
        begin = int(value) * years
        return Interval(
            date(max(begin, 1), 1, 1),
            date(begin + years - 1, 12, 31),
            "century" if years == 100 else "decade",
        )
    if not (value[:4].isascii() and value[:4].isdigit() and len(value) >= 4):
        return None
    rest, year = _PIECE.match(value, 4), int(value[:4])
    if rest is None:
        return None
    month, day, week, part, quarter, half, season = rest.groups()
    if day:
        return Interval(date(year, int(month), int(day)), date(year, int(month), int(day)), "day")
    if week:
        monday = date.fromisocalendar(year, int(week), 1)
        if part == "WE":
            return Interval(monday + timedelta(5), monday + timedelta(6), "weekend")
        if part:
            return Interval(monday + timedelta(int(part) - 1), monday + timedelta(int(part) - 1), "day")
        return Interval(monday, monday + timedelta(6), "week")
    if month:
        return months(year, int(month), 1, "month")
    if quarter:
        return months(year, 3 * int(quarter) - 2, 3, "quarter")
    if half:
        return months(year, 6 * int(half) - 5, 6, "half")
    if season:
        return months(year, SEASONS[season], 3, "season")
    return months(year, 1, 12, "year")


def months(year: int, month: int, count: int, grain: str) -> Interval:
    """Span `count` whole months from the first of the given month."""
    end = year * 12 + month - 2 + count
    end_year, end_month = divmod(end, 12)
    last = calendar.monthrange(end_year, end_month + 1)[1]
    return Interval(date(year, month, 1), date(end_year, end_month + 1, last), grain)


def value_of(day: date, grain: str) -> str:
    """Name the piece of calendar of the given grain in which a day lies.

    >>> value_of(date(2021, 1, 2), "week"), value_of(date(2021, 1, 2), "season")
    ('2020-W53', '2020-WI')
    """
    year = f"{day.year:04d}"
    if grain in ("week", "weekend", "fortnight"):
        iso = day.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if grain == "weekend" else "")
    if grain == "month":
        return f"{year}-{day.month:02d}"
    if grain == "quarter":
        return f"{year}-Q{(day.month + 2) // 3}"
    if grain == "half":
        return f"{year}-H{1 if day.month < 7 else 2}"
    if grain == "season":
        name = {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[day.month % 12 // 3]
        return f"{day.year - (day.month < 3):04d}-{name}"
    if grain in ("year", "decade", "century"):
        return year[: {"year": 4, "decade": 3, "century": 2}[grain]]
    return day.isoformat()


def shift(day: date, unit: str, count: int) -> date | None:
    """Count units from a day; the 31st falls back to the last day of a shorter month.

    Returns None outside the years 1 to 9999.

    >>> shift(date(2020, 2, 29), "year", -1), shift(date(2021, 1, 31), "month", 1)
    (datetime.date(2019, 2, 28), datetime.date(2021, 2, 28))
    """
    try:
        if unit in MONTHS:
            year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
            return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
        return day + timedelta(count * DAYS.get(unit, 7 if unit == "weekend" else 0))
    except (ValueError, OverflowError):
        return None


def weekday_near(anchor: date, weekday: int, direction: float) -> date:
    """Find the weekday (Monday is 0) at or before (-1), at or after (1) an anchor, or nearest to it (0).

    >>> weekday_near(date(2021, 12, 29), 3, 1)
    datetime.date(2021, 12, 30)
    """
    ahead = (weekday - anchor.weekday()) % 7
    if direction < 0 or (direction == 0 and ahead > 3):
        ahead -= 7 if ahead else 0
    return anchor + timedelta(ahead)


def nearest(anchor: date, days: Iterable[date], direction: float, against: float = 5.0) -> date:
    """Choose the day nearest to an anchor.

    A direction (-1 past, 1 future, or weaker ones between) makes the other side up to `against` times as
    far, so that a clear nearness still wins over the tense of a verb. On a tie the first day wins.
    """

    def cost(day: date) -> float:
        distance = (day - anchor).days
        return abs(distance) * (1 + (against - 1) * abs(direction) if distance * direction < 0 else 1)

    return min(days, key=cost)


def year_near(anchor: date, month: int, day: int, direction: float) -> int:
    """Choose the year of a month (day 0), or of a month and day, by `nearest`.

    >>> year_near(date(2021, 12, 29), 1, 0, 1), year_near(date(2021, 12, 29), 6, 0, -1)
    (2022, 2021)
    """
    # A whole month is measured from month to month, so that its length plays no part.
    start, within = (anchor, day) if day else (anchor.replace(day=1), 1)
    years = [year for year in range(anchor.year - 1, anchor.year + 2) if MINYEAR <= year <= MAXYEAR]
    days = [date(year, month, within) for year in years if within <= calendar.monthrange(year, month)[1]]
    against = 5.0 if day or abs(direction) < 1 else 14.0  # a month ahead is not told in the past
    return nearest(start, days, direction, against).year if days else anchor.year


_BY_MONTHS = ("half", "year", "decade", "century")
_PART_ENDS = {
    "early": (0, 1 / 2), "late": (1 / 2, 1), "mid": (1 / 4, 3 / 4), "start": (0, 1 / 3), "end": (2 / 3, 1),
}  # fmt: skip
# As news means them: half a month, or half a year, holds days that nobody calls early.
_OF_A_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, None)}
_OF_A_YEAR = {"early": (0, 1 / 4), "late": (3 / 4, 1)}


def part_of(whole: Interval, part: str) -> Interval:
    """Narrow an interval to a vague part of it.

    Of a month `early`, `mid` and `late` are its first ten days, the next ten and the rest; of a year `early` and
    `late` are its first and last quarter. Of anything else they are its halves; `mid` is the middle half, `start` and
    `end` are the first and last third. In months where the whole is half a year or longer, else in days.

    >>> part_of(interval_of("2022-01"), "early").last
    datetime.date(2022, 1, 10)
    >>> part_of(interval_of("2022"), "late").first
    datetime.date(2022, 10, 1)
    """
    if whole.grain == "month" and part in _OF_A_MONTH:
        day, until = _OF_A_MONTH[part]
        last = whole.last if until is None else whole.first.replace(day=until)
        return Interval(whole.first.replace(day=day), last, whole.grain)
    if whole.grain == "year" and part in _OF_A_YEAR:
        return _part_in_months(whole, *_OF_A_YEAR[part])
    if whole.grain in _BY_MONTHS:
        return _part_in_months(whole, *_PART_ENDS.get(part, (0, 1)))
    days = (whole.last - whole.first).days + 1
    begin, end = _PART_ENDS.get(part, (0, 1))
    first = whole.first + timedelta(int(days * begin))
    last = whole.first + timedelta(max(-int(-days * end // 1), 1) - 1)
    return Interval(first, last, whole.grain)


def _part_in_months(whole: Interval, begin: float, end: float) -> Interval:
    first = whole.first.year * 12 + whole.first.month - 1
    count = whole.last.year * 12 + whole.last.month - first
    step = 12 if count >= 120 else 1  # whole years of a decade
    start, stop = (first + step * math.ceil(round(count * part / step, 6)) for part in (begin, end))
    return months(start // 12, start % 12 + 1, stop - start, whole.grain)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Find the nth weekday (Monday is 0) of a month; nth -1 is the last one.

    >>> nth_weekday(2021, 11, 3, 4)
    datetime.date(2021, 11, 25)
    """
    if nth < 0:
        return weekday_near(months(year, month, 1, "month").last, weekday, -1) - timedelta(7 * (-nth - 1))
    return weekday_near(date(year, month, 1), weekday, 1) + timedelta(7 * (nth - 1))


def easter(year: int) -> date:
    """Find Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift_ = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * shift_ + 114, 31)
    return date(year, month, day + 1)
