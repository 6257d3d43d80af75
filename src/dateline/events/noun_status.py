"""Rules: did what a noun names happen? By its modifiers, by what governs it, by what it means; in this order."""

from __future__ import annotations

from dateline.events.claims import charge_on, is_denied_claim, is_put_off, is_unproven
from dateline.events.judge import Judge
from dateline.events.moods import (
    CERTAIN_MODIFIERS,
    DENIED_MODIFIERS,
    DOUBTS,
    DURATIVE_NOUNS,
    HYPOTHETICAL_MODIFIERS,
    INTENT,
    PLANNED_MODIFIERS,
    POSTPONED_MODIFIERS,
)
from dateline.events.noun_governors import evidence_above, governor, verb_above
from dateline.events.records import DENIED, HAPPENED, HYPOTHETICAL, ONGOING, PLANNED, UNREAL
from dateline.events.verb_signs import is_on_the_edge
from dateline.grammar import relations as rel
from dateline.grammar.contractions import plain
from dateline.grammar.frames import BESIDE, LEAVING, LIGHT, REPORTING_VERBS, SUPPORT
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group
from dateline.rules import Rulebook

NOUNS: Rulebook = Rulebook("Did what a noun names happen?")
rule = NOUNS.rule
# verbs whose subject happens when they do
_TAKING_PLACE = frozenset(
    "take happen occur begin start come materialise materialize resume follow erupt ensue".split()
)
_OF = ("of", "for", "to", "on", "about", "against")


@rule("no such thing",
      ("No [attack] took place in Oslo.", DENIED),
      ("Not a single [strike] was held in Oslo.", DENIED),
      ("An [attack] took place in Oslo.", ""))  # fmt: skip
def none_of_it(s: Judge, token: int) -> str:
    """No attack, not a single strike: denied."""
    tree, words = s.tree, s.tree.tokens.word
    if any(plain(words[child]) == "no" for child in tree.kids(token, rel.DETERMINER)):
        return DENIED
    single = [child for child in tree.kids(token, rel.ADJECTIVE) if plain(words[child]) == "single"]
    return DENIED if any(at > 1 and plain(words[at - 2]) == "not" for at in single) else ""


@rule("without",
      ("The year ended without an [attack].", DENIED),
      ("Without an [attack] by Iran, Oman would be at peace.", HYPOTHETICAL),
      ("The year ended with an [attack].", ""))  # fmt: skip
def without(s: Judge, token: int) -> str:
    """What something went on without is denied; what would be without it is only thought of."""
    if s.tree.case(token) != "without":
        return ""
    verb = next(
        (head for head in s.tree.heads(token) if s.tree.is_verb(head) or s.tree.kids(head, rel.COPULA)), -1
    )
    if verb < 0:
        return DENIED
    group = verb_group(s.tree, verb)
    return HYPOTHETICAL if group.modal or group.negated else DENIED


@rule("instead of a deed",
      ("Instead of an [attack], Chad chose talks.", DENIED),
      ("The army stopped short of an [attack].", DENIED),
      ("The army spoke of an [attack].", ""))  # fmt: skip
def instead(s: Judge, token: int) -> str:
    """What something else was done instead of, or that one stopped short of, was not done."""
    tree, words = s.tree, s.tree.tokens.word
    case = next(
        (word for word in tree.kids(token, rel.PREPOSITION) if plain(words[word]) in ("of", "instead")), -1
    )
    near = {plain(word) for word in words[max(0, case - 1) : case + 1]} if case >= 0 else set()
    return DENIED if near & {"instead", "short"} else ""


@rule("on the edge of",
      ("The two states are on the brink of [war].", HYPOTHETICAL),
      ("The bank is close to a [collapse].", HYPOTHETICAL),
      ("The two states spoke of [war].", ""))  # fmt: skip
def on_the_edge(s: Judge, token: int) -> str:
    """What somebody is on the verge of or came close to has not happened."""
    cases = [word for word in s.tree.kids(token, rel.PREPOSITION, rel.MARKER) if word < token]
    return HYPOTHETICAL if any(is_on_the_edge(s.tree, word) for word in cases) else ""


@rule("no report of it",
      ("There is no evidence of a [massacre] in Mali.", DENIED),
      ("Police had no reports of [clashes] in Nairobi.", DENIED),
      ("Police had reports of [clashes] in Nairobi.", ""))  # fmt: skip
def unproven(s: Judge, token: int) -> str:
    """What there is no evidence, report or sign of is denied; "the attack" is taken as known."""
    head = evidence_above(s.tree, token)
    return DENIED if head >= 0 and is_unproven(s.tree, head) else ""


@rule("of a denied claim",
      ("Iran dismissed reports of an [attack] on Oman.", DENIED),
      ("Reports of an [attack] on Oman were false.", DENIED),
      ("Iran confirmed reports of an [attack] on Oman.", ""))  # fmt: skip
def of_denied_claim(s: Judge, token: int) -> str:
    """What a denied report tells of is denied."""
    head = evidence_above(s.tree, token)
    return DENIED if head >= 0 and is_denied_claim(s.tree, head) else ""


@rule("charge",
      ("Tom Baker was charged with [murder].", HYPOTHETICAL),
      ("Chad was accused of [attacks] on Togo.", HYPOTHETICAL),
      ("Tom Baker was charged with the [murder] of a policeman.", ""))  # fmt: skip
def charge(s: Judge, token: int) -> str:
    """What somebody is accused of or charged with is open; "the murder" is taken as known."""
    return HYPOTHETICAL if charge_on(s.tree, token) else ""


@rule("doubtful",
      ("Chad fears an alleged [plot].", HYPOTHETICAL),
      ("Police looked into a possible [attack].", HYPOTHETICAL),
      ("Police looked into a deadly [attack].", ""))  # fmt: skip
def doubtful(s: Judge, token: int) -> str:
    """A possible, alleged or feared deed is only possible."""
    tree = s.tree
    if any(tree.lemma(child) in DOUBTS for child in tree.kids(token, rel.ADVERB)):
        return HYPOTHETICAL
    return HYPOTHETICAL if _modified(tree, token, HYPOTHETICAL_MODIFIERS) else ""


@rule("planned before",
      ("Chad welcomed the planned [visit].", PLANNED),
      ("Chad spoke of the postponed [vote].", PLANNED),
      ("Chad spoke of a meeting scheduled for May and a [vote] planned for June.", PLANNED),
      ("Chad welcomed the brief [visit].", ""))  # fmt: skip
def planned(s: Judge, token: int) -> str:
    """A planned, upcoming or postponed deed, or one "scheduled for May", is planned."""
    tree = s.tree
    if _modified(tree, token, PLANNED_MODIFIERS | POSTPONED_MODIFIERS):
        return PLANNED
    arranged = (child for child in tree.kids(token, rel.ADNOMINAL_CLAUSE) if tree.is_past_participle(child))
    return PLANNED if any(tree.lemma(child) in INTENT for child in arranged) else ""


@rule("foiled",
      ("Chad spoke of the foiled [attack].", DENIED),
      ("The cancelled [visit] upset Chad.", DENIED),
      ("The long [visit] upset Chad.", ""))  # fmt: skip
def foiled(s: Judge, token: int) -> str:
    """A foiled, averted or cancelled deed was not done."""
    return DENIED if _modified(s.tree, token, DENIED_MODIFIERS) else ""


@rule("certain",
      ("Norway fears the recent [clashes].", HAPPENED),
      ("Norway hailed the ongoing [vote].", ONGOING),
      ("Norway fears [clashes].", ""))  # fmt: skip
def certain(s: Judge, token: int) -> str:
    """A recent or past deed has happened, an ongoing or current one goes on."""
    words = _modifiers(s.tree, token) & CERTAIN_MODIFIERS
    if not words:
        return ""
    return ONGOING if words & {"ongoing", "continuing", "current"} else HAPPENED


@rule("under way",
      ("The [search] for the gunman was underway.", ONGOING),
      ("[Repairs] are under way at the port.", ONGOING),
      ("The [search] for the gunman was long.", ""))  # fmt: skip
def under_way(s: Judge, token: int) -> str:
    """What is underway or under way goes on."""
    head, relation = governor(s.tree, token)
    if head < 0 or relation != rel.SUBJECT:
        return ""
    word = plain(s.tree.tokens.word[head])
    going = word == "underway" or (word == "way" and s.tree.case(head) == "under")
    return ONGOING if going and s.of(head) not in UNREAL else ""


@rule("put off",
      ("The [summit] between Iran and Oman was delayed by a week.", PLANNED),
      ("The [vote] in Mali was put off until May.", PLANNED),
      ("Iran postponed its [talks] with Oman.", PLANNED),
      ("The [summit] was opened by the king.", ""))  # fmt: skip
def put_off(s: Judge, token: int) -> str:
    """What is postponed, delayed or put off is still planned."""
    head, relation = governor(s.tree, token)
    if head < 0 or relation not in (rel.OBJECT, rel.PASSIVE_SUBJECT) or not is_put_off(s.tree, head):
        return ""
    return "" if s.of(head) == DENIED else PLANNED


@rule("of a wish or plan",
      ("Norway voiced fears of an [attack].", HYPOTHETICAL),
      ("Norway praised plans for a [visit].", PLANNED),
      ("Norway spoke of victims of an [attack].", ""))  # fmt: skip
def of_noun(s: Judge, token: int) -> str:
    """What a noun of wish, fear, plan or refusal is about is what that noun makes of it."""
    head, relation = governor(s.tree, token)
    if head < 0 or not s.tree.is_noun(head) or s.tree.kids(head, rel.COPULA):
        return ""
    mood = s.mood(head) if relation == rel.NOUN_MODIFIER and s.tree.case(token) in _OF else ""
    return mood if mood in UNREAL else ""


@rule("object of a wish or plan",
      ("Norway fears an [attack].", HYPOTHETICAL),
      ("Chad cancelled the [visit].", DENIED),
      ("The [vote] is set to start on Monday.", PLANNED),
      ("Norway reported an [attack].", ""))  # fmt: skip
def of_verb(s: Judge, token: int) -> str:
    """What a verb of wish, fear, plan or refusal acts on is what that verb makes of it."""
    tree = s.tree
    head, relation = verb_above(tree, token)
    if head < 0:
        return ""
    lemma = tree.lemma(head)
    participle = tree.is_past_participle(head) or tree.tokens.tag[head] == "JJ"
    arranged = relation == rel.SUBJECT and lemma in INTENT and participle
    governs = relation != rel.SUBJECT or (
        arranged and bool(tree.kids(head, rel.CONTROLLED))
    )  # "the vote is set to start"
    mood = s.mood(head) if governs and lemma not in REPORTING_VERBS else ""
    return "" if relation == rel.OBLIQUE and mood == DENIED else mood


@rule("carried",
      ("Norway will hold [talks] with Chad.", PLANNED),
      ("Norway may launch an [attack].", HYPOTHETICAL),
      ("The [attack] never took place.", DENIED),
      ("Norway continues its [blockade].", ONGOING),
      ("The guard was not hurt in the [attack].", ""))  # fmt: skip
def carried(s: Judge, token: int) -> str:
    """A deed that a verb only carries ("hold talks") happens when that verb does."""
    tree = s.tree
    head, relation = verb_above(tree, token)
    if head < 0:
        return ""
    lemma = tree.lemma(head)
    if not (relation in (rel.SUBJECT, rel.OBLIQUE) or lemma in LIGHT or lemma in SUPPORT):
        return ""
    above = s.of(head)
    if above == ONGOING:
        return ONGOING if lemma in SUPPORT or lemma in ("continue", "go", "proceed") else ""
    if above == HAPPENED:
        return HAPPENED if lemma in SUPPORT and relation != rel.SUBJECT else ""
    if above == DENIED and not _is_denied_with(lemma, relation):
        return ""
    return above


@rule("lasting",
      ("Togo spoke of the [war] in Chad.", ONGOING),
      ("Togo was rebuilt after the [war] in Chad.", ""))  # fmt: skip
def lasting(s: Judge, token: int) -> str:
    """Wars, talks, strikes and the like go on, unless they are told as over."""
    over = s.tree.case(token) in BESIDE
    return ONGOING if s.tree.lemma(token) in DURATIVE_NOUNS and not over else ""


@rule("named", ("Togo condemned the [attack].", HAPPENED))
def named(s: Judge, token: int) -> str:
    """Any other deed that a noun names has happened."""
    return HAPPENED


def _modifiers(tree: Tree, token: int) -> set[str]:
    """List what stands beside a noun as adjective, adverb, noun or participle: words and lemmas."""
    near = tree.kids(token, rel.ADJECTIVE, rel.ADVERB, rel.COMPOUND, rel.ADNOMINAL_CLAUSE)
    return {plain(tree.tokens.word[child]) for child in near} | {tree.lemma(child) for child in near}


def _modified(tree: Tree, token: int, words: frozenset[str]) -> bool:
    return bool(_modifiers(tree, token) & words)


def _is_denied_with(verb: str, relation: str) -> bool:
    """Tell "held no talks" and "the attack never took place" from "was not hurt in the attack"."""
    if relation == rel.SUBJECT:
        return verb in _TAKING_PLACE
    return verb in LIGHT | SUPPORT and verb not in LEAVING
