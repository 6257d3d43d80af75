"""Who says it and in which words: the subject that grammar gives a cue, and the cue's verb group."""

from __future__ import annotations

from dateline.grammar import relations as rel
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
        for child in phrases.children[verb]:
            if tokens.relation[child] == rel.AGENT or (
                tokens.relation[child] == rel.OBLIQUE and tokens.word[phrases.first[child]].lower() == "by"
            ):
                first = phrases.first[child]
                first += tokens.word[first].lower() == "by"
                return trim(tokens, first, phrases.last[child]), child
        return None, -1
    verb = _reporter(tokens, verb)
    for climbed in range(12):  # clauses above the cue that may lend it their subject
        for child in phrases.children[verb]:
            if tokens.relation[child] in SUBJECTS:
                return _source_span(tokens, phrases, verb, child)
        if climbed and tokens.tag[verb] in _FINITE:
            beside, inverted = subject_beside(tokens, cue_span(tokens, phrases, verb))
            if beside and not inverted:
                return beside, head_word(tokens, *beside)
        relation, head = tokens.relation[verb], tokens.head[verb]
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
            owner = [c for c in phrases.children[head] if tokens.relation[c] in rel.OBJECTS and c < verb]
            if owner:
                return noun_span(tokens, phrases, owner[0], verb), owner[0]
        verb = head
    return None, -1


def _reporter(tokens: Tokens, verb: int) -> int:
    """Find the verb of saying that ", adding that ..." goes on with, above the clause it hangs in."""
    if tokens.tag[verb] != "VBG" or verb == 0 or tokens.word[verb - 1] != ",":
        return verb
    above = verb
    for _ in range(6):
        relation, above = tokens.relation[above], tokens.head[above]
        if above < 0:
            return verb
        entry = cue_of(tokens.lemma[above].lower(), tokens.tag[above])
        if relation == rel.COMPLEMENT and entry and "quote" in entry.frames and above < verb:
            return above
    return verb


def _source_span(tokens: Tokens, phrases: Phrases, verb: int, subject: int) -> tuple[Span | None, int]:
    """Give a subject's span; for "who said" the speaker is the noun that the clause describes."""
    if tokens.word[subject].lower() in ("it", "there") and tokens.lemma[verb] in ("seem", "appear"):
        return None, -1
    first, last = noun_span(tokens, phrases, subject, verb)
    speaker = subject
    if tokens.tag[subject] in _RELATIVE and tokens.relation[verb].startswith(rel.ADNOMINAL_CLAUSE):
        speaker = tokens.head[verb]
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
        tokens.relation[top] == rel.CONTROLLED
        and tokens.head[top] >= 0
        and tokens.head[top] < first
        and tokens.lemma[tokens.head[top]].lower() in CHAINS
        and first - tokens.head[top] <= 3
    ):
        top = first = tokens.head[top]
    group = {verb, top}
    while first > 0 and tokens.sentence[first - 1] == tokens.sentence[verb]:
        place = first - 1
        if (
            tokens.head[place] in group
            and (tokens.relation[place] in _AUXILIARIES or tokens.tag[place] == "TO")
            and tokens.tag[place] not in ("WRB",)
            and phrases.first[place] == place
        ):
            first = place
        else:
            break
    if last < len(tokens) and tokens.relation[last] == rel.PARTICLE and tokens.head[last] == verb:
        last += 1
    return first, last


def is_passive(tokens: Tokens, phrases: Phrases, verb: int) -> bool:
    """Tell "was criticized" and "criticized by" from the active."""
    if tokens.tag[verb] != "VBN":
        return False
    relations = {tokens.relation[child] for child in phrases.children[verb]}
    if rel.AUXILIARY in relations and rel.PASSIVE_AUXILIARY not in relations:
        return False
    if relations & {rel.PASSIVE_AUXILIARY, rel.PASSIVE_SUBJECT, rel.AGENT, rel.CLAUSE_AS_PASSIVE_SUBJECT}:
        return True
    return tokens.relation[verb] in (rel.ADNOMINAL_CLAUSE, rel.ADJECTIVE)
