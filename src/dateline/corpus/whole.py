"""The two tables that look at all articles together, made from the parts in bounded memory."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from dateline.cells import all_listed, joined, listed
from dateline.corpus.crew import Crew, Lost, Task, of_this_engine
from dateline.corpus.shelf import CorpusShelf
from dateline.corpus.store import Store
from dateline.corpus.work import FoldedWindow, fold_window
from dateline.entity_sums import Described, Merged
from dateline.tables import DAY, conform, empty
from dateline.timeline.plans import SILENT
from dateline.timeline.sure import SHARED, SOON
from dateline.timeline.tellings import DONE, wording

BUCKET = 25_000  # rows of `described` whose entities are counted in one go
BUCKETS = 200  # files that are open at once, at most; some systems allow 256
WINDOW = 1_000  # articles that follow each other in publication and whose events are folded in one go
BLOCK = 50  # windows whose rows are dealt into files in one go, a file a window and table
GATHERED = 2_000  # rows that are dealt in one go
_TOLD = ("events", "articles", "sentences")  # tables that a timeline is made of
_WORDS = "in the same words"
_JOINED = ("actors", "targets", "place", "said_by", "articles")
_NAMING = ("actor", "target", "place", "said_by")  # columns of events


def count_entities(store: Store, shelf: CorpusShelf, scratch: Path) -> None:
    """Count the entities of all parts onto the shelf: the same table as if all articles had been analysed at once.

    What each article tells of its entities is added up part by part. So that memory stays bounded, entities are
    dealt into as many files as need be, in the folder `scratch`, and one file is counted after the other.
    """
    rows = sum(mark["rows"]["described"] for mark in store.marks())
    buckets = min(BUCKETS, max(1, -(-rows // BUCKET)))
    told = [_told(store)] if buckets == 1 else _in_buckets(_told(store), buckets, scratch)
    for frames in told:
        merged = Merged()
        for frame in frames:
            days = [None if pd.isna(day) else day.date() for day in frame["published"]]
            columns = frame[list(Described._fields)].itertuples(index=False, name=None)
            for one, day in zip(columns, days, strict=True):
                merged.add(Described(*one), day)
        table, weights = merged.table()
        shelf.add_entities(table, [-weight for weight in weights])


def _told(store: Store) -> Iterator[pd.DataFrame]:
    """Read what each article tells of its entities, with the day of the article."""
    for described, articles in zip(
        store.parts("described"), store.parts("articles", ["article", "published"]), strict=True
    ):
        days = articles.set_index("article")["published"]
        yield described.assign(published=described["article"].map(days).astype(DAY))


def _in_buckets(
    frames: Iterator[pd.DataFrame], buckets: int, scratch: Path
) -> Iterator[Iterator[pd.DataFrame]]:
    """Deal rows into files by entity, and give the rows of one file after the other."""

    def bucket(frame: pd.DataFrame) -> np.ndarray:
        return np.array([zlib.crc32(entity.encode()) % buckets for entity in frame["entity"]], np.int64)

    for path in _dealt(_gathered(frames, BUCKET), bucket, scratch / "bucket").values():
        yield _in_file(path)
        path.unlink()


def _gathered(frames: Iterator[pd.DataFrame], rows: int) -> Iterator[pd.DataFrame]:
    """Put frames together until they have so many rows, so that few small pieces are written."""
    some: list[pd.DataFrame] = []
    for frame in frames:
        some.append(frame)
        if sum(map(len, some)) >= rows:
            yield pd.concat(some, ignore_index=True)
            some = []
    if some:
        yield pd.concat(some, ignore_index=True)


def _dealt(
    frames: Iterator[pd.DataFrame], number: Callable[[pd.DataFrame], np.ndarray], name: Path
) -> dict[int, Path]:
    """Deal rows into files by their number; those with a negative one are left out."""
    paths: dict[int, Path] = {}
    writers: dict[int, pa.ipc.RecordBatchStreamWriter] = {}
    try:
        for frame in frames:
            of = number(frame)
            for one in np.unique(of[of >= 0]).tolist():
                rows = pa.Table.from_pandas(frame[of == one], preserve_index=False)
                if one not in writers:
                    paths[one] = name.with_name(f"{name.name}-{one:06d}.arrow")
                    writers[one] = pa.ipc.new_stream(str(paths[one]), rows.schema)
                writers[one].write_table(rows)
    finally:
        for writer in writers.values():
            writer.close()
    return dict(sorted(paths.items()))


def _in_file(path: Path) -> Iterator[pd.DataFrame]:
    with pa.ipc.open_stream(str(path)) as reader:
        for batch in reader:
            yield batch.to_pandas()


def tell_story(store: Store, shelf: CorpusShelf, crew: Crew) -> list[np.ndarray]:
    """Tell the events of all parts once each, onto the shelf; entities must lie there.

    Articles are taken in order of publication, a thousand at a time, and their events are folded as `analyze` folds
    them, each thousand by one worker; what is told again in another thousand becomes one row where day, kind and
    those who take part are the same. A corpus of up to a thousand articles has the very timeline that `analyze` gives.

    Returns
    -------
    list of array of int
        For each part, for each of its events the number of the row on the shelf that it went into, -1 for none.
    """
    shelf.clear_timeline()
    places = [np.full(mark["rows"]["events"], -1, np.int32) for mark in store.marks()]
    first = 0
    for order, window, events, (table, keys, _) in _folded(store, shelf, crew):
        numbers = {key: first + number for number, key in enumerate(table["event"])}
        for part, at, key in zip(events["part"], events["at"], keys, strict=True):
            places[part][at] = numbers.get(key, -1)
        days = dict(zip(window["article"], window["published"], strict=True))
        told = [[day for a in listed(cell) if not pd.isna(day := days[a])] for cell in table["articles"]]
        newest = pd.Series([max(known, default=pd.NaT) for known in told], dtype=DAY)
        table = table.assign(window=order, published=newest)
        shelf.add_rows(table, first, _keys(table))
        first += len(table)
    merge_rows(shelf)
    return places


def _folded(
    store: Store, shelf: CorpusShelf, crew: Crew
) -> Iterator[tuple[int, pd.DataFrame, pd.DataFrame, FoldedWindow]]:
    """Fold the events of one window after the other, as many windows ahead as there are workers."""
    waiting: deque[tuple[int, pd.DataFrame, pd.DataFrame, Task[FoldedWindow]]] = deque()
    for order, window, events, *given in _windows(store, shelf.folder):
        named = {one for column in _NAMING for one in all_listed(events[column].unique())}
        known = conform(events.drop(columns=["part", "at"]), "events")
        task = crew.submit(fold_window, known, shelf.countries(named), *given)
        waiting.append((order, window, events[["part", "at"]], task))
        if len(waiting) > crew.size:
            yield _done(*waiting.popleft(), crew)
    while waiting:
        yield _done(*waiting.popleft(), crew)


def _done(
    order: int, window: pd.DataFrame, events: pd.DataFrame, task: Task[FoldedWindow], crew: Crew
) -> tuple[int, pd.DataFrame, pd.DataFrame, FoldedWindow]:
    """Wait for a window; one that ended its worker twice, for want of memory, is folded here, with no other beside."""
    try:
        found = crew.result(task)
    except Lost:
        found = fold_window(*task.given)
    of_this_engine(found.engine)
    return order, window, events, found


def merge_rows(shelf: CorpusShelf) -> None:
    """Put rows on the shelf that tell the same event in different windows together."""
    for rows in shelf.alike():
        into: dict[int, int] = {}
        kept = _together(rows, into)
        shelf.update(kept, kept["at"].tolist())
        shelf.remove(into.items())


def _windows(
    store: Store, scratch: Path
) -> Iterator[tuple[int, pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]]:
    """Give the articles of one window after the other, in order of publication.

    Each with its number, then its articles (`article`, `published`), its events (under the keys that each article
    gives them, with `part` and `at`, where each stands), and its rows of `articles` and `sentences`. Rows are dealt
    into files, so that in whatever order the source came, a part is read once for many windows.
    """
    places = [
        frame.assign(part=number)
        for number, frame in enumerate(store.parts("articles", ["article", "published"]))
    ]
    order = pd.concat(places, ignore_index=True) if places else pd.DataFrame(columns=["article"])
    if len(order) > WINDOW:
        order = order.sort_values(["published", "article"], kind="stable", na_position="last")
    order["window"] = np.arange(len(order)) // WINDOW
    for first in range(0, len(order), WINDOW * BLOCK):
        block = order.iloc[first : first + WINDOW * BLOCK]
        window_of = dict(zip(block["article"], block["window"], strict=True))
        parts = sorted(block["part"].unique().tolist())
        paths = {
            table: _dealt(
                _gathered(_of_parts(store, table, parts), GATHERED), _numbers_from(window_of), scratch / table
            )
            for table in _TOLD
        }
        for number, window in block.groupby("window", sort=True):
            rows = (_read_back(paths[table].get(number), table) for table in _TOLD)
            yield number, window[["article", "published"]], *rows


def _numbers_from(window_of: dict[str, int]) -> Callable[[pd.DataFrame], np.ndarray]:
    return lambda frame: np.array([window_of.get(article, -1) for article in frame["article"]], np.int64)


def _of_parts(store: Store, table: str, parts: list[int]) -> Iterator[pd.DataFrame]:
    """Read a table of some parts; events under the keys that each article gives them, and where each stands."""
    for part in parts:
        frame = store.part(table, part)
        if table == "events":
            keys = store.part("tellings", part)["event"]
            frame = frame.assign(event=keys, part=part, at=range(len(frame)))
        yield frame


def _read_back(path: Path | None, table: str) -> pd.DataFrame:
    """Read what was dealt into one file, which is removed; none was written where there are no rows."""
    if path is None:
        return empty(table).assign(part=0, at=0) if table == "events" else empty(table)
    frame = pd.concat(_in_file(path), ignore_index=True)
    path.unlink()
    return frame if table == "events" else conform(frame, table)


def _together(rows: pd.DataFrame, into: dict[int, int]) -> pd.DataFrame:
    """Put rows that tell the same event in different windows together; note in `into` where each that goes has gone.

    Two rows are one event when first, last and type are the same, the type is known, the same take part (somebody
    does), and neither is denied or only possible. What was planned in one and happened in a later one happened.
    Rows without a day or type are one when they tell the same in the same words within a week. What one window keeps
    apart stays apart.

    Parameters
    ----------
    rows : DataFrame
        Timeline rows in order of the windows, with their `key` (see `_keys`), number (`at`), `window` and the day of
        their newest article (`published`).
    into : dict of int to int
    """
    told: dict[tuple, dict] = {}
    out: list[dict] = []
    for row in rows.to_dict("records"):
        known = told.get(row["key"])
        if known is None or known["window"] == row["window"] or not _soon(known, row):
            out.append(row)
            told[row["key"]] = row
            continue
        into[row["at"]] = known["at"]
        for column in _JOINED:
            known[column] = joined(all_listed((known[column], row[column])))
        known["mentions"] += row["mentions"]
        if row["status"] in DONE and known["status"] == "planned":
            known["status"] = row["status"]
            known["was_planned"] = known["was_planned"] or _since(known)
            known["planned_note"] = known["planned_note"].removesuffix(SILENT).removesuffix("; ")
    return pd.DataFrame(out).astype(rows.dtypes.to_dict())


def _since(plan: dict) -> str:
    """Say since when, as far as rows tell, and by which article a deed was planned."""
    first = listed(plan["articles"])[0]
    return first if pd.isna(plan["published"]) else f"{plan['published']:%Y-%m-%d} {first}"


def _soon(known: dict, row: dict) -> bool:
    """Rows that only share their words must be told within a week."""
    return row["key"][0] != _WORDS or (row["published"] - known["published"]).days <= SOON


def _keys(rows: pd.DataFrame) -> list[tuple | None]:
    """Give what rows of one event share: days, type and who takes part, else words; None where too little is known."""
    columns = ("first", "last", "type", "status", "actors", "targets", "what", "published")
    keys: list[tuple | None] = []
    for first, last, kind, status, actors, targets, what, published in zip(
        *(rows[c] for c in columns), strict=True
    ):
        members = joined(sorted({*listed(actors), *listed(targets)}))
        days = ("", "") if pd.isna(first) else (f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}")
        words = wording(what)
        if days[0] and kind and members and status in (*DONE, "planned"):
            keys.append((*days, kind, members))
        elif len(words) >= SHARED and not pd.isna(published):
            same = "happened" if status in DONE else status
            keys.append((_WORDS, *days, kind, same, members, " ".join(sorted(words))))
        else:
            keys.append(None)
    return keys
