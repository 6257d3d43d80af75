"""Wordings of rows that have been judged, without a word of the texts they stand in.

`tests/gold/wordings_judged.csv` has a line a wording: the gold file and the id of the article, the characters of the
event's word, the kind of wording and how well a cut clause tells, the characters of the words printed, in order, how
many words were put in for pronouns, whether it is fit to print as it stands (1 or 0), what is wrong with it, and in
which of two readings, plain or strict, it was judged: each by itself, some in both.
"""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.evaluation.rows import article_of
from dateline.evaluation.run import read_gold
from dateline.events.records import Event
from dateline.events.rows import with_rows
from dateline.events.rows.filling import called_by
from dateline.events.rows.fitness import signals_of_wording
from dateline.events.rows.reading import read_line
from dateline.events.rows.syntax import Parse, parse_from
from dateline.events.rows.weights import Weights
from dateline.events.rows.words import names_of
from dateline.events.rows.written import Wording
from dateline.lexicons import FOLDER

JUDGED = FOLDER.parents[2] / "tests" / "gold" / "wordings_judged.csv"
STRICT = "read strictly"  # the signal of wordings judged in the stricter reading; no article of a user has it
_NOT_LEARNED = Weights(0.0, {})  # the words of rows don't matter here
COLUMNS = ("file", "article", "start", "end", "kind", "told", "words", "filled", "fit", "fault", "reader")


class Judged(NamedTuple):
    """One wording: its article, its row (the event's word), its kind, its signals, and how it was judged."""

    article: str
    row: tuple[str, int, int]
    kind: str
    signals: dict[str, float]
    fit: bool
    fault: str


def read_judged(path: Path, folder: Path) -> Iterator[Judged]:
    """Read the judged wordings, their signals made anew from the texts in `folder`.

    Wordings of what is no event any more are left out, and their number is told in a warning.

    Raises
    ------
    ValueError
        Where an article is missing: it is another text.
    """
    skipped: list[str] = []
    by_article: dict[tuple[str, str], list[dict[str, str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_article.setdefault((row["file"], row["article"]), []).append(row)
    texts: dict[str, dict[str, dict]] = {}
    for (name, article), rows in by_article.items():
        if name not in texts:
            texts[name] = {line["id"]: line for line in read_gold(folder / name)}
        if article not in texts[name]:
            raise ValueError(
                f"{path.name}: {name} has no article {article!r}; is it another version of the file?"
            )
        yield from _of_article(f"{name}|{article}", texts[name][article], rows, skipped)
    if skipped:
        warnings.warn(
            f"{path.name}: {len(skipped)} wordings are of no event any more and are left out, first {skipped[0]}; "
            "are the texts another version?",
            stacklevel=2,
        )


def _of_article(
    name: str, line: dict, rows: Iterable[dict[str, str]], skipped: list[str]
) -> Iterator[Judged]:
    text = article_of(line)["text"].iloc[0]  # as users read it, without what is no part of the article
    read = read_line({**line, "text": text})
    parse = parse_from(read.tree)
    events: dict[int, Event] = {
        event.start: event
        for event in with_rows(
            read.events, read.tree, read.mentions, read.published, read.dates, wording=_NOT_LEARNED
        )
    }
    called = called_by(parse, read.mentions, names_of(read.tree.tokens.text, read.mentions), read.unnamed)
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        event, token = events.get(start), parse.at.get(start, -1)
        if event is None or token < 0:
            skipped.append(f"{name} at {start}")
            continue  # no event any more: nothing is printed of it
        wording = Wording(row["kind"], "", tuple(_tokens(parse, row["words"])), int(row["filled"]))
        signals = signals_of_wording(parse, event, token, wording, int(row["told"]), called)
        signals |= {STRICT: 1.0} if row["reader"] == "strict" else {}
        yield Judged(name, (name, start, end), row["kind"], signals, row["fit"] == "1", row["fault"])


def _tokens(parse: Parse, spans: str) -> Iterator[int]:
    """Find the words that stand in spans of characters ("12:18 25:40")."""
    for span in spans.split():
        start, end = map(int, span.split(":"))
        at = start
        while at < end:
            token = parse.at.get(at)
            if token is None:
                at += 1
            else:
                yield token
                at = max(at + 1, parse.tokens.end[token])
