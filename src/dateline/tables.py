"""The columns and dtypes of every table; the one place that says what a table is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

TEXT, DAY, SPAN, MAYBE_SPAN, SCORE = "str", "datetime64[ms]", "int32", "Int32", "float32"
_SPAN = {"article": TEXT, "start": SPAN, "end": SPAN}

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "article": TEXT, "title": TEXT, "published": DAY, "published_by": TEXT, "dateline": TEXT,
        "section": TEXT, "source": TEXT, "url": TEXT, "text": TEXT,
    },
    "sentences": {**_SPAN, "sentence": SPAN, "part": TEXT, "text": TEXT},
    "tokens": {
        **_SPAN, "sentence": SPAN, "token": SPAN, "text": TEXT, "lemma": TEXT, "tag": TEXT,
        "head": SPAN, "relation": TEXT,
    },
    "mentions": {**_SPAN, "text": TEXT, "kind": TEXT, "form": TEXT, "entity": TEXT},
    "entities": {
        "entity": TEXT, "name": TEXT, "kind": TEXT, "role": TEXT, "country": TEXT, "aliases": TEXT,
        "mentions": SPAN, "articles": SPAN, "first_seen": DAY, "last_seen": DAY,
    },
    "dates": {
        **_SPAN, "text": TEXT, "type": TEXT, "value": TEXT, "first": DAY, "last": DAY, "grain": TEXT,
        "anchor": TEXT, "rule": TEXT,
    },
    "quotes": {
        **_SPAN, "text": TEXT, "style": TEXT, "speaker": TEXT, "speaker_start": MAYBE_SPAN,
        "speaker_end": MAYBE_SPAN, "cue_start": MAYBE_SPAN, "cue_end": MAYBE_SPAN,
    },
    "events": {
        **_SPAN, "text": TEXT, "sentence": SPAN, "action": TEXT, "class": TEXT, "type": TEXT,
        "actor": TEXT, "target": TEXT, "place": TEXT, "first": DAY, "last": DAY, "grain": TEXT,
        "date_start": MAYBE_SPAN, "date_end": MAYBE_SPAN, "status": TEXT, "said_by": TEXT, "score": SCORE,
    },
    "sentiment": {
        **_SPAN, "unit": TEXT, "text": TEXT, "entity": TEXT, "speaker": TEXT, "score": SCORE,
        "label": TEXT, "words": TEXT,
    },
    "timeline": {
        "first": DAY, "last": DAY, "grain": TEXT, "what": TEXT, "type": TEXT, "status": TEXT,
        "actors": TEXT, "targets": TEXT, "place": TEXT, "said_by": TEXT, "articles": TEXT,
        "mentions": SPAN, "score": SCORE, "article": TEXT, "start": SPAN, "end": SPAN,
    },
}  # fmt: skip


class Tables(NamedTuple):
    """Every table of one analysis; fields in the order in which they are made."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    dates: pd.DataFrame
    quotes: pd.DataFrame
    events: pd.DataFrame
    sentiment: pd.DataFrame
    timeline: pd.DataFrame


def empty(table: str) -> pd.DataFrame:
    """Make the named table with all its columns and no rows."""
    return pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in COLUMNS[table].items()})


def conform(rows: pd.DataFrame | Iterable[dict], table: str) -> pd.DataFrame:
    """Give rows the columns, their order and the dtypes of the named table; missing text becomes ""."""
    frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    columns = COLUMNS[table]
    out = {}
    for column, dtype in columns.items():
        values = frame[column] if column in frame else pd.Series(pd.NA, index=frame.index, dtype=object)
        if dtype == TEXT:
            values = values.astype(object).where(values.notna(), "")
        out[column] = values.astype(dtype)
    return pd.DataFrame(out).reset_index(drop=True)
