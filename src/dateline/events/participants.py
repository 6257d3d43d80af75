"""From the words of a role to entities: the mention that covers a word, else the one its phrase belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from dateline.events.acting import (
    Mentioned,
    acts_not,
    acts_through,
    is_a_national,
    is_creed,
    is_mere_town,
    is_of_another,
    is_of_the_state,
    is_person,
)
from dateline.grammar import relations as rel
from dateline.grammar.frames import BODIES, OTHERS, REPORTING_VERBS
from dateline.grammar.tree import Tree
from dateline.grammar.words import event_nouns
from dateline.knowledge.countries import country_name
from dateline.knowledge.names import fold, slug
from dateline.knowledge.nouns import PERSONS, noun_kind
from dateline.knowledge.organizations import countries_by_entity

_FIGURES = frozenset("dividend earnings income loss net output profit result revenue sale sales".split())
_DEEP = 4  # phrases behind a noun that are looked at
_NEAR = 150  # words before "both" that are looked at
# of what kind two are that a word with "both" or "the two" means, in the order in which they are tried
_LANDS, _FIRMS, _PEOPLE = frozenset(("PLACE",)), frozenset(("ORG",)), frozenset(("PERSON",))
_TWO = {
    **dict.fromkeys(("country", "nation", "state", "government", "neighbor", "neighbour"), (_LANDS,)),
    **dict.fromkeys(("company", "firm", "bank", "club", "agency"), (_FIRMS,)),
    **dict.fromkeys(("side", "party", "team"), (_LANDS | _FIRMS, _PEOPLE)),
    **dict.fromkeys(("man", "woman", "leader", "candidate", "president", "minister", "senator"), (_PEOPLE,)),
}
_TITLES = (rel.COMPOUND, rel.ADJECTIVE, rel.POSSESSOR, rel.DESCRIPTION)
_WHERE = frozenset(("in", "on", "at", "near", "from"))
_BELONGING = _WHERE | {"of", "to", "against", "for", "with", "by", "between"}


class Cast(NamedTuple):
    """The mentions of an article with an entity, found by token."""

    by_token: dict[int, Mentioned]


def cast_of(tree: Tree, mentions: Iterable[Mentioned]) -> Cast:
    """Index mentions by the tokens that they cover; of nested mentions the longest wins."""
    starts, ends = tree.tokens.start, tree.tokens.end
    by_token: dict[int, Mentioned] = {}
    for mention in sorted(mentions, key=lambda m: (m.end - m.start, m.start)):
        if not mention.entity:
            continue
        token = max(bisect_right(starts, mention.start) - 1, 0)
        while token < len(starts) and starts[token] < mention.end:
            if ends[token] > mention.start:
                by_token[token] = mention
            token += 1
    return Cast(by_token)


def entities_of(tree: Tree, cast: Cast, words: Iterable[int], acting: bool = False) -> list[str]:
    """List the entities that the phrases of these words stand for, each once, in order.

    With `acting`, an event or paper acts for nobody that it is only made with ("agreements with Chad prohibit").
    """
    found = [
        m.entity for word in words for m in _both(tree, cast, word) or mentions_of(tree, cast, word, acting)
    ]
    return list(dict.fromkeys(found))


def _both(tree: Tree, cast: Cast, word: int) -> list[Mentioned]:
    """Find the two whom "both sides" or "the two companies" means: the only two of the sort told of just before."""
    tokens, sorts = tree.tokens, _TWO.get(tree.lemma(word))
    if sorts is None or word in cast.by_token:
        return []
    near = [tokens.word[t].lower() for t in range(max(0, word - 3), word)]
    if not ("both" in near or near[-2:] == ["the", "two"]):
        return []
    first = max(word - _NEAR, tokens.sentences[max(0, tokens.sentence[word] - 2)].first)
    told = [mention for t in range(first, word) if (mention := cast.by_token.get(t)) is not None]
    for sort in sorts:
        two = {m.entity: m for m in told if m.kind in sort and not is_mere_town(m)}
        if len(two) == 2:
            return list(two.values())
    return []


def mentions_of(tree: Tree, cast: Cast, word: int, acting: bool = False) -> list[Mentioned]:
    """Find the mentions that a phrase stands for.

    The mention that covers the head; else a name within the phrase ("President Joe Biden"); else its owner
    or nationality ("the Russian army", "Russia's army"); else what it is "of" ("representatives of the USA
    and Russia"). Allies, rivals and neighbours of somebody are somebody else.
    """
    covering = cast.by_token.get(word)
    if covering is not None and is_a_national(tree, word, covering):
        return []
    if covering is not None and not (acting and acts_not(tree, word, covering)):
        return _owners(tree, cast, word, covering) or [covering]
    people = [
        mention
        for child in tree.kids(word, rel.FLAT, rel.APPOSITION, rel.COMPOUND, rel.DESCRIPTION)
        if (mention := cast.by_token.get(child)) is not None and mention.kind == "PERSON"
        if child > word or acts_through(tree, word, mention, acting)  # "Lee voters" are not Lee
    ]
    if people:
        return people[:1]
    if not acting and any(tree.tokens.tag[child] == "PRP$" for child in tree.kids(word, rel.POSSESSOR)):
        # "withdrew its monitors from Haiti": whom it concerns is not the owner again
        found = [
            m
            for child in tree.kids(word, rel.NOUN_MODIFIER)
            if tree.case(child) in _BELONGING
            for m in _within(tree, cast, child, acting)
        ]
        if found:
            return found
    others = tree.lemma(word) in OTHERS
    named = _called(tree, cast, word)
    if named:
        return named
    for relations in ((rel.POSSESSOR,), (rel.COMPOUND, rel.ADJECTIVE, rel.DESCRIPTION), (rel.APPOSITION,))[
        2 * others :
    ]:
        found = [
            mention
            for child in tree.kids(word, *relations)
            for mention in _child_mentions(tree, cast, child, acting)
            if acts_through(tree, word, mention, acting) and not is_creed(tree, child, mention)
        ]
        if found:
            return found
    if acting and tree.lemma(word) in event_nouns():
        return []
    if beside := _told_of(tree, cast, word):
        return [beside]
    if acting and (behind := _person_behind(tree, cast, word)):
        return [behind]
    for child in tree.kids(word, rel.NOUN_MODIFIER):
        if acting and is_of_another(tree, word, child):
            continue
        if tree.case(child) in (_WHERE if others else _BELONGING):
            found = [m for one in tree.conjuncts(child) for m in _within(tree, cast, one, acting)]
            found = [m for m in found if acts_through(tree, word, m, acting)]
            if acting and tree.case(child) in _WHERE and not is_of_the_state(tree, word):
                found = [
                    m for m in found if m.kind != "PLACE"
                ]  # "spectators at Leeds", "labourers from Chad"
            if found:
                return found
    return []


def _person_behind(tree: Tree, cast: Cast, word: int) -> Mentioned | None:
    """Find who "the chief of the Togo Council Ann Lee" is, where her name was hung on what she is the chief of."""
    if tree.tokens.tag[word] != "NN" or not is_person(tree, word):
        return None
    bodies = [child for child in tree.kids(word, rel.NOUN_MODIFIER) if tree.case(child)]
    for body in bodies:  # grows
        mention = cast.by_token.get(body)
        tied = tree.tokens.word[body - 1] == "-"  # "commander-in-chief"
        if (is_person(tree, body) and not tied) or (mention is not None and mention.kind == "PERSON"):
            return None  # "a brother of the chief, Ann Lee"
        beside = (rel.FLAT, rel.APPOSITION, rel.NOUN_MODIFIER)
        for child in [*tree.kids(body, *beside), *tree.kids(word, rel.NOUN_MODIFIER)]:
            mention = cast.by_token.get(child)
            if child > body and mention is not None and mention.kind == "PERSON" and not tree.case(child):
                return mention
        bodies += [child for child in tree.kids(body, rel.NOUN_MODIFIER) if tree.case(child)][
            : max(0, _DEEP - len(bodies))
        ]
    return None


def _called(tree: Tree, cast: Cast, word: int) -> list[Mentioned]:
    """Take the name right after a noun for whose name it is: "the band's label Apex Records" is Apex Records."""
    after = [
        child
        for child in tree.kids(word, rel.APPOSITION, rel.FLAT)
        if (mention := cast.by_token.get(child)) is not None
        and mention.kind == "ORG"
        and mention.start == tree.tokens.start[min(word + 1, child)]
    ]
    return [cast.by_token[child] for child in after[:1]]


def _told_of(tree: Tree, cast: Cast, word: int) -> Mentioned | None:
    """Take whom a noun behind a name tells of: "the Baker Fund, a charity that took over the event"."""
    tokens, noun = tree.tokens, fold(tree.tokens.lemma[word])
    name = cast.by_token.get(tree.governor(word))
    bare = tree.stands_as(word, rel.APPOSITION) or (
        tree.stands_as(word, rel.NOUN_MODIFIER) and not tree.case(word)
    )
    if name is None or not bare or tokens.start[word] < name.end or name.form not in ("name", "short"):
        return None
    suits = {"PERSON": PERSONS, "ORG": {"group"}, "PLACE": {"place", "group"}}
    return name if noun_kind(noun) in suits.get(name.kind, ()) else None


def _owners(tree: Tree, cast: Cast, word: int, covering: Mentioned) -> list[Mentioned]:
    """Let "Brazil's Congress" stand for Brazil, whatever body "Congress" alone would be."""
    if tree.lemma(word) not in BODIES:
        return []
    owners = [cast.by_token.get(child) for child in tree.kids(word, rel.POSSESSOR)]
    return [m for m in owners if m is not None and m.kind == "PLACE" and m.end <= covering.start]


def _child_mentions(tree: Tree, cast: Cast, child: int, acting: bool) -> list[Mentioned]:
    """Find the mentions of a modifier: its own, else those that modify it in turn ("Ugandan opposition members").

    With `acting` only whom it acts for: workers at "Norway's plant" are not Norway.
    """
    found = [m for one in tree.conjuncts(child) if (m := cast.by_token.get(one)) is not None]
    if found:
        return found
    inner = tree.kids(child, rel.COMPOUND, rel.ADJECTIVE, rel.POSSESSOR)
    found = [m for word in inner if (m := cast.by_token.get(word)) is not None]
    return [m for m in found if not acting or acts_through(tree, child, m, acting)]


def _within(tree: Tree, cast: Cast, word: int, acting: bool, depth: int = 0) -> list[Mentioned]:
    """Look further down: "several members of parties in Kenya"; not past those who act for nobody ("of its fans")."""
    covering = cast.by_token.get(word)
    if covering is not None:
        return [covering]
    found = _child_mentions(tree, cast, word, acting)
    for child in tree.kids(word, rel.POSSESSOR, rel.COMPOUND, rel.ADJECTIVE, rel.NOUN_MODIFIER):
        found += _child_mentions(tree, cast, child, acting)
    if not found and depth < 3:
        for child in tree.kids(word, rel.NOUN_MODIFIER):
            found += _within(tree, cast, child, acting, depth + 1)
    return [m for m in found if not acting or acts_through(tree, word, m, acting)]


def speaking_side(tree: Tree, cast: Cast, token: int, party: list[str]) -> list[str]:
    """Name the other side of talks "with X" that a spokesperson tells of: the body or country spoken for.

    Taken from the phrase of the subject of the verbs above ("a US official said ... talks with Russia").
    """
    if not party:
        return []
    for head in tree.heads(token):
        for subject in tree.kids(head, rel.SUBJECT):
            words = [subject, *tree.kids(subject, *_TITLES)]
            words += [word for title in words[1:] for word in tree.kids(title, *_TITLES)]
            sides = [
                m
                for word in words
                if (m := cast.by_token.get(word)) is not None and m.kind in ("ORG", "PLACE")
            ]
            if sides and sides[0].entity not in party:
                return [_state_of(cast, sides[0], party)]
    return []


def _state_of(cast: Cast, side: Mentioned, party: list[str]) -> str:
    """Let a state's body that speaks of talks with a country stand for its own, where the text names that too."""
    country = countries_by_entity().get(side.entity, "") if party[0].startswith("place:") else ""
    state = slug("PLACE", country_name(country)) if country else ""
    named = any(mention.entity == state for mention in cast.by_token.values())
    return state if state and named else side.entity


def reporting_firm(tree: Tree, cast: Cast, token: int) -> list[str]:
    """Name the firm whose figure a verb tells: "Acme Corp. said net income fell 6%" is told of Acme.

    Only where nothing else owns the figure ("profit at the unit", "Togo's revenue"), and a body tells of it.
    """
    subjects = tree.kids(token, rel.SUBJECT)
    if not subjects or tree.lemma(subjects[0]) not in _FIGURES:
        return []
    figure = subjects[0]
    whose = [
        word
        for word in tree.kids(figure, rel.NOUN_MODIFIER)
        if tree.case(word) not in ("for", "in", "during")
    ]
    if whose or tree.kids(figure, rel.POSSESSOR, rel.CONJUNCT):
        return []
    for head in tree.heads(token, 3):
        told = tree.stands_as(token, rel.COMPLEMENT, rel.CONJUNCT, rel.ASIDE)
        if told and tree.lemma(head) in REPORTING_VERBS:
            named = [
                m for word in tree.kids(head, rel.SUBJECT) for m in mentions_of(tree, cast, word, acting=True)
            ]
            return [m.entity for m in named if m.kind == "ORG"][:1]
    return []
