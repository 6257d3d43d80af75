"""Words for the same deed: "resigned" and "stepped down" tell one event when those who take part agree."""

from __future__ import annotations

from functools import cache

# A line is a deed; verbs with their particle (~ for a space), and the nouns made of them or used for them.
_DEEDS = """
resign resignation quit step~down stand~down departure
die death perish
kill killing murder slay slaying assassinate assassination
arrest detain detention apprehend capture nab
free release liberate
rescue save
attack assault raid strike bombing bomb bombardment shelling shell airstrike
explosion explode blast detonate detonation
shooting shoot gunfire
crash collide collision
collapse topple
invade invasion
protest demonstrate demonstration rally march
meet meeting summit encounter
phone telephone call phonecall speak
visit trip travel tour
sign signing
win victory
elect election vote
sack fire dismiss dismissal oust ouster
appoint appointment name nominate nomination
acquire acquisition buy purchase takeover
charge indict indictment
convict conviction
sentence jail imprison
sue lawsuit
cancel scrap
postpone delay
injure wound hurt
evacuate evacuation
deploy deployment
condemn denounce condemnation
deny denial
accuse accusation
""".strip()  # fmt: skip


@cache
def _deeds() -> dict[str, int]:
    """Give each word the number of its deed."""
    lines = (line.split() for line in _DEEDS.splitlines())
    return {word.replace("~", " "): number for number, words in enumerate(lines) for word in words}


def same_deed(one: str, other: str) -> bool:
    """Tell whether two actions name one deed.

    Examples
    --------
    >>> same_deed("resign", "step down")
    True
    >>> same_deed("resign", "die")
    False
    """
    deeds = _deeds()
    return one == other or (one in deeds and deeds[one] == deeds.get(other))


def deed_of(action: str) -> str:
    """Name the deed under which an action is found: that of its line, else the action itself."""
    number = _deeds().get(action)
    return action if number is None else f"deed {number}"
