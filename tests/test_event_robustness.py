"""Wrong parses, odd text and long sentences must never break the event step or make rows that point nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events import events_in
from dateline.events.counts import CLASSES
from dateline.five_ws import answers_in
from dateline.language import Sentence, Tokens
from dateline.ontology import TYPES

WORDS = (
    "attack",
    "Kenya",
    "talks",
    "will",
    "not",
    "to",
    "said",
    "if",
    "by",
    "and",
    "deny",
    "who",
    ",",
    "met",
    "plan",
)
TAGS = (
    "NN",
    "NNP",
    "NNS",
    "VB",
    "VBD",
    "VBG",
    "VBN",
    "VBZ",
    "MD",
    "TO",
    "IN",
    "RB",
    "JJ",
    "CC",
    "PRP",
    "WP",
    ",",
)
RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "amod", "compound", "flat", "appos",
    "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "conj", "cc", "case", "mark", "aux", "aux:pass", "cop", "det",
    "advmod", "compound:prt", "parataxis", "punct", "root", "dep", "csubj",
)  # fmt: skip
STATUSES = {"happened", "ongoing", "planned", "hypothetical", "denied"}


@st.composite
def parses(draw) -> Tokens:
    """Draw a parse whose tags, heads and relations may be wrong in every way, circles of heads included."""
    count = draw(st.integers(1, 12))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=count, max_size=count))
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=count, max_size=count))
    relations = draw(st.lists(st.sampled_from(RELATIONS), min_size=count, max_size=count))
    heads = draw(st.lists(st.integers(-1, count - 1), min_size=count, max_size=count))
    text = " ".join(words)
    starts = [len(" ".join(words[:i])) + (i > 0) for i in range(count)]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    part = draw(st.sampled_from(("headline", "dateline", "body", "caption", "credit")))
    sentence = Sentence(0, len(text), 0, count, part)
    return Tokens(
        text,
        [sentence],
        [],
        starts,
        ends,
        words,
        [w.lower() for w in words],
        tags,
        heads,
        relations,
        [0] * count,
    )


@given(parses())
@settings(max_examples=200, deadline=None)
def test_any_parse_gives_sound_rows(tokens):
    events = events_in(tokens)
    assert events == events_in(tokens)
    for event in events:
        assert tokens.text[event.start : event.end] == event.text
        assert event.status in STATUSES
        assert event.class_ in CLASSES
        assert event.type in ("", *TYPES)
        assert (event.score is None) == (event.type == "")
        assert (event.first is None) == (event.last is None)
    for answer in answers_in(tokens):
        assert tokens.text[answer.start : answer.end] == answer.text


@pytest.mark.parametrize("relation", ["xcomp", "conj", "acl", "ccomp", "nmod", "advcl", "appos", "obj"])
@pytest.mark.parametrize("backwards", [False, True])
def test_chains_of_heads_have_no_end(relation, backwards):
    count = 3000
    words = ["plan"] * count
    text = " ".join(words)
    starts = list(range(0, 5 * count, 5))
    heads = [*range(1, count), -1] if backwards else [-1, *range(count - 1)]
    tags = ["VB" if i % 2 else "NN" for i in range(count)]
    tokens = Tokens(
        text, [Sentence(0, len(text), 0, count, "body")], [], starts, [start + 4 for start in starts], words, words,
        tags, heads, [relation] * count, [0] * count,
    )  # fmt: skip
    assert all(event.status in STATUSES for event in events_in(tokens))


def test_a_sentence_of_many_parts_stays_quick():
    """Every verb hangs on the first: rules that look round a verb must not look at all verbs each time."""
    count = 4000
    words = ["met"] * count
    text = " ".join(words)
    starts = list(range(0, 4 * count, 4))
    ends = [start + 3 for start in starts]
    sentence = Sentence(0, len(text), 0, count, "body")
    relations = ["root"] + ["conj"] * (count - 1)
    tokens = Tokens(
        text, [sentence], [], starts, ends, words, ["meet"] * count, ["VBD"] * count, [-1] + [0] * (count - 1),
        relations, [0] * count,
    )  # fmt: skip
    assert len(events_in(tokens)) == count
