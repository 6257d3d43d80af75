"""Mends of what a clause holds: what is thought hangs on the thought, and a verb joined to another is a verb.

`mending` asks them in its order.
"""

from __future__ import annotations

from dateline.grammar.draft import LOOKED_AT, SUBJECTS, ParseDraft
from dateline.grammar.words import WordClass
from dateline.language.lemmas import lemma

_SPANS = WordClass("weekday", "relative day", "clock span", "calendar span", "long span", "time")
_THAT = WordClass("reporting", "thinking")
_WHEN = frozenset(("after", "as", "before", "since", "until", "when", "while"))
_PHRASE = 12  # words of a phrase before its noun
_LEAVING = frozenset("depart embark fly head leave sail start travel".split())
_OWNED = frozenset(
    "apartment bill boat book building car company farm film firm flat gun home hotel house land letter lorry office "
    "painting phone plane ship shop store truck van vehicle yacht".split()
)
_CHARGING = frozenset("absolve accuse acquit clear convict suspect".split())
_MEETING = frozenset(
    "assure beat brief defeat draw face greet host inform meet overcome play receive tell thank thrash welcome".split()
)
_OF_A_VERB = ("nsubj", "nsubj:pass", "csubj", "expl", "mark", "aux", "aux:pass", "cop")


def thoughts(draft: ParseDraft) -> None:
    """Hang "would fall" of "had feared for years that it would fall" on the fear: no year tells what is feared.

    "Left in the year that the war began" stays: that is which year.
    """
    was = draft.was
    full = draft.heads_with("ccomp", "xcomp", "obj")
    for mark, relation in enumerate(was.relation):
        verb = was.head[mark]
        if relation != "mark" or draft.word(mark) != "that" or not was.relation[verb].startswith("acl"):
            continue
        span = was.head[verb]
        above = was.head[span]
        if draft.lemma(span) not in _SPANS or not was.relation[span].startswith("obl") or above < 0:
            continue
        if above not in full and above < span < mark < verb and draft.lemma(above) in _THAT:
            draft.hang(verb, above, "ccomp")


def joined(draft: ParseDraft) -> None:
    """Read "praised" of "thanked the crew and praised continued efforts" as a verb, where it was hung on the efforts.

    A verb has no second object behind an "and", and no noun has two participles in a row without a comma.
    """
    was = draft.was
    for joint, relation in enumerate(was.relation):
        noun, verb = was.head[joint], joint + 1
        if relation != "cc" or not verb < noun or was.head[verb] != noun or was.relation[verb] != "amod":
            continue
        word, first = draft.word(verb), was.head[noun]
        if was.relation[noun] == "conj" and was.relation[first] == "obj" and verb + 1 < noun:
            stacked = was.tag[verb + 1] == "VBN" and was.head[verb + 1] == noun
            above = was.head[first] if stacked else -1
        else:
            above = first if was.relation[noun] == "obj" else -1
        if not 0 <= above < joint or was.tag[verb] != "VBN" or was.tag[above] != "VBD":
            continue
        if not word.endswith("ed") or lemma(word, "VBD") == word:
            continue
        between = range(above + 1, joint)
        if was.relation[noun] == "obj" and not any(
            was.head[w] == above and was.relation[w] == "obj" for w in between
        ):
            continue  # "left and sold used cars": no object before it
        draft.tag[verb] = "VBD"
        draft.hang(verb, above, "conj")
        draft.hang(noun, verb, "obj")
        draft.head[joint] = verb


def selves(draft: ParseDraft) -> None:
    """Hang "told" of "the ruling ended a war that Chad began and told Chad to leave" on the ruling's verb.

    By name nobody acts on himself; "Lee blamed a rival and defended himself" and what has a subject stay.
    """
    was = draft.was
    acting = draft.heads_with(*SUBJECTS)
    names = {
        (head, was.word[word]): relation
        for word, (head, relation) in enumerate(zip(was.head, was.relation, strict=True))
        if was.tag[word].startswith("NNP") and relation in ("nsubj", "obj")
    }
    for (verb, name), relation in names.items():
        shared = was.head[verb] if was.relation[verb] == "conj" and verb not in acting else -1
        if relation != "obj" or not 0 <= shared < verb or names.get((shared, name)) != "nsubj":
            continue
        before = [w for w in range(max(0, shared - LOOKED_AT), shared) if was.head[w] == shared]
        main = next((w for w in before if was.relation[w] == "conj" and w not in acting), -1)
        doer = next((w for w in before if was.relation[w] == "nsubj" and w < main), -1)
        if doer >= 0:  # the main verb was hung below, its subject left behind
            draft.hang(doer, main, "nsubj")
            draft.hang(verb, main, "conj")
            continue
        above = was.head[shared]
        while above >= 0 and (was.tag[above] != was.tag[verb] or above not in acting):
            above = was.head[above]
        if 0 <= above < shared:
            draft.hang(verb, above, "conj")


def whens(draft: ParseDraft) -> None:
    """Give "changed" of "needs time after a goal from Togo changed the match" its subject, the goal behind "after".

    A finite verb has a subject and, beside another, a mark; a phrase with "after" that ends where it begins is both.
    """
    was = draft.was
    having = draft.heads_with(*_OF_A_VERB)
    for verb, relation in enumerate(was.relation):
        if relation not in ("advcl", "parataxis") or was.tag[verb] != "VBD" or verb in having:
            continue
        above = was.head[verb]
        last = verb - 1 if was.word[verb - 1] != "," else verb - 2
        if not 0 <= above < last:
            continue
        noun, case = _under_when(draft, last, above)
        if noun >= 0 and was.relation[noun] in ("obl", "nmod"):
            draft.hang(noun, verb, "nsubj")
            draft.hang(case, verb, "mark")
            draft.relation[verb] = "advcl"


def _under_when(draft: ParseDraft, word: int, above: int) -> tuple[int, int]:
    """Find the noun behind "after" in whose phrase a word stands, and that "after" (-1: none)."""
    was = draft.was
    while word > above and was.tag[word].startswith("NN"):
        near = range(max(above, word - _PHRASE), word)
        for case in near:
            if (
                was.head[case] == word
                and was.relation[case] == "case"
                and draft.word(case) in _WHEN
                and draft.word(case + 1) != "per"
            ):
                return word, case
        word = was.head[word]
    return -1, -1


def journeys(draft: ParseDraft) -> None:
    """Hang "Bolivia" of "will leave for Bolivia to attend a summit" on the leaving: no land attends it."""
    was = draft.was
    for name, relation in enumerate(was.relation):
        verb = was.head[name]
        if relation != "nsubj" or was.tag[name] != "NNP" or was.relation[verb] != "advcl" or verb < name:
            continue
        above, mark = was.head[verb], name - 1
        if not 0 <= above < mark or draft.lemma(above) not in _LEAVING or draft.word(mark) != "for":
            continue
        if was.head[mark] == verb and was.tag[name + 1] == "TO":
            draft.hang(name, above, "obl")
            draft.hang(mark, name, "case")


def fire(draft: ParseDraft) -> None:
    """Read "questioning" of "who was under questioning by the court" as a noun: he did not question anybody."""
    was = draft.was
    for case, relation in enumerate(was.relation):
        word = was.head[case]
        if relation == "case" and draft.word(case) == "under" and word == case + 1 and was.tag[word] == "VBG":
            draft.tag[word] = "NN"
            for helper in range(max(0, case - 4), case):
                if was.head[helper] == word and was.relation[helper] == "aux":
                    draft.relation[helper] = "cop"


def leaps(draft: ParseDraft) -> None:
    """Hang "left" of "asked Lee to sign and left" on the asking: no past is joined to an infinitive."""
    was = draft.was
    acting = draft.heads_with("nsubj", "nsubj:pass")
    for verb, relation in enumerate(was.relation):
        above = was.head[verb]
        if relation != "conj" or not 0 <= above < verb or was.tag[verb] != "VBD" or was.tag[above] != "VB":
            continue
        governor = was.head[above]
        infinitive = any(was.head[w] == above and was.tag[w] == "TO" for w in range(max(0, above - 3), above))
        if not infinitive or governor < 0 or was.tag[governor] != "VBD" or verb in acting:
            continue
        if was.relation[above] in ("xcomp", "advcl"):
            draft.head[verb] = governor


def nearest(draft: ParseDraft) -> None:
    """Hang "who fled" of "a house belonging to Ann Lee, who fled" on the person named before it, not on the house.

    Only of things, and only across a participle: in "a man hired by Ann Lee, who fled" either may have fled.
    """
    was = draft.was
    for who, relation in enumerate(was.relation):
        verb = draft.head[who]
        noun = draft.head[verb] if relation in SUBJECTS and draft.word(who) == "who" else -1
        if noun < 0 or not draft.relation[verb].startswith("acl") or draft.lemma(noun) not in _OWNED:
            continue
        name = who - 2 if was.word[who - 1] == "," else who - 1
        while (
            was.tag[name] == was.tag[draft.head[name]] == "NNP" and noun < draft.head[name] < name
        ):  # "Ann Lee": from Lee to Ann
            name = draft.head[name]
        participle = draft.head[name] if was.tag[name] == "NNP" and name > noun else -1
        if participle > noun and draft.head[participle] == noun and draft.relation[participle] == "acl":
            draft.head[verb] = name


def charges(draft: ParseDraft) -> None:
    """Hang "of causing alarm" of "accused Roe at a meeting of causing alarm" on the charge: no meeting causes it."""
    was = draft.was
    charged = draft.heads_with("ccomp", "advcl")
    for mark, relation in enumerate(was.relation):
        verb = draft.head[mark]
        if relation != "mark" or draft.word(mark) != "of" or draft.relation[verb] != "acl":
            continue
        noun = draft.head[verb]
        charge = draft.head[noun] if draft.relation[noun].startswith("obl") else -1
        if not 0 <= charge < noun < mark or draft.lemma(charge) not in _CHARGING or charge in charged:
            continue
        near = range(charge + 1, noun)
        case = [
            draft.word(word) for word in near if draft.head[word] == noun and draft.relation[word] == "case"
        ]
        if case in (["at"], ["by"]) or (case == ["in"] and draft.lemma(noun) == "court"):
            draft.hang(verb, charge, "advcl")


def visitors(draft: ParseDraft) -> None:
    """Read "visiting" of "Chad met visiting envoy Ann Lee" as telling which envoy: who is met is not visited."""
    was = draft.was
    for verb in range(1, len(was)):
        above = draft.head[verb]
        if draft.lemma(verb) != "visit" or was.tag[verb] != "VBG" or above != verb - 1:
            continue
        if draft.lemma(above) not in _MEETING or draft.relation[verb] not in ("xcomp", "advcl", "ccomp"):
            continue
        near = range(verb + 1, min(len(was), verb + LOOKED_AT))
        met = next((word for word in near if draft.head[word] == verb and draft.relation[word] == "obj"), -1)
        if met < 0 or was.tag[verb + 1] in ("DT", "PRP$"):
            continue
        for word in near:
            if draft.head[word] == verb:
                draft.head[word] = above
        draft.hang(verb, met, "amod")
        draft.tag[verb] = "JJ"
