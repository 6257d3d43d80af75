"""Whether the words around a phrase look back or ahead: the tense of the verb that governs it."""

from __future__ import annotations

from dateline.language.tokens import Tokens

_AHEAD = frozenset(
    [
        "expect",
        "plan",
        "schedule",
        "intend",
        "aim",
        "hope",
        "promise",
        "vow",
        "prepare",
        "anticipate",
        "due",
        "set",
        "slate",
        "await",
        "upcoming",
        "propose",
        "seek",
        "pledge",
        "forecast",
        "predict",
        "project",
        "deadline",
        "expire",
        "mature",
        "payable",
    ]
)
_MODALS = frozenset(["will", "'ll", "’ll", "shall", "wo", "would"])


def direction_at(tokens: Tokens, token: int) -> int:
    """Tell whether a phrase at a token is told as past (-1), as future (1), or neither (0)."""
    verb = _governor(tokens, token)
    if verb is None:
        return 0
    return _tense_of(tokens, verb)


def _is_verb(tag: str) -> bool:
    return tag[:2] == "VB" or tag == "MD"


def _governor(tokens: Tokens, token: int) -> int | None:
    """Find the nearest verb above a token in the tree, or else the nearest before or after it."""
    sentence = tokens.sentences[tokens.sentence[token]]
    seen, steps = token, 0
    while seen >= 0 and steps < 12:
        if _is_verb(tokens.tag[seen]) or (steps and tokens.word[seen].lower() in _AHEAD):
            return seen
        seen, steps = tokens.head[seen], steps + 1
    before = range(token - 1, sentence.first - 1, -1)
    after = range(token + 1, sentence.last)
    for span in (before, after):
        for near in span:
            if _is_verb(tokens.tag[near]):
                return near
    return None


def _tense_of(tokens: Tokens, verb: int) -> int:
    """Read the tense of a verb from its tag and from the auxiliaries to its left."""
    tag, lemma = tokens.tag[verb], tokens.lemma[verb].lower()
    first = tokens.sentences[tokens.sentence[verb]].first
    left = [tokens.word[i].lower() for i in range(max(first, verb - 4), verb)]
    if tag == "VBD":
        return -1
    if any(word in _MODALS for word in left) and tag in ("VB", "VBN", "VBG"):
        return 1
    if tag == "VBN":
        if lemma in _AHEAD and any(word in ("is", "are", "'s", "be", "’s") for word in left):
            return 1
        return -1
    if tag == "VB":
        return 1 if "to" in left or not any(word in ("did", "didn't", "do", "does") for word in left) else -1
    if tag in ("VBZ", "VBP"):
        if lemma in ("have",):
            return -1
        return 1
    if tag == "VBG":
        if any(word in ("was", "were", "been") for word in left):
            return -1
        return 1 if any(word in ("is", "are", "'re", "'s", "be") for word in left) else 0
    return 0
