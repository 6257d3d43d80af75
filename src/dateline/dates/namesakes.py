"""Names that read like dates: May the person, the Sunday Times, Super Tuesday, Orthodox Easter, "60 Minutes"."""

from __future__ import annotations

from bisect import bisect_right

from dateline.dates.context import capital_after, in_person, token_at, word_before
from dateline.dates.phrase import Phrase
from dateline.grammar.words import WordClass
from dateline.language.tokens import Tokens

_PAPERS = WordClass("paper", also=("sport",))
_NAMED_DAYS = frozenset("Super Bloody Black Giving Ash Small-Business Manic Freaky Fat Spy Selection".split())
_BEFORE_MONTH = WordClass("before a month", "limit of time", also=("'s", "’s", ",", "(", "-", "–"))
_RISKY_MONTHS = frozenset("may march april june august".split())


def is_title(tokens: Tokens, start: int, end: int) -> bool:
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


def is_no_weekday(phrase: Phrase, tokens: Tokens, start: int, end: int) -> bool:
    """Tell a newspaper or a day with a name of its own from a weekday: the Sunday Times, Super Tuesday."""
    if phrase.after in _PAPERS and capital_after(tokens.text, end):
        return True
    token = token_at(tokens, start)
    return token > 0 and tokens.word[token - 1] in _NAMED_DAYS and len(phrase.words) == 1


def is_no_holiday(tokens: Tokens, start: int) -> bool:
    """Tell a person or another feast from a holiday: Mary Christmas, Orthodox Easter, National Nurses Labor Day."""
    token = token_at(tokens, start)
    if token < 1 or tokens.word[token].islower() or tokens.sentence[token - 1] != tokens.sentence[token]:
        return False  # "in the Atlantic last Easter"
    before, tag = tokens.word[token - 1], tokens.tag[token - 1]
    return before.istitle() and tag in ("NNP", "NNPS", "NN", "JJ") and before.lower() not in _BEFORE_MONTH


def is_no_month(phrase: Phrase, tokens: Tokens, start: int) -> bool:
    """Tell a name or a verb from a month: May said, Jan Kavan, a march."""
    if phrase.words[0] not in _RISKY_MONTHS:
        return False
    token = token_at(tokens, start)
    if token < 0:
        return False
    before = word_before(tokens, token)
    if tokens.tag[token] not in ("NNP", "NN", "NNPS") or in_person(tokens, token):
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


def is_the_of_a_name(tokens: Tokens, token: int) -> bool:
    """Tell "the band The 1975" by its capital within a sentence."""
    return (
        token > 1
        and tokens.word[token - 1] == "The"
        and token - 1 > tokens.sentences[tokens.sentence[token]].first
        and tokens.sentences[tokens.sentence[token]].part == "body"
    )
