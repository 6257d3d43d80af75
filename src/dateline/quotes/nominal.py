"""Attributions that turn on a noun or an adjective: "Kiev's claim that ...", "she is confident that ..."."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.phrases import Phrases, trim
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution
from dateline.quotes.cues import Cue, cue_of
from dateline.quotes.nounphrases import TIMES
from dateline.quotes.subjects import cue_span, source_of

_LIGHT = frozenset(
    ("express", "face", "give", "have", "hold", "issue", "make", "offer", "raise", "repeat", "voice", "share")
)
_AGENTS = frozenset(("by", "from", "among"))
Span = tuple[int, int]


def nominal(tokens: Tokens, phrases: Phrases) -> list[Attribution]:
    """Find the attributions of cue nouns and predicative cue adjectives."""
    found = []
    for word, tag in enumerate(tokens.tag):
        part = tag[:2]
        if part not in ("NN", "JJ", "VB"):
            continue
        entry = cue_of(tokens.lemma[word].lower(), "J" if part == "VB" else tag)
        if entry is None:
            continue
        if part == "NN":
            attribution = _noun(tokens, phrases, word, entry)
        else:
            attribution = _adjective(tokens, phrases, word, entry)
        if attribution is not None:
            found.append(attribution)
    return found


def _content(
    tokens: Tokens, phrases: Phrases, word: int, entry: Cue, nominal_preposition: str
) -> tuple[str, list[Span], int]:
    """Find the clause, infinitive or prepositional phrase that says what: frame, spans, preposition."""
    for child in phrases.dependents(word):
        if child <= word:
            continue
        first, last = phrases.first[child], phrases.last[child]
        relation = phrases.relation(child)
        opener = tokens.word[first].lower()
        clause = relation in (
            rel.ADNOMINAL_CLAUSE,
            rel.COMPLEMENT,
            rel.ADVERBIAL_CLAUSE,
            rel.CONTROLLED,
            rel.CLAUSE_AS_SUBJECT,
        )
        if clause or (relation == rel.RELATIVE_CLAUSE and phrases.stands_as(first, rel.MARKER)):
            if opener in ("that", "whether", "if", "how", "why", "what") and "that" in entry.frames:
                return "that", [(first, last)], -1
            if relation == rel.COMPLEMENT and "that" in entry.frames:
                return "that", [(first, last)], -1
            if opener == "to" and "to" in entry.frames:
                return "to", [(first, last)], -1
        oblique = relation in (
            nominal_preposition,
            rel.ADNOMINAL_CLAUSE,
            rel.ADVERBIAL_CLAUSE,
            rel.OBLIQUE,
            rel.NOUN_MODIFIER,
        )
        dated = tokens.word[child].lower() in TIMES
        if oblique and opener in entry.frames and opener != "to" and first + 1 < last and not dated:
            return opener, [(first + 1, last)], first
    return "", [], -1


def _noun(tokens: Tokens, phrases: Phrases, noun: int, entry: Cue) -> Attribution | None:
    """Read "X's claim that ...", "a report by X that ...", "X made the claim that ..."."""
    frame, contents, preposition = _content(tokens, phrases, noun, entry, rel.NOUN_MODIFIER)
    if not contents:
        return None
    source, speaker, cue = None, -1, (noun, noun + 1)
    for child in phrases.dependents(noun):
        relation = phrases.relation(child)
        if relation == rel.POSSESSOR:
            source, speaker = (phrases.first[child], phrases.last[child]), child
        elif relation == rel.NOUN_MODIFIER and _is_agent(tokens, phrases.first[child], preposition):
            source, speaker = (phrases.first[child] + 1, phrases.last[child]), child
    head = phrases.governor(noun)
    if (
        source is None
        and phrases.stands_as(noun, rel.OBJECT)
        and tokens.lemma[head].lower() in _LIGHT
        and head < noun
    ):
        source, speaker = source_of(tokens, phrases, head, False)
        cue = (cue_span(tokens, phrases, head)[0], noun + 1)
    if source is None and frame != "that":
        return None
    if preposition == cue[1]:
        cue = (cue[0], preposition + 1)
    if source is not None:
        source = trim(tokens, *source)
        if source[0] >= source[1]:
            source, speaker = None, -1
    return _made(tokens, noun, cue, source, speaker, contents, entry, frame)


def _is_agent(tokens: Tokens, opener: int, preposition: int) -> bool:
    """Tell "a report by X" from the content's own preposition."""
    return opener != preposition and tokens.word[opener].lower() in _AGENTS


def _adjective(tokens: Tokens, phrases: Phrases, word: int, entry: Cue) -> Attribution | None:
    """Read "X is confident that ..." and "X, worried about ..."."""
    relations = {phrases.relation(child): child for child in phrases.dependents(word)}
    subject = relations.get(rel.SUBJECT, relations.get(rel.PASSIVE_SUBJECT))
    if subject is None and not phrases.stands_as(
        word, rel.CONTROLLED, rel.CONJUNCT, rel.ADVERBIAL_CLAUSE, rel.ADNOMINAL_CLAUSE
    ):
        return None
    frame, contents, preposition = _content(tokens, phrases, word, entry, rel.OBLIQUE)
    if not contents:
        return None
    source, speaker = source_of(tokens, phrases, word, False)
    if source and tokens.word[source[0]].lower() in ("it", "there"):
        source, speaker = None, -1
    cue = cue_span(tokens, phrases, word)
    if preposition == cue[1]:
        cue = (cue[0], preposition + 1)
    return _made(tokens, word, cue, source, speaker, contents, entry, frame)


def _made(
    tokens: Tokens,
    word: int,
    cue: Span,
    source: Span | None,
    speaker: int,
    contents: list[Span],
    entry: Cue,
    frame: str,
) -> Attribution | None:
    contents = [span for span in (trim(tokens, *span) for span in contents) if span[0] < span[1]]
    if not contents:
        return None
    return Attribution(word, cue, source, speaker, contents, entry.group, entry.stance, frame, entry.part)
