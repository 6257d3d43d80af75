"""The command line: `dateline tables`, `dateline charts`, `dateline report`, `dateline corpus`, ...

Exit status 0: done. 1: some inputs failed (each is named, the rest is written). 2: wrong use.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pandas as pd

from dateline.corpus.command import add_command as add_corpus
from dateline.exports.command import add_command as add_export
from dateline.outputs import OutputError, check_output, own_version, whole_file, whole_folder
from dateline.problems import FAILED, Problem, UnreadableError
from dateline.reading.command import add_knowledge, add_reading, columns_of, not_dated
from dateline.storage import FORMATS
from dateline.tables import Tables

DONE, SOME_FAILED, WRONG_USE = 0, 1, 2
CHARTS = "charts"  # the kind of a folder
FAILURES, FAILURES_HEAD = "failures.csv", b"article,source,line,kind,reason,advice"


class UsageError(Exception):
    """The command can't be carried out as it was given."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give back its exit status.

    Examples
    --------
    >>> main(["tables", "no-such-file.txt", "--out", "nowhere", "--quiet"])
    1
    """
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except (UsageError, UnreadableError, OutputError) as error:
        return _complain(str(error), WRONG_USE)
    except OSError as error:
        return _complain(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "), WRONG_USE)
    except KeyboardInterrupt:
        return _complain("stopped", 130)
    except Exception as error:  # a reader of news is never shown a traceback
        where = _place_of(error)
        return _complain(
            f"a fault of dateline itself ({type(error).__name__}: {error}; {where}). Please report it.", 1
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dateline", description="English news into tables and charts.")
    parser.add_argument("--version", action="version", version=f"dateline {own_version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    tables = commands.add_parser("tables", help="analyse articles and write every table")
    _add_sources(tables)
    tables.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the tables")
    tables.add_argument(
        "--format", choices=FORMATS, default="parquet", help="of the tables (default: parquet)"
    )
    tables.set_defaults(run=_tables)
    charts = commands.add_parser("charts", help="analyse articles and draw every chart")
    _add_sources(charts)
    charts.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the charts")
    charts.add_argument(
        "--tables", type=Path, metavar="DIR", help="write the tables here too, as Parquet and CSV"
    )
    charts.add_argument(
        "--svg", action="store_true", help="draw each chart as SVG too, which prints at any size"
    )
    charts.set_defaults(run=_charts)
    report = commands.add_parser("report", help="analyse articles and write one page to read and send")
    _add_sources(report)
    report.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="the page, such as report.html"
    )
    report.add_argument("--title", default="", help="of the page (default: made from the articles)")
    report.set_defaults(run=_report)
    add_corpus(commands, _count)
    add_export(commands)
    evaluate = commands.add_parser("evaluate", help="measure a task on a gold set")
    evaluate.add_argument("task", help="such as dates, events, quotes or ner")
    evaluate.add_argument("gold", type=Path, help="gold lines (.jsonl or .jsonl.gz)")
    evaluate.add_argument("options", nargs="*", metavar="name=value", help="passed on to the scorer")
    evaluate.add_argument(
        "--out", type=Path, metavar="FILE", help="predictions (default: output/predictions/)"
    )
    evaluate.set_defaults(run=_evaluate)
    return parser


def _add_sources(parser: argparse.ArgumentParser) -> None:
    kinds = "files, folders, patterns or addresses; docs/reading.md lists the kinds of files"
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=kinds)
    add_reading(parser)
    parser.add_argument(
        "--failures", type=Path, metavar="FILE", help="where to list what failed (default: DIR/failures.csv)"
    )
    add_knowledge(parser)
    parser.add_argument(
        "--count-copies",
        action="store_true",
        help="count each of several articles with the same text (by default they count once)",
    )
    parser.add_argument(
        "--workers", type=_count, default=1, metavar="N", help="processes that share the work (default: 1)"
    )
    parser.add_argument("--quiet", action="store_true", help="show no progress bar")


def _count(given: str) -> int:
    number = int(given) if given.isascii() and given.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number from 1 up")
    return number


def _tables(options: argparse.Namespace) -> int:
    from dateline.storage import KIND, about_tables, put_tables

    check_output(options.out, KIND, options.sources)
    _check_failures(options.failures)
    tables, problems = _analyzed(options)
    if tables is None:
        return _nothing_read(problems, options.failures)
    with whole_folder(options.out, KIND, about_tables(options.format)) as stage:
        paths = put_tables(tables, stage, options.format)
        _put_failures(problems, options.failures or stage / FAILURES)
    print(
        f"{_counted(len(tables.articles), 'article')} -> {len(paths)} tables in {options.out} ({options.format})"
        + _undated(tables)
    )
    return _told(problems, options.failures or options.out / FAILURES)


def _charts(options: argparse.Namespace) -> int:
    from dateline import storage

    both = ("parquet", "csv")
    check_output(options.out, CHARTS, options.sources)
    if options.tables:
        if options.tables.resolve() == options.out.resolve():
            raise UsageError(f"charts and tables both go to {options.out}; give each a folder of its own")
        check_output(options.tables, storage.KIND, options.sources)
    _check_failures(options.failures)
    tables, problems = _analyzed(options)
    if tables is None:
        return _nothing_read(problems, options.failures)
    from dateline.charts.draw import put_charts

    written = ""
    if options.tables:
        with whole_folder(options.tables, storage.KIND, storage.about_tables(both)) as stage:
            storage.put_tables(tables, stage, both)
            _put_failures(problems, options.failures or stage / FAILURES)
        written = f"{len(tables)} tables in {options.tables} (Parquet and CSV), "
    with whole_folder(options.out, CHARTS) as stage:
        charts = put_charts(tables, stage, svg=options.svg, progress=not options.quiet)
        if not options.tables:
            _put_failures(problems, options.failures or stage / FAILURES)
    print(
        f"{_counted(len(tables.articles), 'article')} -> {written}{len(charts)} charts in {options.out}"
        + _undated(tables)
    )
    return _told(problems, options.failures or (options.tables or options.out) / FAILURES)


def _report(options: argparse.Namespace) -> int:
    from dateline.report import check_page

    if options.out.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"--out {options.out}: a report is one page; name a file such as report.html")
    check_page(options.out)
    _check_failures(options.failures)
    tables, problems = _analyzed(options)
    if tables is None:
        return _nothing_read(problems, options.failures)
    from dateline.report import write_report

    path = write_report(tables, options.out, title=options.title)
    if options.failures:
        _put_failures(problems, options.failures)
    size = path.stat().st_size / 1e6
    words = f"{_counted(len(tables.articles), 'article')} -> {path} ({size:.1f} MB; opens in any browser)"
    print(words + _undated(tables))
    return _told(problems, options.failures)


def _analyzed(options: argparse.Namespace):
    """Read and analyse the sources; give the tables (None when nothing was read) and what failed."""
    from dateline.analysis import analyze_articles
    from dateline.corrections.knowledge import knowledge_of
    from dateline.reading import read_sources

    knowledge = knowledge_of(options.aliases, options.corrections)
    reading = read_sources(
        *options.sources,
        published=options.published,
        columns=columns_of(options.column),
        follow=options.follow,
        private=options.private,
        progress=False if options.quiet else None,
    )
    if not len(reading.articles):
        return None, reading.problems
    analysis = analyze_articles(
        reading.articles,
        knowledge=knowledge,
        count_copies=options.count_copies,
        workers=options.workers,
        progress=not options.quiet,
    )
    return analysis.tables, pd.concat([reading.problems, analysis.problems], ignore_index=True)


def _undated(tables: Tables) -> str:
    return not_dated(int(tables.articles["published"].isna().sum()))


def _check_failures(path: Path | None) -> None:
    """Refuse to replace a file that is no list of failures."""
    if path is None or not path.exists():
        return
    with path.open("rb") as file:
        if file.read(len(FAILURES_HEAD)) != FAILURES_HEAD:
            raise UsageError(
                f"{path.absolute()} is no list of failures, and is not replaced. Name another file after --failures."
            )


def _put_failures(problems: pd.DataFrame, path: Path) -> None:
    """Write what failed; a list of old failures does not stay."""
    if len(problems):
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as beside:
            problems.to_csv(beside, index=False, lineterminator="\n")
    elif path.exists():
        path.unlink()


def _nothing_read(problems: pd.DataFrame, failures: Path | None) -> int:
    if failures is not None:
        _put_failures(problems, failures)
    _told(problems, failures)
    return _complain("nothing could be read, nothing was written", SOME_FAILED)


def _told(problems: pd.DataFrame, failures: Path | None) -> int:
    """Tell what failed and where it is listed; give the exit status."""
    if len(problems):
        _tell(problems)
        if failures is not None:
            print(f"listed in {failures}", file=sys.stderr)
    return SOME_FAILED if (problems["kind"] == FAILED).any() else DONE


def _tell(problems: pd.DataFrame, shown: int = 10) -> None:
    for row in problems.head(shown).to_dict("records"):
        line = None if pd.isna(row["line"]) else int(row["line"])
        print(f"{row['kind']}: {Problem(**row | {'line': line})}", file=sys.stderr)
    if len(problems) > shown:
        print(f"and {len(problems) - shown} more", file=sys.stderr)


def _evaluate(options: argparse.Namespace) -> int:
    from dateline.evaluation import run

    wrong = [option for option in options.options if "=" not in option]
    if wrong:
        raise UsageError(f"{wrong[0]!r} is no name=value, such as named=1")
    return run.evaluate(options.task, options.gold, options.out, options.options)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" + "s" * (number != 1)


def _complain(message: str, status: int) -> int:
    print(f"dateline: {message}", file=sys.stderr)
    return status


def _place_of(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else "no place"


if __name__ == "__main__":
    sys.exit(main())
