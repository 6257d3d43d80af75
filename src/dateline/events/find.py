"""Events of one text, and the events table of many: triggers, roles, times, status and type put together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dateline.events.act import Act
from dateline.events.answers import answered
from dateline.events.coding import code_of, one_type_each
from dateline.events.counts import TriggerCounts
from dateline.events.headlines import announced
from dateline.events.learned_status import odds_of, with_learned
from dateline.events.participants import (
    Cast,
    cast_of,
    entities_of,
    is_mere_town,
    mentions_of,
    reporting_firm,
    speaking_side,
)
from dateline.events.records import Event, Trigger
from dateline.events.rows import with_rows
from dateline.events.status import Statuses, with_date, with_reading
from dateline.events.times import UNKNOWN, When, date_events
from dateline.events.triggers import find_triggers
from dateline.grammar import relations as rel
from dateline.grammar.arguments import Arguments, arguments
from dateline.grammar.frames import JOINT, MOTION, PLACE_NOUNS
from dateline.grammar.targets import purpose_targets
from dateline.grammar.tree import Tree, tree_of
from dateline.language import Tokens
from dateline.ontology import Code

_NESTED = 64  # quotes looked at left of an event; more do not stand in one another


def events_in(
    tokens: Tokens,
    mentions: Iterable = (),
    dates: Iterable = (),
    quotes: Iterable = (),
    published: date | None = None,
    counts: TriggerCounts | None = None,
    unnamed: Iterable = (),
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
    unnamed : iterable of Antecedent
        Whom pronouns mean that no name names, for the words of rows.

    Returns
    -------
    list of Event
        In order of the text; `first` and `last` are closed limits, None where unknown.
    """
    tree, mentions, dates = tree_of(tokens), list(mentions), list(dates)
    events = told_events(tree, mentions, dates, quotes, published, counts)
    rows = with_rows(events, tree, mentions, published, dates, unnamed=unnamed)
    return with_learned(rows, tree, published)


def told_events(
    tree: Tree,
    mentions: Iterable = (),
    dates: Iterable = (),
    quotes: Iterable = (),
    published: date | None = None,
    counts: TriggerCounts | None = None,
) -> list[Event]:
    """Find the same without what only the whole article tells: words, weights and days of rows, statuses learned."""
    tokens = tree.tokens
    triggers = find_triggers(tree, counts)
    cast = cast_of(tree, mentions)
    times = date_events(tree, triggers, dates, published, cast)
    filled = [_filled(tree, trigger.token, cast) for trigger in triggers]
    deeds = frozenset(
        trigger.token for trigger, roles in zip(triggers, filled, strict=True) if roles.code.type
    )
    statuses = Statuses(tree, {trigger.token: trigger.class_ for trigger in triggers}, deeds)
    spans = [(tokens.start[trigger.token], tokens.end[trigger.token]) for trigger in triggers]
    events = []
    for trigger, roles, speaker in zip(triggers, filled, _speakers(spans, quotes), strict=True):
        when = times.get(trigger.token, UNKNOWN)
        odds = odds_of(tree, trigger.token)
        judged = with_date(*with_reading(*statuses.judged(trigger.token), odds), when.first, published)
        when = _told_by(published, when, judged[0])
        events.append(_event(tree, trigger, roles, when, judged, speaker))
    events = answered(one_type_each(tree, triggers, events), tree, triggers)
    return announced(events, tree)


def _told_by(published: date | None, when: When, status: str) -> When:
    """End the days of what has happened with publication: "fell this week" can't be of days to come."""
    if published is None or status != "happened" or when.first is None or when.last is None:
        return when
    return when._replace(last=published) if when.first < published < when.last else when


class _Filled(NamedTuple):
    """The entities in the roles of one event, and its code."""

    actors: list[str]
    targets: list[str]
    places: list[str]
    code: Code


def act_of(tree: Tree, token: int, cast: Cast) -> Act:
    """Find who does what an event word tells, and to whom, as far as coding asks."""
    args = _taking_place(tree, token, cast, arguments(tree, token))
    actors = entities_of(tree, cast, args.actors, acting=True)
    actors = actors or reporting_firm(tree, cast, token)
    undergoing = entities_of(tree, cast, _pronoun_objects(tree, token))
    actors = [actor for actor in actors if actor not in undergoing]  # "her team replaced her": she did not
    if tree.is_noun(token) and len(actors) < 2 and tree.lemma(token) in JOINT:
        actors = [*speaking_side(tree, cast, token, actors), *actors]
    targets = [entity for entity in _targets(tree, cast, token, args) if entity not in actors]
    return Act(tree, token, args, actors, targets)


def _filled(tree: Tree, token: int, cast: Cast) -> _Filled:
    act = act_of(tree, token, cast)
    code, actors, targets = code_of(act), act.actors, act.targets
    if code.type == "PROTEST" and not targets:
        targets = [e for e in entities_of(tree, cast, purpose_targets(tree, token)) if e not in actors]
    return _Filled(actors, targets, _places(tree, cast, act.args), code)


def _pronoun_objects(tree: Tree, token: int) -> list[int]:
    """List the pronouns acted on, which never mean the subject: "him", not "himself"."""
    words = tree.tokens.word
    return [
        word
        for word in tree.kids(token, *rel.OBJECTS)
        if tree.tokens.tag[word] == "PRP" and not words[word].lower().endswith(("self", "selves"))
    ]


def _taking_place(tree: Tree, token: int, cast: Cast, args: Arguments) -> Arguments:
    """Take the town of "the Leeds explosion" for where it was; only capitals stand for states that act."""
    towns = [
        word
        for word in args.actors
        if tree.governor(word, rel.COMPOUND) == token
        if (mention := cast.by_token.get(word)) is not None and is_mere_town(mention)
    ]
    actors = [word for word in args.actors if word not in towns]
    return args._replace(actors=actors, places=[*args.places, *towns]) if towns else args


def _event(
    tree: Tree, trigger: Trigger, roles: _Filled, when: When, judged: tuple[str, str], speaker: str
) -> Event:
    tokens, token = tree.tokens, trigger.token
    start, end = tokens.start[token], tokens.end[token]
    return Event(
        start=start,
        end=end,
        text=tokens.text[start:end],
        sentence=tokens.sentence[token],
        action=_action(tree, token),
        class_=trigger.class_,
        type=roles.code.type,
        actor=tuple(roles.actors),
        target=tuple(roles.targets),
        place=tuple(roles.places),
        first=when.first,
        last=when.last,
        grain=when.grain,
        date_start=when.phrase.start if when.phrase else None,
        date_end=when.phrase.end if when.phrase else None,
        status=judged[0],
        status_rule=judged[1],
        type_rule=roles.code.rule,
        said_by=speaker,
        score=roles.code.score,
    )


def _action(tree: Tree, token: int) -> str:
    """Name the action: the lemma, with the particle of a phrasal verb ("carry out")."""
    particles = [tree.lemma(word) for word in tree.kids(token, rel.PARTICLE)]
    return " ".join((tree.lemma(token), *particles))


def _targets(tree: Tree, cast: Cast, token: int, args: Arguments) -> list[str]:
    """List the entities acted on; where one only goes to is a place, not a target."""
    words = args.targets
    if tree.lemma(token) in MOTION:
        words = [
            word for word in words if not _is_place(tree, cast, word) or tree.stands_as(word, rel.OBJECT)
        ]
    return entities_of(tree, cast, words)


def _places(tree: Tree, cast: Cast, args: Arguments) -> list[str]:
    """List the places where it happens: names, also of what a town or border is the town or border of."""
    found = []
    for word in args.places:
        covering = cast.by_token.get(word)
        nearby = mentions_of(tree, cast, word) if tree.lemma(word) in PLACE_NOUNS else []
        found += [covering] if covering is not None else nearby
    return list(dict.fromkeys(mention.entity for mention in found if mention.kind == "PLACE"))


def _is_place(tree: Tree, cast: Cast, word: int) -> bool:
    mention = cast.by_token.get(word)
    return mention is not None and mention.kind == "PLACE"


def _speakers(spans: Iterable[tuple[int, int]], quotes: Iterable) -> list[str]:
    """Name who says each span, in order of the text: the speaker of the innermost quote round it, or ""."""
    waiting = sorted(((q.start, q.end, q.speaker) for q in quotes if q.speaker), reverse=True)
    open_quotes: list[tuple[int, int, str]] = []
    speakers = []
    for start, end in spans:
        while waiting and waiting[-1][0] <= start:
            open_quotes.append(waiting.pop())
        open_quotes = [quote for quote in open_quotes if quote[1] > start][-_NESTED:]
        round_it = [quote for quote in open_quotes if quote[1] >= end]
        speakers.append(
            min(round_it, key=lambda quote: (quote[1] - quote[0], -quote[0]))[2] if round_it else ""
        )
    return speakers
