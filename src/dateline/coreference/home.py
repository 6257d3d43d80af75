"""The land that an article tells of, whose "the government" is where no land stands beside it."""

from __future__ import annotations

from collections import Counter

from dateline.coreference.naming import Entry, Linked
from dateline.coreference.referents import definite_phrase
from dateline.grammar import relations as rel
from dateline.grammar.hanging import stands_as
from dateline.grammar.tree import Tree, tree_of
from dateline.knowledge.organizations import government_of
from dateline.language import Tokens

TOLD_OF = "land told of"
_LEAST = 3  # times that the land must be told of, and as often as any other
_QUIET = frozenset(("dateline", "credit"))
_OF_ALL_THE_LAND = frozenset(("central", "federal", "national"))  # "the new government" may be an earlier one


def link_home(
    tokens: Tokens, links: list[Linked], entries: dict[str, Entry], named: list[Linked]
) -> list[Linked]:
    """Make a bare "the government" that of the land that an article tells of far more often than of any other.

    Of `named`, the governments that are named, one of another land is enough to leave it out. Entries gains it.
    """
    country = _land_told_of(tokens, links, entries)
    government = government_of(country) if country else None
    if government is None or any(link.entity != government.entity for link in named):
        return []
    taken = {token for link in (*links, *named) for token in range(link.first, link.last)}
    tree = tree_of(tokens)
    found = [
        Linked(first, noun + 1, "ORG", "nominal", government.entity, TOLD_OF)
        for noun, word in enumerate(tokens.word)
        if word.lower() == "government" and noun not in taken and (first := _bare(tree, noun)) >= 0
    ]
    if found:
        entry = Entry(government.entity, "ORG", government.name, country=country, what="government")
        entries.setdefault(government.entity, entry)
    return found


def _land_told_of(tokens: Tokens, links: list[Linked], entries: dict[str, Entry]) -> str:
    """Give the country (alpha-3) that most of the names point to, "" where another is near."""
    told = [
        entries[link.entity].country
        for link in links
        if link.entity in entries and tokens.sentences[tokens.sentence[link.first]].part not in _QUIET
    ]
    count = Counter(country for country in told if len(country) == 3).most_common(2)
    if not count or count[0][1] < _LEAST:
        return ""
    return count[0][0] if len(count) == 1 or count[0][1] >= _LEAST * count[1][1] else ""


def _bare(tree: Tree, noun: int) -> int:
    """Find where "the government" begins that nothing says more of; -1 where it is another one, or a part of a name."""
    tokens = tree.tokens
    first, definite = definite_phrase(tokens, noun)
    before = [tokens.word[token].lower() for token in range(first, noun)]
    if definite != "definite" or before[0] != "the" or not _OF_ALL_THE_LAND.issuperset(before[1:]):
        return -1
    more = tree.kids(noun, rel.NOUN_MODIFIER, rel.APPOSITION, *rel.CLAUSES_OF_A_NOUN)
    part = stands_as(tokens, noun, rel.COMPOUND, rel.ADJECTIVE, rel.FLAT)
    return -1 if part or any(word > noun for word in more) else first
