"""Whether the verb above says who does it ("urged Kyiv to talk"), or the clause has a subject of its own."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.frames import OBJECT_CONTROL, OBLIQUE_CONTROL
from dateline.grammar.targets import expand, says
from dateline.grammar.tree import Tree
from dateline.grammar.voice import is_passive


def told_to(tree: Tree, head: int, token: int) -> list[int]:
    """Find who does what somebody is told or called on to do: "urged Kyiv to talk", "called on Kyiv to talk"."""
    lemma = tree.lemma(head)
    objects = tree.kids(head, *rel.OBJECTS)
    if objects and lemma in OBJECT_CONTROL:
        return expand(tree, objects)
    cases = OBLIQUE_CONTROL.get(lemma, frozenset())
    phrases = tree.kids(head, rel.OBLIQUE) if cases and not is_passive(tree, head) else []
    return expand(tree, [word for word in phrases if head < word < token and tree.case(word) in cases][-1:])


def has_own_subject(tree: Tree, token: int, head: int) -> bool:
    """Tell a finite clause whose subject the parse lost ("police said that on Friday, Ann, 18, had left").

    What is said, and what stands after "after" or "because", has a subject; nobody else's deed is put in its place.
    """
    tokens = tree.tokens
    helpers = [tokens.tag[word] for word in tree.kids(token, *rel.HELPERS)]
    if not {"VBD", "VBZ", "VBP", "MD"} & {*helpers, *([] if helpers else [tokens.tag[token]])}:
        return False
    if tokens.relation[token] == rel.ADVERBIAL_CLAUSE:
        return bool(tree.kids(token, rel.MARKER))
    return says(tree, head) and head < token
