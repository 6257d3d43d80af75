"""Who, what, when, where, why and how of an article, as a reader would answer them."""

from __future__ import annotations

import pandas as pd
import pytest

from dateline.five_ws import QUESTIONS, answers_in, five_ws

ARTICLE = (
    "Storm closes port of Mombasa\n\n"
    "Kenyan officials closed the port of Mombasa on Monday because of a violent storm.\n\n"
    "Ships waited outside the harbour for two days, the port authority said."
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory) -> pd.DataFrame:
    from dateline.analysis import analyze

    path = tmp_path_factory.mktemp("five") / "storm.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return five_ws(analyze(path, published="2024-05-08"))


def test_answers_stand_in_the_order_of_the_questions(answers):
    order = [QUESTIONS.index(question) for question in answers["question"]]
    assert order == sorted(order)
    assert not answers.duplicated(["article", "question"]).any()


@pytest.mark.parametrize(
    ("question", "words"),
    [("what", "closes port"), ("when", "Monday"), ("where", "Mombasa"), ("why", "a violent storm")],
)
def test_answers_a_reader_would_give(answers, question, words):
    told = answers.set_index("question")["text"]
    assert words in told[question]


def test_why_is_left_out_when_the_text_gives_no_reason():
    from dateline.grammar import parse

    told = answers_in(parse("The museum opened a new hall.\n"))
    assert "why" not in [answer.question for answer in told]


def test_answers_are_spans_of_the_text(sample_tables):
    answers = five_ws(sample_tables)
    texts = sample_tables.articles.set_index("article")["text"]
    assert len(answers) >= 5
    assert all(texts[row.article][row.start : row.end] == row.text for row in answers.itertuples())


def test_no_articles_no_answers(sample_tables):
    nothing = sample_tables._replace(articles=sample_tables.articles.head(0))
    answers = five_ws(nothing)
    assert answers.empty
    assert list(answers.columns) == ["article", "question", "start", "end", "text", "entity"]
