"""A deed named with its doer ("Norway's raid") is the one told before, however often it is told, and no other."""

import pandas as pd
import pytest

from dateline.timeline.folding import fold
from dateline.timeline.owned import is_owned
from dateline.timeline.tellings import closest, telling

NORWAY, KING, MALTA, CHAD = "place:norway", "person:harald-v", "place:malta", "place:chad"
COUNTRIES = {NORWAY: "NOR", KING: "NOR", MALTA: "MLT", CHAD: "TCD"}


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("They spoke of Norway’s brutal, unprovoked and unjustified raid.", "raid"),
        ("The firms' merger pleased nobody.", "merger"),
        ("Three years after her arrest, she was freed.", "arrest"),
        ("The Norwegian invasion went on.", "invasion"),
        ("He lost his seat after Ann Lee's long trial in Oslo.", "trial"),
        ("Costs rose since the bank's sudden collapse.", "collapse"),
        ("The Swiss army's raid and the Greek raid failed.", "raid"),
        ("The Chechen, unprovoked raid went on.", "raid"),
        ("He wrote “Her long trial” in May.", "trial"),
    ],
)
def test_a_noun_behind_its_doer_is_owned(line, word):
    assert is_owned(telling(text=word, action=word, line=line))


@pytest.mark.parametrize(
    ("line", "word", "action"),
    [
        ("They feared another Norwegian invasion.", "raid", "raid"),
        ("They spoke of Norway’s next raid.", "raid", "raid"),
        ("They spoke of Norway’s second, longer raid.", "raid", "raid"),
        ("They spoke of Norway’s raids.", "raids", "raid"),
        ("Norway’s plan to raid Malta failed.", "raid", "raid"),
        ("The king's men will raid Malta.", "raid", "raid"),
        ("The raid was brutal.", "raid", "raid"),
        ("Norway’s king raided Malta.", "raided", "raid"),
        ("Such a raid angers many.", "raid", "raid"),
        ("Each raid costs lives.", "raid", "raid"),
        ("Which raid was meant, nobody knew.", "raid", "raid"),
        ("The March raid angers many.", "raid", "raid"),
        ("There's heavy raid damage.", "raid", "raid"),
        ("It’s one long raid.", "raid", "raid"),
        ("Who's behind that raid?", "raid", "raid"),
        ("Norway's minister Ann Lee saw one raid.", "raid", "raid"),
        ("My friend's father saw the raid.", "raid", "raid"),
        ("Norway's army feared every raid.", "raid", "raid"),
        ("Norway's army saw heavy raid damage.", "raid", "raid"),
        ("The Norwegians such raid angers.", "raid", "raid"),
        ("They spoke of Norway's counter-raid.", "raid", "raid"),
    ],
)
def test_what_is_one_of_several_or_of_nobody_or_a_verb_is_not(line, word, action):
    assert not is_owned(telling(text=word, action=action, line=line))


def day(number):
    return pd.Timestamp("2023-05-01") + pd.Timedelta(days=number - 1)


def raid(number, on, line="Norway’s raid of Malta", actors=(NORWAY,), targets=(MALTA,), **more):
    given = {"text": "raid", "action": "raid", "type": "ASSAULT", "weight": 0.9, "status": "happened"}
    given |= {"article": str(number), "key": f"{number}:0", "number": number, "published": day(on)}
    return telling(**(given | {"line": line, "what": line, "actors": actors, "targets": targets} | more))


def events(*told):
    """Fold tellings of articles that are of no one story."""
    lines = ("Fish is dear in Bergen.", "The king skied.", "Ships sail from Malta.", "Rain fell on Sunday.")
    texts = {m.number: f"{lines[m.number % 4]} {m.line}" for m in told}
    return [[m.number for m in event.mentions] for event in fold(told, texts, COUNTRIES).events]


def test_a_raid_told_for_weeks_in_other_words_by_king_or_country_is_one_row():
    assert events(
        raid(0, 1, text="raided", line="Norway raided Malta at dawn", first=day(1), last=day(1)),
        raid(
            1, 9, line="Grain is dear since King Harald’s brutal and unprovoked raid of Malta", actors=(KING,)
        ),
        raid(2, 21, line="Trade with Norway’s neighbours suffers from Norway’s raid", targets=()),
    ) == [[0, 1, 2]]


@pytest.mark.parametrize(
    "other",
    [
        {"line": "Chad’s raid of Malta angers many", "actors": (CHAD,)},
        {"line": "Norway’s raid of Chad angers many", "targets": (CHAD,)},
        {"line": "Norway’s raid on the press angers many", "targets": ()},
        {"line": "Norway’s new raid of Malta angers many"},
        {"line": "Each raid costs lives, ministers fear"},
        {"line": "Such a raid costs lives, ministers fear"},
        {"line": "Norway’s raid of Malta angers many", "status": "hypothetical"},
        {"line": "Norway’s raid of Malta angers many", "first": day(9), "last": day(9)},
        {"line": "Norway’s aid to Malta angers many", "action": "aid", "text": "aid", "type": "AID"},
    ],
    ids=[
        "another doer",
        "at another",
        "at a thing",
        "a new one",
        "each of them",
        "one like it",
        "only possible",
        "another day",
        "done often",
    ],
)
def test_another_raid_is_none_of_it(other):
    one = raid(0, 1, text="raided", line="Norway raided Malta at dawn", first=day(1), last=day(1))
    assert len(events(one, raid(1, 10, **other))) == 2


def test_the_owner_is_found_in_long_lines_of_the_same_word_and_not_far_off():
    many = "raid " * 20_000
    assert not is_owned(telling(text="raid", action="raid", line=many + "ended"))
    assert is_owned(telling(text="raid", action="raid", line=many + "as told of Norway's raid"))
    assert not is_owned(telling(text="raid", action="raid", line="Norway's long cold wet dark grim sad raid"))


def test_a_raid_of_long_ago_is_not_the_one_that_is_spoken_of():
    one = raid(0, 1, text="raided", line="Norway first raided Malta then", first=day(-900), last=day(-600))
    assert len(events(one, raid(1, 10, line="Norway’s raid of Malta angers many"))) == 2


def test_what_was_told_as_done_is_of_no_later_day():
    told = [raid(0, 1), raid(1, 9, first=day(9), last=day(9))]
    assert closest(told) is None
    assert closest([*told, raid(2, 10, first=day(1), last=day(1))]).number == 2
