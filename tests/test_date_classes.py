"""Dates by class: a day with its hour, a year told beside it, parts of periods, names that look like dates."""

from datetime import date

import pytest

from dateline.dates import dates_in
from dateline.grammar import parse

PUBLISHED = date(2024, 5, 8)  # a Wednesday
DAYS = [
    # sentence, phrase, first, last
    ("The shop was robbed at 6pm on 9 March.", "6pm on 9 March", "2024-03-09", "2024-03-09"),
    ("The shop was robbed on 9 March at 6pm.", "9 March at 6pm", "2024-03-09", "2024-03-09"),
    ("The shop was robbed at 11.30 p.m. on the 2nd of April.", "2nd of April", "2024-04-02", "2024-04-02"),
    ("The shop was robbed at 17:45 on 9 March.", "17:45 on 9 March", "2024-03-09", "2024-03-09"),
    ("On 12 August last year the mine flooded.", "12 August last year", "2023-08-12", "2023-08-12"),
    ("The mine flooded on June 3 four years ago.", "June 3 four years ago", "2020-06-03", "2020-06-03"),
    ("She won in March the year before last.", "March the year before last", "2022-03-01", "2022-03-31"),
    ("The note is dated 21-Oct-09.", "21-Oct-09", "2009-10-21", "2009-10-21"),
    ("A note of 4-August-2018 tells of it.", "4-August-2018", "2018-08-04", "2018-08-04"),
    (
        "Rents rose in the first four months of 2021.",
        "the first four months of 2021",
        "2021-01-01",
        "2021-04-30",
    ),
    ("Rents rose in the last two months of 2021.", "the last two months of 2021", "2021-11-01", "2021-12-31"),
    ("Rents rose in the final quarter of 2019.", "the final quarter of 2019", "2019-10-01", "2019-12-31"),
    ("The strike ended in the last week of March.", "the last week of March", "2024-03-25", "2024-03-31"),
    ("The ban begins on the first day of August.", "the first day of August", "2024-08-01", "2024-08-01"),
    ("Rents rose in the third quarter.", "the third quarter", "2023-07-01", "2023-09-30"),
    ("Rents rose in the quarter ended March 31.", "the quarter", "2024-01-01", "2024-03-31"),
    ("Rents rose in the nine months ended Nov. 30.", "the nine months", "2023-03-01", "2023-11-30"),
    ("Rents rose in its first quarter ended Feb. 29.", "first quarter", "2023-12-01", "2024-02-29"),
    ("Rents fell for the fiscal year ended April 2.", "the fiscal year", "2023-04-03", "2024-04-02"),
    ("Rents fell in the week ended April 26.", "the week", "2024-04-20", "2024-04-26"),
    ("Rents rose 2 percent in Q1.", "Q1", "2024-01-01", "2024-03-31"),
    ("The court sat on the 11th of last month.", "the 11th of last month", "2024-04-11", "2024-04-11"),
    ("The court sits on the 4th of next month.", "the 4th of next month", "2024-06-04", "2024-06-04"),
    ("The dam broke three days back.", "three days back", "2024-05-05", "2024-05-05"),
    ("The judge will speak a week on Friday.", "a week on Friday", "2024-05-17", "2024-05-17"),
    ("The match is a week today.", "a week today", "2024-05-15", "2024-05-15"),
    ("The match is in a fortnight.", "in a fortnight", "2024-05-20", "2024-05-26"),
    ("The town was shelled over the last 48 hours.", "the last 48 hours", "2024-05-06", "2024-05-08"),
    ("The firm was sold in the mid-1970s.", "the mid-1970s", "1973-01-01", "1977-12-31"),
    ("Traders were bracing for the vote on Friday.", "Friday", "2024-05-10", "2024-05-10"),
    ("The judges met on the second and third of April.", "second", "2024-04-02", "2024-04-02"),
    ("The law, written in June by two clerks, fell on Monday.", "June", "2023-06-01", "2023-06-30"),
    ("The dam will be mended by March, the mayor said.", "March", "2025-03-01", "2025-03-31"),
    ("The dam was mended by March.", "March", "2024-03-01", "2024-03-31"),
    ("She will resign in February.", "February", "2025-02-01", "2025-02-28"),
    (
        "It was colder in the winter of nineteen sixty-two.",
        "winter of nineteen sixty-two",
        "1962-12-01",
        "1963-02-28",
    ),
    ("The bomb went off at about 9:20 a.m. (0620 GMT) Monday.", "Monday", "2024-05-06", "2024-05-06"),
    ("The lake froze at 4 p.m. (1900 GMT) on Monday.", "on Monday", "2024-05-06", "2024-05-06"),
    ("The lake froze at 1900 GMT.", "1900 GMT", "2024-05-08", "2024-05-08"),
    ("The board has set a vote for Monday.", "Monday", "2024-05-13", "2024-05-13"),
    ("The premier called an election for June.", "June", "2024-06-01", "2024-06-30"),
    ("The board blamed him for Monday's fire.", "Monday", "2024-05-06", "2024-05-06"),
    ("Four months ago today the siege began.", "Four months ago today", "2024-01-08", "2024-01-08"),
    ("A year ago yesterday the siege began.", "year ago yesterday", "2023-05-07", "2023-05-07"),
]
NO_DATES = [
    "The editor, May Santos, resigned.",
    "A band led by April Moreno won the prize.",
    "The book was written by June Moreno.",
    "Highs in the 70s are forecast.",
    "The mercury hit the 90s in Reno.",
    "She shot in the 60s at the golf open.",
    "The novel 1984 was burned.",
    "The band The 1975 sang.",
    "(Photo: Lee Park-USA TODAY Sports)",
]
STILL_DATES = [
    ("Prices fell in April Ford dealers said.", "April"),
    ("By June Russia had left the town.", "June"),
    ("He fled in August and came back.", "August"),
    ("The party ruled in the 90s.", "the 90s"),
    ("The film of 1984 was shown.", "1984"),
    ("On 19 Nov 12 men met in Bol.", "19 Nov"),
    ("She was born in the 1975 flood.", "1975"),
    ("The vote is today.", "today"),
]


def found(text: str) -> dict[str, tuple[str, str]]:
    return {one.text: (str(one.first), str(one.last)) for one in dates_in(parse(text), PUBLISHED)}


@pytest.mark.parametrize(("text", "phrase", "first", "last"), DAYS)
def test_the_days_of_a_phrase(text, phrase, first, last):
    days = found(text)
    near = [name for name in days if phrase in name or name in phrase]
    assert [days[name] for name in near[:1]] == [(first, last)]


@pytest.mark.parametrize("text", NO_DATES)
def test_a_name_or_a_measure_is_no_date(text):
    assert found(text) == {}


@pytest.mark.parametrize(("text", "phrase"), STILL_DATES)
def test_what_looks_like_a_name_is_still_a_date(text, phrase):
    assert [name for name in found(text) if phrase in name] == [phrase]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Acme announced a drop in profits for the fourth quarter.", "2023-Q4"),
        ("Acme announced a 3 percent rise in sales for December.", "2023-12"),
        ("Acme announced a meeting for the fourth quarter.", "2024-Q4"),
        ("Acme scheduled a sale of shares for Monday.", "2024-01-29"),
    ],
)
def test_figures_are_announced_for_a_time_past_and_meetings_for_one_ahead(text, value):
    assert value in [phrase.value for phrase in dates_in(parse(text), date(2024, 1, 26))]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Acme lost money in the third quarter. In the first nine months, sales fell.",
            (date(2023, 1, 1), date(2023, 9, 30)),
        ),
        ("Acme lost money in the third quarter. The first six months of the war cost it dear.", (None, None)),
        ("The first three months were hard.", (None, None)),
    ],
)
def test_the_first_months_are_those_of_the_year_that_a_report_is_on(text, days):
    phrases = dates_in(parse(text), date(2023, 11, 2))
    assert [(p.first, p.last) for p in phrases if p.text.lower().startswith("the first")] == [days]


def test_the_next_year_after_a_told_day_needs_no_publication():
    phrases = dates_in(parse("The war began in May 1911. The next year, Chad joined."), None)
    assert [(one.text, one.value) for one in phrases] == [("May 1911", "1911-05"), ("The next year", "1912")]


def test_about_says_how_exact_a_length_is_and_is_no_part_of_it():
    assert list(found("It took about nine weeks. About two years ago it began.")) == [
        "nine weeks",
        "About two years ago",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "May 1,000,000…",
        "1,000 am Mar",
        "in 1/2-12 years",
        "2,000.75-9/11 hour Sept. yesterday",
        "the 0th of May",
        "2.5 pm",
    ],
)
def test_figures_that_make_no_date_stop_nothing(text):
    assert all(
        one.first is None or one.first.year == 2024
        for one in dates_in(parse(text), PUBLISHED)
        if one.rule != "named-day"
    )
