"""Named signals of what an event tells: who takes part, when, where in the article, who says so, how it is seen."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.records import Event
from dateline.events.rows import telling
from dateline.events.rows.families import families_of
from dateline.events.rows.setting import Setting
from dateline.events.rows.syntax import (
    SUBJECTS,
    Parse,
    counted,
    deed_of_subject,
    governors,
    occasion_of,
    position,
)
from dateline.grammar import relations as rel
from dateline.grammar.clauses import is_clausal

_ISSUING = frozenset("release issue make deliver provide give publish prepare".split())
_PAPERS = frozenset("statement text transcript remark readout communique fact sheet release".split())
_SPEAKERS = frozenset(("i", "we", "you", "me", "us"))
_VAGUE = frozenset(("it", "this", "that", "which", "there", "what", "one"))
_PERSONS = frozenset(("he", "she", "they", "who", "him", "her", "them"))
_ABOVE = 8  # heads looked at above a word


def of_parties(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say who takes part, named or not."""
    parse, t = s.parse, s.parse.tokens
    named = bool(event.actor) + bool(event.target)
    yield ("nobody named", "one side named", "both sides named")[named]
    if event.actor:
        yield "actor named"
        yield f"{position(parse, event.start)} with an actor"
    if event.target:
        yield "target named"
    if event.place:
        yield "place named"
    if event.type and event.actor:
        yield "typed, with an actor"
    subjects = parse.kids(token, *SUBJECTS)
    if not subjects and is_clausal(parse, token):
        yield "no subject"
    for subject in subjects[:1]:
        word = t.word[subject].lower()
        if word in _SPEAKERS:
            yield "subject I, we or you"
        elif word in _VAGUE:
            yield "subject it, this or which"
        elif word in _PERSONS:
            yield "subject he, she, they or who"
        elif t.tag[subject].startswith("NNP"):
            yield "subject a name"
        elif t.tag[subject] == "NNS":
            yield "subject a plural"
        elif t.tag[subject].startswith("NN"):
            yield "subject a noun"
        else:
            yield "subject of another kind"
        kinds = {parse.relation(child) for child in parse.dependents(subject)}
        if any(t.word[child].lower() in ("a", "an") for child in parse.dependents(subject)):
            yield "subject with a"
        if rel.NUMBER in kinds:
            yield "subject with a number"
        if not kinds and t.tag[subject] == "NNS":
            yield "subject a bare plural"
        if subject in s.by_token:
            yield "subject an event"
    for child in parse.dependents(token):
        if parse.stands_as(child, rel.OBJECT):
            if t.tag[child].startswith("PRP"):
                yield "object a pronoun"
            if child in s.by_token:
                yield "object an event"
            if t.tag[child].startswith("NNP"):
                yield "object a name"
    if counted(parse, event.start):
        yield "told with a number"


def of_time(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say how it is dated and whether it is real."""
    yield f"status {event.status}"
    place = position(s.parse, event.start)
    kind = "noun" if "noun" in place else "clause" if place in ("main", "aside") else "inner clause"
    if event.date_start is None:
        yield "no date"
        return
    if event.first is None:
        yield "date without days"
        return
    yield "dated"
    yield f"dated {kind}"
    yield f"dated {event.status}"
    yield f"dated to a {event.grain or 'stretch'}"
    if s.published is not None and event.last is not None:
        away = (s.published - event.last).days
        yield (
            "dated long ago"
            if away > 400
            else "dated some time ago"
            if away > 14
            else ("dated to these days" if away > -2 else "dated ahead")
        )


def of_place(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say where in the article it stands."""
    part, before = s.parts[event.sentence], s.body[event.sentence]
    yield f"in the {part}"
    if part == "body":
        near = (
            ("first", "second", "third")[before]
            if before < 3
            else "fourth to eighth"
            if before < 8
            else "later"
        )
        yield f"{near} sentence"
        if position(s.parse, event.start) == "main":
            yield f"main clause, {near} sentence"
    if telling_opens(s.parse, token):
        yield "what the opening is about"
    if s.parse.is_root(token):
        yield "root"
    sentence = s.parse.tokens.sentences[event.sentence] if s.parse.tokens.sentences else None
    if sentence is not None:
        length = sentence.last - sentence.first
        yield "short sentence" if length < 12 else "long sentence" if length > 30 else "middling sentence"


def telling_opens(parse: Parse, token: int) -> bool:
    """Tell the verb that a headline or one of the first sentences is about: its root, or what its root says."""
    t = parse.tokens
    if t.sentence[token] not in parse.opening or not t.tag[token].startswith("VB"):
        return False
    for _ in range(_ABOVE):
        head, relation = parse.governor(token), parse.relation(token)
        if head < 0:
            return True
        families = families_of(parse.lemma(head))
        said = relation == rel.COMPLEMENT and "saying" in families
        carried = relation == rel.CONTROLLED and "carrying" in families
        if not (said or carried or (relation == rel.CONJUNCT and is_clausal(parse, head))):
            return False
        token = head
    return False


def of_speech(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say in whose voice it is told."""
    parse = s.parse
    if s.quoted[token]:
        yield "in quotation marks"
    if event.said_by:
        yield "told by somebody"
        yield f"told by somebody, {event.status}"
    if telling.is_spoken(parse, token):
        yield "spoken of I, we or you"
    if telling.is_thought(parse, token):
        yield "only thought"
    if telling.is_asked(parse, token):
        yield "question"
    if telling.is_of_gallery(parse, s.gallery, token):
        yield "picture or page furniture"
    if _is_paper(parse, token):
        yield "paper of a press office"


def of_view(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say whether it is told as news, as a wish or as what always holds."""
    parse = s.parse
    verbal = is_clausal(parse, token)
    if verbal and telling.is_wished(parse, token):
        yield "should, must or would"
    if telling.is_due(parse, token):
        yield "must"
    if verbal and telling.is_supposed(parse, token):
        yield "could, may or would"
    if telling.is_negated(parse, token):
        yield "negated"
    if telling.is_doubted(parse, token):
        yield "told with a doubt"
    if verbal and telling.is_timeless(parse, token):
        yield "simple present"
    if telling.is_unfinished(parse, token):
        yield "no finite form"
    if telling.is_background(parse, token):
        yield "background"
    if telling.is_generic(parse, token):
        yield "many at all times"
    if _is_naming(parse, token, event):
        yield "names something"


def _is_naming(parse: Parse, token: int, event: Event) -> bool:
    """Tell "called the sale a success" from "called the president"."""
    if event.action != "call" or not is_clausal(parse, token):
        return False
    whom = any(target.startswith(("person:", "place:")) for target in event.target)
    relations = [parse.relation(child) for child in parse.dependents(token)]
    objects = parse.kids(token, rel.OBJECT)
    something = any(parse.lemma(child) in ("a", "an") for word in objects for child in parse.dependents(word))
    second = (
        something
        or rel.CONTROLLED in relations
        or rel.COMPLEMENT in relations
        or relations.count(rel.OBJECT) > 1
    )
    return second or not whom


def _is_paper(parse: Parse, token: int) -> bool:
    """Tell what a press office says of its own paper: "The following statement was released by ..."."""
    if parse.lemma(token) not in _ISSUING:
        return False
    subjects = parse.kids(token, rel.PASSIVE_SUBJECT)
    return any(parse.lemma(subject) in _PAPERS for subject in subjects)


def of_others(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say how it stands to the other events of its article."""
    parse = s.parse
    above = governors(parse, event.start)
    if any(start in s.starts for start in above):
        yield "object or purpose of another event"
    if occasion_of(parse, event.start) in s.starts:
        yield "occasion of another event"
    if deed_of_subject(parse, event.start) in s.starts:
        yield "subject of another event"
    head = parse.governor(token)
    if head in s.by_token:
        yield f"{parse.relation(token).partition(':')[0]} of another event"
    elif head >= 0:
        yield "under no event"
    below = [child for child in parse.dependents(token) if child in s.by_token]
    for child in below:
        yield f"has an event as {parse.relation(child).partition(':')[0]}"
    first, last = s.told[event.action]
    if first < event.start:
        yield "word used before"
    if last > event.start:
        yield "word used again"
    if event.action in s.headline and s.parts[event.sentence] != "headline":
        yield "word of the headline"
    beside = s.beside[event.sentence]
    few = "few" if beside < 5 else "many"
    yield "alone in its sentence" if beside == 1 else f"{few} events in its sentence"
