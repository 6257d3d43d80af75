"""Verbs of blame, praise, charge and ban: whose deed stands after their preposition."""

from __future__ import annotations

_FOR = frozenset(("for", "with", "over"))
_DEEDS = (
    "blame praise criticise criticize condemn denounce fault thank punish fine jail imprison sentence arrest detain "
    "charge sue prosecute indict scold rebuke reprimand hail laud congratulate honour honor slam blast attack chide "
    "excuse forgive fire sack dismiss suspend expel execute hang investigate censure"
)
# the object of these did, or may not do, what stands after the preposition: "accused Togo of hiding oil"
BLAMING = {
    **dict.fromkeys("accuse suspect convict acquit absolve clear".split(), frozenset(("of", "for"))),
    **dict.fromkeys("prevent stop keep ban bar deter discourage exclude".split(), frozenset(("from",))),
    **dict.fromkeys(_DEEDS.split(), _FOR),
}
