"""Where events are found again: the keys of their words, article by article, packed small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np


class Index:
    """The groups of mentions of each article, by the keys of their words.

    Examples
    --------
    >>> index = Index()
    >>> index.put(0, [["stem clos", "deed close"], ["stem open"], ["stem clos"]])
    >>> asking, found = index.sharing([0], [["deed close", "stem clos"], ["stem sign"], ["stem open"]], 80)
    >>> asking.tolist(), found.tolist()
    ([0, 0, 2], [0, 2, 1])
    """

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._of_article: dict[int, tuple[np.ndarray, np.ndarray, int]] = {}

    def put(self, article: int, keys: Sequence[Sequence[str]]) -> None:
        """Note the keys of each group of an article."""
        number = self._number
        flat = [number.setdefault(key, len(number)) for group in keys for key in group]
        group = np.repeat(np.arange(len(keys), dtype=np.int32), [len(group) for group in keys])
        self._of_article[article] = (np.asarray(flat, np.int32), group, len(keys))

    def drop(self, article: int) -> None:
        """Forget an article that is asked for no more."""
        del self._of_article[article]

    def sharing(
        self, articles: Iterable[int], keys: Sequence[Sequence[str]], most: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """Find for each group of keys the groups of some articles that share most keys with it.

        Parameters
        ----------
        articles : iterable of int
            Their groups are counted through, in this order.
        keys : sequence of sequences of str
            Those of each group that asks.
        most : int
            So many are found for each; of those that share as much, the last ones.

        Returns
        -------
        asking, found : arrays of int
            Pairs of groups.
        """
        number = self._number
        parts = [self._of_article[article] for article in articles]
        wanted = [[number[key] for key in group if key in number] for group in keys]
        flat, told = _joined(parts)
        known = np.zeros(len(number), bool)
        known[[key for group in wanted for key in group]] = True
        kept = known[flat]
        order = np.argsort(flat[kept], kind="stable")
        flat, told = flat[kept][order], told[kept][order]
        asking = np.repeat(np.arange(len(keys)), [len(group) for group in wanted])
        asked = np.fromiter((key for group in wanted for key in group), np.int32, len(asking))
        first, last = np.searchsorted(flat, asked), np.searchsorted(flat, asked, "right")
        count = sum(part[2] for part in parts)
        pairs = np.repeat(asking, last - first) * count + told[spans(first, last - first)]
        pairs, times = np.unique(pairs, return_counts=True)
        order = np.lexsort((-pairs, -times, pairs // max(count, 1)))
        asking, found = np.divmod(pairs[order], max(count, 1))
        kept = np.arange(len(asking)) - np.searchsorted(asking, asking) < most
        return asking[kept], found[kept]


def _joined(parts: list[tuple[np.ndarray, np.ndarray, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Put the keys of articles together, and of each the group, counted through."""
    if not parts:
        return np.empty(0, np.int32), np.empty(0, np.int64)
    before = np.cumsum([0, *(count for *_, count in parts)])
    return (
        np.concatenate([flat for flat, *_ in parts]),
        np.concatenate([group + first for (_, group, _), first in zip(parts, before, strict=False)]),
    )


def spans(first: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Count through spans, one after the other.

    Examples
    --------
    >>> spans(np.array([5, 2]), np.array([2, 3])).tolist()
    [5, 6, 2, 3, 4]
    """
    ends = np.cumsum(length)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + length, length)
