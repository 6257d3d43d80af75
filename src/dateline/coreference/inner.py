"""Names within names: the US of "US State Department", the Google of "Google Science Fair"."""

from __future__ import annotations

from collections.abc import Iterator

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
    called: dict[tuple[str, ...], Linked] = {}
    for link in names:
        words = tuple(tokens.word[link.first : link.last])
        if link.kind in ("PLACE", "ORG") or (link.kind == "PERSON" and len(words) > 1):
            called.setdefault(words, link)
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


def _within(tokens: Tokens, outer: Linked, called: dict[tuple[str, ...], Linked]) -> Iterator[Linked]:
    """Look through a name from the left for the longest names of others."""
    first = outer.first
    while first < outer.last:
        for last in range(min(outer.last, first + _LONGEST), first, -1):
            inner = called.get(tuple(tokens.word[first:last]))
            if (
                inner is not None
                and last - first < outer.last - outer.first
                and _is_other(tokens, outer, inner, first)
            ):
                yield Linked(first, last, inner.kind, "nominal", inner.entity, WITHIN)
                first = last - 1
                break
        first += 1


def _is_other(tokens: Tokens, outer: Linked, inner: Linked, first: int) -> bool:
    """Is it a name of somebody else, and not a part that only sounds like one ("York" of "New York Times")?"""
    last = first + inner.last - inner.first
    longer = (" ".join(tokens.word[begin:last]) for begin in range(outer.first, first))
    if inner.entity == outer.entity or any(likely_place(text) for text in longer):
        return False
    return outer.kind != "PLACE" or first == outer.first or tokens.word[first - 1].lower() in _BOUND
