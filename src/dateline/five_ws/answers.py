"""The six answers of one article.

Method: news tells the main event in headline and lead. Who and what are subject and predicate of the headline (of
the lead when the headline has no verb); when and where are the first day and the first specific place told with it;
why and how follow from words of cause and manner (see `reasons`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dateline.events.arguments import subjects
from dateline.events.tree import Tree, tree_of
from dateline.five_ws.reasons import how_span, why_span
from dateline.five_ws.spans import clause_end, phrase_tokens
from dateline.language import Tokens

QUESTIONS = ("who", "what", "when", "where", "why", "how")
_LEAD = 3  # sentences of the body in which the main event is told
_WHERE_CASES = frozenset(("in", "at", "near", "outside", "inside", "off", "across", "around"))
_WHAT_WORDS = 10


class Answer(NamedTuple):
    """One answer: its question, characters [start, end), text, and the entity it names ("" when none)."""

    question: str
    start: int
    end: int
    text: str
    entity: str


def answers_in(tokens: Tokens, mentions: Iterable = (), dates: Iterable = ()) -> list[Answer]:
    """Answer who, what, when, where, why and how of one text, in this order; questions without answer are left out."""
    tree = tree_of(tokens)
    mentions = sorted(mentions, key=lambda mention: mention.start)
    main = _main_verbs(tree)
    spans = {
        "who": _who(tree, main, mentions),
        "what": _what(tree, main),
        "when": _when(tree, dates),
        "where": _where(tree, mentions),
        "why": why_span(tree, main),
        "how": how_span(tree, main),
    }
    return [_answer(tokens, question, spans[question], mentions) for question in QUESTIONS if spans[question]]


def _answer(tokens: Tokens, question: str, span: tuple[int, int], mentions: list) -> Answer:
    start, end = span
    inside = [m.entity for m in mentions if m.entity and start <= m.start and m.end <= end]
    entity = inside[0] if inside and question in ("who", "where") else ""
    return Answer(question, start, end, tokens.text[start:end], entity)


def _main_verbs(tree: Tree) -> list[int]:
    """List the main verb of the headline, if it has one, and those of the first sentences of the body."""
    tokens = tree.tokens
    found, body = [], 0
    for number, sentence in enumerate(tokens.sentences):
        if sentence.part not in ("headline", "body"):
            continue
        if sentence.part == "body":
            body += 1
        if body > _LEAD:
            break
        verb = _sentence_verb(tree, number)
        if verb >= 0:
            found.append(verb)
    return found


def _sentence_verb(tree: Tree, number: int) -> int:
    """Find the main verb of a sentence: its root, or the clause that a verb of speech reports."""
    tokens = tree.tokens
    sentence = tokens.sentences[number]
    for token in range(sentence.first, sentence.last):
        if tokens.head[token] < 0:
            if tree.is_verb(token) or tree.kids(token, "cop"):
                return _reported(tree, token)
            clauses = [
                t
                for t in range(sentence.first, sentence.last)
                if tree.is_verb(t) and tree.kids(t, "nsubj", "nsubj:pass")
            ]
            return clauses[0] if clauses else -1
    return -1


def _reported(tree: Tree, verb: int) -> int:
    clauses = tree.kids(verb, "ccomp")
    if tree.lemma(verb) in ("say", "report", "announce", "reveal", "tell") and clauses:
        return clauses[0]
    return verb


def _who(tree: Tree, main: list[int], mentions: list) -> tuple[int, int] | None:
    """Take the subject of the first main verb that has one; a known person or body by its fullest name."""
    fallback = None
    for verb in main:
        for subject in subjects(tree, verb)[:1]:
            if tree.tokens.tag[subject] in ("PRP", "WP", "DT", "EX", "WDT", "CD"):
                continue
            span = phrase_tokens(tree, subject)
            named = [
                m for m in mentions if m.start < span[1] and m.end > span[0] and m.kind in ("PERSON", "ORG")
            ]
            if named:
                return _fullest(named[0], mentions)
            fallback = fallback or span
    if fallback:
        return fallback
    named = [m for m in mentions if m.kind in ("PERSON", "ORG") and m.form == "name"]
    return (named[0].start, named[0].end) if named else None


def _fullest(mention, mentions: list) -> tuple[int, int]:
    """Find the first mention of the same entity by name."""
    same = [m for m in mentions if m.entity == mention.entity and m.form == "name"]
    best = max(same, key=lambda m: (len(m.text.split()), -m.start), default=mention)
    return best.start, best.end


def _what(tree: Tree, main: list[int]) -> tuple[int, int] | None:
    """Take the predicate of the headline, else of the lead; a headline without verb as it stands."""
    tokens = tree.tokens
    headlines = [s for s in tokens.sentences if s.part == "headline"]
    verbs = [verb for verb in main if tokens.sentences[tokens.sentence[verb]].part == "headline"]
    if headlines and not verbs:
        return headlines[0].start, headlines[0].end
    if not main:
        return None
    verb = (verbs or main)[0]
    first = min([verb, *(t for t in tree.kids(verb, "aux", "aux:pass", "cop") if t < verb)])
    last = min(clause_end(tree, verb), first + _WHAT_WORDS - 1)
    return tokens.start[first], tokens.end[last]


def _when(tree: Tree, dates: Iterable) -> tuple[int, int] | None:
    """Take the first phrase that tells a day, else the first that tells any date."""
    told = [d for d in dates if d.first is not None and d.type in ("DATE", "TIME")]
    days = [d for d in told if (d.last - d.first).days == 0]
    first = (days or told)[:1]
    return (first[0].start, first[0].end) if first else None


def _where(tree: Tree, mentions: list) -> tuple[int, int] | None:
    """Take the first place that something happens in, a town before its country."""
    tokens = tree.tokens
    best, best_rank = None, None
    at = {start: token for token, start in enumerate(tokens.start)}
    for order, mention in enumerate(m for m in mentions if m.kind == "PLACE" and m.form == "name"):
        token = at.get(mention.start)
        if token is None:
            continue
        head = _head_of(tree, token, mention.end)
        case = tree.case(head)
        local = case in _WHERE_CASES or (tokens.relation[head] in ("appos", "nmod") and case == "of")
        rank = (not local, tokens.sentence[token] > _LEAD + 3, order)
        if best_rank is None or rank < best_rank:
            best, best_rank = mention, rank
    return (best.start, best.end) if best else None


def _head_of(tree: Tree, token: int, end: int) -> int:
    """Climb from the first word of a name to the word that heads it."""
    while tree.tokens.head[token] > token and tree.tokens.start[tree.tokens.head[token]] < end:
        token = tree.tokens.head[token]
    return token
