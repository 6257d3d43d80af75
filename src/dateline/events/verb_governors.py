"""Rules of verbs without a time of their own: the word that governs them says whether they came about."""

from __future__ import annotations

from dateline.events.judge import Judge
from dateline.events.moods import (
    DENIAL,
    IMPLICATIVE,
    INTENT,
    PURPOSE,
    WISH,
)
from dateline.events.records import DENIED, HAPPENED, HYPOTHETICAL, ONGOING, PLANNED, UNREAL
from dateline.events.verb_signs import (
    ACCUSING,
    is_finite,
    is_had_due,
    is_perfect,
    is_ranked,
    sentence_is_present,
    word_before_to,
)
from dateline.events.verb_signs import goes_on as goes_on_to
from dateline.grammar import relations as rel
from dateline.grammar.arguments import deed_of_others
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import VerbGroup
from dateline.grammar.voice import is_passive
from dateline.rules import Rulebook

GOVERNED = Rulebook("What is a verb made by the word that governs it?")
rule = GOVERNED.rule
_CLAUSES = (
    rel.CONTROLLED,
    rel.COMPLEMENT,
    rel.ADNOMINAL_CLAUSE,
    rel.OBJECT,
    rel.CLAUSE_AS_SUBJECT,
    rel.ADVERBIAL_CLAUSE,
    rel.OBLIQUE,
    rel.UNKNOWN,
    rel.NOUN_MODIFIER,
    rel.ASIDE,
)
_SETTING = INTENT | WISH | DENIAL  # these set a mood
_READY = frozenset("poised prepare prepared ready willing".split())
_RELUCTANT = frozenset("loath reluctant unready".split())
_ASKING = frozenset(
    "appeal ask beg beseech call clamor clamour encourage expect implore invite petition plead press push urge want "
    "wish".split()
)
_MAKING = IMPLICATIVE | {"get", "have", "let", "make"}
_FORESEEING = frozenset("anticipate estimate expect forecast foresee predict project".split())
_RIGHTS = frozenset("right reason way ability place time something nothing anything lot".split())


@rule("with the verb before",
      ("Norway plans to leave Chad and [join] Togo.", PLANNED),
      ("The rebels wanted to seize the town and [burn] it.", HYPOTHETICAL))  # fmt: skip
def coordinated(s: Judge, token: int, group: VerbGroup) -> str:
    """An infinitive or participle that is coordinated goes with the verb before it."""
    tree, head = s.tree, s.tree.governor(token)
    if is_finite(tree, token, group) or not tree.stands_as(token, rel.CONJUNCT):
        return ""
    but = any(tree.lemma(word) == "but" for word in tree.kids(token, rel.COORDINATOR))
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


@rule("once planned",
      ("Ada Holm had been due to [speak] on Friday.", HYPOTHETICAL),
      ("The plant had been expected to [open] in May.", HYPOTHETICAL),
      ("Ada Holm is due to [speak] on Friday.", ""))  # fmt: skip
def once_planned(s: Judge, token: int, group: VerbGroup) -> str:
    """What had been due or expected to happen did not, or not so."""
    return HYPOTHETICAL if is_had_due(s.tree, token) else ""


@rule("was ready to",
      ("Norway was prepared to [send] ships.", HYPOTHETICAL),
      ("The rebels were reluctant to [leave] Chad.", DENIED),
      ("Norway is prepared to [send] ships.", ""),
      ("Norway was preparing to [send] ships.", ""),
      ("Norway was able to [send] ships.", ""))  # fmt: skip
def was_ready_to(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody was only ready to do is open; what he was reluctant to do, he did not do."""
    tree, tokens = s.tree, s.tree.tokens
    before = word_before_to(tree, token)
    if before < 0 or tree.has_to(before):
        return ""
    word = tree.lemma(before)
    if word in _RELUCTANT:
        return DENIED
    was = any(tokens.tag[near] == "VBD" for near in tree.kids(before, *rel.HELPERS))
    return HYPOTHETICAL if was and word in _READY and tokens.tag[before] != "VBG" else ""


@rule("asked of others",
      ("Norway asked Chad to [free] the nurses.", HYPOTHETICAL),
      ("Norway called on Chad to [free] the nurses.", HYPOTHETICAL),
      ("Norway expects Chad to [free] the nurses.", HYPOTHETICAL),
      ("A court ordered Chad to [free] the nurses.", ""),
      ("Norway asked to [free] the nurses.", ""))  # fmt: skip
def asked_of_others(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody asks, wants or expects another to do is open."""
    tree, head = s.tree, s.tree.governor(token)
    if not deed_of_others(tree, token) or group.tense != "INFINITIVE" or is_passive(tree, head):
        return ""
    return HYPOTHETICAL if tree.lemma(head) in _ASKING else ""


@rule("made to",
      ("Norway vowed to make Chad [pay] for the wall.", HYPOTHETICAL),
      ("Norway will force Chad to [pay] for the wall.", HYPOTHETICAL),
      ("Norway made Chad [pay] for the wall.", ""))  # fmt: skip
def made_to(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody plans to make another do is that one's plan alone: it is open."""
    tree, head = s.tree, s.tree.governor(token)
    if not deed_of_others(tree, token) or tree.tokens.tag[token] != "VB" or is_passive(tree, head):
        return ""
    return HYPOTHETICAL if s.of(head) in (PLANNED, HYPOTHETICAL) and tree.lemma(head) in _MAKING else ""


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
    verb = next((word for word in above if s.tree.is_verb(word) or s.tree.kids(word, rel.COPULA)), -1)
    return s.of(verb) if verb >= 0 and s.of(verb) in UNREAL else HAPPENED


@rule("infinitive of a noun",
      ("Norway praised the vote to be [held] in Chad.", PLANNED),
      ("Norway called for the port to be [closed].", HYPOTHETICAL),
      ("Norway has the right to [close] the border.", HYPOTHETICAL))  # fmt: skip
def of_noun(s: Judge, token: int, group: VerbGroup) -> str:
    """ "A vote to be held" is planned, "the right to vote" says nothing of a deed."""
    head = _of_noun(s, token, group)
    if head < 0:
        return ""
    tree, tokens = s.tree, s.tree.tokens
    headline = tokens.sentences[tokens.sentence[token]].part == "headline"
    above = tree.governor(head)
    asked = above >= 0 and tree.case(head) == "for" and tree.lemma(above) in _ASKING
    to_be_done = is_passive(tree, token) and tree.lemma(head) not in _RIGHTS and not asked
    return PLANNED if to_be_done or (headline and tree.is_root(head)) else HYPOTHETICAL


@rule("brought about",
      ("The firm was forced by the court to [sell] its ships.", HAPPENED),
      ("Ada Holm went on to [win] the race.", HAPPENED),
      ("Ada Holm flew home to [win] the race.", ""))  # fmt: skip
def brought_about(s: Judge, token: int, group: VerbGroup) -> str:
    """What somebody is forced to do, or goes on to do, is done when that is."""
    head = _clause_above(s, token, group)
    if head < 0 or not s.tree.stands_as(token, rel.ADVERBIAL_CLAUSE) or group.tense != "INFINITIVE":
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
    if head < 0 or not s.tree.stands_as(token, rel.ADVERBIAL_CLAUSE) or group.tense != "INFINITIVE":
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
    if head < 0 or not s.tree.stands_as(token, rel.CONTROLLED):
        return ""
    return (s.of(head) if s.tree.is_verb(head) or group.tense == "INFINITIVE" else "") or HAPPENED


@rule("under what is open",
      ("The army may attack the town, [killing] many.", HYPOTHETICAL),
      ("Norway will act, [closing] the border.", PLANNED))  # fmt: skip
def under_open(s: Judge, token: int, group: VerbGroup) -> str:
    """A participle beside a verb that is planned or only possible is so too."""
    head = _clause_above(s, token, group)
    above = s.of(head) if head >= 0 and (s.tree.is_verb(head) or group.tense == "INFINITIVE") else ""
    relation = s.tree.relation(token)
    if above in (PLANNED, HYPOTHETICAL) and relation != rel.ADNOMINAL_CLAUSE:
        return above
    return DENIED if above == DENIED and relation == rel.OBJECT else ""


@rule("foreseen",
      ("Norway expects prices [rising] by a tenth.", HYPOTHETICAL),
      ("The bank predicted losses [doubling] next year.", HYPOTHETICAL),
      ("Norway saw prices [rising] by a tenth.", ""))  # fmt: skip
def foreseen(s: Judge, token: int, group: VerbGroup) -> str:
    """ "Prices rising" under an expectation are only expected."""
    tree = s.tree
    noun = tree.governor(token)
    if group.tense != "PRESPART" or noun < 0 or is_finite(tree, token, group):
        return ""
    beside = tree.stands_as(token, rel.ADNOMINAL_CLAUSE, rel.CONTROLLED, rel.COMPLEMENT)
    verb = tree.governor(noun) if tree.is_noun(noun) else noun
    return HYPOTHETICAL if beside and verb >= 0 and tree.lemma(verb) in _FORESEEING else ""


@rule("participle of a noun",
      ("Norway trains the men [guarding] the port.", ONGOING),
      ("Norway trained the men [guarding] the port.", ""))  # fmt: skip
def participle(s: Judge, token: int, group: VerbGroup) -> str:
    """ "The men guarding the port" guard it when the sentence is in the present."""
    tree = s.tree
    if is_finite(tree, token, group) or group.tense != "PRESPART":
        return ""
    if not tree.stands_as(token, rel.ADNOMINAL_CLAUSE, rel.ADJECTIVE) or tree.kids(
        token, rel.MARKER, rel.PREPOSITION
    ):
        return ""
    return ONGOING if sentence_is_present(tree, token) else ""


def _clause_above(s: Judge, token: int, group: VerbGroup) -> int:
    """Find what governs an infinitive or participle (-1: nothing, or the verb is finite)."""
    if not s.tree.stands_as(token, *_CLAUSES) or is_finite(s.tree, token, group):
        return -1
    return s.tree.governor(token)


def _governor(s: Judge, token: int, group: VerbGroup) -> int:
    """Find the word that an infinitive or participle completes (-1: none).

    It is the word right before "to" where that sets a mood, whatever head the parser chose.
    """
    before = word_before_to(s.tree, token)
    if before >= 0 and s.tree.lemma(before) in _SETTING and _can_govern(s.tree, before):
        return before
    head, relation = _clause_above(s, token, group), s.tree.relation(token)
    completing = relation in (rel.ADNOMINAL_CLAUSE, rel.CONTROLLED, rel.COMPLEMENT) or (
        relation == rel.ADVERBIAL_CLAUSE and group.tense == "INFINITIVE"
    )
    if head >= 0 and relation == rel.ADVERBIAL_CLAUSE and group.tense == "PRESPART":
        near = token - 1  # "ruled out sending", "avoided hitting"
        completing = near == head or (near == head + 1 and s.tree.governor(near) == head)
    return head if completing else -1


def _can_govern(tree: Tree, word: int) -> bool:
    """Tell verbs, participles and adjectives, and nouns that no verb takes as its object, from others."""
    return not tree.is_noun(word) and tree.tokens.tag[word][:2] in ("VB", "JJ")


def _of_noun(s: Judge, token: int, group: VerbGroup) -> int:
    """Find the noun that carries an infinitive: "the right to vote" (-1: none)."""
    carried = s.tree.stands_as(token, rel.ADNOMINAL_CLAUSE) and group.tense == "INFINITIVE"
    return _clause_above(s, token, group) if carried else -1
