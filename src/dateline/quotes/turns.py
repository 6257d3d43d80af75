"""Who says it right behind a quotation, read off the order of words.

Two turns cover nearly all of news: “...,” said X (an apposition), and “...,” X (an insertion) said. Heads are
often wrong here, as a quotation is no part of an ordinary clause; the order of words is not. A verb that no
lexicon has (“...,” enthused the mayor) speaks too where it takes such a turn.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.grammar.phrases import Phrases, trim
from dateline.grammar.words import WordClass
from dateline.language import Tokens
from dateline.quotes.attribution import Span
from dateline.quotes.nounphrases import FINITE, NOMINAL, TIMES, apposition_end, temporal
from dateline.quotes.subjects import TOLD, last_name_of
from dateline.quotes.verbs import verb_entry

REACH = 40  # words between a quotation and its cue
_JOINING = WordClass("preposition", also=("from", "with", "and", "&"))
_OPENERS = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-", "--": "--"}
_AUXILIARIES = frozenset(("have", "would", "will", "do"))
_NO_SPEECH = frozenset(("be", "have", "do", "release", "direct", "star", "win", "open", "publish", "produce"))
_MOST_ADVERBS = 3


class Turn(NamedTuple):
    """The verb that speaks, its group of words, the speaker's phrase and the word that stands for it."""

    verb: int
    cue: Span
    source: Span
    speaker: int


def turn_after(
    tokens: Tokens, phrases: Phrases, inside: bytearray, first: int, utterance: bool
) -> Turn | None:
    """Read the turn that begins at word `first`, right behind a quotation; None if there is none.

    `inside` marks words in quotation marks; `utterance` says that the quotation reads like a sentence, so that
    a verb without an entry is taken to speak.
    """
    stop = _line_end(tokens, inside, first)
    if first >= stop:
        return None
    verb = _verb_from(tokens, first, stop)
    if verb is not None:
        return _inverted(tokens, phrases, first, verb, stop, utterance)
    return _straight(tokens, phrases, first, stop, utterance)


def _line_end(tokens: Tokens, inside: bytearray, first: int) -> int:
    """Bound the turn: the end of its line or sentence, or the next quotation."""
    for word in range(first, min(len(tokens), first + REACH)):
        if inside[word] or "\n" in tokens.text[tokens.end[word - 1] : tokens.start[word]]:
            return word
        if tokens.word[word] in (".", "!", "?", ";", ":"):
            return word
    return min(len(tokens), first + REACH)


def _verb_from(tokens: Tokens, first: int, stop: int) -> int | None:
    """Find the finite verb that begins at a word, adverbs and auxiliaries aside."""
    for word in range(first, min(stop, first + _MOST_ADVERBS)):
        tag = tokens.tag[word]
        helping = tokens.lemma[word].lower() in _AUXILIARIES and word + 1 < stop
        if tag in ("VBD", "VBZ", "VBP", "VBN") and not (helping and tokens.tag[word + 1][:1] in "VR"):
            return word
        if tag != "RB" and tag not in FINITE:
            return None
    return None


def _speaks(tokens: Tokens, phrases: Phrases, verb: int, utterance: bool, closes: bool) -> bool:
    """Tell whether a verb in this place speaks: by the lexicon, or for a sentence in marks by its place alone."""
    entry = verb_entry(tokens, phrases, verb)
    if entry is not None and "quote" in entry.frames:
        return True
    past = tokens.tag[verb] in ("VBD", "VBN", "VBZ") and tokens.lemma[verb].lower() not in _NO_SPEECH
    return entry is None and utterance and closes and past


def _inverted(
    tokens: Tokens, phrases: Phrases, first: int, verb: int, stop: int, utterance: bool
) -> Turn | None:
    """Read "said X", "said teacher X", "said X, a lawyer, ..."; whoever is told something does not speak."""
    begin = last = verb + 1
    while last < stop and (
        tokens.tag[last] in NOMINAL or _joins(tokens, last, stop) or _is_role(tokens, last, stop)
    ):
        if tokens.word[last].lower() in TIMES and tokens.word[last - 1].lower() not in ("of", "for"):
            break
        last += 1
    if last == begin or tokens.lemma[verb].lower() in TOLD or temporal(tokens, begin, last):
        return None
    if not _speaks(tokens, phrases, verb, utterance, True):
        return None
    core = (begin, _core_end(tokens, begin, last))
    source = trim(tokens, begin, apposition_end(tokens, last, stop))
    return Turn(verb, (first, verb + 1), source, last_name_of(tokens, *core))


def _straight(tokens: Tokens, phrases: Phrases, first: int, stop: int, utterance: bool) -> Turn | None:
    """Read "X said", "X, 54, said", "X, who lives there, told reporters"."""
    if tokens.tag[first] not in NOMINAL:
        return None
    last = first
    while last < stop and (tokens.tag[last] in NOMINAL or _joins(tokens, last, stop)):
        last += 1
    speaker = last_name_of(tokens, first, _core_end(tokens, first, last))
    for at in _ends(tokens, last, stop):
        verb = _verb_from(tokens, at, stop)
        if verb is None:
            continue
        closes = verb + 1 >= stop or tokens.word[verb + 1] in (",", "in", "on", "at", "after", "during")
        if _speaks(tokens, phrases, verb, utterance, closes):
            return Turn(verb, (at, verb + 1), trim(tokens, first, at), speaker)
        if at == last:
            return None
    return None


def _ends(tokens: Tokens, last: int, stop: int) -> list[int]:
    """List where the speaker's phrase can end: at once, or behind a comma or bracket that closes an insertion."""
    if last >= stop or tokens.word[last] not in _OPENERS:
        return [last]
    closer = _OPENERS[tokens.word[last]]
    return [at + 1 for at in range(last + 1, stop) if tokens.word[at] in (closer, ",")]


def _is_role(tokens: Tokens, word: int, stop: int) -> bool:
    """Tell the role of "said widow Jane Porter" whatever its tag: a small word right before a name."""
    named = word + 1 < stop and tokens.tag[word + 1] == "NNP"
    return named and tokens.tag[word] in ("VBD", "VBP", "VB", "RB", "FW") and tokens.word[word].islower()


def _joins(tokens: Tokens, word: int, stop: int) -> bool:
    """Tell the "of" of "the mayor of Derby" from a word that ends a noun phrase."""
    return tokens.word[word].lower() in _JOINING and word + 1 < stop and tokens.tag[word + 1] in NOMINAL


def _core_end(tokens: Tokens, first: int, last: int) -> int:
    """End the part of a noun phrase that names the speaker: before "of", "for", "at"."""
    for word in range(first + 1, last):
        if tokens.word[word].lower() in _JOINING - {"and", "&"}:
            return word
    return last
