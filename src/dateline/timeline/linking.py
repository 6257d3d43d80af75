"""Which events are one, the most alike first: clusters by average link (Sokal and Michener 1958).

Two events are as alike as their mentions are on average, pairs that share nothing counting 0, so that no chain of
half-likenesses ties strangers together. What is most alike is put together first, then compared anew with what is
known of it by then: its days, its parties, its other tellings.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from typing import Protocol

LEAST = 0.15  # less is not kept
BESIDE = 60  # events that one is compared with; keeps a story told a thousand times linear


class Links:
    """How alike events are: the sum of the probabilities of the pairs of their mentions."""

    def __init__(self) -> None:
        self._of: dict[int, dict[int, float]] = {}

    def add(self, one: int, other: int, total: float) -> None:
        """Add the probabilities of some pairs of mentions, one of each event."""
        beside = self._of.setdefault(one, {})
        beside[other] = self._of.setdefault(other, {})[one] = beside.get(other, 0.0) + total  # one for both

    def beside(self, one: int) -> dict[int, float]:
        """Give the events that share something with one, and how much."""
        return self._of.get(one, {})

    def join(self, one: int, other: int) -> None:
        """Count what is shared with the other as shared with the one."""
        self._of.get(one, {}).pop(other, None)
        for third, total in self._of.pop(other, {}).items():
            if third != one:
                del self._of[third][other]
                self.add(one, third, total)
        beside = self._of.get(one, {})
        for third in sorted(beside, key=lambda at: (-beside[at], at))[BESIDE:]:
            del beside[third], self._of[third][one]


class Events(Protocol):
    """What linking asks of the events, and tells them."""

    def asked(self, one: int, other: int) -> float:
        """Say how alike two must be at least."""

    def join(self, one: int, other: int, likely: float) -> bool:
        """Put the other into the one, unless their mentions speak against it; whether that was done."""


def link(links: Links, sizes: list[int], events: Events, least: float = LEAST) -> None:
    """Put together what is alike.

    Parameters
    ----------
    links : Links
        Between events, by their numbers.
    sizes : list of int
        How many mentions each has; kept up.
    events : Events
        Told of each two that are put together, the lower number first.
    least : float
        No two are put together that are less alike, whatever is asked.

    Examples
    --------
    >>> class Three:
    ...     asked = lambda self, one, other: 0.5
    ...     join = lambda self, one, other, likely: not print(one, other, round(likely, 2))
    >>> links = Links()
    >>> links.add(0, 1, 0.9), links.add(1, 2, 0.8), links.add(0, 2, 0.6)
    (None, None, None)
    >>> link(links, [1, 1, 1], Three())
    0 1 0.9
    0 2 0.7
    """
    heap: list[tuple[float, int, int, int, int]] = []
    times = [0] * len(sizes)  # what was put together since makes an entry void

    def offer(one: int, other: int) -> None:
        likely = links.beside(one)[other] / (sizes[one] * sizes[other])
        if likely > least and likely > events.asked(one, other):
            heapq.heappush(heap, (-likely, one, other, times[one], times[other]))

    _offer_all(links, range(len(sizes)), offer)
    while heap:
        likely, one, other, *known = heapq.heappop(heap)
        if [times[one], times[other]] != known or not events.join(one, other, -likely):
            continue
        links.join(one, other)
        sizes[one] += sizes[other]
        times[one] += 1
        times[other] = -1
        for third in list(links.beside(one)):
            offer(min(one, third), max(one, third))


def _offer_all(links: Links, events: Sequence[int], offer: Callable[[int, int], None]) -> None:
    for one in events:
        for other in links.beside(one):
            if one < other:
                offer(one, other)
