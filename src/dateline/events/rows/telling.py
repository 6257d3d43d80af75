"""How a clause tells its event: in whose voice, in which mood, as news or as what always holds."""

from __future__ import annotations

import re
from bisect import bisect_left

from dateline.events.moods import DOUBTS
from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS, is_clausal
from dateline.grammar.verbs import NEGATIONS

_SPEAKER = frozenset(("i", "me", "us", "we", "you"))
_WISHED = frozenset(("should", "must", "ought", "would", "need", "can", "'d", "’d"))
_WILL = frozenset(("will", "wo", "shall", "sha", "'ll", "’ll"))
_THOUGHT = frozenset(
    "argue believe contend doubt fear feel guess hope imagine imply predict pretend suggest suspect think "
    "wonder".split()
)
_ENDED = frozenset("abandon avoid cease discontinue halt quit stop".split())
_PICTURE = re.compile(r"\d{1,3}/\d{2,3}$")
_PAGE = frozenset("0123456789cCgGoO")  # how what is looked for begins
_NEAR = 60  # words looked through for the number of a picture
_APART = frozenset((rel.DETERMINER, rel.ADJECTIVE, rel.NUMBER, rel.POSSESSOR, rel.COMPOUND))
_STEPS = 6  # heads looked at above a word
_FAR = 400  # words of a sentence looked through for its end


def is_spoken(parse: Parse, token: int) -> bool:
    """Tell "we defend our north", "I am going to win", "I asked you" from what is told of others."""
    verb, t = _clause_head(parse, token), parse.tokens
    for _ in range(_STEPS):
        persons = parse.kids(verb, *SUBJECTS, rel.OBJECT, rel.INDIRECT_OBJECT)
        if any(t.word[person].lower() in _SPEAKER for person in persons):
            return True
        shared = parse.stands_as(verb, rel.CONTROLLED, rel.CONJUNCT) and not any(
            parse.stands_as(person, *SUBJECTS) for person in persons
        )
        if not shared or parse.is_root(verb):
            break
        verb = parse.governor(verb)
    return False


def is_asked(parse: Parse, token: int) -> bool:
    """Tell a question."""
    sentence, word = parse.tokens.sentence, parse.tokens.word
    last = token
    while last + 1 < len(word) and sentence[last + 1] == sentence[token] and last - token < _FAR:
        last += 1
    return any("?" in word[at] for at in range(max(token, last - 2), last + 1))


def gallery_of(word: list[str]) -> list[int]:
    """List where pictures are numbered ("6/19 The queen arrives ...") and where a page speaks of itself."""
    return [
        at
        for at in range(len(word) - 1)
        if word[at][:1] in _PAGE and (_PICTURE.match(word[at]) or _is_furniture(word[at : at + 3]))
    ]


def is_of_gallery(parse: Parse, gallery: list[int], token: int) -> bool:
    """Tell what stands in a sentence with such words, near them."""
    sentence = parse.tokens.sentence
    near = gallery[bisect_left(gallery, token - _NEAR) : bisect_left(gallery, token + _NEAR)]
    return any(sentence[at] == sentence[token] for at in near)


def _is_furniture(words: list[str]) -> bool:
    """Tell the words of a web page or an agency: "Click to share", "Getty Images"; not a credit in brackets."""
    pair = " ".join(words[:2]).lower()
    return pair in ("click to", "opens in") or (pair == "getty images" and words[2:] != [")"])


def is_wished(parse: Parse, token: int) -> bool:
    """Tell what should, must or would happen: a speaker's opinion."""
    return any(parse.tokens.word[modal].lower() in _WISHED for modal in _modals(parse, token))


def is_due(parse: Parse, token: int) -> bool:
    """Tell "must be returned by Friday"."""
    return any(parse.tokens.word[modal].lower() == "must" for modal in _modals(parse, token))


def is_supposed(parse: Parse, token: int) -> bool:
    """Tell what could, may or would happen; "won't" is a plan."""
    return any(parse.tokens.word[modal].lower() not in _WILL for modal in _modals(parse, token))


def _modals(parse: Parse, token: int) -> list[int]:
    return [
        child
        for child in parse.kids(token, rel.AUXILIARY, rel.PASSIVE_AUXILIARY)
        if parse.tokens.tag[child] == "MD"
    ]


def is_negated(parse: Parse, token: int) -> bool:
    """Tell "has not signed", whose words say so, from a verb that only shares the "not" of another."""
    near = [word for child in parse.dependents(token) for word in (child, *parse.dependents(child))]
    return any(parse.tokens.word[word].lower() in NEGATIONS for word in near)


def is_doubted(parse: Parse, token: int) -> bool:
    """Tell "has reportedly left", told by others as done."""
    return any(parse.lemma(child) in DOUBTS for child in parse.dependents(token))


def is_thought(parse: Parse, token: int) -> bool:
    """Tell what is told only as somebody's view: "argued that the vote changed nothing"."""
    for _ in range(_STEPS):
        head = parse.governor(token, rel.COMPLEMENT, rel.CONJUNCT, rel.CONTROLLED)
        if head < 0:
            return False
        if parse.stands_as(token, rel.COMPLEMENT) and parse.lemma(head) in _THOUGHT:
            return True
        token = head
    return False


def is_timeless(parse: Parse, token: int) -> bool:
    """Tell the simple present ("the law forbids it", "they fight") from what has happened or goes on."""
    t = parse.tokens
    auxiliaries = parse.kids(token, *rel.HELPERS)
    finite = auxiliaries or [token]
    present = t.tag[finite[0]] in ("VBZ", "VBP")
    if not auxiliaries:
        return present
    copula = any(parse.stands_as(child, rel.COPULA) for child in auxiliaries)
    passive = any(parse.stands_as(child, rel.PASSIVE_AUXILIARY) for child in auxiliaries)
    return present and (copula or (passive and parse.lemma(finite[0]) == "be"))


def is_unfinished(parse: Parse, token: int) -> bool:
    """Tell a form that makes no sentence ("Dahl working with the port"), and what was stopped."""
    t = parse.tokens
    if t.tag[token] not in ("VBG", "VB") or any(
        parse.relation(child).startswith((rel.AUXILIARY, rel.COPULA)) for child in parse.dependents(token)
    ):
        return False
    head = parse.governor(token)
    if parse.stands_as(token, rel.CONTROLLED) and head >= 0:
        return parse.lemma(head) in _ENDED
    return not parse.stands_as(token, rel.CONJUNCT) or head < 0 or is_unfinished(parse, head)


def is_background(parse: Parse, token: int) -> bool:
    """Tell what went on before ("had been leading"), and what is done to something only called "it"."""
    t = parse.tokens
    children = parse.dependents(token)
    auxiliaries = [t.word[child].lower() for child in children if parse.stands_as(child, rel.AUXILIARY)]
    going_on = t.tag[token] == "VBG" and "had" in auxiliaries
    return going_on or any(
        parse.stands_as(child, rel.OBJECT) and t.word[child].lower() in ("it", "this", "that")
        for child in children
    )


def is_generic(parse: Parse, token: int) -> bool:
    """Tell what many do at all times: bare plurals ("critics blame")."""
    t = parse.tokens
    subjects = parse.kids(token, *SUBJECTS)
    told_apart = [
        {parse.relation(child) for child in parse.dependents(subject)} & _APART for subject in subjects
    ]
    return any(t.tag[s] == "NNS" and not apart for s, apart in zip(subjects, told_apart, strict=True))


def _clause_head(parse: Parse, token: int) -> int:
    """Find the verb in whose clause a word stands."""
    for _ in range(_STEPS):
        if is_clausal(parse, token) or parse.is_root(token):
            break
        token = parse.governor(token)
    return token
