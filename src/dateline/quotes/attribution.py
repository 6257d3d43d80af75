"""Reported speech from the heads: the cue, who says it, and what is said.

A cue verb's subject is the source and its clause, infinitive, object or prepositional phrase the content;
passives, relative clauses, participles ("..., adding that") and infinitives ("refused to say") take the
subject from where grammar leaves it.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.language import Tokens
from dateline.quotes.cues import UNSPOKEN, Cue, cue_of, lexicon
from dateline.quotes.nounphrases import NOMINAL, apposition_end, subject_beside
from dateline.quotes.phrases import Phrases, head_word, trim

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
# Verbs that only colour the cue below them: "appeared to suggest", "went on to say".
_CHAINS = """
    appear attempt begin come continue dare decide fail get go happen have hasten keep manage need prefer
    proceed rush start stop tend try use want wish
"""
CHAINS = frozenset(_CHAINS.split())
_AUXILIARIES = frozenset(("aux", "aux:pass", "advmod", "cop"))
_CUE_PREPOSITIONS = frozenset(("about", "on", "for", "of", "against", "with", "by"))
_ADDRESSEE = frozenset(("obj", "iobj", "obl", "nsubj"))
_GAP = 15  # words
_RELATIVE = frozenset(("WP", "WDT", "WP$"))


class Attribution(NamedTuple):
    """What is said, by whom, in which words: spans of tokens [first, last), and the grammar behind them."""

    verb: int  # the cue's head word
    cue: tuple[int, int]
    source: tuple[int, int] | None
    speaker: int  # the word to ask who the source is, -1 when there is none
    contents: list[tuple[int, int]]
    group: str
    stance: str
    frame: str


def reported(tokens: Tokens, phrases: Phrases) -> list[Attribution]:
    """Find every attribution that the heads show, in order of the cue."""
    found = []
    for word in range(len(tokens)):
        tag = tokens.tag[word][:1]
        if tag == "V":
            entry = verb_entry(tokens, phrases, word)
            if entry:
                attribution = _from_verb(tokens, phrases, word, entry)
                if attribution:
                    found.append(attribution)
        elif tokens.word[word].lower() == "according":
            attribution = _according(tokens, phrases, word)
            if attribution:
                found.append(attribution)
    return found


def verb_entry(tokens: Tokens, phrases: Phrases, verb: int) -> Cue | None:
    """Look up a verb, with its particle first ("point out")."""
    lemma = tokens.lemma[verb].lower()
    for child in phrases.children[verb]:
        if tokens.relation[child] == "compound:prt":
            entry = lexicon().get((f"{lemma} {tokens.word[child].lower()}", "verb"))
            if entry:
                return entry
    return cue_of(lemma, "V")


def _from_verb(tokens: Tokens, phrases: Phrases, verb: int, entry: Cue) -> Attribution | None:
    """Read a cue verb's content and source, or nothing when it has no content of a kind it takes."""
    passive = is_passive(tokens, phrases, verb)
    frame, contents, preposition = _content(tokens, phrases, verb, entry, passive)
    if not contents:
        return None
    source, speaker = (None, -1) if frame == "raising" else source_of(tokens, phrases, verb, passive)
    if source is None and not passive and entry.group in UNSPOKEN - {"seem", "expect"}:
        return None
    cue = cue_span(tokens, phrases, verb)
    if preposition == cue[1]:
        cue = (cue[0], preposition + 1)
    if frame == "that":
        contents = _completed(tokens, phrases, cue, source, contents)
    contents = [span for span in (trim(tokens, *span) for span in contents) if _has_words(tokens, *span)]
    if not contents:
        return None
    if contents[0][0] == cue[1] and tokens.word[cue[1]].lower() in _CUE_PREPOSITIONS:
        cue, contents[0] = (cue[0], cue[1] + 1), (contents[0][0] + 1, contents[0][1])
        contents = [span for span in contents if span[0] < span[1]]
    return Attribution(verb, cue, source, speaker, contents, entry.group, entry.stance, frame)


def _completed(
    tokens: Tokens,
    phrases: Phrases,
    cue: tuple[int, int],
    source: tuple[int, int] | None,
    contents: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Add to a clause what a wrong head cuts off: the words between cue and clause, or before ", X said,"."""
    first, last = contents[0]
    gap = range(cue[1], first)
    if 0 < len(gap) <= _GAP and (
        tokens.word[cue[1]].lower() in ("that", "whether", "if")
        or (
            all(tokens.tag[word] in NOMINAL for word in gap)
            and not any(
                tokens.head[word] == cue[1] - 1 and tokens.relation[word] in _ADDRESSEE for word in gap
            )
        )
    ):
        return [(cue[1], last), *contents[1:]]
    lead = min(cue[0], source[0] if source else cue[0]) - 1
    opening = tokens.sentences[tokens.sentence[cue[0]]].first
    inserted = lead > opening and tokens.word[lead] == "," and tokens.word[min(cue[1], first)] == ","
    if inserted and len(contents) == 1 and 0 <= first - cue[1] <= 1:
        return [(opening, lead), *contents]
    return contents


def _has_words(tokens: Tokens, first: int, last: int) -> bool:
    """Leave out contents that are nothing but a relative pronoun."""
    return last - first > 1 or (last > first and tokens.tag[first] not in _RELATIVE)


def is_passive(tokens: Tokens, phrases: Phrases, verb: int) -> bool:
    """Tell "was criticized" and "criticized by" from the active."""
    if tokens.tag[verb] != "VBN":
        return False
    relations = {tokens.relation[child] for child in phrases.children[verb]}
    if "aux" in relations and "aux:pass" not in relations:
        return False
    if relations & {"aux:pass", "nsubj:pass", "obl:agent", "csubj:pass"}:
        return True
    return tokens.relation[verb] in ("acl", "amod")


def _content(
    tokens: Tokens, phrases: Phrases, verb: int, entry: Cue, passive: bool
) -> tuple[str, list[tuple[int, int]], int]:
    """Find what is said: the frame it stands in, its spans, and the preposition that belongs to the cue."""
    frames = entry.frames
    below: dict[str, list[int]] = {}
    for child in phrases.children[verb]:
        below.setdefault(tokens.relation[child], []).append(child)
    spans = [(phrases.first[c], phrases.last[c]) for c in below.get("ccomp", ())]
    if spans and ("that" in frames or "quote" in frames):
        return "that", spans, -1
    if "that" in frames and tokens.relation[verb] == "parataxis" and tokens.head[verb] >= 0:
        spans = _host(tokens, phrases, verb)
        if spans:
            return "that", spans, -1
    subject = [c for relation in ("nsubj:pass", "nsubj") for c in below.get(relation, ())][:1]
    objects = [c for c in below.get("obj", ()) if tokens.tag[c] not in _RELATIVE]
    infinitives = below.get("xcomp", [])
    if "raising" in frames and infinitives:
        parts = [*subject, *infinitives]
        return "raising", [(phrases.first[c], phrases.last[c]) for c in parts], -1
    if infinitives and "to" in frames:
        parts = [*(subject if passive else objects), *infinitives]
        return "to", _spans(phrases, verb, parts), -1
    if "object" in frames:
        parts = subject if passive else objects
        parts = [*parts, *infinitives] if parts else parts
        if parts:
            spans = _spans(phrases, verb, parts)
            return "object", _with_complements(tokens, phrases, below, spans), -1
    for child in below.get("obl", ()):
        case = phrases.first[child]
        preposition = tokens.word[case].lower()
        if preposition in frames and case + 1 < phrases.last[child]:
            return preposition, [(case + 1, phrases.last[child])], case
    return "", [], -1


def _spans(phrases: Phrases, verb: int, parts: list[int]) -> list[tuple[int, int]]:
    """Span the parts of a content: those right of the verb as one stretch."""
    left = [(phrases.first[part], phrases.last[part]) for part in parts if part <= verb]
    right = [part for part in parts if part > verb]
    if right:
        left.append((min(phrases.first[part] for part in right), max(phrases.last[part] for part in right)))
    return left


def _with_complements(
    tokens: Tokens, phrases: Phrases, below: dict[str, list[int]], spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Carry an object on over the phrase right after it ("Kiev" + "of provocations")."""
    first, last = spans[-1]
    for relation in ("obl", "advcl"):
        for child in below.get(relation, ()):
            comma = phrases.first[child] == last + 1 and tokens.word[last] == ","
            opener = tokens.word[phrases.first[child]].lower()
            if (phrases.first[child] == last or comma) and opener in (
                "of",
                "for",
                "as",
                "over",
                "with",
            ):
                last = phrases.last[child]
    return [*spans[:-1], (first, last)]


def _host(tokens: Tokens, phrases: Phrases, verb: int) -> list[tuple[int, int]]:
    """Take the clause that a parenthesis ("..., he said, ...") interrupts or follows, without it."""
    head = tokens.head[verb]
    first, last = phrases.first[head], phrases.last[head]
    inner, outer = phrases.first[verb], phrases.last[verb]
    return [span for span in ((first, min(inner, last)), (max(outer, first), last)) if span[1] > span[0]]


def source_of(
    tokens: Tokens, phrases: Phrases, verb: int, passive: bool
) -> tuple[tuple[int, int] | None, int]:
    """Find who says it: the source's span and the word that stands for the speaker, (None, -1) if nobody.

    The heads decide, unless a finite verb has a noun phrase right beside it that they leave out.
    """
    source, speaker = _by_heads(tokens, phrases, verb, passive)
    if passive or tokens.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return source, speaker
    cue = cue_span(tokens, phrases, verb)
    beside, inverted = subject_beside(tokens, cue)
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
    if inverted:
        source = (source[0], apposition_end(tokens, source[1], stop))
    return trim(tokens, *source), speaker


def _marks_between(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a quotation mark stands between two places."""
    return any(tokens.tag[word] in ("``", "''") for word in range(max(first, last - 3), last))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _by_heads(
    tokens: Tokens, phrases: Phrases, verb: int, passive: bool
) -> tuple[tuple[int, int] | None, int]:
    """Find who says it: the source's span and the word that stands for the speaker, (None, -1) if nobody."""
    if passive:
        for child in phrases.children[verb]:
            if tokens.relation[child] == "obl:agent" or (
                tokens.relation[child] == "obl" and tokens.word[phrases.first[child]].lower() == "by"
            ):
                first = phrases.first[child]
                first += tokens.word[first].lower() == "by"
                return trim(tokens, first, phrases.last[child]), child
        return None, -1
    for _ in range(12):  # clauses above the cue that may lend it their subject
        for child in phrases.children[verb]:
            if tokens.relation[child] in SUBJECTS:
                return _source_span(tokens, phrases, verb, child)
        relation, head = tokens.relation[verb], tokens.head[verb]
        if head < 0:
            break
        if relation == "acl" and tokens.tag[verb] in ("VBG", "VB"):
            return noun_span(tokens, phrases, head, verb), head
        if relation not in ("conj", "xcomp", "advcl", "ccomp", "parataxis") or (
            relation == "ccomp" and tokens.tag[verb] not in ("VBG", "VB")
        ):
            break
        if relation == "xcomp":
            owner = [c for c in phrases.children[head] if tokens.relation[c] in ("obj", "iobj") and c < verb]
            if owner:
                return noun_span(tokens, phrases, owner[0], verb), owner[0]
        verb = head
    return None, -1


def _source_span(
    tokens: Tokens, phrases: Phrases, verb: int, subject: int
) -> tuple[tuple[int, int] | None, int]:
    """Give a subject's span; for "who said" the speaker is the noun that the clause describes."""
    if tokens.word[subject].lower() in ("it", "there") and tokens.lemma[verb] in ("seem", "appear"):
        return None, -1
    first, last = noun_span(tokens, phrases, subject, verb)
    speaker = subject
    if tokens.tag[subject] in _RELATIVE and tokens.relation[verb].startswith("acl"):
        speaker = tokens.head[verb]
    return trim(tokens, first, last), speaker


def noun_span(tokens: Tokens, phrases: Phrases, noun: int, verb: int) -> tuple[int, int]:
    """Span a noun phrase, short of the cue when the cue hangs below the noun."""
    first, last = phrases.first[noun], phrases.last[noun]
    if first <= verb < last:
        if noun < verb:
            last = min(last, phrases.first[verb]) if phrases.first[verb] > noun else verb
        else:
            first = max(first, min(phrases.last[verb], noun))
    return trim(tokens, first, last)


def cue_span(tokens: Tokens, phrases: Phrases, verb: int) -> tuple[int, int]:
    """Span the verb group: auxiliaries, negation, adverbs beside it, its particle and the verbs above it."""
    first, last = verb, verb + 1
    top = verb
    while (
        tokens.relation[top] == "xcomp"
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
    if last < len(tokens) and tokens.relation[last] == "compound:prt" and tokens.head[last] == verb:
        last += 1
    return first, last


def _according(tokens: Tokens, phrases: Phrases, word: int) -> Attribution | None:
    """Read "according to X": X is the source, the rest of the sentence the content."""
    if word + 2 >= len(tokens) or tokens.word[word + 1].lower() != "to":
        return None
    sentence = tokens.sentences[tokens.sentence[word]]
    noun = tokens.head[word]
    if not (noun > word + 1 and phrases.first[noun] >= word):
        noun = word + 2
        while noun + 1 < sentence.last and tokens.tag[noun + 1][:2] in ("NN", "CD", "JJ", "PO"):
            noun += 1
    last = max(phrases.last[noun], noun + 1)
    first_source, last_source = trim(tokens, word + 2, min(last, sentence.last))
    if first_source >= last_source:
        return None
    host = tokens.head[noun]
    first, end = (phrases.first[host], phrases.last[host]) if host >= 0 else (sentence.first, sentence.last)
    spans = [(first, word), (last, end)] if first <= word < end else [(first, end)]
    contents = [span for span in (trim(tokens, *span) for span in spans) if span[0] < span[1]]
    if not contents:
        return None
    return Attribution(
        word,
        (word, word + 2),
        (first_source, last_source),
        noun,
        contents,
        "according",
        "neutral",
        "according",
    )
