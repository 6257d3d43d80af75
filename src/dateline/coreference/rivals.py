"""Whether another one may be meant as well, named or not: then nobody is named, as a wrong deed is the worst fault."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coreference.choice import Choice
from dateline.coreference.discourse import Thing
from dateline.coreference.referents import Referent
from dateline.coreference.signals import GENDERS, Place, role_of
from dateline.coreference.speech import head_of_name, says
from dateline.coreference.suiting import CALLED_SO
from dateline.coreference.telling import SILENT, SPOKE, WITHIN_MARKS
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, stands_as
from dateline.knowledge.nouns import PERSONS, documents
from dateline.language import Tokens

_BOUND = frozenset(("owner", "oblique", "inner"))  # of the subject of the same clause, whoever else is near
_ACTING = frozenset(("subject", "patient", "object"))
NEAR = 0.12  # how likely one must be to be meant to be a rival
FITTING = 0.03  # how likely another body must be that a phrase fits, beside the one meant
_FITS = frozenset(("sort fits", "sort may fit"))
# what a report does, whoever made it
_SHOWING = frozenset(
    "conclude contain cover describe detail find include indicate list measure predict put reveal show suggest".split()
)
_BACK = 4  # sentences that are looked back over


def rival(tokens: Tokens, choice: Choice, thing: Thing, shares: Sequence[float] = ()) -> bool:
    """Is there somebody without a name who may be meant as well, or is the gender only another's?

    One without a name counts who acted or was acted on since the named one was last spoken of, or at all where the
    named one only says something or is named but once here.

    "Paul Green praised the crew. The driver was not named, and police did not say why he was arrested": learned odds
    favour names, but a wrong deed under a real name costs more than a missing one, so nobody is named.
    """
    if choice.place.sort or choice.place.group == "it":
        return False
    gender = GENDERS.get(tokens.word[choice.place.token].lower(), "")
    if choice.place.role in _BOUND and _acts_above(tokens, choice.place, thing):
        return False  # "Roe sold his house"
    if choice.place.role == "subject" and _owns_another(tokens, choice, thing):
        return True
    told = [m.head for m in thing.recent if m.head not in thing.guessed]
    after = max((head for head in told if head < choice.place.token), default=-1)
    spoke = _only_spoke(tokens, choice.place, thing, told)
    near = [h for h in told if choice.place.token - h > 0 and choice.place.sentence - tokens.sentence[h] <= 4]
    for number, option in enumerate(choice.options):
        other = option.thing
        unlikely = shares and shares[number] < NEAR
        if other is None or other is thing or after < 0 or (unlikely and not spoke and len(near) > 1):
            continue
        if gender and other.told_gender and not thing.gender and not unlikely:
            return True  # of two the one whose gender is not known
        if other.entity:
            continue
        mention = other.latest
        person = other.kind in PERSONS and mention.form != "pronoun"
        person = person and not _own(tokens, choice.place, thing, mention)
        since = after < mention.head or spoke or len(near) < 2
        if (
            person
            and since
            and mention.head < choice.place.token
            and role_of(tokens, mention.head) in _ACTING
        ):
            return True
    return False


def another_fits(tokens: Tokens, choice: Choice, thing: Thing, shares: Sequence[float]) -> bool:
    """May "the bank" be another body as well that is called so, or that it fits and is not far less likely?

    What it does would be told under a wrong name: "Barclays sued Deutsche Bank. The bank wants damages". Whom a
    headline alone names is no other: it shortens names ("UN Council" is the Security Council).
    """
    if choice.place.sort != "group":
        return False
    own = max(share for option, share in zip(choice.options, shares, strict=True) if option.thing is thing)
    return any(
        option.thing is not None
        and option.thing is not thing
        and option.thing.entity
        and not _of_the_headline(tokens, option.thing)
        and (CALLED_SO in option.signals or (share > FITTING * own and not _FITS.isdisjoint(option.signals)))
        and not (CALLED_SO not in option.signals and _is_led(tokens, choice.place, thing, option.thing))
        for option, share in zip(choice.options, shares, strict=True)
    )


def _is_led(tokens: Tokens, place: Place, thing: Thing, other: Thing) -> bool:
    """Is the sentence before about one, and the other no more than what stands beside ("Acme sold it to Holt")?"""
    before = [m.head for m in thing.mentions if tokens.sentence[m.head] == place.sentence - 1]
    beside = bool(other.mentions) and role_of(tokens, other.latest.head) not in _ACTING
    return beside and any(role_of(tokens, head) == "subject" for head in before)


def _of_the_headline(tokens: Tokens, thing: Thing) -> bool:
    """Is somebody named in the headline alone?"""
    parts = {tokens.sentences[tokens.sentence[mention.head]].part for mention in thing.mentions}
    return parts == {"headline"}


def fits_a_named_one(choice: Choice) -> bool:
    """Is there a body, person or place that a phrase fits, whether it is meant or not?"""
    return any(o.thing and o.thing.entity and "sort fits" in o.signals for o in choice.options)


def shown_by_another(tokens: Tokens, choice: Choice, thing: Thing) -> bool:
    """Is "it" of "it showed" what a body has made, and not the body ("The bank ran a survey. It showed ...")?"""
    place = choice.place
    if place.group != "it" or place.role != "subject" or thing.kind not in ("ORG", "PLACE"):
        return False
    verb = governor(tokens, place.token)
    return tokens.lemma[verb].lower() in _SHOWING and any(
        other.thing is not None
        and not other.thing.entity
        and not documents().isdisjoint(other.thing.heads)
        and place.sentence - tokens.sentence[other.thing.latest.head] <= 1
        for other in choice.options
    )


def another_speaks(choice: Choice, thing: Thing) -> bool:
    """Did another one speak and this one never ("Lee mourned Holt, he told a crowd", after Lee said something)?"""
    return SILENT in _signals_of(choice, thing) and any(
        option.thing is not None and option.thing.entity and SPOKE in option.signals
        for option in choice.options
    )


def only_within_marks(choice: Choice, thing: Thing) -> bool:
    """Is this one told of only by others, within marks, and somebody else of the same gender named outside?

    "Jill Stein was removed. “Ann Roe is not so sure,” Lee said. Police escorted her to a car" is not told of Roe.
    """
    return WITHIN_MARKS in _signals_of(choice, thing) and any(
        other.thing is not None
        and other.thing.entity
        and other.thing.told_gender
        and WITHIN_MARKS not in other.signals
        for other in choice.options
    )


def _signals_of(choice: Choice, thing: Thing) -> list[str]:
    return next((option.signals for option in choice.options if option.thing is thing), [])


def _acts_above(tokens: Tokens, place: Place, thing: Thing) -> bool:
    """Is it the subject of the very verb that a word hangs on?"""
    verb = next((word for word in place.above if tokens.tag[word].startswith("VB")), -1)
    heads = (head_of_name(tokens, mention.head) for mention in thing.recent)
    return any(governor(tokens, head, *SUBJECTS) == verb for head in heads) and verb >= 0


def _own(tokens: Tokens, place: Place, thing: Thing, other: Referent) -> bool:
    """Tell "his opponent" of whoever acts here: "Lee took charge and had his opponent down when he landed a hook"."""
    told = {mention.head for mention in thing.recent}
    acts = any(stands_as(tokens, t, *SUBJECTS) and governor(tokens, t) in place.above for t in told)
    return other.definite == "owned" and other.first in told and acts and place.role == "subject"


def _owns_another(tokens: Tokens, choice: Choice, thing: Thing) -> bool:
    """Was this one last told of as owner of another ("Lee was freed. His brother, Jack Lee, wept. He ...")?

    Also where that other one says something of "him": "His lawyer Paul Holt said he would appeal".
    """
    latest = thing.mentions[-1] if thing.mentions else None
    if latest is None or latest.form != "pronoun" or tokens.tag[latest.head] != "PRP$":
        return False
    noun = head_of_name(tokens, governor(tokens, latest.head))
    if noun < 0 or not stands_as(tokens, noun, *SUBJECTS):
        return False
    away = choice.place.sentence - tokens.sentence[noun]
    if away != 1 and not (away == 0 and governor(tokens, noun) in choice.place.above[1:]):
        return False
    named = [o.thing for o in choice.options if o.thing and o.thing.entity and o.thing is not thing]
    # not who is named only later in the sentence
    return any(head_of_name(tokens, one.latest.head) == noun for one in named if one.mentions)


def _only_spoke(tokens: Tokens, place: Place, thing: Thing, told: list[int]) -> bool:
    """Is somebody here only as one who says something ("A man robbed a bank. Inspector Brown said he stole $500")?"""
    near = [head for head in told if place.sentence - tokens.sentence[head] <= _BACK and head < place.token]
    return bool(near) and all(says(tokens, head_of_name(tokens, head)) for head in near)
