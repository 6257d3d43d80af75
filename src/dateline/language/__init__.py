"""Text to sentences, words, tags, lemmas, heads and names, offline, with models of the bundle's own."""

from dateline.language.tokens import Name, Sentence, Tokens

__all__ = ["Name", "Sentence", "Tokens", "parse"]


def __getattr__(name: str):
    if name == "parse":  # its old place; `grammar.parse` is the parse that all rests on
        from dateline.grammar import parse

        return parse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
