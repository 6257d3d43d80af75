"""From words of a parse to spans of text."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree
from dateline.grammar.words import WordClass

OUTSIDE = (
    rel.ADNOMINAL_CLAUSE,
    rel.RELATIVE_CLAUSE,
    rel.APPOSITION,
    rel.PUNCTUATION,
    rel.COORDINATOR,
    rel.CONJUNCT,
    rel.PREPOSITION,
    rel.COPULA,
    rel.ASIDE,
)  # what hangs on a noun and is no part of its phrase
_OUTSIDE = (*OUTSIDE, rel.ADVERBIAL_CLAUSE, rel.MARKER, rel.UNKNOWN)
_STOPS = frozenset((",", ";", ":", ".", "!", "?", "-", "–", "—", "...", "|", "(", ")"))
_FURTHER = WordClass("circumstance")
_LIGHT_TAGS = frozenset(("DT", "IN", "TO", "CC", "PRP", "PRP$", "POS", "MD", ",", "``", "''", "HYPH"))
_MANY = 99  # phrases: no limit
_OVER = 2  # words by which an answer may be longer to end with its phrase
_QUOTED_ON = 9  # tokens by which an answer may be longer to end with its quotation
_QUOTES = "\"'“”‘’"


def phrase_tokens(
    tree: Tree, word: int, clauses: bool = False, outside: tuple[str, ...] = _OUTSIDE
) -> tuple[int, int]:
    """Give the characters of the phrase that a word heads, without clauses unless asked for.

    Dependents whose relation is in `outside` do not belong to it, nor what hangs on them.
    """
    inside, queue = {word}, [word]
    while queue:
        for child in tree.dependents(queue.pop()):
            clause = (
                clauses
                and tree.stands_as(
                    child, rel.ADNOMINAL_CLAUSE, rel.RELATIVE_CLAUSE, rel.MARKER, rel.PREPOSITION
                )
                and child > word
            )
            if (clause or not tree.stands_as(child, *outside)) and child not in inside:
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
        if tokens.word[word] in _STOPS and not tokens.ties(word) and not _between_adjectives(tree, word):
            break
        last = word
    return last


def _between_adjectives(tree: Tree, token: int) -> bool:
    """Tell the comma of "a new, faster train"."""
    tags = tree.tokens.tag
    inner = 0 < token < len(tags) - 1
    return (
        inner and tags[token] == "," and tags[token - 1].startswith("JJ") and tags[token + 1].startswith("JJ")
    )


def whole_phrases(tree: Tree, first: int, budget: int, phrases: int = _MANY) -> tuple[int, int]:
    """Give the characters from a word on to the end of a phrase, within about so many words that carry meaning.

    The cut falls before a preposition, conjunction or relative word, never within a noun phrase, at the latest before
    a further circumstance ("while", "during") or when so many prepositional phrases are told.
    """
    tokens, last = tree.tokens, _speech_end(tree, first, clause_end(tree, first))
    cut, weight, told = last, 0, 0
    for token in range(first, last + 1):
        if token > first and _opens_phrase(tree, token):
            told += tokens.tag[token] in ("IN", "TO", "CC") and tokens.word[token] != "of"
            further = _begins_circumstance(tree, token) or _next_clause(tree, first, token, phrases)
            if (
                weight >= budget
                or told > phrases
                or further
                or weight + _weight(tree, token, last) > budget + _OVER
            ):
                cut = token - 1
                break
        weight += tokens.tag[token] not in _LIGHT_TAGS
    return _with_quotation(tree, first, cut)


def _begins_circumstance(tree: Tree, token: int) -> bool:
    """Tell "while", "during" and "as" with a clause from the "as" of "named as the winner"."""
    word = tree.tokens.word[token].lower()
    return word in _FURTHER and not (word == "as" and tree.stands_as(token, rel.PREPOSITION))


def _next_clause(tree: Tree, first: int, token: int, phrases: int) -> bool:
    """Tell an "and" that opens a new predicate: after a noun phrase any, after a predicate when it is to be short."""
    tags = tree.tokens.tag
    if tags[token] != "CC":
        return False
    return phrases < _MANY or not any(tag.startswith("VB") for tag in tags[first:token])


def _weight(tree: Tree, first: int, last: int) -> int:
    """Count the words that carry meaning up to the next phrase."""
    weight = 0
    for token in range(first, last + 1):
        if token > first and _opens_phrase(tree, token):
            break
        weight += tree.tokens.tag[token] not in _LIGHT_TAGS
    return weight


def _speech_end(tree: Tree, first: int, last: int) -> int:
    """Stop before the closing mark of a quotation that was opened before the first word."""
    opened = 0
    for token in range(first, last + 1):
        opened += _mark(tree, token)
        if opened < 0 and token > first:
            return token - 1
        opened = max(opened, 0)
    return last


def _mark(tree: Tree, token: int) -> int:
    """Tell an opening quotation mark (1) from a closing one (-1) and from anything else (0), by the space round it."""
    tokens = tree.tokens
    if tokens.word[token] not in _QUOTES:
        return 0
    start, end = tokens.start[token], tokens.end[token]
    before, behind = tokens.text[max(start - 1, 0) : start], tokens.text[end : end + 1]
    if not before.strip(" \n\t([") and behind.strip():
        return 1
    return 0 if tokens.tag[token] == "POS" else -1  # "the teachers' union"


def _opens_phrase(tree: Tree, token: int) -> bool:
    """Tell whether a word opens a new phrase after whatever stands before it."""
    tokens = tree.tokens
    if tree.stands_as(token, rel.PARTICLE) or tree.stands_as(
        token - 1, rel.PREPOSITION, rel.MARKER, rel.DETERMINER
    ):
        return False
    if tokens.tag[token - 1] in ("IN", "TO", "DT"):
        return False
    if (
        tree.stands_as(token, rel.ADNOMINAL_CLAUSE, rel.ADVERBIAL_CLAUSE)
        and tokens.tag[token - 1][:2] == "NN"
    ):
        return True
    return tokens.tag[token] in ("IN", "TO", "WDT", "WP", "WRB", "MD") or (
        tokens.tag[token] == "CC"
        and token + 1 < len(tokens)
        and tokens.tag[token + 1][:2] not in ("NN", "JJ")
    )


def _with_quotation(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """End with the quotation that a cut would tear; leave out a mark without partner at either end."""
    tokens = tree.tokens
    marks = [(token, _mark(tree, token)) for token in range(first, last + 1)]
    if sum(mark for _, mark in marks) > 0:
        opening = max(token for token, mark in marks if mark > 0)
        end = clause_end(tree, first)
        closing = [t for t in range(last + 1, min(end, last + _QUOTED_ON) + 1) if _mark(tree, t) < 0]
        last = closing[0] if closing else last
        first += opening == first and not closing and first < last
    while first < last and _mark(tree, last) > 0:
        last -= 1
    first += first < last and _mark(tree, first) < 0
    return tokens.start[first], tokens.end[last]
