"""Tone toward a target: who is praised or blamed matters, who it is does not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.evaluation.sentiment import name_bias, predict, predict_vader
from dateline.sentiment import score_targets
from dateline.sentiment.inputs import MARKS, NAME, TARGET, WINDOW, around, mark_target, number_words
from dateline.sentiment.target_network import load_network

GIVEN = (
    "Olga Ivan Wei Mei Fatima Ahmed Maria Jose John Mary Aisha Kwame Amara Chidi Yuki Hiroshi Priya Arjun Anna Hans "
    "Ingrid Lars Sofia Marco Chloe Pierre Leila Reza Noor Omar Grace Hope Faith Mark Bill Will Carmen Diego Zanele "
    "Thabo Minh Linh Siti Budi Katya Dmitri Rosa Pablo Emily Michael"
).split()
FAMILY = "Ivanova Zhang Hassan Garcia Smith Okafor Tanaka Sharma Müller Rossi Dubois Hosseini Nguyen Santoso".split()
PERSONS = [f"{given} {FAMILY[i % len(FAMILY)]}" for i, given in enumerate(GIVEN)]
NAMES = [
    *PERSONS,
    *(
        "Russia China America France Nigeria India Iran Israel Germany Brazil Ukraine Japan Mexico Egypt Turkey Poland "
        "Kenya Vietnam Canada Australia Moscow Washington Beijing Brussels Kyiv Tehran NATO OSCE Hamas Greenpeace "
        "Google Boeing Pfizer Oxfam Gazprom Reuters Unicef Toyota Vatican Kremlin Pentagon Congress Bundestag "
        "Hezbollah Interpol Airbus Samsung Siemens Huawei Opec"
    ).split(),
]


def tone_of(text: str, target: str) -> float:
    start = text.index(target)
    return float(score_targets([text], [start], [start + len(target)])["score"].iloc[0])


def label_of(text: str, target: str) -> str:
    start = text.index(target)
    return score_targets([text], [start], [start + len(target)])["label"].iloc[0]


@pytest.mark.parametrize(
    "template",
    [
        "{target} accused {other} of breaking the treaty.",
        "Voters praised {target} and thanked {other} for the help.",
        "A court found that {target} had lied to {other} about the money.",
        "{target} will meet {other} in Geneva on Thursday.",
        "The far-reaching demands of {target} were rejected by {other}.",
    ],
)
def test_a_hundred_names_give_the_same_score(template):
    assert len(NAMES) == 100
    assert name_bias([template], NAMES)["spread"].iloc[0] <= 0.05


def test_mirrored_sentences_mirror_the_tone():
    forth, back = "Norland betrayed Suderland.", "Suderland betrayed Norland."
    assert tone_of(forth, "Norland") == tone_of(back, "Suderland")
    assert tone_of(forth, "Suderland") == tone_of(back, "Norland")
    assert tone_of(forth, "Norland") < 0


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Voters praised Lee for her courage during the flood.", "positive"),
        ("Lee won the award for her work on the treaty.", "positive"),
        ("Lee helped the victims of the storm.", "positive"),
        ("Lee kept every promise.", "positive"),
        ("The court convicted Lee of fraud.", "negative"),
        ("Critics say Lee is incompetent.", "negative"),
        ("Lee betrayed the voters.", "negative"),
        ("The watchdog accused Lee of lying about the budget.", "negative"),
        ("The far-reaching demands of Lee were rejected by several members.", "negative"),
    ],
)
def test_praise_and_blame(text, label):
    assert label_of(text, "Lee") == label


@pytest.mark.parametrize(
    "text",
    [
        "Lee said the meeting will take place on Tuesday.",
        "Lee flew to Geneva for talks with the minister.",
        "Lee is scheduled to speak on Thursday.",
        "Lee, 52, lives in Boston.",
        "The committee chaired by Lee meets in March.",
        "Lee and the envoy met in Geneva in June and last had a video call in December.",
    ],
)
def test_routine_news_is_neutral(text):
    assert label_of(text, "Lee") == "neutral"
    assert abs(tone_of(text, "Lee")) < 0.25


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Lee is honest.", "Lee is not honest."),
        ("Lee kept every promise.", "Lee never kept a promise."),
        ("Lee helped the victims.", "Lee failed to help the victims."),
        pytest.param(
            "The court did not convict Lee of fraud.",
            "The court convicted Lee of fraud.",
            marks=pytest.mark.xfail(strict=True, reason="the model hardly hears a denied crime"),
        ),
    ],
)
def test_negation_pairs(better, worse):
    assert tone_of(better, "Lee") > tone_of(worse, "Lee") + 0.1


def test_who_is_blamed_fares_worse_than_who_blames():
    text = "Kim condemned Lee for the massacre."
    assert tone_of(text, "Lee") < tone_of(text, "Kim") - 0.1


@pytest.mark.xfail(strict=True, reason="who saved whom from what is not told apart without a parse")
def test_who_saves_is_praised():
    assert label_of("Lee saved Kim from prison.", "Lee") == "positive"


def test_the_words_behind_a_score_are_named():
    text = "The court convicted Lee of fraud."
    words = score_targets([text], [20], [23])["words"].iloc[0]
    assert "fraud -" in words
    assert "Lee" not in words


@given(st.text(max_size=300), st.integers(0, 299), st.integers(1, 30))
@settings(max_examples=60, deadline=None)
def test_any_text_and_target_has_a_score(text, start, length):
    start = min(start, max(0, len(text) - 1))
    end = min(len(text), start + length)
    if start < end:
        row = score_targets([text], [start], [end]).iloc[0]
        assert -1 <= row["score"] <= 1
        assert row["label"] in ("negative", "neutral", "positive")


def test_together_or_alone_the_scores_are_the_same():
    texts = [
        "Critics attacked Lee over the scandal.",
        "Lee spoke.",
        "In a long speech full of praise she thanked Lee.",
    ]
    starts = [text.index("Lee") for text in texts]
    ends = [start + 3 for start in starts]
    alone = [
        score_targets([t], [s], [e])["score"].iloc[0] for t, s, e in zip(texts, starts, ends, strict=True)
    ]
    assert np.allclose(score_targets(texts, starts, ends)["score"], alone, atol=0.002)


def test_a_very_long_text_is_read_near_the_target_only():
    text = "war " * 50_000 + "Lee praised the choir." + " war" * 50_000
    numbers, at = mark_target(number_words(*_near(text)[:1], load_network().vocabulary), *_near(text)[1:])
    assert len(numbers) <= 2 * WINDOW + 1
    assert numbers[at] == TARGET


def _near(text: str) -> tuple[str, int, int]:
    start = text.index("Lee")
    return around(text, start, start + 3)


def test_names_are_hidden_from_the_model():
    vocabulary = {"hope": len(MARKS), "said": len(MARKS) + 1}
    read = lambda text: [piece.number for piece in number_words(text, vocabulary)]  # noqa: E731
    assert read("they said Hope Hicks said") == read("they said Anna Hicks said")
    assert NAME not in read("they said hope")


def test_a_target_outside_its_text_is_told():
    with pytest.raises(ValueError, match=r"target 1 is \[3, 9\)"):
        score_targets(["Lee spoke.", "Lee"], [0, 3], [3, 9])


def test_nothing_to_score_gives_an_empty_frame():
    assert list(score_targets([], [], []).columns) == ["score", "label", "words"]


def test_predictions_are_in_the_form_of_the_scorer():
    gold = [{"id": "a", "sentence": "Critics attacked Lee over the scandal.", "target": [17, 20]}]
    assert predict(gold)[0]["polarity"] == -1
    assert predict_vader(gold)[0]["polarity"] == -1
