"""What kind of event: the PLOVER type and mode of an event word, and a score from conflict to co-operation.

PLOVER (Political Language Ontology for Verifiable Event Records, Open Event Data Alliance) names sixteen types
of political events. The word lists and rules here are written for this project from the definitions of the types;
a verb belongs to groups, so does the noun it acts on, and a rule joins the two: "lift" + "sanctions" is RETREAT,
"lift" + "curfew" is CONCEDE.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.grammar.words import WordClass
from dateline.lexicons import read_facts

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
COOPERATIVE = frozenset(("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"))
FORCEFUL = frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))


class Code(NamedTuple):
    """A PLOVER type with its mode ("" when not clear) and its score in [-10, 10]; what gave it."""

    type: str
    mode: str
    score: float | None
    rule: str = ""  # the group of the word, and that of what it acts on: "ease + sanction"


UNCODED = Code("", "", None)


class Situation(NamedTuple):
    """What the rules may look at besides the word: lemmas round it and what was found for its roles."""

    objects: tuple[str, ...] = ()  # lemmas of what it acts on, with their modifiers: "air strike", "strike"
    complement: str = ""  # lemma of the infinitive or clause that completes it
    has_target: bool = False
    joint: bool = False  # several actors, as in "Biden and Putin met"
    armed: bool = False  # the actor is an army, a fighter, a weapon
    placed: bool = False  # a place is named where it happens or where it leads
    agent: bool = False  # somebody or something is said to do it
    mishap: bool = False  # the cause is nature or an accident
    infinitive: bool = False  # an infinitive says what is to be done: "told them to leave"
    told: bool = False  # a clause says what is said: "protested that ..."
    official: bool = False  # the actor speaks for a state: a president, an envoy, a delegation
    people: bool = False  # the actor is many people without arms: farmers, students
    crowd: bool = False  # the actor is a crowd: protesters, rioters
    states: bool = False  # both sides are countries, governments or their officials


@cache
def _groups() -> dict[tuple[str, str], tuple[str, ...]]:
    """Load the groups of each (word, part of speech)."""
    groups: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in read_facts("plover_words.csv"):
        key = row["word"], row["pos"]
        groups[key] = (*groups.get(key, ()), row["group"])
    return groups


@cache
def _rules() -> dict[tuple[str, str, str], tuple[str, str, str]]:
    """Load the rules: (part of speech, group, group of the object) to (type, mode, what it needs)."""
    return {
        (row["pos"], row["group"], row["object"]): (row["type"], row["mode"], row["needs"])
        for row in read_facts("plover_rules.csv")
    }


@cache
def _scores() -> dict[tuple[str, str], float]:
    return {(row["type"], row["mode"]): float(row["score"]) for row in read_facts("plover_scores.csv")}


def code_event(word: str, pos: str, situation: Situation = Situation()) -> Code:  # noqa: B008 (immutable)
    """Give an event word its PLOVER type, mode and score.

    Parameters
    ----------
    word : str
        Lemma, with its particle or preposition where that makes another verb ("call for").
    pos : str
        "v" or "n".
    situation : Situation
        What stands round the word.

    Returns
    -------
    Code
        UNCODED when no rule fits.

    Examples
    --------
    >>> code_event("lift", "v", Situation(objects=("sanction",)))
    Code(type='RETREAT', mode='ease', score=7.0, rule='ease + sanction')
    >>> code_event("lift", "v", Situation(objects=("curfew",))).type
    'CONCEDE'
    >>> code_event("invasion", "n").score
    -10.0
    >>> code_event("smile", "v")
    Code(type='', mode='', score=None, rule='')
    """
    groups = groups_of(word, pos)
    rules = _rules()
    if situation.mishap and _HARM.intersection(groups):
        return UNCODED
    for target in _object_groups(situation):
        for group in groups:
            rule = rules.get((pos, group, target))
            if rule and _fits(rule[2], situation):
                return _coded(rule[0], rule[1], f"{group} + {target}")
    for group in groups:
        rule = rules.get((pos, group, ""))
        if rule and _fits(rule[2], situation):
            return _coded(rule[0], rule[1], group)
    return UNCODED


def groups_of(word: str, pos: str) -> tuple[str, ...]:
    """List the groups of a word, () when it is in none; a verb with re- borrows from the one without."""
    groups = _groups().get((word, pos), ())
    if not groups and pos == "v" and word.startswith("re") and len(word) > 5 and " " not in word:
        return _groups().get((word[2:].lstrip("-"), pos), ())
    return groups


def is_forceful(verb: str) -> bool:
    """Tell a verb of force or of sanctions: to promise that is a threat."""
    return not _FORCE_GROUPS.isdisjoint(groups_of(verb, "v"))


def score_of(type_: str, mode: str = "") -> float | None:
    """Give the score of a type and mode in [-10, 10]; of the type alone when the mode has none; None without type."""
    scores = _scores()
    return scores.get((type_, mode), scores.get((type_, "")))


def as_intention(type_: str, status: str) -> str:
    """Name the type by PLOVER's letter, where an announced act is an act of speech.

    The events table keeps the act and its status apart (CONSULT, planned). PLOVER codes the announcement: a planned
    co-operative act is AGREE, a planned forceful one THREATEN; what is hypothetical or denied is no event ("").

    Examples
    --------
    >>> as_intention("AID", "planned"), as_intention("ASSAULT", "planned"), as_intention("REJECT", "happened")
    ('AGREE', 'THREATEN', 'REJECT')
    """
    if status in ("hypothetical", "denied"):
        return ""
    if status == "planned":
        return "AGREE" if type_ in COOPERATIVE else "THREATEN" if type_ in FORCEFUL else type_
    return type_


def _object_groups(situation: Situation) -> list[str]:
    """List the groups of the objects, after what the actor is; longer ones ("hunger strike") first, as given."""
    actor = (("@told", situation.told), ("@crowd", situation.crowd), ("@people", situation.people))
    groups = [name for name, holds in (*actor, ("@official", situation.official)) if holds]
    groups += [g for word in situation.objects for g in _groups().get((word, "n"), ())]
    groups += [g for g in _groups().get((situation.complement, "v"), ()) if situation.complement]
    if situation.complement and any(g in _FORCE_GROUPS for g in groups):
        groups.append("force")
    return list(dict.fromkeys(groups))


_HARM = frozenset(
    ("slay", "kill", "wound", "hit", "attack", "seize", "block", "abduct", "destroy", "claim")
)  # verbs that storms and crashes take too
_FORCE_GROUPS = WordClass(
    "blow",
    also="slay abduct fire boycott sever ban arrest seize sanction retaliate invade protest oppress".split(),
)


def _fits(needs: str, situation: Situation) -> bool:
    """Check what a rule asks for beyond the words."""
    if not needs:
        return True
    return {
        "target": situation.has_target,
        "object": bool(situation.objects),
        "joint": situation.joint or situation.has_target,
        "complement": bool(situation.complement),
        "armed": situation.armed,
        "official": situation.official,  # a state gives money as aid, a firm its own
        "agent": situation.agent,  # who "were killed" may have died in a fire
        "place": situation.placed or situation.has_target,
        "states": situation.states,
        "plea": situation.states
        and situation.infinitive,  # "Chad wants Libya to leave", not everybody's wishes
        "caller": situation.has_target and not situation.complement,  # not "called him a thief"
        "asker": situation.has_target and situation.infinitive,  # not "asked not to be named", "told us that"
    }[needs]


def _coded(type_: str, mode: str, rule: str) -> Code:
    return Code(type_, mode, score_of(type_, mode), rule)
