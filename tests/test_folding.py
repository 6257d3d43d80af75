"""What several articles tell of one event is one row; two events of a kind are two."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

import dateline
from dateline.contract import check_tables
from dateline.events.rows.weights import probability
from dateline.timeline.folding import fold
from dateline.timeline.learned import weights
from dateline.timeline.signals import read_of, signals_of
from dateline.timeline.stories import LATEST, Likeness, Shelf
from dateline.timeline.tellings import telling
from dateline.timeline.weighing import Scales

RECORDS = [
    {
        "id": "herald",
        "text": "Police in Tromso have arrested Ola Brandt on suspicion of robbing the Nordlys jewellery shop. "
        "Brandt, 34, was stopped at the ferry quay with a bag of watches, inspector Kari Moe said.",
    },
    {
        "id": "post",
        "text": "Police in Tromso arrested Ola Brandt, 34, on suspicion of robbing the Nordlys jewellery shop. "
        "Inspector Kari Moe said Brandt had come from the ferry quay. Watches were found in his bag.",
    },
    {
        "id": "gazette",
        "text": "Customs officers in Valletta arrested Maria Zammit on suspicion of smuggling cigarettes. "
        "Zammit, 51, was stopped in the port with a lorry, the harbour master Joe Borg said.",
    },
]


@pytest.fixture(scope="module")
def tables():
    return dateline.analyze(RECORDS)


def test_every_event_points_to_its_row_and_every_row_to_its_events(tables):
    check_tables(tables)
    told = tables.events[tables.events["event"] != ""]
    assert set(told["event"]) == set(tables.timeline["event"])
    articles = told.groupby("event")["article"].agg(set)
    for row in tables.timeline.itertuples():
        assert set(row.articles.split("; ")) == articles[row.event]


def test_an_arrest_told_twice_is_one_row_with_its_reason_and_another_arrest_is_none_of_it(tables):
    events = tables.events
    arrests = events[events["action"].isin(["arrest", "detain"])].groupby("article")["event"].agg(set)
    assert arrests["herald"] & arrests["post"]
    assert not arrests["herald"] & arrests["gazette"]
    row = tables.timeline.set_index("event").loc[min(arrests["herald"] & arrests["post"])]
    assert row["folded"].startswith(("herald: ", "post: "))


LINE = "Norway's minister Anna Lind opened the harbour in Tromso after repairs to its quay."


def story(*tellings):
    """Fold mentions, one an article of the same text, and give how many events they are."""
    told = [
        telling(
            key=f"{number}:0", article=str(number), number=number, line=LINE, weight=0.9, status="happened", **one
        )
        for number, one in enumerate(tellings)
    ]  # fmt: skip
    texts = dict.fromkeys(range(len(told)), LINE + " The quay had burnt in spring, and Lind had promised it.")
    return len(fold(told, texts, {}).events)


ANNA, LARS, OSLO = ("person:anna-lind",), ("person:lars-berg",), ("place:oslo",)


def test_one_who_acts_under_two_names_does_not_part_two_tellings():
    """An office beside a name, or a name that one paper spells in another way, is no other deed."""
    assert (
        story({"action": "open", "actors": ANNA}, {"action": "open", "actors": ("org:harbour-board",)}) == 1
    )


@pytest.mark.parametrize(
    "other",
    [
        {"action": "open", "actors": LARS, "targets": OSLO},
        {"action": "open", "actors": ANNA, "status": "denied"},
    ],
    ids=["both sides named", "denied"],
)
def test_what_speaks_plainly_against_it_keeps_two_apart(other):
    one = {"action": "open", "actors": ANNA, "targets": ("org:harbour-board",)}
    status = other.pop("status", "happened")
    told = [
        telling(key="0:0", article="0", number=0, line=LINE, what=LINE, weight=0.9, status="happened", **one),
        telling(key="1:0", article="1", number=1, line=LINE, what=LINE, weight=0.9, status=status, **other),
    ]
    texts = dict.fromkeys((0, 1), LINE + " The quay had burnt in spring, and Lind had promised it.")
    assert len(fold(told, texts, {}).events) == 2


def test_a_name_on_the_other_side_parts_two_tellings_only_where_both_sides_are_turned_about():
    """Who is told to be acted on in one paper is mostly a role read wrongly, but two can beat each other in turn."""
    won = {"action": "open", "actors": ANNA, "targets": LARS}
    assert story(won, {"action": "open", "targets": ANNA}) == 1
    assert story(won, {"action": "open", "actors": LARS, "targets": ANNA}) == 2


def test_what_earns_a_row_by_itself_is_compared_by_itself_and_else_stays_in_its_row():
    """A row of two deeds does not take the other deed along to where only one is told; told here alone, it is one."""
    arrest = {"action": "arrest", "weight": 0.9}
    sale = {"action": "sell", "weight": 0.8, "start": 20}
    texts = dict.fromkeys((0, 1), LINE + " The quay had burnt in spring, and Lind had promised it.")

    def deeds(*articles):
        told = [
            telling(key=f"{number}:0", article=str(number), number=number, line=LINE, what=LINE, status="happened",
                    actors=ANNA, **one)
            for number, article in enumerate(articles) for one in article
        ]  # fmt: skip
        return [[(m.number, m.action) for m in event.mentions] for event in fold(told, texts, {}).events]

    assert deeds([arrest, sale]) == [[(0, "arrest"), (0, "sell")]]
    assert deeds([arrest, sale], [sale]) == [[(0, "arrest")], [(0, "sell"), (1, "sell")]]


def test_calls_in_the_same_words_on_two_days_are_two():
    days = [pd.Timestamp(f"2023-05-{day:02}") for day in (2, 9)]
    calls = [{"action": "speak", "actors": ANNA, "targets": OSLO, "published": day} for day in days]
    calls[0] |= {"first": days[0], "last": days[0]}
    assert story(*calls) == 2


def day_of(one, day, **given):
    """Tell a deed as of the day on which its article came out."""
    day = pd.Timestamp(f"2023-05-{day:02}")
    return {**one, "published": day, "first": day, "last": day, "own_day": False, **given}


@pytest.mark.parametrize(
    "action, other, events", [("speak", "travel", 2), ("speak", "talk", 1), ("fire", "sack", 1)]
)
def test_one_who_speaks_and_travels_on_a_day_does_two_things(action, other, events):
    """What is done again and again is told in words that name one deed, or by all the same parties."""
    type_ = "" if action == "fire" else "CONSULT"
    one = day_of({"action": action, "type": type_, "actors": ANNA, "targets": (*LARS, *OSLO)}, 2)
    assert story(one, one | {"action": other, "targets": LARS}) == events


def test_who_tells_somebody_tells_another_anew():
    told = day_of({"action": "update", "actors": ANNA, "targets": LARS}, 2)
    undated = {"first": None, "last": None}
    again = day_of(told, 3, **undated)
    assert story(told, again) == 1
    assert story(told, again | {"targets": ("person:ola-brandt",)}) == 2


@pytest.mark.parametrize("action, day, events", [("close", 9, 2), ("close", 3, 1), ("reiterate", 3, 2)])
def test_what_articles_of_two_weeks_tell_as_of_their_own_day_is_two(action, day, events):
    """Papers of two days may tell one deed as of their own; what is said is said again the next day."""
    one = {"action": action, "actors": ANNA, "targets": OSLO}
    assert story(day_of(one, 2), day_of(one, day)) == events


def test_what_a_row_only_mentions_ties_no_two_rows():
    """Each article charges somebody else, and both rows mention the same fire."""
    told = [
        telling(
            key=f"{number}:0", article=str(number), number=number, line=LINE, what=LINE, status="happened",
            **one,
        )
        for number in (0, 1)
        for one in (
            {"action": ("charge", "sell")[number], "weight": 0.9},
            {"action": "fire", "weight": 0.2, "start": 20},
        )
    ]  # fmt: skip
    texts = dict.fromkeys((0, 1), LINE + " The quay had burnt in spring, and Lind had promised it.")
    events = fold(told, texts, {}).events
    assert [sorted(m.action for m in event.mentions) for event in events] == [
        ["charge"],
        ["fire", "fire"],
        ["sell"],
    ]


def test_pairs_weighed_at_once_are_as_likely_as_their_named_signals_say():
    """What is left uncompared for its words and articles alone could not have been likely."""
    days = [None, pd.Timestamp("2021-05-03"), pd.Timestamp("2021-05-04")]
    deeds = product(
        ("arrest", "detention", "sue", "quake"), ("happened", "denied"), days, ("Oslo port", "5 men")
    )
    reads = [
        read_of(telling(action=action, status=status, first=day, last=day, line=line, number=at % 2, weight=0.9,
                        actors=("person:anna-lind",) if at % 3 else (), type="ARREST" if at % 5 == 0 else ""))
        for at, (action, status, day, line) in enumerate(deeds)
    ]  # fmt: skip
    model, stories = weights(), (Likeness(0.4, 0.5, 1.0, True), Likeness(0.02, 0.0, 0.0, False))
    scales, older, newer = Scales(model), reads[::2], reads[1::2]
    pages = [scales.page([[one] for one in group]) for group in (older, newer)]
    pairs = list(product(range(len(older)), range(len(newer))))
    articles = np.arange(len(older)) % 2
    for least in (0.0, 0.38):
        found = scales.likely(pages[0], (articles, stories), pages[1], tuple(np.array(pairs).T), least)
        expected = {}
        for at, (one, other) in enumerate(pairs):
            signals = signals_of(older[one], newer[other], stories[articles[one]])
            if signals is not None and probability(model.logit(signals)) > least:
                expected[at] = pytest.approx(probability(model.logit(signals)), abs=1e-12)
        assert dict(found) == expected
        assert 0 < len(found) < len(pairs)


def test_groups_are_as_alike_as_their_mentions_are_on_average():
    """Mentions whose words share nothing count 0."""
    scales, model, story = Scales(weights()), weights(), Likeness(0.4, 0.5, 1.0, True)
    known, new = (
        [read_of(telling(action=action, line=line, number=number)) for action, line in group]
        for number, group in enumerate(
            (
                [("arrest", "Oslo port police arrested Lind"), ("sink", "the ferry sank in a storm")],
                [("arrest", "Lind arrested in Oslo harbour"), ("detain", "police detained Lind"), ("vote", "a vote")],
            )
        )
    )  # fmt: skip
    told = [signals_of(one, other, story) for one, other in product(known, new)]
    mean = sum(probability(model.logit(signals)) for signals in told if signals is not None) / len(told)
    page, other = scales.page([known]), scales.page([new])
    found = scales.likely(page, (np.zeros(1, int), [story]), other, (np.zeros(1, int), np.zeros(1, int)), 0.0)
    assert found == [(0, pytest.approx(mean, abs=1e-12))]
    assert 0 < sum(signals is None for signals in told) < len(told)


def test_a_telling_joins_by_the_words_that_can_tell_the_same():
    """What the event is called elsewhere in words of no kin ("fatality") takes little from those that fit."""
    told = [
        telling(key=f"{number}:0", article=str(number), number=number, line=LINE, what=LINE, weight=0.9,
                status="happened", action=action, actors=ANNA, start=start)
        for number, action, start in ((0, "open", 0), (0, "christen", 50), (1, "open", 0))
    ]  # fmt: skip
    texts = dict.fromkeys((0, 1), LINE + " The quay had burnt in spring, and Lind had promised it.")
    events = fold(told, texts, {}).events
    assert [[(one.number, one.action) for one in event.mentions] for event in events] == [
        [(0, "open"), (0, "christen"), (1, "open")]
    ]


def test_what_is_found_no_more_is_not_kept() -> None:
    """An article leaves the shelf once as many later ones as are looked at stand under all of its names and words."""
    shelf = Shelf()
    shelf.nearest(0, "")
    assert shelf.left() == [0]
    text = "Yesterday the minister Zoltan Quarrick resigned over a bribery inquiry in Veszprem."
    found = [list(shelf.nearest(number, text)) for number in range(1, LATEST + 3)]
    assert found[-1][0] == LATEST + 1
    assert shelf.left() == [1, 2]
