"""Contracted forms written out by what stands round them: "she'd resign" is would, "she'd resigned" is had."""

from __future__ import annotations

from functools import lru_cache

from dateline.grammar.words import WordClass
from dateline.language.lemmas import lemma
from dateline.language.marks import plain_marks
from dateline.language.tokens import Tokens

_CURLY = plain_marks()
_WRITTEN_OUT = {
    "n't": "not", "nt": "not", "wo": "will", "sha": "shall", "ca": "can", "ai": "be", "'ll": "will", "ll": "will",
    "'ve": "have", "'re": "be", "'m": "be",
}  # fmt: skip
_BE = frozenset("am is are was were be been being".split())
_HAVE = frozenset("has have had having".split())
# without an object these can be no passive: "what's happened", "she's gone"
_INTRANSITIVE = WordClass("intransitive", "seldom passive")
_ADVERBS = 5  # words looked through for the verb after a contracted form


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Write a word in small letters with straight marks: "N’T" and "n't" are the same word.

    Examples
    --------
    >>> plain("N’t"), plain("WON")
    ("n't", 'won')
    """
    return word.lower().translate(_CURLY)


def helper_lemma(tokens: Tokens, token: int, limit: int | None = None) -> str:
    """Give the lemma of an auxiliary or of "not", with contracted forms read by the verb that follows.

    Parameters
    ----------
    tokens : Tokens
        The parse of the text.
    token : int
        Number of the auxiliary.
    limit : int, optional
        Number of the verb that it helps, where known; "'s" is then "have" before an active participle.

    Returns
    -------
    str
        The lemma in small letters: not, will, would, have, be ...

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> tokens = parse("They’d met. They’d meet. It won’t rain.")
    >>> helper_lemma(tokens, 1), helper_lemma(tokens, 5), helper_lemma(tokens, 9)
    ('have', 'would', 'will')
    """
    word = plain(tokens.word[token])
    if word in _WRITTEN_OUT:
        return _WRITTEN_OUT[word]
    if word == "'d":
        return "have" if _before_participle(tokens, token) else "would"
    if word == "'s":
        return "have" if _is_active_perfect(tokens, token, limit) else "be"
    return "be" if word in _BE else "have" if word in _HAVE else word


def spelled_out(tokens: Tokens, token: int, limit: int | None = None) -> str:
    """Write out the contracted helper of a pronoun, as it stands behind a name: "she'd resign" is "would".

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> tokens = parse("She’d resign. He’s met the king. They'll come. We left.")
    >>> spelled_out(tokens, 1), spelled_out(tokens, 5), spelled_out(tokens, 11), spelled_out(tokens, 15)
    ('would', 'has', 'will', '')
    """
    word = plain(tokens.word[token])
    if word not in ("'d", "'s", "'ll", "'ve", "'re", "'m"):
        return ""
    meant = helper_lemma(tokens, token, limit)
    return {"have": {"'d": "had", "'s": "has"}.get(word, "have"), "be": "are" if word == "'re" else "is"}.get(
        meant, meant
    )


def is_past_form(tokens: Tokens, token: int) -> bool:
    """Tell "bombed" and "met" from "bomb" and "meet", whatever tag the parser chose."""
    tag = tokens.tag[token]
    if tag in ("VBN", "VBD"):
        return True
    word = plain(tokens.word[token])
    return tag in ("VB", "VBP") and len(word) < 40 and lemma(word, "VBN") != word


def _verb_after(tokens: Tokens, token: int) -> int:
    """Find the verb right after an auxiliary, past adverbs and "not" (-1: none)."""
    last = min(len(tokens.word), token + _ADVERBS, tokens.sentences[tokens.sentence[token]].last)
    for near in range(token + 1, last):
        if tokens.tag[near].startswith("VB"):
            return near
        if not tokens.tag[near].startswith("RB"):
            break
    return -1


def _before_participle(tokens: Tokens, token: int) -> bool:
    verb = _verb_after(tokens, token)
    return verb >= 0 and is_past_form(tokens, verb)


def _is_active_perfect(tokens: Tokens, token: int, limit: int | None) -> bool:
    """Tell "he's met the king" and "she's been hurt" from "she's hurt"."""
    verb = _verb_after(tokens, token)
    if verb < 0 or tokens.tag[verb] == "VBG" or not is_past_form(tokens, verb):
        return False
    if plain(tokens.word[verb]) in ("been", "had", "got", "gotten"):
        return True
    if tokens.lemma[verb].lower() in _INTRANSITIVE:
        return True
    near = range(verb + 1, min(len(tokens.head), verb + 12))
    return limit in (None, verb) and any(
        tokens.head[word] == verb and tokens.relation[word] in ("obj", "ccomp") for word in near
    )
