"""Whom a pronoun or phrase means where the grammar round it settles that, whatever else is near."""

from __future__ import annotations

from dateline.coreference.choice import Choice
from dateline.coreference.discourse import Thing
from dateline.coreference.speech import SAY
from dateline.grammar import relations as rel
from dateline.grammar.blaming import BLAMING, punished
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, hanging_on, stands_as
from dateline.knowledge.nouns import noun_kind
from dateline.language import Tokens

_BEHIND = 60  # words before one who adds in which he had spoken
_DEEP, _CLOSE = 3, 6  # verb, verb of saying and whom it tells of; words of "who has often said"
_FAR = 30  # words looked at on either side of a verb for its speaker
_NO_BODY = frozenset(
    ("expletive by the parse", "clause as subject", "adjective with a clause", "impersonal verb", "impersonal words",
     "is and a clause", "it is")
)  # fmt: skip
# who speaks for a body
SPEAKING = frozenset(
    "ceo chief executive officer chairman chairwoman chair president director manager head founder co-founder owner "
    "spokesman spokeswoman spokesperson commissioner secretary general".split()
)


def speaks_on(
    speech: list[int], speaker: dict[int, str], tokens: Tokens, choice: Choice
) -> tuple[Thing, float] | None:
    """Let "He added" right behind a quotation be whoever spoke there: "Graham said: “Trump is wrong.” He added ...".

    Who adds something spoke in the sentence before, whoever was named since: "“...,” said Roe, who had hired Lee."
    """
    place = choice.place
    if place.group != "he" or place.speech >= 0 or place.role != "subject":
        return None
    verb = tokens.lemma[governor(tokens, place.token)].lower()
    before = tokens.sentences[max(0, place.sentence - 1)]
    far = verb == "add" and _only_says(tokens, before.first, before.last)
    near = max(before.first, place.token - _BEHIND) if far else max(0, place.token - 3)
    behind = [t for t in range(near, place.token) if speech[t] >= 0]
    if verb not in SAY or not behind:
        return None
    entity = speaker.get(speech[behind[-1]], "")
    return next(
        ((o.thing, 1.0) for o in choice.options if entity and o.thing and o.thing.entity == entity), None
    )


def _only_says(tokens: Tokens, first: int, last: int) -> bool:
    """Tell a sentence that tells who said something and nothing else: not "“Lee lied,” Roe said, and Lee wept"."""
    verb = _saying(tokens, first, last)
    joined = {t for t in range(first, last) if governor(tokens, t, rel.CONJUNCT) == verb}
    with_subject = any(governor(tokens, t, *SUBJECTS) in joined for t in range(first, last))
    return verb >= 0 and not with_subject


def _saying(tokens: Tokens, first: int, last: int) -> int:
    """Find the main verb of a sentence if it is one of saying, else -1."""
    verb = next((t for t in range(first, last) if governor(tokens, t) < 0), -1)
    return verb if verb >= 0 and tokens.lemma[verb].lower() in SAY else -1


def said_before(speech: list[int], tokens: Tokens, choice: Choice) -> tuple[Thing, float] | None:
    """Let "he" of "“We asked twice,” he said" be who spoke in the sentence before, named or not: "a spokesman said"."""
    place = choice.place
    behind = [t for t in range(max(0, place.token - 3), place.token) if speech[t] >= 0]
    if (
        place.group != "he"
        or place.speech >= 0
        or place.role != "subject"
        or not behind
        or not tokens.sentence[behind[0]]
    ):
        return None
    before = tokens.sentences[tokens.sentence[behind[0]] - 1]
    verb = _saying(tokens, before.first, before.last)
    if tokens.lemma[governor(tokens, place.token)].lower() not in SAY or verb < 0:
        return None
    speakers = [t for t in range(before.first, before.last) if governor(tokens, t, *SUBJECTS) == verb]
    things = [option.thing for option in choice.options if option.thing and option.thing.mentions]
    found = [one for one in things if len(speakers) == 1 and one.latest.head == speakers[0]]
    if not found or found[0].kind not in ("PERSON", ""):
        return None
    others = (one for one in things if one is not found[0] and one.kind == "PERSON" and one.entity)
    named = (mention.head for one in others for mention in one.mentions[-4:])
    if found[0].entity and any(speakers[0] < head < before.last for head in named):
        return None  # "Lee said Roe was drunk. “I had a beer,” he said"
    return found[0], 1.0


def says_of_himself(tokens: Tokens, choice: Choice) -> tuple[Thing, float] | None:
    """Let "he" of "against Roe, who says he will leave" be Roe, whoever the sentence is about."""
    place = choice.place
    if place.group != "he" or place.role != "subject" or len(place.above) < _DEEP:
        return None
    clause, verb, noun = place.above[:_DEEP]
    told = stands_as(tokens, clause, rel.COMPLEMENT) and tokens.lemma[verb].lower() in SAY
    near = range(max(0, verb - _CLOSE), verb)
    who = [t for t in near if governor(tokens, t, *SUBJECTS) == verb]
    if not told or not stands_as(tokens, verb, rel.RELATIVE_CLAUSE) or len(who) != 1:
        return None
    if tokens.word[who[0]].lower() != "who":
        return None
    things = [o.thing for o in choice.options if o.thing and o.thing.entity and o.thing.kind == "PERSON"]
    return next(((one, 1.0) for one in things if one.mentions and one.latest.head == noun), None)


def is_blamed(tokens: Tokens, choice: Choice) -> tuple[Thing, float] | None:
    """Let "its" of "condemned Peru for its attack" be whom one condemns: nobody is blamed for another's deed."""
    if choice.place.sort:
        return None
    # who is named only later in the sentence has no mention yet
    things = [o.thing for o in choice.options if o.thing and o.thing.entity and o.thing.mentions]
    below = choice.place.token
    for head in choice.place.above[:4]:
        near = range(max(0, below - 6), min(len(tokens), below + 2))
        own = hanging_on(tokens, below, near, rel.PREPOSITION, rel.MARKER)
        cases = BLAMING.get(tokens.lemma[head].lower(), frozenset()) & {tokens.word[t].lower() for t in own}
        if cases and head < below:
            return next(((one, 1.0) for one in things if _is_object(tokens, one.latest.head, head)), None)
        whom = punished(tokens, head, below)
        found = next((one for one in things if one.latest.head == whom), None) if whom >= 0 else None
        if found:
            return found, 1.0
        below = head
    return None


def spoken_for(tokens: Tokens, choice: Choice) -> tuple[Thing, float] | None:
    """Let "the company" or "it" of "a spokesman for Ford said it would" be the one body named in who says it."""
    place = choice.place
    group = place.group == "it" or place.sort == "group"
    if not group or any(signal in _NO_BODY for signal in choice.options[-1].signals):
        return None
    for clause, verb in zip(place.above, place.above[1:], strict=False):
        if not stands_as(tokens, clause, rel.COMPLEMENT, rel.ASIDE) or tokens.lemma[verb].lower() not in SAY:
            continue
        near = range(max(0, verb - _FAR), min(len(tokens), verb + _FAR))
        speaker = next((t for t in near if governor(tokens, t, *SUBJECTS) == verb), -1)
        if speaker < 0 or not (
            noun_kind(tokens.lemma[speaker].lower()) == "person" or tokens.tag[speaker] == "NNP"
        ):
            return None
        things = [
            o.thing for o in choice.options[:-1] if o.thing and o.thing.entity and o.thing.kind == "ORG"
        ]
        told = [one for one in things if any(_of(tokens, m.head, speaker) for m in one.mentions[-4:])]
        return (told[0], 1.0) if len(told) == 1 else None
    return None


def _of(tokens: Tokens, word: int, noun: int) -> bool:
    """Does a spokesman speak for this: "a Ford spokesman", "Ford's chief", "a spokesman for Ford"?"""
    office = governor(tokens, word)
    while office >= 0 and stands_as(tokens, word, rel.FLAT, rel.COMPOUND) and tokens.tag[office] == "NNP":
        word, office = office, governor(tokens, office)
    if office < 0 or tokens.lemma[office].lower() not in SPEAKING:
        return False
    owns = stands_as(tokens, word, rel.NOUN_MODIFIER, rel.POSSESSOR, rel.COMPOUND, rel.DESCRIPTION)
    return owns and (office == noun or governor(tokens, office) == noun)


def _is_object(tokens: Tokens, word: int, verb: int) -> bool:
    return governor(tokens, word, rel.OBJECT) == verb
