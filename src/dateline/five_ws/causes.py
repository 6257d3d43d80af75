"""The phrases of a sentence that give a reason, each with how plainly it does.

Constructions: connectors ("because of", "in retaliation for"), words of judgement or feeling with their preposition
("fined for", "outraged over"), verbs of blame ("blamed the defeat on ...") and of causing ("the ruling sparked
protests"), the purpose of a deed ("to cut costs"), and bad weather at a mishap ("crashed in thick fog").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dateline.five_ws.spans import clause_end, phrase_tokens, whole_phrases
from dateline.five_ws.story import REPORTING, StorySentence
from dateline.grammar import relations as rel
from dateline.grammar.frames import COMPLETED, PROPOSAL_NOUNS
from dateline.grammar.tree import Tree
from dateline.grammar.words import WordClass, event_nouns
from dateline.lexicons import read_facts

_WORDS = 7  # that carry meaning, in an answer
_REACH = 7  # tokens between a word of judgement and its "for"
_LEAD = 4  # sentences in which weak connectors count
_WEAK = 2.5  # score of connectors that may tell company alone: "amid"
_TIME_ALONE = frozenset(("after", "following"))  # unless somebody else did it, what came before is no reason
_PURPOSE, _BLAMED, _CAUSE, _WEATHERED, _REASONS, _VAGUE = 2.0, 5.0, 3.5, 4.0, 4.5, 1.5
_BLAME = frozenset(("blame", "attribute", "credit", "ascribe"))
_CAUSING = frozenset(
    "spark cause trigger prompt provoke lead result anger outrage upset infuriate force fuel spur".split()
)
_REVENGE = frozenset("revenge retaliation retaliatory reprisal punishment vengeance".split())
# what follows "for" with these is the reason
_JUDGED = _REVENGE | frozenset(
    "criticize criticise condemn sue fine charge praise arrest punish apologize apologise protest resign dismiss sack "
    "fire thank ban suspend jail convict hail honour honor reward mock slam blast attack criticism backlash "
    "condemnation apology anger outrage fury award prize prison ridicule scrutiny under".split()
)
# what moves people stands after "over", "at", "about", "with" with these
_FELT = frozenset(
    "outraged angry furious upset worried concerned shocked delighted disappointed happy sad unhappy thrilled annoyed "
    "incensed pissed mad enraged fuming anger outrage fury dismay joy disappointment".split()
)
# what they quarrel about stands after "over" with these
_FOUGHT = (
    _FELT
    | _JUDGED
    | frozenset(
        "backlash protest criticism row dispute concern fear controversy sue resign clash strike sack arrest condemn "
        "criticise criticize probe scandal feud fight battle quarrel".split()
    )
)
_GROUNDS = {"judged": _JUDGED, "felt": _FELT, "fought": _FOUGHT}
_WEATHER = frozenset(
    "condition rain fog snow ice wind storm weather mist sleet hail blizzard darkness".split()
)
_MISHAP = frozenset(
    "crash accident collide collision skid slide spin slip derail sink capsize overturn halt suspend delay cancel "
    "postpone abandon ground close stop run avoid race".split()
)
_COMPLETED = COMPLETED | PROPOSAL_NOUNS | {"intent", "due", "set", "likely", "ready", "able"}
_PAUSES = (",", ".", ":", "-LRB-")
_ANY = frozenset("same several other many various different good following".split())
_TIMES = WordClass("clock span", "calendar span", "long span", "season")


class Cause(NamedTuple):
    """A candidate: how plainly it gives a reason, the token that marks it, and its characters."""

    score: float
    token: int
    span: tuple[int, int]


def causes_in(tree: Tree, told: StorySentence) -> Iterator[Cause]:
    """List the reasons that a sentence gives."""
    for token in range(told.first, told.last):
        yield from _connected(tree, told, token)
        if tree.is_verb(token):
            yield from _blamed(tree, token)
            yield from _purpose(tree, told, token)
            yield from _causing(tree, token)
            yield from _deed_of_blamed(tree, token)
        elif tree.lemma(token) == "reason":
            yield from _for_reasons(tree, token)
        elif tree.lemma(token) in _WEATHER:
            yield from _in_bad_weather(tree, told, token)


def _connected(tree: Tree, told: StorySentence, token: int) -> Iterator[Cause]:
    """Yield what follows a connector that begins at this token."""
    for connector, score, left_out, ground in _connecting(tree, token):
        end = token + len(connector)
        if connector[0] in _TIME_ALONE and not _opens_clause(tree, token):
            continue
        if end >= told.last or not _reads(tree, token, connector):
            continue
        if connector[-1] == "to" and connector[0] == "due" and _is_planned(tree, end):
            continue
        if score <= _WEAK and (
            told.rank >= _LEAD or not _tells_deed(tree, end) or _tells_time(tree, told, token)
        ):
            continue
        if ground and (_measures(tree, end) or not _grounded(tree, told, token, _GROUNDS[ground])):
            continue
        if _points_back(tree, end) or (token == told.first and connector[0] in ("response", "reaction")):
            return
        first = token + left_out
        noun = next((t for t in range(max(told.first, token - 3), token) if tree.lemma(t) in _REVENGE), -1)
        if noun >= 0 and connector == ("for",):  # "a 'revenge attack' for"
            first = noun
        vague = _VAGUE * (bool(ground) and not _tells_deed(tree, end))
        yield Cause(score - vague, token, whole_phrases(tree, first, _WORDS))
        return


def _is_planned(tree: Tree, token: int) -> bool:
    """Tell "is due to open", a plan, from "is due to heavy rain": a verb follows, even one taken for an adjective."""
    tag, relation = tree.tokens.tag[token], tree.relation(token)
    return tag == "VB" or (tag == "JJ" and relation not in (rel.ADJECTIVE, rel.COMPOUND, rel.DETERMINER))


def _connecting(tree: Tree, token: int) -> list:
    """List the connectors that can begin at a token: by its form, else by its lemma ("stemmed from")."""
    known = _connectors()
    return known.get(tree.tokens.word[token].lower()) or known.get(tree.lemma(token), [])


def _reads(tree: Tree, token: int, connector: tuple[str, ...]) -> bool:
    tokens = tree.tokens
    return all(
        word in (tokens.word[token + step].lower(), tree.lemma(token + step))
        for step, word in enumerate(connector)
    )


def _points_back(tree: Tree, token: int) -> bool:
    """Tell "because of it", "due to that," and "because, it said, ...", which name no reason of their own."""
    tags = tree.tokens.tag
    if tags[token] in _PAUSES:
        return True
    return tags[token] in ("PRP", "DT", "WDT", "WP") and (
        token + 1 == len(tags) or tags[token + 1] in _PAUSES
    )


def _opens_clause(tree: Tree, token: int) -> bool:
    """Tell "resigned after papers revealed an affair" from "won after surviving a crash", "after the race"."""
    clause = tree.governor(token)
    return (
        clause >= 0
        and tree.stands_as(token, rel.MARKER)
        and bool(tree.kids(clause, rel.SUBJECT, rel.PASSIVE_SUBJECT))
    )


def _measures(tree: Tree, token: int) -> bool:
    """Tell the "for" of "jailed for six years", "fined for the third time"."""
    head = tree.governor(token)
    return tree.tokens.tag[token] == "CD" or tree.lemma(head if head >= 0 else token) in _TIMES | {"time"}


def _grounded(tree: Tree, told: StorySentence, token: int, words: frozenset[str]) -> bool:
    """Tell whether a word of judgement or feeling stands shortly before: "fined the bank for", "anger over"."""
    for before in range(token - 1, max(told.first, token - _REACH) - 1, -1):
        if tree.lemma(before) in words or tree.tokens.word[before].lower() in words:
            return True
        if tree.is_verb(before):  # "the angry crowd rushed at"
            return False
    return False


def _tells_deed(tree: Tree, first: int) -> bool:
    """Tell whether a deed follows: a clause, a participle or a noun that names an event."""
    last = min(clause_end(tree, first), first + 2 * _REACH)
    return any(tree.is_verb(t) or tree.lemma(t) in event_nouns() for t in range(first, last + 1))


def _tells_time(tree: Tree, told: StorySentence, token: int) -> bool:
    """Tell "hours after" and "After the debate, ...", which say when."""
    if token == told.first:
        last = clause_end(tree, token)
        return not any(tree.is_verb(t) for t in range(token, last + 1))
    return tree.lemma(token - 1) in _TIMES


def _blamed(tree: Tree, verb: int) -> Iterator[Cause]:
    """Yield Y of "blames X on Y" and X of "blames X for Y", read off the order of words."""
    if tree.lemma(verb) not in _BLAME:
        return
    words, last = tree.tokens.word, clause_end(tree, verb)
    marks = [t for t in range(verb + 1, last) if words[t].lower() in ("on", "for", "to")]
    marks = [
        t
        for t in marks
        if words[t].lower() != "to" or (tree.lemma(verb) != "blame" and not _infinitive(tree, t))
    ]
    if marks and words[marks[0]].lower() != "for":
        yield Cause(_BLAMED, verb, whole_phrases(tree, marks[0] + 1, _WORDS))
    elif last > verb:
        start, end = whole_phrases(tree, verb + 1, _WORDS)
        yield Cause(_BLAMED, verb, (start, min([end, *(tree.tokens.end[mark - 1] for mark in marks)])))


def _infinitive(tree: Tree, to: int) -> bool:
    return tree.tokens.tag[to + 1] == "VB"


def _deed_of_blamed(tree: Tree, verb: int) -> Iterator[Cause]:
    """Yield what somebody who is blamed did: "blamed the mayor, who announced that he was closing the bridge"."""
    who = [word for word in tree.kids(verb, rel.SUBJECT) if tree.tokens.word[word].lower() == "who"]
    blames = [head for head in tree.heads(verb, 4) if tree.lemma(head) in _BLAME]
    if who and blames:
        deed = _content(tree, verb) if tree.lemma(verb) in REPORTING else verb
        subjects = tree.kids(deed, rel.SUBJECT, rel.AUXILIARY) if deed != verb else []
        yield Cause(_BLAMED, verb, whole_phrases(tree, min([deed, *subjects]), _WORDS))


def _content(tree: Tree, verb: int) -> int:
    """Find the verb of what is announced: its complement, else the first clause with "that" behind it."""
    found = tree.kids(verb, rel.COMPLEMENT)
    if not found:
        behind = range(verb + 1, min(verb + 3 * _REACH, len(tree.tokens)))
        found = [t for t in behind for mark in tree.kids(t, rel.MARKER) if tree.lemma(mark) == "that"]
    return found[0] if found else verb


def _for_reasons(tree: Tree, noun: int) -> Iterator[Cause]:
    """Yield "for safety reasons"."""
    kinds = [tree.lemma(word) for word in tree.kids(noun, rel.ADJECTIVE, rel.COMPOUND)]
    if tree.case(noun) == "for" and kinds and kinds[0] not in _ANY:
        case = next(child for child in tree.dependents(noun) if tree.lemma(child) == "for")
        yield Cause(_REASONS, noun, (tree.tokens.start[case], tree.tokens.end[noun]))


def _in_bad_weather(tree: Tree, told: StorySentence, noun: int) -> Iterator[Cause]:
    """Yield "heavy rain" of "crashed in heavy rain"."""
    if tree.case(noun) not in ("in", "during", "on") or not (
        tree.kids(noun, rel.ADJECTIVE) or tree.lemma(noun) != "condition"
    ):
        return
    if any(tree.lemma(token) in _MISHAP for token in range(told.first, told.last)):
        yield Cause(_WEATHERED, noun, phrase_tokens(tree, noun))


def _purpose(tree: Tree, told: StorySentence, verb: int) -> Iterator[Cause]:
    """Yield "to do Y" as the purpose of a deed, not as what completes a verb."""
    tokens = tree.tokens
    if tree.lemma(verb) in ("be", "become", "have") or tokens.tag[verb] != "VB":
        return
    head = tree.governor(verb)
    if not tree.stands_as(verb, rel.ADVERBIAL_CLAUSE) or head > verb or not tree.is_verb(head):
        return
    completes = (
        tree.is_infinitive_of(verb, COMPLETED) or tree.lemma(verb - 2) in _COMPLETED
    )  # however it is read
    to = [child for child in tree.dependents(verb) if tokens.tag[child] == "TO" and child < verb]
    if to and not completes:
        main = tree.governor(verb) == told.verb
        yield Cause(_PURPOSE - (not main and told.rank > 0), verb, whole_phrases(tree, to[-1], _WORDS))


def _causing(tree: Tree, verb: int) -> Iterator[Cause]:
    """Yield the subject of a verb of causing, when it is a thing or a deed."""
    if tree.lemma(verb) not in _CAUSING or tree.kids(verb, rel.PASSIVE_AUXILIARY, rel.PASSIVE_SUBJECT):
        return
    for subject in tree.kids(verb, rel.SUBJECT):
        if (
            tree.is_noun(subject)
            and not tree.tokens.tag[subject].startswith("NNP")
            and _says_which(tree, subject)
        ):
            yield Cause(_CAUSE, verb, phrase_tokens(tree, subject, clauses=True))


def _says_which(tree: Tree, noun: int) -> bool:
    """Tell "the ruling on fishing" from "the move", which only points back."""
    return any(
        not tree.stands_as(child, rel.DETERMINER, rel.PUNCTUATION, rel.POSSESSOR)
        for child in tree.dependents(noun)
    )


@cache
def _connectors() -> dict[str, list[tuple[tuple[str, ...], float, int, str]]]:
    """Load the connectors by their first word, the longest first."""
    found: dict[str, list] = {}
    for row in read_facts("reason_connectors.csv"):
        words = tuple(row["connector"].split())
        found.setdefault(words[0], []).append(
            (words, float(row["score"]), int(row["left_out"]), row["ground"])
        )
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found
