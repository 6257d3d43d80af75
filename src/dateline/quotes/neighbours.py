"""Whom the sentence beside a free-standing quotation is about.

"John Miller, 54, lost his home. “I saw the water come.”": the person told of right before speaks, as the
subject ("Sarah Clark shook her head"), as the topic in front ("For nurse Mira Sand, the end was near") or as
the only person named.
"""

from __future__ import annotations

from bisect import bisect_left

from dateline.grammar.phrases import trim
from dateline.knowledge.nouns import role_words
from dateline.language import Tokens
from dateline.quotes.attribution import Span
from dateline.quotes.nounphrases import FINITE, NOMINAL
from dateline.quotes.sources import source_nouns
from dateline.quotes.subjects import last_name_of

_TOPICS = frozenset(("for", "to", "among", "like"))
_JOINING = frozenset(("of", "for", "at", "in", "from"))
_PERSONAL = frozenset(("he", "she"))
_LONGEST = 60  # words of a sentence that are looked through


def person_of(tokens: Tokens, number: int, quoted: bytearray | None = None) -> tuple[Span, int] | None:
    """Find the person a sentence is about: the phrase and the word that stands for the person, None if nobody.

    Parameters
    ----------
    tokens : Tokens
    number : int
        Of the sentence.
    quoted : bytearray, optional
        Marks the words in quotation marks; a sentence that holds some is about what is said in it.
    """
    sentence = tokens.sentences[number]
    first, last = sentence.first, min(sentence.last, sentence.first + _LONGEST)
    if first >= last or (quoted is not None and any(quoted[first:last])):
        return None
    return _in_front(tokens, first, last) or _only_person(tokens, first, last)


def _in_front(tokens: Tokens, first: int, last: int) -> tuple[Span, int] | None:
    """Read the noun phrase that opens a sentence, or that "for" opens it with."""
    begin = first + (tokens.word[first].lower() in _TOPICS)
    end = begin
    while end < last and (
        tokens.tag[end] in NOMINAL
        or (
            tokens.word[end].lower() in _JOINING
            and end > begin
            and tokens.tag[min(end + 1, last - 1)] in NOMINAL
        )
    ):
        end += 1
    if end in (begin, last):
        return None
    if tokens.word[begin].lower() in _PERSONAL and end == begin + 1:
        return (begin, end), begin
    appended = begin == first and tokens.word[end] == ","
    opens = (
        tokens.tag[end] in FINITE or tokens.word[end] in (",", "(") or tokens.tag[end] in ("RB", "WP", "VBN")
    )
    if not opens:
        return None
    core = _core(tokens, begin, end)
    if _names_person(tokens, *core):
        return trim(tokens, begin, end), last_name_of(tokens, *core)
    if appended:  # "The mayor, John Miller, smiled."
        stop = next((word for word in range(end + 1, last) if tokens.word[word] == ","), end)
        nominal = end + 1 < stop and all(tokens.tag[word] in NOMINAL for word in range(end + 1, stop))
        if nominal and _names_person(tokens, end + 1, stop):
            return (begin, stop), last_name_of(tokens, end + 1, stop)
    word = core[1] - 1
    lemma = tokens.lemma[word].lower()
    if tokens.tag[word] == "NN" and (lemma in role_words() or source_nouns().get(lemma) == "people"):
        return trim(tokens, begin, end), word
    return None


def _core(tokens: Tokens, first: int, last: int) -> Span:
    """End a noun phrase before "of", "for", "at": the name or role that it turns on."""
    for word in range(first + 1, last):
        if tokens.word[word].lower() in _JOINING:
            return first, word
    return first, last


def _names_person(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a noun phrase ends with the name of one person."""
    if any(tokens.tag[word] in ("CC", "POS") for word in range(first, last)):
        return False
    at = bisect_left(tokens.names, last, key=lambda name: name.last)
    return (
        at < len(tokens.names)
        and tokens.names[at].last == last
        and (tokens.names[at].kind == "PERSON" and tokens.names[at].first >= first)
    )


def _only_person(tokens: Tokens, first: int, last: int) -> tuple[Span, int] | None:
    """Take the person of a sentence that names just one."""
    at = bisect_left(tokens.names, first, key=lambda name: name.first)
    persons = []
    while at < len(tokens.names) and tokens.names[at].first < last:
        if tokens.names[at].kind == "PERSON":
            persons.append(tokens.names[at])
        at += 1
    if len(persons) != 1:
        return None
    return (persons[0].first, persons[0].last), persons[0].last - 1
