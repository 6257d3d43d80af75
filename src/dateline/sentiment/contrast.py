"""The clause of a target where a sentence sets one against another: "attacked Lee but praised Kim".

The target model reads words and their distance; where "but", "while" or "unlike" parts two who are named,
each is read in a clause of its own.
"""

from __future__ import annotations

import re

_TURN = re.compile(r",\s+(?:but|while|whereas|although|though|yet)\s|\s(?:but|while|whereas)\s|;\s")
_UNLIKE = re.compile(r"(?:Unlike|In contrast to|Compared with|Instead of|Despite)\s[^,]{3,60},\s")
_ASIDE = re.compile(r"(?:While|Whereas|Although|Though)\s[^,]{12,120},\s(?![\w\d]+,)")
_SIGNS = (
    " but ",
    " while ",
    " whereas ",
    "though ",
    " yet ",
    "; ",
    "While ",
    "Whereas ",
    "Although ",
    "Unlike",
    "In contrast",
    "Compared",
    "Instead",
    "Despite",
)
_NAMED = re.compile(r"(?<=[\w,] )[A-Z][a-z]+")
_FEWEST = 3  # words of a clause


def own_clause(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a sentence to the clause round the target [start, end), if another one names somebody else.

    Examples
    --------
    >>> own_clause("Critics attacked Lee but praised Kim.", 33, 36)
    ('praised Kim.', 8, 11)
    >>> own_clause("Critics attacked Lee but left.", 17, 20)
    ('Critics attacked Lee but left.', 17, 20)
    """
    if not any(sign in text for sign in _SIGNS):
        return text, start, end
    opening = _UNLIKE.match(text) or _ASIDE.match(text)
    turns = [match.span() for match in _TURN.finditer(text)]
    turns += [(opening.end(), opening.end())] if opening else []
    first = max((after for _, after in turns if after <= start), default=0)
    last = min((before for before, _ in turns if before >= end), default=len(text))
    if not turns or any(before < end and start < after for before, after in turns):
        return text, start, end
    clause = text[first:last]
    others = text[:first] + text[last:]
    if len(clause.split(None, _FEWEST)) < min(_FEWEST, 2) or not _NAMED.search(others):
        return text, start, end
    return clause, start - first, end - first
