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


# Words that may tell one deed within one article, as a signal among others: what is said of a deed above as well
# (behind the first word of its line and +), and likes that are no deed of their own.
_WIDER = """
kill + gun~down
arrest + round~up seize take~in
free + walk~free let~go set~free
rescue + pull~out
attack + hit target
explosion + go~off blow~up
shooting + fire open~fire
crash + smash slam plow ram
collapse + cave~in come~down
win + triumph success beat defeat overcome
sack + firing
convict + find~guilty
cancel + call~off
postpone + put~off
deploy + send dispatch
introduce introduction unveil launch present release debut
cut reduce reduction lower decrease slash drop fall decline slump slide
raise increase rise climb grow growth jump surge gain
say state statement tell remark declare announce announcement
propose proposal suggest offer plan
flee escape getaway run~away make~off
destroy destruction mangle level flatten wreck
build construct construction erect
begin start open commence kick~off
end finish close conclude wrap~up
decide decision ruling rule
agree agreement deal pact accord treaty
approve approval back endorse endorsement support
praise hail laud welcome applaud
blame fault
investigate investigation probe inquiry
search hunt look
urge call~for appeal demand
ask request
pay payment payout
earn make
trade sell sale
score net
lose loss defeat
join enter
leave depart
reveal disclose disclosure uncover emerge
promise vow pledge
threaten threat
warn warning
respond response react reaction answer
tighten strengthen
allege claim
hold host stage
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


@cache
def _like() -> dict[str, frozenset[int]]:
    """Give each word the numbers of the lines in which it stands: deeds with what is like them, then others."""
    lines = {line.split()[0]: line.split() for line in _DEEDS.splitlines()}
    others = []
    for line in _WIDER.splitlines():
        first, more, wider = line.partition(" + ")
        if more:
            lines[first] += wider.split()
        else:
            others.append(line.split())
    found: dict[str, set[int]] = {}
    for number, words in enumerate([*lines.values(), *others]):
        for word in words:
            found.setdefault(word.replace("~", " "), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def like_words(one: str, other: str) -> bool:
    """Tell whether two actions may tell one deed where the rest agrees.

    Examples
    --------
    >>> like_words("introduce", "unveil"), like_words("introduce", "die")
    (True, False)
    """
    known = _like()
    return bool(known.get(one, frozenset()) & known.get(other, frozenset()))


def lines_of(action: str) -> frozenset[int]:
    """Number the lines of like words in which an action stands."""
    return _like().get(action, frozenset())
