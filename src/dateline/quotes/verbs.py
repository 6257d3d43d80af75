"""Reported speech by cue verbs, from the heads.

A cue verb's subject is the source and its clause, infinitive, object or prepositional phrase the content;
passives, relative clauses, participles ("..., adding that") and infinitives ("refused to say") take the
subject from where grammar leaves it.
"""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.phrases import Phrases, head_word, trim
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution, Span
from dateline.quotes.contents import clause_start, completed, content_of, has_words, participle_end
from dateline.quotes.cues import UNSPOKEN, Cue, cue_of, lexicon
from dateline.quotes.deeds import is_deed
from dateline.quotes.subjects import cue_span, is_passive, source_of

_CUE_PREPOSITIONS = frozenset(("about", "on", "for", "of", "against", "with", "by"))

_MARKS = frozenset(("“", '"', "``", "‘", "'"))
_INTENDING = frozenset(("aim", "intend", "plan", "prepare"))
_RULES = {"that": "clause", "to": "infinitive", "object": "object", "raising": "seeming"}


def by_verbs(tokens: Tokens, phrases: Phrases) -> list[Attribution]:
    """Find every attribution by a verb that the heads show, in order of the cue."""
    found = []
    for word in range(len(tokens)):
        if tokens.tag[word][:1] == "V":
            entry = verb_entry(tokens, phrases, word)
            attribution = _from_verb(tokens, phrases, word, entry) if entry else None
            if attribution:
                found.append(attribution)
    return found


def verb_entry(tokens: Tokens, phrases: Phrases, verb: int) -> Cue | None:
    """Look up a verb, with its particle first ("point out")."""
    lemma = tokens.lemma[verb].lower()
    for child in phrases.dependents(verb):
        if phrases.stands_as(child, rel.PARTICLE):
            entry = lexicon().get((f"{lemma} {tokens.word[child].lower()}", "verb"))
            if entry:
                return entry
    return cue_of(lemma, "V")


def _unsaid(tokens: Tokens, phrases: Phrases, verb: int, entry: Cue, contents: list[Span]) -> bool:
    """Tell what is yet to be said: "plans to announce a deal" tells neither the deal nor that it is said."""
    head = phrases.governor(verb)
    if phrases.stands_as(verb, rel.CONTROLLED) and head >= 0 and tokens.lemma[head].lower() in _INTENDING:
        return entry.group not in UNSPOKEN
    if tokens.lemma[verb].lower() not in _INTENDING:
        return False
    below = head_word(tokens, *contents[-1])
    told = verb_entry(tokens, phrases, below) if below >= 0 and tokens.tag[below] == "VB" else None
    return told is not None and told.group not in UNSPOKEN


def _done(tokens: Tokens, phrases: Phrases, verb: int, passive: bool, contents: list[Span]) -> bool:
    """Tell "called a taxi", "was called off", "was admitted to hospital" from "called the plan a trap"."""
    lemma = tokens.lemma[verb].lower()
    if lemma == "admit":
        return passive
    if lemma == "call" and phrases.kids(verb, rel.PARTICLE):
        return True  # off, up, in
    named = bool(phrases.kids(verb, rel.CONTROLLED, rel.OBLIQUE, rel.COMPLEMENT))
    marked = any(tokens.word[word] in _MARKS for first, last in contents for word in range(first, last))
    return lemma == "call" and not passive and not named and not marked


def _from_verb(tokens: Tokens, phrases: Phrases, verb: int, entry: Cue) -> Attribution | None:
    """Read a cue verb's content and source, or nothing when it has no content of a kind it takes."""
    passive = is_passive(tokens, phrases, verb)
    frame, contents, preposition = content_of(tokens, phrases, verb, entry, passive)
    if not contents:
        return None
    source, speaker = (None, -1) if frame == "raising" else source_of(tokens, phrases, verb, passive)
    if entry.group in UNSPOKEN and not passive:
        pronoun = frame == "object" and tokens.tag[contents[-1][1] - 1] == "PRP"
        if pronoun or (source is None and entry.group not in ("seem", "expect")):
            return None
    if frame == "object" and is_deed(tokens, verb, speaker, head_word(tokens, *contents[-1]), contents[-1]):
        return None
    if frame == "object" and _done(tokens, phrases, verb, passive, contents):
        return None
    if _unsaid(tokens, phrases, verb, entry, contents):
        return None
    cue = cue_span(tokens, phrases, verb)
    if preposition == cue[1]:
        cue = (cue[0], preposition + 1)
    contents = [(first, participle_end(tokens, first, last)) for first, last in contents]
    if frame == "that":
        contents = completed(tokens, phrases, cue, source, contents)
    contents = [
        (clause_start(tokens, first, last) if frame == "that" and 0 <= first - cue[1] <= 1 else first, last)
        for first, last in contents
    ]
    contents = [span for span in (trim(tokens, *span) for span in contents) if has_words(tokens, *span)]
    if not contents:
        return None
    first, last = contents[0]
    if last - first > 2 and tokens.word[first].lower() == "it" and tokens.word[first + 1] in (",", ":"):
        contents[0] = trim(tokens, first + 1, last)  # as she put it, ...
    if last - first > 1 and first == cue[1] and tokens.word[cue[1]].lower() in _CUE_PREPOSITIONS:
        cue, contents[0] = (cue[0], cue[1] + 1), (contents[0][0] + 1, contents[0][1])
    rule = _RULES.get(frame, "preposition")
    return Attribution(verb, cue, source, speaker, contents, entry.group, entry.stance, frame, rule)
