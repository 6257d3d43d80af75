"""Bodies that are called by a noun alone: "the government", "the newspaper", and whose they are."""

import pytest

from dateline.grammar import parse
from dateline.mentions import mentions_in

PERU = "Peru's president, Luis Soto, left Lima on Monday as farmers blocked roads all over Peru. "
CHILE = "Chile's president, Ana Rojas, left Santiago for Lima. "


def bodies(text):
    """Give the bodies that phrases without a name stand for, with the rule."""
    found = mentions_in(parse(text))
    return [(m.text, m.entity, m.rule) for m in found if m.kind == "ORG" and m.form == "nominal"]


@pytest.mark.parametrize(
    "said",
    [
        "{The government} sent troops.",
        "Farmers asked {the government} for help.",
        "Troops of {the central government} came.",
        "“{The government} will pay,” Soto said.",
    ],
)
def test_the_government_alone_is_that_of_the_land_told_of(said):
    words = said[said.index("{") + 1 : said.index("}")]
    text = PERU + said.replace("{", "").replace("}", "")
    assert bodies(text) == [(words, "org:peruvian-government", "land told of")]


@pytest.mark.parametrize(
    "text",
    [
        PERU + CHILE + "The government sent troops.",
        "Luis Soto left Lima. The government sent troops.",
        PERU + "The new government sent troops.",
        PERU + "The military government of 1990 sent troops.",
        PERU + "The government quarter was empty.",
        PERU + "A government sent troops.",
    ],
)
def test_a_government_is_nobodys_where_two_lands_are_near_or_another_one_may_be_meant(text):
    assert bodies(text) == []
