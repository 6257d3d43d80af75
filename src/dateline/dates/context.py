"""The words beside a date phrase."""

from __future__ import annotations

from bisect import bisect_right

from dateline.language.tokens import Tokens


def token_at(tokens: Tokens, start: int) -> int:
    """Give the number of the token that holds a character, or the next one; -1 past the last."""
    token = bisect_right(tokens.start, start) - 1
    if token < 0 or tokens.end[token] <= start:
        token += 1
    return token if token < len(tokens.start) else -1


def capital_after(text: str, end: int) -> bool:
    """Tell whether the next word begins with a capital."""
    return text[end : end + 2].strip()[:1].isupper()


def word_before(tokens: Tokens, token: int) -> str:
    """Give the word before a token in its sentence, in small letters, "" if none."""
    if token < 1 or tokens.sentence[token - 1] != tokens.sentence[token]:
        return ""
    return tokens.word[token - 1].lower()


def in_person(tokens: Tokens, token: int) -> bool:
    """Tell whether a token belongs to the name of a person."""
    found = bisect_right(tokens.names, token, key=lambda name: name.first) - 1
    return found >= 0 and tokens.names[found].last > token and tokens.names[found].kind == "PERSON"
