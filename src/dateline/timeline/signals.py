"""Do two mentions tell one event? Named signals of a pair; their weights are learned (see `learned`)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from dateline.tables import ROW
from dateline.timeline.kin import Kin, kin_of, relation
from dateline.timeline.rarity import rarity, weighed_words
from dateline.timeline.stories import Likeness
from dateline.timeline.tellings import DONE, Told, names_of

SAME = ("same word", "same stem")
TOLD_ALIKE = 0.8  # of 2: how alike two sentences' words are that make up for the rest
NOWHERE: Mapping[str, str] = {}


class Read(NamedTuple):
    """A mention with what is compared of it, read once."""

    told: Told
    kin: Kin
    words: dict[str, float]  # of its sentence, without its own
    sum: float
    figures: frozenset[str]
    rarity: float
    members: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    place: frozenset[str]
    word: tuple[str, ...]  # all that signals of the words alone know: action, type and class
    lands: tuple[frozenset[str], frozenset[str]]  # countries of those who act, and of those acted on

    @property
    def parties(self) -> tuple[tuple[str, ...], ...]:
        """All that signals of those who take part know."""
        return self.told.actors, self.told.targets, self.told.place

    @property
    def claim(self) -> tuple:
        """All that signals of days and status know."""
        told = self.told
        return told.first, told.last, told.own_day, told.status, told.weight >= ROW


def read_of(told: Told, countries: Mapping[str, str] = NOWHERE) -> Read:
    """Read of a mention what is compared; `countries` gives the country of an entity."""
    words = _words_of(told.line or told.what, told.text)
    head = told.action.split()[0] if told.action else ""
    return Read(
        told, kin_of(told.action), words, sum(words.values()) or 1.0,
        names_of(tuple(word for word in words if word[0].isdigit())), rarity(head),
        told.members, names_of(told.actors), names_of(told.targets), names_of(told.place),
        _word(told.action, told.type, told.kind),
        (_lands(told.actors, countries), _lands(told.targets, countries)),
    )  # fmt: skip


def _lands(names: tuple[str, ...], countries: Mapping[str, str]) -> frozenset[str]:
    return names_of(tuple(sorted({land for name in names if (land := countries.get(name))})))


@lru_cache(maxsize=65536)
def _word(*word: str) -> tuple[str, ...]:
    return word


@lru_cache(maxsize=4096)
def _words_of(line: str, leaving: str) -> dict[str, float]:
    return weighed_words(line, leaving)


def signals_of(one: Read, other: Read, story: Likeness) -> dict[str, float] | None:
    """Read the signals of two mentions of two articles; None where their words share nothing.

    Examples
    --------
    >>> from dateline.timeline.tellings import telling
    >>> one, other = (read_of(telling(action=action, line="Oslo port")) for action in ("close", "closure"))
    >>> signals_of(one, other, Likeness(0.4, 0.5, 1.0, True))["words shared of the shorter"]
    1.0
    """
    related = related_by(one, other)
    if not related:
        return None
    beside = of_shared(_shared(one, other), one.sum, other.sum, related)
    return {
        **of_words(one, other, related),
        **{name: float(value) for name, value in beside.items() if value},
        **of_figures(one, other),
        **of_parties(one, other, related),
        **of_claims(one, other),
        **of_story(story, related),
    }


def share_more(one: Read, other: Read) -> bool:
    """Tell whether two mentions share more than their deed: somebody, a day, a figure, or most of their words."""
    if any(not member.startswith("place:") for member in one.members & other.members):
        return True
    a, b = one.told, other.told
    same_day = a.first is not None and (a.first, a.last) == (b.first, b.last)
    return same_day or bool(one.figures & other.figures) or _words_shared(one, other) >= TOLD_ALIKE


def related_by(one: Read, other: Read) -> str:
    """Name what makes two mentions' words ones that can tell the same deed, "" where nothing does."""
    related = relation(one.kin, other.kin)
    return "same type" if not related and one.told.type and one.told.type == other.told.type else related


def of_words(one: Read, other: Read, related: str) -> dict[str, float]:
    """Read the signals of the two words alone (`word`)."""
    return {related: 1.0, **dict(_of_kin(one, other))}


def of_shared(shared: Any, one: Any, other: Any, related: str) -> dict[str, Any]:
    """Read the signals of what two sentences share, from the weight of that and of each; of many pairs at once, too."""
    of_shorter = shared / np.minimum(one, other)
    found = {
        "words shared": shared / np.sqrt(one * other) * 2, "words shared of the shorter": of_shorter,
        "weight of words shared": np.minimum(shared, 20.0) / 10, "no word shared": shared == 0,
    }  # fmt: skip
    return found if related in SAME else found | {"words shared, other word": of_shorter}


def of_figures(one: Read, other: Read) -> dict[str, float]:
    """Read the signals of the figures in two sentences (`figures`)."""
    if one.figures and other.figures:
        return {"same figure" if one.figures & other.figures else "other figures": 1.0}
    return {}


def of_parties(one: Read, other: Read, related: str) -> dict[str, float]:
    """Read the signals of those who take part (`parties`)."""
    found = dict(_of_parties(one, other))
    if "somebody in both" in found and related not in SAME:
        found["somebody in both, other word"] = 1.0
    return found


def of_claims(one: Read, other: Read) -> dict[str, float]:
    """Read the signals of days and status (`claim`)."""
    return dict(_of_days(one.told, other.told))


def of_story(story: Likeness, related: str) -> dict[str, float]:
    """Read the signals of the two articles, which their mentions have in common."""
    return dict(_of_story(story, related))


def _of_kin(one: Read, other: Read) -> Iterator[tuple[str, float]]:
    a, b = one.told, other.told
    if one.kin.deed == other.kin.deed:
        yield "agree in deed", 1.0
    if one.kin.senses & other.kin.senses:
        yield "agree in a sense", 1.0
    if one.kin.groups & other.kin.groups:
        yield "agree in a list", 1.0
    if one.kin.lines & other.kin.lines:
        yield "agree in use", 1.0
    if one.kin.families & other.kin.families:
        yield "agree in family", 1.0
    if a.type and b.type:
        yield ("agree in type" if a.type == b.type else "types differ"), 1.0
    yield "rarity of the word", min(one.rarity, other.rarity) / 5
    if a.kind == b.kind:
        yield "same class", 1.0
    if "REPORTING" in (a.kind, b.kind):
        yield "saying", 1.0
    if "STATE" in (a.kind, b.kind) or "I_STATE" in (a.kind, b.kind):
        yield "state", 1.0


def _shared(one: Read, other: Read) -> float:
    few, many = (one.words, other.words) if len(one.words) <= len(other.words) else (other.words, one.words)
    return sum(weight for word, weight in few.items() if word in many)


def _words_shared(one: Read, other: Read) -> float:
    return _shared(one, other) / math.sqrt(one.sum * other.sum) * 2


def _of_parties(one: Read, other: Read) -> Iterator[tuple[str, float]]:
    lands = [bool(a & b) for a, b in zip(one.lands, other.lands, strict=True)]
    for name, a, b, land in (
        ("actor", one.actors, other.actors, lands[0]), ("target", one.targets, other.targets, lands[1]),
        ("place", one.place, other.place, False),
    ):  # fmt: skip
        if a and b:
            how = "same" if a == b else "shared" if a & b else "other"
            yield f"{name} of one country" if land and how == "other" else f"{how} {name}", 1.0
    if one.members and other.members:
        shared = bool(one.members & other.members)
        yield (
            ("somebody in both" if shared else "one country in both" if any(lands) else "nobody in both"),
            1.0,
        )


def _of_days(a: Told, b: Told) -> Iterator[tuple[str, float]]:
    if a.first is not None and b.first is not None:
        same = (a.first, a.last) == (b.first, b.last)
        apart = a.last < b.first or b.last < a.first
        how = "same day" if same else "other day" if apart else "days overlap"
        yield how if a.own_day and b.own_day else f"{how}, told elsewhere", 1.0
    elif a.first is not None or b.first is not None:
        yield "one dated only", 1.0
    else:
        yield "no day", 1.0
    if a.status == b.status:
        yield "same status", 1.0
    elif (a.status in DONE) != (b.status in DONE):
        yield "one real, one not", 1.0
    if (a.status == "denied") != (b.status == "denied"):
        yield "one denied", 1.0
    if a.weight >= ROW and b.weight >= ROW:
        yield "both in rows", 1.0


def _of_story(story: Likeness, related: str) -> Iterator[tuple[str, float]]:
    yield "story", story.story
    yield "words of the articles", story.words * 5
    yield "same word, story" if related in SAME else "other word, story", story.story
    if story.words < 0.1:
        yield "articles unlike", 1.0
    elif story.words > 0.3:
        yield "articles alike", 1.0
    if story.both:
        yield "names of the articles", story.names * 3
        if story.names < 0.1:
            yield "articles of other names", 1.0
        elif story.names > 0.4:
            yield "articles of the same names", 1.0
