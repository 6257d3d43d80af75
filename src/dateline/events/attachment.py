"""Which word each date phrase dates: the event it hangs on, with frequent slips of parsers undone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from dateline.events.limits import (
    Dated,
    ended,
    joined,
    limit_of,
    ranged,
    since_then,
    until_then,
    up_to,
    whole,
)
from dateline.events.records import Trigger
from dateline.grammar import relations as rel
from dateline.grammar.frames import REPORTING_VERBS, SUPPORT
from dateline.grammar.tree import Tree
from dateline.grammar.words import WordClass
from dateline.knowledge.nouns import PERSONS, noun_kind

_BEFORE_DAYS = WordClass("opens a time", also=("at", "in"))
_GROUNDS = frozenset(
    ("for", "after", "over", "about", "since", "against", "following", "despite", "before", "of")
)
_DUE = frozenset(("due", "payable", "redeemable", "repayable", "returnable"))
_NAMED = (
    rel.APPOSITION,
    rel.SUBJECT,
    rel.PASSIVE_SUBJECT,
    *rel.OBJECTS,
    rel.NOUN_MODIFIER,
    rel.POSSESSOR,
    rel.AGENT,
    rel.FLAT,
    rel.LIST,
)
# "convicted in the 1993 attack": not in that year
_OF_A_COURT = frozenset(
    "accuse acquit arraign arrest award blame charge clear convict fine implicate indict jail name pay question "
    "sentence sue suspect try".split()
)
_HELD = ("at", "during", "in")  # before what a deed is done at
_PAPERS = frozenset("album book deadline edition film issue model movie novel report study".split())
_OF_A_NOUN = (
    rel.COMPOUND,
    rel.ADJECTIVE,
    rel.NUMBER,
    rel.NOUN_MODIFIER,
    rel.POSSESSOR,
    rel.BARE_NOUN_MODIFIER,
    rel.DESCRIPTION,
)


def attached(
    tree: Tree, events: dict[int, Trigger], dates: Iterable[Dated], published: date | None
) -> dict[int, Dated]:
    """Find the word that each date phrase dates; of several phrases on one word the finest wins.

    Phrases without days ("recently", or "on Friday" where the day of publication is not known) are found as well.
    One that only limits when ("after 1985", "until May") dates nothing but the clause that tells of it ("until 1985,
    when the war began"); "by May" dates what is still to come, "since May" what has happened or lasts.
    """
    found: dict[int, Dated] = {}
    phrases = [
        p for p in dates if p.type in ("DATE", "TIME") or (p.type == "DURATION" and p.first is not None)
    ]
    used = -1  # where the second date of "from May to June" starts
    for number, phrase in enumerate(phrases):
        if phrase.start == used:
            continue
        later = phrases[number + 1] if number + 1 < len(phrases) else None
        if (stretch := joined(tree, phrase, later)) is not None and later is not None:
            used, phrase = later.start, stretch
        words = {_clause_of(tree, phrase, events), _during(tree, phrase, events)}
        governor, limit = _governor(tree, phrase, events), limit_of(tree, phrase)
        if (participle := ended(tree, phrase, later)) >= 0 and later is not None:
            used, governor, limit = later.start, _told_of(tree, phrase, participle, governor, events), ""
            phrase = whole(phrase, later)
        governor = _asked_on(tree, phrase, governor, events, published)
        if limit in ("until", "till") and governor >= 0 and until_then(tree, governor):
            limit = ""
        if limit:
            stretch = ranged(tree, limit, phrase, later)
            if stretch is not None and later is not None:
                used = later.start
            stretch = stretch or up_to(limit, phrase, published)
            stretch = stretch or since_then(tree, governor, limit, phrase, published)
            _keep(found, {governor}, stretch)
        else:
            noun = _noun_before(tree, phrase, events)
            words |= {noun} if noun >= 0 and _is_ground(tree, noun, governor) else {governor, noun}
        _keep(found, words, phrase)
    return found


def _told_of(tree: Tree, phrase: Dated, participle: int, governor: int, events: dict[int, Trigger]) -> int:
    """Find what is told of "the quarter ended Sept. 30": parsers take its participle for the main verb."""
    if governor not in (-1, participle):
        return governor
    tokens = tree.tokens
    before = bisect_left(tokens.start, phrase.start)
    for word in range(before - 1, -1, -1):
        if tokens.sentence[word] != tokens.sentence[participle]:
            break
        if word in events:
            return word
    return next((word for word in tree.heads(participle) if word in events), -1)


def _asked_on(
    tree: Tree, phrase: Dated, governor: int, events: dict[int, Trigger], published: date | None
) -> int:
    """Undo a slip of parsers: what a call or plan is for is not done on the day past on which it was made.

    "sounded a call to admit more refugees on Monday", published on Monday.
    """
    if governor < 0 or published is None or phrase.last is None or phrase.last > published:
        return governor
    tokens = tree.tokens
    if (
        not tree.stands_as(governor, rel.ADNOMINAL_CLAUSE)
        or not tree.has_to(governor)
        or phrase.grain != "day"
    ):
        return governor
    noun = tree.governor(governor)
    verb = tree.governor(noun) if noun >= 0 else -1
    made = verb in events and tree.stands_as(noun, rel.OBJECT) and tokens.tag[verb] == "VBD"
    return verb if made and phrase.start > tokens.start[governor] else governor


def _keep(found: dict[int, Dated], words: set[int], phrase: Dated | None) -> None:
    for token in words:
        rival = found.get(token)
        if phrase is not None and token >= 0 and (rival is None or _days(phrase) < _days(rival)):
            found[token] = phrase


def _days(phrase: Dated) -> int:
    return (phrase.last - phrase.first).days if phrase.first and phrase.last else 10**6


def _clause_of(tree: Tree, phrase: Dated, events: dict[int, Trigger]) -> int:
    """Find the event of the clause that tells of a date: "in 1968, when tanks rolled in" (-1: none)."""
    tokens = tree.tokens
    token = bisect_left(tokens.start, phrase.end)
    if token < len(tokens.word) and tokens.word[token] in (",", "-", "–", "—", "--", "_"):
        token += 1
    if token >= len(tokens.word) or tokens.word[token].lower() != "when":
        return -1
    head = tree.governor(token)
    return head if head > token and head in events else -1


def _during(tree: Tree, phrase: Dated, events: dict[int, Trigger]) -> int:
    """Find what was done in an event that a year names: "took the town in the 1967 war" (-1: none)."""
    token = phrase_head(tree, phrase.start, phrase.end)
    noun = tree.governor(token) if token >= 0 else -1
    if phrase.grain != "year" or noun not in events or not tree.is_noun(noun) or noun < token:
        return -1
    verb = tree.governor(noun, rel.OBLIQUE)
    past = verb in events and tree.tokens.tag[verb] in ("VBD", "VBN") and tree.lemma(verb) not in _OF_A_COURT
    return verb if past and tree.case(noun) in _HELD else -1


def _noun_before(tree: Tree, phrase: Dated, events: dict[int, Trigger]) -> int:
    """Find the event noun right before a phrase ("the talks in February"), which parsers tie to the verb (-1: none)."""
    tokens = tree.tokens
    token = bisect_left(tokens.start, phrase.start) - 1
    if token >= 0 and tokens.word[token].lower() in ("in", "on", "of", "last", "at"):
        token -= 1
    if token in events and tree.is_noun(token) and tokens.sentence[token] == tokens.sentence[token + 1]:
        return token
    return -1


def _is_ground(tree: Tree, noun: int, governor: int) -> bool:
    """Tell "condemned it after the attack on Monday", where the day is that of the noun alone.

    "Started a round of talks on Friday" tells one thing: the day is that of both.
    """
    relation, whole = tree.relation(noun), tree.governor(noun)
    part = relation == rel.NOUN_MODIFIER and tree.case(noun) == "of" and tree.governor(whole) == governor >= 0
    if part and tree.lemma(governor) in SUPPORT and tree.stands_as(whole, *rel.CARRIED):
        return False
    return relation in (rel.OBLIQUE, rel.NOUN_MODIFIER, rel.BARE_OBLIQUE) and tree.case(noun) in _GROUNDS


def phrase_head(tree: Tree, start: int, end: int) -> int:
    """Find the token of a phrase whose head lies outside it (-1 when the phrase has no token)."""
    tokens = tree.tokens
    first = bisect_left(tokens.start, start)
    last = bisect_left(tokens.start, end)
    inside = range(first, last)
    for token in inside:
        if tree.governor(token) not in inside and not tree.stands_as(
            token, rel.PREPOSITION, rel.PUNCTUATION, rel.DETERMINER
        ):
            return token
    return first if first < last else -1


def _governor(tree: Tree, phrase: Dated, events: dict[int, Trigger]) -> int:
    """Climb from a date phrase to the event it dates."""
    token = phrase_head(tree, phrase.start, phrase.end)
    if token < 0:
        return -1
    if (due := _due_before(tree, phrase)) >= 0:
        noun = tree.governor(due)
        return next((word for word in (due, noun) if word in events), -1)
    verb = _verb_before(tree, phrase, token, events)
    if verb >= 0:
        return verb
    if _names_a_thing(tree, phrase, token, events) or _is_compared(tree, phrase):
        return -1
    before = token
    for head in tree.heads(token):
        if head in events:
            return _correct(tree, phrase, head, events)
        if tree.stands_as(head, *rel.AUXILIARIES):  # "had on Monday sent"
            continue
        if tree.is_verb(head) or tree.stands_as(head, rel.ROOT) or tree.kids(head, rel.COPULA, rel.SUBJECT):
            return head  # the clause of something that is no event
        before = head
    return before if before in events else -1


def _due_before(tree: Tree, phrase: Dated) -> int:
    """Find the adjective that a date completes: "notes due March 15", "payable on Friday" (-1: none)."""
    tokens = tree.tokens
    token = bisect_left(tokens.start, phrase.start) - 1
    if token > 0 and tokens.word[token].lower() in _BEFORE_DAYS:
        token -= 1
    return token if token >= 0 and tokens.word[token].lower() in _DUE and not tree.is_verb(token) else -1


def _is_compared(tree: Tree, phrase: Dated) -> bool:
    """Tell "did not pay as in the previous year", which tells no day of the deed."""
    tokens = tree.tokens
    before = bisect_left(tokens.start, phrase.start)
    near = [word.lower() for word in tokens.word[max(0, before - 3) : before]]
    return near[-2:] in (["as", "in"], ["than", "in"]) or near in (["as", "in", "the"], ["than", "in", "the"])


def _names_a_thing(tree: Tree, phrase: Dated, token: int, events: dict[int, Trigger]) -> bool:
    """Tell a day that only names something within a phrase or sets an end: "its support of the May 5 declaration".

    So does a year or month before a thing: "the 2007 champion", "the April issue".
    """
    tokens = tree.tokens
    if tree.stands_as(token, rel.CONJUNCT) and tree.governor(token) < token:
        token = tree.governor(token)  # "the 1984 and 1988 champion"
    noun = tree.governor(token)
    while noun >= 0 and tree.stands_as(noun, rel.COMPOUND) and tree.governor(noun) > noun:
        noun = tree.governor(noun)  # "the 2007 world champion"
    if noun < 0 or noun in events or not tree.is_noun(noun) or tokens.start[noun] < phrase.end:
        return False
    if not tree.stands_as(token, *_OF_A_NOUN):
        return False
    inner = phrase.grain == "day" and tree.stands_as(noun, rel.NOUN_MODIFIER) and tree.case(noun) not in _HELD
    return inner or tree.lemma(noun) in _PAPERS or _is_year_of(tree, phrase, token, noun)


def _is_year_of(tree: Tree, phrase: Dated, token: int, noun: int) -> bool:
    """Tell a year that only says which one: "the 2007 champion"; not "during the 1991 pilgrimage"."""
    if phrase.grain != "year" or tree.kids(token, rel.PREPOSITION):
        return False
    case = tree.case(noun)
    person = noun_kind(tree.lemma(noun)) in PERSONS and case not in (
        "as",
        "since",
    )  # "won as the 2012 nominee": then
    return person or (tree.stands_as(noun, *_NAMED) and case not in _HELD)


def _verb_before(tree: Tree, phrase: Dated, token: int, events: dict[int, Trigger]) -> int:
    """Find the past verb right before a day, which it dates whatever the parser says (-1: none).

    "The warrant issued Monday charged him", "She said Friday the office did wrong".
    """
    tokens = tree.tokens
    after = bisect_left(tokens.start, phrase.end)
    head, relation = tree.governor(token), tree.relation(token)
    if after < len(tokens.tag) and tokens.tag[after] == "POS":
        return -1
    if (relation in _OF_A_NOUN and head >= after) or relation in (*rel.OBJECTS, rel.PASSIVE_SUBJECT):
        return -1
    verb = bisect_left(tokens.start, phrase.start) - 1
    if verb > 0 and tokens.word[verb].lower() in _BEFORE_DAYS:
        verb -= 1
    if verb < 0 or verb not in events or verb == head or tokens.tag[verb] not in ("VBD", "VBN"):
        return -1
    return verb if tokens.sentence[verb] == tokens.sentence[token] else -1


def _correct(tree: Tree, phrase: Dated, head: int, events: dict[int, Trigger]) -> int:
    """Undo a frequent slip of parsers: a day right after a verb of speech dates the speech.

    "said on Wednesday that Biden wanted ...": the day stands between the verb of speech and its clause.
    """
    tokens = tree.tokens
    if tree.lemma(head) in REPORTING_VERBS:
        told = [child for child in tree.kids(head, rel.COMPLEMENT) if phrase.start < tokens.start[child]]
        if told and told[0] < head and told[0] in events:
            return told[0]  # "On Tuesday she will speak, the party said"
    above = tree.governor(head)
    if above >= 0 and tree.stands_as(head, rel.COMPLEMENT) and tree.lemma(above) in REPORTING_VERBS:
        first = bisect_left(tokens.start, phrase.start)
        between = range(above + 1, first)
        if above < first < head and not any(
            tree.is_noun(t) or tokens.word[t].lower() == "that" for t in between
        ):
            return above
    return head
