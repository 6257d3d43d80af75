"""The two tables that look at all articles together, made from the parts in bounded memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from dateline.corpus.store import Store
from dateline.entity_sums import Described, Merged
from dateline.tables import DAY, conform, empty
from dateline.timeline.build import timeline_with_keys
from dateline.timeline.plans import SILENT
from dateline.timeline.sure import SHARED, SOON
from dateline.timeline.tellings import wording

BUCKET = 3_000_000  # rows of `described` whose entities are counted in one go
WINDOW = 1_000  # articles that follow each other in publication and whose events are folded in one go
_HAPPENED = ("happened", "ongoing")
_WORDS = "in the same words"
_JOINED = ("actors", "targets", "place", "said_by", "articles")


def entities_of(store: Store) -> pd.DataFrame:
    """Count the entities of all parts: the same table as if all articles had been analysed at once.

    What each article tells of its entities is added up part by part. So that memory stays bounded, entities are
    dealt into as many buckets as need be, and each bucket is counted in a pass of its own.
    """
    rows = sum(mark["rows"]["described"] for mark in store.marks())
    buckets = max(1, -(-rows // BUCKET))
    counted = [_entities_in(store, bucket, buckets) for bucket in range(buckets)]
    table = pd.concat([table for table, _ in counted], ignore_index=True)
    table["weight"] = [weight for _, weights in counted for weight in weights]
    return conform(
        table.sort_values(["weight", "entity"], ascending=[False, True], kind="stable"), "entities"
    )


def _entities_in(store: Store, bucket: int, buckets: int) -> tuple[pd.DataFrame, list[float]]:
    merged = Merged()
    for described, articles in zip(
        store.parts("described"), store.parts("articles", ["article", "published"]), strict=True
    ):
        days = {
            a: None if pd.isna(day) else day.date() for a, day in articles.itertuples(index=False, name=None)
        }
        columns = described[["article", *Described._fields]]
        for article, *one in columns.itertuples(index=False, name=None):
            if buckets == 1 or zlib.crc32(one[0].encode()) % buckets == bucket:
                merged.add(Described(*one), days[article])
    return merged.table()


class Story(NamedTuple):
    """The timeline of a corpus, and the row of it that each event went into: by part, by event, -1 for none."""

    timeline: pd.DataFrame
    rows: list[np.ndarray]
    keys: list[str]  # of the rows that the numbers name


def timeline_of(store: Store, entities: pd.DataFrame) -> pd.DataFrame:
    """Tell the events of all parts once each; see `story_of`."""
    return story_of(store, entities).timeline


def story_of(store: Store, entities: pd.DataFrame) -> Story:
    """Tell the events of all parts once each, and say which event went where.

    Articles are taken in order of publication, a thousand at a time, and their events are folded as `analyze` folds
    them; what is told again in another thousand becomes one row where day, kind and those who take part are the
    same. A corpus of up to a thousand articles has the very timeline that `analyze` gives.
    """
    tables: list[pd.DataFrame] = []
    places = [np.full(mark["rows"]["events"], -1, np.int32) for mark in store.marks()]
    for order, window in _windows(store):
        events = _events_in(store, window)
        table, keys = _timeline_in(store, window, events.drop(columns=["part", "at"]), entities)
        first = sum(map(len, tables))
        numbers = {key: first + number for number, key in enumerate(table["event"])}
        for part, at, key in zip(events["part"], events["at"], keys, strict=True):
            places[part][at] = numbers.get(key, -1)
        days = dict(zip(window["article"], window["published"], strict=True))
        told = [[day for a in cell.split("; ") if not pd.isna(day := days[a])] for cell in table["articles"]]
        newest = pd.Series([max(known, default=pd.NaT) for known in told], dtype=DAY)
        tables.append(table.assign(window=order, published=newest))
    if not tables:
        return Story(empty("timeline"), places, [])
    rows = pd.concat(tables, ignore_index=True)
    if len(tables) == 1:
        return Story(conform(rows, "timeline"), places, rows["event"].tolist())
    merged, into = merged_rows(rows)
    return Story(merged, places, [rows["event"].iloc[at] for at in into])


def _windows(store: Store) -> Iterator[tuple[int, pd.DataFrame]]:
    places = [
        frame.assign(part=number)
        for number, frame in enumerate(store.parts("articles", ["article", "published"]))
    ]
    order = pd.concat(places, ignore_index=True) if places else pd.DataFrame(columns=["article"])
    if len(order) > WINDOW:
        order = order.sort_values(["published", "article"], kind="stable", na_position="last")
    for number, first in enumerate(range(0, len(order), WINDOW)):
        yield number, order.iloc[first : first + WINDOW]


def _events_in(store: Store, window: pd.DataFrame) -> pd.DataFrame:
    """Read the events of some articles under the keys that each article gives them, and where each stands."""
    frames = []
    for part, articles in window.groupby("part", sort=True)["article"]:
        events = store.part("events", part)
        events = events.assign(event=store.part("tellings", part)["event"], part=part, at=range(len(events)))
        frames.append(events[events["article"].isin(articles)])
    return pd.concat(frames, ignore_index=True)


def _timeline_in(
    store: Store, window: pd.DataFrame, events: pd.DataFrame, entities: pd.DataFrame
) -> tuple[pd.DataFrame, list[str]]:
    """Build the timeline of some articles, and give the key of the row of each event."""
    articles, parts = window["article"].tolist(), set(window["part"])
    given = (store.select(table, articles, parts) for table in ("articles", "sentences"))
    return timeline_with_keys(conform(events, "events"), entities, *given)


def merge_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Put rows that tell the same event in different windows together.

    Two rows are one event when first, last and type are the same, the type is known, the same take part (somebody
    does), and neither is denied or only possible. What was planned in one and happened in a later one happened.
    Rows without a day or type are one when they tell the same in the same words within a week.

    Parameters
    ----------
    rows : DataFrame
        Timeline rows with a column `window`, in order of the windows, and the day of their newest article in a
        column `published`; without it no words are compared.
    """
    return merged_rows(rows)[0]


def merged_rows(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[int]]:
    """Put rows that tell the same event together, as `merge_rows`; give for each row the number of its first one."""
    rows = rows if "published" in rows else rows.assign(published=pd.NaT)
    rows = rows.assign(at=range(len(rows)), key=_keys(rows))
    again = rows["key"].notna() & rows["key"].duplicated(keep=False)
    once = rows[
        ~again
    ]  # most of them, and they stay a frame: as records they would take ten times the memory
    into = list(range(len(rows)))
    merged = pd.concat([once, _together(rows[again], into)], ignore_index=True) if again.any() else once
    merged = merged.sort_values(["first", "last", "at"], kind="stable", na_position="last")
    return conform(merged, "timeline"), into


def _together(rows: pd.DataFrame, into: list[int]) -> pd.DataFrame:
    """Put rows of one key together, but never two of the same window; note in `into` where each has gone."""
    told: dict[str, dict] = {}
    out: list[dict] = []
    for row in rows.to_dict("records"):
        known = told.get(row["key"])
        if known is None or known["window"] == row["window"] or not _soon(known, row):
            out.append(row)
            told[row["key"]] = row
            continue
        into[row["at"]] = known["at"]
        for column in _JOINED:
            parts = [*known[column].split("; "), *row[column].split("; ")]
            known[column] = "; ".join(dict.fromkeys(filter(None, parts)))
        known["mentions"] += row["mentions"]
        if row["status"] in _HAPPENED and known["status"] == "planned":
            known["status"] = row["status"]
            known["was_planned"] = known["was_planned"] or _since(known)
            known["planned_note"] = known["planned_note"].removesuffix(SILENT).removesuffix("; ")
    return pd.DataFrame(out).astype(rows.dtypes.to_dict())


def _since(plan: dict) -> str:
    """Say since when, as far as rows tell, and by which article a deed was planned."""
    first = plan["articles"].split("; ")[0]
    return first if pd.isna(plan["published"]) else f"{plan['published']:%Y-%m-%d} {first}"


def _soon(known: dict, row: dict) -> bool:
    """Rows that only share their words must be told within a week."""
    return row["key"][0] != _WORDS or row["published"] - known["published"] <= SOON


def _keys(rows: pd.DataFrame) -> list[tuple | None]:
    """Give what rows of one event share: days, type and who takes part, else words; None where too little is known."""
    columns = ("first", "last", "type", "status", "actors", "targets", "what", "published")
    keys: list[tuple | None] = []
    for first, last, kind, status, actors, targets, what, published in zip(
        *(rows[c] for c in columns), strict=True
    ):
        members = "; ".join(sorted({*actors.split("; "), *targets.split("; ")} - {""}))
        days = ("", "") if pd.isna(first) else (f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}")
        words = wording(what)
        if days[0] and kind and members and status in (*_HAPPENED, "planned"):
            keys.append((*days, kind, members))
        elif len(words) >= SHARED and not pd.isna(published):
            same = "happened" if status in _HAPPENED else status
            keys.append((_WORDS, *days, kind, same, members, " ".join(sorted(words))))
        else:
            keys.append(None)
    return keys
