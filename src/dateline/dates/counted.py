"""Numbers that read like years and spans: 2000 soldiers, flight 1549, in his 30s, highs in the 60s, millions a year."""

from __future__ import annotations

from bisect import bisect_left

from dateline.dates.context import token_at, word_before
from dateline.dates.namesakes import is_the_of_a_name
from dateline.dates.phrase import Phrase
from dateline.language.tokens import Tokens

_NUMBERED = frozenset(
    "resolution flight route no number channel page room chapter section article model boeing airbus highway area "
    "apollo windows bus train line directive regulation bill order squadron gate hall no. nos nos. pier psalm "
    "u.s.c. u.s.c usc c.f.r. cfr stat. sec. § §§".split()
)
_BEFORE_YEAR = frozenset("the a an its his her their our this that 's ’s in since during".split())
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


def is_no_year(phrase: Phrase, tokens: Tokens, start: int, end: int) -> bool:
    """Tell a count or a number of something from a year: 2000 soldiers, Resolution 1973, $1990, 555-2010."""
    text, number = tokens.text, int(phrase.words[0])
    if text[start - 1 : start] in ("$", "£", "€", "#", "¥", "/") or text[end : end + 1] in ("%", "/", "°"):
        return True
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isdecimal():
        return True
    token = token_at(tokens, start)
    if token < 0:
        return number < 1500
    before = word_before(tokens, token)
    if before in _WORKS or is_the_of_a_name(tokens, token):
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


def is_age(phrase: Phrase, tokens: Tokens, start: int) -> bool:
    """Tell an age or a temperature from a decade: in his 30s, in the mid-80s."""
    digits = phrase.word("decadenum")
    if not digits or len(digits.strip("'’‘`s")) == 4 or digits[0] in "'’‘`":
        return False
    token = token_at(tokens, start)
    return phrase.words[0] != "the" or (
        token > 0 and tokens.word[token - 1].lower() in ("his", "her", "their")
    )


def is_degrees(phrase: Phrase, tokens: Tokens, start: int) -> bool:
    """Tell degrees and strokes from a decade: "highs in the 60s", "the mercury hit the 80s", "shot in the 70s"."""
    digits, token = phrase.word("decadenum"), token_at(tokens, start)
    if not digits or not digits[:2].isdecimal() or len(digits) != 3 or token < 0:
        return False
    sentence = tokens.sentences[tokens.sentence[token]]
    around = range(max(sentence.first, token - _AROUND), min(sentence.last, token + _AROUND))
    return any(tokens.lemma[near].lower() in _MEASURED for near in around)


def is_rate(phrase: Phrase, tokens: Tokens, start: int) -> bool:
    """Tell a rate or a share from a length: $500 million a year, four flights a week, a quarter of them."""
    if phrase.words[-1] in ("quarter", "second"):
        return phrase.after == "of" or phrase.words[-1] == "second"
    if phrase.words[0] not in ("a", "an") or len(phrase.words) != 2 or phrase.has("units"):
        return False
    token = bisect_left(tokens.start, start)
    if token < 1 or token >= len(tokens.start):
        return False
    return tokens.tag[token - 1] in ("CD", "NNS", "$") or tokens.word[token - 1] == "%"
