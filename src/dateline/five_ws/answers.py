"""The six answers of one article.

Method: news tells the main event in headline and lead. Each question has candidates there (the subjects for who, the
days for when, the phrases that give a reason for why ...), rated by a few weights that are written beside them: how
early they are told, whether they hang on a main verb, how plainly they answer. The best is the answer; what is too
weak is left out. The pattern of candidates and scores follows Hamborg, Breitinger and Gipp (2019), Giveme5W1H.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dateline.cells import joined
from dateline.five_ws.actors import who_span
from dateline.five_ws.circumstances import when_span, where_span
from dateline.five_ws.manners import how_span
from dateline.five_ws.predicates import what_span
from dateline.five_ws.reasons import why_span
from dateline.five_ws.story import story_of
from dateline.language import Tokens

QUESTIONS = ("who", "what", "when", "where", "why", "how")


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
    story = story_of(tokens)
    mentions = sorted(mentions, key=lambda mention: mention.start)
    spans = {
        "who": who_span(story, mentions),
        "what": what_span(story),
        "when": when_span(story, dates, published),
        "where": where_span(story, mentions),
        "why": why_span(story, mentions),
        "how": how_span(story),
    }
    return [_answer(tokens, question, span, mentions) for question in QUESTIONS if (span := spans[question])]


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
    return Answer(question, start, end, tokens.text[start:end], joined(m.entity for m in inside))


def _whole_names(span: tuple[int, int], mentions: list) -> tuple[int, int]:
    """Widen a span that begins or ends within a name to the whole name."""
    cut = [m for m in mentions if m.form == "name" and m.start < span[1] and m.end > span[0]]
    return min([span[0], *(m.start for m in cut)]), max([span[1], *(m.end for m in cut)])
