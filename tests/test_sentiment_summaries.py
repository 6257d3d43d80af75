"""Tone in summary: means come with their counts, and words stand beside deeds."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sentiment import bootstrap_interval, deeds_against_words, summarize_tone, tone_matrix
from dateline.tables import empty


def mentions(*rows: tuple[str, str, str, float]) -> pd.DataFrame:
    """Rows of the sentiment table from (article, speaker, entity, score)."""
    frame = pd.DataFrame(rows, columns=["article", "speaker", "entity", "score"])
    label = np.select([frame["score"] < -0.1, frame["score"] > 0.1], ["negative", "positive"], "neutral")
    return frame.assign(unit="mention", label=label)


ROWS = mentions(
    ("a", "person:lee", "place:norland", -0.6),
    ("a", "person:lee", "place:norland", -0.2),
    ("b", "person:lee", "place:norland", 0.0),
    ("b", "person:kim", "place:suderland", 0.4),
    ("b", "", "place:norland", 0.9),
)
ENTITIES = pd.DataFrame(
    {
        "entity": ["person:lee", "person:kim", "place:norland", "place:suderland"],
        "country": ["SUD", "NOR", "NOR", "SUD"],
    }
)


@given(st.lists(st.floats(-1, 1), min_size=3, max_size=40))
def test_the_interval_holds_the_mean_and_stays_within_the_values(values):
    low, high = bootstrap_interval(values)
    assert min(values) - 1e-9 <= low <= np.mean(values) + 0.35
    assert np.mean(values) - 0.35 <= high <= max(values) + 1e-9


def test_the_interval_is_the_same_each_time_and_in_any_order():
    assert bootstrap_interval([0.1, 0.5, -0.3, 0.2]) == bootstrap_interval([0.5, 0.2, 0.1, -0.3])


def test_two_values_have_no_interval():
    assert np.isnan(bootstrap_interval([0.1, 0.2])).all()


def test_a_wrong_level_is_told():
    with pytest.raises(ValueError, match=r"share between 0 and 1"):
        bootstrap_interval([0.1, 0.2, 0.3], level=95)


def test_matrix_counts_what_stands_behind_each_mean():
    table = tone_matrix(ROWS)
    first = table.iloc[0]
    assert (first["speaker"], first["entity"], first["n"], first["articles"]) == (
        "person:lee",
        "place:norland",
        3,
        2,
    )
    assert first["score"] == pytest.approx(-0.8 / 3)
    assert first["low"] <= first["score"] <= first["high"]
    assert (first["negative"], first["neutral"], first["positive"]) == (2, 1, 0)
    assert "" not in set(table["speaker"])
    assert np.isnan(table.iloc[1]["low"])


def test_matrix_by_country_shows_how_two_capitals_speak_of_each_other():
    table = tone_matrix(ROWS, ENTITIES, level="country")
    assert list(zip(table["speaker"], table["entity"], table["n"], strict=True)) == [
        ("SUD", "NOR", 3), ("NOR", "SUD", 1),
    ]  # fmt: skip


def test_the_writers_own_voice_can_be_asked_for():
    table = tone_matrix(ROWS, writer="(writer)").set_index("speaker")
    assert table.loc["(writer)", "score"] == pytest.approx(0.9)


def test_matrix_says_what_it_needs():
    with pytest.raises(ValueError, match="entities"):
        tone_matrix(ROWS, level="country")
    with pytest.raises(ValueError, match="level"):
        tone_matrix(ROWS, level="town")


def test_few_mentions_can_be_left_out():
    assert summarize_tone(ROWS, "entity", least=2)["entity"].tolist() == ["place:norland"]


def test_deeds_and_words_stand_in_the_same_month():
    events = pd.DataFrame(
        {
            "status": ["happened", "planned", "ongoing", "denied"],
            "score": [-5.0, 9.0, 2.0, -9.0],
            "first": pd.to_datetime(["2021-06-01", "2021-06-02", "2021-07-01", "2021-06-03"]),
        }
    )
    quotes = mentions(("a", "person:lee", "", -0.5), ("a", "person:lee", "", -0.1)).assign(unit="quote")
    articles = pd.DataFrame({"article": ["a"], "published": pd.to_datetime(["2021-06-05"])})
    june, july = deeds_against_words(events, quotes, articles).to_dict("records")
    assert (june["deeds"], june["deeds_n"], june["words"], june["words_n"]) == (
        -5.0,
        1,
        pytest.approx(-0.3),
        2,
    )
    assert (july["deeds"], july["words_n"]) == (2.0, 0)
    assert np.isnan(july["words"])
    assert (june["first"].day, june["last"].day) == (1, 30)


def test_empty_tables_give_empty_summaries_with_all_columns():
    assert len(tone_matrix(empty("sentiment"))) == 0
    assert {"first", "last", "deeds", "words"} <= set(
        deeds_against_words(empty("events"), empty("sentiment"), empty("articles")).columns
    )
