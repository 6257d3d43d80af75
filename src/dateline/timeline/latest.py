"""The events told last under a key: a bounded list for each, so that long runs stay linear."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

NEARBY = 60  # events kept under a key


class Latest:
    """Numbers of events under keys, of each key the last so many that were told.

    Examples
    --------
    >>> latest = Latest(2)
    >>> for at in (1, 2, 1, 3):
    ...     latest.put("raid", at)
    >>> latest.under("raid"), latest.under("talks")
    ((1, 3), ())
    >>> latest.put("talks", 2)
    >>> latest.under_any(["talks", "raid"])
    [1, 2, 3]
    """

    def __init__(self, kept: int = NEARBY) -> None:
        self._kept = kept
        self._of: dict[Hashable, list[int]] = {}

    def put(self, key: Hashable, at: int) -> None:
        """Note that an event was told under a key, now."""
        known = self._of.setdefault(key, [])
        if at in known:
            known.remove(at)
        known.append(at)
        del known[: -self._kept]

    def under(self, key: Hashable) -> tuple[int, ...]:
        """Give the events of a key, the one told last at the end."""
        return tuple(self._of.get(key, ()))

    def under_any(self, keys: Iterable[Hashable]) -> list[int]:
        """Give the events of any of these keys, each once, in order of their numbers."""
        return sorted({at for key in keys for at in self.under(key)})
