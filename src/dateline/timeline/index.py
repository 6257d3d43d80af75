"""Where events are found again: the keys of their words, article by article, packed small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np


class Index:
    """The events that articles tell, by the keys of their words.

    Examples
    --------
    >>> index = Index()
    >>> index.put(0, [["stem clos", "deed close"], ["stem open"]], [7, 8])
    >>> index.under([0], [["deed close", "stem open"], ["stem sign"]])
    [[[7], [8]], []]
    """

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._of_article: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def put(self, article: int, keys: Sequence[Sequence[str]], events: Sequence[int]) -> None:
        """Note under which keys an article tells which events."""
        number = self._number
        flat = [number.setdefault(key, len(number)) for group in keys for key in group]
        told = np.repeat(np.asarray(events, np.int32), [len(group) for group in keys])
        self._of_article[article] = (np.asarray(flat, np.int32), told)

    def under(self, articles: Iterable[int], keys: Sequence[Sequence[str]]) -> list[list[list[int]]]:
        """Give for each group of keys the events that these articles tell under them, once for each telling."""
        parts = [self._of_article[article] for article in articles if article in self._of_article]
        number = self._number
        wanted = {key: number[key] for group in keys for key in group if key in number}
        if not parts or not wanted:
            return [[] for _ in keys]
        flat = np.concatenate([key for key, _ in parts])
        told = np.concatenate([event for _, event in parts])
        known = np.zeros(len(number), bool)
        known[list(wanted.values())] = True
        kept = known[flat]
        flat, told = flat[kept], told[kept]
        order = np.argsort(flat, kind="stable")
        flat, found = flat[order], told[order].tolist()
        asked = np.fromiter(wanted.values(), np.int32, len(wanted))
        first, last = np.searchsorted(flat, asked), np.searchsorted(flat, asked, "right")
        under = {
            key: found[a:b] for key, a, b in zip(wanted, first.tolist(), last.tolist(), strict=True) if a < b
        }
        return [[under[key] for key in group if key in under] for group in keys]
