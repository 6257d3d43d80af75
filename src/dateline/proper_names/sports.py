"""Teams in sports reports: "Leeds 2 Derby 0" and "a win against Surrey" name clubs, not places."""

from __future__ import annotations

import re

from dateline.grammar import relations as rel
from dateline.grammar.hanging import governor, stands_as
from dateline.knowledge.countries import places_named
from dateline.knowledge.names import fold
from dateline.language import Name, Tokens
from dateline.proper_names.spans import make

_SPORT = frozenset(
    "cricket soccer football baseball basketball tennis rugby hockey golf athletics innings wicket wickets league "
    "championship cup match matches goal goals scored coach striker midfielder goalkeeper inning homer batting "
    "bowled pitcher season standings tournament qualifier qualifiers semifinal semifinals quarter-final semi-final "
    "playoff playoffs touchdown quarterback points referee halftime half-time win victory defeat champions team "
    "teams players round final finals race fixtures played division".split()
)
_PLAY = frozenset(
    "beat defeat thrash outscore rout edge down sweep crush dismiss host visit face play score draw bowl trail lead "
    "win lose tie overcome stun upset hold clinch sign declare reach close".split()
)
_AGAINST = frozenset({"v", "vs", "vs.", "versus", "against", "over"})
_SIDE = frozenset(
    "captain striker coach manager players fans goalkeeper defender midfielder winger skipper batsmen supporters "
    "side team squad fullback forward pitcher bowler prop hooker lock".split()
)
TEAM, STANDINGS = "team", "table of standings"
_SCORE = re.compile(r"\d{1,3}(?:-\d{1,3}){0,2}|\.\d{3}|\d{1,2}/\d")


def is_sports_report(tokens: Tokens) -> bool:
    """Tell whether an article reports sport, by the share and the variety of its words."""
    words = [word for word in map(str.lower, tokens.word) if word in _SPORT]
    return len(set(words)) >= 4 and len(words) >= 0.012 * len(tokens)


def teams(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Turn the places that play in a sports report into organisations; countries stay places."""
    if not is_sports_report(tokens):
        return names
    return [
        name._replace(kind="ORG", rule=TEAM) if name.kind == "PLACE" and _plays(tokens, name) else name
        for name in names
    ]


def _plays(tokens: Tokens, name: Name) -> bool:
    places = places_named(tokens.text[name.start : name.end])
    if places and places[0].kind in {"country", "nation", "continent"}:
        return False
    before = tokens.word[name.first - 1].lower() if name.first else ""
    after = tokens.word[name.last].lower() if name.last < len(tokens) else ""
    if before in {"in", "at", "near", ","} and not _SCORE.fullmatch(after):
        return False
    if _SCORE.fullmatch(after) or before in _AGAINST or after in _SIDE:
        return True
    head = next(
        (t for t in range(name.first, name.last) if governor(tokens, t) not in range(name.first, name.last)),
        -1,
    )
    verb = governor(tokens, head) if head >= 0 else -1
    playing = verb >= 0 and tokens.lemma[verb].lower() in _PLAY
    return playing and stands_as(tokens, head, rel.SUBJECT, rel.OBJECT, rel.PASSIVE_SUBJECT, rel.AGENT)


def table_rows(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Find the teams of a table of standings: a row is a name and three numbers or more."""
    if not is_sports_report(tokens):
        return []
    named = {token for name in names if name.kind == "ORG" for token in range(name.first, name.last)}
    found = []
    i = 0
    while i < len(tokens):
        begins = i == 0 or "\n" in tokens.text[tokens.end[i - 1] : tokens.start[i]]
        last = i
        while begins and last < min(i + 4, len(tokens)) and _is_name_word(tokens.word[last]):
            last += 1
        if last > i and last not in named and i not in named and _numbers(tokens, last) >= 3:
            found.append(make(tokens, i, last, "ORG", STANDINGS))
        i = max(last, i + 1)
    return found


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and fold(word) not in _SPORT


def _numbers(tokens: Tokens, first: int) -> int:
    count = 0
    while first + count < min(len(tokens), first + 8) and _SCORE.fullmatch(tokens.word[first + count]):
        count += 1
    return count
