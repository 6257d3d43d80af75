"""When and where: the dates and places told with the main event, ranked.

Method: a day told with a main verb, early, near publication and more than once is when; a town told early with "in" or
"at" and more than once is where. What dates or places something else weighs less ("Tuesday's election", "Paris said").
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date

from dateline.events.times import phrase_head
from dateline.five_ws.story import NewsStory
from dateline.grammar import relations as rel
from dateline.grammar.frames import PLACE_NOUNS
from dateline.grammar.tree import Tree
from dateline.grammar.words import WordClass
from dateline.knowledge.countries import likely_place
from dateline.knowledge.nouns import role_words

_NEAR_DAYS = 300  # what is news happened, or will happen, within so many days of publication
_VAGUE = frozenset(("this day", "that day", "now", "that time", "this time"))
_MAIN, _DAY, _OWNED, _OFFSET, _AHEAD, _CLOSE = 2.0, 1.5, 1.0, 1.0, 1.0, 0.5
_LATER, _OFTEN, _SHARED, _MOST, _LEAST = 0.25, 0.3, 0.15, 4, -1.5
_USUAL = 1.5  # words shared with headline and lead
_LAST_RANK = 20  # of what stands behind the sentences that are read

_ELSEWHERE = frozenset(("like", "than", "with", "against", "between", "about", "unlike", "versus"))
_LOCAL_CASES = WordClass("where")
_SIZES = {"city": 1.6, "country": 0.2, "continent": -1.0}
_MIDDLE, _SEVERAL, _UNKNOWN = 1.0, 0.0, 0.7  # a region; one of several countries; what is in no gazetteer
_LOCAL, _HEADLINE, _DATELINE, _ACTOR, _PLACE_OFTEN, _PLACES_MOST = 1.5, 0.8, 0.8, 1.5, 0.1, 6
_SEATED = frozenset("base bear born headquarter locate raise educate".split())
_WHERE_RANK, _LEAST_PLACE = 12, 0.4
_LONGEST = 30  # characters by which a name is widened


def when_span(story: NewsStory, dates: Iterable, published: date | None) -> tuple[int, int] | None:
    """Find the date of the main event."""
    told = [phrase for phrase in dates if _may_date_news(phrase, published)]
    days = Counter(phrase.first for phrase in told if phrase.first == phrase.last)
    found = [(_date_score(story, phrase, days, published), -phrase.start, phrase.end) for phrase in told]
    best = max(found, default=None)
    return (-best[1], best[2]) if best and best[0] > _LEAST else None


def _may_date_news(phrase, published: date | None) -> bool:
    """Leave out years and decades, days far from publication, "this day", and words of names in capitals."""
    if phrase.first is None or phrase.type not in ("DATE", "TIME") or (phrase.last - phrase.first).days > 31:
        return False
    if phrase.text.isupper() or phrase.text.lower() in _VAGUE:
        return False
    return published is None or abs((phrase.first - published).days) < _NEAR_DAYS


def _date_score(story: NewsStory, phrase, days: Counter, published: date | None) -> float:
    tree, tokens = story.tree, story.tree.tokens
    score = _DAY * (phrase.first == phrase.last) - _LATER * _rank(story, phrase.start)
    score += _OFTEN * min(days[phrase.first], _MOST)
    if tokens.text[phrase.end : phrase.end + 2] in ("'s", "’s"):
        score -= _OWNED
    elif _hangs_on(tree, phrase_head(tree, phrase.start, phrase.end), story.main):
        score += _MAIN
    score -= _OFFSET * any(
        word in phrase.text.lower().split() for word in ("before", "after", "ago", "since")
    )
    score -= _SHARED * (_USUAL - _topical(story, phrase.start))
    if published:
        score += _CLOSE * (abs((phrase.first - published).days) <= 7) - _AHEAD * (phrase.first > published)
    return score


def _hangs_on(tree: Tree, token: int, main: list[int]) -> bool:
    """Tell whether a word hangs on one of the main verbs, directly or on its object's noun."""
    for step, head in enumerate(tree.heads(token)):
        if head in main:
            return True
        if step >= 1 or tree.is_verb(head):
            return False
    return False


def _topical(story: NewsStory, start: int) -> int:
    """Count the words of headline and lead that the sentence of a date shares."""
    rank = _rank(story, start)
    told = next((told for told in story.told if told.rank == rank), None)
    return min(len(story.words(told) & story.topic), _MOST) if told else 0


def _rank(story: NewsStory, start: int) -> int:
    """Give the rank of the sentence in which a character stands."""
    tokens = story.tree.tokens
    token = bisect_right(tokens.start, start) - 1
    return next((told.rank for told in story.told if told.first <= token < told.last), _LAST_RANK)


def where_span(story: NewsStory, mentions: list) -> tuple[int, int] | None:
    """Find the place of the main event."""
    often = Counter(m.entity for m in mentions if m.entity)
    tree, found = story.tree, []
    for mention in mentions:
        if mention.kind != "PLACE" or mention.form != "name":
            continue
        score = _place_score(story, mention)
        if score is not None:
            often_told = _PLACE_OFTEN * min(often[mention.entity], _PLACES_MOST)
            start, end = _hyphenated(tree.tokens.text, mention)
            found.append((score + often_told, -start, end))
    best = max(found, default=None)
    return (-best[1], best[2]) if best and best[0] > _LEAST_PLACE else None


def _place_score(story: NewsStory, mention) -> float | None:
    """Rate a place; None for what is neither known nor told as a place."""
    tree, tokens = story.tree, story.tree.tokens
    token = bisect_right(tokens.start, mention.start) - 1
    part, rank = tokens.sentences[tokens.sentence[token]].part, _rank(story, mention.start)
    if rank > _WHERE_RANK and part != "dateline":
        return None
    if part == "dateline" and _is_joint(tree, token):
        return None
    start, end = _hyphenated(tokens.text, mention)
    known = likely_place(tokens.text[start:end])
    head = _head_of(tree, token, mention.end)
    case = tree.case(head)
    named = tree.governor(head) >= 0 and tree.lemma(tree.governor(head)) in PLACE_NOUNS  # "Kumasi city"
    local = case in _LOCAL_CASES or (
        known is not None and (named or (case == "of" and not _holds(tree, head)))
    )
    if known is None and not local and rank and part != "dateline":
        return None
    score = _LOCAL * local + _HEADLINE * (rank == 0) + _DATELINE * (part == "dateline")
    score += _size(known)
    score -= _ACTOR * (tokens.text[end : end + 1] == "-")  # "US-based" places a firm, no event
    score -= _ACTOR * (_places_somebody(tree, head, case) or case in _ELSEWHERE)
    score -= _ACTOR * _only_says_whose(tree, head, known)
    score -= _ACTOR * (_relation(tree, head) in (rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.POSSESSOR, rel.AGENT))
    return score - _LATER * (rank if part != "dateline" else 1)


def _size(known) -> float:
    """Rate how closely a place tells where: a town, a province, a country, the Middle East."""
    if known is None:
        return _UNKNOWN
    several = known.kind == "region" and not known.country
    return _SEVERAL if several else _SIZES.get(known.kind, _MIDDLE)


def _is_joint(tree: Tree, token: int) -> bool:
    """Tell "LIMA / OSLO - ", where two reporters sit and nothing need have happened."""
    sentence = tree.tokens.sentences[tree.tokens.sentence[token]]
    return any(tree.tokens.word[t] in ("/", "and", "&") for t in range(sentence.first, sentence.last))


def _places_somebody(tree: Tree, token: int, case: str) -> bool:
    """Tell "Lumex, of Lyon", "based in Lyon", "born in Lyon", which place a firm or a person and no event."""
    above = tree.governor(token)
    named = case == "of" and above >= 0 and tree.tokens.tag[above].startswith("NNP")
    return named or (case == "of" and _holds(tree, token)) or (above >= 0 and tree.lemma(above) in _SEATED)


def _holds(tree: Tree, token: int) -> bool:
    """Tell "president of Chad" from "the city of Pune"."""
    above = tree.governor(token)
    return above >= 0 and tree.lemma(above) in role_words()


def _only_says_whose(tree: Tree, token: int, known) -> bool:
    """Tell "the US election", "UK prices", which say whose it is, from "the Croydon crash", which says where."""
    wide = known is not None and known.kind != "city"
    return wide and tree.stands_as(token, rel.COMPOUND, rel.ADJECTIVE) and tree.governor(token) > token


def _relation(tree: Tree, token: int) -> str:
    """Give the relation of a word, of a coordinated one that of the first."""
    head = tree.governor(token)
    return tree.relation(head if tree.stands_as(token, rel.CONJUNCT) and head >= 0 else token)


def _hyphenated(text: str, mention) -> tuple[int, int]:
    """Widen a name to the hyphenated place that it is part of: "Sur" of "Boulogne-sur-Mer"."""
    start, end = mention.start, mention.end
    while start > 0 and mention.start - start < _LONGEST and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and end - mention.end < _LONGEST and _in_word(text[end]):
        end += 1
    return (
        (start, end)
        if "-" in text[start:end] and likely_place(text[start:end])
        else (mention.start, mention.end)
    )


def _in_word(letter: str) -> bool:
    return letter.isalpha() or letter == "-"


def _head_of(tree: Tree, token: int, end: int) -> int:
    """Climb from the first word of a name to the word that heads it."""
    while tree.governor(token) > token and tree.tokens.start[tree.governor(token)] < end:
        token = tree.governor(token)
    return token
