"""The tagger's names corrected by what the whole article and the lexicons say.

A tagger sees one sentence; here a name also gets the benefit of the rest of the article: the kind that most
of its mentions have, acronyms introduced in brackets, known organisations, countries and nationality words.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.countries import demonym, places_named
from dateline.language import Name, Tokens
from dateline.names import HONORIFICS, fold, initials, person_words
from dateline.organizations import known_organization, longest_names
from dateline.roles import role_words

_QUIET_PARTS = {"credit"}
_LOCATIVE = {
    "in",
    "at",
    "near",
    "from",
    "to",
    "into",
    "across",
    "outside",
    "around",
    "throughout",
    "toward",
    "towards",
}


def names_in(tokens: Tokens) -> list[Name]:
    """List the names of an article, corrected, in order and without overlap.

    Names in credits ("Photo: AZ / AP") are no part of the story and are left out. Nationality words are names
    of kind MISC here, as in the CoNLL scheme.
    """
    names = [name for name in tokens.names if not _is_furniture(tokens, name)]
    names = [trimmed for name in names if (trimmed := _trim(tokens, name))]
    names = _whole_persons(tokens, _without_overlap(names + _known_names(tokens, names)))
    kinds = _kinds(tokens, names)
    names = [name._replace(kind=kind) for name, kind in zip(names, kinds, strict=True)]
    names = _without_overlap(names + _repeated_names(tokens, names))
    return _bracketed_acronyms(tokens, names)


def _is_furniture(tokens: Tokens, name: Name) -> bool:
    sentence = tokens.sentences[tokens.sentence[name.first]]
    return sentence.part in _QUIET_PARTS or _is_handle(tokens, name)


def _is_handle(tokens: Tokens, name: Name) -> bool:
    """An email address, web address or handle is no name of anybody."""
    text = tokens.text[name.start : name.end]
    before = tokens.word[max(0, name.first - 2) : name.first]
    if text == "State" and [word.lower() for word in before] == ["secretary", "of"]:
        return True
    return (
        "@" in text or "://" in text or text.startswith("www.") or tokens.text[max(0, name.start - 1)] == "@"
    )


def _make(tokens: Tokens, first: int, last: int, kind: str) -> Name:
    return Name(tokens.start[first], tokens.end[last - 1], first, last, kind)


def _trim(tokens: Tokens, name: Name) -> Name | None:
    """Cut articles, possessive marks and honorifics from the ends of a name."""
    first, last = name.first, name.last
    while first < last and (
        tokens.word[first].lower() in {"the", "a", "an", ",", "(", "-"}
        or (name.kind == "PERSON" and last - first > 1 and fold(tokens.word[first]) in HONORIFICS)
    ):
        if fold(tokens.word[first]) == "the" and tokens.word[first] == "The" and name.kind == "MISC":
            break
        first += 1
    while last > first and tokens.word[last - 1] in {"'s", "’s", "'", "’", ",", ")", "-", "--"}:
        last -= 1
    if first >= last or not any(
        letter.isalpha() for letter in tokens.text[tokens.start[first] : tokens.end[last - 1]]
    ):
        return None
    return _make(tokens, first, last, name.kind)


def _whole_persons(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Join a person's name that was cut in two: "Valeska" + "Paris", or "Carly" left out before "Simon"."""
    starts = {name.first: name for name in names}
    joined: list[Name] = []
    skip = -1
    for name in names:
        if name.first < skip:
            continue
        after = starts.get(name.last)
        if (
            name.last - name.first == 1
            and after
            and after.last - after.first == 1
            and _is_pair(tokens, name, after)
        ):
            name = _make(tokens, name.first, after.last, "PERSON")
            skip = after.last
        elif name.kind == "PERSON" and name.last - name.first == 1 and _given_before(tokens, name, joined):
            name = _make(tokens, name.first - 1, name.last, "PERSON")
        joined.append(name)
    return joined


def _is_pair(tokens: Tokens, name: Name, after: Name) -> bool:
    given = fold(tokens.word[name.first]) in person_words("first_name")
    proper = tokens.tag[after.first].startswith("NNP") and tokens.tag[name.first].startswith("NNP")
    either = "PERSON" in (name.kind, after.kind) and not demonym(tokens.word[name.first])
    place = name.kind == "PLACE" and bool(places_named(tokens.word[name.first]))
    return proper and either and not place and (given or name.kind == after.kind == "PERSON")


def _given_before(tokens: Tokens, name: Name, joined: list[Name]) -> bool:
    before = name.first - 1
    free = before >= 0 and not (joined and joined[-1].last > before)
    return (
        free
        and tokens.sentence[before] == tokens.sentence[name.first]
        and tokens.tag[before] == "NNP"
        and fold(tokens.word[before]) in person_words("first_name")
        and fold(tokens.word[before]) not in role_words()
    )


def _without_overlap(names: list[Name]) -> list[Name]:
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


def _known_names(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Find countries, nationality words and well-known organisations that the tagger missed."""
    covered = {token for name in names for token in range(name.first, name.last)}
    longest = longest_names()
    found = []
    for i, word in enumerate(tokens.word):
        if i in covered or not word[:1].isalpha() or (word[0].islower() and word != "al"):
            continue
        if tokens.sentences[tokens.sentence[i]].part in _QUIET_PARTS:
            continue
        end_of_sentence = tokens.sentences[tokens.sentence[i]].last
        for last in range(min(i + longest.get(fold(word), 1), end_of_sentence), i, -1):
            text = tokens.text[tokens.start[i] : tokens.end[last - 1]]
            kind = _known_kind(text, last - i)
            if kind and not _common_word(tokens, i, text):
                found.append(_make(tokens, i, last, kind))
                break
    return found


def _known_kind(text: str, words: int) -> str:
    if demonym(text):
        return "MISC"
    known = known_organization(text)
    if known and (words > 1 or text.isupper() or known.kind in {"alliance", "international", "armed group"}):
        return "ORG"
    places = places_named(text) if words == 1 else ()
    return "PLACE" if places and places[0].kind in {"country", "continent"} else ""


def _common_word(tokens: Tokens, i: int, text: str) -> bool:
    """A word of a heading in capitals, or a first word, may be a common word ("Turkey is roasted")."""
    sentence = tokens.sentences[tokens.sentence[i]]
    words = tokens.text[sentence.start : sentence.end]
    if words.isupper() and len(words) > len(text):
        return len(text) <= 3
    return tokens.tag[i] not in {"NNP", "NNPS", "JJ", "NN", "NNS"} or text in {
        "Polish",
        "Turkey",
        "Chad",
        "Georgia",
    }


def _kinds(tokens: Tokens, names: list[Name]) -> list[str]:
    """Decide the kind of each name from the lexicons and from all mentions of it in the article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    for name in names:
        text = tokens.text[name.start : name.end]
        votes[fold(text)][name.kind] += 1
        if name.kind == "PERSON" and name.last - name.first > 1:
            surnames.add(fold(tokens.word[name.last - 1]))
    return [_kind(tokens, name, votes, surnames) for name in names]


def _kind(tokens: Tokens, name: Name, votes: dict[str, Counter[str]], surnames: set[str]) -> str:
    text = tokens.text[name.start : name.end]
    key = fold(text)
    after_title = name.first > 0 and fold(tokens.word[name.first - 1]) in HONORIFICS
    if after_title and name.kind != "ORG":
        return "PERSON"
    if demonym(text) and key not in surnames:
        return "MISC" if not (places_named(text) and tokens.tag[name.first] == "NNP") else name.kind
    known = known_organization(text)
    if known and key not in surnames and not (known.kind == "company" and name.kind != "MISC"):
        return "ORG"
    place = places_named(text)
    if place and place[0].kind in {"country", "continent"} and key not in surnames:
        return "PLACE"
    if key in surnames and name.kind in {"PLACE", "MISC", "ORG"}:
        before = tokens.word[name.first - 1].lower() if name.first else ""
        return name.kind if before in _LOCATIVE and place and name.kind == "PLACE" else "PERSON"
    big = place and (place[0].kind != "city" or place[0].population > 300_000)
    if big and key not in surnames and key not in person_words("surname") and name.kind != "ORG":
        return "PLACE"
    if place and name.kind == "ORG" and place[0].kind in {"region", "territory", "water", "island"}:
        return "PLACE"
    count = votes[key]
    most, number = max(count.items(), key=lambda item: (item[1], item[0]))
    return most if number >= 2 * count[name.kind] and most != name.kind else name.kind


def _repeated_names(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Find further mentions of the article's own names that the tagger missed."""
    covered = {token for name in names for token in range(name.first, name.last)}
    known: dict[str, str] = {}
    for name in names:
        if name.kind == "PERSON" and name.last - name.first > 1:
            known.setdefault(tokens.word[name.last - 1], "PERSON")
        elif name.last - name.first == 1 and name.kind in {"ORG", "PERSON", "PLACE"}:
            known.setdefault(tokens.word[name.first], name.kind)
    capitals = {word.upper(): (word, kind) for word, kind in known.items() if len(word) > 3}
    found = []
    for i, word in enumerate(tokens.word):
        if i in covered or tokens.sentences[tokens.sentence[i]].part in _QUIET_PARTS:
            continue
        kind = known.get(word) if tokens.tag[i] in {"NNP", "NNPS"} else None
        if kind is None and word in capitals and word not in known:
            kind = capitals[word][1]
        joined = (i and tokens.word[i - 1] == "@") or not word[:1].isupper() or len(word) < 2
        if kind and not joined:
            found.append(_make(tokens, i, i + 1, kind))
    return found


def _bracketed_acronyms(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Make the acronym in "Long Name (LN)" a name of its own, of the same kind."""
    by_last = {name.last: name for name in names}
    starts = {name.first for name in names}
    added = []
    for i, word in enumerate(tokens.word[1:-1], start=1):
        if (
            tokens.word[i - 1] not in "(["
            or tokens.word[i + 1] not in ")]"
            or not word.isupper()
            or i in starts
        ):
            continue
        full = by_last.get(i - 1)
        if full and word.replace(".", "") in initials(tokens.text[full.start : full.end]):
            added.append(_make(tokens, i, i + 1, full.kind))
    return _without_overlap(names + added)
