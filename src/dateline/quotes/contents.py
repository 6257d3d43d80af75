"""What a cue verb says: the clause, infinitive, object or phrase that holds it."""

from __future__ import annotations

from bisect import bisect_right

from dateline.grammar import relations as rel
from dateline.grammar.phrases import Phrases
from dateline.grammar.words import WordClass
from dateline.language import Tokens
from dateline.quotes.attribution import Span
from dateline.quotes.cues import UNSPOKEN, Cue, cue_of
from dateline.quotes.nounphrases import FINITE, NOMINAL, TIMES

_ADDRESSEE = frozenset((rel.OBJECT, rel.INDIRECT_OBJECT, rel.OBLIQUE, rel.SUBJECT))
_LONGEST = 200  # words of a clause that are looked through
_ASKING = frozenset(("ask", "decide", "doubt", "find", "know", "learn", "say", "tell"))
_TOLD = frozenset(("him", "her", "them", "us", "me", "you"))
_TIME_OPENERS = WordClass("opens a time")
_GAP = 15  # words between a cue and a clause that belong to the clause
_EMPTY = WordClass("says nothing alone", *TIMES.classes)
_RELATIVE = frozenset(("WP", "WDT", "WP$"))


def content_of(
    tokens: Tokens, phrases: Phrases, verb: int, entry: Cue, passive: bool
) -> tuple[str, list[Span], int]:
    """Find what is said: the frame it stands in, its spans, and the preposition that belongs to the cue."""
    frames = entry.frames
    below: dict[str, list[int]] = {}
    for child in phrases.dependents(verb):
        below.setdefault(phrases.relation(child), []).append(child)
    asking = entry.group in _ASKING
    clauses = [c for c in below.get(rel.COMPLEMENT, ()) if asking or not _conditional(tokens, phrases, c)]
    spans = [
        (max(phrases.first[c], verb + 1) if c > verb else phrases.first[c], phrases.last[c]) for c in clauses
    ]
    if spans and ("that" in frames or "quote" in frames):
        return "that", spans, -1
    if "that" in frames and phrases.stands_as(verb, rel.ASIDE) and not phrases.is_root(verb):
        spans = _host(tokens, phrases, verb)
        if spans:
            return "that", spans, -1
    if "that" in frames and _inserted(tokens, phrases, verb):
        return "that", _host(tokens, phrases, verb), -1
    subject = [c for relation in (rel.PASSIVE_SUBJECT, rel.SUBJECT) for c in below.get(relation, ())][:1]
    objects = [c for c in below.get(rel.OBJECT, ()) if tokens.tag[c] not in _RELATIVE]
    infinitives = below.get(rel.CONTROLLED, [])
    urged = objects or [
        c for c in below.get(rel.INDIRECT_OBJECT, ()) if c > verb and tokens.tag[c] not in _RELATIVE
    ]
    if "raising" in frames and infinitives:
        parts = [*subject, *infinitives]
        return "raising", [(phrases.first[c], phrases.last[c]) for c in parts], -1
    named = "object" in frames and objects and not any(_is_clause(tokens, phrases, c) for c in infinitives)
    gerund = "gerund" in frames and infinitives and tokens.tag[infinitives[0]] == "VBG"
    if infinitives and ("to" in frames or gerund) and not named:
        parts = [*(subject if passive else urged), *infinitives]
        return "to", _spans(phrases, verb, parts), -1
    if "object" in frames or ("person" in frames and _persons(tokens, objects)):
        parts = subject if passive else objects
        parts = [*parts, *infinitives] if parts else parts
        if parts:
            spans = _spans(phrases, verb, parts)
            return "object", _with_complements(tokens, phrases, below, spans), -1
    for child in below.get(rel.OBLIQUE, ()):
        case = phrases.first[child]
        preposition = tokens.word[case].lower()
        if preposition in frames and case + 1 < phrases.last[child]:
            return preposition, [(case + 1, _urged_end(tokens, phrases, below, phrases.last[child]))], case
    return "", [], -1


def _urged_end(tokens: Tokens, phrases: Phrases, below: dict[str, list[int]], last: int) -> int:
    """End a phrase behind the infinitive that belongs to it: "called on voters to stay calm"."""
    for relation in (rel.CONTROLLED, rel.ADVERBIAL_CLAUSE):
        for child in below.get(relation, ()):
            if phrases.first[child] == last and tokens.tag[last] == "TO":
                return phrases.last[child]
    return last


def _conditional(tokens: Tokens, phrases: Phrases, clause: int) -> bool:
    """Tell "answer if Russia attacks", a condition, from "ask if Russia attacks", a question."""
    return any(tokens.word[child].lower() == "if" for child in phrases.kids(clause, rel.MARKER))


def _is_clause(tokens: Tokens, phrases: Phrases, complement: int) -> bool:
    """Tell "asked them to leave" from "called the plan a trap", where a noun stands for what it is called."""
    below = {phrases.relation(child) for child in phrases.dependents(complement)}
    return tokens.tag[complement][:2] == "VB" or bool(below & {rel.MARKER, rel.COPULA, rel.AUXILIARY})


def _persons(tokens: Tokens, objects: list[int]) -> bool:
    """Tell whether the object is a person, named or not, so that "attacked him" is words and not war."""
    if not objects:
        return False
    if tokens.word[objects[0]].lower() in ("him", "her"):
        return True
    at = bisect_right(tokens.names, objects[0], key=lambda name: name.first) - 1
    return at >= 0 and tokens.names[at].kind == "PERSON" and objects[0] < tokens.names[at].last


def _inserted(tokens: Tokens, phrases: Phrases, verb: int) -> bool:
    """Tell "as the speaker pointed out, ..." from other clauses."""
    opener = phrases.first[verb]
    inserted = (
        phrases.stands_as(verb, rel.ADVERBIAL_CLAUSE)
        and tokens.word[opener].lower() == "as"
        and opener < verb
    )
    return inserted and tokens.tag[verb] in ("VBD", "VBZ", "VBP", "VBN") and verb + 1 < len(tokens)


def _spans(phrases: Phrases, verb: int, parts: list[int]) -> list[Span]:
    """Span the parts of a content: those right of the verb as one stretch."""
    left = [(phrases.first[part], phrases.last[part]) for part in parts if part <= verb]
    right = [part for part in parts if part > verb]
    if right:
        left.append((min(phrases.first[part] for part in right), max(phrases.last[part] for part in right)))
    return left


def _with_complements(
    tokens: Tokens, phrases: Phrases, below: dict[str, list[int]], spans: list[Span]
) -> list[Span]:
    """Carry an object on over the phrase right after it ("Kiev" + "of provocations")."""
    first, last = spans[-1]
    for relation in (rel.OBLIQUE, rel.ADVERBIAL_CLAUSE):
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


def _host(tokens: Tokens, phrases: Phrases, verb: int) -> list[Span]:
    """Take the clause that a parenthesis ("..., he said, ...") interrupts or follows, without it."""
    head = phrases.governor(verb)
    first, last = phrases.first[head], phrases.last[head]
    inner, outer = phrases.first[verb], phrases.last[verb]
    return [span for span in ((first, min(inner, last)), (max(outer, first), last)) if span[1] > span[0]]


def completed(
    tokens: Tokens,
    phrases: Phrases,
    cue: Span,
    source: Span | None,
    contents: list[Span],
) -> list[Span]:
    """Add to a clause what a wrong head cuts off: the words between cue and clause, or before ", X said,"."""
    first, last = contents[0]
    gap = range(cue[1], first)
    if 0 < len(gap) <= _GAP and (
        tokens.word[cue[1]].lower() in ("that", "whether", "if")
        or (
            all(tokens.tag[word] in NOMINAL for word in gap)
            and not any(
                phrases.governor(word) == cue[1] - 1 and phrases.stands_as(word, *_ADDRESSEE) for word in gap
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


def clause_start(tokens: Tokens, first: int, last: int) -> int:
    """Begin what is said behind "Monday", "on Tuesday", "late on Friday" and "him", which belong to the cue.

    "Said Monday it will cut" says that it will cut; "said Monday was a holiday" speaks of Monday.
    """
    start = first
    if tokens.tag[start] == "PRP" and tokens.word[start].lower() in _TOLD and start + 1 < last:
        start += 1
        if not _opens_clause(tokens, start, last):
            return first
        first = start
    while start < min(last, first + 4) and tokens.word[start].lower() in _TIME_OPENERS:
        start += 1
    if start >= last or tokens.word[start].lower() not in TIMES or tokens.tag[start][:1] not in "NR":
        return first
    while start < last and tokens.word[start].lower() in TIMES:
        start += 1
    return start if _opens_clause(tokens, start, last) else first


def _opens_clause(tokens: Tokens, start: int, last: int) -> bool:
    """Tell whether a clause with a verb of its own can begin at a word."""
    if start >= last or not (
        tokens.tag[start] in NOMINAL - {"POS", "CD"} or tokens.word[start].lower() == "that"
    ):
        return False
    return any(tokens.tag[word] in FINITE for word in range(start, min(last, start + _GAP)))


def participle_end(tokens: Tokens, first: int, last: int) -> int:
    """End a clause before ", adding that ...", which goes on with the cue above it."""
    for word in range(first + 1, min(last - 1, first + _LONGEST)):
        if tokens.word[word] == "," and tokens.tag[word + 1] == "VBG":
            entry = cue_of(tokens.lemma[word + 1].lower(), "VBG")
            if entry and {"quote", "that"} <= entry.frames and entry.group not in UNSPOKEN:
                return word
    return last


def has_words(tokens: Tokens, first: int, last: int) -> bool:
    """Leave out contents that are nothing but a pronoun, a day or marks."""
    if last - first > 2:
        return True
    return any(
        tokens.tag[word] not in _RELATIVE
        and tokens.word[word][0].isalnum()
        and tokens.word[word].lower() not in _EMPTY
        for word in range(first, last)
    )
