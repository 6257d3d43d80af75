"""Pronouns to entities: those of the third person by the ranker, "I" in direct speech by its speaker."""

from __future__ import annotations

from dateline.coreference.naming import Entry, Linked
from dateline.coreference.ranking import link_rest
from dateline.coreference.speech import speeches
from dateline.language import Tokens

FIRST_PERSON = "speaker of the words"
_FIRST = frozenset(("i", "me", "my", "mine", "myself"))


def link_pronouns(tokens: Tokens, links: list[Linked], entries: dict[str, Entry]) -> list[Linked]:
    """Tie "he", "its", "they" and phrases such as "the company" to the entity they likely mean, and "I" to its speaker.

    What has no likely antecedent, or one that no name names, is left out.
    """
    found = link_rest(tokens, links, entries)
    return sorted(found + _first_person(tokens, sorted(links + found)))


def _first_person(tokens: Tokens, known: list[Linked]) -> list[Linked]:
    return [
        Linked(token, token + 1, "PERSON", "pronoun", speech.speaker, FIRST_PERSON)
        for speech in speeches(tokens, [link for link in known if link.entity])
        if speech.speaker
        for token in range(speech.first, speech.last)
        if tokens.word[token].lower() in _FIRST
    ]
