"""`dateline corpus SOURCE --out DIR`."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.problems import ProblemWarning
from dateline.reading.command import add_knowledge, add_reading, columns_of, not_dated

if TYPE_CHECKING:
    from dateline.corpus.run import Corpus


def add_command(commands: argparse._SubParsersAction, count: Callable[[str], int]) -> None:
    """Add the command to the command line; `count` reads a number from 1 up."""
    corpus = commands.add_parser(
        "corpus", help="analyse any number of articles; a run that was stopped goes on"
    )
    corpus.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="files, folders, patterns or addresses; docs/reading.md lists the kinds of files",
    )
    corpus.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the tables")
    add_reading(corpus)
    add_knowledge(corpus)
    who = corpus.add_mutually_exclusive_group()
    who.add_argument(
        "--workers", type=count, metavar="N", help="processes on this machine (default: all cores)"
    )
    who.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, such as tcp://10.0.0.1:8786")
    corpus.add_argument(
        "--no-tokens", action="store_true", help="leave out the tokens table, by far the largest"
    )
    corpus.add_argument("--part", type=count, default=100, metavar="N", help="articles a part (default: 100)")
    corpus.add_argument(
        "--count-copies",
        action="store_true",
        help="count each of several articles with the same text (by default they count once)",
    )
    corpus.add_argument(
        "--again",
        action="store_true",
        help="start over where the folder is of another version or of other options",
    )
    corpus.add_argument("--quiet", action="store_true", help="show no progress")
    corpus.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; 0 done, 1 some inputs failed, 2 wrong use or stopped by the system."""
    from dateline.corpus.run import CorpusError

    try:
        corpus = _analyzed(options)
    except CorpusError as error:
        return _stopped(str(error), 2)
    except KeyboardInterrupt:
        return _stopped("stopped. What is done is kept; the same command goes on from there.", 130)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        kept = "What is done is kept; once this is mended, the same command goes on from there."
        return _stopped(f"{error.strerror or error}{where}. {kept}", 2)
    return _told(corpus, options.out)


def _analyzed(options: argparse.Namespace) -> Corpus:
    from dateline.corpus.run import analyze_corpus

    columns = columns_of(options.column)
    client = _client(options.scheduler) if options.scheduler else None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ProblemWarning)  # told when all is done
            return analyze_corpus(
                options.sources if len(options.sources) > 1 else options.sources[0],
                options.out,
                workers=options.workers,
                client=client,
                published=options.published,
                columns=columns,
                follow=options.follow,
                private=options.private,
                aliases=options.aliases,
                corrections=options.corrections,
                tokens=not options.no_tokens,
                articles_a_part=options.part,
                count_copies=options.count_copies,
                again=options.again,
                progress=not options.quiet,
            )
    finally:
        if client is not None:
            client.close()


def _stopped(why: str, status: int) -> int:
    print(f"dateline: {why}", file=sys.stderr)
    return status


def _told(corpus: Corpus, out: Path) -> int:
    """Say what was made, and what was not."""
    words = (
        f"{corpus.articles:,} article{'s' * (corpus.articles != 1)} -> {corpus.rows['timeline']:,} events in "
    )
    print(words + str(out) + not_dated(corpus.undated))
    for line in corpus.unfit[:10]:
        print(f"{line.kind}: {line}", file=sys.stderr)
    if len(corpus.unfit) > 10:
        print(f"and {len(corpus.unfit) - 10} more lines of yours that changed nothing", file=sys.stderr)
    if corpus.failed:
        print(f"{corpus.failed:,} failed, listed in {out / 'failures.csv'}", file=sys.stderr)
    return 1 if corpus.failed else 0


def _client(address: str):
    from dateline.corpus.run import CorpusError

    try:
        from distributed import Client
    except ImportError:
        raise CorpusError('a cluster needs Dask: pip install "dateline[cluster]"') from None
    try:
        return Client(address, timeout=20)
    except (OSError, ValueError, TimeoutError) as error:
        raise CorpusError(f"no Dask scheduler answers at {address} ({str(error)[:100]}).") from None
