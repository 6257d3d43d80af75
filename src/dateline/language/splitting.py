"""Sentence to words, split as in the Universal Dependencies treebanks: clitics, hyphens and marks stand alone."""

from __future__ import annotations

import re

from dateline.language.abbreviations import ABBREVIATIONS
from dateline.language.marks import plain_marks

# curly marks and odd hyphens become plain ones, one character for one, so that offsets stay
_PLAIN = plain_marks(double=True, hyphens=True)

# prefixes that the treebanks leave joined by their hyphen
_PREFIXES = (
    "non|e|re|anti|co|pre|mid|pro|cross|post|over|multi|ex|sub|counter|semi|mini|neo|inter|intra|micro|socio|"
    "un|ultra|trans|bi|tri|de"
)
_ABBREVIATION = "|".join(sorted(map(re.escape, ABBREVIATIONS), key=len, reverse=True))
_CHUNK = re.compile(
    rf"""
    (?:https?://|ftp://|www\.)[^\s<>"]{{1,2000}}(?<![.,;:!?)'\]])
    | (?<![\w.+-])[\w.+-]{{1,64}}@[A-Za-z0-9-]{{1,64}}(?:\.[A-Za-z0-9-]{{1,64}}){{1,5}}
    | (?<!\w)(?:[^\W\d_]\.){{2,9}}(?![^\W\d_])                 # U.S., a.m.
    | (?<![\w.])(?:[A-Z]\.){{1,8}}[A-Z](?![\w.])               # U.S without its last stop
    | (?<![\w.])(?:{_ABBREVIATION})\.(?!\w)                    # Mr., Gov.
    | (?<![\w.])[A-Z]\.(?=[ ][A-Z"(])                          # middle initials
    | (?<![\w.])[Nn]os?\.(?=[ ]\d)                            # No. 2
    | ''(?!') | ``(?!`)                                        # marks of a typewriter
    | '\d0s\b | (?<!\w)'(?:em|til|cause|bout|n')\b
    | (?<![\w-])\d{{3}}-\d{{3}}-\d{{4}}(?![\w-]) | (?<![\w-])\d{{3}}-\d{{4}}(?![\w-])   # telephone numbers
    | (?<!\w)\d+(?:,\d{{3}})+(?:\.\d+)?(?!\w)                  # 1,000.5
    | (?<!\w)\d+(?:[.:/]\d+)*(?:st|nd|rd|th|s)?(?!\w|[.:]\d)  # 7th, 10:30, 12/29/2021, 1990s
    | \d+(?:[.:]\d+)*(?=(?:[ap]m|[AP]M|[ap]\.m\.|km|kg|cm|mm|m|bn|k|mph|ft|lbs?|GB|MB|[mb]illion|trillion)\b)
    | (?<!\w)(?:US|U\.S\.|A|C|HK|NZ)(?=\$)                     # US$
    | (?<![\w-])(?i:{_PREFIXES})-[^\W\d_]+
    | (?![^\W\d_]*[a-z]{{2}}\.[A-Z][a-z])                       # split.He is no address
      [^\W\d_]\w*(?:[.][^\W\d_]\w+)+(?=\W|$)                 # example.com
    | [A-Z]+&[A-Z]+\b                                          # AT&T
    | \w+(?:'\w+)*
    | \.{{2,}} | -{{2,}} | [!?]{{2,}} | \*+ | _+ | =+ | [~]+ | <<+ | >>+ | [:;]-?[)(DP](?!\w) | <3
    | ([^\w\s])\1{{63,}}                                       # a long run of one mark is a rule or a slip
    | \S
    """,
    re.VERBOSE,
)
_CLITICS = frozenset(("n't", "'s", "'re", "'ve", "'ll", "'d", "'m"))
_JOINED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dont": 2, "cant": 2, "wont": 2,
    "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "wouldnt": 5, "couldnt": 5, "ive": 1, "im": 1, "outta": 3,
}  # fmt: skip


def split_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """List the words of text[start:end] as half-open offsets into text.

    Examples
    --------
    >>> text = "He didn't call Kiev’s troop-movements “new”."
    >>> [text[a:b] for a, b in split_words(text)]
    ['He', 'did', "n't", 'call', 'Kiev', '’s', 'troop', '-', 'movements', '“', 'new', '”', '.']
    """
    end = len(text) if end is None else end
    plain = text[start:end].translate(_PLAIN)
    spans: list[tuple[int, int]] = []
    for match in _CHUNK.finditer(plain):
        a, b = match.span()
        if "'" in match[0] or match[0].lower() in _JOINED:
            spans.extend((start + x, start + y) for x, y in _clitics(plain, a, b))
        else:
            spans.append((start + a, start + b))
    return spans


def _clitics(plain: str, a: int, b: int) -> list[tuple[int, int]]:
    """Cut the clitics off one chunk: don't -> do, n't; Kiev's -> Kiev, 's; cannot -> can, not."""
    chunk = plain[a:b].lower()
    if chunk in _JOINED:
        cut = a + _JOINED[chunk]
        return [(a, cut), (cut, b)]
    tail: list[tuple[int, int]] = []
    while chunk := plain[max(a, b - 3) : b].lower():
        size = 3 if chunk in _CLITICS else 2 if chunk[-2:] in _CLITICS else 0
        if not size or b - size <= a:
            break
        tail.append((b - size, b))
        b -= size
    return [(a, b), *reversed(tail)]
