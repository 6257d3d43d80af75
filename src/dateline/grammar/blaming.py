"""Verbs of blame, praise, charge and ban: whose deed stands after their preposition."""

from __future__ import annotations

from dateline.language import Tokens

_FOR = frozenset(("for", "with", "over"))
_DEEDS = (
    "blame praise criticise criticize condemn denounce fault thank punish fine jail imprison sentence arrest detain "
    "charge sue prosecute indict scold rebuke reprimand hail laud congratulate honour honor slam blast attack chide "
    "excuse forgive fire sack dismiss suspend expel execute hang hold investigate censure"
)
# the object of these did, or may not do, what stands after the preposition: "accused Togo of hiding oil"
BLAMING = {
    **dict.fromkeys("accuse suspect convict acquit absolve clear".split(), frozenset(("of", "for"))),
    **dict.fromkeys("prevent stop keep ban bar deter discourage exclude".split(), frozenset(("from",))),
    **dict.fromkeys(_DEEDS.split(), _FOR),
}
# of these it is whoever stands behind this: "railed against Togo for hiding oil", "lashed out at Togo for hiding it"
RAILING = {
    **dict.fromkeys(
        "campaign complain inveigh march protest rail speak testify vote".split(), frozenset(("against",))
    ),
    **dict.fromkeys(
        "fume hit jeer lash rage scream shout strike swipe yell".split(), frozenset(("at", "against"))
    ),
}
# whoever these are put on did what stands after "for" or "over"
PENALTIES = frozenset(
    "sanction penalty fine cost price tariff embargo ban boycott punishment retaliation reprisal revenge pressure "
    "anger fury outrage criticism accusation complaint lawsuit suit charge action".split()
)
_PUT_ON = frozenset(("on", "against", "at"))


def punished(tokens: Tokens, head: int, deed: int) -> int:
    """Find whom a penalty is put on for a deed: "impose sanctions on Peru for its attack"; -1 where nobody is.

    Parameters
    ----------
    tokens : Tokens
    head : int
        The word that the deed hangs on: the penalty, or the verb whose object it is.
    deed : int
        The noun of the deed, with "for" or "over" before it.

    Returns
    -------
    int
        The head of the phrase that names them.
    """
    before = range(max(0, head - 12), min(len(tokens), deed + 2))
    if not any(tokens.head[t] == deed and tokens.word[t].lower() in ("for", "over") for t in before):
        return -1
    objects = (t for t in before if tokens.head[t] == head and tokens.relation[t] in ("obj", "nsubj:pass"))
    bearers = [t for t in (head, *objects) if tokens.lemma[t].lower() in PENALTIES]
    if not bearers:
        return -1
    marks = {
        tokens.head[t] for t in before if tokens.relation[t] == "case" and tokens.word[t].lower() in _PUT_ON
    }
    whom = (t for t in before if t < deed and t in marks and tokens.head[t] in (head, *bearers))
    return next(whom, -1)
