"""Whether a text is English, told by its commonest words; enough to warn, not to refuse."""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_SEEN = 2000  # words looked at
_ENGLISH = """
the of and to a in that is for on it with as was at by he be from his have has are not they which this
but had an will said who their its were been more about or after would we there she one also than
"""
_OTHERS = """
der die das und ist nicht mit den von zu ein eine auf für im dem sich des auch
le la les et est une du que dans pour pas sur qui au par avec sont plus
el los las y en un por con del se para como su al lo más es
il di che per della non sono gli nel dei è alla da o do não uma os em mais na
het een van dat niet zijn met voor och att det som på är inte av till ikke til
w z że się nie jest na
"""


def looks_english(text: str) -> bool:
    """Say whether a text looks English; short texts get the benefit of the doubt.

    Examples
    --------
    >>> looks_english("Der Minister sagte am Montag, dass die Gespräche mit den Parteien nicht vor dem Ende "
    ...               "des Jahres beginnen und auch nicht in der Hauptstadt stattfinden sollen.")
    False
    >>> looks_english("The minister said on Monday that the talks would not begin before June or July.")
    True
    """
    words = [match.group().lower() for match, _ in zip(_WORD.finditer(text), range(_SEEN), strict=False)]
    letters = "".join(words)
    if not letters:
        return True
    if not letters.isascii() and sum(character < "\u0250" for character in letters) < 0.7 * len(letters):
        return False
    if len(words) < 15:
        return True
    english, others = (sum(word in common for word in words) for common in _common_words())
    return english >= others and english >= 0.03 * len(words)


@cache
def _common_words() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_ENGLISH.split()), frozenset(_OTHERS.split())
