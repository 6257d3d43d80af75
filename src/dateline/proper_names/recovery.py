"""Names that the tagger missed: well-known ones, further mentions of the article's own, acronyms in brackets."""

from __future__ import annotations

from dateline.grammar.words import WordClass
from dateline.knowledge.countries import countries_by_capital, demonym, places_named
from dateline.knowledge.names import fold, initials, person_words
from dateline.knowledge.organizations import known_organization, longest_names
from dateline.language import Name, Tokens
from dateline.proper_names.called import CALLED
from dateline.proper_names.spans import EDGES, QUIET_PARTS, make, without_overlap

LISTED, REPEATED, ACRONYM = "lexicon", "named elsewhere", "acronym in brackets"
_PARTISANS = frozenset(("Republicans", "Democrats", "Tories", "Islamists"))  # who act under one name
_CALENDAR = WordClass("month", "weekday")


def known_names(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Find countries, nationality words and well-known organisations that the tagger missed."""
    covered = {token for name in names for token in range(name.first, name.last)}
    longest = longest_names()
    found = []
    for i, word in enumerate(tokens.word):
        if not word[:1].isalpha() or (word[0].islower() and word != "al"):
            continue
        if tokens.sentences[tokens.sentence[i]].part in QUIET_PARTS:
            continue
        end_of_sentence = tokens.sentences[tokens.sentence[i]].last
        for last in range(min(i + longest.get(fold(word), 1), end_of_sentence), i, -1):
            text = tokens.text[tokens.start[i] : tokens.end[last - 1]]
            cut = tokens.word[last - 1] in EDGES or _is_money(tokens, last)
            if cut or (last - i == 1 and i in covered):
                continue
            kind = _known_kind(text, last - i)
            if kind and not _common_word(tokens, i, text):
                found.append(make(tokens, i, last, kind, LISTED))
                break
    return found


def _known_kind(text: str, words: int) -> str:
    places = places_named(text)
    if text in _PARTISANS:
        return "MISC"
    if demonym(text) and not (places and places[0].kind == "country"):
        return "MISC"
    known = known_organization(text) if not text.lower().endswith(" government") else None
    if known and (words > 1 or text.isupper() or known.kind in {"alliance", "international", "armed group"}):
        return "ORG"
    if places and places[0].kind in {"country", "continent"}:
        return "PLACE"
    return "PLACE" if _is_plain_capital(fold(text)) else ""


def _is_plain_capital(name: str) -> bool:
    """Tell a capital that is nothing else: Belgrade, not Victoria."""
    if name not in countries_by_capital() or len(name) < 5:
        return False
    return name not in person_words("surname") and name not in person_words("first_name")


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


def repeated_names(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Find further mentions of the article's own names that the tagger missed."""
    covered = {token for name in names for token in range(name.first, name.last)}
    known: dict[str, str] = {}
    surnames: set[str] = set()
    called = {
        tokens.word[name.first] for name in names if name.rule == CALLED and name.last - name.first == 1
    }
    for name in names:
        if name.kind == "PERSON" and name.last - name.first > 1:
            known.setdefault(tokens.word[name.last - 1], "PERSON")
            surnames.add(tokens.word[name.last - 1])
        elif name.last - name.first == 1 and name.kind in {"ORG", "PERSON", "PLACE"}:
            known.setdefault(tokens.word[name.first], name.kind)
    capitals = {word.upper(): kind for word, kind in known.items() if len(word) > 3 and kind != "ORG"}
    found = []
    for i, word in enumerate(tokens.word):
        if i in covered or not word[:1].isupper() or len(word) < 2:
            continue
        if tokens.sentences[tokens.sentence[i]].part in QUIET_PARTS or tokens.word[i - 1] == "@":
            continue
        kind = capitals.get(word) if word not in known else known[word]
        shouted = word not in known and kind
        named = shouted or tokens.tag[i].startswith("NNP") or _as_surname(tokens, i, surnames | called)
        if kind and named and word not in _CALENDAR:
            found.append(make(tokens, i, i + 1, kind, REPEATED))
    return found


def _as_surname(tokens: Tokens, i: int, surnames: set[str]) -> bool:
    """A surname that is also a word ("Jobs", "Rice"): within a sentence, or first before a verb in the past."""
    if tokens.word[i] not in surnames or not tokens.tag[i].startswith("NN"):
        return False
    sentence = tokens.sentences[tokens.sentence[i]]
    after = tokens.tag[i + 1] if i + 1 < sentence.last else ""
    return (i > sentence.first and sentence.part != "headline") or after in {"VBD", "VBZ", "MD", "POS"}


def bracketed_acronyms(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Make the acronym in "Long Name (LN)" a name, and mend the long name that it abbreviates.

    The long name is the shortest run of words before the bracket whose capitals spell the acronym, after
    Schwartz and Hearst (2003).
    """
    by_token = {token: name for name in names for token in range(name.first, name.last)}
    added = []
    for i, word in enumerate(tokens.word[1:-1], start=1):
        acronym = word.replace(".", "")
        if tokens.word[i - 1] not in "([" or tokens.word[i + 1] not in ")]" or not acronym.isupper():
            continue
        first = _spelled_from(tokens, i - 1, acronym) if 2 <= len(acronym) <= 10 else -1
        if first < 0:
            continue
        full = by_token.get(first) or by_token.get(i - 2)
        kind = full.kind if full and full.kind in {"ORG", "MISC"} else "ORG"
        if tokens.word[first + 1 : i - 1]:
            added.append(make(tokens, first, i - 1, kind, ACRONYM))
        added.append(make(tokens, i, i + 1, kind, ACRONYM))
    return without_overlap(added + names) if added else names


def _spelled_from(tokens: Tokens, end: int, acronym: str) -> int:
    """Find the first word of the name before token end whose capitals spell the acronym; -1 if none."""
    begin = max(tokens.sentences[tokens.sentence[end]].first, end - 2 * len(acronym) - 4)
    for first in range(end - 1, begin - 1, -1):
        if tokens.tag[first] in {"VBD", "VBZ", "VBP", "MD", ",", ".", ":"} and first < end - 1:
            return -1
        text = tokens.text[tokens.start[first] : tokens.end[end - 1]]
        if tokens.word[first][:1] == acronym[0] and acronym in initials(text):
            return first
    return -1


def _is_money(tokens: Tokens, last: int) -> bool:
    """ "US" of "US$299" is a currency."""
    return last < len(tokens) and tokens.word[last][:1] == "$" and tokens.start[last] == tokens.end[last - 1]
