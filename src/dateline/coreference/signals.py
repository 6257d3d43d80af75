"""What speaks for a pronoun or phrase to mean something spoken of before: named signals, read from the parse.

After Lappin and Leass (1994) and the mention rankers of Denis and Baldridge (2008): salience, agreement, distance,
grammatical role and its parallel, government within the sentence, speech. The weights are learned (see `training`).
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.coreference.discourse import Discourse, Thing
from dateline.coreference.referents import Referent
from dateline.coreference.suiting import may_suit, suits
from dateline.coreference.telling import of_telling
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, hanging_on, heads_above, outermost, relation_of, stands_as
from dateline.grammar.words import WordClass
from dateline.language import Tokens

_ROLES = {
    **dict.fromkeys(SUBJECTS, "subject"), **dict.fromkeys(rel.OBJECTS, "object"), rel.PASSIVE_SUBJECT: "patient",
    rel.AGENT: "agent", rel.OBLIQUE: "oblique", rel.POSSESSOR: "owner", rel.NOUN_MODIFIER: "inner",
    rel.APPOSITION: "beside", rel.CONJUNCT: "joined", rel.ROOT: "root",
}  # fmt: skip
_WITHIN = frozenset((*rel.IN_A_NAME, rel.FLAT_NAME, rel.APPOSITION))
GROUPS = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "he"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_GROUPS = frozenset(("ORG", "group", "PLACE"))
_DEEP = 12  # heads that are climbed from a pronoun


class Place(NamedTuple):
    """Where a pronoun or phrase stands: its token, group, role, the words above it, the speech round it."""

    token: int
    group: str  # he, it, they, phrase
    sort: str  # of a phrase: person, group or place
    role: str
    above: tuple[int, ...]
    sentence: int
    speech: int  # number of the speech that it stands in, -1 outside of speech
    speaker: str  # entity that speaks there


def role_of(tokens: Tokens, head: int) -> str:
    """Name the grammatical role of a phrase by its head; a word within a name has the role of the name."""
    return _ROLES.get(relation_of(tokens, outermost(tokens, head, *_WITHIN, limit=4)), "other")


def place_of(tokens: Tokens, token: int, group: str, sort: str, speech: int, speaker: str) -> Place:
    """Describe where a pronoun or phrase stands."""
    above = tuple(heads_above(tokens, token, _DEEP))
    return Place(token, group, sort, role_of(tokens, token), above, tokens.sentence[token], speech, speaker)


def can_mean(discourse: Discourse, place: Place, thing: Thing, mention: Referent) -> bool:
    """Rule out what cannot be meant: wrong gender or number, or the other end of the same verb."""
    tokens = discourse.tokens
    word = tokens.word[place.token].lower()
    if not _agrees(place.sort or place.group, GENDERS.get(word, ""), thing):
        return False
    own = place.sort == "person" or place.group in {"he", "it"}
    if thing.entity and thing.entity == place.speaker and own:
        return False  # nobody is "he" in his own words
    if not place.sort:
        return not _bound(tokens, place, word, mention)
    if place.sort == "person" and any(
        governor(tokens, one.head) in place.above and stands_as(tokens, one.head, *SUBJECTS)
        for one in thing.mentions[-4:]
    ):
        return False  # "Brown said the man fled": who says or does it is not called so within
    inside = mention.first <= place.token < mention.last
    return not inside and may_suit(discourse, place.token, thing)


def _agrees(group: str, gender: str, thing: Thing) -> bool:
    if group == "he":
        people = thing.kind in {"PERSON", "person", "likely person", ""}
        return people and thing.number == "s" and thing.gender in {"", gender}
    if group == "it":
        return thing.number == "s" and thing.kind not in {"PERSON", "person"}
    if group == "they":
        return thing.number == "p" or thing.kind in {"ORG", "group", "PLACE"}
    if group == "person":
        return thing.kind in {"PERSON", "person", "likely person"} and thing.number == "s"
    if group == "group":
        return thing.kind in {"ORG", "group", "PLACE", "MISC"}
    return thing.kind in {"PLACE", "place"}


def _bound(tokens: Tokens, place: Place, word: str, mention: Referent) -> bool:
    """An object does not mean the subject of its own verb, an owner not what it owns."""
    i, above = place.token, place.above
    if mention.head in above[:1] and tokens.tag[i] == "PRP$":
        return True  # "his driver" is not he
    if tokens.tag[i] == "PRP$" and above and _beside_owned(tokens, mention.head, above[0]):
        return True  # nor is Tom Gray of "her husband, Tom Gray"
    if word.endswith(("self", "selves")) or tokens.tag[i] == "PRP$" or not above:
        return False
    if mention.head in above and mention.form != "pronoun" and not stands_as(tokens, i, *SUBJECTS):
        return True  # the phrase that it stands in
    verb = above[0]
    if stands_as(tokens, i, rel.NOUN_MODIFIER, rel.OBLIQUE) and tokens.tag[verb].startswith("NN"):
        return False
    same = governor(tokens, mention.head) == verb
    return same and stands_as(tokens, i, *SUBJECTS) != stands_as(tokens, mention.head, *SUBJECTS)


def _beside_owned(tokens: Tokens, head: int, owned: int) -> bool:
    """Does a name stand beside what is owned?"""
    for _ in range(4):
        if stands_as(tokens, head, rel.APPOSITION, *rel.IN_A_NAME) and governor(tokens, head) >= 0:
            head = governor(tokens, head)
    return head == owned


def signals(discourse: Discourse, place: Place, thing: Thing, mention: Referent, rank: int) -> list[str]:
    """List the signals of a pair: a pronoun or phrase, and a thing by its latest mention; rank counts those nearer."""
    tokens = discourse.tokens
    away = min(tokens.sentence[place.token] - tokens.sentence[mention.head], 4)
    role = role_of(tokens, mention.head)
    form = mention.form if mention.form != "plain" else f"plain {mention.definite}"
    out = [
        f"away {away}", f"role {role}", f"form {form}", f"kind {thing.kind or 'unknown'}", f"rank {min(rank, 4)}",
        f"role {role} away {min(away, 2)}",
    ]  # fmt: skip
    if place.group != "he":  # else whoever is told of most is "he", whoever else stands near
        out.append(f"mentions {min(len(thing.mentions), 4)}")
    if not thing.entity:
        out.append("unnamed")
    if role == place.role or (role, place.role) in {("patient", "subject"), ("subject", "patient")}:
        out.append(f"parallel {place.role} away {min(away, 2)}")
    if away == 0:
        out += _inside_sentence(tokens, place, mention, thing.kind)
    elif mention.first - tokens.sentences[tokens.sentence[mention.head]].first <= 1:
        out.append(f"opens away {min(away, 2)}")
    if thing.mentions[0].head < 60 or tokens.sentence[thing.mentions[0].head] == 0:
        out.append("in the lead")
    out += _recent_subject(tokens, place, thing)
    if place.speech >= 0:
        out.append("in speech")
    if mention.form == "pronoun":
        same = GROUPS.get(tokens.word[mention.head].lower()) == place.group
        out.append("same pronoun before" if same else "other pronoun before")
    if not place.sort:
        return (
            out
            + _of_pronoun(tokens, place, thing, mention)
            + of_telling(discourse, place.token, thing, mention)
        )
    out.append(f"{place.sort} {thing.kind}")
    return out + suits(discourse, place.token, thing)


def _inside_sentence(tokens: Tokens, place: Place, mention: Referent, kind: str) -> list[str]:
    verb = governor(tokens, mention.head)
    while verb >= 0 and stands_as(tokens, mention.head, *_WITHIN) and stands_as(tokens, verb, *_WITHIN):
        verb = governor(tokens, verb)
    depth = _depth_of_subject(tokens, place, mention, verb)
    if depth >= 0:
        out = [f"subject above {min(depth, 2)} as {place.role}"]
        if stands_as(tokens, place.above[depth - 1], rel.COMPLEMENT) and depth:
            out.append("subject of what is said")
            if depth == 1 and kind in _GROUPS and tokens.lemma[place.above[depth]].lower() in _SAID:
                out.append("says of itself")  # "Ford said it would", "the ministry announced they had"
        return out
    return ["governs"] if verb in place.above else ["beside"]


def _depth_of_subject(tokens: Tokens, place: Place, mention: Referent, verb: int) -> int:
    """Count the clauses between a pronoun and the one whose subject is told; -1 where it is no subject above."""
    if verb in place.above and role_of(tokens, mention.head) in {"subject", "patient"}:
        depth = place.above.index(verb)
        while depth and _shares_subject(tokens, place.above[depth - 1]):
            depth -= 1  # "Lee must resign, and has said he would"
        return depth
    head = next((h for h in (mention.head, verb) if h in place.above[1:]), -1)
    if head < 0:
        return -1
    depth = place.above.index(head) - 1  # "Lee, who said he would resign"
    clause = place.above[depth]
    relative = stands_as(tokens, clause, rel.RELATIVE_CLAUSE)
    who = hanging_on(tokens, clause, range(head, clause), *SUBJECTS)
    return depth if relative and any(tokens.word[t].lower() in ("who", "which", "that") for t in who) else -1


def _shares_subject(tokens: Tokens, verb: int) -> bool:
    """Is this verb joined to one before it whose subject it has too?"""
    if not stands_as(tokens, verb, rel.CONJUNCT):
        return False
    first = tokens.sentences[tokens.sentence[verb]].first
    return not hanging_on(tokens, verb, range(first, verb), *SUBJECTS)


def _recent_subject(tokens: Tokens, place: Place, thing: Thing) -> list[str]:
    """Was it the subject of a clause of late, by any mention?"""
    out = []
    for mention in thing.mentions[-4:]:
        away = place.sentence - tokens.sentence[mention.head]
        if away <= 2 and role_of(tokens, mention.head) in {"subject", "patient"}:
            out.append(f"was subject away {away}")
    return list(dict.fromkeys(out))


def salience(tokens: Tokens, place: Place, thing: Thing) -> float:
    """Add up how prominent a thing was, halved with each sentence (Lappin and Leass 1994)."""
    best: dict[int, float] = {}
    for mention in thing.mentions[-6:]:
        away = max(0, place.sentence - tokens.sentence[mention.head])
        best[away] = max(best.get(away, 0.0), 40 + _WEIGHTS.get(role_of(tokens, mention.head), 10))
    return sum(weight / 2**away for away, weight in best.items())


_WEIGHTS = {"subject": 80, "patient": 70, "object": 50, "agent": 45, "owner": 35, "joined": 30}


def _of_pronoun(tokens: Tokens, place: Place, thing: Thing, mention: Referent) -> list[str]:
    gender = GENDERS.get(tokens.word[place.token].lower(), "")
    out = []
    if gender:
        out.append(
            "gender known" if thing.told_gender else f"gender unknown {'named' if thing.entity else 'plain'}"
        )
    if place.group == "they":
        out.append(f"number {thing.number} {thing.kind or 'unknown'}")
    if mention.last > place.token:
        out.append(f"after as {place.role}")
    return out


def none_signals(discourse: Discourse, place: Place, options: int, named: int) -> list[str]:
    """List the signals of meaning nothing that was spoken of: "it is clear that", the first "they" of a text."""
    tokens, i = discourse.tokens, place.token
    word = tokens.word[i].lower()
    out = [
        "nothing",
        f"nothing {place.sort or word}",
        f"nothing of {min(options, 3)}",
        f"nothing of {min(named, 2)} named",
    ]
    out.append(f"nothing as {place.role}")
    if place.speech >= 0:
        out.append("nothing in speech")
    if place.group == "it":
        out += _expletive(tokens, i) + _stands_for_a_clause(tokens, i)
    if place.sort:
        out += [f"nothing as {place.sort}", *suits(discourse, i, None)]
    return out


def _expletive(tokens: Tokens, i: int) -> list[str]:
    """ "It is clear that", "it seems", "it emerged that": a clause stands for it, or the weather."""
    if stands_as(tokens, i, rel.EXPLETIVE):
        return ["expletive by the parse"]
    verb = governor(tokens, i, *SUBJECTS)
    if verb < 0:
        return []
    out = []
    end = tokens.sentences[tokens.sentence[i]].last
    window = range(verb + 1, min(end, verb + 12))
    relations = {relation_of(tokens, word) for word in hanging_on(tokens, verb, window)}
    if not relations.isdisjoint(rel.CLAUSAL_SUBJECTS):
        out.append("clause as subject")
    if rel.COMPLEMENT in relations and not tokens.tag[verb].startswith("JJ"):
        out.append(f"clause after {'said' if tokens.lemma[verb].lower() in _SAID else 'verb'}")
    if tokens.tag[verb].startswith("JJ") and relations & {
        rel.COMPLEMENT,
        rel.CONTROLLED,
        rel.ADVERBIAL_CLAUSE,
        rel.CLAUSE_AS_SUBJECT,
    }:
        out.append("adjective with a clause")
    if tokens.lemma[verb].lower() in _IMPERSONAL:
        out.append("impersonal verb")
    if hanging_on(tokens, verb, range(i, verb), rel.COPULA):
        out.append("it is")
        if tokens.word[verb].lower() in {
            "time",
            "day",
            "year",
            "clear",
            "likely",
            "unclear",
            "possible",
            "late",
        }:
            out.append("it is time")
    return out


def _stands_for_a_clause(tokens: Tokens, i: int) -> list[str]:
    """ "It is clear that", by the words alone, whatever the parse."""
    end = tokens.sentences[tokens.sentence[i]].last
    window = [word.lower() for word in tokens.word[i + 1 : min(end, i + 8)]]
    if not window or tokens.tag[i] == "PRP$":
        return []
    if window[0] in {"seems", "appears", "rained", "snowed", "turns", "takes", "remains", "emerged"}:
        return ["impersonal words"]
    after = {"that", "to", "whether", "if"} & set(window[1:])
    return ["is and a clause"] if window[0] in _BEING and after else []


_BEING = frozenset("is was 's ’s be has would will may could".split())
_SAID = WordClass("reporting", "impersonal report")
_IMPERSONAL = frozenset(
    "seem appear rain snow turn take remain emerge happen transpire follow matter".split()
)
