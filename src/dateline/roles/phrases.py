"""A role as a phrase of the text: where it begins and ends, its noun, what country it names."""

from __future__ import annotations

from typing import NamedTuple

from dateline.grammar.words import WordClass
from dateline.knowledge.countries import demonym, likely_place
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import PERSONS, noun_kind, role_words
from dateline.knowledge.organizations import known_organization
from dateline.language import Tokens
from dateline.roles.nouns import role_ending

NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_INSIDE = NOUNS | {"JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "CD", "NML", "AFX"}
_KEPT_ADJECTIVES = WordClass("not in office", "of an office")
_BRIEF = {
    "Sen.",
    "Rep.",
    "Gov.",
    "Gen.",
    "Col.",
    "Lt.",
    "Capt.",
    "Maj.",
    "Sgt.",
    "Adm.",
    "President",
    "Senator",
}
_JOINING = WordClass("preposition")
_LONGEST = 14  # tokens of a role
_DAYS = WordClass("month", "weekday")
_NOW = frozenset(("today", "yesterday", "tonight"))


class Role(NamedTuple):
    """A role as the text gives it: its tokens [first, last), the noun it turns on, gender, country (alpha-3)."""

    first: int
    last: int
    noun: str
    gender: str
    office: str
    country: str


def role_text(tokens: Tokens, role: Role) -> str:
    """Give the words of a role, in the singular: each of "senators Ann Lie and Bo Dahl" is a senator."""
    start, end = tokens.start[role.first], tokens.end[role.last - 1]
    for token in range(role.first, role.last):
        lemma = tokens.lemma[token]
        if tokens.tag[token] == "NNS" and fold(lemma) == role.noun.split()[-1]:
            one = lemma.capitalize() if tokens.word[token].istitle() else lemma
            return " ".join(
                (
                    tokens.text[start : tokens.start[token]] + one + tokens.text[tokens.end[token] : end]
                ).split()
            )
    return " ".join(tokens.text[start:end].split())


def as_role(tokens: Tokens, first: int, last: int, noun: str) -> Role | None:
    """Make the role of the tokens [first, last), without mere description before it; None where nothing is left."""
    first = _skip_description(tokens, first, last)
    if first >= last:
        return None
    word = role_words()[noun]
    return Role(first, last, noun, word.gender, word.office, country_in(tokens, first, last))


def _skip_description(tokens: Tokens, first: int, last: int) -> int:
    """Leave out determiners and mere description ("embattled", "47-year-old") before a role."""
    while first < last:
        word = tokens.word[first]
        if tokens.word[min(first + 1, last - 1)] == "-" and tokens.tag[first] != "HYPH":
            break  # "small-business owner"
        plain = tokens.tag[first] in {"JJ", "JJS", "JJR", "VBN", "VBG", "CD", "RB"} and word[0].islower()
        if (
            tokens.tag[first] in {"DT", "CD", "PRP$", "HYPH", "POS", ",", ":", "RBS", "CC", "IN"}
            or word in "-–“\"'"
        ) or (plain and fold(word) not in _KEPT_ADJECTIVES and not role_ending(tokens, first)):
            first += 1
        else:
            break
    return first


def walk_left(tokens: Tokens, first: int, begin: int) -> int:
    """Find where a role begins, going left from its noun over adjectives, names and what is paired with it."""
    brief = tokens.word[first] in _BRIEF
    while first > begin and last_ok(tokens, first - 1):
        if _is_day(tokens.word[first - 1]):
            break  # "said on Friday Kenyan President Odera might resign"
        if brief and tokens.word[first - 1].islower() and tokens.word[first - 1] not in _KEPT_ADJECTIVES:
            break  # "in the highest esteem Sen. McCain"
        first -= 1
    paired = first - 2 >= begin and tokens.word[first - 1] == "and"
    paired = paired and bool(role_ending(tokens, first - 2, begin))
    owned = (
        first - 3 >= begin and tokens.tag[first - 3] == "PRP$"
    )  # "his father and Prime Minister Lee" are two
    paired = paired and not owned
    return walk_left(tokens, first - 2, begin) if paired else first  # "contender and former surgeon"


def _is_day(word: str) -> bool:
    return word in _NOW or (word[:1].isupper() and word.lower() in _DAYS)


def last_ok(tokens: Tokens, token: int) -> bool:
    """May this token stand inside a title: noun, adjective, hyphen, possessive?"""
    word = tokens.word[token]
    return tokens.tag[token] in _INSIDE and (word[:1].isalnum() or word in {"-", "'s", "’s", "'", "’"})


def office_of(tokens: Tokens, begin: int, end: int) -> Role | None:
    """Read a title with "of" right before a name: "president of the European Commission"."""
    low = max(begin, end - _LONGEST)
    if end - 1 <= low or not last_ok(tokens, end - 1):
        return None
    if tokens.tag[end - 1] == "NN" and noun_kind(fold(tokens.lemma[end - 1])) in PERSONS:
        return None  # "student of bombmaker Abu Odera"
    for of in range(end - 2, low, -1):
        word = tokens.word[of].lower()
        if word in {"of", "for"}:
            found = role_ending(tokens, of - 1, begin)
            if found:
                return as_role(tokens, walk_left(tokens, found[0], begin), end, found[1])
        elif not (last_ok(tokens, of) or tokens.tag[of] in {"DT", "IN"} or word in {"and", "&"}):
            return None
    return None


def noun_phrase_role(tokens: Tokens, first: int, end: int) -> Role | None:
    """Read a role from the noun phrase that begins at token first, with its "of ..." or "for ..." part."""
    last = first
    noun = None
    while last < min(end, first + _LONGEST) and (
        last_ok(tokens, last) or tokens.tag[last] in {"DT", "PRP$", "RB"}
    ):
        hit = role_ending(tokens, last, first)
        if hit:
            noun = (hit[1], last + 1)
        elif noun and tokens.word[last] not in {"-", "elect", "designate", "general"}:
            noun = None if tokens.tag[last] in NOUNS else noun
        last += 1
    if noun is None:
        return _role_then_of(tokens, first, end)
    last = noun[1]
    return as_role(tokens, first, with_complement(tokens, last, end), noun[0])


def _role_then_of(tokens: Tokens, first: int, end: int) -> Role | None:
    for last in range(first, min(end - 1, first + 6)):
        if tokens.word[last + 1].lower() in {"of", "for"}:
            hit = role_ending(tokens, last, first)
            return as_role(tokens, first, with_complement(tokens, last + 1, end), hit[1]) if hit else None
        if not (last_ok(tokens, last) or tokens.tag[last] in {"DT", "PRP$"}):
            return None
    return None


def with_complement(tokens: Tokens, last: int, end: int) -> int:
    """Go on over "of the ministry", "for foreign affairs at NATO"."""
    while last < end - 1 and tokens.word[last].lower() in _JOINING:
        stop = last + 1
        while stop < min(end, last + 9) and (
            last_ok(tokens, stop)
            or tokens.tag[stop] == "DT"
            or (
                tokens.word[stop].lower() in {"and", "&"} and stop + 1 < end and tokens.tag[stop + 1] in NOUNS
            )
        ):
            stop += 1
        if stop == last + 1:
            break
        last = stop
    return last


def country_in(tokens: Tokens, first: int, last: int) -> str:
    """Find the country (alpha-3) that the words of a role name: nationality, country, known organisation."""
    for i in range(first, last):
        word = tokens.word[i]
        if not word[:1].isupper():
            continue
        for length in (4, 3, 2, 1):
            if i + length > last:
                continue
            text = tokens.text[tokens.start[i] : tokens.end[i + length - 1]]
            nationality = demonym(text)
            if nationality and nationality.country:
                return nationality.country
            known = known_organization(text)
            if (
                known
                and known.country
                and known.kind in {"government", "parliament", "party", "military", "court"}
            ):
                return known.country
            place = likely_place(text)
            if place and place.country and (place.kind != "city" or place.population > 1_000_000):
                return place.country
    return ""
