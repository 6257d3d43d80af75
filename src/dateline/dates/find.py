"""Find the phrases of time in one article and count each from what it is told against."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from dateline.dates import clock, days, lengths, offsets, parts, periods, relative, repeated, years
from dateline.dates.grammar import grammar, rule_names
from dateline.dates.misreadings import misreading
from dateline.dates.phrase import Context, DatePhrase, Phrase, Reading, dated
from dateline.dates.pieces import pieces_of
from dateline.dates.tense import direction_at, is_of_a_noun
from dateline.dates.vocabulary import CLASS, SYMBOL
from dateline.intervals import shift, value_of
from dateline.language.tokens import Tokens

_READERS: dict[str, Callable[[Phrase, Context], Reading | None]] = {
    "set": repeated.repeated, "offset": offsets.offset, "before-last": offsets.before_last,
    "nth-weekday": offsets.weekday_of_month,
    "week-of-date": days.week_of, "part-of-day": days.part_of_day, "date": days.month_day,
    "iso-date": days.written, "slashed-date": days.written, "holiday": days.holiday, "named-day": days.named,
    "day-of-month": days.day_alone, "day-of-named-month": days.day_of_named_month,
    "short-date": days.month_day, "part-of-period": parts.part_of_period, "week-after": offsets.week_after,
    "weekday": days.weekday, "month-of-year": years.month_alone,
    "month": years.month_alone, "same-period": periods.same_period, "quarter": periods.quarter,
    "year-ago": periods.year_ago, "half": years.half, "today": relative.today, "ago": relative.ago,
    "later": relative.later, "weekend": relative.deictic, "season": years.season, "stretch": lengths.stretch,
    "century": years.century, "fiscal-year": years.year, "unit": relative.deictic,
    "spelled-year": years.spelled_year, "decade": years.decade, "duration": lengths.duration,
    "year-range": years.year_range, "year": years.year, "present": repeated.present, "past": repeated.past,
    "future": repeated.future, "time-of-day": clock.time_alone,
}  # fmt: skip
_ASIDE = ("caption", "credit")
_NEAR = 200  # characters, about a sentence
_LINKS = {SYMBOL[name] for name in ("to", "until", "through", "hyphen", "and", "or")}


def dates_in(tokens: Tokens, published: date | None = None) -> list[DatePhrase]:
    """Which expressions of time stand in one article, and which days do they mean?

    Parameters
    ----------
    tokens
        The parse of the article. Its text alone finds the phrases; tags and heads tell the tense around them.
    published
        The day of publication. Without it, phrases that count from it have no days.

    Returns
    -------
    list of DatePhrase
        In order of the text, without overlaps; first and last are closed, None when unknown.

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> found = dates_in(parse("They met on January 10. Talks followed two days later."), date(2022, 2, 1))
    >>> [(phrase.text, phrase.value, phrase.anchor) for phrase in found]
    [('January 10', '2022-01-10', 'published'), ('two days later', '2022-01-12', '2022-01-10')]
    """
    return _Story(tokens, published).read()


def left_out_in(tokens: Tokens, without: str = "") -> dict[tuple[int, int], str]:
    """List what looks like a date and is none: its characters [start, end), and the rule that says so."""
    story = _Story(tokens, None, without)
    story.read()
    return story.left_out


class _Story:
    """One reading of one article from its first phrase to its last, with what was told so far."""

    def __init__(self, tokens: Tokens, published: date | None, without: str = "") -> None:
        # At the very ends of the calendar there is no room to count.
        counts = published is not None and 10 < published.year < 9990
        self.tokens, self.published = tokens, published if counts else None
        self.symbols, self.spans = pieces_of(tokens.text)
        self.found: list[DatePhrase] = []
        self.without = without  # a rule of MISREADINGS that is switched off
        self.left_out: dict[tuple[int, int], str] = {}  # what is no date, by which rule
        self.told: Reading | None = None
        self.told_end = 0
        self.period: Reading | None = None
        self.stop = 0  # the piece after the last phrase

    def read(self) -> list[DatePhrase]:
        names = rule_names()
        for match in grammar().finditer(self.symbols):
            rule = names[int(str(match.lastgroup)[1:])]
            if rule != "age":
                self._read_match(rule, *match.span())
        return self.found

    def _read_match(self, rule: str, begin: int, stop: int) -> None:
        text = self.tokens.text
        start, end = self.spans[begin][0], self.spans[stop - 1][1]
        words = [text[s:e].lower() for s, e in self.spans[begin:stop]]
        after = text[slice(*self.spans[stop])].lower() if stop < len(self.spans) else ""
        phrase = Phrase(rule, words, [CLASS[symbol] for symbol in self.symbols[begin:stop]], after)
        if rule == "short-date" and days.is_counted(self.tokens, end):
            self._read_match("date", begin, stop - 1)  # "on 19 Nov 12 men met"
            return
        if rule == "duration" and words[0] == "about":  # the length is what follows
            self._read_match(rule, begin + 1, stop)
            return
        if by := misreading(phrase, self.tokens, start, end, self.without):
            self.left_out[start, end] = by
            return
        near = start - self.told_end < _NEAR
        context = Context(
            self.published,
            self.told,
            partial(_direction, self.tokens, start),
            partial(_is_of_a_noun, self.tokens, start),
            near,
            self.period,
        )
        if rule == "date-list":
            self._read_list(phrase, context, begin)
        else:
            reading = _read(phrase, context)
            if reading is not None:
                self._add(reading, rule, start, end, begin, context)
        self.stop = stop

    def _read_list(self, phrase: Phrase, context: Context, begin: int) -> None:
        """Read January 9 and 10: each day is a phrase; the month and the year stand with their neighbour."""
        at = [number for number, kind in enumerate(phrase.kinds) if kind in days.DAY_KINDS]
        month = next(number for number, kind in enumerate(phrase.kinds) if kind in years.MONTH_KINDS)
        for place, (number, day) in enumerate(zip(at, days.days_named(phrase), strict=True)):
            first = 0 if place == 0 else number
            last = len(phrase.words) - 1 if place == len(at) - 1 else number
            if place == 0 and month > number:
                first = number
            reading = days.day_of_month(phrase, context, day)
            if reading is not None:
                start, end = self.spans[begin + first][0], self.spans[begin + last][1]
                self._add(reading, "date", start, end, begin + first, context)

    def _add(self, reading: Reading, rule: str, start: int, end: int, begin: int, context: Context) -> None:
        reading = self._in_order(reading, rule, begin)
        whole = reading.interval
        self.found.append(
            DatePhrase(
                start, end, self.tokens.text[start:end], reading.type, reading.value, whole and whole.first,
                whole and whole.last, whole.grain if whole else "", reading.anchor, rule,
            )
        )  # fmt: skip
        self._end_period()
        # A photo caption stands outside the story: the text goes on counting from what it told before.
        if (
            reading.told
            and whole
            and reading.type in ("DATE", "TIME")
            and _part(self.tokens, start) != "caption"
        ):
            self.told, self.told_end = reading, end
            self.period = _period_after(rule, reading, self.period, context)
        elif reading.type == "DURATION":
            self.period = _period_after(rule, reading, self.period, context)

    def _end_period(self) -> None:
        """Give the period before a day that ends it its days: "the quarter ended Sept. 30"."""
        if len(self.found) < 2:
            return
        before, end = self.found[-2:]
        period = periods.ended_on(before, end, self.tokens.text[before.end : end.start])
        if period is not None:
            self.found[-2] = period

    def _in_order(self, reading: Reading, rule: str, begin: int) -> Reading:
        """Keep from A to B in order: B is not before A, and A takes the year that is said with B."""
        link = self.symbols[self.stop : begin]
        if not self.found or link not in _LINKS or rule not in ("date", "month", "month-of-year", "weekday"):
            return reading
        before = self.found[-1]
        if before.first is None or reading.interval is None or before.grain != reading.interval.grain:
            return reading
        if reading.anchor == "" and before.anchor == "published" and before.rule in ("date", "month"):
            self.found[-1] = _with_year_before(before, reading.interval.first)
        elif reading.anchor == "published" and reading.interval.first < before.first:
            if link in (SYMBOL["and"], SYMBOL["or"]):
                return reading
            if rule == "weekday":
                return dated((reading.interval.first + timedelta(7)).isoformat(), "published")
            later = shift(reading.interval.first, "year", 1)
            return dated(value_of(later, reading.interval.grain), "published") if later else reading
        return reading


def _with_year_before(phrase: DatePhrase, limit: date) -> DatePhrase:
    """Move a phrase into the last year in which it is not after a day."""
    if phrase.first is None:
        return phrase
    years_off = limit.year - phrase.first.year
    day = shift(phrase.first, "year", years_off)
    if day and day > limit:
        day = shift(phrase.first, "year", years_off - 1)
    if day is None:
        return phrase
    moved = dated(value_of(day, phrase.grain))
    return phrase._replace(value=moved.value, first=moved.days.first, last=moved.days.last, anchor="")


def _read(phrase: Phrase, context: Context) -> Reading | None:
    if phrase.rule not in ("time-of-date", "date-with-time"):
        return _READERS[phrase.rule](phrase, context)
    whole, phrase = phrase, clock.without_clock(phrase)
    if phrase.has(*years.MONTH_KINDS):
        day = days.month_day(phrase, context)
    elif phrase.has(*days.WEEKDAY_KINDS):
        day = days.weekday(phrase, context)
    elif phrase.has("dayunit"):
        day = relative.deictic(phrase, context)
    elif phrase.has("today"):
        day = relative.today(phrase, context)
    else:
        return clock.time_alone(whole, context)
    return clock.on_day(day, whole)


def _period_after(rule: str, reading: Reading, period: Reading | None, context: Context) -> Reading | None:
    """Tell which period the text reports on after a phrase: a quarter it names, or a year to date."""
    whole, published = reading.interval, context.published
    if rule == "quarter" and whole and whole.grain in ("quarter", "half"):
        # Figures of a quarter that still runs are not out yet, unless a fiscal quarter of that name has ended.
        if published and whole.last > published and (whole.first > published or context.direction() >= 0):
            return period
        return period if period and whole.last < period.days.first else reading
    if period and published and reading.value in ("P9M", "P6M", "P12M"):
        return dated(f"{published.year:04d}", "published")
    return period


def _part(tokens: Tokens, start: int) -> str:
    """Name the part of the article in which a character stands."""
    number = bisect_right(tokens.sentences, start, key=lambda sentence: sentence.start) - 1
    return tokens.sentences[number].part if number >= 0 else "body"


def _direction(tokens: Tokens, start: int) -> float:
    token = bisect_left(tokens.start, start)
    return direction_at(tokens, token) if token < len(tokens.start) else 0


def _is_of_a_noun(tokens: Tokens, start: int) -> bool:
    token = bisect_left(tokens.start, start)
    return token < len(tokens.start) and is_of_a_noun(tokens, token)
