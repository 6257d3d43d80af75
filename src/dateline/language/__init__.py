"""Text to sentences, words, tags, lemmas, heads and names, offline, with models of the bundle's own."""

from dateline.language.tokens import Name, Sentence, Tokens

__all__ = ["Name", "Sentence", "Tokens", "parse"]


def __getattr__(name: str):
    if name == "parse":  # numpy and the model files are only read when somebody parses
        from dateline.language.parsing import parse

        return parse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
