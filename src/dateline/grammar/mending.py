"""Heads, relations and tags that no English sentence can have, mended once, before any table or rule reads them.

Each of MENDS goes over the whole parse and changes only what it names; one that nothing needs any more goes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.grammar.words import WordClass
from dateline.language.lemmas import UNCHANGED, lemma
from dateline.language.tokens import Tokens

_LOOKED_AT = 100  # dependents of one verb
_OF_A_CLAUSE = frozenset(
    ("nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop", "mark", "obj", "ccomp", "xcomp")
)
_INTENT, _WISHED = WordClass("intent"), WordClass("intent", "wish")
_DAYS = WordClass("weekday", "relative day")
_SPANS = WordClass("clock span", "calendar span", "long span", "time")
_PARTICLES, _TAKEN_IN, _CALLING = WordClass("particle"), WordClass("takes in"), WordClass("calling")
_REPORTING = WordClass("reporting")
_STOPPING, _STOPPED, _INTRANSITIVE = (
    WordClass("stopping"),
    WordClass("what is stopped"),
    WordClass("intransitive"),
)
# with one person or thing as subject these can only be the past
_ONLY_PAST = UNCHANGED | frozenset("cost forecast offset overcut rid slit undercut wed".split())


# behind "was" these tell what was done to somebody, while "was upset" and "was shut" may tell a state
_UNDERGONE = UNCHANGED - frozenset("set shut split spread upset".split())


class _Draft:
    """Columns of a parse that may be changed, beside the parse as it was."""

    def __init__(self, tokens: Tokens) -> None:
        self.was = tokens
        self.head, self.relation, self.tag = list(tokens.head), list(tokens.relation), list(tokens.tag)

    def hang(self, word: int, head: int, relation: str) -> None:
        self.head[word], self.relation[word] = head, relation

    def lemma(self, word: int) -> str:
        return self.was.lemma[word].lower()

    def word(self, word: int) -> str:
        return self.was.word[word].lower()

    def done(self) -> Tokens:
        new = (self.head, self.relation, self.tag)
        if new == (self.was.head, self.was.relation, self.was.tag):
            return self.was
        words = zip(self.was.word, self.was.lemma, self.was.tag, self.tag, strict=True)
        lemmas = [known if tag == old else lemma(word, tag) for word, known, old, tag in words]
        return replace(self.was, head=self.head, relation=self.relation, tag=self.tag, lemma=lemmas)


def mended(tokens: Tokens) -> Tokens:
    """Mend what the parser can't have meant."""
    for mend in MENDS:
        draft = _Draft(tokens)
        mend(draft)
        tokens = draft.done()
    return tokens


def addressees(draft: _Draft) -> None:
    """Hang "Reuters" of "told Reuters the carrier would cut jobs" on "told": nobody is told before the verb."""
    for word, head in enumerate(draft.was.head):
        above = draft.head[head]
        if draft.relation[word] == "iobj" and draft.relation[head] == "ccomp" and 0 <= above < word < head:
            draft.head[word] = above


def speakers(draft: _Draft) -> None:
    """Give "said" of "Ann Holt wept, said Tom Baker" its speaker, who did not weep as well."""
    was = draft.was
    owners = {was.head[t] for t, relation in enumerate(was.relation) if relation in ("nsubj", "nsubj:pass")}
    first: dict[int, int] = {}
    for word, relation in enumerate(was.relation):
        if relation in ("nsubj", "nsubj:pass"):
            first.setdefault(was.head[word], word)
    for saying, relation in enumerate(was.relation):
        verb = was.head[saying]
        if relation != "parataxis" or not 0 <= verb < saying or saying in owners:
            continue
        if (
            was.tag[saying] != "VBD"
            or draft.lemma(saying) not in _REPORTING
            or first.get(verb, saying) > saying
        ):
            continue
        near = range(saying + 1, min(len(was), saying + _LOOKED_AT))
        word = next((t for t in near if was.head[t] == verb and was.relation[t] == "nsubj"), -1)
        if word >= 0 and all(was.head[t] not in (verb, saying) for t in range(saying + 1, word)):
            draft.hang(word, saying, "nsubj")


def perfects(draft: _Draft) -> None:
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
        for child in range(max(0, have - _LOOKED_AT), min(len(was), have + _LOOKED_AT)):
            if was.head[child] == have:
                draft.head[child] = verb
        draft.hang(verb, was.head[have], was.relation[have])
        draft.hang(have, verb, "aux")
        draft.hang(noun, verb, "obj")


def participles(draft: _Draft) -> None:
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
        near = range(max(0, verb - _LOOKED_AT), min(len(was), verb + _LOOKED_AT))
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


def particles(draft: _Draft) -> None:
    """Read "in" of "took in refugees" as a particle: no object has a preposition."""
    was = draft.was
    for word, relation in enumerate(was.relation):
        noun = was.head[word]
        if relation != "case" or noun < 0 or word != was.head[noun] + 1 or draft.relation[noun] != "obj":
            continue
        verb = was.head[noun]
        if draft.word(word) in _PARTICLES or (draft.word(word) == "in" and draft.lemma(verb) in _TAKEN_IN):
            draft.hang(word, verb, "compound:prt")


def calls(draft: _Draft) -> None:
    """Read whom somebody with a phone called as an object: "Kari Dahl called the president of Chad"."""
    was = draft.was
    having = {was.head[t] for t, relation in enumerate(was.relation) if relation in ("obj", "nsubj:pass")}
    acting = {was.head[t] for t, relation in enumerate(was.relation) if relation == "nsubj"}
    for word, relation in enumerate(was.relation):
        verb = was.head[word]
        if relation != "xcomp" or not 0 <= verb < word or draft.lemma(verb) not in _CALLING:
            continue
        if verb in acting and verb not in having and was.tag[word].startswith("NN"):
            draft.relation[word] = "obj"


def aims(draft: _Draft) -> None:
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


def parties(draft: _Draft) -> None:
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


def actives(draft: _Draft) -> None:
    """Read "Oman mediated on Monday" as active: without a helper, and of a verb that has no passive."""
    was = draft.was
    helped = {was.head[t] for t, relation in enumerate(was.relation) if relation.startswith("aux")}
    for word, relation in enumerate(was.relation):
        verb = was.head[word]
        if relation == "nsubj:pass" and verb not in helped and draft.lemma(verb) in _INTRANSITIVE:
            draft.relation[word] = "nsubj"
            draft.tag[verb] = "VBD" if was.tag[verb] == "VBN" else was.tag[verb]


def forms(draft: _Draft) -> None:
    """Tag a verb by its form and helpers: no present ends like "protested", no past stands behind "did" or "will".

    Without a subject, "talks planned for May" are planned by others; with a passive helper, so is anything.
    """
    held = list(zip(draft.head, draft.relation, strict=True))
    subjects = {head for head, relation in held if relation.startswith(("nsubj", "csubj"))}
    passives = {head for head, relation in held if relation == "aux:pass"}
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


def undergoers(draft: _Draft) -> None:
    """Read "two were hurt" as passive: with "were" before it, "hurt" is neither a past tense nor a state."""
    was = draft.was
    for helper, relation in enumerate(was.relation):
        verb = was.head[helper]
        if relation != "cop" or not (was.tag[verb] == "VBD" or draft.word(verb) in _UNDERGONE):
            continue
        if was.lemma[helper] != "be" or was.tag[verb].startswith("N"):
            continue
        draft.tag[verb], draft.relation[helper] = "VBN", "aux:pass"
        for word in range(max(0, verb - _LOOKED_AT), verb):
            if was.head[word] == verb and was.relation[word] == "nsubj":
                draft.relation[word] = "nsubj:pass"


def outsiders(draft: _Draft) -> None:
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
            near = range(closed + 1, min(word, closed + _LOOKED_AT))
            nouns = [n for n in near if was.tag[n].startswith("NN") and draft.head[n] < closed]
            if nouns and opened >= 0:
                draft.head[word] = nouns[0]


def tellers(draft: _Draft) -> None:
    """Read "quipped" of "“...,” quipped comic Ann Lee" as the verb: behind the marks, a participle describes nobody."""
    was = draft.was
    for noun in range(3, len(was)):
        verb = noun - 1
        behind = was.tag[verb - 1] == "''" and was.sentence[verb - 1] == was.sentence[noun]
        if not behind or draft.head[verb] != noun or draft.relation[verb] != "amod":
            continue
        above, word = draft.head[noun], draft.word(verb)
        if not word.endswith("ed") or lemma(word, "VBD") == word or above >= verb:
            continue
        before = range(max(0, verb - _LOOKED_AT), verb)
        told = above if above >= 0 else next((w for w in before if draft.head[w] in (noun, verb)), -1)
        if told < 0 or told >= verb - 1:
            continue
        top = noun if above < 0 else told  # what headed the sentence, or the part of it, until now
        draft.tag[verb] = "VBD"
        draft.hang(verb, draft.head[top], draft.relation[top])
        draft.hang(told, verb, "ccomp")
        draft.hang(noun, verb, "nsubj")
        for other in range(noun + 1, min(len(was), noun + _LOOKED_AT)):
            if draft.head[other] == told and draft.relation[other] in ("nsubj", "appos"):
                draft.hang(other, noun, "appos")
            elif draft.head[other] == told:
                draft.head[other] = verb


def titles(draft: _Draft) -> None:
    """Hang "Ann" of "said minister Ann Lee" on the minister: a verb has one subject, and one object of a kind.

    So has a list: in "King Ali and rebel leader Omar Sy met" the leader is Omar Sy, no third one.
    """
    for word in range(1, len(draft.was)):
        noun = word - 1
        same = draft.head[word] == draft.head[noun] and draft.relation[word] == draft.relation[noun]
        kind = draft.relation[word] in ("nsubj", "nsubj:pass", "obj", "conj")
        if same and kind and draft.was.tag[noun] in ("NN", "NNS") and draft.was.tag[word] == "NNP":
            draft.hang(word, noun, "appos")


def epithets(draft: _Draft) -> None:
    """Hang "Republican" of "Republican Ann Lee won" on Ann Lee: what stands right before a subject is no second one."""
    was = draft.was
    for name, relation in enumerate(was.relation):
        if relation not in ("nsubj", "nsubj:pass") or was.tag[name] != "NNP":
            continue
        word = name - 1
        while word >= 0 and draft.head[word] == name and was.tag[word].startswith(("JJ", "NN")):
            word -= 1  # "Underdog" of "Underdog conservative Ann Lee won"
        if word < 0 or was.sentence[word] != was.sentence[name] or draft.head[word] != draft.head[name]:
            continue
        if draft.relation[word] in ("nsubj", "nsubj:pass") and was.tag[word] in ("JJ", "NNP"):
            draft.hang(word, name, "amod" if was.tag[word] == "JJ" else "nmod:desc")


def doers(draft: _Draft) -> None:
    """Give "are searching" of "Officers are searching it, the mayor added" the officers: only the mayor added."""
    was = draft.was
    subjects: dict[int, list[int]] = {}
    for word, relation in enumerate(was.relation):
        if relation in ("nsubj", "nsubj:pass"):
            subjects.setdefault(was.head[word], []).append(word)
    passive = {was.head[word] for word, relation in enumerate(was.relation) if relation == "aux:pass"}
    for verb, relation in enumerate(was.relation):
        saying = was.head[verb]
        if relation not in ("ccomp", "parataxis") or verb > saying or verb in subjects:
            continue
        own = subjects.get(saying, [])
        if len(own) < 2 or not own[0] < verb < own[-1] or draft.lemma(saying) not in _REPORTING:
            continue
        if was.tag[own[0]] not in ("WP", "WDT") and was.tag[verb][:2] in ("VB", "JJ", "NN"):
            draft.hang(own[0], verb, "nsubj:pass" if verb in passive else "nsubj")


def helpers(draft: _Draft) -> None:
    """Hang what was hung on a helper on its verb: "The court had on Monday sent him home" is about who sent him."""
    was = draft.was
    for word, relation in enumerate(was.relation):
        helper = was.head[word]
        if helper < 0 or not was.relation[helper].startswith("aux") or not 0 <= was.head[helper] != word:
            continue
        if relation in ("nsubj", "nsubj:pass", "obl", "obl:unmarked", "advmod", "expl"):
            draft.head[word] = was.head[helper]


def undergone(draft: _Draft) -> None:
    """Read "Lee" of "Holt phoned Lee" as an object: with its subject before it, a verb has no second one behind it.

    Verbs of saying stay: "Prices fell, said Ann Lee" has a subject behind its verb.
    """
    was = draft.was
    first: dict[int, int] = {}
    having = {head for head, relation in zip(draft.head, draft.relation, strict=True) if relation == "obj"}
    for word, relation in enumerate(draft.relation):
        verb = draft.head[word]
        if relation != "nsubj" or verb < 0:
            continue
        before = first.setdefault(verb, word)
        plain = was.tag[verb].startswith("VB") and draft.lemma(verb) not in _REPORTING
        if before < verb < word <= verb + _LOOKED_AT and plain and verb not in having:
            draft.relation[word] = "obj"
            having.add(verb)


def openers(draft: _Draft) -> None:
    """Give "will speak" of "After a row over Togo, Ann Lee will speak" the name right before it as its subject.

    A finite verb at the root has a subject; a phrase behind a comma that ends where the verb begins is no part of
    what stands before the comma.
    """
    was = draft.was
    acting = {
        head
        for head, relation in zip(draft.head, draft.relation, strict=True)
        if "subj" in relation or relation == "expl"
    }
    helped: dict[int, list[int]] = {}
    for word, relation in enumerate(draft.relation):
        if relation.startswith("aux") and word < draft.head[word]:
            helped.setdefault(draft.head[word], []).append(word)
    for verb, head in enumerate(draft.head):
        if head >= 0 or verb in acting or was.tag[verb] not in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG"):
            continue
        begin = min(helped.get(verb, [verb]))
        if begin == verb and was.tag[verb] in ("VB", "VBN", "VBG"):
            continue  # "Meet Ann Lee", "Wanted: Ann Lee"
        word = _phrase_before(draft, begin)
        if word >= 0:
            passive = any(draft.relation[h] == "aux:pass" for h in helped.get(verb, []))
            draft.hang(word, verb, "nsubj:pass" if passive else "nsubj")


def _phrase_before(draft: _Draft, begin: int) -> int:
    """Find the head of a nominal between the last comma and a verb, tied to what is before the comma."""
    was, comma = draft.was, begin - 1
    while (
        comma >= max(0, begin - 30) and was.word[comma] != "," and was.sentence[comma] == was.sentence[begin]
    ):
        comma -= 1
    if comma < 0 or was.word[comma] != "," or was.sentence[comma] != was.sentence[begin]:
        return -1
    inside = range(comma + 1, begin)
    tops = [w for w in inside if draft.head[w] not in inside]
    cased = any(draft.relation[w] == "case" and draft.head[w] in tops for w in inside)
    if len(tops) != 1 or cased or not was.tag[tops[0]].startswith("NN"):
        return -1
    return (
        tops[0]
        if draft.head[tops[0]] < comma and draft.relation[tops[0]] in ("nmod", "appos", "conj", "dep")
        else -1
    )


def asides(draft: _Draft) -> None:
    """Hang "said" of "The talks, an official said, will go on" on what is told, not on its subject."""
    was = draft.was
    for saying, relation in enumerate(was.relation):
        noun = draft.head[saying]
        if relation != "parataxis" or noun < 0 or draft.lemma(saying) not in _REPORTING:
            continue
        verb = draft.head[noun]
        if draft.relation[noun] in ("nsubj", "nsubj:pass") and noun < saying < verb:
            draft.head[saying] = verb


def pasts(draft: _Draft) -> None:
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
    for other in range(max(0, verb - _LOOKED_AT), min(len(tokens), verb + _LOOKED_AT)):
        head, relation = tokens.head[other], tokens.relation[other]
        if head == verb and relation in ("aux", "mark"):
            return True
        if head == subject and (relation in ("conj", "cc") or tokens.word[other] == "%"):
            return True
    return False


MENDS: tuple[Callable[[_Draft], None], ...] = (
    addressees,
    speakers,
    perfects,
    participles,
    particles,
    calls,
    aims,
    parties,
    actives,
    forms,
    undergoers,
    outsiders,
    tellers,
    titles,
    epithets,
    doers,
    helpers,
    undergone,
    openers,
    asides,
    pasts,
)
