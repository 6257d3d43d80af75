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


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        (
            "Deutsche Bank cut 300 jobs on Monday. The bank shut ten branches.",
            "The bank",
            "org:deutsche-bank",
        ),
        ("The Holm Group sold ten ships. The company lost money.", "The company", "org:holm"),
        (
            "The Daily Herald told of a crash. The newspaper blamed the driver.",
            "The newspaper",
            "org:daily-herald",
        ),
        ("The Antara news agency told of a crash on Monday.", "The Antara news agency", "org:antara"),
        (
            "The Canadian Press told of a fire at Acme Ltd. The company lost ten vans.",
            "The company",
            "org:acme",
        ),
    ],
)
def test_a_body_is_meant_by_what_it_is(text, words, entity):
    assert (words, entity, "so called") in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deutsche Bank sued Barclays on Monday. The bank wants damages.",
        "Barclays bought a branch from Lloyds Bank on Friday. The bank closed it.",
        "The Bank of England raised rates. Deutsche Bank was surprised. The bank cut its forecast.",
        "The Labour Party beat the Conservative Party on Friday. The party won 40 seats.",
        "The Leeds Stock Exchange opened on Monday. The company has 300 members.",
        "The UN agency sent food to Chad on Monday.",
        "Toyota opened a plant in Leeds on Monday. The German carmaker hired 300 people.",
        "Deutsche Bank cut 300 jobs. The French bank hired ten people.",
        "Acme Corp said on Monday it would leave the modem business.",
    ],
)
def test_no_body_is_meant_where_another_may_be_or_it_is_a_part_of_it(text):
    assert bodies(text) == []


def test_of_two_governments_none_is_the_government():
    text = (
        "The Norwegian government protested. The Chilean government sent ships to Oslo. The government paid."
    )
    assert [words for words, *_ in bodies(text)] == ["The Norwegian government", "The Chilean government"]


def test_what_doubt_left_bare_doubts_no_later_one():
    text = (
        "The Green Valley Party met on Monday in Oslo. In a hotel, the party associated with a sect named Lee its "
        "nominee. The party will fight the election."
    )
    assert bodies(text) == [("The party", "org:green-valley-party", "so called")]


def tied(text):
    """List what is tied to somebody in a text, but for names."""
    return [(m.text, m.entity) for m in mentions_in(parse(text)) if m.form in ("pronoun", "nominal", "title")]


@pytest.mark.parametrize(
    "text",
    [
        "The Ford Foundation paid for a study of farms. It found that yields had doubled.",
        "The Bank of Japan released a survey on Wednesday. It showed that confidence had grown.",
        "Acme ran a poll of 900 voters. It put Labour ahead.",
    ],
)
def test_what_a_survey_shows_is_not_shown_by_who_made_it(text):
    assert tied(text) == []


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Acme ran a poll of 900 voters. It paid them for it.", "org:acme"),
        ("Norway found oil on Monday. It found gas as well.", "place:norway"),
    ],
)
def test_what_a_survey_does_not_do_is_done_by_who_made_it(text, entity):
    assert tied(text)[0] == ("It", entity)


def test_a_phrase_with_another_name_in_it_is_another_one():
    text = "Lee left the Democratic National Convention on Monday. She was paid by the Republican convention."
    assert tied(text) == [("She", "person:lee")]
    assert ("The Seattle company", "org:boeing") in tied(
        "Boeing cut 300 jobs. The Seattle company lost money."
    )


def test_what_a_headline_shortens_is_no_other_body():
    text = (
        "City Council backs tram line\n\nThe Oslo Municipal Council voted for a tram line on Monday. The "
        "council will meet again."
    )
    found = [m.entity for m in mentions_in(parse(text)) if m.text == "The council"]
    assert found == ["org:oslo-municipal-council"]


def test_a_body_is_named_by_what_it_is_and_not_by_how_it_is():
    text = "Thailand's powerful military met Chadian security forces on Monday."
    found = {m.entity for m in mentions_in(parse(text)) if m.kind == "ORG"}
    assert found == {"org:thai-military", "org:chadian-security-forces"}


def test_who_leads_the_sentence_before_is_the_company_and_not_who_stands_beside():
    text = "Nestle said on Monday it would sell its water unit to Danone. The company has 40 plants."
    assert [m.entity for m in mentions_in(parse(text)) if m.text == "The company"] == ["org:nestle"]
