"""What the commands that read articles have in common: how to read, and what to say of it."""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.problems import UnreadableError


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add what says how sources are read."""
    parser.add_argument(
        "--published", metavar="DATE", help="date of the articles that bring none, such as 2021-12-29"
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=NAME",
        help="which column or key holds what, such as text=content (may be given several times)",
    )
    parser.add_argument(
        "--follow", action="store_true", help="read the pages at the addresses of feeds and lists"
    )
    parser.add_argument("--private", action="store_true", help="allow addresses inside your own network")


def add_knowledge(parser: argparse.ArgumentParser) -> None:
    """Add what the user knows of who is who and what is wrong."""
    parser.add_argument(
        "--aliases", type=Path, metavar="FILE", help="who is who, as you know it (aliases.csv)"
    )
    parser.add_argument(
        "--corrections",
        type=Path,
        metavar="FILE",
        help="your corrections (corrections.csv); all tables follow",
    )


def columns_of(given: list[str]) -> dict[str, str]:
    """Read what was given as FIELD=NAME.

    Raises
    ------
    UnreadableError
        Where one is no such pair.
    """
    wrong = next((one for one in given if "=" not in one), None)
    if wrong is not None:
        raise UnreadableError(f"{wrong!r} is no FIELD=NAME", "Write such as --column text=content.")
    return dict(one.split("=", 1) for one in given)


def not_dated(unknown: int) -> str:
    """Say how many articles have no day of publication, and what to do; "" for none.

    >>> not_dated(0)
    ''
    """
    if not unknown:
        return ""
    return (
        f"\n{unknown:,} not dated: the day of publication is unknown. "
        "Give it with --published, in a column, or in articles.csv beside the files."
    )
