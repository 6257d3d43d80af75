"""Mends of phrases: what stands within an aside hangs on it, what is told of a noun on that noun.

`mending` asks them in its order.
"""

from __future__ import annotations

from dateline.grammar.draft import ACTING, LOOKED_AT, ParseDraft

_BESIDE = ("nmod", "conj", "acl", "acl:relcl", "appos", "advmod", "obl")
_CLOSING = frozenset(")]")
_TO_ACCOUNT = frozenset("bring call hold".split())
_HELPING = frozenset("be have not".split())
_BEFORE_DUE = {"nsubj": "nsubj", "nsubj:pass": "nsubj", "aux:pass": "cop", "cop": "cop"}


def dues(draft: ParseDraft) -> None:
    """Hang "is" of "who is due to visit Chad" on what "who" hangs on: on "due", or on the visit where "due" marks it.

    "Late due to snow" stays, and so does "due in court".
    """
    was = draft.was
    for due in range(1, len(was) - 2):
        if draft.word(due) != "due" or draft.word(due + 1) != "to":
            continue
        verb = due + 2
        while verb + 1 < len(was) and draft.lemma(verb) in _HELPING and was.tag[verb + 1][:2] in ("VB", "RB"):
            verb += 1
        misread = was.tag[verb] == "NN" and was.relation[verb] == "advcl"  # "due to start"
        if misread or (was.tag[verb] == "VBG" and not draft.word(verb).endswith("ing")):
            draft.tag[verb] = "VB"
        if draft.tag[verb] not in ("VB", "VBN"):
            continue
        if draft.head[due] == verb and draft.relation[due] not in ("mark", "case", "advmod"):
            draft.relation[due] = "mark"
            draft.hang(due + 1, due, "fixed")
        elif draft.head[verb] == due:
            for word in range(max(0, due - LOOKED_AT), due):
                if draft.head[word] == verb and was.relation[word] in _BEFORE_DUE:
                    draft.hang(word, due, _BEFORE_DUE[was.relation[word]])


def accounts(draft: ParseDraft) -> None:
    """Read "account" of "will be held to account" as a noun: nobody accounts there."""
    was = draft.was
    for word in range(1, len(was)):
        above = was.head[word]
        if draft.word(word) != "account" or was.tag[word] != "VB" or draft.word(word - 1) != "to":
            continue
        behind = draft.word(word + 1) if word + 1 < len(was) else ""
        if not 0 <= above < word or draft.lemma(above) not in _TO_ACCOUNT or behind == "for":
            continue
        draft.tag[word], draft.relation[word] = "NN", "obl"
        draft.tag[word - 1], draft.relation[word - 1] = "IN", "case"
        for child in range(word + 1, min(len(was), word + LOOKED_AT)):
            if was.head[child] == word:  # "by the court"
                by = any(was.head[w] == child and draft.word(w) == "by" for w in range(word + 1, child))
                draft.hang(child, above, "obl:agent" if by else was.relation[child].replace("nmod", "obl"))


def within(draft: ParseDraft) -> None:
    """Hang "in Oslo" of "Ann Lee, a judge in Oslo, left" on the judge: what two commas hold is one aside.

    "Ann Lee, a judge, in Oslo", "Ann Lee, a judge and Bob Roe, left" and "Lee, Roe and Dahl, of Oslo, left" stay.
    """
    was, spans = draft.was, _spans(draft)
    begun: dict[int, list[int]] = {}
    for word, span in enumerate(spans):
        begun.setdefault(span[0], []).append(word)
    for aside, relation in enumerate(draft.relation):
        noun, (begin, end) = draft.head[aside], spans[aside]
        if relation != "appos" or not 0 <= noun < begin - 1 or was.word[begin - 1] != ",":
            continue
        part: list[int] = []
        while True:
            end += end + 1 < len(was) and was.word[end + 1] in _CLOSING
            joint = end + 1 < len(was) and was.relation[end + 1] == "cc"
            near = [one for one in begun.get(end + 1, ()) if _may_stand_in(draft, (noun, aside, one), begin)]
            near = [one for one in near if joint or not _names(draft, one)]
            if not near:
                break
            part.append(near[0])
            end = spans[near[0]][1]
        closing = end + 1 if part and end + 1 < len(was) else aside
        if was.word[closing] == "," and was.sentence[closing] == was.sentence[aside]:
            for word in part:
                draft.hang(word, aside, _relation_within(draft, word))


def _may_stand_in(draft: ParseDraft, words: tuple[int, int, int], begin: int) -> bool:
    """Tell what is joined to an aside, "the firms, Acme and its rival", from what is joined to all before it."""
    noun, _, word = words
    before = 0 <= draft.head[word] < begin or draft.head[word] == draft.head[noun]
    if not before or draft.relation[word] not in _BESIDE:
        return False
    names = [draft.was.tag[one].startswith("NNP") for one in words]
    return draft.relation[word] != "conj" or (names[0] != names[1] and not (names[0] and names[2]))


def _names(draft: ParseDraft, word: int) -> bool:
    """Tell "Ann Lee" of "a member, Justice Ann Lee, left", who is the member as well as the justice."""
    return draft.relation[word] == "appos" and draft.was.tag[word].startswith("NN")


def _relation_within(draft: ParseDraft, word: int) -> str:
    known = draft.relation[word]
    if known == "appos":
        return "acl" if draft.was.tag[word].startswith("VB") else "conj"
    return known.replace("obl", "nmod")


def _spans(draft: ParseDraft) -> list[tuple[int, int]]:
    """Find the first and last word under each word, without marks."""
    first, last = list(range(len(draft.was))), list(range(len(draft.was)))
    for word, relation in enumerate(draft.relation):
        above, steps = draft.head[word], 0
        while relation != "punct" and above >= 0 and steps < LOOKED_AT:
            first[above], last[above] = min(first[above], word), max(last[above], word)
            above, steps = draft.head[above], steps + 1
    return list(zip(first, last, strict=True))


def besides(draft: ParseDraft) -> None:
    """Join "Front" of "said Hamas as well as the Front are there" to Hamas: "as well as" begins no clause."""
    was = draft.was
    for joint, relation in enumerate(was.relation):
        word = draft.head[joint]
        if (
            relation != "cc"
            or not 0 < joint < word
            or draft.word(joint) != "as"
            or draft.relation[word] not in ACTING
        ):
            continue
        verb, noun = draft.head[word], joint - 1 - (was.word[joint - 1] == ",")
        while 0 <= draft.head[noun] < joint and was.tag[draft.head[noun]].startswith("NN"):
            noun = draft.head[noun]
        beside = draft.head[noun] >= 0 and draft.head[noun] in (verb, draft.head[verb])
        if beside and was.tag[noun].startswith("NN") and draft.relation[noun] in (*ACTING, "obj"):
            draft.hang(noun, verb, draft.relation[word])
            draft.hang(word, noun, "conj")


def reduced(draft: ParseDraft) -> None:
    """Read "is sending" of "praised the aid the king is sending" as told of the aid: a verb has no two subjects.

    "Minister Ann Lee sent aid", "the army, the court said, fled" and "Ann and the king sent aid" stay.
    """
    was, spans = draft.was, _spans(draft)
    first: dict[int, int] = {}
    for word, relation in enumerate(draft.relation):
        verb = draft.head[word]
        if relation not in ACTING or not word < verb or was.tag[verb][:2] != "VB":
            continue
        noun = first.setdefault(verb, word)
        above = draft.head[verb]
        if noun == word or not 0 <= above < noun or draft.relation[verb] != "ccomp":
            continue
        begin = spans[word][0]
        told = was.tag[begin] in ("DT", "PRP$", "PRP") and spans[noun][1] + 1 == begin
        if told and was.tag[noun] in ("NN", "NNS"):
            draft.hang(noun, above, "obj")
            draft.hang(verb, noun, "acl:relcl")


def halves(draft: ParseDraft) -> None:
    """Hang "bought" of "sold a house built by Chad and bought by Oman" on the building: what is sold was bought.

    Nothing active is joined to a participle with "by" and no helper; "was seen and sold by Oman" stays.
    """
    was = draft.was
    by, helped = draft.heads_with("obl:agent"), draft.heads_with("aux:pass", "nsubj", "nsubj:pass")
    for verb, relation in enumerate(draft.relation):
        above = draft.head[verb]
        bare = relation == "conj" and was.tag[verb] == "VBN" and verb in by - helped
        if not bare or not 0 <= above < verb or was.tag[above] not in ("VBD", "VBZ", "VBP"):
            continue
        told = (w for w in range(verb - 1, above, -1) if draft.relation[w] == "acl" and was.tag[w] == "VBN")
        first = next(told, -1)
        if first >= 0:
            draft.head[verb] = first
