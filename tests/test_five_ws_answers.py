"""Each construction that answers who, when, where, why or how, and its look-alikes that do not."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from dateline.dates import dates_in
from dateline.five_ws import answers_in
from dateline.grammar import parse
from dateline.mentions import mentions_in

PUBLISHED = date(2023, 3, 17)  # a Friday


@cache
def answers(headline: str, body: str) -> dict[str, str]:
    tokens = parse(f"{headline}\n\n{body}\n")
    found = answers_in(tokens, mentions_in(tokens, PUBLISHED), dates_in(tokens, PUBLISHED), PUBLISHED)
    return {answer.question: answer.text for answer in found}


WHO = [
    ("doer", "Team of doctors reaches island", "A team of doctors reached the island of Lipari on Wednesday. "
     "Health minister Carla Riva praised them.", "Team of doctors"),
    ("agent of a passive", "Tunnel closed", "A tunnel near Innsbruck was closed by the police.", "the police"),
    ("undergoer, no doer", "Two killed in explosion", "At least two people were killed in an explosion at a bakery in "
     "Lyon on Friday.", "At least two people"),
    ("full name", "Lund wins race", "Eva Lund won the race on Sunday. Lund had lost it twice.", "Eva Lund"),
    ("name after what she is", "Texas student Ada Moreno wins", "Ada Moreno won the prize.", "Ada Moreno"),
    ("not the one quoted before", "'I BLAME DUVAL' Moreau tells voters", "Anne Moreau told voters in Lille on "
     "Monday that she would sell the port.", "Anne Moreau"),
    ("who claims, in a headline", "Reis says praise from Duval helps farmers", "Ana Reis spoke to farmers on Monday. "
     "Duval stayed away. Duval had praised them.", "Ana Reis"),
    ("who says that it did", "Business in brief", "Harbour Bank said on Monday it bought a mill from Ardent "
     "Group, which Jan Berg founded.", "Harbour Bank"),
    ("a body that a noun of deeds names", "Delegation to visit Kosovo", "A Finnish delegation will visit Kosovo next "
     "week. Party leader Ana Reis rejected it on Friday.", "Delegation"),
    ("not who speaks of it", "Farmers block roads", "Farmers blocked roads around Toulouse on Thursday. President "
     "Emmanuel Macron called for calm. Macron spoke in Paris.", "Farmers"),
]  # fmt: skip
WHEN = [
    ("with the main verb", "Union sues Lumex", "The union sued Lumex in Oslo on Monday.", "Monday"),
    ("not another event's day", "Dispute over Monday's vote goes to court", "Opposition leader Ana Reis asked a court "
     "in Lisbon on Thursday to void Monday's vote.", "Thursday"),
    ("with what the headline tells", "Reis praises talks with Lund", "Ana Reis praised her first talks with Eva Lund. "
     "Ms Lund, who won the vote on Wednesday, met Ms Reis at Oslo castle on Thursday. Thousands marched on Wednesday "
     "against the result.", "Thursday"),
    ("not a plan told later", "Museum sells Rubens", "The museum in Ghent sold a Rubens on Tuesday. It closes for "
     "repairs on 2 May.", "Tuesday"),
]  # fmt: skip
WHERE = [
    ("a town before its country", "Carmaker opens plant in Hungary", "Volta opened a plant in Gyor, Hungary, on "
     "Monday.", "Gyor"),
    ("a country before a part of the world", "Minister flies to Jordan", "Minister Ana Reis arrived in Jordan on "
     "Friday to end her Middle East tour. Israel and Turkey are rivals in the Middle East.", "Jordan"),
    ("a province before its country", "Storm hits France", "A storm hit France on Sunday. Boats sank in Brittany.",
     "Brittany"),
    ("not where a firm is based", "US-based Volta opens plant", "The US-based carmaker Volta opened a plant near Gyor.",
     "Gyor"),
    ("not a capital that speaks", "Kremlin denies report", "Moscow denied the report on Friday. The raid happened in "
     "Aleppo on Wednesday.", "Aleppo"),
    ("not the seat of a bank", "Lumex seeks credit", "Lumex arranged a credit with Ardent Bank, of Charlotte, in Oslo.",
     "Oslo"),
    ("not a birthplace", "Actor dies in hospital", "Paul Lind, born in San Francisco, died in a hospital in Lisbon.",
     "Lisbon"),
    ("not where two reporters sit", "Leaders speak on phone", "LIMA / OSLO - The leaders spoke for an hour, and "
     "farmers in Chad listened.", "Chad"),
    ("a hyphenated name", "Volcano erupts", "A fire broke out on Tuesday in Boulogne-sur-Mer.", "Boulogne-sur-Mer"),
]  # fmt: skip
WHY = [
    ("because of", "Airline cancels flights", "Harbour Air cancelled forty flights on Monday because of a strike by "
     "cabin crews.", "a strike by cabin crews"),
    ("retaliation", "Protesters storm ministry", "Protesters stormed the ministry in Lima in retaliation for the "
     "arrest of their leader.", "in retaliation for the arrest of their leader"),
    ("stemmed from", "Two shot in Dallas", "The shooting in Dallas stemmed from a quarrel between neighbours.",
     "a quarrel between neighbours"),
    ("citing", "Toymaker recalls dolls", "Toymaker Brill recalled dolls in Sweden, citing safety concerns.",
     "safety concerns"),
    ("what feelings are about", "Fans furious over ticket prices", "Supporters of the club gathered outside the "
     "stadium on Friday.", "ticket prices"),
    ("what a penalty is for", "Bank fined over data leak", "The regulator fined Nordbank on Monday.", "data leak"),
    ("blame X on Y", "Mayor speaks on bridge", "The mayor of Porto blamed the collapse on poor maintenance by the "
     "previous owner.", "poor maintenance by the previous owner"),
    ("deed of who is blamed", "Aide blames Smith for loss", "The candidate blamed Smith, who had announced that he "
     "was closing the plant, for the defeat.", "he was closing the plant"),
    ("cause as subject", "Ruling sparks protests", "A court ruling on land rights sparked protests in Nairobi on "
     "Tuesday.", "A court ruling on land rights"),
    ("bad weather at a mishap", "Bus overturns near Leeds", "A bus overturned near Leeds in thick fog, injuring "
     "twelve passengers.", "thick fog"),
    ("purpose", "City widens canal to prevent floods", "The city of Utrecht widened a canal to prevent floods.",
     "to prevent floods"),
    ("for such reasons", "Pool closed", "The pool was closed on Monday for safety reasons.", "for safety reasons"),
    ("a charge", "Woman arrested", "A woman was arrested in Leeds on charges of fraud.", "on charges of fraud"),
    ("in light of", "Bank lowers rate", "In light of falling prices, the central bank lowered its rate on Monday.",
     "falling prices"),
    ("fearing", "Villagers leave homes", "Villagers left their homes on Sunday, fearing an eruption.",
     "fearing an eruption"),
    ("after a deed", "Minister resigns", "The minister resigned on Monday after newspapers revealed an affair with an "
     "aide.", "newspapers revealed an affair with an aide"),
]  # fmt: skip
NOT_WHY = [
    ("due to do", "Ministers prepare", "Two ministers are due to meet in Oslo in May."),
    ("a cause that points back", "Village empty", "Because of it, the village in Bavaria was empty."),
    ("hours after", "Crew meets president", "The crew met the president in Paris hours after they landed."),
    ("after what the same one did", "Lund wins race", "Eva Lund won in Turin after surviving a crash."),
    ("following, of time", "Mayor opens bridge", "The mayor of Graz opened the bridge on Friday following the race."),
    ("after, of time", "After long campaign, candidates rest", "After the long campaign, all rested."),
    ("a quality of who acts", "Crowd outside court", "The angry crowd rushed at the doors of the town hall."),
    ("because, with an aside", "Bank under review", "The bank fell because, under the new rules."),
    ("for some time", "Man jailed in Oslo", "A man was jailed for six years in Oslo."),
    ("for some reason", "Minister to leave", "The minister will leave, for several reasons, in May."),
    ("intent to do", "Brewer shows letter", "A brewer from Ghent showed its letter of intent to take over a rival."),
    ("weather without mishap", "Couple walks", "The couple walked in the rain along the beach."),
    ("for a thing fetched", "Driver goes shopping", "A driver went to the shop for bread."),
    ("infinitive that completes", "Minister meets farmers", "The minister met farmers in Rome and promised to help."),
]  # fmt: skip
HOW = [
    ("by doing", "Thieves steal paintings", "Thieves stole six paintings in Ghent by climbing through a skylight.",
     "climbing through a skylight"),
    ("with a tool", "Gate destroyed at embassy", "A man rammed the gate of the embassy with a lorry on Monday.",
     "with a lorry"),
    ("filled with", "Six die at market", "A van packed with explosives blew up at a market in Mosul.",
     "packed with explosives"),
    ("when, of an outcome", "Seven killed in Peru", "Seven people were killed when a bus plunged into a ravine in "
     "Peru.", "plunged into a ravine"),
    ("after, of an outcome", "Lund wins race", "Eva Lund won the race after overtaking four rivals in the last lap.",
     "overtaking four rivals"),
    ("what a feeling answers", "Fans outraged by new logo", "Fans of the club were outraged on Friday after the owners "
     "shrank the crest.", "shrank the crest"),
    ("a decision", "Council at odds with mayor", "The council criticised the mayor's decision to close the library.",
     "decision to close the library"),
    ("on the phone", "Chancellor talks to king", "The chancellor spoke to the king on the phone on Monday.",
     "on the phone"),
    ("with its particle", "Three hurt", "Three men were hurt when the roof of a barn caved in on Monday.", "caved in"),
    ("in a letter", "Minister resigns", "Minister Jan Berg resigned in a letter to the prime minister.", "in a letter"),
]  # fmt: skip
NOT_WHERE = [
    ("whose election", "US election divides unions", "The US election divided the unions."),
    ("president of a country", "Chief of Chad retires", "The president of Chad is 80 years old."),
    ("a place to compare with", "Prices rise", "Prices rose faster than they did in spring, unlike Norway."),
]
NOT_HOW = [
    ("trouble with a tool", "Concert delayed", "A concert in Turin was late because of trouble with a lorry."),
    ("a state", "Dam is old", "The dam is old."),
    ("what stands round a noun", "Tensions grow", "There are tensions surrounding the islands."),
    ("that it happened, not how", "Tram overturns", "A tram overturned on Monday."),
    ("an outcome alone", "Actor dies aged 70", "The actor Paul Lind died on Monday aged 70."),
    ("what it was done for", "Fares raised", "Rail fares are raised to cut losses."),
    ("a noun taken for a verb", "Fans angry", "Bar shape change sparks anger among fans."),
    ("a verb of no manner", "Aide blames court", "The aide blames a court that cleared her of fraud over loans."),
    ("blame in a letter", "Mayor blames council", "Mayor Jan Berg blamed the council in a letter on Monday."),
    ("what is told already", "City renames square", "The city of Graz renamed a square."),
]  # fmt: skip
CASES = [
    (question, *case)
    for question, cases in (("who", WHO), ("when", WHEN), ("where", WHERE), ("why", WHY), ("how", HOW))
    for case in cases
]
NO_ANSWERS = {"why": NOT_WHY, "where": NOT_WHERE, "how": NOT_HOW}
NONE = [(question, *case) for question, cases in NO_ANSWERS.items() for case in cases]


def _name(value) -> str:
    return value if isinstance(value, str) and len(value) < 30 else ""


@pytest.mark.parametrize(("question", "construction", "headline", "body", "text"), CASES, ids=_name)
def test_constructions_that_answer(question, construction, headline, body, text):
    assert answers(headline, body).get(question) == text, construction


@pytest.mark.parametrize(("question", "construction", "headline", "body"), NONE, ids=_name)
def test_look_alikes_that_do_not(question, construction, headline, body):
    assert question not in answers(headline, body), construction


def test_what_is_the_predicate_with_whole_phrases():
    told = answers(
        "Port of Mombasa unveils new, faster ferry for the crossing to Likoni",
        "The port showed the ship to reporters on Monday.",
    )
    assert told["what"] == "unveils new, faster ferry for the crossing"


def test_an_answer_ends_with_the_quotation_that_it_begins():
    told = answers(
        "Berg: owners must 'put an end to years of idle waiting' at meetings",
        "Jan Berg spoke on Monday.",
    )
    assert told["what"] == "must 'put an end to years of idle waiting'"


@pytest.mark.parametrize(
    ("headline", "body", "what"),
    [
        (
            "Judges free three sailors of Ghent ferry fire",
            "Judges have freed the three sailors of the ferry.",
            "free three sailors of Ghent ferry fire",
        ),
        (
            "Harbour crash: driver named as Jan Berg",
            "The driver has been named as Jan Berg.",
            "named as Jan Berg",
        ),
        ("Council to close pool", "The council said on Monday that it will close the pool.", "to close pool"),
        ("It's over for strikers", "The strike in Ghent ended on Monday.", "It's over for strikers"),
        ("Tariff change hits exporters", "Chad changes its tariffs in May.", "hits exporters"),
    ],
)
def test_the_lead_shows_which_word_of_a_headline_is_its_verb(headline, body, what):
    assert answers(headline, body)["what"] == what


def test_a_headline_without_verb_is_told_as_it_stands_after_its_label():
    told = answers("Ghent fire: last victims in hospital", "Firemen saved nine people in Ghent on Monday.")
    assert told["what"] == "last victims in hospital"


def test_sentences_without_end_are_read_as_far_as_sentences_go():
    flood = "rain because of storm crash by driving in fog with bombs " * 400
    assert isinstance(answers("Storm hits coast", flood), dict)


def test_what_the_page_asks_of_its_readers_is_no_news():
    lines = "Sign up for our letter + Subscribe Thanks for joining us! The Lions beat the Eagles on Friday."
    tokens = parse(lines + "\n")
    found = answers_in(tokens, mentions_in(tokens, PUBLISHED), dates_in(tokens, PUBLISHED), PUBLISHED)
    assert {answer.question: answer.text for answer in found}["what"].startswith("beat the Eagles")
