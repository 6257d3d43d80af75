"""Which events earn a row of a timeline: by what they are and by where in the sentence they are told.

A dated event earns one. Without a date, what a main clause tells does; what is only a purpose ("to halt the war"),
a background ("written by ...") or the object of another deed ("their calls for help") does not, unless it is news.
"""

from __future__ import annotations

from dateline.events.frames import SUPPORT
from dateline.events.ranking import NEWS
from dateline.timeline.folding import Told
from dateline.timeline.syntax import SUBJECTS, Parse, is_purpose, position

# Speech that is news in itself, though the ontology gives it no type of its own.
TELLING = frozenset(
    "accuse admit announce apologize confess confirm deny pledge promise refuse resign threaten vow warn".split()
)
# Verbs and nouns that only lead to the event that they govern: "plans to meet" is told by "meet".
CARRIERS = frozenset(
    "aim attempt begin continue expect fear hope intend intention keep need plan prepare schedule seek start try "
    "want wish".split()
)
SAYING = frozenset("according add comment explain note quote remark report say state tell write".split())
# Verbs that tell all by themselves: "the minister resigned".
COMPLETE = frozenset(
    "abdicate appear arrive begin burn capsize close collapse collide crash derail die disappear drown end "
    "erupt escape explode fall flee land leave lose march open perish protest quit rally rebel reopen resign rest "
    "resume retire return riot rise sink start strike surrender survive vanish vote win withdraw".split()
) | {"break out", "step down"}
# What one thinks, reads or calls something is no event of a chronology.
_DULL = frozenset(
    "act address base believe call characterize cite compare consider contain describe dub feature find form hear "
    "imagine include indicate know label lead learn lie like love mention mean name need picture portray quote read "
    "realize recall refer reflect regard remember represent see seem show speak suggest tell think understand use "
    "watch wonder work".split()
)
_AWAY = ("infinitive", "participle", "relative")
_ISSUING = frozenset("release issue make deliver provide give publish prepare".split())
_PAPERS = frozenset("statement text transcript remark readout communique fact sheet release".split())
# told of a day, these are still no event
_IDLE = frozenset(
    "analysis believe campaign decision development effort experience feel hear know like look love mean need remain "
    "see seem spend support think turnout understand use work".split()
)
# nouns that name a blow by themselves: "an election" or "their defeat" needs a day or the headline
_BLOWS = frozenset(
    "blast capsize collapse collision crash derailment earthquake eruption explosion fire flood quake riot shooting "
    "stampede wildfire wreck".split()
)
_DEEDS = frozenset(("ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "PROTEST", "SANCTION"))


def earns_a_row(parse: Parse | None, mention: Told) -> bool:
    """Tell whether a mention, were it the only one of its event, earns a row."""
    if parse is None:
        return True
    place, news = position(parse, mention.start), mention.action in NEWS
    if _is_furniture(parse, mention.start) or (
        mention.action == "announce" and not _has_object(parse, mention.start)
    ):
        return False
    if mention.first is not None:
        if place == "infinitive" and mention.status == "hypothetical":
            return False
        ahead = place == "infinitive" and mention.status == "planned"
        idle = mention.action in _IDLE and not mention.type
        return not idle and (place not in _AWAY or ahead or bool(mention.type) or news)
    if not mention.members and not mention.place and not _tells_of_whom(parse, mention.start, place):
        return False
    if (
        place == "aside" and mention.status == "hypothetical"
    ):  # "should the minister win", "if the army attacks"
        return False
    if place == "infinitive":
        return mention.status == "planned" and not is_purpose(parse, mention.start)
    if place == "participle":
        return mention.type in _DEEDS and mention.status == "happened" and _has_object(parse, mention.start)
    if place == "relative":
        return mention.type in _DEEDS or news
    if place == "inner noun":
        return news and mention.type in _DEEDS
    if place == "noun" and mention.type == "CONSULT" and _is_spoken_of(parse, mention.start):
        return False
    opening = parse.tokens.sentence[parse.at[mention.start]] == 0
    if place == "noun":
        blow = mention.action in _BLOWS or (news and opening)
        return mention.status != "hypothetical" and (mention.type in _DEEDS or blow)
    if not mention.type and not news and mention.action not in TELLING:
        whom = bool(mention.targets) or (opening and bool(mention.actors))
        return whom and mention.action not in _DULL
    return True


def _is_furniture(parse: Parse, start: int) -> bool:
    """Tell what a press office says of its own paper: "The following statement was released by ..."."""
    t, token = parse.tokens, parse.at.get(start, -1)
    if token < 0 or parse.lemma(token) not in _ISSUING:
        return False
    subjects = [child for child in parse.children[token] if t.relation[child] == "nsubj:pass"]
    return any(parse.lemma(subject) in _PAPERS for subject in subjects)


def _is_address(parse: Parse, start: int) -> bool:
    """Tell what is said to the reader or listener ("Thank you", "you buy a bar") from what is told."""
    token = parse.at.get(start, -1)
    parts = parse.children[token] if token >= 0 else []
    return any(
        parse.lemma(part) == "you" and parse.tokens.relation[part] in ("nsubj", "obj", "iobj")
        for part in parts
    )


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


def _has_object(parse: Parse, start: int) -> bool:
    """Tell "killing nine", "detaining two journalists" from "the man arrested"."""
    token = parse.at[start]
    relations = {parse.tokens.relation[child] for child in parse.children[token]}
    return parse.tokens.relation[token] != "acl" and "obj" in relations
