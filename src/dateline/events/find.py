"""Events of one text, and the events table of many: triggers, roles, times, status and type put together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.events.arguments import Arguments, arguments
from dateline.events.coding import code_of, one_type_each
from dateline.events.counts import TriggerCounts
from dateline.events.frames import MOTION
from dateline.events.participants import Cast, cast_of, entities_of, mentions_of
from dateline.events.records import Event, Trigger
from dateline.events.status import status_of, with_date
from dateline.events.times import UNKNOWN, When, date_events
from dateline.events.tree import Tree, tree_of
from dateline.events.triggers import find_triggers
from dateline.language import Tokens


def events_in(
    tokens: Tokens,
    mentions: Iterable = (),
    dates: Iterable = (),
    quotes: Iterable = (),
    published: date | None = None,
    counts: TriggerCounts | None = None,
) -> list[Event]:
    """Find what happens in a text: who does what to whom, where, when, and whether it really did.

    Parameters
    ----------
    tokens : Tokens
        The parse of the text.
    mentions, dates, quotes : iterables of Mention, DatePhrase, Quote
        What earlier steps found; each may be empty.
    published : datetime.date, optional
        The day of publication; without it, what is to come is told by grammar alone.
    counts : TriggerCounts, optional
        Counts to judge triggers by; those of the package when left out.

    Returns
    -------
    list of Event
        In order of the text; `first` and `last` are closed limits, None where unknown.
    """
    tree = tree_of(tokens)
    triggers = find_triggers(tree, counts)
    cast = cast_of(tree, mentions)
    times = date_events(tree, triggers, dates, published)
    speakers = _speakers(quotes)
    events = [
        _event(tree, trigger, cast, times.get(trigger.token, UNKNOWN), speakers, published)
        for trigger in triggers
    ]
    return one_type_each(tree, triggers, events)


def _event(
    tree: Tree, trigger: Trigger, cast: Cast, when: When, speakers: list, published: date | None
) -> Event:
    tokens, token = tree.tokens, trigger.token
    args = arguments(tree, token)
    actors = entities_of(tree, cast, args.actors)
    targets = [entity for entity in _targets(tree, cast, token, args) if entity not in actors]
    places = _places(tree, cast, args)
    code = code_of(tree, token, args, actors, targets)
    status = with_date(status_of(tree, token, trigger.class_), when.first, when.last, published)
    start, end = tokens.start[token], tokens.end[token]
    return Event(
        start=start,
        end=end,
        text=tokens.text[start:end],
        sentence=tokens.sentence[token],
        action=_action(tree, token),
        class_=trigger.class_,
        type=code.type,
        actor="; ".join(actors),
        target="; ".join(targets),
        place="; ".join(places),
        first=when.first,
        last=when.last,
        grain=when.grain,
        date_start=when.phrase.start if when.phrase else None,
        date_end=when.phrase.end if when.phrase else None,
        status=status,
        said_by=_said_by(start, end, speakers),
        score=code.score,
    )


def _action(tree: Tree, token: int) -> str:
    """Name the action: the lemma, with the particle of a phrasal verb ("carry out")."""
    particles = [tree.lemma(word) for word in tree.kids(token, "compound:prt")]
    return " ".join((tree.lemma(token), *particles))


def _targets(tree: Tree, cast: Cast, token: int, args: Arguments) -> list[str]:
    """List the entities acted on; where one only goes to is a place, not a target."""
    words = args.targets
    if tree.lemma(token) in MOTION:
        words = [
            word for word in words if not _is_place(tree, cast, word) or tree.tokens.relation[word] == "obj"
        ]
    return entities_of(tree, cast, words)


def _places(tree: Tree, cast: Cast, args: Arguments) -> list[str]:
    places = [
        mention.entity
        for word in args.places
        for mention in mentions_of(tree, cast, word)
        if mention.kind == "PLACE"
    ]
    return list(dict.fromkeys(places))


def _is_place(tree: Tree, cast: Cast, word: int) -> bool:
    mention = cast.by_token.get(word)
    return mention is not None and mention.kind == "PLACE"


def _speakers(quotes: Iterable) -> list[tuple[int, int, str]]:
    return sorted((quote.start, quote.end, quote.speaker) for quote in quotes if quote.speaker)


def _said_by(start: int, end: int, speakers: list[tuple[int, int, str]]) -> str:
    """Name who says it: the speaker of the innermost quote round the trigger."""
    best, width = "", None
    for first, last, speaker in speakers:
        if first > start:
            break
        if last >= end and (width is None or last - first <= width):
            best, width = speaker, last - first
    return best
