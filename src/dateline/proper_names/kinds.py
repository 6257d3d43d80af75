"""What a name is: person, organisation, place or other, by the lexicons and by all its mentions."""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.grammar.words import WordClass
from dateline.knowledge.countries import countries_by_capital, demonym, places_named
from dateline.knowledge.names import HONORIFICS, fold, person_words
from dateline.knowledge.organizations import Organization, known_organization
from dateline.knowledge.statespeople import side_of
from dateline.language import Name, Tokens

_MAJORITY = 3  # so many times more mentions of another kind outvote the tagger
_LOCATIVE = WordClass("where", "whither")

_LED = frozenset(("administration", "presidency", "premiership"))  # what is called after who leads it
_SETTLED = WordClass("settled place")

# what newspapers are called behind their city: "the Saudi Gazette"
_PAPERS = frozenset(
    "gazette herald tribune journal chronicle observer telegraph times guardian examiner inquirer dispatch bulletin "
    "magazine weekly newspaper news post star sun mail".split()
)


def kinds(tokens: Tokens, names: list[Name]) -> list[str]:
    """Decide the kind of each name from the lexicons and from all mentions of it in the article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    settled: set[str] = set()
    for name in names:
        text = tokens.text[name.start : name.end]
        votes[fold(text)][name.kind] += 1
        if _is_settled(tokens, name):
            settled.add(fold(text))
        if name.kind == "PERSON" and name.last - name.first > 1:
            surnames.add(fold(tokens.word[name.last - 1]))
    return [
        "PLACE"
        if fold(tokens.text[name.start : name.end]) in settled
        else _kind(tokens, name, votes, surnames)
        for name in names
    ]


def _is_settled(tokens: Tokens, name: Name) -> bool:
    """Tell "the town of Gao": the words before call it a place."""
    before = [word.lower() for word in tokens.word[max(0, name.first - 2) : name.first]]
    return len(before) == 2 and before[1] == "of" and tokens.word[name.first - 2] in _SETTLED


def _kind(tokens: Tokens, name: Name, votes: dict[str, Counter[str]], surnames: set[str]) -> str:
    text = tokens.text[name.start : name.end]
    key = fold(text)
    after_title = name.first > 0 and fold(tokens.word[name.first - 1]) in HONORIFICS
    if after_title and name.kind != "ORG":
        return "PERSON"
    if demonym(text) and key not in surnames:
        return "MISC" if not (places_named(text) and tokens.tag[name.first] == "NNP") else name.kind
    after = tokens.word[name.last] if name.last < len(tokens) else ""
    if after in _LED and " " not in key and len(side_of(text, titled=True)) == 3 and not demonym(text):
        return "PERSON"  # "the Obama administration"; Obama is a town as well
    known = known_organization(text)
    place = places_named(text)
    if known and key not in surnames and not _is_also_other(known, key, bool(place)):
        return "ORG"
    if place and place[0].kind in {"country", "continent"} and key not in surnames:
        return "PLACE"
    located = bool(place) and name.first > 0 and tokens.word[name.first - 1].lower() in _LOCATIVE
    if key in surnames and name.kind in {"PLACE", "MISC", "ORG"}:
        return "PLACE" if located and name.kind == "PLACE" else "PERSON"
    big = place and (place[0].kind != "city" or key in countries_by_capital())
    plain = key not in surnames and key not in person_words("surname")
    if big and plain and (name.kind != "ORG" or key in countries_by_capital()):
        return "PLACE"
    if place and plain and name.kind == "PERSON" and " " not in key and key not in person_words("first_name"):
        return "PLACE"  # "Bonn agreed"
    if place and name.kind == "ORG" and place[0].kind in {"region", "territory", "water", "island"}:
        return "PLACE"
    if not known and not place and name.kind in {"ORG", "MISC"} and " " not in key and side_of(text):
        return "PERSON"  # "Macron" alone, whatever the tagger makes of it
    if name.kind in {"PLACE", "MISC"} and " " in key and key.rpartition(" ")[2] in _PAPERS:
        return "ORG"
    count = votes[key]
    if (
        place
        and not known
        and name.kind in {"ORG", "MISC"}
        and (located or count["PLACE"] >= count[name.kind])
    ):
        return "PLACE"
    most, number = max(count.items(), key=lambda item: (item[1], item[0]))
    if place and name.kind == "PLACE":
        return "PLACE"
    return most if most != "MISC" and number >= _MAJORITY * count[name.kind] else name.kind


def _is_also_other(known: Organization, key: str, is_place: bool) -> bool:
    """ "Ford" and "Amazon" may mean a person or a place as well: there the tagger decides."""
    return known.kind == "company" and " " not in key and (is_place or key in person_words("surname"))
