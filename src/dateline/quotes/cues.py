"""The words that attribute: verbs, nouns, adjectives and phrases of saying, thinking and wanting.

The lexicon is `lexicons/cues.csv`. Each cue has a group (say, deny, promise, ...), the stance it lends to
what is said (neutral, doubt, certainty) and its frames, the places where its content can stand:

quote   words in quotation marks            “We are ready,” she said.
that    a clause                            She said (that) they were ready. He asked whether ...
to      an infinitive or a gerund           She refused to answer.
gerund  a gerund alone                      She denied taking it.
object  a noun phrase                       She praised the agreement.
person  a person as the object              She attacked him (for his vote).
work    not a frame: its object can be a work, whose title in marks is not speech (She read “Dubliners”.)
raising its own subject and the infinitive  The deal seems to be dead.
and prepositions (about, for, of, ...)      She called for talks.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.lexicons import read_facts

# Groups that tell what goes on in a head or how things look; words in marks are rarely theirs.
UNSPOKEN = frozenset(
    ("believe", "decide", "expect", "fear", "find", "hope", "know", "learn", "like", "seem", "show", "want")
)
PARTS = {"V": "verb", "N": "noun", "J": "adjective"}


class Cue(NamedTuple):
    """One entry of the lexicon."""

    cue: str
    part: str
    group: str
    stance: str
    frames: frozenset[str]


@cache
def lexicon() -> dict[tuple[str, str], Cue]:
    """Read the cue lexicon: (cue, part of speech) to its entry; a particle verb is keyed "point out"."""
    return {
        (row["cue"], row["part"]): Cue(
            row["cue"], row["part"], row["group"], row["stance"], frozenset(row["frames"].split())
        )
        for row in read_facts("cues.csv")
    }


def cue_of(lemma: str, tag: str) -> Cue | None:
    """Look a word up by lemma and Penn tag.

    Examples
    --------
    >>> cue_of("deny", "VBD").group
    'deny'
    >>> cue_of("table", "NN") is None
    True
    """
    part = PARTS.get(tag[:1])
    return lexicon().get((lemma, part)) if part else None
