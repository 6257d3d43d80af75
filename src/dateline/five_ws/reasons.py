"""Why and how: the words after "because", "due to", "in retaliation for", "by doing", found by their connectors."""

from __future__ import annotations

from dateline.events.tree import Tree
from dateline.five_ws.spans import clause_end

_WORDS, _HOW_WORDS = 14, 8
# connectors of cause, strongest first; lower-case words in a row
CAUSES = (
    ("because", "of"), ("because",), ("due", "to"), ("owing", "to"), ("thanks", "to"), ("in", "retaliation", "for"),
    ("in", "revenge", "for"), ("in", "response", "to"), ("in", "protest", "against"), ("in", "protest", "at"),
    ("in", "an", "effort", "to"), ("in", "an", "attempt", "to"), ("in", "a", "bid", "to"), ("as", "a", "result", "of"),
    ("in", "order", "to"), ("on", "the", "grounds", "that"), ("caused", "by"), ("prompted", "by"), ("triggered", "by"),
    ("driven", "by"), ("following",), ("after",), ("amid",), ("over",), ("for",), ("on",),
)  # fmt: skip
_WEAK = frozenset((("after",), ("over",), ("for",), ("amid",), ("on",), ("following",)))
_WEAK_ONLY_WITH = {
    ("for",): frozenset(
        "blame criticize criticise condemn sue fine charge thank praise arrest punish apologize".split()
    ),
    ("on",): frozenset(("blame",)),
    ("over",): frozenset(),
}
_SENTENCES = 12


def why_span(tree: Tree, main: list[int]) -> tuple[int, int] | None:
    """Find what is given as the cause: the strongest connector in headline and first sentences, then the earliest."""
    tokens = tree.tokens
    best = None
    words = [word.lower() for word in tokens.word]
    limit = min(_SENTENCES, len(tokens.sentences))
    for number in range(limit):
        sentence = tokens.sentences[number]
        if sentence.part not in ("headline", "body"):
            continue
        for token in range(sentence.first, sentence.last):
            for strength, connector in enumerate(CAUSES):
                if tuple(words[token : token + len(connector)]) != connector:
                    continue
                if connector in _WEAK and (number > 2 or not _weak_fits(tree, token, connector)):
                    continue
                rank = (connector in _WEAK, number, strength)
                if best is None or rank < best[0]:
                    best = (rank, token + len(connector))
    if best is None:
        return None
    first = best[1]
    if first >= len(tokens) or tokens.sentence[first] != tokens.sentence[first - 1]:
        return None
    last = min(clause_end(tree, first), first + _WORDS - 1)
    return tokens.start[first], tokens.end[last]


def _weak_fits(tree: Tree, token: int, connector: tuple[str, ...]) -> bool:
    """Check a preposition that only sometimes tells a cause by the verb it hangs on."""
    needed = _WEAK_ONLY_WITH.get(connector)
    if needed is None or not needed:
        return True
    return any(tree.lemma(head) in needed for head in tree.heads(token))


def how_span(tree: Tree, main: list[int]) -> tuple[int, int] | None:
    """Find the manner: "by doing so" in headline or lead, else the main verb of the lead with its object."""
    tokens = tree.tokens
    for verb in main[:2]:
        for child in tree.kids(verb, "advcl"):
            marks = {tree.lemma(mark) for mark in tree.kids(child, "mark")}
            if "by" in marks:
                return _from(tree, child, _HOW_WORDS)
    body = [verb for verb in main if tokens.sentences[tokens.sentence[verb]].part == "body"]
    for verb in (body or main)[:1]:
        return _from(tree, verb, 5)
    return None


def _from(tree: Tree, first: int, words: int) -> tuple[int, int]:
    last = min(clause_end(tree, first), first + words - 1)
    return tree.tokens.start[first], tree.tokens.end[last]
