"""One row per person, organisation and place: name, role, country, order."""

import datetime as dt

import pandas as pd
import pytest

from dateline.entities import count_entities, country_of, describe_entities, locate_entities
from dateline.grammar import parse
from dateline.mentions import find_mentions, mentions_in
from dateline.tables import COLUMNS
from hand_tokens import tokens_of


def described(*sentences, published=None):
    tokens = tokens_of(*sentences)
    return {e.entity: e for e in describe_entities(tokens, mentions_in(tokens, published), published)}


@pytest.mark.parametrize(
    ("sentence", "name", "role", "country"),
    [
        ("[PLACE US] President [PERSON Ann Lie] left .", "Ann Lie", "US President", "USA"),
        ("[ORG Kremlin] spokesman [PERSON Ivan Petrov] left .", "Ivan Petrov", "Kremlin spokesman", "RUS"),
        ("[PERSON Ann Lie] , the [PLACE US] secretary of state , left .", "Ann Lie", "US secretary of state", "USA"),
        ("The [MISC French] president , [PERSON Ann Lie] , left .", "Ann Lie", "French president", "FRA"),
        ("[PERSON Ann Lie] , 53 , chairwoman of the bank , left .", "Ann Lie", "chairwoman of the bank", ""),
        ("embattled_JJ chief executive [PERSON Ann Lie] left .", "Ann Lie", "chief executive", ""),
        ("former_JJ [MISC Swiss] president [PERSON Ann Lie] left .", "Ann Lie", "former Swiss president", "CHE"),
        ("President - elect [PERSON Ann Lie] left .", "Ann Lie", "President - elect", ""),
        ("The president of the [ORG European Commission] [PERSON Ann Lie] left .", "Ann Lie",
         "president of the European Commission", ""),
        ("He holds_VBZ in the highest_JJS esteem Sen. [PERSON Ann Lie] .", "Ann Lie", "Sen.", ""),
        ("[PERSON Bo Ek] 's_POS campaign manager , [PERSON Ann Lie] , left .", "Ann Lie", "campaign manager", ""),
        ("[PLACE Norway] 's_POS premier , [PERSON Ann Lie] , left .", "Ann Lie", "Norway 's premier", "NOR"),
        ("It said on Friday [MISC Kenyan] president [PERSON Ann Lie] left .", "Ann Lie", "Kenyan president", "KEN"),
        ("He is the student of bombmaker [PERSON Ann Lie] .", "Ann Lie", "", ""),
        ("Head of state [PERSON Ann Lie] left .", "Ann Lie", "Head of state", ""),
        ("Prime Minister Mrs [PERSON Ann Lie] left .", "Ann Lie", "Prime Minister", ""),
        ("The Minister of Justice [PERSON Ann Lie] left .", "Ann Lie", "Minister of Justice", ""),
        ("[PERSON Ann Lie] , Speaker of the House [PERSON Bo Ek] , left .", "Ann Lie", "", ""),
        ("[PERSON Ann Lie] , husband of aide [PERSON Bo Ek] , left .", "Ann Lie", "husband of aide Bo Ek", ""),
        # no roles
        ("She suspected_VBD [PERSON Ann Lie] .", "Ann Lie", "", ""),
        ("[PERSON Ann Lie] left .", "Ann Lie", "", ""),
        ("To her mother , [PERSON Ann Lie] said no .", "Ann Lie", "", ""),
        ("Told by [PERSON Ann Lie] , the judge left_VBD .", "Ann Lie", "", ""),
    ],
)  # fmt: skip
def test_roles_and_countries(sentence, name, role, country):
    person = described(sentence)["person:ann-lie" if name == "Ann Lie" else "person:ivan-petrov"]
    assert (person.name, person.role, person.country) == (name, role, country)


def test_fullest_name_and_aliases():
    found = described("[PERSON Lie] met [PERSON Ann Lie] .", "[PLACE USA] and [PLACE America] .")
    assert (found["person:ann-lie"].name, found["person:ann-lie"].aliases) == ("Ann Lie", "Lie")
    assert (found["place:united-states"].name, found["place:united-states"].country) == (
        "United States",
        "USA",
    )


def test_one_of_several_senators_is_a_senator():
    tokens = parse("The vote was lost on Monday. Two veteran senators Ann Lie and Bo Dahl resigned.")
    roles = {e.name: e.role for e in describe_entities(tokens, mentions_in(tokens))}
    assert roles["Ann Lie"] == "veteran senator"


@pytest.mark.parametrize(
    ("written", "entity", "name"),
    [
        ("Kiev", "place:kyiv", "Kiev"),
        ("N.C.", "place:north-carolina", "North Carolina"),
        ("Holland", "place:netherlands", "Netherlands"),
    ],
)
def test_cities_keep_the_spelling_of_the_article_countries_their_usual_name(written, entity, name):
    assert described(f"They met in [PLACE {written}] .")[entity].name == name


def test_order_is_by_place_and_position_not_by_mere_counts():
    tokens = tokens_of(
        "[PERSON Ann Lie/nsubj] resigns_VBZ/root .",
        *["Talks were held_VBN/root in [PLACE Oslo] ."] * 2,
    )
    order = [e.entity for e in describe_entities(tokens, mentions_in(tokens))]
    assert order == ["person:ann-lie", "place:oslo"]


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("person:vladimir-putin", "RUS"), ("person:nobody-known", ""), ("org:us-government", "USA"), ("org:nato", ""),
        ("place:united-states", "USA"), ("Kiev", "UKR"), ("Scottish", "GBR"), ("the West", ""),
        ("Kosovo", "XKX"), ("", ""),
    ],
)  # fmt: skip
def test_country_of(word, country):
    assert country_of(word) == country


@pytest.fixture
def corpus():
    texts = {
        "a": ["[PERSON Ann Lie/nsubj] left_VBD/root [PLACE Oslo] ."],
        "b": ["[PERSON Lie] met [PERSON Ann Lie] , the [MISC Norwegian] president , ."],
    }
    parses = {article: tokens_of(*sentences) for article, sentences in texts.items()}
    articles = pd.DataFrame(
        {
            "article": list(parses),
            "text": [tokens.text for tokens in parses.values()],
            "published": [pd.Timestamp("2021-01-02"), pd.Timestamp("2021-02-03")],
        }
    )
    return articles, parses


def test_count_over_articles(corpus):
    articles, parses = corpus
    table = count_entities(find_mentions(articles, parses=parses), articles, parses=parses)
    assert table.dtypes.astype(str).to_dict() == COLUMNS["entities"]
    row = table.set_index("entity").loc["person:ann-lie"]
    assert (row["mentions"], row["articles"], row["role"], row["country"]) == (
        4,
        2,
        "Norwegian president",
        "NOR",
    )
    assert (row["first_seen"], row["last_seen"]) == (pd.Timestamp("2021-01-02"), pd.Timestamp("2021-02-03"))
    assert table["entity"].tolist()[0] == "person:ann-lie"


def test_nothing_in_nothing_out(corpus):
    articles, _ = corpus
    none = find_mentions(articles.head(0))
    assert count_entities(none, articles.head(0)).columns.tolist() == list(COLUMNS["entities"])


def test_places_get_a_position(corpus):
    articles, parses = corpus
    table = count_entities(find_mentions(articles, parses=parses), articles, parses=parses)
    oslo = locate_entities(table).set_index("name").loc["Oslo"]
    assert (round(oslo["latitude"]), round(oslo["longitude"]), oslo["country"]) == (60, 11, "NOR")


def test_office_holder_named_by_the_facts_has_a_name():
    found = described("The [MISC German] chancellor left_VBD .", published=dt.date(2015, 1, 1))
    assert found["person:angela-merkel"].name == "Angela Merkel"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The gallery is part of a major Warhol show in Leeds.", "Warhol", ""),
        ("Chief Ann Holt and Major Carl Ness left.", "Carl Ness", "Major"),
        ("She told them why Ann Holt should be president.", "Ann Holt", ""),
        ("If Carl Ness is the president, she will leave.", "Carl Ness", ""),
        ("Carl Ness is the president of Togo.", "Carl Ness", "president of Togo"),
        ("She met his father and Prime Minister Carl Ness in Leeds.", "Carl Ness", "Prime Minister"),
        (
            "HILL BRANDS WORLD CHAMPION KHAN A CHEAT\n\nAnn Hill called Jansher Khan a cheat.",
            "Jansher Khan",
            "",
        ),
    ],
)
def test_what_is_only_an_adjective_a_wish_or_a_headline_gives_no_role(text, name, role):
    entities = count_entities(*_mentioned(text))
    assert [row.role for row in entities.itertuples() if row.name == name] == [role]


def _mentioned(text):
    articles = pd.DataFrame([{"article": "a", "text": text, "published": pd.Timestamp("2024-05-08")}])
    return find_mentions(articles), articles


def test_members_of_a_party_act_under_one_name():
    mentions, _ = _mentioned("The Senate met. Republicans said the timing was wrong, and Democrats left.")
    assert [row.entity for row in mentions.itertuples() if row.kind == "MISC"] == [
        "misc:republicans",
        "misc:democrats",
    ]
