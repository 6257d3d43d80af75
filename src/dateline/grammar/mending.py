"""Heads, relations and tags that no English sentence can have, mended once, before any table or rule reads them.

Each of MENDS goes over the whole parse and changes only what it names; one that nothing needs any more goes.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.grammar.draft import LOOKED_AT, SUBJECTS, ParseDraft
from dateline.grammar.mending_clauses import fire, joined, journeys, leaps, selves, thoughts, whens
from dateline.grammar.mending_phrases import accounts, besides, dues, halves, reduced, within
from dateline.grammar.mending_speech import addressees, asides, crossed, doers, speakers, tellers, told
from dateline.grammar.mending_subjects import (
    calls,
    epithets,
    helpers,
    offices,
    openers,
    pairs,
    titles,
    townsfolk,
    undergone,
)
from dateline.grammar.words import WordClass
from dateline.language.lemmas import UNCHANGED, lemma
from dateline.language.tokens import Tokens

_OF_A_CLAUSE = frozenset(
    ("nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop", "mark", "obj", "ccomp", "xcomp")
)
_INTENT, _WISHED = WordClass("intent"), WordClass("intent", "wish")
_DAYS = WordClass("weekday", "relative day")
_SPANS = WordClass("clock span", "calendar span", "long span", "time")
_PARTICLES, _TAKEN_IN = WordClass("particle"), WordClass("takes in")
_STOPPING, _STOPPED, _INTRANSITIVE = (
    WordClass("stopping"),
    WordClass("what is stopped"),
    WordClass("intransitive"),
)
# with one person or thing as subject these can only be the past
_ONLY_PAST = UNCHANGED | frozenset("cost forecast offset overcut rid slit undercut wed".split())


# behind "was" these tell what was done to somebody, while "was upset" and "was shut" may tell a state
_UNDERGONE = UNCHANGED - frozenset("set shut split spread upset".split())


def mended(tokens: Tokens) -> Tokens:
    """Mend what the parser can't have meant."""
    for mend in MENDS:
        draft = ParseDraft(tokens)
        mend(draft)
        tokens = draft.done()
    return tokens


def perfects(draft: ParseDraft) -> None:
    """Read "has frozen aid" as a perfect where the participle was hung on its object: nobody owns frozen aid.

    Only where what is stopped is nothing that one has: "has armed guards" and "has frozen food" stay.
    """
    was = draft.was
    for verb, relation in enumerate(was.relation):
        noun, have = was.head[verb], verb - 1
        if relation != "amod" or was.tag[verb] != "VBN" or have < 0 or noun <= verb:
            continue
        if was.lemma[have] != "have" or was.head[noun] != have or draft.relation[noun] != "obj":
            continue
        if draft.lemma(verb) not in _STOPPING or draft.lemma(noun) not in _STOPPED:
            continue
        for child in range(max(0, have - LOOKED_AT), min(len(was), have + LOOKED_AT)):
            if was.head[child] == have:
                draft.head[child] = verb
        draft.hang(verb, was.head[have], was.relation[have])
        draft.hang(have, verb, "aux")
        draft.hang(noun, verb, "obj")


def participles(draft: ParseDraft) -> None:
    """Hang "planned" of "she told of talks with Chad planned for May" on the talks, not on the speech.

    A clause that a verb takes has a subject, a helper or a mark; a bare participle of intent right after a noun phrase
    belongs to the common noun of that phrase.
    """
    was, tags = draft.was, draft.tag
    for verb, relation in enumerate(was.relation):
        above = was.head[verb]
        if relation != "ccomp" or not 0 <= above < verb - 1 or tags[verb] not in ("VBN", "VBD"):
            continue
        if draft.lemma(verb) not in _INTENT or not tags[verb - 1].startswith("NN"):
            continue
        near = range(max(0, verb - LOOKED_AT), min(len(was), verb + LOOKED_AT))
        if _OF_A_CLAUSE & {was.relation[child] for child in near if was.head[child] == verb}:
            continue
        noun = verb - 1
        while tags[noun].startswith("NNP") and above < was.head[noun] < noun:
            noun = was.head[noun]  # "talks with Chad": names are not planned
        if tags[noun] not in ("NN", "NNS"):
            continue
        if draft.head[noun] == verb:
            draft.head[noun] = above
        draft.hang(verb, noun, "acl")
        tags[verb] = "VBN"


def particles(draft: ParseDraft) -> None:
    """Read "in" of "took in refugees" as a particle: no object has a preposition."""
    was = draft.was
    for word, relation in enumerate(was.relation):
        noun = was.head[word]
        if relation != "case" or noun < 0 or word != was.head[noun] + 1 or draft.relation[noun] != "obj":
            continue
        verb = was.head[noun]
        if draft.word(word) in _PARTICLES or (draft.word(word) == "in" and draft.lemma(verb) in _TAKEN_IN):
            draft.hang(word, verb, "compound:prt")


def aims(draft: ParseDraft) -> None:
    """Hang "for a visit" of "praised plans for a visit" on the plans, whatever verb stands before."""
    was = draft.was
    for case, relation in enumerate(was.relation):
        aim, noun = was.head[case], case - 1
        if relation != "case" or draft.word(case) != "for" or noun < 0 or aim < case:
            continue
        if (
            draft.relation[aim] != "obl"
            or draft.relation[noun] != "obj"
            or draft.head[noun] != draft.head[aim]
        ):
            continue
        if was.tag[aim] not in ("NN", "NNS") or draft.lemma(aim) in _SPANS:
            continue
        if was.tag[noun] in ("NN", "NNS") and draft.lemma(noun) in _WISHED:
            draft.hang(aim, noun, "nmod")


def parties(draft: ParseDraft) -> None:
    """Hang "between Iran and Iraq" of "mediated on Monday between Iran and Iraq" on the verb, not on the day.

    "The Sunday before the vote" stays: that is which Sunday.
    """
    was = draft.was
    cases = {was.head[t]: draft.word(t) for t, relation in enumerate(was.relation) if relation == "case"}
    for word, relation in enumerate(was.relation):
        day = was.head[word]
        if relation != "nmod" or not 0 <= day < word or draft.word(day) not in _DAYS or was.head[day] < 0:
            continue
        if cases.get(word, "of") not in ("of", "before", "after") and draft.relation[day].startswith("obl"):
            draft.hang(word, draft.head[day], "obl")


def actives(draft: ParseDraft) -> None:
    """Read "Oman mediated on Monday" as active: without a helper, and of a verb that has no passive."""
    was = draft.was
    helped = draft.heads_with("aux", "aux:pass")
    for word, relation in enumerate(was.relation):
        verb = was.head[word]
        if relation == "nsubj:pass" and verb not in helped and draft.lemma(verb) in _INTRANSITIVE:
            draft.relation[word] = "nsubj"
            draft.tag[verb] = "VBD" if was.tag[verb] == "VBN" else was.tag[verb]


def forms(draft: ParseDraft) -> None:
    """Tag a verb by its form and helpers: no present ends like "protested", no past stands behind "did" or "will".

    Without a subject, "talks planned for May" are planned by others; with a passive helper, so is anything.
    """
    held = list(zip(draft.head, draft.relation, strict=True))
    subjects, passives = draft.heads_with(*SUBJECTS), draft.heads_with("aux:pass")
    helpers = [(head, word) for word, (head, relation) in enumerate(held) if relation == "aux"]
    plain = {head for head, word in helpers if draft.lemma(word) == "do" or draft.was.tag[word] == "MD"}
    plain -= {head for head, word in helpers if draft.lemma(word) in ("have", "be")}
    for verb, (tag, relation) in enumerate(zip(draft.was.tag, draft.relation, strict=True)):
        word = draft.word(verb)
        if tag in ("VBP", "VB") and word.endswith("ed") and lemma(word, "VBD") != word:
            draft.tag[verb] = "VBD"
        elif tag == "VBD" and verb in plain - passives and lemma(word, "VBD") == word:
            draft.tag[verb] = "VB"
        elif (
            (tag, relation) == ("NNP", "amod")
            and word.endswith("ing")
            and draft.was.tag[draft.head[verb]] == "NNS"
        ):
            draft.tag[verb] = "VBG"  # "Dwindling hopes"
        elif ((tag, relation) == ("VBD", "acl") and verb not in subjects) or (
            tag == "JJ" and verb in passives
        ):
            draft.tag[verb] = "VBN"


def undergoers(draft: ParseDraft) -> None:
    """Read "two were hurt" as passive: with "were" before it, "hurt" is neither a past tense nor a state."""
    was = draft.was
    for helper, relation in enumerate(was.relation):
        verb = was.head[helper]
        if relation != "cop" or not (was.tag[verb] == "VBD" or draft.word(verb) in _UNDERGONE):
            continue
        if was.lemma[helper] != "be" or was.tag[verb].startswith("N"):
            continue
        draft.tag[verb], draft.relation[helper] = "VBN", "aux:pass"
        for word in range(max(0, verb - LOOKED_AT), verb):
            if was.head[word] == verb and was.relation[word] == "nsubj":
                draft.relation[word] = "nsubj:pass"


def outsiders(draft: ParseDraft) -> None:
    """Hang "planned" of "a “range of issues” and talks planned for May" on the talks, outside the marks as it is."""
    was, opened, closed = draft.was, -1, -1
    for word, relation in enumerate(draft.relation):
        if was.tag[word] == "``":
            opened, closed = word, -1
        elif was.tag[word] == "''":
            closed = word
        elif word == 0 or was.sentence[word] != was.sentence[word - 1]:
            opened, closed = -1, -1
        if relation == "acl" and opened < draft.head[word] < closed:
            near = range(closed + 1, min(word, closed + LOOKED_AT))
            nouns = [n for n in near if was.tag[n].startswith("NN") and draft.head[n] < closed]
            if nouns and opened >= 0:
                draft.head[word] = nouns[0]


def pasts(draft: ParseDraft) -> None:
    """Tag "the minister quit" as past: with one person or thing as subject, the present would be "quits"."""
    was, tags = draft.was, draft.tag
    for token, relation in enumerate(was.relation):
        verb = was.head[token]
        if relation != "nsubj" or verb < token or tags[verb] not in ("VBP", "VB"):
            continue
        single = tags[token] in ("NN", "NNP") or draft.word(token) in ("he", "she", "it")
        if single and draft.word(verb) in _ONLY_PAST and not _joined_or_helped(was, token, verb):
            tags[verb] = "VBD"


def _joined_or_helped(tokens: Tokens, subject: int, verb: int) -> bool:
    """Tell "Ann and Bob quit", "She will quit", "If he quit" (where the form says nothing of the time)."""
    for other in range(max(0, verb - LOOKED_AT), min(len(tokens), verb + LOOKED_AT)):
        head, relation = tokens.head[other], tokens.relation[other]
        if head == verb and relation in ("aux", "mark"):
            return True
        if head == subject and (relation in ("conj", "cc") or tokens.word[other] == "%"):
            return True
    return False


MENDS: tuple[Callable[[ParseDraft], None], ...] = (
    addressees,
    told,
    crossed,
    speakers,
    reduced,
    besides,
    pairs,
    dues,
    accounts,
    perfects,
    participles,
    particles,
    calls,
    aims,
    parties,
    thoughts,
    whens,
    journeys,
    fire,
    leaps,
    joined,
    selves,
    actives,
    forms,
    undergoers,
    outsiders,
    tellers,
    townsfolk,
    titles,
    offices,
    within,
    halves,
    epithets,
    doers,
    helpers,
    undergone,
    openers,
    asides,
    pasts,
)
