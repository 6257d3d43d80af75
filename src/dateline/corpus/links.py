"""What is known only when all articles are read, written back into the parts: copies, and the row of each event.

Both are made from files that no one writes to again (`prints`, `tellings`), so a run that is stopped in the middle of
it does the same once more.
"""

from __future__ import annotations

import numpy as np

from dateline.corpus.shelf import Shelf
from dateline.corpus.store import Store
from dateline.timeline.copies import Print, match_prints


def write_copies(store: Store) -> None:
    """Write into `articles.copy_of` whose text each article of the corpus repeats; some 600 bytes an article."""
    names, days, prints, sizes = [], [], [], []
    for part in store.parts("prints"):
        names += part["article"].tolist()
        days += part["published"].tolist()
        prints += [
            Print(np.frombuffer(least, np.uint32), shingles, words, whole)
            for least, shingles, words, whole in part[["least", "shingles", "words", "whole"]].itertuples(
                index=False, name=None
            )
        ]
        sizes.append(len(part))
    found, first = match_prints(names, days, prints), 0
    for number, size in enumerate(sizes):
        store.rewrite("articles", number, "copy_of", found[first : first + size])
        first += size


def write_rows(store: Store, rows: list[np.ndarray], shelf: Shelf) -> None:
    """Write into `events.event` the key of the row that each event went into, "" for none.

    Parameters
    ----------
    store : Store
    rows : list of array of int
        For each part, for each of its events the number of a row on the shelf, -1 for none.
    shelf : Shelf
        With the rows that the user's lines left in the timeline.
    """
    for number, part in enumerate(rows):
        keys = shelf.keys(part)
        store.rewrite("events", number, "event", [keys.get(row, "") for row in part.tolist()])
