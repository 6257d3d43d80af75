"""Numbers told as a range: "9,000 to 10,000", "between 3 and 5", "three or four", "$24.00 - $24.20"."""

from __future__ import annotations

from dateline.grammar.tree import Tree

_JOINTS = frozenset(("to", "or", "-", "–"))
_BEFORE = frozenset("$ £ € ¥".split())
_BEHIND = frozenset("% percent".split())
_LONGEST = 4  # words of one number: "$ 2 . million"


def number_range(tree: Tree, token: int) -> range:
    """Give the words of the range that a number stands in, with the "between" that opens it; none for another number.

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> from dateline.grammar.tree import tree_of
    >>> tree = tree_of(parse("Between 30 and 40 men left 5 ships."))
    >>> number_range(tree, 3), number_range(tree, 6)
    (range(0, 4), range(0, 0))
    """
    first, last = _number(tree, token)
    if first < 0:
        return range(0)
    for one, other in (((first, last), _number(tree, last + 2)), (_number(tree, first - 2), (first, last))):
        if min(one[0], other[0]) < 0 or other[0] != one[1] + 2:
            continue
        begin, joint = one[0], tree.tokens.word[one[1] + 1].lower()
        between = begin > 0 and tree.tokens.word[begin - 1].lower() == "between"
        if joint in _JOINTS or (joint == "and" and between):
            return range(begin - between, other[1] + 1)
    return range(0)


def _number(tree: Tree, token: int) -> tuple[int, int]:
    """Find the first and last word of the number round a word: "$ 2 million"; (-1, -1) where there is none."""
    t = tree.tokens
    if not 0 <= token < len(t.word):
        return -1, -1
    first = last = token
    while last - first < _LONGEST and first > 0 and _counts(tree, first - 1) and _goes_on(tree, first):
        first -= 1
    while (
        last - first < _LONGEST
        and last + 1 < len(t.word)
        and _counts(tree, last + 1)
        and _goes_on(tree, last + 1)
    ):
        last += 1
    return (first, last) if any(t.tag[word] == "CD" for word in range(first, last + 1)) else (-1, -1)


def _goes_on(tree: Tree, word: int) -> bool:
    """Tell whether a word of a number belongs to the one before it: not "5" behind another sentence's "4"."""
    t = tree.tokens
    low = t.word[word].lower()
    return (
        t.sentence[word] == t.sentence[word - 1]
        and low not in _BEFORE
        and t.word[word - 1].lower() not in _BEHIND
    )


def _counts(tree: Tree, word: int) -> bool:
    low = tree.tokens.word[word].lower()
    return tree.tokens.tag[word] == "CD" or low in _BEFORE or low in _BEHIND
