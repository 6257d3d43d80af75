"""Roles of persons as the text tells them: titles before a name, appositions after it, "X is the president of Y"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.grammar import relations as rel
from dateline.grammar.words import WordClass
from dateline.knowledge.countries import demonym, likely_place
from dateline.knowledge.names import HONORIFICS, fold
from dateline.knowledge.organizations import known_organization
from dateline.language import Name, Tokens
from dateline.lexicons import read_facts

_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_INSIDE = _NOUNS | {"JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "CD", "NML", "AFX"}
_KEPT_ADJECTIVES = WordClass("not in office", "of an office")
_ALSO_ADJECTIVES = {"major", "general", "principal", "chief", "junior", "senior"}
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
_CLOSERS = {",", ".", ";", ":", ")", "-", "–", "—", "--", "'s", "’s", "?", "!"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_JOINING = WordClass("preposition")
_LONGEST = 14  # tokens of a role
_FIELDS = frozenset(
    ("justice", "refugee", "immigrant", "veteran", "consumer", "student")
)  # that offices are for
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December today yesterday tonight".split()
)


class RoleWord(NamedTuple):
    """A noun of the lexicon: gender it tells ("m", "f", ""), office it may stand for."""

    gender: str
    office: str


class Role(NamedTuple):
    """A role as the text gives it: its tokens [first, last), the noun it turns on, gender, country (alpha-3)."""

    first: int
    last: int
    noun: str
    gender: str
    office: str
    country: str


@cache
def role_words() -> dict[str, RoleWord]:
    """Read the nouns of roles, folded and singular."""
    return {row["role"]: RoleWord(row["gender"], row["office"]) for row in read_facts("roles.csv")}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(role.replace("-", " ").split()[-1] for role in role_words()) | frozenset(
        role.split()[-1] for role in role_words()
    )


def role_ending(tokens: Tokens, last: int, first: int = 0) -> tuple[int, str] | None:
    """Find the longest role noun whose final token is number last; return its first token and its key."""
    if tokens.tag[last].startswith("VB"):
        return None
    if fold(tokens.word[last]) not in _last_words() and fold(tokens.lemma[last]) not in _last_words():
        return None
    for length in (5, 4, 3, 2, 1):
        begin = last - length + 1
        if begin < first:
            continue
        words = [fold(word) for word in tokens.word[begin:last]]
        for final in (fold(tokens.word[last]), fold(tokens.lemma[last])):
            key = " ".join([*words, final]).replace(" - ", "-")
            if key in role_words():
                return begin, key
    return None


def roles_of(tokens: Tokens, name: Name) -> list[Role]:
    """List the roles that the words around a person's name give, the title before the name first."""
    found = [_title_before(tokens, name), _apposition_before(tokens, name), _apposition_after(tokens, name)]
    return [role for role in found if role] or _copular(tokens, name)


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


def _bounds(tokens: Tokens, token: int) -> tuple[int, int]:
    sentence = tokens.sentences[tokens.sentence[token]]
    return sentence.first, sentence.last


def _make(tokens: Tokens, first: int, last: int, noun: str) -> Role | None:
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


def _title_before(tokens: Tokens, name: Name) -> Role | None:
    """Read "Kremlin spokesman" before "Dmitri Peskov", also "Secretary of State" and "head of NATO"."""
    begin, _ = _bounds(tokens, name.first)
    end = name.first
    while end - 1 > begin and fold(tokens.word[end - 1]) in HONORIFICS and not role_ending(tokens, end - 1):
        end -= 1  # "Prime Minister Sheikh Mohammed"
    if end - 2 >= begin and tokens.word[end - 1] in {"designate", "elect"} and tokens.word[end - 2] == "-":
        last = end - 3
    else:
        last = end - 1
    if last < begin:
        return None
    sentence = tokens.sentences[tokens.sentence[name.first]]
    if sentence.part == "headline" and tokens.text[sentence.start : sentence.end].isupper():
        return None  # "HILL BRANDS WORLD CHAMPION KHAN A CHEAT": in capitals no title ends where it seems to
    found = role_ending(tokens, last, begin)
    if found and found[0] == last and tokens.tag[last] == "JJ" and tokens.word[last] in _ALSO_ADJECTIVES:
        return None  # "a major Warhol show"
    if found and found[1] in _FIELDS and last - 1 > begin and tokens.word[last - 1] in {"of", "for"}:
        return _office_of(tokens, begin, end)  # "Minister of Justice", "Commissioner for Refugees"
    if found:
        return _make(tokens, _walk_left(tokens, found[0], begin), end, found[1])
    return _office_of(tokens, begin, end)


def _walk_left(tokens: Tokens, first: int, begin: int) -> int:
    brief = tokens.word[first] in _BRIEF
    while first > begin and last_ok(tokens, first - 1):
        if tokens.word[first - 1] in _DAYS:
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
    return _walk_left(tokens, first - 2, begin) if paired else first  # "contender and former surgeon"


def last_ok(tokens: Tokens, token: int) -> bool:
    """May this token stand inside a title: noun, adjective, hyphen, possessive?"""
    word = tokens.word[token]
    return tokens.tag[token] in _INSIDE and (word[:1].isalnum() or word in {"-", "'s", "’s", "'", "’"})


def _office_of(tokens: Tokens, begin: int, end: int) -> Role | None:
    """Read a title with "of" right before a name: "president of the European Commission"."""
    from dateline.coreference.referents import noun_kind  # it reads roles too

    low = max(begin, end - _LONGEST)
    if end - 1 <= low or not last_ok(tokens, end - 1):
        return None
    if tokens.tag[end - 1] == "NN" and noun_kind(fold(tokens.lemma[end - 1])) in {"person", "likely person"}:
        return None  # "student of bombmaker Abu Odera"
    for of in range(end - 2, low, -1):
        word = tokens.word[of].lower()
        if word in {"of", "for"}:
            found = role_ending(tokens, of - 1, begin)
            if found:
                return _make(tokens, _walk_left(tokens, found[0], begin), end, found[1])
        elif not (last_ok(tokens, of) or tokens.tag[of] in {"DT", "IN"} or word in {"and", "&"}):
            return None
    return None


def _apposition_before(tokens: Tokens, name: Name) -> Role | None:
    """Read "the Russian president, Vladimir Putin"."""
    begin, end = _bounds(tokens, name.first)
    comma = name.first - 1
    closed = name.last >= end or tokens.word[name.last] in _CLOSERS
    if comma - 1 < begin or tokens.word[comma] != "," or not closed:
        return None  # "allowed to see her brother, Lund was told": no apposition
    found = role_ending(tokens, comma - 1, begin)
    first = _walk_left(tokens, found[0], begin) if found else begin
    owned = [t for t in range(first, comma) if tokens.tag[t] == "POS"]
    if found and owned and owned[-1] < found[0]:  # "Smith's campaign manager, Mary Holt": not Smith's role
        person = any(n.kind == "PERSON" and n.last == owned[-1] for n in tokens.names)
        return _make(tokens, owned[-1] + 1 if person else first, comma, found[1])
    if found and first > begin and tokens.tag[first - 1] in {"DT", "PRP$"}:
        return _make(tokens, first, comma, found[1])
    role = _office_of(tokens, begin, comma)
    if role and role.first > begin and tokens.tag[role.first - 1] in {"DT", "PRP$"}:
        return role
    return None


def _apposition_after(tokens: Tokens, name: Name) -> Role | None:
    """Read ", the US secretary of state," and ", 53, chairman of X" after a name."""
    _, end = _bounds(tokens, name.first)
    i = name.last
    if i >= end or tokens.word[i] not in {",", "(", "–", "-", "--", "—"}:
        return None
    i += 1
    if i + 1 < end and tokens.tag[i] == "CD" and tokens.word[i + 1] == ",":
        i += 2
    role = noun_phrase_role(tokens, i, end)
    runs_on = role and role.last < end and tokens.tag[role.last] in _FINITE
    if role and tokens.word[role.first][:1].isupper() and _ends_in_person(tokens, role):
        return None  # "Premier Ann Lie, Speaker of the House Bo Ek": the next one's title
    return None if runs_on else role  # "According to Rathbun, a detective said": another person


def _ends_in_person(tokens: Tokens, role: Role) -> bool:
    return any(n.kind == "PERSON" and role.first < n.first and n.last == role.last for n in tokens.names)


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
            noun = None if tokens.tag[last] in _NOUNS else noun
        last += 1
    if noun is None:
        return _role_then_of(tokens, first, end)
    last = noun[1]
    return _make(tokens, first, _with_complement(tokens, last, end), noun[0])


def _role_then_of(tokens: Tokens, first: int, end: int) -> Role | None:
    for last in range(first, min(end - 1, first + 6)):
        if tokens.word[last + 1].lower() in {"of", "for"}:
            hit = role_ending(tokens, last, first)
            return _make(tokens, first, _with_complement(tokens, last + 1, end), hit[1]) if hit else None
        if not (last_ok(tokens, last) or tokens.tag[last] in {"DT", "PRP$"}):
            return None
    return None


def _with_complement(tokens: Tokens, last: int, end: int) -> int:
    """Go on over "of the ministry", "for foreign affairs at NATO"."""
    while last < end - 1 and tokens.word[last].lower() in _JOINING:
        stop = last + 1
        while stop < min(end, last + 9) and (
            last_ok(tokens, stop)
            or tokens.tag[stop] == "DT"
            or (
                tokens.word[stop].lower() in {"and", "&"}
                and stop + 1 < end
                and tokens.tag[stop + 1] in _NOUNS
            )
        ):
            stop += 1
        if stop == last + 1:
            break
        last = stop
    return last


def _copular(tokens: Tokens, name: Name) -> list[Role]:
    """Read "Scholz is the chancellor of Germany" by the parse."""
    heads = {tokens.head[i] for i in range(name.first, name.last) if tokens.relation[i] == rel.SUBJECT}
    begin, end = _bounds(tokens, name.first)
    for noun in sorted(heads):
        if noun < name.last or tokens.tag[noun] not in _NOUNS:
            continue
        hit = None if _is_open(tokens, noun) else role_ending(tokens, noun, begin)
        cop = [
            i for i in range(name.last, noun) if tokens.relation[i] == rel.COPULA and tokens.head[i] == noun
        ]
        if hit and cop and tokens.lemma[cop[-1]].lower() in {"be", "become", "remain"}:
            first = max(_walk_left(tokens, hit[0], begin), cop[-1] + 1)
            role = _make(tokens, first, _with_complement(tokens, noun + 1, end), hit[1])
            return [role] if role else []
    return []


def _is_open(tokens: Tokens, noun: int) -> bool:
    """Tell what somebody may or should be from what he is: "Lee should be president", "if Lee is the nominee"."""
    near = range(tokens.sentences[tokens.sentence[noun]].first, noun)
    words = [i for i in near if tokens.head[i] == noun]
    return any(
        tokens.tag[i] == "MD" or tokens.word[i].lower() in ("if", "unless", "whether", "not", "n't", "n’t")
        for i in words
    )


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
