"""Entities and intervals in words a reader knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

_GENERATIONS = frozenset(("Jr", "Sr", "II", "III", "IV"))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def entity_names(entities: pd.DataFrame | None) -> dict[str, str]:
    """Map each entity id to its name."""
    if entities is None:
        return {}
    return dict(zip(entities["entity"], entities["name"], strict=True))


def entity_name(entity: str, names: dict[str, str], *, brief: bool = False) -> str:
    """Say an entity's name; from its id where no name is known; `brief` keeps a person's last name.

    >>> entity_name("person:joe-biden", {})
    'Joe Biden'
    >>> entity_name("person:ursula-von-der-leyen", {"person:ursula-von-der-leyen": "Ursula von der Leyen"}, brief=True)
    'von der Leyen'
    """
    kind, _, slug = entity.partition(":")
    name = names.get(entity) or slug.replace("-", " ").title() or entity
    if not brief or kind != "person":
        return name
    words = name.split()
    for at, word in enumerate(words[1:], start=1):
        if word.islower():
            return " ".join(words[at:])
    if len(words) > 2 and words[-1].rstrip(".") in _GENERATIONS:
        return " ".join(words[-2:])
    return words[-1] if words else entity


_SUFFIX = r"(?:,? (?:Jr|Sr)\.?,?| I{2,3}| IV)?"
_VERB = (  # auxiliaries and past forms; "G7 leaders met" is not G7's alone
    r"(?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|must|did|does|to|spoke|met|held|said|told"
    r"|gave|took|made|sent|began|left|went|won|lost|led|put|set|cut|hit|\w+ed)(?!\w)"
)
_TITLE = "(?:Secretary|Minister|President|Head|Chief) of "
_BEFORE = re.compile(r"(?:(?:[A-Z][\w.’'-]*,?|of|the|for|de|von|van|der|la) ){0,9}")


def without_actor(what: str, name: str) -> str:
    """Leave out of an event's words whoever stands in front of them: in that actor's lane it is known who acts.

    >>> without_actor("Secretary of State Antony J. Blinken spoke with Sergey Lavrov", "Antony Blinken")
    'spoke with Sergey Lavrov'
    >>> without_actor("President Joseph R. Biden, Jr. held a video call", "Joseph R. Biden Jr.")
    'held a video call'
    >>> without_actor("Secretary Blinken spoke", "Antony Blinken")
    'spoke'
    >>> without_actor("Blinken and Kuleba met", "Antony Blinken"), without_actor("G7 leaders met", "G7")
    ('Blinken and Kuleba met', 'G7 leaders met')
    """
    last, before = _last_word(name), _BEFORE.match(what)
    if not last or before is None:
        return what
    pattern = re.compile(rf"(?<!\w){re.escape(last)}{_SUFFIX} (?={_VERB})")
    found = pattern.search(what, 0, before.end() + len(last) + 8)
    return what[found.end() :] if found and found.start() <= before.end() else what


def _last_word(name: str) -> str:
    """Give the last word of a name, "Jr." and the like left out.

    >>> _last_word("Joseph R. Biden, Jr."), _last_word("Ursula von der Leyen")
    ('Biden', 'Leyen')
    """
    words = [word.rstrip(",") for word in name.split()]
    return next((word for word in reversed(words) if word.rstrip(".") not in _GENERATIONS), "")


def last_names(what: str, persons: Iterable[str]) -> str:
    """Call persons by their last name alone: "spoke with Foreign Minister Dmytro Kuleba" is "spoke with Kuleba".

    >>> last_names("spoke by phone with Ukrainian Foreign Minister Dmytro Kuleba", ["Dmytro Kuleba"])
    'spoke by phone with Kuleba'
    >>> last_names("met Secretary of State Antony J. Blinken for talks of Blinken", ["Antony Blinken"])
    'met Blinken for talks of Blinken'
    """
    for name in persons:
        if last := _last_word(name):
            before = rf"(?<![\w’'.-])(?:{_TITLE}|[A-Z][\w.-]* ){{1,8}}"
            what = re.sub(rf"{before}(?={re.escape(last)}(?!\w))", "", what)
    return what


def say_interval(first, last) -> str:
    """Say a closed interval of days in as few words as it needs; open ends are said as such.

    >>> say_interval(pd.Timestamp("2021-06-01"), pd.Timestamp("2021-06-30"))
    'Jun 2021'
    >>> say_interval(pd.Timestamp("2021-12-30"), pd.Timestamp("2021-12-30"))
    '30 Dec 2021'
    >>> say_interval(pd.Timestamp("2021-12-06"), pd.Timestamp("2021-12-12"))
    '6–12 Dec 2021'
    >>> say_interval(pd.NaT, pd.Timestamp("2022-01-13"))
    'to 13 Jan 2022'
    """
    if pd.isna(first) and pd.isna(last):
        return "no date"
    if pd.isna(first):
        return f"to {_day(last)}"
    if pd.isna(last):
        return f"from {_day(first)}"
    if first == last:
        return _day(first)
    next_day = last + pd.Timedelta(days=1)
    if first.day == 1 and next_day.day == 1:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(when) -> str:
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def _months(first, last) -> str:
    start, end = MONTHS[first.month - 1], MONTHS[last.month - 1]
    if first.year != last.year:
        return (
            f"{first.year}–{last.year}"
            if (first.month, last.month) == (1, 12)
            else f"{start} {first.year} – {end} {last.year}"
        )
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{start} {first.year}" if start == end else f"{start}–{end} {first.year}"


def worth_printing(rows: pd.DataFrame, least: float) -> pd.DataFrame:
    """Leave out rows that an editor would hardly print: those of less weight than `least`; all stay without one.

    Examples
    --------
    >>> worth_printing(pd.DataFrame({"what": ["met", "felt"], "weight": [0.9, 0.2]}), 0.5)["what"].tolist()
    ['met']
    """
    if "weight" not in rows:
        return rows
    return rows[(rows["weight"] >= least) | rows["weight"].isna()]
