"""Bodies of a land or town without a name of their own, as parties: "Belgian police", "Chad's troops"."""

from __future__ import annotations

from dateline.coreference.naming import Entry, Linked
from dateline.grammar import relations as rel
from dateline.grammar.hanging import governor, stands_as
from dateline.knowledge.countries import demonym
from dateline.knowledge.names import slug
from dateline.knowledge.organizations import adjective_of
from dateline.language import Tokens

BODY_OF = "body of a land"
# what they do is theirs: a land's police is not the land
BODIES_OF = frozenset(
    "police army navy military troops forces soldiers officials prosecutors investigators lawmakers diplomats marines "
    "guards".split()
)
_SORTS = frozenset(
    "armed elite federal local military national naval paramilitary provincial regular royal secret special".split()
)
_BETWEEN = 2  # words between the land and its body ("Iraqi security forces")
_OWNING = (rel.ADJECTIVE, rel.COMPOUND, rel.POSSESSOR, rel.DESCRIPTION)


def link_bodies(tokens: Tokens, links: list[Linked], entries: dict[str, Entry]) -> list[Linked]:
    """Find the bodies of lands and towns; entries gains them."""
    found = []
    for link in links:
        noun = _body_after(tokens, link) if link.kind == "PLACE" and link.entity else -1
        if noun < 0:
            continue
        whose = " ".join(tokens.text[tokens.start[link.first] : tokens.end[link.last - 1]].split())
        country = entries[link.entity].country if link.entity in entries else ""
        if demonym(whose) or (link.entity in entries and entries[link.entity].what == "country"):
            whose = adjective_of(country) or whose
        between = [tokens.word[word] for word in range(link.last, noun) if _belongs_to_the_name(tokens, word)]
        name = " ".join((whose, *between, tokens.word[noun]))
        entity = slug("ORG", name)
        entries.setdefault(entity, Entry(entity, "ORG", name, [name], country=country, what="government"))
        first = link.first - (link.first > 0 and tokens.word[link.first - 1].lower() == "the")
        found.append(Linked(first, noun + 1, "ORG", "nominal", entity, BODY_OF))
    return found


def _belongs_to_the_name(tokens: Tokens, word: int) -> bool:
    """Tell "security" of "Iraqi security forces" from "powerful" of "Thailand's powerful military"."""
    tag, low = tokens.tag[word], tokens.word[word]
    return tag == "NN" or (tag == "JJ" and (low in _SORTS or low[:1].isupper()))


def _body_after(tokens: Tokens, link: Linked) -> int:
    """Find the body that a land or town owns, right behind it; -1 where there is none."""
    owner = link.last - 1
    last = min(link.last + _BETWEEN + 2, tokens.sentences[tokens.sentence[owner]].last)
    for noun in range(link.last, last):
        if tokens.word[noun] in BODIES_OF and not stands_as(tokens, noun, *_OWNING[:2]):
            hung = governor(tokens, owner, *_OWNING) == noun
            return noun if hung else -1
        if tokens.tag[noun] not in ("JJ", "NN", "POS"):
            return -1
    return -1
