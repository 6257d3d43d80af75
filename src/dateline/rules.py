"""Rules as things: each has a name, says what it holds, and carries the examples that are its tests and its page.

A rulebook asks its rules in order and the first that answers wins, so the order is the rule: what stands higher is
the exception to what stands lower. `docs/rules.md` is made from the books (`python -m dateline.rulebooks`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


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
