"""Words that look like dates and are none: May the verb, the Sunday Times, 2000 soldiers, flight 1549."""

from __future__ import annotations

from typing import NamedTuple

from dateline.dates.context import capital_after, token_at, word_before
from dateline.dates.counted import is_age, is_degrees, is_no_year, is_rate
from dateline.dates.namesakes import is_no_holiday, is_no_month, is_no_weekday, is_title
from dateline.dates.phrase import Phrase
from dateline.language.tokens import Tokens
from dateline.rules import Rulebook

_STREETS = frozenset("street avenue road square boulevard lane station bridge stadium".split())
_BEFORE_TIME = frozenset("at by until till from to since around about before after and between - –".split())
# Rules whose words begin with capitals only in titles and headlines.
_COMMON = frozenset("unit stretch duration present past future ago later today time-of-day quarter".split())


MISREADINGS: Rulebook = Rulebook("Is it no date, though it looks like one?")
rule = MISREADINGS.rule
NO_DATE = "no date"
_BEFORE_DAWN = frozenset(("at", "by", "before", "after", "until", "since", "around"))


class Suspect(NamedTuple):
    """A phrase that the grammar of dates found at the characters [start, end)."""

    phrase: Phrase
    tokens: Tokens
    start: int
    end: int

    @property
    def kind(self) -> str:
        """Give the rule of the grammar that found it."""
        return self.phrase.rule

    @property
    def text(self) -> str:
        return self.tokens.text

    @property
    def token(self) -> int:
        return token_at(self.tokens, self.start)

    @property
    def before(self) -> str:
        """Give the word before it in its sentence, "" if none."""
        return word_before(self.tokens, self.token)


def misreading(phrase: Phrase, tokens: Tokens, start: int, end: int, without: str = "") -> str:
    """Name the rule by which the phrase at [start, end) is no expression of time, "" if it is one."""
    return MISREADINGS.first(Suspect(phrase, tokens, start, end), without=without)[1]


def _no(judged: bool) -> str:
    return NO_DATE if judged else ""


@rule("within a word", ("The file report_[2019] is lost.", NO_DATE), ("The report of [2019] is lost.", ""))
def within_a_word(s: Suspect) -> str:
    """A piece of a word, of a file's name or of an address is no date."""
    left = s.text[s.start - 1 : s.start]
    return _no(left.isalnum() or left == "_" or s.text[s.end : s.end + 1].isalnum())


@rule("no quarter", ("The [q3] gene was found.", NO_DATE), ("Sales fell in [Q3].", ""))
def no_quarter(s: Suspect) -> str:
    """Q1 to Q4 are quarters; q3 and Q5 are not."""
    if s.kind != "quarter" or s.phrase.kinds != ["q", "day"]:
        return ""
    return _no(s.end - s.start != 2 or s.text[s.start] != "Q" or s.phrase.words[1] not in "1234")


@rule("title", ("Lund told the show [60 Minutes] of it.", NO_DATE), ("Lund spoke for [60 minutes].", ""))
def title(s: Suspect) -> str:
    """Plain words of time with capitals within a sentence are a title: "60 Minutes"."""
    common = s.kind in _COMMON or (s.kind == "season" and not s.phrase.has("year"))
    lone = s.kind == "quarter" and s.phrase.kinds == ["q", "day"]
    return _no(common and not lone and is_title(s.tokens, s.start, s.end))


@rule("street", ("The crowd met in [March] Street.", NO_DATE), ("The crowd met in [March] in Bol.", ""))
def street(s: Suspect) -> str:
    """What Street, Square or Station stands behind is its name."""
    return _no(s.phrase.after in _STREETS and capital_after(s.text, s.end))


@rule("dawn of something", ("It was the [dawn] of a new age.", NO_DATE), ("The army came at [dawn].", ""))
def dawn(s: Suspect) -> str:
    """Dawn and dusk are times of day after "at", "before", "by" ...; else they are a beginning or an end."""
    bare = s.phrase.words in (["dawn"], ["dusk"])
    return _no(bare and (s.token < 0 or s.before not in _BEFORE_DAWN))


@rule("score", ("She ran it in [1:30].", NO_DATE), ("The train left at [1:30].", ""))
def score(s: Suspect) -> str:
    """Bare figures with a colon may be a score or a length, but for those after "at", "by", "until" ..."""
    bare = s.kind == "time-of-day" and s.phrase.kinds == ["clock"]
    return _no(bare and (s.token < 0 or s.before not in _BEFORE_TIME))


@rule("name or verb", ("Then [May] said no.", NO_DATE), ("They leave in [May].", ""))
def name_or_verb(s: Suspect) -> str:
    """May the verb, a march, June the person: no months."""
    lone = s.kind == "month" and len(s.phrase.words) == 1
    return _no(lone and is_no_month(s.phrase, s.tokens, s.start))


@rule("paper called today", ("Lund told USA [TODAY] of it.", NO_DATE), ("Lund spoke of it [today].", ""))
def paper_called_today(s: Suspect) -> str:
    """USA TODAY is a paper."""
    return _no(s.kind == "today" and s.text[s.start : s.end] == "TODAY" and s.before == "usa")


@rule("another feast", ("They keep Orthodox [Easter] in Bol.", NO_DATE), ("They met at [Easter] in Bol.", ""))
def another_feast(s: Suspect) -> str:
    """Mary Christmas is a person, and Orthodox Easter lies on another day."""
    return _no(s.kind == "holiday" and is_no_holiday(s.tokens, s.start))


@rule(
    "paper or day with a name", ("He wrote for the [Sunday] Times.", NO_DATE), ("He wrote on [Sunday].", "")
)
def paper(s: Suspect) -> str:
    """The Sunday Times is a paper, and Super Tuesday a day with a name of its own."""
    return _no(s.kind == "weekday" and is_no_weekday(s.phrase, s.tokens, s.start, s.end))


@rule("number", ("Some [2000] soldiers fell.", NO_DATE), ("The soldiers fell in [2000].", ""))
def number(s: Suspect) -> str:
    """A count, a price, the number of a flight or a resolution is no year."""
    lone = s.kind == "year" and len(s.phrase.words) == 1
    return _no(lone and is_no_year(s.phrase, s.tokens, s.start, s.end))


@rule("age", ("He was in his [30s].", NO_DATE), ("He was born in the [1930s].", ""))
def age(s: Suspect) -> str:
    """In his 30s tells an age."""
    return _no(s.kind == "decade" and is_age(s.phrase, s.tokens, s.start))


@rule("degrees", ("Highs were in [the 60s].", NO_DATE), ("The song is of [the 60s].", ""))
def degrees(s: Suspect) -> str:
    """Beside highs, the mercury or a golfer, the 60s are degrees or strokes."""
    return _no(s.kind == "decade" and is_degrees(s.phrase, s.tokens, s.start))


@rule("rate", ("The firm earns $500 million [a year].", NO_DATE), ("The talks took [a year].", ""))
def rate(s: Suspect) -> str:
    """Millions a year are a rate, a quarter of them a share; neither lasts."""
    return _no(s.kind == "duration" and is_rate(s.phrase, s.tokens, s.start))


@rule("name of a paper", ("Lund reads the [Daily] Dispatch.", NO_DATE), ("The paper appears [daily].", ""))
def name_of_a_paper(s: Suspect) -> str:
    """ "Daily" before a capital belongs to a name."""
    return _no(s.kind == "set" and s.phrase.kinds == ["setword"] and capital_after(s.text, s.end))
