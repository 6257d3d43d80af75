"""What speaks for and against a row in a chronology: named signals of one event, each readable in its sentence.

A signal is a name and a number, mostly 1. The weights (see `weights`) are learned; nothing here decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dateline.events.frames import SUPPORT
from dateline.events.ranking import EMPTY, NEWS
from dateline.events.records import Event
from dateline.events.rows import telling
from dateline.events.rows.clauses import COMING_ABOUT, LIGHT
from dateline.events.rows.families import families_of
from dateline.events.rows.syntax import (
    SUBJECTS,
    Parse,
    counted,
    deed_of_subject,
    governors,
    is_definite,
    is_purpose,
    is_state,
    is_verbal,
    occasion_of,
    position,
)

# Verbs that tell all by themselves: "the minister resigned".
COMPLETE = frozenset(
    "abdicate appear arrive begin burn capsize close collapse collide crash derail die disappear drown end "
    "erupt escape explode fall flee land leave lose march open perish protest quit rally rebel reopen resign rest "
    "resume retire return riot rise sink start strike surrender survive vanish vote win withdraw".split()
) | {"break out", "step down"}
_ISSUING = frozenset("release issue make deliver provide give publish prepare".split())
_PAPERS = frozenset("statement text transcript remark readout communique fact sheet release".split())
_SPEAKERS = frozenset(("i", "we", "you", "me", "us"))
_VAGUE = frozenset(("it", "this", "that", "which", "there", "what", "one"))
_PERSONS = frozenset(("he", "she", "they", "who", "him", "her", "them"))
_STEPS = 8  # heads looked at above a word
_NEAR = 120  # words looked at on either side for quotation marks


class Setting(NamedTuple):
    """What the signals of every event of one article are read from."""

    parse: Parse
    events: list[Event]
    by_token: dict[int, int]  # token -> number of its event
    published: date | None
    quoted: list[bool]  # of each token: within quotation marks
    headline: frozenset[str]  # families and lemmas of the headline's events
    parts: list[str]  # of each sentence
    body: list[int]  # of each sentence: how many of the body stand before it
    starts: frozenset[int]  # where events begin
    told: dict[str, tuple[int, int]]  # action -> where it is told first and last
    beside: Counter[int]  # sentence -> how many events


def setting_of(parse: Parse, events: list[Event], published: date | None) -> Setting:
    """Gather what is looked at for every event of an article."""
    parts = [sentence.part for sentence in parse.tokens.sentences]
    by_token = {
        parse.at[event.start]: number for number, event in enumerate(events) if event.start in parse.at
    }
    opening = {event.action for event in events if parts[event.sentence] == "headline"}
    body, seen = [], 0
    for part in parts:
        body.append(seen)
        seen += part == "body"
    told: dict[str, tuple[int, int]] = {}
    for event in events:
        first, last = told.get(event.action, (event.start, event.start))
        told[event.action] = min(first, event.start), max(last, event.start)
    return Setting(
        parse, events, by_token, published, _quoted(parse), frozenset(opening), parts, body,
        frozenset(event.start for event in events), told, Counter(event.sentence for event in events),
    )  # fmt: skip


def _quoted(parse: Parse) -> list[bool]:
    """Tell for every word whether it stands within quotation marks of its sentence."""
    t, inside, out, sentence = parse.tokens, False, [], -1
    for number, word in enumerate(t.word):
        if t.sentence[number] != sentence:
            sentence, inside = t.sentence[number], False
        if word in ("“", "``", "«", "„"):
            inside = True
        elif word in ("”", "''", "»"):
            inside = False
        elif word == '"':
            inside = not inside
        out.append(inside)
    return out


def signals_of(setting: Setting, number: int) -> dict[str, float]:
    """Read every signal of one event.

    Parameters
    ----------
    setting : Setting
        The article.
    number : int
        Of the event in `setting.events`.

    Returns
    -------
    dict of str to float
        The signals that are there; those that are not are left out.
    """
    event = setting.events[number]
    token = setting.parse.at.get(event.start, -1)
    if token < 0:
        return {}
    found: dict[str, float] = {}
    for read in (
        _of_word,
        _of_clause,
        _of_parties,
        _of_time,
        _of_place,
        _of_speech,
        _of_view,
        _of_others,
        _together,
    ):
        for name in read(setting, event, token):
            found[name] = 1.0
    return found


def _together(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say what counts only together: what kind of deed it is, and where in its sentence it stands."""
    parse, t = s.parse, s.parse.tokens
    place = position(parse, event.start)
    relation = t.relation[token].partition(":")[0]
    for family in families_of(event.action):
        yield f"{place} of {family}"
    number = counted(parse, event.start)
    if number:
        yield f"{place} told with a number"
    yield f"{place}, {event.class_}"
    yield f"{relation}, {_FORMS.get(t.tag[token], t.tag[token])}"
    if event.type:
        yield f"{place} typed"
    if event.said_by:
        yield f"{place} told by somebody"
    if s.parts[event.sentence] != "body":
        yield f"{place} in the {s.parts[event.sentence]}"
    if event.first is not None:
        yield f"{place} dated"


def _of_word(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say what the word itself is: its class, its type, its family."""
    tag, lemma = s.parse.tokens.tag[token], event.action
    yield f"class {event.class_}"
    yield f"type {event.type or 'none'}"
    if event.type:
        yield "typed"
    kind = "noun" if tag.startswith("NN") else "verb" if tag.startswith("VB") else "other word"
    families = families_of(lemma)
    for family in families:
        yield f"{kind}: {family}"
    if not families:
        yield f"{kind}: no family"
    if lemma in NEWS:
        yield f"news {kind}"
    if lemma in EMPTY:
        yield "empty verb"
    if lemma in COMPLETE:
        yield "tells all by itself"
    if tag.startswith("NNP"):
        yield "proper noun"
    if tag.startswith("JJ"):
        yield "adjective"


def _of_clause(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say where in its sentence the word stands, in what form and under what."""
    parse, t = s.parse, s.parse.tokens
    place, tag, relation, head = position(parse, event.start), t.tag[token], t.relation[token], t.head[token]
    yield f"position {place}"
    yield f"form {_FORMS.get(tag, tag)}"
    yield f"relation {relation}"
    yield f"{place} {event.status}"
    yield f"depth {min(_depth(parse, token), 4)}"
    if head >= 0:
        yield f"under {t.tag[head][:2]}"
        families = families_of(parse.lemma(head)) if t.tag[head].startswith(("VB", "NN")) else ()
        for family in families:
            if family in _GOVERNING:
                yield f"{relation.partition(':')[0]} of {family}"
    children = {t.relation[child] for child in parse.children[token]}
    helpers = [child for child in parse.children[token] if t.relation[child] in ("aux", "aux:pass", "cop")]
    for name, words in _PARTS.items():
        if name in children:
            yield words
    if "aux:pass" in children or "nsubj:pass" in children:
        yield "passive"
    words = {t.word[child].lower() for child in helpers}
    if words & {"has", "have", "had", "'ve", "’ve", "having"}:
        yield "pluperfect" if "had" in words else "perfect"
    if tag == "VBG" and helpers:
        yield "progressive"
    if is_purpose(parse, event.start):
        yield "purpose"
    if relation == "amod" and tag in ("VBN", "VBG") and token < head:
        yield "participle before its noun"
    if is_state(parse, event.start):
        yield "state"
    if parse.lemma(token) in LIGHT and _carried(s, token, "obj", "nsubj:pass"):
        yield "light verb of an event"
    if parse.lemma(token) in COMING_ABOUT and _carried(s, token, "nsubj"):
        yield "only says that an event came about"
    if "noun" in place:
        yield from _of_noun(s, event, token)


_FORMS = {
    "VBD": "past tense", "VBN": "past participle", "VBZ": "present tense", "VBP": "present tense", "VBG": "-ing",
    "VB": "infinitive", "NN": "noun", "NNS": "plural noun", "NNP": "proper noun", "NNPS": "proper noun",
    "JJ": "adjective",
}  # fmt: skip
_PARTS = {
    "obj": "with an object", "xcomp": "with an infinitive", "ccomp": "with a clause that it tells",
    "obl": "with a circumstance", "advcl": "with a side clause", "cop": "with a form of be",
    "compound:prt": "with a particle", "obl:agent": "with by whom", "nmod": "noun with of, in or the like",
    "compound": "noun with a noun before it",
}  # fmt: skip
_GOVERNING = frozenset(
    (
        "saying",
        "speech act",
        "carrying",
        "aspect",
        "thinking",
        "light",
        "bearing",
        "relation",
        "control",
        "failing",
    )
)


def _of_noun(s: Setting, event: Event, token: int) -> Iterator[str]:
    parse, t = s.parse, s.parse.tokens
    if is_definite(parse, event.start):
        yield "definite noun told of nobody"
    for child in parse.children[token]:
        if t.relation[child] == "det":
            yield f"noun with {'the' if t.word[child].lower() in ('the', 'this', 'that', 'these', 'those') else 'a'}"
        elif t.relation[child] == "nmod:poss":
            yield "noun with an owner"
        elif t.relation[child] == "nummod":
            yield "noun with a number"
        elif t.relation[child] in ("compound", "amod") and t.tag[child].startswith("NNP"):
            yield "noun with a name before it"
        elif t.relation[child] == "acl":
            yield "noun with a participle"
    head = t.head[token]
    if head >= 0 and t.relation[token] == "obj" and parse.lemma(head) in LIGHT | SUPPORT:
        yield "object of a light verb"
    if t.tag[token] == "NNS":
        yield "plural noun"


def _carried(s: Setting, token: int, *relations: str) -> bool:
    t = s.parse.tokens
    return any(child in s.by_token and t.relation[child] in relations for child in s.parse.children[token])


def _depth(parse: Parse, token: int) -> int:
    depth = 0
    while parse.tokens.head[token] >= 0 and depth < _STEPS:
        token, depth = parse.tokens.head[token], depth + 1
    return depth


def _of_parties(s: Setting, event: Event, token: int) -> Iterator[str]:
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
    subjects = [child for child in parse.children[token] if t.relation[child] in SUBJECTS]
    if not subjects and is_verbal(parse, token):
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
        kinds = {t.relation[child] for child in parse.children[subject]}
        if any(t.word[child].lower() in ("a", "an") for child in parse.children[subject]):
            yield "subject with a"
        if "nummod" in kinds:
            yield "subject with a number"
        if not kinds and t.tag[subject] == "NNS":
            yield "subject a bare plural"
        if subject in s.by_token:
            yield "subject an event"
    for child in parse.children[token]:
        if t.relation[child] == "obj":
            if t.tag[child].startswith("PRP"):
                yield "object a pronoun"
            if child in s.by_token:
                yield "object an event"
            if t.tag[child].startswith("NNP"):
                yield "object a name"
    if counted(parse, event.start):
        yield "told with a number"


def _of_time(s: Setting, event: Event, token: int) -> Iterator[str]:
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


def _of_place(s: Setting, event: Event, token: int) -> Iterator[str]:
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
    if s.parse.tokens.head[token] < 0:
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
    for _ in range(_STEPS):
        head, relation = t.head[token], t.relation[token]
        if head < 0:
            return True
        families = families_of(parse.lemma(head))
        said = relation == "ccomp" and "saying" in families
        carried = relation == "xcomp" and "carrying" in families
        if not (said or carried or (relation == "conj" and is_verbal(parse, head))):
            return False
        token = head
    return False


def _of_speech(s: Setting, event: Event, token: int) -> Iterator[str]:
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
    if telling.is_of_gallery(parse, token):
        yield "picture or page furniture"
    if _is_paper(parse, token):
        yield "paper of a press office"


def _of_view(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say whether it is told as news, as a wish or as what always holds."""
    parse = s.parse
    verbal = is_verbal(parse, token)
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
    if event.action != "call" or not is_verbal(parse, token):
        return False
    whom = any(target.startswith(("person:", "place:")) for target in event.target.split("; "))
    relations = [parse.tokens.relation[child] for child in parse.children[token]]
    objects = [child for child in parse.children[token] if parse.tokens.relation[child] == "obj"]
    something = any(parse.lemma(child) in ("a", "an") for word in objects for child in parse.children[word])
    second = something or "xcomp" in relations or "ccomp" in relations or relations.count("obj") > 1
    return second or not whom


def _is_paper(parse: Parse, token: int) -> bool:
    """Tell what a press office says of its own paper: "The following statement was released by ..."."""
    t = parse.tokens
    if parse.lemma(token) not in _ISSUING:
        return False
    subjects = [child for child in parse.children[token] if t.relation[child] == "nsubj:pass"]
    return any(parse.lemma(subject) in _PAPERS for subject in subjects)


def _of_others(s: Setting, event: Event, token: int) -> Iterator[str]:
    """Say how it stands to the other events of its article."""
    parse, t = s.parse, s.parse.tokens
    above = governors(parse, event.start)
    if any(start in s.starts for start in above):
        yield "object or purpose of another event"
    if occasion_of(parse, event.start) in s.starts:
        yield "occasion of another event"
    if deed_of_subject(parse, event.start) in s.starts:
        yield "subject of another event"
    head = t.head[token]
    if head in s.by_token:
        yield f"{t.relation[token].partition(':')[0]} of another event"
    elif head >= 0:
        yield "under no event"
    below = [child for child in parse.children[token] if child in s.by_token]
    for child in below:
        yield f"has an event as {t.relation[child].partition(':')[0]}"
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
