"""`dateline export FORMAT DIR --out FILE`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Format(NamedTuple):
    """A format: what it is for, the module and function that write it, whether it is a folder of files."""

    about: str
    module: str
    function: str
    folder: bool = False


FORMATS = {
    "timelinejs": Format("JSON for TimelineJS", "timelinejs", "export_timelinejs"),
    "gkg": Format("lines in the columns of GDELT's GKG 2.1", "gkg", "export_gkg"),
    "plover": Format("PLOVER event records, JSON Lines", "plover", "export_plover"),
    "timeml": Format("TimeML, one XML file an article", "timeml", "export_timeml", folder=True),
    "sqlite": Format("one SQLite file, for Datasette", "sqlite", "export_sqlite"),
    "xlsx": Format("one Excel workbook, a sheet a table", "spreadsheets", "export_xlsx"),
    "csv": Format("CSV for spreadsheets, a file a table", "spreadsheets", "export_csv", folder=True),
    "svg": Format("every chart as SVG beside PNG", "vector", "export_svg", folder=True),
}


def add_command(commands: argparse._SubParsersAction) -> None:
    """Add the command to the command line."""
    export = commands.add_parser(
        "export",
        help="write tables for other tools: " + ", ".join(FORMATS),
        epilog="; ".join(f"{name}: {form.about}" for name, form in FORMATS.items()),
    )
    export.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    export.add_argument(
        "tables", type=Path, metavar="DIR", help="folder of `dateline tables` or `dateline corpus`"
    )
    export.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="file, or folder for timeml, csv, svg"
    )
    export.add_argument(
        "--article", action="append", metavar="ID", help="only this article; may be given again"
    )
    export.add_argument("--source", action="append", metavar="NAME", help="only articles of this source")
    export.add_argument(
        "--entity", action="append", metavar="ENTITY", help="only articles that mention this entity"
    )
    export.add_argument(
        "--published", metavar="PERIOD", help="only of a day, month or year, or two as FIRST:LAST"
    )
    export.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; wrong use is raised."""
    from importlib import import_module

    from dateline.outputs import OutputError
    from dateline.storage import read_tables
    from dateline.tables import TableError

    form = FORMATS[options.format]
    write: Callable = getattr(import_module(f"dateline.exports.{form.module}"), form.function)
    where = {key: value for key in ("article", "source", "entity") if (value := getattr(options, key))}
    if options.published:
        first, _, last = options.published.partition(":")
        where["published"] = (first or None, last or None) if ":" in options.published else first
    if not form.folder and options.out.is_dir():
        raise OutputError(f"{options.out} is a folder; name a file, such as {options.out / options.format}.")
    try:
        if options.format == "sqlite" and not where:
            written = write(options.tables, options.out)
        else:
            written = write(read_tables(options.tables, where=where or None), options.out)
    except (FileNotFoundError, TableError) as error:
        raise OutputError(str(error)) from None
    files = len(written) if isinstance(written, list) else 1
    print(f"{options.tables} -> {options.out} ({form.about}{f', {files} files' if form.folder else ''})")
    return 0
