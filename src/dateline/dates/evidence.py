"""What an article's own words tell of the day it was written: bounds of years, a season, weekdays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dateline.dates.context import token_at
from dateline.dates.phrase import DatePhrase
from dateline.dates.tense import direction_at
from dateline.dates.vocabulary import WEEKDAYS
from dateline.intervals import interval_of
from dateline.knowledge.officeholders import Holder, holders
from dateline.language.tokens import Tokens

# A day without its year is seldom told from farther away than eight months, a month not from more than ten.
_REACH = {"day": 240, "month": 300}
_TOP = 1000  # characters
_SLACK = 3  # days by which "will" and "on the 7th" may miss the day of publication
_GONE = frozenset("former ex late then one-time onetime future ex-president ex-premier vice deputy".split())


class Bound(NamedTuple):
    """Days between which an article was written, why, and the words that say so."""

    first: date
    last: date
    reason: str
    start: int
    end: int


def years_told(tokens: Tokens, phrases: list[DatePhrase]) -> list[Bound]:
    """Bound by full dates and years: not before what is told as past, not after what is told as ahead."""
    found = []
    for phrase in phrases:
        if (
            phrase.first is None
            or phrase.last is None
            or phrase.anchor
            or phrase.grain not in ("day", "month", "year")
        ):
            continue
        way = _sure_way(tokens, phrase)
        if way < 0:
            found.append(
                Bound(phrase.first, date.max, f"{phrase.text} is told as past", phrase.start, phrase.end)
            )
        elif way > 0:
            found.append(
                Bound(date.min, phrase.last, f"{phrase.text} is told as ahead", phrase.start, phrase.end)
            )
    return found


def _sure_way(tokens: Tokens, phrase: DatePhrase) -> float:
    """Tell whether a phrase is surely past (-1) or ahead (1): an adverbial of time beside a clear verb."""
    token = token_at(tokens, phrase.start)
    before = tokens.word[token - 1].lower() if token > 0 else ""
    if token < 0 or before not in ("in", "on", "since"):
        return 0
    return direction_at(tokens, token)


@cache
def _by_last_name() -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        found.setdefault(holder.person.split()[-1], []).append(holder)
    return found


def terms_named(tokens: Tokens, phrases: list[DatePhrase]) -> list[Bound]:
    """Bound by office-holders named in full with their title: "President Joe Biden" is not written before his term.

    Nor after it, if he is named so at the top of the article and not beside a year.
    """
    found, by_last = [], _by_last_name()
    dated = {
        tokens.sentence[token_at(tokens, p.start)]
        for p in phrases
        if p.first and not p.anchor and tokens.word
    }
    for token, word in enumerate(tokens.word):
        for person in dict.fromkeys(holder.person for holder in by_last.get(word, ())):
            names = person.split()
            begin = token - len(names) + 1
            if begin < 1 or tokens.word[begin : token + 1] != names:
                continue
            office = _office_before(tokens, begin)
            terms = [term for term in by_last[word] if term.person == person and term.office == office]
            if terms:
                first, last = min(term.first for term in terms), max(term.last for term in terms)
                if tokens.start[begin] > _TOP or tokens.sentence[begin] in dated:
                    last = date.max
                why = f"{person} is called {office}"
                found.append(Bound(first, last, why, tokens.start[begin], tokens.end[token]))
    return found


def _office_before(tokens: Tokens, begin: int) -> str:
    words = [word.lower() for word in tokens.word[max(0, begin - 4) : begin]]
    if any(word in _GONE for word in words):
        return ""
    if words[-3:] == ["secretary", "of", "state"] or words[-2:] == ["foreign", "minister"]:
        return "foreign minister"
    if words[-2:] == ["prime", "minister"] or words[-1:] == ["premier"]:
        return "prime minister"
    return words[-1] if words and words[-1] in ("president", "chancellor") else ""


def season_told(tokens: Tokens, phrases: list[DatePhrase]) -> tuple[set[tuple[int, int]], str]:
    """Find the days of the year on which the days without a year are past or ahead as they are told.

    Returns (month, day) pairs and the reason; none when not both past and ahead are told, or no day fits all.
    """
    allowed: set[tuple[int, int]] | None = None
    told, ways = [], set()
    for phrase in phrases:
        whole = _in_year(phrase, 2000)
        token = token_at(tokens, phrase.start)
        if whole is None or token < 0 or phrase.rule not in ("date", "month"):
            continue
        way = direction_at(tokens, token)
        if not way:
            continue
        reach = _REACH["day" if whole[0] == whole[1] else "month"]
        start = whole[0] if way < 0 else whole[1]
        near = {_month_day(start - way * timedelta(days)) for days in range(-_SLACK, reach)}
        ways.add(way)
        allowed = near if allowed is None else allowed & near
        told.append(f"{phrase.text} {'ahead' if way > 0 else 'past'}")
    return (allowed or set()) if len(ways) == 2 else set(), ", ".join(dict.fromkeys(told))


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day


def _in_year(phrase: DatePhrase, year: int) -> tuple[date, date] | None:
    if not phrase.value.startswith("XXXX-") or not phrase.value[5:7].isdecimal():
        return None
    whole = interval_of(f"{year:04d}{phrase.value[4:]}")
    return (whole.first, whole.last) if whole else None


def weekdays_fit(phrases: list[DatePhrase], begin: date, end: date) -> bool:
    """Tell whether weekdays that stand beside a month and day can fall on it near a window of days."""
    if (end - begin).days > 200:
        return True
    for phrase in phrases:
        word = phrase.text.split(",")[0].split()[0].lower().rstrip(".")
        if phrase.rule != "date" or word not in WEEKDAYS:
            continue
        days = [_in_year(phrase, year) for year in range(max(begin.year - 1, 1), min(end.year + 1, 9998) + 1)]
        near = [whole[0] for whole in days if whole and abs((whole[0] - begin).days) < 250]
        if near and not any(day.weekday() == WEEKDAYS[word] for day in near):
            return False
    return True
