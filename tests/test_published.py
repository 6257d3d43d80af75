"""The day of publication from a text's own words: one day where a line says it, else honest bounds."""

from datetime import date

import pytest

from dateline.dates import PublishedCandidate, infer_published, inferred_day
from dateline.evaluation.dates import score_published
from dateline.grammar import parse


@pytest.mark.parametrize(
    "text",
    [
        "Bridge reopens\n\nPublished: 4 May 2019\n\nThe bridge was opened again.",
        "Bridge reopens\n\nLast updated on May 4, 2019\n\nThe bridge was opened again.",
        "Bridge reopens\n\nSaturday, May 4, 2019\n\nThe bridge was opened again.",
        "Bridge reopens\n2019-05-04\nThe bridge was opened again.",
        "OSLO, May 4, 2019 (NTB) - The bridge was opened again.",
        "OSLO (NTB) 4 May 2019 – The bridge was opened again.",
    ],
)
def test_a_line_that_gives_the_day_decides(text):
    assert inferred_day(parse(text)) == date(2019, 5, 4)


def test_published_counts_before_updated():
    text = (
        "Bridge reopens\n\nLast modified on 6 May 2019\nFirst published on 4 May 2019 12.02\n\nIt was opened."
    )
    assert inferred_day(parse(text)) == date(2019, 5, 4)


def test_a_date_within_the_story_is_not_the_day_of_publication():
    assert inferred_day(parse("The bridge was opened on May 4, 2019. It had been closed for a year.")) is None


def test_the_term_of_an_office_holder_bounds_the_years():
    (found,) = infer_published(parse("US President Joe Biden signed the bill."))
    assert (found.first, found.last) == (date(2021, 1, 20), date(2025, 1, 20))
    assert "Joe Biden" in found.reason


def test_a_former_office_holder_bounds_nothing():
    assert infer_published(parse("Former US President Joe Biden signed the book.")) == []


def test_days_told_as_past_and_as_ahead_leave_windows_between_them():
    text = (
        "US President Joe Biden met the premier. The two last spoke on December 7th. Their ministers will meet on "
        "January 10th."
    )
    found = infer_published(parse(text))
    assert any(one.first <= date(2021, 12, 29) <= one.last for one in found)
    assert not any(one.first <= date(2022, 3, 1) <= one.last for one in found)
    assert all("December 7th past" in one.reason for one in found)


def test_a_dateline_without_a_year_gives_one_short_window_a_year():
    found = infer_published(parse("PARIS, Aug. 13 (AFP) -- President Barack Obama met the mayor."))
    assert {one.first.year for one in found} == set(range(2009, 2017))
    assert all((one.last - one.first).days <= 1 for one in found)


def test_a_weekday_beside_a_date_rules_years_out():
    text = "PARIS, Aug. 13 (AFP) -- President Barack Obama met the mayor on Friday, Aug. 13."
    assert {one.first.year for one in infer_published(parse(text))} == {2010}


def test_what_is_told_as_past_bounds_from_below_only():
    (found,) = infer_published(parse("The party was founded in 1987."))
    assert (found.first, found.last) == (date(1987, 1, 1), date.max)


@pytest.mark.parametrize("text", ["", "Nothing is told.", "\n\n", "On Tuesday it rained."])
def test_a_text_that_tells_nothing_has_no_candidates(text):
    assert infer_published(parse(text)) == []


def test_the_measure_counts_what_is_held_and_how_wide():
    true = date(2020, 6, 15)
    right = [PublishedCandidate(true, true, "", 0, 0)]
    week_off = [PublishedCandidate(date(2020, 6, 20), date(2020, 6, 20), "", 0, 0)]
    wide = [PublishedCandidate(date(2020, 1, 1), date(2020, 12, 31), "", 0, 0)]
    open_end = [PublishedCandidate(date(2019, 1, 1), date.max, "", 0, 0)]
    scores = score_published([(true, right), (true, week_off), (true, wide), (true, open_end), (true, [])])
    assert (scores["texts"], scores["answered"], scores["bounded"]) == (5, 4, 3)
    assert (scores["day"], scores["week"], scores["month"]) == (0.75, 1.0, 1.0)
    assert (scores["single_day"], scores["single_day_right"], scores["median_days"]) == (2, 0.5, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-06-12 OSLO - The bridge was opened again.", date(2021, 6, 12)),
        ("OSLO, 2021-06-12 (NTB) - The bridge was opened again.", date(2021, 6, 12)),
        ("12 June 2021, OSLO (NTB) - The bridge was opened again.", date(2021, 6, 12)),
        ("2021-06-12: The bridge was opened again.", date(2021, 6, 12)),
        ("2021-06-12: The bridge fell.\n2021-06-14: The bridge was opened again.", None),
        ("2021-06-12 was a Saturday - the bridge was opened again.", None),
        ("The law of 2021-06-12 is void.", None),
    ],
)
def test_a_day_before_the_place_or_the_story_is_the_dateline(text, day):
    assert inferred_day(parse(text)) == day
