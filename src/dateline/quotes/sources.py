"""Nouns that can speak: people, institutions and documents."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.nouns import role_words
from dateline.language import Tokens
from dateline.lexicons import read_facts

_PRONOUNS = frozenset(("he", "she", "they", "we", "i", "you", "who"))


@cache
def source_nouns() -> dict[str, str]:
    """Read the nouns of sources: noun to its kind (people, institution, document)."""
    return {row["noun"]: row["kind"] for row in read_facts("sources.csv")}


def can_speak(tokens: Tokens, word: int) -> bool:
    """Tell whether a noun or pronoun can be the source of what is said: names, people, institutions, papers.

    A plain noun counts by the lexicons of sources and roles only, so that "the aim is ..." has no speaker.
    """
    tag = tokens.tag[word]
    if tag.startswith("NNP"):
        return True
    lemma = tokens.lemma[word].lower()
    if tag == "PRP" or tag == "WP":
        return tokens.word[word].lower() in _PRONOUNS
    return tag[:2] in ("NN", "DT", "CD", "JJ") and (lemma in source_nouns() or lemma in role_words())
