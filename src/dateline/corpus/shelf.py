"""Rows of the whole on disk while a corpus comes to its end: put in as they come, merged, and read back in order.

SQLite sorts and finds them, so that memory stays the same however many there are. The file is scratch: it needs no
journal, as a run that is stopped makes it again.
"""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path

import numpy as np
import pandas as pd

from dateline.tables import COLUMNS, DAY, conform

ROWS = 5_000  # that are read back at once
_ASKED = 500  # values of one question; SQLite takes 999 in its oldest builds
_CACHE = 16_000  # kB
_LAST = 2**62  # sorts behind every day
_NO_DAY = np.iinfo(np.int64).min


class CorpusShelf:
    """The rows of `entities` and of `timeline` of a corpus, in a file of their own.

    Parameters
    ----------
    path : Path
        Of the file, in a folder (`folder`) that whoever made it removes.

    Raises
    ------
    OSError
        From every method, where the disk is full or can't be written to.
    """

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self._base = sqlite3.connect(path, isolation_level=None)
        with _as_system():
            for line in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}"):
                self._base.execute(f"PRAGMA {line}")
            self._base.execute("BEGIN")
            self._base.execute(
                f"CREATE TABLE entities (rank REAL, {_named('entities')}, PRIMARY KEY (rank, entity)) WITHOUT ROWID"
            )
            self._base.execute("CREATE INDEX by_name ON entities (entity, country)")
        self.clear_timeline()

    def __enter__(self) -> CorpusShelf:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    # --- entities ---------------------------------------------------------------------------------
    def add_entities(self, table: pd.DataFrame, ranks: Iterable[float]) -> None:
        """Put entities in; they come back in order of rank, then of id."""
        rows = ((rank, *row) for rank, row in zip(ranks, _tuples(table, "entities"), strict=True))
        self._put("INSERT INTO entities VALUES", 1 + len(COLUMNS["entities"]), rows)

    def replace_entities(self, table: pd.DataFrame) -> None:
        """Take these instead of all others, in this order."""
        with _as_system():
            self._base.execute("DELETE FROM entities")
        self.add_entities(table, range(len(table)))

    def entities(self) -> Iterator[pd.DataFrame]:
        """Give the entities in order, some thousand at a time; at least one frame, which may be empty."""
        yield from self._frames(
            f"SELECT {_named('entities')} FROM entities ORDER BY rank, entity", "entities"
        )

    def countries(self, entities: Iterable[str]) -> pd.DataFrame:
        """Give `entity` and `country` of those that are named and known."""
        asked = "SELECT entity, country FROM entities WHERE entity IN ({})"
        return pd.DataFrame(self._asked(asked, sorted(entities)), columns=["entity", "country"], dtype="str")

    # --- timeline ---------------------------------------------------------------------------------
    def clear_timeline(self) -> None:
        """Begin the timeline anew."""
        with _as_system():
            for table in ("timeline", "went"):
                self._base.execute(f"DROP TABLE IF EXISTS {table}")
            self._base.execute(
                "CREATE TABLE timeline (n INTEGER PRIMARY KEY, from_day, to_day, sought, published, win, "
                f"{_named('timeline')})"
            )
            self._base.execute("CREATE INDEX by_day ON timeline (from_day, to_day)")
            self._base.execute("CREATE INDEX by_key ON timeline (sought) WHERE sought IS NOT NULL")
            self._base.execute("CREATE TABLE went (n INTEGER PRIMARY KEY, into_n)")

    def add_rows(self, table: pd.DataFrame, first: int, keys: list[tuple | None]) -> None:
        """Put rows of one window in, numbered from `first` on.

        Parameters
        ----------
        table : DataFrame
            Timeline rows with two more columns: `published`, a day, and `window`, a number.
        first : int
        keys : list of tuple of str, or None
            What the row shares with others that tell the same event.
        """
        days = [_numbers(table[column]) for column in ("first", "last", "published")]
        behind = [[_LAST if day is None else day for day in column] for column in days[:2]]
        sought = [None if key is None else json.dumps(key) for key in keys]
        numbers = range(first, first + len(table))
        beside = zip(numbers, *behind, sought, days[2], table["window"].tolist(), strict=True)
        rows = ((*one, *row) for one, row in zip(beside, _tuples(table, "timeline"), strict=True))
        self._put("INSERT INTO timeline VALUES", 6 + len(COLUMNS["timeline"]), rows)

    def alike(self) -> Iterator[pd.DataFrame]:
        """Give rows that share a key with others, all of a key together, in the order they came in.

        The frames have four more columns: `at` (the number of the row), `key`, `window` and `published`. Rows may be
        changed and removed between frames.
        """
        with _as_system():
            self._base.execute("DROP TABLE IF EXISTS twice")
            self._base.execute(
                "CREATE TABLE twice AS SELECT sought, count(*) AS times FROM timeline WHERE sought IS NOT NULL "
                "GROUP BY sought HAVING times > 1"
            )
        done = 0
        while True:
            asked = "SELECT sought, times FROM twice WHERE rowid > ? ORDER BY rowid LIMIT ?"
            found = self._base.execute(asked, (done, _ASKED)).fetchall()
            if not found:
                return
            reach = list(accumulate(times for _, times in found))  # rows of the keys up to each
            keys = [key for (key, _), rows in zip(found, reach, strict=True) if rows <= ROWS] or [found[0][0]]
            done += len(keys)
            columns = f"n, sought, published, win, {_named('timeline')}"
            asked = f"SELECT {columns} FROM timeline WHERE sought IN ({{}}) ORDER BY n"
            rows = self._asked(asked, keys)
            rows.sort(key=lambda row: row[0])
            frame = _frame([row[4:] for row in rows], "timeline")
            frame["at"] = [row[0] for row in rows]
            frame["key"] = [tuple(json.loads(row[1])) for row in rows]
            frame["published"] = _days([row[2] for row in rows])
            frame["window"] = [row[3] for row in rows]
            yield frame

    def update(self, table: pd.DataFrame, numbers: Iterable[int]) -> None:
        """Write rows anew under their numbers; their place in the order stays."""
        told = ", ".join(f'"{column}" = ?' for column in COLUMNS["timeline"])
        rows = ((*row, n) for n, row in zip(numbers, _tuples(table, "timeline"), strict=True))
        with _as_system():
            self._base.executemany(f"UPDATE timeline SET {told} WHERE n = ?", rows)

    def remove(self, into: Iterable[tuple[int, int]]) -> None:
        """Take rows out, each with the number of the row that it went into, -1 for none."""
        pairs = list(into)
        with _as_system():
            self._base.executemany("DELETE FROM timeline WHERE n = ?", [(n,) for n, _ in pairs])
            self._base.executemany("INSERT INTO went VALUES (?, ?)", pairs)

    def timeline(self) -> Iterator[pd.DataFrame]:
        """Give the rows in order of days, those without one last; at least one frame, which may be empty."""
        for frame in self.numbered():
            yield frame.drop(columns="n")

    def numbered(self) -> Iterator[pd.DataFrame]:
        """Give the rows as `timeline`, with their numbers in a column `n`."""
        asked = f"SELECT n, {_named('timeline')} FROM timeline ORDER BY from_day, to_day, n"
        yield from self._frames(asked, "timeline", "n")

    def keys(self, numbers: np.ndarray) -> dict[int, str]:
        """Give the key of each of these rows, or of the row that it went into; one that was dropped has none."""
        wanted = [int(n) for n in np.unique(numbers) if n >= 0]
        into = dict(self._asked("SELECT n, into_n FROM went WHERE n IN ({})", wanted))
        last = {n: into.get(n, n) for n in wanted}
        told = dict(self._asked("SELECT n, event FROM timeline WHERE n IN ({})", sorted(set(last.values()))))
        return {n: told[at] for n, at in last.items() if at in told}

    # --- both -------------------------------------------------------------------------------------
    def count(self, table: str) -> int:
        """Count the rows of `entities` or `timeline`."""
        return self._base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def _put(self, line: str, width: int, rows: Iterable[tuple]) -> None:
        with _as_system():
            self._base.executemany(f"{line} ({', '.join('?' * width)})", rows)

    def _asked(self, line: str, values: list) -> list[tuple]:
        """Ask for a list of values, some hundred at a time."""
        out: list[tuple] = []
        with _as_system():
            for first in range(0, len(values), _ASKED):
                some = values[first : first + _ASKED]
                out += self._base.execute(line.format(", ".join("?" * len(some))), some).fetchall()
        return out

    def _frames(self, line: str, table: str, *beside: str) -> Iterator[pd.DataFrame]:
        cursor = self._base.execute(line)
        rows = cursor.fetchmany(ROWS)
        while True:
            frame = _frame([row[len(beside) :] for row in rows], table)
            for at, column in enumerate(beside):
                frame[column] = [row[at] for row in rows]
            yield frame
            if not (rows := cursor.fetchmany(ROWS)):
                return


@contextmanager
def _as_system() -> Iterator[None]:
    """Tell what the disk refuses in the words of the system, as for any other file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        code = errno.ENOSPC if "full" in str(error) else errno.EIO
        words = "No space left on device" if code == errno.ENOSPC else str(error)
        raise OSError(code, words) from error


def _named(table: str) -> str:
    return ", ".join(f'"{column}"' for column in COLUMNS[table])


def _numbers(days: pd.Series) -> list[int | None]:
    """Give days as milliseconds, None where unknown."""
    return [None if day == _NO_DAY else day for day in days.astype(DAY).to_numpy().view("int64").tolist()]


def _days(numbers: list[int | None]) -> pd.Series:
    plain = np.array([_NO_DAY if number is None else number for number in numbers], np.int64)
    return pd.Series(plain.view("datetime64[ms]"))


def _tuples(frame: pd.DataFrame, table: str) -> Iterator[tuple]:
    columns = [
        _numbers(frame[name]) if dtype == DAY else frame[name].tolist()
        for name, dtype in COLUMNS[table].items()
    ]
    return zip(*columns, strict=True)


def _frame(rows: list[tuple], table: str) -> pd.DataFrame:
    columns = list(zip(*rows, strict=True)) or [()] * len(COLUMNS[table])
    cells = {
        name: _days(list(values)) if dtype == DAY else pd.Series(list(values), dtype=object)
        for (name, dtype), values in zip(COLUMNS[table].items(), columns, strict=True)
    }
    return conform(pd.DataFrame(cells), table)
