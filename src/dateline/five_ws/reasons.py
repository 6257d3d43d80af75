"""Why and how: words of cause ("because", "due to", "in retaliation for") and of manner ("by doing so")."""

from __future__ import annotations

from dateline.events.counts import event_nouns
from dateline.events.tree import Tree
from dateline.five_ws.spans import clause_end, phrase_tokens

_LEADING = frozenset(("det", "amod", "compound", "nmod:poss", "nummod"))
_WHY_WORDS, _HOW_WORDS, _DEED_WORDS = 9, 8, 3
_SENTENCES = 20  # how far into the article a cause is looked for
_LEAD_SENTENCES = 3  # weak connectors count only in headline, standfirst and lead
STRONG = (
    "because of", "because", "due to", "owing to", "thanks to", "retaliation for", "reprisal for", "revenge for",
    "in response to", "in protest at", "in protest against", "in an effort to", "in an attempt to", "attempt to",
    "in a bid to", "as a result of", "in order to", "on the grounds that", "caused by", "prompted by", "triggered by",
    "driven by", "attributed to",
)  # fmt: skip
WEAK = ("after", "following")
# what follows "for" or "over" with these is the reason
_GROUNDED = frozenset(
    "criticize criticise condemn sue fine charge praise arrest punish apologize apologise anger outrage outraged angry "
    "furious upset protest resign dismiss sack fire thank ban suspend jail".split()
)
_FURTHER = frozenset(("during", "when", "while", "despite", "although", "as", "after", "before"))
_BLAME = frozenset(("blame", "attribute"))


def why_span(tree: Tree, main: list[int]) -> tuple[int, int] | None:
    """Find the cause: what is blamed, what follows a strong connector, the purpose, or what follows a weak one."""
    blamed = _blamed(tree, main)
    if blamed:
        return blamed
    words = [word.lower() for word in tree.tokens.word]
    first = _after_connector(tree, words, STRONG, _SENTENCES)
    for verb in main if first < 0 else ():
        if first < 0:
            first = _purpose_or_ground(tree, verb)
    if first < 0:
        first = _after_connector(tree, words, WEAK, _LEAD_SENTENCES)
    return _from(tree, first, _WHY_WORDS) if first >= 0 else None


def _blamed(tree: Tree, main: list[int]) -> tuple[int, int] | None:
    """Take Y of "blames X on Y", else X of "blames X for Y" when it is a deed: a person alone is no reason."""
    for verb in main:
        if tree.lemma(verb) not in _BLAME:
            continue
        causes = [word for word in tree.kids(verb, "obl") if tree.case(word) in ("on", "to")]
        causes = causes or [word for word in tree.kids(verb, "obj") if _is_deed(tree, word)]
        if causes and not tree.tokens.tag[causes[0]].startswith("NNP"):
            return phrase_tokens(tree, causes[0], clauses=True)
    return None


def _is_deed(tree: Tree, word: int) -> bool:
    """Tell a deed ("the decision to reopen the case", "the invasion") from somebody."""
    return tree.lemma(word) in event_nouns() or bool(tree.kids(word, "acl"))


def _purpose_or_ground(tree: Tree, verb: int) -> int:
    """Find the first word of "to do Y" or of Y in "condemned X for Y", "outraged over Y" (-1 when there is none)."""
    for word in tree.kids(verb, "advcl", "obl"):
        tags = [tree.tokens.tag[child] for child in tree.children[word]]
        if tree.tokens.relation[word] == "advcl" and "TO" in tags and word > verb:
            return word
        if tree.lemma(verb) in _GROUNDED and _marked(tree, word, ("for", "over")):
            return word
    return -1


def _marked(tree: Tree, word: int, cases: tuple[str, ...]) -> bool:
    return tree.case(word) in cases or any(tree.lemma(mark) in cases for mark in tree.kids(word, "mark"))


def _after_connector(tree: Tree, words: list[str], connectors: tuple[str, ...], sentences: int) -> int:
    """Find the first token after one of the connectors in the first sentences (-1 when there is none)."""
    split = [connector.split() for connector in connectors]
    for sentence in tree.tokens.sentences[:sentences]:
        if sentence.part not in ("headline", "body"):
            continue
        for token in range(sentence.first, sentence.last):
            for connector in split:
                after = token + len(connector)
                if words[token] == connector[0] and words[token:after] == connector and after < sentence.last:
                    return after
    return -1


def how_span(tree: Tree, main: list[int]) -> tuple[int, int] | None:
    """Find the manner: "by doing so", "after doing so" with the main verb, else the deed in brief."""
    for verb in main[:2]:
        for clause in tree.kids(verb, "advcl"):
            marks = {tree.lemma(mark) for mark in tree.kids(clause, "mark")}
            if "by" in marks and tree.tokens.tag[clause] == "VBG":
                return _from(tree, clause, _HOW_WORDS)
    for verb in main[:1]:
        return _from(tree, verb, _DEED_WORDS)
    return None


def _from(tree: Tree, first: int, words: int) -> tuple[int, int]:
    """Give the words from the first on, to the end of the clause or before a further circumstance."""
    end = clause_end(tree, first)
    last = min(end, first + words - 1)
    while (
        last < end and tree.tokens.relation[last] in _LEADING
    ):  # not in the middle of "the Ukraine conflict"
        last += 1
    for token in range(first + 1, last + 1):
        if tree.tokens.word[token].lower() in _FURTHER:
            last = token - 1
            break
    return tree.tokens.start[first], tree.tokens.end[last]
