"""What many articles tell of the same entities, added up: the same whether at once or part by part."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from dateline.cells import joined, listed
from dateline.tables import conform


class Described(NamedTuple):
    """What one article tells of an entity: the entity, how often it is mentioned, its share of the article."""

    entity: str
    name: str
    kind: str
    role: str
    country: str
    aliases: str
    mentions: int
    share: float  # of the importance of all entities of the article, in [0, 1]


def merge_described(told: Iterable[tuple[Described, dt.date | None]]) -> pd.DataFrame:
    """Make the entities table from what each article tells of its entities and the day of the article.

    The articles may be told in parts, one after the other; only the order of the articles counts.
    """
    merged = Merged()
    for one, published in told:
        merged.add(one, published)
    return merged.table()[0]


class Merged:
    """What many articles tell of their entities, added up one by one; grows with the entities alone."""

    def __init__(self) -> None:
        self._of: dict[str, _Sum] = {}

    def add(self, one: Described, published: dt.date | None) -> None:
        """Add what one article tells of one entity."""
        known = self._of.get(one.entity)
        if known is None:
            known = self._of[one.entity] = _Sum(one.kind)
        known.names[one.name] += 1
        if one.role:
            known.roles[one.role] += 1
        if one.country:
            known.countries[one.country] += 1
        known.spellings.update(dict.fromkeys(filter(None, [one.name, *listed(one.aliases)])))
        known.mentions += one.mentions
        known.articles += 1
        known.shares = exact_sum(known.shares, one.share)
        if published is not None:
            known.first = min(known.first or published, published)
            known.last = max(known.last or published, published)

    def table(self) -> tuple[pd.DataFrame, list[float]]:
        """Give the entities table in order of importance, and the importance of each row."""
        weights = {entity: math.fsum(known.shares) for entity, known in self._of.items()}
        order = sorted(weights, key=lambda entity: (-weights[entity], entity))
        table = conform([self._of[entity].row(entity) for entity in order], "entities")
        return table, [weights[entity] for entity in order]


class _Sum:
    """The sums of one entity."""

    __slots__ = (
        "articles", "countries", "first", "kind", "last", "mentions", "names", "roles", "shares", "spellings"
    )  # fmt: skip

    def __init__(self, kind: str) -> None:
        self.kind, self.mentions, self.articles = kind, 0, 0
        self.names: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        self.spellings: dict[str, None] = {}
        self.shares: list[float] = []
        self.first: dt.date | None = None
        self.last: dt.date | None = None

    def row(self, entity: str) -> dict:
        name = max(self.names, key=lambda n: (len(n.split()), self.names[n], n))
        return {
            "entity": entity,
            "name": name,
            "kind": self.kind,
            "role": self.roles.most_common(1)[0][0] if self.roles else "",
            "country": self.countries.most_common(1)[0][0] if self.countries else "",
            "aliases": joined(alias for alias in self.spellings if alias != name),
            "mentions": self.mentions,
            "articles": self.articles,
            "first_seen": pd.NaT if self.first is None else pd.Timestamp(self.first),
            "last_seen": pd.NaT if self.last is None else pd.Timestamp(self.last),
        }


def exact_sum(partials: list[float], value: float) -> list[float]:
    """Add a number to a sum kept as few numbers that lose no bit (Shewchuk 1997).

    >>> 0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1
    (0.6000000000000001, 0.6)
    >>> [math.fsum(exact_sum(exact_sum([first], 0.2), last)) for first, last in ((0.1, 0.3), (0.3, 0.1))]
    [0.6, 0.6]
    """
    kept = []
    for other in partials:
        if abs(value) < abs(other):
            value, other = other, value
        high = value + other
        if low := other - (high - value):
            kept.append(low)
        value = high
    return [*kept, value]
