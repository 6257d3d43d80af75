"""Which events earn a row of a timeline: by what they are and by where in the sentence they are told.

A dated event earns one. Without a date, what a main clause tells does; what is only a purpose ("to halt the war"),
a background ("written by ...") or the object of another deed ("their calls for help") does not, unless it is news.
"""

from __future__ import annotations

from dateline.events.frames import SUPPORT
from dateline.events.ranking import NEWS
from dateline.timeline.clauses import LIGHT
from dateline.timeline.folding import Told
from dateline.timeline.syntax import SUBJECTS, Parse, is_purpose, is_verbal, position
from dateline.timeline.telling import (
    is_asked,
    is_background,
    is_doubted,
    is_due,
    is_generic,
    is_negated,
    is_of_gallery,
    is_spoken,
    is_supposed,
    is_thought,
    is_timeless,
    is_unfinished,
    is_wished,
)

# Speech that is news in itself, though the ontology gives it no type of its own.
TELLING = frozenset(
    "accuse admit announce apologize confess confirm deny pledge promise refuse resign threaten vow warn".split()
)
# Verbs and nouns that only lead to the event that they govern: "plans to meet" is told by "meet".
CARRIERS = frozenset(
    "aim attempt begin continue expect fear hope intend intention keep need plan prepare schedule seek start try "
    "want wish".split()
)
SAYING = frozenset(
    "according add comment explain indicate note quote remark report say state tell write".split()
)
# Verbs that tell all by themselves: "the minister resigned".
COMPLETE = frozenset(
    "abdicate appear arrive begin burn capsize close collapse collide crash derail die disappear drown end "
    "erupt escape explode fall flee land leave lose march open perish protest quit rally rebel reopen resign rest "
    "resume retire return riot rise sink start strike surrender survive vanish vote win withdraw".split()
) | {"break out", "step down"}
# What one thinks, reads or calls something is no event of a chronology.
_DULL = frozenset(
    "act address affect attribute base believe boast call cause characterize cite compare consider contain contribute "
    "depend describe deserve dub enhance enjoy exclaim face feature find form hear highlight imagine include indicate "
    "inspire know label lead learn lie like love mark matter mean mention name need outsmart owe own picture portray "
    "predict quote read realize recall refer reflect regard remember represent see seem show speak suggest tell think "
    "underscore understand use watch wonder work".split()
)
_STEPS = 6  # heads looked at above a word
_AWAY = ("infinitive", "participle", "relative")
_ISSUING = frozenset("release issue make deliver provide give publish prepare".split())
_PAPERS = frozenset("statement text transcript remark readout communique fact sheet release".split())
# told of a day, these are still no event
_IDLE = frozenset(
    "affect analysis attribute believe campaign cause claim contribute decision depend deserve development effort "
    "enhance enjoy experience feel focus follow hear highlight inspire know like look love mark matter mean need owe "
    "own poll predict reflect remain see seem spend steer support survey think turnout underscore understand use "
    "wake work".split()
)
# nouns that name a blow by themselves: "an election" or "their defeat" needs a day or the headline
_BLOWS = frozenset(
    "blast capsize collapse collision crash derailment earthquake eruption explosion fire flood quake riot shooting "
    "stampede wildfire wreck".split()
)
_DEEDS = frozenset(("ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "PROTEST", "SANCTION"))


def earns_a_row(parse: Parse | None, mention: Told, often: bool = False) -> bool:
    """Tell whether a mention, were it the only one of its event (or one of several: often), earns a row."""
    if parse is None:
        return True
    token = parse.at.get(mention.start, -1)
    if token < 0 or _is_furniture(parse, token) or is_asked(parse, token) or is_of_gallery(parse, token):
        return False
    if mention.action == "announce" and not _has_object(parse, mention.start, "obj", "ccomp"):
        return False
    place = position(parse, mention.start)
    if _is_opinion(parse, token, mention, often) or _is_naming(parse, token, mention):
        return False
    if "noun" in place and not _is_noun_told(parse, token, mention):
        return False
    if mention.first is not None:
        return _earns_dated(parse, token, mention, place)
    if not mention.members and not mention.place and not _tells_of_whom(parse, mention.start, place):
        return False
    if "noun" in place:
        return _earns_as_noun(parse, token, mention, place, often)
    if place in ("main", "aside"):
        return _earns_as_clause(parse, token, mention, place)
    return _earns_aside(parse, mention, place)


def _earns_dated(parse: Parse, token: int, mention: Told, place: str) -> bool:
    """Judge what is told of a day: all but idle words, mere occasions, and what verbs are for or say beside."""
    news = mention.action in NEWS
    if "noun" in place and not (mention.type or mention.members or news):
        return place == "noun" and _carries_a_clause(parse, token)
    if place == "infinitive" and mention.status == "hypothetical":
        return False
    ahead = place == "infinitive" and mention.status == "planned"
    state = parse.tokens.tag[token].startswith("JJ") and mention.action != "bankrupt"
    idle = not mention.type and (state or mention.action in _IDLE)
    deed = mention.type in _DEEDS or (bool(mention.type) and place != "participle")
    return not idle and (place not in _AWAY or ahead or deed or news)


def _earns_as_clause(parse: Parse, token: int, mention: Told, place: str) -> bool:
    """Judge what an undated clause with a subject tells."""
    news, opening = mention.action in NEWS, parse.tokens.sentence[token] in parse.opening
    if (
        place == "aside" and mention.status == "hypothetical"
    ):  # "should the minister win", "if the army attacks"
        return False
    if mention.status == "denied" and not (
        mention.actors and (mention.type or news) and is_negated(parse, token)
    ):
        return False
    background = is_background(parse, token) and not news
    if background or (is_unfinished(parse, token) and not opening):
        return False
    if mention.action in _DULL and not mention.actors:
        return False
    always = is_generic(parse, token) or not (mention.actors and mention.type)
    if always and is_timeless(parse, token) and not (opening and mention.status == "happened"):
        return False
    if not mention.type and not news and mention.action not in TELLING:
        whom = bool(mention.targets) or (opening and bool(mention.actors))
        return whom and mention.action not in _DULL
    return True


def _earns_as_noun(parse: Parse, token: int, mention: Told, place: str, often: bool) -> bool:
    """Judge an undated noun: it begins a sentence or is done by a light verb, or is told more than once."""
    news, opening = mention.action in NEWS, parse.tokens.sentence[token] in parse.opening
    if mention.status == "hypothetical":
        return False
    often = often and _says_more(parse, token)
    if place == "inner noun":
        return news and mention.type in _DEEDS and (often or opening)
    if mention.type == "CONSULT" and _is_spoken_of(parse, mention.start):
        return False
    blow = mention.action in _BLOWS or (news and opening and mention.status == "happened")
    return (mention.type in _DEEDS and (often or _carries_a_clause(parse, token))) or blow


def _earns_aside(parse: Parse, mention: Told, place: str) -> bool:
    """Judge what an undated infinitive, participle or relative clause tells."""
    if place == "infinitive":
        return mention.status == "planned" and not is_purpose(parse, mention.start)
    if mention.status not in ("happened", "hypothetical"):
        return False
    if place == "participle":
        return (
            mention.type in _DEEDS - {"CONSULT"}
            and mention.status == "happened"
            and _has_object(parse, mention.start)
        )
    return mention.type in _DEEDS or mention.action in NEWS


def _is_opinion(parse: Parse, token: int, mention: Told, often: bool) -> bool:
    """Tell what somebody wishes, thinks or says of himself from what is told as done or planned."""
    verbal, deed = is_verbal(parse, token), mention.type in _DEEDS - {"CONSULT"}
    unreal = mention.status in ("hypothetical", "denied")
    dated = mention.first is not None
    if verbal and unreal and is_wished(parse, token) and mention.type != "THREATEN":
        return not (dated and is_due(parse, token))
    if dated:
        return False
    if mention.status == "denied" and is_supposed(parse, token):
        return True
    if is_spoken(parse, token) and not (deed and mention.status == "happened"):
        return True
    if is_thought(parse, token) and not unreal and not deed:
        return True
    if verbal and mention.status == "hypothetical" and not is_doubted(parse, token):
        feared = deed and bool(mention.actors) and is_supposed(parse, token)
        return not (
            mention.type == "THREATEN"
            or (feared and (often or parse.tokens.sentence[token] in parse.opening))
        )
    return False


def _is_noun_told(parse: Parse, token: int, mention: Told) -> bool:
    """Tell "the strike" from the strike of "the strike committee", from "no strike" and "calls for help"."""
    told_of = [child for child in parse.children[token] if parse.tokens.relation[child] == "nmod"]
    if mention.type == "CONSULT" and not (mention.members or mention.place or told_of):  # "a news conference"
        return False
    calls_for = parse.lemma(token) == "call" and any(
        parse.tokens.word[case].lower() == "for" for child in told_of for case in parse.children[child]
    )
    return (
        not calls_for
        and mention.status != "denied"
        and parse.tokens.relation[token] not in ("compound", "amod")
    )


def _says_more(parse: Parse, token: int) -> bool:
    """Tell "the deployment on the border" and "the Oslo attacks" from "his talks"."""
    t = parse.tokens
    return any(
        t.relation[child] == "nmod" or (t.relation[child] == "compound" and t.tag[child].startswith("NNP"))
        for child in parse.children[token]
    )


def _is_naming(parse: Parse, token: int, mention: Told) -> bool:
    """Tell "called the sale a success" from "called the president"."""
    whom = any(target.startswith(("person:", "place:")) for target in mention.targets)
    relations = [parse.tokens.relation[child] for child in parse.children[token]]
    objects = [child for child in parse.children[token] if parse.tokens.relation[child] == "obj"]
    something = any(parse.lemma(child) in ("a", "an") for word in objects for child in parse.children[word])
    second = something or "xcomp" in relations or "ccomp" in relations or relations.count("obj") > 1
    return (
        mention.action == "call"
        and mention.type == "CONSULT"
        and is_verbal(parse, token)
        and (second or not whom)
    )


def _carries_a_clause(parse: Parse, token: int) -> bool:
    """Tell a noun that heads its sentence, is its subject or what a light verb carries."""
    t = parse.tokens
    for _ in range(_STEPS):
        if t.relation[token] != "conj" or t.head[token] < 0:
            break
        token = t.head[token]
    lemma = parse.lemma(t.head[token]) if t.head[token] >= 0 else ""
    return t.relation[token] in ("root", "nsubj", "nsubj:pass") or (
        t.relation[token] == "obj"
        and lemma in LIGHT | SUPPORT
        and position(parse, t.start[t.head[token]]) in ("main", "aside")
    )


def heads_opening(parse: Parse, start: int) -> bool:
    """Tell the verb that a headline or one of the first sentences is about: its root, or what its root says."""
    t, token = parse.tokens, parse.at.get(start, -1)
    if token < 0 or t.sentence[token] not in parse.opening or not t.tag[token].startswith("VB"):
        return False
    for _ in range(_STEPS):
        head, relation = t.head[token], t.relation[token]
        if head < 0:
            return True
        said = relation == "ccomp" and parse.lemma(head) in SAYING
        carried = relation == "xcomp" and parse.lemma(head) in CARRIERS
        if not (said or carried or (relation == "conj" and is_verbal(parse, head))):
            return False
        token = head
    return False


def _is_furniture(parse: Parse, token: int) -> bool:
    """Tell what a press office says of its own paper: "The following statement was released by ..."."""
    t = parse.tokens
    if parse.lemma(token) not in _ISSUING:
        return False
    subjects = [child for child in parse.children[token] if t.relation[child] == "nsubj:pass"]
    return any(parse.lemma(subject) in _PAPERS for subject in subjects)


def _tells_of_whom(parse: Parse, start: int, place: str) -> bool:
    """Tell "forty pilgrims were killed" from "I was hurt", "whose boat sank" and "an explosion"."""
    if "noun" in place:
        return False
    t, token = parse.tokens, parse.at[start]
    parts = [child for child in parse.children[token] if t.relation[child] in (*SUBJECTS, "obj")]
    nouns = [part for part in parts if t.tag[part].startswith(("NN", "CD"))]
    subjects = [part for part in parts if t.relation[part] in SUBJECTS]
    pronoun = any(t.tag[part] in ("PRP", "WP", "WDT", "DT") for part in subjects)
    owned = any(t.tag[child] in ("WP$", "PRP$") for part in subjects for child in parse.children[part])
    return bool(nouns) and not pronoun and not owned


def _is_spoken_of(parse: Parse, start: int) -> bool:
    """Tell "welcomed their calls for help" from "continued its talks"."""
    t, token = parse.tokens, parse.at[start]
    return t.relation[token] == "obj" and parse.lemma(t.head[token]) not in SUPPORT


def _has_object(parse: Parse, start: int, *what: str) -> bool:
    """Tell "killing nine", "detaining two journalists" from "the man arrested"."""
    token = parse.at[start]
    relations = {parse.tokens.relation[child] for child in parse.children[token]}
    return parse.tokens.relation[token] != "acl" and bool(relations & set(what or ("obj",)))
