"""Everybody and everything that a pronoun may mean: names, and phrases that name nobody ("the driver", "gunmen")."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from dateline.coreference.naming import Linked
from dateline.grammar import relations as rel
from dateline.grammar.hanging import governor, stands_as
from dateline.grammar.tree import Tree, tree_of
from dateline.grammar.words import WordClass
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import noun_gender, noun_kind, role_words
from dateline.language import Tokens

_INNER = frozenset(
    (*rel.IN_A_NAME, rel.FLAT_NAME, rel.FIXED, rel.SPLIT, rel.ADJECTIVE, rel.NUMBER, rel.PREPOSITION, rel.COORDINATOR,
     rel.PUNCTUATION)
)  # fmt: skip
_TIMES = WordClass(
    "month",
    "weekday",
    "relative day",
    "clock span",
    "calendar span",
    "long span",
    "part of day",
    "season",
    "time",
    "unit",
    "time of day",
    "named span",
)
_DEFINITE = frozenset("the this that these those both".split())
_INDEFINITE = frozenset("a an another some any every each no one two three several many few".split())
_INSIDE = frozenset("JJ JJR JJS NN NNS NNP NNPS VBN VBG HYPH RB :".split())
_LONGEST = 8  # tokens of a phrase before its noun
# "the British", "the French" and "the Japanese" are all of them, "the Dane" is one
ALL_OF_THEM = ("ish", "lsh", "nch", "tch", "ese", "s")


class Referent(NamedTuple):
    """A phrase that may be meant again: its tokens [first, last), its head, and what is known of it by itself."""

    first: int
    last: int
    head: int
    entity: str  # "" where no name says who it is
    kind: str  # PERSON, ORG, PLACE, MISC for links; person, group, place, thing, or "" for plain nouns
    form: str  # name, short, title, nominal, pronoun; plain for nouns without a link
    number: str  # s or p
    gender: str  # m, f or ""
    definite: str  # definite, indefinite, owned, bare


def link_head(tokens: Tokens, first: int, last: int) -> int:
    """Find the word of a span whose head lies outside it."""
    inside = range(first, last)
    return next((t for t in inside if governor(tokens, t) not in inside and tokens.tag[t] != "DT"), last - 1)


def referents(tokens: Tokens, links: list[Linked]) -> list[Referent]:
    """List all that may be meant again, in order of the text.

    Linked mentions as they are; further each noun that heads a phrase of its own and belongs to no name: nouns that
    are a title or an apposition of a linked person ("the driver, Ann Lie,") are that person and left out, so are
    nouns of time and nouns that only say what something is ("was a driver").
    """
    people = [link for link in links if is_one_of_a_people(tokens, link)]
    found = [_of_link(tokens, link) for link in _outermost(links) if link not in people]
    taken = {token: link for link in links for token in range(link.first, link.last)}
    tree = tree_of(tokens)
    for i, tag in enumerate(tokens.tag):
        if i not in taken and not tree.dependents(i) and _before_a_title(tokens, i):
            found.append(Referent(i, i + 1, i, "", "group", "plain", "s", "", "definite"))
            continue
        if i in taken or not _heads_a_phrase(tokens, i, tag) or _is_told(tree, i, taken):
            continue
        found.append(_of_noun(tree, i))
    for link in people:
        found.append(_of_noun(tree, link.last - 1)._replace(kind="person"))
    found += _couples(tree, links)
    return sorted(found, key=lambda r: (r.head, r.first, r.last))


def is_one_of_a_people(tokens: Tokens, link: Linked) -> bool:
    """Tell a person in "the 19-year-old Dutchman" and "the Australian" from "the Dutch" and "an Iraqi town"."""
    nominal = link.kind == "PLACE" and link.form == "nominal"
    return nominal and names_one_of_a_people(tokens, link.last - 1, ("definite",))


def names_one_of_a_people(tokens: Tokens, token: int, definite: Container[str]) -> bool:
    """Tell the one person of "the Australian" or "a Dane", by the word of nationality, from "the Dutch"."""
    if stands_as(tokens, token, *_INNER) or tokens.word[token].endswith(ALL_OF_THEM):
        return False
    after = tokens.tag[token + 1] if token + 1 < len(tokens) else ""
    one = tokens.tag[token] in ("NN", "NNP", "NNPS", "JJ") and not after.startswith(("NN", "JJ"))
    return one and definite_phrase(tokens, token)[1] in definite


def _outermost(links: list[Linked]) -> list[Linked]:
    """Leave out names within a longer mention: after "the US government" its is the government's."""
    kept: list[Linked] = []
    for link in sorted(links, key=lambda k: (k.first, -k.last)):
        if not kept or link.last > kept[-1].last:
            kept.append(link)
    return kept


def _couples(tree: Tree, links: list[Linked]) -> list[Referent]:
    """Let names joined by "and" be meant together by "they"."""
    found = []
    for link in links:
        head = link_head(tree.tokens, link.first, link.last)
        joined = [other for other in tree.kids(head, rel.CONJUNCT) if other >= link.last]
        if joined and link.form in {"name", "short"}:
            kind = {"PERSON": "person", "ORG": "group"}.get(link.kind, "place")
            last = joined[-1] + 1
            found.append(Referent(link.first, last, head, "", kind, "plain", "p", "", "couple"))
    return found


def _of_link(tokens: Tokens, link: Linked) -> Referent:
    head = link_head(tokens, link.first, link.last)
    number = "p" if link.form == "nominal" and tokens.tag[head] in {"NNS", "NNPS"} else "s"
    before = tokens.word[link.first - 1].lower() if link.first else ""
    definite = "definite" if before in _DEFINITE or link.form in {"name", "short", "title"} else "bare"
    return Referent(link.first, link.last, head, link.entity, link.kind, link.form, number, "", definite)


def _heads_a_phrase(tokens: Tokens, i: int, tag: str) -> bool:
    old = tokens.word[i].lower() == "old" and i > 1 and tokens.word[i - 1] == "-"
    aged = old or tokens.word[i].lower().endswith("-old")
    if not (tag.startswith("NN") or aged) or stands_as(tokens, i, *_INNER):
        return False
    return tokens.lemma[i].lower() not in _TIMES and tokens.word[i][:1].isalpha()


def _before_a_title(tokens: Tokens, i: int) -> bool:
    """Tell "company" of "company CEO Ann Lee", which is the company spoken of, from "a steel company chief"."""
    head = governor(tokens, i, rel.COMPOUND)
    if tokens.word[i].lower() not in ("company", "firm") or head < i:
        return False
    before = tokens.tag[i - 1] if i and tokens.sentence[i - 1] == tokens.sentence[i] else ""
    modified = before.startswith(("NN", "JJ")) or (i and tokens.word[i - 1].lower() in _INDEFINITE)
    return not modified and fold(tokens.lemma[head]) in role_words()


def _is_told(tree: Tree, i: int, taken: dict[int, Linked]) -> bool:
    """Is this noun a word about somebody named beside it, or a predicate?"""
    if tree.kids(i, rel.COPULA) or tree.governor(i, rel.APPOSITION) in taken:
        return True
    beside = (taken.get(word) for word in tree.kids(i, *rel.IN_A_NAME, rel.APPOSITION) if word > i)
    return any(link is not None and link.kind == "PERSON" for link in beside)


def _of_noun(tree: Tree, i: int) -> Referent:
    tokens = tree.tokens
    noun = fold(tokens.lemma[i]) if tokens.word[i].lower() != "old" else "year-old"
    first, definite = definite_phrase(tokens, i)
    several = tokens.tag[i] in {"NNS", "NNPS"} or tree.kids(i, rel.CONJUNCT) or noun == "people"
    number = "p" if several else "s"
    return Referent(first, i + 1, i, "", noun_kind(noun), "plain", number, noun_gender(noun), definite)


def definite_phrase(tokens: Tokens, i: int) -> tuple[int, str]:
    """Walk from a noun to the beginning of its phrase: its first token, and how definite it is."""
    first = tokens.sentences[tokens.sentence[i]].first
    begin = i
    while begin > first and i - begin < _LONGEST:
        word, tag = tokens.word[begin - 1].lower(), tokens.tag[begin - 1]
        if word in _DEFINITE:
            return begin - 1, "definite"
        if tag in {"PRP$", "POS"}:
            return begin if tag == "POS" else begin - 1, "owned"
        aged = tag == "CD" and tokens.word[begin] in ("-", "‑", "–")  # "the 19-year-old Dane"
        if word in _INDEFINITE or (tag == "CD" and not aged):
            return begin - 1, "indefinite"
        if tag not in _INSIDE and not aged:
            break
        begin -= 1
    return begin, "bare"
