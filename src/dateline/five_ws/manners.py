"""How: the means, or the deed told in its most telling verb.

Method: "by doing so" and "with a car bomb" name the means. Where nothing does, verbs that tell a manner ("rammed",
"tweeted") say how it came to pass, verbs of change ("widened the gaps") what was done, while verbs of outcome
("killed", "won"), feeling and speech leave it open: what happened when or after is told instead. Each is a
candidate; the best score wins (manner and result verbs: Rappaport Hovav and Levin 1998).
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.five_ws.spans import phrase_tokens, whole_phrases
from dateline.five_ws.story import NewsStory, StorySentence, kind_of
from dateline.grammar import relations as rel
from dateline.grammar.frames import CALENDAR, OBJECT_CONTROL
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group
from dateline.grammar.voice import is_passive
from dateline.grammar.words import WordClass

_WORDS = 4  # that carry meaning, in an answer
_LAST = 6  # sentences that are read
_BY, _WITH, _CHANNEL, _AFTER = 5.0, 4.0, 3.2, 3.0
_SCORES = {
    "manner": 3.0,
    "change": 2.5,
    "": 1.0,
    "assault": 1.25,
    "result": 1.0,
    "reaction": 0.5,
    "speech": 0.0,
    "state": -1.0,
}
_HEADLINE, _LATER, _UNREAL, _BARE = 0.6, 0.5, 1.5, 2.0
_AGAIN, _LEAST = 1.0, 1.65  # what tells it already; score below which nothing says how
_OPEN = ("result", "reaction")  # verbs that leave open how it came to pass
_DECISIONS = WordClass("decision")
_NOT_MANNER = frozenset(
    "reportedly allegedly recently really only finally newly formally eventually early".split()
)
_EXPLAINING = frozenset(("after", "when", "as", "for"))
_ASIDE = frozenset(("while", "although", "though", "despite", "if", "unless", "until", "before"))
_HELPING = (
    rel.AUXILIARY,
    rel.PASSIVE_AUXILIARY,
    rel.COPULA,
    rel.ADJECTIVE,
    rel.SUBJECT,
    rel.OBJECT,
    rel.OBLIQUE,
    rel.NOUN_MODIFIER,
    rel.PREPOSITION,
    rel.FIXED,
    rel.COMPOUND,
    rel.MARKER,
)
_FILLING = (
    rel.OBJECT,
    rel.OBLIQUE,
    rel.PARTICLE,
    rel.CONTROLLED,
    rel.COMPLEMENT,
    rel.AGENT,
    rel.PASSIVE_SUBJECT,
    rel.ADVERB,
)
_CHANNELS = frozenset(
    "phone telephone call letter email e-mail memo statement tweet twitter facebook instagram video conference "
    "speech interview broadcast videolink".split()
)
_SPOKEN = frozenset(
    "speak talk resign apologise apologize communicate negotiate discuss quit congratulate".split()
)
_CLAUSES = (
    rel.ADNOMINAL_CLAUSE,
    rel.RELATIVE_CLAUSE,
    rel.ADVERBIAL_CLAUSE,
    rel.APPOSITION,
    rel.PUNCTUATION,
    rel.CONJUNCT,
    rel.COORDINATOR,
    rel.ASIDE,
)
_BEYOND_CHANNEL = (*_CLAUSES, rel.NOUN_MODIFIER)  # to whom and about what it was is no manner
_BEFORE_DAYS = frozenset("on in last next this early late the a".split())
_TOOLS = frozenset(
    "bomb explosive gun rifle pistol knife machete axe hammer truck car lorry van grenade rocket missile drone weapon "
    "gas poison acid stone brick stick petrol bottle helicopter plane boat crane rope ladder tool laser needle".split()
)


def how_span(story: NewsStory) -> tuple[int, int] | None:
    """Find the means or the deed: the candidate with the best score."""
    found = [
        (score, -span[0], span) for told in story.told[:_LAST] for score, span in _candidates(story, told)
    ]
    best = max(found, default=None)
    return best[2] if best and best[0] >= _LEAST else None


def _candidates(story: NewsStory, told: StorySentence) -> Iterator[tuple[float, tuple[int, int]]]:
    """List score and characters of the means and deeds that a sentence tells."""
    tree = story.tree
    base = _HEADLINE * (told.rank == 0) - _LATER * told.rank
    what = tree.lemma(story.main[0]) if story.main else ""
    leads = [verb for verb in (story.told[0].verb, told.verb) if verb >= 0]
    left_open = any(kind_of(tree, verb) in _OPEN for verb in leads)
    for token in range(told.first, told.last):
        if tree.lemma(token) in _TOOLS and tree.case(token) == "with":
            if _is_means(tree, told, token):
                yield base + _WITH, _with(tree, token)
        elif tree.lemma(token) in _CHANNELS and _is_channel(tree, token):
            yield base + _CHANNEL, phrase_tokens(tree, token, outside=_BEYOND_CHANNEL)
        elif (
            tree.is_verb(token)
            and not tree.stands_as(token, *_HELPING)
            and not _is_noun_after_all(tree, token)
        ):
            score = base + _deed_score(tree, token, left_open and token not in leads)
            again = tree.lemma(token) == what and kind_of(tree, token) not in ("manner", "change")
            span = _predicate(tree, token)
            alone = " " not in tree.tokens.text[slice(*span)]  # "overturned": that it happened, not how
            yield score - _AGAIN * again - _BARE * alone, span


def _deed_score(tree: Tree, verb: int, explains: bool) -> float:
    """Rate a verb as an answer; `explains`: it stands beside a verb that leaves open how it came to pass."""
    marks = {tree.lemma(mark) for mark in tree.kids(verb, rel.MARKER, rel.ADVERB)}
    score = _SCORES[kind_of(tree, verb)] - _UNREAL * _says_little(tree, verb)
    if "by" in marks and tree.tokens.tag[verb] == "VBG":
        score = _BY
    elif explains and score > 0 and (marks & _EXPLAINING or _proposal(tree, verb) >= 0):
        score = max(score, _AFTER)
    if marks & _ASIDE or (
        tree.stands_as(verb, rel.ADVERBIAL_CLAUSE) and "to" in marks
    ):  # a purpose is no means
        score -= _UNREAL
    fillers = tree.kids(verb, *_FILLING)
    if all(tree.lemma(child) in CALENDAR or tree.tokens.tag[child] == "CD" for child in fillers):
        score -= _BARE
    if is_passive(tree, verb) and _only_aims(tree, verb, fillers):
        score -= _UNREAL
    group = verb_group(tree, verb)
    return score - _UNREAL * (bool(group.modal) or group.negated or group.tense == "FUTURE")


def _only_aims(tree: Tree, verb: int, fillers: list[int]) -> bool:
    """Tell "is raised to cut costs", which says why and nothing of how."""
    aims = [child for child in tree.dependents(verb) if child > verb and tree.has_to(child)]
    return bool(aims) and all(child in aims for child in fillers if child > verb)


def _is_noun_after_all(tree: Tree, verb: int) -> bool:
    """Tell "change" of "Shape change sparks anger", taken for a verb, by the finite verb right behind it."""
    return verb + 1 < len(tree.tokens) and tree.tokens.tag[verb + 1] in ("VBZ", "VBP", "VBD", "MD")


def _says_little(tree: Tree, verb: int) -> bool:
    """Tell "tensions surrounding the islands", "ruled that ...", "forced the bank to ..." from a deed of its own."""
    attached = tree.stands_as(verb, rel.ADNOMINAL_CLAUSE, rel.RELATIVE_CLAUSE) and not kind_of(tree, verb)
    return attached or bool(tree.kids(verb, rel.COMPLEMENT)) or (tree.lemma(verb) in OBJECT_CONTROL)


def _is_means(tree: Tree, told: StorySentence, tool: int) -> bool:
    """Tell "rammed the gate with a lorry" and "packed with explosives" from "trouble with a lorry"."""
    head = tree.governor(tool)
    struck = told.verb >= 0 and kind_of(tree, told.verb) in ("assault", "manner")
    return struck or (head >= 0 and tree.is_verb(head) and kind_of(tree, head) != "state")


def _is_channel(tree: Tree, noun: int) -> bool:
    """Tell "on the phone" and "in a letter" with a verb of speech or feeling."""
    head = tree.governor(noun)
    if tree.case(noun) not in ("on", "by", "in", "via", "over", "through") or head < 0:
        return False
    return kind_of(tree, head) == "speech" or tree.lemma(head) in _SPOKEN


def _proposal(tree: Tree, verb: int) -> int:
    """Find the noun of "the decision to reopen" (-1 when there is none)."""
    head = tree.governor(verb)
    return head if tree.has_to(verb) and 0 <= head < verb and tree.lemma(head) in _DECISIONS else -1


def _predicate(tree: Tree, verb: int) -> tuple[int, int]:
    """Give a verb with its adverb, particle and object, without object with its first prepositional phrase."""
    adverbs = [t for t in tree.kids(verb, rel.ADVERB) if t == verb - 1 and tree.lemma(t).endswith("ly")]
    first = min([verb, *(t for t in adverbs if tree.lemma(t) not in _NOT_MANNER)])
    noun = _proposal(tree, verb)
    if noun >= 0 and verb - noun == 2:  # "decision to reopen"
        return whole_phrases(tree, noun, _WORDS + 1, 1)
    objects = [word for word in tree.kids(verb, rel.OBJECT) if word > verb]
    nested = any(
        tree.stands_as(word, rel.NOUN_MODIFIER) for noun in objects for word in tree.dependents(noun)
    )
    short = objects == [verb + 1]  # "puts troops on alert"
    span = whole_phrases(tree, first, _WORDS, 0 if objects and not nested and not short else 1)
    return _without_day(tree, verb, span)


def _without_day(tree: Tree, verb: int, span: tuple[int, int]) -> tuple[int, int]:
    """Leave out when it happened at the end: "caved in on Monday"."""
    tokens, last = tree.tokens, verb
    while last + 1 < len(tokens) and tokens.end[last + 1] <= span[1]:
        last += 1
    kept = last
    while kept > verb and (tree.lemma(kept) in CALENDAR or (kept < last and _before_day(tree, kept))):
        kept -= 1
    return span[0], tokens.end[kept] if kept < last else span[1]


def _before_day(tree: Tree, token: int) -> bool:
    particle = tree.tokens.tag[token] == "RP" or tree.stands_as(token, rel.PARTICLE, rel.ADVERB)
    return tree.lemma(token) in _BEFORE_DAYS and not particle


def _with(tree: Tree, tool: int) -> tuple[int, int]:
    """Give "with a truck bomb", "packed with explosives"."""
    end = phrase_tokens(tree, tool)[1]
    case = next(child for child in tree.dependents(tool) if tree.lemma(child) == "with")
    before = case - 1
    tag, relation = (tree.tokens.tag[before], tree.relation(before)) if case else ("", "")
    filled = tag == "VBN" or (
        tag == "VBD" and relation in (rel.ADNOMINAL_CLAUSE, rel.ADJECTIVE)
    )  # however it is tagged
    return tree.tokens.start[case - filled], end
