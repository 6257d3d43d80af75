"""Who says it and in which words: the subject that grammar gives a cue, and the cue's verb group."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.hanging import heads_above, stands_as
from dateline.grammar.phrases import Phrases, head_word, trim
from dateline.language import Tokens
from dateline.quotes.attribution import Span
from dateline.quotes.cues import cue_of
from dateline.quotes.nounphrases import apposition_end, subject_beside

SUBJECTS = (rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.CLAUSE_AS_SUBJECT, rel.OUTER_SUBJECT)
# Verbs that only colour the cue below them: "appeared to suggest", "went on to say".
_CHAINS = """
    appear attempt begin come continue dare decide fail get go happen have hasten keep manage need prefer
    proceed rush start stop tend try use want wish
"""
CHAINS = frozenset(_CHAINS.split())
_FINITE = ("VBD", "VBZ", "VBP")
TOLD = frozenset(("tell", "inform", "remind", "assure", "notify", "reassure", "brief", "warn"))
_AUXILIARIES = frozenset((rel.AUXILIARY, rel.PASSIVE_AUXILIARY, rel.ADVERB, rel.COPULA))
_RELATIVE = frozenset(("WP", "WDT", "WP$"))


def source_of(tokens: Tokens, phrases: Phrases, verb: int, passive: bool) -> tuple[Span | None, int]:
    """Find who says it: the source's span and the word that stands for the speaker, (None, -1) if nobody.

    The heads decide, unless a finite verb has a noun phrase right beside it that they leave out.
    """
    source, speaker = _by_heads(tokens, phrases, verb, passive)
    if source is not None and source[0] >= source[1]:  # "was described by", and the text ends
        source, speaker = None, -1
    if passive or tokens.tag[verb] not in _FINITE:
        return source, speaker
    cue = cue_span(tokens, phrases, verb)
    beside, inverted = subject_beside(tokens, cue)
    if tokens.lemma[verb].lower() in TOLD and (inverted or (source and source[0] >= cue[1])):
        return None, -1  # "told Reuters": whoever is told does not speak
    if beside is None:
        return source, speaker
    stop = tokens.sentences[tokens.sentence[verb]].last
    if source is None or not _overlap(source, beside):
        far = source is None or not inverted or _marks_between(tokens, source[1], cue[0])
        if not far:
            return source, speaker
        source, speaker = beside, head_word(tokens, *beside)
    elif not inverted:
        inserted = tokens.word[beside[0] - 1] == "," and tokens.word[min(cue[1], stop - 1)] == ","
        first = beside[0] if inserted and source[0] < beside[0] else min(source[0], beside[0])
        source = (first, max(source[1], beside[1]))
        speaker = speaker if first <= speaker else head_word(tokens, *beside)
    elif source[0] >= cue[1]:
        source = (min(source[0], beside[0]), max(source[1], beside[1]))
        speaker = last_name_of(tokens, *beside)
    if inverted:
        source = (source[0], apposition_end(tokens, source[1], stop))
    return trim(tokens, *source), speaker


def last_name_of(tokens: Tokens, first: int, last: int) -> int:
    """Give the word that stands for who is named in a noun phrase: the last of a name at its end, else its head.

    In "Clinton adviser Paul Hall" and in "teacher Sarah Clark" the name at the end is meant.
    """
    if tokens.tag[last - 1] in ("NNP", "NNPS") and not any(
        tokens.tag[word] == "CC" or tokens.word[word] == "," for word in range(first, last)
    ):
        return last - 1
    return head_word(tokens, first, last)


def _marks_between(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a quotation mark stands between two places."""
    return any(tokens.tag[word] in ("``", "''") for word in range(max(first, last - 3), last))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _by_heads(tokens: Tokens, phrases: Phrases, verb: int, passive: bool) -> tuple[Span | None, int]:
    """Find who says it: the source's span and the word that stands for the speaker, (None, -1) if nobody."""
    if passive:
        for child in phrases.dependents(verb):
            if phrases.stands_as(child, rel.AGENT) or (
                phrases.stands_as(child, rel.OBLIQUE) and tokens.word[phrases.first[child]].lower() == "by"
            ):
                first = phrases.first[child]
                first += tokens.word[first].lower() == "by"
                return trim(tokens, first, phrases.last[child]), child
        return None, -1
    verb = _reporter(tokens, verb)
    for climbed in range(12):  # clauses above the cue that may lend it their subject
        for child in phrases.dependents(verb):
            if phrases.stands_as(child, *SUBJECTS):
                return _source_span(tokens, phrases, verb, child)
        if climbed and tokens.tag[verb] in _FINITE:
            beside, inverted = subject_beside(tokens, cue_span(tokens, phrases, verb))
            if beside and not inverted:
                return beside, head_word(tokens, *beside)
        relation, head = phrases.relation(verb), phrases.governor(verb)
        if head < 0:
            break
        if relation == rel.ADNOMINAL_CLAUSE and tokens.tag[verb] in ("VBG", "VB"):
            return noun_span(tokens, phrases, head, verb), head
        if relation not in (
            rel.CONJUNCT,
            rel.CONTROLLED,
            rel.ADVERBIAL_CLAUSE,
            rel.COMPLEMENT,
            rel.ASIDE,
        ) or (relation == rel.COMPLEMENT and tokens.tag[verb] not in ("VBG", "VB")):
            break
        if relation == rel.CONTROLLED:
            owner = [c for c in phrases.kids(head, *rel.OBJECTS) if c < verb]
            if owner:
                return noun_span(tokens, phrases, owner[0], verb), owner[0]
        verb = head
    return None, -1


def _reporter(tokens: Tokens, verb: int) -> int:
    """Find the verb of saying that ", adding that ..." goes on with, above the clause it hangs in."""
    if tokens.tag[verb] != "VBG" or verb == 0 or tokens.word[verb - 1] != ",":
        return verb
    below = verb
    for head in heads_above(tokens, verb, 6):
        entry = cue_of(tokens.lemma[head].lower(), tokens.tag[head])
        if stands_as(tokens, below, rel.COMPLEMENT) and entry and "quote" in entry.frames and head < verb:
            return head
        below = head
    return verb


def _source_span(tokens: Tokens, phrases: Phrases, verb: int, subject: int) -> tuple[Span | None, int]:
    """Give a subject's span; for "who said" the speaker is the noun that the clause describes."""
    if tokens.word[subject].lower() in ("it", "there") and tokens.lemma[verb] in ("seem", "appear"):
        return None, -1
    first, last = noun_span(tokens, phrases, subject, verb)
    speaker = subject
    if tokens.tag[subject] in _RELATIVE and phrases.relation(verb).startswith(rel.ADNOMINAL_CLAUSE):
        speaker = phrases.governor(verb)
    return trim(tokens, first, last), speaker


def noun_span(tokens: Tokens, phrases: Phrases, noun: int, verb: int) -> Span:
    """Span a noun phrase, short of the cue when the cue hangs below the noun."""
    first, last = phrases.first[noun], phrases.last[noun]
    if first <= verb < last:
        if noun < verb:
            last = min(last, phrases.first[verb]) if phrases.first[verb] > noun else verb
        else:
            first = max(first, min(phrases.last[verb], noun))
    return trim(tokens, first, last)


def cue_span(tokens: Tokens, phrases: Phrases, verb: int) -> Span:
    """Span the verb group: auxiliaries, negation, adverbs beside it, its particle and the verbs above it."""
    first, last = verb, verb + 1
    top = verb
    while (
        phrases.stands_as(top, rel.CONTROLLED)
        and not phrases.is_root(top)
        and phrases.governor(top) < first
        and tokens.lemma[phrases.governor(top)].lower() in CHAINS
        and first - phrases.governor(top) <= 3
    ):
        top = first = phrases.governor(top)
    group = {verb, top}
    while first > 0 and tokens.sentence[first - 1] == tokens.sentence[verb]:
        place = first - 1
        if (
            phrases.governor(place) in group
            and (phrases.stands_as(place, *_AUXILIARIES) or tokens.tag[place] == "TO")
            and tokens.tag[place] not in ("WRB",)
            and phrases.first[place] == place
        ):
            first = place
        else:
            break
    if last < len(tokens) and phrases.governor(last, rel.PARTICLE) == verb:
        last += 1
    return first, last


def is_passive(tokens: Tokens, phrases: Phrases, verb: int) -> bool:
    """Tell "was criticized" and "criticized by" from the active."""
    if tokens.tag[verb] != "VBN":
        return False
    relations = {phrases.relation(child) for child in phrases.dependents(verb)}
    if rel.AUXILIARY in relations and rel.PASSIVE_AUXILIARY not in relations:
        return False
    if relations & {rel.PASSIVE_AUXILIARY, rel.PASSIVE_SUBJECT, rel.AGENT, rel.CLAUSE_AS_PASSIVE_SUBJECT}:
        return True
    return phrases.stands_as(verb, rel.ADNOMINAL_CLAUSE, rel.ADJECTIVE)
