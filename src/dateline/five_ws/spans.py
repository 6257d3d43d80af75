"""From words of a parse to spans of text."""

from __future__ import annotations

from dateline.events.tree import Tree

_OUTSIDE = (
    "acl",
    "acl:relcl",
    "appos",
    "punct",
    "cc",
    "conj",
    "case",
    "cop",
    "parataxis",
    "advcl",
    "mark",
    "dep",
)
_STOPS = frozenset((",", ";", ":", ".", "!", "?", "-", "–", "—", "...", "|", "(", ")"))


def phrase_tokens(
    tree: Tree, word: int, clauses: bool = False, outside: tuple[str, ...] = _OUTSIDE
) -> tuple[int, int]:
    """Give the characters of the phrase that a word heads, without clauses unless asked for.

    Dependents whose relation is in `outside` do not belong to it, nor what hangs on them.
    """
    inside, queue = {word}, [word]
    while queue:
        for child in tree.children[queue.pop()]:
            clause = (
                clauses
                and tree.tokens.relation[child] in ("acl", "acl:relcl", "mark", "case")
                and child > word
            )
            if (clause or tree.tokens.relation[child] not in outside) and child not in inside:
                inside.add(child)
                queue.append(child)
    first = last = word
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return tree.tokens.start[first], tree.tokens.end[last]


def clause_end(tree: Tree, token: int, limit: int = 60) -> int:
    """Find the last token before the next comma, colon or dash, within the sentence."""
    tokens = tree.tokens
    stop = min(tokens.sentences[tokens.sentence[token]].last, token + limit)
    last = token
    for word in range(token + 1, stop):
        if tokens.word[word] in _STOPS and not _within_word(tree, word):
            break
        last = word
    return last


def _within_word(tree: Tree, token: int) -> bool:
    """Tell a hyphen within a word from a dash."""
    tokens = tree.tokens
    joined = token + 1 < len(tokens) and tokens.end[token] == tokens.start[token + 1]
    return tokens.word[token] == "-" and token > 0 and tokens.end[token - 1] == tokens.start[token] and joined
