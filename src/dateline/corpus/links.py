"""What is known only when all articles are read, written back into the parts: copies, and the row of each event.

Both are made from files that no one writes to again (`prints`, `tellings`), so a run that is stopped in the middle of
it does the same once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np

from dateline.corpus.shelf import CorpusShelf
from dateline.corpus.store import Store
from dateline.tables import DAY
from dateline.timeline.copies import HASHES, Print, bands_of, match_prints


class _OnDisk(Sequence[Print]):
    """Fingerprints whose hashes lie in a file; what stays in memory takes 24 bytes a text."""

    def __init__(self, hashes: BinaryIO) -> None:
        self._hashes, self._numbers = hashes, [np.zeros((0, 3), np.int64)]
        self._all: np.ndarray | None = None

    def extend(self, hashes: Iterable[bytes], numbers: np.ndarray) -> None:
        """Add some texts: the hashes of each, and a row of three numbers (shingles, words, whole)."""
        self._hashes.writelines(hashes)
        self._numbers.append(numbers)
        self._all = None

    def _table(self) -> np.ndarray:
        if self._all is None:
            self._all = np.concatenate(self._numbers)
            self._numbers = [self._all]
        return self._all

    def __len__(self) -> int:
        return len(self._table())

    def __getitem__(self, row):
        self._hashes.seek(row * 4 * HASHES)
        least = np.frombuffer(self._hashes.read(4 * HASHES), np.uint32)
        return Print(least, *self._table()[row].tolist())


def write_copies(store: Store, scratch: Path) -> None:
    """Write into `articles.copy_of` whose text each article of the corpus repeats.

    What is held of an article is 0.4 kB; its hashes lie in a file in the folder `scratch` until they are asked for.
    """
    names: list[str] = []
    days: list[np.ndarray] = []
    sizes: list[int] = []
    bands = [bands_of([])]
    with (scratch / "prints").open("w+b") as file:
        prints = _OnDisk(file)
        for part in store.parts("prints"):
            names += part["article"].tolist()
            days.append(part["published"].to_numpy(DAY))
            numbers = part[["shingles", "words", "whole"]].to_numpy(np.int64)
            prints.extend(part["least"], numbers)
            rows = zip(part["least"], numbers.tolist(), strict=True)
            bands.append(bands_of([Print(np.frombuffer(least, np.uint32), *row) for least, row in rows]))
            sizes.append(len(part))
        bands = [np.concatenate(bands)]
        found, first = match_prints(names, np.concatenate(days), prints, bands.pop()), 0
    for number, size in enumerate(sizes):
        store.rewrite("articles", number, "copy_of", found[first : first + size])
        first += size


def write_rows(store: Store, rows: list[np.ndarray], shelf: CorpusShelf) -> None:
    """Write into `events.event` the key of the row that each event went into, "" for none.

    Parameters
    ----------
    store : Store
    rows : list of array of int
        For each part, for each of its events the number of a row on the shelf, -1 for none.
    shelf : CorpusShelf
        With the rows that the user's lines left in the timeline.
    """
    for number, part in enumerate(rows):
        keys = shelf.keys(part)
        store.rewrite("events", number, "event", [keys.get(row, "") for row in part.tolist()])
