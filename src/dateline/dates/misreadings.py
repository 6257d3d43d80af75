"""Words that look like dates and are none: May the verb, the Sunday Times, 2000 soldiers, flight 1549."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from dateline.dates.phrase import Phrase
from dateline.grammar.words import WordClass
from dateline.language.tokens import Tokens
from dateline.rules import Rulebook

_PAPERS = WordClass("paper", also=("sport",))
_STREETS = frozenset("street avenue road square boulevard lane station bridge stadium".split())
_NAMED_DAYS = frozenset("Super Bloody Black Giving Ash Small-Business Manic Freaky Fat Spy Selection".split())
_NUMBERED = frozenset(
    "resolution flight route no number channel page room chapter section article model boeing airbus highway area "
    "apollo windows bus train line directive regulation bill order squadron gate hall no. nos nos. pier psalm "
    "u.s.c. u.s.c usc c.f.r. cfr stat. sec. § §§".split()
)
_BEFORE_MONTH = WordClass("before a month", "limit of time", also=("'s", "’s", ",", "(", "-", "–"))
_BEFORE_YEAR = frozenset("the a an its his her their our this that 's ’s in since during".split())
_BEFORE_TIME = frozenset("at by until till from to since around about before after and between - –".split())
# Rules whose words begin with capitals only in titles and headlines.
_COMMON = frozenset("unit stretch duration present past future ago later today time-of-day quarter".split())
# before a month, not before a name
_MEASURED = frozenset(
    "temperature mercury thermometer degree high low fahrenheit celsius humid forecast golf golfer birdie bogey "
    "par shoot score heat warm climate reading".split()
)
_AROUND = 12  # words
_WORKS = frozenset(
    "film movie novel book album song band group studio studios call dial text play series game musical comedy "
    "drama documentary magazine show".split()
)
_RISKY_MONTHS = frozenset("may march april june august".split())


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
        return _before(self.tokens, self.token)


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
    return _no(common and not lone and _is_title(s.tokens, s.start, s.end))


@rule("street", ("The crowd met in [March] Street.", NO_DATE), ("The crowd met in [March] in Bol.", ""))
def street(s: Suspect) -> str:
    """What Street, Square or Station stands behind is its name."""
    return _no(s.phrase.after in _STREETS and _capital(s.text, s.end))


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
    return _no(lone and _is_no_month(s.phrase, s.tokens, s.start))


@rule("paper called today", ("Lund told USA [TODAY] of it.", NO_DATE), ("Lund spoke of it [today].", ""))
def paper_called_today(s: Suspect) -> str:
    """USA TODAY is a paper."""
    return _no(s.kind == "today" and s.text[s.start : s.end] == "TODAY" and s.before == "usa")


@rule("another feast", ("They keep Orthodox [Easter] in Bol.", NO_DATE), ("They met at [Easter] in Bol.", ""))
def another_feast(s: Suspect) -> str:
    """Mary Christmas is a person, and Orthodox Easter lies on another day."""
    return _no(s.kind == "holiday" and _is_no_holiday(s.tokens, s.start))


@rule(
    "paper or day with a name", ("He wrote for the [Sunday] Times.", NO_DATE), ("He wrote on [Sunday].", "")
)
def paper(s: Suspect) -> str:
    """The Sunday Times is a paper, and Super Tuesday a day with a name of its own."""
    return _no(s.kind == "weekday" and _is_no_weekday(s.phrase, s.tokens, s.start, s.end))


@rule("number", ("Some [2000] soldiers fell.", NO_DATE), ("The soldiers fell in [2000].", ""))
def number(s: Suspect) -> str:
    """A count, a price, the number of a flight or a resolution is no year."""
    lone = s.kind == "year" and len(s.phrase.words) == 1
    return _no(lone and _is_no_year(s.phrase, s.tokens, s.start, s.end))


@rule("age", ("He was in his [30s].", NO_DATE), ("He was born in the [1930s].", ""))
def age(s: Suspect) -> str:
    """In his 30s tells an age."""
    return _no(s.kind == "decade" and _is_age(s.phrase, s.tokens, s.start))


@rule("degrees", ("Highs were in [the 60s].", NO_DATE), ("The song is of [the 60s].", ""))
def degrees(s: Suspect) -> str:
    """Beside highs, the mercury or a golfer, the 60s are degrees or strokes."""
    return _no(s.kind == "decade" and _is_degrees(s.phrase, s.tokens, s.start))


@rule("rate", ("The firm earns $500 million [a year].", NO_DATE), ("The talks took [a year].", ""))
def rate(s: Suspect) -> str:
    """Millions a year are a rate, a quarter of them a share; neither lasts."""
    return _no(s.kind == "duration" and _is_rate(s.phrase, s.tokens, s.start))


@rule("name of a paper", ("Lund reads the [Daily] Dispatch.", NO_DATE), ("The paper appears [daily].", ""))
def name_of_a_paper(s: Suspect) -> str:
    """ "Daily" before a capital belongs to a name."""
    return _no(s.kind == "set" and s.phrase.kinds == ["setword"] and _capital(s.text, s.end))


def _is_title(tokens: Tokens, start: int, end: int) -> bool:
    """Tell a title from a phrase: "on CBS's 60 Minutes", but not in a headline or at the start of a sentence."""
    if not tokens.text[start:end].split()[-1].istitle() or not tokens.sentences:
        return False
    number = bisect_right(tokens.sentences, start, key=lambda sentence: sentence.start) - 1
    sentence = tokens.sentences[max(number, 0)]
    if sentence.part == "headline" or start <= sentence.start + 2:
        return False
    around = slice(max(sentence.start, start - 200), min(sentence.end, end + 200))
    words = tokens.text[around].split()
    capital = sum(word[:1].isupper() for word in words if word[:1].isalpha())
    return capital * 2 < len(words)


def token_at(tokens: Tokens, start: int) -> int:
    """Give the number of the token that holds a character, or the next one; -1 past the last."""
    token = bisect_right(tokens.start, start) - 1
    if token < 0 or tokens.end[token] <= start:
        token += 1
    return token if token < len(tokens.start) else -1


def _capital(text: str, end: int) -> bool:
    return text[end : end + 2].strip()[:1].isupper()


def _before(tokens: Tokens, token: int) -> str:
    if token < 1 or tokens.sentence[token - 1] != tokens.sentence[token]:
        return ""
    return tokens.word[token - 1].lower()


def _in_person(tokens: Tokens, token: int) -> bool:
    found = bisect_right(tokens.names, token, key=lambda name: name.first) - 1
    return found >= 0 and tokens.names[found].last > token and tokens.names[found].kind == "PERSON"


def _is_no_weekday(phrase: Phrase, tokens: Tokens, start: int, end: int) -> bool:
    """Tell a newspaper or a day with a name of its own from a weekday: the Sunday Times, Super Tuesday."""
    if phrase.after in _PAPERS and _capital(tokens.text, end):
        return True
    token = token_at(tokens, start)
    return token > 0 and tokens.word[token - 1] in _NAMED_DAYS and len(phrase.words) == 1


def _is_no_holiday(tokens: Tokens, start: int) -> bool:
    """Tell a person or another feast from a holiday: Mary Christmas, Orthodox Easter, National Nurses Labor Day."""
    token = token_at(tokens, start)
    if token < 1 or tokens.word[token].islower() or tokens.sentence[token - 1] != tokens.sentence[token]:
        return False  # "in the Atlantic last Easter"
    before, tag = tokens.word[token - 1], tokens.tag[token - 1]
    return before.istitle() and tag in ("NNP", "NNPS", "NN", "JJ") and before.lower() not in _BEFORE_MONTH


def _is_no_month(phrase: Phrase, tokens: Tokens, start: int) -> bool:
    """Tell a name or a verb from a month: May said, Jan Kavan, a march."""
    if phrase.words[0] not in _RISKY_MONTHS:
        return False
    token = token_at(tokens, start)
    if token < 0:
        return False
    before = _before(tokens, token)
    if tokens.tag[token] not in ("NNP", "NN", "NNPS") or _in_person(tokens, token):
        return True
    if before and before not in _BEFORE_MONTH:
        return True
    if phrase.after in ("of", "for") and before not in (
        "in",
        "since",
        "by",
        "until",
        "during",
        "last",
        "next",
    ):
        return True
    following = tokens.tag[token + 1] if token + 1 < len(tokens.tag) else ""
    return not before and following not in ("NN", "NNS", "CD", "IN", ",", "POS", "JJ")


def _is_degrees(phrase: Phrase, tokens: Tokens, start: int) -> bool:
    """Tell degrees and strokes from a decade: "highs in the 60s", "the mercury hit the 80s", "shot in the 70s"."""
    digits, token = phrase.word("decadenum"), token_at(tokens, start)
    if not digits or not digits[:2].isdecimal() or len(digits) != 3 or token < 0:
        return False
    sentence = tokens.sentences[tokens.sentence[token]]
    around = range(max(sentence.first, token - _AROUND), min(sentence.last, token + _AROUND))
    return any(tokens.lemma[near].lower() in _MEASURED for near in around)


def _is_no_year(phrase: Phrase, tokens: Tokens, start: int, end: int) -> bool:
    """Tell a count or a number of something from a year: 2000 soldiers, Resolution 1973, $1990, 555-2010."""
    text, number = tokens.text, int(phrase.words[0])
    if text[start - 1 : start] in ("$", "£", "€", "#", "¥", "/") or text[end : end + 1] in ("%", "/", "°"):
        return True
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isdecimal():
        return True
    token = token_at(tokens, start)
    if token < 0:
        return number < 1500
    before = _before(tokens, token)
    if before in _WORKS or _is_the_of_a_name(tokens, token):
        return True
    if before in _NUMBERED or phrase.after in (
        "percent",
        "per",
        "percentage",
        "points",
        "km",
        "miles",
        "feet",
    ):
        return True
    if not 1500 <= number <= 2100:
        return before not in ("in", "since", "year", "from", "until", "between")
    plural = (
        token + 1 < len(tokens.tag) and tokens.tag[token + 1] == "NNS" and tokens.start[token + 1] <= end + 1
    )
    return plural and before not in _BEFORE_YEAR


def _is_the_of_a_name(tokens: Tokens, token: int) -> bool:
    """Tell "the band The 1975" by its capital within a sentence."""
    return (
        token > 1
        and tokens.word[token - 1] == "The"
        and token - 1 > tokens.sentences[tokens.sentence[token]].first
        and tokens.sentences[tokens.sentence[token]].part == "body"
    )


def _is_age(phrase: Phrase, tokens: Tokens, start: int) -> bool:
    """Tell an age or a temperature from a decade: in his 30s, in the mid-80s."""
    digits = phrase.word("decadenum")
    if not digits or len(digits.strip("'’‘`s")) == 4 or digits[0] in "'’‘`":
        return False
    token = token_at(tokens, start)
    return phrase.words[0] != "the" or (
        token > 0 and tokens.word[token - 1].lower() in ("his", "her", "their")
    )


def _is_rate(phrase: Phrase, tokens: Tokens, start: int) -> bool:
    """Tell a rate or a share from a length: $500 million a year, four flights a week, a quarter of them."""
    if phrase.words[-1] in ("quarter", "second"):
        return phrase.after == "of" or phrase.words[-1] == "second"
    if phrase.words[0] not in ("a", "an") or len(phrase.words) != 2 or phrase.has("units"):
        return False
    token = bisect_left(tokens.start, start)
    if token < 1 or token >= len(tokens.start):
        return False
    return tokens.tag[token - 1] in ("CD", "NNS", "$") or tokens.word[token - 1] == "%"
