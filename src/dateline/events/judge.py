"""What a rule of status asks of its sentence."""

from __future__ import annotations

from typing import Protocol

from dateline.grammar.tree import Tree


class Judge(Protocol):
    """The tree, the classes of the event words, the deeds of a moment; the status of a word, the mood that one sets."""

    tree: Tree
    classes: dict[int, str]
    deeds: frozenset[int]

    def of(self, token: int) -> str: ...

    def mood(self, head: int) -> str: ...
