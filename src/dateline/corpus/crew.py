"""Who does the work: the processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dateline.corpus.engine import engine
from dateline.corpus.store import CorpusError
from dateline.processes import cores, process_pool

T = TypeVar("T")


class Lost(Exception):
    """The worker died while it was at the task."""


def of_this_engine(worker: str) -> None:
    """Refuse what a worker with other code made."""
    if worker != engine():
        raise CorpusError(
            "a worker of the cluster runs another version of dateline. Install the same one everywhere."
        )


@dataclass(frozen=True, eq=False)
class Task(Generic[T]):
    """A piece of work under way."""

    function: Callable[..., T]
    given: tuple
    named: dict
    future: Future[T]
    pool: object


class Crew:
    """Some workers; one that dies is replaced, and only its tasks are told as lost.

    Parameters
    ----------
    workers : int, optional
        Processes on this machine; all cores if left out, and with 1 this very process.
    client : dask.distributed.Client, optional
        A cluster to use instead.
    """

    def __init__(self, workers: int | None = None, client: Any = None) -> None:
        if workers is not None and workers < 1:
            raise ValueError(f"workers={workers}: at least one must do the work; None takes all cores")
        self._client, self._here = client, client is None and workers == 1
        self._size = sum(client.ncores().values()) if client is not None else workers or cores()
        self._losses = _losses(client)
        self._pool: Any = self._new()

    @property
    def size(self) -> int:
        """How many tasks can be at work at once."""
        return max(1, self._size)

    @property
    def limit(self) -> int:
        """How many tasks are given out at once: enough to keep everybody busy, and no more, to bound memory."""
        return 2 * self.size

    def _new(self):
        if self._client is not None:
            return self._client.get_executor(pure=False)
        return _Here() if self._here else process_pool(self._size)

    def submit(self, function: Callable[..., T], *given: object, **named: object) -> Task[T]:
        """Give out a task."""
        try:
            future = self._pool.submit(function, *given, **named)
        except BrokenProcessPool:
            self._renew(self._pool)
            future = self._pool.submit(function, *given, **named)
        return Task(function, given, named, future, self._pool)

    def result(self, task: Task[T]) -> T:
        """Wait for a task; if its worker died it is given out again.

        Raises
        ------
        Lost
            A worker died over it twice.
        """
        try:
            return task.future.result()
        except self._losses:
            self._renew(task.pool)
        again = self.submit(task.function, *task.given, **task.named)
        try:
            return again.future.result()
        except self._losses:
            self._renew(again.pool)
            raise Lost() from None

    def _renew(self, broken: Any) -> None:
        if self._client is None and broken is self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = self._new()

    def first_done(self, tasks: list[Task]) -> list[Task]:
        """Wait until one of the tasks is done; give back all that are."""
        done = wait([task.future for task in tasks], return_when=FIRST_COMPLETED).done
        return [task for task in tasks if task.future in done]

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if self._client is not None:
            self._pool.shutdown(wait=kind is None)
            return
        at_work = [] if kind is None else list((getattr(self._pool, "_processes", None) or {}).values())
        self._pool.shutdown(wait=kind is None, cancel_futures=True)
        for process in at_work:
            process.terminate()  # Ctrl-C must not wait for the articles under way


class _Here:
    """An executor that does each task at once, in this process."""

    def submit(self, function: Callable, *given: object, **named: object) -> Future:
        future: Future = Future()
        try:
            future.set_result(function(*given, **named))
        except Exception as error:  # handed to whoever asks for the result, as executors do
            future.set_exception(error)
        return future

    def shutdown(self, **_: object) -> None:
        """Nothing to end."""


def _losses(client: object) -> tuple[type[BaseException], ...]:
    if client is None:
        return (BrokenProcessPool, CancelledError)
    from distributed.scheduler import KilledWorker

    return (KilledWorker,)
