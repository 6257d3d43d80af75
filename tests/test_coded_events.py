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
        {("COERCE", "NER", "TCD")},
    ),
    (
        "an international body is no country",
        "The OAU condemned Rwanda on Sunday.",
        {("ACCUSE", "IGO", "RWA")},
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
