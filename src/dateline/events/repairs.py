"""Mend heads and tags that no English sentence can have, before rules read them."""

from __future__ import annotations

from dataclasses import replace

from dateline.events.moods import INTENT, WISH
from dateline.language import Tokens
from dateline.language.lemmas import UNCHANGED
from dateline.ontology import Situation, code_event

_LOOKED_AT = 100  # dependents of one verb
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


# with one person or thing as subject these can only be the past
_UNCHANGED = UNCHANGED | frozenset("cost forecast offset overcut rid slit undercut wed".split())

# forms of the past that are no base form; "gunmen shot" can only be the past, whatever tag the parser chose
_PAST = dict(
    pair.split("=")
    for pair in (
        "shot=shoot met=meet held=hold took=take gave=give went=go came=come told=tell sent=send brought=bring "
        "bought=buy caught=catch fought=fight won=win lost=lose kept=keep led=lead built=build paid=pay sold=sell "
        "stood=stand began=begin broke=break chose=choose drove=drive fled=flee grew=grow rose=rise spoke=speak "
        "stole=steal struck=strike swore=swear threw=throw wrote=write made=make"
    ).split()
)
_PARTICLES = frozenset("in on up out off over down away back".split())
_SPANS = frozenset("second minute hour day week month year decade century time now".split())
# nobody is mediated or arrived: no passive
_INTRANSITIVE = frozenset(
    "appear arise arrive collapse come depart die elapse emerge erupt go happen mediate occur remain rise sleep "
    "vanish".split()
)
_CALLING = frozenset("call phone ring telephone".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())


def mended(tokens: Tokens) -> Tokens:
    """Mend what the parser can't have meant: subjects, verbs and phrases given back, then past tenses."""
    for mend in (_subjects_given_back, _perfects_given_back, _clauses_given_back, _verbs_given_back):
        tokens = mend(tokens)
    for mend in (_participles_given_back, _objects_given_back, _aims_given_back, _phrases_given_back):
        tokens = mend(tokens)
    return _past_told(tokens)


def _participles_given_back(tokens: Tokens) -> Tokens:
    """Hang "planned" of "she told of talks with Chad planned for May" on the talks, not on the speech.

    A clause that a verb takes has a subject, a helper or a mark; a bare participle of intent right after a noun phrase
    belongs to the common noun of that phrase.
    """
    heads, relations, tags = list(tokens.head), list(tokens.relation), list(tokens.tag)
    for verb, relation in enumerate(tokens.relation):
        above = tokens.head[verb]
        if relation != "ccomp" or not 0 <= above < verb - 1 or tags[verb] not in ("VBN", "VBD"):
            continue
        if tokens.lemma[verb].lower() not in INTENT or not tags[verb - 1].startswith("NN"):
            continue
        first, last = max(0, verb - _LOOKED_AT), min(len(heads), verb + _LOOKED_AT)
        kids = {tokens.relation[child] for child in range(first, last) if tokens.head[child] == verb}
        if kids & {*_SUBJECTS, "aux", "aux:pass", "cop", "mark", "obj", "ccomp", "xcomp"}:
            continue
        noun = verb - 1
        while tags[noun].startswith("NNP") and above < tokens.head[noun] < noun:
            noun = tokens.head[noun]  # "talks with Chad": names are not planned
        if tags[noun] not in ("NN", "NNS"):
            continue
        if heads[noun] == verb:
            heads[noun] = above
        heads[verb], relations[verb], tags[verb] = noun, "acl", "VBN"
    return tokens if heads == tokens.head else replace(tokens, head=heads, relation=relations, tag=tags)


def _objects_given_back(tokens: Tokens) -> Tokens:
    """Mend objects: "took in refugees" has a particle, as no object has a preposition; one calls a president."""
    heads, relations = list(tokens.head), list(tokens.relation)
    having = {tokens.head[t] for t, relation in enumerate(relations) if relation in ("obj", "nsubj:pass")}
    for word, relation in enumerate(tokens.relation):
        noun = tokens.head[word]
        if noun < 0:
            continue
        particle = relation == "case" and word == tokens.head[noun] + 1 and relations[noun] == "obj"
        if particle and tokens.word[word].lower() in _PARTICLES:
            heads[word], relations[word] = heads[noun], "compound:prt"
        called = relation == "xcomp" and tokens.lemma[noun].lower() in _CALLING and noun not in having
        if called and noun < word and tokens.tag[word].startswith("NN"):
            relations[word] = "obj"
    return tokens if relations == tokens.relation else replace(tokens, head=heads, relation=relations)


def _aims_given_back(tokens: Tokens) -> Tokens:
    """Hang "for a visit" of "praised plans for a visit" on the plans, whatever verb stands before."""
    heads, relations = list(tokens.head), list(tokens.relation)
    for case, relation in enumerate(tokens.relation):
        aim, noun = tokens.head[case], case - 1
        if relation != "case" or tokens.word[case].lower() != "for" or noun < 0 or aim < case:
            continue
        if relations[aim] != "obl" or relations[noun] != "obj" or heads[noun] != heads[aim]:
            continue
        if tokens.tag[aim] not in ("NN", "NNS") or tokens.lemma[aim].lower() in _SPANS:
            continue
        if tokens.tag[noun] in ("NN", "NNS") and tokens.lemma[noun].lower() in INTENT | WISH:
            heads[aim], relations[aim] = noun, "nmod"
    return tokens if heads == tokens.head else replace(tokens, head=heads, relation=relations)


def _clauses_given_back(tokens: Tokens) -> Tokens:
    """Read "Fiji's junta lifted restrictions." as a clause where it was read as one long noun.

    No participle stands between a noun and the noun it would belong to; only in sentences of the body without any
    other verb, as "state sponsored terrorism" may be a headline.
    """
    heads, relations, tags = list(tokens.head), list(tokens.relation), list(tokens.tag)
    for verb in range(1, len(heads) - 1):
        noun, subject = heads[verb], verb - 1
        if relations[verb] != "amod" or tags[verb] not in ("VBN", "VBD") or noun <= verb or heads[noun] >= 0:
            continue
        if relations[subject] != "compound" or heads[subject] != noun or not tags[subject].startswith("NN"):
            continue
        sentence = tokens.sentences[tokens.sentence[verb]]
        inside = range(max(sentence.first, verb - _LOOKED_AT), min(sentence.last, verb + _LOOKED_AT))
        finite = any(tags[word] in ("VBZ", "VBP", "VBD", "MD") for word in inside if word != verb)
        if finite or sentence.part != "body" or tokens.word[sentence.last - 1] not in (".", "!", "?"):
            continue
        for word in inside:
            if word < subject and heads[word] == noun:
                heads[word] = subject
        heads[verb], relations[verb], tags[verb] = -1, "root", "VBD"
        heads[subject], relations[subject] = verb, "nsubj"
        heads[noun], relations[noun] = verb, "obj"
    return tokens if heads == tokens.head else replace(tokens, head=heads, relation=relations, tag=tags)


def _perfects_given_back(tokens: Tokens) -> Tokens:
    """Read "has frozen aid" as a perfect where the participle was hung on its object: nobody has frozen aid.

    Only for verbs of the lists of political acts whose object makes them one; "has armed guards" stays.
    """
    heads, relations = list(tokens.head), list(tokens.relation)
    for verb, relation in enumerate(tokens.relation):
        noun = tokens.head[verb]
        have = verb - 1
        if relation != "amod" or tokens.tag[verb] != "VBN" or have < 0 or noun <= verb:
            continue
        if tokens.lemma[have] != "have" or tokens.head[noun] != have or relations[noun] != "obj":
            continue
        if not code_event(tokens.lemma[verb], "v", Situation(objects=(tokens.lemma[noun].lower(),))).type:
            continue
        for child in range(max(0, have - _LOOKED_AT), min(len(heads), have + _LOOKED_AT)):
            if tokens.head[child] == have:
                heads[child] = verb
        heads[verb], relations[verb] = heads[have], relations[have]
        heads[have], relations[have] = verb, "aux"
        heads[noun], relations[noun] = verb, "obj"
    return tokens if heads == tokens.head else replace(tokens, head=heads, relation=relations)


def _verbs_given_back(tokens: Tokens) -> Tokens:
    """Make a past tense with an object the verb of the noun it was hung on as an adjective: "students blocked roads".

    Only where the sentence had no verb at all, or a mere participle; participles hung so have no object.
    """
    heads, relations, tags = list(tokens.head), list(tokens.relation), list(tokens.tag)
    clauses = {tokens.head[t] for t, relation in enumerate(relations) if relation in ("ccomp", "xcomp")}
    objects = {tokens.head[t] for t, relation in enumerate(relations) if relation == "obj"}
    helped = {tokens.head[t] for t, relation in enumerate(relations) if relation.startswith("aux")}
    for verb, relation in enumerate(tokens.relation):
        noun = tokens.head[verb]
        if relation not in ("amod", "acl") or not 0 <= noun < verb or not tags[noun].startswith("NN"):
            continue
        if verb not in objects and (verb not in clauses or tags[verb] != "VBD"):
            continue
        top = heads[noun]
        participle = relations[noun] == "nsubj" and tags[top] == "VBG" and top > verb and top not in helped
        if tags[verb] in ("VBD", "VBN") and (relations[noun] == "root" or participle):
            heads[verb], relations[verb], tags[verb] = (
                (heads[top], relations[top], "VBD") if participle else (-1, "root", "VBD")
            )
            heads[noun], relations[noun] = verb, "nsubj"
            if participle:
                heads[top], relations[top] = verb, "advcl"
    return tokens if heads == tokens.head else replace(tokens, head=heads, relation=relations, tag=tags)


def _phrases_given_back(tokens: Tokens) -> Tokens:
    """Hang "between Iran and Iraq" of "mediated on Monday between Iran and Iraq" on the verb, not on the day."""
    heads, relations = list(tokens.head), list(tokens.relation)
    cases = {tokens.head[t]: t for t, relation in enumerate(relations) if relation == "case"}
    for word, relation in enumerate(tokens.relation):
        day = tokens.head[word]
        if (
            relation != "nmod"
            or not 0 <= day < word
            or tokens.word[day].lower() not in _DAYS
            or heads[day] < 0
        ):
            continue
        if word in cases and tokens.word[cases[word]].lower() != "of" and relations[day].startswith("obl"):
            heads[word], relations[word] = heads[day], "obl"
    return tokens if heads == tokens.head else replace(tokens, head=heads, relation=relations)


def _past_told(tokens: Tokens) -> Tokens:
    """Tag "the minister quit" as past: with one person or thing as subject, the present would be "quits"."""
    tags, lemmas = list(tokens.tag), list(tokens.lemma)
    for verb, word in enumerate(tokens.word):
        if tags[verb] in ("VBP", "VB") and word.lower() in _PAST:
            tags[verb], lemmas[verb] = "VBD", _PAST[word.lower()]
    relations = list(tokens.relation)
    helped = {tokens.head[t] for t, relation in enumerate(relations) if relation.startswith("aux")}
    for token, relation in enumerate(tokens.relation):
        verb = tokens.head[token]
        if relation == "nsubj:pass" and verb not in helped and tokens.lemma[verb].lower() in _INTRANSITIVE:
            relations[token] = "nsubj"
            tags[verb] = "VBD" if tags[verb] == "VBN" else tags[verb]
        if relation != "nsubj" or verb < token or tags[verb] not in ("VBP", "VB"):
            continue
        single = tags[token] in ("NN", "NNP") or tokens.word[token].lower() in ("he", "she", "it")
        if single and tokens.word[verb].lower() in _UNCHANGED and not _joined_or_helped(tokens, token, verb):
            tags[verb] = "VBD"
    same = tags == tokens.tag and relations == tokens.relation
    return tokens if same else replace(tokens, tag=tags, lemma=lemmas, relation=relations)


def _joined_or_helped(tokens: Tokens, subject: int, verb: int) -> bool:
    """Tell "Ann and Bob quit", "She will quit", "If he quit" (where the form says nothing of the time)."""
    first, last = max(0, verb - _LOOKED_AT), min(len(tokens.head), verb + _LOOKED_AT)
    for other in range(first, last):
        head, relation = tokens.head[other], tokens.relation[other]
        if head == verb and relation in ("aux", "mark"):
            return True
        if head == subject and (relation in ("conj", "cc") or tokens.word[other] == "%"):
            return True
    return False


def _subjects_given_back(tokens: Tokens) -> Tokens:
    """Give back their verb to subjects taken for coordinated with the verb before.

    In "talks are planned and consultations are to follow", a noun coordinated with a verb ("planned") and followed by
    a finite clause without a subject is that clause's subject.
    """
    lost = [
        t for t, relation in enumerate(tokens.relation) if relation == "conj" and _noun_after_verb(tokens, t)
    ]
    if not lost:
        return tokens
    children, heads, relations = tokens.children(), list(tokens.head), list(tokens.relation)
    for noun in lost:
        verb = tokens.head[noun]
        for later in children[verb][:_LOOKED_AT]:
            if later > noun and _lacks_subject(tokens, children, later):
                heads[noun], relations[noun] = later, "nsubj"
                relations[later] = "conj"
                break
    return replace(tokens, head=heads, relation=relations)


def _noun_after_verb(tokens: Tokens, token: int) -> bool:
    head = tokens.head[token]
    return (
        head >= 0
        and head < token
        and tokens.tag[token].startswith("NN")
        and tokens.tag[head].startswith("VB")
    )


def _lacks_subject(tokens: Tokens, children: list[list[int]], token: int) -> bool:
    """Tell a finite clause (with an auxiliary) that has no subject of its own."""
    kids = children[token]
    if not tokens.tag[token].startswith("VB") or any(tokens.relation[kid] in _SUBJECTS for kid in kids):
        return False
    return any(
        tokens.relation[kid] in ("aux", "aux:pass", "cop") and tokens.tag[kid] in ("VBD", "VBP", "VBZ", "MD")
        for kid in kids
    )
