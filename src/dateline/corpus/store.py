"""The folder of a corpus: one Parquet file per table and part, each there whole or not at all.

A part counts as done once its mark lies in `parts/`, which is written last. So a run can be stopped anywhere, in
whatever way, and the next one goes on with the first part that has no mark.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from dateline.corpus.engine import engine
from dateline.corpus.parts import Part
from dateline.corpus.shelf import CorpusShelf
from dateline.corpus.work import APART, Output
from dateline.corrections.knowledge import Knowledge, signature
from dateline.outputs import MANIFEST, check_output, is_output, whole_file
from dateline.problems import Problem, problem_table
from dateline.tables import conform, empty

KIND = "corpus"
MARKS = "parts"
WHOLE = ("entities", "timeline")  # tables of the whole corpus, one file each
# what each article tells of its entities; what went wrong; the keys of events as each article gives them, a row a row
# of events; fingerprints of the texts, a row an article
BESIDE = ("described", "failures", "tellings", "prints")
FOUND = (
    "found"  # parts of `events` as they were found, where a line of the user on the timeline corrected them
)


class CorpusError(ValueError):
    """A corpus can't be made or gone on with as it was asked for; says why and what to do."""


class Store:
    """The files of one corpus."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)

    def begin(self, options: dict, sources: Iterable[object], *, again: bool = False) -> None:
        """Make the folder, or check that it was begun in the same way, else start over if `again` says so.

        Raises
        ------
        OutputError
            The folder holds something else, or can't be written to.
        CorpusError
            It was begun by other code or with other options.
        """
        check_output(self.folder, KIND, sources)
        about = {"dateline": _version(), "kind": KIND, "engine": engine(), "options": options}
        there = is_output(self.folder)
        if there and again and (reason := self._difference(about)):
            self._clear()
            there = False
        elif there and (reason := self._difference(about)):
            raise CorpusError(f"{reason}, choose a new folder, or start over with again=True (--again).")
        if not there:  # first of all, so that whatever happens the folder is known again
            self.folder.mkdir(parents=True, exist_ok=True)
            self._write_manifest(about | {"done": False, "files": {}})
        for place in (".", MARKS, *APART, *BESIDE):
            (self.folder / place).mkdir(parents=True, exist_ok=True)
            for left in (self.folder / place).glob(".*.unfinished-*"):
                shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)

    def _difference(self, about: dict) -> str:
        """Say how the corpus that is there differs from what is asked for, "" if it does not."""
        there = self.manifest()
        if there["engine"] != about["engine"]:
            return (
                f"{self.folder} was begun by dateline {there['dateline']} with other rules or models than those of "
                f"this one ({about['dateline']}). Go on with the former"
            )
        for name, value in about["options"].items():
            if there["options"].get(name) != value:
                return (
                    f"{self.folder} was begun with {name}={there['options'].get(name)!r}, not {value!r}. "
                    "Go on with that"
                )
        return ""

    def _clear(self) -> None:
        """Remove what a corpus is made of, the marks first, so that no file is ever taken for another run's."""
        for place in (MARKS, *APART, *BESIDE, FOUND):
            for path in (self.folder / place).glob("part-*"):
                path.unlink()
        for name in (*(f"{table}.parquet" for table in WHOLE), "failures.csv"):
            (self.folder / name).unlink(missing_ok=True)

    def manifest(self) -> dict:
        """Read what is told of the whole corpus."""
        return json.loads((self.folder / MANIFEST).read_bytes())

    def _write_manifest(self, about: dict) -> None:
        with whole_file(self.folder / MANIFEST) as path:
            path.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")

    def has(self, part: Part) -> bool:
        """Say whether this part, with exactly these articles, is done."""
        return self._mark(part.number).get("key") == part.key()

    def _mark(self, number: int) -> dict:
        try:
            return json.loads((self.folder / MARKS / f"part-{number:06d}.json").read_bytes())
        except FileNotFoundError:
            return {}

    def put(self, part: Part, output: Output) -> None:
        """Write the files of a part, and when all are there, its mark."""
        mark = self.folder / MARKS / f"{part.name}.json"
        mark.unlink(missing_ok=True)  # of a part with other articles
        (self.folder / FOUND / f"{part.name}.parquet").unlink(missing_ok=True)
        for table, data in output.files.items():
            with whole_file(self.folder / table / f"{part.name}.parquet") as path:
                path.write_bytes(data)
        told = {"key": part.key(), "failed": output.failed, "undated": output.undated, "rows": output.rows}
        told["told"] = output.told
        with whole_file(mark) as path:
            path.write_text(json.dumps(told) + "\n", encoding="utf-8")

    def check_end(self, parts: int) -> None:
        """Refuse a source that gives fewer parts than it once did: nobody knows whether it is only half there.

        Raises
        ------
        CorpusError
            Nothing is removed.
        """
        there = len(self.marks())
        if there > parts:
            raise CorpusError(
                f"the source now gives {parts} parts, but {self.folder} holds {there}. Bring back what the source "
                "held, or choose a new folder."
            )

    def marks(self) -> list[dict]:
        """Read the marks of all parts, in order."""
        return [json.loads(path.read_bytes()) for path in sorted((self.folder / MARKS).glob("part-*.json"))]

    def digest(self) -> str:
        """Digest what the parts hold, so that the tables of the whole are made again only where need be."""
        return hashlib.sha256("".join(mark["key"] for mark in self.marks()).encode()).hexdigest()

    def is_whole(self, knowledge: Knowledge | None = None) -> bool:
        """Say whether the tables of the whole are those of the parts that are there, and made by these lines."""
        there = all((self.folder / f"{table}.parquet").is_file() for table in WHOLE)
        told = self.manifest()
        same = knowledge is None or ("unfit" in told and told.get("knowledge") == _digest_of(knowledge))
        return there and same and told.get("whole") == self.digest()

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Give a folder that is removed in the end."""
        folder = self.folder / f".whole.unfinished-{os.getpid()}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def reopen(self) -> None:
        """Say that the tables of the whole are not done, and bring back events that a line of the user corrected."""
        if (told := self.manifest()).get("done"):
            self._write_manifest(told | {"done": False, "whole": ""})
        for path in sorted((self.folder / FOUND).glob("part-*.parquet")):
            with whole_file(self.folder / "events" / path.name) as place:
                place.write_bytes(path.read_bytes())
            path.unlink()

    def correct(self, table: str, number: int, frame: pd.DataFrame) -> None:
        """Write a table of one part as the user's lines have it; how it was found is kept."""
        name = f"part-{number:06d}.parquet"
        (self.folder / FOUND).mkdir(exist_ok=True)
        if not (self.folder / FOUND / name).is_file():
            with whole_file(self.folder / FOUND / name) as path:
                path.write_bytes((self.folder / table / name).read_bytes())
        with whole_file(self.folder / table / name) as path:
            frame.to_parquet(path, index=False, compression="zstd")

    def finish(self, shelf: CorpusShelf, unfit: list[Problem], knowledge: Knowledge) -> None:
        """Write the tables of the whole and the list of failures, and say that the corpus is done.

        `unfit` are the user's lines that changed nothing; the manifest keeps them too.
        """
        for table, frames in (("entities", shelf.entities()), ("timeline", shelf.timeline())):
            with whole_file(self.folder / f"{table}.parquet") as path:
                _write(path, frames)
        with (
            whole_file(self.folder / "failures.csv") as path,
            path.open("w", encoding="utf-8", newline="") as file,
        ):
            for number, one in enumerate(chain(self.parts("failures"), [problem_table(unfit)])):
                one.to_csv(file, index=False, lineterminator="\n", header=number == 0)
        marks = self.marks()
        rows: dict[str, int] = {}
        for mark in marks:
            for table, count in mark["rows"].items():
                rows[table] = rows.get(table, 0) + count
        rows |= {table: shelf.count(table) for table in WHOLE}
        told = {"done": True, "whole": self.digest(), "parts": len(marks), "rows": rows}
        told |= {"knowledge": _digest_of(knowledge), "unfit": [line._asdict() for line in unfit]}
        told |= {name: sum(mark[name] for mark in marks) for name in ("failed", "undated")}
        about = {name: value for name, value in self.manifest().items() if name not in (*told, "files")}
        self._write_manifest(about | told | {"files": {}})

    def parts(self, table: str, columns: list[str] | None = None) -> Iterator[pd.DataFrame]:
        """Read a table part by part."""
        for path in sorted((self.folder / table).glob("part-*.parquet")):
            yield pd.read_parquet(path, columns=columns)

    def dataset(self, table: str) -> ds.Dataset:
        """Give a table of all parts that are done, to filter and read from.

        Raises
        ------
        FileNotFoundError
            The corpus is not done yet, and this table is made last.
        """
        if table in WHOLE:
            path = self.folder / f"{table}.parquet"
            if not path.is_file() or not self.is_whole():
                raise FileNotFoundError(
                    f"{self.folder} is not done yet, and '{table}' is made last. Start the run again to go on, or name "
                    "the tables to read: tables=['events']."
                )
            return ds.dataset(path, format="parquet")
        done = [path.stem for path in sorted((self.folder / MARKS).glob("part-*.json"))]
        paths = [self.folder / table / f"{name}.parquet" for name in done]
        if paths and not paths[0].is_file():
            paths = []  # tokens that were not kept
        return ds.dataset(
            paths or pa.Table.from_pandas(empty(table)), **({"format": "parquet"} if paths else {})
        )

    def keeps(self, table: str) -> bool:
        """Say whether a table was kept; tokens may have been left out."""
        return next((self.folder / table).glob("part-*.parquet"), None) is not None

    def part(self, table: str, number: int, columns: list[str] | None = None) -> pd.DataFrame:
        """Read a table of one part."""
        return pd.read_parquet(self.folder / table / f"part-{number:06d}.parquet", columns=columns)

    def rewrite(self, table: str, number: int, column: str, values: list[str]) -> None:
        """Write a column of one part anew, the file whole or not at all; what is the same stays as it is."""
        if self.part(table, number, [column])[column].tolist() == values:
            return
        frame = conform(self.part(table, number).assign(**{column: values}), table)
        with whole_file(self.folder / table / f"part-{number:06d}.parquet") as path:
            frame.to_parquet(path, index=False, compression="zstd")


def _write(path: Path, frames: Iterator[pd.DataFrame]) -> None:
    """Write frames into one file, never holding more than one."""
    first = pa.Table.from_pandas(next(frames), preserve_index=False)
    with pq.ParquetWriter(path, first.schema, compression="zstd") as writer:
        writer.write_table(first)
        for frame in frames:
            writer.write_table(pa.Table.from_pandas(frame, schema=first.schema, preserve_index=False))


def _digest_of(knowledge: Knowledge) -> str:
    lines = [f"{line.line} {signature(line)}" for line in knowledge.lines]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return ""
