"""Actors, targets and types in constructions of news, read with the model of the package."""

from __future__ import annotations

import pytest

from dateline.evaluation.pipeline import run_steps

CONSTRUCTIONS = [
    # construction, sentence, event word, type, actors, targets
    ("a state is not passive", "Peru is opposed to the mediation.", "opposed", "REJECT", "place:peru", ""),
    (
        "whom the noun of a light verb is aimed at",
        "Ghana issued a stern reminder to Togo on Monday.",
        "issued",
        "REQUEST",
        "place:ghana",
        "place:togo",
    ),
    (
        "between two others",
        "Oman launched a mediation effort between Iran and Iraq.",
        "launched",
        "CONSULT",
        "place:oman",
        "place:iran; place:iraq",
    ),
    (
        "said that somebody must",
        "Kenya said on Friday that Somalia must release the sailors.",
        "said",
        "REQUEST",
        "place:kenya",
        "place:somalia",
    ),
    (
        "said that somebody did",
        "Kenya said that Somalia released the sailors.",
        "said",
        "",
        "place:kenya",
        "",
    ),
    (
        "a statement of somebody that demands",
        "Chad issued a statement demanding that Libya withdraw.",
        "demanding",
        "REQUEST",
        "place:chad",
        "place:libya",
    ),
    (
        "put under what a noun names",
        "Nigerian officers were put under arrest on Sunday.",
        "arrest",
        "COERCE",
        "",
        "place:nigeria",
    ),
    (
        "told to do",
        "Spain told Morocco to release the boats.",
        "told",
        "REQUEST",
        "place:spain",
        "place:morocco",
    ),
    (
        "told what is so",
        "Spain told Morocco that the boats had sailed.",
        "told",
        "",
        "place:spain",
        "place:morocco",
    ),
    (
        "protested in words",
        "Japan protested that China had broken the pact.",
        "protested",
        "ACCUSE",
        "place:japan",
        "",
    ),
    (
        "a name's words mean nothing else",
        "Fiji opened the Friendship Hotel on Monday.",
        "opened",
        "",
        "place:fiji",
        "*",
    ),
    ("failed to agree", "Chile and Bolivia failed to reach an agreement.", "failed", "REJECT", "*", "*"),
    ("a weekday makes no phrasal verb", "Cuba called on Monday.", "called", "", "place:cuba", ""),
    ("who only begins", "Norway began to supply Latvia with gas.", "began", "", "place:norway", ""),
    (
        "who does the rest",
        "Norway began to supply Latvia with gas.",
        "supply",
        "*",
        "place:norway",
        "place:latvia",
    ),
    (
        "who is allowed to",
        "The court allowed Nigeria to import rice for Ghana.",
        "import",
        "*",
        "place:nigeria",
        "place:ghana",
    ),
    (
        "a war breaks out between its parties",
        "Fighting broke out on Tuesday between Chad and Libya near the border.",
        "Fighting",
        "ASSAULT",
        "place:chad; place:libya",
        "",
    ),
    (
        "whom one talks with hangs on the verb",
        "Malta held talks on Monday with Cyprus about the pact.",
        "talks",
        "CONSULT",
        "place:malta; place:cyprus",
        "",
    ),
    (
        "allies are somebody else",
        "US allies in Norway welcomed the pact.",
        "welcomed",
        "SUPPORT",
        "place:norway",
        "",
    ),
    (
        "talks planned are one act",
        "The talks with Chad planned for May were cancelled.",
        "planned",
        "",
        "*",
        "*",
    ),
    (
        "an adjective of refusal",
        "Laos is unwilling to sign the pact.",
        "unwilling",
        "REJECT",
        "place:laos",
        "",
    ),
    (
        "a fire that is no accident",
        "Rebels pounded Goma with mortar fire.",
        "pounded",
        "ASSAULT",
        "",
        "place:goma",
    ),
    (
        "a particle read as a preposition",
        "Israel sealed off the Gaza Strip.",
        "sealed",
        "COERCE",
        "*",
        "place:gaza",
    ),
    (
        "a past read as a present",
        "Gunmen shot dead a Basque mayor.",
        "shot",
        "ASSAULT",
        "",
        "place:basque-country",
    ),
    (
        "a formal protest is in words",
        "Chile lodged a formal protest with Spain on Monday.",
        "lodged",
        "ACCUSE",
        "place:chile",
        "place:spain",
    ),
    (
        "what is provided with",
        "Oman provided Yemen with wheat.",
        "provided",
        "AID",
        "place:oman",
        "place:yemen",
    ),
    (
        "insisted that somebody do",
        "Norway insisted that Iran halt it.",
        "insisted",
        "REQUEST",
        "place:norway",
        "*",
    ),
    ("insisted that it is so", "Norway insisted that Iran halts it.", "insisted", "", "place:norway", "*"),
    ("will unless", "Fiji will leave unless Tonga pays.", "leave", "THREATEN", "place:fiji", "*"),
    (
        "would if, of force",
        "Fiji would retaliate if Tonga attacked.",
        "retaliate",
        "THREATEN",
        "place:fiji",
        "*",
    ),
    ("a country protests in words", "Japan protested on Monday.", "protested", "ACCUSE", "place:japan", ""),
    (
        "its students march",
        "Japanese students protested on Monday.",
        "protested",
        "PROTEST",
        "place:japan",
        "",
    ),
    ("farmers block roads", "Greek farmers blockaded the port.", "blockaded", "PROTEST", "place:greece", ""),
    (
        "a participle that is a perfect",
        "Sweden has frozen development aid to Burundi.",
        "frozen",
        "SANCTION",
        "place:sweden",
        "place:burundi",
    ),
    (
        "a body of the country named before it",
        "Brazil's Congress impeached the president.",
        "impeached",
        "ACCUSE",
        "place:brazil",
        "",
    ),
    ("idioms", "Chad and Libya came to terms on Friday.", "came", "AGREE", "place:chad; place:libya", ""),
    ("what states want", "Chad wants Libya to leave.", "wants", "REQUEST", "place:chad", "place:libya"),
    ("what people want", "The mayor wants Libya to leave.", "wants", "", "*", "*"),
    (
        "what was agreed before",
        "Gambian forces withdrew from Senegal after a peace accord.",
        "withdrew",
        "RETREAT",
        "place:gambia",
        "*",
    ),
    (
        "students clash with police",
        "Peruvian students clashed with police.",
        "clashed",
        "PROTEST",
        "place:peru",
        "",
    ),
    (
        "a clause read as one noun",
        "Burma's military junta lifted restrictions on the movements of opposition leader Aung San Suu Kyi.",
        "lifted",
        "CONCEDE",
        "place:myanmar",
        "*",
    ),
    (
        "a day has no parties",
        "Oman mediated on Monday between Iran and Iraq.",
        "mediated",
        "CONSULT",
        "place:oman",
        "place:iran; place:iraq",
    ),
    (
        "a verb hung on its subject",
        "About 200 supporters of the president blocked roads in the capital.",
        "blocked",
        "PROTEST",
        "",
        "",
    ),
]


@pytest.mark.parametrize(("construction", "text", "word", "type_", "actors", "targets"), CONSTRUCTIONS)
def test_roles_and_types(construction, text, word, type_, actors, targets):
    found = {event.text: event for event in run_steps(text).events}
    assert word in found
    event = found[word]
    assert type_ in ("*", event.type)
    assert actors in ("*", event.actor)
    assert targets in ("*", event.target)


def test_a_state_body_speaks_of_talks_for_its_country():
    text = "The USA is worried. White House spokeswoman Ann Bell told of talks with Chad planned for May."
    (talks,) = (event for event in run_steps(text).events if event.text == "talks")
    assert talks.actor == "place:united-states; place:chad"
