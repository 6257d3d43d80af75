"""The command line: `dateline tables`, `dateline charts`, `dateline evaluate`.

Exit status 0: done. 1: some inputs failed (each is named, the rest is written). 2: wrong use.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pandas as pd

from dateline.problems import FAILED, Problem, UnreadableError
from dateline.storage import FORMATS, write_tables

DONE, SOME_FAILED, WRONG_USE = 0, 1, 2


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
    except (UsageError, UnreadableError) as error:
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
    charts.set_defaults(run=_charts)
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
    kinds = "files, folders, patterns or addresses (.txt .md .html .jsonl .json .csv .parquet)"
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=kinds)
    parser.add_argument(
        "--published", metavar="DATE", help="date of the articles that bring none, such as 2021-12-29"
    )
    parser.add_argument(
        "--failures", type=Path, metavar="FILE", help="where to list what failed (default: DIR/failures.csv)"
    )
    parser.add_argument("--quiet", action="store_true", help="show no progress bar")


def _tables(options: argparse.Namespace) -> int:
    tables, status = _analyzed(options, options.failures or options.out / "failures.csv")
    if tables is not None:
        paths = write_tables(tables, options.out, options.format)
        print(
            f"{_counted(len(tables.articles), 'article')} -> {len(paths)} tables in {options.out} ({options.format})"
        )
    return status


def _charts(options: argparse.Namespace) -> int:
    beside = options.tables or options.out
    tables, status = _analyzed(options, options.failures or beside / "failures.csv")
    if tables is None:
        return status
    from tqdm import tqdm

    from dateline.charts import draw_charts

    written = ""
    if options.tables:
        for format in ("parquet", "csv"):
            paths = write_tables(tables, options.tables, format)
        written = f"{len(paths)} tables in {options.tables} (Parquet and CSV), "
    with tqdm(desc="charts", unit="chart", disable=options.quiet) as bar:
        charts = draw_charts(tables, options.out, progress=lambda name: bar.update())
    print(f"{_counted(len(tables.articles), 'article')} -> {written}{len(charts)} charts in {options.out}")
    return status


def _analyzed(options: argparse.Namespace, failures: Path):
    """Read and analyse the sources; list what failed; give the tables (None when nothing was read) and the status."""
    from dateline.analysis import analyze_articles
    from dateline.reading import read_sources

    reading = read_sources(*options.sources, published=options.published)
    tables, problems = None, reading.problems
    if len(reading.articles):
        analysis = analyze_articles(reading.articles, progress=not options.quiet)
        tables = analysis.tables
        problems = pd.concat([problems, analysis.problems], ignore_index=True)
    failed = int((problems["kind"] == FAILED).sum())
    if len(problems):
        failures.parent.mkdir(parents=True, exist_ok=True)
        problems.to_csv(failures, index=False, lineterminator="\n")
        _tell(problems, failures)
    else:
        failures.unlink(missing_ok=True)
    if tables is None:
        _complain("nothing could be read, nothing was written", SOME_FAILED)
    return tables, SOME_FAILED if failed else DONE


def _tell(problems: pd.DataFrame, failures: Path, shown: int = 10) -> None:
    for row in problems.head(shown).to_dict("records"):
        line = None if pd.isna(row["line"]) else int(row["line"])
        print(f"{row['kind']}: {Problem(**row | {'line': line})}", file=sys.stderr)
    if len(problems) > shown:
        print(f"and {len(problems) - shown} more", file=sys.stderr)
    print(f"listed in {failures}", file=sys.stderr)


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
