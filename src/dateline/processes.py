"""Worker processes: fresh ones, one thread each, that end with the process that started them."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait

from dateline.collecting import collect_seldom_from_now_on


def cores() -> int:
    """Count the processor cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def process_pool(workers: int) -> ProcessPoolExecutor:
    """Make a pool of fresh processes.

    They are started anew rather than forked, so that nothing depends on what the caller has loaded. They leave
    Ctrl-C to the caller, compute on one thread each, and end when the caller does, however that came about.
    """
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    collect_seldom_from_now_on()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def _end_with_parent() -> None:
    """Wait for the end of the parent, even by kill -9; without this a worker would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
