"""Classes of tone: what fades or falls, what is scarce, who is cleared, topics and places; and look-alikes."""

from __future__ import annotations

import pytest

from dateline.grammar import parse
from dateline.sentiment import score_targets, tone_in
from dateline.sentiment.contrast import own_clause
from dateline.sentiment.sentences import label_of
from dateline.sentiment.targets import score_of
from dateline.sentiment.verdicts import RULES, verdict_on


def label(text: str) -> str:
    (tone,) = tone_in(parse(text, [(0, len(text), "body")]))
    assert tone.label == label_of(tone.score)
    return tone.label


GOOD_THINGS_FADE = [
    "Hopes of a settlement faded.",
    "Hopes for peace dwindled on Friday.",
    "Trust in the courts has eroded.",
    "Confidence in the bank evaporated.",
    "Optimism about the accord vanished.",
    "Support for the chancellor crumbled.",
    "Growth slowed to a crawl.",
    "The peace talks collapsed.",
    "The truce broke down after a week.",
    "Respect for the press has declined.",
    "Dwindling hopes of survival hung over the town.",
    "There was a sharp fall in confidence.",
    "Hopes of a truce are fading.",
    "Support for the plan is on the wane.",
    "The town is far from safe.",
]
BAD_THINGS_FADE = [
    "Fears of a shortage faded.",
    "The number of killings dropped by half.",
    "Poverty fell for the second year.",
    "The threat of war has receded.",
    "Tensions between the neighbours eased.",
    "Violence has declined since May.",
    "Crime plummeted in the capital.",
    "The panic subsided by evening.",
    "Unemployment fell sharply.",
    "There was a drop in murders.",
    "Crime is down by a third.",
    "Poverty was on the decline.",
    "Fears of a drought are fading.",
    "The war is over.",
    "Rebels freed six hostages.",
    "The captives were released.",
    "A jury acquitted the guards of murder.",
    "Judges cleared the mayor of fraud.",
    "The conviction was quashed.",
]


@pytest.mark.parametrize("text", GOOD_THINGS_FADE)
def test_good_things_that_fade_are_bad(text):
    assert label(text) == "negative"


@pytest.mark.parametrize("text", BAD_THINGS_FADE)
def test_bad_things_that_fade_are_not_bad(text):
    assert label(text) != "negative"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hopes of a settlement grew.", "positive"),
        ("Poverty rose for the second year.", "negative"),
        ("Three victims fell into the river.", "negative"),
        ("The violence that stopped trade went on.", "negative"),
        ("Crime could fall.", "negative"),
        ("Fears were over the cost.", "negative"),
        ("The hostages were tortured.", "negative"),
        ("The deal is fair.", "positive"),
        ("The deal is anything but fair.", "neutral"),
        ("Violence spread, and trade declined.", "negative"),
    ],
)
def test_only_what_itself_fades_turns(text, wanted):
    assert label(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Few trust the premier.", "negative"),
        ("Few voters trust the premier.", "negative"),
        ("A few voters trust the premier.", "positive"),
        ("Little progress was made.", "negative"),
        ("The visit brought little relief.", "negative"),
        ("The little girl won a prize.", "positive"),
        ("Aid has not arrived.", "negative"),
        ("Aid has arrived.", "positive"),
        ("No one celebrated louder than the mayor.", "positive"),
        ("No one celebrated.", "negative"),
        ("We can't let killers out of prison.", "negative"),
        ("They won't release murderers.", "negative"),
        ("Most doctors agree that the plan falls short.", "negative"),
        ("The two states agree on a pact.", "positive"),
    ],
)
def test_scarce_missing_and_denied(text, wanted):
    assert label(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Envoys will fly to Rabat for hostage talks on Monday.",
        "The war museum opens at nine.",
        "A rescue official spoke at noon.",
        "The cancer charity moved to Leeds.",
        "There were no warning lamps on the pier.",
        "The crime novel runs to 300 pages.",
        "The terrorism correspondent moved to Rome.",
        "The village lies in a valley.",
        "The island lies off the coast.",
        "The town lies 20 km north of the border.",
    ],
)
def test_topics_and_places_have_no_tone(text):
    assert label(text) == "neutral"


@pytest.mark.parametrize(
    "text",
    [
        "The witness lies about the money.",
        "The war victims wept.",
        "The hostages were tortured.",
        "Cancer killed him.",
    ],
)
def test_the_same_words_weigh_where_they_are_meant(text):
    assert label(text) == "negative"


CLEARED = [
    "Judges cleared {} of theft.",
    "A jury acquitted {} of murder.",
    "{} was found not guilty of bribery.",
    "{} was cleared of all charges.",
    "{} has been exonerated.",
    "Prosecutors dropped the corruption charges against {}.",
    "The charges against {} were dismissed on Friday.",
    "{}'s conviction for theft was overturned.",
    "The court found no evidence that {} stole.",
    "An inquiry found {} did nothing wrong.",
    "The jury found {} not guilty.",
]


@pytest.mark.parametrize("template", CLEARED)
def test_who_is_cleared_is_not_blamed(template):
    start = template.index("{")
    text = template.format("Lee")
    row = score_targets([text], [start], [start + 3]).iloc[0]
    assert (row["label"], row["score"]) == ("neutral", 0)
    assert row["words"]


@pytest.mark.parametrize(
    "template",
    [
        "Judges convicted {} of theft.",
        "{} was not cleared of theft.",
        "Prosecutors refused to drop the corruption charges against {}.",
        "{} was found guilty of bribery.",
        "The court found evidence that {} stole.",
    ],
)
def test_who_is_not_cleared_is_blamed(template):
    start = template.index("{")
    text = template.format("Lee")
    assert score_targets([text], [start], [start + 3])["label"].iloc[0] == "negative"


def test_every_rule_of_verdicts_fires_on_an_example():
    fired = {verdict_on(text.format("Lee"), text.index("{"), text.index("{") + 3)[0] for text in CLEARED}
    assert fired == {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ("text", "target", "wanted"),
    [
        ("Critics attacked Lee but praised Kim.", "Lee", "negative"),
        ("Critics attacked Lee but praised Kim.", "Kim", "positive"),
        ("Unlike the corrupt Lee, Kim is honest.", "Lee", "negative"),
        ("Unlike the corrupt Lee, Kim is honest.", "Kim", "positive"),
        ("Voters thanked Kim, while Lee was accused of fraud.", "Lee", "negative"),
        ("Voters thanked Kim, while Lee was accused of fraud.", "Kim", "positive"),
    ],
)
def test_two_targets_of_one_sentence_have_their_own_tone(text, target, wanted):
    start = text.index(target)
    assert score_targets([text], [start], [start + 3])["label"].iloc[0] == wanted


def test_a_clause_is_cut_off_only_where_another_names_somebody():
    text = "Lee won but nobody cheered."
    assert own_clause(text, 0, 3) == (text, 0, 3)


@pytest.mark.parametrize(
    "chances", [(0.1, 0.2, 0.7), (0.36, 0.3, 0.34), (0.1, 0.5, 0.4), (0.5, 0.1, 0.4), (0, 1, 0)]
)
def test_label_and_score_of_a_target_agree(chances):
    likeliest = ("negative", "neutral", "positive")[max(range(3), key=lambda i: chances[i])]
    assert label_of(score_of(*chances)) == likeliest


@pytest.mark.parametrize(
    ("text", "target", "wanted"),
    [
        ("While Jan Berg was booed, Eva Lund was cheered.", "Eva Lund", "positive"),
        ("While Jan Berg was booed, Eva Lund was cheered.", "Jan Berg", "negative"),
        ("Although Jan Berg lied to voters, Eva Lund kept her promises.", "Eva Lund", "positive"),
        ("The Ningaloo Reef lies off Exmouth.", "Ningaloo Reef", "neutral"),
        ("Halden lies 20 km north of Moss.", "Moss", "neutral"),
        ("Jan Berg lies about the money.", "Jan Berg", "negative"),
    ],
)
def test_a_target_takes_the_tone_of_its_own_clause(text, target, wanted):
    start = text.index(target)
    assert score_targets([text], [start], [start + len(target)])["label"].tolist() == [wanted]
