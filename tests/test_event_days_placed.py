"""The day told in a sentence finds its deed where parsers, brackets of speech or occasions stand between."""

import pandas as pd
import pytest

from dateline import analyze
from dateline.tables import conform

MONDAY = ("2024-05-06", "2024-05-06")
NEXT_WEEK = ("2024-05-13", "2024-05-19")
NOTHING = ("", "")
PLACED = [
    ("Norway had on Monday sent two ships to Mali.", "sent", MONDAY),
    ("Ann Lee started a new round of peace talks on Monday.", "started", MONDAY),
    ("Ann Lee mocked Kari Dahl at Monday's rally in Oslo.", "mocked", MONDAY),
    ("In her speech at the Monday rally, Ann Lee accused Kari Dahl of fraud.", "accused", MONDAY),
    ("On Monday, Ann Lee held a meeting during which she promised aid to Mali.", "promised", MONDAY),
    ("Ann Lee made a call to admit more refugees on Monday.", "made", MONDAY),
    ('"Next week, both sides should meet in Oslo," Ann Lee wrote to Kari Dahl.', "meet", NEXT_WEEK),
    ("The sale is scheduled to close next week.", "sale", NEXT_WEEK),
    ("The games will be held in Oslo on June 3-5.", "held", ("2024-06-03", "2024-06-05")),
    ("Monday, in her last speech, Ann Lee called for cuts, the party told reporters.", "called", MONDAY),
    ("Norway took the port of Malta in the 1967 war.", "took", ("1967-01-01", "1967-12-31")),
    ("Ann Lee ran as the 2012 nominee.", "ran", ("2012-01-01", "2012-12-31")),
    ("Hosts hope to persuade Ann Lee to start at Friday's grand prix.", "start", ("2024-05-10", "2024-05-10")),
    ("The Maltese are on their first tour since boycotting a match in February.", "boycotting",
     ("2024-02-01", "2024-02-29")),
    ("Ann Lee was killed in a crash on Thursday.", "killed", ("2024-05-02", "2024-05-02")),
    ("The trial has been moved to May 31.", "moved", ("2024-05-31", "2024-05-31")),
]  # fmt: skip
CUT = [
    ("Prices fell this week.", "fell", ("2024-05-06", "2024-05-08")),
    ("Ann Lee resigned this month.", "resigned", ("2024-05-01", "2024-05-08")),
    ("Ann Lee will resign this week.", "resign", ("2024-05-06", "2024-05-12")),
    ("Ann Lee resigned earlier this month.", "resigned", ("2024-05-01", "2024-05-07")),
    ("Ann Lee will resign later this month.", "resign", ("2024-05-09", "2024-05-31")),
    ("The crash will wipe out the past 15 years of gains.", "wipe", NOTHING),
    ("The crash wiped out gains over the past 15 years.", "wiped", ("2009-05-08", "2024-05-08")),
    ("Ann Lee resigned last week.", "resigned", ("2024-04-29", "2024-05-05")),
]
APART = [
    ("Ann Lee condemned it after the talks on Monday.", "condemned", NOTHING),
    ("Ann Lee praised the winner of Monday's race.", "praised", NOTHING),
    ('"Next week, both sides should meet in Oslo," Ann Lee wrote to Kari Dahl.', "wrote", NOTHING),
    ("On Monday, Ann Lee said that taxes will rise.", "said", MONDAY),
    ("Ann Lee arrived in Oslo on Monday two days after Norway put off the vote.", "put", NOTHING),
    ("Acme did not pay a dividend as in the previous year.", "pay", NOTHING),
    ("Ann Lee called for a strike in Oslo on Thursday.", "called", NOTHING),
    ("Three men were convicted in the 1993 attack on the port.", "convicted", NOTHING),
    ("Norway repeated its support of the May 5 declaration.", "repeated", NOTHING),
    ("Coaches wanted to enter 1984 and 1988 champion Ann Lee for the relay.", "enter", NOTHING),
    ("Most winners came, the 1980 champion Ann Lee among them.", "came", NOTHING),
    ("Ann Lee has been recalled for the match against Malta in Oslo on May 31.", "recalled", NOTHING),
]


def days_of(text: str, word: str) -> tuple[str, str]:
    row = {"article": "a", "published": pd.Timestamp("2024-05-08"), "text": text}
    events = analyze(conform([row], "articles")).events
    event = events[events["text"] == word].iloc[0]
    return tuple("" if pd.isna(day) else day.date().isoformat() for day in (event["first"], event["last"]))


@pytest.mark.parametrize(("text", "word", "days"), PLACED + APART)
def test_a_day_finds_its_deed_and_no_other(text, word, days):
    assert days_of(text, word) == days


@pytest.mark.parametrize(("text", "word", "days"), CUT)
def test_what_has_happened_is_of_no_day_after_publication(text, word, days):
    assert days_of(text, word) == days
