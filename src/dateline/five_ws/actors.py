"""Who: the person, body or people who do what the article tells, ranked.

Method: candidates are the subjects and agents of the first sentences. They weigh more as the doer of a main verb,
when told early, when they can act (persons, bodies, people by their role) and the more often they are mentioned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from dateline.five_ws.spans import phrase_tokens
from dateline.five_ws.story import REPORTING, NewsStory, StorySentence, kind_of, label_end
from dateline.grammar import relations as rel
from dateline.grammar.arguments import subjects, verb_arguments
from dateline.grammar.frames import CALENDAR
from dateline.grammar.tree import Tree
from dateline.grammar.voice import is_passive
from dateline.grammar.words import event_nouns
from dateline.knowledge.nouns import role_words
from dateline.lexicons import read_facts

_READ = 5  # sentences
_LIST_WORDS = 25
_DOER, _UNDERGOER, _ASIDE, _SPEAKER, _LATER = 2.5, 1.5, 2.0, 1.0, 0.4
_KINDS = {
    "PERSON": 1.5,
    "ORG": 1.2,
    "people": 1.2,
    "body": 0.7,
    "PLACE": 0.4,
    "MISC": 0.6,
    "thing": 0.0,
    "deed": -1.5,
}
_OFTEN, _MOST = 0.1, 8


_GROUPS = frozenset(
    "team group crew gang crowd army family class squad band club firm maker delegation mission convoy panel".split()
)


def who_span(story: NewsStory, mentions: list) -> tuple[int, int] | None:
    """Find who does it; without any subject, the first person or body named."""
    told_of = Counter(m.entity for m in mentions if m.entity)
    near, found = story.near(mentions), []
    for told in story.told[:_READ]:
        for score, word in _candidates(story.tree, told):
            span, kind, entity = _who(story.tree, word, near)
            often = _OFTEN * min(told_of[entity], _MOST) if entity else 0.0
            found.append((score + _KINDS[kind] + often - _LATER * told.rank, -span[0], span))
    if found:
        return max(found)[2]
    named = [m for m in mentions if m.kind in ("PERSON", "ORG") and m.form == "name"]
    return (named[0].start, named[0].end) if named else None


def _candidates(tree: Tree, told: StorySentence) -> Iterator[tuple[float, int]]:
    """List the doers of a sentence's verbs, and who undergoes what nobody is said to do."""
    for verb in range(told.first, told.last):
        if not tree.is_verb(verb) and verb != told.verb:
            continue
        aside = _ASIDE * (verb != told.verb and not _claims(tree, told, verb))
        if kind_of(tree, verb) in ("speech", "reaction") and (aside or told.rank > 1):
            aside += _SPEAKER  # who comments on the event
        passive = is_passive(tree, verb)
        doers = verb_arguments(tree, verb).actors if passive else subjects(tree, verb)
        if verb == told.verb:
            doers = (_speaker(tree, verb, doers) if told.rank < 2 else doers) or (
                [] if passive else _before(tree, told)
            )
        for word in [word for word in doers if not _ends_quotation(tree, word)][:1]:
            if tree.is_noun(word) and tree.lemma(word) not in CALENDAR:
                yield _DOER - aside, word
        for word in tree.kids(verb, rel.PASSIVE_SUBJECT)[:1] if passive else ():
            if tree.is_noun(word) and tree.lemma(word) not in CALENDAR:
                yield _UNDERGOER - aside, word


def _claims(tree: Tree, told: StorySentence, verb: int) -> bool:
    """Tell the speaker of a headline, who is its news: "Reis says tax hurts farmers"."""
    heads = told.verb >= 0 and verb in tree.heads(told.verb, 1)
    speaker = tree.kids(verb, rel.SUBJECT)[:1]
    return told.rank == 0 and heads and any(tree.tokens.tag[word] == "NNP" for word in speaker)


def _ends_quotation(tree: Tree, word: int) -> bool:
    """Tell whether a quotation closes after a word, which then belongs to it and not to the verb behind."""
    return word + 1 < len(tree.tokens) and tree.tokens.tag[word + 1] == "''"


def _speaker(tree: Tree, verb: int, doers: list[int]) -> list[int]:
    """Give who stands behind the pronoun of a reported clause: "Lumex said it sold the mill"."""
    above = tree.governor(verb)
    if doers and tree.tokens.tag[doers[0]] == "PRP" and above >= 0 and tree.lemma(above) in REPORTING:
        return tree.kids(above, rel.SUBJECT) or doers
    return doers


def _before(tree: Tree, told: StorySentence) -> list[int]:
    """Take the noun before the main verb of a headline that the parser gave no subject."""
    first = label_end(tree, told)
    nouns = [token for token in range(first, told.verb) if tree.is_noun(token)]
    return nouns[-1:] if told.part == "headline" else []


def _who(tree: Tree, word: int, mentions: list) -> tuple[tuple[int, int], str, str]:
    """Give the characters, kind and entity of somebody: a list, a name in full, or the phrase."""
    span = _phrase(tree, word)
    several = _list_span(tree, word)
    named = _named(tree, word, span, mentions)
    if several:
        return several, named.kind if named else "PERSON", named.entity if named else ""
    lemma = tree.lemma(word)
    proper = tree.tokens.tag[word].startswith("NNP")
    if named and named.form != "nominal" and (named.kind != "MISC" or proper):
        return _fullest(named, mentions), named.kind, named.entity
    natives = named is not None and tree.tokens.tag[word].endswith("S")  # "Brits"
    kind = "body" if lemma in body_nouns() else "thing"
    kind = "deed" if lemma in event_nouns() - _GROUPS else kind
    kind = "people" if natives or lemma in people_nouns() else kind
    return span, kind, ""


def _phrase(tree: Tree, word: int) -> tuple[int, int]:
    """Give a noun phrase with "at least" before it and "of the bank" behind it, without a verb of the headline."""
    tokens = tree.tokens
    start, end = phrase_tokens(tree, word)
    first = next(t for t in range(word, -1, -1) if tokens.start[t] <= start)
    if first and tokens.word[first].lower() == "least" and tokens.word[first - 1].lower() == "at":
        start = tokens.start[first - 1]
    following = [t for t in range(word, min(word + _LIST_WORDS, len(tokens))) if tokens.start[t] < end]
    verb = next((t for t in following if tokens.tag[t] in ("VBZ", "VBP", "VBD")), -1)
    if verb > word:
        return start, tokens.end[verb - 1]
    owners = [
        child
        for child in tree.kids(word, rel.NOUN_MODIFIER)
        if tree.case(child) == "of" and child == _next_noun(tree, word)
    ]
    return start, max([end, *(phrase_tokens(tree, owner)[1] for owner in owners)])


def _next_noun(tree: Tree, word: int) -> int:
    """Find the head of the phrase that follows "of" (-1 when no "of" follows)."""
    tokens = tree.tokens
    if word + 1 >= len(tokens) or tokens.word[word + 1] != "of":
        return -1
    return tree.governor(word + 1)


def _list_span(tree: Tree, doer: int) -> tuple[int, int] | None:
    """Give the span of several coordinated names, when it is short."""
    names = [word for word in tree.conjuncts(doer) if tree.tokens.tag[word].startswith("NNP")]
    if len(names) < 2 or max(names) - min(names) > _LIST_WORDS:
        return None
    return phrase_tokens(tree, min(names))[0], phrase_tokens(tree, max(names))[1]


def _named(tree: Tree, doer: int, span: tuple[int, int], mentions: list):
    """Find the person in a phrase ("F1 legend Felipe Massa"), else what its head names."""
    inside = [m for m in mentions if m.start < span[1] and m.end > span[0]]
    people = [m for m in inside if m.kind == "PERSON"] or _called(tree, span, mentions)
    at = tree.tokens.start[doer]
    heads = [m for m in inside if m.start <= at < m.end]
    if people and tree.lemma(doer) not in event_nouns():
        return next((m for m in people if m in heads), people[0])
    return heads[0] if heads else None


def _called(tree: Tree, span: tuple[int, int], mentions: list) -> list:
    """Find the name that follows what somebody is: "Texas student Ahmed Mohamed"."""
    behind = [m for m in mentions if m.kind == "PERSON" and m.form == "name" and 0 <= m.start - span[1] <= 1]
    return [m for m in behind if tree.tokens.text[span[1] : m.start].isspace()]


def _fullest(mention, mentions: list) -> tuple[int, int]:
    """Find the first use of somebody's full name: the name of several words told most often."""
    same = [m for m in mentions if m.entity == mention.entity and m.form == "name"]
    if mention.kind == "PERSON" and " " not in mention.text:  # a surname, told with the given name elsewhere
        same += [m for m in mentions if m.form == "name" and m.text.endswith(" " + mention.text)]
    often = Counter(m.text for m in same)
    best = max(same, key=lambda m: (" " in m.text, often[m.text], -m.start), default=mention)
    return best.start, best.end


@cache
def people_nouns() -> frozenset[str]:
    """Load the nouns that name people by what they are or do."""
    people = {row["noun"] for row in read_facts("sources.csv") if row["kind"] == "people"}
    return frozenset(people | set(role_words()) | {"police", "victim", "bomber", "attacker"})


@cache
def body_nouns() -> frozenset[str]:
    """Load the nouns that name bodies and groups of people: "government", "team"."""
    return frozenset(
        {row["noun"] for row in read_facts("sources.csv") if row["kind"] == "institution"} | _GROUPS
    )
