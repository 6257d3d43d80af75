"""Rules: did what a verb tells happen? Asked in order; the first that answers wins."""

from __future__ import annotations

from typing import Protocol

from dateline.events.arguments import is_passive
from dateline.events.claims import (
    asks_of_a_fact,
    charge_on,
    completed,
    is_denied_claim,
    is_kept_from,
    is_left_undone,
    is_unproven,
    is_unsaid,
    preposition_before,
)
from dateline.events.limits import until_then
from dateline.events.moods import (
    CLEARING,
    DEGREES,
    DENIAL,
    DOUBTS,
    IMPLICATIVE,
    INTENT,
    LOOSE_TALK,
    NEARLY,
    ONGOING_VERBS,
    PERFORMED,
    PURPOSE,
    REPORTING_VERBS,
    TIME_MARKS,
    WISH,
)
from dateline.events.records import DENIED, HAPPENED, HYPOTHETICAL, ONGOING, PLANNED, UNREAL
from dateline.events.verb_signs import (
    ACCUSING,
    has_to_before,
    in_condition,
    in_inverted_condition,
    is_asked,
    is_finite,
    is_future_in_past,
    is_neither,
    is_on_the_edge,
    is_perfect,
    is_ranked,
    is_reported_past,
    is_too_much_to,
    is_turned,
    no_longer,
    of_time_clause,
    sentence_is_present,
    shares_negation,
    word_before_to,
)
from dateline.events.verb_signs import goes_on as goes_on_to
from dateline.grammar.contractions import plain
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import VerbGroup, verb_group
from dateline.rules import Rulebook

VERBS = Rulebook("Did what a verb tells happen?")
rule = VERBS.rule
_CLAUSES = ("xcomp", "ccomp", "acl", "obj", "csubj", "advcl", "obl", "dep", "nmod", "parataxis")
_RIGHTS = frozenset("right reason way ability place time something nothing anything lot".split())
_STILL = frozenset(("still", "currently", "now"))
_NEXT = frozenset(("about", "going"))
_UNDONE = frozenset("fail neglect omit unable".split())
_LASTING = frozenset("become prove remain last be serve".split())


class Judge(Protocol):
    """What a rule asks of its sentence: the tree, the status of another word, the mood that a word sets."""

    tree: Tree
    classes: dict[int, str]
    deeds: frozenset[int]

    def of(self, token: int) -> str: ...

    def mood(self, head: int) -> str: ...


@rule("condition",
      ("If Iran [attacks] Iraq, the war will spread.", HYPOTHETICAL),
      ("Norway asked whether Chad [attacked] the port.", HYPOTHETICAL),
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
    return HYPOTHETICAL if any(s.tree.lemma(word) in DOUBTS for word in s.tree.kids(token, "advmod")) else ""


@rule("nearly",
      ("Iran nearly [attacked] Oman last year.", DENIED),
      ("The bridge almost [collapsed] on Monday.", DENIED),
      ("Prices nearly [doubled] last year.", ""))  # fmt: skip
def nearly(s: Judge, token: int, group: VerbGroup) -> str:
    """What nearly or almost happened did not; what nearly doubled grew all the same."""
    tree = s.tree
    turned = any(
        tree.lemma(word) in NEARLY and is_turned(tree, word, token) for word in tree.kids(token, "advmod")
    )
    return DENIED if turned and tree.lemma(token) not in DEGREES and not group.negated else ""


@rule("denied",
      ("Italy did not [recognise] Kosovo.", DENIED),
      ("Norway won’t [lend] any ships to Chad.", DENIED),
      ("Nobody [signed] the treaty.", DENIED),
      ("Neither Norway nor Chad [gave] a reason.", DENIED),
      ("The army can no longer [hold] the town.", DENIED),
      ("Norway did not [open] the port until Friday.", ""))  # fmt: skip
def denied(s: Judge, token: int, group: VerbGroup) -> str:
    """Not, never, nobody, neither, no longer: denied; "did not open until Friday" did open, on Friday."""
    negated = group.negated or is_neither(s.tree, token) or no_longer(s.tree, token)
    negated = negated or shares_negation(s.tree, token)
    return DENIED if negated and not until_then(s.tree, token) else ""


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
      ("News that Iran [bombed] Oman spread on Monday.", ""))  # fmt: skip
def rumour(s: Judge, token: int, group: VerbGroup) -> str:
    """What is only rumoured, suspected, hoped or feared is open; "asked who freed them" takes it as done."""
    clause, head = completed(s.tree, token)
    if head < 0 or not is_finite(s.tree, token, group) or s.tree.lemma(head) not in WISH | LOOSE_TALK:
        return ""
    taken = group.tense == "PAST" and (s.tree.lemma(head) == "insist" or asks_of_a_fact(s.tree, clause, head))
    return "" if taken else HYPOTHETICAL


@rule("claimed by nobody known",
      ("A man who claims he was [beaten] by guards left Chad.", HYPOTHETICAL),
      ("Residents claimed that soldiers [burned] the mosque.", HYPOTHETICAL),
      ("Norway claimed that Chad [burned] the mosque.", ""),
      ("Residents said that soldiers [burned] the mosque.", ""))  # fmt: skip
def claimed(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody without a name claims is open: no speaker stands for it in the table."""
    tree, (_, head) = s.tree, completed(s.tree, token)
    if head < 0 or not tree.is_verb(head) or tree.lemma(head) != "claim":
        return ""
    subjects = tree.kids(head, "nsubj")
    if tree.tokens.relation[head] == "acl:relcl" and (not subjects or tree.tokens.tag[subjects[0]] == "WP"):
        subjects = [tree.tokens.head[head]]
    unnamed = (
        bool(subjects) and tree.tokens.tag[subjects[0]] in ("NN", "NNS") and is_finite(tree, token, group)
    )
    return HYPOTHETICAL if unnamed and not _is_a_name_near(tree, subjects[0]) else ""


@rule("future",
      ("France and Spain will [sign] the pact next week.", PLANNED),
      ("She'll [open] the bridge on Friday.", PLANNED),
      ("Italy will not [sign] the pact.", ""))  # fmt: skip
def future(s: Judge, token: int, group: VerbGroup) -> str:
    """Will, shall: planned."""
    return PLANNED if group.tense == "FUTURE" else ""


@rule("reported would",
      ("Norway said it would [leave] Chad.", PLANNED),
      ("Kari Dahl said she’d [resign] on Friday.", PLANNED),
      ("The army would [attack] Chad.", ""))  # fmt: skip
def reported_would(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Would" in what somebody said is a plan, unless it hangs on an if."""
    tree = s.tree
    if group.modal != "would" or "have" in group.auxiliaries or _has_condition(tree, token):
        return ""
    for head in tree.heads(token):
        if tree.is_verb(head) and tree.lemma(head) in REPORTING_VERBS:
            return PLANNED
        if tree.tokens.relation[head] in ("root", "conj"):
            break
    return ""


@rule("future in past",
      ("The mayor of Oslo would later [resign].", HAPPENED),
      ("Kari Dahl would go on to [win] the race.", HAPPENED),
      ("Kari Dahl would [win] the race.", ""))  # fmt: skip
def future_in_past(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Would later", "would go on to" tell what did happen."""
    tree = s.tree
    head = tree.tokens.head[token]
    if tree.tokens.relation[token] in ("xcomp", "advcl") and head >= 0 and goes_on_to(tree, head):
        above = verb_group(tree, head)
        return HAPPENED if above.modal == "would" and not _has_condition(tree, head) else ""
    if group.modal != "would" or "have" in group.auxiliaries or _has_condition(tree, token):
        return ""
    return HAPPENED if is_future_in_past(tree, token) else ""


@rule("modal",
      ("Iran may [attack] Iraq.", HYPOTHETICAL),
      ("Norway should have [signed] the pact.", HYPOTHETICAL),
      ("Iran could not [attack] Iraq.", ""))  # fmt: skip
def modal(s: Judge, token: int, group: VerbGroup) -> str:
    """Can, may, must, should, would: only possible."""
    return HYPOTHETICAL if group.modal else ""


@rule("be to",
      ("Norway is to [sign] the pact on Friday.", PLANNED),
      ("Iran was to [meet] Oman on Friday but the talks were scrapped.", HYPOTHETICAL),
      ("Norway was to [become] a kingdom again.", ""))  # fmt: skip
def be_to(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Is to sign" is planned; "was to meet, but" came to nothing as far as we know."""
    tree = s.tree
    if not has_to_before(tree, token, ("be",)):
        return ""
    if group.tense != "PAST":
        return PLANNED
    if tree.lemma(token) in _LASTING:
        return ""
    but = any(
        tree.lemma(word) == "but" for verb in tree.kids(token, "conj") for word in tree.kids(verb, "cc")
    )
    return HYPOTHETICAL if but or "have" in group.auxiliaries else PLANNED


@rule("about to",
      ("Iran was about to [attack] Oman when a truce came.", HYPOTHETICAL),
      ("Norway is about to [sign] the pact.", PLANNED),
      ("Norway was going to [sign] the pact.", HYPOTHETICAL),
      ("Norway said the pact was going to be [signed].", PLANNED),
      ("The plant came close to [exploding].", HYPOTHETICAL),
      ("Norway learned how to [sign] the pact.", ""))  # fmt: skip
def about_to(s: Judge, token: int, group: VerbGroup) -> str:
    """What is about or going to happen is planned; what was about to or came close to is open."""
    tree = s.tree
    edge = preposition_before(tree, token)
    if edge >= 0 and is_on_the_edge(tree, edge):
        return HYPOTHETICAL
    if not has_to_before(tree, token, ("about", "going")):
        return ""
    about = max(near for near in range(max(0, token - 6), token) if plain(tree.tokens.word[near]) in _NEXT)
    was = any(tree.tokens.tag[near] in ("VBD", "VBN") for near in range(max(0, about - 3), about))
    return HYPOTHETICAL if was and not _is_said_to_come(tree, token) else PLANNED


@rule("order",
      ("[Call] the office at once.", HYPOTHETICAL),
      ("Ships [call] at the port.", ""))  # fmt: skip
def order(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody is told to do is open; "to be continued" alone is planned."""
    if is_finite(s.tree, token, group) or s.tree.tokens.head[token] >= 0 or group.tense != "INFINITIVE":
        return ""
    return PLANNED if s.tree.has_to(token) else HYPOTHETICAL


@rule("with the verb before",
      ("Norway plans to leave Chad and [join] Togo.", PLANNED),
      ("The rebels wanted to seize the town and [burn] it.", HYPOTHETICAL))  # fmt: skip
def coordinated(s: Judge, token: int, group: VerbGroup) -> str:
    """An infinitive or participle that is coordinated goes with the verb before it."""
    tree, head = s.tree, s.tree.tokens.head[token]
    if is_finite(tree, token, group) or tree.tokens.relation[token] != "conj":
        return ""
    but = any(tree.lemma(word) == "but" for word in tree.kids(token, "cc"))
    if but and group.tense == "PASTPART" and s.of(head) == DENIED:
        return HAPPENED  # "has not signed but accepted it"
    return s.of(head)


@rule("told as done",
      ("Troops from Norway are said to have [taken] Bol.", HAPPENED),
      ("The men are suspected to have [burned] the mosque.", HYPOTHETICAL),
      ("Troops from Norway are said to [like] Bol.", ""))  # fmt: skip
def told_as_done(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Are said to have left" is told as done, "are alleged to have left" as open."""
    tree = s.tree
    head = _governor(s, token, group)
    if head < 0 or group.tense != "INFINITIVE" or not is_perfect(tree, token):
        return ""
    if s.mood(head) in (DENIED, PLANNED):
        return ""
    above = s.of(head)
    if tree.lemma(head) in ACCUSING or above == HYPOTHETICAL:
        return HYPOTHETICAL
    return DENIED if above == DENIED else HAPPENED


@rule("governed",
      ("Ankara threatened to [close] the border.", HYPOTHETICAL),
      ("Turkey plans to [withdraw] its troops from Syria in June.", PLANNED),
      ("The parliament refused to [ratify] the agreement.", DENIED),
      ("The law was intended to [prohibit] strikes.", HYPOTHETICAL),
      ("Norway managed to [free] the hostages.", ""))  # fmt: skip
def governed(s: Judge, token: int, group: VerbGroup) -> str:
    """A verb that completes a word of intention, wish or refusal is what that word makes of it."""
    head = _governor(s, token, group)
    if head < 0:
        return ""
    infinitive = group.tense != "PRESPART"
    mood = s.mood(head)
    if mood and infinitive and s.tree.lemma(head) in PURPOSE and is_passive(s.tree, head):
        return HYPOTHETICAL  # "drafts intended to prohibit": a purpose is no plan of somebody
    return mood


@rule("the first to",
      ("Ada Holm is the first woman to [lead] the bank.", HAPPENED),
      ("Ada Holm was the only judge to [sign] the letter.", HAPPENED),
      ("Ada Holm has the right to [sign] the letter.", ""))  # fmt: skip
def ranked(s: Judge, token: int, group: VerbGroup) -> str:
    """ "The first woman to lead the bank" did so if the clause that says so holds."""
    head = _of_noun(s, token, group)
    if head < 0 or not is_ranked(s.tree, head):
        return ""
    above = [head, *s.tree.heads(head)]
    verb = next((word for word in above if s.tree.is_verb(word) or s.tree.kids(word, "cop")), -1)
    return s.of(verb) if verb >= 0 and s.of(verb) in UNREAL else HAPPENED


@rule("infinitive of a noun",
      ("Norway praised the vote to be [held] in Chad.", PLANNED),
      ("Norway has the right to [close] the border.", HYPOTHETICAL))  # fmt: skip
def of_noun(s: Judge, token: int, group: VerbGroup) -> str:
    """ "A vote to be held" is planned, "the right to vote" says nothing of a deed."""
    head = _of_noun(s, token, group)
    if head < 0:
        return ""
    tree, tokens = s.tree, s.tree.tokens
    headline = tokens.sentences[tokens.sentence[token]].part == "headline"
    to_be_done = is_passive(tree, token) and tree.lemma(head) not in _RIGHTS
    return PLANNED if to_be_done or (headline and tokens.head[head] < 0) else HYPOTHETICAL


@rule("brought about",
      ("The bank was forced by the fire to [close].", HAPPENED),
      ("Ada Holm went on to [win] the race.", HAPPENED),
      ("Ada Holm flew home to [win] the race.", ""))  # fmt: skip
def brought_about(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody is forced to do, or goes on to do, is done when that is."""
    head = _clause_above(s, token, group)
    if head < 0 or s.tree.tokens.relation[token] != "advcl" or group.tense != "INFINITIVE":
        return ""
    if s.tree.lemma(head) in IMPLICATIVE or goes_on_to(s.tree, head):
        return s.of(head)
    return ""


@rule("purpose",
      ("Police closed the road to [protect] the crowd.", HYPOTHETICAL),
      ("The army will shell the town to [stop] the rebels.", PLANNED))  # fmt: skip
def purpose(s: Judge, token: int, group: VerbGroup) -> str:
    """What a deed is for is open; when the deed itself is planned or denied, so is its purpose."""
    head = _clause_above(s, token, group)
    if head < 0 or s.tree.tokens.relation[token] != "advcl" or group.tense != "INFINITIVE":
        return ""
    above = s.of(head)
    return above if above in UNREAL else HYPOTHETICAL


@rule("completes",
      ("Norway likes [eating] fish.", ONGOING),
      ("The rebels may start [bombing] the town.", HYPOTHETICAL),
      ("Norway managed to [free] the hostages.", HAPPENED))  # fmt: skip
def completes(s: Judge, token: int, group: VerbGroup) -> str:
    """A verb that completes another happens when that one does: "managed to free"."""
    head = _clause_above(s, token, group)
    if head < 0 or s.tree.tokens.relation[token] != "xcomp":
        return ""
    return (s.of(head) if s.tree.is_verb(head) or group.tense == "INFINITIVE" else "") or HAPPENED


@rule("under what is open",
      ("The army may attack the town, [killing] many.", HYPOTHETICAL),
      ("Norway will act, [closing] the border.", PLANNED))  # fmt: skip
def under_open(s: Judge, token: int, group: VerbGroup) -> str:
    """A participle beside a verb that is planned or only possible is so too."""
    head = _clause_above(s, token, group)
    above = s.of(head) if head >= 0 and (s.tree.is_verb(head) or group.tense == "INFINITIVE") else ""
    relation = s.tree.tokens.relation[token]
    if above in (PLANNED, HYPOTHETICAL) and relation != "acl":
        return above
    return DENIED if above == DENIED and relation == "obj" else ""


@rule("participle of a noun",
      ("Norway trains the men [guarding] the port.", ONGOING),
      ("Norway trained the men [guarding] the port.", ""))  # fmt: skip
def participle(s: Judge, token: int, group: VerbGroup) -> str:
    """ "The men guarding the port" guard it when the sentence is in the present."""
    tree = s.tree
    if is_finite(tree, token, group) or group.tense != "PRESPART":
        return ""
    if tree.tokens.relation[token] not in ("acl", "amod") or tree.kids(token, "mark", "case"):
        return ""
    return ONGOING if sentence_is_present(tree, token) else ""


@rule("came to nothing",
      ("The rebels [failed] to seize the town.", DENIED),
      ("Norway was [unable] to free the nurses.", DENIED),
      ("Norway did not [fail] to act.", ""),
      ("The talks [failed] on Friday.", ""))  # fmt: skip
def came_to_nothing(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody failed or was unable to do was not done, and that is what the words tell."""
    tree = s.tree
    if tree.lemma(token) not in _UNDONE or group.negated:
        return ""
    return DENIED if any(tree.has_to(word) for word in tree.kids(token, "xcomp", "advcl")) else ""


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
    if tree.lemma(token) in PERFORMED or tree.lemma(token) == "go" or tree.kids(token, "advcl"):
        return ""
    still = any(plain(tree.tokens.word[word]) in _STILL for word in tree.kids(token, "advmod"))
    return ONGOING if still or is_reported_past(tree, token) else ""


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
    return PLANNED if tree.lemma(token) == "go" and tree.kids(token, "xcomp") else ONGOING


@rule("news in the present",
      ("Norway [says] the port is safe.", HAPPENED),
      ("Norway [remains] a kingdom.", ""),
      ("Chad is [detained] by Togo.", ""))  # fmt: skip
def news(s: Judge, token: int, group: VerbGroup) -> str:
    """The simple present of a deed tells news: "Norway denies the claim", "Norway sinks ship" in a headline."""
    tree, tokens = s.tree, s.tree.tokens
    headline = tokens.sentences[tokens.sentence[token]].part == "headline"
    lasting = tree.kids(token, "cop") or tree.lemma(token) in ONGOING_VERBS
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


def _is_said_to_come(tree: Tree, token: int) -> bool:
    """Tell "said it was going to sign" from "was going to sign"."""
    return is_reported_past(tree, token) or any(is_reported_past(tree, head) for head in tree.heads(token, 2))


def _has_condition(tree: Tree, token: int) -> bool:
    return any(in_condition(tree, child) for child in tree.children[token] if tree.is_verb(child))


def _is_a_name_near(tree: Tree, noun: int) -> bool:
    """Tell "the minister Ann Lee", "the Oslo firm" from "a man"."""
    return any(
        tree.tokens.tag[word].startswith("NNP")
        for word in tree.kids(noun, "appos", "flat", "compound", "nmod", "nmod:poss")
    )


def _clause_above(s: Judge, token: int, group: VerbGroup) -> int:
    """Find what governs an infinitive or participle (-1: nothing, or the verb is finite)."""
    tokens = s.tree.tokens
    if tokens.relation[token] not in _CLAUSES or is_finite(s.tree, token, group):
        return -1
    return tokens.head[token]


def _governor(s: Judge, token: int, group: VerbGroup) -> int:
    """Find the word that an infinitive or participle completes (-1: none).

    It is the word right before "to" where that sets a mood, whatever head the parser chose.
    """
    before = word_before_to(s.tree, token)
    if before >= 0 and s.tree.lemma(before) in INTENT | WISH | DENIAL and _can_govern(s.tree, before):
        return before
    head, relation = _clause_above(s, token, group), s.tree.tokens.relation[token]
    completing = relation in ("acl", "xcomp", "ccomp") or (
        relation == "advcl" and group.tense == "INFINITIVE"
    )
    if head >= 0 and relation == "advcl" and group.tense == "PRESPART":
        near = token - 1  # "ruled out sending", "avoided hitting"
        completing = near == head or (near == head + 1 and s.tree.tokens.head[near] == head)
    return head if completing else -1


def _can_govern(tree: Tree, word: int) -> bool:
    """Tell verbs, participles and adjectives, and nouns that no verb takes as its object, from others."""
    return not tree.is_noun(word) and tree.tokens.tag[word][:2] in ("VB", "JJ")


def _of_noun(s: Judge, token: int, group: VerbGroup) -> int:
    """Find the noun that carries an infinitive: "the right to vote" (-1: none)."""
    carried = s.tree.tokens.relation[token] == "acl" and group.tense == "INFINITIVE"
    return _clause_above(s, token, group) if carried else -1
