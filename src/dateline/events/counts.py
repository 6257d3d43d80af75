"""How often a word names an event: lists counted on annotated news, and the list of event nouns."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from dateline.lexicons import read_facts

CLASSES = ("OCCURRENCE", "REPORTING", "STATE", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")


PRIOR = 8.0  # tokens that what is usual counts for


class Count(NamedTuple):
    """How many tokens were seen, how many of them named an event, and the class that they had most."""

    tokens: int
    events: int
    class_: str = ""


class Seen(NamedTuple):
    """How many tokens had something beside them, how many of them named an event, how many one would expect to.

    Expected from the words alone, by counts of other articles: what is beside a word tells only what the word
    does not tell itself. `shift` is what that adds to the log-odds.
    """

    tokens: int
    events: int
    expected: float
    shift: float


def seen_of(tokens: int, events: int, expected: float) -> Seen:
    """Reckon how far what stands beside a word moves the log-odds of an event; little where little was seen."""
    usual = min(max(expected / tokens, 0.003), 0.997)
    more = (events + PRIOR * usual) / ((tokens + PRIOR) * usual)
    fewer = (tokens - events + PRIOR * (1 - usual)) / ((tokens + PRIOR) * (1 - usual))
    return Seen(tokens, events, expected, math.log(more / fewer))


class TriggerCounts(NamedTuple):
    """What was counted: words by tag, forms of words, and what stands round a word.

    `words` is keyed by (lemma, tag), `forms` by the form of a word (see `triggers.form`); `surroundings` by view,
    then by what it sees (see `surroundings.views`); `classes` by (lemma, coarse tag, complement), where lemma ""
    and complement "any" stand for all.
    """

    words: dict[tuple[str, str], Count]
    forms: dict[str, Count]
    surroundings: dict[str, dict[str, Seen]]
    classes: dict[tuple[str, str, str], str]


EVENT_ENDINGS = ("tion", "ment", "sion", "ing", "ance", "ence", "sal", "val")


@cache
def trigger_counts() -> TriggerCounts:
    """Load the counts that ship with the package."""
    return counts_of(read_facts("triggers.csv"), read_facts("trigger_contexts.csv"))


def counts_of(words: Iterable[dict], contexts: Iterable[dict]) -> TriggerCounts:
    """Index the rows of the two lists."""
    counts = TriggerCounts({}, {}, {}, {})
    for row in words:
        if row["use"]:
            counts.classes[row["lemma"], row["tag"], row["use"]] = row["class"]
        else:
            counts.words[row["lemma"], row["tag"]] = Count(
                int(row["tokens"]), int(row["events"]), row["class"]
            )
    for row in contexts:
        tokens, events = int(row["tokens"]), int(row["events"])
        if row["view"] == "form":
            counts.forms[row["value"]] = Count(tokens, events)
        else:
            seen = seen_of(tokens, events, float(row["expected"]))
            counts.surroundings.setdefault(row["view"], {})[row["value"]] = seen
    return counts


def coarse(tag: str) -> str:
    """Fold a Penn tag to verb, noun, adjective or other."""
    return {"VB": "verb", "NN": "noun", "JJ": "adjective"}.get(tag[:2], "other")
