"""The tree, where it stood before it moved to `grammar`."""

from dateline.grammar.tree import Tree, tree_of
from dateline.grammar.verbs import NEGATIONS, VerbGroup, verb_group

__all__ = ["NEGATIONS", "Tree", "VerbGroup", "tree_of", "verb_group"]
