"""Every book of rules together, and the page that is made from them: `python -m dateline.rulebooks > docs/rules.md`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.dates.misreadings import MISREADINGS
from dateline.events.coding import CODING
from dateline.events.status import BOOKS
from dateline.proper_names.kinds import KINDS
from dateline.rules import Rulebook

_READ = re.compile(r"\[([^]|]*)\|([A-Z]+)\]")  # "[Bonn|PERSON]": what the network read the name as


def page(books: Iterable[Rulebook]) -> str:
    """Write the page of rules: every rule in order, what it says, its examples."""
    lines = [
        "# Rules",
        "",
        "Made from the rules themselves by `python -m dateline.rulebooks`; every line below is also a test: the",
        "example gets the answer by this rule, and another one when the rule is switched off. Rules are asked in",
        "this order and the first that answers wins. What is judged stands in **bold**.",
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
    return (*BOOKS, CODING, MISREADINGS, KINDS)


if __name__ == "__main__":
    print(page(books()), end="")
