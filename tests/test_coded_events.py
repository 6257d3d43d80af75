"""Coded events: which acts a coder would code in a sentence, and between which countries."""

from __future__ import annotations

from itertools import product

import pytest

from dateline.evaluation.coded import predict

SENTENCES = [
    # what is tested, sentence, (type, source, target) of each record
    (
        "what is only spoken of is no act of its own",
        "Kenya condemned the invasion of Chad by Libya on Monday.",
        {("ACCUSE", "KEN", "TCD")},
    ),
    (
        "one country named: the act is domestic",
        "Soldiers fired on protesters in Togo on Friday.",
        {("ASSAULT", "TGO", "TGO")},
    ),
    (
        "the other country of the sentence is the target",
        "Ghana lifted its curfew along the border with Togo on Sunday.",
        {("CONCEDE", "GHA", "TGO")},
    ),
    (
        "a politician stands for the country",
        "President Yeltsin met Chancellor Kohl in Geneva on Tuesday.",
        {("CONSULT", "RUS", "DEU")},
    ),
    (
        "what only dates another act is background",
        "Kenya reopened talks with Chad five years after soldiers shelled a camp.",
        {("CONSULT", "KEN", "TCD")},
    ),
    (
        "a refusal in the future tense",
        "Syria will not accept more refugees from Iraq.",
        {("REJECT", "SYR", "IRQ")},
    ),
    (
        "what protesters call for is their protest",
        "Farmers marched in Togo on Monday calling for elections.",
        {("PROTEST", "TGO", "TGO")},
    ),
    (
        "a purpose, where nothing else is coded",
        "Kenya took several steps to release prisoners.",
        {("RETREAT", "KEN", "KEN")},
    ),
    (
        "what went before in a phrase is background",
        "Niger troops captured a camp in Chad after fierce fighting.",
        {("ASSAULT", "NER", "TCD")},
    ),
    (
        "an international body is no country",
        "The OAU condemned Rwanda on Sunday.",
        {("ACCUSE", "IGO", "RWA")},
    ),
    (
        "who will not do it until something else happens refuses",
        "Kenya will not lift its embargo on Chad until the fishermen are back.",
        {("REJECT", "KEN", "TCD")},
    ),
    (
        "who fails to come to terms has turned them down",
        "Kenya failed to reach an agreement with Chad on Monday.",
        {("REJECT", "KEN", "TCD")},
    ),
    (
        "who decides to lift a ban gives in",
        "Kenya has decided to ease its curfew on Togo.",
        {("CONCEDE", "KEN", "TGO")},
    ),
    (
        "troops on a peacekeeping mission are aid",
        "Kenya sent troops to Mali on a peacekeeping mission.",
        {("AID", "KEN", "MLI")},
    ),
    (
        "money that a state gives is aid",
        "Norway has provided 28 million euros to rebuild schools in Yemen.",
        {("AID", "NOR", "YEM")},
    ),
    (
        "a town that an army takes is taken by force",
        "Fighters from Libya captured two towns in Chad.",
        {("ASSAULT", "LBY", "TCD")},
    ),
    (
        "troops on alert",
        "Togolese troops remained on alert in Mali.",
        {("MOBILIZE", "TGO", "MLI")},
    ),
    (
        "a suspension of aid",
        "Norway announced a suspension of aid to Chad.",
        {("SANCTION", "NOR", "TCD")},
    ),
]


@pytest.mark.parametrize(("what", "sentence", "records"), SENTENCES)
def test_acts_and_sides(what, sentence, records):
    (line,) = predict([{"id": "x", "text": sentence}])
    found = {
        (event["type"], source, target)
        for event in line["events"]
        for source, target in event.get("pairs") or product(event["source"], event["target"])
    }
    assert found == records
