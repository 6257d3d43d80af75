"""How often a word names an event: lists counted on annotated news, and the list of event nouns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from dateline.lexicons import read_facts

CLASSES = ("OCCURRENCE", "REPORTING", "STATE", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")


class Count(NamedTuple):
    """How many tokens were seen, how many of them named an event, and the class that they had most."""

    tokens: int
    events: int
    class_: str = ""


class TriggerCounts(NamedTuple):
    """What was counted: words by tag, words by tag and relation, and what stands round a word.

    `words` is keyed by (lemma, tag) and `uses` by (lemma, tag, relation); `contexts` by (group, view, value) where
    the group is a tag (NNE, NNSE for nouns of the event list) and the view is "relation" or "child";
    `classes` by (lemma, coarse tag, complement), where lemma "" and complement "any" stand for all.
    """

    words: dict[tuple[str, str], Count]
    uses: dict[tuple[str, str, str], Count]
    contexts: dict[tuple[str, str, str], Count]
    classes: dict[tuple[str, str, str], str]


# what completes an event word: a finite clause, an infinitive, an event noun, another object, nothing
COMPLEMENTS = ("finite clause", "infinitive", "event noun", "object", "nothing", "any")
EVENT_ENDINGS = ("tion", "ment", "sion", "ing", "ance", "ence", "sal", "val")


@cache
def event_nouns() -> frozenset[str]:
    """Load the nouns that name events by their meaning (coup, funeral, withdrawal)."""
    return frozenset(row["noun"] for row in read_facts("event_nouns.csv"))


@cache
def trigger_counts() -> TriggerCounts:
    """Load the counts that ship with the package."""
    return counts_of(read_facts("triggers.csv"), read_facts("trigger_contexts.csv"))


def counts_of(words: Iterable[dict], contexts: Iterable[dict]) -> TriggerCounts:
    """Index the rows of the two lists."""
    counts = TriggerCounts({}, {}, {}, {})
    for row in words:
        count = Count(int(row["tokens"]), int(row["events"]), row["class"])
        if row["use"] in COMPLEMENTS:
            counts.classes[row["lemma"], row["tag"], row["use"]] = row["class"]
        elif row["use"]:
            counts.uses[row["lemma"], row["tag"], row["use"]] = count
        else:
            counts.words[row["lemma"], row["tag"]] = count
    for row in contexts:
        key = row["group"], row["view"], row["value"]
        counts.contexts[key] = Count(int(row["tokens"]), int(row["events"]))
    return counts


def coarse(tag: str) -> str:
    """Fold a Penn tag to verb, noun, adjective or other."""
    return {"VB": "verb", "NN": "noun", "JJ": "adjective"}.get(tag[:2], "other")


def group(lemma: str, tag: str) -> str:
    """Name the group whose contexts are counted together: the tag, with E for nouns of the event list."""
    return tag + "E" if tag in ("NN", "NNS") and lemma in event_nouns() else tag
