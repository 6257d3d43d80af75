"""Every rule's examples: the answer, by this rule, and another answer with the rule switched off."""

from pathlib import Path

import pytest

from dateline.rulebooks import books, page
from dateline.rules import Rulebook
from rule_examples import judged

PAGE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"
EXAMPLES = [
    pytest.param(book, rule.name, *example, id=f"{rule.name}: {example.text}")
    for book in books()
    for rule in book.rules
    for example in rule.examples
]


@pytest.mark.parametrize(("book", "name", "text", "answer"), EXAMPLES)
def test_an_example_gets_its_answer_by_its_rule_and_by_no_other(book, name, text, answer):
    found, rule = judged(text, book=book)
    if answer:
        assert (found, rule) == (answer, name)
    else:
        assert rule != name


@pytest.mark.parametrize("book", books(), ids=lambda book: book.name)
def test_without_a_rule_one_of_its_examples_gets_another_answer(book):
    idle = [
        rule.name
        for rule in book.rules[:-1]
        if not any(judged(text, rule.name, book)[0] != answer for text, answer in rule.examples if answer)
    ]
    assert idle == []


def test_two_rules_of_a_book_have_two_names():
    book = Rulebook("sizes")

    def large(word):
        """Elephants are large."""
        return "large"

    book.rule("big", ("an [elephant]", "large"))(large)
    with pytest.raises(ValueError, match="two rules are called 'big'"):
        book.rule("big")(large)


def test_the_page_of_rules_is_made_from_the_rules():
    assert PAGE.read_text(encoding="utf-8") == page(books())
