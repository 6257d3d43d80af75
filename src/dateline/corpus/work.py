"""What one worker does: turn the articles of a part into the bytes of its files, fold the events of a window."""

from __future__ import annotations

import io
from typing import NamedTuple

import numpy as np
import pandas as pd

from dateline.aliases import Alias
from dateline.analysis import analyze_part
from dateline.corpus.engine import engine
from dateline.corrections.knowledge import Knowledge, Verdict, signature
from dateline.problems import FAILED, Problem, problem_table
from dateline.timeline.build import timeline_with_keys
from dateline.timeline.copies import print_of

APART = ("articles", "sentences", "tokens", "mentions", "dates", "quotes", "events", "sentiment")


class Output(NamedTuple):
    """The files of a part as bytes, their rows, how many inputs failed or have no day, and what code made them."""

    files: dict[str, bytes]
    rows: dict[str, int]
    failed: int
    undated: int
    told: dict[str, str]  # what became of the user's own lines, by signature
    engine: str


class FoldedWindow(NamedTuple):
    """Rows of the timeline of a window, for each event the key of the row that it went into, and what code did it."""

    rows: pd.DataFrame
    keys: list[str]
    engine: str


def fold_window(
    events: pd.DataFrame, entities: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame
) -> FoldedWindow:
    """Fold the events of articles that follow each other, as `analyze` does."""
    return FoldedWindow(*timeline_with_keys(events, entities, articles, sentences), engine())


def analyse_part(
    articles: pd.DataFrame,
    problems: pd.DataFrame,
    *,
    lost: tuple[str, ...] = (),
    tokens: bool = True,
    knowledge: Knowledge | None = None,
) -> Output:
    """Analyse the articles of a part.

    Parameters
    ----------
    articles, problems : DataFrame
        Of the part; the problems are handed on as rows, before those of the steps.
    lost : tuple of str
        Articles that ended the process that analysed them; they are kept, with no rows, and listed as failed.
    tokens : bool
        Keep the tokens table.
    knowledge : Knowledge, optional
        The user's lines that concern these articles.
    """
    knowledge = knowledge or Knowledge()
    analysis = analyze_part(articles[~articles["article"].isin(lost)].reset_index(drop=True), knowledge)
    told = pd.concat([problems, analysis.problems, problem_table(map(_loss, lost))], ignore_index=True)
    frames = {name: getattr(analysis.tables, name) for name in APART}
    if lost:
        done = frames["articles"].set_index("article")
        rest = articles[articles["article"].isin(lost)].set_index("article")
        whole = pd.concat([done, rest]).loc[articles["article"]].reset_index()
        frames["articles"] = whole[articles.columns]
    if not tokens:
        del frames["tokens"]
    frames |= {"described": analysis.described, "failures": told}
    frames |= {"tellings": frames["events"][["event"]], "prints": prints_of(frames["articles"])}
    files = {name: _bytes(frame) for name, frame in frames.items()}
    failed = int((told["kind"] == FAILED).sum())
    undated = int(frames["articles"]["published"].isna().sum())
    rows = {name: len(frame) for name, frame in frames.items()}
    return Output(files, rows, failed, undated, _told_of(knowledge, analysis.verdict), engine())


def _told_of(knowledge: Knowledge, verdict: Verdict) -> dict[str, str]:
    """Say what became of the user's lines, each by its signature."""
    told: dict[str, str] = {}
    for line in knowledge.lines:
        found = verdict.aliases if isinstance(line, Alias) else verdict.corrections
        if line.line in found:
            told[signature(line)] = found[line.line]
    return told


def prints_of(articles: pd.DataFrame) -> pd.DataFrame:
    """Take the fingerprints of articles, as a part keeps them."""
    prints = [print_of(text) for text in articles["text"]]
    rows = {
        "article": articles["article"], "published": articles["published"],
        "least": [one.least.tobytes() for one in prints],
    }  # fmt: skip
    numbers = {name: [getattr(one, name) for one in prints] for name in ("shingles", "words", "whole")}
    return pd.DataFrame(rows | {name: np.array(values, np.int64) for name, values in numbers.items()})


def _loss(article: str) -> Problem:
    reason = "ended the process that analysed it, twice (memory?)"
    return Problem(
        FAILED, reason, "Shorten it, leave it out or take a machine with more memory.", article=article
    )


def _bytes(frame: pd.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, compression="zstd")
    return buffer.getvalue()
