"""Python looks for garbage in circles less often while articles are analysed: nearly nothing there stands in circles.

Each search goes through the thousands of small lists and tuples of a parse, a tenth of the time of all steps.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 100_000  # made and not yet freed, after which Python looks again; 700 if left alone
_lock = threading.Lock()
_within: list[tuple[int, int, int]] = []  # thresholds found by the first who is inside


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Raise the threshold of `gc` while inside, in however many threads, and put back what was set before.

    Whoever has switched `gc` off or set a higher threshold keeps that.

    Examples
    --------
    >>> import gc
    >>> before = gc.get_threshold()
    >>> with seldom_collecting():
    ...     gc.get_threshold()[0] == max(OBJECTS, before[0])
    True
    >>> gc.get_threshold() == before
    True
    """
    with _lock:
        found = gc.get_threshold()
        _within.append(found)
        if 0 < found[0] < OBJECTS:
            gc.set_threshold(OBJECTS, *found[1:])
    try:
        yield
    finally:
        with _lock:
            first = _within[0]
            _within.pop()
            if not _within:
                gc.set_threshold(*first)
