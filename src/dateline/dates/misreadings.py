"""Words that look like dates and are none: May the verb, the Sunday Times, 2000 soldiers, flight 1549."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dateline.dates.phrase import Phrase
from dateline.grammar.words import WordClass
from dateline.language.tokens import Tokens

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
_GIVEN = frozenset("april may june august".split())
# before a month, not before a name
_ADVERBIAL = frozenset(
    "in since until till during last next this that early late mid from through throughout of for every each "
    "previous following past".split()
)
_NO_SURNAMES = frozenset("day fools fool madness bank holiday fair edition issue".split())
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


def is_misread(phrase: Phrase, tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether the phrase at [start, end) is likely no expression of time."""
    rule, text = phrase.rule, tokens.text
    if text[start - 1 : start].isalnum() or text[start - 1 : start] == "_" or text[end : end + 1].isalnum():
        return True
    if rule == "quarter" and phrase.kinds == ["q", "day"]:
        return end - start != 2 or text[start] != "Q" or phrase.words[1] not in "1234"
    if (rule in _COMMON or (rule == "season" and not phrase.has("year"))) and _is_title(tokens, start, end):
        return True
    if phrase.after in _STREETS and _capital(text, end):
        return True
    if phrase.words in (["dawn"], ["dusk"]):
        token = token_at(tokens, start)
        return token < 0 or _before(tokens, token) not in (
            "at",
            "by",
            "before",
            "after",
            "until",
            "since",
            "around",
        )
    if rule == "time-of-day" and phrase.kinds == ["clock"]:
        token = token_at(tokens, start)  # bare figures may be a score or the length of a film
        return token < 0 or _before(tokens, token) not in _BEFORE_TIME
    if rule == "month" and len(phrase.words) == 1:
        return _is_no_month(phrase, tokens, start) or _is_given_name(phrase, tokens, start, end)
    if rule == "today":
        return text[start:end] == "TODAY" and _before(tokens, token_at(tokens, start)) == "usa"
    if rule == "holiday":
        return _is_no_holiday(tokens, start)
    if rule == "weekday":
        return _is_no_weekday(phrase, tokens, start, end)
    if rule == "year" and len(phrase.words) == 1:
        return _is_no_year(phrase, tokens, start, end)
    if rule == "decade":
        return _is_age(phrase, tokens, start) or _is_degrees(phrase, tokens, start)
    if rule == "duration":
        return _is_rate(phrase, tokens, start)
    return rule == "set" and phrase.kinds == ["setword"] and _capital(tokens.text, end)


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


def _is_given_name(phrase: Phrase, tokens: Tokens, start: int, end: int) -> bool:
    """Tell April Tolland, "led by June Alder" from "in April Ford said", "by June Ford had sold"."""
    token = token_at(tokens, start)
    if phrase.words[0] not in _GIVEN or token < 0 or token + 1 >= len(tokens.word):
        return False
    sentence = tokens.sentences[tokens.sentence[token]]
    following = tokens.word[token + 1]
    joined = tokens.text[end : tokens.start[token + 1]] == " "
    if sentence.part == "headline" or not joined or token + 1 >= sentence.last:
        return False
    named = tokens.tag[token + 1].startswith("NNP") and following.istitle() and len(following) > 2
    before = _before(tokens, token)
    if before == "by":
        return named and token > 1 and tokens.tag[token - 2] in ("VBN", "VBD")
    return named and following.lower() not in _NO_SURNAMES and before not in _ADVERBIAL


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
