"""Who "the chief of the council Ann Lee" is: a name is looked for behind a bounded number of phrases."""

from typing import NamedTuple

import pytest

from dateline.events.participants import cast_of, mentions_of
from dateline.grammar.tree import tree_of
from event_trees import tokens_of


class Named(NamedTuple):
    start: int
    end: int
    kind: str
    form: str
    entity: str


def acting(bodies, hung_on):
    """Give who acts by "chief of b0 of b1 ... Ann resigned", where each body hangs on the word given for it."""
    rows = [["chief", "chief", "NN", str(2 * len(bodies) + 3), "nsubj"]]
    for number, head in enumerate(bodies):
        rows.append(["of", "of", "IN", str(2 * number + 3), "case"])
        rows.append([f"board{number}", "board", "NN", str(2 * head + 3 if head >= 0 else 1), "nmod"])
    rows.append(["Ann", "Ann", "NNP", str(2 * hung_on + 3), "appos"])
    rows.append(["resigned", "resign", "VBD", "0", "root"])
    text = " ".join(row[0] for row in rows)
    tree = tree_of(tokens_of(text, rows))
    at = text.index("Ann")
    cast = cast_of(tree, [Named(at, at + 3, "PERSON", "name", "person:ann")])
    return [mention.entity for mention in mentions_of(tree, cast, 0, acting=True)]


# the body that each of the bodies hangs on, -1 for the chief
SIDE_BY_SIDE = [-1] * 5


@pytest.mark.parametrize(
    ("bodies", "hung_on", "found"),
    [
        ([-1], 0, ["person:ann"]),
        ([-1, 0, 1, 2], 3, ["person:ann"]),
        (SIDE_BY_SIDE, 4, ["person:ann"]),
        ([*SIDE_BY_SIDE, 4, 4], 5, []),
        ([*SIDE_BY_SIDE, 4, 4, 4], 6, []),
    ],
)
def test_a_chief_is_who_is_named_behind_four_bodies_at_most(bodies, hung_on, found):
    assert acting(bodies, hung_on) == found
