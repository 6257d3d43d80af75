"""Pronouns to entities by salience: who was named last, as subject, with the right gender and number.

After Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution": weights for subject, object
and other positions, halved with each sentence. A pronoun without a safe antecedent stays without entity.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coreference.naming import Entry, Linked
from dateline.coreference.speech import speeches
from dateline.knowledge.given_names import given_name_gender
from dateline.knowledge.names import person_name
from dateline.language import Tokens

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "p"),
}
_FIRST = {"i", "me", "my", "mine", "myself"}
_POSITION = {
    "nsubj": 80,
    "nsubj:pass": 70,
    "obj": 50,
    "iobj": 40,
    "obl:agent": 45,
    "nmod:poss": 35,
    "conj": 30,
}
_SENTENCES_BACK = 3
_UNKNOWN_GENDER = 0.6  # a person whose name tells no gender counts less than one whose name does
_MOST = 60  # mentions that are weighed for one pronoun
_LEAST = 30.0


def link_pronouns(tokens: Tokens, links: list[Linked], entries: dict[str, Entry]) -> list[Linked]:
    """Give pronouns the entity they most likely mean: "he", "its", "they", and "I" in direct speech."""
    known = sorted(link for link in links if link.entity)
    found = _third_person(tokens, known, entries)
    return sorted(found + _first_person(tokens, sorted(known + found)))


def _third_person(tokens: Tokens, known: list[Linked], entries: dict[str, Entry]) -> list[Linked]:
    genders = {entity: _gender(entry) for entity, entry in entries.items() if entry.kind == "PERSON"}
    speakers = _speaker_at(tokens, known)
    found: list[Linked] = []
    recent: list[Linked] = []
    position = 0
    for i, word in enumerate(tokens.word):
        gender = _PRONOUNS.get(word.lower())
        if gender is None or not tokens.tag[i].startswith("PRP") or tokens.relation[i] == "expl":
            continue
        while position < len(known) and known[position].first < i:
            recent.append(known[position])
            position += 1
        recent = [
            m for m in recent[-_MOST:] if tokens.sentence[i] - tokens.sentence[m.first] <= _SENTENCES_BACK
        ]
        others = [m for m in recent if m.entity != speakers.get(i)]
        chosen = _antecedent(tokens, i, gender, others, entries, genders)
        if chosen:
            mention = Linked(i, i + 1, entries[chosen].kind, "pronoun", chosen)
            if gender in "mf" and not genders[chosen] and _is_alone(chosen, others, genders, gender):
                genders[chosen] = gender  # from here on a "he" stays a "he"
            found.append(mention)
            recent.append(mention)
    return found


def _speaker_at(tokens: Tokens, known: list[Linked]) -> dict[int, str]:
    """Map each token of direct speech to its speaker, whom "he" in it does not mean."""
    return {
        token: speech.speaker
        for speech in speeches(tokens, known)
        if speech.speaker
        for token in range(speech.first, speech.last)
    }


def _first_person(tokens: Tokens, known: list[Linked]) -> list[Linked]:
    return [
        Linked(token, token + 1, "PERSON", "pronoun", entity)
        for token, entity in _speaker_at(tokens, known).items()
        if tokens.word[token].lower() in _FIRST
    ]


def _gender(entry: Entry) -> str:
    if entry.gender:
        return entry.gender
    for name in entry.names:
        parts = person_name(name)
        gender = given_name_gender(parts.given or (parts.surname,))
        if gender:
            return gender
    return ""


def _antecedent(
    tokens: Tokens,
    i: int,
    gender: str,
    recent: list[Linked],
    entries: dict[str, Entry],
    genders: dict[str, str],
) -> str:
    if gender == "n" and _is_expletive(tokens, i):
        return ""
    best: dict[
        tuple[str, int], float
    ] = {}  # by entity and sentence: mentions within one sentence add nothing
    for mention in recent:
        if gender == "p" and not _is_plural_subject(tokens, i, mention):
            continue
        if gender == "n" and mention.kind == "PLACE" and not _acts(tokens, i, mention, entries):
            continue
        if _agrees(mention, gender, entries, genders) and not _bound(tokens, i, mention):
            distance = tokens.sentence[i] - tokens.sentence[mention.first]
            weight = _weight(tokens, mention, gender) / 2**distance
            if gender in "mf" and not genders.get(mention.entity):
                weight *= _UNKNOWN_GENDER
            key = (mention.entity, distance)
            best[key] = max(best.get(key, 0.0), weight)
    scores: dict[str, float] = {}
    for (entity, _), weight in best.items():
        scores[entity] = scores.get(entity, 0.0) + weight
    for mention in recent:  # an entity that is subject of this very verb is barred by any of its mentions
        if _bound(tokens, i, mention):
            scores.pop(mention.entity, None)
    if not scores:
        return ""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked[0][1] >= _LEAST and _is_clear(ranked, gender) else ""


def _is_clear(ranked: list[tuple[str, float]], gender: str) -> bool:
    if len(ranked) == 1 or gender in "mf":
        return True
    return ranked[0][1] >= 1.3 * ranked[1][1]


def _is_alone(chosen: str, recent: list[Linked], genders: dict[str, str], gender: str) -> bool:
    """Was there nobody else whom the pronoun could mean?"""
    return all(
        m.kind != "PERSON" or m.entity == chosen or genders.get(m.entity, "") not in {"", gender}
        for m in recent
    )


def _agrees(mention: Linked, gender: str, entries: dict[str, Entry], genders: dict[str, str]) -> bool:
    if gender in "mf":
        return mention.kind == "PERSON" and genders.get(mention.entity, "") in {"", gender}
    if gender == "n":
        return mention.kind in {"ORG", "PLACE", "MISC"}
    return mention.kind == "ORG"


def _acts(tokens: Tokens, i: int, mention: Linked, entries: dict[str, Entry]) -> bool:
    """Only a country or region that is a subject is likely to be "it" later; "its" follows any place."""
    if tokens.tag[i] == "PRP$":
        return True
    subject = tokens.relation[_head(tokens, mention)] in {"nsubj", "nsubj:pass"}
    return subject and mention.form != "nominal" and entries[mention.entity].what != "city"


def _is_plural_subject(tokens: Tokens, i: int, mention: Linked) -> bool:
    """May a body be "they": as subject of this or the last sentence, with no plural noun since?"""
    near = tokens.sentence[i] - tokens.sentence[mention.first] <= 1
    subject = tokens.relation[_head(tokens, mention)] in {"nsubj", "nsubj:pass"}
    return near and subject and not _plural_between(tokens, mention.last, i)


def _plural_between(tokens: Tokens, first: int, last: int) -> bool:
    """Is there a plural noun, or a list, that "they" could mean instead?"""
    return any(
        tokens.tag[t] == "NNS" or (tokens.relation[t] == "conj" and tokens.tag[t].startswith("NN"))
        for t in range(max(first, last - 60), last)
    )


def _head(tokens: Tokens, mention: Linked) -> int:
    inside = range(mention.first, mention.last)
    return next((t for t in inside if tokens.head[t] not in inside), mention.last - 1)


def _weight(tokens: Tokens, mention: Linked, gender: str) -> float:
    head = _head(tokens, mention)
    relation = tokens.relation[head]
    if relation in {"flat", "appos", "compound", "conj"} and tokens.head[head] >= 0:
        outer = tokens.relation[tokens.head[head]]
        relation = outer if relation != "compound" or gender in "mf" else relation
    weight = 40 + _POSITION.get(relation, 10)
    if mention.form == "nominal" and mention.kind == "PLACE":
        weight -= 25
    return weight


def _bound(tokens: Tokens, i: int, mention: Linked) -> bool:
    """An object pronoun does not mean the subject of its own verb, nor a reflexive anything else."""
    if tokens.word[i].lower().endswith(("self", "selves")) or tokens.tag[i] == "PRP$":
        return False
    verb = tokens.head[i]
    if verb < 0 or tokens.relation[i] in {"nsubj", "nsubj:pass"}:
        return False
    return any(
        tokens.head[t] == verb and tokens.relation[t] in {"nsubj", "nsubj:pass"}
        for t in range(mention.first, mention.last)
    )


def _is_expletive(tokens: Tokens, i: int) -> bool:
    """ "It is clear that", "it seems": no thing is meant."""
    if tokens.tag[i] == "PRP$":
        return False
    window = [w.lower() for w in _following(tokens, i, 7)]
    if window[:1] and window[0] in {"seems", "appears", "rained", "snowed", "turns", "takes", "remains"}:
        return True
    be = {"is", "was", "'s", "’s", "be", "has", "would", "will", "may", "could"}
    return bool(window) and window[0] in be and bool({"that", "to", "whether", "if"} & set(window[1:]))


def _following(tokens: Tokens, i: int, count: int) -> Iterable[str]:
    end = tokens.sentences[tokens.sentence[i]].last
    return tokens.word[i + 1 : min(end, i + 1 + count)]
