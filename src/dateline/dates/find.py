"""Find the phrases of time in one article and count each from what it is told against."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date
from functools import partial

from dateline.dates import absolute, relative, repeated
from dateline.dates.grammar import grammar, rule_names
from dateline.dates.phrase import Context, DatePhrase, Phrase, Reading
from dateline.dates.tense import direction_at
from dateline.dates.words import CLASS, pieces_of
from dateline.language.tokens import Tokens

_READERS: dict[str, Callable[[Phrase, Context], Reading | None]] = {
    "set": repeated.repeated, "iso-date": absolute.written, "slashed-date": absolute.written,
    "month-of-year": absolute.month_alone, "month": absolute.month_alone, "date": absolute.month_day,
    "quarter": relative.quarter, "half": absolute.half, "weekday": absolute.weekday, "today": relative.today,
    "ago": relative.ago, "later": relative.later, "weekend": relative.deictic, "season": absolute.season,
    "span-of-time": relative.span_of_time, "century": absolute.century, "unit": relative.deictic,
    "decade": absolute.decade, "fiscal-year": absolute.year, "duration": relative.duration,
    "year-range": absolute.year, "year": absolute.year, "present": repeated.present, "past": repeated.past,
    "future": repeated.future,
}  # fmt: skip


def dates_in(tokens: Tokens, published: date | None = None) -> list[DatePhrase]:
    """Which expressions of time stand in one article, and which days do they mean?

    Parameters
    ----------
    tokens
        The parse of the article. Only its text is needed to find phrases; tags and heads tell the tense.
    published
        The day of publication. Without it, phrases that count from it have no days.

    Returns
    -------
    list of DatePhrase
        In order of the text, without overlaps; first and last are closed, None when unknown.
    """
    text, found = tokens.text, []
    symbols, spans = pieces_of(text)
    names = rule_names()
    told: Reading | None = None
    comparing: Reading | None = None
    for match in grammar().finditer(symbols):
        begin, stop = match.span()
        rule = names[int(match.lastgroup[1:])]
        if rule == "age":
            continue
        words = [text[s:e].lower() for s, e in spans[begin:stop]]
        phrase = Phrase(rule, words, [CLASS[symbol] for symbol in symbols[begin:stop]])
        start, end = spans[begin][0], spans[stop - 1][1]
        context = Context(published, told, partial(_direction, tokens, start), comparing)
        reading = _read(phrase, context)
        if reading is None:
            continue
        days = reading.interval
        found.append(
            DatePhrase(
                start, end, text[start:end], reading.type, reading.value, days and days.first,
                days and days.last, days.grain if days else "", reading.anchor, rule,
            )
        )  # fmt: skip
        # A photo caption stands outside the story: the text goes on counting from what it told before.
        if reading.told and days and reading.type in ("DATE", "TIME") and _part(tokens, start) != "caption":
            told = reading
            if days.grain in ("quarter", "half"):
                comparing = reading
    return found


def _read(phrase: Phrase, context: Context) -> Reading | None:
    if phrase.rule in ("time-of-date", "date-with-time", "time-of-day"):
        return _clock_time(phrase, context)
    return _READERS[phrase.rule](phrase, context)


def _clock_time(phrase: Phrase, context: Context) -> Reading | None:
    """Read a time of day, on the day that stands beside it or else on an unknown day."""
    time = absolute.clock(phrase)
    if not time:
        return None
    if phrase.rule == "time-of-day":
        return Reading("TIME", f"XXXX-XX-XXT{time}", told=False)
    if phrase.has(*absolute.MONTH_KINDS):
        day = absolute.month_day(phrase, context)
    elif phrase.has(*absolute.WEEKDAY_KINDS):
        day = absolute.weekday(phrase, context)
    else:
        day = (relative.today if phrase.has("today") else relative.deictic)(phrase, context)
    if day is None:
        return None
    return day._replace(type="TIME", value=f"{day.value.partition('T')[0]}T{time}")


def _part(tokens: Tokens, start: int) -> str:
    """Name the part of the article in which a character stands."""
    number = bisect_right(tokens.sentences, start, key=lambda sentence: sentence.start) - 1
    return tokens.sentences[number].part if number >= 0 else "body"


def _direction(tokens: Tokens, start: int) -> int:
    token = bisect_left(tokens.start, start)
    if token >= len(tokens.start):
        return 0
    return direction_at(tokens, token)
