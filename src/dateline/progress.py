"""How far the work is: a bar where somebody watches and it takes longer than a moment, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
DELAY = 1.0  # seconds; shorter work needs no bar


def with_bar(
    items: Iterable[Item], total: int | None, unit: str, progress: bool | None, *, few: int = 1
) -> Iterator[Item]:
    """Go through items and show how far it is.

    Parameters
    ----------
    items : iterable
    total : int, optional
        How many there are, where that is known.
    unit : str
        What one is called, such as "article".
    progress : bool or None
        True: always; False: never; None: where a person watches (a terminal, a notebook), there are more than `few`,
        and it takes longer than a second.

    Examples
    --------
    >>> list(with_bar("ab", 2, "article", None))
    ['a', 'b']
    """
    if progress or (progress is None and (total is None or total > few) and _is_watched()):
        from tqdm import tqdm

        return iter(tqdm(items, total=total, desc=f"{unit}s", unit=unit, delay=0 if progress else DELAY))
    return iter(items)


def _is_watched() -> bool:
    return "ipykernel" in sys.modules or (sys.stderr is not None and sys.stderr.isatty())
