"""From an event word in its sentence to its PLOVER type: the rules of the ontology, the lists of words last."""

from __future__ import annotations

from dateline.events.act import Act
from dateline.events.records import Event, Trigger
from dateline.grammar import relations as rel
from dateline.grammar.frames import ARRANGING, CONTESTS, LIGHT
from dateline.grammar.targets import demands
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group
from dateline.grammar.words import WordClass
from dateline.ontology import TYPES, UNCODED, Code, groups_of, is_forceful, score_of
from dateline.rules import Rulebook

CODING = Rulebook("Is it a political act, and of what type?")
NO_ACT, LISTED = "no act", "list of words"
_BLOWS = WordClass("blow")
_OUTCOMES = frozenset("victory win triumph title draw lead defeat podium".split())
_SCORE_WITHIN = 8  # words between a verb and the score of a match


def code_of(act: Act) -> Code:
    """Give an event word its PLOVER type, mode and score, and what gave them; UNCODED for what is no political act."""
    type_, rule = CODING.first(act) if act.pos else ("", "")
    if rule == LISTED:
        return act.listed
    return Code(type_, "", score_of(type_), rule) if type_ in TYPES else UNCODED


@CODING.rule(
    "what something is like",
    ("Troops left the [occupied] town.", NO_ACT),
    ("The ministers left the [war]-torn town.", NO_ACT),
    ("Troops [occupied] the town.", ""),
)
def what_it_is_like(act: Act) -> str:
    """A word that only says what something is like tells no act of its own."""
    return NO_ACT if _names_no_act(act.tree, act.token) else ""


@CODING.rule(
    "contest",
    ("Norway [beat] Chad 3-1.", NO_ACT),
    ("Norway [crushed] Chad in the final.", NO_ACT),
    ("Norway was [beaten] by Chad on Friday.", NO_ACT),
    ("Lee [stormed] to victory in the vote.", NO_ACT),
    ("Police [beat] the protesters.", ""),
    ("The guards were [beaten] by the army.", ""),
    ("Chad [stormed] the town.", ""),
)
def contest(act: Act) -> str:
    """Blows in a match, by its score, its name or its two sides, and storming to victory are no attack."""
    contest = act.pos == "v" and (_is_contest(act.tree, act.token) or _beats_a_side(act))
    return NO_ACT if contest else ""


@CODING.rule(
    "what is not ruled out",
    ("Norway does not [rule] out talks with Chad.", NO_ACT),
    ("Norway did not [reject] the offer of Chad.", NO_ACT),
    ("Norway [ruled] out talks with Chad.", ""),
)
def not_ruled_out(act: Act) -> str:
    """Who does not rule something out or reject it refuses nothing."""
    refused = act.pos == "v" and act.listed.type == "REJECT" and verb_group(act.tree, act.token).negated
    return NO_ACT if refused else ""


@CODING.rule(
    "act on a condition",
    ("Norway will [withdraw] its troops unless Chad frees the nurses.", "THREATEN"),
    ("Norway would [attack] if Chad fired.", "THREATEN"),
    ("Norway will [withdraw] its troops in May.", ""),
)
def act_on_a_condition(act: Act) -> str:
    """What one will do unless the other yields, and force that hangs on an if, is a threat."""
    return "THREATEN" if act.pos == "v" and _is_threat(act.tree, act.token) else ""


@CODING.rule(
    "says that somebody must",
    ("Norway [said] Chad must free the nurses.", "REQUEST"),
    ("Norway [insisted] that Chad free the nurses.", "REQUEST"),
    ("Norway [said] Chad had freed the nurses.", ""),
)
def says_somebody_must(act: Act) -> str:
    """To say that somebody must, should or has to do something is a demand."""
    return "REQUEST" if act.targets and demands(act.tree, act.token) else ""


@CODING.rule(
    LISTED,
    ("Norway [lifted] the sanctions on Chad.", "RETREAT"),
    ("Norway [lifted] the curfew.", "CONCEDE"),
    ("Norway [attacked] Chad.", "ASSAULT"),
)
def listed(act: Act) -> str:
    """Any other act has the type of its word in the lists, by what it acts on, who does it and how."""
    return act.listed.type


def _names_no_act(tree: Tree, token: int) -> bool:
    """Tell "occupied Crimea", "war crimes", "the wounded" and "war-torn" from acts."""
    tokens = tree.tokens
    if tree.stands_as(token, rel.ADJECTIVE, rel.COMPOUND) or (
        tree.is_verb(token) and tree.kids(token, rel.DETERMINER)
    ):
        return True
    return tokens.word[token + 1 : token + 2] == ["-"] and tree.governor(token) > token


def _is_contest(tree: Tree, token: int) -> bool:
    """Tell "beat Chile 3-1" and "crushed Peru in the final" from blows."""
    tokens = tree.tokens
    if _BLOWS.isdisjoint(groups_of(tree.lemma(token), "v")):
        return False
    around = tree.kids(token, rel.OBLIQUE)
    if any(
        tree.lemma(word) in CONTESTS or (tree.case(word) == "to" and tree.lemma(word) in _OUTCOMES)
        for word in around
    ):
        return True
    sentence = tokens.sentences[tokens.sentence[token]]
    near = range(token + 1, min(token + _SCORE_WITHIN, sentence.last - 2))
    return any(
        tokens.tag[at] == "CD" and tokens.word[at + 1] in ("-", "–") and tokens.tag[at + 2] == "CD"
        for at in near
    )


def _beats_a_side(act: Act) -> bool:
    """Tell "Lyon were beaten by Lille", towns, lands or clubs by their names, from "beaten by the army"."""
    sides = (act.actors, act.targets)
    named = all(side and all(one.startswith(("place:", "org:")) for one in side) for side in sides)
    return named and act.tree.lemma(act.token) == "beat" and not act.situation.armed


def _is_threat(tree: Tree, token: int) -> bool:
    """Tell "will withdraw unless ...", "would retaliate if ...": an act that hangs on what somebody else does."""
    if not any(
        tree.lemma(word) in ("will", "would", "shall", "'ll") for word in tree.kids(token, rel.AUXILIARY)
    ):
        return False
    marks = [
        tree.lemma(mark)
        for clause in tree.kids(token, rel.ADVERBIAL_CLAUSE)
        for mark in tree.kids(clause, rel.MARKER)
    ]
    return "unless" in marks or ("if" in marks and is_forceful(tree.lemma(token)))


def one_type_each(tree: Tree, triggers: list[Trigger], events: list[Event]) -> list[Event]:
    """Leave one type where a verb and its object name the same act ("hold talks", "submitted drafts").

    After a light verb or a verb of beginning and going on the noun keeps the type, else the verb does.
    """
    number = {trigger.token: i for i, trigger in enumerate(triggers)}
    out = list(events)
    for token, i in number.items():
        if not tree.is_verb(token) or not out[i].type:
            continue
        above = (
            [tree.governor(token)] if tree.stands_as(token, rel.ADNOMINAL_CLAUSE) else []
        )  # "talks planned for May"
        for noun in (*tree.kids(token, rel.OBJECT, rel.PASSIVE_SUBJECT), *above):
            j = number.get(noun)
            if j is None or out[j].type != out[i].type:
                continue
            light = tree.lemma(token) in LIGHT | ARRANGING or out[i].class_ == "ASPECTUAL"
            loser = i if light else j
            out[loser] = out[loser]._replace(type="", type_rule="", score=None)
    return out
