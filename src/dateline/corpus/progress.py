"""How far a long run has come: a bar in a terminal, one line a minute elsewhere."""

from __future__ import annotations

import sys
import time
from typing import IO

EVERY = 60.0  # seconds from line to line where there is no terminal


class Progress:
    """Tell the articles that are done, how many a second, and the time left where the total is known."""

    def __init__(self, total: int | None, *, shown: bool, to: IO[str] | None = None) -> None:
        self._to = to or sys.stderr
        self._total, self._done, self._new = total, 0, 0
        self._began = self._told = time.monotonic()
        self._bar = None
        self._shown = shown
        if shown and self._to.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=total, desc="articles", unit="article", file=self._to, smoothing=0.05)

    def add(self, articles: int, *, before: bool = False) -> None:
        """Count articles; those done by a run before this one say nothing of the speed."""
        self._done += articles
        self._new += 0 if before else articles
        if self._bar is not None:
            if before:
                self._bar.initial += articles
                self._bar.n += articles
                self._bar.refresh()
            else:
                self._bar.update(articles)
        elif self._shown and time.monotonic() - self._told >= EVERY:
            self._told = time.monotonic()
            print(self.line(self._told - self._began), file=self._to, flush=True)

    def line(self, seconds: float) -> str:
        """Say in one line how far it is.

        >>> progress = Progress(1000, shown=False)
        >>> progress.add(100, before=True); progress.add(150)
        >>> progress.line(30.0)
        'articles: 250 of 1,000, 5.0 a second, 0:02:30 left'
        """
        rate = self._new / seconds if seconds > 0 else 0.0
        words = [f"articles: {self._done:,}" + (f" of {self._total:,}" if self._total else "")]
        words.append(f"{rate:.1f} a second")
        if self._total and rate:
            left = max(0, round((self._total - self._done) / rate))
            words.append(f"{left // 3600}:{left // 60 % 60:02}:{left % 60:02} left")
        return ", ".join(words)

    def step(self, what: str) -> None:
        """Name the step that comes after the articles."""
        if self._bar is not None:
            self._bar.set_postfix_str(what)
        elif self._shown:
            print(what, file=self._to, flush=True)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
