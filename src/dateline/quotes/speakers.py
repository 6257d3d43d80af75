"""The entity behind a source: whose mention is the head of the phrase that names the speaker.

A pronoun after somebody's words goes on with that speaker, unless its antecedent is told of in between:
in "the judge said of the mayor. “...,” he added" it is the judge again. After a sentence that tells of somebody
new ("Per Lund, her rival, disagreed. “...,” he said") it is the new one. "The Democratic senator" right behind
somebody's words is that speaker again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from dateline.knowledge.given_names import given_name_gender
from dateline.knowledge.nouns import role_words
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution
from dateline.quotes.neighbours import person_of

_STOPS = frozenset((",", "(", "-", "–", "—", "--", ";"))
_WIDEST = 64  # mentions looked at left of the speaker
_BESIDE = 20  # characters between a cue and whom it addresses
_FAR = 900  # characters over which a pronoun goes on with the last speaker
_NEAR = 200  # characters over which "the Democratic senator" is the last speaker
_GENDERS = {"he": "m", "she": "f"}


class _Last(NamedTuple):
    entity: str
    end: int


def speakers_of(tokens: Tokens, attributions: list[Attribution], mentions: Sequence) -> list[str]:
    """Name the speaker of each attribution by its entity, "" where no mention stands for it."""
    if not mentions:
        return [""] * len(attributions)
    starts = [mention.start for mention in mentions]
    said = _merged(tokens, attributions)
    told: dict[str, list[int]] = {}  # where entities are named outside of what is said
    for mention in mentions:
        if mention.form != "pronoun" and not _within(said, mention.start):
            told.setdefault(mention.entity, []).append(mention.start)
    order = sorted(
        (place for place, one in enumerate(attributions) if one.source),
        key=lambda place: (attributions[place].place, place),
    )
    speakers = [""] * len(attributions)
    last: _Last | None = None
    for place in order:
        one = attributions[place]
        entity = speaker_of(tokens, one, mentions, starts)
        at = tokens.start[one.told[0]]
        if not _within(said, at):
            new = _new_person(tokens, one, last, mentions, starts, said)
            if new:
                entity = new
            elif last and not _addressed(tokens, one, last.entity, mentions, starts):
                entity = _going_on(tokens, one, entity, last, told)
            end = tokens.end[one.told[1] - 1]
            last = _Last(entity, end) if entity.startswith("person:") else None
        speakers[place] = entity
    return speakers


def _addressed(tokens: Tokens, one: Attribution, entity: str, mentions: Sequence, starts: list[int]) -> bool:
    """Tell whether an entity is named right after the cue, as in "he told Watson"."""
    start = tokens.end[one.cue[1] - 1] if one.cue[1] else 0
    near = mentions[bisect_left(starts, start) : bisect_left(starts, start + _BESIDE)]
    return any(mention.entity == entity for mention in near)


def _new_person(
    tokens: Tokens,
    one: Attribution,
    last: _Last | None,
    mentions: Sequence,
    starts: list[int],
    said: list[tuple[int, int]],
) -> str:
    """Find for "he said" and "she said" the person whom the sentence before the quotation tells of.

    The one in front of the sentence, or the only one whose given name fits; nobody where somebody speaks there.
    """
    gender = _GENDERS.get(tokens.word[one.speaker].lower()) if one.speaker >= 0 else None
    if gender is None or one.frame != "quote" or not one.contents:
        return ""
    number = tokens.sentence[min(one.contents[0][0], one.told[0])]
    if number == 0:
        return ""
    before, here = tokens.sentences[number - 1], tokens.sentences[number]
    spoken = last is not None and last.end > before.start
    if spoken or before.part != here.part or "\n" in tokens.text[before.end : here.start]:
        return ""
    near = mentions[bisect_left(starts, before.start) : bisect_left(starts, before.end)]
    persons = [
        mention
        for mention in near
        if mention.kind == "PERSON" and mention.entity and mention.form in ("name", "short")
    ]
    persons = [
        mention for mention in persons if not _within(said, mention.start) and _fits(mention.entity, gender)
    ]
    front = person_of(tokens, number - 1)
    if front is not None:
        at = tokens.start[front[1]]
        fronted = [mention for mention in persons if mention.start <= at < mention.end]
        if fronted:
            return fronted[0].entity
    entities = {mention.entity for mention in persons}
    return entities.pop() if len(entities) == 1 else ""


def _fits(entity: str, gender: str) -> bool:
    """Tell whether a person's given name leaves the gender open or has it."""
    given = entity.removeprefix("person:").split("-")[0]
    return given_name_gender((given,)) in ("", gender)


def _going_on(tokens: Tokens, one: Attribution, entity: str, last: _Last, told: dict[str, list[int]]) -> str:
    """Give "he" and "she" to the last speaker, unless somebody else was told of since."""
    gender = _GENDERS.get(tokens.word[one.speaker].lower()) if one.speaker >= 0 else None
    at = tokens.start[one.told[0]]
    if not entity and _describes(tokens, one) and at - last.end < _NEAR:
        told_since = any(last.end < place < at for places in told.values() for place in places[-_WIDEST:])
        return "" if told_since else last.entity
    if gender is None or last.entity == entity or at - last.end > _FAR:
        return entity
    if at < last.end:  # the same pronoun, asked again
        return last.entity
    places = told.get(entity, [])
    if entity and bisect_left(places, at) > bisect_left(places, last.end):
        return entity
    return last.entity if _fits(last.entity, gender) else entity


def _describes(tokens: Tokens, one: Attribution) -> bool:
    """Tell "the Democratic senator", which describes who was named, from "the judge", who may be another."""
    word, first = one.speaker, one.told[0]
    return (
        word - first >= 2
        and tokens.word[first].lower() == "the"
        and tokens.tag[word] in ("NN", "NNP")
        and tokens.word[word].islower()
        and tokens.lemma[word].lower() in role_words()
        and all(tokens.tag[at] in ("JJ", "NNP", "HYPH", "CD") for at in range(first + 1, word))
    )


def _merged(tokens: Tokens, attributions: list[Attribution]) -> list[tuple[int, int]]:
    """List what is said as character spans that do not overlap."""
    spans = sorted(
        (tokens.start[first], tokens.end[last - 1]) for one in attributions for first, last in one.contents
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    place = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return place >= 0 and at < spans[place][1]


def speaker_of(tokens: Tokens, attribution: Attribution, mentions: Sequence, starts: list[int]) -> str:
    """Name the entity of an attribution's speaker, "" when no mention stands for it.

    The mention must hold the head of the source ("Watson" in "his friend Dr Watson"), or be the name at the
    end of its core, so that "a US government official" is not the US government.
    """
    word = attribution.speaker
    if word < 0 or not mentions:
        return ""
    start, end = tokens.start[word], tokens.end[word]
    first, last = _core(tokens, word, attribution.source)
    held, named = [], []
    for mention in mentions[max(0, bisect_left(starts, start) - _WIDEST) : bisect_left(starts, last)]:
        if mention.entity and mention.start < end and mention.end > start:
            held.append(mention)
        elif mention.entity and mention.kind == "PERSON" and mention.end == last and mention.start >= first:
            before = bisect_left(tokens.start, mention.start) - 1
            if tokens.tag[before] not in ("IN", "TO", "POS", "CC"):
                named.append(mention)
    persons = [mention for mention in held if mention.kind == "PERSON"]
    found = (named or persons) if _ends_short(persons, last) else (persons or named or held)
    return max(found, key=lambda mention: mention.end - mention.start).entity if found else ""


def _ends_short(persons: list, last: int) -> bool:
    """Tell "Clinton" in "Clinton adviser Paul Hall" from a name that the phrase ends with."""
    return all(mention.end < last for mention in persons) and bool(persons)


def _core(tokens: Tokens, word: int, source: tuple[int, int] | None) -> tuple[int, int]:
    """Bound the source's name and title: up to the first comma, bracket or relative clause."""
    if source is None or not source[0] <= word < source[1]:
        return tokens.start[word], tokens.end[word]
    stop = word + 1
    while stop < source[1] and tokens.word[stop] not in _STOPS and tokens.tag[stop] not in ("WP", "WDT"):
        stop += 1
    return tokens.start[source[0]], tokens.end[stop - 1]
