"""Pronouns to entities: those of the third person by the ranker, "I" in direct speech by its speaker."""

from __future__ import annotations

from dateline.coreference.naming import Entry, Linked
from dateline.coreference.ranking import link_rest
from dateline.coreference.settled import SPEAKING
from dateline.coreference.speech import FIRST, speeches
from dateline.coreference.unnamed import Unnamed
from dateline.language import Tokens

FIRST_PERSON = "speaker of the words"
SPOKEN_FOR = "body spoken for"
_WE = frozenset(("we", "us", "our", "ours", "ourselves"))


def link_pronouns(
    tokens: Tokens, links: list[Linked], entries: dict[str, Entry]
) -> tuple[list[Linked], list[Unnamed]]:
    """Tie "he", "its", "they" and phrases such as "the company" to the entity they likely mean, and "I" to its speaker.

    What has no likely antecedent is left out; pronouns of whom no name names are listed apart.
    """
    found, unnamed = link_rest(tokens, links, entries)
    return sorted(found + _first_person(tokens, sorted(links + found), entries)), unnamed


def _first_person(tokens: Tokens, known: list[Linked], entries: dict[str, Entry]) -> list[Linked]:
    known = [link for link in known if link.entity]
    bodies = {t: link.entity for link in known if link.kind == "ORG" for t in range(link.first, link.last)}
    found = []
    for speech in speeches(tokens, known):
        body = bodies.get(speech.subject) or _spoken_for(entries.get(speech.speaker), bodies)
        for token in range(speech.first, speech.last):
            word = tokens.word[token].lower()
            if speech.speaker and word in FIRST:
                found.append(Linked(token, token + 1, "PERSON", "pronoun", speech.speaker, FIRST_PERSON))
            elif body and word in _WE:
                found.append(Linked(token, token + 1, "ORG", "pronoun", body, SPOKEN_FOR))
    return found


def _spoken_for(speaker: Entry | None, bodies: dict[int, str]) -> str:
    """Find the one body that a speaker heads or speaks for by office: "we" of Apple's chairman is Apple."""
    roles = [r for r in speaker.roles if SPEAKING & set(r.noun.replace("-", " ").split())] if speaker else []
    told = {bodies[t] for role in roles for t in range(role.first, role.last) if t in bodies}
    return told.pop() if len(told) == 1 else ""
