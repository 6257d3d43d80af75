"""The six answers of one article.

Method: news tells the main event in headline and lead. Who and what are subject and predicate of the headline (of
the lead when the headline has no verb); when and where are the first day and the first specific place told with it;
why and how follow from words of cause and manner (see `reasons`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dateline.events.arguments import is_passive, subjects, verb_arguments
from dateline.events.counts import event_nouns
from dateline.events.times import phrase_head
from dateline.events.tree import Tree, tree_of
from dateline.five_ws.reasons import how_span, why_span
from dateline.five_ws.spans import clause_end, phrase_tokens
from dateline.knowledge.countries import likely_place
from dateline.language import Tokens

QUESTIONS = ("who", "what", "when", "where", "why", "how")
_LEAD = 3  # sentences of the body in which the main event is told
_WHERE_CASES = frozenset(("in", "at", "near", "outside", "inside", "off", "across", "around"))
_WHAT_WORDS = 9
_LIST_WORDS = 25
_PRONOUN_TAGS = ("PRP", "WP", "DT", "EX", "WDT", "CD")
_NEAR_DAYS = 300  # what is news happened, or will happen, within so many days of publication
_WHERE_SENTENCES = 12
_SIZES = {"city": 0, "country": 2, "continent": 3}  # regions and what is in no gazetteer: 1


class Answer(NamedTuple):
    """One answer: its question, characters [start, end), text, and the entities it names, joined by "; "."""

    question: str
    start: int
    end: int
    text: str
    entity: str


def answers_in(
    tokens: Tokens, mentions: Iterable = (), dates: Iterable = (), published: date | None = None
) -> list[Answer]:
    """Answer who, what, when, where, why and how of one text, in this order; questions without answer are left out."""
    tree = tree_of(tokens)
    mentions = sorted(mentions, key=lambda mention: mention.start)
    main = _main_verbs(tree)
    spans = {
        "who": _who(tree, main, mentions),
        "what": _what(tree, main),
        "when": _when(tree, main, dates, published),
        "where": _where(tree, mentions),
        "why": why_span(tree, main),
        "how": how_span(tree, main),
    }
    return [_answer(tokens, question, spans[question], mentions) for question in QUESTIONS if spans[question]]


def _answer(tokens: Tokens, question: str, span: tuple[int, int], mentions: list) -> Answer:
    start, end = _whole_names(span, mentions)
    inside = [m for m in mentions if m.entity and start <= m.start and m.end <= end]
    if question == "who":  # those who can act, before the places and peoples in their titles
        inside = (
            [m for m in inside if m.kind == "PERSON"] or [m for m in inside if m.kind == "ORG"] or inside[:1]
        )
    elif question == "where":
        inside = inside[:1]
    else:
        inside = []
    return Answer(
        question, start, end, tokens.text[start:end], "; ".join(dict.fromkeys(m.entity for m in inside))
    )


def _whole_names(span: tuple[int, int], mentions: list) -> tuple[int, int]:
    """Widen a span that begins or ends within a name to the whole name."""
    cut = [m for m in mentions if m.form == "name" and m.start < span[1] and m.end > span[0]]
    return min([span[0], *(m.start for m in cut)]), max([span[1], *(m.end for m in cut)])


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
    """Take who does it by the first main verb that tells: a known person or body by its fullest name."""
    fallback = None
    for verb in main:
        for doer in _doers(tree, verb)[:1]:
            if tree.tokens.tag[doer] in _PRONOUN_TAGS:
                continue
            span = phrase_tokens(tree, doer)
            several = _list_span(tree, doer)
            if several:
                return several
            named = _named(tree, doer, span, mentions)
            if named:
                return _fullest(named, mentions)
            if tree.lemma(doer) not in event_nouns():
                fallback = fallback or span
    if fallback:
        return fallback
    named = [m for m in mentions if m.kind in ("PERSON", "ORG") and m.form == "name"]
    return (named[0].start, named[0].end) if named else None


def _list_span(tree: Tree, doer: int) -> tuple[int, int] | None:
    """Give the span of several coordinated names, when it is short."""
    names = [word for word in tree.conjuncts(doer) if tree.tokens.tag[word].startswith("NNP")]
    if len(names) < 2 or max(names) - min(names) > _LIST_WORDS:
        return None
    return phrase_tokens(tree, min(names))[0], phrase_tokens(tree, max(names))[1]


def _doers(tree: Tree, verb: int) -> list[int]:
    """Give the agent of a passive that names one, else the subject."""
    return verb_arguments(tree, verb).actors if is_passive(tree, verb) else subjects(tree, verb)


def _named(tree: Tree, doer: int, span: tuple[int, int], mentions: list):
    """Find the person in a phrase ("F1 legend Felipe Massa"), else the body that its head names."""
    inside = [m for m in mentions if m.start < span[1] and m.end > span[0]]
    people = [m for m in inside if m.kind == "PERSON"]
    at = tree.tokens.start[doer]
    heads = [m for m in inside if m.start <= at < m.end]
    if people and tree.lemma(doer) not in event_nouns():
        return next((m for m in people if m in heads), people[0])
    return heads[0] if heads and heads[0].kind in ("PERSON", "ORG") else None


def _fullest(mention, mentions: list) -> tuple[int, int]:
    """Find the first mention of the same entity by name."""
    same = [m for m in mentions if m.entity == mention.entity and m.form == "name"]
    best = max(same, key=lambda m: (len(m.text.split()), -m.start), default=mention)
    return best.start, best.end


def _what(tree: Tree, main: list[int]) -> tuple[int, int] | None:
    """Take the predicate of the headline, else of the lead; a headline without verb as it stands, after its label."""
    tokens = tree.tokens
    headlines = [s for s in tokens.sentences if s.part == "headline"]
    verbs = [verb for verb in main if tokens.sentences[tokens.sentence[verb]].part == "headline"]
    if headlines and not verbs:
        first = _after_label(tree, headlines[0].first, headlines[0].last)
        last = min(clause_end(tree, first), first + _WHAT_WORDS - 1)
        return tokens.start[first], tokens.end[last]
    if not main:
        return None
    verb = (verbs or main)[0]
    helpers = tree.kids(verb, "aux", "aux:pass", "cop")
    adverbs = [word for word in tree.kids(verb, "advmod") if word == verb - 1]
    first = min([verb, *(word for word in (*helpers, *adverbs) if word < verb)])
    return tokens.start[first], tokens.end[_predicate_end(tree, verb, first)]


def _after_label(tree: Tree, first: int, last: int) -> int:
    """Skip the label of a headline: "Croydon tram crash: last victims named"."""
    colons = [token for token in range(first, last - 2) if tree.tokens.word[token] == ":"]
    return colons[0] + 1 if colons else first


def _predicate_end(tree: Tree, verb: int, first: int) -> int:
    """Cut a predicate before its second prepositional phrase and before a further clause."""
    tokens = tree.tokens
    last = min(clause_end(tree, verb), first + _WHAT_WORDS - 1)
    phrases = 0
    for token in range(verb + 1, last + 1):
        if (
            tokens.relation[token] == "case"
            and tokens.tag[token] != "POS"
            and tokens.word[token] not in ("of", "-")
        ):
            phrases += 1
        clause = tokens.word[token].lower() in ("as", "after", "while", "when", "and") and token > verb + 1
        if phrases > 1 or clause:
            return token - 1
    return last


def _when(tree: Tree, main: list[int], dates: Iterable, published: date | None) -> tuple[int, int] | None:
    """Take the first day told with a main verb, else the first day told at all, else the first month."""
    tokens = tree.tokens
    told = [d for d in dates if _may_date_news(d, tokens, published)]
    with_main = [d for d in told if _hangs_on(tree, phrase_head(tree, d.start, d.end), main)]
    days = [d for d in told if d.first == d.last]
    for choice in ([d for d in with_main if d.first == d.last], days, with_main, told):
        if choice:
            return choice[0].start, choice[0].end
    return None


def _may_date_news(phrase, tokens: Tokens, published: date | None) -> bool:
    """Leave out years and decades, days far from publication, "this day", and words of names in capitals."""
    if phrase.first is None or phrase.type not in ("DATE", "TIME") or (phrase.last - phrase.first).days > 31:
        return False
    if phrase.text.isupper() or phrase.text.lower() in (
        "this day",
        "that day",
        "now",
        "that time",
        "this time",
    ):
        return False
    return published is None or abs((phrase.first - published).days) < _NEAR_DAYS


def _hangs_on(tree: Tree, token: int, main: list[int]) -> bool:
    """Tell whether a word hangs on one of the main verbs, directly or on its object's noun."""
    for step, head in enumerate(tree.heads(token)):
        if head in main:
            return True
        if step >= 1 or tree.is_verb(head):
            return False
    return False


def _where(tree: Tree, mentions: list) -> tuple[int, int] | None:
    """Take the place told first with "in" or "at", a town before its region and country."""
    tokens = tree.tokens
    at = {start: token for token, start in enumerate(tokens.start)}
    best, best_rank = None, None
    for order, mention in enumerate(m for m in mentions if m.kind == "PLACE" and m.form == "name"):
        token = at.get(mention.start)
        if token is None or tokens.sentence[token] > _WHERE_SENTENCES:
            continue
        known = likely_place(mention.text)
        head = _head_of(tree, token, mention.end)
        case = tree.case(head)
        headline = tokens.sentences[tokens.sentence[token]].part == "headline"
        local = case in _WHERE_CASES or (case == "of" and known is not None) or headline
        if known is None and not local:
            continue
        size = _SIZES.get(known.kind, 1) if known else 1
        rank = (not local, tokens.sentence[token] > _LEAD + 1, size, order)
        if best_rank is None or rank < best_rank:
            best, best_rank = mention, rank
    return (best.start, best.end) if best else None


def _head_of(tree: Tree, token: int, end: int) -> int:
    """Climb from the first word of a name to the word that heads it."""
    while tree.tokens.head[token] > token and tree.tokens.start[tree.tokens.head[token]] < end:
        token = tree.tokens.head[token]
    return token
