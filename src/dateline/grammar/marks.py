"""Which words stand within quotation marks."""

from __future__ import annotations

from dateline.language import Tokens

OPENING, CLOSING = frozenset(("“", "``", "«", "„")), frozenset(("”", "''", "»"))
PAUSES = frozenset((",", ";", ":", "–", "—", "-", "--"))
CLOSED_BY = {"“": "”", "``": "''", "«": "»", "„": "“", '"': '"'}


def in_marks(tokens: Tokens) -> list[bool]:
    """Tell for every word whether it stands within quotation marks of its sentence."""
    inside, out, sentence = False, [], -1
    for number, word in enumerate(tokens.word):
        if tokens.sentence[number] != sentence:
            sentence, inside = tokens.sentence[number], False
        if word in OPENING or (word == "''" and tokens.tag[number] == "``"):
            inside = True
        elif word in CLOSING:
            inside = False
        elif word == '"':
            inside = not inside
        out.append(inside)
    return out
