"""When was an article published, if nobody says so: what its own words tell, and how surely.

A line that gives the day decides. Else the years told as past or ahead and the terms of the office-holders named
bound the years; a dateline, or the days told as past and as ahead, bound the season; and weekdays that stand beside
dates rule years out. What remains is a list of intervals, often wide: a wrong narrow answer is worse.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from dateline.dates.evidence import season_told, terms_named, weekdays_fit, years_told
from dateline.dates.find import dates_in
from dateline.dates.phrase import DatePhrase
from dateline.language.tokens import Tokens

_LABEL = re.compile(
    r"\b(published|posted|updated|modified|filed|issued|released|date|created)\b[^\n.]{0,24}\Z", re.IGNORECASE
)
_LINE_END = re.compile(r"[ \t]*(?:(?:,|at|-|–)?[ \t]*\d{1,2}[:.]\d\d[^\n]{0,20})?(?:\n|\Z)")
_PLACE = r"[A-Z][A-Z.'’-]+(?:[ ,/]{1,3}[A-Za-z][A-Za-z.'’-]{0,20}){0,4}"
_DATELINE = re.compile(rf"(?:\A|\n)[ \t]*{_PLACE}[,:]?[ \t]+(?:\([A-Za-z]{{2,12}}\),?[ \t]*)?\Z")
_DATELINE_END = re.compile(r"\.?,?[ \t]*(?:\([^()\n]{2,30}\)|/[^/\n]{2,20}/|--|–|—|-)")
# The day before the place ("2023-06-12 OSLO - "), or before the story alone.
_PLACE_AFTER = re.compile(rf"[,:]?[ \t]+{_PLACE}[ \t]*(?:\([A-Za-z]{{2,12}}\))?[ \t]*(?::|--|–|—|-)")
_STORY_AFTER = re.compile(r"[ \t]*(?::|--|–|—|[ \t]-)[ \t]+[A-Z“\"]")
_DAY_LINES = re.compile(r"^\d{4}-\d\d-\d\d\b", re.MULTILINE)
# Days of the year cut only years that are bounded this closely on both sides.
_YEARS_CUT = 40


class PublishedCandidate(NamedTuple):
    """Days [first, last] on which an article may have been published, why, and the words that say so."""

    first: date
    last: date
    reason: str
    start: int
    end: int


def infer_published(tokens: Tokens) -> list[PublishedCandidate]:
    """When may an article have been published, by its own words?

    Parameters
    ----------
    tokens
        The parse of the article.

    Returns
    -------
    list of PublishedCandidate
        Closed intervals in order of time, each with its reason; [] when the text tells nothing. One
        candidate of one day is an answer; several or long ones only bound it. An end that nothing
        bounds is `date.min` or `date.max`.

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> [candidate] = infer_published(parse("OSLO, May 4, 2019 (NTB) - The bridge was opened again."))
    >>> candidate.first, candidate.reason
    (datetime.date(2019, 5, 4), 'dateline May 4, 2019')
    """
    phrases = dates_in(tokens, None)
    said = _said_outright(tokens.text, phrases)
    if said:
        return [said]
    bounds = years_told(tokens, phrases) + terms_named(tokens, phrases)
    if not bounds:
        return []
    low = max(bounds, key=lambda bound: bound.first)
    high = min(bounds, key=lambda bound: bound.last)
    first, last = low.first, high.last
    if first > last:
        return []
    days, season = _season(tokens, phrases)
    reasons = dict.fromkeys((*(bound.reason for bound in (low, high)), *([season] if days else [])))
    return [
        PublishedCandidate(begin, end, "; ".join(reasons), low.start, low.end)
        for begin, end in _windows(first, last, days)
        if weekdays_fit(phrases, begin, end)
    ]


def inferred_day(tokens: Tokens) -> date | None:
    """Give the day of publication that an article's own words leave open to no doubt, else None."""
    candidates = infer_published(tokens)
    if len(candidates) == 1 and candidates[0].first == candidates[0].last:
        return candidates[0].first
    return None


def _season(tokens: Tokens, phrases: list[DatePhrase]) -> tuple[set[tuple[int, int]], str]:
    for phrase in phrases[:3]:
        if phrase.value.startswith("XXXX-") and phrase.rule == "date" and _in_dateline(tokens.text, phrase):
            day = date(2000, int(phrase.value[5:7]), int(phrase.value[8:10]))
            next_day = day + timedelta(1)
            return {(day.month, day.day), (next_day.month, next_day.day)}, f"dateline {phrase.text}"
    return season_told(tokens, phrases)


def _windows(first: date, last: date, days: set[tuple[int, int]]) -> list[tuple[date, date]]:
    """Cut [first, last] into the runs of days whose month and day are allowed; no days allow all."""
    if not days or (last - first).days > 366 * _YEARS_CUT:
        return [(first, last)]
    found: list[tuple[date, date]] = []
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        if (day.month, day.day) in days:
            if found and found[-1][1] == day - timedelta(1):
                found[-1] = (found[-1][0], day)
            else:
                found.append((day, day))
    return found


def _said_outright(text: str, phrases: list[DatePhrase]) -> PublishedCandidate | None:
    """Find a day after "Published:", on a line of its own near the top, or in the dateline."""
    updated = None
    for phrase in phrases:
        if phrase.first is None or phrase.first != phrase.last or phrase.anchor or phrase.grain != "day":
            continue
        line = text[max(0, phrase.start - 80) : phrase.start].rpartition("\n")[2]
        label, reason = _LABEL.search(line), ""
        if label:
            reason = f"{label.group(1).lower()}: {phrase.text}"
        elif (
            not line.strip()
            and phrase.start < 800
            and (
                _LINE_END.match(text, phrase.end)
                or (phrase.text[:1].isalpha() and phrase.text.count(",") > 1)
            )
        ):
            reason = f"on a line of its own: {phrase.text}"
        elif _in_dateline(text, phrase):
            reason = f"dateline {phrase.text}"
        if not reason:
            continue
        found = PublishedCandidate(phrase.first, phrase.last, reason, phrase.start, phrase.end)
        if not label or label.group(1).lower() not in ("updated", "modified"):
            return found
        updated = updated or found  # "published" may still follow
    return updated


def _in_dateline(text: str, phrase: DatePhrase) -> bool:
    """Tell whether a phrase stands in a dateline: after a place in capitals, before an agency or a dash."""
    if phrase.start > 1500:
        return False
    begin = text.rfind("\n", 0, phrase.start) + 1
    if phrase.start - begin > 80:
        return False
    if phrase.start == begin and phrase.start < 300:
        opens = _PLACE_AFTER.match(text, phrase.end)
        alone = phrase.rule == "iso-date" and len(_DAY_LINES.findall(text, 0, 20_000)) == 1  # no chronology
        if opens or (alone and _STORY_AFTER.match(text, phrase.end)):
            return True
    return bool(_DATELINE.match(text[begin : phrase.start]) and _DATELINE_END.match(text, phrase.end))
