"""Python looks for garbage in circles less often while articles are analysed: nearly nothing there stands in circles.

Each search goes through the thousands of small lists and tuples of a parse, a tenth of the time of all steps.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 100_000  # made and not yet freed, after which Python looks again
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
    _enter()
    try:
        yield
    finally:
        _leave()


def collect_seldom_from_now_on() -> None:
    """Raise the threshold for as long as this process lives: one that was made for analysing alone."""
    _enter()


def _enter() -> None:
    with _lock:
        found = gc.get_threshold()
        _within.append(found)
        if 0 < found[0] < OBJECTS:
            gc.set_threshold(OBJECTS, *found[1:])


def _leave() -> None:
    with _lock:
        first = _within[0] if _within else None  # none: forked while inside
        del _within[-1:]
        if first and not _within:
            _put_back(first)


def _put_back(found: tuple[int, int, int]) -> None:
    """Set the threshold that was found, unless somebody has set another since."""
    if gc.get_threshold()[0] == OBJECTS:
        gc.set_threshold(*found)


def _begin_anew() -> None:
    """Let a forked process know of nobody inside: of the threads that were, it has at most one."""
    global _lock
    _lock = threading.Lock()
    if _within:
        _put_back(_within[0])
        _within.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)
