"""The contract of the tables, checked: what anyone may build on when they get them."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dateline.cells import listed
from dateline.tables import COLUMNS, MAYBE_SPAN, TableError, Tables

_KEYS = {
    "articles": ["article"],
    "sentences": ["article", "sentence"],
    "tokens": ["article", "token"],
    "entities": ["entity"],
    "timeline": ["event"],
}
_CHOICES = {
    ("articles", "published_by"): ("given", "text", "inferred", "none"),
    ("sentences", "part"): ("headline", "dateline", "body", "caption", "credit"),
    ("mentions", "kind"): ("PERSON", "ORG", "PLACE", "MISC"),
    ("mentions", "form"): ("name", "short", "title", "nominal", "pronoun"),
    ("entities", "kind"): ("PERSON", "ORG", "PLACE", "MISC"),
    ("dates", "type"): ("DATE", "TIME", "DURATION", "SET"),
    ("quotes", "style"): ("direct", "indirect", "mixed"),
    ("events", "status"): ("happened", "ongoing", "planned", "hypothetical", "denied"),
    ("sentiment", "unit"): ("sentence", "quote", "mention"),
    ("sentiment", "label"): ("negative", "neutral", "positive"),
    ("timeline", "status"): ("happened", "ongoing", "planned", "hypothetical", "denied"),
}
_ENTITY_COLUMNS = {
    "mentions": ["entity"],
    "quotes": ["speaker"],
    "events": ["actor", "target", "place", "said_by"],
    "sentiment": ["entity", "speaker"],
    "timeline": ["actors", "targets", "place", "said_by"],
}
_INNER_SPANS = {"quotes": ["speaker", "cue"], "events": ["date"]}
_SHOWN = 3  # examples of each kind of breach


def check_tables(tables: Tables) -> None:
    """Check every promise the tables make.

    Columns, their order and dtypes; rows numbered from 0; keys that are unique; spans that lie within
    their article and give back the text of their row; heads of words within their sentence; entity ids
    that stand in the table `entities`; intervals that begin before they end; words from a fixed list;
    scores within [-1, 1].

    Raises
    ------
    TableError
        With every breach: table, row, first examples.

    Examples
    --------
    >>> from dateline.tables import empty
    >>> check_tables(Tables(*map(empty, COLUMNS)))
    """
    breaches = [breach for table in COLUMNS for breach in _shape(table, getattr(tables, table))]
    if not breaches:
        texts = dict(zip(tables.articles["article"], tables.articles["text"], strict=True))
        entities = set(tables.entities["entity"])
        for table in COLUMNS:
            frame = getattr(tables, table)
            breaches += [*_keys(table, frame), *_choices(table, frame), *_intervals(table, frame)]
            breaches += [*_spans(table, frame, texts), *_known(table, frame, entities)]
        breaches += [*_heads(tables.tokens), *_sentence_numbers(tables), *_weights(tables)]
        breaches += _starts(tables.articles)
    if breaches:
        more = f"\n  and {len(breaches) - 20} more" if len(breaches) > 20 else ""
        raise TableError("the tables break their contract:\n  " + "\n  ".join(breaches[:20]) + more)


def _shape(table: str, frame: pd.DataFrame) -> Iterator[str]:
    columns = COLUMNS[table]
    if list(frame.columns) != list(columns):
        wanted, found = ", ".join(columns), ", ".join(map(str, frame.columns))
        yield f"{table}: columns are {found}; they must be {wanted}"
        return
    for column, dtype in columns.items():
        if frame[column].dtype != dtype:
            yield f"{table}.{column}: dtype is {frame[column].dtype}; it must be {dtype}"
        elif dtype == "str" and frame[column].hasnans:
            yield f"{table}.{column}: missing values; unknown text is ''"
    if not frame.index.equals(pd.RangeIndex(len(frame))):
        yield f"{table}: rows are not numbered from 0"


def _keys(table: str, frame: pd.DataFrame) -> Iterator[str]:
    if key := _KEYS.get(table):
        for row in _first(frame.duplicated(key)):
            yield f"{table} row {row}: {', '.join(key)} = {frame.loc[row, key].tolist()} stands there twice"
        for row in _first(frame[key[0]] == ""):
            yield f"{table} row {row}: {key[0]} is empty"


def _choices(table: str, frame: pd.DataFrame) -> Iterator[str]:
    for (named, column), choices in _CHOICES.items():
        if named == table:
            for row in _first(~frame[column].isin(choices)):
                value = frame.loc[row, column]
                yield f"{table} row {row}: {column} is {value!r}; it must be one of {', '.join(choices)}"
    if table == "sentiment":
        for row in _first(~frame["score"].between(-1, 1)):
            yield f"{table} row {row}: score is {frame.loc[row, 'score']}; it must lie in [-1, 1]"


def _starts(articles: pd.DataFrame) -> Iterator[str]:
    """The given text begins within the article."""
    for row in _first((articles["text_start"] < 0) | (articles["text_start"] > articles["text"].str.len())):
        yield f"articles row {row}: text_start {articles.loc[row, 'text_start']} lies outside the text"


def _weights(tables: Tables) -> Iterator[str]:
    for table in ("events", "timeline"):
        weight = getattr(tables, table)["weight"]
        for row in _first(~(weight.isna() | weight.between(0, 1))):
            yield f"{table} row {row}: weight is {weight[row]}; it must lie in [0, 1]"


def _intervals(table: str, frame: pd.DataFrame) -> Iterator[str]:
    if "first" in frame:
        turned = (frame["first"] > frame["last"]) | (frame["first"].isna() != frame["last"].isna())
        for row in _first(turned):
            first, last = frame.loc[row, ["first", "last"]]
            yield f"{table} row {row}: first {first} and last {last} are no interval"


def _spans(table: str, frame: pd.DataFrame, texts: dict[str, str]) -> Iterator[str]:
    if "start" not in frame:
        return
    said = frame["text"] if "text" in frame else [None] * len(frame)
    shown = 0
    for row, (article, start, end, text) in enumerate(
        zip(frame["article"], frame["start"], frame["end"], said, strict=True)
    ):
        breach = _span_breach(texts, article, start, end, text)
        if breach and shown < _SHOWN:
            shown += 1
            yield f"{table} row {row}: {breach}"
    for name in _INNER_SPANS.get(table, ()):
        starts, ends = frame[f"{name}_start"], frame[f"{name}_end"]
        assert starts.dtype == ends.dtype == MAYBE_SPAN
        lengths = frame["article"].map(lambda article: len(texts.get(article, "")))
        half = starts.isna() != ends.isna()
        outside = ((starts < 0) | (starts >= ends) | (ends > lengths)).fillna(False)
        for row in _first(half | outside):
            yield f"{table} row {row}: {name}_start {starts[row]} and {name}_end {ends[row]} are no span"


def _span_breach(texts: dict[str, str], article: str, start: int, end: int, text: str | None) -> str:
    if article not in texts:
        return f"article {article!r} does not stand in articles"
    if not 0 <= start < end <= len(texts[article]):
        return f"[{start}, {end}) lies outside the {len(texts[article])} characters of {article!r}"
    there = texts[article][start:end]
    if text is not None and there != text:
        return f"text is {text[:40]!r}, but [{start}, {end}) of {article!r} is {there[:40]!r}"
    return ""


def _known(table: str, frame: pd.DataFrame, entities: set[str]) -> Iterator[str]:
    for column in _ENTITY_COLUMNS.get(table, ()):
        unknown = [[one for one in listed(cell) if one not in entities] for cell in frame[column]]
        for row in _first(pd.Series(map(bool, unknown), dtype=bool)):
            yield f"{table} row {row}: {column} {unknown[row][0]!r} does not stand in entities"


def _heads(tokens: pd.DataFrame) -> Iterator[str]:
    """Every head is -1 or a word of the same sentence."""
    words = tokens[["article", "sentence", "token"]].rename(columns={"token": "head"})
    merged = tokens[["article", "sentence", "head"]].merge(words, how="left", indicator=True)
    for row in _first((tokens["head"] != -1) & (merged["_merge"] != "both")):
        yield f"tokens row {row}: head {tokens.loc[row, 'head']} is no word of its sentence"


def _sentence_numbers(tables: Tables) -> Iterator[str]:
    """Every word and event stands within the sentence that it names."""
    bounds = tables.sentences[["article", "sentence", "start", "end"]]
    for table in ("tokens", "events"):
        frame = getattr(tables, table)
        merged = frame[["article", "sentence", "start", "end"]].merge(
            bounds, on=["article", "sentence"], how="left", suffixes=("", "_of")
        )
        outside = ~((merged["start"] >= merged["start_of"]) & (merged["end"] <= merged["end_of"]))
        for row in _first(outside):
            yield f"{table} row {row}: lies outside its sentence {frame.loc[row, 'sentence']}"


def _first(wrong: pd.Series) -> list[int]:
    return [int(row) for row in wrong.index[wrong.fillna(False).astype(bool)][:_SHOWN]]
