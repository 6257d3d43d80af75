"""Who is cleared: words of crime round a target that say that there was none.

"Judges cleared Lee of fraud", "Lee was found not guilty", "the charges against Lee were dropped", "Lee's
conviction was overturned", "found no evidence that Lee stole". A model of words hears only the fraud.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_HINTS = tuple(
    """clear acquit exonerat absolv vindicat guilty innocent drop dismiss threw throw withdr turned quash annul
    vacat revers evidence proof indication wrong nothing crime offen""".split()
)
_WIDEST = 200  # characters on either side that are looked at
_TITLE = r"(?:(?!way|path|air|room|for|of|the way)[\w.'’-]+ ){0,3}"
_BE = r"(?:has |have |had )?(?:was|were|is|are|been|be|being) (?:\w+ly |also |later |then )?"
_FOUND = r"found (?:to be )?(?:not guilty|innocent)"
_PROOF = r"(?:evidence|proof|indication|wrongdoing)"
_NOTHING = r"(?:nothing (?:wrong|illegal|improper)|no (?:wrong|crime|offence|offense))"
_CASES = r"(?:charges?|case|conviction|indictment|allegations?|sentence|accusations?|verdict)"
_VOID = r"(?:dropped|dismissed|thrown out|withdrawn|overturned|quashed|annulled|vacated|reversed)"
_VOIDS = (
    r"(?:dropp?|dismiss|threw out|throw out|throwing out|withdrew|overturn|quash|annull?|vacat|revers)"
    r"(?:ed|s|es|ing|e)?"
)
_CLEAR = (
    r"(?:cleared|clears|clearing|to clear|acquit|acquitt(?:ed|ing)|acquits|exonerat(?:ed|es|ing)|absolv(?:ed|es|ing)"
    r"|vindicat(?:ed|es|ing))"
)
_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\brefus\w+|\bfail\w+|\bdeclin\w+|\bcannot|\bwithout) (?:\w+ ){0,2}$", re.I
)


class _Rule(NamedTuple):
    """A rule: its name, what stands before the target (to its start) and what stands behind it."""

    name: str
    before: re.Pattern | None
    after: re.Pattern | None


def _rule(name: str, before: str | None = None, after: str | None = None) -> _Rule:
    return _Rule(
        name,
        re.compile(rf"(?P<said>{before})$", re.I) if before else None,
        re.compile(rf"(?P<said>{after})", re.I) if after else None,
    )


RULES = (
    _rule("cleared", rf"\b{_CLEAR} {_TITLE}", r"(?:,| of\b| over\b| in\b| on\b|\.|$)"),
    _rule(
        "found innocent",
        rf"\b(?:found|declared|ruled|pronounced) {_TITLE}",
        r" (?:not guilty|innocent)\b",
    ),
    _rule("was cleared", None, rf"(?:,[^,.;]{{1,60}},)? {_BE}(?:{_CLEAR}|{_FOUND}|declared innocent)\b"),
    _rule("case dropped", rf"\b{_VOIDS} [^.;]{{0,50}}?\b{_CASES} (?:against|of) {_TITLE}"),
    _rule(
        "case was dropped",
        rf"\b{_CASES} [^.;,]{{0,30}}?(?:against|of) {_TITLE}",
        rf"[^.;]{{0,40}}? {_BE}{_VOID}\b",
    ),
    _rule("own case was dropped", None, rf"['’]s? (?:[\w-]+ ){{0,3}}{_CASES}[^.;]{{0,40}}? {_BE}{_VOID}\b"),
    _rule(
        "no evidence", rf"\b(?:no|any|insufficient|little) (?:\w+ )?{_PROOF} (?:that|of|against|by) {_TITLE}"
    ),
    _rule("nothing wrong", None, rf" (?:had |has )?(?:did|done|committed) {_NOTHING}\b"),
)


def verdict_on(text: str, start: int, end: int) -> tuple[str, str]:
    """Name the rule by which the target [start, end) is cleared, and the words that say so; two "" if none.

    Examples
    --------
    >>> verdict_on("Judges cleared Lee of fraud.", 15, 18)
    ('cleared', 'cleared')
    >>> verdict_on("Judges convicted Lee of fraud.", 17, 20)
    ('', '')
    """
    low = text.lower()
    if not any(hint in low for hint in _HINTS):
        return "", ""
    left, right = text[max(0, start - _WIDEST) : start], text[end : end + _WIDEST]
    for rule in RULES:
        before = rule.before.search(left) if rule.before else None
        after = rule.after.match(right) if rule.after else None
        if (rule.before and not before) or (rule.after and not after):
            continue
        begin = before.start() if before else len(left)
        if _DENIED.search(left[:begin]):
            continue
        found = before or after
        if found is not None:
            return rule.name, found.group("said").strip(" ,")
    return "", ""
