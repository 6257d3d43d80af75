"""The entity behind a source: whose mention is the head of the phrase that names the speaker.

A pronoun after somebody's words goes on with that speaker, unless its antecedent is told of in between:
in "the judge said of the mayor. “...,” he added" it is the judge again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from dateline.knowledge.given_names import given_name_gender
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution

_STOPS = frozenset((",", "(", "-", "–", "—", "--", ";"))
_WIDEST = 64  # mentions looked at left of the speaker
_BESIDE = 20  # characters between a cue and whom it addresses
_FAR = 900  # characters over which a pronoun goes on with the last speaker
_GENDERS = {"he": "m", "she": "f"}


class _Last(NamedTuple):
    entity: str
    end: int


def speakers_of(tokens: Tokens, attributions: list[Attribution], mentions: list) -> list[str]:
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
        key=lambda place: (max(attributions[place].source[0], attributions[place].cue[0]), place),
    )
    speakers = [""] * len(attributions)
    last: _Last | None = None
    for place in order:
        one = attributions[place]
        entity = speaker_of(tokens, one, mentions, starts)
        at = tokens.start[one.source[0]]
        if not _within(said, at):
            if last and not _addressed(tokens, one, last.entity, mentions, starts):
                entity = _going_on(tokens, one, entity, last, told)
            end = tokens.end[one.source[1] - 1]
            last = _Last(entity, end) if entity.startswith("person:") else None
        speakers[place] = entity
    return speakers


def _addressed(tokens: Tokens, one: Attribution, entity: str, mentions: list, starts: list[int]) -> bool:
    """Tell whether an entity is named right after the cue, as in "he told Watson"."""
    start = tokens.end[one.cue[1] - 1] if one.cue[1] else 0
    near = mentions[bisect_left(starts, start) : bisect_left(starts, start + _BESIDE)]
    return any(mention.entity == entity for mention in near)


def _going_on(
    tokens: Tokens, one: Attribution, entity: str, last: _Last | None, told: dict[str, list[int]]
) -> str:
    """Give "he" and "she" to the last speaker, unless somebody else was told of since."""
    gender = _GENDERS.get(tokens.word[one.speaker].lower()) if one.speaker >= 0 else None
    at = tokens.start[one.source[0]]
    if gender is None or last is None or last.entity == entity or at - last.end > _FAR:
        return entity
    if at < last.end:  # the same pronoun, asked again
        return last.entity
    places = told.get(entity, [])
    if entity and bisect_left(places, at) > bisect_left(places, last.end):
        return entity
    given = last.entity.removeprefix("person:").split("-")[0]
    return entity if given_name_gender((given,)) not in ("", gender) else last.entity


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


def speaker_of(tokens: Tokens, attribution: Attribution, mentions: list, starts: list[int]) -> str:
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
    found = persons or named or held
    return max(found, key=lambda mention: mention.end - mention.start).entity if found else ""


def _core(tokens: Tokens, word: int, source: tuple[int, int] | None) -> tuple[int, int]:
    """Bound the source's name and title: up to the first comma, bracket or relative clause."""
    if source is None or not source[0] <= word < source[1]:
        return tokens.start[word], tokens.end[word]
    stop = word + 1
    while stop < source[1] and tokens.word[stop] not in _STOPS and tokens.tag[stop] not in ("WP", "WDT"):
        stop += 1
    return tokens.start[source[0]], tokens.end[stop - 1]
