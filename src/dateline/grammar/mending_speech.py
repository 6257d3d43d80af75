"""Mends of who says what to whom: verbs of saying, their speakers and those who are told."""

from __future__ import annotations

from dateline.grammar.draft import ACTING, LOOKED_AT, SUBJECTS, ParseDraft
from dateline.grammar.words import WordClass
from dateline.language.lemmas import lemma
from dateline.language.tokens import Tokens

_REPORTING = WordClass("reporting")
_SAYING = WordClass("reporting", also=("cite", "quote"))
_DENYING = WordClass("reporting", "impersonal report")
_HELP = ("aux", "aux:pass", "cop")


def addressees(draft: ParseDraft) -> None:
    """Hang "Reuters" of "told Reuters the carrier would cut jobs" on "told": nobody is told before the verb."""
    for word, head in enumerate(draft.was.head):
        above = draft.head[head]
        if draft.relation[word] == "iobj" and draft.relation[head] == "ccomp" and 0 <= above < word < head:
            draft.head[word] = above


def told(draft: ParseDraft) -> None:
    """Give "had left" of "Lee told reporters the army, which fell, had left" its subject: the army tells nobody."""
    was = draft.was
    having = draft.heads_with(*SUBJECTS, "expl")
    first: dict[int, int] = {}
    for word, relation in enumerate(was.relation):
        verb = was.head[word]
        if relation not in ("nsubj", "obj") or verb < 0:
            continue
        if not first.setdefault(verb, word) < verb < word or draft.lemma(verb) not in _REPORTING:
            continue
        behind = range(word + 1, min(len(was), word + LOOKED_AT))
        clause = next((w for w in behind if was.head[w] == verb and was.relation[w] == "ccomp"), -1)
        finite = clause > 0 and _is_finite(was, clause)
        parted = any(was.head[w] == word and was.relation[w].startswith("acl") for w in behind if w < clause)
        if finite and parted and clause not in having:
            draft.hang(word, clause, "nsubj")
            having.add(clause)


def crossed(draft: ParseDraft) -> None:
    """Give "told" of "Lee told us the army had left" its Lee, who was hung on the leaving: the army left."""
    was = draft.was
    having = draft.heads_with(*SUBJECTS, "expl")
    for word, relation in enumerate(was.relation):
        clause = was.head[word]
        above = was.head[clause] if clause > word else -1
        if (
            relation != "nsubj"
            or not word < above < clause
            or was.relation[clause] != "ccomp"
            or above in having
        ):
            continue
        own = (w for w in range(above + 1, clause) if was.head[w] == clause and was.relation[w] == "obj")
        noun = next(own, -1)
        if noun >= 0 and draft.lemma(above) in _REPORTING and _is_finite(was, clause):
            draft.hang(word, above, "nsubj")
            draft.hang(noun, clause, "nsubj")


def _is_finite(was: Tokens, verb: int) -> bool:
    helpers = [
        was.tag[w] for w in range(max(0, verb - 6), verb) if was.head[w] == verb and was.relation[w] in _HELP
    ]
    return bool({"VBD", "VBZ", "VBP", "MD"} & {*helpers, was.tag[verb]})


def speakers(draft: ParseDraft) -> None:
    """Give "said" of "Ann Holt wept, said Tom Baker" its speaker, who did not weep as well."""
    was = draft.was
    owners = draft.heads_with(*ACTING)
    first: dict[int, int] = {}
    for word, relation in enumerate(was.relation):
        if relation in ACTING:
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
        near = range(saying + 1, min(len(was), saying + LOOKED_AT))
        word = next((t for t in near if was.head[t] == verb and was.relation[t] == "nsubj"), -1)
        if word >= 0 and all(was.head[t] not in (verb, saying) for t in range(saying + 1, word)):
            draft.hang(word, saying, "nsubj")


def doers(draft: ParseDraft) -> None:
    """Give "are searching" of "Officers are searching it, the mayor added" the officers: only the mayor added."""
    was = draft.was
    subjects: dict[int, list[int]] = {}
    for word, relation in enumerate(was.relation):
        if relation in ACTING:
            subjects.setdefault(was.head[word], []).append(word)
    passive = draft.heads_with("aux:pass")
    for verb, relation in enumerate(was.relation):
        saying = was.head[verb]
        if relation not in ("ccomp", "parataxis") or verb > saying or verb in subjects:
            continue
        own = subjects.get(saying, [])
        if len(own) < 2 or not own[0] < verb < own[-1] or draft.lemma(saying) not in _REPORTING:
            continue
        if was.tag[own[0]] not in ("WP", "WDT") and was.tag[verb][:2] in ("VB", "JJ", "NN"):
            draft.hang(own[0], verb, "nsubj:pass" if verb in passive else "nsubj")


def tellers(draft: ParseDraft) -> None:
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
        before = range(max(0, verb - LOOKED_AT), verb)
        told = above if above >= 0 else next((w for w in before if draft.head[w] in (noun, verb)), -1)
        if told < 0 or told >= verb - 1:
            continue
        top = noun if above < 0 else told  # what headed the sentence, or the part of it, until now
        draft.tag[verb] = "VBD"
        draft.hang(verb, draft.head[top], draft.relation[top])
        draft.hang(told, verb, "ccomp")
        draft.hang(noun, verb, "nsubj")
        for other in range(noun + 1, min(len(was), noun + LOOKED_AT)):
            if draft.head[other] == told and draft.relation[other] in ("nsubj", "appos"):
                draft.hang(other, noun, "appos")
            elif draft.head[other] == told:
                draft.head[other] = verb


def asides(draft: ParseDraft) -> None:
    """Hang "said" of "The talks, an official said, will go on" on what is told, not on its subject."""
    was = draft.was
    for saying, relation in enumerate(was.relation):
        noun = draft.head[saying]
        if relation != "parataxis" or noun < 0 or draft.lemma(saying) not in _REPORTING:
            continue
        verb = draft.head[noun]
        if draft.relation[noun] in ACTING and noun < saying < verb:
            draft.head[saying] = verb


def afterwords(draft: ParseDraft) -> None:
    """Hang "after meeting Lee" of "“We won,” Roe said after meeting Lee" on "said": it stands behind the marks.

    What is said on ("said, adding that ...") belongs to who speaks, with marks or without.
    """
    was = draft.was
    sayings: dict[int, int] = {}  # what is told -> the verb of saying behind it
    for saying, relation in enumerate(was.relation):
        verb = was.head[saying]
        if relation == "parataxis" and 0 <= verb < saying and draft.lemma(saying) in _SAYING:
            sayings[verb] = saying
        elif relation in ("ccomp", "parataxis") and saying < verb and draft.lemma(verb) in _SAYING:
            sayings[saying] = verb
    for word, relation in enumerate(was.relation):
        verb = draft.head[word]
        saying = sayings.get(verb, word)
        if saying >= word or not (relation == "advcl" or relation.startswith("obl")):
            continue
        goes_on = was.tag[word] == "VBG" and draft.lemma(word) in _SAYING
        between = was.tag[saying + 1 : word] if word - saying < LOOKED_AT else ["``"]
        if relation != "advcl" and any(tag.startswith("VB") for tag in between):
            continue  # "said Roe, who is to leave on Friday"
        first = was.sentences[was.sentence[saying]].first
        opened = "``" in was.tag[first + 1 : saying]  # "Roe was “drunk,” police said, when he hit a child"
        if goes_on or (
            not opened and "``" not in between and "''" in was.tag[max(verb, saying - LOOKED_AT) : saying]
        ):
            draft.head[word] = saying


def deniers(draft: ParseDraft) -> None:
    """Read "Farmers denied on Monday there was a risk" as their denial: one verb has no two subjects.

    The slip takes "denied" for a participle of the farmers and lets them be the first subject of what is denied.
    """
    was = draft.was
    for saying, relation in enumerate(was.relation):
        noun = was.head[saying]
        if relation != "acl" or was.tag[saying] != "VBN" or not 0 <= noun < saying:
            continue
        verb = was.head[noun]
        if draft.lemma(saying) not in _DENYING or was.relation[noun] != "nsubj" or verb <= saying:
            continue
        between = range(saying + 1, verb)
        if len(between) < LOOKED_AT and any(
            was.head[word] == verb and was.relation[word] in ("nsubj", "expl") for word in between
        ):
            draft.tag[saying] = "VBD"
            draft.hang(saying, was.head[verb], was.relation[verb])
            draft.hang(verb, saying, "ccomp")
            draft.hang(noun, saying, "nsubj")
            for word in range(verb + 1, min(len(was), verb + LOOKED_AT)):  # "..., but voiced concern"
                if was.head[word] == verb and was.relation[word] == "conj" and was.tag[word] == "VBD":
                    draft.head[word] = saying
