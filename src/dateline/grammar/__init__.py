"""English grammar: the one room that knows relations and word classes, by lemma and context, never by spelling.

`parse` gives the parse that every step and table rests on; `tree`, `verbs`, `arguments`, `clauses`, `contractions` and
`words` answer questions about it, and `relations` names what a word is to the word above it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.grammar.parsing import parse, parse_words

__all__ = ["parse", "parse_words"]


def __getattr__(name: str):
    if name in __all__:  # the models are only read when somebody parses
        from dateline.grammar import parsing

        return getattr(parsing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
