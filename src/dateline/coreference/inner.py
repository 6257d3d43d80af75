"""Names within names: the US of "US State Department", the Google of "Google Science Fair"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.coreference.naming import Linked
from dateline.knowledge.countries import likely_place
from dateline.language import Tokens

WITHIN = "within another's name"
_NAMES = ("name", "short")
_BOUND = frozenset(("of", "the", "in"))  # words behind which a place within a place is named
_LONGEST = 6  # words of a name within a name


def link_inner(tokens: Tokens, links: list[Linked]) -> list[Linked]:
    """Find the names of others within names, of those that the article names by themselves too.

    Of persons only full names count, since "Ford Foundation" need not be named for the Ford who is told of. A place
    that is known by its whole name holds no other ("South Korea"), nor does what stands for it ("New Vale" of "Vale").
    """
    names = [link for link in links if link.form in _NAMES and link.entity]
    called: dict[str, tuple[str, str]] = {}
    for link in links:
        text = _text(tokens, link)
        alone = link.form in _NAMES or (link.kind == "PLACE" and likely_place(text))  # "Hong Kong voters"
        if (
            alone
            and link.entity
            and (link.kind in ("PLACE", "ORG") or (link.kind == "PERSON" and " " in text))
        ):
            called.setdefault(text, (link.kind, link.entity))
    found = []
    for link in names:
        if link.kind == "PERSON" or link.last - link.first < 2:
            continue
        if link.kind == "PLACE" and likely_place(_text(tokens, link)):
            continue
        found += list(_within(tokens, link, called))
    return found


def _text(tokens: Tokens, link: Linked) -> str:
    return " ".join(tokens.word[link.first : link.last])


def _within(tokens: Tokens, outer: Linked, called: Mapping[str, tuple[str, str]]) -> Iterator[Linked]:
    """Look through a name from the left for the longest names of others."""
    places = {entity for kind, entity in called.values() if kind == "PLACE"}
    first = outer.first
    while first < outer.last:
        for last in range(min(outer.last, first + _LONGEST), first, -1):
            text = " ".join(tokens.word[first:last])
            place = likely_place(text) if text[0].isupper() else None  # "UK" where "Britain" is told of
            kind, entity = called.get(text) or ("PLACE", place.entity if place else "")
            if kind == "PLACE" and entity not in places:
                continue
            if last - first < outer.last - outer.first and _is_other(tokens, outer, entity, first, last):
                yield Linked(first, last, kind, "nominal", entity, WITHIN)
                first = last - 1
                break
        first += 1


def _is_other(tokens: Tokens, outer: Linked, entity: str, first: int, last: int) -> bool:
    """Is it a name of somebody else, and not a part that only sounds like one ("York" of "New York Times")?"""
    longer = (" ".join(tokens.word[begin:last]) for begin in range(outer.first, first))
    if entity == outer.entity or any(likely_place(text) for text in longer):
        return False
    return outer.kind != "PLACE" or first == outer.first or tokens.word[first - 1].lower() in _BOUND
