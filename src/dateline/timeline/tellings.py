"""Mentions of events as the timeline sees them, from the rows of the events table."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from dateline.cells import listed


class Told(NamedTuple):
    """One mention of an event, as far as folding needs it."""

    key: str  # of its row within its article
    article: str
    start: int
    end: int
    sentence: int
    text: str
    action: str
    kind: str  # TimeML class
    type: str
    status: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: tuple[str, ...]
    first: pd.Timestamp | None
    last: pd.Timestamp | None
    grain: str
    said_by: tuple[str, ...]
    score: float
    weight: float
    what: str
    why: str
    number: int  # of the article, in order of publication
    published: pd.Timestamp | None
    line: str = ""  # the text of its sentence, where sentences are given
    own_day: bool = True  # its sentence tells its day; else that was read from another
    span: tuple[int, int] | None = None  # of its sentence, where sentences are given

    @property
    def where(self) -> tuple[str, int, int]:
        """Where it stands, which no other mention of an event does."""
        return self.article, self.start, self.end

    @property
    def members(self) -> frozenset[str]:
        """Who takes part, in whatever role."""
        return names_of((*self.actors, *self.targets))

    @property
    def wording(self) -> frozenset[str]:
        """The words of weight of its line, cut to their stem."""
        return wording(self.what)


@lru_cache(maxsize=65536)
def names_of(names: tuple[str, ...]) -> frozenset[str]:
    """Give names as a set, one for all that name the same: there are many mentions."""
    return frozenset(names)


@lru_cache(maxsize=1024)  # a line has several mentions, one after the other
def wording(what: str) -> frozenset[str]:
    """Give the words of weight of a line, cut to their stem."""
    return frozenset(map(_cut, what.split())) - _SHORT


_SHORT = frozenset(("",))


@lru_cache(maxsize=65536)
def _cut(word: str) -> str:
    word = word.strip(".,'’\"“”()").lower()
    return word[:6] if len(word) > 3 else ""


def told_of(
    row: dict, number: int, published: pd.Timestamp, line: str = "", span: tuple[int, int] | None = None
) -> Told:
    """Take a row of the events table as a mention; `line` is the text of its sentence, `span` where that stands."""
    dated = not pd.isna(row["first"])
    words = row.get("date_start")
    beside = span is not None and words is not None and not pd.isna(words) and not span[0] <= words < span[1]
    return Told(
        key=row["event"], article=row["article"], start=int(row["start"]), end=int(row["end"]),
        sentence=int(row["sentence"]), text=row["text"], action=row["action"].lower(), kind=row["class"],
        type=row["type"], status=row["status"],
        actors=listed(row["actor"]), targets=listed(row["target"]), place=listed(row["place"]),
        first=row["first"] if dated else None, last=row["last"] if dated else None, grain=row["grain"],
        said_by=listed(row["said_by"]), score=float(row["score"]), weight=float(row["weight"]), what=row["what"],
        why=row["why"], number=number, published=None if pd.isna(published) else published, line=line,
        own_day=not beside, span=span,
    )  # fmt: skip


def telling(**given: Any) -> Told:
    """Make a mention of which little is known, for examples and tests."""
    blank: dict[str, Any] = dict.fromkeys(Told._fields, "") | dict.fromkeys(
        ("start", "end", "sentence", "number"), 0
    )
    blank |= dict.fromkeys(("actors", "targets", "place", "said_by"), ())
    blank |= {
        "first": None,
        "last": None,
        "published": None,
        "score": 0.0,
        "weight": 0.0,
        "own_day": True,
        "span": None,
    }
    return Told(**(blank | given))


Group = list[Told]
DONE = ("happened", "ongoing")


def _was_over(told: Told, other: Told) -> bool:
    """Tell whether another article tells as done what is told, or was planned, for a day after it."""
    if told.first is None or other.status not in DONE or other.published is None:
        return False
    return told.number != other.number and told.first > other.published


def closest(group: Group) -> Told | None:
    """Find the mention that dates the event most closely; of plans for other days the one told last.

    A day in the sentence of a mention comes before one that was read from another sentence. What another article
    tells as done is of no later day.
    """
    dated = [m for m in group if m.first is not None and not any(_was_over(m, other) for other in group)]
    dated = [m for m in dated if m.own_day] or dated
    if dated and all(m.status == "planned" for m in dated):
        last = max(dated, key=lambda m: (m.number, m.start))
        dated = [m for m in dated if share_a_day(m, last)]
    elif any(m.status == "planned" for m in dated) and len({m.number for m in dated}) > 1:
        dated = [m for m in dated if m.status != "planned"]
    return min(dated, key=lambda m: (_length(m), m.number, m.start)) if dated else None


def share_a_day(one: Told, other: Told) -> bool:
    """Tell whether two mentions are dated, and by days of which some are the same."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _length(told: Told) -> pd.Timedelta:
    return pd.Timedelta.max if told.first is None or told.last is None else told.last - told.first
