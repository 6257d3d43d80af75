"""Mends of who does and undergoes something: a verb has one subject, and a phrase one head.

`mending` asks them in its order.
"""

from __future__ import annotations

from dateline.grammar.draft import ACTING, LOOKED_AT, SUBJECTS, ParseDraft
from dateline.grammar.words import WordClass
from dateline.language.tokens import Tokens

_REPORTING = WordClass("reporting")
_TELLING = frozenset("assure inform notify remind tell".split())  # those who hear it stand behind the verb
_CALLING = WordClass("calling")
_NAMING = (
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "JJ",
    "DT",
    "CC",
    "CD",
    "HYPH",
    "PRP$",
    "POS",
)  # in "Ann Holt and the chief"
_OPENING = 31  # words between a comma and the verb at most


def titles(draft: ParseDraft) -> None:
    """Hang "Ann" of "said minister Ann Lee" on the minister: a verb has one subject, and one object of a kind.

    So has a list: in "King Ali and rebel leader Omar Sy met" the leader is Omar Sy, no third one.
    """
    for word in range(1, len(draft.was)):
        noun = word - 1
        same = draft.head[word] == draft.head[noun] and draft.relation[word] == draft.relation[noun]
        kind = draft.relation[word] in (*ACTING, "obj", "conj")
        if same and kind and draft.was.tag[noun] in ("NN", "NNS") and draft.was.tag[word] == "NNP":
            draft.hang(word, noun, "appos")


def townsfolk(draft: ParseDraft) -> None:
    """Let "jury" of "The Leeds, Ala., jury ruled" head its phrase: the town does not rule, nor is it the officer.

    "In Leeds, Ala., teachers won" and "He left Leeds, Ala., friends said" stay.
    """
    was = draft.was
    for town in range(len(was) - 4):
        state, after = town + 2, town + 4
        marks = was.word[town + 1] == "," and was.word[town + 3] == ","
        if not marks or was.head[state] != town or was.relation[state] != "appos" or was.tag[state] != "NNP":
            continue
        noun = after
        while noun + 1 < len(was) and was.tag[noun] in ("NN", "JJ") and was.tag[noun + 1] in ("NN", "NNS"):
            noun += 1
        above, relation = was.head[town], was.relation[town]
        same = (was.head[noun], was.relation[noun]) in ((above, relation), (town, "appos"))
        if not same or was.tag[noun] not in ("NN", "NNS") or was.tag[town] != "NNP":
            continue
        for word in range(max(0, town - 4), min(len(was), noun + LOOKED_AT)):
            if draft.head[word] == town and word not in range(town, after):
                draft.head[word] = noun
        draft.hang(noun, above, relation)
        draft.hang(town, noun, "compound")


def offices(draft: ParseDraft) -> None:
    """Hang "former chief" of "Ann Lee, head of Togo's party and former chief of Oxfam," on the head: both are Lee.

    "Ann Lee, head of the party, and the chief of Oxfam met" are two: a comma and an article part them.
    """
    was = draft.was
    beside: dict[int, int] = {}
    for word, relation in enumerate(draft.relation):
        name = draft.head[word]
        if relation == "appos" and 0 <= name < word and was.tag[name] == "NNP" and was.tag[word] == "NN":
            beside.setdefault(name, word)
        if relation != "conj" or name not in beside or was.tag[word] != "NN":
            continue
        joint = next(
            (w for w in range(beside[name] + 1, word) if was.tag[w] == "CC" and draft.head[w] == word), 0
        )
        parted = was.word[joint - 1] == "," or any(was.tag[w] in ("DT", "PRP$") for w in range(joint, word))
        if joint and not parted:
            draft.hang(word, beside[name], "conj")


def epithets(draft: ParseDraft) -> None:
    """Hang "Republican" of "Republican Ann Lee won" on Ann Lee: what stands right before a subject is no second one."""
    was = draft.was
    for name, relation in enumerate(was.relation):
        if relation not in ACTING or was.tag[name] != "NNP":
            continue
        word = name - 1
        while word >= 0 and draft.head[word] == name and was.tag[word].startswith(("JJ", "NN")):
            word -= 1  # "Underdog" of "Underdog conservative Ann Lee won"
        if word < 0 or was.sentence[word] != was.sentence[name] or draft.head[word] != draft.head[name]:
            continue
        if draft.relation[word] in ACTING and was.tag[word] in ("JJ", "NNP"):
            draft.hang(word, name, "amod" if was.tag[word] == "JJ" else "nmod:desc")


def pairs(draft: ParseDraft) -> None:
    """Join "Lee" to "Holt" of "Mayor Ann Holt and chief Tom Lee met": between them they are one subject of two."""
    was = draft.was
    first: dict[int, int] = {}
    for word, relation in enumerate(was.relation):
        verb = was.head[word]
        if relation not in ACTING or not word < verb < word + LOOKED_AT:
            continue
        one = first.setdefault(verb, word)
        between = range(one + 1, word)
        joint = next((w for w in between if draft.word(w) in ("and", "or") and was.relation[w] == "cc"), -1)
        inside = joint > 0 and all(was.tag[w] in _NAMING for w in between) and one < was.head[joint] <= word
        if inside and all(was.tag[w].startswith("NN") for w in (one, word)):
            draft.hang(word, one, "conj")
            draft.head[joint] = word


def calls(draft: ParseDraft) -> None:
    """Read whom somebody with a phone called as an object: "Kari Dahl called the president of Chad"."""
    was = draft.was
    having = draft.heads_with("obj", "nsubj:pass")
    acting = draft.heads_with("nsubj")
    for word, relation in enumerate(was.relation):
        verb = was.head[word]
        if relation != "xcomp" or not 0 <= verb < word or draft.lemma(verb) not in _CALLING:
            continue
        if verb in acting and verb not in having and was.tag[word].startswith("NN"):
            draft.relation[word] = "obj"


def helpers(draft: ParseDraft) -> None:
    """Hang what was hung on a helper on its verb: "The court had on Monday sent him home" is about who sent him."""
    was = draft.was
    for word, relation in enumerate(was.relation):
        helper = was.head[word]
        if helper < 0 or not was.relation[helper].startswith("aux") or not 0 <= was.head[helper] != word:
            continue
        if relation in (*ACTING, "obl", "obl:unmarked", "advmod", "expl"):
            draft.head[word] = was.head[helper]


def undergone(draft: ParseDraft) -> None:
    """Read "Lee" of "Holt phoned Lee" as an object: with its subject before it, a verb has no second one behind it.

    Verbs of saying stay: "Prices fell, said Ann Lee" has a subject behind its verb; but "Lee told Reuters" tells them.
    Where there is an object already, a name behind a comma says who the person before it is: "gave $2 million to its
    chief, Ann Lee".
    """
    was = draft.was
    first: dict[int, int] = {}
    having = draft.heads_with("obj")
    for word, relation in enumerate(draft.relation):
        verb = draft.head[word]
        if relation != "nsubj" or verb < 0:
            continue
        before = first.setdefault(verb, word)
        telling = draft.lemma(verb) in _TELLING
        plain = was.tag[verb].startswith("VB") and draft.lemma(verb) not in _REPORTING
        if telling and before < verb < word <= verb + LOOKED_AT:
            draft.relation[word] = "iobj"
            continue
        if before < verb < word <= verb + LOOKED_AT and plain and verb not in having:
            draft.relation[word] = "obj"
            having.add(verb)
        named = was.word[word - 1] == "," and (was.tag[word - 2], was.tag[word]) == ("NN", "NNP")
        if before < verb < word - 2 and plain and named and draft.relation[word] == "nsubj":
            draft.hang(word, word - 2, "appos")


def openers(draft: ParseDraft) -> None:
    """Give "will speak" of "After a row over Togo, Ann Lee will speak" the name right before it as its subject.

    A finite verb at the root has a subject; a phrase behind a comma that ends where the verb begins is no part of
    what stands before the comma.
    """
    was, acting, passive = draft.was, draft.heads_with(*SUBJECTS, "expl"), draft.heads_with("aux:pass")
    begins: dict[int, int] = {}  # of each verb with helpers before it, the first
    for word, (head, relation) in enumerate(zip(was.head, was.relation, strict=True)):
        if relation.startswith("aux") and word < head:
            begins.setdefault(head, word)
    for verb, head in enumerate(was.head):
        if head >= 0 or verb in acting or was.tag[verb] not in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG"):
            continue
        begin = begins.get(verb, verb)
        if begin == verb and was.tag[verb] in ("VB", "VBN", "VBG"):
            continue  # "Meet Ann Lee", "Wanted: Ann Lee"
        word = _phrase_before(was, begin)
        if word >= 0:
            draft.hang(word, verb, "nsubj:pass" if verb in passive else "nsubj")


def _phrase_before(was: Tokens, begin: int) -> int:
    """Find the head of a nominal between the last comma and a verb, tied to what is before the comma."""
    near = range(begin - 1, max(0, begin - _OPENING) - 1, -1)
    comma = next((w for w in near if was.word[w] == "," or was.sentence[w] != was.sentence[begin]), -1)
    if comma < 0 or was.word[comma] != "," or was.sentence[comma] != was.sentence[begin]:
        return -1
    inside = range(comma + 1, begin)
    tops = [w for w in inside if was.head[w] not in inside]
    if len(tops) != 1 or not was.tag[tops[0]].startswith("NN"):
        return -1
    cased = any(was.relation[w] == "case" and was.head[w] == tops[0] for w in inside)
    hung = was.head[tops[0]] < comma and was.relation[tops[0]] in ("nmod", "appos", "conj", "dep")
    return tops[0] if hung and not cased else -1
