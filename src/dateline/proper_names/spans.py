"""The spans of names: cut clean, never overlapping."""

from __future__ import annotations

import re

from dateline.grammar import relations as rel
from dateline.grammar.hanging import governor, stands_as
from dateline.grammar.words import WordClass
from dateline.knowledge.countries import places_named
from dateline.knowledge.names import COMPANY_WORDS, HONORIFICS, fold, person_words
from dateline.knowledge.nouns import role_words
from dateline.knowledge.organizations import known_organization
from dateline.language import Name, Tokens

EDGES = frozenset("'s ’s ' ’ , . ; : ( ) [ ] - -- – — \" “ ” / |".split())
QUIET_PARTS = {"credit"}
TITLED, OWNER = "title within it", "owner"
_PARTY = re.compile(r"[RDI]-[A-Z]")  # "(R-Wis.)" behind a member of Congress
_TITLES = frozenset(
    "president vice-president senator sen justice judge governor gov mayor chancellor minister premier general gen "
    "colonel col captain capt sgt sergeant lieutenant lt congressman congresswoman representative rep secretary "
    "ambassador chairman spokesman spokeswoman professor commissioner speaker admiral democrat "
    "republican".split()
)


_RANKS = frozenset(
    "cllr insp emeritus vice deputy acting former senior chief assistant associate honorary".split()
)
_LINKING = WordClass("preposition", also=("the", "and", "by", "from"))  # no name ends in these


def make(tokens: Tokens, first: int, last: int, kind: str, rule: str = "") -> Name:
    """Make a name of some words; `rule` says what found it, "" the tagger."""
    return Name(tokens.start[first], tokens.end[last - 1], first, last, kind, rule)


def is_furniture(tokens: Tokens, name: Name) -> bool:
    sentence = tokens.sentences[tokens.sentence[name.first]]
    return sentence.part in QUIET_PARTS or _is_handle(tokens, name)


def _is_handle(tokens: Tokens, name: Name) -> bool:
    """An email address, web address or handle is no name of anybody."""
    text = tokens.text[name.start : name.end]
    before = tokens.word[max(0, name.first - 2) : name.first]
    if text == "State" and [word.lower() for word in before] == ["secretary", "of"]:
        return True
    return (
        bool(_PARTY.match(text))
        or "@" in text
        or "://" in text
        or text.startswith("www.")
        or tokens.text[max(0, name.start - 1)] == "@"
    )


def trim(tokens: Tokens, name: Name) -> Name | None:
    """Cut articles, possessive marks and honorifics from the ends of a name."""
    first, last = name.first, name.last
    while first < last and (
        (tokens.word[first].lower() in {"the", "a", "an"} or tokens.word[first] in EDGES)
        or (name.kind == "PERSON" and last - first > 1 and fold(tokens.word[first]) in HONORIFICS)
    ):
        if fold(tokens.word[first]) == "the" and tokens.word[first] == "The" and name.kind == "MISC":
            break
        first += 1
    while last > first and (tokens.word[last - 1] in EDGES or tokens.word[last - 1] in _LINKING):
        last -= 1
    if _names_nobody(tokens, first, last, cut=last < name.last) or _only_opens(
        tokens, first, last, name.kind
    ):
        return None
    kind, rule = name.kind, name.rule
    if last - first > 1 and kind in {"PERSON", "ORG"} and _is_titled(tokens, first, last, kind):
        first, kind, rule = first + 1, "PERSON", TITLED
    if first >= last or not any(
        letter.isalpha() for letter in tokens.text[tokens.start[first] : tokens.end[last - 1]]
    ):
        return None
    return make(tokens, first, last, kind, rule)


def _names_nobody(tokens: Tokens, first: int, last: int, cut: bool) -> bool:
    """Tell "Emeritus Professor", a title alone, and the "Members" of "Members of the"."""
    words = [fold(word) for word in tokens.word[first:last]]
    titles = all(word in _TITLES or word in _RANKS or word in role_words() for word in words)
    titles = titles and (len(words) != 1 or words[0] in _RANKS)
    titles = titles or (len(words) == 1 and words[0] in HONORIFICS and _before_a_name(tokens, first))
    return titles or (cut and last - first == 1 and tokens.tag[first] in ("NNS", "NNPS"))


def _before_a_name(tokens: Tokens, token: int) -> bool:
    """Tell the "Lady" of "Lady Ashton", which the name behind it does without."""
    behind = token + 1
    if behind >= len(tokens) or tokens.sentence[behind] != tokens.sentence[token]:
        return False
    return tokens.tag[behind] == "NNP" and governor(tokens, token) == behind


def _only_opens(tokens: Tokens, first: int, last: int, kind: str) -> bool:
    """Tell a common word with the capital of its sentence: "Flamboyant former rebel leader Odera walked free"."""
    opens = tokens.sentences[tokens.sentence[first]].first == first and last - first == 1
    common = stands_as(tokens, first, rel.ADJECTIVE) or tokens.tag[first] in ("JJ", "NN", "RB", "VBG", "VBN")
    if not opens or kind != "PERSON" or not common:
        return False
    word = fold(tokens.word[first])
    return tokens.word[first].istitle() and word not in person_words("first_name") | person_words("surname")


def _is_titled(tokens: Tokens, first: int, last: int, kind: str) -> bool:
    """ "Justice Ann Lie" is a person with a title, also where the tagger saw an organisation."""
    if fold(tokens.word[first]) not in _TITLES:
        return False
    return kind == "PERSON" or (
        last - first == 3 and fold(tokens.word[first + 1]) in person_words("first_name")
    )


def split_at_possessive(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Cut "Apple Inc's Siri" and "Russia's Gazprom", two names with one owning the other."""
    out = []
    for name in names:
        marks = [t for t in range(name.first + 1, name.last - 1) if tokens.word[t] in {"'s", "’s"}]
        owner = tokens.text[name.start : tokens.end[marks[0] - 1]] if marks else ""
        known = owner and (places_named(owner) or known_organization(owner) or _ends_as_company(owner))
        if known and not known_organization(tokens.text[name.start : name.end]):
            kind = "PLACE" if places_named(owner) and not known_organization(owner) else "ORG"
            out += [
                make(tokens, name.first, marks[0], kind, OWNER),
                make(tokens, marks[0] + 1, name.last, name.kind, name.rule),
            ]
        else:
            out.append(name)
    return out


def _ends_as_company(name: str) -> bool:
    return fold(name).split()[-1] in COMPANY_WORDS and " " in name


def without_overlap(names: list[Name]) -> list[Name]:
    """Keep the longer of two overlapping names, the earlier in the list when they are as long."""
    order = sorted(range(len(names)), key=lambda i: (names[i].start - names[i].end, i))
    taken: set[int] = set()
    kept = []
    for i in order:
        words = range(names[i].first, names[i].last)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(names[i])
    return sorted(kept, key=lambda name: name.start)
