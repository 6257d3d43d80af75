"""Rules as things: each has a name, says what it holds, and carries the examples that are its tests and its page.

A rulebook asks its rules in order and the first that answers wins, so the order is the rule: what stands higher is
the exception to what stands lower. `docs/rules.md` is made from the books (`python -m dateline.rules`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

_READ = re.compile(r"\[([^]|]*)\|([A-Z]+)\]")  # "[Bonn|PERSON]": what the network read the name as


class Example(NamedTuple):
    """A sentence with the word judged in [brackets], and the answer; "" where the rule must stay silent."""

    text: str
    answer: str


class Rule(NamedTuple):
    """A rule: its name, one line for its page, the predicate ("" or an answer), its examples."""

    name: str
    says: str
    judge: Callable[..., str]
    examples: tuple[Example, ...]


class Rulebook:
    """Rules of one question, in the order in which they are asked.

    Parameters
    ----------
    name : str
        What the rules decide, as the heading of their page.
    *parts : Rulebook
        Books whose rules are asked first, in this order; this one's own come last.

    Examples
    --------
    >>> book = Rulebook("sizes")
    >>> @book.rule("big", ("an [elephant]", "large"), ("a [mouse]", ""))
    ... def big(word):
    ...     "Elephants are large."
    ...     return "large" if word == "elephant" else ""
    >>> book.first("elephant"), book.first("mouse"), book.first("elephant", without="big")
    (('large', 'big'), ('', ''), ('', ''))
    """

    def __init__(self, name: str, *parts: Rulebook) -> None:
        self.name = name
        self.rules: list[Rule] = []
        for rule in (rule for part in parts for rule in part.rules):
            self._add(rule)

    def rule(self, name: str, *examples: tuple[str, str]) -> Callable:
        """Make a rule of the function below: its docstring's first line says what it holds."""

        def add(judge: Callable[..., str]) -> Callable[..., str]:
            says = (judge.__doc__ or "").strip().splitlines()[0]
            self._add(Rule(name, says, judge, tuple(Example(*example) for example in examples)))
            return judge

        return add

    def _add(self, rule: Rule) -> None:
        if any(known.name == rule.name for known in self.rules):
            raise ValueError(f"{self.name}: two rules are called {rule.name!r}; name one of them anew.")
        self.rules.append(rule)

    def first(self, *given: object, without: str = "") -> tuple[str, str]:
        """Give the first answer and the name of the rule that gave it; ("", "") when all stay silent."""
        for rule in self.rules:
            if rule.name != without and (answer := rule.judge(*given)):
                return answer, rule.name
        return "", ""


def page(books: Iterable[Rulebook]) -> str:
    """Write the page of rules: every rule in order, what it says, its examples."""
    lines = [
        "# Rules",
        "",
        "Made from the rules themselves by `python -m dateline.rules`; every line below is also a test: the example",
        "gets the answer by this rule, and another one when the rule is switched off. Rules are asked in this order",
        "and the first that answers wins. What is judged stands in **bold**.",
    ]
    for book in books:
        lines += ["", f"## {book.name}"]
        for number, rule in enumerate(book.rules, 1):
            lines += ["", f"{number}. **{rule.name}**: {rule.says}"]
            for text, answer in rule.examples:
                shown = _READ.sub(r"**\1** (read as \2)", text)
                shown = shown.replace("[", "**").replace("]", "**")
                lines.append(f"   - {shown} {'→ ' + answer if answer else '(not by this rule)'}")
    return "\n".join(lines) + "\n"


def books() -> tuple[Rulebook, ...]:
    """Gather every book of rules, in the order of the page."""
    from dateline.dates.misreadings import MISREADINGS
    from dateline.events.coding import CODING
    from dateline.events.status import BOOKS
    from dateline.proper_names.kinds import KINDS

    return (*BOOKS, CODING, MISREADINGS, KINDS)


if __name__ == "__main__":
    print(page(books()), end="")
