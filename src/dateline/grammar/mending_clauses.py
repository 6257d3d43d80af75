"""Mends of what a clause holds: what is thought hangs on the thought, and a verb joined to another is a verb.

`mending` asks them in its order.
"""

from __future__ import annotations

from dateline.grammar.draft import Draft
from dateline.grammar.words import WordClass
from dateline.language.lemmas import lemma

_SPANS = WordClass("weekday", "relative day", "clock span", "calendar span", "long span", "time")
_THAT = WordClass("reporting", "thinking")


def thoughts(draft: Draft) -> None:
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


def joined(draft: Draft) -> None:
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
