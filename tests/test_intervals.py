from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intervals import (
    easter,
    interval_of,
    nth_weekday,
    part_of,
    shift,
    value_of,
    weekday_near,
    year_near,
)

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
GRAINS = ["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]


@given(DAYS, st.sampled_from([grain for grain in GRAINS if grain != "weekend"]))
def test_the_piece_named_for_a_day_holds_that_day(day, grain):
    interval = interval_of(value_of(day, grain))
    assert interval.first <= day <= interval.last
    assert interval.grain == grain


@given(DAYS, st.sampled_from(GRAINS))
def test_both_ends_of_a_piece_name_the_same_piece(day, grain):
    value = value_of(day, grain)
    interval = interval_of(value)
    assert value_of(interval.first, grain) == value_of(interval.last, grain) == value


@given(DAYS, st.sampled_from(GRAINS), st.sampled_from(["early", "mid", "late", "start", "end"]))
def test_a_part_lies_within_its_whole(day, grain, part):
    whole = interval_of(value_of(day, grain))
    found = part_of(whole, part)
    assert whole.first <= found.first <= found.last <= whole.last


@given(DAYS, DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(-500, 500))
def test_counting_from_a_later_day_never_ends_earlier(one, other, unit, count):
    early, late = sorted((one, other))
    assert shift(early, unit, count) <= shift(late, unit, count)


@given(DAYS, st.integers(0, 6), st.sampled_from([-1, 0, 1]))
def test_the_near_weekday_is_that_weekday_on_the_asked_side(anchor, weekday, direction):
    day = weekday_near(anchor, weekday, direction)
    assert day.weekday() == weekday
    assert -6 <= (day - anchor).days <= 6
    assert (day - anchor).days * direction >= 0


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year):
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@pytest.mark.parametrize("year, month, day", [(2016, 3, 27), (2019, 4, 21), (2021, 4, 4), (2024, 3, 31)])
def test_easter_falls_where_the_church_put_it(year, month, day):
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    "value, first, last, grain",
    [
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2021-02", "2021-02-01", "2021-02-28", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2020-W53", "2020-12-28", "2021-01-03", "week"),
        ("2021-W01", "2021-01-04", "2021-01-10", "week"),
        ("2020-W53-WE", "2021-01-02", "2021-01-03", "weekend"),
        ("2021-WI", "2021-12-01", "2022-02-28", "season"),
        ("2023-WI", "2023-12-01", "2024-02-29", "season"),
        ("2020-Q1", "2020-01-01", "2020-03-31", "quarter"),
        ("2020-H2", "2020-07-01", "2020-12-31", "half"),
        ("198", "1980-01-01", "1989-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
        ("2014/2015", "2014-01-01", "2015-12-31", "year"),
        ("2021-12-30TEV", "2021-12-30", "2021-12-30", "day"),
    ],
)
def test_values_cover_their_days(value, first, last, grain):
    assert interval_of(value) == (date.fromisoformat(first), date.fromisoformat(last), grain)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "P3D",
        "PAST_REF",
        "2021-02-29",
        "2021-13",
        "2021-W54",
        "2021-XX",
        "XXXX-01",
        "0000",
        "2015/2014",
        "٢٠٢١",
    ],
)
def test_values_that_name_no_days_have_none(value):
    assert interval_of(value) is None


def test_counting_stops_at_the_ends_of_the_calendar():
    assert shift(date(2021, 1, 1), "century", 90) is None
    assert shift(date(2021, 1, 1), "day", -(10**9)) is None


def test_the_year_of_a_month_follows_the_tense_but_not_against_all_nearness():
    assert year_near(date(2021, 12, 29), 1, 10, 1) == 2022
    assert year_near(date(2021, 12, 29), 1, 10, -1) == 2022
    assert year_near(date(2021, 12, 29), 4, 0, -1) == 2021
    assert year_near(date(2022, 1, 5), 12, 7, -1) == 2021


def test_the_last_weekday_of_a_month():
    assert nth_weekday(2021, 5, 0, -1) == date(2021, 5, 31)
    assert nth_weekday(2021, 5, 0, 1) == date(2021, 5, 3)


@given(DAYS)
def test_a_week_has_seven_days_and_begins_on_monday(day):
    week = interval_of(value_of(day, "week"))
    assert week.last - week.first == timedelta(6)
    assert week.first.weekday() == 0
