"""More articles to learn the choice of rows from: where their events are told, without a word of their texts.

`tests/gold/rows_listed.csv` has a line a telling: the gold file and the id of the article, the number of the event, the
characters that tell it, its closest days, whether an editor must have it, its status ("" where not listed), who does it
(the characters that name each, "-" where nobody is told, "" where not listed) and who listed it. The texts are looked
up in the folder of the gold set. Readers differ in how many events that may stay they list; training knows those who
list fewer by the signal SPARING, which no article of a user has.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from dateline.evaluation.run import read_gold
from dateline.lexicons import FOLDER

LISTED = FOLDER.parents[2] / "tests" / "gold" / "rows_listed.csv"
NOBODY = "-"  # in column `actors`: nobody is told
SPARING = "listed sparingly"
READERS = {
    "sparing": SPARING,
    "close": "",
}  # column `reader` -> signal; those who keep close to the gold set have none


def read_listed(path: Path, folder: Path) -> list[dict]:
    """Read the listed articles as lines of a gold set, their texts from the gold files in `folder`.

    Parameters
    ----------
    path : Path
        Columns file, article, event, start, end, first, last, must, status, actors, reader: a line each telling, the
        best of an event first.
    folder : Path
        Where the files lie that the lines name.

    Returns
    -------
    list of dict
        With `id`, `text`, `published`, `reader` (a signal), `events` (each with `triggers`, `first`, `last`, `must`,
        `status`, `actors`: spans, or None where not listed), in order of the file.

    Raises
    ------
    ValueError
        Where an article is missing, or shorter than what is listed of it.
    """
    texts: dict[str, dict[str, dict]] = {}
    found: dict[tuple[str, str], dict] = {}
    for row in _rows(path):
        file, name = row["file"], row["article"]
        if file not in texts:
            texts[file] = {line["id"]: line for line in read_gold(folder / file)}
        if (file, name) not in found:
            if name not in texts[file]:
                raise ValueError(
                    f"{path.name}: {file} has no article {name!r}; is it another version of the file?"
                )
            known = texts[file][name]
            found[file, name] = {
                "id": f"{file.partition('.')[0]}:{name}", "text": known["text"],
                "published": known.get("published"), "reader": READERS[row["reader"]], "events": {},
            }  # fmt: skip
        line = found[file, name]
        span, actors = [int(row["start"]), int(row["end"])], _spans(row["actors"])
        if max(end for _, end in (span, *(actors or ()))) > len(line["text"]):
            raise ValueError(
                f"{path.name}: {name} ends before what is listed of it (event {row['event']}); is it another text?"
            )
        event = {"triggers": [], "first": row["first"] or None, "last": row["last"] or None,
                 "must": row["must"] == "1", "status": row["status"], "actors": actors}  # fmt: skip
        line["events"].setdefault(row["event"], event)["triggers"].append(span)
    return [{**line, "events": list(line["events"].values())} for line in found.values()]


def _spans(cell: str) -> list[list[int]] | None:
    """Read who does it: None where it is not listed, nothing where nobody is told."""
    if not cell:
        return None
    return [[int(end) for end in span.split(":")] for span in cell.split() if span != NOBODY]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
