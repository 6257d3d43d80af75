"""The names of rules, classes and kinds, as a reader says them."""

from __future__ import annotations

from typing import Any

import pandas as pd

DATE_RULES = {
    "date": "a day written out", "iso-date": "a day in figures", "slashed-date": "a day in figures",
    "day-of-month": "a day of the month told before", "week-of-date": "the week of a day",
    "part-of-day": "a part of a day", "date-list": "one of several days in a row", "month": "a month",
    "month-of-year": "a month with its year", "season": "a season, by whole months", "year": "a year",
    "year-range": "from one year to another", "spelled-year": "a year in words", "decade": "ten years",
    "century": "a hundred years", "half": "half a year", "weekday": "a weekday: the nearest that the verb allows",
    "weekend": "a weekend", "holiday": "a holiday, by reckoning", "named-day": "a day with a name of its own",
    "nth-weekday": "a weekday counted within a month", "offset": "counted from a weekday or a holiday",
    "before-last": "the one before the last", "today": "counted from the day of publication",
    "unit": "a whole day, week, month or year", "ago": "counted back", "stretch": "a stretch up to now",
    "later": "counted on from what was told before", "quarter": "a quarter of the calendar",
    "year-ago": "the same time a year before", "same-period": "the same period of another year",
    "fiscal-year": "a fiscal year, read as the calendar's", "time-of-day": "a time of day",
    "time-of-date": "a time on a day", "date-with-time": "a day with its time", "duration": "a length of time, no day",
    "set": "something that comes again and again, no single day", "age": "an age",
    "short-date": "a day written short", "day-of-named-month": "a day of this, the last or the next month",
    "part-of-period": "a part of a year or month", "week-after": "a week or two from a day",
    "present": "the present, without a day", "past": "the past, without a day", "future": "the future, without a day",
}  # fmt: skip
QUOTE_RULES = {
    "cue_after": "the words stand before who says so", "cue_before": "who says so stands before the words",
    "lead_in": "a line before them leads in", "colon": "they follow a name and a colon",
    "label": "they follow the name of a speaker, as in a transcript", "signature": "a name behind a dash signs them",
    "goes_on": "words between marks go on after somebody's words", "clause": "a clause tells what was said",
    "word_order": "the order of words tells who says so", "infinitive": "an infinitive tells what was said",
    "object": "the object tells what was said", "preposition": "what was spoken about or of",
    "noun": "a noun of saying, such as promise or claim", "adjective": "an adjective of saying or thinking",
    "according": "according to somebody", "seeming": "how something seems to somebody",
    "marks": "words between marks within a statement", "subject": "words between marks of the subject's",
    "phrase": "words between marks that somebody is said to think or to be",
    "neighbour": "the sentence before tells of the speaker", "last_speaker": "the one who spoke last goes on",
    "echo": "a headline repeats words of the text", "unread": "words between marks whose speaker was not found",
}  # fmt: skip
MENTION_RULES = {
    "title within it": "a title stands before a name of a person",
    "owner": "it owns the name behind it", "noun it ends in": "the noun it ends in says what it is",
    "initials": "initials and the surname behind them are one name",
    "fields of a ministry": "the last field of a ministry belongs to its name",
    "hyphenated given name": "a family name with a given name tied by a hyphen",
    "mark in a firm's name": "a verb follows the mark, so nothing is owned: it belongs to the name",
    "paper that tells": "a paper called by one word, that tells or is told", "pair": "a hyphen ties it to a name",
    "team": "it plays in a report on sport", "table of standings": "a row of a table in a report on sport",
    "lexicon": "a list of countries, nationalities and well-known bodies has it",
    "named elsewhere": "the article names it elsewhere",
    "acronym in brackets": "a name and, in brackets, the letters it begins with",
    "government of a land": "the word government beside a land, its capital or its nationality",
    "land told of": "the word government alone, where the article tells of one land far more often than of any other",
    "body of a land": "police, troops or another body beside the land or town that they are of",
    "spoken for": "a spokesman or chief says it of the body in whose name they speak",
    "beside the name": "it stands beside the name and says what they are",
    "within another's name": "it is a part of another's name, and the article names it by itself too",
    "role told of them": "the article tells that role of them",
    "leader of the land": "the article tells of them an office that leads that land",
    "in office that day": "a list of office-holders has who held the office on the day of publication",
    "speaks on": "who spoke in the sentence before goes on",
    "says of himself": "who says it is told of: Roe, who says he will leave",
    "so called": "the words are their only fit in the article",
    "likeliest": "weighed against everybody named nearby, by distance, role, number and gender",
    "speaker of the words": "I, me and my are whoever speaks the words",
    "body spoken for": "we, us and our are the body that speaks, or that the speaker heads or speaks for",
    "blamed": "whom one blames, praises or punishes for a deed did it",
}  # fmt: skip
FORMS = {
    "name": "the name itself",
    "short": "a part or another spelling of the name",
    "title": "words that say what the person is",
    "nominal": "a description or a nationality",
    "pronoun": "a pronoun",
}
STATUSES = {
    "happened": "the words tell it as done",
    "ongoing": "the words tell it as lasting",
    "planned": "it was still to come, or a plan",
    "hypothetical": "it is only possible: may, could, if, a wish or a question",
    "denied": "it is denied, or did not come about",
}
CLASSES = {
    "OCCURRENCE": "something that happens", "STATE": "a state", "I_ACTION": "an act that points to another",
    "I_STATE": "a thought or wish that points to another event", "REPORTING": "somebody says something",
    "PERCEPTION": "somebody sees or hears", "ASPECTUAL": "something begins, goes on or ends",
}  # fmt: skip
TYPES = {
    "AID": "gives help", "RETREAT": "withdraws, releases or resigns", "COOPERATE": "works together",
    "CONCEDE": "yields or permits", "SUPPORT": "praises, defends or recognises",
    "AGREE": "agrees or promises", "CONSULT": "meets or talks", "REQUEST": "asks or demands",
    "ACCUSE": "criticises or blames", "REJECT": "refuses or denies", "THREATEN": "threatens or warns",
    "PROTEST": "protests", "SANCTION": "breaks off or imposes sanctions", "MOBILIZE": "moves or trains troops",
    "COERCE": "arrests, bans or seizes", "ASSAULT": "attacks or fights",
}  # fmt: skip
_DOERS = {
    "@told": "a clause says what is said", "@crowd": "a crowd does it", "@people": "many people do it",
    "@official": "somebody who speaks for a state does it",
}  # fmt: skip
BY_HAND = "A line of your corrections says so."
KINDS = {"PERSON": "person", "ORG": "organisation", "PLACE": "place", "MISC": "other name"}


def say_day(day: Any) -> str:
    """A day as a reader writes it.

    >>> say_day(pd.Timestamp("2021-12-09"))
    '9 December 2021'
    """
    if day is None or pd.isna(day):
        return ""
    day = pd.Timestamp(day)
    return f"{day.day} {day:%B %Y}"


def say_days(first: Any, last: Any) -> str:
    """A closed interval of days, "" where neither end is known.

    >>> say_days(pd.Timestamp("2021-06-01"), pd.Timestamp("2021-06-30"))
    '1 to 30 June 2021'
    """
    begin, end = say_day(first), say_day(last)
    if begin == end or not begin or not end:
        return begin or end
    for rest in (begin.partition(" ")[2], begin[-5:]):  # the month and year, or the year, need no repeating
        if end.endswith(rest):
            return f"{begin.removesuffix(rest).strip()} to {end}"
    return f"{begin} to {end}"


def in_brief(first: Any, last: Any) -> str:
    """A closed interval of days; a whole month or year by its name.

    >>> in_brief(pd.Timestamp("2021-06-01"), pd.Timestamp("2021-06-30"))
    'June 2021'
    """
    if pd.isna(first) or pd.isna(last):
        return say_days(first, last)
    first, last = pd.Timestamp(first), pd.Timestamp(last)
    if first.is_year_start and last.is_year_end and first.year == last.year:
        return str(first.year)
    whole = (
        first.is_month_start and last.is_month_end and (first.year, first.month) == (last.year, last.month)
    )
    return f"{first:%B %Y}" if whole else say_days(first, last)


def listed_as(rule: str) -> str:
    """An entry of the lists that give the type.

    >>> listed_as("ease + sanction")
    'a list has its word under "ease" and what it acts on or leads to under "sanction"'
    >>> listed_as("attack + @crowd")
    'a list has its word under "attack", and a crowd does it'
    """
    word, _, other = rule.partition(" + ")
    if other in _DOERS:
        return f'a list has its word under "{word}", and {_DOERS[other]}'
    return f'a list has its word under "{word}"' + (
        f' and what it acts on or leads to under "{other}"' if other else ""
    )


def quoted(words: str, most: int = 240) -> str:
    """Words between marks, cut where they are long; words that bring their own marks keep those.

    >>> quoted("in June"), quoted("“so”")
    ('“in June”', '“so”')
    """
    told = words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"
    own = told[:1] in ("“", '"') and told[-1:] in ("”", '"')
    return told if own or not told else f"“{told}”"
