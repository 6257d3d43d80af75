"""Sentences with the word to be judged in [brackets], as the rules of status carry them."""

from __future__ import annotations

import re
from functools import cache

from dateline.dates.find import left_out_in
from dateline.dates.misreadings import MISREADINGS, NO_DATE
from dateline.events.coding import CODING
from dateline.events.find import act_of
from dateline.events.participants import cast_of
from dateline.events.status import Statuses
from dateline.events.triggers import find_triggers
from dateline.grammar import parse
from dateline.grammar.tree import Tree, tree_of
from dateline.language import Name, Tokens
from dateline.mentions import mentions_in
from dateline.proper_names.kinds import KINDS, kinds
from dateline.rules import Rulebook


@cache
def names_read(text: str) -> tuple[Tokens, list[Name]]:
    """Parse a sentence whose names stand in brackets with what a tagger read them as: [Bonn|PERSON] agreed."""
    tokens = parse(re.sub(r"\[([^]|]*)\|[A-Z]+\]", r"\1", text))
    names, shift = [], 0
    for found in re.finditer(r"\[([^]|]*)\|([A-Z]+)\]", text):
        start = found.start() - shift
        end = start + len(found[1])
        shift += len(found[0]) - len(found[1])
        names.append(Name(start, end, tokens.start.index(start), tokens.end.index(end) + 1, found[2]))
    return tokens, names


@cache
def read(text: str) -> tuple[Tree, int, dict[int, str]]:
    """Parse a sentence and find the word in brackets, with the classes of its event words."""
    tree = tree_of(parse(text.replace("[", "").replace("]", "")))
    classes = {trigger.token: trigger.class_ for trigger in find_triggers(tree)}
    return tree, tree.tokens.start.index(text.index("[")), classes


def judged(text: str, without: str = "", book: Rulebook | None = None) -> tuple[str, str]:
    """Give the answer of a book on the words in brackets and the rule that gave it, with one rule switched off."""
    if book is MISREADINGS:
        span = (text.index("["), text.index("]") - 1)
        by = left_out_in(parse(text.replace("[", "").replace("]", "")), without).get(span, "")
        return (NO_DATE if by else ""), by
    if book is KINDS:
        return kinds(*names_read(text), without=without)[-1]
    tree, token, classes = read(text)
    if book is CODING:
        cast = cast_of(tree, mentions_in(tree.tokens))
        return CODING.first(act_of(tree, token, cast), without=without)
    return Statuses(tree, classes, without=without).judged(token)
