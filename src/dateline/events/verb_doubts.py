"""Rules of verbs whose own words or clause say that a deed is denied, doubted or only thought of."""

from __future__ import annotations

from dateline.events.claims import (
    asks_of_a_fact,
    charge_on,
    completed,
    is_denied_claim,
    is_kept_from,
    is_left_undone,
    is_unproven,
    is_unsaid,
)
from dateline.events.judge import Judge
from dateline.events.limits import until_then
from dateline.events.moods import (
    CLEARING,
    DEGREES,
    DOUBTS,
    LOOSE_TALK,
    NEARLY,
    WISH,
)
from dateline.events.records import DENIED, HYPOTHETICAL
from dateline.events.verb_signs import (
    has_to_before,
    in_condition,
    in_inverted_condition,
    is_asked,
    is_finite,
    is_neither,
    is_too_much_to,
    is_turned,
    no_longer,
    shares_negation,
)
from dateline.grammar import relations as rel
from dateline.grammar.contractions import plain
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import VerbGroup, denies_in_front, verb_group
from dateline.rules import Rulebook

_DECIDING = frozenset("choose decide opt rule vote".split())
_UNSURE = frozenset("conflicting contradictory disputed unconfirmed unsubstantiated unverified".split())
_CLAIMING = frozenset("claim allege complain contend".split())
DOUBTED = Rulebook("Is a verb denied or doubted?")
rule = DOUBTED.rule


@rule("condition",
      ("If Iran [attacks] Iraq, the war will spread.", HYPOTHETICAL),
      ("Norway asked whether Chad [attacked] the port.", HYPOTHETICAL),
      ("Ships were sent in case Iran [attacked] Iraq.", HYPOTHETICAL),
      ("When Iran [attacked] Iraq, the war spread.", ""))  # fmt: skip
def condition(s: Judge, token: int, group: VerbGroup) -> str:
    """A clause after if, unless, whether or in case is only possible."""
    return HYPOTHETICAL if in_condition(s.tree, token) else ""


@rule("inverted condition",
      ("Had Iran [attacked] Oman, Qatar would have acted.", HYPOTHETICAL),
      ("Should Norway [sign] the pact, Chad would leave.", HYPOTHETICAL),
      ("Iran had [attacked] Oman, Qatar said.", ""))  # fmt: skip
def inverted_condition(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Had Chad fired, Togo would have acted" is a condition without if."""
    return HYPOTHETICAL if in_inverted_condition(s.tree, token) else ""


@rule("doubted",
      ("The rebels allegedly [burned] the mosque.", HYPOTHETICAL),
      ("Perhaps Norway [sold] the arms.", HYPOTHETICAL),
      ("The rebels openly [burned] the mosque.", ""))  # fmt: skip
def doubted(s: Judge, token: int, group: VerbGroup) -> str:
    """Perhaps, possibly, allegedly, reportedly: only possible."""
    return (
        HYPOTHETICAL if any(s.tree.lemma(word) in DOUBTS for word in s.tree.kids(token, rel.ADVERB)) else ""
    )


@rule("nearly",
      ("Iran nearly [attacked] Oman last year.", DENIED),
      ("The bridge almost [collapsed] on Monday.", DENIED),
      ("Prices nearly [doubled] last year.", ""))  # fmt: skip
def nearly(s: Judge, token: int, group: VerbGroup) -> str:
    """What nearly or almost happened did not; what nearly doubled grew all the same."""
    tree = s.tree
    turned = any(
        tree.lemma(word) in NEARLY and is_turned(tree, word, token) for word in tree.kids(token, rel.ADVERB)
    )
    return DENIED if turned and tree.lemma(token) not in DEGREES and not group.negated else ""


@rule("may not",
      ("Norway may not [sign] the pact.", HYPOTHETICAL),
      ("The army might never [leave] Chad.", HYPOTHETICAL),
      ("Norway could not [sign] the pact.", ""))  # fmt: skip
def may_not(s: Judge, token: int, group: VerbGroup) -> str:
    """What may or might not happen is open, not denied."""
    return HYPOTHETICAL if group.negated and group.modal in ("may", "might") else ""


@rule("denied",
      ("Italy did not [recognise] Kosovo.", DENIED),
      ("Norway won’t [lend] any ships to Chad.", DENIED),
      ("Nobody [signed] the treaty.", DENIED),
      ("Neither Norway nor Chad [gave] a reason.", DENIED),
      ("The army can no longer [hold] the town.", DENIED),
      ("Nobody but Norway [signed] the treaty.", ""),
      ("Norway did not [open] the port until Friday.", ""))  # fmt: skip
def denied(s: Judge, token: int, group: VerbGroup) -> str:
    """Not, never, nobody, neither, no longer: denied; "did not open until Friday" did open, on Friday."""
    negated = group.negated or is_neither(s.tree, token) or no_longer(s.tree, token)
    negated = negated or shares_negation(s.tree, token)
    return DENIED if negated and not until_then(s.tree, token) else ""


@rule("denied in front",
      ("At no time did Norway [attack] Chad.", DENIED),
      ("Under no circumstances will Norway [sign] the pact.", DENIED),
      ("In no way did Norway [help] Chad.", DENIED),
      ("On no account will Norway [sign] the pact.", DENIED),
      ("Nowhere did Norway [praise] the pact.", DENIED),
      ("In no time Norway had [signed] the pact.", ""),
      ("At that time Norway [attacked] Chad.", ""))  # fmt: skip
def denied_in_front(s: Judge, token: int, group: VerbGroup) -> str:
    """ "At no time did Chad attack": what denies stands in front, and the helper before the subject."""
    in_front = any(denies_in_front(s.tree, token, child) for child in s.tree.dependents(token))
    return DENIED if in_front and not group.negated else ""


@rule("left undone",
      ("The envoy left without [meeting] the king.", DENIED),
      ("Instead of [attacking] the town, the army left.", DENIED),
      ("The envoy left after [meeting] the king.", ""),
      ("The envoy did not leave without [meeting] the king.", ""))  # fmt: skip
def left_undone(s: Judge, token: int, group: VerbGroup) -> str:
    """After without, instead of, short of, far from, what the gerund tells was not done."""
    if not is_left_undone(s.tree, token):
        return ""
    governed = any(
        s.tree.is_verb(head) and verb_group(s.tree, head).negated for head in s.tree.heads(token, 2)
    )
    return "" if governed else DENIED


@rule("decided against",
      ("Norway decided against [sending] ships to Chad.", DENIED),
      ("The board voted against [closing] the plant.", DENIED),
      ("Norway spoke against [closing] the plant.", ""))  # fmt: skip
def decided_against(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody decides or votes against is not done."""
    tree, head = s.tree, s.tree.governor(token)
    if head < 0 or group.tense != "PRESPART" or tree.lemma(head) not in _DECIDING:
        return ""
    between = range(head + 1, min(token, head + 4))
    against = any(plain(tree.tokens.word[word]) == "against" for word in between)
    return DENIED if against and not verb_group(tree, head).negated else ""


@rule("kept from",
      ("Turkey was stopped from [bombing] Syria.", DENIED),
      ("Iran held back from [striking] Oman.", DENIED),
      ("Chad earned money from [selling] oil.", ""))  # fmt: skip
def kept_from(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody is prevented, stopped, barred or held back from is not done."""
    return DENIED if is_kept_from(s.tree, token) else ""


@rule("charged",
      ("Tom Baker was charged with [killing] a policeman in Leeds.", HYPOTHETICAL),
      ("Tom Baker is on trial for [robbing] a bank.", HYPOTHETICAL),
      ("Tom Baker was acquitted of [killing] a policeman.", DENIED),
      ("Tom Baker was jailed for [killing] a policeman.", ""))  # fmt: skip
def charged(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody is accused or suspected of, charged with or on trial for is open until a court decides."""
    charge = charge_on(s.tree, token)
    return "" if not charge else DENIED if charge in CLEARING else HYPOTHETICAL


@rule("yet to",
      ("Iran has yet to [sign] the treaty.", DENIED),
      ("The mayor is yet to [answer] the letter.", DENIED),
      ("Norway has to [sign] the treaty.", ""))  # fmt: skip
def yet_to(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody has yet to do is not done."""
    return DENIED if has_to_before(s.tree, token, ("yet",)) else ""


@rule("too much to",
      ("He was too ill to [stand] trial.", DENIED),
      ("He was well enough to [stand] trial.", ""))  # fmt: skip
def too_much(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody is too ill to do is not done."""
    return DENIED if is_too_much_to(s.tree, token) else ""


@rule("asked",
      ("Did Iran [attack] Oman?", HYPOTHETICAL),
      ("Has Norway [signed] the pact?", HYPOTHETICAL),
      ("Why did Iran [attack] Oman?", ""))  # fmt: skip
def asked(s: Judge, token: int, group: VerbGroup) -> str:
    """A question that can be answered by no leaves it open; why, who and when take it as done."""
    return HYPOTHETICAL if is_asked(s.tree, token) else ""


@rule("denied claim",
      ("Iran dismissed reports that it [attacked] Oman.", DENIED),
      ("The claims that Iran [bombed] Oman were false.", DENIED),
      ("Reports that Chad [shelled] Togo are untrue.", DENIED),
      ("Reports that Chad [shelled] Togo are true.", ""),
      ("Japan denied that it had [attacked] the ship.", DENIED),
      ("Japan confirmed reports that it had [attacked] the ship.", ""))  # fmt: skip
def denied_claim(s: Judge, token: int, group: VerbGroup) -> str:
    """A claim that is denied, dismissed or said to be false is denied."""
    _, head = completed(s.tree, token)
    if head < 0 or (s.tree.is_verb(head) and not is_finite(s.tree, token, group)):
        return ""
    return DENIED if is_denied_claim(s.tree, head) else ""


@rule("no evidence",
      ("There was no evidence that Iran [bombed] Oman.", DENIED),
      ("Officials saw no sign that Iran had [attacked] Oman.", DENIED),
      ("There was evidence that Iran [bombed] Oman.", ""))  # fmt: skip
def no_evidence(s: Judge, token: int, group: VerbGroup) -> str:
    """What there is no evidence, sign or report of did not happen as far as the article knows."""
    _, head = completed(s.tree, token)
    return DENIED if head >= 0 and is_unproven(s.tree, head) else ""


@rule("not said",
      ("Chad has not said that it [fired] the missile.", HYPOTHETICAL),
      ("Nobody believes that Iran [attacked] Oman.", HYPOTHETICAL),
      ("Chad did not say when it [fired] the missile.", ""))  # fmt: skip
def not_said(s: Judge, token: int, group: VerbGroup) -> str:
    """What nobody says, confirms or believes is open."""
    clause, head = completed(s.tree, token)
    if head < 0 or not is_finite(s.tree, token, group):
        return ""
    return HYPOTHETICAL if is_unsaid(s.tree, clause, head) else ""


@rule("rumour",
      ("Rumours that Iran [bombed] Oman spread on Monday.", HYPOTHETICAL),
      ("Norway hopes that Chad [frees] the nurses.", HYPOTHETICAL),
      ("Norway insisted that Chad [free] the nurses.", HYPOTHETICAL),
      ("Norway insisted it [freed] the nurses.", ""),
      ("Norway asked who [freed] the nurses.", ""),
      ("There were unconfirmed reports that Iran had [bombed] Oman.", HYPOTHETICAL),
      ("News that Iran [bombed] Oman spread on Monday.", ""))  # fmt: skip
def rumour(s: Judge, token: int, group: VerbGroup) -> str:
    """What is only rumoured, suspected, hoped or feared is open; "asked who freed them" takes it as done."""
    clause, head = completed(s.tree, token)
    if head < 0 or not is_finite(s.tree, token, group):
        return ""
    unsure = {plain(s.tree.tokens.word[word]) for word in s.tree.kids(head, rel.ADJECTIVE)} & _UNSURE
    if s.tree.lemma(head) not in WISH | LOOSE_TALK and not unsure:
        return ""
    taken = group.tense == "PAST" and (s.tree.lemma(head) == "insist" or asks_of_a_fact(s.tree, clause, head))
    return "" if taken else HYPOTHETICAL


@rule("claimed",
      ("A man who claims he was [beaten] by guards left Chad.", HYPOTHETICAL),
      ("Residents claimed that soldiers [burned] the mosque.", HYPOTHETICAL),
      ("Norway claimed that Chad [burned] the mosque.", HYPOTHETICAL),
      ("Norway complained that Chad had [burned] the mosque.", HYPOTHETICAL),
      ("Norway claimed that it [burned] the mosque.", ""),
      ("Residents said that soldiers [burned] the mosque.", ""))  # fmt: skip
def claimed(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody claims of others is open, and so is what somebody without a name claims of himself."""
    tree, (_, head) = s.tree, completed(s.tree, token)
    if head < 0 or not tree.is_verb(head) or tree.lemma(head) not in _CLAIMING:
        return ""
    if not is_finite(tree, token, group):
        return ""
    subjects = tree.kids(head, rel.SUBJECT)
    if tree.stands_as(head, rel.RELATIVE_CLAUSE) and (not subjects or tree.tokens.tag[subjects[0]] == "WP"):
        subjects = [tree.governor(head)]
    unnamed = bool(subjects) and tree.tokens.tag[subjects[0]] in ("NN", "NNS")
    if unnamed and not _is_a_name_near(tree, subjects[0]):
        return HYPOTHETICAL
    doers = tree.kids(token, *rel.SUBJECTS)
    of_others = any(tree.tokens.tag[word] != "PRP" for word in doers)
    return HYPOTHETICAL if of_others else ""


def _is_a_name_near(tree: Tree, noun: int) -> bool:
    """Tell "the minister Ann Lee", "the Oslo firm" from "a man"."""
    return any(
        tree.tokens.tag[word].startswith("NNP")
        for word in tree.kids(noun, rel.APPOSITION, rel.FLAT, rel.COMPOUND, rel.NOUN_MODIFIER, rel.POSSESSOR)
    )
