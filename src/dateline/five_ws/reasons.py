"""Why: the phrase that gives the reason most plainly and nearest to the main event.

Method: every phrase that gives a reason is a candidate (see `causes`). It gains by standing early, with a main verb
and beside the words of the headline; it loses as a bare name, in a quotation, or as the event itself told again.
"""

from __future__ import annotations

from dateline.five_ws.actors import people_nouns
from dateline.five_ws.causes import Cause, causes_in
from dateline.five_ws.story import NewsStory, StorySentence
from dateline.grammar.tree import Tree
from dateline.grammar.words import event_nouns

_LEAST = 3.6  # score below which a candidate is no answer
_MAIN, _SHARED, _MOST, _LATER = 1.5, 0.3, 4, 0.25
_QUOTED, _SOMEBODY, _BARE, _ITSELF = 0.5, 3.0, 2.5, 1.0
_SPEECH_MARKS = frozenset('"“”')


def why_span(story: NewsStory, mentions: list) -> tuple[int, int] | None:
    """Find the reason: the candidate that says it most plainly and nearest to the main event."""
    somebody = [m for m in story.near(mentions) if m.kind in ("PERSON", "ORG", "PLACE")]
    found = [
        (_weighed(story, told, cause, somebody), -cause.span[0], cause.span)
        for told in story.told
        for cause in causes_in(story.tree, told)
    ]
    best = max(found, default=None)
    return best[2] if best and best[0] >= _LEAST else None


def _weighed(story: NewsStory, told: StorySentence, cause: Cause, somebody: list) -> float:
    """Add what speaks for a reason (near the main event) and take off what speaks against it."""
    tree, tokens = story.tree, story.tree.tokens
    start, end = cause.span
    inside = [t for t in range(told.first, told.last) if start <= tokens.start[t] < end]
    shared = {tree.lemma(t) for t in range(told.first, told.last)} & story.topic
    score = cause.score + _SHARED * min(len(shared), _MOST) - _LATER * told.rank
    if told.rank < 2 and (told.verb == cause.token or told.verb in tree.heads(cause.token, 3)):
        score += _MAIN / (1 + told.rank)
    head = _first_noun(tree, inside)
    if head >= 0:
        named = any(m.start <= tokens.start[head] < m.end for m in somebody)
        alone = not _has_deed(tree, inside) and (named or tree.lemma(head) in people_nouns())
        score -= _SOMEBODY * alone + _ITSELF * (
            told.rank > 1 and tree.lemma(head) in story.topic & event_nouns()
        )
    before = range(told.first, inside[0]) if inside else ()
    quoted = sum(tokens.word[t] in _SPEECH_MARKS for t in before) % 2
    bare = sum(tokens.tag[t] not in ("DT", "PRP$") for t in inside) < 2
    return score - _QUOTED * quoted - _BARE * bare


def _has_deed(tree: Tree, inside: list[int]) -> bool:
    """Tell whether a verb or a noun that names an event stands before a circumstance of time and place."""
    for token in inside:
        if tree.tokens.word[token].lower() in ("in", "at", "on", "during"):
            return False
        if tree.is_verb(token) or tree.lemma(token) in event_nouns():
            return True
    return False


def _first_noun(tree: Tree, inside: list[int]) -> int:
    """Find the noun that ends the first noun phrase of an answer (-1 when it begins otherwise)."""
    head = -1
    for token in inside:
        if tree.tokens.tag[token] in ("IN", "TO", "CC", ",", "WDT", "WP") or tree.is_verb(token):
            break
        head = token if tree.is_noun(token) else head
    return head
