"""Signals of who is meant ask the latest mentions of a thing, so many and no more."""

from dateline.coreference.discourse import RECENT, Thing


def test_the_latest_mentions_are_asked_and_no_others():
    thing = Thing("person:ann", "PERSON", "f", "one", mentions=list(range(100)))
    assert (RECENT, thing.recent) == (40, list(range(60, 100)))
    assert Thing("person:ann", "PERSON", "f", "one", mentions=[7]).recent == [7]
