"""Text to sentences, words, tags, lemmas, heads and names, offline, with models of the bundle's own."""

from dateline.language.tokens import Name, Sentence, Tokens

__all__ = ["Name", "Sentence", "Tokens"]
