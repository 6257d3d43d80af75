"""Rules: did what a verb tells happen? Doubt first, then what is ahead, what governs it, and its own tense last."""

from __future__ import annotations

from dateline.events.judge import Judge
from dateline.events.moods import (
    ONGOING_VERBS,
    PERFORMED,
    TIME_MARKS,
)
from dateline.events.records import DENIED, HAPPENED, HYPOTHETICAL, ONGOING, PLANNED
from dateline.events.verb_doubts import DOUBTED
from dateline.events.verb_governors import GOVERNED
from dateline.events.verb_prospects import PROSPECTS
from dateline.events.verb_signs import (
    is_finite,
    is_reported_past,
    of_time_clause,
)
from dateline.grammar import relations as rel
from dateline.grammar.contractions import plain
from dateline.grammar.verbs import VerbGroup
from dateline.rules import Rulebook

TENSES = Rulebook("What does the tense of a verb tell?")
rule = TENSES.rule
_STILL = frozenset(("still", "currently", "now"))
_UNDONE = frozenset("decline fail neglect omit refuse unable".split())


@rule("came to nothing",
      ("The rebels [failed] to seize the town.", DENIED),
      ("Norway was [unable] to free the nurses.", DENIED),
      ("Norway did not [fail] to act.", ""),
      ("The minister [declined] to answer.", DENIED),
      ("Norway [refused] to lend ships.", DENIED),
      ("Norway [refused] the offer.", ""),
      ("The talks [failed] on Friday.", ""))  # fmt: skip
def came_to_nothing(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody failed, refused or was unable to do was not done, and that is what the words tell."""
    tree = s.tree
    if tree.lemma(token) not in _UNDONE or group.negated:
        return ""
    return (
        DENIED
        if any(tree.has_to(word) for word in tree.kids(token, rel.CONTROLLED, rel.ADVERBIAL_CLAUSE))
        else ""
    )


@rule("still going on",
      ("Police were still [searching] for the gunman.", ONGOING),
      ("Nato said it was [looking] into the blast.", ONGOING),
      ("Police were [searching] the house when it burned.", ""),
      ("Nato said it was [looking] into the blast when the roof fell.", ""))  # fmt: skip
def still_going_on(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Were still searching", "said it was looking into it": it goes on as far as the article knows."""
    tree = s.tree
    if group.tense != "PAST" or group.aspect != "PROGRESSIVE" or group.modal:
        return ""
    if tree.lemma(token) in PERFORMED or tree.lemma(token) == "go" or tree.kids(token, rel.ADVERBIAL_CLAUSE):
        return ""
    still = any(plain(tree.tokens.word[word]) in _STILL for word in tree.kids(token, rel.ADVERB))
    return ONGOING if still or is_reported_past(tree, token) else ""


@rule("once done",
      ("Chad will only talk once the war has [ended].", HYPOTHETICAL),
      ("Chad will sign after the king has [left].", HYPOTHETICAL),
      ("Chad signed once the war had [ended].", ""))  # fmt: skip
def once_done(s: Judge, token: int, group: VerbGroup) -> str:
    """What must have happened before a plan is carried out is open."""
    head = of_time_clause(s.tree, token, TIME_MARKS)
    if head < 0 or group.tense != "PRESENT" or group.aspect != "PERFECTIVE":
        return ""
    return HYPOTHETICAL if s.of(head) in (PLANNED, HYPOTHETICAL) else ""


@rule("past",
      ("The bridge was [bombed] by rebels.", HAPPENED),
      ("They’d [met] the king of Togo on Monday.", HAPPENED),
      ("He’s [met] the king.", HAPPENED),
      ("[Founded] in 1998, the firm makes ships.", HAPPENED))  # fmt: skip
def past(s: Judge, token: int, group: VerbGroup) -> str:
    """The past, the perfect and participles that nothing else judges tell what has happened."""
    if not is_finite(s.tree, token, group):
        return HAPPENED
    perfect = group.aspect == "PERFECTIVE" and s.tree.is_verb(token)
    return HAPPENED if group.tense != "PRESENT" or perfect else ""


@rule("going on",
      ("The ministers are [meeting] in Rome.", ONGOING),
      ("Norway is [announcing] a new law.", HAPPENED),
      ("Norway is [going] to sign the pact.", PLANNED))  # fmt: skip
def going_on(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Are meeting" goes on; "is announcing" is done in being said; "is going to" is planned."""
    tree = s.tree
    if "PROGRESSIVE" not in group.aspect:
        return ""
    if tree.lemma(token) in PERFORMED:
        return HAPPENED
    return PLANNED if tree.lemma(token) == "go" and tree.kids(token, rel.CONTROLLED) else ONGOING


@rule("news in the present",
      ("Norway [says] the port is safe.", HAPPENED),
      ("Norway [remains] a kingdom.", ""),
      ("Chad is [detained] by Togo.", ""))  # fmt: skip
def news(s: Judge, token: int, group: VerbGroup) -> str:
    """The simple present of a deed tells news: "Norway denies the claim", "Norway sinks ship" in a headline."""
    tree, tokens = s.tree, s.tree.tokens
    headline = tokens.sentences[tokens.sentence[token]].part == "headline"
    lasting = tree.kids(token, rel.COPULA) or tree.lemma(token) in ONGOING_VERBS
    if lasting or s.classes.get(token) in ("STATE", "I_STATE"):
        return ""
    undergone = tokens.tag[token] == "VBN"  # "is detained": it lasts
    class_ = s.classes.get(token, "OCCURRENCE")
    told = not undergone and (token in s.deeds or class_ in ("REPORTING", "I_ACTION"))
    return HAPPENED if told or headline else ""


@rule("time clause",
      ("Once the king [arrives], talks will begin.", PLANNED),
      ("When the ice [melts], the town may flood.", HYPOTHETICAL))  # fmt: skip
def time_clause(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Once he arrives, talks will begin" is as planned as what waits for it."""
    head = of_time_clause(s.tree, token, TIME_MARKS)
    above = s.of(head) if head >= 0 else ""
    return above if above in (PLANNED, HYPOTHETICAL) else ""


@rule("present", ("The river [flows] through the town.", ONGOING))
def present(s: Judge, token: int, group: VerbGroup) -> str:
    """Any other present goes on."""
    return ONGOING


VERBS = Rulebook("Did what a verb tells happen?", DOUBTED, PROSPECTS, GOVERNED, TENSES)
